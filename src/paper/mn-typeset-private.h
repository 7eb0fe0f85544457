#pragma once

#include "mn-break.h"
#include "mn-typeset.h"

G_BEGIN_DECLS

/** MnToken: a part of a paragraph that is set as one: letters of one face, or one space. */
typedef struct
{
  MnFragment *fragment; /* (owned) */
  gboolean    stretches;
} MnToken;

struct _MnTypesetter
{
  MnShaper *shaper; /* (borrowed) */
  GArray   *tokens; /* (owned) of MnToken */
  GArray   *words;  /* (owned) of MnWord */
  GArray   *ends;   /* (owned) of guint: one past the last word of each line */
  gboolean  at_space;
};

#define MN_TOKEN(self, i) g_array_index ((self)->tokens, MnToken, i)
#define MN_WORD(self, i) g_array_index ((self)->words, MnWord, i)

void mn_typesetter_add_to_word (MnTypesetter *self,
                                guint         face,
                                const char   *utf8,
                                gsize         n_bytes,
                                gboolean      stretches);
void mn_typesetter_add_space (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes);

/* Words wider than @limit become several; words that belong together one, as long as it is no wider
 * than @limit. Pango units. */
void mn_typesetter_split_wide_words (MnTypesetter *self, int limit);
void mn_typesetter_join_held_words (MnTypesetter *self, int limit);
/* The same with what is read as one phrase, for titles. */
void mn_typesetter_join_phrases (MnTypesetter *self, int limit);

G_END_DECLS
