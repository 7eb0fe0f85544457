#include "mn-session-page.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-compare-view.h"
#include "mn-editor-view.h"
#include "mn-number-actions.h"
#include "mn-page-preview.h"
#include "mn-panes.h"
#include "mn-print-run.h"
#include "mn-save-text.h"
#include "mn-sections.h"
#include "mn-session-output.h"
#include "mn-session.h"
#include "mn-store-bars.h"
#include "mn-version-view.h"
#include "mn-versions.h"

struct _MnSessionPage
{
  GtkWidget parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget      *undo_button;
  GtkWidget      *redo_button;
  GtkWidget      *form_button;
  GtkWidget      *compare_button;
  GtkWidget      *print_button;
  MnStoreBars    *bars;
  MnPanes        *panes;
  GtkStack       *side;
  GMenu          *undo_section;

  /* Owned */
  MnStore            *store;
  GSettings          *settings; /* (nullable) */
  GSimpleActionGroup *actions;
  char               *offered;    /* (nullable): the action that the newest toast's button does */
  char               *caret_item; /* (nullable): where the keys go once the page is laid out */
  char               *caret_field;

  /* Plain */
  guint    caret_offset;
  gboolean focusing;     /* as soon as the page is laid out */
  gboolean backup_told;  /* that a previous version couldn't be kept */
  guint64  brought_back; /* the revision that the newest version brought back made */

  /* Borrowed: children of the panes */
  MnEditorView  *editor;
  MnPagePreview *preview;
  MnCompareView *compare;
  MnVersionView *version;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint       next_signal;
static guint       toast_signal;

G_DEFINE_FINAL_TYPE (MnSessionPage, mn_session_page, GTK_TYPE_WIDGET)

static MnDocument *
get_document (MnSessionPage *self)
{
  return mn_store_get_document (self->store);
}

/* ---- title and saving ----------------------------------------------------------------------- */

static void
update_title (MnSessionPage *self)
{
  g_autofree char *title = mn_session_dup_title (mn_document_get_root (get_document (self)));

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

/* ---- actions -------------------------------------------------------------------------------- */

static void
enable (MnSessionPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (MnSessionPage *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

/* An item of a menu can't be changed, only be put in the place of another. What is undone may hold
 * an underscore, which is no mnemonic. */
static void
set_menu_item (GMenu *menu, int position, const char *text, const char *action)
{
  g_autoptr (GString) label = g_string_new (text);

  g_string_replace (label, "_", "__", 0);
  g_menu_remove (menu, position);
  g_menu_insert (menu, position, label->str, action);
}

static void
update_undo (MnSessionPage *self)
{
  MnDocument      *document = get_document (self);
  const char      *undo = mn_document_get_undo_name (document);
  const char      *redo = mn_document_get_redo_name (document);
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  enable (self, "undo", mn_document_can_undo (document));
  enable (self, "redo", mn_document_can_redo (document));
  /* Translators: %s is the name of what was done: "Undo: Move proposal 3" */
  undo_text = undo ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  redo_text = redo ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
  set_menu_item (self->undo_section, 0, undo_text, "session.undo");
  set_menu_item (self->undo_section, 1, redo_text, "session.redo");
}

static gboolean
shows_side (MnSessionPage *self, const char *name)
{
  return mn_panes_get_show_end (self->panes) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->side), name) == 0;
}

static void
panes_changed_cb (MnSessionPage *self)
{
  gboolean folded;

  if (!self->actions)
    return;

  folded = mn_panes_get_folded (self->panes);

  set_state (self, "show-form", mn_panes_get_show_start (self->panes));
  set_state (self, "show-preview", shows_side (self, "preview"));
  set_state (self, "compare", shows_side (self, "compare"));
  if (!self->settings || folded)
    return;

  g_settings_set_boolean (self->settings, "show-form", mn_panes_get_show_start (self->panes));
  g_settings_set_boolean (self->settings, "show-preview", mn_panes_get_show_end (self->panes));
}

/* Where it is narrow these are found in the menu alone. They come once the width is known, else
 * they would have widened the window. */
static void
folded_cb (MnSessionPage *self)
{
  gboolean folded = mn_panes_get_folded (self->panes);

  gtk_widget_set_visible (self->form_button, !folded);
  gtk_widget_set_visible (self->compare_button, !folded);
  gtk_widget_set_visible (self->print_button, !folded);
  panes_changed_cb (self);
}

/* A pane that goes while it has the focus would send it to the window's first button. So the focus
 * is taken away before, and given back after, to the same widget if it is still seen. */
static GtkWidget *
take_focus (MnSessionPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panes)))
    return NULL;

  gtk_root_set_focus (root, NULL);

  return g_object_ref (focus);
}

