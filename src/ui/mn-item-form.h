#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"
#include "mn-field-control.h"

G_BEGIN_DECLS

/** MnItemForm: all of an item that a person may change: its fields, and lists of what is below. */
#define MN_TYPE_ITEM_FORM (mn_item_form_get_type ())
G_DECLARE_FINAL_TYPE (MnItemForm, mn_item_form, MN, ITEM_FORM, GtkWidget)

GtkWidget *mn_item_form_new (MnEditContext *context, MnItem *item);

MnItem         *mn_item_form_get_item (MnItemForm *self);
MnFieldControl *mn_item_form_find (MnItemForm *self, const char *field); /* (nullable) */
gboolean        mn_item_form_focus_first (MnItemForm *self);
gboolean        mn_item_form_show_item (MnItemForm *self, MnItem *item); /* one that lies below */

G_END_DECLS
