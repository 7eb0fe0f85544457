#include "form-make.h"
#include "mn-session.h"

static MnItem *
make_state (void)
{
  MnItem *session = form_session_new ();
  MnItem *body = form_body (session, "Uỷ ban nhân dân tỉnh Sông Ngân", NULL);

  form_set (form_general (session), "body", mn_item_get_id (body), NULL);
  form_set (mn_session_get_document (session, "notice"), "collective", NULL, "authority", NULL,
            NULL);
  return session;
}

static MnBlock *
find_kind (GPtrArray *blocks, MnBlockKind kind, MnRole role)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];
      MnBlock *inside = find_kind (block->children, kind, role);

      if (block->kind == kind && block->role == role)
        return block;
      if (inside != NULL)
        return inside;
    }
  return NULL;
}

/* HD 05, ô 10 and 11a: words under the number, and at the right edge. */
static void
test_party (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnComposed) composed = NULL;
  MnItem                *notice = mn_session_get_document (session, "notice");
  MnBlock               *mark;

  form_set (notice, "urgency", "express", "circulation", "internal", "not-for-media", "yes",
            "contact", "Số 1, đường Bờ Kè", "drafter", "NguyenVanAn", "copies", "26", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_URGENCY), "HOẢ TỐC");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_CIRCULATION), "LƯU HÀNH NỘI BỘ");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_MEDIA_NOTE),
               "Không phổ biến trên phương tiện thông tin đại chúng");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_COPIES), "NguyenVanAn-26");
  composed = mn_form_compose (MN_FORM_NOTICE, session);
  mark = find_kind (composed->blocks, MN_BLOCK_MARK, MN_ROLE_CIRCULATION);
  g_assert_cmpint (mark->place, ==, MN_PLACE_TOP_EDGE);
  mark = find_kind (composed->blocks, MN_BLOCK_MARK, MN_ROLE_CONTACT);
  g_assert_cmpint (mark->place, ==, MN_PLACE_LAST_FOOT);
  mark = find_kind (composed->blocks, MN_BLOCK_MARK, MN_ROLE_MEDIA_NOTE);
  g_assert_cmpint (mark->place, ==, MN_PLACE_LAST_EDGE);
  g_assert_null (find_kind (composed->blocks, MN_BLOCK_FRAME, MN_ROLE_URGENCY));
}

/* NĐ 30, Phụ lục I, III.2: boxes of 30, 40 and 20 by 8 mm. */
static void
test_state_boxes (void)
{
  static const struct
  {
    const char *urgency, *word;
    double      width;
  } cases[] = {
    { "express", "HỎA TỐC", 30 },
    { "very-urgent", "THƯỢNG KHẨN", 40 },
    { "urgent", "KHẨN", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem)     session = make_state ();
      g_autoptr (MnComposed) composed = NULL;
      MnBlock               *frame;

      form_set (mn_session_get_document (session, "notice"), "urgency", cases[i].urgency, NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_URGENCY), cases[i].word);
      composed = mn_form_compose (MN_FORM_NOTICE, session);
      frame = find_kind (composed->blocks, MN_BLOCK_FRAME, MN_ROLE_URGENCY);
      g_assert_cmpfloat (frame->width, ==, cases[i].width);
      g_assert_cmpfloat (frame->height, ==, 8);
    }
}

