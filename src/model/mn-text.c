#include "mn-text.h"

#include <string.h>

#include "mn-clean.h"

/* One per paragraph; the first belongs to the text's start, each further one to a '\n'. */
typedef struct
{
  MnParagraphStyle style;
  guint8           level;
  GRefString      *foreign; /* (owned) (nullable) */
} Paragraph;

struct _MnText
{
  gatomicrefcount ref_count;
  char           *utf8;       /* (owned) */
  guint           length;     /* characters */
  guint8         *marks;      /* (owned) MnMarks of each character */
  GArray         *paragraphs; /* (owned) of Paragraph */
  GPtrArray      *objects;    /* (owned) of GRefString, one per U+FFFC, or NULL */
};

G_DEFINE_BOXED_TYPE (MnText, mn_text, mn_text_ref, mn_text_unref)

static void
clear_paragraph (gpointer data)
{
  Paragraph *paragraph = data;

  g_clear_pointer (&paragraph->foreign, g_ref_string_release);
}

static GArray *
new_paragraphs (void)
{
  GArray *paragraphs = g_array_new (FALSE, TRUE, sizeof (Paragraph));

  g_array_set_clear_func (paragraphs, clear_paragraph);
  return paragraphs;
}

static void
add_paragraph (GArray *paragraphs, const Paragraph *source)
{
  Paragraph copy = *source;

  if (copy.foreign != NULL)
    g_ref_string_acquire (copy.foreign);
  g_array_append_val (paragraphs, copy);
}

