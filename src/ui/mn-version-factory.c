#include <glib/gi18n.h>

#include "mn-version-rows.h"

/* How rows of another version look: what became of the item, its words there and its words here. */

typedef struct
{
  GtkWidget *box;
  GtkLabel  *title;
  GtkLabel  *there_name, *there, *here_name, *here;
} Parts;

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_name (const char *name)
{
  GtkWidget *label = make_label ("caption");

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (box), make_label ("heading"));
  /* Translators: above the words of an item as they are in the other version */
  gtk_box_append (GTK_BOX (box), make_name (_ ("In that version")));
  gtk_box_append (GTK_BOX (box), make_label ("version-there"));
  /* Translators: above the words of an item as they are in the present version */
  gtk_box_append (GTK_BOX (box), make_name (_ ("Here")));
  gtk_box_append (GTK_BOX (box), make_label ("version-here"));
  gtk_list_item_set_child (item, box);
}

static void
get_parts (GtkListItem *item, Parts *parts)
{
  GtkWidget *child;

  parts->box = gtk_list_item_get_child (item);
  child = gtk_widget_get_first_child (parts->box);
  parts->title = GTK_LABEL (child);
  parts->there_name = GTK_LABEL (child = gtk_widget_get_next_sibling (child));
  parts->there = GTK_LABEL (child = gtk_widget_get_next_sibling (child));
  parts->here_name = GTK_LABEL (child = gtk_widget_get_next_sibling (child));
  parts->here = GTK_LABEL (gtk_widget_get_next_sibling (child));
}

static void
set_words (GtkLabel *name, GtkLabel *label, const char *words, gboolean named)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (name), named && *words != '\0');
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
label_row (GtkListItem *item, MnVersionRow *row)
{
  GtkWidget       *widget = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *spoken = g_strjoin (" ", mn_version_row_get_title (row),
                                       mn_version_row_get_there (row),
                                       mn_version_row_get_here (row), NULL);

  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnVersionRow *row = gtk_list_item_get_item (item);
  gboolean      heading = mn_version_row_is_heading (row);
  gboolean      both = *mn_version_row_get_here (row) != '\0';
  Parts         parts;

  get_parts (item, &parts);
  gtk_label_set_text (parts.title, mn_version_row_get_title (row));
  set_words (parts.there_name, parts.there, mn_version_row_get_there (row), both);
  set_words (parts.here_name, parts.here, mn_version_row_get_here (row), both);
  set_class (GTK_WIDGET (parts.title), "title-4", heading);
  set_class (GTK_WIDGET (parts.title), "heading", !heading);
  set_class (parts.box, "heading-row", heading);
  gtk_list_item_set_activatable (item, !heading);
  label_row (item, row);
}

GtkListItemFactory *
mn_version_rows_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
