/* What the State's papers say otherwise than the Party's (NĐ 30/2020/NĐ-CP). */

#include <string.h>

#include "form-make.h"
#include "mn-session.h"

/** Cast: a commune's committee of the people that met under its chair. */
typedef struct
{
  MnItem *session;
  MnItem *body, *office, *chair;
} Cast;

static void
cast_init (Cast *self)
{
  self->session = mn_session_new ();
  self->body = form_body (self->session, "Ủy ban nhân dân xã Long Đức", NULL);
  self->office = form_body (self->session, "Phòng Kinh tế", self->body);
  self->chair = form_person (self->session, "Lâm A",
                             "Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã");
  form_set (form_general (self->session), "title",
            "Cuộc họp giao ban quý I/2026 của Ủy ban nhân dân xã Long Đức", "starts",
            "2026-04-05T08:00:00+07:00", "body", mn_item_get_id (self->body), "chairs",
            mn_item_get_id (self->chair), "concluder", mn_item_get_id (self->chair), NULL);
  form_set (self->chair, "address", "ong", NULL);
}

static MnItem *
add_point (Cast *self, const char *text)
{
  return form_add (form_conclusion (self->session), "points", "text", text, "task", "yes", "leads",
                   mn_item_get_id (self->office), NULL);
}

/* A committee's meeting isn't said to be its own again right after it. */
static void
test_said_once (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  g_autofree char   *slip = NULL;

  cast_init (&cast);
  session = cast.session;
  add_point (&cast, "rà soát");
  slip = g_strdup_printf ("slip:%s:lead", mn_item_get_id (cast.office));
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"),
               "Ngày~05/4/2026, Ủy ban nhân dân xã Long Đức tổ chức cuộc họp giao ban quý~I/2026. "
               "Ông~Lâm A, Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã, chủ trì cuộc họp.");
  form_assert (form_role (MN_FORM_FOLLOW_UP, session, MN_ROLE_SUBJECT),
               "Kết quả thực hiện kết luận của Ủy ban nhân dân xã Long Đức tại cuộc họp giao ban "
               "quý~I/2026 ngày~05/4/2026");
  form_assert (form_at (MN_FORM_TASK_SLIP, session, slip),
               "Thực hiện kết luận của Ủy ban nhân dân xã Long Đức tại cuộc họp giao ban "
               "quý~I/2026 ngày~05/4/2026, đề nghị cơ quan, đơn vị, cá nhân nhận phiếu chủ trì "
               "thực hiện các nhiệm vụ sau:");
}

/* The chair concludes in his own right, a deputy on behalf of the committee. */
static void
test_who_concludes (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;

  cast_init (&cast);
  session = cast.session;
  add_point (&cast, "rà soát");
  form_assert (form_at (MN_FORM_NOTICE, session, "heard"),
               "Ông~Lâm A, Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã, kết luận như sau:");
  form_set (cast.chair, "post", "Phó Chủ tịch Ủy ban nhân dân xã", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "heard"),
               "Ông~Lâm A, Phó Chủ tịch Ủy ban nhân dân xã, thay mặt Ủy ban nhân dân xã Long Đức "
               "kết luận như sau:");
}

/* Mẫu 1.7: no dashes, "Tới dự" goes on in the sentence. */
static void
test_invitation (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;

  cast_init (&cast);
  session = cast.session;
  form_set (form_general (session), "venue", "Phòng họp số 1", NULL);
  form_assert (form_at (MN_FORM_INVITATION, session, "opening:meeting"),
               "Tới dự cuộc họp giao ban quý~I/2026.");
  form_assert (form_at (MN_FORM_INVITATION, session, "opening:venue"), "Địa điểm: Phòng họp số~1.");
  form_assert (form_at (MN_FORM_AGENDA, session, "opening:time"),
               "Thời gian: 08~giờ~00, ngày~05 tháng~4 năm~2026.");
}

/* Mục V, "Gửi một nơi": no stop. */
static void
test_addressee (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  g_autofree char   *to = NULL;

  cast_init (&cast);
  session = cast.session;
  add_point (&cast, "rà soát");
  to = g_strdup_printf ("slip:%s:to", mn_item_get_id (cast.office));
  form_assert (form_at (MN_FORM_TASK_SLIP, session, to), "Kính gửi: Phòng Kinh tế");
}

/* Nobody sends a paper to itself; the drafter's sign follows an archive that somebody wrote. */
static void
test_recipients (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  MnItem            *notice;

  cast_init (&cast);
  session = cast.session;
  add_point (&cast, "rà soát");
  notice = form_add (session, "documents", "form", "notice", "drafter", "NVA", "copies", "15",
                     NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENT),
               "- Phòng Kinh tế;\n- Lưu: VT. NVA.(15).");
  form_add (notice, "recipients", "text", "Trưởng các ấp", NULL);
  form_add (notice, "recipients", "text", "Lưu: VT, VP.", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENT),
               "- Trưởng các ấp;\n- Lưu: VT, VP. NVA.(15).");
  form_set (mn_item_get_child (notice, "recipients", 1), "text", "Lưu: VT, VP. NVA.(15)", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENT),
               "- Trưởng các ấp;\n- Lưu: VT, VP. NVA.(15).");
}

/* Delegates are counted as such, those who serve them as people. */
static void
test_heads (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  MnItem            *staff, *guests;

  cast_init (&cast);
  session = cast.session;
  guests = form_add (form_record (session), "parties", "type", "group", "name", "Trưởng các ấp",
                     "count", "9", NULL);
  staff = form_add (form_record (session), "parties", "type", "group", "name",
                    "Công chức Văn phòng", "count", "3", NULL);
  guests = form_add (form_record (session), "attendees", "party", mn_item_get_id (guests),
                     "category", "invited", NULL);
  staff = form_add (form_record (session), "attendees", "party", mn_item_get_id (staff), "category",
                    "staff", NULL);
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee", guests),
               "+ Trưởng các ấp: 09 đại biểu.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee", staff),
               "+ Công chức Văn phòng: 03 người.");
}

/* "số 07/TB-UBND ngày 06/4/2026": the State puts no comma between them. */
static void
test_citation (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  g_autofree char   *plain = NULL;

  cast_init (&cast);
  session = cast.session;
  add_point (&cast, "rà soát");
  form_add (session, "documents", "form", "notice", "number", "7", "date", "2026-04-06", NULL);
  plain = form_plain (MN_FORM_FOLLOW_UP, session);
  g_assert_nonnull (strstr (plain, "Thông báo số~07/TB-UBND ngày~06/4/2026"));
}

/* Mẫu 2.1: a stroke below the reference, "./." at the end. */
static void
test_appendix (void)
{
  Cast               cast;
  g_autoptr (MnItem) session = NULL;
  MnItem            *notice, *appendix;

  cast_init (&cast);
  session = cast.session;
  notice = form_add (session, "documents", "form", "notice", NULL);
  appendix = form_add (notice, "appendices", "title", "Danh mục", "text", "Rà soát.", NULL);
  form_assert (form_at_item (MN_FORM_NOTICE, session, "appendix", appendix), "Rà soát./.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-state/said-once", test_said_once);
  g_test_add_func ("/form-state/who-concludes", test_who_concludes);
  g_test_add_func ("/form-state/invitation", test_invitation);
  g_test_add_func ("/form-state/addressee", test_addressee);
  g_test_add_func ("/form-state/recipients", test_recipients);
  g_test_add_func ("/form-state/heads", test_heads);
  g_test_add_func ("/form-state/citation", test_citation);
  g_test_add_func ("/form-state/appendix", test_appendix);
  return g_test_run ();
}
