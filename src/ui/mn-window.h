#pragma once

#include <adwaita.h>

#include "mn-archive.h"
#include "mn-store.h"

G_BEGIN_DECLS

#define MN_TYPE_WINDOW (mn_window_get_type ())
G_DECLARE_FINAL_TYPE (MnWindow, mn_window, MN, WINDOW, AdwApplicationWindow)

/**
 * MnWindow: the library of an archive, or one open session of it. What is typed is saved before the
 * session is left; where that fails the window stays and says so.
 */
MnWindow *mn_window_new (GtkApplication *application,
                         MnArchive      *archive,
                         MnClock        *clock,
                         GSettings      *settings); /* application and settings may be NULL */

MnArchive *mn_window_get_archive (MnWindow *self);
void       mn_window_set_archive (MnWindow *self, MnArchive *archive); /* leaves no session */

MnStore *mn_window_get_store (MnWindow *self); /* (nullable): of the open session */

/* (transfer none) (nullable): the "session" actions of the open session. */
GActionGroup *mn_window_get_session_actions (MnWindow *self);

/* Opens the session in that file; @item_id, if not NULL, is where to go in it. */
void mn_window_open_path (MnWindow *self, const char *path, const char *item_id);

/* Shows what has been opened or made elsewhere. (transfer none) store */
void mn_window_open_store (MnWindow *self, MnStore *store);

/* The window that shows that file's session, whichever way leads to it. (transfer none) (nullable)
 */
MnWindow *mn_window_find (const char *path);

/* What is still in a field's entry goes into the document. */
void mn_window_flush (MnWindow *self);

/* Saves and goes back to the library. */
void mn_window_show_library (MnWindow *self);

/* Goes to that place of the open session, as far as it is there. Both may be NULL. */
void mn_window_show_place (MnWindow *self, const char *section, const char *item_id);

/* Puts the cursor into that item's text, @offset characters from its start. */
void mn_window_show_caret (MnWindow *self, const char *item_id, const char *field, guint offset);

/* A bar that stays until it is closed; several sentences stand below each other. */
void mn_window_tell (MnWindow *self, const char *sentence);

/* What came back after a crash is told in the open session: mn_session_page_tell_recovered(). */
void mn_window_tell_recovered (MnWindow *self, const char *sentence, MnItem *file);

void mn_window_add_toast (MnWindow *self, const char *text);
void mn_window_show_toast (MnWindow *self, AdwToast *toast); /* (transfer none) */

/* The earlier versions of a file that can't be read; one of them may take its place. */
void mn_window_show_versions_of (MnWindow *self, const char *path);

G_END_DECLS
