/* The folders in which an office keeps styles of its own. */

#include <gio/gio.h>
#include <string.h>

#include "mn-collate.h"
#include "mn-style-private.h"

#define SUFFIX ".xml"

static char **office_folders; /* (owned) (nullable): set once, before any thread */

/** mn_style_set_folders: the first that has a file of a style's name gives it. */
void
mn_style_set_folders (const char *const *folders)
{
  g_strfreev (office_folders);
  office_folders = g_strdupv ((char **) folders);
}

/**
 * mn_style_list_folders:
 * @archive: (nullable): an archive's folder
 * @session_path: (nullable): a session's file, ARCHIVE/YYYY/NAME.minutes or beside its styles
 *
 * Returns: (transfer full): "styles" in the archive, beside the session, above it, and in the
 * user's own data
 */
char **
mn_style_list_folders (const char *archive, const char *session_path)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "minutes", "styles", NULL);

  if (archive != NULL)
    {
      g_autofree char *inside = g_build_filename (archive, "styles", NULL);

      g_strv_builder_add (folders, inside);
    }
  if (session_path != NULL)
    {
      g_autofree char *year = g_path_get_dirname (session_path);
      g_autofree char *beside = g_build_filename (year, "styles", NULL);
      g_autofree char *above = g_build_filename (year, "..", "styles", NULL);

      g_strv_builder_add (folders, beside);
      g_strv_builder_add (folders, above);
    }
  g_strv_builder_add (folders, own);
  return g_strv_builder_end (folders);
}

gboolean
mn_style_is_file_name (const char *name)
{
  return *name != '\0' && *name != '.' && strchr (name, '/') == NULL;
}

char *
mn_style_find_office (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);

  for (guint i = 0;
       mn_style_is_file_name (name) && office_folders != NULL && office_folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (office_folders[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* ---- what is there -------------------------------------------------------------------------- */

static void
list_folder (const char *path, GPtrArray *names)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *file;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *name = g_str_has_suffix (file, SUFFIX)
                                  ? g_strndup (file, strlen (file) - strlen (SUFFIX))
                                  : NULL;

      if (name != NULL && mn_style_is_file_name (name) && g_utf8_validate (name, -1, NULL) &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return mn_collate (*(const char *const *) a, *(const char *const *) b);
}

/** mn_style_list_office: a file that can't be used is listed too: using it tells why. */
char **
mn_style_list_office (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; office_folders != NULL && office_folders[i] != NULL; i++)
    list_folder (office_folders[i], names);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}
