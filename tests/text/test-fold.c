#include "mn-fold.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } rows[] = {
    { "", "" },
    { "Đỗ Đăng Khuê", "do dang khue" },
    { "UỶ BAN MẶT TRẬN TỔ QUỐC", "uy ban mat tran to quoc" },
    { "Ủy ban  nhân dân", "uy ban  nhan dan" },
    { "Trương Thị Mỹ Hạnh, 5,8 tỷ đồng", "truong thi my hanh, 5,8 ty dong" },
    { "Nguye\xCC\x82\xCC\x83n", "nguyen" }, /* decomposed */
    { "ưƯơƠăĂâÂêÊôÔ", "uuooaaaaeeoo" },
    { "\xC3\xB0\xC3\x90", "dd" },           /* eth, as old converters wrote đ */
    { "e\xCC\xA3\xCC\x82\xCC\x81x", "ex" }, /* an accent without a letter of its own */
    { "ﬁ ½ Ⅳ", "fi 1⁄2 iv" },
    { "25/8/2023", "25/8/2023" },
    { "\xFF", "" }, /* not UTF-8: nothing to find */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = mn_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

/* All 134 Vietnamese letters with marks come down to the twelve plain ones. */
static void
test_all_letters (void)
{
  const char      *letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
  g_autofree char *capitals = g_utf8_strup (letters, -1);
  g_autofree char *folded = mn_fold (letters), *folded_capitals = mn_fold (capitals);

  g_assert_cmpstr (folded, ==, folded_capitals);
  g_assert_cmpint (g_utf8_strlen (folded, -1), ==, 67);
  for (const char *p = folded; *p != '\0'; p++)
    g_assert_true (g_ascii_islower (*p));
}

static void
test_contains (void)
{
  g_assert_true (mn_fold_contains ("Hội Liên hiệp Phụ nữ", "phu nu"));
  g_assert_true (mn_fold_contains ("Hội Liên hiệp Phụ nữ", ""));
  g_assert_true (mn_fold_contains ("ĐOÀN", "doan"));
  g_assert_false (mn_fold_contains ("Hội Nông dân", "phu nu"));
  g_assert_false (mn_fold_contains ("", "a"));
}

static void
test_same_wording (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean    same;
  } rows[] = {
    { "hòa", "hoà", TRUE },
    { "Tỉnh ủy", "TỈNH UỶ", TRUE },
    { "Tỉnh  ủy ", " tỉnh\tuỷ\n", TRUE },
    { "uy\xCC\x89", "uỷ", TRUE },
    { "hoa", "hoà", FALSE },
    { "hòa", "hóa", FALSE },
    { "an", "ân", FALSE },
    { "da", "đa", FALSE },
    { "hoa bình", "hoabình", FALSE },
    { "", " ", TRUE },
    { "", "a", FALSE },
    { "a1", "a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (mn_same_wording (rows[i].a, rows[i].b), ==, rows[i].same);
      g_assert_cmpint (mn_same_wording (rows[i].b, rows[i].a), ==, rows[i].same);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/all-letters", test_all_letters);
  g_test_add_func ("/fold/contains", test_contains);
  g_test_add_func ("/fold/same-wording", test_same_wording);
  return g_test_run ();
}
