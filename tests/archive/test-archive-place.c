#include "mn-archive.h"

static void
assert_folder (const char *path, const char *expected)
{
  g_autofree char *folder = mn_archive_dup_folder_of (path);

  g_assert_cmpstr (folder, ==, expected);
}

static void
test_folder_of (void)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *above = g_path_get_dirname (here);

  assert_folder ("/a/archive/2026/x.minutes", "/a/archive");
  assert_folder ("/a/archive/x.minutes", "/a/archive");
  assert_folder ("/a/archive/20266/x.minutes", "/a/archive/20266");
  assert_folder ("/a/archive/202x/x.minutes", "/a/archive/202x");
  assert_folder ("/a/./archive/2026/../2025/x.minutes", "/a/archive");
  assert_folder ("x.minutes", here);
  assert_folder ("../x.minutes", above);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-place/folder-of", test_folder_of);
  return g_test_run ();
}
