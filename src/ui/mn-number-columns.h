#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the register of numbers: number with its day, document with a remark. The model
 * is of MnNumberRow. */
void mn_number_columns_add (GtkColumnView *view);

G_END_DECLS
