#include "mn-draw.h"

#include <pango/pangocairo.h>

void
mn_draw_begin (MnDraw *self, cairo_t *cr, MnShaper *shaper, MnTagger *tagger)
{
  self->tagger = tagger;
  self->cr = cr;
  self->shaper = shaper;
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self->utf8 = g_string_new (NULL);
  self->face = 0;
  self->red = FALSE;
}

void
mn_draw_end (MnDraw *self)
{
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  g_string_free (g_steal_pointer (&self->utf8), TRUE);
}

static void
flush (MnDraw *self)
{
  const MnFace *face;

  if (self->glyphs->len == 0)
    return;
  face = mn_shaper_get_face (self->shaper, self->face);
  cairo_set_scaled_font (self->cr, face->scaled_font);
  cairo_show_text_glyphs (self->cr, self->utf8->str, (int) self->utf8->len,
                          (const cairo_glyph_t *) self->glyphs->data, (int) self->glyphs->len,
                          (const cairo_text_cluster_t *) self->clusters->data,
                          (int) self->clusters->len, 0);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->utf8, 0);
}

static void
collect (MnDraw *self, const MnFragment *fragment, double x, double y)
{
  guint n = self->glyphs->len;

  if (n > 0 && self->face != fragment->key.face)
    {
      flush (self);
      n = 0;
    }
  self->face = fragment->key.face;
  g_array_append_vals (self->glyphs, fragment->glyphs, fragment->n_glyphs);
  for (; n < self->glyphs->len; n++)
    {
      g_array_index (self->glyphs, cairo_glyph_t, n).x += x;
      g_array_index (self->glyphs, cairo_glyph_t, n).y += y;
    }
  g_array_append_vals (self->clusters, fragment->clusters, fragment->n_clusters);
  g_string_append_len (self->utf8, fragment->utf8, fragment->key.n_bytes);
}

