#include "mn-section-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mn-children.h"
#include "mn-item-edits.h"
#include "mn-item-form.h"
#include "mn-item-row.h"
#include "mn-item-words.h"
#include "mn-panels.h"

struct _MnSectionPage
{
  GtkWidget parent_instance;

  /* Template */
  AdwLeaflet  *leaflet;
  GtkBox      *head;
  GtkBox      *foot;
  GtkBox      *place;
  GtkStack    *stack;
  GtkListView *list;
  GtkLabel    *empty;
  GtkWidget   *add_button;
  GtkWidget   *add_below_button;

  MnEditContext      *context; /* (owned) */
  const MnSection    *section;
  MnItem             *parent;    /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GtkWidget          *form;      /* (borrowed) (nullable) */
};

G_DEFINE_FINAL_TYPE (MnSectionPage, mn_section_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Points below points stand in a tree, whose rows wrap the items. */
static MnItem *
unwrap (gpointer row)
{
  g_autoptr (MnItem) item = NULL;

  if (!GTK_IS_TREE_LIST_ROW (row))
    return row;
  item = gtk_tree_list_row_get_item (row);
  return item; /* the document keeps it alive */
}

static gboolean
is_tree (MnSectionPage *self)
{
  const MnSlot *slot = mn_kind_find_slot (mn_item_get_kind (self->parent),
                                          mn_section_get_slot (self->section));

  return mn_kind_find_slot (slot->kind, "points") != NULL;
}

/* ---- the selected item's form --------------------------------------------------------------- */

static void
update_actions (MnSectionPage *self)
{
  MnItem    *item = mn_section_page_get_selected (self);
  gboolean   may = mn_edit_context_may_change (self->context, self->parent);
  gboolean   movable = may && item != NULL && !mn_item_get_slot (item)->single;
  guint      n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint      n = movable
                     ? mn_item_get_n_children (mn_item_get_parent (item), mn_item_get_slot (item)->name)
                     : 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "items.add", may);
  gtk_widget_action_set_enabled (widget, "items.add-below", movable && is_tree (self));
  gtk_widget_action_set_enabled (widget, "items.remove", movable);
  gtk_widget_action_set_enabled (widget, "items.move-up", movable && mn_item_get_index (item) > 0);
  gtk_widget_action_set_enabled (widget, "items.move-down",
                                 movable && mn_item_get_index (item) + 1 < n);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "list" : "empty");
}

static void
clear_place (MnSectionPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->place))) != NULL)
    gtk_box_remove (self->place, child);
  self->form = NULL;
}

