#include "form-make.h"
#include "mn-session.h"

static void
test_lead (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *from = form_body (session, "Hội Nông dân tỉnh", NULL);
  MnItem            *to = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *person = form_person (session, "Lê A", "Bí thư");
  MnItem            *record = form_record (session);
  MnItem *whole = form_add (record, "proposals", "proposers", mn_item_get_id (from), "addressees",
                            mn_item_get_id (to), "area", "Biên chế", "text", "tăng biên chế",
                            "beyond", "Tỉnh ủy", NULL);
  MnItem *open = form_add (record, "proposals", "proposers", mn_item_get_id (person), "text", "một",
                           NULL);
  MnItem *bare = form_add (record, "proposals", "text", "hai", NULL);
  MnItem *addressed = form_add (record, "proposals", "addressees", mn_item_get_id (to), "text",
                                "ba", NULL);

  form_assert (form_at_item (MN_FORM_MINUTES, session, "proposal", whole),
               "(1) Hội Nông dân tỉnh kiến nghị Sở Nội vụ (lĩnh vực biên chế): Tăng biên chế (vượt "
               "thẩm quyền của Tỉnh ủy).");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "proposal", open),
               "(2) Đồng chí~Lê A, Bí thư, kiến nghị, đề xuất: Một.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "proposal", bare),
               "(3) Kiến nghị, đề xuất: Hai.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "proposal", addressed),
               "(4) Kiến nghị với Sở Nội vụ: Ba.");
}

static void
test_answers (void)
{
  static const struct
  {
    const char *disposition, *text;
    gboolean    lead;
    const char *deadline, *document, *expected;
  } cases[] = {
    { "agreed", NULL, FALSE, NULL, NULL, "- Trả lời: Thống nhất với kiến nghị, đề xuất." },
    { "agreed", "làm trong quý III", FALSE, NULL, NULL, "- Trả lời: Làm trong quý~III." },
    { "assigned", NULL, TRUE, "2026-06-30", NULL,
      "- Trả lời: Giao Sở Nội vụ nghiên cứu, tham mưu; hoàn thành trước ngày~30/6/2026." },
    { "assigned", "Thống nhất", TRUE, "2026-06-30", NULL,
      "- Trả lời: Thống nhất; giao Sở Nội vụ nghiên cứu, tham mưu; hoàn thành trước "
      "ngày~30/6/2026." },
    { "assigned", "Giao Sở Nội vụ xong trước 30/6/2026.", TRUE, "2026-06-30", NULL,
      "- Trả lời: Giao Sở Nội vụ xong trước 30/6/2026." },
    { "forwarded", NULL, TRUE, NULL, NULL,
      "- Trả lời: Chuyển Sở Nội vụ xem xét, giải quyết theo thẩm quyền." },
    { "forwarded", NULL, FALSE, NULL, NULL,
      "- Trả lời: Chuyển cơ quan có thẩm quyền xem xét, giải quyết." },
    { "explained", "đã bố trí kinh phí", FALSE, NULL, "Công văn số 5-CV/TU",
      "- Trả lời: Đã bố trí kinh phí (Công văn số~5-CV/TU)." },
    { "not-agreed", "Biên chế đã ổn định", FALSE, NULL, NULL,
      "- Trả lời: Chưa thống nhất. Biên chế đã ổn định." },
    { "not-agreed", "Không đồng ý", FALSE, NULL, NULL, "- Trả lời: Không đồng ý." },
    { "not-agreed", NULL, FALSE, NULL, NULL, "- Trả lời: Chưa thống nhất với kiến nghị, đề xuất." },
    { NULL, NULL, FALSE, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *lead = form_body (session, "Sở Nội vụ", NULL);
      MnItem *proposal = form_add (form_record (session), "proposals", "text", "một", NULL);
      MnItem *answer = form_add (proposal, "answers", "disposition", cases[i].disposition, "leads",
                                 cases[i].lead ? mn_item_get_id (lead) : NULL, "deadline",
                                 cases[i].deadline, "document", cases[i].document, NULL);

      if (cases[i].text != NULL)
        form_set (answer, "text", cases[i].text, NULL);
      form_assert (form_at_item (MN_FORM_MINUTES, session, "answer", answer), cases[i].expected);
    }
}

static void
test_answerers (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *person = form_person (session, "Lê A", "Bí thư");
  MnItem *proposal = form_add (form_record (session), "proposals", "text", "một", NULL);
  MnItem *answer = form_add (proposal, "answers", "answerers", mn_item_get_id (person), "text",
                             "đồng ý", NULL);

  form_assert (form_at_item (MN_FORM_MINUTES, session, "answer", answer),
               "- Đồng chí~Lê A, Bí thư, trả lời: Đồng ý.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-proposal/lead", test_lead);
  g_test_add_func ("/form-proposal/answers", test_answers);
  g_test_add_func ("/form-proposal/answerers", test_answerers);
  return g_test_run ();
}
