#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *mn_pdf_mark_artifacts (const char *content, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
