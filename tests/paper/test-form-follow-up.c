#include "form-make.h"
#include "mn-session.h"

static MnItem *
new_session (void)
{
  MnItem *session = mn_session_new ();

  form_set (form_general (session), "starts", "2026-07-08T08:00:00+07:00", NULL);
  return session;
}

static void
test_result (void)
{
  static const struct
  {
    const char *deadline, *status, *effective, *entry_words, *evidence, *words, *expected;
  } cases[] = {
    { "2026-06-30", "done", "2026-06-26", "Đã làm", NULL, NULL,
      "Đã hoàn thành (đúng hạn). Đã làm." },
    { "2026-06-30", "done", "2026-07-02", NULL, "Công văn số 5", NULL,
      "Đã hoàn thành (quá hạn) (Công văn số~5)." },
    { "2026-06-30", "doing", "2026-07-08", "Bỏ qua", NULL, "Còn 09 cơ sở",
      "Đang thực hiện (quá hạn). Còn 09 cơ sở." },
    { "2026-07-08", "doing", "2026-07-08", NULL, NULL, NULL, "Đang thực hiện (trong hạn)." },
    { NULL, "doing", "2026-07-08", NULL, NULL, NULL, "Đang thực hiện." },
    { NULL, "cancelled", "2026-07-08", NULL, NULL, NULL, "Không tiếp tục thực hiện." },
    { "2026-06-30", "done", "2026-06-26", NULL, NULL, "Hoàn thành đúng hạn",
      "Hoàn thành đúng hạn." },
    { "2026-03-31", "paused", "2026-07-08", NULL, NULL, "Tiếp tục tạm dừng", "Tiếp tục tạm dừng." },
    { "2026-06-30", NULL, NULL, NULL, NULL, "Chưa báo cáo", "Chưa báo cáo." },
    { "2026-06-30", NULL, NULL, NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = new_session ();
      MnItem *row = form_add (form_record (session), "follow-ups", "deadline", cases[i].deadline,
                              "words", cases[i].words, NULL);

      form_add (row, "entries", "status", cases[i].status, "effective", cases[i].effective, "words",
                cases[i].entry_words, "evidence", cases[i].evidence, NULL);
      form_assert (form_at_item (MN_FORM_MINUTES, session, "follow-up", row), cases[i].expected);
    }
}

static void
test_origin (void)
{
  static const struct
  {
    const char *label, *document, *date, *body, *expected;
  } cases[] = {
    { "KL 4-1", NULL, NULL, NULL, "Việc cũ.\n(KL 4-1)" },
    { NULL, "Thông báo số 12-TB/TU", "2024-08-22", "Thường trực Tỉnh ủy",
      "Việc cũ.\n(Thông báo số~12-TB/TU, ngày~22/8/2024 của Thường trực Tỉnh ủy)" },
    { NULL, NULL, NULL, "Thường trực Tỉnh ủy", "Việc cũ.\n(Thường trực Tỉnh ủy)" },
    { NULL, NULL, NULL, NULL, "Việc cũ." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = new_session ();
      MnItem *row = form_add (form_record (session), "follow-ups", "text", "việc cũ", "label",
                              cases[i].label, "origin-document", cases[i].document, "origin-date",
                              cases[i].date, "origin-body", cases[i].body, NULL);
      g_autofree char *anchor = g_strdup_printf ("follow-up:%s:content", mn_item_get_id (row));

      form_assert (form_at (MN_FORM_MINUTES, session, anchor), cases[i].expected);
    }
}

/* The deadline put off stands beside the first one. */
static void
test_table (void)
{
  g_autoptr (MnItem) session = new_session ();
  MnItem            *lead = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *row = form_add (form_record (session), "follow-ups", "text", "một", "leads",
                                     mn_item_get_id (lead), "deadline", "2026-06-30", NULL);

  form_add (form_record (session), "follow-ups", "text", "hai", NULL);
  form_add (row, "entries", "status", "doing", "effective", "2026-07-08", "deadline", "2026-09-30",
            NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_TABLE_HEAD),
               "STT\nNội dung kết luận\nCơ quan chủ~trì\nThời hạn\nKết quả, tình trạng");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_TABLE_CELL),
               "1\nMột.\nSở Nội vụ\n30/6/2026, điều chỉnh đến 30/9/2026\n"
               "Đang thực hiện (trong hạn).\n2\nHai.\n\n\n");
}

/* The heading row is repeated, and the shares fill the width. */
static void
test_shape (void)
{
  g_autoptr (MnItem)     session = new_session ();
  g_autoptr (MnComposed) composed = NULL;
  guint                  n_tables = 0;

  form_add (form_record (session), "follow-ups", "text", "một", NULL);
  composed = mn_form_compose (MN_FORM_MINUTES, session);
  for (guint i = 0; i < composed->blocks->len; i++)
    {
      MnBlock *table = composed->blocks->pdata[i];

      if (table->kind != MN_BLOCK_TABLE)
        continue;
      g_assert_cmpuint (table->n_head_rows, ==, 1);
      g_assert_cmpuint (table->columns->len, ==, 5);
      for (guint n = 0; n < 5; n++)
        g_assert_cmpfloat (g_array_index (table->columns, MnColumn, n).width, >, 0);
      n_tables++;
    }
  g_assert_cmpuint (n_tables, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-follow-up/result", test_result);
  g_test_add_func ("/form-follow-up/origin", test_origin);
  g_test_add_func ("/form-follow-up/table", test_table);
  g_test_add_func ("/form-follow-up/shape", test_shape);
  return g_test_run ();
}
