#include "mn-part.h"

/* HD 05-HD/VPTW, II.4: marks stand 10 mm from the sheet's edge. */
#define EDGE MN_MM_TO_PT (10)

/* Kept free between marks and text. */
#define GAP 6.0

static void
free_section (gpointer data)
{
  MnSection *self = data;

  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_free (self);
}

static void
free_part (gpointer data)
{
  MnPart *self = data;

  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

static MnSection *
add_section (MnPart *part, gboolean landscape)
{
  MnSection *section = g_new0 (MnSection, 1);

  section->units = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_unit_unref);
  section->landscape = landscape;
  g_ptr_array_add (part->sections, section);
  return section;
}

static MnPart *
add_part (GPtrArray *parts)
{
  MnPart *part = g_new0 (MnPart, 1);

  part->sections = g_ptr_array_new_with_free_func (free_section);
  part->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_unit_unref);
  g_ptr_array_add (parts, part);
  return part;
}

static void
add_mark (MnPart *part, MnUnit *unit)
{
  MnPlace place = mn_unit_get_block (unit)->place;

  if (unit->strips->len == 0)
    return;
  g_ptr_array_add (part->marks, mn_unit_ref (unit));
  part->heights[place] += mn_unit_get_height (unit) + (part->heights[place] == 0 ? GAP : 0);
}

/* A section without text has no pages; marks without text have one. */
static void
drop_empty (GPtrArray *parts)
{
  for (guint i = parts->len; i > 0; i--)
    {
      MnPart *part = parts->pdata[i - 1];

      for (guint j = part->sections->len; j > 0; j--)
        if (((MnSection *) part->sections->pdata[j - 1])->units->len == 0 &&
            (part->sections->len > 1 || (part->marks->len == 0 && parts->len > 1)))
          g_ptr_array_remove_index (part->sections, j - 1);
      if (part->sections->len == 0)
        g_ptr_array_remove_index (parts, i - 1);
    }
}

/**
 * mn_parts_new:
 * @units: (element-type MnUnit): a document
 *
 * Returns: (transfer full) (element-type MnPart): its parts, at least one
 */
GPtrArray *
mn_parts_new (GPtrArray *units)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  MnPart    *part = add_part (parts);
  MnSection *section = add_section (part, FALSE);

  for (guint i = 0; i < units->len; i++)
    {
      MnUnit        *unit = units->pdata[i];
      const MnBlock *block = mn_unit_get_block (unit);

      if (block->kind == MN_BLOCK_MARK)
        add_mark (part, unit);
      else if (block->kind == MN_BLOCK_SECTION)
        {
          if (block->own_numbers)
            {
              part = add_part (parts);
              part->own_sheets = block->own_sheets;
            }
          section = add_section (part, block->landscape);
        }
      else if (unit->strips->len > 0)
        g_ptr_array_add (section->units, mn_unit_ref (unit));
    }
  drop_empty (parts);
  return parts;
}

/* What reaches over the margin into the text area. */
static double
reach_over (double height, double margin)
{
  return height > 0 ? MAX (0, EDGE + height - margin) : 0;
}

double
mn_part_get_head (const MnPart *self, const MnSheet *sheet, gboolean is_first)
{
  return is_first ? reach_over (self->heights[MN_PLACE_TOP_EDGE], sheet->top) : 0;
}

double
mn_part_get_foot (const MnPart *self, const MnSheet *sheet, gboolean is_first, gboolean is_last)
{
  double foot = is_first ? self->heights[MN_PLACE_FIRST_FOOT] : 0;

  if (is_last)
    foot += self->heights[MN_PLACE_LAST_FOOT] +
            reach_over (self->heights[MN_PLACE_LAST_EDGE], sheet->bottom);
  return foot;
}

/* Where the first mark of a place begins, below the upper margin. On an only page the foot of the
 * first stands above that of the last. */
static double
find_place (const MnPart *self, MnPlace place, const MnSheet *sheet, gboolean is_last)
{
  double bottom = mn_sheet_get_text_height (sheet);

  switch (place)
    {
    case MN_PLACE_FIRST_FOOT:
      bottom -= mn_part_get_foot (self, sheet, FALSE, is_last);
      return bottom - self->heights[place] + GAP;
    case MN_PLACE_LAST_FOOT:
      return bottom - mn_part_get_foot (self, sheet, FALSE, TRUE) + GAP;
    case MN_PLACE_LAST_EDGE:
      return sheet->height - EDGE - self->heights[place] + GAP - sheet->top;
    case MN_PLACE_TOP_EDGE:
    case MN_N_PLACES:
    default:
      return EDGE - sheet->top;
    }
}

void
mn_part_place_marks (const MnPart  *self,
                     MnPlace        place,
                     const MnSheet *sheet,
                     gboolean       is_last,
                     MnPage        *page)
{
  double y = find_place (self, place, sheet, is_last);

  for (guint i = 0; i < self->marks->len; i++)
    {
      MnUnit *unit = self->marks->pdata[i];

      if (mn_unit_get_block (unit)->place != place)
        continue;
      mn_page_add (page, unit, 0, unit->strips->len, y);
      y += mn_unit_get_height (unit);
    }
}
