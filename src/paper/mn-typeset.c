#include "mn-typeset.h"

#include <math.h>
#include <string.h>

#include "mn-break.h"
#include "mn-glue.h"

/* A part of the paragraph that is set as one: letters of one face, or one space. */
typedef struct
{
  MnFragment *fragment; /* (owned) */
  gboolean    stretches;
} Token;

struct _MnTypesetter
{
  MnShaper *shaper; /* (borrowed) */
  GArray   *tokens; /* (owned) of Token */
  GArray   *words;  /* (owned) of MnWord */
  GArray   *ends;   /* (owned) of guint: one past the last word of each line */
  gboolean  at_space;
};

#define TOKEN(self, i) g_array_index ((self)->tokens, Token, i)
#define WORD(self, i) g_array_index ((self)->words, MnWord, i)

void
mn_line_free (MnLine *self)
{
  while (self != NULL)
    {
      MnLine *next = self->next;

      for (guint i = 0; i < self->n_pieces; i++)
        mn_fragment_unref (self->pieces[i].fragment);
      g_free (self);
      self = next;
    }
}

static void
clear_token (gpointer data)
{
  g_clear_pointer (&((Token *) data)->fragment, mn_fragment_unref);
}

MnTypesetter *
mn_typesetter_new (MnShaper *shaper)
{
  MnTypesetter *self = g_new0 (MnTypesetter, 1);

  self->shaper = shaper;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_array_set_clear_func (self->tokens, clear_token);
  self->words = g_array_new (FALSE, FALSE, sizeof (MnWord));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
mn_typesetter_free (MnTypesetter *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_free (self);
}

static void
add_token (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes, gboolean stretches)
{
  Token token = { mn_shaper_shape (self->shaper, face, utf8, n_bytes), stretches };

  g_array_append_val (self->tokens, token);
}

static void
begin_word (MnTypesetter *self, guint first)
{
  MnWord word = { first, first, first, 0, 0 };

  g_array_append_val (self->words, word);
  self->at_space = FALSE;
}

/* Appends to the word that is being made, or begins one after a space. */
static void
add_to_word (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes, gboolean stretches)
{
  MnWord *word;

  if (self->words->len == 0 || self->at_space)
    begin_word (self, self->tokens->len);
  add_token (self, face, utf8, n_bytes, stretches);
  word = &WORD (self, self->words->len - 1);
  word->width += TOKEN (self, self->tokens->len - 1).fragment->width;
  word->end = word->spaces_end = self->tokens->len;
}

/* Spaces at a paragraph's beginning are an indent made by hand; the style makes it. */
static void
add_space (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes)
{
  MnWord *word;

  if (self->words->len == 0)
    return;
  add_token (self, face, utf8, n_bytes, TRUE);
  word = &WORD (self, self->words->len - 1);
  word->space_width += TOKEN (self, self->tokens->len - 1).fragment->width;
  word->spaces_end = self->tokens->len;
  self->at_space = TRUE;
}

typedef enum
{
  CLASS_LETTER,
  CLASS_SPACE,
  CLASS_FIXED_SPACE, /* no line break there */
  CLASS_OBJECT,
} CharClass;

static CharClass
classify (gunichar c)
{
  switch (c)
    {
    case ' ':
    case '\t':
    case '\n':
    case 0x1680:
    case 0x200B:
    case 0x205F:
    case 0x3000:
      return CLASS_SPACE;
    case 0x00A0:
      return CLASS_FIXED_SPACE;
    case 0xFFFC:
      return CLASS_OBJECT;
    default:
      return c >= 0x2000 && c <= 0x200A && c != 0x2007 ? CLASS_SPACE : CLASS_LETTER;
    }
}

static void
add_segment (MnTypesetter *self, guint face, CharClass class, const char *utf8, gsize n_bytes)
{
  switch (class)
    {
    case CLASS_SPACE:
      if (*utf8 == '\t' || *utf8 == '\n')
        add_space (self, face, " ", 1);
      else
        add_space (self, face, utf8, n_bytes);
      break;
    case CLASS_FIXED_SPACE:
      /* Printed as a plain space, so that whoever searches the PDF finds it. */
      add_to_word (self, face, " ", 1, TRUE);
      break;
    case CLASS_LETTER:
      add_to_word (self, face, utf8, n_bytes, FALSE);
      break;
    case CLASS_OBJECT:
    default:
      break;
    }
}

/**
 * mn_typesetter_add:
 * @self: a typesetter
 * @face: of the shaper
 * @utf8: characters of the paragraph that follow those added so far
 * @n_bytes: their length
 */
void
mn_typesetter_add (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes)
{
  const char *end = utf8 + n_bytes;

  while (utf8 < end)
    {
      CharClass class = classify (g_utf8_get_char (utf8));
      const char *p = g_utf8_next_char (utf8);

      while (class == CLASS_LETTER && p < end && classify (g_utf8_get_char (p)) == CLASS_LETTER)
        p = g_utf8_next_char (p);
      add_segment (self, face, class, utf8, (gsize) (p - utf8));
      utf8 = p;
    }
}

/** mn_typesetter_add_label: a dash or number and a space that neither stretches nor breaks. */
void
mn_typesetter_add_label (MnTypesetter *self, guint face, const char *label)
{
  if (*label == '\0')
    return;
  add_to_word (self, face, label, strlen (label), FALSE);
  add_to_word (self, face, " ", 1, FALSE);
}

/* Where a word is parted that is wider than its line: at blanks that should hold, after hyphens and
 * slashes, or anywhere. */
typedef enum
{
  SPLIT_BLANKS,
  SPLIT_PARTS,
  SPLIT_LETTERS,
} Split;

static gboolean
ends_part (char c)
{
  return c == '-' || c == '/';
}

/* Appends the token's characters as words of their own, parted after hyphens and slashes, or at
 * every letter. A part that ends with neither goes on in the next token. */
static void
split_token (MnTypesetter *self, const MnFragment *whole, gboolean everywhere, gboolean *open)
{
  const char              *p = whole->utf8;
  const char              *end = p + whole->key.n_bytes;
  glong                    n_chars = g_utf8_strlen (p, whole->key.n_bytes);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);

  pango_get_log_attrs (p, (int) whole->key.n_bytes, -1, pango_language_from_string ("vi"), attrs,
                       (int) n_chars + 1);
  for (glong i = 0; p < end;)
    {
      const char *start = p;
      gboolean    ends = everywhere;

      do
        {
          ends = everywhere || ends_part (*p);
          p = g_utf8_next_char (p);
          i++;
        }
      while (p < end && !(ends && attrs[i].is_cursor_position));
      self->at_space = !*open;
      add_to_word (self, whole->key.face, start, (gsize) (p - start), FALSE);
      *open = !ends;
    }
}

