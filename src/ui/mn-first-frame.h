#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * mn_first_frame_watch:
 * @window: a window that isn't shown yet
 * @sessions: the list that it shows
 *
 * For measuring, where MINUTES_EXIT_AFTER_FIRST_FRAME is set: prints "painted" after the window's
 * first frame, "listed" after the first one with sessions in the list, and then ends the program.
 * Else does nothing.
 */
void mn_first_frame_watch (GtkWindow *window, GListModel *sessions);

G_END_DECLS
