#include "mn-ink.h"

#include "mn-pages-private.h"
#include "mn-sheet.h"

/**
 * mn_ink_measure:
 * @pages: pages
 * @page: from 0
 * @ink: (out): what of the page bears type or lines
 *
 * Tells what a printer must be able to reach. It is drawn for that, by the calls that print it.
 *
 * Returns: FALSE if the page is empty; @ink is zero then
 */
gboolean
mn_ink_measure (MnPages *pages, guint page, MnInk *ink)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  double           x, y, width, height;

  mn_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  *ink = (MnInk){ 0 };
  if (width <= 0 || height <= 0)
    return FALSE;

  *ink = (MnInk){ x, y, x + width, y + height };
  return TRUE;
}

/**
 * mn_ink_get_back_shift:
 * @pages: pages
 * @page: from 0
 * @dx: (out): in points, to the right
 * @dy: (out): in points, downwards
 *
 * For a page that comes to a back although its number is that of a front, as when pages are picked
 * out. The margin where sheets are bound is on the other side there (HD 05-HD/VPTW). Both are
 * 0 where the house style doesn't mirror.
 */
void
mn_ink_get_back_shift (MnPages *pages, guint page, double *dx, double *dy)
{
  double  width, height;
  MnSheet front, back;

  mn_pages_get_size (pages, page, &width, &height);
  mn_sheet_init (&front, pages->style, width > height, FALSE);
  mn_sheet_init (&back, pages->style, width > height, pages->style->mirrored);
  *dx = back.left - front.left;
  *dy = back.top - front.top;
}
