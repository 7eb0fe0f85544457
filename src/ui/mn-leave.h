#pragma once

#include <gtk/gtk.h>

#include "mn-store.h"

G_BEGIN_DECLS

/**
 * Leaving a session: it is saved, and @done is called once nothing can be lost any more: it is in
 * its file, in a copy elsewhere, or the user has said that it may go. Where saving fails a dialog
 * over @parent says why and asks; on "Cancel" @done is never called.
 */
typedef void (*MnLeaveDone) (gpointer user_data);

void mn_leave (GtkWidget     *parent,
               MnStore       *store,
               MnLeaveDone    done,
               gpointer       user_data,
               GDestroyNotify destroy);

G_END_DECLS
