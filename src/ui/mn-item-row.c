#include "mn-item-row.h"

#include <string.h>

#include "mn-children.h"
#include "mn-item-words.h"

struct _MnItemRow
{
  GtkWidget parent_instance;

  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) (nullable) */
  GtkWidget     *number;
  GtkWidget     *title;
  GtkWidget     *details;
  guint          refresh_id;
};

G_DEFINE_FINAL_TYPE (MnItemRow, mn_item_row, GTK_TYPE_WIDGET)

static guint n_rows;

static void
set_label (GtkWidget *label, const char *text)
{
  if (strcmp (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
}

void
mn_item_row_refresh (MnItemRow *self)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  if (self->item == NULL || !mn_item_is_attached (self->item))
    return;
  number = mn_item_dup_number (self->item);
  title = mn_item_dup_title (self->item);
  details = mn_item_dup_details (mn_edit_context_get_document (self->context), self->item);
  set_label (self->number, number);
  set_label (self->title, title);
  set_label (self->details, details);
  gtk_widget_set_visible (self->number, *number != '\0');
  gtk_widget_set_visible (self->details, *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
refresh_cb (gpointer user_data)
{
  MnItemRow *self = user_data;

  self->refresh_id = 0;
  mn_item_row_refresh (self);
}

/* Many edits between two frames are one refreshing. */
static void
refresh_later (MnItemRow *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_once (refresh_cb, self);
}

static gboolean
is_mine (MnItemRow *self, MnItem *item)
{
  for (; item != NULL; item = mn_item_get_parent (item))
    if (item == self->item)
      return TRUE;
  return FALSE;
}

/* Places move all numbers of a list, and a party's name stands in many rows. */
static void
edited_cb (MnDocument *document, MnEdit *edit, MnItemRow *self)
{
  MnItem *item = mn_document_find (document, edit->item);

  if (self->item == NULL)
    return;
  if (edit->type == MN_EDIT_SET || edit->type == MN_EDIT_SPLICE
          ? item != NULL && (mn_item_is (item, "party") || is_mine (self, item))
          : TRUE)
    refresh_later (self);
}

static GtkWidget *
create_label (MnItemRow *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12); /* the form needs the room more */
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
mn_item_row_dispose (GObject *object)
{
  MnItemRow *self = MN_ITEM_ROW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_item_row_parent_class)->dispose (object);
}

static void
mn_item_row_finalize (GObject *object)
{
  n_rows--;
  G_OBJECT_CLASS (mn_item_row_parent_class)->finalize (object);
}

static void
mn_item_row_class_init (MnItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_item_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_item_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemrow");
}

static void
mn_item_row_init (MnItemRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget        *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  n_rows++;
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (self->number), 2);
  gtk_label_set_xalign (GTK_LABEL (self->number), 1);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  self->title = create_label (self, NULL);
  self->details = create_label (self, "dim-label");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->details);
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

GtkWidget *
mn_item_row_new (MnEditContext *context)
{
  MnItemRow *self = g_object_new (MN_TYPE_ITEM_ROW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (mn_edit_context_get_document (context), "edited", G_CALLBACK (edited_cb),
                           self, 0);
  return GTK_WIDGET (self);
}

void
mn_item_row_set_item (MnItemRow *self, MnItem *item)
{
  g_return_if_fail (MN_IS_ITEM_ROW (self));

  if (g_set_object (&self->item, item))
    mn_item_row_refresh (self);
}

MnItem *
mn_item_row_get_item (MnItemRow *self)
{
  return self->item;
}

guint
mn_item_row_count (void)
{
  return n_rows;
}
