#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MN_STAMP_HASH_BYTES 65 /* SHA-256 as letters, and an end */

/** MnStamp: by what a file on disk is known again. Zero: no file. */
typedef struct
{
  guint64 size;
  gint64  mtime; /* nanoseconds */
  guint64 inode;
  guint64 device;                    /* of its folder */
  char    hash[MN_STAMP_HASH_BYTES]; /* of its bytes; "": not read */
} MnStamp;

gboolean mn_stamp_read (const char *path, MnStamp *stamp);
gboolean mn_stamp_equal (const MnStamp *a, const MnStamp *b);
void     mn_stamp_hash (MnStamp *stamp, GBytes *bytes);
GBytes  *mn_stamp_load (const char *path, MnStamp *stamp, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** MnSeen: how a file stands to what is known of it. */
typedef enum
{
  MN_SEEN_SAME,        /* untouched, or touched and with the same bytes */
  MN_SEEN_CHANGED,     /* other bytes */
  MN_SEEN_GONE,        /* deleted or moved, out of a folder that is there */
  MN_SEEN_UNREACHABLE, /* its folder isn't there, or on another disk: a share that is gone */
  MN_SEEN_UNREADABLE,  /* something is there, but its bytes can't be had */
} MnSeen;

MnSeen mn_stamp_look (const char *path, MnStamp *known, GBytes **bytes, GError **error);

G_END_DECLS
