#pragma once

#include "mn-paginate.h"

G_BEGIN_DECLS

/** MnSection: units between two SECTION blocks. */
typedef struct
{
  GPtrArray *units; /* (owned) of MnUnit: the running text */
  gboolean   landscape;
} MnSection;

/**
 * MnPart: sections that are numbered together, and the marks of their sheets. @heights are what the
 * marks of a place need with the gap that parts them from the text.
 */
typedef struct
{
  GPtrArray *sections; /* (owned) of MnSection, none empty unless it is the only one */
  GPtrArray *marks;    /* (owned) of MnUnit */
  double     heights[MN_N_PLACES];
  gboolean   own_sheets;
} MnPart;

GPtrArray *mn_parts_new (GPtrArray *units) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */

/* What marks take of the text area at its head and foot. */
double mn_part_get_head (const MnPart *self, const MnSheet *sheet, gboolean is_first);
double mn_part_get_foot (const MnPart  *self,
                         const MnSheet *sheet,
                         gboolean       is_first,
                         gboolean       is_last);

/* Puts the marks of @place, first to last, on @page, which is the part's last one or not. */
void mn_part_place_marks (const MnPart  *self,
                          MnPlace        place,
                          const MnSheet *sheet,
                          gboolean       is_last,
                          MnPage        *page);

G_END_DECLS
