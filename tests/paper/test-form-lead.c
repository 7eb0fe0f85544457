#include "form-make.h"
#include "mn-session.h"

/* "giữa Thường trực …", "của Thường trực …": whoever convenes is named once. */
static void
test_once (void)
{
  static const struct
  {
    const char *title, *expected;
  } cases[] = {
    { "Hội nghị giao ban giữa Thường trực Tỉnh ủy với các hội",
      "Thường trực Tỉnh ủy tổ chức hội nghị giao ban với các hội." },
    { "Buổi làm việc của Thường trực Tỉnh ủy với các hội",
      "Thường trực Tỉnh ủy tổ chức buổi làm việc với các hội." },
    { "Thường trực Tỉnh ủy làm việc với các hội", "Thường trực Tỉnh ủy làm việc với các hội." },
    { "Hội nghị giao ban", "Thường trực Tỉnh ủy tổ chức hội nghị giao ban với Tỉnh Đoàn." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *body = form_body (session, "Thường trực Tỉnh ủy", NULL);
      MnItem            *other = form_body (session, "Tỉnh Đoàn", NULL);

      form_set (form_general (session), "title", cases[i].title, "body", mn_item_get_id (body),
                "other-bodies", mn_item_get_id (other), NULL);
      form_assert (form_at (MN_FORM_NOTICE, session, "lead"), cases[i].expected);
    }
}

static void
test_time_and_place (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *general = form_general (session);

  form_assert (form_at (MN_FORM_NOTICE, session, "lead"), "");
  form_set (general, "title", "Hội nghị giao ban", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"), "Hội nghị giao ban được tổ chức.");
  form_set (general, "venue", "Hội trường", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"),
               "Tại Hội trường, hội nghị giao ban được tổ chức.");
  form_set (general, "starts", "2026-04-05T00:00:00+07:00", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"),
               "Ngày~05/4/2026, tại Hội trường, hội nghị giao ban được tổ chức.");
}

/* The presidium by name, others by their bodies, groups by their own words; nobody who was absent,
 * no press, no staff, no chair twice. */
static void
test_guests (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *record = form_record (session);
  MnItem            *body = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *chair = form_person (session, "Lê A", "Bí thư");
  MnItem            *second = form_person (session, "Trần B", "Phó Bí thư");
  MnItem            *official = form_person (session, "An C", "Giám đốc");
  MnItem            *absent = form_person (session, "Vắng D", "Giám đốc");
  MnItem *group = form_add (record, "parties", "type", "group", "name", "Các Hội", NULL);
  MnItem *attendee;

  form_set (official, "body", mn_item_get_id (body), NULL);
  form_set (form_general (session), "title", "Hội nghị", "chairs", mn_item_get_id (chair), NULL);
  form_add (record, "attendees", "party", mn_item_get_id (chair), "category", "presidium", NULL);
  form_add (record, "attendees", "party", mn_item_get_id (second), "category", "presidium", NULL);
  form_add (record, "attendees", "party", mn_item_get_id (official), "category", "member", NULL);
  form_add (record, "attendees", "party", mn_item_get_id (group), "category", "invited", NULL);
  attendee = form_add (record, "attendees", "party", mn_item_get_id (absent), NULL);
  form_add (attendee, "presences", "state", "absent", NULL);
  form_add (record, "attendees", "party", mn_item_get_id (absent), "category", "press", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"),
               "Hội nghị được tổ chức. Đồng chí~Lê A, Bí thư, chủ trì hội nghị. Dự hội nghị có "
               "đồng chí~Trần B, Phó Bí thư; đại diện Sở Nội vụ; các Hội.");
}

/* Many bodies are counted. */
static void
test_many_guests (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_set (form_general (session), "title", "Hội nghị", NULL);
  for (guint i = 0; i < 13; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sở %u", i);

      form_add (form_record (session), "attendees", "party",
                mn_item_get_id (form_body (session, name, NULL)), NULL);
    }
  form_assert (form_at (MN_FORM_NOTICE, session, "lead"),
               "Hội nghị được tổ chức. Dự hội nghị có đại diện 13 cơ quan, đơn vị, địa phương.");
}

static void
test_heard (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *body = form_body (session, "Thường trực Tỉnh ủy", NULL);

  form_assert (form_at (MN_FORM_NOTICE, session, "heard"), "Hội nghị kết luận như sau:");
  form_set (form_general (session), "body", mn_item_get_id (body), NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "heard"), "Thường trực Tỉnh ủy kết luận như sau:");
  form_add (form_record (session), "reports", "title", "Kết quả", NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "heard"),
               "Sau khi nghe các báo cáo trình bày tại hội nghị, Thường trực Tỉnh ủy kết luận như "
               "sau:");
  form_set (form_general (session), "concluder",
            mn_item_get_id (form_person (session, "Lê A", "Bí thư")), "body", NULL, NULL);
  form_assert (form_at (MN_FORM_NOTICE, session, "heard"),
               "Sau khi nghe các báo cáo trình bày tại hội nghị, đồng chí~Lê A, Bí thư, kết luận "
               "như sau:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-lead/once", test_once);
  g_test_add_func ("/form-lead/time-and-place", test_time_and_place);
  g_test_add_func ("/form-lead/guests", test_guests);
  g_test_add_func ("/form-lead/many-guests", test_many_guests);
  g_test_add_func ("/form-lead/heard", test_heard);
  return g_test_run ();
}