static void
split_word (MnTypesetter *self, const MnTypesetter *source, const MnWord *word, Split split)
{
  gboolean open = FALSE;

  for (guint i = word->first; i < word->end; i++)
    {
      const Token      *token = &TOKEN (source, i);
      const MnFragment *whole = token->fragment;

      if (split != SPLIT_BLANKS)
        split_token (self, whole, split == SPLIT_LETTERS, &open);
      else if (token->stretches)
        add_space (self, whole->key.face, whole->utf8, whole->key.n_bytes);
      else
        add_to_word (self, whole->key.face, whole->utf8, whole->key.n_bytes, FALSE);
    }
  self->at_space = FALSE;
  for (guint i = word->end; i < word->spaces_end; i++)
    add_space (self, TOKEN (source, i).fragment->key.face, TOKEN (source, i).fragment->utf8,
               TOKEN (source, i).fragment->key.n_bytes);
  self->at_space = TRUE;
}

static void
copy_word (MnTypesetter *self, const MnTypesetter *source, const MnWord *word)
{
  MnWord copy = *word;

  copy.first = self->tokens->len;
  for (guint i = word->first; i < word->spaces_end; i++)
    {
      Token token = TOKEN (source, i);

      mn_fragment_ref (token.fragment);
      g_array_append_val (self->tokens, token);
    }
  copy.end = copy.first + (word->end - word->first);
  copy.spaces_end = self->tokens->len;
  g_array_append_val (self->words, copy);
  self->at_space = TRUE;
}

static gboolean
has_wide_word (const MnTypesetter *self, int limit)
{
  for (guint i = 0; i < self->words->len; i++)
    if (WORD (self, i).width > limit)
      return TRUE;
  return FALSE;
}

