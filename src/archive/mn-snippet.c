#include "mn-snippet.h"

#include <string.h>

#include "mn-clean.h"
#include "mn-fold.h"

#define MAX_TERMS 24
#define MAX_WORDS 48
#define CHARACTERS_BEFORE 50
#define CHARACTERS_AFTER 130

/** Word: a run of letters and digits, as the index cuts it. */
typedef struct
{
  gsize    start, end; /* bytes */
  char    *folded;     /* (owned) */
  gboolean found;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static GArray *
split_words (const char *text)
{
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, clear_word);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_in_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          g_autofree char *raw = g_strndup (start, (gsize) (p - start));
          Word word = { (gsize) (start - text), (gsize) (p - text), mn_fold (raw), FALSE };

          g_array_append_val (words, word);
        }
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  return words;
}

/* ---- query ---------------------------------------------------------------------------------- */

void
mn_term_free (MnTerm *self)
{
  g_strfreev (self->words);
  g_free (self);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB;
}

static void
add_term (GPtrArray *terms, const char *start, const char *end, gboolean prefix)
{
  g_autofree char   *raw = g_strndup (start, (gsize) (end - start));
  g_autofree char   *folded = mn_fold (raw);
  g_autoptr (GArray) words = split_words (folded);
  MnTerm            *term;

  if (words->len == 0 || terms->len == MAX_TERMS)
    return;
  term = g_new0 (MnTerm, 1);
  term->words = g_new0 (char *, MIN (words->len, MAX_WORDS) + 1);
  for (guint i = 0; i < MIN (words->len, MAX_WORDS); i++)
    term->words[i] = g_steal_pointer (&g_array_index (words, Word, i).folded);
  term->prefix = prefix;
  g_ptr_array_add (terms, term);
}

GPtrArray *
mn_query_parse (const char *typed)
{
  GPtrArray       *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_term_free);
  g_autofree char *text = mn_clean_text (typed, -1, MN_CLEAN_LINE);
  const char      *start = text;
  gboolean         quoted = FALSE;

  g_strchomp (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_quote (c) && (quoted || !g_unichar_isspace (c)))
        continue;
      add_term (terms, start, p, FALSE);
      start = g_utf8_next_char (p);
      if (is_quote (c))
        quoted = !quoted;
    }
  add_term (terms, start, text + strlen (text), TRUE);
  return terms;
}

/* ---- snippet -------------------------------------------------------------------------------- */

static gboolean
stands_at (GArray *words, guint at, const MnTerm *term)
{
  for (guint i = 0; term->words[i] != NULL; i++)
    {
      const Word *word;

      if (at + i >= words->len)
        return FALSE;
      word = &g_array_index (words, Word, at + i);
      if (term->prefix && term->words[i + 1] == NULL
              ? !g_str_has_prefix (word->folded, term->words[i])
              : strcmp (word->folded, term->words[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Returns the first word found, or 0. */
static guint
mark_found (GArray *words, GPtrArray *terms)
{
  guint first = words->len;

  for (guint t = 0; t < terms->len; t++)
    for (guint at = 0; at < words->len; at++)
      if (stands_at (words, at, terms->pdata[t]))
        {
          first = MIN (first, at);
          for (guint i = 0; ((MnTerm *) terms->pdata[t])->words[i] != NULL; i++)
            g_array_index (words, Word, at + i).found = TRUE;
        }
  return first < words->len ? first : 0;
}

static glong
count_characters (const char *raw, gsize start, gsize end)
{
  return g_utf8_strlen (raw + start, (gssize) (end - start));
}

/* Words found that only a blank parts are marked as one. */
static void
append_marked (GString *out, const char *raw, GArray *words, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gboolean    opens = word->found && (i == first || !g_array_index (words, Word, i - 1).found);
      gboolean    closes = word->found && (i == last || !g_array_index (words, Word, i + 1).found);
      gsize       next = i < last ? g_array_index (words, Word, i + 1).start : word->end;

      g_string_append (out, opens ? "\x02" : "");
      g_string_append_len (out, raw + word->start, (gssize) (word->end - word->start));
      g_string_append (out, closes ? "\x03" : "");
      g_string_append_len (out, raw + word->end, (gssize) (next - word->end));
    }
}

char *
mn_snippet_make (const char *raw, GPtrArray *terms)
{
  g_autoptr (GArray) words = split_words (raw);
  GString           *out = g_string_new (NULL);
  guint              found = mark_found (words, terms), first = found, last = found;
  gsize              from;

  if (words->len == 0)
    return g_string_free (out, FALSE);
  from = g_array_index (words, Word, found).start;
  while (first > 0 && count_characters (raw, g_array_index (words, Word, first - 1).start, from) <=
                          CHARACTERS_BEFORE)
    first--;
  while (last + 1 < words->len &&
         count_characters (raw, from, g_array_index (words, Word, last + 1).end) <=
             CHARACTERS_AFTER)
    last++;
  if (first > 0)
    g_string_append (out, "…");
  append_marked (out, raw, words, first, last);
  if (last + 1 < words->len)
    g_string_append (out, "…");
  g_strdelimit (out->str, "\n\t", ' ');
  return g_string_free (out, FALSE);
}
