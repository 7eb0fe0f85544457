#include "mn-window.h"

#include <glib/gi18n.h>

#include "mn-archive-versions.h"
#include "mn-leave.h"
#include "mn-library-view.h"
#include "mn-numbers.h"
#include "mn-panes.h"
#include "mn-papers.h"
#include "mn-session-output.h"
#include "mn-session-page.h"
#include "mn-session.h"
#include "mn-style.h"
#include "mn-versions.h"

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

G_DEFINE_FINAL_TYPE (MnWindow, mn_window, ADW_TYPE_APPLICATION_WINDOW)

static void
enable (MnWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (MnWindow *self)
{
  MnSessionEntry *entry = mn_library_view_get_selected (self->library);

  if (!g_action_map_lookup_action (G_ACTION_MAP (self), "back"))
    return; /* the template is still being built */

  enable (self, "back", self->page != NULL);
  enable (self, "search", self->page == NULL);
  enable (self, "refresh", self->page == NULL);
  enable (self, "versions", self->page == NULL && entry != NULL);
  enable (self, "new-from-selected",
          self->page == NULL && entry != NULL && mn_session_entry_get_error (entry) == NULL);
}

void
mn_window_add_toast (MnWindow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1); /* titles are markup in 1.2 */

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
mn_window_show_toast (MnWindow *self, AdwToast *toast)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, g_object_ref (toast));
}

void
mn_window_tell (MnWindow *self, const char *sentence)
{
  const char      *before = gtk_label_get_text (self->told_label);
  g_autofree char *text = NULL;

  g_return_if_fail (MN_IS_WINDOW (self) && sentence);

  if (gtk_info_bar_get_revealed (self->told_bar) && *before)
    text = g_strconcat (before, "\n", sentence, NULL);
  gtk_label_set_text (self->told_label, text ? text : sentence);
  gtk_info_bar_set_revealed (self->told_bar, TRUE);
}

static void
told_response_cb (MnWindow *self)
{
  gtk_info_bar_set_revealed (self->told_bar, FALSE);
}

/* ---- leaving the open session --------------------------------------------------------------- */

static gboolean
has_nothing_to_save (MnWindow *self)
{
  MnStore *store = mn_window_get_store (self);

  return !store || (self->fresh && mn_document_get_revision (mn_store_get_document (store)) == 0);
}

/* Calls @done once the open session may be left; it takes @user_data in any case. */
static void
leave (MnWindow *self, MnLeaveDone done, gpointer user_data, GDestroyNotify destroy)
{
  if (self->page)
    mn_session_page_flush (self->page);
  if (!has_nothing_to_save (self))
    {
      mn_leave (GTK_WIDGET (self), mn_window_get_store (self), done, user_data, destroy);
      return;
    }

  done (user_data);
  if (destroy)
    destroy (user_data);
}

static void
drop_page (MnWindow *self)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  if (!page)
    return;

  self->page = NULL;
  self->fresh = FALSE;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", NULL);
  gtk_stack_remove (self->stack, page);
}

static void
go_to_library (gpointer user_data)
{
  MnWindow *self = user_data;

  gtk_stack_set_visible_child_name (self->stack, "library");
  drop_page (self);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Minutes"));
  update_actions (self);
  mn_library_view_refresh (self->library);
  mn_library_view_focus_list (self->library);
}

void
mn_window_show_library (MnWindow *self)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  leave (self, go_to_library, g_object_ref (self), g_object_unref);
}

static void
close_for_good (gpointer user_data)
{
  gtk_window_destroy (user_data); /* asking it to close would come back here */
}

static gboolean
mn_window_close_request (GtkWindow *window)
{
  MnWindow *self = MN_WINDOW (window);

  if (self->page)
    mn_session_page_flush (self->page);
  if (!has_nothing_to_save (self))
    {
      /* It goes by itself as soon as all is safe, which most often is before this returns. */
      leave (self, close_for_good, g_object_ref (self), g_object_unref);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (mn_window_parent_class)->close_request (window);
}

/* ---- opening -------------------------------------------------------------------------------- */

static void
page_title_cb (MnWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), mn_session_page_get_title (self->page));
}

static void make_next (MnWindow *self);

