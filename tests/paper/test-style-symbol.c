#include "mn-style-symbol.h"

#include "mn-numbering.h"

static void
test_organs (void)
{
  static const struct
  {
    const char *style, *name, *above, *symbol;
  } cases[] = {
    { "party-2026", "Tỉnh uỷ Sông Ngân", NULL, "TU" },
    { "party-2026", "Tỉnh ủy Sông Ngân", NULL, "TU" },
    { "party-2026", "Đảng uỷ xã Cồn Mây", NULL, "ĐU" },
    { "party-2026", "Đảng uỷ Quân sự tỉnh", NULL, "ĐUQS" },
    { "party-2026", "Chi bộ Văn phòng", NULL, "CB" },
    { "party-2026", "Văn phòng Tỉnh uỷ", NULL, "VPTU" },
    { "party-2026", "Văn phòng", "Tỉnh uỷ Sông Ngân", "VPTU" },
    { "party-2026", "Văn phòng Đảng uỷ", "Đảng uỷ xã Cồn Mây", "VPĐU" },
    { "party-2026", "Ban Tổ chức Tỉnh uỷ", NULL, "BTCTU" },
    { "party-2026", "Ban Tuyên giáo và Dân vận Tỉnh uỷ", NULL, "BTGDVTU" },
    { "party-2026", "Uỷ ban Kiểm tra Tỉnh uỷ", NULL, "UBKTTU" },
    { "party-2026", "Đại hội đại biểu Đảng bộ tỉnh", NULL, "ĐH" },
    { "party-2026", "Huyện uỷ Cù Lao", NULL, NULL },
    { "party-2018", "Huyện uỷ Cù Lao", NULL, "HU" },
    { "party-2026", "Tổ công tác", NULL, NULL },
    { "state-2020", "Uỷ ban nhân dân tỉnh Sông Ngân", NULL, "UBND" },
    { "state-2020", "Ủy ban nhân dân xã Cồn Mây", NULL, "UBND" },
    { "state-2020", "Thường trực Hội đồng nhân dân tỉnh", NULL, "HĐND" },
    { "state-2020", "Sở Nông nghiệp và Môi trường", NULL, "SNNMT" },
    { "state-2020", "Sở Nội vụ tỉnh Sông Ngân", NULL, "SNV" },
    { "state-2020", "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh", NULL, "MTTQ-BTT" },
    { "state-2020", "Hội Nông dân tỉnh", NULL, "HND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnStyle) style = mn_style_load (cases[i].style, NULL);
      g_autofree char    *symbol = mn_style_dup_organ_symbol (style, cases[i].name, cases[i].above);

      g_assert_cmpstr (symbol, ==, cases[i].symbol);
    }
}

/* "Quy định" is QĐ with the Party and QyĐ with the State. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *kind, *party, *state;
  } cases[] = {
    { "Thông báo", "TB", "TB" },  { "Biên bản", "BB", "BB" }, { "Quyết định", "QĐ", "QĐ" },
    { "Quy định", "QĐ", "QyĐ" },  { "Kết luận", "KL", "KL" }, { "Chương trình", "CTr", "CTr" },
    { "Tờ trình", "TTr", "TTr" }, { "Báo cáo", "BC", "BC" },  { "Nghị quyết", "NQ", "NQ" },
    { "Hướng dẫn", "HD", "HD" },  { "Chỉ thị", "CT", "CT" },  { "Thông tri", "TT", "TT" },
    { "Kế hoạch", "KH", "KH" },   { "Giấy mời", "GM", "GM" },
  };
  g_autoptr (MnStyle) party = mn_style_load ("party-2026", NULL);
  g_autoptr (MnStyle) state = mn_style_load ("state-2020", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *with_party = mn_style_dup_kind_symbol (party, cases[i].kind);
      g_autofree char *with_state = mn_style_dup_kind_symbol (state, cases[i].kind);

      g_assert_cmpstr (with_party, ==, cases[i].party);
      g_assert_cmpstr (with_state, ==, cases[i].state);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *style, *kind, *organ;
    gint64      number;
    const char *expected;
  } cases[] = {
    { "party-2026", "TB", "ĐU", 7, "Số\302\24007-TB/ĐU" },
    { "party-2026", "BB", "TU", 12, "Số\302\24012-BB/TU" },
    { "party-2018", "TB", "TU", 127, "Số\302\240127-TB/TU" },
    { "party-2026", "TB", "ĐU", 0, "Số____-TB/ĐU" },
    { "state-2020", "TB", "UBND", 7, "Số:\302\24007/TB-UBND" },
    { "state-2020", "BB", "UBND", 15, "Số:\302\24015/BB-UBND" },
    { "state-2020", "BB", "UBND", 0, "Số:____/BB-UBND" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnStyle) style = mn_style_load (cases[i].style, NULL);
      const MnSigns       signs = { .kind = (char *) cases[i].kind,
                                    .organ = (char *) cases[i].organ,
                                    .pattern = style->words[MN_WORD_NUMBER] };
      g_autofree char    *number = mn_signs_fill (&signs, cases[i].number, "____");

      g_assert_cmpstr (number, ==, cases[i].expected);
    }
}

/* "1.", "1.1." of the Party; "I.", "1.", "a)" of the State, "đ)" after "d)". */
static void
test_labels (void)
{
  static const struct
  {
    const char *style;
    guint       first, depth, path[4];
    const char *expected;
  } cases[] = {
    { "party-2026", 1, 1, { 3 }, "3." },           { "party-2026", 1, 2, { 3, 2 }, "3.2." },
    { "party-2026", 1, 3, { 3, 2, 1 }, "3.2.1." }, { "state-2020", 1, 1, { 4 }, "IV." },
    { "state-2020", 1, 2, { 4, 2 }, "2." },        { "state-2020", 1, 3, { 4, 2, 5 }, "đ)" },
    { "state-2020", 2, 1, { 4 }, "4." },           { "state-2020", 2, 2, { 4, 4 }, "d)" },
    { "state-2020", 2, 3, { 4, 4, 2 }, "-" },      { "state-2020", 2, 4, { 4, 4, 2, 1 }, "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnStyle) style = mn_style_load (cases[i].style, NULL);
      g_autofree char    *label = mn_style_dup_label (style, cases[i].first, cases[i].path,
                                                      cases[i].depth);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-symbol/organs", test_organs);
  g_test_add_func ("/style-symbol/kinds", test_kinds);
  g_test_add_func ("/style-symbol/numbers", test_numbers);
  g_test_add_func ("/style-symbol/labels", test_labels);
  return g_test_run ();
}
