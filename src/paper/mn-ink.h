#pragma once

#include "mn-pages.h"

G_BEGIN_DECLS

/** MnInk: the box around all that is drawn on a page, in points from its upper left corner. */
typedef struct
{
  double left, top, right, bottom;
} MnInk;

gboolean mn_ink_measure (MnPages *pages, guint page, MnInk *ink);

/* By how much a page that is drawn as a front goes to the side on the back of a sheet. */
void mn_ink_get_back_shift (MnPages *pages, guint page, double *dx, double *dy);

G_END_DECLS
