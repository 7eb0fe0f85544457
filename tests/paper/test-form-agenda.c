#include "form-make.h"
#include "mn-session.h"

#define FORM MN_FORM_AGENDA

static void
test_whole (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_plain (FORM, session),
               "Tỉnh ủy Trà Vinh\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
               "Trà Vinh, ngày~~~~~~tháng~~~~~~năm~2026\n"
               "CHƯƠNG TRÌNH\nhội nghị giao ban lần thứ năm (quý~I/2026)\n-----\n"
               "- Thời gian: 08~giờ~00, ngày~05 tháng~4 năm~2026.\n"
               "- Địa điểm: Hội trường Tỉnh ủy.\n"
               "- Chủ trì: Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy.\n"
               "STT\nNội dung\nNgười thực hiện\n"
               "1\nBáo cáo kết quả\nĐồng chí~Trần Thị B, Chủ tịch Hội Nông dân tỉnh");
}

/* Columns that nobody filled are left out, and the shares of the others remain. */
static void
test_columns (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *point = form_add (form_record (session), "agenda", "title", "một", NULL);

  form_assert (form_role (FORM, session, MN_ROLE_TABLE_HEAD), "STT\nNội dung");
  form_add (point, "points", "planned", "07:30", NULL);
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_HEAD), "STT\nThời gian\nNội dung");
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL), "1\n\nMột\n1.1\n07~giờ~30\n");
}

static void
test_times (void)
{
  static const struct
  {
    const char *planned, *minutes, *expected;
  } cases[] = {
    { "07:30", "10", "07~giờ~30 - 07~giờ~40" },
    { "07:30", NULL, "07~giờ~30" },
    { "07:30", "0", "07~giờ~30" },
    { "23:50", "20", "23~giờ~50 - 00~giờ~10" },
    { "07:30", "1441", "07~giờ~30" },
    { NULL, "15", "15~phút" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      g_autofree char   *expected = g_strdup_printf ("1\n%s\nMột", cases[i].expected);

      form_add (form_record (session), "agenda", "title", "một", "planned", cases[i].planned,
                "minutes", cases[i].minutes, NULL);
      form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL), expected);
    }
}

/* Points below points; one without anything takes no number. Several people go by their names. */
static void
test_nested (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *a = form_person (session, "Lê A", "Bí thư");
  MnItem            *b = form_person (session, "Lê B", "Phó Bí thư");
  MnItem            *first = form_add (form_record (session), "agenda", "title", "một", NULL);
  MnItem *below = form_add (first, "points", "title", "hai", "presenters", form_refs (a, b, NULL),
                            NULL);

  form_add (form_record (session), "agenda", NULL);
  form_add (below, "points", "title", "ba", NULL);
  form_add (form_record (session), "agenda", "title", "bốn", NULL);
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "1\nMột\n\n1.1\nHai\nCác đồng chí~Lê A, Lê B\n1.1.1\nBa\n\n2\nBốn\n");
}

/* Nothing is planned yet: a row to write into. */
static void
test_empty (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL), ""); /* cells, and no word */
  form_assert (form_role (FORM, session, MN_ROLE_SUBJECT), "hội nghị");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-agenda/whole", test_whole);
  g_test_add_func ("/form-agenda/columns", test_columns);
  g_test_add_func ("/form-agenda/times", test_times);
  g_test_add_func ("/form-agenda/nested", test_nested);
  g_test_add_func ("/form-agenda/empty", test_empty);
  return g_test_run ();
}
