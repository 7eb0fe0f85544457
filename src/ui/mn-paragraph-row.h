#pragma once

#include <gtk/gtk.h>

#include "mn-block-entry.h"

G_BEGIN_DECLS

/** MnParagraphRow: a paragraph in the list of paragraphs, and whether a hand changed it. */
#define MN_TYPE_PARAGRAPH_ROW (mn_paragraph_row_get_type ())
G_DECLARE_FINAL_TYPE (MnParagraphRow, mn_paragraph_row, MN, PARAGRAPH_ROW, GtkWidget)

GtkWidget *mn_paragraph_row_new (void);
void       mn_paragraph_row_set_entry (MnParagraphRow *self, MnBlockEntry *entry); /* (nullable) */

G_END_DECLS
