#include "mn-pages.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "mn-pages-private.h"

G_DEFINE_FINAL_TYPE (MnPages, mn_pages, G_TYPE_OBJECT)

static void
mn_pages_finalize (GObject *object)
{
  MnPages *self = MN_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->document, g_ptr_array_unref);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->layout.typesetter, mn_typesetter_free);
  g_clear_pointer (&self->shaper, mn_shaper_free);
  g_clear_pointer (&self->style, mn_style_free);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->created);
  g_free (self->fault);
  G_OBJECT_CLASS (mn_pages_parent_class)->finalize (object);
}

static void
mn_pages_class_init (MnPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_pages_finalize;
}

static void
mn_pages_init (MnPages *self)
{
  self->units = mn_pages_new_units ();
  self->document = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_unit_unref);
  self->pages = g_ptr_array_new ();
}

/**
 * mn_pages_new:
 * @style: (transfer full): a house style
 *
 * Returns: (transfer full): one empty page, until mn_pages_update()
 */
MnPages *
mn_pages_new (MnStyle *style)
{
  MnPages *self;

  g_return_val_if_fail (style != NULL, NULL);

  self = g_object_new (MN_TYPE_PAGES, NULL);
  self->style = style;
  self->shaper = mn_shaper_new ();
  self->layout.style = style;
  self->layout.shaper = self->shaper;
  self->layout.typesetter = mn_typesetter_new (self->shaper);
  g_ptr_array_unref (self->pages);
  self->pages = mn_paginate (self->document, style);
  return self;
}

static void
find_damage (MnPages *self, const GPtrArray *old)
{
  guint n = self->pages->len;
  guint n_common = MIN (old->len, n);
  guint first = 0;
  guint end = n_common;

  while (first < n_common && mn_page_equal (old->pdata[first], self->pages->pdata[first]))
    first++;
  while (end > first && mn_page_equal (old->pdata[end - 1], self->pages->pdata[end - 1]))
    end--;
  self->first_damaged = first;
  self->end_damaged = n > n_common ? n : end;
  if (self->first_damaged >= self->end_damaged)
    self->first_damaged = self->end_damaged = 0;
}

/**
 * mn_pages_update:
 * @self: pages
 * @composed: the form as it is now
 *
 * Lays out what has changed since the last call and breaks the pages anew.
 */
void
mn_pages_update (MnPages *self, const MnComposed *composed)
{
  GPtrArray *document, *old_pages;

  g_return_if_fail (MN_IS_PAGES (self));
  g_return_if_fail (composed != NULL);

  document = mn_pages_lay_out (self, composed->blocks);
  g_ptr_array_unref (self->document);
  self->document = document;
  old_pages = self->pages;
  self->pages = mn_paginate (document, self->style);
  /* The old pages hold their units, so that no new unit can have an old one's address. */
  find_damage (self, old_pages);
  g_ptr_array_unref (old_pages);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->created);
  g_free (self->fault);
  self->title = g_strdup (composed->title);
  self->author = g_strdup (composed->author);
  self->subject = g_strdup (composed->subject);
  self->created = g_strdup (composed->created);
  self->fault = g_strdup (composed->fault);
}

guint
mn_pages_get_n_pages (MnPages *self)
{
  g_return_val_if_fail (MN_IS_PAGES (self), 0);

  return self->pages->len;
}

/** mn_pages_get_size: of the sheet, which a landscape section turns. */
void
mn_pages_get_size (MnPages *self, guint page, double *width, double *height)
{
  MnSheet sheet;

  g_return_if_fail (MN_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  mn_pages_get_sheet (self, page, &sheet);
  *width = sheet.width;
  *height = sheet.height;
}

void
mn_pages_get_sheet (MnPages *self, guint page, MnSheet *sheet)
{
  const MnPage *about = self->pages->pdata[page];

  mn_sheet_init (sheet, self->style, about->landscape,
                 self->two_sided && self->style->mirrored && about->side % 2 == 1);
}

/**
 * mn_pages_set_two_sided:
 * @self: pages
 * @two_sided: whether every second page is the back of a sheet, where left and right margin change
 *   places if the house style says so (HD 05-HD/VPTW, on margins); at first it is none
 *
 * Pages are drawn elsewhere on their sheets, but no line and no page ends elsewhere.
 */
void
mn_pages_set_two_sided (MnPages *self, gboolean two_sided)
{
  g_return_if_fail (MN_IS_PAGES (self));

  self->two_sided = two_sided;
}

gboolean
mn_pages_get_two_sided (MnPages *self)
{
  g_return_val_if_fail (MN_IS_PAGES (self), FALSE);

  return self->two_sided;
}

/* HD 05, on page numbers: Arabic, centred between the text edges, and not on the first page. */
static void
draw_page_number (MnPages *self, MnDraw *draw, guint number, const MnSheet *sheet)
{
  const MnRoleStyle *role = &self->style->roles[MN_ROLE_PAGE_NUMBER];
  guint           face = mn_shaper_find_face (self->shaper, role->size, role->bold, role->italic);
  const MnMeasure measure = { mn_sheet_get_text_width (sheet), 0, role->align, FALSE };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_line_free);
  char                  digits[16];
  int                   length = snprintf (digits, sizeof digits, "%u", number);

  if (number <= 1)
    return;
  mn_typesetter_add (self->layout.typesetter, face, digits, (gsize) length);
  mn_typesetter_finish (self->layout.typesetter, &measure, lines);
  mn_draw_line (draw, lines->pdata[0], sheet->left,
                self->style->page_number_top +
                    (double) mn_shaper_get_face (self->shaper, face)->ascent / PANGO_SCALE);
}

