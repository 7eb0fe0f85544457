#include <string.h>

#include "mn-column.h"
#include "mn-pages-private.h"

/* Units are found by the blocks that they were made from. */
static guint
hash_unit (gconstpointer data)
{
  const MnUnit *unit = data;

  return mn_block_hash (unit->blocks->pdata[0]);
}

static gboolean
equal_edges (const GArray *a, const GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (double)) == 0;
}

static gboolean
equal_units (gconstpointer a, gconstpointer b)
{
  double           width = ((const MnUnit *) a)->width;
  const GPtrArray *x = ((const MnUnit *) a)->blocks;
  const GPtrArray *y = ((const MnUnit *) b)->blocks;

  if (x->len != y->len || width != ((const MnUnit *) b)->width ||
      !equal_edges (((const MnUnit *) a)->edges, ((const MnUnit *) b)->edges))
    return FALSE;
  for (guint i = 0; i < x->len; i++)
    if (!mn_block_equal (x->pdata[i], y->pdata[i]))
      return FALSE;
  return TRUE;
}

/** mn_pages_new_units: a set of laid out units, found by what they were made from. */
GHashTable *
mn_pages_new_units (void)
{
  return g_hash_table_new_full (hash_unit, equal_units, (GDestroyNotify) mn_unit_unref, NULL);
}

/* The block at *@i and the rules below it, which are as long as its last line. */
static GPtrArray *
take_blocks (const GPtrArray *all, guint *i)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);

  do
    g_ptr_array_add (blocks, mn_block_ref (all->pdata[(*i)++]));
  while (*i < all->len && ((MnBlock *) all->pdata[*i])->kind == MN_BLOCK_RULE);
  return blocks;
}

/* The unit of these blocks: made before in this update, kept from the last one, or new. */
static MnUnit *
find_unit (MnPages *self, GHashTable *units, GPtrArray *blocks, MnTables *tables)
{
  const MnBlock     *block = blocks->pdata[0];
  g_autoptr (GArray) edges = block->kind == MN_BLOCK_TABLE
                                 ? mn_tables_find_edges (tables, &self->layout, block)
                                 : NULL;
  const MnUnit       key = { .blocks = blocks, .width = self->layout.width, .edges = edges };
  MnUnit            *unit = g_hash_table_lookup (units, &key);
  MnUnit            *kept = unit == NULL ? g_hash_table_lookup (self->units, &key) : NULL;

  if (unit != NULL || kept != NULL)
    {
      g_ptr_array_unref (blocks);
      unit = mn_unit_ref (unit != NULL ? unit : kept);
    }
  else
    {
      unit = mn_unit_new (&self->layout, blocks, g_steal_pointer (&edges));
      self->n_laid_out++;
    }
  g_hash_table_add (units, mn_unit_ref (unit));
  return unit;
}

/* The text area that what follows is set into. */
static void
choose_area (MnPages *self, gboolean landscape)
{
  MnSheet sheet;

  mn_sheet_init (&sheet, self->style, landscape, FALSE);
  self->layout.width = mn_sheet_get_text_width (&sheet);
  self->layout.height = mn_sheet_get_text_height (&sheet);
}

static gboolean
begins_part (const MnBlock *block)
{
  return block->kind == MN_BLOCK_SECTION && block->own_numbers;
}

/* Whether the block makes pages of its section. */
static gboolean
has_strips (const MnBlock *block)
{
  return block->kind != MN_BLOCK_SECTION && block->kind != MN_BLOCK_MARK &&
         block->kind != MN_BLOCK_RULE &&
         (block->kind != MN_BLOCK_TABLE || (block->children != NULL && block->children->len > 0));
}

/* Whether the page that the mark at @i stands on, its part's first or last one, is turned. */
static gboolean
is_mark_turned (const GPtrArray *blocks, guint i)
{
  MnPlace  place = ((const MnBlock *) blocks->pdata[i])->place;
  guint    start = i;
  gboolean turned = FALSE, result = FALSE, found = FALSE;

  while (start > 0 && !begins_part (blocks->pdata[start]))
    start--;
  for (guint j = start; j < blocks->len; j++)
    {
      const MnBlock *block = blocks->pdata[j];

      if (j > start && begins_part (block))
        break;
      if (block->kind == MN_BLOCK_SECTION)
        turned = block->landscape;
      if (has_strips (block) || j == start)
        result = turned;
      found = found || has_strips (block);
      if (found && (place == MN_PLACE_TOP_EDGE || place == MN_PLACE_FIRST_FOOT))
        break;
    }
  return result;
}

/** mn_pages_lay_out: the units of @blocks, in order; what is unchanged since the last call is kept.
 */
GPtrArray *
mn_pages_lay_out (MnPages *self, const GPtrArray *blocks)
{
  GPtrArray           *document = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_unit_unref);
  GHashTable          *units = mn_pages_new_units ();
  g_autoptr (MnTables) tables = mn_tables_new (blocks);
  gboolean             turned = FALSE;

  self->n_laid_out = 0;
  for (guint i = 0; i < blocks->len;)
    {
      const MnBlock *block = blocks->pdata[i];

      if (block->kind == MN_BLOCK_SECTION)
        turned = block->landscape;
      choose_area (self, block->kind == MN_BLOCK_MARK ? is_mark_turned (blocks, i) : turned);
      g_ptr_array_add (document, find_unit (self, units, take_blocks (blocks, &i), tables));
    }
  g_hash_table_unref (self->units);
  self->units = units;
  return document;
}