static void
show_form (MnSectionPage *self, MnItem *item)
{
  GtkWidget *panel;

  if (self->form != NULL && item == mn_item_form_get_item (MN_ITEM_FORM (self->form)))
    return;
  clear_place (self);
  if (item == NULL)
    return;
  panel = mn_panel_new_for_item (self->context, item);
  if (panel != NULL)
    gtk_box_append (self->place, panel);
  self->form = mn_item_form_new (self->context, item);
  gtk_box_append (self->place, self->form);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, MnSectionPage *self)
{
  show_form (self, mn_section_page_get_selected (self));
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
items_changed_cb (GListModel    *model,
                  guint          position,
                  guint          removed,
                  guint          added,
                  MnSectionPage *self)
{
  show_form (self, mn_section_page_get_selected (self));
  update_actions (self);
}

static void
read_only_cb (MnDocument *document, GParamSpec *pspec, MnSectionPage *self)
{
  update_actions (self);
}

/* ---- selecting ------------------------------------------------------------------------------ */

static guint
find_position (MnSectionPage *self, MnItem *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (unwrap (row) == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
select_item (MnSectionPage *self, MnItem *item)
{
  guint position = find_position (self, item);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return TRUE;
}

static void
activate_cb (GtkListView *list, guint position, MnSectionPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
  if (self->form != NULL)
    mn_item_form_focus_first (MN_ITEM_FORM (self->form));
}

static void
back_cb (GtkButton *button, MnSectionPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
add (MnSectionPage *self, MnItem *parent, const char *slot, guint index)
{
  MnItem *item = mn_item_edits_add (self->context, parent, slot, index);

  if (item == NULL)
    return;
  select_item (self, item);
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
  if (self->form != NULL)
    mn_item_form_focus_first (MN_ITEM_FORM (self->form));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnSectionPage *self = MN_SECTION_PAGE (widget);
  MnItem        *item = mn_section_page_get_selected (self);

  if (item == NULL || mn_item_get_slot (item)->single)
    add (self, self->parent, mn_section_get_slot (self->section), G_MAXUINT);
  else
    add (self, mn_item_get_parent (item), mn_item_get_slot (item)->name,
         mn_item_get_index (item) + 1);
}

static void
add_below_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnSectionPage *self = MN_SECTION_PAGE (widget);

  add (self, mn_section_page_get_selected (self), "points", G_MAXUINT);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnSectionPage *self = MN_SECTION_PAGE (widget);

  mn_item_edits_remove (self->context, mn_section_page_get_selected (self));
}

static void
move (MnSectionPage *self, int step)
{
  MnItem *item = mn_section_page_get_selected (self);

  mn_item_edits_move (self->context, item, step);
  select_item (self, item);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (MN_SECTION_PAGE (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (MN_SECTION_PAGE (widget), 1);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnSectionPage *self)
{
  GtkWidget *row = mn_item_row_new (self->context);

  if (is_tree (self))
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    gtk_list_item_set_child (list_item, row);
}

static MnItemRow *
get_row (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
  return MN_ITEM_ROW (child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnSectionPage *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  gpointer   item = gtk_list_item_get_item (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), item);
  mn_item_row_set_item (get_row (list_item), unwrap (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, MnSectionPage *self)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), NULL);
  mn_item_row_set_item (get_row (list_item), NULL);
}

static GListModel *
create_points (gpointer item, gpointer user_data)
{
  return g_object_ref (mn_item_get_children (item, "points"));
}

/* The conclusion's own texts are the first row above its points. */
static GListModel *
create_model (MnSectionPage *self, GListModel *children)
{
  GListStore *models, *first;

  if (is_tree (self))
    return G_LIST_MODEL (
        gtk_tree_list_model_new (g_object_ref (children), FALSE, TRUE, create_points, NULL, NULL));
  if (strcmp (self->section->name, "conclusion") != 0)
    return g_object_ref (children);
  models = g_list_store_new (G_TYPE_LIST_MODEL);
  first = g_list_store_new (MN_TYPE_ITEM);
  g_list_store_append (first, self->parent);
  g_list_store_append (models, first);
  g_list_store_append (models, children);
  g_object_unref (first);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static void
build_list (MnSectionPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GListModel *children = mn_item_get_children (self->parent, mn_section_get_slot (self->section));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->selection = gtk_single_selection_new (create_model (self, children));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           0);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_AFTER);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* Where the form has no room beside the list, a click goes to it. */
  g_object_bind_property (self->leaflet, "folded", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
  mn_item_edits_add_section_keys (GTK_WIDGET (self->list));
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_section_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, mn_section_page_get_selected (MN_SECTION_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mn_section_page_dispose (GObject *object)
{
  MnSectionPage *self = MN_SECTION_PAGE (object);

  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_list_view_set_model (self->list, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_SECTION_PAGE);
  mn_children_remove (GTK_WIDGET (self));
  self->form = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->parent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_section_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, head);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, foot);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, place);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, list);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MnSectionPage, add_below_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
mn_section_page_class_init (MnSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_section_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = mn_section_page_get_property;
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MN_TYPE_ITEM,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "items.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "items.add-below", NULL, add_below_cb);
  gtk_widget_class_install_action (widget_class, "items.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "items.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "items.move-down", NULL, move_down_cb);
  mn_item_edits_add_keys (widget_class);
}

static void
mn_section_page_init (MnSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_widgets (MnSectionPage *self)
{
  const MnSlot    *slot = mn_kind_find_slot (mn_item_get_kind (self->parent),
                                             mn_section_get_slot (self->section));
  g_autofree char *add_label = mn_kind_dup_add_label (slot->kind);
  /* Translators: %s is "Add: Proposal" */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (Ctrl+Enter)"), add_label);

  gtk_widget_set_tooltip_text (self->add_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_section_get_label (self->section), -1);
  gtk_label_set_text (self->empty, self->section->hint != NULL ? _ (self->section->hint) : "");
  gtk_widget_set_visible (self->add_below_button, is_tree (self));
}

GtkWidget *
mn_section_page_new (MnEditContext *context, const MnSection *section)
{
  MnSectionPage *self;
  GtkWidget     *head, *foot;

  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (context), NULL);
  g_return_val_if_fail (section != NULL && section->type == MN_SECTION_LIST, NULL);

  self = g_object_new (MN_TYPE_SECTION_PAGE, NULL);
  self->context = g_object_ref (context);
  self->section = section;
  self->parent = g_object_ref (
      mn_section_get_parent (section, mn_edit_context_get_session (context)));
  name_widgets (self);
  head = mn_panel_new_for_head (context, section);
  foot = mn_panel_new_for_foot (context, section);
  if (head != NULL)
    gtk_box_append (self->head, head);
  if (foot != NULL)
    gtk_box_append (self->foot, foot);
  mn_item_edits_add_section_keys (GTK_WIDGET (self->place));
  build_list (self);
  selected_cb (self->selection, NULL, self);
  g_signal_connect_object (mn_edit_context_get_document (context), "notify::read-only",
                           G_CALLBACK (read_only_cb), self, 0);
  return GTK_WIDGET (self);
}

MnItem *
mn_section_page_get_selected (MnSectionPage *self)
{
  gpointer row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection)
                                         : NULL;

  return row != NULL ? unwrap (row) : NULL;
}

GtkWidget *
mn_section_page_get_form (MnSectionPage *self)
{
  return self->form;
}

/** mn_section_page_show_item: selects @item, or what it lies below; %FALSE if it isn't in here. */
gboolean
mn_section_page_show_item (MnSectionPage *self, MnItem *item)
{
  MnItem *row = item;

  while (row != NULL && !select_item (self, row))
    row = mn_item_get_parent (row);
  if (row == NULL)
    return FALSE;
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
  if (row != item && self->form != NULL)
    mn_item_form_show_item (MN_ITEM_FORM (self->form), item);
  return TRUE;
}