/** mn_pages_draw_tagged: as mn_pages_draw(); a @tagger says in a PDF what is what. */
void
mn_pages_draw_tagged (MnPages *self, guint page, cairo_t *cr, MnTagger *tagger)
{
  const MnPage *about = self->pages->pdata[page];
  MnSheet       sheet;
  MnDraw        draw;

  mn_pages_get_sheet (self, page, &sheet);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  mn_draw_begin (&draw, cr, self->shaper, tagger);
  if (tagger != NULL)
    mn_tagger_begin_page (tagger, page);
  for (guint i = 0; i < about->placements->len; i++)
    mn_draw_placement (&draw, &g_array_index (about->placements, MnPlacement, i), self->style,
                       sheet.left, sheet.top);
  if (tagger != NULL)
    mn_tagger_end_text (tagger);
  draw_page_number (self, &draw, about->number, &sheet);
  mn_draw_end (&draw);
  cairo_restore (cr);
}

/**
 * mn_pages_draw:
 * @self: pages
 * @page: from 0
 * @cr: where to, in points; scaled as one likes
 *
 * Draws type and lines in black; the paper below is the caller's.
 */
void
mn_pages_draw (MnPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (MN_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  mn_pages_draw_tagged (self, page, cr, NULL);
}

guint
mn_pages_get_n_laid_out (MnPages *self)
{
  g_return_val_if_fail (MN_IS_PAGES (self), 0);

  return self->n_laid_out;
}

/** mn_pages_get_damage: both 0 where nothing differs. Pages that are no longer there don't count.
 */
void
mn_pages_get_damage (MnPages *self, guint *first, guint *end)
{
  g_return_if_fail (MN_IS_PAGES (self));

  *first = self->first_damaged;
  *end = self->end_damaged;
}

/* How far below the upper margin strip @strip of the placement's unit begins. */
static double
find_strip_y (const MnPlacement *placement, guint strip)
{
  double y = placement->y + (placement->head ? placement->unit->head_height : 0);

  for (guint i = placement->first; i < strip; i++)
    y += mn_unit_get_strip (placement->unit, i)->height +
         mn_unit_get_space (placement->unit, i + 1);
  return y;
}

/** mn_pages_find_target: where what was composed from @source begins; FALSE if nothing was. */
gboolean
mn_pages_find_target (MnPages *self, const char *source, MnTarget *target)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      const GArray *placements = ((const MnPage *) self->pages->pdata[page])->placements;
      MnSheet       sheet;

      mn_pages_get_sheet (self, page, &sheet);
      for (guint i = 0; i < placements->len; i++)
        {
          const MnPlacement *placement = &g_array_index (placements, MnPlacement, i);
          int                strip = mn_unit_find_source (placement->unit, source);

          if (strip < (int) placement->first || strip >= (int) placement->end)
            continue;
          target->page = page;
          target->y = (int) (sheet.top + find_strip_y (placement, (guint) strip));
          return TRUE;
        }
    }
  return FALSE;
}

int
mn_pages_find_source (MnPages *self, const char *source)
{
  MnTarget target;

  g_return_val_if_fail (MN_IS_PAGES (self), -1);
  g_return_val_if_fail (source != NULL, -1);

  return mn_pages_find_target (self, source, &target) ? (int) target.page : -1;
}

/** mn_pages_get_fault: why the pages are to be looked at only. (transfer none) (nullable) */
const char *
mn_pages_get_fault (MnPages *self)
{
  g_return_val_if_fail (MN_IS_PAGES (self), NULL);

  return self->fault;
}

/**
 * mn_pages_dup_font_fault:
 * @self: pages
 *
 * Returns: (transfer full) (nullable): what is wrong with the font in which they are set, in words:
 *   the rules ask for Times New Roman, and nothing else is used in silence
 */
char *
mn_pages_dup_font_fault (MnPages *self)
{
  MnFontFit   fit;
  const char *family;

  g_return_val_if_fail (MN_IS_PAGES (self), NULL);

  family = mn_shaper_get_family (self->shaper, &fit);
  switch (fit)
    {
    case MN_FONT_OTHER_WIDTHS:
      /* Translators: a family of fonts */
      return g_strdup_printf (_ ("The pages are set in %s, which isn't as wide as Times New "
                                 "Roman: lines and pages end elsewhere. Please install "
                                 "Liberation Serif."),
                              family);
    case MN_FONT_INCOMPLETE:
      return g_strdup_printf (_ ("The pages are set in %s, which lacks Vietnamese letters or has "
                                 "no bold ones. Please install Liberation Serif."),
                              family);
    case MN_FONT_FITS:
    default:
      return NULL;
    }
}

void
mn_pages_foreach_outline (MnPages *self, MnOutlineFunc func, gpointer data)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      const GArray *placements = ((const MnPage *) self->pages->pdata[page])->placements;
      MnSheet       sheet;

      mn_pages_get_sheet (self, page, &sheet);
      for (guint i = 0; i < placements->len; i++)
        {
          const MnPlacement *placement = &g_array_index (placements, MnPlacement, i);
          const MnBlock     *block = mn_unit_get_block (placement->unit);

          if (placement->first == 0 && block->outline > 0)
            func (block, page, sheet.top + placement->y, data);
        }
    }
}
