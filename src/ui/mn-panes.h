#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MN_TYPE_PANES (mn_panes_get_type ())
G_DECLARE_FINAL_TYPE (MnPanes, mn_panes, MN, PANES, GtkWidget)

/**
 * MnPanes: the form and what stands beside it, with a handle between them. Either can be hidden,
 * never both. Where there is no room for both it is folded: one is shown, and asking for the other
 * exchanges them.
 *
 * Properties: "start", "end" (GtkWidget), "show-start", "show-end" (what is on screen, folded or
 * not), "end-width" (pixels wished for the end pane; 0: a share of the room), "folded" (read-only;
 * notified once the first room has been given out, then whenever it changes).
 */
GtkWidget *mn_panes_new (void) G_GNUC_WARN_UNUSED_RESULT;

void mn_panes_set_start (MnPanes *self, GtkWidget *child);
void mn_panes_set_end (MnPanes *self, GtkWidget *child);

gboolean mn_panes_get_show_start (MnPanes *self);
void     mn_panes_set_show_start (MnPanes *self, gboolean show);
gboolean mn_panes_get_show_end (MnPanes *self);
void     mn_panes_set_show_end (MnPanes *self, gboolean show);
void     mn_panes_set_end_width (MnPanes *self, int width);
gboolean mn_panes_get_folded (MnPanes *self);

G_END_DECLS
