#include "archive-make.h"

/* Three sessions: the first concludes, the others follow up. All entries are those of one task. */
typedef struct
{
  MnItem *first, *second, *third; /* sessions (owned) */
  MnItem *task, *row2, *row3;     /* (borrowed) */
} Chain;

static void
chain_clear (Chain *chain)
{
  g_clear_object (&chain->first);
  g_clear_object (&chain->second);
  g_clear_object (&chain->third);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static void
save_chain (Folder *folder, Chain *chain)
{
  g_free (folder_save (folder, "2025/1.minutes", chain->first));
  g_free (folder_save (folder, "2026/2.minutes", chain->second));
  g_free (folder_save (folder, "2026/3.minutes", chain->third));
  folder_refresh (folder);
}

static void
make_chain (Chain *chain)
{
  MnItem *after, *entry;

  chain->first = make_session ("một", "2025-10-10T08:00:00+07:00");
  set (mn_session_get_general (chain->first), "ordinal", "1");
  chain->task = add_task (chain->first, "Xây nhà", "2025-12-31");
  point_at (chain->task, "leads", add_party (chain->first, "Sở Xây dựng"));
  chain->second = make_session ("hai", "2026-01-10T08:00:00+07:00");
  chain->row2 = add_row (chain->second, chain->first, chain->task);
  entry = add_entry (chain->row2, "doing", "2026-01-10T09:00:00+07:00");
  set (entry, "deadline", "2026-03-31");
  set (entry, "words", "xin lùi");
  chain->third = make_session ("ba", "2026-04-10T08:00:00+07:00");
  chain->row3 = add_row (chain->third, chain->first, chain->task);
  entry = add_entry (chain->row3, "handed", "2026-04-10T09:00:00+07:00");
  set (entry, "lead", "Ban Quản lý dự án");
  set (entry, "evidence", "12-CV/TU");
  /* A letter between the sessions, kept in the first file. */
  after = mn_session_get_after (chain->first);
  entry = add_entry (after, "paused", "2026-02-01T09:00:00+07:00");
  set (entry, "item", mn_item_get_id (chain->task));
  set (entry, "effective", "2026-02-01");
  set (entry, "until", "2026-02-20");
}

/* ---- history -------------------------------------------------------------------------------- */

static void
assert_lines (GPtrArray *lines, const char *const *expected)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MnHistoryLine *line = lines->pdata[i];
      g_autofree char *shown = g_strdup_printf ("%s %s %s %s%s", line->session_title, line->date,
                                                line->status, line->deadline,
                                                line->struck ? " struck" : "");

      g_assert_nonnull (expected[i]);
      g_assert_cmpstr (shown, ==, expected[i]);
    }
  g_assert_null (expected[lines->len]);
}

static void
test_union (Folder *folder, gconstpointer unused)
{
  static const char *const expected[] = { "hai 2026-01-10 doing 2026-03-31",
                                          "một 2026-02-01 paused ", "ba 2026-04-10 handed ", NULL };
  g_auto (Chain)           chain = { 0 };
  g_autoptr (GPtrArray)    lines = NULL;
  g_autoptr (GPtrArray)    by_row = NULL;
  const MnHistoryLine     *last;

  make_chain (&chain);
  save_chain (folder, &chain);
  lines = mn_archive_get_history (folder->archive, mn_item_get_id (chain.task), NULL);
  g_ptr_array_set_free_func (lines, (GDestroyNotify) mn_history_line_free);
  assert_lines (lines, expected);
  last = lines->pdata[2];
  g_assert_cmpstr (last->session, ==, mn_item_get_id (chain.third));
  g_assert_cmpstr (last->lead, ==, "Ban Quản lý dự án");
  g_assert_cmpstr (last->evidence, ==, "12-CV/TU");
  g_assert_cmpstr (last->recorded, ==, "2026-04-10T09:00:00+07:00");
  g_assert_cmpstr (((MnHistoryLine *) lines->pdata[0])->words, ==, "xin lùi");
  /* A row's own id leads to the same. */
  by_row = mn_archive_get_history (folder->archive, mn_item_get_id (chain.row2), NULL);
  assert_lines (by_row, expected);
}

