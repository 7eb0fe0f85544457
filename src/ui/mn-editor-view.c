#include "mn-editor-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-bin-popover.h"
#include "mn-children.h"
#include "mn-document-page.h"
#include "mn-field-control.h"
#include "mn-form-page.h"
#include "mn-item-edits.h"
#include "mn-section-page.h"
#include "mn-section-row.h"
#include "mn-session.h"

G_DEFINE_FINAL_TYPE (MnEditorView, mn_editor_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTED_ITEM = 1,
  PROP_SECTION,
  PROP_FORM,
  N_PROPS,
};

enum
{
  COMPARE,
  NOTIFY_USER,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* ---- what is shown -------------------------------------------------------------------------- */

static MnItem *
find_selected (MnEditorView *self)
{
  GtkWidget *page = adw_bin_get_child (self->content);

  if (MN_IS_SECTION_PAGE (page))
    return mn_section_page_get_selected (MN_SECTION_PAGE (page));
  if (MN_IS_DOCUMENT_PAGE (page))
    return mn_document_page_get_source (MN_DOCUMENT_PAGE (page));
  if (MN_IS_FORM_PAGE (page))
    return mn_form_page_get_item (MN_FORM_PAGE (page));
  return NULL;
}

static void
update_selected (MnEditorView *self)
{
  MnItem     *item = find_selected (self);
  const char *id = item != NULL ? mn_item_get_id (item) : NULL;

  if (g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  if (id != NULL)
    g_hash_table_insert (self->places, (gpointer) self->section, g_strdup (id));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ITEM]);
}

static void
selected_cb (GObject *page, GParamSpec *pspec, MnEditorView *self)
{
  if (!self->showing && page == G_OBJECT (adw_bin_get_child (self->content)))
    update_selected (self);
}

/* Issued minutes seal the record, but neither papers nor what comes after. */
static gboolean
is_locked (MnEditorView *self)
{
  MnItem *session = mn_edit_context_get_session (self->context);
  MnItem *parent = self->section != NULL ? mn_section_get_parent (self->section, session) : session;

  return !mn_edit_context_may_change (self->context, parent);
}

static void
show_lock (MnEditorView *self, gboolean locked)
{
  static const char *const names[] = { "editor.add", "editor.remove", "editor.move-up",
                                       "editor.move-down" };
  MnDocument              *document = mn_edit_context_get_document (self->context);
  MnItem *minutes = mn_session_get_document (mn_document_get_root (document), "minutes");
  /* Who may not change anything can't take an issue back either. */
  gboolean sealed = locked && !mn_document_get_read_only (document) && minutes != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], !locked);
  if (sealed)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->withdraw_button), "s",
                                      mn_item_get_id (minutes));
  gtk_info_bar_set_revealed (self->sealed_bar, sealed);
}

