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
  double cost;
  guint  from; /* first word of the last line */
} Way;

static void
try_way (Way *ways, guint from, guint to, double cost)
{
  const Way candidate = { ways[from].n_lines + 1, ways[from].cost + cost, from };

  if (ways[to].n_lines == 0 || candidate.n_lines < ways[to].n_lines ||
      (candidate.n_lines == ways[to].n_lines && candidate.cost < ways[to].cost))
    ways[to] = candidate;
}

static void
add_ends (const Way *ways, guint n_words, GArray *ends)
{
  guint first = ends->len;

  for (guint to = n_words; to > 0; to = ways[to].from)
    g_array_insert_val (ends, first, to);
}

/* ---- justified text ------------------------------------------------------------------------- */

/* A paragraph's last line shouldn't be one word shorter than this share of a line … */
#define MIN_LAST_SHARE 0.1
/* … unless the line above would have its blanks widened by as much more as this costs. */
#define SHORT_LAST_COST 1.0

/* Width of a blank of the paragraph. */
static double
find_blank (const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (WORD (words, i).spaces_end > WORD (words, i).end)
      return MAX (1, (double) WORD (words, i).space_width /
                         (WORD (words, i).spaces_end - WORD (words, i).end));
  return 1;
}

/* What a line looks like whose @n_gaps blanks take @left more than they need. One very loose line
 * is worse than several that are a little loose: hence the powers, which are those of TeX. */
static double
judge_gaps (double left, guint n_gaps, double blank)
{
  double stretch = left / (MAX (1, n_gaps) * blank);
  double badness = 0.1 + stretch * stretch * stretch;

  return badness * badness;
}

static void
try_even_lines_from (const GArray *words, guint from, int room, double blank, Way *ways)
{
  int   used = 0;
  guint n_gaps = 0;

  for (guint to = from + 1; to <= words->len; to++)
    {
      const MnWord *word = &WORD (words, to - 1);

      used += word->width;
      n_gaps += word->n_gaps;
      if (used > room && to > from + 1)
        return;
      if (to < words->len)
        try_way (ways, from, to, judge_gaps (MAX (0, room - used), n_gaps, blank));
      else
        try_way (ways, from, to,
                 to == from + 1 && used < MIN_LAST_SHARE * room ? SHORT_LAST_COST : 0);
      used += word->space_width;
      n_gaps += word->spaces_end - word->end;
    }
}

/**
 * mn_break_evenly:
 * @words: (element-type MnWord): a paragraph to be justified
 * @first_room: width of the first line
 * @room: width of the others
 * @ends: (element-type guint): where the result goes
 *
 * As few lines as mn_break_greedily() makes, and among the ways to get these the one whose blanks
 * are widened least: where a date or a name has to go to the next line, the lines above share what
 * it leaves.
 */
void
mn_break_evenly (const GArray *words, int first_room, int room, GArray *ends)
{
  g_autofree Way *ways = g_new0 (Way, words->len + 1);
  double          blank = find_blank (words);

  for (guint from = 0; from < words->len; from++)
    try_even_lines_from (words, from, from == 0 ? first_room : room, blank, ways);
  add_ends (ways, words->len, ends);
}

/* ---- titles --------------------------------------------------------------------------------- */

/* Tries all lines that begin with word @from. */
static void
try_lines_from (const GArray *words, guint from, int room, Way *ways)
{
  int used = 0;

  for (guint to = from + 1; to <= words->len; to++)
    {
      double left;

      used += WORD (words, to - 1).width;
      if (used > room && to > from + 1)
        return;
      left = MAX (0, room - used);
      try_way (ways, from, to, left * left);
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

  for (guint from = 0; from < words->len; from++)
    try_lines_from (words, from, room, ways);
  add_ends (ways, words->len, ends);
}
