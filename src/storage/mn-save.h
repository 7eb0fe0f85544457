#pragma once

#include "mn-stamp.h"

G_BEGIN_DECLS

/**
 * mn_save_bytes:
 * @path: where; folders above it are made
 * @bytes: the whole new contents
 * @known: (inout) (nullable): the file as last seen; other bytes there now are
 *   %MN_ERROR_CHANGED_ON_DISK. On success the new file's.
 * @backup: keep the previous contents as "PATH~"
 * @error: one sentence with the path
 *
 * Replaces the file atomically and durably: old or new, never half; its mode stays, a link is
 * followed. Safe to call in a thread.
 *
 * A file that was known and whose folder is gone, or lies on another disk now, isn't made again: a
 * share that is away would get a file that nobody finds again.
 */
gboolean mn_save_bytes (const char *path,
                        GBytes     *bytes,
                        MnStamp    *known,
                        gboolean    backup,
                        GError    **error);

/* Whether what has failed may go by itself: a share that is away, a full disk. Not so: what a
 * person must decide, or allow. */
gboolean mn_save_may_pass (const GError *error);

/* The file that a chain of links leads to, whether it exists or not. (transfer full) */
char *mn_save_follow_links (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
