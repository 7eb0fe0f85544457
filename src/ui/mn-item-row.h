#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/** MnItemRow: an item in a list: its number, one line that stands for it and one of details. */
#define MN_TYPE_ITEM_ROW (mn_item_row_get_type ())
G_DECLARE_FINAL_TYPE (MnItemRow, mn_item_row, MN, ITEM_ROW, GtkWidget)

GtkWidget *mn_item_row_new (MnEditContext *context);
void       mn_item_row_set_item (MnItemRow *self, MnItem *item); /* (nullable) */
MnItem    *mn_item_row_get_item (MnItemRow *self);
void       mn_item_row_refresh (MnItemRow *self);

guint mn_item_row_count (void); /* rows alive: for tests that lists stay light */

G_END_DECLS
