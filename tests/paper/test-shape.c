#include "mn-shape.h"

#include <string.h>

typedef struct
{
  MnShaper *shaper; /* (owned) */
  guint     face;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->shaper = mn_shaper_new ();
  fixture->face = mn_shaper_find_face (fixture->shaper, 14, FALSE, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mn_shaper_free (fixture->shaper);
}

static MnFragment *
shape (Fixture *fixture, const char *word)
{
  return mn_shaper_shape (fixture->shaper, fixture->face, word, strlen (word));
}

/* Each distinct word once, whatever the text's length. */
static void
test_cache (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnFragment) first = shape (fixture, "Thường");
  g_autoptr (MnFragment) again = shape (fixture, "Thường");
  g_autoptr (MnFragment) other = shape (fixture, "thường");
  g_autoptr (MnFragment) bold = mn_shaper_shape (
      fixture->shaper, mn_shaper_find_face (fixture->shaper, 14, TRUE, FALSE), "Thường",
      strlen ("Thường"));

  g_assert_true (first == again);
  g_assert_true (first != other);
  g_assert_true (first != bold);
  g_assert_cmpuint (mn_shaper_get_n_cached (fixture->shaper), ==, 3);
}

static void
test_faces (Fixture *fixture, gconstpointer data)
{
  guint bold = mn_shaper_find_face (fixture->shaper, 14, TRUE, FALSE);

  g_assert_cmpuint (bold, !=, fixture->face);
  g_assert_cmpuint (mn_shaper_find_face (fixture->shaper, 14, TRUE, FALSE), ==, bold);
  g_assert_cmpuint (mn_shaper_find_face (fixture->shaper, 15, TRUE, FALSE), !=, bold);
  g_assert_cmpuint (mn_shaper_find_face (fixture->shaper, 14, FALSE, TRUE), !=, bold);
}

/* Times: ascent 0.891, descent 0.216 of the size, not rounded to pixels. */
static void
test_metrics (Fixture *fixture, gconstpointer data)
{
  const MnFace *face = mn_shaper_get_face (fixture->shaper, fixture->face);

  g_assert_cmpfloat_with_epsilon ((double) face->ascent / PANGO_SCALE, 12.477, 0.02);
  g_assert_cmpfloat_with_epsilon ((double) face->descent / PANGO_SCALE, 3.028, 0.02);
}

/* Twice the size, twice the width: no hinting, no rounding to a grid. */
static void
test_no_hints (Fixture *fixture, gconstpointer data)
{
  guint                  large = mn_shaper_find_face (fixture->shaper, 28, FALSE, FALSE);
  g_autoptr (MnFragment) small_word = shape (fixture, "nhiệm");
  g_autoptr (MnFragment) large_word = mn_shaper_shape (fixture->shaper, large, "nhiệm",
                                                       strlen ("nhiệm"));

  g_assert_cmpfloat_with_epsilon (2.0 * small_word->width, large_word->width, 8);
}

static void
test_clusters (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "uỷ", "Đảng", "fi", "file", "AVATAR", "30/6/2026;", "“Số”" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (MnFragment) word = shape (fixture, words[i]);
      guint                  n_glyphs = 0, n_bytes = 0;

      g_assert_null (word->items);
      for (guint j = 0; j < word->n_clusters; j++)
        {
          g_assert_cmpint (word->clusters[j].num_bytes, >, 0);
          g_assert_cmpint (word->clusters[j].num_glyphs, >, 0);
          n_glyphs += (guint) word->clusters[j].num_glyphs;
          n_bytes += (guint) word->clusters[j].num_bytes;
        }
      g_assert_cmpuint (n_glyphs, ==, word->n_glyphs);
      g_assert_cmpuint (n_bytes, ==, strlen (words[i]));
    }
}

/* What our font lacks is set from another, or shown as a box with its number; never dropped. */
static void
test_other_scripts (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "ភាសាខ្មែរ",         "中文", "العربية", "😀", "a\xCC\xA3\xCC\x8A\xCC\x8A", "\xE2\x80\x8D",
    "\xF3\xB0\x80\x80", "xin中"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (MnFragment) word = shape (fixture, words[i]);

      g_assert_nonnull (word->items);
      g_assert_cmpuint (word->items->len, >, 0);
      g_assert_cmpint (word->width, >=, 0);
      g_assert_cmpint (word->ascent, >=, 0);
    }
}

/* Words that nothing uses any more don't pile up for ever. */
static void
test_cache_is_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnFragment) kept = shape (fixture, "giữ");

  for (int i = 0; i < 45000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      mn_fragment_unref (shape (fixture, name));
    }
  g_assert_cmpuint (mn_shaper_get_n_cached (fixture->shaper), <=, 10000);
  g_assert_cmpstr (kept->utf8, ==, "giữ");
  g_assert_cmpint (kept->width, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/shape/cache", test_cache);
  ADD ("/shape/faces", test_faces);
  ADD ("/shape/metrics", test_metrics);
  ADD ("/shape/no-hints", test_no_hints);
  ADD ("/shape/clusters", test_clusters);
  ADD ("/shape/other-scripts", test_other_scripts);
  ADD ("/shape/cache-is-bounded", test_cache_is_bounded);
  return g_test_run ();
}
