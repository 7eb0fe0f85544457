#include <math.h>

#include "mn-unit.h"

/* No column is narrower, whatever a form asks for. */
#define MIN_WIDTH 12.0

/* Of a page's height: the rest is for what stands above it on the page that it heads. */
#define MAX_PICTURE_SHARE 0.7

static guint
count_children (const MnBlock *block)
{
  return block->children != NULL ? block->children->len : 0;
}

/* From where to where the last line of type in @strip reaches. */
static const MnLine *
find_last_line (const MnStrip *strip)
{
  const MnLine *last = strip->lines;

  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    if (line->baseline >= last->baseline)
      last = line;
  return last;
}

static double
find_descent (const MnLayout *self, const MnLine *line)
{
  if (line->n_pieces == 0)
    return 0;
  return (double) mn_shaper_get_face (self->shaper, line->pieces[0].fragment->key.face)->descent /
         PANGO_SCALE;
}

/* A stroke under the last line in @strips, which grows by it. Without a line above there is nothing
 * to be as long as. */
static void
add_rule (MnLayout *self, const MnBlock *rule, GArray *strips)
{
  const MnStyle *style = self->style;
  MnStrip       *strip;
  const MnLine  *line;
  double         length, middle, y;

  if (strips->len == 0)
    return;
  strip = &g_array_index (strips, MnStrip, strips->len - 1);
  line = find_last_line (strip);
  if (line == NULL || line->n_pieces == 0)
    return;
  length = line->width * (rule->width > 0 ? rule->width : 1);
  middle = line->x + line->width / 2;
  y = line->baseline + find_descent (self, line) + style->rule_gap + style->rule_weight / 2;
  mn_strip_add_stroke (strip, middle - length / 2, middle + length / 2, y, style->rule_weight);
  strip->height = MAX (strip->height, y + style->rule_weight / 2 + style->rule_gap);
}

static void
add_gap (MnLayout *self, const MnBlock *gap, GArray *strips)
{
  MnStrip strip = { 0 };

  strip.height = MIN (self->style->roles[gap->role].height, self->height);
  g_array_append_val (strips, strip);
}

/* In the middle, and low enough for a heading above and a caption below. Its line bears no type and
 * stands on the picture's lower edge. */
static void
add_picture (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  const MnRoleStyle *role = &self->style->roles[block->role];
  MnStrip            strip = { 0 };
  MnLine            *line;

  if (block->picture == NULL)
    return;
  line = mn_line_new (0);
  mn_picture_get_size (block->picture, width, self->height * MAX_PICTURE_SHARE, &line->width,
                       &line->baseline);
  line->x = x + (width - line->width) / 2;
  line->block = block;
  strip.lines = line;
  strip.height = line->baseline;
  strip.space = role->space_before;
  strip.space_after = role->space_after;
  g_array_append_val (strips, strip);
}

static gboolean
has_shares (const MnBlock *block)
{
  double sum = 0;

  for (guint i = 0; i < block->children->len; i++)
    {
      const MnBlock *child = block->children->pdata[i];

      if (!(child->width > 0))
        return FALSE;
      sum += child->width;
    }
  return sum <= 1.001;
}

/* Two columns without widths are shared out as the style says. */
static double
find_share (MnLayout *self, const MnBlock *block, guint i, gboolean shares)
{
  guint n = block->children->len;

  if (shares)
    return ((MnBlock *) block->children->pdata[i])->width;
  if (n == 2)
    return i == 0 ? self->style->left_share : 1 - self->style->left_share;
  return 1.0 / n;
}

/* ---- signatures side by side ---------------------------------------------------------------- */

/* How far down the room for the hand begins in a flow; where @column has none it is negative. */
static double
find_hand (const MnBlock *column, const GArray *flow, guint *strip)
{
  double y = 0;
  guint  n_gaps = 0;

  for (guint i = 0; i < count_children (column); i++)
    {
      const MnBlock *child = column->children->pdata[i];

      n_gaps += child->kind == MN_BLOCK_GAP && child->role == MN_ROLE_SIGNATURE_GAP ? 1 : 0;
    }
  for (*strip = 0; n_gaps == 1 && *strip < flow->len; (*strip)++)
    {
      const MnStrip *at = &g_array_index (flow, MnStrip, *strip);

      if (at->lines == NULL && at->strokes == NULL)
        return y;
      y += (*strip > 0 ? at->space : 0) + at->height + at->space_after;
    }
  return -1;
}

/* Those who sign side by side have their names on one line, whatever stands above their hands. */
static void
level_hands (const MnBlock *block, GPtrArray *flows)
{
  double lowest = 0;
  guint  strip;

  for (guint i = 0; i < flows->len; i++)
    lowest = MAX (lowest, find_hand (block->children->pdata[i], flows->pdata[i], &strip));
  for (guint i = 0; i < flows->len; i++)
    {
      double y = find_hand (block->children->pdata[i], flows->pdata[i], &strip);

      if (y >= 0)
        g_array_index ((GArray *) flows->pdata[i], MnStrip, strip).height += lowest - y;
    }
}

