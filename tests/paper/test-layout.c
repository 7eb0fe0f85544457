#include <math.h>

#include "paper-test.h"

typedef struct
{
  MnLayout   *layout;   /* (owned) */
  MnComposed *composed; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->layout = new_layout ();
  fixture->composed = mn_composed_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mn_composed_free (fixture->composed);
  free_layout (fixture->layout);
}

/* The unit of the first block that @add has put into the form. */
static MnUnit *
unit_of (Fixture *fixture, guint i)
{
  return new_unit (fixture->layout, mn_block_ref (fixture->composed->blocks->pdata[i]));
}

static const MnLine *
find_line (const MnStrip *strip, const char *start)
{
  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    {
      g_autofree char *text = dup_line_text (line);

      if (g_str_has_prefix (text, start))
        return line;
    }
  g_assert_not_reached ();
}

static void
test_letterhead (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) names = NULL;
  const MnStrip     *strip;
  const MnLine      *title, *parent;
  const MnStroke    *stroke;
  double             left_middle, right_middle;

  add_letterhead (fixture->composed);
  names = unit_of (fixture, 0);
  g_assert_cmpuint (names->strips->len, ==, 1);
  strip = mn_unit_get_strip (names, 0);
  title = find_line (strip, "ĐẢNG CỘNG SẢN VIỆT NAM");
  parent = find_line (strip, "ĐẢNG BỘ TỈNH VĨNH LONG");
  g_assert_cmpfloat_with_epsilon (title->baseline, parent->baseline, 1e-9);

  /* As long as the title, which is 206 to 207 pt wide, centred under it, and below it. */
  stroke = strip->strokes;
  g_assert_nonnull (stroke);
  g_assert_null (stroke->next);
  g_assert_cmpfloat_with_epsilon (stroke->x2 - stroke->x1, title->width, 0.01);
  g_assert_cmpfloat_with_epsilon (stroke->x2 - stroke->x1, 206.4, 0.6);
  g_assert_cmpfloat_with_epsilon (stroke->x1, title->x, 0.01);
  g_assert_cmpfloat (stroke->y, >, title->baseline + 0.216 * 15);

  left_middle = parent->x + parent->width / 2;
  right_middle = title->x + title->width / 2;
  g_assert_cmpfloat_with_epsilon (left_middle, MN_MM_TO_PT (40), MN_MM_TO_PT (1.5));
  g_assert_cmpfloat_with_epsilon (right_middle, MN_MM_TO_PT (80 + 42.5), MN_MM_TO_PT (1.5));
}

static void
test_number_and_date_share_baseline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) dates = NULL;
  const MnStrip     *strip;

  add_letterhead (fixture->composed);
  dates = unit_of (fixture, 1);
  strip = mn_unit_get_strip (dates, 0);
  g_assert_cmpfloat_with_epsilon (find_line (strip, "Số 07-TB/ĐU")->baseline,
                                  find_line (strip, "Trà Vinh, ngày")->baseline, 1e-9);
}