static GtkWidget *
create_page (MnEditorView *self)
{
  GtkWidget *page;

  if (self->section->type == MN_SECTION_FORM)
    return mn_form_page_new (
        self->context,
        mn_section_get_parent (self->section, mn_edit_context_get_session (self->context)));
  page = self->section->type == MN_SECTION_DOCUMENT
             ? mn_document_page_new (self->context, self->section->form)
             : mn_section_page_new (self->context, self->section);
  g_signal_connect_object (page, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  return page;
}

static void
show_in_page (MnEditorView *self, MnItem *item)
{
  GtkWidget *page = adw_bin_get_child (self->content);

  if (item == NULL)
    return;
  if (MN_IS_SECTION_PAGE (page))
    mn_section_page_show_item (MN_SECTION_PAGE (page), item);
  else if (MN_IS_DOCUMENT_PAGE (page))
    mn_document_page_show_item (MN_DOCUMENT_PAGE (page), item);
  else if (MN_IS_FORM_PAGE (page))
    mn_form_page_show_item (MN_FORM_PAGE (page), item);
}

/* Typing that goes on elsewhere is another step, and nothing typed stays behind. */
static void
show_section (MnEditorView *self, const MnSection *section, MnItem *item)
{
  MnDocument *document = mn_edit_context_get_document (self->context);
  MnForm      form = mn_editor_view_get_form (self);

  if (section != self->section)
    {
      if (item == NULL)
        item = mn_document_find (document, g_hash_table_lookup (self->places, section));
      self->showing = TRUE;
      self->section = section;
      self->locked = is_locked (self);
      show_lock (self, self->locked);
      adw_bin_set_child (self->content, create_page (self));
      gtk_label_set_text (self->title, mn_section_get_label (section));
      self->showing = FALSE;
      mn_document_break_typing (document);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
      if (form != mn_editor_view_get_form (self))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
    }
  show_in_page (self, item);
  update_selected (self);
}

static GtkListBoxRow *
find_row (MnEditorView *self, const MnSection *section)
{
  guint            n;
  const MnSection *all = mn_sections_list (&n);

  return gtk_list_box_get_row_at_index (self->sections, (int) (section - all));
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, MnEditorView *self)
{
  guint            n;
  const MnSection *all = mn_sections_list (&n);

  if (row != NULL && self->context != NULL && !self->showing)
    show_section (self, &all[gtk_list_box_row_get_index (row)], NULL);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MnEditorView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static void
back_cb (GtkButton *button, MnEditorView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "sections");
}

void
mn_editor_view_emit_compare (MnEditorView *self, const char *session, const char *item)
{
  g_signal_emit (self, signals[COMPARE], 0, session, item);
}

/* ---- what follows the document -------------------------------------------------------------- */

static void
bin_changed_cb (GListModel *bin, guint position, guint removed, guint added, MnEditorView *self)
{
  guint n = g_list_model_get_n_items (bin);
  /* Translators: a button; how many items were taken out and can be restored */
  g_autofree char *label = g_strdup_printf (_ ("Removed (%u)"), n);

  gtk_menu_button_set_label (self->bin_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->bin_button), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.restore", n > 0);
}

/* The fields shown ask only once whether they may be changed. */
static void
make_page_again (MnEditorView *self)
{
  const MnSection *section = self->section;
  GtkWidget       *page = adw_bin_get_child (self->content);
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget       *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean         focused = focus != NULL && page != NULL && gtk_widget_is_ancestor (focus, page);

  if (section == NULL)
    return;
  self->section = NULL;
  show_section (self, section, find_selected (self));
  if (focused)
    mn_editor_view_focus (self);
}

static void
lock_cb (MnDocument *document, GParamSpec *pspec, MnEditorView *self)
{
  gboolean locked = is_locked (self);

  show_lock (self, locked);
  if (self->locked == locked)
    return;
  self->locked = locked;
  make_page_again (self);
}

static void
edited_cb (MnDocument *document, MnEdit *edit, MnEditorView *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    mn_section_row_refresh (MN_SECTION_ROW (row), mn_document_get_root (document));
  lock_cb (document, NULL, self);
}

static void
notify_user_cb (MnEditContext *context, const char *text, const char *action, MnEditorView *self)
{
  g_signal_emit (self, signals[NOTIFY_USER], 0, text, action);
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_editor_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnEditorView *self = MN_EDITOR_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED_ITEM:
      g_value_set_string (value, self->selected);
      break;
    case PROP_SECTION:
      g_value_set_string (value, mn_editor_view_get_section (self));
      break;
    case PROP_FORM:
      g_value_set_int (value, (int) mn_editor_view_get_form (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_editor_view_dispose (GObject *object)
{
  MnEditorView *self = MN_EDITOR_VIEW (object);

  self->showing = TRUE; /* the list says once more that a row is selected */
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_EDITOR_VIEW);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_editor_view_parent_class)->dispose (object);
}

static void
mn_editor_view_finalize (GObject *object)
{
  MnEditorView *self = MN_EDITOR_VIEW (object);

  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (mn_editor_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SELECTED_ITEM] = g_param_spec_string ("selected-item", NULL, NULL, NULL, flags);
  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_FORM] = g_param_spec_int ("form", NULL, NULL, 0, MN_N_FORMS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMPARE] = g_signal_new ("compare", MN_TYPE_EDITOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[NOTIFY_USER] = g_signal_new ("notify-user", MN_TYPE_EDITOR_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_STRING);
}

static void
mn_editor_view_class_init (MnEditorViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_editor_view_get_property;
  object_class->dispose = mn_editor_view_dispose;
  object_class->finalize = mn_editor_view_finalize;
  install_properties (object_class);
  mn_editor_view_install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-editor-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, sections);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, bin_button);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, title);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, sealed_bar);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, MnEditorView, content);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
mn_editor_view_init (MnEditorView *self)
{
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  mn_item_edits_add_section_keys (GTK_WIDGET (self->sections));
}

static void
follow_document (MnEditorView *self)
{
  MnDocument *document = mn_edit_context_get_document (self->context);
  GListModel *bin = mn_document_get_bin (document);

  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (lock_cb), self, 0);
  g_signal_connect_object (bin, "items-changed", G_CALLBACK (bin_changed_cb), self, 0);
  g_signal_connect_object (self->context, "notify-user", G_CALLBACK (notify_user_cb), self, 0);
  bin_changed_cb (bin, 0, 0, 0, self);
  edited_cb (document, NULL, self);
}

