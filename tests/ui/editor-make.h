#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

/* A session with something of every kind, for the tests of the editor. */
MnDocument *editor_make_document (void);

/* A window that holds @child (floating) and is drawn. */
GtkWidget *editor_make_window (GtkWidget *child);

MnItem *editor_find (MnDocument *document, const char *slot, guint index); /* of the record */
