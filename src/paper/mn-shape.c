#include "mn-shape.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Typing leaves every beginning of every word behind; beyond this many, unused ones go. */
#define MAX_IDLE 40000

struct _MnShaper
{
  PangoFontMap *font_map;  /* (owned) */
  PangoContext *context;   /* (owned) */
  GPtrArray    *faces;     /* (owned) of MnFace */
  GHashTable   *fragments; /* (owned) set of MnFragment, each with a reference */
  guint         limit;     /* fragments beyond which unused ones are looked for */
  char         *family;    /* (owned) */
  MnFontFit     fit;
};

MnFragment *
mn_fragment_ref (MnFragment *self)
{
  self->ref_count++;
  return self;
}

void
mn_fragment_unref (MnFragment *self)
{
  if (--self->ref_count > 0)
    return;
  g_free (self->glyphs);
  g_free (self->clusters);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static guint
hash_key (gconstpointer data)
{
  const MnFragmentKey *key = data;
  guint32              hash = 2166136261u ^ key->face;

  for (guint i = 0; i < key->n_bytes; i++)
    hash = (hash ^ (guchar) key->utf8[i]) * 16777619u;
  return hash;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const MnFragmentKey *x = a;
  const MnFragmentKey *y = b;

  return x->face == y->face && x->n_bytes == y->n_bytes &&
         memcmp (x->utf8, y->utf8, x->n_bytes) == 0;
}

static void
free_face (gpointer data)
{
  MnFace *face = data;

  g_clear_pointer (&face->item, pango_item_free);
  g_free (face);
}

static PangoContext *
create_context (PangoFontMap *font_map)
{
  PangoContext         *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* Of several files of one family, the one that holds Vietnamese letters is found by this. */
  pango_context_set_language (context, pango_language_from_string ("vi"));
  return context;
}

/** mn_shaper_new: a shaper with a font map of its own, which no screen's settings reach. */
MnShaper *
mn_shaper_new (void)
{
  MnShaper *self = g_new0 (MnShaper, 1);

  self->font_map = pango_cairo_font_map_new ();
  /* So a point is a unit of the user's space. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), 72);
  self->context = create_context (self->font_map);
  self->faces = g_ptr_array_new_with_free_func (free_face);
  self->fragments = g_hash_table_new_full (hash_key, equal_keys, (GDestroyNotify) mn_fragment_unref,
                                           NULL);
  self->limit = MAX_IDLE;
  self->family = mn_font_choose_family (self->context, &self->fit);
  return self;
}

void
mn_shaper_free (MnShaper *self)
{
  g_clear_pointer (&self->fragments, g_hash_table_unref);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
  g_free (self->family);
  g_free (self);
}

const char *
mn_shaper_get_family (MnShaper *self, MnFontFit *fit)
{
  if (fit != NULL)
    *fit = self->fit;
  return self->family;
}

static void
use_face (MnShaper *self, const MnFace *face)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, self->family);
  pango_font_description_set_size (description, (int) round (face->size * PANGO_SCALE));
  pango_font_description_set_weight (description,
                                     face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description,
                                    face->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_context_set_font_description (self->context, description);
  pango_font_description_free (description);
}

static GList *
itemize (MnShaper *self, const char *utf8, guint n_bytes)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  GList         *items = pango_itemize_with_base_dir (self->context, PANGO_DIRECTION_LTR, utf8, 0,
                                                      (int) n_bytes, attributes, NULL);

  pango_attr_list_unref (attributes);
  return items;
}

static void
measure_face (MnFace *face)
{
  PangoFontMetrics *metrics = pango_font_get_metrics (face->analysis.font, face->analysis.language);

  face->ascent = pango_font_metrics_get_ascent (metrics);
  face->descent = pango_font_metrics_get_descent (metrics);
  face->height = MAX (pango_font_metrics_get_height (metrics), face->ascent + face->descent);
  pango_font_metrics_unref (metrics);
}

static MnFace *
create_face (MnShaper *self, double size, gboolean bold, gboolean italic)
{
  MnFace *face = g_new0 (MnFace, 1);
  GList  *items;

  face->size = size;
  face->bold = bold;
  face->italic = italic;
  use_face (self, face);
  /* Every word of plain letters is shaped as this one is. */
  items = itemize (self, "a", 1);
  face->item = items->data;
  face->analysis = face->item->analysis;
  g_list_free_full (g_list_delete_link (items, items), (GDestroyNotify) pango_item_free);
  face->scaled_font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (face->analysis.font));
  measure_face (face);
  return face;
}

/** mn_shaper_find_face: the number by which fragments know the face. */
guint
mn_shaper_find_face (MnShaper *self, double size, gboolean bold, gboolean italic)
{
  for (guint i = 0; i < self->faces->len; i++)
    {
      const MnFace *face = self->faces->pdata[i];

      if (face->size == size && !face->bold == !bold && !face->italic == !italic)
        return i;
    }
  g_ptr_array_add (self->faces, create_face (self, size, bold, italic));
  return self->faces->len - 1;
}

const MnFace *
mn_shaper_get_face (MnShaper *self, guint face)
{
  g_return_val_if_fail (face < self->faces->len, NULL);

  return self->faces->pdata[face];
}

/* Left to right, one glyph a letter, no marks to be stacked: needs no itemizing. */
static gboolean
is_plain_letter (gunichar c)
{
  return (c >= 0x20 && c < 0x7F) || (c >= 0xA1 && c < 0x250 && c != 0xAD) ||
         (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c <= 0x2027) || c == 0x2030 ||
         c == 0x2032 || c == 0x2033 || c == 0x20AB;
}

