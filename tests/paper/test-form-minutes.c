#include "form-make.h"
#include "mn-session.h"

static void
test_time (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *general = form_general (session);

  form_set (general, "starts", "2026-04-05T00:00:00+07:00", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:time"),
               "- Thời gian: Ngày~05 tháng~4 năm~2026.");
  form_set (general, "starts", "2026-04-05T13:30:00+07:00", NULL);
  form_add (general, "breaks", "from", "2026-04-05T15:00:00+07:00", "to",
            "2026-04-05T15:15:00+07:00", "reason", "Giải lao.", NULL);
  form_add (general, "breaks", "from", "2026-04-05T17:00:00+07:00", "to",
            "2026-04-06T08:00:00+07:00", NULL);
  form_add (general, "breaks", "from", "2026-04-06T09:00:00+07:00", NULL);
  form_assert (
      form_at (MN_FORM_MINUTES, session, "opening:time"),
      "- Thời gian: Bắt đầu vào hồi~13~giờ~30, ngày~05 tháng~4 năm~2026; nghỉ từ 15~giờ~00 "
      "đến 15~giờ~15 (giải lao); nghỉ từ 17~giờ~00 đến 08~giờ~00, ngày~06 tháng~4 "
      "năm~2026.");
}

static void
test_venue (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *host = form_body (session, "Huyện ủy Càng Long", NULL);

  form_assert (form_at (MN_FORM_MINUTES, session, "opening:venue"), "- Địa điểm:");
  form_set (form_general (session), "host", mn_item_get_id (host), NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:venue"),
               "- Địa điểm: Huyện ủy Càng Long.");
  form_set (form_general (session), "venue", "hội trường lớn", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:venue"), "- Địa điểm: Hội trường lớn.");
}

/* Documents used: as typed, else the references; without either there is no such item. */
static void
test_materials (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_assert (form_at (MN_FORM_MINUTES, session, "opening:materials"), "");
  form_add (form_record (session), "references", "title", "Quy định", "number", "399-QĐ/TW", "date",
            "2026-01-09", "issuer", "Ban Bí thư", NULL);
  form_add (form_record (session), "references", "number", "5-BC/TU", NULL);
  form_add (form_record (session), "references", "issuer", "Không ai biết", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:materials"),
               "- Tài liệu sử dụng trong hội nghị: Quy định số~399-QĐ/TW, ngày~09/01/2026 của Ban "
               "Bí thư; số~5-BC/TU.");
  form_set (form_general (session), "materials", "Báo cáo quý I", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:materials"),
               "- Tài liệu sử dụng trong hội nghị: Báo cáo quý~I.");
}

/* The period has a line of its own unless the title tells it. */
static void
test_title (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *minutes = form_add (session, "documents", "form", "minutes", NULL);

  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SUBJECT),
               "Hội nghị giao ban lần thứ năm\nquý~I/2026");
  form_set (form_general (session), "title", "Hội nghị quý I/2026", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SUBJECT), "Hội nghị quý~I/2026");
  form_set (minutes, "subject", "Hội nghị mở rộng.", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SUBJECT),
               "Hội nghị mở rộng\nquý~I/2026");
}

/* A draft after a report that doesn't tell the end claims neither end nor reading back. */
static void
test_closing (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *general = form_general (session);

  form_set (general, "ends", NULL, NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "closing"),
               "Hội nghị kết thúc vào hồi~~~~~~giờ~~~~~~, ngày~~~~~~tháng~~~~~~năm~2026. Biên bản "
               "này đã được đọc lại cho các đại biểu dự hội nghị cùng nghe, thống nhất thông qua.");
  form_set (general, "source", "báo Trà Vinh", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "closing"), "");
  form_assert (form_at (MN_FORM_MINUTES, session, "source"), "Nguồn: báo Trà Vinh.");
  form_set (general, "ends", "2026-04-05T00:00:00+07:00", "title", "Buổi làm việc", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "closing"),
               "Buổi làm việc kết thúc ngày~05 tháng~4 năm~2026. Biên bản này đã được đọc lại cho "
               "các đại biểu dự buổi làm việc cùng nghe, thống nhất thông qua.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-minutes/time", test_time);
  g_test_add_func ("/form-minutes/venue", test_venue);
  g_test_add_func ("/form-minutes/materials", test_materials);
  g_test_add_func ("/form-minutes/title", test_title);
  g_test_add_func ("/form-minutes/closing", test_closing);
  return g_test_run ();
}
