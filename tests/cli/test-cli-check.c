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
  g_assert_nonnull (strstr (faulty.err, "HD 05-HD/VPTW, Phụ lục 1, ô 6"));
  cli_run (&by_session, "check", path, NULL);
  g_assert_cmpint (by_session.status, ==, 1);
  g_assert_nonnull (strstr (by_session.err, "own.xml:2: "));
}

/* A paper's own style is held against its rule as the session's is; a rule that isn't in force on
 * the paper's day is advice. */
static void
test_style_of_paper (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("Hội nghị", "2026-05-20T08:00:00+07:00");
  MnItem            *notice = add (session, "documents", NULL);
  g_autofree char   *style = folder_put (folder, "styles/rieng.xml",
                                         "<house-style name=\"rieng\" base=\"party-2026\">\n"
                                           "<role name=\"body\" size=\"16\"/></house-style>");
  g_autofree char   *path = NULL;
  g_auto (Outcome)   own = { 0 }, old = { 0 };

  set (notice, "form", "notice");
  set (notice, "date", "2026-06-02");
  set (notice, "own-style", "rieng");
  path = folder_save (folder, "2026/a.minutes", session);
  cli_run (&own, "check", path, NULL);
  g_assert_cmpint (own.status, ==, 1);
  g_assert_nonnull (strstr (own.err, "rieng.xml:2: "));
  g_assert_nonnull (strstr (own.err, "HD 05-HD/VPTW, Phụ lục 1, ô 6"));
  set (notice, "own-style", NULL);
  set (notice, "style", "party-2018");
  g_free (folder_save (folder, "2026/a.minutes", session));
  cli_run (&old, "check", path, NULL);
  g_assert_cmpint (old.status, ==, 0);
  g_assert_nonnull (strstr (old.out, "Notice of conclusions: it is printed by HD 36-HD/VPTW; on "
                                     "its day HD 05-HD/VPTW is in force"));
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

/* ---- papers --------------------------------------------------------------------------------- */

static const char *const forms[] = { "minutes",   "notice",     "attendance",
                                     "agenda",    "proposals",  "follow-up",
                                     "task-slip", "invitation", "comparison" };

/* Of each approved paper one line for each that it prints and that isn't known. */
static void
test_missing (Folder *folder, gconstpointer unused)
{
  static const guint expected[] = { 2, 3, 1, 1, 1, 3, 2, 3, 1 }; /* number, date, signatory */

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MnItem) session = make_session ("Hội nghị", "2026-04-15T08:00:00+07:00");
      MnItem            *document = add (session, "documents", NULL);
      g_autofree char   *path = NULL;
      g_auto (GStrv)     parts = NULL;
      g_auto (Outcome)   run = { 0 };
      guint              n = 0;

      set (document, "form", forms[i]);
      set (document, "state", "approved");
      path = folder_save (folder, "a.minutes", session);
      cli_run (&run, "check", path, NULL);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      parts = g_strsplit (run.out, "\n", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        n += strstr (parts[j], "a gap is printed for it") != NULL ||
             strstr (parts[j], "nobody is named who signs it") != NULL;
      g_assert_cmpuint (n, ==, expected[i]);
    }
}

/* A day that no calendar has is told once, with its line; neither is it printed as another. */
static void
test_impossible_date (Folder *folder, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *bytes = g_strdup_printf (
          "<session xmlns=\"https://minutes.example.org/ns/1\" version=\"1\" "
          "id=\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\">\n<record "
          "id=\"3f2504e0-4f89-41d3-9a0c-0305e82c3302\"/>\n<documents>\n<document "
          "id=\"3f2504e0-4f89-41d3-9a0c-0305e82c3303\" form=\"%s\" date=\"2026-02-30\"/>\n"
          "</documents>\n</session>\n",
          forms[i]);
      g_autofree char *path = folder_put (folder, "a.minutes", bytes);
      g_autofree char *place = g_strconcat (path, ":4: ", NULL);
      g_autofree char *pdf = g_build_filename (folder->path, "a.pdf", NULL);
      g_auto (Outcome) checked = { 0 }, printed = { 0 };

      cli_run (&checked, "check", path, NULL);
      cli_assert_failed (&checked, 1, place);
      g_assert_nonnull (strstr (checked.err, "2026-02-30"));
      if (strcmp (forms[i], "comparison") == 0)
        cli_run (&printed, "print", "--form", forms[i], "-o", pdf, path, path, NULL);
      else
        cli_run (&printed, "print", "--form", forms[i], "-o", pdf, path, NULL);
      g_assert_cmpint (printed.status, ==, 1);
      g_assert_nonnull (strstr (printed.err, place));
      g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-check/sound", test_sound);
  ADD_TEST ("/cli-check/error", test_error);
  ADD_TEST ("/cli-check/style", test_style);
  ADD_TEST ("/cli-check/style-of-paper", test_style_of_paper);
  ADD_TEST ("/cli-check/broken", test_broken);
  ADD_TEST ("/cli-check/several", test_several);
  ADD_TEST ("/cli-check/newer", test_newer);
  ADD_TEST ("/cli-check/missing", test_missing);
  ADD_TEST ("/cli-check/impossible-date", test_impossible_date);
  return g_test_run ();
}