static void
draw_items (MnDraw *self, const MnFragment *fragment, double x, double y)
{
  flush (self);
  for (guint i = 0; i < fragment->items->len; i++)
    {
      PangoGlyphItem *item = fragment->items->pdata[i];

      cairo_move_to (self->cr, x, y);
      pango_cairo_show_glyph_item (self->cr, fragment->utf8, item);
      x += (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
    }
  cairo_new_path (self->cr);
}

/* The bright red of stamps (NĐ 30, Phụ lục I, ô 10b). */
static void
set_colour (MnDraw *self, gboolean red)
{
  if (!self->red == !red)
    return;
  self->red = red;
  cairo_set_source_rgb (self->cr, red ? 0.9 : 0, 0, 0);
}

static void
draw_pieces (MnDraw *self, const MnLine *line, guint first, guint end, double x, double y)
{
  for (guint i = first; i < end; i++)
    {
      const MnPiece *piece = &line->pieces[i];
      double         piece_x = x + (double) piece->x / PANGO_SCALE;

      if (piece->fragment->items != NULL)
        draw_items (self, piece->fragment, piece_x, y);
      else
        collect (self, piece->fragment, piece_x, y);
    }
  flush (self);
}

static const MnPicture *
find_picture (const MnLine *line)
{
  return line->block != NULL && line->block->kind == MN_BLOCK_PICTURE ? line->block->picture : NULL;
}

static void
draw_content (MnDraw *self, const MnLine *line, guint first, double x, double y)
{
  const MnPicture *picture = find_picture (line);

  if (picture != NULL)
    mn_picture_draw (picture, self->cr, x + line->x, y, line->width, line->baseline);
  else
    draw_pieces (self, line, first, line->n_pieces, x + line->x, y + line->baseline);
}

/** mn_draw_line: draws @line, text of no block, of a strip whose upper left corner is at @x and @y.
 */
void
mn_draw_line (MnDraw *self, const MnLine *line, double x, double y)
{
  set_colour (self, line->red);
  draw_content (self, line, 0, x, y);
}

/* A line of @unit with what the tagger has to know. */
static void
draw_text (MnDraw       *self,
           const MnUnit *unit,
           guint         row,
           const MnLine *line,
           double        x,
           double        y,
           double        height)
{
  guint n_label = line->n_label;

  set_colour (self, line->red);
  if (n_label > 0)
    {
      mn_tagger_begin_text (self->tagger, unit, row, line, TRUE);
      draw_pieces (self, line, 0, n_label, x + line->x, y + line->baseline);
    }
  if (n_label == line->n_pieces && find_picture (line) == NULL)
    return;
  mn_tagger_begin_text (self->tagger, unit, row, line, FALSE);
  mn_tagger_begin_link (self->tagger, line, x, y, height);
  draw_content (self, line, n_label, x, y);
  mn_tagger_end_link (self->tagger);
}

static void
draw_stroke (cairo_t *cr, double x1, double y1, double x2, double y2, double weight)
{
  cairo_set_line_width (cr, weight);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* Inside its measures, so that the box is as large as it says. */
static void
draw_box (cairo_t *cr, double x, double y, const MnStroke *box)
{
  double inset = box->weight / 2;

  cairo_set_line_width (cr, box->weight);
  cairo_rectangle (cr, x + inset, y + inset, box->x2 - box->x1 - box->weight,
                   box->height - box->weight);
  cairo_stroke (cr);
}

static void
draw_strokes (MnDraw *self, const MnStrip *strip, double x, double y)
{
  for (const MnStroke *stroke = strip->strokes; stroke != NULL; stroke = stroke->next)
    {
      set_colour (self, stroke->red);
      if (stroke->height > 0)
        draw_box (self->cr, x + stroke->x1, y + stroke->y, stroke);
      else
        draw_stroke (self->cr, x + stroke->x1, y + stroke->y, x + stroke->x2, y + stroke->y,
                     stroke->weight);
    }
  set_colour (self, FALSE);
}

static void
draw_across (MnDraw *self, const MnUnit *unit, double weight, double x, double y)
{
  double first = g_array_index (unit->edges, double, 0);
  double last = g_array_index (unit->edges, double, unit->edges->len - 1);

  if (weight > 0)
    draw_stroke (self->cr, x + first - weight / 2, y, x + last + weight / 2, y, weight);
}

/* ---- strips of a unit on one page ----------------------------------------------------------- */

/* Strips [@first, @end) of @unit from @x and @y on. */
typedef struct
{
  const MnUnit *unit;
  guint         first, end;
  double        x, y;
  gboolean      is_repeated; /* stands on another page already */
} Run;

static double
go_down (const Run *run, guint strip, double y)
{
  return strip > run->first ? y + mn_unit_get_space (run->unit, strip) : y;
}

static void
draw_strip_lines (MnDraw *self, const Run *run, guint strip, guint row, int cell, double y)
{
  const MnStrip *about = mn_unit_get_strip (run->unit, strip);

  for (const MnLine *line = about->lines; line != NULL; line = line->next)
    {
      if (cell >= 0 && line->cell != (guint) cell)
        continue;
      if (self->tagger == NULL || run->is_repeated)
        mn_draw_line (self, line, run->x, y);
      else
        draw_text (self, run->unit, row, line, run->x, y, about->height);
    }
}

/* One past the strips of the row that @strip is of, as far as the run goes. */
static guint
find_row_end (const Run *run, guint strip)
{
  while (strip + 1 < run->end && !mn_unit_get_strip (run->unit, strip)->ends_row)
    strip++;
  return strip + 1;
}

/* Of a row that is parted into strips each cell is drawn whole before the next: that is the order
 * in which it is read, and in which it is copied. */
static double
draw_row (MnDraw *self, const Run *run, guint first, guint end, guint row, double y)
{
  guint  n_cells = run->unit->edges->len - 1;
  double bottom = y;

  for (guint cell = 0; cell < n_cells; cell++)
    {
      bottom = y;
      for (guint i = first; i < end; i++)
        {
          bottom = go_down (run, i, bottom);
          draw_strip_lines (self, run, i, row, end > first + 1 ? (int) cell : -1, bottom);
          bottom += mn_unit_get_strip (run->unit, i)->height;
        }
      if (end == first + 1)
        break;
    }
  return bottom;
}

static guint
find_row (const MnUnit *unit, guint strip)
{
  guint row = 0;

  while (row + 1 < unit->rows->len && g_array_index (unit->rows, guint, row + 1) <= strip)
    row++;
  return row;
}

static void
draw_lines (MnDraw *self, const Run *run)
{
  double y = run->y;

  if (run->unit->edges == NULL)
    for (guint i = run->first; i < run->end; i++)
      {
        y = go_down (run, i, y);
        draw_strip_lines (self, run, i, 0, -1, y);
        y += mn_unit_get_strip (run->unit, i)->height;
      }
  else
    for (guint i = run->first, row = find_row (run->unit, i); i < run->end; row++)
      {
        guint end = find_row_end (run, i);

        y = draw_row (self, run, i, end, row, y);
        i = end;
      }
}

/* Rows of a table get their lower line; so does what is cut off by the page's end. Returns where
 * the run ends. */
static double
draw_run_strokes (MnDraw *self, const Run *run, double grid)
{
  double y = run->y;

  for (guint i = run->first; i < run->end; i++)
    {
      const MnStrip *strip = mn_unit_get_strip (run->unit, i);

      y = go_down (run, i, y);
      if (strip->strokes != NULL)
        draw_strokes (self, strip, run->x, y);
      y += strip->height;
      if (run->unit->edges != NULL && (strip->ends_row || i + 1 == run->end))
        draw_across (self, run->unit, grid, run->x, y);
    }
  return y;
}

/* Whether the line at @edge parts cells of the strip, or ends its row. */
static gboolean
parts_strip (const MnUnit *unit, const MnStrip *strip, guint edge)
{
  return edge == 0 || edge + 1 == unit->edges->len || strip->n_cells == 0 || edge < strip->n_cells;
}

/* One line from the first strip to the last, but for rows whose cells it would part. */
static void
draw_edge (MnDraw *self, const Run *head, const Run *run, guint edge, double weight)
{
  const Run *const runs[] = { head, run };
  double           x = run->x + g_array_index (run->unit->edges, double, edge);
  double           y = head->y, start = y;

  for (guint i = 0; i < 2; i++)
    for (guint strip = runs[i]->first; strip < runs[i]->end; strip++)
      {
        const MnStrip *about = mn_unit_get_strip (run->unit, strip);
        gboolean       parts = parts_strip (run->unit, about, edge);

        if (!parts && y > start)
          draw_stroke (self->cr, x, start, x, y, weight);
        y = go_down (runs[i], strip, y) + about->height;
        if (!parts)
          start = y;
      }
  if (y > start)
    draw_stroke (self->cr, x, start, x, y, weight);
}

static void
draw_edges (MnDraw *self, const Run *head, const Run *run, double weight)
{
  for (guint i = 0; weight > 0 && i < run->unit->edges->len; i++)
    draw_edge (self, head, run, i, weight);
}

static gboolean
has_strokes (const Run *run)
{
  for (guint i = run->first; i < run->end; i++)
    if (mn_unit_get_strip (run->unit, i)->strokes != NULL)
      return TRUE;
  return run->unit->edges != NULL;
}

static void
end_text (MnDraw *self)
{
  if (self->tagger != NULL)
    mn_tagger_end_text (self->tagger);
}

/** mn_draw_placement: draws strips on a page whose text area has its corner at @x and @y. */
void
mn_draw_placement (MnDraw            *self,
                   const MnPlacement *placement,
                   const MnStyle     *style,
                   double             x,
                   double             y)
{
  const MnUnit *unit = placement->unit;
  double        top = y + placement->y;
  Run           head = { unit, 0, placement->head ? unit->n_head : 0, x, top, TRUE };
  Run           run = { unit, placement->first, placement->end, x, top, FALSE };

  if (self->tagger != NULL)
    mn_tagger_begin_unit (self->tagger, unit, placement->first > 0);
  run.y += placement->head ? unit->head_height : 0;
  if (placement->head)
    {
      end_text (self);
      draw_lines (self, &head);
    }
  draw_lines (self, &run);
  if (!has_strokes (&run))
    return;
  end_text (self);
  if (unit->edges != NULL)
    draw_across (self, unit, style->grid_weight, x, top);
  draw_run_strokes (self, &head, style->grid_weight);
  draw_run_strokes (self, &run, style->grid_weight);
  if (unit->edges != NULL)
    draw_edges (self, &head, &run, style->grid_weight);
}
