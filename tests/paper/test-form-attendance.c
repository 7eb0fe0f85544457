#include "form-make.h"
#include "mn-session.h"

static MnItem *
attend (MnItem *session, MnItem *party, const char *category)
{
  return form_add (form_record (session), "attendees", "party", mn_item_get_id (party), "category",
                   category, NULL);
}

static void
test_counts (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *group = form_add (form_record (session), "parties", "type", "group", "name",
                                       "Bí thư các đảng ủy", "count", "12", NULL);
  MnItem            *a = attend (session, form_person (session, "Lê A", "Bí thư"), "presidium");

  attend (session, group, "member");
  form_assert (form_at (MN_FORM_MINUTES, session, "attendance:present"),
               "- Có mặt: 13 đồng chí, gồm:");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee",
                             mn_item_get_child (form_record (session), "attendees", 1)),
               "+ Bí thư các đảng ủy: 12 đồng chí.");
  form_assert (form_at (MN_FORM_MINUTES, session, "attendance:absent"), "- Vắng mặt: Không.");
  form_add (a, "presences", "state", "absent", "reason", "Đi công tác.", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "attendance:absent"),
               "- Vắng mặt: 01 đồng chí, gồm:");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee", a),
               "+ Đồng chí~Lê A, Bí thư (lý do: đi công tác).");
}

/* A group of unknown size makes the number unknown, and so who is missing. */
static void
test_unknown_number (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *group = form_add (form_record (session), "parties", "type", "group", "name", "Các Hội",
                            NULL);

  attend (session, group, "member");
  form_assert (form_at (MN_FORM_MINUTES, session, "attendance:present"),
               "- Có mặt:~~~~~~đồng chí, gồm:");
  form_assert (form_at (MN_FORM_MINUTES, session, "attendance:absent"),
               "- Vắng mặt:~~~~~~đồng chí.");
}

static void
test_presence (void)
{
  static const struct
  {
    const char *state, *at, *reason, *expected;
  } cases[] = {
    { "present", NULL, NULL, "+ Đồng chí~Lê A, Bí thư." },
    { "online", NULL, NULL, "+ Đồng chí~Lê A, Bí thư (dự trực tuyến)." },
    { "arrived", "08:05", "Phà chậm",
      "+ Đồng chí~Lê A, Bí thư (đến lúc~08~giờ~05; lý do: phà chậm)." },
    { "left", "10:30", NULL, "+ Đồng chí~Lê A, Bí thư (rời hội nghị lúc~10~giờ~30)." },
    { "left", NULL, NULL, "+ Đồng chí~Lê A, Bí thư." },
    { "absent", NULL, NULL, "+ Đồng chí~Lê A, Bí thư." },
    { NULL, NULL, NULL, "+ Đồng chí~Lê A, Bí thư." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *attendee = attend (session, form_person (session, "Lê A", "Bí thư"), "member");

      form_add (attendee, "presences", "state", cases[i].state, "at", cases[i].at, "reason",
                cases[i].reason, NULL);
      form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee", attendee),
                   cases[i].expected);
    }
}

static void
test_substitute (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *attendee = attend (session, form_person (session, "Lê A", "Bí thư"), "member");
  MnItem *other = form_person (session, "Trần B", "Phó Bí thư");

  form_add (attendee, "presences", "state", "substitute", "substitute", mn_item_get_id (other),
            NULL);
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee", attendee),
               "+ Đồng chí~Lê A, Bí thư (đồng chí~Trần B, Phó Bí thư dự thay).");
}

/* Who isn't there has no heading, and the numbers go on. */
static void
test_categories (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *body = form_body (session, "Sở Tài chính", NULL);

  attend (session, form_person (session, "Lê A", NULL), "member");
  attend (session, form_person (session, "Trần B", NULL), "press");
  attend (session, body, "staff");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:official"), "1.1. Đại biểu chính thức");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:invited"), "");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:press"),
               "1.2. Cơ quan báo chí, truyền hình đưa tin");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:staff"), "1.3. Bộ phận giúp việc");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "attendee",
                             mn_item_get_child (form_record (session), "attendees", 2)),
               "- Đại diện Sở Tài chính.");
}

/* The presidium leads, whatever the order of the list; within a category the list's order is rank.
 */
static void
test_order (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  attend (session, form_person (session, "Lê A", NULL), "member");
  attend (session, form_person (session, "Trần B", NULL), "presidium");
  attend (session, form_person (session, "An C", NULL), NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_BODY),
               "- Có mặt: 03 đồng chí, gồm:\n+ Đồng chí~Trần B;\n+ Đồng chí~Lê A;\n"
               "+ Đồng chí~An C.\n- Vắng mặt: Không.\n"
               "Hội nghị kết thúc vào hồi~~~~~~giờ~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~. Biên bản "
               "này đã được đọc lại cho các đại biểu dự hội nghị cùng nghe, thống nhất thông qua.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-attendance/counts", test_counts);
  g_test_add_func ("/form-attendance/unknown-number", test_unknown_number);
  g_test_add_func ("/form-attendance/presence", test_presence);
  g_test_add_func ("/form-attendance/substitute", test_substitute);
  g_test_add_func ("/form-attendance/categories", test_categories);
  g_test_add_func ("/form-attendance/order", test_order);
  return g_test_run ();
}
