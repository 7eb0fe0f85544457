#pragma once

#include "mn-item-form.h"

G_BEGIN_DECLS

/**
 * MnNumberPanel: above a document's form: which number comes next, what is wrong with the one it
 * has, and whether it is issued. The form's own number field shows the next one as a placeholder.
 *
 * The buttons act through "session.take-number", "session.issue" and "session.withdraw", each with
 * the document's id.
 */
#define MN_TYPE_NUMBER_PANEL (mn_number_panel_get_type ())
G_DECLARE_FINAL_TYPE (MnNumberPanel, mn_number_panel, MN, NUMBER_PANEL, GtkWidget)

GtkWidget *mn_number_panel_new (MnEditContext *context, MnItem *document, MnItemForm *form);

/* Looks at the archive and the document again; else it does so when typing rests. */
void mn_number_panel_update (MnNumberPanel *self);

G_END_DECLS
