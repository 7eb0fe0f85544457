#include "mn-draw.h"

#include <cairo-script.h>
#include <string.h>

#include "paper-test.h"

static cairo_status_t
append_cb (void *data, const guchar *bytes, guint n_bytes)
{
  g_string_append_len (data, (const char *) bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* What reaches cairo when the block is drawn at 0, 0. */
static char *
draw_block (MnLayout *layout, MnBlock *block)
{
  GString          *script = g_string_new (NULL);
  cairo_device_t   *device = cairo_script_create_for_stream (append_cb, script);
  cairo_surface_t  *surface = cairo_script_surface_create (device, CAIRO_CONTENT_COLOR_ALPHA, 600,
                                                           900);
  cairo_t          *cr = cairo_create (surface);
  MnUnit           *unit = new_unit (layout, block);
  const MnPlacement placement = { unit, 0, unit->strips->len, 0, FALSE };
  MnDraw            draw;

  mn_draw_begin (&draw, cr, layout->shaper, NULL);
  mn_draw_placement (&draw, &placement, layout->style, 0, 0);
  mn_draw_end (&draw);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  cairo_device_destroy (device);
  mn_unit_unref (unit);
  return g_string_free (script, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (; (text = strstr (text, part)) != NULL; text += strlen (part))
    n++;
  return n;
}

/* A line of one face is one call, however many words it has. */
static void
test_one_call_a_line (void)
{
  MnLayout        *layout = new_layout ();
  g_autofree char *script = draw_block (layout, mn_block_new_string (MN_ROLE_BODY, SENTENCE));

  g_assert_cmpuint (count (script, "show-text-glyphs"), ==, 3);
  free_layout (layout);
}

/* One more for each change of face. */
static void
test_faces (void)
{
  MnLayout          *layout = new_layout ();
  g_autoptr (MnText) plain = mn_text_new ("Giao Ban xây dựng Đảng chủ trì");
  g_autoptr (MnText) text = mn_text_mark (plain, 5, 17, MN_MARK_BOLD, MN_MARK_NONE);
  g_autofree char   *script = draw_block (layout, mn_block_new_paragraph (MN_ROLE_BODY, text));

  g_assert_cmpuint (count (script, "show-text-glyphs"), ==, 3);
  free_layout (layout);
}

/* Two rows of two columns: three lines down, three across. */
static void
test_grid (void)
{
  static const char *const cells[] = { "một", "hai" };
  MnLayout                *layout = new_layout ();
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  g_autofree char         *script = NULL;

  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
  script = draw_block (layout, table);
  g_assert_cmpuint (count (script, "stroke"), ==, 6);
  free_layout (layout);
}

static MnBlock *
new_table (guint n_cells_of_second)
{
  static const char *const cells[] = { "I", "Kết luận tại hội nghị giao ban", "Văn phòng", "30/6" };
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  for (guint i = 0; i < 4; i++)
    mn_block_add_column (table, MN_COLUMN_SHARED, i == 1 ? 0.2 : 0.25);
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 4));
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, n_cells_of_second));
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 4));
  return table;
}

/* The last cell of a short row reaches to the table's end: its words stand on one line, and the two
 * lines between the columns that it takes go on below it. */
static void
test_short_row (void)
{
  MnLayout        *layout = new_layout ();
  g_autofree char *whole = draw_block (layout, new_table (4));
  g_autofree char *shorter = draw_block (layout, new_table (2));

  g_assert_cmpuint (count (shorter, "stroke"), ==, count (whole, "stroke") + 2);
  g_assert_cmpuint (count (shorter, "show-text-glyphs"), <, count (whole, "show-text-glyphs") - 2);
  free_layout (layout);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/one-call-a-line", test_one_call_a_line);
  g_test_add_func ("/draw/faces", test_faces);
  g_test_add_func ("/draw/short-row", test_short_row);
  g_test_add_func ("/draw/grid", test_grid);
  return g_test_run ();
}
