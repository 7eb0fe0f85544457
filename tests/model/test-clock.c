#include "mn-clock.h"

static void
expect_moment (const char *given, const char *moment)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed (given);
  g_autofree char    *shown = mn_clock_dup_moment (clock);

  g_assert_cmpstr (shown, ==, moment);
}

/* Tests run in Hồ Chí Minh's time zone. */
static void
test_fixed (void)
{
  expect_moment ("2026-04-15T08:30:00+07:00", "2026-04-15T08:30:00+07:00");
  expect_moment ("2026-04-15", "2026-04-15T00:00:00+07:00");
  expect_moment ("2026-04-15T23:59:59Z", "2026-04-15T23:59:59+00:00");
  expect_moment ("2026-02-30", "1970-01-01T00:00:00+00:00");
  expect_moment ("tomorrow", "1970-01-01T00:00:00+00:00");
  expect_moment ("", "1970-01-01T00:00:00+00:00");
}

static void
test_today (void)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2024-02-29T23:30:00+07:00");
  GDate               today;

  mn_clock_today (clock, &today);
  g_assert_true (g_date_valid (&today));
  g_assert_cmpint (g_date_get_day (&today), ==, 29);
  g_assert_cmpint (g_date_get_month (&today), ==, G_DATE_FEBRUARY);
  g_assert_cmpint (g_date_get_year (&today), ==, 2024);
}

static void
test_advance (void)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-12-31T23:59:59+07:00");
  g_autoptr (MnClock) same = mn_clock_ref (clock);
  gint64              before = mn_clock_monotonic (clock);
  g_autofree char    *moment = NULL;

  g_assert_cmpint (mn_clock_monotonic (clock), ==, before);
  mn_clock_advance (clock, 1500000);
  g_assert_cmpint (mn_clock_monotonic (same) - before, ==, 1500000);
  moment = mn_clock_dup_moment (same);
  g_assert_cmpstr (moment, ==, "2027-01-01T00:00:00+07:00");
}

static void
test_environment (void)
{
  g_autoptr (MnClock) clock = NULL;
  g_autofree char    *moment = NULL;

  g_setenv ("MINUTES_TODAY", "2026-07-08", TRUE);
  clock = mn_clock_new ();
  g_unsetenv ("MINUTES_TODAY");
  moment = mn_clock_dup_moment (clock);
  g_assert_cmpstr (moment, ==, "2026-07-08T00:00:00+07:00");
}

static void
test_system (void)
{
  g_autoptr (MnClock)   clock = mn_clock_new ();
  gint64                earlier = mn_clock_monotonic (clock);
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  g_autoptr (GDateTime) now = mn_clock_now (clock);
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();

  g_assert_cmpint (g_date_time_compare (before, now), <=, 0);
  g_assert_cmpint (g_date_time_compare (now, after), <=, 0);
  g_assert_cmpint (mn_clock_monotonic (clock), >=, earlier);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/today", test_today);
  g_test_add_func ("/clock/advance", test_advance);
  g_test_add_func ("/clock/environment", test_environment);
  g_test_add_func ("/clock/system", test_system);
  return g_test_run ();
}