static void
add_sections (MnEditorView *self)
{
  guint            n;
  const MnSection *all = mn_sections_list (&n);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->sections, mn_section_row_new (&all[i]));
}

/**
 * mn_editor_view_new:
 * @store: (transfer none): the session
 * @archive: (transfer none) (nullable): where the histories of its items are found
 */
GtkWidget *
mn_editor_view_new (MnStore *store, MnArchive *archive)
{
  MnEditorView *self;

  g_return_val_if_fail (MN_IS_STORE (store), NULL);

  self = g_object_new (MN_TYPE_EDITOR_VIEW, NULL);
  add_sections (self);
  self->context = mn_edit_context_new (mn_store_get_document (store), archive);
  mn_paper_input_set_path (mn_edit_context_get_paper_input (self->context),
                           mn_store_get_path (store));
  gtk_menu_button_set_create_popup_func (self->bin_button, mn_bin_popover_fill,
                                         mn_edit_context_get_document (self->context), NULL);
  follow_document (self);
  mn_editor_view_show_section (self, "general");
  return GTK_WIDGET (self);
}

/** mn_editor_view_show_section: an unknown name changes nothing. */
void
mn_editor_view_show_section (MnEditorView *self, const char *section)
{
  const MnSection *found;

  g_return_if_fail (MN_IS_EDITOR_VIEW (self));

  found = mn_sections_find (section);
  if (found == NULL)
    return;
  gtk_list_box_select_row (self->sections, find_row (self, found));
  show_section (self, found, NULL);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

/** mn_editor_view_show_item: goes to the item's section and selects it, or what it lies below. */
void
mn_editor_view_show_item (MnEditorView *self, const char *item_id)
{
  MnItem          *item;
  const MnSection *section;

  g_return_if_fail (MN_IS_EDITOR_VIEW (self));

  item = mn_document_find (mn_edit_context_get_document (self->context), item_id);
  if (item == NULL)
    return;
  section = mn_sections_of_item (item);
  self->showing = TRUE;
  gtk_list_box_select_row (self->sections, find_row (self, section));
  self->showing = FALSE;
  show_section (self, section, item);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

const char *
mn_editor_view_get_selected_item (MnEditorView *self)
{
  g_return_val_if_fail (MN_IS_EDITOR_VIEW (self), NULL);

  return self->selected;
}

const char *
mn_editor_view_get_section (MnEditorView *self)
{
  g_return_val_if_fail (MN_IS_EDITOR_VIEW (self), NULL);

  return self->section != NULL ? self->section->name : NULL;
}

MnForm
mn_editor_view_get_form (MnEditorView *self)
{
  g_return_val_if_fail (MN_IS_EDITOR_VIEW (self), MN_FORM_MINUTES);

  return self->section != NULL ? self->section->form : MN_FORM_MINUTES;
}

void
mn_editor_view_flush (MnEditorView *self)
{
  g_return_if_fail (MN_IS_EDITOR_VIEW (self));

  mn_edit_context_flush (self->context);
}

void
mn_editor_view_focus (MnEditorView *self)
{
  GtkWidget *content;

  g_return_if_fail (MN_IS_EDITOR_VIEW (self));

  content = adw_bin_get_child (self->content);
  if (content == NULL || !gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static MnFieldControl *
find_control (GtkWidget *widget, MnItem *item, const char *field)
{
  MnFieldControl *found = NULL;

  if (MN_IS_FIELD_CONTROL (widget))
    {
      MnFieldControl *control = MN_FIELD_CONTROL (widget);

      return mn_field_control_get_item (control) == item &&
                     strcmp (mn_field_control_get_field (control)->name, field) == 0
                 ? control
                 : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_control (child, item, field);
  return found;
}

gboolean
mn_editor_view_put_caret (MnEditorView *self, const char *item_id, const char *field, guint offset)
{
  MnItem         *item;
  MnFieldControl *control = NULL;

  g_return_val_if_fail (MN_IS_EDITOR_VIEW (self), FALSE);

  item = mn_document_find (mn_edit_context_get_document (self->context), item_id);
  if (item == NULL)
    return FALSE;
  mn_editor_view_show_item (self, item_id);
  control = find_control (GTK_WIDGET (self->content), item, field);
  return control != NULL && mn_field_control_put_caret (control, offset);
}

/** mn_editor_view_get_paper_input: (transfer none): what the papers are made of. */
MnPaperInput *
mn_editor_view_get_paper_input (MnEditorView *self)
{
  g_return_val_if_fail (MN_IS_EDITOR_VIEW (self), NULL);

  return mn_edit_context_get_paper_input (self->context);
}
