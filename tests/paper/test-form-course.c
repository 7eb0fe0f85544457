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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-course/usual-order", test_usual_order);
  g_test_add_func ("/form-course/agenda-order", test_agenda_order);
  g_test_add_func ("/form-course/empty-items", test_empty_items);
  g_test_add_func ("/form-course/agenda", test_agenda);
  g_test_add_func ("/form-course/agenda-once", test_agenda_once);
  return g_test_run ();
}
