#include "mn-period.h"

#include "archive-make.h"

typedef struct
{
  const char *ordinal, *kind, *number, *year; /* before */
  const char *next_ordinal, *next_number, *next_year;
} Case;

static const Case cases[] = {
  { "5", "quarter", "1", "2024", "6", "2", "2024" },
  { "5", "quarter", "2", "2024", "6", "3", "2024" },
  { "5", "quarter", "3", "2024", "6", "4", "2024" },
  { "5", "quarter", "4", "2025", "6", "1", "2026" },
  { "1", "month", "1", "2026", "2", "2", "2026" },
  { "1", "month", "11", "2026", "2", "12", "2026" },
  { "1", "month", "12", "2026", "2", "1", "2027" },
  { NULL, "half", "1", "2026", NULL, "2", "2026" },
  { NULL, "half", "2", "2026", NULL, "1", "2027" },
  { "9", "year", NULL, "2026", "10", NULL, "2027" },
  { "9", "year", NULL, NULL, "10", NULL, NULL },
  { "9", "quarter", "4", NULL, "10", "1", NULL },
  { "9", "quarter", NULL, "2026", "10", NULL, NULL },
  { "9", "quarter", "7", "2026", "10", NULL, NULL },
  { "9", "month", "13", "2026", "10", NULL, NULL },
  { "0", NULL, NULL, NULL, NULL, NULL, NULL },
  { NULL, NULL, "3", "2026", NULL, NULL, NULL },
  { "99", NULL, NULL, NULL, "100", NULL, NULL },
};

static MnItem *
make_before (const char *title, const Case *row)
{
  MnItem *session = make_session (title, NULL);
  MnItem *general = mn_session_get_general (session);

  set (general, "ordinal", row->ordinal);
  set (general, "period-kind", row->kind);
  set (general, "period-number", row->number);
  set (general, "period-year", row->year);
  return session;
}

static void
test_count_on (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) before = make_before (NULL, &cases[i]);
      g_autoptr (MnItem) next = mn_session_new ();
      MnItem            *general = mn_session_get_general (next);

      mn_period_count_on (before, next);
      g_assert_cmpstr (mn_item_get (general, "ordinal"), ==, cases[i].next_ordinal);
      g_assert_cmpstr (mn_item_get (general, "period-kind"), ==, cases[i].kind);
      g_assert_cmpstr (mn_item_get (general, "period-number"), ==, cases[i].next_number);
      g_assert_cmpstr (mn_item_get (general, "period-year"), ==, cases[i].next_year);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *title;
    Case        before;
    const char *next;
  } titles[] = {
    { "Hội nghị giao ban lần thứ năm (quý I/2024)",
      { "5", "quarter", "1", "2024" },
      "Hội nghị giao ban lần thứ sáu (quý II/2024)" },
    { "HỘI NGHỊ LẦN THỨ MƯỜI, Quý IV/2025",
      { "10", "quarter", "4", "2025" },
      "HỘI NGHỊ Lần thứ mười một, Quý I/2026" },
    { "Hội nghị giao ban quý IV/2025 giữa hai bên",
      { "2", "quarter", "4", "2025" },
      "Hội nghị giao ban quý I/2026 giữa hai bên" },
    { "Giao ban quý IV năm 2025", { NULL, "quarter", "4", "2025" }, "Giao ban quý I năm 2026" },
    { "Họp lần thứ hai năm 2025", { "2", NULL, NULL, NULL }, "Họp lần thứ ba năm 2025" },
    { "Họp lần thứ 12", { "12", NULL, NULL, NULL }, "Họp lần thứ 13" },
    { "Giao ban tháng 12/2025", { NULL, "month", "12", "2025" }, "Giao ban tháng 1/2026" },
    { "Sơ kết 6 tháng cuối năm 2025",
      { NULL, "half", "2", "2025" },
      "Sơ kết 6 tháng đầu năm 2026" },
    { "Tổng kết năm 2025", { NULL, "year", NULL, "2025" }, "Tổng kết năm 2026" },
    /* What can't be counted on with certainty is left to be derived. */
    { "Hội nghị lần thứ mười một", { "10", NULL, NULL, NULL }, NULL },
    { "Hội nghị lần thứ năm", { "5", "quarter", "1", "2024" }, NULL },
    { "Hội nghị lần thứ năm (quý I/2024)", { "4", "quarter", "1", "2024" }, NULL },
    { "Làm việc với các hội", { NULL, NULL, NULL, NULL }, NULL },
    { "Giao ban quý I/20245", { NULL, "quarter", "1", "2024" }, NULL },
    { NULL, { "5", "quarter", "1", "2024" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (MnItem) before = make_before (titles[i].title, &titles[i].before);
      g_autoptr (MnItem) next = mn_session_new ();
      g_autofree char   *title = NULL;

      mn_period_count_on (before, next);
      title = mn_period_dup_next_title (before, next);
      g_assert_cmpstr (title, ==, titles[i].next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/count-on", test_count_on);
  g_test_add_func ("/period/title", test_title);
  return g_test_run ();
}
