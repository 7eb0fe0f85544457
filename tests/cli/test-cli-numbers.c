#include <string.h>

#include "cli-run.h"
#include "number-make.h"

#define PROVINCE "Tỉnh ủy Sông Ngân"

static void
make_archive (Folder *folder)
{
  g_autoptr (MnItem) root = mn_item_new (mn_kind_find ("number-register"));

  set (add_entry_of (root, "reserved", PROVINCE, "12", "2026-03-01"), "reason", "Hội nghị");
  put_numbers (folder, root);
  put_notice (folder, PROVINCE, "7", "2026-02-09");
  put_notice (folder, PROVINCE, "7", "2026-02-10");
  put_notice (folder, PROVINCE, "9", "2026-02-11");
}

static void
test_text (Folder *folder, gconstpointer unused)
{
  g_auto (Outcome) run = { 0 };

  make_archive (folder);
  cli_run (&run, "numbers", "--archive", folder->path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_true (g_str_has_prefix (run.out, "TB, " PROVINCE "\n"));
  g_assert_nonnull (strstr (run.out, "07-TB/TU"));
  g_assert_nonnull (strstr (run.out, "[twice]"));
  g_assert_nonnull (strstr (run.out, "Hội nghị  [reserved]"));
  g_assert_nonnull (strstr (run.out, "not used: 08\n"));
  g_assert_nonnull (strstr (run.out, "next: 10-TB/TU\n"));
}

static void
test_json (Folder *folder, gconstpointer unused)
{
  g_auto (Outcome) run = { 0 };

  make_archive (folder);
  cli_run (&run, "numbers", "--json", "--archive", folder->path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "[\n  {\n    \"body\": \"" PROVINCE "\",\n"));
  g_assert_nonnull (strstr (run.out, "\"gaps\": [[8, 8]]"));
  g_assert_nonnull (strstr (run.out, "\"next\": 10,"));
  g_assert_nonnull (strstr (run.out, "\"number\": 12, \"source\": \"reserved\""));
  g_assert_nonnull (strstr (run.out, "\"double\": true"));
  g_assert_true (g_str_has_suffix (run.out, "\n]\n"));
}

static void
test_refused (Folder *folder, gconstpointer unused)
{
  g_autofree char *bad = folder_put (folder, "numbers.xml", "<numbers/>");
  g_auto (Outcome) missing = { 0 }, more = { 0 }, absent = { 0 }, broken = { 0 };

  cli_run (&missing, "numbers", NULL);
  cli_assert_failed (&missing, 2, "--archive");
  cli_run (&more, "numbers", "--archive", folder->path, "x", NULL);
  cli_assert_failed (&more, 2, "x");
  cli_run (&absent, "numbers", "--archive", "/nowhere/at/all", NULL);
  cli_assert_failed (&absent, 1, "/nowhere/at/all");
  cli_run (&broken, "numbers", "--archive", folder->path, NULL);
  cli_assert_failed (&broken, 1, bad);
}

static char *
read_numbers (Folder *folder)
{
  g_autofree char *path = g_build_filename (folder->path, "numbers.xml", NULL);
  char            *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return bytes;
}