static void
test_struck (Folder *folder, gconstpointer unused)
{
  static const char *const expected[] = { "hai 2026-01-10 doing 2026-03-31 struck",
                                          "một 2026-02-01 paused ", "ba 2026-04-10 handed ",
                                          "ba 2026-04-10  ", NULL };
  static const char *const taken_back[] = {
    "hai 2026-01-10 doing 2026-03-31", "một 2026-02-01 paused ", "ba 2026-04-10 handed ",
    "ba 2026-04-10   struck",          "ba 2026-04-10  ",        NULL
  };
  g_auto (Chain)        chain = { 0 };
  g_autoptr (GPtrArray) lines = NULL;
  MnItem               *strike, *again;

  make_chain (&chain);
  strike = add_entry (chain.row3, NULL, "2026-04-10T10:00:00+07:00");
  set (strike, "strikes", mn_item_get_id (mn_item_get_child (chain.row2, "entries", 0)));
  save_chain (folder, &chain);
  lines = mn_archive_get_history (folder->archive, mn_item_get_id (chain.task), NULL);
  assert_lines (lines, expected);
  g_clear_pointer (&lines, g_ptr_array_unref);
  again = add_entry (chain.row3, NULL, "2026-04-10T11:00:00+07:00");
  set (again, "strikes", mn_item_get_id (strike));
  save_chain (folder, &chain);
  lines = mn_archive_get_history (folder->archive, mn_item_get_id (chain.task), NULL);
  assert_lines (lines, taken_back);
}

/* The session being edited stands for its file: what was taken out there isn't said any more. */
static void
test_extra (Folder *folder, gconstpointer unused)
{
  static const char *const expected[] = { "hai 2026-01-10 doing 2026-03-31",
                                          "một 2026-02-01 paused ", "ba 2026-04-10 done ", NULL };
  static const char *const unsaved[] = { "mới 2026-05-10 done ", NULL };
  g_auto (Chain)           chain = { 0 };
  g_autoptr (MnItem)       edited = NULL;
  g_autoptr (MnItem)       unknown = make_session ("mới", "2026-05-10T08:00:00+07:00");
  g_autoptr (GPtrArray)    lines = NULL;
  g_autoptr (GPtrArray)    new_lines = NULL;
  MnItem                  *row;

  make_chain (&chain);
  save_chain (folder, &chain);
  edited = mn_item_copy (chain.third, MN_COPY_SAME_IDS);
  row = mn_session_find (edited, mn_item_get_id (chain.row3));
  set (mn_item_get_child (row, "entries", 0), "status", "done");
  lines = mn_archive_get_history (folder->archive, mn_item_get_id (chain.task), edited);
  assert_lines (lines, expected);
  row = add (mn_session_get_record (unknown), "follow-ups", "từ ngoài");
  add_entry (row, "done", NULL);
  new_lines = mn_archive_get_history (folder->archive, mn_item_get_id (row), unknown);
  assert_lines (new_lines, unsaved);
}

/* A file copied by hand says nothing twice. */
static void
test_copied_file (Folder *folder, gconstpointer unused)
{
  g_auto (Chain)        chain = { 0 };
  g_autoptr (GPtrArray) lines = NULL;

  make_chain (&chain);
  save_chain (folder, &chain);
  g_free (folder_save (folder, "2026/copy.minutes", chain.third));
  folder_refresh (folder);
  lines = mn_archive_get_history (folder->archive, mn_item_get_id (chain.task), NULL);
  g_assert_cmpuint (lines->len, ==, 3);
}

/* ---- status --------------------------------------------------------------------------------- */

static void
test_status (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *day;
    const char *key;
    guint       slips;
    const char *lead;
  } cases[] = {
    { "2025-12-31", "not-started", 0, NULL },
    { "2026-01-05", "not-started-overdue", 0, NULL },
    { "2026-01-10", "doing-in-term", 1, NULL },
    { "2026-02-10", "paused", 1, NULL },
    { "2026-02-21", "doing-in-term", 1, NULL },
    { "2026-04-01", "doing-overdue", 1, NULL },
    { "2026-04-10", "handed-overdue", 1, "Ban Quản lý dự án" },
  };
  g_auto (Chain) chain = { 0 };

  make_chain (&chain);
  save_chain (folder, &chain);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MnStatus status;
      GDate    day, deadline;

      g_date_set_parse (&day, cases[i].day);
      g_date_set_parse (&deadline, "2025-12-31");
      mn_archive_get_status (folder->archive, mn_item_get_id (chain.task),
                             g_date_get_julian (&deadline), NULL, g_date_get_julian (&day),
                             G_MAXINT64, &status);
      g_assert_cmpstr (mn_status_dup_label_key (&status), ==, cases[i].key);
      g_assert_cmpuint (status.slips, ==, cases[i].slips);
      g_assert_cmpstr (status.lead, ==, cases[i].lead);
    }
}

