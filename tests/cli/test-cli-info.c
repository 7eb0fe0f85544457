#include <string.h>

#include "cli-run.h"

static void
test_text (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = cli_save_session (folder, "a.minutes", "Hội nghị “giao ban”");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "info", path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, "Title: Hội nghị “giao ban”\n"));
  g_assert_nonnull (strstr (run.out, "Conclusions: 1\nOf them tasks: 1\n"));
  g_assert_null (strstr (run.out, "Votes")); /* nothing isn't told */
}

static void
test_json (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = cli_save_session (folder, "a.minutes", "Dấu \"nháy\" và \\ gạch");
  g_autofree char *other = cli_save_session (folder, "b.minutes", "Hai");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "info", "--json", path, other, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "[\n  {\n    \"file\": "));
  g_assert_true (g_str_has_suffix (run.out, "\n  }\n]\n"));
  g_assert_nonnull (strstr (run.out, "\n  },\n  {\n"));
  g_assert_nonnull (strstr (run.out, "\"title\": \"Dấu \\\"nháy\\\" và \\\\ gạch\",\n"));
  g_assert_nonnull (strstr (run.out, "\"conclusions\": 1,\n"));
  g_assert_nonnull (strstr (run.out, "\"votes\": 0,\n"));
}

/* A list that lacks one is worse than none. */
static void
test_broken (Folder *folder, gconstpointer unused)
{
  g_autofree char *good = cli_save_session (folder, "good.minutes", "Hội nghị");
  g_autofree char *bad = folder_put (folder, "bad.minutes", "<");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "info", "--json", good, bad, NULL);
  cli_assert_failed (&run, 1, bad);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-info/text", test_text);
  ADD_TEST ("/cli-info/json", test_json);
  ADD_TEST ("/cli-info/broken", test_broken);
  return g_test_run ();
}
