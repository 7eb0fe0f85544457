#include "rules-page.h"

#include <poppler.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#define MM(pt) ((pt) *25.4 / 72.0)

typedef PopplerPage     TestPage;
typedef PopplerDocument TestDocument;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDocument, g_object_unref)

static void
free_page (RulesPage *page)
{
  g_array_unref (page->glyphs);
  g_array_unref (page->strokes);
  g_free (page);
}

/* ---- letters -------------------------------------------------------------------------------- */

static void
set_type (RulesGlyph *glyph, const PopplerTextAttributes *type)
{
  glyph->size = type->font_size;
  glyph->bold = strstr (type->font_name, "Bold") != NULL;
  glyph->italic = strstr (type->font_name, "Italic") != NULL;
  glyph->red = type->color.red > 0x8000 && type->color.green < 0x8000;
}

static void
read_glyphs (PopplerPage *from, guint number, RulesPage *page)
{
  g_autofree char             *text = poppler_page_get_text (from);
  g_autofree PopplerRectangle *boxes = NULL;
  GList                       *types = poppler_page_get_text_attributes (from);
  GList                       *type = types;
  const char                  *p = text;
  guint                        n = 0;

  poppler_page_get_text_layout (from, &boxes, &n);
  for (guint i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      RulesGlyph glyph = { .letter = g_utf8_get_char (p), .page = number };

      while (type != NULL && ((PopplerTextAttributes *) type->data)->end_index < (int) i)
        type = type->next;
      if (g_unichar_isspace (glyph.letter) || type == NULL || boxes[i].x2 <= boxes[i].x1)
        continue;
      set_type (&glyph, type->data);
      glyph.left = MM (boxes[i].x1);
      glyph.right = MM (boxes[i].x2);
      glyph.top = MM (boxes[i].y1);
      glyph.bottom = MM (boxes[i].y2);
      g_array_append_val (page->glyphs, glyph);
    }
  poppler_page_free_text_attributes (types);
}

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  const RulesGlyph *one = a, *other = b;

  if (ABS (one->bottom - other->bottom) > 0.01)
    return one->bottom < other->bottom ? -1 : 1;
  return one->left < other->left ? -1 : one->left > other->left;
}

/* ---- line art ------------------------------------------------------------------------------- */

static void
read_strokes (qpdf_data pdf, guint number, RulesPage *page)
{
  qpdf_oh        object = qpdf_get_page_n (pdf, number);
  unsigned char *bytes = NULL;
  size_t         n_bytes = 0;

  g_assert_cmpint (qpdf_oh_get_page_content_data (pdf, object, &bytes, &n_bytes), <, QPDF_ERRORS);
  rules_strokes_read ((const char *) bytes, n_bytes, page->height * 72 / 25.4, page->strokes);
  free (bytes);
}

GPtrArray *
rules_pages_read (GBytes *bytes)
{
  GPtrArray               *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
  g_autoptr (TestDocument) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  qpdf_data                pdf = qpdf_init ();
  gsize                    n_bytes;
  const char              *data = g_bytes_get_data (bytes, &n_bytes);

  g_assert_nonnull (document);
  g_assert_cmpint (qpdf_read_memory (pdf, "PDF", data, n_bytes, NULL), <, QPDF_ERRORS);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (TestPage) from = poppler_document_get_page (document, i);
      RulesPage           *page = g_new0 (RulesPage, 1);

      page->glyphs = g_array_new (FALSE, FALSE, sizeof (RulesGlyph));
      page->strokes = g_array_new (FALSE, FALSE, sizeof (RulesStroke));
      poppler_page_get_size (from, &page->width, &page->height);
      page->width = MM (page->width);
      page->height = MM (page->height);
      read_glyphs (from, (guint) i, page);
      g_array_sort (page->glyphs, compare_glyphs);
      read_strokes (pdf, (guint) i, page);
      g_ptr_array_add (pages, page);
    }
  qpdf_cleanup (&pdf);
  return pages;
}
