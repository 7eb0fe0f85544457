#include "mn-break.h"

#define WORD(words, i) g_array_index (words, MnWord, i)

/**
 * mn_break_greedily:
 * @words: (element-type MnWord): a paragraph
 * @first_room: width of the first line
 * @room: width of the others
 * @ends: (element-type guint): where the result goes
 *
 * Fills line after line. A word that is wider than its line has it alone.
 */
void
mn_break_greedily (const GArray *words, int first_room, int room, GArray *ends)
{
  int used = 0;

  for (guint i = 0; i < words->len; i++)
    {
      int width = WORD (words, i).width;

      if (i > 0)
        width += WORD (words, i - 1).space_width;
      if (i > 0 && used + width > (ends->len == 0 ? first_room : room))
        {
          g_array_append_val (ends, i);
          used = WORD (words, i).width;
        }
      else
        used += width;
    }
  if (words->len > 0)
    g_array_append_val (ends, words->len);
}

/* The best way found to set all words before one. */
typedef struct
{
  guint  n_lines;
  double raggedness; /* sum of the squares of what is left on each line */
  guint  from;       /* first word of the last line */
} Way;

static void
try_way (Way *ways, guint from, guint to, double left)
{
  const Way candidate = { ways[from].n_lines + 1, ways[from].raggedness + left * left, from };

  if (ways[to].n_lines == 0 || candidate.n_lines < ways[to].n_lines ||
      (candidate.n_lines == ways[to].n_lines && candidate.raggedness < ways[to].raggedness))
    ways[to] = candidate;
}

/* Tries all lines that begin with word @from. */
static void
try_lines_from (const GArray *words, guint from, int room, Way *ways)
{
  int used = 0;

  for (guint to = from + 1; to <= words->len; to++)
    {
      used += WORD (words, to - 1).width;
      if (used > room && to > from + 1)
        return;
      try_way (ways, from, to, MAX (0, room - used));
      used += WORD (words, to - 1).space_width;
    }
}

/**
 * mn_break_balanced:
 * @words: (element-type MnWord): a title
 * @room: width of a line
 * @ends: (element-type guint): where the result goes
 *
 * Fewest lines, and among the ways to get these the one that leaves the lines most alike.
 */
void
mn_break_balanced (const GArray *words, int room, GArray *ends)
{
  g_autofree Way *ways = g_new0 (Way, words->len + 1);
  guint           first = ends->len;

  for (guint from = 0; from < words->len; from++)
    try_lines_from (words, from, room, ways);
  for (guint to = words->len; to > 0; to = ways[to].from)
    g_array_insert_val (ends, first, to);
}
