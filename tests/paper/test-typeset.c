#include "mn-typeset.h"

#include <math.h>
#include <string.h>

typedef struct
{
  MnShaper     *shaper;     /* (owned) */
  MnTypesetter *typesetter; /* (owned) */
  GPtrArray    *lines;      /* (owned) */
  guint         face, bold;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->shaper = mn_shaper_new ();
  fixture->typesetter = mn_typesetter_new (fixture->shaper);
  fixture->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_line_free);
  fixture->face = mn_shaper_find_face (fixture->shaper, 14, FALSE, FALSE);
  fixture->bold = mn_shaper_find_face (fixture->shaper, 14, TRUE, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->lines);
  mn_typesetter_free (fixture->typesetter);
  mn_shaper_free (fixture->shaper);
}

static void
add (Fixture *fixture, guint face, const char *text)
{
  mn_typesetter_add (fixture->typesetter, face, text, strlen (text));
}

static void
finish (Fixture *fixture, double width, double indent, MnAlign align, gboolean balance)
{
  const MnMeasure measure = { width, indent, align, balance };

  g_ptr_array_set_size (fixture->lines, 0);
  mn_typesetter_finish (fixture->typesetter, &measure, fixture->lines);
}

static void
set (Fixture *fixture, const char *text, double width)
{
  add (fixture, fixture->face, text);
  finish (fixture, width, 0, MN_ALIGN_JUSTIFY, FALSE);
}

/* Without the blank after the line's end, which nobody sees. */
static char *
dup_line (Fixture *fixture, guint i)
{
  const MnLine *line = fixture->lines->pdata[i];
  GString      *text = g_string_new (NULL);

  for (guint j = 0; j < line->n_pieces; j++)
    g_string_append (text, line->pieces[j].fragment->utf8);
  return g_strchomp (g_string_free (text, FALSE));
}

static void
assert_line (Fixture *fixture, guint i, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, fixture->lines->len);
  text = dup_line (fixture, i);
  g_assert_cmpstr (text, ==, expected);
}

static double
width_of (Fixture *fixture, const char *text)
{
  add (fixture, fixture->face, text);
  finish (fixture, 100000, 0, MN_ALIGN_LEFT, FALSE);
  return ((MnLine *) fixture->lines->pdata[0])->width;
}

static double
line_width (Fixture *fixture, guint i)
{
  return ((MnLine *) fixture->lines->pdata[i])->width;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  finish (fixture, 100, 10, MN_ALIGN_JUSTIFY, FALSE);
  g_assert_cmpuint (fixture->lines->len, ==, 1);
  assert_line (fixture, 0, "");
  set (fixture, "  \t ", 100);
  g_assert_cmpuint (fixture->lines->len, ==, 1);
  assert_line (fixture, 0, "");
}

/* Between words, and nowhere else: neither at hyphens nor at slashes. */
static void
test_breaks_at_spaces (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "Số hiệu 15-TB/") + 1;

  set (fixture, "Số hiệu 15-TB/ĐU, xã", width);
  assert_line (fixture, 0, "Số hiệu");
  assert_line (fixture, 1, "15-TB/ĐU, xã");
}

static void
test_fixed_space (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "ngày 05 tháng") + 1;

  set (fixture, "ngày\u00A005 tháng\u00A002 năm\u00A02026", width);
  assert_line (fixture, 0, "ngày 05");
  assert_line (fixture, 1, "tháng 02");
  assert_line (fixture, 2, "năm 2026");
}

/* A date or a name stands on one line as long as any line holds it, whatever the width. */
static void
test_held_together (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Hội nghị ngày 05 tháng 02 năm 2026 do đồng chí Nguyễn Văn An chủ trì "
                             "theo Thông báo Số 15-TB/ĐU đạt 98,6 % kế hoạch";
  static const char *const units[] = { "ngày 05 tháng 02 năm 2026", "đồng chí Nguyễn Văn An",
                                       "Số 15-TB/ĐU", "98,6 %" };

  for (double width = width_of (fixture, units[0]) + 1; width < 500; width += 3)
    {
      guint n_found = 0;

      set (fixture, text, width);
      for (guint i = 0; i < fixture->lines->len; i++)
        {
          g_autofree char *line = dup_line (fixture, i);

          for (guint j = 0; j < G_N_ELEMENTS (units); j++)
            n_found += strstr (line, units[j]) != NULL ? 1 : 0;
        }
      g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (units));
    }
}

/* Narrower than the whole, what fits stays together; nothing reaches over the line's end. */
static void
test_held_as_far_as_it_fits (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "ngày 05 tháng") + 1;

  set (fixture, "ngày 05 tháng 02 năm 2026", width);
  assert_line (fixture, 0, "ngày 05 tháng");
  assert_line (fixture, 1, "02 năm 2026");
}

