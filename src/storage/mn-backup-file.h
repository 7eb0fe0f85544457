#pragma once

#include "mn-backups.h"

G_BEGIN_DECLS

/* One version on disk; see mn-backups.h. */

#define MN_BACKUP_SUFFIX ".minutes.gz"

GBytes *mn_backup_compress (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *mn_backup_uncompress (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a version of that moment, the @number-th of the same second from 1 on. */
char    *mn_backup_dup_name (gint64 time, guint number) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_backup_parse_name (const char *name, gint64 *time, guint *number);

G_END_DECLS
