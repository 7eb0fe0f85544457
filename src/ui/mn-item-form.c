#include "mn-item-form.h"

#include <string.h>

#include "mn-children.h"
#include "mn-inner-list.h"

#define COLUMNS 2

struct _MnItemForm
{
  GtkWidget parent_instance;

  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) */
  GtkWidget     *grid;
  GPtrArray     *controls; /* (owned) of MnFieldControl (borrowed) */
  GPtrArray     *lists;    /* (owned) of MnInnerList (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnItemForm, mn_item_form, GTK_TYPE_WIDGET)

/* Short fields stand side by side, long ones have a line of their own. */
static void
add_fields (MnItemForm *self)
{
  const MnField *fields = mn_item_get_kind (self->item)->fields;
  int            row = 0, column = 0;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      GtkWidget *control;
      gboolean   wide;

      if ((fields[i].flags & MN_FIELD_HIDDEN) != 0)
        continue;
      control = mn_field_control_new (self->context, self->item, &fields[i]);
      wide = mn_field_control_is_wide (MN_FIELD_CONTROL (control));
      if (wide && column > 0)
        {
          row++;
          column = 0;
        }
      gtk_widget_set_hexpand (control, TRUE);
      gtk_widget_set_valign (control, GTK_ALIGN_START);
      gtk_grid_attach (GTK_GRID (self->grid), control, column, row, wide ? COLUMNS : 1, 1);
      g_ptr_array_add (self->controls, control);
      column = wide ? COLUMNS : column + 1;
      row += column / COLUMNS;
      column %= COLUMNS;
    }
}

/* Points below a point of the same kind stand in the tree of the list, not here. */
static void
add_lists (MnItemForm *self)
{
  const MnKind *kind = mn_item_get_kind (self->item);

  for (guint i = 0; kind->slots[i].name != NULL; i++)
    {
      GtkWidget *list;

      if (kind->slots[i].single || kind->slots[i].kind == kind ||
          strcmp (kind->slots[i].name, "hand-changes") == 0 ||
          mn_item_is (self->item, "conclusion"))
        continue;
      list = mn_inner_list_new (self->context, self->item, &kind->slots[i]);
      gtk_widget_set_parent (list, GTK_WIDGET (self));
      g_ptr_array_add (self->lists, list);
    }
}

static void
mn_item_form_dispose (GObject *object)
{
  MnItemForm *self = MN_ITEM_FORM (object);

  g_ptr_array_set_size (self->controls, 0);
  g_ptr_array_set_size (self->lists, 0);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_item_form_parent_class)->dispose (object);
}

static void
mn_item_form_finalize (GObject *object)
{
  MnItemForm *self = MN_ITEM_FORM (object);

  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (mn_item_form_parent_class)->finalize (object);
}

static void
mn_item_form_class_init (MnItemFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_item_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_item_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
mn_item_form_init (MnItemForm *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 18);
  self->controls = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 10);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
mn_item_form_new (MnEditContext *context, MnItem *item)
{
  MnItemForm *self;

  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (context), NULL);
  g_return_val_if_fail (MN_IS_ITEM (item), NULL);

  self = g_object_new (MN_TYPE_ITEM_FORM, NULL);
  self->context = g_object_ref (context);
  self->item = g_object_ref (item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_kind_get_label (mn_item_get_kind (item)), -1);
  add_fields (self);
  add_lists (self);
  gtk_widget_set_visible (self->grid, self->controls->len > 0);
  return GTK_WIDGET (self);
}

MnItem *
mn_item_form_get_item (MnItemForm *self)
{
  return self->item;
}

MnFieldControl *
mn_item_form_find (MnItemForm *self, const char *field)
{
  for (guint i = 0; i < self->controls->len; i++)
    if (strcmp (mn_field_control_get_field (self->controls->pdata[i])->name, field) == 0)
      return self->controls->pdata[i];
  return NULL;
}

static gboolean
is_choice (MnFieldControl *control)
{
  MnFieldType type = mn_field_control_get_field (control)->type;

  return type == MN_FIELD_ENUM || type == MN_FIELD_BOOLEAN;
}

static gboolean
focus_one (MnItemForm *self, gboolean choice)
{
  for (guint i = 0; i < self->controls->len; i++)
    if (is_choice (self->controls->pdata[i]) == choice &&
        gtk_widget_grab_focus (self->controls->pdata[i]))
      return TRUE;
  return FALSE;
}

/** mn_item_form_focus_first: the keys go to the first field that isn't a choice, if there is one.
 */
gboolean
mn_item_form_focus_first (MnItemForm *self)
{
  return focus_one (self, FALSE) || focus_one (self, TRUE);
}

/** mn_item_form_show_item: opens the inner list that holds @item, or what @item lies below. */
gboolean
mn_item_form_show_item (MnItemForm *self, MnItem *item)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (mn_inner_list_show_item (self->lists->pdata[i], item))
      return TRUE;
  return FALSE;
}
