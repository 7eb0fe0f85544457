#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnTerm: words that must stand side by side; of the last one only its beginning if @prefix. */
typedef struct
{
  char   **words; /* folded */
  gboolean prefix;
} MnTerm;

void mn_term_free (MnTerm *self);

/* What the user typed, as terms: words, and words in quotes together; the last word may go on. At
 * most as many as one can mean. of MnTerm */
GPtrArray *mn_query_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/* A line of @raw around the first words found, all found ones between "\x02" and "\x03". */
char *mn_snippet_make (const char *raw, GPtrArray *terms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