static MnBlock *
new_signature (const char *authority, const char *position, const char *name)
{
  MnBlock *column = new_column (0.5);

  mn_block_add (column, mn_block_new_string (MN_ROLE_AUTHORITY, authority));
  if (position != NULL)
    mn_block_add (column, mn_block_new_string (MN_ROLE_POSITION, position));
  mn_block_add (column, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  mn_block_add (column, mn_block_new_string (MN_ROLE_SIGNER, name));
  return column;
}

/* Names of those who sign side by side stand on one line, whatever stands above their hands. */
static void
test_names_level (Fixture *fixture, gconstpointer data)
{
  MnBlock           *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;

  mn_block_add (columns, new_signature ("T/M Đoàn Thư ký", "Trưởng đoàn", "Lê Văn C"));
  mn_block_add (columns, new_signature ("T/M Đoàn Chủ tịch", NULL, "Trần Văn B"));
  unit = new_unit (fixture->layout, columns);
  g_assert_cmpuint (unit->strips->len, ==, 1);
  strip = mn_unit_get_strip (unit, 0);
  g_assert_cmpfloat_with_epsilon (find_line (strip, "T/M ĐOÀN THƯ KÝ")->baseline,
                                  find_line (strip, "T/M ĐOÀN CHỦ TỊCH")->baseline, 1e-9);
  g_assert_cmpfloat_with_epsilon (find_line (strip, "Lê Văn C")->baseline,
                                  find_line (strip, "Trần Văn B")->baseline, 1e-9);
}

/* An organ's long name breaks into like lines and leaves the other column its room. */
static void
test_long_organ (Fixture *fixture, gconstpointer data)
{
  MnBlock           *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock           *left = new_column (0);
  MnBlock           *right = new_column (0);
  g_autoptr (MnUnit) unit = NULL;
  const MnLine      *first, *second, *title;

  mn_block_add (left,
                mn_block_new_string (MN_ROLE_ISSUING_BODY, "Uỷ ban Mặt trận Tổ quốc Việt Nam"));
  mn_block_add (right, mn_block_new_string (MN_ROLE_PARTY_TITLE, "Đảng Cộng sản Việt Nam"));
  mn_block_add (columns, left);
  mn_block_add (columns, right);
  unit = new_unit (fixture->layout, columns);
  first = mn_unit_get_strip (unit, 0)->lines;
  second = first->next;
  title = find_line (mn_unit_get_strip (unit, 0), "ĐẢNG CỘNG SẢN");
  g_assert_cmpfloat_with_epsilon (second->baseline - first->baseline, 18, 1e-9);
  g_assert_cmpfloat (fabs (first->width - second->width), <, 60);
  g_assert_cmpfloat (first->x + first->width, <, title->x);
}

static void
test_rule_share (Fixture *fixture, gconstpointer data)
{
  GPtrArray         *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;

  g_ptr_array_add (blocks, mn_block_new_string (MN_ROLE_SUBJECT, "Biên bản"));
  g_ptr_array_add (blocks, new_rule (0.5));
  unit = mn_unit_new (fixture->layout, blocks, NULL);
  strip = mn_unit_get_strip (unit, 0);
  g_assert_cmpfloat_with_epsilon (strip->strokes->x2 - strip->strokes->x1, strip->lines->width / 2,
                                  0.01);
  g_assert_cmpfloat_with_epsilon ((strip->strokes->x2 + strip->strokes->x1) / 2,
                                  strip->lines->x + strip->lines->width / 2, 0.01);
  g_assert_cmpfloat (strip->strokes->y, <, strip->height);
}

/* Nothing to be as long as: no stroke, and no fault. */
static void
test_rule_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) alone = new_unit (fixture->layout, new_rule (1));
  MnBlock           *column = new_column (1);
  g_autoptr (MnUnit) empty = NULL;

  g_assert_cmpuint (alone->strips->len, ==, 0);
  mn_block_add (column, mn_block_new_string (MN_ROLE_BODY, ""));
  mn_block_add (column, new_rule (1));
  empty = new_unit (fixture->layout, column);
  g_assert_null (mn_unit_get_strip (empty, 0)->strokes);
}

