#include "mn-column.h"

#include <math.h>

#include "pdf-test.h"

/* Columns' widths in millimetres. The text of the style is 165 mm wide, cells keep 4 pt free. */

#define WHOLE 165.0

typedef struct
{
  MnLayout  *layout; /* (owned) */
  GPtrArray *blocks; /* (owned) of MnBlock */
} Sheet;

static void
set_up_sheet (Sheet *sheet, gconstpointer data)
{
  sheet->layout = new_layout ();
  sheet->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
}

static void
tear_down_sheet (Sheet *sheet, gconstpointer data)
{
  g_ptr_array_unref (sheet->blocks);
  free_layout (sheet->layout);
}

static MnBlock *
new_dated_table (const char *deadline)
{
  static const char *const head[] = { "TT", "Nội dung", "Cơ quan", "Thời hạn" };
  const char *const        cells[] = { "1", SENTENCE, "Văn phòng", deadline };
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  table->n_head_rows = 1;
  mn_block_add (table, new_row (MN_ROLE_TABLE_HEAD, head, 4));
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 4));
  mn_block_add_column (table, MN_COLUMN_FIXED, 12);
  mn_block_add_column (table, MN_COLUMN_SHARED, 3);
  mn_block_add_column (table, MN_COLUMN_SHARED, 1);
  mn_block_add_column (table, MN_COLUMN_FITTED, 30);
  return table;
}

static const MnBlock *
add_dated_table (Sheet *sheet, const char *deadline)
{
  MnBlock *table = new_dated_table (deadline);

  g_ptr_array_add (sheet->blocks, table);
  return table;
}

static void
measure (Sheet *sheet, const MnBlock *table, double *widths)
{
  g_autoptr (MnTables) tables = mn_tables_new (sheet->blocks);
  g_autoptr (GArray)   edges = mn_tables_find_edges (tables, sheet->layout, table);

  g_assert_cmpfloat_with_epsilon (g_array_index (edges, double, edges->len - 1),
                                  sheet->layout->width, 1e-6);
  for (guint i = 0; i + 1 < edges->len; i++)
    widths[i] = MN_PT_TO_MM (g_array_index (edges, double, i + 1) -
                             g_array_index (edges, double, i));
}

/* How wide words stand in a cell on one line, with what it keeps free, up to the next millimetre.
 */
static double
find_cell_width (Sheet *sheet, MnRole role, const char *words)
{
  g_autoptr (MnBlock) block = mn_block_new_string (role, words);
  double              room = mn_layout_measure (sheet->layout, block, 1000);

  return ceil (MN_PT_TO_MM (room + 2 * sheet->layout->style->cell_padding_x + 0.01));
}

static void
test_kinds (Sheet *sheet, gconstpointer data)
{
  const MnBlock *table = add_dated_table (sheet, "30/6/2026");
  double         widths[4];
  double         fitted = find_cell_width (sheet, MN_ROLE_TABLE_CELL, "30/6/2026");

  measure (sheet, table, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], 12, 1e-6);
  /* Ten signs of 12 pt: 51 pt, and 8 pt that are free. */
  g_assert_cmpfloat (fitted, >, 19);
  g_assert_cmpfloat (fitted, <, 24);
  g_assert_cmpfloat_with_epsilon (widths[3], fitted, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[1], (WHOLE - 12 - fitted) * 3 / 4, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[2], (WHOLE - 12 - fitted) / 4, 1e-6);
}

static void
assert_fitted (Sheet *sheet, const char *deadline, double least, double most)
{
  double widths[4];

  g_ptr_array_set_size (sheet->blocks, 0);
  measure (sheet, add_dated_table (sheet, deadline), widths);
  g_assert_cmpfloat (widths[3], >=, least - 1e-6);
  g_assert_cmpfloat (widths[3], <=, most + 1e-6);
}

