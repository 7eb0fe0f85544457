#include "mn-papers.h"

#include "mn-papers-window.h"

/* A session that is open, in this window or another, is printed as it stands there. */
static MnWindow *
find_open (GtkWindow *window, const char *session)
{
  GtkApplication *application = gtk_window_get_application (window);

  for (GList *l = application ? gtk_application_get_windows (application) : NULL; l; l = l->next)
    {
      MnStore *store = MN_IS_WINDOW (l->data) ? mn_window_get_store (l->data) : NULL;

      if (store && g_strcmp0 (mn_item_get_id (mn_document_get_root (mn_store_get_document (store))),
                              session) == 0)
        return l->data;
    }

  return NULL;
}

static MnItem *
read_session (GtkWindow *window, const char *session, GError **error)
{
  MnWindow *open = find_open (window, session);

  if (!open)
    return mn_archive_read_session (mn_window_get_archive (MN_WINDOW (window)), session, error);

  mn_window_flush (open);

  return g_object_ref (mn_document_get_root (mn_store_get_document (mn_window_get_store (open))));
}

void
mn_papers_choose (MnWindow *window, MnSessionEntry *chosen)
{
  MnStore    *store = mn_window_get_store (window);
  GListModel *sessions = store ? NULL : mn_archive_get_sessions (mn_window_get_archive (window));
  const char *id = NULL;

  if (store)
    id = mn_item_get_id (mn_document_get_root (mn_store_get_document (store)));
  else if (chosen && !mn_session_entry_get_error (chosen))
    id = mn_session_entry_get_id (chosen);
  gtk_window_present (
      GTK_WINDOW (mn_papers_window_new (GTK_WINDOW (window), sessions, id, read_session)));
}
