#include "mn-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mn-error.h"

#define MAX_LINKS 40
#define NEW_MODE 0666 /* less what the user's umask takes away */

static gboolean
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
               _ ("“%s” can't be saved: %s"), name, reason);
  return FALSE;
}

/** mn_save_follow_links: see the header. */
char *
mn_save_follow_links (const char *path)
{
  char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS && g_file_test (at, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = g_path_get_dirname (at);

      if (target == NULL)
        break;
      g_free (at);
      at = g_path_is_absolute (target) ? g_strdup (target)
                                       : g_build_filename (folder, target, NULL);
    }
  return at;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return fail (path, g_strerror (errno), error);
  return TRUE;
}

/* What is there now: @exists with its @status; anything but a regular file is an error. */
static gboolean
look (const char *path, struct stat *status, gboolean *exists, GError **error)
{
  *exists = stat (path, status) == 0;
  if (!*exists)
    return errno == ENOENT ? TRUE : fail (path, g_strerror (errno), error);
  if (S_ISREG (status->st_mode))
    return TRUE;
  errno = S_ISDIR (status->st_mode) ? EISDIR : EINVAL;
  return fail (path, _ ("it isn't a file"), error);
}

static gboolean
fail_changed (const char *path, const MnStamp *known, GError **error)
{
  const MnStamp    none = { 0 };
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK,
               mn_stamp_equal (known, &none)
                   ? _ ("“%s” can't be saved: there is another file already")
                   : _ ("“%s” can't be saved: another program has changed it meanwhile"),
               name);
  return FALSE;
}

static gboolean
check_known (const char *path, const MnStamp *known, GError **error)
{
  g_autoptr (GError) local = NULL;
  const MnStamp      none = { 0 };
  MnStamp            seen = known != NULL ? *known : none;
  MnSeen             how;

  if (known == NULL)
    return TRUE;
  how = mn_stamp_look (path, &seen, NULL, &local);
  if (how == MN_SEEN_SAME || how == MN_SEEN_GONE)
    return TRUE;
  if (how == MN_SEEN_UNREACHABLE && mn_stamp_equal (known, &none))
    return TRUE; /* the folder is made with the first save */
  if (local == NULL || local->domain == MN_ERROR)
    return fail_changed (path, known, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The mode the old file had; its group, and as root its owner too, else colleagues on a share would
 * be locked out. What the system refuses here stays as it is. */
static void
restore_owner_and_mode (const char *path, const struct stat *old)
{
  struct stat now;

  if (stat (path, &now) != 0)
    return;
  if ((now.st_uid != old->st_uid || now.st_gid != old->st_gid) &&
      chown (path, old->st_uid, old->st_gid) != 0 && chown (path, (uid_t) -1, old->st_gid) != 0)
    g_debug ("%s: owner and group aren't kept: %s", path, g_strerror (errno));
  if ((now.st_mode & 07777) != (old->st_mode & 07777) && g_chmod (path, old->st_mode & 07777) != 0)
    g_debug ("%s: mode isn't kept: %s", path, g_strerror (errno));
}

static gboolean
replace (const char *path, GBytes *bytes, const struct stat *old, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize              size;
  const char        *data = g_bytes_get_data (bytes, &size);
  int                mode = old != NULL ? (int) (old->st_mode & 0777) : NEW_MODE;

  if (!g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                 &local))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, local->domain, local->code, _ ("“%s” can't be saved: %s"), name,
                   mn_error_get_reason (local));
      return FALSE;
    }
  if (old != NULL)
    restore_owner_and_mode (path, old);
  return TRUE;
}

/* New text that is safe is worth more than the copy of the old one: a backup that can't be made
 * doesn't stop the save. */
static void
keep_previous (const char *path, const struct stat *old)
{
  g_autofree char   *backup = g_strconcat (path, "~", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char              *previous;
  gsize              size;

  if (g_file_get_contents (path, &previous, &size, &error))
    {
      bytes = g_bytes_new_take (previous, size);
      replace (backup, bytes, old, &error);
    }
  if (error != NULL)
    g_debug ("no backup: %s", error->message);
}

/* If somebody was quicker than the look, the next one reads the file. */
static void
note_written (const char *path, GBytes *bytes, MnStamp *stamp)
{
  mn_stamp_read (path, stamp);
  if (stamp->size != g_bytes_get_size (bytes))
    stamp->mtime = 0;
  mn_stamp_hash (stamp, bytes);
}

gboolean
mn_save_bytes (const char *path, GBytes *bytes, MnStamp *known, gboolean backup, GError **error)
{
  g_autofree char *target = NULL;
  struct stat      old;
  gboolean         exists;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  target = mn_save_follow_links (path);
  if (!look (target, &old, &exists, error) || !check_known (target, known, error) ||
      !make_folder (target, error))
    return FALSE;
  if (exists && backup)
    keep_previous (target, &old);
  if (!replace (target, bytes, exists ? &old : NULL, error))
    return FALSE;
  if (known != NULL)
    note_written (target, bytes, known);
  return TRUE;
}

/** mn_save_may_pass: see the header. */
gboolean
mn_save_may_pass (const GError *error)
{
  if (error->domain == MN_ERROR)
    return FALSE;
  return !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) &&
         !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) &&
         !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) &&
         !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NAMETOOLONG);
}
