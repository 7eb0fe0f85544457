#include <pango/pangocairo.h>

#include "paper-test.h"

typedef struct
{
  MnLayout *layout; /* (owned) */
  GArray   *strips; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->layout = new_layout ();
  fixture->strips = mn_strips_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->strips);
  free_layout (fixture->layout);
}

static const MnStrip *
strip (Fixture *fixture, guint i)
{
  g_assert_cmpuint (i, <, fixture->strips->len);
  return &g_array_index (fixture->strips, MnStrip, i);
}

static void
lay_out (Fixture *fixture, MnBlock *block)
{
  g_array_set_size (fixture->strips, 0);
  mn_layout_paragraph (fixture->layout, block, 0, fixture->layout->width, fixture->strips);
  mn_block_unref (block);
}

static void
assert_text (Fixture *fixture, guint i, const char *expected)
{
  g_autofree char *text = dup_line_text (strip (fixture, i)->lines);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_pitch (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture, mn_block_new_string (MN_ROLE_BODY, SENTENCE SENTENCE));
  g_assert_cmpuint (fixture->strips->len, >=, 5);
  for (guint i = 0; i < fixture->strips->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (strip (fixture, i)->height, 18, 1e-9);
      g_assert_cmpfloat_with_epsilon (strip (fixture, i)->lines->baseline, 14.4, 1e-9);
      g_assert_cmpfloat (strip (fixture, i)->space, ==, i == 0 ? 6 : 0);
    }
}

/* One line of a paragraph is never alone at the foot or head of a page. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    MnKeep      keep[5];
  } cases[] = {
    { "một", { MN_KEEP_NONE } },
    { SENTENCE, { MN_KEEP_LINES, MN_KEEP_LINES, MN_KEEP_NONE } },
    { SENTENCE "Các đồng chí trong Ban Thường vụ thống nhất cao với đề nghị đó.",
      { MN_KEEP_LINES, MN_KEEP_NONE, MN_KEEP_LINES, MN_KEEP_NONE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      lay_out (fixture, mn_block_new_string (MN_ROLE_BODY, cases[i].text));
      for (guint j = 0; j < fixture->strips->len; j++)
        g_assert_cmpint (strip (fixture, j)->keep, ==, cases[i].keep[j]);
    }
}

static void
test_capitals (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture, mn_block_new_string (MN_ROLE_KIND, "uỷ ban đặc khu ở tỉnh ươn"));
  assert_text (fixture, 0, "UỶ BAN ĐẶC KHU Ở TỈNH ƯƠN");
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  MnBlock *block = mn_block_new_string (MN_ROLE_HEADING_1, "Đánh giá");

  block->label = g_strdup ("1.");
  lay_out (fixture, block);
  assert_text (fixture, 0, "1. Đánh giá");
  block = mn_block_new (MN_BLOCK_PARAGRAPH, MN_ROLE_BODY);
  block->label = g_strdup ("a)");
  lay_out (fixture, block);
  assert_text (fixture, 0, "a) ");
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) plain = mn_text_new ("Mở đầu\nmột\nhai\ncon\nba");
  g_autoptr (MnText) dashes = mn_text_style (plain, 1, 2, MN_PARAGRAPH_DASH, 1);
  g_autoptr (MnText) deeper = mn_text_style (dashes, 3, 3, MN_PARAGRAPH_DASH, 2);
  g_autoptr (MnText) all = mn_text_style (deeper, 4, 4, MN_PARAGRAPH_NUMBER, 1);

  lay_out (fixture, mn_block_new_paragraph (MN_ROLE_BODY, all));
  assert_text (fixture, 0, "Mở đầu");
  assert_text (fixture, 1, "- một");
  assert_text (fixture, 2, "- hai");
  assert_text (fixture, 3, "+ con");
  assert_text (fixture, 4, "1. ba");
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (strip (fixture, i)->space, ==, 6);
      g_assert_cmpfloat_with_epsilon (strip (fixture, i)->lines->x, MN_MM_TO_PT (10), 1e-6);
    }
}

static gboolean
is_bold (Fixture *fixture, const MnPiece *piece)
{
  return mn_shaper_get_face (fixture->layout->shaper, piece->fragment->key.face)->bold;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) plain = mn_text_new ("giao\nBan xây dựng");
  g_autoptr (MnText) text = mn_text_mark (plain, 9, 3, MN_MARK_BOLD, MN_MARK_NONE);
  const MnLine      *line;

  lay_out (fixture, mn_block_new_paragraph (MN_ROLE_BODY, text));
  line = strip (fixture, 1)->lines;
  assert_text (fixture, 1, "Ban xây dựng");
  g_assert_false (is_bold (fixture, &line->pieces[0]));
  g_assert_true (is_bold (fixture, &line->pieces[2]));
  g_assert_false (is_bold (fixture, &line->pieces[4]));
}

static void
test_underline (Fixture *fixture, gconstpointer data)
{
  const MnStroke *stroke;
  const MnLine   *line;

  lay_out (fixture, mn_block_new_string (MN_ROLE_RECIPIENTS_LABEL, "Nơi nhận:"));
  line = strip (fixture, 0)->lines;
  stroke = strip (fixture, 0)->strokes;
  g_assert_nonnull (stroke);
  g_assert_cmpfloat_with_epsilon (stroke->x1, line->x, 1e-6);
  /* 56.0 pt in Times at 14 pt */
  g_assert_cmpfloat_with_epsilon (stroke->x2 - stroke->x1, 56.0, 0.3);
  g_assert_cmpfloat (stroke->y, >, line->baseline);
  g_assert_cmpfloat (stroke->y, <, strip (fixture, 0)->height);
}

