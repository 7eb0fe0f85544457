#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

/** MnFormPage: a section that is one item's form. */
#define MN_TYPE_FORM_PAGE (mn_form_page_get_type ())
G_DECLARE_FINAL_TYPE (MnFormPage, mn_form_page, MN, FORM_PAGE, GtkWidget)

GtkWidget *mn_form_page_new (MnEditContext *context, MnItem *item);

MnItem *mn_form_page_get_item (MnFormPage *self);
void    mn_form_page_show_item (MnFormPage *self, MnItem *item); /* one that lies below */

G_END_DECLS
