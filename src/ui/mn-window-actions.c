/* What menus and keys do in a window. */

#include <glib/gi18n.h>

#include "mn-archive-versions.h"
#include "mn-numbers.h"
#include "mn-papers.h"
#include "mn-session-output.h"
#include "mn-signs.h"
#include "mn-versions.h"
#include "mn-window-private.h"

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_window_show_library (user_data);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (user_data);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_library_view_focus_search (MN_WINDOW (user_data)->library);
}

static void
numbers_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_numbers_show (user_data);
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_library_view_refresh (MN_WINDOW (user_data)->library);
}

static void
new_empty_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_window_leave (user_data, mn_window_new_empty, g_object_ref (user_data), g_object_unref);
}

static void
new_from_selected_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnWindow          *self = user_data;
  MnSessionEntry    *entry = mn_library_view_get_selected (self->library);
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) from = NULL;

  if (!entry)
    return;

  from = mn_archive_read_session (self->archive, mn_session_entry_get_id (entry), &error);
  if (from)
    mn_window_new_from (self, from);
  else
    mn_session_output_tell (GTK_WIDGET (self), _ ("The Session Could Not Be Read"), error->message);
}

static void
print_papers_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_papers_choose (user_data, mn_library_view_get_selected (MN_WINDOW (user_data)->library));
}

static void
file_brought_back (GtkWindow *window)
{
  MnWindow *self = MN_WINDOW (window);

  mn_library_view_refresh (self->library);
  mn_window_add_toast (self, _ ("The earlier version is back"));
}

void
mn_window_show_versions_of (MnWindow *self, const char *path)
{
  MnBackupPolicy policy = mn_window_get_policy (self);

  mn_versions_show_of_file (GTK_WINDOW (self), path, &policy, self->clock, file_brought_back);
}

/* A session that can't be read can't be opened, but just then its earlier versions are needed. */
static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnWindow       *self = user_data;
  MnSessionEntry *entry = mn_library_view_get_selected (self->library);

  if (!entry)
    return;
  if (mn_session_entry_get_error (entry))
    {
      mn_window_show_versions_of (self, mn_session_entry_get_path (entry));
      return;
    }

  mn_window_open_path (self, mn_session_entry_get_path (entry), NULL);
  if (self->page)
    mn_versions_show (self->page);
}

static void
document_versions_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const MnKind *kind = mn_kind_find (g_variant_get_string (parameter, NULL));

  if (kind)
    mn_archive_versions_show (user_data, kind);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_window_add_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
open_session_in_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnWindow       *self = user_data;
  MnSessionEntry *entry = mn_archive_find (self->archive, g_variant_get_string (parameter, NULL));
  MnWindow       *window;

  if (!entry)
    return;

  window = mn_window_find (mn_session_entry_get_path (entry));
  if (!window)
    {
      window = mn_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->archive,
                              self->clock, NULL);
      mn_window_open_path (window, mn_session_entry_get_path (entry), NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, MnWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char  *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file ? g_file_get_path (file) : NULL;
  if (path)
    mn_window_open_path (self, path, NULL);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
open_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnWindow                 *self = user_data;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative     *chooser = gtk_file_chooser_native_new (
          _ ("Open a Session"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
          _ ("_Cancel"));
  g_autoptr (GFile) folder = g_file_new_for_path (mn_archive_get_folder (self->archive));

  gtk_file_filter_set_name (filter, _ ("Sessions"));
  gtk_file_filter_add_pattern (filter, "*.minutes");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  MnWindow *window; /* (owned) */
  char     *folder;
} Switch;

static void
switch_free (Switch *data)
{
  g_object_unref (data->window);
  g_free (data->folder);
  g_free (data);
}

static void
switch_archive (gpointer user_data)
{
  Switch               *data = user_data;
  MnWindow             *self = data->window;
  g_autoptr (MnArchive) archive = mn_archive_new (data->folder, self->clock);

  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  mn_window_set_archive (self, archive);
  if (self->settings)
    g_settings_set_string (self->settings, "archive", data->folder);
  mn_window_go_to_library (self);
}

static void
archive_chosen_cb (GtkNativeDialog *chooser, int response, MnWindow *self)
{
  g_autoptr (GFile) file = NULL;
  Switch           *data;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file && g_file_peek_path (file))
    {
      data = g_new0 (Switch, 1);
      data->window = g_object_ref (self);
      data->folder = g_file_get_path (file);
      mn_window_leave (self, switch_archive, data, (GDestroyNotify) switch_free);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
open_archive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnWindow             *self = user_data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open an Archive"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Open"),
      _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (archive_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static const GActionEntry action_entries[] = {
  { .name = "back", .activate = back_cb },
  { .name = "close", .activate = close_cb },
  { .name = "search", .activate = search_cb },
  { .name = "refresh", .activate = refresh_cb },
  { .name = "numbers", .activate = numbers_cb },
  { .name = "new-empty", .activate = new_empty_cb },
  { .name = "new-from-selected", .activate = new_from_selected_cb },
  { .name = "print-papers", .activate = print_papers_cb },
  { .name = "versions", .activate = versions_cb },
  { .name = "document-versions", .parameter_type = "s", .activate = document_versions_cb },
  { .name = "open-file", .activate = open_file_cb },
  { .name = "open-archive", .activate = open_archive_cb },
  { .name = "open-session-in-window",
    .parameter_type = "s",
    .activate = open_session_in_window_cb },
  { .name = "toast", .parameter_type = "s", .activate = toast_cb },
};

/** mn_window_add_actions: the "win" actions. */
void
mn_window_add_actions (MnWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
}
