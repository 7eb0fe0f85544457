#include "mn-session-entry-private.h"

static const MnSessionFacts facts = {
  .id = "id",
  .path = "/a/b.minutes",
  .title = "Hội nghị",
  .series = "Giao ban",
  .series_id = "s",
  .ordinal = 5,
  .period = "quý I/2024",
  .starts = "2024-04-12T08:00:00+07:00",
  .starts_at = 1,
  .chair = "A",
  .n_points = 9,
  .n_open = 4,
  .n_overdue = 1,
};

static void
test_facts (void)
{
  MnSessionEntry *entry = mn_session_entry_new (&facts);

  g_assert_cmpstr (mn_session_entry_get_id (entry), ==, facts.id);
  g_assert_cmpstr (mn_session_entry_get_path (entry), ==, facts.path);
  g_assert_cmpstr (mn_session_entry_get_title (entry), ==, facts.title);
  g_assert_cmpstr (mn_session_entry_get_series (entry), ==, facts.series);
  g_assert_cmpstr (mn_session_entry_get_series_id (entry), ==, facts.series_id);
  g_assert_cmpint (mn_session_entry_get_ordinal (entry), ==, 5);
  g_assert_cmpstr (mn_session_entry_get_period (entry), ==, facts.period);
  g_assert_cmpstr (mn_session_entry_get_starts (entry), ==, facts.starts);
  g_assert_cmpint (mn_session_entry_get_starts_at (entry), ==, 1);
  g_assert_cmpstr (mn_session_entry_get_chair (entry), ==, facts.chair);
  g_assert_cmpuint (mn_session_entry_get_n_points (entry), ==, 9);
  g_assert_cmpuint (mn_session_entry_get_n_open (entry), ==, 4);
  g_assert_cmpuint (mn_session_entry_get_n_overdue (entry), ==, 1);
  g_assert_null (mn_session_entry_get_error (entry));
  g_assert_finalize_object (entry);
}

static void
test_nothing_is_empty (void)
{
  MnSessionFacts  nothing = { .error = "broken" };
  MnSessionEntry *entry = mn_session_entry_new (&nothing);

  g_assert_cmpstr (mn_session_entry_get_id (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_path (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_title (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_series (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_series_id (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_period (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_starts (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_chair (entry), ==, "");
  g_assert_cmpstr (mn_session_entry_get_error (entry), ==, "broken");
  g_assert_finalize_object (entry);
}

/* Every fact alone makes a difference. */
static void
test_shows (void)
{
  g_autoptr (MnSessionEntry) entry = mn_session_entry_new (&facts);
  MnSessionFacts             changed[14];

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    changed[i] = facts;
  changed[1].id = changed[2].path = changed[3].title = changed[4].series = "?";
  changed[5].series_id = changed[6].period = changed[7].starts = changed[8].chair = "?";
  changed[9].error = "?";
  changed[10].ordinal = changed[11].starts_at = 6;
  changed[12].n_open = 3;
  changed[13].n_overdue = 0;
  g_assert_true (mn_session_entry_shows (entry, &changed[0]));
  for (guint i = 1; i < G_N_ELEMENTS (changed); i++)
    g_assert_false (mn_session_entry_shows (entry, &changed[i]));
  changed[0].n_points = 8;
  g_assert_false (mn_session_entry_shows (entry, &changed[0]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-entry/facts", test_facts);
  g_test_add_func ("/session-entry/nothing-is-empty", test_nothing_is_empty);
  g_test_add_func ("/session-entry/shows", test_shows);
  return g_test_run ();
}
