#pragma once

#include <gtk/gtk.h>

#include "mn-pages.h"

G_BEGIN_DECLS

#define MN_TYPE_PAGE_CANVAS (mn_page_canvas_get_type ())
G_DECLARE_FINAL_TYPE (MnPageCanvas, mn_page_canvas, MN, PAGE_CANVAS, GtkWidget)

/**
 * MnPageCanvas: the sheets of an #MnPages one below the other, for a GtkScrolledWindow. Only sheets
 * in sight are drawn, and each once until it changes or the zoom does.
 *
 * Properties: "zoom" (double; sheet pixels per point; 0 = as wide as there is room, the default),
 * "real-zoom" (what that comes to) and "page" (uint: the sheet in the middle of the view).
 */
GtkWidget *mn_page_canvas_new (void) G_GNUC_WARN_UNUSED_RESULT;

MnPages *mn_page_canvas_get_pages (MnPageCanvas *self);
void     mn_page_canvas_set_pages (MnPageCanvas *self, MnPages *pages); /* (nullable) */

/* After mn_pages_update(): draws the changed sheets again. */
void mn_page_canvas_update (MnPageCanvas *self);

void   mn_page_canvas_set_zoom (MnPageCanvas *self, double zoom);
double mn_page_canvas_get_real_zoom (MnPageCanvas *self);

guint mn_page_canvas_get_page (MnPageCanvas *self);
void  mn_page_canvas_scroll_to (MnPageCanvas *self, guint page);

/* How many sheets have been drawn since the canvas was made. */
guint mn_page_canvas_get_n_drawn (MnPageCanvas *self);

G_END_DECLS
