#pragma once

#include <cairo.h>

#include "mn-paginate.h"
#include "mn-tagger.h"

G_BEGIN_DECLS

/**
 * MnDraw: draws lines of type on one cairo context. Glyphs of one face that follow each other on a
 * line go to cairo in one call, together with their characters.
 */
typedef struct
{
  cairo_t  *cr;     /* (borrowed) */
  MnShaper *shaper; /* (borrowed) */
  MnTagger *tagger; /* (borrowed) (nullable) says what is what in a PDF */
  GArray   *glyphs; /* (owned) of cairo_glyph_t */
  GArray   *clusters;
  GString  *utf8;
  guint     face; /* of the collected glyphs */
  gboolean  red;  /* what is drawn with; else black */
} MnDraw;

void mn_draw_begin (MnDraw *self, cairo_t *cr, MnShaper *shaper, MnTagger *tagger);
void mn_draw_end (MnDraw *self);
void mn_draw_line (MnDraw *self, const MnLine *line, double x, double y);
void mn_draw_placement (MnDraw            *self,
                        const MnPlacement *placement,
                        const MnStyle     *style,
                        double             x,
                        double             y);

G_END_DECLS
