#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/**
 * MnFollowUpPanel: what became of an earlier conclusion: its status today, what was said of it at
 * each meeting, and buttons that say it now.
 *
 * Actions: "follow-up.say" (s: status), "follow-up.compare".
 */
#define MN_TYPE_FOLLOW_UP_PANEL (mn_follow_up_panel_get_type ())
G_DECLARE_FINAL_TYPE (MnFollowUpPanel, mn_follow_up_panel, MN, FOLLOW_UP_PANEL, GtkWidget)

GtkWidget *mn_follow_up_panel_new (MnEditContext *context, MnItem *item);

G_END_DECLS
