#include "mn-paragraph-row.h"

#include <glib/gi18n.h>

#include "mn-children.h"

struct _MnParagraphRow
{
  GtkWidget parent_instance;

  MnBlockEntry *entry; /* (owned) (nullable) */
  GtkWidget    *words;
  GtkWidget    *state;
};

G_DEFINE_FINAL_TYPE (MnParagraphRow, mn_paragraph_row, GTK_TYPE_WIDGET)

static char *
dup_words (MnBlockEntry *entry)
{
  const char *label = mn_block_entry_get_label (entry);
  MnText     *text = mn_block_entry_get_text (entry);

  if (mn_block_entry_get_anchor (entry) == NULL)
    return g_strdup (_ ("Number, date, signature, recipients"));
  if (mn_block_entry_get_state (entry) == MN_BLOCK_STATE_REMOVED)
    text = mn_block_entry_get_composed (entry);
  if (mn_text_is_empty (text))
    /* Translators: a paragraph on paper that is still empty */
    return g_strdup (_ ("(empty)"));
  return g_strdup_printf ("%s%s%s", label != NULL ? label : "", label != NULL ? " " : "",
                          mn_text_get_plain (text));
}

static void
refresh (MnParagraphRow *self)
{
  g_autofree char *words = g_strdelimit (dup_words (self->entry), "\n", ' ');
  const char      *state = mn_block_state_get_label (mn_block_entry_get_state (self->entry));

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_label_set_text (GTK_LABEL (self->state), state != NULL ? state : "");
  gtk_widget_set_visible (self->state, state != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
changed_cb (MnBlockEntry *entry, MnParagraphRow *self)
{
  refresh (self);
}

static void
mn_paragraph_row_dispose (GObject *object)
{
  MnParagraphRow *self = MN_PARAGRAPH_ROW (object);

  mn_paragraph_row_set_entry (self, NULL);
  mn_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (mn_paragraph_row_parent_class)->dispose (object);
}

static void
mn_paragraph_row_class_init (MnParagraphRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mn_paragraph_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
mn_paragraph_row_init (MnParagraphRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), 14);
  self->state = gtk_label_new (NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->state), 14);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_add_css_class (self->state, "accent");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->state, GTK_WIDGET (self));
}

GtkWidget *
mn_paragraph_row_new (void)
{
  return g_object_new (MN_TYPE_PARAGRAPH_ROW, NULL);
}

void
mn_paragraph_row_set_entry (MnParagraphRow *self, MnBlockEntry *entry)
{
  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, 0);
  refresh (self);
}
