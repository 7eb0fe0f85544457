#include "archive-make.h"

#include <string.h>

static const MnCarried *
find_line (GPtrArray *carried, MnItem *item)
{
  for (guint i = 0; i < carried->len; i++)
    if (((MnCarried *) carried->pdata[i])->item == item)
      return carried->pdata[i];
  return NULL;
}

static void
assert_line (GPtrArray *carried, MnItem *item, gboolean returns, const char *reason)
{
  const MnCarried *line = find_line (carried, item);

  g_assert_nonnull (line);
  g_assert_cmpstr (line->reason, ==, reason);
  g_assert_true (line->returns == returns);
}

static void
test_points (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *deadline, *status, *effective;
    gboolean    returns;
    const char *reason;
  } cases[] = {
    { NULL, NULL, NULL, TRUE, "open, without a deadline" },
    { "2026-06-30", NULL, NULL, TRUE, "open, due 30/6/2026" },
    { "2026-04-15", "doing", "2026-04-01", TRUE, "open, due 15/4/2026" },
    { "2026-04-14", NULL, NULL, TRUE, "1 day overdue (due 14/4/2026)" },
    { "2026-04-05", "doing", "2026-04-01", TRUE, "10 days overdue (due 05/4/2026)" },
    { "2026-04-05", "done", "2026-04-03", FALSE, "done on 03/4/2026" },
    { NULL, "cancelled", "2026-04-03", FALSE, "cancelled" },
    { NULL, "forwarded", "2026-04-03", FALSE, "forwarded to another body" },
    { "2026-04-05", "paused", "2026-04-03", TRUE, "open, paused" },
    { NULL, "handed", "2026-04-03", TRUE, "open, without a deadline" },
    { NULL, "done", "2026-04-16", TRUE, "open, without a deadline" }, /* not yet today */
  };
  g_autoptr (MnItem)    session = make_session ("nay", "2026-03-01T08:00:00+07:00");
  g_autoptr (GPtrArray) carried = NULL;
  MnItem               *points[G_N_ELEMENTS (cases)], *remark;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      points[i] = add_task (session, "việc", cases[i].deadline);
      if (cases[i].status != NULL)
        {
          MnItem *entry = add_entry (mn_session_get_after (session), cases[i].status,
                                     "2026-04-03T08:00:00+07:00");

          set (entry, "item", mn_item_get_id (points[i]));
          set (entry, "effective", cases[i].effective);
        }
    }
  remark = add (mn_session_get_conclusion (session), "points", "biểu dương");
  carried = mn_archive_list_carried (folder->archive, session);
  g_assert_cmpuint (carried->len, ==, G_N_ELEMENTS (cases) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_line (carried, points[i], cases[i].returns, cases[i].reason);
  assert_line (carried, remark, FALSE, "not a task");
  g_assert_cmpstr (find_line (carried, points[1])->label, ==, "KL 01/3/2026-2");
  g_assert_cmpstr (find_line (carried, points[1])->text, ==, "việc");
}

static void
test_proposals (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *disposition;
    gboolean    returns;
    const char *reason;
  } cases[] = {
    { NULL, TRUE, "open, without a deadline" },
    { "assigned", TRUE, "open, without a deadline" },
    { "agreed", FALSE, "answered" },
    { "explained", FALSE, "answered" },
    { "not-agreed", FALSE, "answered" },
    { "forwarded", FALSE, "answered" },
  };
  g_autoptr (MnItem)    session = make_session ("nay", "2026-03-01T08:00:00+07:00");
  g_autoptr (GPtrArray) carried = NULL;
  MnItem               *record = mn_session_get_record (session);
  MnItem               *proposals[G_N_ELEMENTS (cases)], *taken, *answered, *talked, *due;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      proposals[i] = add (record, "proposals", "đề nghị");
      set (add (proposals[i], "answers", "trả lời"), "disposition", cases[i].disposition);
    }
  /* Taken up by a task, from either end; a mere remark takes nothing up. */
  taken = add (record, "proposals", "đã giao");
  point_at (taken, "settled-by", add_task (session, "việc", NULL));
  answered = add (record, "proposals", "đã giao, ghi ở kết luận");
  point_at (add_task (session, "việc", NULL), "answers", answered);
  talked = add (record, "proposals", "mới nói tới");
  point_at (talked, "settled-by", add (mn_session_get_conclusion (session), "points", "ghi nhận"));
  due = add (record, "proposals", "có hạn");
  set (add (due, "answers", "giao"), "deadline", "2026-04-14");
  carried = mn_archive_list_carried (folder->archive, session);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_line (carried, proposals[i], cases[i].returns, cases[i].reason);
  assert_line (carried, taken, FALSE, "answered");
  assert_line (carried, answered, FALSE, "answered");
  assert_line (carried, talked, TRUE, "open, without a deadline");
  assert_line (carried, due, TRUE, "1 day overdue (due 14/4/2026)");
}

/* Rows: judged by the whole history, of what they follow, once each. */
static void
test_rows (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)    old = make_session ("cũ", "2025-12-01T08:00:00+07:00");
  g_autoptr (MnItem)    session = make_session ("nay", "2026-03-01T08:00:00+07:00");
  g_autoptr (GPtrArray) carried = NULL;
  MnItem               *open = add_task (old, "còn", "2026-04-10");
  MnItem               *done = add_task (old, "xong", NULL);
  MnItem               *later = add_task (old, "thư đến sau", NULL);
  MnItem               *proposal = add (mn_session_get_record (old), "proposals", "đề nghị");
  MnItem               *rows[5], *entry;

  set (add (proposal, "answers", "đã trả lời sau"), "disposition", "agreed");
  rows[0] = add_row (session, old, open);
  rows[1] = add_row (session, old, done);
  add_entry (rows[1], "done", NULL);
  rows[2] = add_row (session, old, later);
  entry = add_entry (mn_session_get_after (old), "done", "2026-03-20T08:00:00+07:00");
  set (entry, "item", mn_item_get_id (later));
  rows[3] = add (mn_session_get_record (session), "follow-ups", "từ ngoài");
  rows[4] = add (mn_session_get_record (session), "follow-ups", "đề nghị");
  set (rows[4], "origin-session", mn_item_get_id (old));
  set (rows[4], "origin-item", mn_item_get_id (proposal));
  add_row (session, old, open); /* the same once more */
  g_free (folder_save (folder, "old.minutes", old));
  folder_refresh (folder);
  carried = mn_archive_list_carried (folder->archive, session);
  g_assert_cmpuint (carried->len, ==, 5);
  assert_line (carried, rows[0], TRUE, "5 days overdue (due 10/4/2026)");
  assert_line (carried, rows[1], FALSE, "done on 01/3/2026");
  assert_line (carried, rows[2], FALSE, "done on 20/3/2026");
  assert_line (carried, rows[3], TRUE, "open, without a deadline");
  assert_line (carried, rows[4], FALSE, "answered");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/carried/points", test_points);
  ADD_TEST ("/carried/proposals", test_proposals);
  ADD_TEST ("/carried/rows", test_rows);
  return g_test_run ();
}