/* As narrow as takes no more lines, of the heading and of the cells, than 30 mm would. */
static void
test_bounds (Sheet *sheet, gconstpointer data)
{
  double head = find_cell_width (sheet, MN_ROLE_TABLE_HEAD, "Thời hạn");

  assert_fitted (sheet, "6", head, head);
  assert_fitted (sheet, "", 30, 30);
  /* One line of 31 mm, so two, in which the longer half decides. */
  assert_fitted (sheet, "Hằng tháng, hằng quý",
                 find_cell_width (sheet, MN_ROLE_TABLE_CELL, "Hằng tháng,"),
                 find_cell_width (sheet, MN_ROLE_TABLE_CELL, "Hằng tháng, "));
  assert_fitted (sheet, "Hằng tháng, trước ngày 25, gửi về Văn phòng để tổng hợp", 24, 30);
}

/* What belongs together isn't parted while the column has room for it. */
static void
test_held (Sheet *sheet, gconstpointer data)
{
  const MnBlock     *table = add_dated_table (sheet, "Quý IV/2026\nHằng quý");
  double             widths[4];
  g_autoptr (MnUnit) unit = NULL;

  measure (sheet, table, widths);
  g_assert_cmpfloat_with_epsilon (widths[3],
                                  find_cell_width (sheet, MN_ROLE_TABLE_CELL, "Quý IV/2026"), 1e-6);
  unit = new_unit (sheet->layout, mn_block_ref ((MnBlock *) table));
  for (const MnLine *line = mn_unit_get_strip (unit, 1)->lines; line != NULL; line = line->next)
    if (line->cell == 3)
      {
        g_autofree char *text = dup_line_text (line);

        g_assert_true (g_str_equal (text, "Quý IV/2026") || g_str_equal (text, "Hằng quý"));
      }
}

/* A piece that nothing can part makes the column wider, but never leaves the others nothing. */
static void
test_monster (Sheet *sheet, gconstpointer data)
{
  static const char one[] = "Hoàn_thành_trước_ngày_30_tháng_6";
  g_autofree char  *many = g_strnfill (400, 'x');
  double            widths[4];

  measure (sheet, add_dated_table (sheet, one), widths);
  g_assert_cmpfloat (widths[3], >, 30);
  g_assert_cmpfloat (widths[3], <=, WHOLE / 4 + 1e-6);
  measure (sheet, add_dated_table (sheet, many), widths);
  g_assert_cmpfloat_with_epsilon (widths[3], WHOLE / 4, 1e-6);
  g_assert_cmpfloat (widths[2], >, 25);
}

/* Many columns that want more than there is: those with shares keep a third. */
static void
test_crowd (Sheet *sheet, gconstpointer data)
{
  g_autofree char *many = g_strnfill (400, 'x');
  const char      *cells[7];
  MnBlock         *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  double           widths[7], sum = 0;

  for (guint i = 0; i < 7; i++)
    {
      cells[i] = i == 0 ? "1" : i < 6 ? many : SENTENCE;
      mn_block_add_column (table,
                           i == 0  ? MN_COLUMN_FIXED
                           : i < 6 ? MN_COLUMN_FITTED
                                   : MN_COLUMN_SHARED,
                           i == 0 ? 12 : 20);
    }
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 7));
  g_ptr_array_add (sheet->blocks, table);
  measure (sheet, table, widths);
  g_assert_cmpfloat_with_epsilon (widths[6], WHOLE / 3, 1e-6);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpfloat (widths[i], >, 10);
      sum += widths[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, WHOLE, 1e-6);
}

/* Without shares all columns are stretched alike to the whole width. */
static void
test_no_shares (Sheet *sheet, gconstpointer data)
{
  static const char *const cells[] = { "a", "b" };
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  double                   widths[2];

  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
  mn_block_add_column (table, MN_COLUMN_FIXED, 20);
  mn_block_add_column (table, MN_COLUMN_FIXED, 60);
  g_ptr_array_add (sheet->blocks, table);
  measure (sheet, table, widths);
  g_assert_cmpfloat_with_epsilon (widths[0], WHOLE / 4, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[1], WHOLE * 3 / 4, 1e-6);
}

