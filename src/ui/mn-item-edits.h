#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/* What every list of items does, as edits that tell their failures. */

MnItem *mn_item_edits_add (MnEditContext *context, MnItem *parent, const char *slot, guint index);
void    mn_item_edits_remove (MnEditContext *context, MnItem *item);
void    mn_item_edits_move (MnEditContext *context, MnItem *item, int step);

/* The keys of "items.add", "items.remove", "items.move-up" and "items.move-down". */
void mn_item_edits_add_keys (GtkWidgetClass *klass);

/* The same and the sections' keys for a widget that would take them for itself. */
void mn_item_edits_add_section_keys (GtkWidget *widget);

G_END_DECLS
