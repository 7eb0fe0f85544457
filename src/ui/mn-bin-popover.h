#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a menu button a list of what was removed from the document (user data), newest first, each
 * with a button that brings it back. */
void mn_bin_popover_fill (GtkMenuButton *button, gpointer document);

G_END_DECLS
