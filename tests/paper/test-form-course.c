#include "form-make.h"
#include "mn-session.h"

static void
add_all (MnItem *session)
{
  MnItem *record = form_record (session);

  form_add (record, "follow-ups", "text", "việc cũ", NULL);
  form_add (record, "reports", "title", "Báo cáo", NULL);
  form_add (record, "contributions", "text", "nhất trí", NULL);
  form_add (record, "proposals", "text", "tăng biên chế", NULL);
  form_add (record, "votes", "subject", "quy chế", NULL);
}

static void
test_usual_order (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  add_all (session);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_2),
               "1.1. Đại biểu chính thức\n"
               "2.1. Kết quả thực hiện các kết luận, chỉ đạo trước đó\n"
               "2.2. Các báo cáo trình bày tại hội nghị\n2.3. Ý kiến phát biểu, thảo luận\n"
               "2.4. Kiến nghị, đề xuất\n2.5. Biểu quyết");
}

/* What the agenda names comes in its order, the rest after it. */
static void
test_agenda_order (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  add_all (session);
  form_add (form_record (session), "agenda", "kind", "vote", NULL);
  form_add (form_record (session), "agenda", "kind", "discussion", NULL);
  form_add (form_record (session), "agenda", "kind", "report", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_2),
               "1.1. Đại biểu chính thức\n2.1. Biểu quyết\n2.2. Ý kiến phát biểu, thảo luận\n"
               "2.3. Các báo cáo trình bày tại hội nghị\n"
               "2.4. Kết quả thực hiện các kết luận, chỉ đạo trước đó\n2.5. Kiến nghị, đề xuất");
}

/* Sections in which nothing is told aren't there either. */
static void
test_empty_items (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_add (form_record (session), "reports", NULL);
  form_add (form_record (session), "contributions", NULL);
  form_add (form_record (session), "votes", NULL);
  form_add (form_record (session), "proposals", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_1), "1. Thành phần hội nghị");
}

static void
test_agenda (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *person = form_person (session, "Lê A", "Bí thư");
  MnItem            *point;

  form_add (form_record (session), "agenda", "title", "Khai mạc", "kind", "opening", "presenters",
            mn_item_get_id (person), NULL);
  point = form_add (form_record (session), "agenda", "title", "Báo cáo kết quả;", "kind", "report",
                    "presenters", mn_item_get_id (person), NULL);
  form_add (point, "points", "title", "Phần một", NULL);
  form_add (form_record (session), "agenda", "title", "Nghỉ", "kind", "break", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:content"),
               "- Nội dung: Khai mạc; báo cáo kết quả.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "agenda", point),
               "- Báo cáo kết quả (đồng chí~Lê A trình bày).");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "agenda",
                             mn_item_get_child (form_record (session), "agenda", 0)),
               "- Khai mạc (đồng chí~Lê A).");
  form_assert (
      form_at_item (MN_FORM_MINUTES, session, "agenda", mn_item_get_child (point, "points", 0)),
      "+ Phần một.");
}

/* Without a theme bare titles are told once, among the opening items. */
static void
test_agenda_once (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_add (form_record (session), "agenda", "title", "Thảo luận", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:content"), "- Nội dung: Thảo luận.");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:agenda"), "");
  form_set (form_general (session), "theme", "Dân vận", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:content"), "- Nội dung: Dân vận.");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:agenda"),
               "2.1. Nội dung, chương trình hội nghị");
}

static void
test_contributions (void)
{
  static const struct
  {
    const char *kind, *title, *text, *expected;
  } cases[] = {
    { NULL, NULL, "nhất trí.", "- Đồng chí~Lê A, Bí thư: nhất trí." },
    { "opinion", "Bỏ qua", "nhất trí", "- Đồng chí~Lê A, Bí thư: nhất trí." },
    { "paper", "Dân vận khéo", "nêu cách làm",
      "- Đồng chí~Lê A, Bí thư, trình bày tham luận “Dân vận khéo”: nêu cách làm." },
    { "paper", NULL, NULL, "- Đồng chí~Lê A, Bí thư, trình bày tham luận." },
    { "direction", NULL, "làm ngay", "- Đồng chí~Lê A, Bí thư, phát biểu chỉ đạo: làm ngay." },
    { "question", NULL, "bao giờ xong?", "- Đồng chí~Lê A, Bí thư, nêu câu hỏi: bao giờ xong?" },
    { "opinion", NULL, NULL, "- Đồng chí~Lê A, Bí thư, phát biểu ý kiến." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *speaker = form_person (session, "Lê A", "Bí thư");
      MnItem            *item = form_add (form_record (session), "contributions", "speaker",
                                          mn_item_get_id (speaker), "kind", cases[i].kind, "title",
                                          cases[i].title, NULL);

      if (cases[i].text != NULL)
        form_set (item, "text", cases[i].text, NULL);
      form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", item),
                   cases[i].expected);
    }
}

/* More than one paragraph stands below the speaker. */
static void
test_long_contribution (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *speaker = form_person (session, "Lê A", NULL);
  MnItem            *item = form_add (form_record (session), "contributions", "speaker",
                                      mn_item_get_id (speaker), "text", "Một\nHai", NULL);
  MnItem            *nobody = form_add (form_record (session), "contributions", "text", "Ba", NULL);

  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_3), "Đồng chí~Lê A:");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", item), "Một.\nHai.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", nobody),
               "- Ý kiến phát biểu: Ba.");
}

static void
test_votes (void)
{
  static const struct
  {
    const char *subject, *method, *entitled, *yes, *no, *other, *invalid, *expected;
  } cases[] = {
    { "thông qua quy chế", "show-of-hands", "49", "48", "0", "1", "0",
      "- Thông qua quy chế (hình thức: giơ tay): tán thành 48/49 (98%); không tán thành 0; ý kiến "
      "khác 01 (2%)." },
    { "Quy chế", "secret-ballot", NULL, "7", "1", NULL, "0",
      "- Quy chế (hình thức: bỏ phiếu kín): tán thành 07/08 (87,5%); không tán thành 01 (12,5%); "
      "không hợp lệ 0." },
    { NULL, NULL, NULL, "3", NULL, NULL, NULL, "- Kết quả biểu quyết: tán thành 03/03 (100%)." },
    { "Quy chế", NULL, NULL, NULL, NULL, NULL, NULL, "- Quy chế." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *vote = form_add (form_record (session), "votes", "subject", cases[i].subject,
                               "method", cases[i].method, "entitled", cases[i].entitled, "for",
                               cases[i].yes, "against", cases[i].no, "other", cases[i].other,
                               "invalid", cases[i].invalid, NULL);

      form_assert (form_at_item (MN_FORM_MINUTES, session, "vote", vote), cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-course/usual-order", test_usual_order);
  g_test_add_func ("/form-course/agenda-order", test_agenda_order);
  g_test_add_func ("/form-course/empty-items", test_empty_items);
  g_test_add_func ("/form-course/agenda", test_agenda);
  g_test_add_func ("/form-course/agenda-once", test_agenda_once);
  g_test_add_func ("/form-course/contributions", test_contributions);
  g_test_add_func ("/form-course/long-contribution", test_long_contribution);
  g_test_add_func ("/form-course/votes", test_votes);
  return g_test_run ();
}
