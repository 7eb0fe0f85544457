#include "mn-paginate.h"

#include "mn-part.h"

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

static void
free_page (gpointer data)
{
  g_clear_pointer (&((MnPage *) data)->placements, g_array_unref);
  g_free (data);
}

static MnPage *
new_page (gboolean landscape, guint number)
{
  MnPage *page = g_new0 (MnPage, 1);

  page->placements = g_array_new (FALSE, TRUE, sizeof (MnPlacement));
  g_array_set_clear_func (page->placements, clear_placement);
  page->landscape = landscape;
  page->number = number;
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

/* The last @n lines of text before @end stay with what begins there; where they can't all, the
 * nearest one does. */
static void
keep_lines_before (GArray *items, guint end, guint n)
{
  MnKeep keep = MN_KEEP_ALONE;

  for (guint i = end; i > 0 && n > 0; i--)
    {
      Item *item = &ITEM (items, i - 1);

      item->keep = keep;
      if (item->strip->is_text)
        {
          n--;
          keep = MN_KEEP_BLOCKS;
        }
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
      if (unit->keeps_next && items->len > 0)
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

void
mn_page_add (MnPage *self, MnUnit *unit, guint first, guint end, double y)
{
  MnPlacement placement = { mn_unit_ref (unit), first, end, y, FALSE };

  g_array_append_val (self->placements, placement);
}

/* Places items from @y on; returns where they end. */
static double
place_items (GArray *items, guint first, guint end, double y, MnPage *page)
{
  const Item  *item = &ITEM (items, first);
  MnPlacement *placed;

  mn_page_add (page, item->unit, item->number, item->number + 1, y);
  if (needs_head (item))
    {
      g_array_index (page->placements, MnPlacement, page->placements->len - 1).head = TRUE;
      y += item->unit->head_height;
    }
  for (guint i = first + 1; i < end; i++)
    {
      const Item *above = item;

      item = &ITEM (items, i);
      y += above->strip->height + space_between (above, item);
      placed = &g_array_index (page->placements, MnPlacement, page->placements->len - 1);
      if (item->number > 0)
        placed->end = item->number + 1;
      else
        mn_page_add (page, item->unit, item->number, item->number + 1, y);
    }
  return y + item->strip->height;
}

/* ---- filling pages -------------------------------------------------------------------------- */

/* One part on its way to the pages. */
typedef struct
{
  const MnPart *part;
  MnSheet       sheet;  /* of the section at hand */
  double        height; /* of its text area */
  GPtrArray    *pages;
  guint         number; /* pages of the part so far */
  gboolean      landscape;
  gboolean      is_last; /* the part's last section */
} Filler;

static double
get_room (const Filler *self, gboolean is_last)
{
  gboolean is_first = self->number == 0;

  return self->height - mn_part_get_head (self->part, &self->sheet, is_first) -
         mn_part_get_foot (self->part, &self->sheet, is_first, is_last);
}

static MnPage *
begin_page (Filler *self)
{
  MnPage *page = new_page (self->landscape, self->number + 1);

  if (self->number == 0)
    mn_part_place_marks (self->part, MN_PLACE_TOP_EDGE, &self->sheet, FALSE, page);
  g_ptr_array_add (self->pages, page);
  return page;
}

static void
end_page (Filler *self, MnPage *page, gboolean is_last)
{
  if (self->number++ == 0)
    mn_part_place_marks (self->part, MN_PLACE_FIRST_FOOT, &self->sheet, is_last, page);
  if (!is_last)
    return;
  mn_part_place_marks (self->part, MN_PLACE_LAST_FOOT, &self->sheet, TRUE, page);
  mn_part_place_marks (self->part, MN_PLACE_LAST_EDGE, &self->sheet, TRUE, page);
}

/* Where the page ends that begins with @first. Marks of the last page may be what doesn't fit. */
static guint
find_end (const Filler *self, GArray *items, guint first)
{
  guint end = fill_page (items, first, get_room (self, FALSE));

  if (self->is_last && end == items->len)
    end = fill_page (items, first, get_room (self, TRUE));
  return choose_end (items, first, end);
}

/* What is taller than the room that marks leave gets a page without marks. */
static gboolean
is_too_tall (const Filler *self, const Item *item)
{
  double head = needs_head (item) ? item->unit->head_height : 0;
  double height = head + item->strip->height;

  return height > get_room (self, FALSE) + TOLERANCE && height <= self->height + TOLERANCE;
}

static void
fill_pages (Filler *self, GArray *items)
{
  guint first = 0;

  if (items->len == 0 || (self->number == 0 && is_too_tall (self, &ITEM (items, 0))))
    end_page (self, begin_page (self), items->len == 0);
  while (first < items->len)
    {
      MnPage  *page = begin_page (self);
      guint    end = find_end (self, items, first);
      double   head = mn_part_get_head (self->part, &self->sheet, self->number == 0);
      double   bottom = place_items (items, first, end, head, page);
      gboolean is_last = self->is_last && end == items->len;
      gboolean has_room = bottom <= head + get_room (self, TRUE) + TOLERANCE ||
                          get_room (self, TRUE) == get_room (self, FALSE);

      end_page (self, page, is_last && has_room);
      if (is_last && !has_room)
        end_page (self, begin_page (self), TRUE);
      first = end;
    }
}

static void
fill_part (const MnPart *part, const MnStyle *style, GPtrArray *pages)
{
  Filler self = { .part = part, .pages = pages };

  for (guint i = 0; i < part->sections->len; i++)
    {
      const MnSection   *section = part->sections->pdata[i];
      g_autoptr (GArray) items = list_items (section->units);

      self.landscape = section->landscape;
      self.is_last = i + 1 == part->sections->len;
      mn_sheet_init (&self.sheet, style, section->landscape, FALSE);
      self.height = mn_sheet_get_text_height (&self.sheet);
      fill_pages (&self, items);
    }
}

static void
number_sides (GPtrArray *pages, guint first, gboolean own_sheets)
{
  guint side = own_sheets || first == 0 ? 0 : ((MnPage *) pages->pdata[first - 1])->side + 1;

  for (guint i = first; i < pages->len; i++)
    ((MnPage *) pages->pdata[i])->side = side++;
}

/**
 * mn_paginate:
 * @units: (element-type MnUnit): the document
 * @style: whose sheets
 *
 * Fills page after page. Where a page can't end well it ends earlier; where no end is good, the
 * one is taken that parts least, and nothing is ever left out. A document of nothing has one empty
 * page.
 */
GPtrArray *
mn_paginate (GPtrArray *units, const MnStyle *style)
{
  GPtrArray            *pages = g_ptr_array_new_with_free_func (free_page);
  g_autoptr (GPtrArray) parts = mn_parts_new (units);

  for (guint i = 0; i < parts->len; i++)
    {
      const MnPart *part = parts->pdata[i];
      guint         first = pages->len;

      fill_part (part, style, pages);
      number_sides (pages, first, part->own_sheets);
    }
  return pages;
}

static gboolean
equal_placements (const MnPlacement *a, const MnPlacement *b)
{
  return a->unit == b->unit && a->first == b->first && a->end == b->end && a->y == b->y &&
         !a->head == !b->head;
}

/** mn_page_equal: whether both pages are drawn alike; units are compared by identity. */
gboolean
mn_page_equal (const MnPage *page, const MnPage *other)
{
  if (page->placements->len != other->placements->len || page->number != other->number ||
      page->side != other->side || !page->landscape != !other->landscape)
    return FALSE;
  for (guint i = 0; i < page->placements->len; i++)
    if (!equal_placements (&g_array_index (page->placements, MnPlacement, i),
                           &g_array_index (other->placements, MnPlacement, i)))
      return FALSE;
  return TRUE;
}
