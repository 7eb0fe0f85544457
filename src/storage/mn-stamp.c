#include "mn-stamp.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-xml.h"

static gboolean
read_device (const char *path, guint64 *device)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat      status;

  if (stat (folder, &status) != 0)
    return FALSE;
  *device = (guint64) status.st_dev;
  return TRUE;
}

/** mn_stamp_read: what the system knows of the file at @path, its bytes unread; %FALSE, and a zero
 * stamp, if there is none. */
gboolean
mn_stamp_read (const char *path, MnStamp *stamp)
{
  struct stat status;

  memset (stamp, 0, sizeof *stamp);
  if (stat (path, &status) != 0)
    return FALSE;
  stamp->size = (guint64) status.st_size;
  stamp->mtime = (gint64) status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
  stamp->inode = (guint64) status.st_ino;
  read_device (path, &stamp->device);
  return TRUE;
}

/** mn_stamp_equal: by time, size and inode. */
gboolean
mn_stamp_equal (const MnStamp *a, const MnStamp *b)
{
  return a->size == b->size && a->mtime == b->mtime && a->inode == b->inode;
}

/** mn_stamp_hash: @bytes are what the file holds. */
void
mn_stamp_hash (MnStamp *stamp, GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_strlcpy (stamp->hash, hash, sizeof stamp->hash);
}

/**
 * mn_stamp_load:
 * @path: a file of ours
 * @stamp: (out): taken before it is read, so what is written in between counts as changed
 * @error: one sentence with the path
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
mn_stamp_load (const char *path, MnStamp *stamp, GError **error)
{
  GBytes *bytes;

  mn_stamp_read (path, stamp);
  bytes = mn_xml_load_file (path, error);
  if (bytes != NULL)
    mn_stamp_hash (stamp, bytes);
  return bytes;
}

/* A share that isn't connected leaves an empty folder behind, on a disk of this machine: the file
 * wasn't deleted, and must not be written there. */
static MnSeen
look_for_folder (const char *path, const MnStamp *known)
{
  guint64 device = 0;

  if (!read_device (path, &device) || (known->device != 0 && device != known->device))
    return MN_SEEN_UNREACHABLE;
  return MN_SEEN_GONE;
}

static MnSeen
fail (const char *path, MnSeen seen, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
               seen == MN_SEEN_GONE
                   ? _ ("“%s” is no longer there: it was deleted, moved or renamed")
                   : _ ("“%s” can't be reached: its folder isn't there. Is the share connected?"),
               name);
  return seen;
}

/**
 * mn_stamp_look:
 * @path: where the file was
 * @known: (inout): the file as last seen; a file with other times and the same bytes takes its
 *   place here. If it holds something else, the stamp of that
 * @bytes: (out) (optional) (transfer full) (nullable): what it holds, if that is something else
 * @error: why it can't be read, one sentence with the path
 *
 * The times of a file say only that it may have changed; its bytes decide, by their hash. A file
 * whose size, time and inode are known isn't read. Safe to call in a thread.
 */
MnSeen
mn_stamp_look (const char *path, MnStamp *known, GBytes **bytes, GError **error)
{
  MnStamp            now;
  g_autoptr (GBytes) read = NULL;
  gboolean           same;

  if (bytes != NULL)
    *bytes = NULL;
  if (!mn_stamp_read (path, &now))
    return errno == ENOENT || errno == ENOTDIR ? fail (path, look_for_folder (path, known), error)
                                               : fail (path, MN_SEEN_UNREACHABLE, error);
  if (mn_stamp_equal (&now, known))
    return MN_SEEN_SAME;
  read = mn_stamp_load (path, &now, error);
  if (read == NULL)
    return MN_SEEN_UNREADABLE;
  same = *known->hash != '\0' && strcmp (now.hash, known->hash) == 0;
  *known = now;
  if (!same && bytes != NULL)
    *bytes = g_steal_pointer (&read);
  return same ? MN_SEEN_SAME : MN_SEEN_CHANGED;
}
