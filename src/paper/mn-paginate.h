#pragma once

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

/* Both are (transfer full) arrays of pages, each a GArray of MnPlacement. */
GPtrArray *mn_paginate (GPtrArray *units, double height) G_GNUC_WARN_UNUSED_RESULT;

gboolean mn_page_equal (const GArray *page, const GArray *other);

/* Distance from strip @strip - 1 to strip @strip of one unit on one page. */
double mn_unit_get_space (const MnUnit *unit, guint strip);

G_END_DECLS
