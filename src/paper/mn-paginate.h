#pragma once

#include "mn-sheet.h"
#include "mn-unit.h"

G_BEGIN_DECLS

/** MnPlacement: neighbouring strips of one unit on a page. */
typedef struct
{
  MnUnit  *unit; /* (owned) */
  guint    first, end;
  double   y;    /* of the first strip, or of the repeated heading, below the upper margin */
  gboolean head; /* a table's heading stands above, repeated */
} MnPlacement;

/** MnPage: one side of a sheet. Its placements are in reading order. */
typedef struct
{
  GArray  *placements; /* (owned) of MnPlacement */
  gboolean landscape;
  guint    number; /* within its part, from 1 */
  guint    side;   /* of the sheets that are handed out together, from 0; odd ones are backs */
} MnPage;

/* (transfer full) (element-type MnPage): at least one */
GPtrArray *mn_paginate (GPtrArray *units, const MnStyle *style) G_GNUC_WARN_UNUSED_RESULT;

void     mn_page_add (MnPage *self, MnUnit *unit, guint first, guint end, double y);
gboolean mn_page_equal (const MnPage *page, const MnPage *other);

/* Distance from strip @strip - 1 to strip @strip of one unit on one page. */
double mn_unit_get_space (const MnUnit *unit, guint strip);

G_END_DECLS
