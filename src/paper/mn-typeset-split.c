#include "mn-typeset-private.h"

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
      mn_typesetter_add_to_word (self, whole->key.face, start, (gsize) (p - start), FALSE);
      *open = !ends;
    }
}

static void
split_word (MnTypesetter *self, const MnTypesetter *source, const MnWord *word, Split split)
{
  gboolean open = FALSE;

  for (guint i = word->first; i < word->end; i++)
    {
      const MnToken    *token = &MN_TOKEN (source, i);
      const MnFragment *whole = token->fragment;

      if (split != SPLIT_BLANKS)
        split_token (self, whole, split == SPLIT_LETTERS, &open);
      else if (token->stretches)
        mn_typesetter_add_space (self, whole->key.face, whole->utf8, whole->key.n_bytes);
      else
        mn_typesetter_add_to_word (self, whole->key.face, whole->utf8, whole->key.n_bytes, FALSE);
    }
  self->at_space = FALSE;
  for (guint i = word->end; i < word->spaces_end; i++)
    mn_typesetter_add_space (self, MN_TOKEN (source, i).fragment->key.face,
                             MN_TOKEN (source, i).fragment->utf8,
                             MN_TOKEN (source, i).fragment->key.n_bytes);
  self->at_space = TRUE;
}

static void
copy_word (MnTypesetter *self, const MnTypesetter *source, const MnWord *word)
{
  MnWord copy = *word;

  copy.first = self->tokens->len;
  for (guint i = word->first; i < word->spaces_end; i++)
    {
      MnToken token = MN_TOKEN (source, i);

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
    if (MN_WORD (self, i).width > limit)
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
      const MnWord *word = &MN_WORD (self, i);

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

/** mn_typesetter_split_wide_words: parts them where it hurts least, and anywhere at last. */
void
mn_typesetter_split_wide_words (MnTypesetter *self, int limit)
{
  split_wide_words (self, limit, SPLIT_BLANKS);
  split_wide_words (self, limit, SPLIT_PARTS);
  split_wide_words (self, limit, SPLIT_LETTERS);
}