static MnBackupPolicy
get_policy (MnWindow *self)
{
  if (!self->settings)
    return MN_BACKUP_POLICY_DEFAULT;

  return (MnBackupPolicy){ g_settings_get_uint (self->settings, "backups-last"),
                           g_settings_get_uint (self->settings, "backups-days"),
                           g_settings_get_uint (self->settings, "backups-minutes") };
}

static void
update_policy (MnWindow *self)
{
  MnBackupPolicy policy = get_policy (self);

  mn_archive_set_backup_policy (self->archive, &policy);
}

static void
show_store (MnWindow *self, MnStore *store)
{
  drop_page (self);
  self->page = MN_SESSION_PAGE (mn_session_page_new (self->archive, store, self->settings));
  g_signal_connect_object (self->page, "notify::title", G_CALLBACK (page_title_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "toast", G_CALLBACK (mn_window_show_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "next", G_CALLBACK (make_next), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session",
                                  mn_session_page_get_actions (self->page));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  page_title_cb (self);
  update_actions (self);
  mn_session_page_focus (self->page);
}

typedef struct
{
  MnWindow *window; /* (owned) */
  MnStore  *store;  /* (owned) (nullable) */
  char     *path;
  char     *item;
} Opening;

static Opening *
opening_new (MnWindow *window)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (window);

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->window);
  g_clear_object (&opening->store);
  g_free (opening->path);
  g_free (opening->item);
  g_free (opening);
}

static void
open_store (gpointer user_data)
{
  Opening *opening = user_data;

  show_store (opening->window, opening->store);
}

static void
open_path (gpointer user_data)
{
  Opening            *opening = user_data;
  MnWindow           *self = opening->window;
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStore) store = mn_store_open (opening->path, self->clock, &error);

  if (!store)
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("The Session Could Not Be Opened"),
                              error->message);
      return;
    }

  mn_archive_guard (self->archive, store);
  show_store (self, store);
  if (opening->item)
    mn_session_page_show_item (self->page, opening->item);
}

/** mn_window_find: the same file in two windows would be two truths. */
MnWindow *
mn_window_find (const char *path)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      MnStore *store = MN_IS_WINDOW (window) ? mn_window_get_store (MN_WINDOW (window)) : NULL;

      if (store && mn_store_is_file (store, path))
        return MN_WINDOW (window);
    }

  return NULL;
}

void
mn_window_open_path (MnWindow *self, const char *path, const char *item_id)
{
  MnWindow *other;
  Opening  *opening;

  g_return_if_fail (MN_IS_WINDOW (self) && path);

  other = mn_window_find (path);
  if (other)
    {
      if (item_id)
        mn_session_page_show_item (other->page, item_id);
      gtk_window_present (GTK_WINDOW (other));
      return;
    }

  opening = opening_new (self);
  opening->path = g_strdup (path);
  opening->item = g_strdup (item_id);
  leave (self, open_path, opening, (GDestroyNotify) opening_free);
}

void
mn_window_open_store (MnWindow *self, MnStore *store)
{
  Opening *opening;

  g_return_if_fail (MN_IS_WINDOW (self) && MN_IS_STORE (store));

  opening = opening_new (self);
  opening->store = g_object_ref (store);
  leave (self, open_store, opening, (GDestroyNotify) opening_free);
}

void
mn_window_flush (MnWindow *self)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  if (self->page)
    mn_session_page_flush (self->page);
}

void
mn_window_show_place (MnWindow *self, const char *section, const char *item_id)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  if (self->page)
    mn_session_page_show_place (self->page, section, item_id);
}

void
mn_window_show_caret (MnWindow *self, const char *item_id, const char *field, guint offset)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  if (self->page)
    mn_session_page_show_caret (self->page, item_id, field, offset);
}

void
mn_window_tell_recovered (MnWindow *self, const char *sentence, MnItem *file)
{
  g_return_if_fail (MN_IS_WINDOW (self) && self->page);

  mn_session_page_tell_recovered (self->page, sentence, file);
}

static void
open_session_cb (MnWindow *self, const char *path, const char *item_id)
{
  mn_window_open_path (self, path, item_id);
}

/* ---- new sessions --------------------------------------------------------------------------- */

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

