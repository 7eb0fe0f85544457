/* The real program, from its start to its first frame and the first one with sessions. */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "mn-archive.h"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static char *
run_on_samples (const char *home)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "ui", "minutes",
                                                    NULL);
  g_autofree char *archive = g_build_filename (home, "archive", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError)      error = NULL;
  char                   *out = NULL;

  mn_archive_write_samples (archive, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "MINUTES_EXIT_AFTER_FIRST_FRAME", "1", TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", home, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--archive", archive, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return out;
}

static void
test_frames (void)
{
  g_autofree char *home = g_dir_make_tmp ("first-frame-XXXXXX", NULL);
  g_autofree char *out = run_on_samples (home);

  g_assert_cmpstr (out, ==, "painted\nlisted\n");
  remove_tree (home);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/first-frame/samples", test_frames);
  return g_test_run ();
}
