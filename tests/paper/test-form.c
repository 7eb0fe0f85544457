#include <locale.h>
#include <string.h>
#include <time.h>

#include "form-make.h"
#include "mn-session.h"

static void
test_names (void)
{
  MnForm form;

  g_assert_true (mn_form_from_name ("notice", &form));
  g_assert_cmpint (form, ==, MN_FORM_NOTICE);
  g_assert_true (mn_form_from_name ("minutes", &form));
  g_assert_cmpint (form, ==, MN_FORM_MINUTES);
  g_assert_false (mn_form_from_name ("letter", &form));
  g_assert_false (mn_form_from_name (NULL, &form));
  g_assert_cmpstr (mn_form_get_name (MN_FORM_NOTICE), ==, "notice");
  g_assert_cmpstr (mn_form_get_label (MN_FORM_NOTICE), ==, "Notice of conclusions");
}

static void
test_style (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_NOTICE, session), ==, "party-2026");
  form_set (form_general (session), "style", "party-2026", NULL);
  g_assert_true (mn_form_get_style_name (MN_FORM_NOTICE, session) ==
                 mn_item_get (form_general (session), "style"));
}

/* A notice issued after 27/5/2026 for a meeting before follows the new rule, its minutes the old;
 * what is set for a paper wins, its session's choice is for the others. */
static void
test_style_of_each (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *minutes, *notice;

  form_set (form_general (session), "starts", "2026-05-20T08:00:00+07:00", NULL);
  minutes = form_add (session, "documents", "form", "minutes", "date", "2026-05-22", NULL);
  notice = form_add (session, "documents", "form", "notice", "date", "2026-06-02", NULL);
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_MINUTES, session), ==, "party-2018");
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_NOTICE, session), ==, "party-2026");
  form_set (form_general (session), "own-style", "nha", NULL);
  form_set (notice, "style", "party-2018", NULL);
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_MINUTES, session), ==, "nha");
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_NOTICE, session), ==, "party-2018");
  form_set (notice, "own-style", "rieng", NULL);
  form_set (minutes, "style", "party-2026", NULL);
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_NOTICE, session), ==, "rieng");
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_MINUTES, session), ==, "party-2026");
  g_assert_cmpstr (mn_form_get_style_name (MN_FORM_AGENDA, session), ==, "nha");
  g_assert_cmpstr (mn_form_get_style_in_force (MN_FORM_NOTICE, session), ==, "party-2026");
}