/* Tables of one form that are alike have one measure; others have their own. */
static void
test_alike (Sheet *sheet, gconstpointer data)
{
  const MnBlock *narrow = add_dated_table (sheet, "6");
  const MnBlock *wide = add_dated_table (sheet, "31/12/2026");
  MnBlock       *other = new_dated_table ("6");
  double         first[4], second[4], third[4];

  mn_block_unref (other->children->pdata[0]);
  other->children->pdata[0] = new_row (MN_ROLE_TABLE_HEAD,
                                       (const char *const[]){ "TT", "Việc", "Ai", "Hạn" }, 4);
  g_ptr_array_add (sheet->blocks, other);
  measure (sheet, narrow, first);
  measure (sheet, wide, second);
  measure (sheet, other, third);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (first[i], ==, second[i]);
  g_assert_cmpfloat (third[3], <, first[3]);
}

/* ---- on pages ------------------------------------------------------------------------------- */

/* A date that makes the column wider sets the other table, which says the same, anew. */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnComposed) later = mn_composed_new ();

  add_block (fixture->composed, new_dated_table ("6"));
  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  add_block (fixture->composed, new_dated_table ("7"));
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (fixture->pages), ==, 3);
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (fixture->pages), ==, 0);
  add_block (later, new_dated_table ("6"));
  add_string (later, MN_ROLE_BODY, SENTENCE);
  add_block (later, new_dated_table ("31/12/2026"));
  mn_pages_update (fixture->pages, later);
  g_assert_cmpuint (mn_pages_get_n_laid_out (fixture->pages), ==, 2);
}

/* In the PDF the date stands on one line, in a column that ends where the text does. */
static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerRectangle         date, head;

  add_block (fixture->composed, new_dated_table ("31/12/2026"));
  document = make_document (fixture);
  date = find_text (document, 0, "31/12/2026");
  head = find_text (document, 0, "Thời hạn");
  g_assert_cmpfloat (date.y2 - date.y1, <, 20);
  assert_near (195 - MN_PT_TO_MM (4), date.x2, 1.1);
  g_assert_cmpfloat (head.x1, >, 0);
  assert_near (MN_PT_TO_MM ((head.x1 + head.x2) / 2), (date.x1 + date.x2) / 2, 1.5);
}

/* Measuring 120 rows costs a small part of setting them. */
static void
test_speed (Sheet *sheet, gconstpointer data)
{
  MnBlock *table = new_dated_table ("30/6/2026");
  double   widths[4];
  gint64   start, measured, set;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char  *number = g_strdup_printf ("%u", i + 1);
      const char *const cells[] = { number, SENTENCE, "Văn phòng Đảng uỷ", "31/12/2026" };

      mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 4));
    }
  g_ptr_array_add (sheet->blocks, table);
  measure (sheet, table, widths);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 5; i++)
    measure (sheet, table, widths);
  measured = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 5; i++)
    mn_unit_unref (new_unit (sheet->layout, mn_block_ref (table)));
  set = g_get_monotonic_time () - start;
  g_test_message ("measured in %" G_GINT64_FORMAT " µs, set in %" G_GINT64_FORMAT " µs",
                  measured / 5, set / 5);
  g_assert_cmpint (measured, <, set / 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Sheet, NULL, set_up_sheet, func, tear_down_sheet)
  ADD ("/column/kinds", test_kinds);
  ADD ("/column/bounds", test_bounds);
  ADD ("/column/held", test_held);
  ADD ("/column/monster", test_monster);
  ADD ("/column/crowd", test_crowd);
  ADD ("/column/no-shares", test_no_shares);
  ADD ("/column/alike", test_alike);
  ADD ("/column/speed", test_speed);
  g_test_add ("/column/update", Fixture, NULL, set_up, test_update, tear_down);
  g_test_add ("/column/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  return g_test_run ();
}
