#include "form-make.h"
#include "mn-session.h"

static void
test_lead (void)
{
  static const struct
  {
    const char *title, *period, *post, *body, *expected;
  } cases[] = {
    { "Báo cáo kết quả quý I", NULL, "Bí thư", NULL,
      "- Đồng chí~Lê A, Bí thư, trình bày báo cáo kết quả quý~I." },
    { "Kết quả công tác", "Quý I/2026", NULL, NULL,
      "- Đồng chí~Lê A trình bày báo cáo kết quả công tác (quý~I/2026)." },
    { "Kết quả quý I/2026", "quý I/2026", NULL, "Hội Nông dân tỉnh",
      "- Đồng chí~Lê A, thay mặt Hội Nông dân tỉnh, trình bày báo cáo kết quả quý~I/2026." },
    { "Tham luận về dân vận", NULL, "Chủ tịch Hội Nông dân tỉnh", "Hội Nông dân tỉnh",
      "- Đồng chí~Lê A, Chủ tịch Hội Nông dân tỉnh, trình bày tham luận về dân vận." },
    { NULL, NULL, "Bí thư", NULL, "- Đồng chí~Lê A, Bí thư, trình bày báo cáo." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *reporter = form_person (session, "Lê A", cases[i].post);
      MnItem *body = cases[i].body != NULL ? form_body (session, cases[i].body, NULL) : NULL;
      MnItem *report = form_add (form_record (session), "reports", "title", cases[i].title,
                                 "period", cases[i].period, "reporters", mn_item_get_id (reporter),
                                 "bodies", body != NULL ? mn_item_get_id (body) : NULL, NULL);

      form_assert (form_at_item (MN_FORM_MINUTES, session, "report", report), cases[i].expected);
    }
}

static void
test_nobody (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *body = form_body (session, "Tỉnh Đoàn", NULL);
  MnItem *bare = form_add (form_record (session), "reports", "title", "Kết quả", NULL);
  MnItem *own = form_add (form_record (session), "reports", "title", "Báo cáo của Tỉnh Đoàn",
                          "bodies", mn_item_get_id (body), NULL);

  form_assert (form_at_item (MN_FORM_MINUTES, session, "report", bare), "- Báo cáo kết quả.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "report", own),
               "- Tỉnh Đoàn trình bày báo cáo.");
}

/* What is told makes the sentence a heading of what follows. */
static void
test_words (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *proposal = form_add (form_record (session), "proposals", "text", "một", NULL);
  MnItem *report = form_add (form_record (session), "reports", "title", "Kết quả", "results",
                             "Tốt\nổn định", "causes", "thiếu vốn;", "carries",
                             mn_item_get_id (proposal), NULL);
  g_autofree char *results = g_strdup_printf ("report:%s:results", mn_item_get_id (report));
  g_autofree char *causes = g_strdup_printf ("report:%s:causes", mn_item_get_id (report));
  g_autofree char *carries = g_strdup_printf ("report:%s:carries", mn_item_get_id (report));

  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_3), "Báo cáo kết quả:");
  form_assert (form_at (MN_FORM_MINUTES, session, results), "- Kết quả: Tốt.\nổn định.");
  form_assert (form_at (MN_FORM_MINUTES, session, causes), "- Nguyên nhân: Thiếu vốn.");
  form_assert (form_at (MN_FORM_MINUTES, session, carries),
               "- Báo cáo tổng hợp, chuyển đến hội nghị 01 kiến nghị, đề xuất.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-report/lead", test_lead);
  g_test_add_func ("/form-report/nobody", test_nobody);
  g_test_add_func ("/form-report/words", test_words);
  return g_test_run ();
}
