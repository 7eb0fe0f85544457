#include "mn-number-columns.h"

#include <glib/gi18n.h>

#include "mn-number-row.h"

/* The day stands below the number: a narrow window has room for the document then. */
static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (i == 1)
        gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

static GtkWidget *
create_wrapped (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
setup_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *remark = create_wrapped ();

  gtk_widget_add_css_class (remark, "caption");
  gtk_box_append (GTK_BOX (box), create_wrapped ());
  gtk_box_append (GTK_BOX (box), remark);
  gtk_list_item_set_child (item, box);
}

/* The words say what is wrong; the colour only helps to find it. */
static void
set_fault (GtkWidget *label, gboolean fault)
{
  if (fault)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

/* A row is named for who hears it, not by the name of its class. */
static void
name_row (GtkListItem *item, MnNumberRow *row)
{
  GtkWidget       *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget       *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *words = mn_number_row_dup_words (row);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static void
bind_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnNumberRow *row = gtk_list_item_get_item (item);
  GtkWidget   *number = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget   *date = gtk_widget_get_next_sibling (number);

  gtk_label_set_text (GTK_LABEL (number), mn_number_row_get_number (row));
  gtk_label_set_text (GTK_LABEL (date), mn_number_row_get_date (row));
  gtk_widget_set_visible (date, *mn_number_row_get_date (row) != '\0');
  set_fault (number, mn_number_row_is_fault (row));
  name_row (item, row);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnNumberRow *row = gtk_list_item_get_item (item);
  GtkWidget   *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget   *remark = gtk_widget_get_next_sibling (title);

  gtk_label_set_text (GTK_LABEL (title), mn_number_row_get_title (row));
  gtk_label_set_text (GTK_LABEL (remark), mn_number_row_get_remark (row));
  gtk_widget_set_visible (title, *mn_number_row_get_title (row) != '\0');
  gtk_widget_set_visible (remark, *mn_number_row_get_remark (row) != '\0');
  set_fault (remark, mn_number_row_is_fault (row));
}

static void
add (GtkColumnView *view, const char *title, GCallback setup, GCallback bind, gboolean expand)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
}

void
mn_number_columns_add (GtkColumnView *view)
{
  add (view, _ ("Number"), G_CALLBACK (setup_number_cb), G_CALLBACK (bind_number_cb), FALSE);
  add (view, _ ("Document"), G_CALLBACK (setup_title_cb), G_CALLBACK (bind_title_cb), TRUE);
}
