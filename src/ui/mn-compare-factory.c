#include <glib/gi18n.h>

#include "mn-compare-rows.h"

/* How rows of the compare pane look. A row's widgets: a line of title and status, the words, a
 * note. */

typedef struct
{
  GtkWidget *box;
  GtkLabel  *title;
  GtkWidget *status_box;
  GtkWidget *status_icon;
  GtkLabel  *status;
  GtkLabel  *body;
  GtkLabel  *note;
} Parts;

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_status (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = make_label ("caption");

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "status-badge");

  return box;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *note = make_label ("caption");

  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (box), make_label ("heading"));
  gtk_box_append (GTK_BOX (box), make_status ());
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
get_parts (GtkListItem *item, Parts *parts)
{
  GtkWidget *child;

  parts->box = gtk_list_item_get_child (item);
  child = gtk_widget_get_first_child (parts->box);
  parts->title = GTK_LABEL (child);
  parts->status_box = child = gtk_widget_get_next_sibling (child);
  parts->status_icon = gtk_widget_get_first_child (child);
  parts->status = GTK_LABEL (gtk_widget_get_last_child (child));
  child = gtk_widget_get_next_sibling (child);
  parts->body = GTK_LABEL (child);
  parts->note = GTK_LABEL (gtk_widget_get_next_sibling (child));
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_struck (GtkLabel *label, gboolean struck)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
label_row (GtkListItem *item, MnCompareRow *row)
{
  GtkWidget       *widget = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *spoken = g_strjoin (
      " ", mn_compare_row_get_title (row), mn_compare_row_get_status (row),
      mn_compare_row_get_body (row), mn_compare_row_get_note (row), NULL);

  if (widget)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnCompareRow     *row = gtk_list_item_get_item (item);
  MnCompareRowLevel level = mn_compare_row_get_level (row);
  const char       *status = mn_compare_row_get_status (row);
  Parts             parts;

  get_parts (item, &parts);
  set_text (parts.title, mn_compare_row_get_title (row));
  set_text (parts.body, mn_compare_row_get_body (row));
  set_text (parts.note, mn_compare_row_get_note (row));
  gtk_label_set_text (parts.status, status);
  gtk_widget_set_visible (parts.status_box, *status != '\0');
  gtk_widget_set_visible (parts.status_icon, mn_compare_row_get_overdue (row));
  set_struck (parts.body, mn_compare_row_get_struck (row));

  set_class (GTK_WIDGET (parts.title), "title-4", level == MN_COMPARE_ROW_HEADING);
  set_class (GTK_WIDGET (parts.title), "heading", level != MN_COMPARE_ROW_HEADING);
  set_class (parts.box, "heading-row", level == MN_COMPARE_ROW_HEADING);
  set_class (parts.box, "child-row", level == MN_COMPARE_ROW_CHILD);
  set_class (parts.status_box, "warning", mn_compare_row_get_overdue (row));
  label_row (item, row);
}

GtkListItemFactory *
mn_compare_rows_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
