#include <math.h>

#include "mn-typeset-private.h"

/* A line whose blanks would grow by more than so many times their width ends where its words end:
 * what can't be parted after it would tear it apart otherwise. */
#define MAX_STRETCH 2.5

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

/* Tokens side by side as wide as they are, and what of it can be widened. */
typedef struct
{
  int   width;
  int   blanks;
  guint n_blanks;
} Extent;

static Extent
measure_tokens (const MnTypesetter *self, guint first, guint end)
{
  Extent extent = { 0 };

  for (guint i = first; i < end; i++)
    {
      const MnToken *token = &MN_TOKEN (self, i);

      extent.width += token->fragment->width;
      extent.blanks += token->stretches ? token->fragment->width : 0;
      extent.n_blanks += token->stretches ? 1 : 0;
    }
  return extent;
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
  MnLine *line = g_malloc0 (sizeof (MnLine) + n_pieces * sizeof (MnPiece));
  int     x = 0;
  guint   stretched = 0;

  line->n_pieces = n_pieces;
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

/* What the blanks of a justified line share. */
static int
find_extra (const MnMeasure *measure, const Extent *extent, int left)
{
  if (measure->align != MN_ALIGN_JUSTIFY || extent->n_blanks == 0 || left < 0 ||
      left > MAX_STRETCH * extent->blanks)
    return 0;
  return left;
}

static MnLine *
set_line (const MnTypesetter *self, const MnMeasure *measure, guint line, guint from, guint to)
{
  gboolean is_last = to == self->words->len;
  guint    first = MN_WORD (self, from).first;
  guint    end = last_token (self, to);
  gboolean has_blank = !is_last && end < MN_WORD (self, to - 1).spaces_end;
  Extent   extent = measure_tokens (self, first, end);
  int      left = room_on (measure, line) - extent.width;
  int      extra = is_last ? 0 : find_extra (measure, &extent, left);
  MnLine  *set = set_tokens (self, first, end, extra, extent.n_blanks, has_blank);

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
  if (self->words->len == 0)
    g_ptr_array_add (lines, set_tokens (self, 0, 0, 0, 0, FALSE));
  find_ends (self, measure);
  set_lines (self, measure, lines);
  g_array_set_size (self->tokens, 0);
  g_array_set_size (self->words, 0);
  g_array_set_size (self->ends, 0);
  self->at_space = FALSE;
}
