#pragma once

#include <gtk/gtk.h>

#include "mn-print-part.h"

G_BEGIN_DECLS

#define MN_PRINT_NO_PAGE G_MAXUINT

/* Asks for printer, copies and the like, prints, and tells how it went. @window is where dialogs
 * and messages go. @current is the page that the person looks at, or MN_PRINT_NO_PAGE. */
void mn_print_run (GtkWindow *window, GPtrArray *parts, guint current);

G_END_DECLS
