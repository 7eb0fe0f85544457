#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/** MnTrayPanel: files a line of the tray. Action: "tray.file" (s: where to). */
#define MN_TYPE_TRAY_PANEL (mn_tray_panel_get_type ())
G_DECLARE_FINAL_TYPE (MnTrayPanel, mn_tray_panel, MN, TRAY_PANEL, GtkWidget)

GtkWidget *mn_tray_panel_new (MnEditContext *context, MnItem *item);

/* An entry whose every line, ended by Enter, goes into the tray with the time. */
GtkWidget *mn_tray_entry_new (MnEditContext *context);

MnItem *mn_tray_file (MnEditContext *context, MnItem *line, const char *slot);

G_END_DECLS
