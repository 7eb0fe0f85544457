#pragma once

#include <adwaita.h>

#include "mn-archive.h"

G_BEGIN_DECLS

#define MN_TYPE_NUMBER_DIALOG (mn_number_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MnNumberDialog, mn_number_dialog, MN, NUMBER_DIALOG, AdwWindow)

/**
 * MnNumberDialog: asks for an entry of the register of numbers: a reserved, foreign or first number
 * or a term, and writes it. What is refused is said in the dialog, which stays.
 *
 * Signal "put" (MnItem *entry, MnItem *before or NULL): it is written; @before stood in its place.
 */
GtkWidget *mn_number_dialog_new (GtkWindow *parent, MnArchive *archive, MnItem *entry);

G_END_DECLS
