#include "mn-syllable.h"

static void
test_every_vowel (void)
{
  static const char *const rows[] = { "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
                                      "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
                                      "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
                                      "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gunichar    bare = g_utf8_get_char (rows[i]);
      const char *p = rows[i];

      for (int tone = MN_TONE_NONE; tone <= MN_TONE_DOT; tone++, p = g_utf8_next_char (p))
        {
          gunichar toneless = 0;

          g_assert_cmpint (mn_letter_split_tone (g_utf8_get_char (p), &toneless), ==, tone);
          g_assert_cmpuint (toneless, ==, bare);
        }
      g_assert_cmpint (*p, ==, '\0');
    }
}

static void
test_other_letters (void)
{
  static const gunichar letters[] = { 'b', 'Z', '7', ' ', 0x0111, 0x0110, 0xE7, 0x4E2D, 0x1F4C4 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      gunichar toneless = 0;

      g_assert_cmpint (mn_letter_split_tone (letters[i], &toneless), ==, MN_TONE_NONE);
      g_assert_cmpuint (toneless, ==, letters[i]);
    }
}

static void
test_syllables (void)
{
  static const struct
  {
    const char *syllable, *letters;
    MnTone      tone;
  } rows[] = {
    { "", "", MN_TONE_NONE },        { "hoa", "hoa", MN_TONE_NONE },
    { "hòa", "hoa", MN_TONE_GRAVE }, { "hoà", "hoa", MN_TONE_GRAVE },
    { "uỷ", "uy", MN_TONE_HOOK },    { "ủy", "uy", MN_TONE_HOOK },
    { "quý", "quy", MN_TONE_ACUTE }, { "Nguyễn", "Nguyên", MN_TONE_TILDE },
    { "Đặng", "Đăng", MN_TONE_DOT }, { "thước", "thươc", MN_TONE_ACUTE },
    { "UỶ", "UY", MN_TONE_HOOK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MnTone           tone;
      g_autofree char *letters = mn_syllable_split_tone (rows[i].syllable, &tone);

      g_assert_cmpstr (letters, ==, rows[i].letters);
      g_assert_cmpint (tone, ==, rows[i].tone);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syllable/every-vowel", test_every_vowel);
  g_test_add_func ("/syllable/other-letters", test_other_letters);
  g_test_add_func ("/syllable/syllables", test_syllables);
  return g_test_run ();
}