/* Marks inside what is held make no difference. */
static void
test_held_over_marks (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "hội nghị ngày") + 1;

  add (fixture, fixture->face, "hội nghị ngày ");
  add (fixture, fixture->bold, "05");
  add (fixture, fixture->face, "/02 kết");
  finish (fixture, width, 0, MN_ALIGN_LEFT, FALSE);
  assert_line (fixture, 0, "hội nghị");
  assert_line (fixture, 1, "ngày 05/02");
}

/* Only where a word is wider than a line. */
static void
test_breaks_after_hyphen (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "KH-UBND-VPTU/") + 1;

  set (fixture, "KH-UBND-VPTU/BTGDVTU-2026", width);
  assert_line (fixture, 0, "KH-UBND-VPTU/");
  assert_line (fixture, 1, "BTGDVTU-2026");
  g_assert_cmpuint (fixture->lines->len, ==, 2);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) back = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    g_string_append (name, i % 3 == 0 ? "Nguyễ" + 0 : "ữ");
  set (fixture, name->str, 200);
  g_assert_cmpuint (fixture->lines->len, >, 10);
  for (guint i = 0; i < fixture->lines->len; i++)
    {
      g_autofree char *line = dup_line (fixture, i);

      g_assert_cmpfloat (line_width (fixture, i), <=, 200);
      if (i + 1 < fixture->lines->len)
        g_assert_cmpfloat (line_width (fixture, i), >, 180);
      g_string_append (back, line);
    }
  g_assert_cmpstr (back->str, ==, name->str);
}

/* An accent stays with its letter wherever the word is cut. */
static void
test_cuts_between_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append (word, "x\u0303\u0323");
  set (fixture, word->str, 50);
  g_assert_cmpuint (fixture->lines->len, >, 2);
  for (guint i = 0; i < fixture->lines->len; i++)
    {
      g_autofree char *line = dup_line (fixture, i);

      g_assert_true (line[0] == 'x');
    }
}

static double
piece_end (const MnLine *line, guint i)
{
  return (double) (line->pieces[i].x + line->pieces[i].fragment->width) / PANGO_SCALE;
}

