#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A page of a PDF as a reader has it: letters with their places, strokes and boxes from its
 * drawing. Millimetres from the sheet's upper left corner; sizes and weights in points. */

typedef struct
{
  gunichar letter;
  double   left, right, top, bottom;
  double   size;
  gboolean bold, italic, red;
  guint    page, index;
  gboolean taken; /* a mark, or a page number */
} RulesGlyph;

typedef struct
{
  double   left, right, top, bottom;
  double   weight;
  gboolean is_box; /* a frame; else a straight stroke */
  gboolean red;
} RulesStroke;

typedef struct
{
  double  width, height;
  GArray *glyphs;  /* of RulesGlyph, from the top down */
  GArray *strokes; /* of RulesStroke */
} RulesPage;

/* All pages of @pdf, of RulesPage. */
GPtrArray *rules_pages_read (GBytes *pdf) G_GNUC_WARN_UNUSED_RESULT;

/* Of a content stream: used by rules_pages_read(). @height of the page, in points. */
void rules_strokes_read (const char *content, gsize n_bytes, double height, GArray *strokes);

G_END_DECLS