static void
layout_columns (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint                 n = count_children (block);
  gboolean              shares = n > 0 && has_shares (block);
  double                gap = self->style->column_gap / 2;

  for (guint i = 0; i < n; i++)
    {
      double  column = width * find_share (self, block, i, shares);
      double  left = i > 0 ? gap : 0;
      double  right = i + 1 < n ? gap : 0;
      GArray *flow = mn_strips_new ();

      mn_layout_block (self, block->children->pdata[i], x + left,
                       MAX (column - left - right, MIN_WIDTH), flow);
      g_ptr_array_add (flows, flow);
      x += column;
    }
  level_hands (block, flows);
  mn_strips_merge (flows, self->height, strips);
}

static void
layout_stack (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  for (guint i = 0; i < count_children (block); i++)
    mn_layout_block (self, block->children->pdata[i], x, width, strips);
}

/* ---- boxes ---------------------------------------------------------------------------------- */

/* What a line needs with the indents of its role. */
static double
find_needed (const MnLayout *self, const MnLine *line)
{
  const MnRoleStyle *role = line->block != NULL ? &self->style->roles[line->block->role] : NULL;

  if (role == NULL)
    return line->width;
  return line->width + role->first_indent + role->left_indent * MAX (1, line->block->level);
}

static double
find_widest (const MnLayout *self, const GArray *strips)
{
  double widest = 0;

  for (guint i = 0; i < strips->len; i++)
    for (const MnLine *line = g_array_index (strips, MnStrip, i).lines; line; line = line->next)
      widest = MAX (widest, find_needed (self, line));
  return widest;
}

static double
find_frame_start (const MnRoleStyle *role, MnAlign align, double x, double room)
{
  switch (align != MN_ALIGN_ROLE ? align : role->align)
    {
    case MN_ALIGN_RIGHT:
      return x + room;
    case MN_ALIGN_CENTRE:
      return x + room / 2;
    case MN_ALIGN_ROLE:
    case MN_ALIGN_LEFT:
    case MN_ALIGN_JUSTIFY:
    default:
      return x;
    }
}

/* The stack in @inner becomes one strip, in the middle of a box @height high, or padded if 0. */
static void
box_up (MnLayout *self, GPtrArray *inner, double height, GArray *strips)
{
  MnStrip *strip;
  double   shift;

  mn_strips_merge (inner, G_MAXDOUBLE, strips);
  strip = &g_array_index (strips, MnStrip, strips->len - 1);
  height = height > 0 ? MAX (height, strip->height)
                      : strip->height + 2 * self->style->cell_padding_y;
  shift = (height - strip->height) / 2;
  for (MnLine *line = strip->lines; line != NULL; line = line->next)
    line->baseline += shift;
  for (MnStroke *stroke = strip->strokes; stroke != NULL; stroke = stroke->next)
    stroke->y += shift;
  strip->height = height;
}

static GPtrArray *
stack_children (MnLayout *self, const MnBlock *block, double x, double width)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray    *flow = mn_strips_new ();

  for (guint i = 0; i < count_children (block); i++)
    mn_layout_block (self, block->children->pdata[i], x, width, flow);
  g_ptr_array_add (flows, flow);
  return flows;
}

/* As wide as asked for, or as its text if that is wider; never wider than there is room. */
static void
layout_frame (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  const MnRoleStyle    *role = &self->style->roles[block->role];
  double                padding = self->style->cell_padding_x;
  double                most = MAX (width - 2 * padding, MIN_WIDTH);
  double                box = MN_MM_TO_PT (block->width);
  g_autoptr (GPtrArray) flows = stack_children (self, block, x, most);
  MnStroke             *frame;
  MnStrip              *strip;

  box = MIN (MAX (box, find_widest (self, flows->pdata[0]) + 2 * padding), MAX (width, MIN_WIDTH));
  x = find_frame_start (role, block->align, x, MAX (0, width - box));
  g_ptr_array_unref (flows);
  flows = stack_children (self, block, x + padding, MAX (box - 2 * padding, MIN_WIDTH) + 0.01);
  box_up (self, flows, MN_MM_TO_PT (block->height), strips);
  strip = &g_array_index (strips, MnStrip, strips->len - 1);
  strip->space = role->space_before;
  strip->space_after = role->space_after;
  frame = mn_strip_add_stroke (strip, x, x + box, 0, self->style->rule_weight);
  frame->height = strip->height;
  frame->red = role->red;
}

