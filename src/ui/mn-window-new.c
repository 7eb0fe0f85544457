/* New sessions: an empty one, or one that goes on from another. */

#include <glib/gi18n.h>

#include "mn-session-output.h"
#include "mn-session.h"
#include "mn-window-private.h"

static MnStore *
make_store (MnWindow *self, MnItem *session)
{
  g_autoptr (MnDocument) document = mn_document_new (session, self->clock);
  g_autofree char       *path = mn_archive_dup_new_path (self->archive, session);
  MnStore               *store;

  store = mn_store_new (document, path);
  mn_archive_guard (self->archive, store);

  return store;
}

/** mn_window_new_empty: @user_data is the window; its session has been left. */
void
mn_window_new_empty (gpointer user_data)
{
  MnWindow           *self = user_data;
  g_autoptr (MnItem)  session = mn_session_new ();
  g_autoptr (MnStore) store = NULL;
  g_autofree char    *now = mn_clock_dup_moment (self->clock);

  /* The file is named by its day. */
  mn_item_set (mn_session_get_general (session), "starts", now, NULL);
  store = make_store (self, session);
  mn_window_show_store (self, store);
  self->fresh = TRUE;
}

static void
tell_returned (MnWindow *self, MnItem *session)
{
  guint            n = mn_item_get_n_children (mn_session_get_record (session), "follow-ups");
  g_autofree char *text = NULL;

  if (n)
    text = g_strdup_printf (ngettext ("%u open item returns in the new session",
                                      "%u open items return in the new session", n),
                            n);
  mn_window_add_toast (self, text ? text : _ ("Nothing was left open, so no item returns"));
}

/** mn_window_new_from: @from: (transfer none): the session that the new one goes on from */
void
mn_window_new_from (MnWindow *self, MnItem *from)
{
  g_autoptr (MnItem)  session = mn_archive_next_session (self->archive, from);
  g_autoptr (MnStore) store = make_store (self, session);
  g_autoptr (GError)  error = NULL;

  if (!mn_store_save (store, &error))
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("The New Session Could Not Be Saved"),
                              error->message);
      return;
    }

  mn_window_show_store (self, store);
  tell_returned (self, session);
}

/* What was typed last counts too: its file has just been saved, so the index takes it in. */
static void
new_from_open (gpointer user_data)
{
  MnWindow          *self = user_data;
  g_autoptr (MnItem) from = g_object_ref (
      mn_document_get_root (mn_store_get_document (mn_window_get_store (self))));

  mn_archive_refresh (self->archive, NULL);
  mn_window_new_from (self, from);
}

void
mn_window_make_next (MnWindow *self)
{
  mn_window_leave (self, new_from_open, g_object_ref (self), g_object_unref);
}
