#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "mn-block.h"
#include "mn-style.h"

G_BEGIN_DECLS

#define MN_TYPE_PAGES (mn_pages_get_type ())
G_DECLARE_FINAL_TYPE (MnPages, mn_pages, MN, PAGES, GObject)

/**
 * MnPages: a composed form laid out on sheets. The same boxes are drawn on screen, to the printer
 * and into the PDF. Units are points, origin at the sheet's upper left corner.
 *
 * mn_pages_update() keeps the laid-out boxes of every block that is unchanged since the last
 * update, so that a key press costs one paragraph and the page breaks, whatever the document's
 * length.
 */
MnPages *mn_pages_new (MnStyle *style) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) style */

void  mn_pages_update (MnPages *self, const MnComposed *composed);
guint mn_pages_get_n_pages (MnPages *self);
void  mn_pages_get_size (MnPages *self, guint page, double *width, double *height);
void  mn_pages_draw (MnPages *self, guint page, cairo_t *cr);

/* Whether every second page is the back of a sheet. */
void     mn_pages_set_two_sided (MnPages *self, gboolean two_sided);
gboolean mn_pages_get_two_sided (MnPages *self);

/* Whether the page begins sheets that are handed out alone: then it comes to a front. */
gboolean mn_pages_begins_sheets (MnPages *self, guint page);
/* Whether it is a back, both sides of the sheets printed. */
gboolean mn_pages_is_back (MnPages *self, guint page);
/* How many sides of sheets lie before the page, both sides printed. */
guint mn_pages_count_sides (MnPages *self, guint page);

/* Of the last update: blocks whose boxes were made anew. */
guint mn_pages_get_n_laid_out (MnPages *self);

/* Pages whose drawing differs from before the last update: first and one past the last. */
void mn_pages_get_damage (MnPages *self, guint *first, guint *end);

/* The page on which the block composed from item @source begins; -1 if there is none. */
int mn_pages_find_source (MnPages *self, const char *source);

/* What is missing on the pages, in one sentence; such pages are never made into a PDF or printed.
 */
const char *mn_pages_get_fault (MnPages *self);

/* What a person should know about the font in which the pages are set. */
char *mn_pages_dup_font_fault (MnPages *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean mn_pages_write_pdf (MnPages *self, const char *path, GError **error);
GBytes  *mn_pages_to_pdf (MnPages *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
