#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-archive.h"

/* Where files lie that sessions show or name. */
#define FOLDER "attachments"

/* More files of one name than anybody has. */
#define MAX_NAMES 1000

static gboolean
have_same_bytes (GFile *a, GFile *b)
{
  g_autoptr (GBytes) first = g_file_load_bytes (a, NULL, NULL, NULL);
  g_autoptr (GBytes) second = g_file_load_bytes (b, NULL, NULL, NULL);

  return first != NULL && second != NULL && g_bytes_equal (first, second);
}

/* "so-do.png", "so-do-2.png", … */
static char *
dup_nth_name (const char *name, guint n)
{
  const char *dot = strrchr (name, '.');

  if (n == 1)
    return g_strdup (name);
  if (dot == NULL || dot == name)
    return g_strdup_printf ("%s-%u", name, n);
  return g_strdup_printf ("%.*s-%u%s", (int) (dot - name), name, n, dot);
}

/* What a full disk has left of a copy. */
static void
remove_half (GFile *target)
{
  if (g_file_query_file_type (target, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) ==
      G_FILE_TYPE_REGULAR)
    g_file_delete (target, NULL, NULL);
}

/* Fields hold NFC; other systems name files otherwise. */
static char *
dup_clean_name (GFile *source)
{
  g_autofree char *name = g_file_get_basename (source);
  char *clean = g_utf8_validate (name, -1, NULL) ? g_utf8_normalize (name, -1, G_NORMALIZE_NFC)
                                                 : NULL;

  return clean != NULL ? clean : g_strdup ("file");
}

/* The name of a file that lies in @top, if a field can hold it as it is. */
static char *
dup_inside (GFile *top, GFile *source)
{
  g_autofree char *inside = g_file_get_relative_path (top, source);
  g_autofree char *clean = NULL;

  if (inside == NULL || !g_utf8_validate (inside, -1, NULL))
    return NULL;
  clean = g_utf8_normalize (inside, -1, G_NORMALIZE_NFC);
  return g_strcmp0 (clean, inside) == 0 ? g_steal_pointer (&inside) : NULL;
}

/* Copies @source under the first name that is free, or finds it there. */
static char *
copy_in (GFile *source, GFile *folder, const char *name, GError **error)
{
  for (guint n = 1; n <= MAX_NAMES; n++)
    {
      g_autofree char   *nth = dup_nth_name (name, n);
      g_autoptr (GFile)  target = g_file_get_child (folder, nth);
      g_autoptr (GError) local = NULL;

      if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &local))
        return g_steal_pointer (&nth);
      if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          remove_half (target);
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (have_same_bytes (source, target))
        return g_steal_pointer (&nth);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("there are too many files named “%s”"),
               name);
  return NULL;
}

static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &local) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * mn_archive_take_file:
 * @archive: the folder of an archive
 * @source: any file
 * @error: return location
 *
 * Copies a file into the archive (in any thread), so that sessions can show it wherever the archive
 * is taken to. A file that lies in it already stays where it is; another one of the same name gets
 * a number.
 *
 * Returns: (transfer full): its name from the archive's folder on, or %NULL
 */
char *
mn_archive_take_file (const char *archive, GFile *source, GError **error)
{
  g_autoptr (GFile) top = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char  *name = NULL;
  g_autofree char  *copy = NULL;

  g_return_val_if_fail (archive != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (source), NULL);

  top = g_file_new_for_path (archive);
  copy = dup_inside (top, source);
  if (copy != NULL)
    return g_steal_pointer (&copy);
  folder = g_file_get_child (top, FOLDER);
  name = dup_clean_name (source);
  if (!make_folder (folder, error))
    return NULL;
  copy = copy_in (source, folder, name, error);
  return copy != NULL ? g_build_filename (FOLDER, copy, NULL) : NULL;
}
