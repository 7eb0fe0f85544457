#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnWord: what no line break goes into, with the spaces that follow it. Pango units. */
typedef struct
{
  guint first, end; /* tokens of the word */
  guint spaces_end; /* tokens [end, spaces_end) are spaces */
  guint n_gaps;     /* spaces inside the word that stretch: it holds several */
  int   width;
  int   space_width;
} MnWord;

/* All append to @ends, for each line, one past its last word (of guint). */
void mn_break_greedily (const GArray *words, int first_room, int room, GArray *ends);
void mn_break_evenly (const GArray *words, int first_room, int room, GArray *ends);
void mn_break_balanced (const GArray *words, int room, GArray *ends);

G_END_DECLS
