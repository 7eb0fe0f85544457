#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/* The numbers of the roll call, in one label that follows the session. */
GtkWidget *mn_roll_panel_new (MnEditContext *context);

char *mn_roll_dup_words (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
