#include "mn-inner-list.h"

#include "mn-children.h"
#include "mn-item-edits.h"
#include "mn-item-form.h"
#include "mn-item-row.h"
#include "mn-item-words.h"

struct _MnInnerList
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget  *heading;
  GtkWidget  *add_button;
  GtkWidget  *tools;
  GtkListBox *list;
  GtkWidget  *place; /* of the form */

  MnEditContext *context; /* (owned) */
  MnItem        *parent;  /* (owned) */
  const MnSlot  *slot;
  GtkWidget     *form; /* (borrowed) (nullable) */
};

G_DEFINE_FINAL_TYPE (MnInnerList, mn_inner_list, GTK_TYPE_WIDGET)

static void
update_actions (MnInnerList *self)
{
  MnItem  *item = mn_inner_list_get_selected (self);
  gboolean may = self->context != NULL && self->parent != NULL &&
                 mn_edit_context_may_change (self->context, self->parent);
  guint index = item != NULL ? mn_item_get_index (item) : 0;
  guint n = self->parent != NULL ? mn_item_get_n_children (self->parent, self->slot->name) : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.add", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.remove", may && item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.move-up",
                                 may && item != NULL && index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.move-down",
                                 may && item != NULL && index + 1 < n);
  gtk_widget_set_visible (self->tools, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
show_form (MnInnerList *self, MnItem *item)
{
  if (self->form != NULL && item != NULL &&
      mn_item_form_get_item (MN_ITEM_FORM (self->form)) == item)
    return;
  if (self->form != NULL)
    gtk_box_remove (GTK_BOX (self->place), self->form);
  self->form = NULL;
  if (item != NULL)
    {
      self->form = mn_item_form_new (self->context, item);
      gtk_box_append (GTK_BOX (self->place), self->form);
    }
  gtk_widget_set_visible (self->place, self->form != NULL);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, MnInnerList *self)
{
  show_form (self, mn_inner_list_get_selected (self));
  update_actions (self);
}

static void
select_index (MnInnerList *self, guint index)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, MnInnerList *self)
{
  guint n = g_list_model_get_n_items (model);

  if (mn_inner_list_get_selected (self) == NULL && n > 0)
    select_index (self, MIN (position, n - 1));
  else if (n == 0)
    show_form (self, NULL);
  update_actions (self);
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnInnerList *self = MN_INNER_LIST (widget);
  MnItem      *item = mn_inner_list_get_selected (self);
  guint        index = item != NULL ? mn_item_get_index (item) + 1 : G_MAXUINT;

  item = mn_item_edits_add (self->context, self->parent, self->slot->name, index);
  if (item == NULL)
    return;
  mn_inner_list_show_item (self, item);
  mn_item_form_focus_first (MN_ITEM_FORM (self->form));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnInnerList *self = MN_INNER_LIST (widget);

  mn_item_edits_remove (self->context, mn_inner_list_get_selected (self));
}

static void
move (MnInnerList *self, int step)
{
  MnItem *item = mn_inner_list_get_selected (self);

  mn_item_edits_move (self->context, item, step);
  mn_inner_list_show_item (self, item);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (MN_INNER_LIST (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (MN_INNER_LIST (widget), 1);
}

/* ---- object --------------------------------------------------------------------------------- */

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MnInnerList *self = user_data;
  GtkWidget   *row = mn_item_row_new (self->context);

  mn_item_row_set_item (MN_ITEM_ROW (row), item);
  return row;
}

static void
mn_inner_list_dispose (GObject *object)
{
  MnInnerList *self = MN_INNER_LIST (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_INNER_LIST);
  mn_children_remove (GTK_WIDGET (self));
  self->list = NULL;
  self->form = NULL;
  g_clear_object (&self->parent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_inner_list_parent_class)->dispose (object);
}

static void
mn_inner_list_class_init (MnInnerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_inner_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-inner-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MnInnerList, heading);
  gtk_widget_class_bind_template_child (widget_class, MnInnerList, add_button);
  gtk_widget_class_bind_template_child (widget_class, MnInnerList, tools);
  gtk_widget_class_bind_template_child (widget_class, MnInnerList, list);
  gtk_widget_class_bind_template_child (widget_class, MnInnerList, place);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "items.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "items.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "items.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "items.move-down", NULL, move_down_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "innerlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  mn_item_edits_add_keys (widget_class);
}

static void
mn_inner_list_init (MnInnerList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mn_inner_list_new (MnEditContext *context, MnItem *parent, const MnSlot *slot)
{
  MnInnerList     *self;
  GListModel      *children;
  g_autofree char *add = mn_kind_dup_add_label (slot->kind);

  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (context), NULL);
  g_return_val_if_fail (MN_IS_ITEM (parent), NULL);

  self = g_object_new (MN_TYPE_INNER_LIST, NULL);
  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->slot = slot;
  gtk_label_set_text (GTK_LABEL (self->heading), mn_slot_get_label (slot));
  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_slot_get_label (slot), -1);
  children = mn_item_get_children (parent, slot->name);
  gtk_list_box_bind_model (self->list, children, create_row, self, NULL);
  g_signal_connect_object (children, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_AFTER);
  items_changed_cb (children, 0, 0, 0, self);
  return GTK_WIDGET (self);
}

MnItem *
mn_inner_list_get_selected (MnInnerList *self)
{
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? mn_item_row_get_item (MN_ITEM_ROW (gtk_list_box_row_get_child (row))) : NULL;
}

GtkWidget *
mn_inner_list_get_form (MnInnerList *self)
{
  return self->form;
}

/** mn_inner_list_show_item: selects @item, or what it lies below; %FALSE if it isn't in here. */
gboolean
mn_inner_list_show_item (MnInnerList *self, MnItem *item)
{
  MnItem *child = item;

  while (child != NULL && mn_item_get_parent (child) != self->parent)
    child = mn_item_get_parent (child);
  if (child == NULL || mn_item_get_slot (child) != self->slot)
    return FALSE;
  select_index (self, mn_item_get_index (child));
  if (child != item && self->form != NULL)
    mn_item_form_show_item (MN_ITEM_FORM (self->form), item);
  return TRUE;
}