static void
give_focus (MnSessionPage *self, GtkWidget *focus)
{
  if (focus && gtk_widget_get_mapped (focus))
    gtk_root_set_focus (gtk_widget_get_root (focus), focus);
  else if (focus)
    mn_session_page_focus (self);
}

static void
show_side (MnSessionPage *self, const char *name, gboolean show)
{
  g_autoptr (GtkWidget) focus = take_focus (self);

  if (show)
    gtk_stack_set_visible_child_name (self->side, name);
  mn_panes_set_show_end (self->panes, show);
  panes_changed_cb (self);
  give_focus (self, focus);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_document_undo (get_document (user_data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_document_redo (get_document (user_data));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_session_page_flush (user_data);
  /* How it went is told by the store's state. */
  mn_store_save_async (MN_SESSION_PAGE (user_data)->store, NULL, NULL, NULL);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage *self = user_data;

  mn_session_output_save_copy (GTK_WIDGET (self), self->store, NULL, NULL, NULL);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage        *self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) parts = mn_print_parts_new ();
  MnForm                form = mn_page_preview_get_form (self->preview);
  MnFormInput           input;
  MnPrintPart          *part;

  mn_page_preview_get_input (self->preview, &input);
  part = mn_print_part_compose (&input, form, &error);
  if (!part)
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("It Can't Be Printed"), error->message);
      return;
    }

  g_ptr_array_add (parts, part);
  mn_print_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), parts,
                mn_page_preview_get_page (self->preview));
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage     *self = user_data;
  g_autoptr (GError) error = NULL;
  MnPages           *pages = mn_page_preview_get_pages (self->preview, &error);

  if (pages)
    mn_session_output_export (GTK_WIDGET (self), pages, mn_store_get_path (self->store),
                              mn_page_preview_get_form (self->preview));
  else
    mn_session_output_tell (GTK_WIDGET (self), _ ("It Can't Be Exported"), error->message);
}

static void
show_form_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MnSessionPage        *self = user_data;
  g_autoptr (GtkWidget) focus = take_focus (self);

  mn_panes_set_show_start (self->panes, g_variant_get_boolean (state));
  panes_changed_cb (self);
  give_focus (self, focus);
}

static void
show_preview_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  show_side (user_data, "preview", g_variant_get_boolean (state));
}

static void
compare_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MnSessionPage *self = user_data;

  mn_compare_view_follow (self->compare, mn_editor_view_get_selected_item (self->editor));
  show_side (self, "compare", g_variant_get_boolean (state));
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit (user_data, next_signal, 0);
}

static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_versions_show (user_data);
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *name = g_strconcat ("preview.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (MN_SESSION_PAGE (user_data)->preview), name, NULL);
}

static const GActionEntry action_entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-copy", .activate = save_copy_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export-pdf", .activate = export_pdf_cb },
  { .name = "show-form", .state = "true", .change_state = show_form_cb },
  { .name = "show-preview", .state = "true", .change_state = show_preview_cb },
  { .name = "compare", .state = "false", .change_state = compare_cb },
  { .name = "next", .activate = next_cb },
  { .name = "versions", .activate = versions_cb },
  { .name = "zoom-in", .activate = zoom_cb },
  { .name = "zoom-out", .activate = zoom_cb },
  { .name = "fit-width", .activate = zoom_cb },
};

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

