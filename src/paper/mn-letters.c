#include "mn-letters.h"

#include <string.h>

#define NO_BREAK_SPACE 0x00A0
#define ELLIPSIS 0x2026
#define OBJECT 0xFFFC

typedef struct
{
  gunichar c;
  guint8   marks;
} MnLetter;

#define LETTER(self, i) g_array_index ((self)->letters, MnLetter, i)

MnLetters *
mn_letters_new (MnParagraphStyle style, guint level)
{
  MnLetters *self = g_new0 (MnLetters, 1);

  self->letters = g_array_new (FALSE, FALSE, sizeof (MnLetter));
  self->style = style;
  self->level = level;
  return self;
}

void
mn_letters_free (MnLetters *self)
{
  g_array_unref (self->letters);
  g_free (self);
}

/* Elements of other namespaces have no place on paper. */
static GArray *
read_letters (const char *utf8, gssize n_bytes, MnMarks marks)
{
  gsize       size = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  GArray     *letters = g_array_sized_new (FALSE, FALSE, sizeof (MnLetter), (guint) size);
  const char *end = utf8 + size;
  guint       n = 0;

  g_array_set_size (letters, (guint) size);
  for (const char *p = utf8; p < end; p = g_utf8_next_char (p))
    {
      MnLetter letter = { g_utf8_get_char (p), (guint8) marks };

      if (letter.c != OBJECT)
        g_array_index (letters, MnLetter, n++) = letter;
    }
  g_array_set_size (letters, n);
  return letters;
}

void
mn_letters_append (MnLetters *self, const char *utf8, gssize n_bytes, MnMarks marks)
{
  g_autoptr (GArray) letters = read_letters (utf8, n_bytes, marks);

  g_array_append_vals (self->letters, letters->data, letters->len);
}

void
mn_letters_prepend (MnLetters *self, const char *utf8, MnMarks marks)
{
  g_autoptr (GArray) letters = read_letters (utf8, -1, marks);

  g_array_prepend_vals (self->letters, letters->data, letters->len);
}

gboolean
mn_letters_is_empty (MnLetters *self)
{
  return self->letters->len == 0;
}

gunichar
mn_letters_get_last (MnLetters *self)
{
  return self->letters->len > 0 ? LETTER (self, self->letters->len - 1).c : 0;
}

void
mn_letters_set_first (MnLetters *self, gunichar c)
{
  if (self->letters->len > 0)
    LETTER (self, 0).c = c;
}

static void
drop_last (MnLetters *self)
{
  g_array_set_size (self->letters, self->letters->len - 1);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/** mn_letters_tidy: no blank at either end and none beside another or before a stop. */
void
mn_letters_tidy (MnLetters *self)
{
  guint n = 0;

  for (guint i = 0; i < self->letters->len; i++)
    {
      MnLetter letter = LETTER (self, i);

      if (is_blank (letter.c))
        letter.c = ' ';
      if (letter.c == ' ' && (n == 0 || LETTER (self, n - 1).c == ' '))
        continue;
      if (n > 0 && LETTER (self, n - 1).c == ' ' && letter.c < 0x80 &&
          strchr (".,;:", (int) letter.c) != NULL)
        n--;
      LETTER (self, n++) = letter;
    }
  g_array_set_size (self->letters, n);
  while (is_blank (mn_letters_get_last (self)))
    drop_last (self);
}

/* ---- blanks that hold ----------------------------------------------------------------------- */

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == NO_BREAK_SPACE;
}

/* The word that ends before @end, in lower case; @start becomes its place. */
static void
read_word_before (MnLetters *self, guint end, guint *start, char *word, gsize size)
{
  gsize n = 0;

  *start = end;
  while (*start > 0 && !is_space (LETTER (self, *start - 1).c) &&
         LETTER (self, *start - 1).c != '(')
    (*start)--;
  for (guint i = *start; i < end && n + 7 < size; i++)
    n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (LETTER (self, i).c), word + n);
  word[n] = '\0';
}

static gboolean
is_roman_digit (gunichar c)
{
  return c == 'I' || c == 'V' || c == 'X';
}

/* Words that a number follows, and forms of address before a name (HD 05 names none; it is how
 * official paper is typed). */
