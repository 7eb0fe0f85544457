#include <string.h>

#include "cli-run.h"

static void
test_sound (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = cli_save_session (folder, "a.minutes", "Hội nghị");
  g_autofree char *start = g_strconcat (path, ":", NULL);
  g_auto (GStrv)   lines = NULL;
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "check", path, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  lines = g_strsplit (run.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 1);
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      const char *rest = lines[i] + strlen (start);

      g_assert_true (g_str_has_prefix (lines[i], start));
      g_assert_cmpint (g_ascii_strtoll (rest, NULL, 10), >, 0);
      g_assert_nonnull (strstr (rest, ": advice: "));
    }
}

/* The line is that of the item which is at fault. */
static void
test_error (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("Hội nghị", "2026-04-15T08:00:00+07:00");
  MnItem            *point = add_task (session, "việc", "2026-06-30");
  g_autofree char   *path = NULL;
  g_autofree char   *bytes = NULL;
  g_autofree char   *place = NULL;
  g_auto (Outcome)   run = { 0 };
  guint              line = 1;

  set (mn_session_get_general (session), "ends", "2026-04-14T08:00:00+07:00");
  path = folder_save (folder, "a.minutes", session);
  g_assert_nonnull (point);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  for (const char *p = bytes; p < strstr (bytes, "<general"); p++)
    line += *p == '\n' ? 1 : 0;
  place = g_strdup_printf ("%s:%u: ", path, line);
  cli_run (&run, "check", path, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, place));
  g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
  g_assert_null (strstr (run.out, "advice: advice"));
}

/* A style is held against the rule that it began from; a session against its own style. */
static void
test_style (Folder *folder, gconstpointer unused)
{
  static const char  good[] = "<house-style name=\"own\" base=\"party-2026\"/>";
  static const char  bad[] = "<house-style name=\"own\" base=\"party-2026\">\n"
                             "<role name=\"body\" size=\"16\"/></house-style>";
  g_autoptr (MnItem) session = make_session ("Hội nghị", "2026-04-15T08:00:00+07:00");
  g_autofree char   *styles = g_build_filename (folder->path, "styles", NULL);
  g_autofree char   *style = g_build_filename (styles, "own.xml", NULL);
  g_autofree char   *path = NULL;
  g_auto (Outcome)   sound = { 0 }, faulty = { 0 }, by_session = { 0 };

  set (mn_session_get_general (session), "own-style", "own");
  path = folder_save (folder, "2026/a.minutes", session);
  g_assert_cmpint (g_mkdir_with_parents (styles, 0700), ==, 0);
  g_assert_true (g_file_set_contents (style, good, -1, NULL));
  cli_run (&sound, "check", style, NULL);
  g_assert_cmpstr (sound.err, ==, "");
  g_assert_cmpint (sound.status, ==, 0);
  g_assert_true (g_file_set_contents (style, bad, -1, NULL));
  cli_run (&faulty, "check", style, NULL);
  g_assert_cmpint (faulty.status, ==, 1);
  g_assert_nonnull (strstr (faulty.err, "own.xml:2: "));
  g_assert_nonnull (strstr (faulty.err, "HD 05-HD/VPTW, II.1"));
  cli_run (&by_session, "check", path, NULL);
  g_assert_cmpint (by_session.status, ==, 1);
  g_assert_nonnull (strstr (by_session.err, "own.xml:2: "));
}

static void
test_broken (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *bytes, *word;
  } cases[] = {
    { "", "a.minutes" },
    { "biên bản", "a.minutes:1:" },
    { "<?xml version=\"1.0\"?>\n<html/>\n", "a.minutes:2:" },
    { "<!DOCTYPE a []>\n<a/>", "a.minutes" },
    { "<session xmlns=\"https://minutes.example.org/ns/1\" version=\"1\"\nid=\"x\"/>",
      "a.minutes:" },
    { "<session xmlns=\"https://minutes.example.org/ns/1\" version=\"1\">\n<recor",
      "a.minutes:2:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = folder_put (folder, "a.minutes", cases[i].bytes);
      g_auto (Outcome) run = { 0 };

      cli_run (&run, "check", path, NULL);
      cli_assert_failed (&run, 1, cases[i].word);
    }
}

/* One bad file doesn't hide the others. */
static void
test_several (Folder *folder, gconstpointer unused)
{
  g_autofree char *good = cli_save_session (folder, "good.minutes", "Hội nghị");
  g_autofree char *bad = folder_put (folder, "bad.minutes", "<");
  g_autofree char *absent = g_build_filename (folder->path, "absent.minutes", NULL);
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "check", bad, absent, folder->path, good, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (cli_count_lines (run.err), ==, 3);
  g_assert_nonnull (strstr (run.err, bad));
  g_assert_nonnull (strstr (run.err, absent));
  g_assert_nonnull (strstr (run.out, good));
}

static void
test_newer (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = cli_save_newer (folder, "a.minutes");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "check", path, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.out, "newer format"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-check/sound", test_sound);
  ADD_TEST ("/cli-check/error", test_error);
  ADD_TEST ("/cli-check/style", test_style);
  ADD_TEST ("/cli-check/broken", test_broken);
  ADD_TEST ("/cli-check/several", test_several);
  ADD_TEST ("/cli-check/newer", test_newer);
  return g_test_run ();
}
