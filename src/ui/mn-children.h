#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Unparents every child: what a template's dispose doesn't do for children without an id. */
void mn_children_remove (GtkWidget *widget);

G_END_DECLS