static void
test_signature (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;
  const MnLine      *authority, *position, *signer, *label;

  add_signature (fixture->composed);
  unit = unit_of (fixture, 0);
  g_assert_cmpuint (unit->strips->len, ==, 1);
  strip = mn_unit_get_strip (unit, 0);
  authority = find_line (strip, "T/M BAN THƯỜNG VỤ");
  position = find_line (strip, "PHÓ BÍ THƯ");
  signer = find_line (strip, "Nguyễn Văn An");
  label = find_line (strip, "Nơi nhận:");
  g_assert_cmpfloat_with_epsilon (label->baseline, authority->baseline, 1e-9);
  g_assert_cmpfloat_with_epsilon (position->baseline - authority->baseline, 18, 1e-9);
  g_assert_cmpfloat_with_epsilon (signer->baseline - position->baseline, 80 + 18, 1e-9);
  g_assert_cmpfloat_with_epsilon (signer->x + signer->width / 2,
                                  authority->x + authority->width / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (label->x, 0, 1e-9);
}

static double
edge (const MnUnit *unit, guint i)
{
  return g_array_index (unit->edges, double, i);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;

  add_table (fixture->composed, 3, SENTENCE);
  unit = unit_of (fixture, 0);
  g_assert_cmpuint (unit->strips->len, ==, 4);
  g_assert_cmpuint (unit->n_head, ==, 1);
  g_assert_cmpuint (unit->edges->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (edge (unit, 4), fixture->layout->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (edge (unit, 1), 0.08 * fixture->layout->width, 1e-6);
  strip = mn_unit_get_strip (unit, 1);
  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    {
      guint column = 0;

      while (edge (unit, column + 1) <= line->x)
        column++;
      g_assert_cmpfloat (line->x, >=, edge (unit, column) + 3.99);
      g_assert_cmpfloat (line->x + line->width, <=, edge (unit, column + 1) - 3.99);
      g_assert_cmpfloat (line->baseline, <, strip->height - 2);
    }
}

/* Widths that don't fit, rows too short or too long: printed as well as can be, nothing lost. */
static void
test_odd_tables (Fixture *fixture, gconstpointer data)
{
  static const char *const cells[] = { "một", "hai", "ba" };

  for (int odd = 0; odd < 5; odd++)
    {
      MnBlock           *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
      double             widths[] = { odd == 1 ? -1 : 5, odd == 2 ? NAN : 5, 90 };
      g_autoptr (MnUnit) unit = NULL;

      for (int i = 0; i < (odd == 3 ? 2 : 3); i++)
        mn_block_add_column (table, MN_COLUMN_SHARED, widths[i]);
      table->n_head_rows = 9;
      if (odd != 4)
        {
          mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 1));
          mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 3));
          mn_block_add (table, mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL));
        }
      unit = new_unit (fixture->layout, table);
      g_assert_cmpuint (unit->strips->len, ==, odd == 4 ? 0 : 3);
      g_assert_cmpfloat_with_epsilon (edge (unit, unit->edges->len - 1), fixture->layout->width,
                                      1e-6);
      for (guint i = 0; i + 1 < unit->edges->len; i++)
        g_assert_cmpfloat (edge (unit, i), <, edge (unit, i + 1));
      if (odd != 4)
        find_line (mn_unit_get_strip (unit, 1), "ba");
    }
}

/* A row that no page can hold is divided between its lines. */
static void
test_tall_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MnUnit)  unit = NULL;
  guint               n_ends = 0;

  for (int i = 0; i < 40; i++)
    g_string_append (text, SENTENCE);
  add_table (fixture->composed, 1, text->str);
  unit = unit_of (fixture, 0);
  g_assert_cmpuint (unit->strips->len, >, 60);
  for (guint i = 0; i < unit->strips->len; i++)
    {
      g_assert_cmpfloat (mn_unit_get_strip (unit, i)->height, <, 40);
      n_ends += mn_unit_get_strip (unit, i)->ends_row ? 1 : 0;
    }
  g_assert_cmpuint (n_ends, ==, 2);
}

/* A heading as tall as half a page isn't repeated: there must be room for what it heads. */
static void
test_tall_heading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MnUnit)  unit = NULL;
  MnBlock            *table = add_table (fixture->composed, 2, "x");

  for (int i = 0; i < 15; i++)
    g_string_append (text, SENTENCE);
  {
    const char *const cells[] = { text->str };

    g_ptr_array_insert (table->children, 0, new_row (MN_ROLE_TABLE_HEAD, cells, 1));
  }
  table->n_head_rows = 2;
  unit = unit_of (fixture, 0);
  g_assert_cmpuint (unit->n_head, ==, 0);
}

static void
test_find_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnUnit) unit = NULL;
  MnBlock           *table = add_table (fixture->composed, 3, "x");
  MnBlock           *row = table->children->pdata[2];

  ((MnBlock *) row->children->pdata[1])->source = g_strdup ("here");
  unit = unit_of (fixture, 0);
  g_assert_cmpint (mn_unit_find_source (unit, "here"), ==, 2);
  g_assert_cmpint (mn_unit_find_source (unit, "there"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/layout/letterhead", test_letterhead);
  ADD ("/layout/number-and-date-share-baseline", test_number_and_date_share_baseline);
  ADD ("/layout/names-level", test_names_level);
  ADD ("/layout/long-organ", test_long_organ);
  ADD ("/layout/rule-share", test_rule_share);
  ADD ("/layout/rule-alone", test_rule_alone);
  ADD ("/layout/signature", test_signature);
  ADD ("/layout/table", test_table);
  ADD ("/layout/odd-tables", test_odd_tables);
  ADD ("/layout/tall-row", test_tall_row);
  ADD ("/layout/tall-heading", test_tall_heading);
  ADD ("/layout/find-source", test_find_source);
  return g_test_run ();
}
