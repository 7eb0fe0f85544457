#pragma once

#include "mn-archive.h"

G_BEGIN_DECLS

/* The archive in that folder, by the system's clock, which knows the signs of numbers. */
MnArchive *mn_cli_archive_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
