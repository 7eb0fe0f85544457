#include "form-make.h"
#include "mn-item-history.h"
#include "mn-session.h"

#define FORM MN_FORM_FOLLOW_UP

static void
test_whole (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (form_role (FORM, session, MN_ROLE_NUMBER), "Số~~~~~~-BC/TU");
  form_assert (form_role (FORM, session, MN_ROLE_SUBJECT),
               "kết quả thực hiện kết luận của Thường trực Tỉnh ủy tại hội nghị giao ban lần thứ "
               "năm (quý~I/2026)");
  form_assert (
      form_at (FORM, session, "summary"),
      "Tính đến ngày~05/4/2026, tổng số~02 nhiệm vụ; đã hoàn thành 01 (50%), trong đó đúng "
      "hạn 01; chưa thực hiện 01 (50%).");
  form_assert (form_at (FORM, session, "overdue"), "");
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "I\nKết luận, chỉ đạo trước đó\n"
               "1\nRà soát biên chế.\nKL 4-1\nVăn phòng Tỉnh ủy\n\n31/3/2026\nĐã xong.\n"
               "Đã hoàn thành (đúng hạn)\n\n"
               "II\nKết luận tại hội nghị giao ban lần thứ năm (quý~I/2026)\n"
               "2\nRà soát biên chế.\nKL 5-1; Thông báo số~07-TB/TU, ngày~05/02/2026\n"
               "Văn phòng Tỉnh ủy\nHội Nông dân tỉnh\n30/6/2026\nSản phẩm: báo cáo rà soát.\n"
               "Chưa thực hiện\n");
}

/* No task is told in words; where a draft was taken from stands below the signature. */
static void
test_nothing (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnComposed) composed = NULL;
  const MnBlock         *last;

  form_set (form_general (session), "source", "một bài báo", NULL);
  form_assert (form_at (FORM, session, "summary"), "Không có nhiệm vụ được giao.");
  composed = mn_form_compose (FORM, session);
  last = composed->blocks->pdata[composed->blocks->len - 1];
  g_assert_cmpint (last->role, ==, MN_ROLE_SOURCE_NOTE);
}

/* What other sessions said, and the day that is asked for, come in with the input. */
static void
test_histories (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  MnItem                *point = mn_item_get_child (form_conclusion (session), "points", 0);
  g_autoptr (GHashTable) histories = mn_item_histories_new ();
  MnItemHistory         *history = mn_item_history_new ();
  MnItem                *entry = mn_item_new (mn_kind_find ("status-entry"));
  MnFormInput            input = { .session = session, .histories = histories };
  GDate                  day;
  static const struct
  {
    const char *day, *expected;
  } cases[] = {
    { "2026-06-30", "chưa thực hiện 01 (50%)." },
    { "2026-07-01", "đang thực hiện 01 (50%), trong đó quá hạn 01." },
  };

  form_set (entry, "status", "doing", "effective", "2026-07-01", "recorded",
            "2026-07-01T08:00:00+07:00", "words", "còn 09 cơ sở", NULL);
  g_ptr_array_add (history->entries, entry);
  g_hash_table_insert (histories, g_strdup (mn_item_get_id (point)), history);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnComposed) composed = NULL;
      gboolean               found = FALSE;

      g_date_clear (&day, 1);
      g_date_set_parse (&day, cases[i].day);
      input.as_of = g_date_get_julian (&day);
      composed = mn_form_compose_input (FORM, &input);
      for (guint n = 0; n < composed->blocks->len; n++)
        {
          g_autofree char *plain = mn_block_dup_plain (composed->blocks->pdata[n]);

          found |= g_str_has_suffix (plain, cases[i].expected);
        }
      g_assert_true (found);
    }
}

/* What is overdue is listed with what was said last of it. */
static void
test_overdue (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *lead = form_body (session, "Sở Xây dựng", NULL);
  MnItem *row = form_add (form_record (session), "follow-ups", "text", "xây kè", "leads",
                          mn_item_get_id (lead), "deadline", "2026-06-30", NULL);

  form_set (form_general (session), "starts", "2026-07-08T08:00:00+07:00", NULL);
  form_add (row, "entries", "status", "doing", "words", "Chưa có mặt bằng", NULL);
  form_assert (form_at_item (FORM, session, "overdue", row),
               "- Xây kè (Sở Xây dựng; hạn 30/6/2026): chưa có mặt bằng.");
  form_assert (form_role (FORM, session, MN_ROLE_TABLE_CELL),
               "1\nXây kè.\n\nSở Xây dựng\n\n30/6/2026\nChưa có mặt bằng.\n"
               "Đang thực hiện (quá hạn)\nChậm 8 ngày");
}

/* A task without a term says so and is never late. */
static void
test_regular (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *point = form_add (form_conclusion (session), "points", "task", "yes", "text", "trực ban",
                            "deadline-kind", "regularly", NULL);
  g_autofree char *deadline = g_strdup_printf ("task:%s:deadline", mn_item_get_id (point));
  g_autofree char *status = g_strdup_printf ("task:%s:status", mn_item_get_id (point));

  form_assert (form_at (FORM, session, deadline), "Thường xuyên");
  form_assert (form_at (FORM, session, status), "Thực hiện thường xuyên");
}

/* It lies on turned sheets. */
static void
test_landscape (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnComposed) composed = mn_form_compose (FORM, session);
  MnBlock               *first = composed->blocks->pdata[0];

  g_assert_cmpint (first->kind, ==, MN_BLOCK_SECTION);
  g_assert_true (first->landscape);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-follow-up-report/whole", test_whole);
  g_test_add_func ("/form-follow-up-report/nothing", test_nothing);
  g_test_add_func ("/form-follow-up-report/histories", test_histories);
  g_test_add_func ("/form-follow-up-report/overdue", test_overdue);
  g_test_add_func ("/form-follow-up-report/regular", test_regular);
  g_test_add_func ("/form-follow-up-report/landscape", test_landscape);
  return g_test_run ();
}
