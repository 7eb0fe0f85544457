#include "mn-glue.h"
#include "mn-sense.h"
#include "mn-typeset-private.h"

/* A phrase of a title is held together that takes no more of a line. */
#define PHRASE_SHARE 0.85

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
    g_ptr_array_add (syllables->texts, MN_TOKEN (self, first).fragment->utf8);
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = first; i < end; i++)
        g_string_append (text, MN_TOKEN (self, i).fragment->utf8);
      g_ptr_array_add (syllables->texts, g_string_chunk_insert (syllables->made, text->str));
    }
  g_array_append_val (syllables->words, word);
}

static void
list_syllables (const MnTypesetter *self, Syllables *syllables)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const MnWord *word = &MN_WORD (self, i);
      guint         first = word->first;

      for (guint j = word->first; j < word->end; j++)
        if (*MN_TOKEN (self, j).fragment->utf8 == ' ')
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
  word->n_gaps += word->spaces_end - word->end + next->n_gaps;
  word->end = next->end;
  word->spaces_end = next->spaces_end;
  word->space_width = next->space_width;
}

/** mn_typesetter_join_held_words: makes one word of those that a line may not part. */
void
mn_typesetter_join_held_words (MnTypesetter *self, int limit)
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
      const MnWord next = MN_WORD (self, i);
      MnWord      *last = n > 0 ? &MN_WORD (self, n - 1) : NULL;

      if (last != NULL && syllable > 0 && held[syllable - 1] &&
          last->width + last->space_width + next.width <= limit)
        join (last, &next);
      else
        MN_WORD (self, n++) = next;
      while (syllable < syllables.words->len &&
             g_array_index (syllables.words, guint, syllable) == i)
        syllable++;
    }
  g_array_set_size (self->words, n);
}

/* ---- titles --------------------------------------------------------------------------------- */

/** Phrases: words of a title, and how good it is to end a line before each. */
typedef struct
{
  MnTypesetter *typesetter;
  MnSense      *before;
  int           limit;
} Phrases;

static int
measure_words (const Phrases *self, guint from, guint to)
{
  int width = 0;

  for (guint i = from; i < to; i++)
    width += MN_WORD (self->typesetter, i).width +
             (i > from ? MN_WORD (self->typesetter, i - 1).space_width : 0);
  return width;
}

/* Words from @from to @to are held as one if there is room for it, else part by part. */
static void
hold_phrase (Phrases *self, guint from, guint to, MnSense level)
{
  guint start = from;

  if (measure_words (self, from, to) <= self->limit)
    {
      for (guint i = from + 1; i < to; i++)
        self->before[i] = MN_SENSE_HELD;
      return;
    }
  if (level == MN_SENSE_HELD)
    return;
  for (guint i = from + 1; i <= to; i++)
    if (i == to || self->before[i] >= level)
      {
        hold_phrase (self, start, i, (MnSense) (level - 1));
        start = i;
      }
}

static void
join_phrases (Phrases *self, int room)
{
  MnTypesetter *typesetter = self->typesetter;
  guint         n = 0;

  for (guint i = 0; i < typesetter->words->len; i++)
    {
      const MnWord next = MN_WORD (typesetter, i);
      MnWord      *last = n > 0 ? &MN_WORD (typesetter, n - 1) : NULL;

      if (last != NULL && self->before[i] == MN_SENSE_HELD &&
          last->width + last->space_width + next.width <= room)
        join (last, &next);
      else
        MN_WORD (typesetter, n++) = next;
    }
  g_array_set_size (typesetter->words, n);
}

/** mn_typesetter_join_phrases: what a line of a title shouldn't part, as far as there is room. */
void
mn_typesetter_join_phrases (MnTypesetter *self, int limit)
{
  g_auto (Syllables)  syllables = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)),
                                    g_string_chunk_new (64) };
  g_autofree MnSense *of_syllables = NULL;
  g_autofree MnSense *before = g_new0 (MnSense, self->words->len + 1);
  Phrases             phrases = { self, before, (int) (limit * PHRASE_SHARE) };

  list_syllables (self, &syllables);
  of_syllables = g_new0 (MnSense, syllables.texts->len + 1);
  mn_sense ((const char *const *) syllables.texts->pdata, syllables.texts->len, of_syllables);
  for (guint i = syllables.texts->len; i-- > 0;) /* the first syllable of each word counts */
    before[g_array_index (syllables.words, guint, i)] = of_syllables[i];
  hold_phrase (&phrases, 0, self->words->len, MN_SENSE_STRONG);
  join_phrases (&phrases, limit);
}
