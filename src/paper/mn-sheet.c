#include "mn-sheet.h"

static void
swap (double *a, double *b)
{
  double c = *a;

  *a = *b;
  *b = c;
}

/* A quarter turn to the right: the left edge, where sheets are bound, becomes the upper one. */
static void
turn (MnSheet *self)
{
  const MnSheet upright = *self;

  self->width = upright.height;
  self->height = upright.width;
  self->top = upright.left;
  self->right = upright.top;
  self->bottom = upright.right;
  self->left = upright.bottom;
}

/**
 * mn_sheet_init:
 * @self: (out): a sheet
 * @style: whose sheet, upright and recto
 * @landscape: HD 05-HD/VPTW has the portrait area turned for tables; the binding edge stays
 *   the sheet's own
 * @verso: the back of a sheet printed on both sides: left and right margin are exchanged (II.1)
 */
void
mn_sheet_init (MnSheet *self, const MnStyle *style, gboolean landscape, gboolean verso)
{
  *self = (MnSheet){
    .width = style->page_width,
    .height = style->page_height,
    .top = style->margin_top,
    .bottom = style->margin_bottom,
    .left = style->margin_left,
    .right = style->margin_right,
  };
  if (verso)
    swap (&self->left, &self->right);
  if (landscape)
    turn (self);
}

double
mn_sheet_get_text_width (const MnSheet *self)
{
  return self->width - self->left - self->right;
}

double
mn_sheet_get_text_height (const MnSheet *self)
{
  return self->height - self->top - self->bottom;
}