static MnText *
text_alloc (void)
{
  MnText *self = g_new0 (MnText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->paragraphs = new_paragraphs ();
  return self;
}

static guint
count_breaks (const char *utf8)
{
  guint n = 0;

  for (; (utf8 = strchr (utf8, '\n')) != NULL; utf8++)
    n++;
  return n;
}

/**
 * mn_text_new:
 * @plain: any text; it is cleaned, and each line becomes a plain paragraph
 *
 * Returns: (transfer full): a text without marks
 */
MnText *
mn_text_new (const char *plain)
{
  MnText         *self = text_alloc ();
  const Paragraph empty = { MN_PARAGRAPH_PLAIN, 0, NULL };

  self->utf8 = mn_clean_text (plain, -1, MN_CLEAN_BLOCK);
  self->length = (guint) g_utf8_strlen (self->utf8, -1);
  self->marks = g_malloc0 (self->length + 1);
  for (guint i = 0; i <= count_breaks (self->utf8); i++)
    add_paragraph (self->paragraphs, &empty);
  return self;
}

MnText *
mn_text_ref (MnText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mn_text_unref (MnText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->utf8, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_free (self);
}

/** mn_text_get_plain: the characters, paragraphs parted by '\n'. (transfer none) */
const char *
mn_text_get_plain (const MnText *self)
{
  return self->utf8;
}

/** mn_text_get_length: in characters, paragraph breaks included. */
guint
mn_text_get_length (const MnText *self)
{
  return self->length;
}

/** mn_text_is_empty: no characters and only one plain paragraph; a lone dash isn't empty. */
gboolean
mn_text_is_empty (const MnText *self)
{
  return self->length == 0 &&
         g_array_index (self->paragraphs, Paragraph, 0).style == MN_PARAGRAPH_PLAIN;
}

static gboolean
same_paragraph (const Paragraph *a, const Paragraph *b)
{
  return a->style == b->style && a->level == b->level && g_strcmp0 (a->foreign, b->foreign) == 0;
}

static guint
n_objects (const MnText *self)
{
  return self->objects != NULL ? self->objects->len : 0;
}

/** mn_text_equal: same characters, marks, paragraph styles and foreign parts. */
gboolean
mn_text_equal (const MnText *self, const MnText *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL || self->length != other->length ||
      strcmp (self->utf8, other->utf8) != 0 ||
      memcmp (self->marks, other->marks, self->length) != 0 ||
      n_objects (self) != n_objects (other))
    return FALSE;
  for (guint i = 0; i < self->paragraphs->len; i++)
    if (!same_paragraph (&g_array_index (self->paragraphs, Paragraph, i),
                         &g_array_index (other->paragraphs, Paragraph, i)))
      return FALSE;
  for (guint i = 0; i < n_objects (self); i++)
    if (strcmp (self->objects->pdata[i], other->objects->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/** mn_text_get_n_paragraphs: at least one. */
guint
mn_text_get_n_paragraphs (const MnText *self)
{
  return self->paragraphs->len;
}

MnParagraph
mn_text_get_paragraph (const MnText *self, guint paragraph)
{
  const Paragraph *found;
  MnParagraph      result = { 0 };

  g_return_val_if_fail (paragraph < self->paragraphs->len, result);

  found = &g_array_index (self->paragraphs, Paragraph, paragraph);
  result.style = found->style;
  result.level = found->level;
  result.foreign = found->foreign;
  return result;
}

static const char *
paragraph_bytes (const MnText *self, guint paragraph, gsize *n_bytes)
{
  const char *start = self->utf8;
  const char *end;

  for (guint i = 0; i < paragraph; i++)
    start = strchr (start, '\n') + 1;
  end = strchr (start, '\n');
  *n_bytes = end != NULL ? (gsize) (end - start) : strlen (start);
  return start;
}

/** mn_text_get_paragraph_start: the position of its first character. */
guint
mn_text_get_paragraph_start (const MnText *self, guint paragraph)
{
  gsize       n_bytes;
  const char *start;

  g_return_val_if_fail (paragraph < self->paragraphs->len, 0);

  start = paragraph_bytes (self, paragraph, &n_bytes);
  return (guint) g_utf8_pointer_to_offset (self->utf8, start);
}

/** mn_text_get_paragraph_at: the paragraph that holds @position. */
guint
mn_text_get_paragraph_at (const MnText *self, guint position)
{
  const char *end;
  guint       n = 0;

  g_return_val_if_fail (position <= self->length, 0);

  end = g_utf8_offset_to_pointer (self->utf8, position);
  for (const char *p = self->utf8; p < end; p++)
    if (*p == '\n')
      n++;
  return n;
}

/** mn_text_dup_paragraph: its characters, without the break. (transfer full) */
char *
mn_text_dup_paragraph (const MnText *self, guint paragraph)
{
  gsize       n_bytes;
  const char *start;

  g_return_val_if_fail (paragraph < self->paragraphs->len, NULL);

  start = paragraph_bytes (self, paragraph, &n_bytes);
  return g_strndup (start, n_bytes);
}

MnMarks
mn_text_get_marks (const MnText *self, guint position)
{
  g_return_val_if_fail (position < self->length, MN_MARK_NONE);

  return (MnMarks) self->marks[position];
}

static gboolean
is_object (const char *p)
{
  return (guchar) p[0] == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] == 0xBC;
}

static guint
count_objects (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (is_object (p))
      n++;
  return n;
}

/**
 * mn_text_next_run:
 * @self: a text
 * @paragraph: which paragraph
 * @cursor: (inout): characters of the paragraph already given; begin with 0
 * @run: (out): the next run; its pointers live as long as @self
 *
 * Returns: %FALSE when the paragraph is at its end
 */
gboolean
mn_text_next_run (const MnText *self, guint paragraph, guint *cursor, MnRun *run)
{
  gsize       n_bytes;
  const char *start, *p, *end;
  guint       at;

  g_return_val_if_fail (paragraph < self->paragraphs->len, FALSE);

  start = paragraph_bytes (self, paragraph, &n_bytes);
  end = start + n_bytes;
  p = g_utf8_offset_to_pointer (start, *cursor);
  if (p >= end)
    return FALSE;
  at = (guint) g_utf8_pointer_to_offset (self->utf8, p);
  run->utf8 = p;
  run->marks = (MnMarks) self->marks[at];
  run->object = NULL;
  if (is_object (p))
    {
      run->object = self->objects->pdata[count_objects (self->utf8, p)];
      run->n_bytes = 3;
      *cursor += 1;
      return TRUE;
    }
  for (; p < end && !is_object (p) && self->marks[at] == (guint8) run->marks; at++, (*cursor)++)
    p = g_utf8_next_char (p);
  run->n_bytes = (gsize) (p - run->utf8);
  return TRUE;
}

const char *
mn_text_get_object (const MnText *self, guint index)
{
  g_return_val_if_fail (index < n_objects (self), NULL);

  return self->objects->pdata[index];
}

/* Appends characters [from, to) of @source, with their marks, objects and the paragraphs that begin
 * inside the range. */
static void
append_range (MnText       *self,
              GString      *utf8,
              GByteArray   *marks,
              const MnText *source,
              guint         from,
              guint         to)
{
  const char *start = g_utf8_offset_to_pointer (source->utf8, from);
  const char *end = g_utf8_offset_to_pointer (start, (glong) to - from);
  guint       object = count_objects (source->utf8, start);
  guint       paragraph = mn_text_get_paragraph_at (source, from);

  g_string_append_len (utf8, start, end - start);
  g_byte_array_append (marks, source->marks + from, to - from);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        add_paragraph (self->paragraphs,
                       &g_array_index (source->paragraphs, Paragraph, ++paragraph));
      else if (is_object (p))
        {
          if (self->objects == NULL)
            self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
          g_ptr_array_add (self->objects, g_ref_string_acquire (source->objects->pdata[object++]));
        }
    }
}

static MnText *
finish (MnText *self, GString *utf8, GByteArray *marks)
{
  self->length = marks->len;
  self->utf8 = g_string_free (utf8, FALSE);
  g_byte_array_append (marks, (const guint8 *) "", 1);
  self->marks = g_byte_array_free (marks, FALSE);
  return self;
}

/** mn_text_slice: @length characters from @position on. (transfer full) */
MnText *
mn_text_slice (const MnText *self, guint position, guint length)
{
  MnText     *slice;
  GString    *utf8;
  GByteArray *marks;

  g_return_val_if_fail (position + length <= self->length, NULL);

  slice = text_alloc ();
  utf8 = g_string_new (NULL);
  marks = g_byte_array_new ();
  add_paragraph (slice->paragraphs, &g_array_index (self->paragraphs, Paragraph,
                                                    mn_text_get_paragraph_at (self, position)));
  append_range (slice, utf8, marks, self, position, position + length);
  return finish (slice, utf8, marks);
}

/**
 * mn_text_splice:
 * @self: a text
 * @position: where, in characters
 * @removed: how many characters go
 * @inserted: (nullable): what comes instead
 *
 * The paragraph at @position keeps its style; paragraphs that begin inside @inserted bring theirs,
 * and those that began inside the removed range go. So a splice is undone by the splice that puts
 * back mn_text_slice() of the removed range.
 *
 * An accent that arrives alone after its letter would leave the text outside NFC; callers pass
 * whole letters (the input method commits them so), and the document cleans what comes from a
 * widget.
 *
 * Returns: (transfer full): the new text
 */
MnText *
mn_text_splice (const MnText *self, guint position, guint removed, const MnText *inserted)
{
  MnText     *result;
  GString    *utf8;
  GByteArray *marks;

  g_return_val_if_fail (position + removed <= self->length, NULL);

  result = text_alloc ();
  utf8 = g_string_sized_new (strlen (self->utf8) + 16);
  marks = g_byte_array_sized_new (self->length + 16);
  add_paragraph (result->paragraphs, &g_array_index (self->paragraphs, Paragraph, 0));
  append_range (result, utf8, marks, self, 0, position);
  if (inserted != NULL)
    append_range (result, utf8, marks, inserted, 0, inserted->length);
  append_range (result, utf8, marks, self, position + removed, self->length);
  return finish (result, utf8, marks);
}

static MnText *
copy_text (const MnText *self)
{
  return mn_text_splice (self, 0, 0, NULL);
}

/** mn_text_mark: sets and clears marks of a range; paragraph breaks carry none. (transfer full) */
MnText *
mn_text_mark (const MnText *self, guint position, guint length, MnMarks set, MnMarks clear)
{
  MnText     *result;
  const char *p;

  g_return_val_if_fail (position + length <= self->length, NULL);

  result = copy_text (self);
  p = g_utf8_offset_to_pointer (result->utf8, position);
  for (guint i = position; i < position + length; i++, p = g_utf8_next_char (p))
    if (*p != '\n')
      result->marks[i] = (guint8) ((result->marks[i] & ~(guint) clear) | (guint) set);
  return result;
}

static guint8
clamp_level (MnParagraphStyle style, guint level)
{
  if (style == MN_PARAGRAPH_PLAIN)
    return 0;
  return (guint8) CLAMP (level, 1, MN_TEXT_MAX_LEVEL);
}

/** mn_text_style: gives paragraphs @first to @last a style and, for points, a level from 1. */
MnText *
mn_text_style (const MnText *self, guint first, guint last, MnParagraphStyle style, guint level)
{
  MnText *result;

  g_return_val_if_fail (first <= last && last < self->paragraphs->len, NULL);

  result = copy_text (self);
  for (guint i = first; i <= last; i++)
    {
      Paragraph *paragraph = &g_array_index (result->paragraphs, Paragraph, i);

      paragraph->style = style;
      paragraph->level = clamp_level (style, level);
    }
  return result;
}

struct _MnTextBuilder
{
  MnText     *text;  /* (owned) */
  GString    *utf8;  /* (owned) */
  GByteArray *marks; /* (owned) */
};

MnTextBuilder *
mn_text_builder_new (void)
{
  MnTextBuilder *self = g_new0 (MnTextBuilder, 1);

  self->text = text_alloc ();
  self->utf8 = g_string_new (NULL);
  self->marks = g_byte_array_new ();
  return self;
}

static void
append_marked (MnTextBuilder *self, const char *utf8, gssize n_bytes, guint8 marks)
{
  glong n = g_utf8_strlen (utf8, n_bytes);

  g_string_append_len (self->utf8, utf8, n_bytes);
  for (glong i = 0; i < n; i++)
    g_byte_array_append (self->marks, &marks, 1);
}

/** mn_text_builder_begin: begins a paragraph; @foreign holds foreign attributes as XML, or %NULL.
 */
void
mn_text_builder_begin (MnTextBuilder   *self,
                       MnParagraphStyle style,
                       guint            level,
                       const char      *foreign)
{
  Paragraph paragraph = { style, clamp_level (style, level), NULL };

  if (foreign != NULL)
    paragraph.foreign = g_ref_string_new (foreign);
  if (self->text->paragraphs->len > 0)
    append_marked (self, "\n", 1, MN_MARK_NONE);
  g_array_append_val (self->text->paragraphs, paragraph);
}

/** mn_text_builder_run: appends characters of one line; they are cleaned. */
void
mn_text_builder_run (MnTextBuilder *self, const char *utf8, gssize n_bytes, MnMarks marks)
{
  g_autofree char *clean = mn_clean_text (utf8, n_bytes, MN_CLEAN_BLOCK);

  g_return_if_fail (self->text->paragraphs->len > 0);

  g_strdelimit (clean, "\n", ' ');
  append_marked (self, clean, (gssize) strlen (clean), (guint8) marks);
}

/** mn_text_builder_object: appends a foreign element, given as its XML. */
void
mn_text_builder_object (MnTextBuilder *self, const char *xml, MnMarks marks)
{
  g_return_if_fail (self->text->paragraphs->len > 0);

  if (self->text->objects == NULL)
    self->text->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_ptr_array_add (self->text->objects, g_ref_string_new (xml));
  append_marked (self, "\xEF\xBF\xBC", 3, (guint8) marks);
}

/** mn_text_builder_end: the text. (transfer full) The builder is empty then, ready to be freed. */
MnText *
mn_text_builder_end (MnTextBuilder *self)
{
  const Paragraph empty = { MN_PARAGRAPH_PLAIN, 0, NULL };
  MnText         *text = g_steal_pointer (&self->text);

  if (text->paragraphs->len == 0)
    add_paragraph (text->paragraphs, &empty);
  return finish (text, g_steal_pointer (&self->utf8), g_steal_pointer (&self->marks));
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
