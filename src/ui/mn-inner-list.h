#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/**
 * MnInnerList: a short list inside a form (answers of a proposal, parts of an indicator) with the
 * selected item's form below it.
 *
 * Actions, for whatever has the keys inside it: "items.add", "items.remove", "items.move-up",
 * "items.move-down".
 */
#define MN_TYPE_INNER_LIST (mn_inner_list_get_type ())
G_DECLARE_FINAL_TYPE (MnInnerList, mn_inner_list, MN, INNER_LIST, GtkWidget)

GtkWidget *mn_inner_list_new (MnEditContext *context, MnItem *parent, const MnSlot *slot);

MnItem    *mn_inner_list_get_selected (MnInnerList *self); /* (nullable) */
GtkWidget *mn_inner_list_get_form (MnInnerList *self);     /* (nullable) */
gboolean   mn_inner_list_show_item (MnInnerList *self, MnItem *item);

G_END_DECLS
