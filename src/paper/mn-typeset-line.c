#include <math.h>

#include "mn-typeset-private.h"

MnLine *
mn_line_new (guint n_pieces)
{
  MnLine *self = g_malloc0 (sizeof (MnLine) + n_pieces * sizeof (MnPiece));

  self->n_pieces = n_pieces;
  return self;
}

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
  return MN_WORD (self, end - 1).end;
}

/* How wide tokens are side by side; @n_stretch of them can be widened. */
static int
measure_tokens (const MnTypesetter *self, guint first, guint end, guint *n_stretch)
{
  int width = 0;

  *n_stretch = 0;
  for (guint i = first; i < end; i++)
    {
      width += MN_TOKEN (self, i).fragment->width;
      *n_stretch += MN_TOKEN (self, i).stretches ? 1 : 0;
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
  MnLine *line = mn_line_new (n_pieces);
  int     x = 0;
  guint   stretched = 0;

  for (guint i = 0; i < n; i++)
    {
      const MnToken *token = &MN_TOKEN (self, first + i);

      line->pieces[i].fragment = mn_fragment_ref (token->fragment);
      line->pieces[i].x = x + (n_stretch > 0 ? (int) ((gint64) extra * stretched / n_stretch) : 0);
      x += token->fragment->width;
      stretched += token->stretches ? 1 : 0;
      measure_height (line, token->fragment);
    }
  if (has_blank)
    line->pieces[n] = (MnPiece){ mn_fragment_ref (MN_TOKEN (self, end).fragment), x + extra };
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
  guint    first = MN_WORD (self, from).first;
  guint    end = last_token (self, to);
  gboolean has_blank = !is_last && end < MN_WORD (self, to - 1).spaces_end;
  guint    n_stretch;
  int      left = room_on (measure, line) - measure_tokens (self, first, end, &n_stretch);
  gboolean stretches = measure->align == MN_ALIGN_JUSTIFY && !is_last && n_stretch > 0;
  int      extra = stretches ? MAX (0, left) : 0;
  MnLine  *set = set_tokens (self, first, end, extra, n_stretch, has_blank);

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

static void
find_ends (MnTypesetter *self, const MnMeasure *measure)
{
  int first_room = room_on (measure, 0);
  int room = room_on (measure, 1);

  if (measure->balance)
    mn_break_balanced (self->words, MIN (first_room, room), self->ends);
  else if (measure->align == MN_ALIGN_JUSTIFY)
    mn_break_evenly (self->words, first_room, room, self->ends);
  else
    mn_break_greedily (self->words, first_room, room, self->ends);
}

static void
forget (MnTypesetter *self)
{
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->words, 0);
  g_array_set_size (self->ends, 0);
  self->at_space = FALSE;
}

static guint
count_lines (MnTypesetter *self, int room)
{
  guint n;

  mn_break_greedily (self->words, room, room, self->ends);
  n = self->ends->len;
  g_array_set_size (self->ends, 0);
  return n;
}

/* The least room, more than @from, in which there are no more lines than in @to. */
static int
find_narrowest (MnTypesetter *self, int from, int to)
{
  guint n_lines = count_lines (self, to);

  while (from < to)
    {
      int middle = from + (to - from) / 2;

      if (count_lines (self, middle) > n_lines)
        from = middle + 1;
      else
        to = middle;
    }
  return to;
}

/**
 * mn_typesetter_measure:
 * @self: a typesetter
 * @most: the most room that there may be
 *
 * Measures what was added since the last call, instead of setting it.
 *
 * Returns: the least room in which it takes no more lines than in @most, and in which no word is
 *   parted, even if that is more. Points; 0 for nothing.
 */
double
mn_typesetter_measure (MnTypesetter *self, double most)
{
  int limit = (int) floor (MAX (0, most) * PANGO_SCALE);
  int piece = 0, room;

  mn_typesetter_join_held_words (self, limit);
  for (guint i = 0; i < self->words->len; i++)
    piece = MAX (piece, MN_WORD (self, i).width);
  room = piece < limit ? find_narrowest (self, piece, limit) : piece;
  forget (self);
  return (double) room / PANGO_SCALE;
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

  mn_typesetter_split_wide_words (self, limit);
  mn_typesetter_join_held_words (self, limit);
  if (measure->balance)
    mn_typesetter_join_phrases (self, limit);
  if (self->words->len == 0)
    g_ptr_array_add (lines, set_tokens (self, 0, 0, 0, 0, FALSE));
  find_ends (self, measure);
  set_lines (self, measure, lines);
  forget (self);
}
