#include "mn-break.h"

/* Words of these widths, 10 apart. */
static GArray *
new_words (const int *widths, guint n)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (MnWord));

  for (guint i = 0; i < n; i++)
    {
      const MnWord word = { i, i, i + 1, 0, widths[i], 10 };

      g_array_append_val (words, word);
    }
  return words;
}

static void
assert_ends (const GArray *ends, const guint *expected, guint n)
{
  g_assert_cmpuint (ends->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_array_index (ends, guint, i), ==, expected[i]);
}

static void
test_greedy (void)
{
  static const int   widths[] = { 50, 40, 30, 60, 10 };
  static const guint expected[] = { 2, 4, 5 };
  g_autoptr (GArray) words = new_words (widths, 5);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_greedily (words, 100, 100, ends);
  assert_ends (ends, expected, 3);
}

static void
test_shorter_first_line (void)
{
  static const int   widths[] = { 50, 40, 30 };
  static const guint expected[] = { 1, 3 };
  g_autoptr (GArray) words = new_words (widths, 3);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_greedily (words, 99, 100, ends);
  assert_ends (ends, expected, 2);
}

/* What can't stand on the second line is made up for by both lines above it. */
static void
test_evenly (void)
{
  static const int   widths[] = { 30, 30, 10, 10, 40, 90, 20 };
  static const guint greedy[] = { 3, 5, 6, 7 };
  static const guint even[] = { 2, 5, 6, 7 };
  g_autoptr (GArray) words = new_words (widths, 7);
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_greedily (words, 100, 100, filled);
  assert_ends (filled, greedy, 4);
  mn_break_evenly (words, 100, 100, ends);
  assert_ends (ends, even, 4);
}

/* A little word doesn't stand alone on the last line where another can join it. */
static void
test_short_last_line (void)
{
  static const int   widths[] = { 10, 10, 10, 10, 10, 10, 10, 10, 5 };
  static const guint expected[] = { 7, 9 };
  g_autoptr (GArray) words = new_words (widths, 9);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_evenly (words, 155, 155, ends);
  assert_ends (ends, expected, 2);
}

/* Never a line more than if each were filled, and no line wider than its room. */
static void
test_even_lines_are_few (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 300; round++)
    {
      int                widths[40];
      guint              n = (guint) g_rand_int_range (rand, 0, 40);
      g_autoptr (GArray) words = NULL;
      g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < n; i++)
        widths[i] = g_rand_int_range (rand, 1, 120);
      words = new_words (widths, n);
      mn_break_greedily (words, 80, 100, filled);
      mn_break_evenly (words, 80, 100, ends);
      g_assert_cmpuint (ends->len, ==, filled->len);
      for (guint line = 0, i = 0; line < ends->len; line++)
        {
          int   used = -10;
          guint first = i;

          for (; i < g_array_index (ends, guint, line); i++)
            used += widths[i] + 10;
          g_assert_true (used <= (line == 0 ? 80 : 100) || i == first + 1);
        }
    }
}

static void
test_balanced (void)
{
  static const int   widths[] = { 30, 30, 30, 30 };
  static const guint expected[] = { 2, 4 };
  g_autoptr (GArray) words = new_words (widths, 4);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_balanced (words, 110, ends);
  assert_ends (ends, expected, 2);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) words = new_words (NULL, 0);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  mn_break_greedily (words, 100, 100, ends);
  mn_break_balanced (words, 100, ends);
  g_assert_cmpuint (ends->len, ==, 0);
}

static int
line_width (const GArray *words, guint from, guint to)
{
  int width = 0;

  for (guint i = from; i < to; i++)
    width += g_array_index (words, MnWord, i).width + (i > from ? 10 : 0);
  return width;
}

static double
measure_raggedness (const GArray *words, const GArray *ends, int room)
{
  double sum = 0;
  guint  from = 0;

  for (guint i = 0; i < ends->len; i++)
    {
      guint to = g_array_index (ends, guint, i);
      int   left = room - line_width (words, from, to);

      g_assert_cmpuint (to, >, from);
      g_assert_true (left >= 0 || to == from + 1);
      sum += left > 0 ? (double) left * left : 0;
      from = to;
    }
  g_assert_cmpuint (from, ==, words->len);
  return sum;
}

/* A balanced title never takes more lines than a greedy one, and is never more ragged. */
static void
test_balanced_is_no_worse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 2000; round++)
    {
      int                widths[30];
      int                n = g_rand_int_range (rand, 1, 30);
      g_autoptr (GArray) words = NULL;
      g_autoptr (GArray) greedy = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) balanced = g_array_new (FALSE, FALSE, sizeof (guint));

      for (int i = 0; i < n; i++)
        widths[i] = g_rand_int_range (rand, 1, 130);
      words = new_words (widths, (guint) n);
      mn_break_greedily (words, 120, 120, greedy);
      mn_break_balanced (words, 120, balanced);
      g_assert_cmpuint (balanced->len, ==, greedy->len);
      g_assert_cmpfloat (measure_raggedness (words, balanced, 120), <=,
                         measure_raggedness (words, greedy, 120));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/break/greedy", test_greedy);
  g_test_add_func ("/break/shorter-first-line", test_shorter_first_line);
  g_test_add_func ("/break/evenly", test_evenly);
  g_test_add_func ("/break/short-last-line", test_short_last_line);
  g_test_add_func ("/break/even-lines-are-few", test_even_lines_are_few);
  g_test_add_func ("/break/balanced", test_balanced);
  g_test_add_func ("/break/nothing", test_nothing);
  g_test_add_func ("/break/balanced-is-no-worse", test_balanced_is_no_worse);
  return g_test_run ();
}
