#include "form-make.h"
#include "mn-session.h"

#define FORM MN_FORM_ATTENDANCE

static MnItem *
add_attendee (MnItem *session, MnItem *party, const char *category)
{
  return form_add (form_record (session), "attendees", "party", mn_item_get_id (party), "category",
                   category, NULL);
}

static void
test_whole (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_plain (FORM, session),
               "Tỉnh ủy Trà Vinh\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
               "Trà Vinh, ngày~~~~~~tháng~~~~~~năm~2026\n"
               "DANH SÁCH\nđại biểu dự hội nghị giao ban lần thứ năm (quý~I/2026)\n-----\n"
               "- Thời gian: 08~giờ~00, ngày~05 tháng~4 năm~2026.\n"
               "- Địa điểm: Hội trường Tỉnh ủy.\n"
               "STT\nHọ và tên\nChức vụ, đơn vị\nChữ ký\nGhi chú\n"
               "I\nChủ trì, đoàn chủ tịch\n"
               "1\nNguyễn Văn A\nPhó Bí thư Thường trực Tỉnh ủy\n\n\n"
               "II\nĐại biểu chính thức\n"
               "2\nTrần Thị B\nChủ tịch Hội Nông dân tỉnh\n\nDự trực tuyến\n"
               "Danh sách có 02 đại biểu; có mặt:~~~~~~đại biểu; vắng mặt:~~~~~~đại biểu.\n"
               "Người lập danh sách\nLê Văn C");
}

/* Who isn't a person with a name leaves room for one. */
static void
test_rows (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *body = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *group = form_add (form_record (session), "parties", "type", "group", "name",
                                       "bí thư các xã", "count", "2", NULL);
  MnItem            *post = form_add (form_record (session), "parties", "type", "post", "post",
                                      "chánh Thanh tra", NULL);
  MnItem            *plain = form_add (form_record (session), "parties", "type", "person", "name",
                                       "đồng chí Y", "body", mn_item_get_id (body), NULL);
  MnItem            *away = add_attendee (session, plain, "staff");

  add_attendee (session, body, NULL);
  add_attendee (session, group, "invited");
  add_attendee (session, post, "invited");
  form_add (away, "presences", "state", "absent", "reason", "đi công tác.", NULL);
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "I\nĐại biểu chính thức\n1\n\nSở Nội vụ\n\n"
               "II\nĐại biểu mời dự\n2\n\nBí thư các xã\n\n3\n\n\n\n4\n\nChánh Thanh tra\n\n"
               "III\nBộ phận giúp việc\n5\nY\nSở Nội vụ\nVắng mặt\nLý do: đi công tác");
}

/* A group whose number nobody knows leaves the total to the hand. */
static void
test_total (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *group = form_add (form_record (session), "parties", "type", "group", "name", "các hội",
                            NULL);

  form_assert (form_at (FORM, session, "total"), "Có mặt:~~~~~~đại biểu; vắng mặt:~~~~~~đại biểu.");
  add_attendee (session, group, "member");
  form_assert (form_at (FORM, session, "total"), "Có mặt:~~~~~~đại biểu; vắng mặt:~~~~~~đại biểu.");
  form_set (group, "count", "12", NULL);
  form_assert (form_at (FORM, session, "total"),
               "Danh sách có 12 đại biểu; có mặt:~~~~~~đại biểu; vắng mặt:~~~~~~đại biểu.");
  form_set (group, "count", "999999999", NULL); /* no paper for everybody who was ever born */
  form_assert (form_at (FORM, session, "total"),
               "Danh sách có 300 đại biểu; có mặt:~~~~~~đại biểu; vắng mặt:~~~~~~đại biểu.");
}

/* Nothing on this list is issued: no number; a draft only where somebody calls it one. */
static void
test_letterhead (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_role (FORM, session, MN_ROLE_NUMBER), "");
  form_assert (form_role (FORM, session, MN_ROLE_DRAFT_NOTE), "");
  form_add (session, "documents", "form", "attendance", "state", "draft", "subject",
            "Khách mời dự hội nghị", NULL);
  form_assert (form_role (FORM, session, MN_ROLE_DRAFT_NOTE), "Dự thảo");
  form_assert (form_role (FORM, session, MN_ROLE_SUBJECT), "khách mời dự hội nghị");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-attendance-list/whole", test_whole);
  g_test_add_func ("/form-attendance-list/rows", test_rows);
  g_test_add_func ("/form-attendance-list/total", test_total);
  g_test_add_func ("/form-attendance-list/letterhead", test_letterhead);
  return g_test_run ();
}
