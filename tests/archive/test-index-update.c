#include "mn-index-update.h"

#include "archive-make.h"
#include "mn-scan.h"

static void
update (Folder *folder, MnIndex *index)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = mn_scan_folder (folder->path, &error);
  gboolean              updated = mn_index_update (index, found, &error);

  g_assert_no_error (error);
  g_assert_true (updated);
}

static void
assert_answer (MnIndex *index, const char *sql, const char *answer)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (MnStatement) statement = mn_index_prepare (index, sql, &error);

  g_assert_no_error (error);
  g_assert_true (mn_index_step (index, statement, &error));
  g_assert_cmpstr (mn_statement_get (statement, 0), ==, answer);
}

/* Nothing of a file stays anywhere once it is gone. */
static void
test_leaves_nothing (Folder *folder, gconstpointer unused)
{
  static const char *const tables[] = {
    "SELECT count(*) FROM file", "SELECT count(*) FROM passage", "SELECT count(*) FROM text",
    "SELECT count(*) FROM item", "SELECT count(*) FROM entry",
  };
  g_autoptr (MnIndex) index = mn_index_open (folder->path, NULL);
  g_autoptr (MnItem)  session = make_session ("một", "2026-01-01T08:00:00+07:00");
  MnItem             *row = add (mn_session_get_record (session), "follow-ups", "từ ngoài");

  add_entry (row, "done", NULL);
  g_free (folder_save (folder, "1.minutes", session));
  update (folder, index);
  assert_answer (index, "SELECT count(*) FROM entry", "1");
  assert_answer (index, "SELECT count(*) FROM item", "1");
  assert_answer (index, "SELECT count(*) FROM text WHERE text MATCH 'ngoai'", "1");
  g_free (folder_put (folder, "1.minutes", "<"));
  update (folder, index);
  assert_answer (index, tables[0], "1");
  for (guint i = 1; i < G_N_ELEMENTS (tables); i++)
    assert_answer (index, tables[i], "0");
  {
    g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
    g_autoptr (GError)    error = NULL;

    g_assert_true (mn_index_update (index, nothing, &error));
    assert_answer (index, tables[0], "0");
  }
}

static void
test_sections (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnIndex) index = mn_index_open (folder->path, NULL);
  g_autoptr (MnItem)  session = make_session ("một", NULL);
  MnItem             *record = mn_session_get_record (session);
  MnItem             *report = add (record, "reports", NULL), *indicator, *document;

  indicator = add (report, "indicators", NULL);
  set (indicator, "label", "chỉ tiêu");
  set (add (indicator, "parts", NULL), "label", "phần");
  add_task (session, "việc", NULL);
  document = add (session, "documents", NULL);
  set (add (document, "recipients", NULL), "text", "nơi nhận");
  add (mn_session_get_after (session), "amendments", "đính chính");
  g_free (folder_save (folder, "1.minutes", session));
  update (folder, index);
  assert_answer (index, "SELECT section FROM passage WHERE raw = 'một'", "general");
  assert_answer (index, "SELECT section FROM passage WHERE raw = 'phần'", "reports");
  assert_answer (index, "SELECT section FROM passage WHERE raw = 'việc'", "conclusion");
  assert_answer (index, "SELECT section FROM passage WHERE raw = 'nơi nhận'", "documents");
  assert_answer (index, "SELECT section FROM passage WHERE raw = 'đính chính'", "after");
}

/* A session without a title is found by what stands for one. */
static void
test_derived_title (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnIndex) index = mn_index_open (folder->path, NULL);
  g_autoptr (MnItem)  session = make_session (NULL, NULL);

  set (mn_session_get_general (session), "series", "Giao ban");
  set (mn_session_get_general (session), "ordinal", "5");
  g_free (folder_save (folder, "1.minutes", session));
  update (folder, index);
  assert_answer (index, "SELECT count(*) FROM text WHERE text MATCH '\"lan thu nam\"'", "1");
}

/* The disk is full, or another program holds the index for too long: an error, and no half file. */
static void
test_all_or_nothing (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnIndex)   index = mn_index_open (folder->path, NULL);
  g_autoptr (MnItem)    session = make_session ("một", NULL);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_free (folder_save (folder, "1.minutes", session));
  found = mn_scan_folder (folder->path, NULL);
  g_assert_true (mn_index_run (index,
                               "CREATE TEMP TRIGGER full BEFORE INSERT ON passage"
                               " BEGIN SELECT RAISE (FAIL, 'disk full'); END",
                               NULL));
  g_assert_false (mn_index_update (index, found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_answer (index, "SELECT count(*) FROM file", "0");
  g_assert_true (mn_index_run (index, "DROP TRIGGER full", NULL));
  update (folder, index);
  assert_answer (index, "SELECT count(*) FROM file", "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/index-update/leaves-nothing", test_leaves_nothing);
  ADD_TEST ("/index-update/sections", test_sections);
  ADD_TEST ("/index-update/derived-title", test_derived_title);
  ADD_TEST ("/index-update/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