static void
test_minutes (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (
      form_plain (MN_FORM_MINUTES, session),
      "Tỉnh ủy Trà Vinh\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
      "Số~~~~~~-BB/TU\nDự thảo\nTrà Vinh, ngày~~~~~~tháng~~~~~~năm~2026\n"
      "BIÊN BẢN\nHội nghị giao ban lần thứ năm\nquý~I/2026\n-----\n"
      "- Thời gian: Bắt đầu vào hồi~08~giờ~00, ngày~05 tháng~4 năm~2026.\n"
      "- Địa điểm: Hội trường Tỉnh ủy.\n"
      "- Nội dung: Công tác dân vận.\n"
      "- Người chủ trì: Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy.\n"
      "- Người ghi biên bản: Đồng chí~Lê Văn C, Chánh Văn phòng Tỉnh ủy.\n"
      "- Tài liệu sử dụng trong hội nghị: Báo cáo số~12-BC/VPTU.\n"
      "1. Thành phần hội nghị\n"
      "1.1. Đại biểu chính thức\n"
      "- Có mặt: 02 đồng chí, gồm:\n"
      "+ Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy;\n"
      "+ Đồng chí~Trần Thị B, Chủ tịch Hội Nông dân tỉnh (dự trực tuyến).\n"
      "- Vắng mặt: Không.\n"
      "2. Diễn biến hội nghị\n"
      "2.1. Nội dung, chương trình hội nghị\n"
      "- Báo cáo kết quả (đồng chí~Trần Thị B trình bày).\n"
      "2.2. Các báo cáo trình bày tại hội nghị\n"
      "Đồng chí~Trần Thị B, Chủ tịch Hội Nông dân tỉnh, trình bày báo cáo kết quả quý~I:\n"
      "- Kết quả: Hoạt động ổn định.\n"
      "- Một số kết quả cụ thể:\n"
      "+ Hội viên: 2.713~hội viên.\n"
      "- Khó khăn, hạn chế: Thiếu kinh phí.\n"
      "2.3. Kết quả thực hiện các kết luận, chỉ đạo trước đó\n"
      "STT\nNội dung kết luận\nCơ quan chủ~trì\nThời hạn\nKết quả, tình trạng\n"
      "1\nRà soát biên chế.\n(KL 4-1)\nVăn phòng Tỉnh ủy\n31/3/2026\n"
      "Đã hoàn thành (đúng hạn). Đã xong.\n"
      "2.4. Ý kiến phát biểu, thảo luận\n"
      "- Đồng chí~Trần Thị B, Chủ tịch Hội Nông dân tỉnh: Nhất trí với báo cáo.\n"
      "2.5. Kiến nghị, đề xuất\n"
      "(1) Hội Nông dân tỉnh kiến nghị Văn phòng Tỉnh ủy: Bổ sung biên chế.\n"
      "- Đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy, trả lời: Thống nhất với kiến nghị, "
      "đề xuất.\n"
      "2.6. Biểu quyết\n"
      "- Thông qua quy chế (hình thức: giơ tay): tán thành 14/15 (93,3%); không tán thành 01 "
      "(6,7%).\n"
      "3. Kết luận của đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy\n"
      "3.1. Đánh giá kết quả thực hiện nhiệm vụ quý~I/2026\n"
      "Các hội hoàn thành nhiệm vụ.\n"
      "Một số việc còn chậm.\n"
      "3.2. Nhiệm vụ, giải pháp trong thời gian tới\n"
      "Giao Văn phòng Tỉnh ủy chủ trì, phối hợp với Hội Nông dân tỉnh rà soát biên chế; sản phẩm: "
      "báo cáo rà soát; hoàn thành trước ngày~30/6/2026; báo cáo Thường trực Tỉnh ủy.\n"
      "3.3. Tổ chức thực hiện\n"
      "Các cơ quan triển khai thực hiện.\n"
      "Hội nghị kết thúc vào hồi~11~giờ~30, ngày~05 tháng~4 năm~2026. Biên bản này đã được đọc lại "
      "cho các đại biểu dự hội nghị cùng nghe, thống nhất thông qua.\n"
      "NGƯỜI GHI BIÊN BẢN\nLê Văn C\nCHỦ TRÌ HỘI NGHỊ\nNguyễn Văn A");
}

static void
test_notice (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert (
      form_plain (MN_FORM_NOTICE, session),
      "Tỉnh ủy Trà Vinh\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
      "Số~07-TB/TU\nTrà Vinh, ngày~05 tháng~02 năm~2026\n"
      "THÔNG BÁO\nkết luận của Thường trực Tỉnh ủy tại hội nghị giao ban lần thứ năm "
      "(quý~I/2026)\n-----\n"
      "Ngày~05/4/2026, tại Hội trường Tỉnh ủy, Thường trực Tỉnh ủy tổ chức hội nghị giao ban lần "
      "thứ năm (quý~I/2026), chủ đề “Công tác dân vận”. Đồng chí~Nguyễn Văn A, Phó Bí thư Thường "
      "trực Tỉnh ủy, chủ trì hội nghị. Dự hội nghị có đồng chí~Trần Thị B, Chủ tịch Hội Nông dân "
      "tỉnh.\n"
      "Sau khi nghe báo cáo của Hội Nông dân tỉnh; ý kiến phát biểu, thảo luận của các đại biểu; "
      "các kiến nghị, đề xuất, đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy, thay mặt "
      "Thường trực Tỉnh ủy kết luận như sau:\n"
      "1. Đánh giá kết quả thực hiện nhiệm vụ quý~I/2026\n"
      "Các hội hoàn thành nhiệm vụ.\n"
      "Một số việc còn chậm.\n"
      "2. Nhiệm vụ, giải pháp trong thời gian tới\n"
      "Giao Văn phòng Tỉnh ủy chủ trì, phối hợp với Hội Nông dân tỉnh rà soát biên chế; sản phẩm: "
      "báo cáo rà soát; hoàn thành trước ngày~30/6/2026; báo cáo Thường trực Tỉnh ủy.\n"
      "3. Về các kiến nghị, đề xuất\n"
      "3.1. Về kiến nghị, đề xuất của Hội Nông dân tỉnh “bổ sung biên chế”: Thống nhất với kiến "
      "nghị, đề xuất.\n"
      "4. Tổ chức thực hiện\n"
      "Các cơ quan triển khai thực hiện.\n"
      "Thường trực Tỉnh ủy thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, triển khai "
      "thực hiện.\n"
      "Nơi nhận:\n- Ban Thường vụ Tỉnh ủy;\n- Lưu Văn phòng Tỉnh ủy.\n"
      "T/M Ban Thường vụ\nPhó Bí thư\nNguyễn Văn A");
}