/* A machine may have no font at all for a script. */
static gboolean
has_letters (const char *text)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoLayout  *layout = pango_layout_new (context);
  gboolean      found;

  pango_layout_set_text (layout, text, -1);
  found = pango_layout_get_unknown_glyphs_count (layout) == 0;
  g_object_unref (layout);
  g_object_unref (context);
  g_object_unref (map);
  return found;
}

/* Tall letters of other fonts get the room they need instead of running into the line above. */
static void
test_tall_letters (Fixture *fixture, gconstpointer data)
{
  ((MnStyle *) fixture->layout->style)->roles[MN_ROLE_BODY].pitch = 14;
  lay_out (fixture, mn_block_new_string (MN_ROLE_BODY, "chữ Việt"));
  g_assert_cmpfloat (strip (fixture, 0)->height, ==, 14);
  if (!has_letters ("العربية"))
    {
      g_test_skip ("no font has Arabic letters");
      return;
    }
  lay_out (fixture, mn_block_new_string (MN_ROLE_BODY, "chữ العربية"));
  g_assert_cmpfloat (strip (fixture, 0)->height, >, 14.5);
  g_assert_cmpfloat (strip (fixture, 0)->height, <, 60);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  lay_out (fixture, mn_block_new_string (MN_ROLE_SIGNER, NULL));
  g_assert_cmpuint (fixture->strips->len, ==, 1);
  g_assert_cmpfloat (strip (fixture, 0)->height, ==, 18);
  lay_out (fixture, mn_block_new_string (MN_ROLE_BODY, "một\n\nba"));
  g_assert_cmpuint (fixture->strips->len, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/paragraph/pitch", test_pitch);
  ADD ("/paragraph/keep", test_keep);
  ADD ("/paragraph/capitals", test_capitals);
  ADD ("/paragraph/label", test_label);
  ADD ("/paragraph/points", test_points);
  ADD ("/paragraph/marks", test_marks);
  ADD ("/paragraph/underline", test_underline);
  ADD ("/paragraph/tall-letters", test_tall_letters);
  ADD ("/paragraph/empty", test_empty);
  return g_test_run ();
}