/* Each writes what the list tells afterwards. */
static void
test_change (Folder *folder, gconstpointer unused)
{
  g_auto (Outcome) kept = { 0 }, foreign = { 0 }, term = { 0 }, start = { 0 }, released = { 0 };
  g_auto (Outcome) list = { 0 };
  g_autofree char *bytes = NULL;

  make_archive (folder);
  cli_run (&kept, "numbers", "reserve", "--archive", folder->path, "--body", PROVINCE, "--kind",
           "TB", "--date", "2026-03-02", "--words", "Giao ban", "--by", "Văn phòng", NULL);
  g_assert_cmpint (kept.status, ==, 0);
  g_assert_cmpstr (kept.out, ==, "10-TB/TU\n");
  cli_run (&foreign, "numbers", "foreign", "--archive", folder->path, "--body", PROVINCE, "--kind",
           "TB", "--date", "2026-03-02", "--number", "11", "--words", "Gửi bằng tay", NULL);
  g_assert_cmpstr (foreign.out, ==, "11-TB/TU\n");
  cli_run (&start, "numbers", "start", "--archive", folder->path, "--body", PROVINCE, "--kind",
           "BB", "--date", "2026-03-02", "--number", "4", NULL);
  g_assert_cmpstr (start.out, ==, "04-BB/TU\n");
  cli_run (&term, "numbers", "term", "--archive", folder->path, "--body", PROVINCE, "--date",
           "2025-10-01", "--words", "2025–2030", NULL);
  g_assert_cmpint (term.status, ==, 0);
  g_assert_cmpstr (term.out, ==, "");
  cli_run (&released, "numbers", "release", "--archive", folder->path, "--body", PROVINCE, "--kind",
           "TB", "--date", "2026-03-02", "--number", "12", NULL);
  g_assert_cmpint (released.status, ==, 0);
  cli_run (&list, "numbers", "--archive", folder->path, NULL);
  g_assert_nonnull (strstr (list.out, "BB, " PROVINCE ", 2025–2030\n  next: 04-BB/TU\n"));
  g_assert_nonnull (strstr (list.out, "Giao ban  [reserved]"));
  g_assert_nonnull (strstr (list.out, "Gửi bằng tay  [issued outside the archive]"));
  g_assert_null (strstr (list.out, "Hội nghị  [reserved]"));
  bytes = read_numbers (folder);
  g_assert_nonnull (strstr (bytes, "<by>Văn phòng</by>"));
}

static void
expect_refused (Folder     *folder,
                const char *verb,
                const char *option,
                const char *value,
                int         status,
                const char *words)
{
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "numbers", verb, "--archive", folder->path, "--body", PROVINCE, "--kind", "TB",
           "--date", "2026-03-02", option, value, NULL);
  cli_assert_failed (&run, status, words);
}

static void
test_change_refused (Folder *folder, gconstpointer unused)
{
  g_autofree char *before = NULL, *after = NULL;
  g_auto (Outcome) no_body = { 0 };

  make_archive (folder);
  before = read_numbers (folder);
  expect_refused (folder, "reserve", "--number", "9", 1, "09-TB/TU");
  expect_refused (folder, "reserve", "--number", "chín", 1, "chín");
  expect_refused (folder, "release", "--number", "11", 1, "no such number is reserved");
  expect_refused (folder, "release", "--words", "x", 2, "--number");
  expect_refused (folder, "start", "--words", "x", 1, "Number");
  expect_refused (folder, "foreign", "--until", "2026-12-31", 1, "2026-12-31");
  cli_run (&no_body, "numbers", "reserve", "--archive", folder->path, NULL);
  cli_assert_failed (&no_body, 2, "minutes-cli numbers reserve --help");
  after = read_numbers (folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_check (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_issuing_session (PROVINCE, "2026-03-01");
  MnItem            *document = add_document (session, "notice", "9", "2026-03-01");
  g_autofree char   *path = NULL;
  g_auto (Outcome)   run = { 0 }, again = { 0 };

  make_archive (folder);
  set (add (mn_session_get_record (session), "references", NULL), "title",
       "Thông báo số 4-TB/TU ngày 9/1/2026");
  path = folder_save (folder, "2026/a.minutes", session);
  cli_run (&run, "check", path, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.err, "09-TB/TU is taken already"));
  g_assert_nonnull (strstr (run.out, "“04-TB/TU”"));
  g_assert_nonnull (strstr (run.out, "“09/01/2026”"));
  set (document, "number", "11");
  g_free (g_steal_pointer (&path));
  path = folder_save (folder, "2026/a.minutes", session);
  cli_run (&again, "check", path, NULL);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_nonnull (strstr (again.out, "advice: Number 10 before it"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-numbers/text", test_text);
  ADD_TEST ("/cli-numbers/json", test_json);
  ADD_TEST ("/cli-numbers/refused", test_refused);
  ADD_TEST ("/cli-numbers/change", test_change);
  ADD_TEST ("/cli-numbers/change-refused", test_change_refused);
  ADD_TEST ("/cli-numbers/check", test_check);
  return g_test_run ();
}
