#include "mn-archive-versions.h"

#include <glib/gi18n.h>

#include "mn-session-output.h"
#include "mn-version-view.h"
#include "mn-versions-window.h"

/** Versions: of which document, until its window and its toast are gone. */
typedef struct
{
  MnWindow     *window;  /* (owned) */
  MnArchive    *archive; /* (owned) the window may show another one later */
  const MnKind *kind;
  MnItem       *present; /* (owned) */
} Versions;

static Versions *
versions_new (MnWindow *window, MnArchive *archive, const MnKind *kind, MnItem *present)
{
  Versions *self = g_new0 (Versions, 1);

  self->window = g_object_ref (window);
  self->archive = g_object_ref (archive);
  self->kind = kind;
  self->present = g_object_ref (present);
  return self;
}

static void
versions_free (gpointer data, GClosure *closure)
{
  Versions *self = data;

  g_object_unref (self->window);
  g_object_unref (self->archive);
  g_object_unref (self->present);
  g_free (self);
}

/* ---- bringing back -------------------------------------------------------------------------- */

static gboolean
become (Versions *self, MnItem *version, const char *name, GError **error)
{
  g_autoptr (MnStore) store = mn_archive_change_document (self->archive, self->kind, error);

  if (store == NULL)
    return FALSE;
  mn_store_keep_version (store);
  return mn_document_become (mn_store_get_document (store), version, name, error) &&
         mn_store_save (store, error);
}

static void
undo_cb (AdwToast *toast, Versions *self)
{
  g_autoptr (GError) error = NULL;

  if (!become (self, self->present, _ ("Undo"), &error))
    mn_session_output_tell (GTK_WIDGET (self->window), _ ("It Can't Be Undone"), error->message);
}

static void
tell_brought_back (Versions *self)
{
  g_autofree char     *text = NULL;
  g_autofree char     *markup = NULL;
  g_autoptr (AdwToast) toast = NULL;

  /* Translators: %s is “Directory”, “List of series” or “Register of numbers” */
  text = g_strdup_printf (_ ("%s: the earlier version is back"), mn_kind_get_label (self->kind));
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb),
                         versions_new (self->window, self->archive, self->kind, self->present),
                         versions_free, 0);
  mn_window_show_toast (self->window, toast);
}

static MnItem *
read_version (MnVersionsWindow *list)
{
  g_autoptr (GError) error = NULL;
  MnItem            *version = mn_versions_window_read (list, &error);

  if (version == NULL)
    mn_session_output_tell (GTK_WIDGET (list), _ ("That Version Can't Be Read"), error->message);
  return version;
}

static void
bring_back_cb (MnVersionsWindow *list, Versions *self)
{
  g_autoptr (MnItem) version = read_version (list);
  g_autofree char   *title = mn_versions_window_dup_title (list);
  g_autofree char   *name = NULL;
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    return;
  name = g_strdup_printf (_ ("Bring back: %s"), title);
  if (!become (self, version, name, &error))
    {
      mn_session_output_tell (GTK_WIDGET (list), _ ("That Version Can't Be Brought Back"),
                              error->message);
      return;
    }
  tell_brought_back (self);
  gtk_window_close (GTK_WINDOW (list));
}

/* ---- beside the present one ------------------------------------------------------------------ */

static GtkWidget *
make_window (Versions *self, MnVersionsWindow *list, GtkWidget *view)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", list, "destroy-with-parent",
                                    TRUE, "default-width", 560, "default-height", 520, "title",
                                    mn_kind_get_label (self->kind), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_set_size_request (window, 320, 240);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  return window;
}

static void
open_cb (MnVersionsWindow *list, Versions *self)
{
  g_autoptr (MnItem)     version = read_version (list);
  g_autofree char       *title = mn_versions_window_dup_title (list);
  g_autoptr (MnItem)     copy = mn_item_copy (self->present, MN_COPY_SAME_IDS);
  g_autoptr (MnDocument) document = NULL;
  g_autoptr (MnClock)    clock = mn_clock_new ();
  GtkWidget             *view, *window;

  if (version == NULL)
    return;
  document = mn_document_new (copy, clock);
  view = mn_version_view_new (document);
  mn_version_view_set_version (MN_VERSION_VIEW (view), version, title);
  window = make_window (self, list, view);
  g_signal_connect_object (view, "closed", G_CALLBACK (gtk_window_destroy), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* A file that can't be read has no present to compare with; a version may take its place. */
void
mn_archive_versions_show (MnWindow *window, const MnKind *kind)
{
  MnArchive         *archive = mn_window_get_archive (window);
  g_autoptr (MnItem) present = NULL;
  g_autofree char   *path = NULL;
  GtkWidget         *list;

  g_return_if_fail (MN_IS_WINDOW (window));

  present = mn_archive_read_document (archive, kind, NULL);
  if (present == NULL)
    {
      path = mn_archive_dup_document_path (archive, kind);
      mn_window_show_versions_of (window, path);
      return;
    }
  list = mn_versions_window_new (GTK_WINDOW (window), mn_kind_get_label (kind), NULL,
                                 mn_item_get_id (present), present);
  g_signal_connect_data (list, "open", G_CALLBACK (open_cb),
                         versions_new (window, archive, kind, present), versions_free, 0);
  g_signal_connect_data (list, "bring-back", G_CALLBACK (bring_back_cb),
                         versions_new (window, archive, kind, present), versions_free, 0);
  gtk_window_present (GTK_WINDOW (list));
}