static void
new_empty (gpointer user_data)
{
  MnWindow           *self = user_data;
  g_autoptr (MnItem)  session = mn_session_new ();
  g_autoptr (MnStore) store = NULL;
  g_autofree char    *now = mn_clock_dup_moment (self->clock);

  /* The file is named by its day. */
  mn_item_set (mn_session_get_general (session), "starts", now, NULL);
  store = make_store (self, session);
  show_store (self, store);
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

static void
new_from (MnWindow *self, MnItem *from)
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

  show_store (self, store);
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
  new_from (self, from);
}

static void
make_next (MnWindow *self)
{
  leave (self, new_from_open, g_object_ref (self), g_object_unref);
}

/* ---- actions -------------------------------------------------------------------------------- */

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
  leave (user_data, new_empty, g_object_ref (user_data), g_object_unref);
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
    new_from (self, from);
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
  MnBackupPolicy policy = get_policy (self);

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

  mn_window_set_archive (self, archive);
  if (self->settings)
    g_settings_set_string (self->settings, "archive", data->folder);
  go_to_library (self);
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
      leave (self, switch_archive, data, (GDestroyNotify) switch_free);
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

/* ---- window --------------------------------------------------------------------------------- */

/* Another window, or another program, may have saved meanwhile; and who turns away from this one
 * may be about to pull the plug. */
static void
active_cb (MnWindow *self)
{
  MnStore   *store = mn_window_get_store (self);
  MnJournal *journal = store ? mn_store_get_journal (store) : NULL;

  if (journal && !gtk_window_is_active (GTK_WINDOW (self)))
    mn_journal_flush (journal); /* how it went is told by its message */
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;
  if (store)
    mn_store_check_disk (store);
  else
    mn_library_view_refresh (self->library);
}

/* The library goes at the end of the transition. If it has taken the keyboard again meanwhile, that
 * would go to the first button of the header. */
static void
transition_cb (MnWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->page && !gtk_stack_get_transition_running (self->stack) &&
      (!focus || !gtk_widget_get_ancestor (focus, MN_TYPE_PANES)))
    mn_session_page_focus (self->page);
}

static void
mn_window_dispose (GObject *object)
{
  MnWindow *self = MN_WINDOW (object);

  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_WINDOW);
  g_clear_object (&self->archive);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->clock, mn_clock_unref);

  G_OBJECT_CLASS (mn_window_parent_class)->dispose (object);
}

static void
mn_window_class_init (MnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mn_window_close_request;

  g_type_ensure (MN_TYPE_LIBRARY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Minutes/mn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MnWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MnWindow, library);
  gtk_widget_class_bind_template_child (widget_class, MnWindow, told_bar);
  gtk_widget_class_bind_template_child (widget_class, MnWindow, told_label);
  gtk_widget_class_bind_template_callback (widget_class, told_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_session_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
mn_window_init (MnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_object (self->stack, "notify::transition-running", G_CALLBACK (transition_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
restore_size (MnWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

MnWindow *
mn_window_new (GtkApplication *application, MnArchive *archive, MnClock *clock, GSettings *settings)
{
  MnWindow *self = g_object_new (MN_TYPE_WINDOW, "application", application, NULL);

  self->clock = mn_clock_ref (clock);
  if (settings)
    {
      self->settings = g_object_ref (settings);
      restore_size (self);
      g_signal_connect_object (settings, "changed", G_CALLBACK (update_policy), self,
                               G_CONNECT_SWAPPED);
    }
  mn_window_set_archive (self, archive);
  update_actions (self);

  return self;
}

MnArchive *
mn_window_get_archive (MnWindow *self)
{
  return self->archive;
}

void
mn_window_set_archive (MnWindow *self, MnArchive *archive)
{
  g_auto (GStrv) folders = NULL;

  g_return_if_fail (MN_IS_WINDOW (self) && MN_IS_ARCHIVE (archive));

  folders = mn_style_list_folders (mn_archive_get_folder (archive), NULL);
  mn_style_set_folders ((const char *const *) folders);
  g_set_object (&self->archive, archive);
  update_policy (self);
  mn_library_view_set_archive (self->library, archive);
}

MnStore *
mn_window_get_store (MnWindow *self)
{
  return self->page ? mn_session_page_get_store (self->page) : NULL;
}

GActionGroup *
mn_window_get_session_actions (MnWindow *self)
{
  return self->page ? mn_session_page_get_actions (self->page) : NULL;
}
