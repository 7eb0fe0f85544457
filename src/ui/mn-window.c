#include "mn-window-private.h"

#include <glib/gi18n.h>

#include "mn-panes.h"
#include "mn-session-output.h"
#include "mn-style.h"

G_DEFINE_FINAL_TYPE (MnWindow, mn_window, ADW_TYPE_APPLICATION_WINDOW)

static void
enable (MnWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
mn_window_update_actions (MnWindow *self)
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
void
mn_window_leave (MnWindow *self, MnLeaveDone done, gpointer user_data, GDestroyNotify destroy)
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

void
mn_window_drop_page (MnWindow *self)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  if (!page)
    return;

  self->page = NULL;
  self->fresh = FALSE;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session", NULL);
  gtk_stack_remove (self->stack, page);
}

void
mn_window_go_to_library (gpointer user_data)
{
  MnWindow *self = user_data;

  gtk_stack_set_visible_child_name (self->stack, "library");
  mn_window_drop_page (self);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Minutes"));
  mn_window_update_actions (self);
  mn_library_view_refresh (self->library);
  mn_library_view_focus_list (self->library);
}

void
mn_window_show_library (MnWindow *self)
{
  g_return_if_fail (MN_IS_WINDOW (self));

  mn_window_leave (self, mn_window_go_to_library, g_object_ref (self), g_object_unref);
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
      mn_window_leave (self, close_for_good, g_object_ref (self), g_object_unref);
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

MnBackupPolicy
mn_window_get_policy (MnWindow *self)
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
  MnBackupPolicy policy = mn_window_get_policy (self);

  mn_archive_set_backup_policy (self->archive, &policy);
}

void
mn_window_show_store (MnWindow *self, MnStore *store)
{
  mn_window_drop_page (self);
  self->page = MN_SESSION_PAGE (mn_session_page_new (self->archive, store, self->settings));
  g_signal_connect_object (self->page, "notify::title", G_CALLBACK (page_title_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "toast", G_CALLBACK (mn_window_show_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "next", G_CALLBACK (mn_window_make_next), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "session",
                                  mn_session_page_get_actions (self->page));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  page_title_cb (self);
  mn_window_update_actions (self);
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

  mn_window_show_store (opening->window, opening->store);
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
  mn_window_show_store (self, store);
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
  mn_window_leave (self, open_path, opening, (GDestroyNotify) opening_free);
}

void
mn_window_open_store (MnWindow *self, MnStore *store)
{
  Opening *opening;

  g_return_if_fail (MN_IS_WINDOW (self) && MN_IS_STORE (store));

  opening = opening_new (self);
  opening->store = g_object_ref (store);
  mn_window_leave (self, open_store, opening, (GDestroyNotify) opening_free);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "update_actions",
                                                G_CALLBACK (mn_window_update_actions));
}

static void
mn_window_init (MnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mn_window_add_actions (self);
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
  mn_window_update_actions (self);

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