/* A row shows the deadline as it stood when it was made; delays count from the first one. */
static void
test_status_of_row (Folder *folder, gconstpointer unused)
{
  g_auto (Chain) chain = { 0 };
  MnStatus       status;
  GDate          day;

  make_chain (&chain);
  set (chain.row3, "deadline", "2026-03-31");
  save_chain (folder, &chain);
  g_date_set_parse (&day, "2026-02-21");
  mn_archive_get_follow_up_status (folder->archive, chain.row3, NULL, g_date_get_julian (&day),
                                   G_MAXINT64, &status);
  g_assert_cmpstr (mn_status_dup_label_key (&status), ==, "doing-in-term");
  g_assert_cmpuint (status.slips, ==, 1);
}

/* What was known then: the postponement of 10/01/2026 wasn't, the day before. */
static void
test_known_at (Folder *folder, gconstpointer unused)
{
  g_auto (Chain)        chain = { 0 };
  g_autoptr (GDateTime) before = g_date_time_new_from_iso8601 ("2026-01-09T08:00:00+07:00", NULL);
  MnStatus              status;
  GDate                 day, deadline;

  make_chain (&chain);
  save_chain (folder, &chain);
  g_date_set_parse (&day, "2026-04-10");
  g_date_set_parse (&deadline, "2025-12-31");
  mn_archive_get_status (folder->archive, mn_item_get_id (chain.task),
                         g_date_get_julian (&deadline), NULL, g_date_get_julian (&day),
                         g_date_time_to_unix (before) * G_USEC_PER_SEC, &status);
  g_assert_cmpint (status.stored, ==, MN_STORED_NOT_STARTED);
  g_assert_cmpuint (status.days_overdue, ==, 100);
}

static void
assert_counts (Folder *folder, MnItem *session, guint n_points, guint n_open, guint n_overdue)
{
  MnSessionEntry *entry = mn_archive_find (folder->archive, mn_item_get_id (session));

  g_assert_cmpuint (mn_session_entry_get_n_points (entry), ==, n_points);
  g_assert_cmpuint (mn_session_entry_get_n_open (entry), ==, n_open);
  g_assert_cmpuint (mn_session_entry_get_n_overdue (entry), ==, n_overdue);
}

/* The list's numbers count what later sessions said. */
static void
test_counts (Folder *folder, gconstpointer unused)
{
  g_auto (Chain) chain = { 0 };
  MnItem        *entry;

  make_chain (&chain);
  add_task (chain.first, "không hạn", NULL);
  add (mn_session_get_record (chain.first), "proposals", "không tính");
  save_chain (folder, &chain);
  assert_counts (folder, chain.first, 2, 2, 1);
  assert_counts (folder, chain.second, 0, 0, 0);
  entry = add_entry (chain.row3, "done", "2026-04-10T10:00:00+07:00");
  save_chain (folder, &chain);
  assert_counts (folder, chain.first, 2, 1, 0);
  set (entry, "status", "cancelled");
  save_chain (folder, &chain);
  assert_counts (folder, chain.first, 2, 1, 0);
  /* Done tomorrow isn't done today. */
  set (entry, "status", "done");
  set (entry, "effective", "2026-04-16");
  save_chain (folder, &chain);
  assert_counts (folder, chain.first, 2, 2, 1);
}

/* ---- origin --------------------------------------------------------------------------------- */

static void
test_origin_in_archive (Folder *folder, gconstpointer unused)
{
  g_auto (Chain)       chain = { 0 };
  g_autoptr (MnOrigin) origin = NULL;

  make_chain (&chain);
  set (chain.row3, "text", "nói khác đi");
  save_chain (folder, &chain);
  origin = mn_archive_get_origin (folder->archive, chain.row3);
  g_assert_cmpstr (origin->session, ==, mn_item_get_id (chain.first));
  g_assert_cmpstr (origin->session_title, ==, "một");
  g_assert_cmpstr (origin->date, ==, "2025-10-10");
  g_assert_cmpstr (origin->label, ==, "KL 1-1");
  g_assert_cmpstr (origin->text, ==, "Xây nhà");
  g_assert_cmpstr (origin->leads, ==, "Sở Xây dựng");
  g_assert_cmpstr (origin->deadline, ==, "2025-12-31");
  g_assert_cmpstr (origin->document, ==, "");
  g_assert_false (origin->missing);
}

