#include <glib/gstdio.h>
#include <string.h>

#include "archive-make.h"

static char *
take (Folder *folder, const char *path)
{
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char              *name = mn_archive_take_file (folder->path, file, &error);

  g_assert_no_error (error);
  return name;
}

static char *
write_outside (const char *name, const char *bytes)
{
  g_autofree char *outside = g_dir_make_tmp ("minutes-outside-XXXXXX", NULL);
  char            *path = g_build_filename (outside, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  return path;
}

static void
remove_outside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static void
assert_holds (Folder *folder, const char *name, const char *bytes)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, bytes);
}

static void
test_copied (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = write_outside ("sơ đồ.png", "một");
  g_autofree char *name = take (folder, path);
  g_autofree char *again = take (folder, path);
  g_autofree char *other = NULL;

  g_assert_cmpstr (name, ==, "attachments/sơ đồ.png");
  g_assert_cmpstr (again, ==, name);
  assert_holds (folder, name, "một");

  /* Another file of that name. */
  g_assert_true (g_file_set_contents (path, "hai", -1, NULL));
  other = take (folder, path);
  g_assert_cmpstr (other, ==, "attachments/sơ đồ-2.png");
  assert_holds (folder, other, "hai");
  assert_holds (folder, name, "một");
  remove_outside (path);
}

static void
test_inside (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = folder_put (folder, "ảnh.png", "một");
  g_autofree char *name = take (folder, path);
  g_autofree char *copies = g_build_filename (folder->path, "attachments", NULL);

  g_assert_cmpstr (name, ==, "ảnh.png");
  g_assert_false (g_file_test (copies, G_FILE_TEST_EXISTS));
}

/* Names from other systems are parted into letters and marks. */
static void
test_decomposed (Folder *folder, gconstpointer unused)
{
  g_autofree char *parted = g_utf8_normalize ("ảnh.png", -1, G_NORMALIZE_NFD);
  g_autofree char *path = write_outside (parted, "một");
  g_autofree char *name = take (folder, path);

  g_assert_cmpstr (name, ==, "attachments/ảnh.png");
  assert_holds (folder, name, "một");
  remove_outside (path);
}

static void
test_refused (Folder *folder, gconstpointer unused)
{
  g_autoptr (GFile)  absent = g_file_new_for_path ("/nowhere/a.png");
  g_autoptr (GError) error = NULL;
  g_autofree char   *left = g_build_filename (folder->path, "attachments/a.png", NULL);

  g_assert_null (mn_archive_take_file (folder->path, absent, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/archive-file/copied", test_copied);
  ADD_TEST ("/archive-file/inside", test_inside);
  ADD_TEST ("/archive-file/decomposed", test_decomposed);
  ADD_TEST ("/archive-file/refused", test_refused);
  return g_test_run ();
}
