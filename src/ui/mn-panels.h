#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"
#include "mn-sections.h"

G_BEGIN_DECLS

/* What some sections have besides a list and a form; each may be NULL. */
GtkWidget *mn_panel_new_for_item (MnEditContext *context, MnItem *item); /* above the form */
GtkWidget *mn_panel_new_for_head (MnEditContext *context, const MnSection *section);
GtkWidget *mn_panel_new_for_foot (MnEditContext *context, const MnSection *section);

G_END_DECLS
