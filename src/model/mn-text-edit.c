#include "mn-text-private.h"

#include <string.h>

/* ---- cutting and joining -------------------------------------------------------------------- */

/* A text on its way. */
typedef struct
{
  MnText     *text;
  GString    *utf8;
  GByteArray *marks;
} Draft;

static Draft
begin_draft (const MnTextParagraph *first)
{
  Draft draft = { mn_text_alloc (), g_string_new (NULL), g_byte_array_new () };

  mn_text_add_paragraph (draft.text, first);
  return draft;
}

static MnText *
finish_draft (Draft *draft)
{
  return mn_text_finish (draft->text, draft->utf8, draft->marks);
}

static const char *
find_character (const MnText *self, guint position)
{
  const MnTextParagraph *paragraph = mn_text_paragraph (self,
                                                        mn_text_get_paragraph_at (self, position));

  return g_utf8_offset_to_pointer (self->utf8 + paragraph->byte, position - paragraph->start);
}

static guint
count_objects (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (mn_text_is_object (p))
      n++;
  return n;
}

/* Appends characters [from, to) of @source, with their marks, objects and the paragraphs that begin
 * inside the range. */
static void
append_range (Draft *draft, const MnText *source, guint from, guint to)
{
  const char *start = find_character (source, from), *end = find_character (source, to);
  guint       paragraph = mn_text_get_paragraph_at (source, from);
  guint       object = source->objects != NULL ? count_objects (source->utf8, start) : 0;

  g_string_append_len (draft->utf8, start, end - start);
  g_byte_array_append (draft->marks, source->marks + from, to - from);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        mn_text_add_paragraph (draft->text, mn_text_paragraph (source, ++paragraph));
      else if (mn_text_is_object (p))
        mn_text_add_object (draft->text, g_ref_string_acquire (source->objects->pdata[object++]));
    }
}

/** mn_text_slice: @length characters from @position on. (transfer full) */
MnText *
mn_text_slice (const MnText *self, guint position, guint length)
{
  Draft draft;

  g_return_val_if_fail (position <= self->length && length <= self->length - position, NULL);

  draft = begin_draft (mn_text_paragraph (self, mn_text_get_paragraph_at (self, position)));
  append_range (&draft, self, position, position + length);
  return finish_draft (&draft);
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
 * An accent that meets its letter only here leaves the text outside NFC, as the splice could not be
 * undone otherwise; mn_text_fit() makes one that avoids it, and the document uses that.
 *
 * Returns: (transfer full): the new text
 */
MnText *
mn_text_splice (const MnText *self, guint position, guint removed, const MnText *inserted)
{
  Draft draft;

  g_return_val_if_fail (position <= self->length && removed <= self->length - position, NULL);

  draft = begin_draft (mn_text_paragraph (self, 0));
  append_range (&draft, self, 0, position);
  if (inserted != NULL)
    append_range (&draft, inserted, 0, inserted->length);
  append_range (&draft, self, position + removed, self->length);
  return finish_draft (&draft);
}

/* ---- letters and their accents -------------------------------------------------------------- */

/* May it become one character with what stands before it? Hangul does so without being a mark. */
gboolean
mn_text_may_join (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_combining_class (c) != 0 ||
         (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}

/* A letter with what may join it; @n_characters of @source from @at on. */
static void
append_composed (Draft        *draft,
                 const MnText *source,
                 guint         at,
                 guint         n_characters,
                 const char   *utf8,
                 gsize         n)
{
  g_autofree char *composed = g_utf8_normalize (utf8, (gssize) n, G_NORMALIZE_NFC);
  glong            length = g_utf8_strlen (composed, -1);

  g_string_append (draft->utf8, composed);
  for (glong i = 0; i < length; i++)
    g_byte_array_append (draft->marks, source->marks + at + MIN ((guint) i, n_characters - 1), 1);
}

/**
 * mn_text_compose:
 *
 * Returns: (transfer full): the same text in NFC; a letter keeps the marks that it had before its
 *   accent
 */
MnText *
mn_text_compose (const MnText *self)
{
  Draft       draft = { mn_text_alloc (), g_string_new (NULL), g_byte_array_new () };
  guint       at = 0, n;
  const char *p = self->utf8, *end;

  for (guint i = 0; i < self->paragraphs->len; i++)
    mn_text_add_paragraph (draft.text, mn_text_paragraph (self, i));
  for (guint i = 0; self->objects != NULL && i < self->objects->len; i++)
    mn_text_add_object (draft.text, g_ref_string_acquire (self->objects->pdata[i]));
  for (; *p != '\0'; p = end, at += n)
    {
      end = g_utf8_next_char (p);
      for (n = 1; *end != '\0' && mn_text_may_join (g_utf8_get_char (end)); n++)
        end = g_utf8_next_char (end);
      append_composed (&draft, self, at, n, p, (gsize) (end - p));
    }
  return finish_draft (&draft);
}

static gboolean
joins_at (const MnText *self, guint position)
{
  return position < self->length &&
         mn_text_may_join (g_utf8_get_char (find_character (self, position)));
}

/**
 * mn_text_fit:
 * @self: the text that is going to be changed
 * @position: (inout): where
 * @n_removed: (inout): how many characters go
 * @inserted: what is meant to come instead
 *
 * Widens a splice to the letters at its borders where accents meet letters that they didn't stand
 * at before, so that the text stays NFC.
 *
 * Returns: (transfer full): what to insert
 */
MnText *
mn_text_fit (const MnText *self, guint *position, guint *n_removed, const MnText *inserted)
{
  guint              left = *position, right = *position + *n_removed;
  g_autoptr (MnText) before = NULL, after = NULL, both = NULL, all = NULL, composed = NULL;

  if (inserted->length > 0 ? joins_at (inserted, 0) : joins_at (self, right))
    while (left > 0 && (left == *position || joins_at (self, left)))
      left--;
  while (joins_at (self, right))
    right++;
  before = mn_text_slice (self, left, *position - left);
  after = mn_text_slice (self, *position + *n_removed, right - *position - *n_removed);
  both = mn_text_splice (before, before->length, 0, inserted);
  all = mn_text_splice (both, both->length, 0, after);
  composed = mn_text_compose (all);
  if (strcmp (composed->utf8, all->utf8) == 0)
    return mn_text_splice (inserted, 0, 0, NULL);
  *position = left;
  *n_removed = right - left;
  return g_steal_pointer (&composed);
}

/* ---- marks and styles ----------------------------------------------------------------------- */

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

  g_return_val_if_fail (position <= self->length && length <= self->length - position, NULL);

  result = copy_text (self);
  p = find_character (result, position);
  for (guint i = position; i < position + length; i++, p = g_utf8_next_char (p))
    if (*p != '\n')
      result->marks[i] = (guint8) ((result->marks[i] & ~(guint) clear) | (guint) set);
  mn_text_index (result);
  return result;
}

guint8
mn_text_clamp_level (MnParagraphStyle style, guint level)
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
      MnTextParagraph *paragraph = mn_text_paragraph (result, i);

      paragraph->style = style;
      paragraph->level = mn_text_clamp_level (style, level);
    }
  return result;
}
