#include "form-make.h"
#include "mn-session.h"

static MnItem *
add_point (MnItem *session, const char *text, MnItem *lead)
{
  return form_add (form_conclusion (session), "points", "text", text, "leads",
                   lead != NULL ? mn_item_get_id (lead) : NULL, NULL);
}

static void
assert_point (MnItem *session, MnItem *point, const char *expected)
{
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", point), expected);
}

/* Verb by rank: bodies of the committee, bodies beside it, people. */
static void
test_verb (void)
{
  static const struct
  {
    const char *lead, *expected;
  } cases[] = {
    { "Văn phòng Tỉnh ủy", "Giao Văn phòng Tỉnh ủy rà soát." },
    { "Đảng uỷ Ủy ban nhân dân tỉnh", "Giao Đảng uỷ Ủy ban nhân dân tỉnh rà soát." },
    { "Hội đồng thi đua", "Giao Hội đồng thi đua rà soát." },
    { "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
      "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh rà soát." },
    { "Uỷ ban nhân dân tỉnh", "Đề nghị Uỷ ban nhân dân tỉnh rà soát." },
    { "Hội Nông dân tỉnh", "Đề nghị Hội Nông dân tỉnh rà soát." },
    { "Tỉnh Đoàn", "Đề nghị Tỉnh Đoàn rà soát." },
    { "Liên đoàn Lao động tỉnh", "Đề nghị Liên đoàn Lao động tỉnh rà soát." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();

      assert_point (session,
                    add_point (session, "Rà soát", form_body (session, cases[i].lead, NULL)),
                    cases[i].expected);
    }
}

static void
test_person (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *person = form_person (session, "Lê A", "Chánh Văn phòng");

  assert_point (session, add_point (session, "Theo dõi, đôn đốc;", person),
                "Phân công đồng chí~Lê A theo dõi, đôn đốc.");
}

static void
test_whole (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *office = form_body (session, "Văn phòng Tỉnh ủy", NULL);
  MnItem            *a = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *b = form_body (session, "Sở Tài chính", NULL);
  MnItem            *point = add_point (session, "Rà soát biên chế", office);

  form_set (point, "partners", form_refs (a, b, NULL), "product", "Báo cáo rà soát.", "deadline",
            "2026-06-30", "authority", "Thường trực Tỉnh ủy quyết định", "report-to",
            mn_item_get_id (form_body (session, "Ban Thường vụ Tỉnh ủy", NULL)), NULL);
  assert_point (session, point,
                "Giao Văn phòng Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ và Sở Tài chính rà soát "
                "biên chế; sản phẩm: báo cáo rà soát; thẩm quyền: Thường trực Tỉnh ủy quyết định; "
                "hoàn thành trước ngày~30/6/2026; báo cáo Ban Thường vụ Tỉnh ủy.");
}

static void
test_deadline (void)
{
  static const struct
  {
    const char *kind, *date, *words, *expected;
  } cases[] = {
    { "date", "2026-02-05", NULL, "Rà soát; hoàn thành trước ngày~05/02/2026." },
    { NULL, "2026-12-31", NULL, "Rà soát; hoàn thành trước ngày~31/12/2026." },
    { "period", NULL, "trong quý III/2026", "Rà soát; hoàn thành trong quý~III/2026." },
    { "period", NULL, "Trong quý III/2026.", "Rà soát; hoàn thành trong quý~III/2026." },
    { "date", "2026-10-31", "chậm nhất ngày 31/10/2026",
      "Rà soát; hoàn thành chậm nhất ngày~31/10/2026." },
    { "regularly", NULL, NULL, "Rà soát; thực hiện thường xuyên." },
    { "regularly", NULL, "hằng tuần", "Rà soát; hằng tuần." },
    { "none", "2026-12-31", NULL, "Rà soát." },
    { "date", NULL, NULL, "Rà soát." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *point = add_point (session, "Rà soát", NULL);

      form_set (point, "deadline-kind", cases[i].kind, "deadline", cases[i].date, "deadline-words",
                cases[i].words, NULL);
      assert_point (session, point, cases[i].expected);
    }
}

/* What the words say already is not said again. */
static void
test_no_repetition (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Giao Sở Tài chính lo kinh phí",
      "Giao Sở Tài chính lo kinh phí; sản phẩm: báo cáo; hoàn thành trước ngày~05/6/2026; báo cáo "
      "Tỉnh ủy." },
    { "Đề nghị Hội Nông dân tham gia, gửi báo cáo",
      "Đề nghị Hội Nông dân tham gia, gửi báo cáo; hoàn thành trước ngày~05/6/2026; báo cáo Tỉnh "
      "ủy." },
    { "Văn phòng Tỉnh uỷ rà soát, báo cáo Tỉnh uỷ trước ngày 5/6/2026.",
      "Văn phòng Tỉnh uỷ rà soát, báo cáo Tỉnh uỷ trước ngày~5/6/2026." },
    { "Rà soát xong trước ngày 05 tháng 6 năm 2026",
      "Giao Văn phòng Tỉnh ủy rà soát xong trước ngày~05 tháng~6 năm~2026; sản phẩm: báo cáo; báo "
      "cáo Tỉnh ủy." },
    { "yêu cầu chấn chỉnh ngay",
      "Yêu cầu chấn chỉnh ngay; sản phẩm: báo cáo; hoàn thành trước ngày~05/6/2026; báo cáo Tỉnh "
      "ủy." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *office = form_body (session, "Văn phòng Tỉnh ủy", NULL);
      MnItem            *committee = form_body (session, "Tỉnh ủy", NULL);
      MnItem            *point = add_point (session, cases[i].text, office);

      form_set (point, "product", "báo cáo", "deadline", "2026-06-05", "report-to",
                mn_item_get_id (committee), NULL);
      assert_point (session, point, cases[i].expected);
    }
}

/* A list of duties: the order leads it, and what goes on is a sentence of its own. */
static void
test_points (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  g_autoptr (MnText) plain = mn_text_new ("rà soát biên chế\nsắp xếp trụ sở");
  g_autoptr (MnText) dashes = mn_text_style (plain, 0, 1, MN_PARAGRAPH_DASH, 1);
  MnItem *point = add_point (session, NULL, form_body (session, "Sở Nội vụ", NULL));

  mn_item_set_rich (point, "text", dashes);
  form_set (point, "deadline", "2026-06-30", NULL);
  assert_point (session, point,
                "Giao Sở Nội vụ:\nrà soát biên chế;\nsắp xếp trụ sở.\n"
                "Hoàn thành trước ngày~30/6/2026.");
}

/* Being named isn't being charged. */
static void
test_named_only (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Công khai đường dây nóng của Trạm Y tế xã",
      "Giao Trạm Y tế xã công khai đường dây nóng của Trạm Y tế xã." },
    { "Trạm Y tế xã phun hóa chất", "Trạm Y tế xã phun hóa chất." },
    { "Thống nhất; giao Trạm Y tế xã phun hóa chất",
      "Thống nhất; giao Trạm Y tế xã phun hóa chất." },
    { "Về dịch bệnh: Trạm Y tế xã phun hóa chất", "Về dịch bệnh: Trạm Y tế xã phun hóa chất." },
    { "Do Trạm Y tế xã chủ trì", "Do Trạm Y tế xã chủ trì." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();

      assert_point (session,
                    add_point (session, cases[i].text, form_body (session, "Trạm Y tế xã", NULL)),
                    cases[i].expected);
    }
}

static void
test_lead_alone (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *lead = form_body (session, "Sở Nội vụ", NULL);
  MnItem *point = form_add (form_conclusion (session), "points", "leads", mn_item_get_id (lead),
                            NULL);

  assert_point (session, point, "Giao Sở Nội vụ.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-task/verb", test_verb);
  g_test_add_func ("/form-task/person", test_person);
  g_test_add_func ("/form-task/whole", test_whole);
  g_test_add_func ("/form-task/deadline", test_deadline);
  g_test_add_func ("/form-task/no-repetition", test_no_repetition);
  g_test_add_func ("/form-task/points", test_points);
  g_test_add_func ("/form-task/named-only", test_named_only);
  g_test_add_func ("/form-task/lead-alone", test_lead_alone);
  return g_test_run ();
}
