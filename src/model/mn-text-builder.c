#include "mn-text-private.h"

#include <string.h>

#include "mn-clean.h"

struct _MnTextBuilder
{
  MnText     *text;      /* (owned) */
  GString    *utf8;      /* (owned) */
  GByteArray *marks;     /* (owned) */
  gboolean split_letter; /* each run is clean, but one begins with an accent of the letter before */
};

MnTextBuilder *
mn_text_builder_new (void)
{
  MnTextBuilder *self = g_new0 (MnTextBuilder, 1);

  self->text = mn_text_alloc ();
  self->utf8 = g_string_new (NULL);
  self->marks = g_byte_array_new ();
  return self;
}

static void
append_marked (MnTextBuilder *self, const char *utf8, guint8 marks)
{
  guint n = (guint) g_utf8_strlen (utf8, -1);
  guint before = self->marks->len;

  if (n == 0)
    return;
  g_string_append (self->utf8, utf8);
  g_byte_array_set_size (self->marks, before + n);
  memset (self->marks->data + before, marks, n);
}

/** mn_text_builder_begin: begins a paragraph; @foreign holds foreign attributes as XML, or %NULL.
 */
void
mn_text_builder_begin (MnTextBuilder   *self,
                       MnParagraphStyle style,
                       guint            level,
                       const char      *foreign)
{
  MnTextParagraph paragraph = { style, mn_text_clamp_level (style, level) };

  if (foreign != NULL)
    paragraph.foreign = g_ref_string_new (foreign);
  if (self->text->paragraphs->len > 0)
    append_marked (self, "\n", MN_MARK_NONE);
  g_array_append_val (self->text->paragraphs, paragraph);
}

/** mn_text_builder_run: appends characters of one line; they are cleaned. */
void
mn_text_builder_run (MnTextBuilder *self, const char *utf8, gssize n_bytes, MnMarks marks)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (self->text->paragraphs->len > 0);

  clean = mn_clean_text (utf8, n_bytes, MN_CLEAN_BLOCK);
  g_strdelimit (clean, "\n", ' ');
  self->split_letter |= mn_text_may_join (g_utf8_get_char (clean));
  append_marked (self, clean, (guint8) marks);
}

/** mn_text_builder_object: appends a foreign element, given as its XML. */
void
mn_text_builder_object (MnTextBuilder *self, const char *xml, MnMarks marks)
{
  g_return_if_fail (self->text->paragraphs->len > 0);

  mn_text_add_object (self->text, g_ref_string_new (xml));
  append_marked (self, "\xEF\xBF\xBC", (guint8) marks);
}

/** mn_text_builder_end: the text. (transfer full) The builder is empty then, ready to be freed. */
MnText *
mn_text_builder_end (MnTextBuilder *self)
{
  const MnTextParagraph empty = { MN_PARAGRAPH_PLAIN };
  g_autoptr (MnText)    text = g_steal_pointer (&self->text);

  if (text->paragraphs->len == 0)
    mn_text_add_paragraph (text, &empty);
  mn_text_finish (text, g_steal_pointer (&self->utf8), g_steal_pointer (&self->marks));
  return self->split_letter ? mn_text_compose (text) : g_steal_pointer (&text);
}

void
mn_text_builder_free (MnTextBuilder *self)
{
  g_clear_pointer (&self->text, mn_text_unref);
  if (self->utf8 != NULL)
    g_string_free (self->utf8, TRUE);
  g_clear_pointer (&self->marks, g_byte_array_unref);
  g_free (self);
}
