#include "mn-scan.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive-make.h"

static GPtrArray *
scan (Folder *folder)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *found = mn_scan_folder (folder->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  return found;
}

static const char *
get_name (Folder *folder, GPtrArray *found, guint index)
{
  return ((MnFoundFile *) found->pdata[index])->path + strlen (folder->path) + 1;
}

static void
test_places (Folder *folder, gconstpointer unused)
{
  static const char *const names[] = { "2026/b.minutes",          "2025/a.minutes",
                                       "loose.minutes",           "2026/.hidden.minutes",
                                       "2026/b.minutes~",         "2026/issued/c.minutes",
                                       "notes/d.minutes",         "2026/readme.txt",
                                       "20265/not-a-year.minutes" };
  g_autoptr (GPtrArray)    found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (folder_put (folder, names[i], "x"));
  found = scan (folder);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (get_name (folder, found, 0), ==, "2025/a.minutes");
  g_assert_cmpstr (get_name (folder, found, 1), ==, "2026/b.minutes");
  g_assert_cmpstr (get_name (folder, found, 2), ==, "loose.minutes");
  for (guint i = 0; i < found->len; i++)
    {
      const MnFoundFile *file = found->pdata[i];

      g_assert_null (file->error);
      g_assert_cmpint (file->size, ==, 1);
      g_assert_cmpint (file->mtime, >, 0);
      g_assert_cmpint (file->inode, !=, 0);
    }
}

static void
test_absent (Folder *folder, gconstpointer unused)
{
  g_autofree char      *nowhere = g_build_filename (folder->path, "nowhere", NULL);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = mn_scan_folder (nowhere, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_file_for_folder (Folder *folder, gconstpointer unused)
{
  g_autofree char      *path = folder_put (folder, "a-file", "x");
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = mn_scan_folder (path, &error);

  g_assert_null (found);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strchr (error->message, '\n'));
}

/* Circles of links, links to nowhere, pipes and folders with our suffix: none may hang or fail. */
static void
test_hostile (Folder *folder, gconstpointer unused)
{
  g_autofree char      *circle = g_build_filename (folder->path, "2024", NULL);
  g_autofree char      *up = g_build_filename (folder->path, "2023", NULL);
  g_autofree char      *dangling = g_build_filename (folder->path, "gone.minutes", NULL);
  g_autofree char      *pipe = g_build_filename (folder->path, "pipe.minutes", NULL);
  g_autofree char      *inside = folder_put (folder, "2026/folder.minutes/x.minutes", "x");
  g_autoptr (GPtrArray) found = NULL;

  g_assert_cmpint (symlink ("2024", circle), ==, 0);
  g_assert_cmpint (symlink (".", up), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  found = scan (folder);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (get_name (folder, found, 0), ==, "2023/gone.minutes");
  g_assert_cmpstr (get_name (folder, found, 1), ==, "2024");
  g_assert_cmpstr (get_name (folder, found, 2), ==, "gone.minutes");
  for (guint i = 0; i < found->len; i++)
    g_assert_nonnull (strstr (((MnFoundFile *) found->pdata[i])->error, folder->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/scan/places", test_places);
  ADD_TEST ("/scan/absent", test_absent);
  ADD_TEST ("/scan/file-for-folder", test_file_for_folder);
  ADD_TEST ("/scan/hostile", test_hostile);
  return g_test_run ();
}
