/* bare-pango IN.txt OUT.pdf: the least that Pango and Cairo can do to set the same text: a layout
 * for each paragraph, its lines drawn one below the other at the given pitch. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define MM(mm) ((mm) *72.0 / 25.4)
#define WIDTH MM (165)
#define LEFT MM (30)
#define TOP MM (20)
#define BOTTOM MM (277)

static double
set_line (cairo_t *cr, PangoLayoutLine *line, double x, double y, double pitch)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  if (pitch == 0)
    pitch = (double) logical.height / PANGO_SCALE;
  if (y + pitch > BOTTOM)
    {
      cairo_show_page (cr);
      y = TOP;
    }
  cairo_move_to (cr, x, y + pitch * 0.8);
  pango_cairo_show_layout_line (cr, line);
  return y + pitch;
}

static double
set_paragraph (cairo_t *cr, PangoLayout *layout, char **fields, double y)
{
  double size = g_ascii_strtod (fields[0], NULL), indent = g_ascii_strtod (fields[2], NULL);
  double left = g_ascii_strtod (fields[3], NULL), pitch = g_ascii_strtod (fields[5], NULL);
  char   align = *fields[1];
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Liberation Serif");
  g_autoptr (PangoLayoutIter)      iter = NULL;

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WIDTH - left) * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (indent * PANGO_SCALE));
  pango_layout_set_justify (layout, align == 'j');
  pango_layout_set_alignment (layout, align == 'c' ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_markup (layout, fields[6], -1);
  y += g_ascii_strtod (fields[4], NULL);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      y = set_line (cr, pango_layout_iter_get_line_readonly (iter),
                    LEFT + left + (double) logical.x / PANGO_SCALE, y, pitch);
    }
  while (pango_layout_iter_next_line (iter));
  return y;
}

int
main (int argc, char **argv)
{
  g_autofree char        *text = NULL;
  g_auto (GStrv)          lines = NULL;
  cairo_surface_t        *surface;
  cairo_t                *cr;
  g_autoptr (PangoLayout) layout = NULL;
  double                  y = TOP;
  cairo_status_t          status;

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  surface = cairo_pdf_surface_create (argv[2], MM (210), MM (297));
  cr = cairo_create (surface);
  layout = pango_cairo_create_layout (cr);
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 7);

      if (g_strv_length (fields) == 7)
        y = set_paragraph (cr, layout, fields, y);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