static void
test_justify (Fixture *fixture, gconstpointer data)
{
  const MnLine *line;

  add (fixture, fixture->face, "một hai ba bốn năm sáu bảy tám chín mười");
  finish (fixture, 120, 20, MN_ALIGN_JUSTIFY, FALSE);
  g_assert_cmpuint (fixture->lines->len, ==, 3);
  line = fixture->lines->pdata[0];
  g_assert_cmpfloat_with_epsilon (line->x, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (line->width, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (piece_end (line, line->n_pieces - 2), 100, 0.01);
  line = fixture->lines->pdata[1];
  g_assert_cmpfloat_with_epsilon (line->x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (piece_end (line, line->n_pieces - 2), 120, 0.01);
  line = fixture->lines->pdata[2];
  g_assert_cmpfloat (line->width, <, 115);
}

/* A name that has no room after a few words isn't parted, and these fill their line all the same.
 */
static void
test_name_goes_on (Fixture *fixture, gconstpointer data)
{
  double narrow = width_of (fixture, "Biểu quyết kết luận kỳ");
  double wide = width_of (fixture, "Biểu quyết kết luận (đồng chí Đặng Thị");

  set (fixture, "Biểu quyết kết luận (đồng chí Đặng Thị Thu Sương).", wide);
  assert_line (fixture, 0, "Biểu quyết kết luận");
  assert_line (fixture, 1, "(đồng chí Đặng Thị Thu Sương).");
  g_assert_cmpfloat_with_epsilon (line_width (fixture, 0), wide, 0.01);
  set (fixture, "Biểu quyết kết luận KH-UBND-VPTU/BTG.", narrow);
  assert_line (fixture, 0, "Biểu quyết kết luận");
  g_assert_cmpfloat_with_epsilon (line_width (fixture, 0), narrow, 0.01);
}

/* The stretch is shared: all gaps of a line are alike. */
static void
test_even_gaps (Fixture *fixture, gconstpointer data)
{
  const MnLine *line;
  double        first = 0;

  set (fixture, "kết luận của Thường trực Đảng uỷ tại hội nghị giao ban quý một", 150);
  line = fixture->lines->pdata[0];
  for (guint i = 2; i + 1 < line->n_pieces; i += 2)
    {
      double gap = (double) line->pieces[i].x / PANGO_SCALE - piece_end (line, i - 2);

      first = i == 2 ? gap : first;
      g_assert_cmpfloat_with_epsilon (gap, first, 0.01);
    }
}

/* The space after a dash or number keeps its width, so that points stand below each other. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  double        natural = width_of (fixture, "- ng") - width_of (fixture, "ng");
  const MnLine *line;

  mn_typesetter_add_label (fixture->typesetter, fixture->face, "-");
  add (fixture, fixture->face, "ngày mai trời lại sáng rồi thôi");
  finish (fixture, 100, 0, MN_ALIGN_JUSTIFY, FALSE);
  line = fixture->lines->pdata[0];
  g_assert_cmpfloat_with_epsilon ((double) line->pieces[2].x / PANGO_SCALE, natural, 0.01);
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  double natural = width_of (fixture, "Nơi nhận:");

  add (fixture, fixture->face, "Nơi nhận:");
  finish (fixture, 200, 0, MN_ALIGN_CENTRE, FALSE);
  g_assert_cmpfloat_with_epsilon (((MnLine *) fixture->lines->pdata[0])->x, (200 - natural) / 2,
                                  0.01);
  add (fixture, fixture->face, "Nơi nhận:");
  finish (fixture, 200, 0, MN_ALIGN_RIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (((MnLine *) fixture->lines->pdata[0])->x, 200 - natural, 0.01);
}

/* Spaces that end a line count for nothing. */
static void
test_trailing_spaces (Fixture *fixture, gconstpointer data)
{
  double natural = width_of (fixture, "Tỉnh uỷ");

  add (fixture, fixture->face, "  Tỉnh uỷ    ");
  finish (fixture, 200, 0, MN_ALIGN_RIGHT, FALSE);
  g_assert_cmpfloat_with_epsilon (line_width (fixture, 0), natural, 0.01);
}

static const char *
get_last_piece (Fixture *fixture, guint i)
{
  const MnLine *line = fixture->lines->pdata[i];

  return line->pieces[line->n_pieces - 1].fragment->utf8;
}

/* One blank follows each line but the last, so that the words at its ends aren't one when they are
 * copied or read aloud; it takes no room. A word that is cut in parts gets none. */
static void
test_blank_after_line (Fixture *fixture, gconstpointer data)
{
  static const MnAlign aligns[] = { MN_ALIGN_LEFT, MN_ALIGN_CENTRE, MN_ALIGN_RIGHT,
                                    MN_ALIGN_JUSTIFY };
  double               width = width_of (fixture, "Tỉnh uỷ và ban") + 20;

  for (guint i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      const MnLine *line;
      double        natural = width_of (fixture, "Tỉnh uỷ và ban");

      add (fixture, fixture->face, "Tỉnh uỷ và ban   ghi nhận.  ");
      finish (fixture, width - 1, 0, aligns[i], FALSE);
      g_assert_cmpuint (fixture->lines->len, ==, 2);
      line = fixture->lines->pdata[0];
      g_assert_cmpuint (line->n_pieces, ==, 8);
      g_assert_cmpstr (get_last_piece (fixture, 0), ==, " ");
      g_assert_cmpfloat_with_epsilon ((double) line->pieces[7].x / PANGO_SCALE, line->width, 0.01);
      g_assert_cmpfloat_with_epsilon (line->width,
                                      aligns[i] == MN_ALIGN_JUSTIFY ? width - 1 : natural, 0.01);
      g_assert_cmpstr (get_last_piece (fixture, 1), ==, "nhận.");
    }
  set (fixture, "KH-UBND-VPTU/BTGDVTU-2026", width_of (fixture, "KH-UBND-VPTU/") + 1);
  g_assert_cmpstr (get_last_piece (fixture, 0), ==, "VPTU/");
}

/* Bold letters inside a word don't part it. */
static void
test_mixed_word (Fixture *fixture, gconstpointer data)
{
  double width = width_of (fixture, "của Thường") - 2;

  add (fixture, fixture->face, "của Th");
  add (fixture, fixture->bold, "ườ");
  add (fixture, fixture->face, "ng");
  finish (fixture, width, 0, MN_ALIGN_JUSTIFY, FALSE);
  assert_line (fixture, 0, "của");
  assert_line (fixture, 1, "Thường");
  g_assert_cmpuint (((MnLine *) fixture->lines->pdata[1])->n_pieces, ==, 3);
}

static void
test_balance (Fixture *fixture, gconstpointer data)
{
  const char *title = "kết luận của Thường trực Đảng uỷ tại hội nghị giao ban với Mặt trận";
  double      natural = width_of (fixture, title);
  guint       n_greedy;

  add (fixture, fixture->face, title);
  finish (fixture, natural * 0.8, 0, MN_ALIGN_CENTRE, FALSE);
  n_greedy = fixture->lines->len;
  g_assert_cmpuint (n_greedy, ==, 2);
  g_assert_cmpfloat (line_width (fixture, 1), <, natural * 0.25);
  add (fixture, fixture->face, title);
  finish (fixture, natural * 0.8, 0, MN_ALIGN_CENTRE, TRUE);
  g_assert_cmpuint (fixture->lines->len, ==, n_greedy);
  g_assert_cmpfloat (fabs (line_width (fixture, 0) - line_width (fixture, 1)), <, natural * 0.12);
}

/* A title is broken where a phrase begins, though other lines were more alike; in a narrow place
 * wherever there is a blank. */
static void
test_sense (Fixture *fixture, gconstpointer data)
{
  const char *title = "hội nghị giao ban giữa Ban Thường vụ Tỉnh uỷ";

  double natural = width_of (fixture, title);
  double narrow = width_of (fixture, "giữa Ban");

  add (fixture, fixture->face, title);
  finish (fixture, natural * 0.8, 0, MN_ALIGN_CENTRE, TRUE);
  g_assert_cmpuint (fixture->lines->len, ==, 2);
  assert_line (fixture, 0, "hội nghị giao ban");
  assert_line (fixture, 1, "giữa Ban Thường vụ Tỉnh uỷ");
  add (fixture, fixture->face, title);
  finish (fixture, narrow, 0, MN_ALIGN_CENTRE, TRUE);
  for (guint i = 0; i < fixture->lines->len; i++)
    g_assert_cmpfloat (line_width (fixture, i), <=, narrow + 0.01);
}

static void
test_objects_skipped (Fixture *fixture, gconstpointer data)
{
  set (fixture, "hai \uFFFCba", 500);
  assert_line (fixture, 0, "hai ba");
}

static char *
make_random_text (GRand *rand)
{
  static const char *const parts[] = { "a",       "ữ",      " ",       " ",      " ", "-",
                                       "/",       "\u00A0", "中",      "Nguyễn", " ", "\t",
                                       "nghiêng", "😀",      "x\u0323", "e\u0301" };
  GString                 *text = g_string_new (NULL);
  int                      n = g_rand_int_range (rand, 0, 200);

  for (int i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static char *
without_spaces (const char *text)
{
  GString *rest = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (rest, g_utf8_get_char (p));
  return g_string_free (rest, FALSE);
}

/* Whatever is typed: no letter is lost, no line is wider than there is room. */
static void
test_any_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 400; round++)
    {
      g_autofree char    *text = make_random_text (rand);
      g_autofree char    *expected = without_spaces (text);
      g_autoptr (GString) all = g_string_new (NULL);
      g_autofree char    *found = NULL;
      double              width = g_rand_double_range (rand, 40, 400);

      add (fixture, fixture->face, text);
      finish (fixture, width, 15, (MnAlign) g_rand_int_range (rand, MN_ALIGN_LEFT, 5),
              round % 2 == 0);
      for (guint i = 0; i < fixture->lines->len; i++)
        {
          const MnLine    *line = fixture->lines->pdata[i];
          g_autofree char *part = dup_line (fixture, i);

          g_assert_cmpfloat (line->x, >=, 0);
          g_assert_cmpfloat (line->x + line->width, <=, width + 0.01);
          g_string_append (all, part);
        }
      found = without_spaces (all->str);
      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/typeset/empty", test_empty);
  ADD ("/typeset/breaks-at-spaces", test_breaks_at_spaces);
  ADD ("/typeset/fixed-space", test_fixed_space);
  ADD ("/typeset/held-together", test_held_together);
  ADD ("/typeset/held-as-far-as-it-fits", test_held_as_far_as_it_fits);
  ADD ("/typeset/held-over-marks", test_held_over_marks);
  ADD ("/typeset/breaks-after-hyphen", test_breaks_after_hyphen);
  ADD ("/typeset/long-name", test_long_name);
  ADD ("/typeset/cuts-between-letters", test_cuts_between_letters);
  ADD ("/typeset/justify", test_justify);
  ADD ("/typeset/even-gaps", test_even_gaps);
  ADD ("/typeset/name-goes-on", test_name_goes_on);
  ADD ("/typeset/label", test_label);
  ADD ("/typeset/align", test_align);
  ADD ("/typeset/trailing-spaces", test_trailing_spaces);
  ADD ("/typeset/blank-after-line", test_blank_after_line);
  ADD ("/typeset/mixed-word", test_mixed_word);
  ADD ("/typeset/balance", test_balance);
  ADD ("/typeset/sense", test_sense);
  ADD ("/typeset/objects-skipped", test_objects_skipped);
  ADD ("/typeset/any-text", test_any_text);
  return g_test_run ();
}