static gboolean
holds_next (MnLetters *self, guint space)
{
  static const char *const before_number[] = { "số",  "ngày", "tháng", "năm", "quý",
                                               "hồi", "giờ",  "lúc",   NULL };
  gunichar                 next = LETTER (self, space + 1).c;
  char                     word[32], first[32];
  guint                    start;

  read_word_before (self, space, &start, word, sizeof word);
  if (g_unichar_isdigit (next) || (is_roman_digit (next) && strcmp (word, "quý") == 0))
    return g_strv_contains (before_number, word);
  if (!g_unichar_isupper (next))
    return FALSE;
  if (strcmp (word, "ông") == 0 || strcmp (word, "bà") == 0)
    return TRUE;
  if (strcmp (word, "chí") != 0 || start == 0)
    return FALSE;
  read_word_before (self, start - 1, &start, first, sizeof first);
  return strcmp (first, "đồng") == 0;
}

/* "08 giờ" */
static gboolean
is_before_hour (MnLetters *self, guint space)
{
  return space > 0 && space + 3 < self->letters->len &&
         g_unichar_isdigit (LETTER (self, space - 1).c) && LETTER (self, space + 1).c == 'g' &&
         LETTER (self, space + 2).c == 'i' && LETTER (self, space + 3).c == 0x1EDD;
}

/** mn_letters_glue: makes the blanks no-break ones that a line must not break at. */
void
mn_letters_glue (MnLetters *self)
{
  for (guint i = 0; i + 1 < self->letters->len; i++)
    if (LETTER (self, i).c == ' ' && (holds_next (self, i) || is_before_hour (self, i)))
      LETTER (self, i).c = NO_BREAK_SPACE;
}

/* ---- ends ----------------------------------------------------------------------------------- */

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == ELLIPSIS || c == '!' || c == '?';
}

static gboolean
is_loose_end (gunichar c)
{
  return c == ' ' || c == '.' || c == ',' || c == ';' || c == ':' || c == '/';
}

/** mn_letters_cut_end: drops the stops at the end; three dots become an ellipsis, "./." goes too.
 */
void
mn_letters_cut_end (MnLetters *self)
{
  guint dots = 0, most = 0;

  while (is_loose_end (mn_letters_get_last (self)))
    {
      dots = mn_letters_get_last (self) == '.' ? dots + 1 : 0;
      most = MAX (most, dots);
      drop_last (self);
    }
  if (most >= 3 && self->letters->len > 0)
    mn_letters_append (self, "…", -1, MN_MARK_NONE);
}

/** mn_letters_close: ends with @stop, unless a stop of its own is there. */
void
mn_letters_close (MnLetters *self, const char *stop)
{
  guint n = self->letters->len;

  if (n == 0 || is_stop (LETTER (self, n - 1).c))
    return;
  if (n > 1 && strchr ("\")", (int) MIN (LETTER (self, n - 1).c, 127)) != NULL &&
      is_stop (LETTER (self, n - 2).c))
    return;
  if (n > 1 && LETTER (self, n - 1).c == 0x201D && is_stop (LETTER (self, n - 2).c))
    return;
  mn_letters_append (self, stop, -1, MN_MARK_NONE);
}

/** mn_letters_finish: ends with exactly one full stop, or the stop that is there. */
void
mn_letters_finish (MnLetters *self)
{
  mn_letters_cut_end (self);
  mn_letters_close (self, ".");
}

/* ---- out ------------------------------------------------------------------------------------ */

static char *
write_run (MnLetters *self, guint from, guint to)
{
  char *run = g_malloc ((gsize) (to - from) * 6 + 1);
  char *end = run;

  for (guint i = from; i < to; i++)
    end += g_unichar_to_utf8 (LETTER (self, i).c, end);
  *end = '\0';
  return run;
}

char *
mn_letters_dup (MnLetters *self)
{
  return write_run (self, 0, self->letters->len);
}

/** mn_letters_build: the paragraph with its runs. */
void
mn_letters_build (MnLetters *self, MnTextBuilder *builder)
{
  guint from = 0;

  mn_text_builder_begin (builder, self->style, self->level, NULL);
  for (guint i = 1; i <= self->letters->len; i++)
    {
      g_autofree char *run = NULL;

      if (i < self->letters->len && LETTER (self, i).marks == LETTER (self, from).marks)
        continue;
      run = write_run (self, from, i);
      mn_text_builder_run (builder, run, -1, (MnMarks) LETTER (self, from).marks);
      from = i;
    }
}
