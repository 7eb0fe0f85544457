#include "mn-sentence.h"

static void
assert_taken (char *made, const char *expected)
{
  g_assert_cmpstr (made, ==, expected);
  g_free (made);
}

static void
test_finish (void)
{
  static const struct
  {
    const char *text, *finished;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "   ", "" },
    { "đã xong", "đã xong." },
    { "đã xong.", "đã xong." },
    { "đã xong..", "đã xong." },
    { "đã xong ;", "đã xong." },
    { "đã xong./.", "đã xong." },
    { "đã xong. ", "đã xong." },
    { "đã xong!", "đã xong!" },
    { "đã xong chưa?", "đã xong chưa?" },
    { "và nhiều việc khác...", "và nhiều việc khác…" },
    { "và nhiều việc khác…", "và nhiều việc khác…" },
    { "theo câu “Xong.”", "theo câu “Xong.”" },
    { "theo câu “Xong”", "theo câu “Xong”." },
    { "(đã xong.)", "(đã xong.)" },
    { "v.v.", "v.v." },
    { "hai  blanks   go", "hai blanks go." },
    { "trước dấu , phẩy", "trước dấu, phẩy." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_taken (mn_sentence_finish (cases[i].text), cases[i].finished);
}

static void
test_fragment (void)
{
  assert_taken (mn_sentence_fragment ("báo cáo rà soát;"), "báo cáo rà soát");
  assert_taken (mn_sentence_fragment (" báo cáo. "), "báo cáo");
  assert_taken (mn_sentence_fragment (":"), "");
}

/* A line must not break between a word and its number, nor inside a form of address. */
static void
test_no_break (void)
{
  static const struct
  {
    const char *text, *clean;
  } cases[] = {
    { "ngày 05 tháng 02 năm 2026", "ngày\u00a005 tháng\u00a002 năm\u00a02026" },
    { "Số 07-TB/TU", "Số\u00a007-TB/TU" },
    { "Công văn số 12-CV/TU", "Công văn số\u00a012-CV/TU" },
    { "quý II/2026", "quý\u00a0II/2026" },
    { "vào hồi 08 giờ 30", "vào hồi\u00a008\u00a0giờ\u00a030" },
    { "đồng chí Nguyễn Văn A", "đồng chí\u00a0Nguyễn Văn A" },
    { "Đồng chí Nguyễn", "Đồng chí\u00a0Nguyễn" },
    { "các đồng chí dự họp", "các đồng chí dự họp" },
    { "chí Nguyễn", "chí Nguyễn" },
    { "ông Nguyễn, bà Lê", "ông\u00a0Nguyễn, bà\u00a0Lê" },
    { "(ngày 05/4/2026)", "(ngày\u00a005/4/2026)" },
    { "số lượng 12", "số lượng 12" },
    { "ngày", "ngày" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_taken (mn_sentence_clean (cases[i].text), cases[i].clean);
}

static void
test_capitals (void)
{
  static const struct
  {
    const char *text, *lower;
  } cases[] = {
    { "", "" },
    { "Rà soát biên chế", "rà soát biên chế" },
    { "Đẩy nhanh tiến độ", "đẩy nhanh tiến độ" },
    { "UBND tỉnh", "UBND tỉnh" },
    { "Nguyễn Văn A", "Nguyễn Văn A" },
    { "Tỉnh ủy Trà Vinh", "Tỉnh ủy Trà Vinh" },
    { "Ban Thường vụ", "Ban Thường vụ" },
    { "Ban hành quy chế", "ban hành quy chế" },
    { "Hội nghị giao ban", "hội nghị giao ban" },
    { "Hội Nông dân", "Hội Nông dân" },
    { "Các Hội trên địa bàn", "các Hội trên địa bàn" },
    { "Quý II/2026", "quý II/2026" },
    { "Đảng uỷ xã", "Đảng uỷ xã" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_taken (mn_sentence_lower (cases[i].text), cases[i].lower);
  assert_taken (mn_sentence_upper ("đồng chí"), "Đồng chí");
  assert_taken (mn_sentence_upper (""), "");
}

static void
test_says (void)
{
  g_assert_true (mn_sentence_says ("giao Văn phòng Tỉnh uỷ rà soát", "Văn phòng Tỉnh ủy"));
  g_assert_true (mn_sentence_says ("trong\u00a0quý II", "trong quý"));
  g_assert_false (mn_sentence_says ("giao Văn phòng", "Ban Tổ chức"));
  g_assert_true (mn_sentence_begins ("Thường trực Tỉnh uỷ", "Thường trực "));
  g_assert_true (mn_sentence_begins ("TỈNH ỦY TRÀ VINH", "Tỉnh uỷ"));
  g_assert_false (mn_sentence_begins ("Tỉnh", "Tỉnh ủy"));
}

static MnText *
make_points (void)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 1, NULL);
  mn_text_builder_run (builder, "việc một", -1, MN_MARK_NONE);
  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 1, NULL);
  mn_text_builder_run (builder, "việc hai", -1, MN_MARK_BOLD);
  return mn_text_builder_end (builder);
}

static void
assert_text (MnText *made, const char *expected)
{
  g_assert_cmpstr (mn_text_get_plain (made), ==, expected);
  mn_text_unref (made);
}

static void
test_text (void)
{
  g_autoptr (MnText) words = mn_text_new ("Rà soát biên chế .");
  g_autoptr (MnText) several = mn_text_new ("Một\n\n  \nHai:\nBa");
  g_autoptr (MnText) points = make_points ();

  assert_text (mn_sentence_text (NULL, words, NULL, MN_SENTENCE_PLAIN), "Rà soát biên chế.");
  assert_text (
      mn_sentence_text ("Giao Văn phòng", words, "; xong trước ngày 30/6/2026", MN_SENTENCE_LOWER),
      "Giao Văn phòng rà soát biên chế; xong trước ngày\u00a030/6/2026.");
  assert_text (mn_sentence_text (NULL, several, NULL, MN_SENTENCE_PLAIN), "Một.\nHai:\nBa.");
  assert_text (mn_sentence_text ("Kết quả", points, NULL, MN_SENTENCE_PLAIN),
               "Kết quả:\nviệc một;\nviệc hai.");
  assert_text (mn_sentence_text (NULL, points, "; báo cáo Tỉnh ủy", MN_SENTENCE_PLAIN),
               "việc một;\nviệc hai.\nBáo cáo Tỉnh ủy.");
  assert_text (mn_sentence_text (NULL, words, NULL, MN_SENTENCE_OPEN), "Rà soát biên chế");
  assert_text (mn_sentence_text (NULL, NULL, NULL, MN_SENTENCE_PLAIN), "");
  assert_text (mn_sentence_text ("Đã xong.", NULL, " (Công văn 5)", MN_SENTENCE_PLAIN),
               "Đã xong (Công văn 5).");
}

/* Marks of the words stay with them, and dashes inside a dash point go one level down. */
static void
test_marks_and_levels (void)
{
  g_autoptr (MnText) points = make_points ();
  g_autoptr (MnText) made = mn_sentence_text ("Kết quả:", points, NULL,
                                              MN_SENTENCE_BEFORE_ITALIC | MN_SENTENCE_IN_POINT);

  g_assert_cmpint (mn_text_get_marks (made, 0), ==, MN_MARK_ITALIC);
  g_assert_cmpint (mn_text_get_marks (made, mn_text_get_paragraph_start (made, 1)), ==,
                   MN_MARK_NONE);
  g_assert_cmpint (mn_text_get_marks (made, mn_text_get_paragraph_start (made, 2)), ==,
                   MN_MARK_BOLD);
  g_assert_cmpint (mn_text_get_paragraph (made, 1).style, ==, MN_PARAGRAPH_DASH);
  g_assert_cmpuint (mn_text_get_paragraph (made, 1).level, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/finish", test_finish);
  g_test_add_func ("/sentence/fragment", test_fragment);
  g_test_add_func ("/sentence/no-break", test_no_break);
  g_test_add_func ("/sentence/capitals", test_capitals);
  g_test_add_func ("/sentence/says", test_says);
  g_test_add_func ("/sentence/text", test_text);
  g_test_add_func ("/sentence/marks-and-levels", test_marks_and_levels);
  return g_test_run ();
}