/* Does the paragraph over with words wider than the line in parts. */
static void
split_wide_words (MnTypesetter *self, int limit, Split how)
{
  MnTypesetter *split;
  MnTypesetter  old = *self;

  if (!has_wide_word (self, limit))
    return;
  split = mn_typesetter_new (self->shaper);
  for (guint i = 0; i < self->words->len; i++)
    {
      const MnWord *word = &WORD (self, i);

      if (word->width > limit)
        split_word (split, self, word, how);
      else
        copy_word (split, self, word);
    }
  self->tokens = split->tokens;
  self->words = split->words;
  split->tokens = old.tokens;
  split->words = old.words;
  mn_typesetter_free (split);
}

/* ---- what a line may not part --------------------------------------------------------------- */

/* A paragraph's syllables; @words says in which word each stands. */
typedef struct
{
  GPtrArray    *texts; /* of char */
  GArray       *words; /* of guint */
  GStringChunk *made;
} Syllables;

static void
syllables_clear (Syllables *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->words);
  g_string_chunk_free (self->made);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Syllables, syllables_clear)

/* Mostly a syllable is one token, whose letters need no copy. */
static void
add_syllable (const MnTypesetter *self, Syllables *syllables, guint word, guint first, guint end)
{
  if (first == end)
    return;
  if (end == first + 1)
    g_ptr_array_add (syllables->texts, TOKEN (self, first).fragment->utf8);
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = first; i < end; i++)
        g_string_append (text, TOKEN (self, i).fragment->utf8);
      g_ptr_array_add (syllables->texts, g_string_chunk_insert (syllables->made, text->str));
    }
  g_array_append_val (syllables->words, word);
}

static void
list_syllables (const MnTypesetter *self, Syllables *syllables)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const MnWord *word = &WORD (self, i);
      guint         first = word->first;

      for (guint j = word->first; j < word->end; j++)
        if (*TOKEN (self, j).fragment->utf8 == ' ')
          {
            add_syllable (self, syllables, i, first, j);
            first = j + 1;
          }
      add_syllable (self, syllables, i, first, word->end);
    }
}

static void
join (MnWord *word, const MnWord *next)
{
  word->width += word->space_width + next->width;
  word->end = next->end;
  word->spaces_end = next->spaces_end;
  word->space_width = next->space_width;
}

/* Makes one word of those that belong together, as long as a line holds it. */
static void
join_held_words (MnTypesetter *self, int limit)
{
  g_auto (Syllables)   syllables = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)),
                                     g_string_chunk_new (64) };
  g_autofree gboolean *held = NULL;
  guint                n = 0, syllable = 0;

  list_syllables (self, &syllables);
  held = g_new0 (gboolean, syllables.texts->len + 1);
  mn_glue ((const char *const *) syllables.texts->pdata, syllables.texts->len, held);
  for (guint i = 0; i < self->words->len; i++)
    {
      const MnWord next = WORD (self, i);
      MnWord      *last = n > 0 ? &WORD (self, n - 1) : NULL;

      if (last != NULL && syllable > 0 && held[syllable - 1] &&
          last->width + last->space_width + next.width <= limit)
        join (last, &next);
      else
        WORD (self, n++) = next;
      while (syllable < syllables.words->len &&
             g_array_index (syllables.words, guint, syllable) == i)
        syllable++;
    }
  g_array_set_size (self->words, n);
}

/* Room on line @line, in Pango units. */
static int
room_on (const MnMeasure *measure, guint line)
{
  double width = measure->width - (line == 0 ? measure->first_indent : 0);

  return (int) floor (width * PANGO_SCALE);
}

/* Tokens of the line that ends before word @end: without the spaces after it. */
static guint
last_token (const MnTypesetter *self, guint end)
{
  return WORD (self, end - 1).end;
}

static int
measure_tokens (const MnTypesetter *self, guint first, guint end, guint *n_stretch)
{
  int width = 0;

  *n_stretch = 0;
  for (guint i = first; i < end; i++)
    {
      width += TOKEN (self, i).fragment->width;
      *n_stretch += TOKEN (self, i).stretches ? 1 : 0;
    }
  return width;
}

