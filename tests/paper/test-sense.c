#include "mn-sense.h"

/* Before each syllable "~" where it is held, a blank inside a phrase, "/" where a part of one and
 * "|" where one begins. */
static void
assert_sense (const char *title, const char *expected)
{
  static const char   marks[] = { '~', ' ', '/', '|' };
  g_auto (GStrv)      syllables = g_strsplit (title, " ", -1);
  guint               n = g_strv_length (syllables);
  g_autofree MnSense *before = g_new0 (MnSense, n + 1);
  g_autoptr (GString) read = g_string_new (NULL);

  mn_sense ((const char *const *) syllables, n, before);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (read, marks[before[i]]);
      g_string_append (read, syllables[i]);
    }
  g_assert_cmpstr (read->str, ==, expected);
}

/* Phrases begin with "tại", "giữa", "với" …, parts of them with "của", "và", a number or a comma.
 */
static void
test_phrases (void)
{
  assert_sense ("kết luận của Ban Thường vụ Tỉnh uỷ tại Hội nghị giao ban quý II/2026 với các đảng "
                "uỷ xã, phường",
                "kết~luận/của Ban~Thường~vụ Tỉnh~uỷ|tại Hội~nghị giao~ban/quý II/2026|với các "
                "đảng~uỷ xã,/phường");
  assert_sense ("giao ban lần thứ năm (quý I/2024) giữa Thường trực Tỉnh ủy",
                "giao~ban|lần~thứ năm/(quý I/2024)|giữa Thường~trực Tỉnh~ủy");
  assert_sense ("hội nghị với các xã và hội nghị quý II/2026",
                "hội~nghị|với các xã|và hội~nghị/quý II/2026");
  assert_sense ("theo dõi tài chính theo quy chế", "theo dõi tài chính|theo quy chế");
  assert_sense ("hội nghị", "hội~nghị");
}

/* Nothing is parted that is read as one: bodies, places, terms of office, names. */
static void
test_names (void)
{
  assert_sense ("Đại hội đại biểu Đảng bộ phường Trà Vinh lần thứ I, nhiệm kỳ 2025 - 2030",
                "Đại~hội đại~biểu Đảng~bộ/phường~Trà~Vinh|lần~thứ I,|nhiệm~kỳ 2025~-~2030");
  assert_sense ("các Hội được Đảng, Nhà nước giao nhiệm vụ",
                "các Hội được Đảng,/Nhà~nước giao nhiệm~vụ");
  assert_sense ("tổ chức chính trị - xã hội tỉnh Sông Ngân",
                "tổ~chức chính~trị~-~xã~hội/tỉnh~Sông~Ngân");
  assert_sense ("Tỉnh uỷ Vĩnh Long - Uỷ ban nhân dân tỉnh",
                "Tỉnh~uỷ Vĩnh~Long~-|Uỷ~ban~nhân~dân tỉnh");
}

/* In capitals the level of a place tells where its name is. */
static void
test_capitals (void)
{
  assert_sense ("ĐẢNG BỘ PHƯỜNG TRÀ VINH LẦN THỨ I", "ĐẢNG~BỘ/PHƯỜNG~TRÀ~VINH|LẦN~THỨ I");
  assert_sense ("TỈNH UỶ VĨNH LONG - UỶ BAN NHÂN DÂN TỈNH",
                "TỈNH~UỶ VĨNH LONG~-|UỶ~BAN~NHÂN~DÂN TỈNH");
  assert_sense ("CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI TỈNH SÔNG NGÂN",
                "CÁC TỔ~CHỨC CHÍNH~TRỊ~-~XÃ~HỘI/TỈNH~SÔNG~NGÂN");
  assert_sense ("KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG UỶ XÃ LONG ĐỨC",
                "KẾT~LUẬN/CỦA BAN~THƯỜNG~VỤ ĐẢNG~UỶ/XÃ~LONG~ĐỨC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sense/phrases", test_phrases);
  g_test_add_func ("/sense/names", test_names);
  g_test_add_func ("/sense/capitals", test_capitals);
  return g_test_run ();
}
