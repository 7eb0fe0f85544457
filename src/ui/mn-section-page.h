#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"
#include "mn-sections.h"

G_BEGIN_DECLS

/**
 * MnSectionPage: a list of light rows and the form of the one selected. Of all the forms of a
 * section only that one exists.
 *
 * Actions: "items.add", "items.add-below", "items.remove", "items.move-up", "items.move-down".
 * Property "selected" (MnItem, read-only, notified).
 */
#define MN_TYPE_SECTION_PAGE (mn_section_page_get_type ())
G_DECLARE_FINAL_TYPE (MnSectionPage, mn_section_page, MN, SECTION_PAGE, GtkWidget)

GtkWidget *mn_section_page_new (MnEditContext *context, const MnSection *section);

MnItem    *mn_section_page_get_selected (MnSectionPage *self); /* (nullable) */
GtkWidget *mn_section_page_get_form (MnSectionPage *self);     /* (nullable) */
gboolean   mn_section_page_show_item (MnSectionPage *self, MnItem *item);

G_END_DECLS