static void
measure_height (MnLine *line, const MnFragment *fragment)
{
  line->ascent = MAX (line->ascent, (double) fragment->ascent / PANGO_SCALE);
  line->descent = MAX (line->descent, (double) fragment->descent / PANGO_SCALE);
}

/* Sets tokens side by side, @extra shared out among the spaces; the blank after the line's end, if
 * @has_blank, is drawn where nobody sees it: whoever copies the text or has it read needs it. */
static MnLine *
set_tokens (const MnTypesetter *self,
            guint               first,
            guint               end,
            int                 extra,
            guint               n_stretch,
            gboolean            has_blank)
{
  guint   n = end - first;
  guint   n_pieces = n + (has_blank ? 1 : 0);
  MnLine *line = g_malloc0 (sizeof (MnLine) + n_pieces * sizeof (MnPiece));
  int     x = 0;
  guint   stretched = 0;

  line->n_pieces = n_pieces;
  for (guint i = 0; i < n; i++)
    {
      const Token *token = &TOKEN (self, first + i);

      line->pieces[i].fragment = mn_fragment_ref (token->fragment);
      line->pieces[i].x = x + (n_stretch > 0 ? (int) ((gint64) extra * stretched / n_stretch) : 0);
      x += token->fragment->width;
      stretched += token->stretches ? 1 : 0;
      measure_height (line, token->fragment);
    }
  if (has_blank)
    line->pieces[n] = (MnPiece){ mn_fragment_ref (TOKEN (self, end).fragment), x + extra };
  line->width = (double) (x + extra) / PANGO_SCALE;
  return line;
}

static double
find_start (const MnMeasure *measure, double indent, double left)
{
  switch (measure->align)
    {
    case MN_ALIGN_CENTRE:
      return indent + left / 2;
    case MN_ALIGN_RIGHT:
      return indent + left;
    case MN_ALIGN_ROLE:
    case MN_ALIGN_LEFT:
    case MN_ALIGN_JUSTIFY:
    default:
      return indent;
    }
}

static MnLine *
set_line (const MnTypesetter *self, const MnMeasure *measure, guint line, guint from, guint to)
{
  gboolean is_last = to == self->words->len;
  guint    first = WORD (self, from).first;
  guint    end = last_token (self, to);
  guint    n_stretch;
  int      left = room_on (measure, line) - measure_tokens (self, first, end, &n_stretch);
  int      extra = 0;
  MnLine  *set;

  if (measure->align == MN_ALIGN_JUSTIFY && !is_last && n_stretch > 0)
    extra = MAX (0, left);
  set = set_tokens (self, first, end, extra, n_stretch,
                    !is_last && end < WORD (self, to - 1).spaces_end);
  set->x = find_start (measure, line == 0 ? measure->first_indent : 0,
                       MAX (0, left - extra) / (double) PANGO_SCALE);
  return set;
}

static void
set_lines (const MnTypesetter *self, const MnMeasure *measure, GPtrArray *lines)
{
  guint from = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      guint to = g_array_index (self->ends, guint, i);

      g_ptr_array_add (lines, set_line (self, measure, i, from, to));
      from = to;
    }
}

/**
 * mn_typesetter_finish:
 * @self: a typesetter
 * @measure: the shape
 * @lines: (element-type MnLine): where the lines go; at least one
 *
 * Sets what was added since the last call. A paragraph of nothing makes one empty line.
 */
void
mn_typesetter_finish (MnTypesetter *self, const MnMeasure *measure, GPtrArray *lines)
{
  int limit = MIN (room_on (measure, 0), room_on (measure, 1));

  split_wide_words (self, limit, SPLIT_BLANKS);
  split_wide_words (self, limit, SPLIT_PARTS);
  split_wide_words (self, limit, SPLIT_LETTERS);
  join_held_words (self, limit);
  if (self->words->len == 0)
    g_ptr_array_add (lines, set_tokens (self, 0, 0, 0, 0, FALSE));
  else if (measure->balance)
    mn_break_balanced (self->words, limit, self->ends);
  else
    mn_break_greedily (self->words, room_on (measure, 0), room_on (measure, 1), self->ends);
  set_lines (self, measure, lines);
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->words, 0);
  g_array_set_size (self->ends, 0);
  self->at_space = FALSE;
}