static gboolean
is_plain (const MnFace *face, const char *utf8, gsize n_bytes)
{
  for (const char *p = utf8; p < utf8 + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_plain_letter (c) || (c >= 0x7F && !pango_font_has_char (face->analysis.font, c)))
        return FALSE;
    }
  return TRUE;
}

static MnFragment *
alloc_fragment (guint face, const char *utf8, gsize n_bytes)
{
  MnFragment *self = g_malloc0 (sizeof (MnFragment) + n_bytes + 1);

  memcpy (self->utf8, utf8, n_bytes);
  self->key.utf8 = self->utf8;
  self->key.n_bytes = (guint) n_bytes;
  self->key.face = face;
  self->ref_count = 1;
  return self;
}

static gboolean
has_only_glyphs (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY ||
        (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return FALSE;
  return TRUE;
}

static void
add_glyphs (MnFragment *self, const PangoGlyphString *glyphs)
{
  self->n_glyphs = (guint) glyphs->num_glyphs;
  self->glyphs = g_new (cairo_glyph_t, self->n_glyphs);
  for (guint i = 0; i < self->n_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      self->glyphs[i].index = info->glyph;
      self->glyphs[i].x = (double) (self->width + info->geometry.x_offset) / PANGO_SCALE;
      self->glyphs[i].y = (double) info->geometry.y_offset / PANGO_SCALE;
      self->width += info->geometry.width;
    }
}

/* Which bytes became which glyphs, so that text copied from a PDF is the text that was typed. */
static void
add_clusters (MnFragment *self, const PangoGlyphString *glyphs)
{
  self->clusters = g_new0 (cairo_text_cluster_t, self->n_glyphs);
  for (guint i = 0; i < self->n_glyphs;)
    {
      cairo_text_cluster_t *cluster = &self->clusters[self->n_clusters++];
      int                   start = glyphs->log_clusters[i];

      while (i < self->n_glyphs && glyphs->log_clusters[i] == start)
        {
          cluster->num_glyphs++;
          i++;
        }
      cluster->num_bytes = (i < self->n_glyphs ? glyphs->log_clusters[i]
                                               : (int) self->key.n_bytes) -
                           start;
    }
}

static gboolean
shape_plain (const MnFace *face, MnFragment *self)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  gboolean          done;

  pango_shape_full (self->utf8, (int) self->key.n_bytes, NULL, 0, &face->analysis, glyphs);
  done = has_only_glyphs (glyphs);
  if (done)
    {
      add_glyphs (self, glyphs);
      add_clusters (self, glyphs);
    }
  pango_glyph_string_free (glyphs);
  return done;
}

static void
add_item (MnFragment *self, PangoItem *item)
{
  PangoGlyphItem *shaped = g_slice_new0 (PangoGlyphItem);
  PangoRectangle  ink, logical;

  shaped->item = item;
  shaped->glyphs = pango_glyph_string_new ();
  pango_shape_full (self->utf8 + item->offset, item->length, self->utf8, (int) self->key.n_bytes,
                    &item->analysis, shaped->glyphs);
  pango_glyph_string_extents (shaped->glyphs, item->analysis.font, &ink, &logical);
  self->width += logical.width;
  self->ascent = MAX (self->ascent, MAX (-ink.y, -logical.y));
  self->descent = MAX (self->descent, MAX (ink.y + ink.height, logical.y + logical.height));
  g_ptr_array_add (self->items, shaped);
}

/* Other scripts, fonts that stand in for ours, stacked accents, right-to-left words. */
static void
shape_any (MnShaper *self, const MnFace *face, MnFragment *fragment)
{
  GList *logical, *visual;

  use_face (self, face);
  fragment->items = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_glyph_item_free);
  logical = itemize (self, fragment->utf8, fragment->key.n_bytes);
  visual = pango_reorder_items (logical);
  for (GList *l = visual; l != NULL; l = l->next)
    add_item (fragment, l->data);
  g_list_free (visual);
  g_list_free (logical);
}

static gboolean
is_unused_cb (gpointer key, gpointer value, gpointer data)
{
  return ((MnFragment *) key)->ref_count == 1;
}

static void
drop_unused (MnShaper *self)
{
  g_hash_table_foreach_remove (self->fragments, is_unused_cb, NULL);
  self->limit = MAX (MAX_IDLE, 2 * g_hash_table_size (self->fragments));
}

/**
 * mn_shaper_shape:
 * @self: a shaper
 * @face: from mn_shaper_find_face()
 * @utf8: a word or a space, valid UTF-8 without line breaks
 * @n_bytes: its length, more than 0
 *
 * Returns: (transfer full): the word's glyphs and width
 */
MnFragment *
mn_shaper_shape (MnShaper *self, guint face, const char *utf8, gsize n_bytes)
{
  const MnFragmentKey key = { utf8, (guint) n_bytes, face };
  MnFragment         *fragment = g_hash_table_lookup (self->fragments, &key);

  if (fragment != NULL)
    return mn_fragment_ref (fragment);
  if (g_hash_table_size (self->fragments) >= self->limit)
    drop_unused (self);
  fragment = alloc_fragment (face, utf8, n_bytes);
  if (!is_plain (self->faces->pdata[face], utf8, n_bytes) ||
      !shape_plain (self->faces->pdata[face], fragment))
    shape_any (self, self->faces->pdata[face], fragment);
  g_hash_table_add (self->fragments, mn_fragment_ref (fragment));
  return fragment;
}

guint
mn_shaper_get_n_cached (MnShaper *self)
{
  return g_hash_table_size (self->fragments);
}
