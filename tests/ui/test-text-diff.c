#include "mn-text-diff.h"

#include <string.h>

static void
check (const char *before, const char *after, guint position, guint n_removed, const char *inserted)
{
  MnTextDiff       diff;
  g_autofree char *piece = NULL;

  g_assert_true (mn_text_diff (before, after, &diff));
  piece = g_strndup (diff.inserted, diff.n_bytes);
  g_assert_cmpuint (diff.position, ==, position);
  g_assert_cmpuint (diff.n_removed, ==, n_removed);
  g_assert_cmpstr (piece, ==, inserted);
}

static void
test_table (void)
{
  MnTextDiff diff;

  g_assert_false (mn_text_diff ("", "", &diff));
  g_assert_false (mn_text_diff ("Hội nghị", "Hội nghị", &diff));
  check ("", "Hội", 0, 0, "Hội");
  check ("Hội", "", 0, 3, "");
  check ("Hội nghị", "Hội nghi", 7, 1, "i");
  check ("ộ", "ố", 0, 1, "ố"); /* share their first bytes */
  check ("aa", "aaa", 2, 0, "a");
  check ("đồng chí", "đồng đội", 5, 3, "đội");
  check ("abcabc", "abc", 3, 3, "");
}

/* Whatever the two texts, the splice makes one of the other. */
static void
test_random (void)
{
  static const char *const letters[] = { "a", "ă", "ộ", "ố", "đ", " ", "\n", "\xF0\x9F\x99\x82" };
  g_autoptr (GRand)        random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
      g_autoptr (GString) made = g_string_new (NULL);
      GString            *texts[] = { first, second };
      MnTextDiff          diff;
      const char         *from, *to;

      for (guint i = 0; i < 2; i++)
        for (int n = g_rand_int_range (random, 0, 9); n > 0; n--)
          g_string_append (texts[i], letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);
      g_assert_cmpint (mn_text_diff (texts[0]->str, texts[1]->str, &diff), ==,
                       strcmp (texts[0]->str, texts[1]->str) != 0);
      from = g_utf8_offset_to_pointer (texts[0]->str, diff.position);
      to = g_utf8_offset_to_pointer (from, diff.n_removed);
      g_string_append_len (made, texts[0]->str, from - texts[0]->str);
      g_string_append_len (made, diff.inserted, (gssize) diff.n_bytes);
      g_string_append (made, to);
      g_assert_cmpstr (made->str, ==, texts[1]->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-diff/table", test_table);
  g_test_add_func ("/text-diff/random", test_random);
  return g_test_run ();
}
