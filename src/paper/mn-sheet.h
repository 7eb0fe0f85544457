#pragma once

#include "mn-style.h"

G_BEGIN_DECLS

/** MnSheet: one side of a sheet and what is kept free at its edges. Points. */
typedef struct
{
  double width, height;
  double top, bottom, left, right;
} MnSheet;

void   mn_sheet_init (MnSheet *self, const MnStyle *style, gboolean landscape, gboolean verso);
double mn_sheet_get_text_width (const MnSheet *self);
double mn_sheet_get_text_height (const MnSheet *self);

G_END_DECLS