static void
test_empty (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_assert (form_plain (MN_FORM_MINUTES, session),
               "*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
               "Số~~~~~~-BB/~~~~~~\nDự thảo\n~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~\n"
               "BIÊN BẢN\nHội nghị\n-----\n"
               "- Thời gian: Bắt đầu vào hồi~~~~~~giờ~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~.\n"
               "- Địa điểm:\n- Nội dung:\n- Người chủ trì:\n- Người ghi biên bản:\n"
               "1. Thành phần hội nghị\n1.1. Đại biểu chính thức\n"
               "- Có mặt:~~~~~~đồng chí.\n- Vắng mặt:~~~~~~đồng chí.\n"
               "Hội nghị kết thúc vào hồi~~~~~~giờ~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~. Biên bản "
               "này đã được đọc lại cho các đại biểu dự hội nghị cùng nghe, thống nhất thông qua.\n"
               "NGƯỜI GHI BIÊN BẢN\nCHỦ TRÌ HỘI NGHỊ");
  form_assert (form_plain (MN_FORM_NOTICE, session),
               "*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
               "Số~~~~~~-TB/~~~~~~\nDự thảo\n~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~\n"
               "THÔNG BÁO\nkết luận tại hội nghị\n-----\n"
               "Hội nghị kết luận như sau:\n"
               "Trên đây là kết luận tại hội nghị, thông báo để các cơ quan, đơn vị, cá nhân liên "
               "quan biết, triển khai thực hiện.\n"
               "Nơi nhận:\n- Lưu Văn phòng.");
}

/* ---- whatever is missing -------------------------------------------------------------------- */

typedef struct
{
  guint wanted; /* which set field of the whole tree goes, counted from 0 */
  guint seen;
  char *name;
} Unset;

static gboolean
unset_one (MnItem *item, gpointer user_data)
{
  Unset        *unset = user_data;
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const char *field = kind->fields[i].name;
      gboolean    rich = kind->fields[i].type == MN_FIELD_RICH;

      if (rich ? mn_item_get_rich (item, field) == NULL : mn_item_get (item, field) == NULL)
        continue;
      if (unset->seen++ != unset->wanted)
        continue;
      unset->name = g_strdup_printf ("without %s of %s", field, kind->name);
      if (rich)
        mn_item_set_rich (item, field, NULL);
      else
        mn_item_set (item, field, NULL, NULL);
      return FALSE;
    }
  return TRUE;
}

/* Unsets one field after the other of a whole session, and each time every pair with the one after
 * it. */
static void
test_missing (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_assert_clean (session, "whole");
  for (guint i = 0;; i++)
    for (guint pair = 0; pair < 2; pair++)
      {
        g_autoptr (MnItem) copy = mn_item_copy (session, MN_COPY_SAME_IDS);
        Unset              first = { i, 0, NULL }, second = { i, 0, NULL };

        mn_item_walk (copy, unset_one, &first);
        if (first.name == NULL)
          {
            g_assert_cmpuint (i, >, 50);
            return;
          }
        if (pair == 1)
          mn_item_walk (copy, unset_one, &second);
        form_assert_clean (copy, first.name);
        g_free (first.name);
        g_free (second.name);
      }
}

