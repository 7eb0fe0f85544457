#include "mn-bin-popover.h"

#include <glib/gi18n.h>

#include "mn-document.h"
#include "mn-session.h"

#define MOST_HEIGHT 360
#define MOST_ROWS 200

static void
clicked_cb (GtkButton *button, GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

static GtkWidget *
create_row (MnDocument *document, MnRemoved *removed, guint index, GtkWidget *popover)
{
  MnItem          *item = mn_removed_get_item (removed);
  g_autofree char *summary = mn_session_dup_summary (mn_document_get_root (document), item);
  /* Translators: what was removed: its kind and its words */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"),
                                            mn_kind_get_label (mn_item_get_kind (item)), summary);
  /* Translators: %s is what was removed */
  g_autofree char *restore = g_strdup_printf (_ ("Restore %s"), summary);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (words);
  GtkWidget       *button = gtk_button_new_with_label (_ ("Restore"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.restore-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, restore,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), popover, 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

void
mn_bin_popover_fill (GtkMenuButton *button, gpointer document)
{
  GListModel *bin = mn_document_get_bin (document);
  GtkWidget  *popover = gtk_popover_new ();
  GtkWidget  *scroller = gtk_scrolled_window_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint       n = g_list_model_get_n_items (bin);

  for (guint i = n; i > 0 && n - i < MOST_ROWS; i--)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i - 1);

      gtk_box_append (GTK_BOX (box), create_row (document, removed, i - 1, popover));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}