/* The heading, the end and the recipients of the State's papers. */
static void
test_state (void)
{
  g_autoptr (MnItem)     session = make_state ();
  g_autoptr (MnComposed) composed = NULL;
  g_autofree char       *closing = NULL;
  MnItem                *notice = mn_session_get_document (session, "notice");

  form_set (notice, "contact", "Số 1, đường Bờ Kè", "drafter", "NVA", "copies", "15", "circulation",
            "to-return", "bases", "Căn cứ Quy chế làm việc;\nCăn cứ kết luận", NULL);
  g_assert_cmpuint (mn_item_get_n_children (notice, "recipients"), ==, 2);
  form_set (mn_item_get_child (notice, "recipients", 1), "text", "Sở Nội vụ", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_NATION),
               "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_MOTTO), "Độc lập - Tự do - Hạnh phúc");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_STAR), "");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_NUMBER), "Số:~07/TB-UBND");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_BASIS),
               "Căn cứ Quy chế làm việc;\nCăn cứ kết luận.");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENT),
               "- Ban Thường vụ Tỉnh ủy;\n- Sở Nội vụ;\n- Lưu: VT. NVA.(15).");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_COPIES), "");
  closing = form_at (MN_FORM_NOTICE, session, "closing");
  g_assert_true (g_str_has_suffix (closing, "./."));
  composed = mn_form_compose (MN_FORM_NOTICE, session);
  g_assert_cmpint (find_kind (composed->blocks, MN_BLOCK_MARK, MN_ROLE_CONTACT)->place, ==,
                   MN_PLACE_FIRST_FOOT);
  g_assert_nonnull (find_kind (composed->blocks, MN_BLOCK_FRAME, MN_ROLE_CIRCULATION));
  g_assert_nonnull (find_kind (composed->blocks, MN_BLOCK_RULE, MN_ROLE_SUBJECT));
}

/* NĐ 30, Mẫu 1.9 */
static void
test_state_minutes (void)
{
  g_autoptr (MnItem) session = make_state ();
  g_autofree char   *plain = form_plain (MN_FORM_MINUTES, session);
  g_autofree char   *closing = form_at (MN_FORM_MINUTES, session, "closing");

  g_test_message ("%s", plain);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_PLACE_DATE), "");
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:time"),
               "Thời gian bắt đầu: 08~giờ~00, ngày~05 tháng~4 năm~2026.");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:attendance"), "Thành phần tham dự:");
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:chairs"),
               "Chủ trì (chủ tọa): Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy.");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:follow-up"),
               "3. Kết quả thực hiện các kết luận, chỉ đạo trước đó");
  g_assert_true (g_str_has_suffix (closing, "kết thúc vào 11~giờ~30, ngày~05 tháng~4 năm~2026./."));
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SOLE_POSITION), "THƯ KÝ\nCHỦ TỌA");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_RECIPIENT), "- Lưu: VT, Hồ sơ.");
}

/* Arabic numbers with the Party, Roman with the State; the only one has none. */
static void
test_appendices (void)
{
  g_autoptr (MnItem) party = form_session_new ();
  g_autoptr (MnItem) state = make_state ();
  MnItem            *sessions[] = { party, state };

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      MnItem *notice = mn_session_get_document (sessions[i], "notice");

      form_add (notice, "appendices", "title", "Danh mục nhiệm vụ", "text", "việc thứ nhất", NULL);
      form_assert (form_role (MN_FORM_NOTICE, sessions[i], MN_ROLE_APPENDIX), "Phụ lục");
      form_add (notice, "appendices", "title", "Biểu số liệu", NULL);
    }
  form_assert (form_role (MN_FORM_NOTICE, party, MN_ROLE_APPENDIX), "Phụ lục~1\nPhụ lục~2");
  form_assert (form_role (MN_FORM_NOTICE, state, MN_ROLE_APPENDIX), "Phụ lục~I\nPhụ lục~II");
  form_set (mn_item_get_child (mn_session_get_document (party, "notice"), "appendices", 1), "title",
            "Biểu", NULL);
  form_assert (form_role (MN_FORM_NOTICE, party, MN_ROLE_APPENDIX_OF),
               "(Kèm theo Thông báo số~07-TB/TU, ngày~05/02/2026 của Tỉnh ủy Trà Vinh)\n"
               "(Kèm theo Thông báo số~07-TB/TU, ngày~05/02/2026 của Tỉnh ủy Trà Vinh)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-mark/party", test_party);
  g_test_add_func ("/form-mark/state-boxes", test_state_boxes);
  g_test_add_func ("/form-mark/state", test_state);
  g_test_add_func ("/form-mark/state-minutes", test_state_minutes);
  g_test_add_func ("/form-mark/appendices", test_appendices);
  return g_test_run ();
}
