#include "form-make.h"
#include "mn-session.h"

static void
test_indicator (void)
{
  static const struct
  {
    const char *words, *value, *numerator, *denominator, *unit, *as_of, *period, *target, *expected;
  } cases[] = {
    { "trên 5,8 tỷ đồng", "5.8", NULL, NULL, "tỷ đồng", "2024-03-29", NULL, NULL,
      "+ Vốn: trên 5,8 tỷ đồng (đến ngày~29/3/2024)." },
    { NULL, "2713", NULL, NULL, "mô hình", NULL, NULL, NULL, "+ Vốn: 2.713~mô hình." },
    { NULL, NULL, "524", "765", NULL, NULL, NULL, NULL, "+ Vốn: 524/765, đạt 68,5%." },
    { NULL, "68", "524", "765", "%", NULL, NULL, NULL, "+ Vốn: 524/765, đạt 68%." },
    { NULL, "5.5", NULL, NULL, "%", NULL, "8 tháng đầu năm 2023", "6",
      "+ Vốn: 5,5% (8 tháng đầu năm~2023); chỉ tiêu: 6%." },
    { NULL, "1", NULL, "0", NULL, NULL, NULL, NULL, "+ Vốn: 1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *report = form_add (form_record (session), "reports", "title", "Kết quả", NULL);
      MnItem *indicator = form_add (report, "indicators", "label", "vốn", "words", cases[i].words,
                                    "value", cases[i].value, "numerator", cases[i].numerator,
                                    "denominator", cases[i].denominator, "unit", cases[i].unit,
                                    "as-of", cases[i].as_of, "period", cases[i].period, "target",
                                    cases[i].target, NULL);

      form_assert (form_at_item (MN_FORM_MINUTES, session, "indicator", indicator),
                   cases[i].expected);
    }
}

static void
test_parts (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *report = form_add (form_record (session), "reports", "title", "Kết quả", NULL);
  MnItem *indicator = form_add (report, "indicators", "label", "Mô hình", "value", "2713", NULL);

  form_add (indicator, "parts", "label", "Tập thể", "value", "1986", NULL);
  form_add (indicator, "parts", "label", "Cá nhân", "value", "727", NULL);
  form_add (indicator, "parts", NULL);
  form_assert (form_at_item (MN_FORM_MINUTES, session, "indicator", indicator),
               "+ Mô hình: 2.713 (trong đó: tập thể 1.986; cá nhân 727).");
}

/* Three indicators are a table; columns that nothing stands in are left out. */
static void
test_table (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *report = form_add (form_record (session), "reports", "title", "Kết quả", NULL);

  for (guint i = 0; i < 3; i++)
    form_add (report, "indicators", "label", "vốn", "value", "5.5", "unit", "tỷ đồng", "as-of",
              i == 0 ? "2026-06-30" : NULL, NULL);
  form_add (report, "indicators", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_TABLE_HEAD),
               "STT\nNội dung\nKết quả\nThời điểm");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_TABLE_CELL),
               "1\nVốn\n5,5~tỷ đồng\n30/6/2026\n2\nVốn\n5,5~tỷ đồng\n\n3\nVốn\n5,5~tỷ đồng\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-indicator/indicator", test_indicator);
  g_test_add_func ("/form-indicator/parts", test_parts);
  g_test_add_func ("/form-indicator/table", test_table);
  return g_test_run ();
}
