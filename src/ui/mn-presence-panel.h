#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/** MnPresencePanel: one click says whether an attendee is there. Action: "presence.say" (s: state).
 */
#define MN_TYPE_PRESENCE_PANEL (mn_presence_panel_get_type ())
G_DECLARE_FINAL_TYPE (MnPresencePanel, mn_presence_panel, MN, PRESENCE_PANEL, GtkWidget)

GtkWidget *mn_presence_panel_new (MnEditContext *context, MnItem *item);

G_END_DECLS