static gboolean
add_loose_ends (MnItem *item, gpointer user_data)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *plain = mn_item_dup_plain (item, field->name);
      g_autofree char *loose = g_strconcat ("  ", plain, (const char *) user_data, NULL);

      if (*plain == '\0' || strcmp (field->name, "symbol") == 0)
        continue;
      if (field->type == MN_FIELD_TEXT)
        mn_item_set (item, field->name, loose, NULL);
      else if (field->type == MN_FIELD_RICH)
        {
          g_autoptr (MnText) text = mn_text_new (loose);

          mn_item_set_rich (item, field->name, text);
        }
    }
  return TRUE;
}

/* Whatever stops people type or forget, sentences end with one. */
static void
test_loose_ends (void)
{
  static const char *const ends[] = { ".", "..", ";", " .", ",", "./.", " ", ":", " ; " };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (MnItem) session = form_session_new ();
      g_autoptr (MnItem) plain = form_session_new ();
      g_autofree char   *expected = form_plain (MN_FORM_MINUTES, plain);
      g_autofree char   *loose = NULL;

      mn_item_walk (session, add_loose_ends, (gpointer) ends[i]);
      form_assert_clean (session, ends[i]);
      loose = form_plain (MN_FORM_MINUTES, session);
      g_assert_cmpstr (loose, ==, expected);
    }
}

/* Refs that lead nowhere are as good as unset. */
static void
test_dangling (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  g_autoptr (MnItem) other = mn_session_new ();

  form_set (form_general (session), "body", mn_item_get_id (other), "chairs",
            mn_item_get_id (other), "secretary", mn_item_get_id (form_record (session)), NULL);
  form_assert_clean (session, "dangling");
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:chairs"), "- Người chủ trì:");
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:secretary"), "- Người ghi biên bản:");
}

/* What identifies a document stands between its kind and what it is about. */
static void
test_references (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *record = form_record (session);

  form_add (record, "references", "number", "41-CT/TU", "date", "2023-11-08", "issuer",
            "Ban Thường vụ Tỉnh ủy", "title", "Chỉ thị về hỗ trợ vốn giúp đảng viên nghèo.", NULL);
  form_add (record, "references", "number", "02-ĐA/TU", "title", "Đề án đào tạo cán bộ", NULL);
  form_assert (form_at (MN_FORM_MINUTES, session, "opening:materials"),
               "- Tài liệu sử dụng trong hội nghị: Chỉ thị số~41-CT/TU, ngày~08/11/2023 của Ban "
               "Thường vụ Tỉnh ủy về hỗ trợ vốn giúp đảng viên nghèo; Đề án đào tạo cán bộ "
               "số~02-ĐA/TU.");
}

/* ---- anchors, outline, metadata, speed ------------------------------------------------------ */

static void
collect_anchors (GPtrArray *blocks, GHashTable *anchors)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];

      if (block->anchor != NULL)
        g_assert_true (g_hash_table_add (anchors, block->anchor));
      collect_anchors (block->children, anchors);
    }
}

/* No two paragraphs have one name, and every paragraph of the body has one. */
static void
test_anchors (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  for (guint form = 0; form < MN_N_FORMS; form++)
    {
      g_autoptr (MnComposed) composed = mn_form_compose ((MnForm) form, session);
      g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);

      collect_anchors (composed->blocks, anchors);
      for (guint i = 0; i < composed->blocks->len; i++)
        {
          MnBlock *block = composed->blocks->pdata[i];

          if (block->kind == MN_BLOCK_PARAGRAPH &&
              (block->role <= MN_ROLE_HEADING_3 || block->role == MN_ROLE_OPENING_ITEM))
            g_assert_nonnull (block->anchor);
          if (block->role == MN_ROLE_HEADING_1)
            g_assert_cmpuint (block->outline, ==, 1);
          if (block->role == MN_ROLE_HEADING_1 || block->role == MN_ROLE_HEADING_2)
            g_assert_true (block->keep_with_next);
        }
    }
}

