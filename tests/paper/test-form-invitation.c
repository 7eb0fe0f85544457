#include "form-make.h"
#include "mn-session.h"

#define FORM MN_FORM_INVITATION

static void
test_whole (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_role (FORM, session, MN_ROLE_NUMBER), "Số~~~~~~-GM/TU");
  form_assert (form_role (FORM, session, MN_ROLE_KIND), "GIẤY MỜI");
  form_assert (form_role (FORM, session, MN_ROLE_BODY),
               "Thường trực Tỉnh ủy trân trọng kính mời:\n"
               "- Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy;\n"
               "- Đồng chí~Trần Thị B, Chủ tịch Hội Nông dân tỉnh.\n"
               "Đề nghị các đại biểu được mời sắp xếp thời gian dự hội nghị đúng thành phần, đúng "
               "giờ.");
  form_assert (form_role (FORM, session, MN_ROLE_OPENING_ITEM),
               "- Tới dự: Hội nghị giao ban lần thứ năm.\n"
               "- Chủ trì: Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy.\n"
               "- Thời gian: 08~giờ~00, ngày~05 tháng~4 năm~2026.\n"
               "- Địa điểm: Hội trường Tỉnh ủy.\n"
               "- Nội dung: Công tác dân vận.");
}

/* Many get a sheet each; the staff of the office isn't invited. */
static void
test_many (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  for (guint i = 0; i < 10; i++)
    form_add (form_record (session), "attendees", "party",
              mn_item_get_id (form_person (session, "Lê A", NULL)), NULL);
  form_add (form_record (session), "attendees", "category", "staff", "party",
            mn_item_get_id (form_person (session, "Lê B", NULL)), NULL);
  form_assert (form_at (FORM, session, "invited"), "Trân trọng kính mời:");
  form_add (form_record (session), "attendees", "party",
            mn_item_get_id (form_person (session, "Lê C", NULL)), NULL);
  form_assert (form_at (FORM, session, "invited"), "Trân trọng kính mời:~~~~~~~~~~~~");
}

/* Guests come to a meeting, not to a sentence about one. */
static void
test_working_session (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_set (form_general (session), "title", "Thường trực Tỉnh ủy làm việc với các hội", "ordinal",
            NULL, "period-kind", NULL, NULL);
  form_assert (form_at (FORM, session, "opening:meeting"),
               "- Tới dự: Buổi làm việc với các hội ngày~05/4/2026.");
}

/* Whoever gets a paper of the State is addressed, not called a comrade. */
static void
test_state (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_set (form_general (session), "style", "state-2020", NULL);
  form_assert (form_role (FORM, session, MN_ROLE_BODY),
               "Thường trực Tỉnh ủy trân trọng kính mời:\n"
               "- Ông~(bà)~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy;\n"
               "- Ông~(bà)~Trần Thị B, Chủ tịch Hội Nông dân tỉnh.\n"
               "Đề nghị các đại biểu được mời sắp xếp thời gian dự hội nghị đúng thành phần, đúng "
               "giờ./.");
  form_assert (form_at (FORM, session, "opening:chairs"),
               "Chủ trì: Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-invitation/working-session", test_working_session);
  g_test_add_func ("/form-invitation/whole", test_whole);
  g_test_add_func ("/form-invitation/many", test_many);
  g_test_add_func ("/form-invitation/state", test_state);
  return g_test_run ();
}
