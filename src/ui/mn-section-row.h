#pragma once

#include <gtk/gtk.h>

#include "mn-sections.h"

G_BEGIN_DECLS

/** MnSectionRow: a section in the sidebar, with its count or state. */
#define MN_TYPE_SECTION_ROW (mn_section_row_get_type ())
G_DECLARE_FINAL_TYPE (MnSectionRow, mn_section_row, MN, SECTION_ROW, GtkListBoxRow)

GtkWidget *mn_section_row_new (const MnSection *section);
void       mn_section_row_refresh (MnSectionRow *self, MnItem *session);

G_END_DECLS