static void
test_metadata (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnItem)     empty = mn_session_new ();
  g_autoptr (MnComposed) notice = mn_form_compose (MN_FORM_NOTICE, session);
  g_autoptr (MnComposed) minutes = mn_form_compose (MN_FORM_MINUTES, session);
  g_autoptr (MnComposed) nothing = mn_form_compose (MN_FORM_NOTICE, empty);

  g_assert_cmpstr (notice->title, ==,
                   "Thông báo kết luận của Thường trực Tỉnh ủy tại hội nghị giao ban lần thứ năm "
                   "(quý I/2026)");
  g_assert_cmpstr (notice->author, ==, "Tỉnh ủy Trà Vinh");
  g_assert_cmpstr (notice->subject, ==, "Công tác dân vận");
  g_assert_cmpstr (notice->created, ==, "2026-02-05T00:00:00+07:00");
  g_assert_false (notice->draft);
  g_assert_cmpstr (minutes->title, ==, "Biên bản hội nghị giao ban lần thứ năm");
  g_assert_cmpstr (minutes->created, ==, "2026-04-05T08:00:00+07:00");
  g_assert_true (minutes->draft);
  g_assert_null (nothing->created);
  g_assert_cmpstr (nothing->author, ==, "");
  g_assert_true (nothing->draft);
}

/* Composing never writes, and gives the same each time. */
static void
test_pure (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnItem)     copy = mn_item_copy (session, MN_COPY_SAME_IDS);
  g_autoptr (MnComposed) once = mn_form_compose (MN_FORM_MINUTES, session);
  g_autoptr (MnComposed) twice = mn_form_compose (MN_FORM_MINUTES, session);

  g_assert_true (mn_item_equal (session, copy));
  g_assert_cmpuint (once->blocks->len, ==, twice->blocks->len);
  for (guint i = 0; i < once->blocks->len; i++)
    g_assert_true (mn_block_equal (once->blocks->pdata[i], twice->blocks->pdata[i]));
}

/* Each of many points costs a look into a hash per reference, not a walk: four times as many take
 * about four times as long of the processor's time, whoever else is busy on the machine. */
static void
test_large (void)
{
  gint64 taken[2];

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (MnItem) session = form_session_new ();
      MnItem            *lead = mn_item_get_child (form_record (session), "parties", 2);
      gint64             best = G_MAXINT64;

      for (guint i = 0; i < (round == 0 ? 125 : 500); i++)
        form_add (form_conclusion (session), "points", "heading", "Về biên chế", "text",
                  "Rà soát, sắp xếp lại biên chế của các cơ quan, đơn vị trên địa bàn", "leads",
                  mn_item_get_id (lead), "partners", mn_item_get_id (lead), "deadline",
                  "2026-06-30", "product", "báo cáo", NULL);
      for (guint i = 0; i < 5; i++)
        {
          clock_t                start = clock ();
          g_autoptr (MnComposed) composed = mn_form_compose (MN_FORM_NOTICE, session);

          g_assert_cmpuint (composed->blocks->len, >, 125);
          best = MIN (best, (gint64) (clock () - start));
        }
      taken[round] = best;
    }
  g_test_message ("125 points: %d µs, 500 points: %d µs", (int) taken[0], (int) taken[1]);
  g_assert_cmpint (taken[1], <, taken[0] * 12 + 5000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/names", test_names);
  g_test_add_func ("/form/style", test_style);
  g_test_add_func ("/form/style-of-each", test_style_of_each);
  g_test_add_func ("/form/minutes", test_minutes);
  g_test_add_func ("/form/notice", test_notice);
  g_test_add_func ("/form/empty", test_empty);
  g_test_add_func ("/form/missing", test_missing);
  g_test_add_func ("/form/loose-ends", test_loose_ends);
  g_test_add_func ("/form/dangling", test_dangling);
  g_test_add_func ("/form/references", test_references);
  g_test_add_func ("/form/anchors", test_anchors);
  g_test_add_func ("/form/metadata", test_metadata);
  g_test_add_func ("/form/pure", test_pure);
  g_test_add_func ("/form/large", test_large);
  return g_test_run ();
}
