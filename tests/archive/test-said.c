#include "mn-said.h"

#include "archive-make.h"

static const MnSaid *
get_said (GPtrArray *said, guint index)
{
  g_assert_cmpuint (index, <, said->len);
  return said->pdata[index];
}

/* Whatever the entry of a row says it is about, it is about what the row follows. */
static void
test_keys (void)
{
  g_autoptr (MnItem) old = make_session ("cũ", NULL);
  g_autoptr (MnItem) session = make_session ("mới", "2026-04-12T08:00:00+07:00");
  MnItem            *task = add_task (old, "việc", NULL);
  MnItem            *row = add_row (session, old, task);
  MnItem            *outside = add (mn_session_get_record (session), "follow-ups", "từ ngoài");
  MnItem            *entries[5];
  g_autoptr (GPtrArray) said = NULL;
  const char           *expected[4];

  entries[0] = add_entry (row, "doing", NULL);
  entries[1] = add_entry (row, "doing", NULL);
  set (entries[1], "item", mn_item_get_id (row));
  entries[2] = add_entry (outside, "done", NULL);
  entries[3] = add_entry (mn_session_get_after (session), "done", NULL);
  set (entries[3], "item", mn_item_get_id (task));
  entries[4] = add_entry (mn_session_get_after (session), "done", NULL); /* about nothing */
  expected[0] = expected[1] = expected[3] = mn_item_get_id (task);
  expected[2] = mn_item_get_id (outside);
  said = mn_said_collect (session);
  g_assert_cmpuint (said->len, ==, 4);
  for (guint i = 0; i < said->len; i++)
    {
      g_assert_cmpstr (get_said (said, i)->key, ==, expected[i]);
      g_assert_cmpstr (mn_item_get_id (get_said (said, i)->item), ==, mn_item_get_id (entries[i]));
      g_assert_cmpstr (get_said (said, i)->session, ==, mn_item_get_id (session));
      g_assert_cmpstr (get_said (said, i)->session_title, ==, "mới");
    }
}

/* What was said at the meeting holds from its day; what came after has only its own dates. */
static void
test_dates (void)
{
  g_autoptr (MnItem)    old = make_session ("cũ", NULL);
  g_autoptr (MnItem)    session = make_session ("mới", "2026-04-12T08:00:00+07:00");
  MnItem               *task = add_task (old, "việc", NULL);
  MnItem               *row = add_row (session, old, task);
  MnItem               *after;
  g_autoptr (GPtrArray) said = NULL;

  add_entry (row, "doing", NULL);
  set (add_entry (row, "done", "2026-04-13T10:00:00+07:00"), "effective", "2026-03-01");
  after = add_entry (mn_session_get_after (session), "done", NULL);
  set (after, "item", mn_item_get_id (task));
  said = mn_said_collect (session);
  g_assert_cmpstr (mn_item_get (get_said (said, 0)->item, "effective"), ==, "2026-04-12");
  g_assert_cmpstr (mn_item_get (get_said (said, 0)->item, "recorded"), ==,
                   "2026-04-12T08:00:00+07:00");
  g_assert_cmpstr (mn_item_get (get_said (said, 1)->item, "effective"), ==, "2026-03-01");
  g_assert_cmpstr (mn_item_get (get_said (said, 1)->item, "recorded"), ==,
                   "2026-04-13T10:00:00+07:00");
  g_assert_null (mn_item_get (get_said (said, 2)->item, "effective"));
  /* The session's own entry stays as it is. */
  g_assert_null (mn_item_get (mn_item_get_child (row, "entries", 0), "effective"));
}

static void
test_tidy (void)
{
  g_autoptr (MnItem)    session = make_session ("mới", NULL);
  MnItem               *row = add (mn_session_get_record (session), "follow-ups", "việc");
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GPtrArray) again = NULL;

  add_entry (row, "done", "2026-03-02T08:00:00+07:00");
  add_entry (row, "doing", "2026-03-02T00:30:00+00:00"); /* earlier, though written greater */
  said = mn_said_collect (session);
  again = mn_said_collect (session);
  g_ptr_array_extend_and_steal (said, g_steal_pointer (&again));
  g_assert_cmpuint (said->len, ==, 4);
  mn_said_tidy (said);
  g_assert_cmpuint (said->len, ==, 2);
  g_assert_cmpstr (mn_item_get (get_said (said, 0)->item, "status"), ==, "doing");
  g_assert_cmpstr (mn_item_get (get_said (said, 1)->item, "status"), ==, "done");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said/keys", test_keys);
  g_test_add_func ("/said/dates", test_dates);
  g_test_add_func ("/said/tidy", test_tidy);
  return g_test_run ();
}
