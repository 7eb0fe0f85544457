#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "mn-font.h"

G_BEGIN_DECLS

/**
 * MnFace: one cut of the type: size, weight and slant. Lengths in Pango units of a point.
 */
typedef struct
{
  double               size;
  gboolean             bold, italic;
  int                  ascent, descent;
  int                  height; /* of a line set single */
  PangoAnalysis        analysis;
  PangoItem           *item;        /* (owned) holds what @analysis points to */
  cairo_scaled_font_t *scaled_font; /* (borrowed) */
} MnFace;

/** What a fragment is found by. */
typedef struct
{
  const char *utf8;
  guint       n_bytes;
  guint       face;
} MnFragmentKey;

/**
 * MnFragment: a shaped word, or the part of one that has one face; or a space. Shared by all lines
 * in which it stands.
 *
 * A plain fragment has glyphs of its face only, which are drawn a whole line at a time. One with
 * letters of other fonts or scripts has @items instead, and how far it reaches up and down.
 */
typedef struct
{
  MnFragmentKey         key; /* first: the fragment is its own key */
  guint                 ref_count;
  int                   width;           /* Pango units */
  int                   ascent, descent; /* Pango units; 0 for plain ones */
  guint                 n_glyphs, n_clusters;
  cairo_glyph_t        *glyphs;   /* (owned) points, from the fragment's origin */
  cairo_text_cluster_t *clusters; /* (owned) */
  GPtrArray            *items;    /* (owned) (nullable) of PangoGlyphItem, left to right */
  char                  utf8[];
} MnFragment;

/**
 * MnShaper: shapes words with Pango, each distinct one once. Glyphs are placed without hints and at
 * one resolution, so that a word is as wide on every screen as on paper. Not for several threads at
 * a time.
 */
typedef struct _MnShaper MnShaper;

MnShaper *mn_shaper_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      mn_shaper_free (MnShaper *self);

const char *mn_shaper_get_family (MnShaper *self, MnFontFit *fit);

guint         mn_shaper_find_face (MnShaper *self, double size, gboolean bold, gboolean italic);
const MnFace *mn_shaper_get_face (MnShaper *self, guint face);

MnFragment *mn_shaper_shape (MnShaper *self, guint face, const char *utf8, gsize n_bytes)
    G_GNUC_WARN_UNUSED_RESULT;

/* Fragments in the cache, for tests. */
guint mn_shaper_get_n_cached (MnShaper *self);

MnFragment *mn_fragment_ref (MnFragment *self);
void        mn_fragment_unref (MnFragment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnShaper, mn_shaper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnFragment, mn_fragment_unref)

G_END_DECLS
