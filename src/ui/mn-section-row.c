#include "mn-section-row.h"

#include <string.h>

struct _MnSectionRow
{
  GtkListBoxRow parent_instance;

  const MnSection *section;
  GtkWidget       *state; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnSectionRow, mn_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
mn_section_row_class_init (MnSectionRowClass *klass)
{
}

static void
mn_section_row_init (MnSectionRow *self)
{
}

GtkWidget *
mn_section_row_new (const MnSection *section)
{
  MnSectionRow *self = g_object_new (MN_TYPE_SECTION_ROW, NULL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget    *label = gtk_label_new (mn_section_get_label (section));

  self->section = section;
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_add_css_class (self->state, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mn_section_get_label (section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_section_get_label (section), -1);
  return GTK_WIDGET (self);
}

void
mn_section_row_refresh (MnSectionRow *self, MnItem *session)
{
  g_autofree char *state = mn_section_dup_state (self->section, session);

  if (strcmp (gtk_label_get_text (GTK_LABEL (self->state)), state) != 0)
    gtk_label_set_text (GTK_LABEL (self->state), state);
}
