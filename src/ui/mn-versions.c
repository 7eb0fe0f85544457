#include "mn-versions.h"

#include <glib/gi18n.h>

#include "mn-session-output.h"
#include "mn-versions-window.h"

/* ---- of the open session -------------------------------------------------------------------- */

static MnItem *
read_version (MnVersionsWindow *window)
{
  g_autoptr (GError) error = NULL;
  MnItem            *version = mn_versions_window_read (window, &error);

  if (version == NULL)
    mn_session_output_tell (GTK_WIDGET (window), _ ("That Version Can't Be Read"), error->message);
  return version;
}

static void
open_cb (MnSessionPage *page, MnVersionsWindow *window)
{
  g_autoptr (MnItem) version = read_version (window);
  g_autofree char   *title = mn_versions_window_dup_title (window);

  if (version == NULL)
    return;
  mn_session_page_show_version (page, version, title);
  gtk_window_close (GTK_WINDOW (window));
}

static void
bring_back_cb (MnSessionPage *page, MnVersionsWindow *window)
{
  g_autoptr (MnItem) version = read_version (window);
  g_autofree char   *title = mn_versions_window_dup_title (window);

  if (version != NULL && mn_session_page_bring_back (page, version, title))
    gtk_window_close (GTK_WINDOW (window));
}

void
mn_versions_show (MnSessionPage *page)
{
  MnDocument *document = mn_store_get_document (mn_session_page_get_store (page));
  MnItem     *root = mn_document_get_root (document);
  GtkRoot    *parent = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget  *window;

  g_return_if_fail (MN_IS_SESSION_PAGE (page));

  mn_session_page_flush (page);
  window = mn_versions_window_new (GTK_WINDOW (parent), mn_session_page_get_title (page), NULL,
                                   mn_item_get_id (root), root);
  mn_versions_window_set_read_only (MN_VERSIONS_WINDOW (window),
                                    mn_document_get_read_only (document));
  g_signal_connect_object (window, "open", G_CALLBACK (open_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "bring-back", G_CALLBACK (bring_back_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- of a file that can't be read ----------------------------------------------------------- */

typedef struct
{
  GtkWindow     *parent; /* (owned) */
  char          *path;   /* (owned) */
  MnBackupPlace *place;  /* (owned) */
  MnVersionsDone done;
} Broken;

static void
broken_free (gpointer data, GClosure *closure)
{
  Broken *broken = data;

  g_object_unref (broken->parent);
  mn_backup_place_free (broken->place);
  g_free (broken->path);
  g_free (broken);
}

static void
bring_file_back_cb (MnVersionsWindow *window, Broken *broken)
{
  g_autoptr (GError) error = NULL;
  GtkWindow         *parent = broken->parent;
  MnVersionsDone     done = broken->done;

  if (!mn_backups_bring_back (broken->place, mn_versions_window_get_selected (window), broken->path,
                              &error))
    {
      mn_session_output_tell (GTK_WIDGET (window), _ ("That Version Can't Be Brought Back"),
                              error->message);
      return;
    }
  done (parent);
  gtk_window_close (GTK_WINDOW (window));
}

void
mn_versions_show_of_file (GtkWindow            *parent,
                          const char           *path,
                          const MnBackupPolicy *policy,
                          MnClock              *clock,
                          MnVersionsDone        done)
{
  g_autofree char      *id = mn_backups_find_id (NULL, path);
  g_autofree char      *name = g_path_get_basename (path);
  g_autofree char      *title = g_filename_display_name (name);
  g_autoptr (GDateTime) now = mn_clock_now (clock);
  GtkWidget            *window = mn_versions_window_new (parent, title, NULL, id, NULL);
  Broken               *broken = g_new0 (Broken, 1);

  broken->parent = g_object_ref (parent);
  broken->path = g_strdup (path);
  broken->place = mn_backup_place_new (NULL, id != NULL ? id : "", policy,
                                       g_date_time_to_unix (now));
  broken->done = done;
  g_signal_connect_data (window, "bring-back", G_CALLBACK (bring_file_back_cb), broken, broken_free,
                         0);
  gtk_window_present (GTK_WINDOW (window));
}
