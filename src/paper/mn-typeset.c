#include <string.h>

#include "mn-typeset-private.h"

static void
clear_token (gpointer data)
{
  g_clear_pointer (&((MnToken *) data)->fragment, mn_fragment_unref);
}

MnTypesetter *
mn_typesetter_new (MnShaper *shaper)
{
  MnTypesetter *self = g_new0 (MnTypesetter, 1);

  self->shaper = shaper;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (MnToken));
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
  MnToken token = { mn_shaper_shape (self->shaper, face, utf8, n_bytes), stretches };

  g_array_append_val (self->tokens, token);
}

static void
begin_word (MnTypesetter *self, guint first)
{
  MnWord word = { first, first, first, 0, 0, 0 };

  g_array_append_val (self->words, word);
  self->at_space = FALSE;
}

/** mn_typesetter_add_to_word: appends to the word that is being made, or begins one after a space.
 */
void
mn_typesetter_add_to_word (MnTypesetter *self,
                           guint         face,
                           const char   *utf8,
                           gsize         n_bytes,
                           gboolean      stretches)
{
  MnWord *word;

  if (self->words->len == 0 || self->at_space)
    begin_word (self, self->tokens->len);
  add_token (self, face, utf8, n_bytes, stretches);
  word = &MN_WORD (self, self->words->len - 1);
  word->width += MN_TOKEN (self, self->tokens->len - 1).fragment->width;
  word->end = word->spaces_end = self->tokens->len;
  word->n_gaps += stretches ? 1 : 0;
}

/** mn_typesetter_add_space: spaces at a paragraph's beginning are an indent made by hand; the style
 * makes it. */
void
mn_typesetter_add_space (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes)
{
  MnWord *word;

  if (self->words->len == 0)
    return;
  add_token (self, face, utf8, n_bytes, TRUE);
  word = &MN_WORD (self, self->words->len - 1);
  word->space_width += MN_TOKEN (self, self->tokens->len - 1).fragment->width;
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
        mn_typesetter_add_space (self, face, " ", 1);
      else
        mn_typesetter_add_space (self, face, utf8, n_bytes);
      break;
    case CLASS_FIXED_SPACE:
      /* Printed as a plain space, so that whoever searches the PDF finds it. */
      mn_typesetter_add_to_word (self, face, " ", 1, TRUE);
      break;
    case CLASS_LETTER:
      mn_typesetter_add_to_word (self, face, utf8, n_bytes, FALSE);
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
  mn_typesetter_add_to_word (self, face, label, strlen (label), FALSE);
  mn_typesetter_add_to_word (self, face, " ", 1, FALSE);
}
