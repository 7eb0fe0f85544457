#pragma once

#include <adwaita.h>

#include "mn-print-gather.h"

G_BEGIN_DECLS

#define MN_TYPE_PAPERS_WINDOW (mn_papers_window_get_type ())
G_DECLARE_FINAL_TYPE (MnPapersWindow, mn_papers_window, MN, PAPERS_WINDOW, AdwWindow)

/**
 * MnPapersWindow: which papers of which sessions are to be printed in one go.
 *
 * @sessions: (nullable): of MnSessionEntry, to choose among; NULL: @chosen alone
 * @chosen: (nullable): id of the session that is chosen already
 * @read: gives the sessions, with what has just been typed
 */
GtkWidget *mn_papers_window_new (GtkWindow  *parent,
                                 GListModel *sessions,
                                 const char *chosen,
                                 MnPrintRead read) G_GNUC_WARN_UNUSED_RESULT;

/* What "Print…" would print, in order. of MnPrintWish (transfer full) */
GPtrArray *mn_papers_window_list_wishes (MnPapersWindow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
