#include "mn-form-page.h"

#include <adwaita.h>

#include "mn-item-edits.h"
#include "mn-item-form.h"

#define WIDEST 760

struct _MnFormPage
{
  GtkWidget parent_instance;

  GtkWidget *form; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnFormPage, mn_form_page, GTK_TYPE_WIDGET)

static void
mn_form_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  MN_FORM_PAGE (object)->form = NULL;

  G_OBJECT_CLASS (mn_form_page_parent_class)->dispose (object);
}

static void
mn_form_page_class_init (MnFormPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mn_form_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mn_form_page_init (MnFormPage *self)
{
}

GtkWidget *
mn_form_page_new (MnEditContext *context, MnItem *item)
{
  MnFormPage *self = g_object_new (MN_TYPE_FORM_PAGE, NULL);
  GtkWidget  *scroller = gtk_scrolled_window_new ();
  GtkWidget  *clamp = adw_clamp_new ();

  self->form = mn_item_form_new (context, item);
  gtk_widget_add_css_class (self->form, "form-place");
  mn_item_edits_add_section_keys (self->form);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

MnItem *
mn_form_page_get_item (MnFormPage *self)
{
  return self->form != NULL ? mn_item_form_get_item (MN_ITEM_FORM (self->form)) : NULL;
}

void
mn_form_page_show_item (MnFormPage *self, MnItem *item)
{
  mn_item_form_show_item (MN_ITEM_FORM (self->form), item);
}
