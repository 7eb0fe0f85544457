#include "mn-unit.h"

/* A heading that takes more of the page than this isn't repeated. */
#define MAX_HEAD_SHARE 0.4
#define MAX_LAST_ROW_SHARE 0.5

static guint
count_children (const MnBlock *block)
{
  return block->children != NULL ? block->children->len : 0;
}

static void
layout_head (MnUnit *self, MnLayout *layout, const MnBlock *table, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      guint first = self->strips->len;

      g_array_append_val (self->rows, first);
      mn_layout_row (layout, table->children->pdata[i], self->edges, layout->height, self->strips);
    }
  if (mn_strips_get_height (self->strips) > MAX_HEAD_SHARE * layout->height)
    return;
  self->n_head = self->strips->len;
  self->head_height = mn_strips_get_height (self->strips);
  for (guint i = 0; i < self->n_head; i++)
    g_array_index (self->strips, MnStrip, i).keep = MN_KEEP_BLOCKS;
}

/* A row that heads others isn't the last of its page. */
static void
keep_row (MnUnit *self, const MnBlock *row)
{
  if (row->keep_with_next && self->strips->len > 0)
    g_array_index (self->strips, MnStrip, self->strips->len - 1).keep = MN_KEEP_BLOCKS;
}

/* A row is parted where it is taller than a page; the last one sooner, so that what signs the table
 * has some of its lines beside it. */
static double
find_row_limit (const MnUnit *self, const MnLayout *layout, gboolean is_last)
{
  return (layout->height - self->head_height) * (is_last ? MAX_LAST_ROW_SHARE : 1);
}

static void
layout_table (MnUnit *self, MnLayout *layout, const MnBlock *table)
{
  guint n_head = MIN (table->n_head_rows, count_children (table));

  self->n_head_rows = n_head;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  layout_head (self, layout, table, n_head);
  for (guint i = n_head; i < count_children (table); i++)
    {
      guint first = self->strips->len;

      g_array_append_val (self->rows, first);
      mn_layout_row (layout, table->children->pdata[i], self->edges,
                     find_row_limit (self, layout, i + 1 == count_children (table)), self->strips);
      keep_row (self, table->children->pdata[i]);
    }
  if (self->strips->len == 0)
    return;
  g_array_index (self->strips, MnStrip, 0).space = layout->style->table_space;
  g_array_index (self->strips, MnStrip, self->strips->len - 1).space_after = layout->style
                                                                                 ->table_space;
}

/* One strip whatever its height: a mark is never split. At the foot a line parts it from the text.
 */
static void
layout_mark (MnUnit *self, MnLayout *layout, const MnBlock *mark)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const MnStyle        *style = layout->style;
  MnStrip               line = { 0 };
  GArray               *flow = mn_strips_new ();

  g_ptr_array_add (flows, flow);
  if (mark->place == MN_PLACE_FIRST_FOOT || mark->place == MN_PLACE_LAST_FOOT)
    {
      line.height = style->rule_weight + style->rule_gap;
      mn_strip_add_stroke (&line, 0, layout->width, style->rule_weight / 2, style->rule_weight);
      g_array_append_val (flow, line);
    }
  for (guint i = 0; i < count_children (mark); i++)
    mn_layout_block (layout, mark->children->pdata[i], 0, layout->width, flow);
  if (flow->len > 0)
    mn_strips_merge (flows, G_MAXDOUBLE, self->strips);
}

/* A heading of more lines than this may be parted after all. */
#define MAX_HEADING_LINES 8

static gboolean
is_heading (const MnBlock *block)
{
  return block->outline > 0 || block->role == MN_ROLE_HEADING_1 ||
         block->role == MN_ROLE_HEADING_2 || block->role == MN_ROLE_HEADING_3 ||
         block->role == MN_ROLE_TABLE_CAPTION;
}

static gboolean
ends_with_colon (const MnBlock *block)
{
  return block->text != NULL && g_str_has_suffix (mn_text_get_plain (block->text), ":");
}

/* Headings stay whole and with the text below them; what announces something, with what comes. */
static void
find_keeps (MnUnit *self, const MnBlock *block)
{
  self->keeps_next = block->keep_with_next || is_heading (block) || ends_with_colon (block);
  if (!is_heading (block) || self->strips->len > MAX_HEADING_LINES)
    return;
  for (guint i = 0; i + 1 < self->strips->len; i++)
    g_array_index (self->strips, MnStrip, i).keep = MN_KEEP_BLOCKS;
}

/**
 * mn_unit_new:
 * @layout: how
 * @blocks: (element-type MnBlock) (transfer full): a block and the rules that follow it
 * @edges: (element-type double) (transfer full) (nullable): the vertical lines of a table; %NULL
 * for any other block
 *
 * Returns: (transfer full): the blocks laid out
 */
MnUnit *
mn_unit_new (MnLayout *layout, GPtrArray *blocks, GArray *edges)
{
  MnUnit        *self = g_new0 (MnUnit, 1);
  const MnBlock *block = blocks->pdata[0];

  self->ref_count = 1;
  self->blocks = blocks;
  self->width = layout->width;
  self->edges = edges;
  self->strips = mn_strips_new ();
  if (block->kind == MN_BLOCK_TABLE)
    layout_table (self, layout, block);
  else if (block->kind == MN_BLOCK_MARK)
    layout_mark (self, layout, block);
  else
    mn_layout_block (layout, block, 0, layout->width, self->strips);
  for (guint i = 1; i < blocks->len; i++)
    mn_layout_block (layout, blocks->pdata[i], 0, layout->width, self->strips);
  find_keeps (self, block);
  return self;
}

MnUnit *
mn_unit_ref (MnUnit *self)
{
  self->ref_count++;
  return self;
}

void
mn_unit_unref (MnUnit *self)
{
  if (--self->ref_count > 0)
    return;
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->strips, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

MnBlock *
mn_unit_get_block (const MnUnit *self)
{
  return self->blocks->pdata[0];
}

const MnStrip *
mn_unit_get_strip (const MnUnit *self, guint strip)
{
  return &g_array_index (self->strips, MnStrip, strip);
}

double
mn_unit_get_height (const MnUnit *self)
{
  return mn_strips_get_height (self->strips);
}

static gboolean
has_source (const MnBlock *block, const char *source)
{
  if (g_strcmp0 (block->source, source) == 0)
    return TRUE;
  for (guint i = 0; i < count_children (block); i++)
    if (has_source (block->children->pdata[i], source))
      return TRUE;
  return FALSE;
}

/** mn_unit_find_source: the strip at which what was composed from @source begins, or -1. */
int
mn_unit_find_source (const MnUnit *self, const char *source)
{
  const MnBlock *block = mn_unit_get_block (self);

  if (g_strcmp0 (block->source, source) == 0)
    return 0;
  if (self->rows == NULL)
    return has_source (block, source) ? 0 : -1;
  for (guint i = 0; i < self->rows->len; i++)
    if (has_source (block->children->pdata[i], source))
      return (int) g_array_index (self->rows, guint, i);
  return -1;
}