static void
compare_wanted_cb (MnSessionPage *self, const char *session_id, const char *item_id)
{
  show_side (self, "compare", TRUE);
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
  g_signal_emit (self, toast_signal, 0, toast);
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

/* ---- another version ------------------------------------------------------------------------ */

static void
version_closed_cb (MnSessionPage *self)
{
  show_side (self, "version", FALSE);
}

static void
version_item_cb (MnSessionPage *self, const char *item_id)
{
  mn_session_page_show_item (self, item_id);
}

static gboolean
is_theirs (MnSessionPage *self, MnItem *version)
{
  return version && version == mn_store_get_theirs (self->store);
}

/* What is taken from the file is in the file: nothing is left to choose. */
static void
take_theirs (MnSessionPage *self)
{
  mn_store_bars_take_theirs (self->bars);
  if (!mn_store_get_theirs (self->store))
    show_side (self, "version", FALSE);
}

static void
version_wanted_cb (MnSessionPage *self)
{
  if (is_theirs (self, mn_version_view_get_version (self->version)))
    {
      take_theirs (self);
      return;
    }

  mn_session_page_bring_back (self, mn_version_view_get_version (self->version),
                              mn_version_view_get_title (self->version));
}

/* The toast may be older than what was done last. */
static void
undo_bring_back_cb (MnSessionPage *self)
{
  if (mn_document_get_revision (get_document (self)) == self->brought_back)
    mn_document_undo (get_document (self));
}

static void
tell_brought_back (MnSessionPage *self)
{
  g_autoptr (AdwToast) toast = adw_toast_new (_ ("The earlier version is back"));

  self->brought_back = mn_document_get_revision (get_document (self));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_bring_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_emit (self, toast_signal, 0, toast);
}

static void
version_told_cb (MnSessionPage *self, MnItem *version, const char *title)
{
  mn_session_page_show_version (self, version, title);
}

static void
update_bring_back (MnSessionPage *self)
{
  MnItem     *version = mn_version_view_get_version (self->version);
  const char *label = _ ("Bring Back This Version");

  if (is_theirs (self, version))
    label = _ ("Take This Version");
  if (mn_document_get_read_only (get_document (self)))
    label = NULL;
  mn_version_view_set_bring_back_label (self->version, label);
}

static void
read_only_cb (MnSessionPage *self)
{
  update_state (self);
  update_bring_back (self);
}

static void
make_version_view (MnSessionPage *self)
{
  self->version = MN_VERSION_VIEW (mn_version_view_new (get_document (self)));
  gtk_stack_add_named (self->side, GTK_WIDGET (self->version), "version");
  g_signal_connect_object (self->version, "closed", G_CALLBACK (version_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "show-item", G_CALLBACK (version_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "bring-back", G_CALLBACK (version_wanted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
edited_cb (MnSessionPage *self)
{
  update_title (self);
  update_undo (self);
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
  gtk_widget_class_bind_template_callback (widget_class, panes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
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
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
}

static void
make_panes (MnSessionPage *self, MnArchive *archive)
{
  self->editor = MN_EDITOR_VIEW (mn_editor_view_new (self->store, archive));
  self->preview = MN_PAGE_PREVIEW (mn_page_preview_new (get_document (self), archive));
  self->compare = MN_COMPARE_VIEW (mn_compare_view_new (archive, get_document (self)));
  mn_panes_set_start (self->panes, GTK_WIDGET (self->editor));
  gtk_stack_add_named (self->side, GTK_WIDGET (self->preview), "preview");
  gtk_stack_add_named (self->side, GTK_WIDGET (self->compare), "compare");
  make_version_view (self);

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
restore_panes (MnSessionPage *self)
{
  if (!self->settings)
    return;

  if (!g_settings_get_boolean (self->settings, "show-preview"))
    mn_panes_set_show_end (self->panes, FALSE);
  else if (!g_settings_get_boolean (self->settings, "show-form"))
    mn_panes_set_show_start (self->panes, FALSE);
  g_settings_bind (self->settings, "preview-width", self->panes, "end-width",
                   G_SETTINGS_BIND_DEFAULT);
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
  g_signal_connect_object (get_document (self), "notify::read-only", G_CALLBACK (read_only_cb),
                           self, G_CONNECT_SWAPPED);
  mn_store_bars_set_store (self->bars, self->store);
  g_signal_connect_object (self->store, "notify::backup-message", G_CALLBACK (backup_message_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_document (self), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* A group of edits gets its name when it ends, after the last of them. */
  g_signal_connect_object (get_document (self), "notify::undo-name", G_CALLBACK (update_undo), self,
                           G_CONNECT_SWAPPED);
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
  restore_panes (self);
  follow_store (self);
  update_title (self);
  update_state (self);
  update_undo (self);
  panes_changed_cb (self);

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

/* Once: what is shown later has its own place. */
static gboolean
give_caret (MnSessionPage *self)
{
  g_autofree char *item = g_steal_pointer (&self->caret_item);

  return item &&
         mn_editor_view_put_caret (self->editor, item, self->caret_field, self->caret_offset);
}

static void
give_first_focus (MnSessionPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->editor)))
    gtk_widget_child_focus (GTK_WIDGET (self->panes), GTK_DIR_TAB_FORWARD);
  else if (!give_caret (self))
    mn_editor_view_focus (self->editor);
}

static gboolean
focus_once_laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MnSessionPage *self = MN_SESSION_PAGE (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->panes)) == 0)
    return G_SOURCE_CONTINUE;
  self->focusing = FALSE;
  give_first_focus (self);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes to the form, or to what stands in its place. A page that has no size yet, as in
 * a window that is just being opened, doesn't know which that is: it would lose the keyboard to the
 * first button of the header. */
void
mn_session_page_focus (MnSessionPage *self)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  if (gtk_widget_get_width (GTK_WIDGET (self->panes)) > 0)
    give_first_focus (self);
  else if (!self->focusing)
    {
      self->focusing = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_once_laid_out_cb, NULL, NULL);
    }
}

void
mn_session_page_show_caret (MnSessionPage *self,
                            const char    *item_id,
                            const char    *field,
                            guint          offset)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  g_free (self->caret_item);
  g_free (self->caret_field);
  self->caret_item = g_strdup (item_id);
  self->caret_field = g_strdup (field);
  self->caret_offset = offset;
  mn_session_page_focus (self);
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
  if (item_id && mn_document_find (get_document (self), item_id))
    mn_editor_view_show_item (self->editor, item_id);
}

void
mn_session_page_show_version (MnSessionPage *self, MnItem *version, const char *title)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_session_page_flush (self);
  mn_version_view_set_version (self->version, version, title);
  update_bring_back (self);
  show_side (self, "version", TRUE);
}

static gboolean
may_bring_back (MnSessionPage *self)
{
  if (!mn_session_is_sealed (mn_document_get_root (get_document (self))))
    return TRUE;

  mn_session_output_tell (GTK_WIDGET (self), _ ("That Version Can't Be Brought Back"),
                          _ ("The minutes are issued, so the record doesn't change any more. The "
                             "version can be opened beside the present one."));
  return FALSE;
}

gboolean
mn_session_page_bring_back (MnSessionPage *self, MnItem *version, const char *title)
{
  MnDocument        *document = get_document (self);
  guint64            before = mn_document_get_revision (document);
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = NULL;

  g_return_val_if_fail (MN_IS_SESSION_PAGE (self), FALSE);

  mn_session_page_flush (self);
  if (!may_bring_back (self))
    return FALSE;
  /* Translators: undo; %s is which version: "This session on 15/4/2026 at 09:30" */
  name = g_strdup_printf (_ ("Bring back: %s"), title);
  mn_store_keep_version (self->store);
  if (!mn_document_become (document, version, name, &error))
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("That Version Can't Be Brought Back"),
                              error->message);
      return FALSE;
    }
  if (mn_document_get_revision (document) != before)
    tell_brought_back (self);
  return TRUE;
}

void
mn_session_page_tell_recovered (MnSessionPage *self, const char *sentence, MnItem *file)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_store_bars_tell_recovered (self->bars, sentence, file);
}
