#pragma once

#include "mn-leave.h"
#include "mn-library-view.h"
#include "mn-session-page.h"
#include "mn-window.h"

G_BEGIN_DECLS

/* What the files of mn-window share: what menus and keys do in it (-actions), sessions that are
 * made (-new), and the rest. */

struct _MnWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  MnLibraryView   *library;
  GtkInfoBar      *told_bar;
  GtkLabel        *told_label;

  /* Owned */
  MnArchive *archive;
  MnClock   *clock;
  GSettings *settings; /* (nullable) */

  /* Borrowed: a child of the stack */
  MnSessionPage *page; /* (nullable) */

  /* Plain */
  gboolean fresh; /* the open session was made empty and hasn't been touched */
};

void mn_window_add_actions (MnWindow *self);
void mn_window_update_actions (MnWindow *self);

/* Calls @done once the open session may be left; it takes @user_data in any case. */
void mn_window_leave (MnWindow *self, MnLeaveDone done, gpointer user_data, GDestroyNotify destroy);
void mn_window_drop_page (MnWindow *self);
void mn_window_go_to_library (gpointer self); /* the session has been left */
void mn_window_show_store (MnWindow *self, MnStore *store);
MnBackupPolicy mn_window_get_policy (MnWindow *self);

/* New sessions. */
void mn_window_new_empty (gpointer user_data);
void mn_window_new_from (MnWindow *self, MnItem *from);
void mn_window_make_next (MnWindow *self);

G_END_DECLS
