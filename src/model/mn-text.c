#include "mn-text-private.h"

#include <string.h>

#include "mn-clean.h"

G_DEFINE_BOXED_TYPE (MnText, mn_text, mn_text_ref, mn_text_unref)

/* ---- making --------------------------------------------------------------------------------- */

static void
clear_paragraph (gpointer data)
{
  MnTextParagraph *paragraph = data;

  g_clear_pointer (&paragraph->foreign, g_ref_string_release);
}

MnText *
mn_text_alloc (void)
{
  MnText *self = g_new0 (MnText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (MnTextParagraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  self->runs = g_array_new (FALSE, TRUE, sizeof (MnTextRun));
  return self;
}

void
mn_text_add_paragraph (MnText *self, const MnTextParagraph *source)
{
  MnTextParagraph copy = *source;

  if (copy.foreign != NULL)
    g_ref_string_acquire (copy.foreign);
  g_array_append_val (self->paragraphs, copy);
}

void
mn_text_add_object (MnText *self, GRefString *xml)
{
  if (self->objects == NULL)
    self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_ptr_array_add (self->objects, xml);
}

static void
begin_paragraph (MnText *self, guint paragraph, guint start, gsize byte)
{
  MnTextParagraph *begun = mn_text_paragraph (self, paragraph);

  begun->start = start;
  begun->byte = byte;
  begun->first_run = self->runs->len;
}

/* Notes where the paragraphs and runs begin, so that nobody has to count characters for it. */
void
mn_text_index (MnText *self)
{
  MnTextRun *run = NULL;
  guint      paragraph = 0, object = 0, at = 0;

  g_array_set_size (self->runs, 0);
  begin_paragraph (self, 0, 0, 0);
  for (const char *p = self->utf8, *next; *p != '\0'; p = next, at++)
    {
      MnTextRun begun = { (gsize) (p - self->utf8), 0, (MnMarks) self->marks[at], 0 };

      next = g_utf8_next_char (p);
      if (*p == '\n')
        {
          begin_paragraph (self, ++paragraph, at + 1, (gsize) (next - self->utf8));
          run = NULL;
          continue;
        }
      if (mn_text_is_object (p))
        begun.object = ++object;
      if (run == NULL || run->object != 0 || begun.object != 0 || run->marks != begun.marks)
        {
          g_array_append_val (self->runs, begun);
          run = &g_array_index (self->runs, MnTextRun, self->runs->len - 1);
        }
      run->n_bytes += (gsize) (next - p);
    }
}

/* Takes over the characters and their marks. */
MnText *
mn_text_finish (MnText *self, GString *utf8, GByteArray *marks)
{
  self->length = marks->len;
  self->utf8 = g_string_free (utf8, FALSE);
  g_byte_array_append (marks, (const guint8 *) "", 1);
  self->marks = g_byte_array_free (marks, FALSE);
  mn_text_index (self);
  return self;
}

/**
 * mn_text_new:
 * @plain: (nullable): any text; it is cleaned, and each line becomes a plain paragraph
 *
 * Returns: (transfer full): a text without marks
 */
MnText *
mn_text_new (const char *plain)
{
  MnText               *self = mn_text_alloc ();
  const MnTextParagraph empty = { MN_PARAGRAPH_PLAIN };

  self->utf8 = mn_clean_text (plain, -1, MN_CLEAN_BLOCK);
  self->length = (guint) g_utf8_strlen (self->utf8, -1);
  self->marks = g_malloc0 (self->length + 1);
  mn_text_add_paragraph (self, &empty);
  for (const char *p = self->utf8; (p = strchr (p, '\n')) != NULL; p++)
    mn_text_add_paragraph (self, &empty);
  mn_text_index (self);
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
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_free (self);
}

/* ---- asking --------------------------------------------------------------------------------- */

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

/** mn_text_is_empty: no characters and only one plain paragraph that holds nothing foreign; a lone
 * dash isn't empty. */
gboolean
mn_text_is_empty (const MnText *self)
{
  return self->length == 0 && mn_text_paragraph (self, 0)->style == MN_PARAGRAPH_PLAIN &&
         mn_text_paragraph (self, 0)->foreign == NULL;
}

static gboolean
same_paragraph (const MnTextParagraph *a, const MnTextParagraph *b)
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
    if (!same_paragraph (mn_text_paragraph (self, i), mn_text_paragraph (other, i)))
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
  const MnTextParagraph *found;
  MnParagraph            result = { 0 };

  g_return_val_if_fail (paragraph < self->paragraphs->len, result);

  found = mn_text_paragraph (self, paragraph);
  result.style = found->style;
  result.level = found->level;
  result.foreign = found->foreign;
  return result;
}

/** mn_text_get_paragraph_start: the position of its first character. */
guint
mn_text_get_paragraph_start (const MnText *self, guint paragraph)
{
  g_return_val_if_fail (paragraph < self->paragraphs->len, 0);

  return mn_text_paragraph (self, paragraph)->start;
}

/** mn_text_get_paragraph_at: the paragraph that holds @position; a break belongs to the one before.
 */
guint
mn_text_get_paragraph_at (const MnText *self, guint position)
{
  guint low = 0, high = self->paragraphs->len;

  g_return_val_if_fail (position <= self->length, 0);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (mn_text_paragraph (self, middle)->start <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/** mn_text_dup_paragraph: its characters, without the break. (transfer full) */
char *
mn_text_dup_paragraph (const MnText *self, guint paragraph)
{
  const char *start, *end;

  g_return_val_if_fail (paragraph < self->paragraphs->len, NULL);

  start = self->utf8 + mn_text_paragraph (self, paragraph)->byte;
  end = strchr (start, '\n');
  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

MnMarks
mn_text_get_marks (const MnText *self, guint position)
{
  g_return_val_if_fail (position < self->length, MN_MARK_NONE);

  return (MnMarks) self->marks[position];
}

/**
 * mn_text_next_run:
 * @self: a text
 * @paragraph: which paragraph
 * @cursor: (inout): runs already given; begin with 0
 * @run: (out): the next run; its pointers live as long as @self
 *
 * Returns: %FALSE when the paragraph is at its end
 */
gboolean
mn_text_next_run (const MnText *self, guint paragraph, guint *cursor, MnRun *run)
{
  const MnTextRun *found;
  guint            index, end = self->runs->len;

  g_return_val_if_fail (paragraph < self->paragraphs->len, FALSE);

  if (paragraph + 1 < self->paragraphs->len)
    end = mn_text_paragraph (self, paragraph + 1)->first_run;
  index = mn_text_paragraph (self, paragraph)->first_run + *cursor;
  if (index >= end)
    return FALSE;
  found = &g_array_index (self->runs, MnTextRun, index);
  run->utf8 = self->utf8 + found->byte;
  run->n_bytes = found->n_bytes;
  run->marks = found->marks;
  run->object = found->object > 0 ? self->objects->pdata[found->object - 1] : NULL;
  *cursor += 1;
  return TRUE;
}

/** mn_text_get_object: the XML of the foreign element that the U+FFFC number @index stands for. */
const char *
mn_text_get_object (const MnText *self, guint index)
{
  g_return_val_if_fail (index < n_objects (self), NULL);

  return self->objects->pdata[index];
}
