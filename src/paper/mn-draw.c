#include "mn-draw.h"

#include <pango/pangocairo.h>

void
mn_draw_begin (MnDraw *self, cairo_t *cr, MnShaper *shaper)
{
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

/** mn_draw_line: draws @line of a strip whose upper left corner is at @x and @y. */
void
mn_draw_line (MnDraw *self, const MnLine *line, double x, double y)
{
  x += line->x;
  y += line->baseline;
  set_colour (self, line->red);
  for (guint i = 0; i < line->n_pieces; i++)
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
draw_strip (MnDraw *self, const MnStrip *strip, double x, double y)
{
  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    mn_draw_line (self, line, x, y);
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

static void
draw_down (MnDraw *self, const MnUnit *unit, double weight, double x, double top, double bottom)
{
  for (guint i = 0; weight > 0 && i < unit->edges->len; i++)
    {
      double edge = x + g_array_index (unit->edges, double, i);

      draw_stroke (self->cr, edge, top, edge, bottom, weight);
    }
}

/* Draws strips [first, end) of the unit from @y on and returns where they end. Rows of a table get
 * their lower line; so does what is cut off by the page's end. */
static double
draw_strips (MnDraw       *self,
             const MnUnit *unit,
             guint         first,
             guint         end,
             double        grid,
             double        x,
             double        y)
{
  for (guint i = first; i < end; i++)
    {
      const MnStrip *strip = mn_unit_get_strip (unit, i);

      if (i > first)
        y += mn_unit_get_space (unit, i);
      draw_strip (self, strip, x, y);
      y += strip->height;
      if (unit->edges != NULL && (strip->ends_row || i + 1 == end))
        draw_across (self, unit, grid, x, y);
    }
  return y;
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

  y = top;
  if (unit->edges != NULL)
    draw_across (self, unit, style->grid_weight, x, y);
  if (placement->head)
    y = draw_strips (self, unit, 0, unit->n_head, style->grid_weight, x, y);
  y = draw_strips (self, unit, placement->first, placement->end, style->grid_weight, x, y);
  if (unit->edges != NULL)
    draw_down (self, unit, style->grid_weight, x, top, y);
}
