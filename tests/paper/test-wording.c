#include "mn-wording.h"

#include "form-make.h"
#include "mn-session.h"

static void
assert_taken (char *made, const char *expected)
{
  GString *shown = g_string_new (made);

  g_string_replace (shown, MN_NBSP, "~", 0);
  g_assert_cmpstr (shown->str, ==, expected);
  g_string_free (shown, TRUE);
  g_free (made);
}

static void
test_noun (void)
{
  static const struct
  {
    const char *title, *kind, *noun, *words, *phrase;
  } cases[] = {
    { NULL, NULL, "hội nghị", "Hội nghị", "hội nghị" },
    { NULL, "briefing", "hội nghị", "Hội nghị giao ban", "hội nghị giao ban" },
    { NULL, "working-session", "buổi làm việc", "Buổi làm việc", "buổi làm việc" },
    { NULL, "congress", "đại hội", "Đại hội", "đại hội" },
    { "cuộc họp bất thường.", "briefing", "cuộc họp", "Cuộc họp bất thường",
      "cuộc họp bất thường" },
    { "Thường trực Tỉnh ủy làm việc với các Hội", NULL, "buổi làm việc",
      "Thường trực Tỉnh ủy làm việc với các Hội", "buổi làm việc với các Hội" },
    { "Gặp mặt đầu xuân", NULL, "hội nghị", "Gặp mặt đầu xuân", "hội nghị" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem)     session = mn_session_new ();
      g_autoptr (MnComposer) composer = NULL;

      form_set (form_general (session), "title", cases[i].title, "kind", cases[i].kind, NULL);
      composer = mn_composer_new (MN_FORM_MINUTES, session);
      g_assert_cmpstr (composer->noun, ==, cases[i].noun);
      assert_taken (mn_wording_meeting_title (composer), cases[i].words);
      assert_taken (mn_wording_meeting_phrase (composer), cases[i].phrase);
    }
}

/* Told apart by period, else by day. */
static void
test_phrase (void)
{
  static const struct
  {
    const char *title, *series, *ordinal, *period, *starts, *phrase;
  } cases[] = {
    { "Hội nghị giao ban", NULL, NULL, "quarter", NULL, "hội nghị giao ban (quý~I/2026)" },
    { "Hội nghị giao ban quý I/2026", NULL, NULL, "quarter", NULL, "hội nghị giao ban quý~I/2026" },
    { NULL, "Hội nghị giao ban", "5", NULL, "2026-04-05T08:00:00+07:00",
      "hội nghị giao ban lần thứ năm" },
    { "Hội nghị mở rộng", NULL, NULL, NULL, "2026-04-05T08:00:00+07:00",
      "hội nghị mở rộng ngày~05/4/2026" },
    { "Hội nghị ngày 05/4/2026", NULL, NULL, NULL, "2026-04-05T08:00:00+07:00",
      "hội nghị ngày~05/4/2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem)     session = mn_session_new ();
      g_autoptr (MnComposer) composer = NULL;
      g_autofree char       *phrase = NULL;

      form_set (form_general (session), "title", cases[i].title, "series", cases[i].series,
                "ordinal", cases[i].ordinal, "period-kind", cases[i].period, "period-number", "1",
                "period-year", "2026", "starts", cases[i].starts, NULL);
      composer = mn_composer_new (MN_FORM_NOTICE, session);
      phrase = mn_wording_meeting_phrase (composer);
      assert_taken (mn_sentence_clean (phrase), cases[i].phrase);
    }
}

static void
test_position (void)
{
  static const struct
  {
    const char *post, *position;
  } cases[] = {
    { "Bí thư Tỉnh ủy", "Bí thư" },
    { "Phó Bí thư Thường trực Tỉnh uỷ", "Phó Bí thư" },
    { "Ủy viên Ban Chấp hành Trung ương Đảng, Bí thư Tỉnh ủy Trà Vinh", "Bí thư" },
    { "Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh", "Phó Bí thư" },
    { "Chánh Văn phòng Tỉnh ủy", "Chánh Văn phòng" },
    { "Chủ tịch Hội Nông dân tỉnh", "Chủ tịch Hội Nông dân tỉnh" },
    { NULL, "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_taken (mn_wording_position (cases[i].post), cases[i].position);
}

static void
test_percent (void)
{
  assert_taken (mn_wording_percent (14, 15), "93,3%");
  assert_taken (mn_wording_percent (15, 15), "100%");
  assert_taken (mn_wording_percent (1, 2000), "0,1%");
  assert_taken (mn_wording_percent (0, 5), "0%");
  assert_taken (mn_wording_percent (3, 0), "");
  assert_taken (mn_wording_percent (G_MAXINT64, G_MAXINT64), "100%");
}

static void
test_says_day (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 5, G_DATE_JUNE, 2026);
  g_assert_true (mn_wording_says_day ("trước ngày 05/6/2026", &day));
  g_assert_true (mn_wording_says_day ("trước 5/6/2026.", &day));
  g_assert_true (mn_wording_says_day ("trước 05/06/2026", &day));
  g_assert_true (mn_wording_says_day ("trước ngày 05 tháng 6 năm 2026", &day));
  g_assert_false (mn_wording_says_day ("trước ngày 06/5/2026", &day));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/noun", test_noun);
  g_test_add_func ("/wording/phrase", test_phrase);
  g_test_add_func ("/wording/position", test_position);
  g_test_add_func ("/wording/percent", test_percent);
  g_test_add_func ("/wording/says-day", test_says_day);
  return g_test_run ();
}
