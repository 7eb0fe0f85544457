#pragma once

#include "mn-print-part.h"

/* Papers of as many pages as a test needs. */

/* A paper whose paragraphs are numbered, at least @n_pages pages long. */
MnPrintPart *print_make_part (const char *title, guint n_pages) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *print_make_parts (guint n_parts, const guint *n_pages) G_GNUC_WARN_UNUSED_RESULT;
