#include "mn-document-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mn-block-form.h"
#include "mn-children.h"
#include "mn-item-edits.h"
#include "mn-item-form.h"
#include "mn-number-panel.h"
#include "mn-paragraph-row.h"
#include "mn-session.h"

#define REST_MS 250 /* composing again waits until typing rests: only the list shows it */

struct _MnDocumentPage
{
  GtkWidget parent_instance;

  /* Template */
  AdwLeaflet  *leaflet;
  GtkListView *list;
  GtkBox      *place;
  GtkWidget   *begin;

  MnEditContext      *context; /* (owned) */
  MnForm              form;
  GListStore         *entries;   /* (owned) of MnBlockEntry */
  GtkSingleSelection *selection; /* (owned) */
  GtkWidget          *shown;     /* (borrowed) (nullable) */
  GtkWidget          *numbers;   /* (borrowed) (nullable) above the form of the document itself */
  guint               rest_id;
};

G_DEFINE_FINAL_TYPE (MnDocumentPage, mn_document_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static MnItem *
find_paper (MnDocumentPage *self)
{
  return mn_session_get_document (mn_edit_context_get_session (self->context),
                                  mn_form_get_name (self->form));
}

/* ---- the selected row's form ---------------------------------------------------------------- */

static gboolean
shows (MnDocumentPage *self, MnBlockEntry *entry)
{
  if (self->shown == NULL)
    return FALSE;
  if (MN_IS_BLOCK_FORM (self->shown))
    return mn_block_form_get_entry (MN_BLOCK_FORM (self->shown)) == entry;
  return mn_block_entry_get_anchor (entry) == NULL &&
         mn_item_form_get_item (MN_ITEM_FORM (self->shown)) == find_paper (self);
}

/* What is issued is what went out: its paragraphs can be read, and no longer changed. */
static void
lock_paragraph (MnDocumentPage *self)
{
  MnItem *paper = find_paper (self);

  if (self->shown != NULL && MN_IS_BLOCK_FORM (self->shown))
    gtk_widget_set_sensitive (
        self->shown, paper == NULL || g_strcmp0 (mn_item_get (paper, "state"), "issued") != 0);
}

static void
show_entry (MnDocumentPage *self, MnBlockEntry *entry)
{
  MnItem  *paper = find_paper (self);
  gboolean is_paper = entry == NULL || mn_block_entry_get_anchor (entry) == NULL;

  if (entry != NULL && shows (self, entry))
    return;
  if (self->shown != NULL)
    gtk_box_remove (self->place, self->shown);
  if (self->numbers != NULL)
    gtk_box_remove (self->place, self->numbers);
  self->shown = self->numbers = NULL;
  gtk_widget_set_visible (self->begin, is_paper && paper == NULL);
  if (!is_paper)
    self->shown = mn_block_form_new (self->context, self->form, entry);
  else if (paper != NULL)
    {
      self->shown = mn_item_form_new (self->context, paper);
      self->numbers = mn_number_panel_new (self->context, paper, MN_ITEM_FORM (self->shown));
      gtk_box_append (self->place, self->numbers);
    }
  if (self->shown != NULL)
    gtk_box_append (self->place, self->shown);
  lock_paragraph (self);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, MnDocumentPage *self)
{
  show_entry (self, gtk_single_selection_get_selected_item (selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
activate_cb (GtkListView *list, guint position, MnDocumentPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
  if (MN_IS_BLOCK_FORM (self->shown))
    gtk_widget_grab_focus (mn_block_form_get_view (MN_BLOCK_FORM (self->shown)));
  else if (self->shown != NULL)
    mn_item_form_focus_first (MN_ITEM_FORM (self->shown));
}

static void
back_cb (GtkButton *button, MnDocumentPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* ---- composing ------------------------------------------------------------------------------ */

/** mn_document_page_update: brings the list up to date with the session. */
void
mn_document_page_update (MnDocumentPage *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  MnFormInput           input;

  mn_edit_context_get_input (self->context, self->form, &input);
  entries = mn_block_entry_list (self->form, &input);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_ptr_array_insert (entries, 0, mn_block_entry_new (NULL));
  mn_block_entry_update (self->entries, entries);
  show_entry (self, gtk_single_selection_get_selected_item (self->selection));
  lock_paragraph (self);
}

static void
rest_cb (gpointer user_data)
{
  MnDocumentPage *self = user_data;

  self->rest_id = 0;
  mn_document_page_update (self);
}

static void
edited_cb (MnDocument *document, MnEdit *edit, MnDocumentPage *self)
{
  if (self->rest_id == 0)
    self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

static void
begin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnDocumentPage    *self = MN_DOCUMENT_PAGE (widget);
  MnDocument        *document = mn_edit_context_get_document (self->context);
  g_autoptr (MnItem) paper = mn_item_new (mn_kind_find ("document"));
  g_autoptr (GError) error = NULL;

  if (find_paper (self) != NULL)
    return;
  mn_item_set (paper, "form", mn_form_get_name (self->form), NULL);
  mn_item_set (paper, "state", "draft", NULL);
  mn_document_insert (document, mn_document_get_root (document), "documents", G_MAXUINT, paper,
                      &error);
  mn_edit_context_report (self->context, g_steal_pointer (&error));
  mn_document_page_update (self);
  if (MN_IS_ITEM_FORM (self->shown))
    mn_item_form_focus_first (MN_ITEM_FORM (self->shown));
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnDocumentPage *self)
{
  gtk_list_item_set_child (list_item, mn_paragraph_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnDocumentPage *self)
{
  mn_paragraph_row_set_entry (MN_PARAGRAPH_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnDocumentPage *self)
{
  mn_paragraph_row_set_entry (MN_PARAGRAPH_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
build_list (MnDocumentPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->entries = g_list_store_new (MN_TYPE_BLOCK_ENTRY);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paragraphs"), -1);
  /* Where the form has no room beside the list, a click goes to it. */
  g_object_bind_property (self->leaflet, "folded", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
  mn_item_edits_add_section_keys (GTK_WIDGET (self->list));
  mn_item_edits_add_section_keys (GTK_WIDGET (self->place));
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_document_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, mn_document_page_get_source (MN_DOCUMENT_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mn_document_page_dispose (GObject *object)
{
  MnDocumentPage *self = MN_DOCUMENT_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_list_view_set_model (self->list, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_DOCUMENT_PAGE);
  mn_children_remove (GTK_WIDGET (self));
  self->shown = self->numbers = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_document_page_parent_class)->dispose (object);
}

static void
mn_document_page_class_init (MnDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_document_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = mn_document_page_get_property;
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MN_TYPE_ITEM,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MnDocumentPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MnDocumentPage, list);
  gtk_widget_class_bind_template_child (widget_class, MnDocumentPage, place);
  gtk_widget_class_bind_template_child (widget_class, MnDocumentPage, begin);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "document.begin", NULL, begin_cb);
}

static void
mn_document_page_init (MnDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mn_document_page_new (MnEditContext *context, MnForm form)
{
  MnDocumentPage *self;

  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (context), NULL);

  self = g_object_new (MN_TYPE_DOCUMENT_PAGE, NULL);
  self->context = g_object_ref (context);
  self->form = form;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.begin",
                                 !mn_edit_context_is_read_only (context));
  build_list (self);
  mn_document_page_update (self);
  g_signal_connect_object (mn_edit_context_get_document (context), "edited", G_CALLBACK (edited_cb),
                           self, 0);
  g_signal_connect_object (mn_edit_context_get_paper_input (context), "changed",
                           G_CALLBACK (mn_document_page_update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** mn_document_page_get_source: what the selected paragraph is composed from; (transfer none) */
MnItem *
mn_document_page_get_source (MnDocumentPage *self)
{
  MnBlockEntry *entry = self->selection != NULL
                            ? gtk_single_selection_get_selected_item (self->selection)
                            : NULL;

  if (entry == NULL)
    return NULL;
  if (mn_block_entry_get_anchor (entry) == NULL)
    return find_paper (self);
  return mn_document_find (mn_edit_context_get_document (self->context),
                           mn_block_entry_get_source (entry));
}

GtkWidget *
mn_document_page_get_form (MnDocumentPage *self)
{
  return self->shown;
}

GListModel *
mn_document_page_get_model (MnDocumentPage *self)
{
  return G_LIST_MODEL (self->entries);
}

void
mn_document_page_select (MnDocumentPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/** mn_document_page_show_item: the paragraph that @item, or a hand change, stands in. */
void
mn_document_page_show_item (MnDocumentPage *self, MnItem *item)
{
  const char *id = mn_item_get_id (item);
  const char *anchor = mn_item_is (item, "hand-change") && !mn_item_get_boolean (item, "after")
                           ? mn_item_get (item, "anchor")
                           : NULL;

  mn_document_page_update (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr (MnBlockEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_strcmp0 (mn_block_entry_get_source (entry), id) == 0 ||
          (anchor != NULL && g_strcmp0 (mn_block_entry_get_anchor (entry), anchor) == 0))
        {
          mn_document_page_select (self, i);
          return;
        }
    }
  mn_document_page_select (self, 0);
  if (MN_IS_ITEM_FORM (self->shown))
    mn_item_form_show_item (MN_ITEM_FORM (self->shown), item);
}
