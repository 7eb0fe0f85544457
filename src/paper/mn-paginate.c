#include "mn-paginate.h"

/* Rounding must not push a line that fits to the next page. */
#define TOLERANCE 0.01

/* A strip in the order of the whole document. */
typedef struct
{
  MnUnit        *unit; /* (borrowed) */
  const MnStrip *strip;
  guint          number; /* within the unit */
  MnKeep         keep;   /* against a break after it */
  gboolean       begins_page;
} Item;

#define ITEM(items, i) g_array_index (items, Item, i)

static void
clear_placement (gpointer data)
{
  g_clear_pointer (&((MnPlacement *) data)->unit, mn_unit_unref);
}

static GArray *
new_page (void)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (MnPlacement));

  g_array_set_clear_func (page, clear_placement);
  return page;
}

static void
list_strips (GArray *items, MnUnit *unit)
{
  for (guint i = 0; i < unit->strips->len; i++)
    {
      Item item = { unit, mn_unit_get_strip (unit, i), i, MN_KEEP_NONE, FALSE };

      item.keep = item.strip->keep;
      item.begins_page = i == 0 && mn_unit_get_block (unit)->page_break;
      g_array_append_val (items, item);
    }
}

/* The last @n lines of text before @end stay with what begins there. */
static void
keep_lines_before (GArray *items, guint end, guint n)
{
  for (guint i = end; i > 0 && n > 0; i--)
    {
      Item *item = &ITEM (items, i - 1);

      item->keep = MN_KEEP_BLOCKS;
      if (item->strip->is_text)
        n--;
    }
}

static GArray *
list_items (GPtrArray *units)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < units->len; i++)
    {
      MnUnit        *unit = units->pdata[i];
      const MnBlock *block = mn_unit_get_block (unit);

      keep_lines_before (items, items->len, block->keep_lines);
      list_strips (items, unit);
      if (block->keep_with_next && items->len > 0)
        ITEM (items, items->len - 1).keep = MN_KEEP_BLOCKS;
    }
  return items;
}

static double
space_between (const Item *above, const Item *below)
{
  return above->strip->space_after + below->strip->space;
}

double
mn_unit_get_space (const MnUnit *unit, guint strip)
{
  return mn_unit_get_strip (unit, strip - 1)->space_after + mn_unit_get_strip (unit, strip)->space;
}

/* Whether a page that begins with the item repeats its table's heading. */
static gboolean
needs_head (const Item *item)
{
  return item->unit->n_head > 0 && item->number >= item->unit->n_head;
}

/* One past the last item that has room on the page that begins with @first: at least one. */
static guint
fill_page (GArray *items, guint first, double height)
{
  double y = needs_head (&ITEM (items, first)) ? ITEM (items, first).unit->head_height : 0;
  guint  i;

  y += ITEM (items, first).strip->height;
  for (i = first + 1; i < items->len && !ITEM (items, i).begins_page; i++)
    {
      y += space_between (&ITEM (items, i - 1), &ITEM (items, i)) + ITEM (items, i).strip->height;
      if (y > height + TOLERANCE)
        break;
    }
  return i;
}

/* Of the possible ends of the page the last one among those that part least. */
static guint
choose_end (GArray *items, guint first, guint end)
{
  guint best = end;

  if (end == items->len || ITEM (items, end).begins_page)
    return end;
  for (guint i = end; i > first; i--)
    {
      if (ITEM (items, i - 1).keep < ITEM (items, best - 1).keep)
        best = i;
      if (ITEM (items, best - 1).keep == MN_KEEP_NONE)
        break;
    }
  return best;
}

static void
add_placement (GArray *page, const Item *item, double y)
{
  MnPlacement placement = { mn_unit_ref (item->unit), item->number, item->number + 1, y, FALSE };

  g_array_append_val (page, placement);
}

static GArray *
place_items (GArray *items, guint first, guint end)
{
  GArray     *page = new_page ();
  const Item *item = &ITEM (items, first);
  double      y = 0;

  add_placement (page, item, y);
  if (needs_head (item))
    {
      g_array_index (page, MnPlacement, 0).head = TRUE;
      y += item->unit->head_height;
    }
  for (guint i = first + 1; i < end; i++)
    {
      const Item *above = item;

      item = &ITEM (items, i);
      y += above->strip->height + space_between (above, item);
      if (item->number > 0)
        g_array_index (page, MnPlacement, page->len - 1).end = item->number + 1;
      else
        add_placement (page, item, y);
    }
  return page;
}

/**
 * mn_paginate:
 * @units: (element-type MnUnit): the document
 * @height: of the text area
 *
 * Fills page after page. Where a page can't end well it ends earlier; where no end is good, the
 * one is taken that parts least, and nothing is ever left out. A document of nothing has one empty
 * page.
 */
GPtrArray *
mn_paginate (GPtrArray *units, double height)
{
  GPtrArray         *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) items = list_items (units);

  for (guint first = 0; first < items->len;)
    {
      guint end = choose_end (items, first, fill_page (items, first, height));

      g_ptr_array_add (pages, place_items (items, first, end));
      first = end;
    }
  if (pages->len == 0)
    g_ptr_array_add (pages, new_page ());
  return pages;
}

/** mn_page_equal: whether both pages are drawn alike; units are compared by identity. */
gboolean
mn_page_equal (const GArray *page, const GArray *other)
{
  if (page->len != other->len)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      const MnPlacement *a = &g_array_index (page, MnPlacement, i);
      const MnPlacement *b = &g_array_index (other, MnPlacement, i);

      if (a->unit != b->unit || a->first != b->first || a->end != b->end || a->y != b->y ||
          !a->head != !b->head)
        return FALSE;
    }
  return TRUE;
}
