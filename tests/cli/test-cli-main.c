#include <string.h>

#include "cli-run.h"

static void
test_help (Folder *folder, gconstpointer unused)
{
  static const char *const spellings[] = { "--help", "-h", "help" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_auto (Outcome) run = { 0 };

      cli_run (&run, spellings[i], NULL);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_nonnull (strstr (run.out, "minutes-cli check FILE"));
      g_assert_nonnull (strstr (run.out, "minutes-cli demo DIR"));
      g_assert_null (strstr (run.out, "import")); /* what isn't there isn't promised */
    }
}

static void
test_command_help (Folder *folder, gconstpointer unused)
{
  static const char *const commands[] = { "check", "print", "info", "demo" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Outcome) run = { 0 };
      g_autofree char *usage = g_strconcat ("minutes-cli ", commands[i], NULL);

      cli_run (&run, commands[i], "--help", NULL);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (run.out, usage));
      g_assert_cmpstr (run.err, ==, "");
    }
}

static void
test_version (Folder *folder, gconstpointer unused)
{
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "--version", NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "minutes-cli "));
}

static void
test_usage (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *arguments[4];
    const char *word;
  } cases[] = {
    { { NULL }, "command" },
    { { "frobnicate" }, "frobnicate" },
    { { "--frobnicate" }, "--frobnicate" },
    { { "check" }, "FILE" },
    { { "check", "--frobnicate", "x" }, "--frobnicate" },
    { { "info" }, "FILE" },
    { { "info", "--json" }, "FILE" },
    { { "demo" }, "DIR" },
    { { "demo", "a", "b" }, "DIR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) run = { 0 };

      cli_run_limited (&run, NULL, -1, cases[i].arguments);
      cli_assert_failed (&run, 2, cases[i].word);
    }
}

/* A script's disk may be full: not even --help says "well done" then. */
static void
test_full_output (Folder *folder, gconstpointer unused)
{
  static const char *const arguments[] = { "--help", NULL };
  g_auto (Outcome)         run = { 0 };

  cli_run_limited (&run, "/dev/full", -1, arguments);
  cli_assert_failed (&run, 3, "No space");
}

static void
test_without_gtk (Folder *folder, gconstpointer unused)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "minutes-cli",
                                                    NULL);
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "ldd",
                                                      program, NULL);
  g_autofree char        *libraries = NULL;

  if (process == NULL)
    {
      g_test_skip ("no ldd here");
      return;
    }
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &libraries, NULL, NULL));
  g_assert_nonnull (strstr (libraries, "libgio"));
  g_assert_null (strstr (libraries, "libgtk"));
  g_assert_null (strstr (libraries, "libadwaita"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli/help", test_help);
  ADD_TEST ("/cli/command-help", test_command_help);
  ADD_TEST ("/cli/version", test_version);
  ADD_TEST ("/cli/usage", test_usage);
  ADD_TEST ("/cli/full-output", test_full_output);
  ADD_TEST ("/cli/without-gtk", test_without_gtk);
  return g_test_run ();
}
