#include <string.h>

#include "cli-run.h"

static guint
count_sessions (const char *path, MnClock *clock)
{
  g_autoptr (MnArchive) archive = mn_archive_new (path, clock);

  g_assert_true (mn_archive_refresh (archive, NULL));
  return g_list_model_get_n_items (mn_archive_get_sessions (archive));
}

static void
test_written (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (folder->path, "new", NULL);
  g_auto (Outcome) run = { 0 };
  g_auto (Outcome) again = { 0 };

  cli_run (&run, "demo", path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpuint (count_sessions (path, folder->clock), ==, 8);
  cli_run (&again, "demo", path, NULL);
  cli_assert_failed (&again, 1, path);
}

static void
test_refused (Folder *folder, gconstpointer unused)
{
  g_autofree char *file = folder_put (folder, "file", "x");
  g_auto (Outcome) on_file = { 0 };
  g_auto (Outcome) in_use = { 0 };

  cli_run (&on_file, "demo", file, NULL);
  cli_assert_failed (&on_file, 1, file);
  cli_run (&in_use, "demo", folder->path, NULL);
  cli_assert_failed (&in_use, 1, folder->path);
}

/* No space: nothing is left of what was begun. */
static void
test_no_space (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (folder->path, "new", NULL);
  const char      *arguments[] = { "demo", path, NULL };
  g_auto (Outcome) run = { 0 };
  g_autoptr (GDir) dir = NULL;

  cli_run_limited (&run, NULL, 30000, arguments);
  cli_assert_failed (&run, 3, path);
  dir = g_dir_open (path, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-demo/written", test_written);
  ADD_TEST ("/cli-demo/refused", test_refused);
  ADD_TEST ("/cli-demo/no-space", test_no_space);
  return g_test_run ();
}
