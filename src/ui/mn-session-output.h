#pragma once

#include <gtk/gtk.h>

#include "mn-form.h"
#include "mn-pages.h"
#include "mn-store.h"

G_BEGIN_DECLS

/* Where a session goes besides its own file: PDF, a copy elsewhere. @parent is a widget of the
 * window that asks; what went wrong is told in a dialog over it. */

void mn_session_output_export (GtkWidget  *parent,
                               MnPages    *pages,
                               const char *session_path,
                               MnForm      form);

/* @done (nullable) is called when a copy was saved, not when the user thought better of it;
 * @destroy (nullable) in any case, at the end. */
typedef void (*MnOutputDone) (gpointer user_data);
void mn_session_output_save_copy (GtkWidget     *parent,
                                  MnStore       *store,
                                  MnOutputDone   done,
                                  gpointer       user_data,
                                  GDestroyNotify destroy);

/* A dialog with one sentence and a button to close it; @parent may be NULL. */
void mn_session_output_tell (GtkWidget *parent, const char *heading, const char *sentence);

G_END_DECLS
