#include "mn-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mn-journal-file.h"

/** mn_recovery_dup_default_folder: "journal" in the program's state directory. (transfer full) */
char *
mn_recovery_dup_default_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "minutes", "journal", NULL);
}

typedef struct
{
  char  *path; /* (owned) */
  gint64 mtime;
} Found;

static gboolean
is_held (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) != 0;
}

static Found *
look_at (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat      info;
  Found           *found = NULL;

  if (fd < 0)
    return NULL;
  /* An empty one is done with, and only couldn't be removed. */
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size > 0 && !is_held (fd))
    {
      found = g_new0 (Found, 1);
      found->path = g_steal_pointer (&path);
      found->mtime = (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
    }
  close (fd);
  return found;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = *(Found *const *) a, *second = *(Found *const *) b;

  if (first->mtime != second->mtime)
    return first->mtime > second->mtime ? -1 : 1;
  return strcmp (first->path, second->path);
}

/** mn_recovery_list: (transfer full): NULL-terminated. */
char **
mn_recovery_list (const char *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, NULL);
  GStrvBuilder         *paths = g_strv_builder_new ();
  char                **list;
  const char           *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Found *one = mn_journal_file_is_name (name) ? look_at (folder, name) : NULL;

      if (one != NULL)
        g_ptr_array_add (found, one);
    }
  g_ptr_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = found->pdata[i];

      g_strv_builder_add (paths, one->path);
      g_free (one->path);
    }
  list = g_strv_builder_end (paths);
  g_strv_builder_unref (paths);
  return list;
}

/** mn_recovery_set_aside: see the header; nothing is deleted, whatever is in it. */
char *
mn_recovery_set_aside (const char *journal, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (journal);
  g_autofree char *name = g_path_get_basename (journal);
  g_autofree char *lost = g_build_filename (folder, "lost", NULL);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *new_name = g_strdup_printf ("%s-%.8s", name, unique);
  g_autofree char *target = g_build_filename (lost, new_name, NULL);

  if (g_mkdir_with_parents (lost, 0700) == 0 && g_rename (journal, target) == 0)
    return g_steal_pointer (&target);
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s: %s", journal,
               g_strerror (errno));
  return NULL;
}

/** mn_recovery_remove: see the header. */
void
mn_recovery_remove (const char *journal, gboolean cut)
{
  g_autofree char *kept = cut ? mn_recovery_set_aside (journal, NULL) : NULL;

  if (!cut)
    mn_journal_file_remove (journal);
}
