#include "form-make.h"
#include "mn-session.h"

#define FORM MN_FORM_PROPOSALS

static void
test_whole (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_role (FORM, session, MN_ROLE_KIND), "BẢNG TỔNG HỢP");
  form_assert (form_role (FORM, session, MN_ROLE_SUBJECT),
               "kiến nghị, đề xuất tại hội nghị giao ban lần thứ năm (quý~I/2026)");
  form_assert (form_at (FORM, session, "summary"),
               "Tính đến ngày~05/4/2026: tổng số~01 kiến nghị, đề xuất; đã giải quyết: 01.");
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "1\nHội Nông dân tỉnh\nBổ sung biên chế.\nVăn phòng Tỉnh ủy\n"
               "Thống nhất với kiến nghị, đề xuất.\n\n\nĐã giải quyết");
}

static void
test_nothing (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_assert (form_at (FORM, session, "summary"), "Không có kiến nghị, đề xuất.");
  form_set (form_general (session), "starts", "2026-04-05T08:00:00+07:00", NULL);
  form_assert (form_at (FORM, session, "summary"),
               "Tính đến ngày~05/4/2026: không có kiến nghị, đề xuất.");
}

/* Where one body proposes several, the table is grouped; every text is there. */
static void
test_groups (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *a = form_body (session, "Hội A", NULL);
  MnItem            *b = form_body (session, "Hội B", NULL);

  form_add (form_record (session), "proposals", "proposers", mn_item_get_id (a), "text", "một",
            NULL);
  form_add (form_record (session), "proposals", "proposers", mn_item_get_id (b), "text", "hai",
            NULL);
  form_add (form_record (session), "proposals", "proposers", mn_item_get_id (a), "text", "ba",
            NULL);
  form_add (form_record (session), "proposals", NULL); /* nothing proposed takes no number */
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "I\nHội A (02 kiến nghị, đề xuất)\n"
               "1\nMột.\n\n\n\n\nChưa giải quyết\n2\nBa.\n\n\n\n\nChưa giải quyết\n"
               "II\nHội B (01 kiến nghị, đề xuất)\n"
               "3\nHai.\n\n\n\n\nChưa giải quyết");
}

/* The last answer counts, then what was concluded about it. */
static void
test_status (void)
{
  static const struct
  {
    const char *disposition, *deadline, *expected;
  } cases[] = {
    { NULL, NULL, "Chưa giải quyết" },
    { "agreed", NULL, "Đã giải quyết" },
    { "agreed", "2026-06-30", "Đang giải quyết" },
    { "assigned", NULL, "Đang giải quyết" },
    { "forwarded", NULL, "Chuyển cấp có thẩm quyền" },
    { "explained", NULL, "Giải trình, cung cấp thông tin" },
    { "not-agreed", NULL, "Giải trình, cung cấp thông tin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *proposal = form_add (form_record (session), "proposals", "text", "một", NULL);
      g_autofree char *anchor = g_strdup_printf ("proposal:%s:status", mn_item_get_id (proposal));

      form_add (proposal, "answers", "disposition", cases[i].disposition, "deadline",
                cases[i].deadline, NULL);
      form_assert (form_at (FORM, session, anchor), cases[i].expected);
    }
}

/* A conclusion that takes it up keeps it open until that is done, as of the day asked for. */
static void
test_carried_out (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *point = form_add (form_conclusion (session), "points", "task", "yes", "text", "việc",
                            NULL);
  MnItem *proposal = form_add (form_record (session), "proposals", "text", "một", "settled-by",
                               mn_item_get_id (point), NULL);
  g_autofree char *anchor = g_strdup_printf ("proposal:%s:status", mn_item_get_id (proposal));

  form_set (form_general (session), "starts", "2026-04-05T08:00:00+07:00", NULL);
  form_add (mn_session_get_after (session), "entries", "item", mn_item_get_id (point), "status",
            "done", "effective", "2026-05-01", NULL);
  form_assert (form_at (FORM, session, anchor), "Đang giải quyết");
  form_add (session, "documents", "form", "proposals", "date", "2026-05-01", NULL);
  form_assert (form_at (FORM, session, anchor), "Đã giải quyết");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-digest/whole", test_whole);
  g_test_add_func ("/form-digest/nothing", test_nothing);
  g_test_add_func ("/form-digest/groups", test_groups);
  g_test_add_func ("/form-digest/status", test_status);
  g_test_add_func ("/form-digest/carried-out", test_carried_out);
  return g_test_run ();
}
