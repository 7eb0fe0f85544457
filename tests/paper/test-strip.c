#include "mn-unit.h"

static GArray *
new_flow (guint n, double space, double height, double space_after)
{
  GArray *flow = mn_strips_new ();

  for (guint i = 0; i < n; i++)
    {
      MnStrip strip = { .space = space, .height = height, .space_after = space_after };

      strip.lines = g_malloc0 (sizeof (MnLine));
      strip.lines->baseline = 10;
      strip.is_text = TRUE;
      g_array_append_val (flow, strip);
    }
  return flow;
}

static GPtrArray *
new_flows (GArray *left, GArray *right)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  g_ptr_array_add (flows, left);
  g_ptr_array_add (flows, right);
  return flows;
}

static guint
count_lines (const MnStrip *strip)
{
  guint n = 0;

  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    n++;
  return n;
}

static void
test_merge (void)
{
  g_autoptr (GPtrArray) flows = new_flows (new_flow (3, 6, 18, 0), new_flow (1, 6, 20, 0));
  g_autoptr (GArray)    strips = mn_strips_new ();
  const MnStrip        *strip;

  mn_strips_merge (flows, 500, strips);
  g_assert_cmpuint (strips->len, ==, 1);
  strip = &g_array_index (strips, MnStrip, 0);
  g_assert_cmpfloat (strip->space, ==, 6);
  g_assert_cmpfloat (strip->height, ==, 18 + 6 + 18 + 6 + 18);
  g_assert_cmpuint (count_lines (strip), ==, 4);
  g_assert_cmpfloat (strip->lines->baseline, ==, 10);
  g_assert_cmpfloat (strip->lines->next->baseline, ==, 34);
  g_assert_true (strip->is_text);
}

/* Columns whose first lines differ in the space above: the smaller one is the row's. */
static void
test_common_space (void)
{
  g_autoptr (GPtrArray) flows = new_flows (new_flow (1, 2, 18, 0), new_flow (1, 6, 18, 3));
  g_autoptr (GArray)    strips = mn_strips_new ();
  const MnStrip        *strip;

  mn_strips_merge (flows, 500, strips);
  strip = &g_array_index (strips, MnStrip, 0);
  g_assert_cmpfloat (strip->space, ==, 2);
  g_assert_cmpfloat (strip->height, ==, 22);
  g_assert_cmpfloat (strip->space_after, ==, 3);
  g_assert_cmpfloat (strip->lines->baseline, ==, 10);
  g_assert_cmpfloat (strip->lines->next->baseline, ==, 14);
}

/* Taller than a page: level by level, and nothing is left out. */
static void
test_too_tall (void)
{
  g_autoptr (GPtrArray) flows = new_flows (new_flow (30, 0, 18, 0), new_flow (10, 0, 20, 0));
  g_autoptr (GArray)    strips = mn_strips_new ();
  guint                 n_lines = 0;

  mn_strips_merge (flows, 500, strips);
  g_assert_cmpuint (strips->len, ==, 30);
  for (guint i = 0; i < strips->len; i++)
    {
      const MnStrip *strip = &g_array_index (strips, MnStrip, i);

      g_assert_cmpfloat (strip->height, ==, i < 10 ? 20 : 18);
      n_lines += count_lines (strip);
    }
  g_assert_cmpuint (n_lines, ==, 40);
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) flows = new_flows (mn_strips_new (), mn_strips_new ());
  g_autoptr (GArray)    strips = mn_strips_new ();

  mn_strips_merge (flows, 500, strips);
  g_assert_cmpuint (strips->len, ==, 1);
  g_assert_cmpfloat (g_array_index (strips, MnStrip, 0).height, ==, 0);
}

static void
test_strokes (void)
{
  g_autoptr (GPtrArray) flows = new_flows (new_flow (2, 0, 18, 0), new_flow (1, 0, 18, 0));
  g_autoptr (GArray)    strips = mn_strips_new ();
  const MnStroke       *stroke;

  mn_strip_add_stroke (&g_array_index ((GArray *) flows->pdata[0], MnStrip, 1), 5, 25, 16, 0.5);
  mn_strips_merge (flows, 500, strips);
  stroke = g_array_index (strips, MnStrip, 0).strokes;
  g_assert_nonnull (stroke);
  g_assert_cmpfloat (stroke->y, ==, 34);
  g_assert_null (stroke->next);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strip/merge", test_merge);
  g_test_add_func ("/strip/common-space", test_common_space);
  g_test_add_func ("/strip/too-tall", test_too_tall);
  g_test_add_func ("/strip/empty", test_empty);
  g_test_add_func ("/strip/strokes", test_strokes);
  return g_test_run ();
}
