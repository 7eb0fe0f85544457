#include "mn-session-page-private.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-number-actions.h"
#include "mn-save-text.h"
#include "mn-sections.h"
#include "mn-session.h"

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint       next_signal;
static guint       toast_signal;

G_DEFINE_FINAL_TYPE (MnSessionPage, mn_session_page, GTK_TYPE_WIDGET)

MnDocument *
mn_session_page_get_document (MnSessionPage *self)
{
  return mn_store_get_document (self->store);
}

void
mn_session_page_emit_toast (MnSessionPage *self, AdwToast *toast)
{
  g_signal_emit (self, toast_signal, 0, toast);
}

void
mn_session_page_emit_next (MnSessionPage *self)
{
  g_signal_emit (self, next_signal, 0);
}

/* ---- title and saving ----------------------------------------------------------------------- */

static void
update_title (MnSessionPage *self)
{
  g_autofree char *title = mn_session_dup_title (
      mn_document_get_root (mn_session_page_get_document (self)));

  if (g_strcmp0 (title, adw_window_title_get_title (self->title)) == 0)
    return;

  adw_window_title_set_title (self->title, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
update_state (MnSessionPage *self)
{
  g_autofree char *text = mn_save_text_dup (self->store);

  adw_window_title_set_subtitle (self->title, text);
}

/* ---- following the editor ------------------------------------------------------------------- */

static void
item_selected_cb (MnSessionPage *self)
{
  const char *item_id = mn_editor_view_get_selected_item (self->editor);
  MnJournal  *journal = mn_store_get_journal (self->store);

  if (journal)
    mn_journal_note_place (journal, mn_editor_view_get_section (self->editor), item_id);
  if (!item_id)
    return;

  mn_page_preview_show_item (self->preview, item_id);
  mn_compare_view_follow (self->compare, item_id);
}

static void
form_changed_cb (MnSessionPage *self)
{
  mn_page_preview_set_form (self->preview, mn_editor_view_get_form (self->editor));
}

/* The paper that compares and the pane are about the same session, wherever it was chosen. */
static void
compared_cb (MnSessionPage *self)
{
  mn_paper_input_set_other (mn_editor_view_get_paper_input (self->editor),
                            mn_compare_view_get_session (self->compare));
}

static void
other_chosen_cb (MnSessionPage *self)
{
  const char *chosen = mn_paper_input_get_chosen (mn_editor_view_get_paper_input (self->editor));

  if (chosen && g_strcmp0 (chosen, mn_compare_view_get_session (self->compare)) != 0)
    mn_compare_view_show_session (self->compare, chosen, NULL);
}

static void
compare_wanted_cb (MnSessionPage *self, const char *session_id, const char *item_id)
{
  mn_session_page_show_side (self, "compare", TRUE);
  if (session_id)
    mn_compare_view_show_session (self->compare, session_id, item_id);
}

static void
restore_cb (MnSessionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->editor), self->offered, NULL);
}

/* A toast's button lies outside the editor, whose actions it couldn't reach by itself. */
static void
told_cb (MnSessionPage *self, const char *text, const char *action)
{
  g_autofree char     *markup = g_markup_escape_text (text, -1); /* titles are markup in 1.2 */
  g_autoptr (AdwToast) toast = adw_toast_new (markup);

  if (action)
    {
      g_free (self->offered);
      self->offered = g_strdup (action);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_cb), self,
                               G_CONNECT_SWAPPED);
    }
  mn_session_page_emit_toast (self, toast);
}

/* Once is enough: the text itself is safe. */
static void
backup_message_cb (MnSessionPage *self)
{
  g_autofree char *message = NULL;

  g_object_get (self->store, "backup-message", &message, NULL);
  if (!message || self->backup_told)
    return;

  self->backup_told = TRUE;
  told_cb (self, message, NULL);
}

static void
version_told_cb (MnSessionPage *self, MnItem *version, const char *title)
{
  mn_session_page_show_version (self, version, title);
}

static void
read_only_cb (MnSessionPage *self)
{
  update_state (self);
  mn_session_page_update_bring_back (self);
}

static void
edited_cb (MnSessionPage *self)
{
  update_title (self);
  mn_session_page_update_undo (self);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_session_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TITLE)
    g_value_set_string (value, mn_session_page_get_title (MN_SESSION_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mn_session_page_dispose (GObject *object)
{
  MnSessionPage *self = MN_SESSION_PAGE (object);

  if (self->settings)
    g_settings_unbind (self->panes, "end-width");
  g_clear_object (&self->settings); /* hiding the panes on the way out is no wish of the user's */
  g_clear_object (&self->actions);
  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_SESSION_PAGE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->caret_item, g_free);
  g_clear_pointer (&self->caret_field, g_free);

  G_OBJECT_CLASS (mn_session_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, form_button);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, bars);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, panes);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, side);
  gtk_widget_class_bind_template_child (widget_class, MnSessionPage, undo_section);
  gtk_widget_class_bind_template_callback_full (widget_class, "panes_changed_cb",
                                                G_CALLBACK (mn_session_page_panes_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "folded_cb",
                                                G_CALLBACK (mn_session_page_folded));
  gtk_widget_class_bind_template_callback (widget_class, version_told_cb);
}