/** mn_layout_block: appends the strips of any block, set into @width from @x on. */
void
mn_layout_block (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  switch (block->kind)
    {
    case MN_BLOCK_COLUMNS:
    case MN_BLOCK_ROW:
      layout_columns (self, block, x, width, strips);
      break;
    case MN_BLOCK_COLUMN:
    case MN_BLOCK_TABLE:
      layout_stack (self, block, x, width, strips);
      break;
    case MN_BLOCK_RULE:
      add_rule (self, block, strips);
      break;
    case MN_BLOCK_GAP:
      add_gap (self, block, strips);
      break;
    case MN_BLOCK_FRAME:
      layout_frame (self, block, x, width, strips);
      break;
    case MN_BLOCK_PICTURE:
      add_picture (self, block, x, width, strips);
      break;
    case MN_BLOCK_SECTION: /* it only begins pages */
      break;
    case MN_BLOCK_MARK: /* elsewhere than on its own it is a stack */
    case MN_BLOCK_PARAGRAPH:
    default:
      mn_layout_paragraph (self, block, x, width, strips);
      break;
    }
}

/* An empty row is as high as one line. */
static double
find_row_height (MnLayout *self)
{
  const MnRoleStyle *role = &self->style->roles[MN_ROLE_TABLE_CELL];

  return role->pitch > 0 ? role->pitch : role->size;
}

static void
pad_row (MnLayout *self, GArray *strips, guint first)
{
  double   padding = self->style->cell_padding_y;
  MnStrip *top = &g_array_index (strips, MnStrip, first);
  MnStrip *bottom = &g_array_index (strips, MnStrip, strips->len - 1);

  for (MnLine *line = top->lines; line != NULL; line = line->next)
    line->baseline += padding;
  for (MnStroke *stroke = top->strokes; stroke != NULL; stroke = stroke->next)
    stroke->y += padding;
  top->height = MAX (top->height, find_row_height (self)) + padding;
  bottom->height += padding;
  bottom->ends_row = TRUE;
}

/* The grid is drawn without gaps: what lies between two lines of a divided row belongs to them. */
static void
close_spaces (GArray *strips, guint first)
{
  for (guint i = first; i < strips->len; i++)
    {
      MnStrip *strip = &g_array_index (strips, MnStrip, i);

      for (MnLine *line = strip->lines; line != NULL; line = line->next)
        line->baseline += strip->space;
      for (MnStroke *stroke = strip->strokes; stroke != NULL; stroke = stroke->next)
        stroke->y += strip->space;
      strip->height += strip->space + strip->space_after;
      strip->space = strip->space_after = 0;
    }
}

static void
number_cell (GArray *flow, guint cell)
{
  for (guint i = 0; i < flow->len; i++)
    for (MnLine *line = g_array_index (flow, MnStrip, i).lines; line != NULL; line = line->next)
      line->cell = cell;
}

/* Above and below a row's type; close_spaces() makes it part of the row. */
static double
find_outer_space (GPtrArray *flows)
{
  double above = 0, below = 0;

  for (guint i = 0; i < flows->len; i++)
    {
      const GArray *flow = flows->pdata[i];

      if (flow->len == 0)
        continue;
      above = MAX (above, g_array_index (flow, MnStrip, 0).space);
      below = MAX (below, g_array_index (flow, MnStrip, flow->len - 1).space_after);
    }
  return above + below;
}

/**
 * mn_layout_row:
 * @self: a layout
 * @row: a ROW block
 * @edges: (element-type double): the table's vertical lines
 * @limit: height of a page below the table's heading
 * @strips: where the row goes: one strip, or several if it is taller than @limit
 */
void
mn_layout_row (MnLayout      *self,
               const MnBlock *row,
               const GArray  *edges,
               double         limit,
               GArray        *strips)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double                padding = self->style->cell_padding_x;
  guint                 n_cells = MIN (count_children (row), edges->len - 1);
  guint                 first = strips->len;

  for (guint i = 0; i < n_cells; i++)
    {
      guint   end = i + 1 < n_cells ? i + 1 : edges->len - 1;
      double  left = g_array_index (edges, double, i) + padding;
      double  right = g_array_index (edges, double, end) - padding;
      GArray *flow = mn_strips_new ();

      mn_layout_block (self, row->children->pdata[i], left, MAX (right - left, MIN_WIDTH), flow);
      number_cell (flow, i);
      g_ptr_array_add (flows, flow);
    }
  limit -= 2 * self->style->cell_padding_y + find_outer_space (flows);
  mn_strips_merge (flows, limit, strips);
  close_spaces (strips, first);
  pad_row (self, strips, first);
  for (guint i = first; n_cells + 1 < edges->len && i < strips->len; i++)
    g_array_index (strips, MnStrip, i).n_cells = n_cells;
}
