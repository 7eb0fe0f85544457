#include "mn-collate.h"

#include <string.h>

typedef int (*Compare) (const char *a, const char *b);

/* Every pair of an ascending list, both ways. */
static void
expect_ascending (const char *const *list, Compare compare)
{
  for (guint i = 0; list[i] != NULL; i++)
    for (guint n = 0; list[n] != NULL; n++)
      {
        int order = compare (list[i], list[n]);

        g_test_message ("%s | %s", list[i], list[n]);
        if (i < n)
          g_assert_cmpint (order, <, 0);
        else if (i > n)
          g_assert_cmpint (order, >, 0);
        else
          g_assert_cmpint (order, ==, 0);
      }
}

static void
test_tones (void)
{
  static const char *const list[] = { "ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mẳ", "mẵ",
                                      "mắ", "mặ", "mâ", "mầ", "mẩ", "mẫ", "mấ", "mậ", NULL };

  expect_ascending (list, mn_collate);
}

static void
test_alphabet (void)
{
  static const char *const list[] = { "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h",
                                      "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r",
                                      "s", "t", "u", "ư", "v", "w", "x", "y", "z", NULL };
  static const char *const words[] = { "An", "Ân", "Dung", "Dũng", "Đức", NULL };

  expect_ascending (list, mn_collate);
  expect_ascending (words, mn_collate);
}

static void
test_syllables (void)
{
  static const char *const list[] = { "An",           "An Bình", "Anh",    "Hoa",      "Hoa Bình",
                                      "Hoa Thơm",     "Hòa",     "Hoà An", "Hòa Bình", "Hoà Thuận",
                                      "Hóa",          "Hoạ",     "Hoan",   "Trà Vinh", "Vĩnh Long",
                                      "Vĩnh Long An", NULL };

  expect_ascending (list, mn_collate);
}

/* The place of the tone mark decides only between texts that are otherwise the same. */
static void
test_tone_placement (void)
{
  static const char *const list[] = { "hoà a", "hòa b", "hoà c", "hòa d", NULL };

  expect_ascending (list, mn_collate);
  g_assert_cmpint (mn_collate ("hòa", "hoà"), !=, 0);
}

static void
test_case_and_form (void)
{
  static const char *const list[] = { "đảng", "Đoàn", "đội", "Đội viên", NULL };
  g_autofree char         *composed = mn_collate_key ("Đảng uỷ");
  g_autofree char         *decomposed = mn_collate_key ("Đa\xCC\x89ng uy\xCC\x89");

  expect_ascending (list, mn_collate);
  /* Only the raw text at the end tells them apart. */
  g_assert_cmpint (strncmp (composed, decomposed, strlen (composed) - strlen ("Đảng uỷ")), ==, 0);
}

static int
compare_names (const char *a, const char *b)
{
  g_autofree char *left = mn_collate_name_key (a), *right = mn_collate_name_key (b);

  return strcmp (left, right);
}

static void
test_names (void)
{
  static const char *const list[] = {
    "An",           "Nguyễn Văn An",  "Trần Thị An",     "Lê Ân",
    "Kim Thị Bình", "Thạch Bình",     "Lê Thị Dung",     "Lê Dũng",
    "Đỗ Đăng Khuê", "Nguyễn An Khuê", "Nguyễn Văn Khuê", NULL
  };

  expect_ascending (list, compare_names);
}

static void
test_edges (void)
{
  g_autofree char *nothing = mn_collate_key ("");
  g_autofree char *nobody = mn_collate_name_key ("  ");
  g_autofree char *invalid = mn_collate_key ("\xFF");
  g_autofree char *longest = g_strnfill (5000, 'x');

  g_assert_nonnull (nothing);
  g_assert_nonnull (nobody);
  g_assert_nonnull (invalid);
  g_assert_cmpint (mn_collate ("", "a"), <, 0);
  g_assert_cmpint (compare_names ("", "An"), <, 0);
  g_assert_cmpint (mn_collate ("x", longest), <, 0);
  g_assert_cmpint (compare_names ("An", " An"), !=, 0); /* never equal unless the same */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/tones", test_tones);
  g_test_add_func ("/collate/alphabet", test_alphabet);
  g_test_add_func ("/collate/syllables", test_syllables);
  g_test_add_func ("/collate/tone-placement", test_tone_placement);
  g_test_add_func ("/collate/case-and-form", test_case_and_form);
  g_test_add_func ("/collate/names", test_names);
  g_test_add_func ("/collate/edges", test_edges);
  return g_test_run ();
}
