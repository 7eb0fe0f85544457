#include "mn-scan.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX ".minutes"

typedef DIR MnDir;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnDir, closedir)

void
mn_found_file_free (MnFoundFile *self)
{
  g_free (self->path);
  g_free (self->error);
  g_free (self);
}

static char *
explain (const char *path, int error_number)
{
  g_autofree char *shown = g_filename_display_name (path);

  /* Translators: a path, then the system's own words */
  return g_strdup_printf (_ ("%s can't be read: %s"), shown, g_strerror (error_number));
}

gboolean
mn_scan_is_year (const char *name)
{
  return strlen (name) == 4 && strspn (name, "0123456789") == 4;
}

static void
add_failure (GPtrArray *found, const char *path, int error_number)
{
  MnFoundFile *file = g_new0 (MnFoundFile, 1);

  file->path = g_strdup (path);
  file->error = explain (path, error_number);
  g_ptr_array_add (found, file);
}

/* Only regular files: a pipe would never end, a device never stop. */
static void
add_file (GPtrArray *found, const char *path)
{
  MnFoundFile *file;
  struct stat  status;

  if (stat (path, &status) != 0)
    {
      /* Removed between listing and looking: not there. A link to nowhere: worth a word. */
      if (errno != ENOENT || lstat (path, &status) == 0)
        add_failure (found, path, errno != 0 ? errno : ENOENT);
      return;
    }
  if (!S_ISREG (status.st_mode))
    return;
  file = g_new0 (MnFoundFile, 1);
  file->path = g_strdup (path);
  file->mtime = (gint64) status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
  file->size = status.st_size;
  file->inode = (gint64) status.st_ino;
  g_ptr_array_add (found, file);
}

static gboolean
is_folder (const char *path, int *error_number)
{
  struct stat status;

  *error_number = 0;
  if (stat (path, &status) == 0)
    return S_ISDIR (status.st_mode);
  *error_number = errno;
  return FALSE;
}

static void
list_year (GPtrArray *found, const char *folder)
{
  int error_number;

  if (!is_folder (folder, &error_number))
    {
      if (error_number != 0)
        add_failure (found, folder, error_number);
      return;
    }
  {
    g_autoptr (MnDir) dir = opendir (folder);

    if (dir == NULL)
      {
        add_failure (found, folder, errno);
        return;
      }
    for (struct dirent *entry = readdir (dir); entry != NULL; entry = readdir (dir))
      {
        g_autofree char *path = g_build_filename (folder, entry->d_name, NULL);

        if (entry->d_name[0] != '.' && g_str_has_suffix (entry->d_name, SUFFIX))
          add_file (found, path);
      }
  }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  const MnFoundFile *left = *(MnFoundFile *const *) a, *right = *(MnFoundFile *const *) b;

  return strcmp (left->path, right->path);
}

GPtrArray *
mn_scan_folder (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (
      (GDestroyNotify) mn_found_file_free);
  g_autoptr (MnDir) dir = opendir (folder);

  if (dir == NULL && errno == ENOENT)
    return g_steal_pointer (&found);
  if (dir == NULL)
    {
      int              error_number = errno;
      g_autofree char *sentence = explain (folder, error_number);

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (error_number), sentence);
      return NULL;
    }
  for (struct dirent *entry = readdir (dir); entry != NULL; entry = readdir (dir))
    {
      g_autofree char *path = g_build_filename (folder, entry->d_name, NULL);

      if (mn_scan_is_year (entry->d_name))
        list_year (found, path);
      else if (entry->d_name[0] != '.' && g_str_has_suffix (entry->d_name, SUFFIX))
        add_file (found, path);
    }
  g_ptr_array_sort (found, compare_paths);
  return g_steal_pointer (&found);
}