static void
mn_session_page_class_init (MnSessionPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_session_page_get_property;
  object_class->dispose = mn_session_page_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  next_signal = g_signal_new ("next", MN_TYPE_SESSION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  toast_signal = g_signal_new ("toast", MN_TYPE_SESSION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  g_type_ensure (MN_TYPE_PANES);
  g_type_ensure (MN_TYPE_STORE_BARS);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "session");
}

static void
mn_session_page_init (MnSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mn_session_page_add_actions (self);
}

static void
make_panes (MnSessionPage *self, MnArchive *archive)
{
  self->editor = MN_EDITOR_VIEW (mn_editor_view_new (self->store, archive));
  self->preview = MN_PAGE_PREVIEW (mn_page_preview_new (
      mn_session_page_get_document (self), mn_editor_view_get_paper_input (self->editor)));
  self->compare = MN_COMPARE_VIEW (
      mn_compare_view_new (archive, mn_session_page_get_document (self)));
  mn_panes_set_start (self->panes, GTK_WIDGET (self->editor));
  gtk_stack_add_named (self->side, GTK_WIDGET (self->preview), "preview");
  gtk_stack_add_named (self->side, GTK_WIDGET (self->compare), "compare");
  mn_session_page_make_version_view (self);

  g_signal_connect_object (self->compare, "notify::session", G_CALLBACK (compared_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mn_editor_view_get_paper_input (self->editor), "changed",
                           G_CALLBACK (other_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::selected-item", G_CALLBACK (item_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::section", G_CALLBACK (item_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::form", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify-user", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "compare", G_CALLBACK (compare_wanted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
follow_journal (MnSessionPage *self)
{
  MnJournal *journal = mn_store_get_journal (self->store);

  if (!journal)
    return;

  g_signal_connect_object (journal, "notify::synced-at", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::message", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
}

static void
follow_store (MnSessionPage *self)
{
  follow_journal (self);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::safe-at", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::message", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::on-disk", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "flush", G_CALLBACK (mn_session_page_flush), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mn_session_page_get_document (self), "notify::read-only",
                           G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  mn_store_bars_set_store (self->bars, self->store);
  g_signal_connect_object (self->store, "notify::backup-message", G_CALLBACK (backup_message_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mn_session_page_get_document (self), "edited", G_CALLBACK (edited_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* A group of edits gets its name when it ends, after the last of them. */
  g_signal_connect_object (mn_session_page_get_document (self), "notify::undo-name",
                           G_CALLBACK (mn_session_page_update_undo), self, G_CONNECT_SWAPPED);
}

GtkWidget *
mn_session_page_new (MnArchive *archive, MnStore *store, GSettings *settings)
{
  MnSessionPage *self = g_object_new (MN_TYPE_SESSION_PAGE, NULL);

  self->store = g_object_ref (store);
  if (archive)
    mn_number_actions_add (G_ACTION_MAP (self->actions), self, archive);
  make_panes (self, archive);
  self->settings = settings ? g_object_ref (settings) : NULL;
  mn_session_page_restore_panes (self);
  follow_store (self);
  update_title (self);
  update_state (self);
  mn_session_page_update_undo (self);
  mn_session_page_panes_changed (self);

  return GTK_WIDGET (self);
}

MnStore *
mn_session_page_get_store (MnSessionPage *self)
{
  return self->store;
}

GActionGroup *
mn_session_page_get_actions (MnSessionPage *self)
{
  return G_ACTION_GROUP (self->actions);
}

const char *
mn_session_page_get_title (MnSessionPage *self)
{
  return adw_window_title_get_title (self->title);
}

void
mn_session_page_flush (MnSessionPage *self)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_editor_view_flush (self->editor);
}

void
mn_session_page_show_item (MnSessionPage *self, const char *item_id)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_editor_view_show_item (self->editor, item_id);
}

void
mn_session_page_show_place (MnSessionPage *self, const char *section, const char *item_id)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  if (section && mn_sections_find (section))
    mn_editor_view_show_section (self->editor, section);
  if (item_id && mn_document_find (mn_session_page_get_document (self), item_id))
    mn_editor_view_show_item (self->editor, item_id);
}

void
mn_session_page_tell_recovered (MnSessionPage *self, const char *sentence, MnItem *file)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_store_bars_tell_recovered (self->bars, sentence, file);
}
