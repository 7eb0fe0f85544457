#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MnStamp: by what a file on disk is known again. Zero: no file. */
typedef struct
{
  guint64 size;
  gint64  mtime; /* nanoseconds */
  guint64 inode;
} MnStamp;

gboolean mn_stamp_read (const char *path, MnStamp *stamp);
gboolean mn_stamp_equal (const MnStamp *a, const MnStamp *b);

/**
 * mn_save_bytes:
 * @path: where; folders above it are made
 * @bytes: the whole new contents
 * @known: (inout) (nullable): the file as last seen; another one there now is
 *   %MN_ERROR_CHANGED_ON_DISK. On success the new file's.
 * @backup: keep the previous contents as "PATH~"
 * @error: one sentence with the path
 *
 * Replaces the file atomically and durably: old or new, never half; its mode stays, a link is
 * followed. Safe to call in a thread.
 */
gboolean mn_save_bytes (const char *path,
                        GBytes     *bytes,
                        MnStamp    *known,
                        gboolean    backup,
                        GError    **error);

G_END_DECLS