static void
test_origin_missing (Folder *folder, gconstpointer unused)
{
  g_auto (Chain)       chain = { 0 };
  g_autoptr (MnOrigin) origin = NULL;
  g_autofree char     *path = NULL;

  make_chain (&chain);
  set (chain.row3, "label", "KL 1-1");
  set (chain.row3, "origin-date", "2025-10-10");
  g_free (folder_save (folder, "2026/3.minutes", chain.third));
  folder_refresh (folder);
  origin = mn_archive_get_origin (folder->archive, chain.row3);
  g_assert_true (origin->missing);
  g_assert_cmpstr (origin->session, ==, mn_item_get_id (chain.first));
  g_assert_cmpstr (origin->label, ==, "KL 1-1");
  g_assert_cmpstr (origin->date, ==, "2025-10-10");
  g_assert_cmpstr (origin->text, ==, "Xây nhà");
  g_assert_cmpstr (origin->deadline, ==, "2025-12-31");
}

/* The session is there, its conclusion isn't any more. */
static void
test_origin_taken_out (Folder *folder, gconstpointer unused)
{
  g_auto (Chain)       chain = { 0 };
  g_autoptr (MnOrigin) origin = NULL;
  g_autoptr (MnItem)   emptied = NULL;

  make_chain (&chain);
  emptied = mn_item_new_with_id (mn_kind_get_session (), mn_item_get_id (chain.first));
  set (mn_session_get_general (emptied), "title", "một, sửa");
  g_free (folder_save (folder, "2025/1.minutes", emptied));
  folder_refresh (folder);
  origin = mn_archive_get_origin (folder->archive, chain.row3);
  g_assert_false (origin->missing);
  g_assert_cmpstr (origin->session_title, ==, "một, sửa");
  g_assert_cmpstr (origin->text, ==, "Xây nhà");
}

static void
fill_external (MnItem *row)
{
  set (row, "label", "KL 22/8/2024-1");
  set (row, "origin-body", "Thường trực Tỉnh ủy");
  set (row, "origin-date", "2024-08-22");
  set (row, "origin-document", "15-TB/TU");
  set (row, "deadline", "2025-03-01");
}

static void
assert_external (const MnOrigin *origin)
{
  g_assert_null (origin->session);
  g_assert_false (origin->missing);
  g_assert_cmpstr (origin->session_title, ==, "Thường trực Tỉnh ủy");
  g_assert_cmpstr (origin->date, ==, "2024-08-22");
  g_assert_cmpstr (origin->label, ==, "KL 22/8/2024-1");
  g_assert_cmpstr (origin->text, ==, "Từ ngoài");
  g_assert_cmpstr (origin->document, ==, "15-TB/TU");
  g_assert_cmpstr (origin->deadline, ==, "2025-03-01");
}

/* From outside the archive, and the row of a later session that follows it on. */
static void
test_origin_external (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)    session = make_session ("một", "2025-03-11T08:00:00+07:00");
  g_autoptr (MnItem)    next = make_session ("hai", "2025-06-11T08:00:00+07:00");
  MnItem               *row = add (mn_session_get_record (session), "follow-ups", "Từ ngoài");
  MnItem               *later = add_row (next, session, row);
  g_autoptr (MnOrigin)  origin = NULL;
  g_autoptr (MnOrigin)  later_origin = NULL;
  g_autoptr (GPtrArray) history = NULL;

  fill_external (row);
  add_entry (row, "doing", NULL);
  add_entry (later, "done", NULL);
  g_free (folder_save (folder, "1.minutes", session));
  g_free (folder_save (folder, "2.minutes", next));
  folder_refresh (folder);
  origin = mn_archive_get_origin (folder->archive, row);
  assert_external (origin);
  later_origin = mn_archive_get_origin (folder->archive, later);
  assert_external (later_origin);
  history = mn_archive_get_history (folder->archive, mn_item_get_id (later), NULL);
  g_assert_cmpuint (history->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/follow-up/union", test_union);
  ADD_TEST ("/follow-up/struck", test_struck);
  ADD_TEST ("/follow-up/extra", test_extra);
  ADD_TEST ("/follow-up/copied-file", test_copied_file);
  ADD_TEST ("/follow-up/status", test_status);
  ADD_TEST ("/follow-up/status-of-row", test_status_of_row);
  ADD_TEST ("/follow-up/known-at", test_known_at);
  ADD_TEST ("/follow-up/counts", test_counts);
  ADD_TEST ("/follow-up/origin-in-archive", test_origin_in_archive);
  ADD_TEST ("/follow-up/origin-missing", test_origin_missing);
  ADD_TEST ("/follow-up/origin-taken-out", test_origin_taken_out);
  ADD_TEST ("/follow-up/origin-external", test_origin_external);
  return g_test_run ();
}
