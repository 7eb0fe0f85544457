#pragma once

#include "mn-window.h"

G_BEGIN_DECLS

/* Gives a window that shows no session, for a session in that file. (transfer none) */
typedef MnWindow *(*MnRecoverWindow) (const char *path, gpointer user_data);

/**
 * mn_recover:
 * @folder: (nullable): where journals lie; %NULL for the default
 * @clock: (transfer none): what time it is
 * @window: asked for a window for each session that comes back
 *
 * After a crash or a power cut: every session that a journal was left of is opened as it was, and a
 * bar says so; other documents of an archive are saved as they were. Nothing is asked, and nothing
 * is deleted that isn't in the session's file.
 */
void mn_recover (const char *folder, MnClock *clock, MnRecoverWindow window, gpointer user_data);

G_END_DECLS
