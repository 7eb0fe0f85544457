#pragma once

#include <gtk/gtk.h>

#include "mn-print-part.h"

G_BEGIN_DECLS

#define MN_TYPE_PRINT_OPERATION (mn_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (MnPrintOperation, mn_print_operation, MN, PRINT_OPERATION, GtkPrintOperation)

/**
 * MnPrintOperation: sends papers to the printer as they stand. Sheet and margins come from the
 * house style, so the printer adds none, and nothing is ever made smaller: what doesn't fit on the
 * paper chosen is found before the first page is drawn, and asked.
 *
 * On both sides every paper begins on a front, and the margins of the backs are mirrored where the
 * house style says so.
 *
 * Signal "progress" (uint side, uint n_sides): that side, from 1, has been drawn.
 */
GtkPrintOperation *mn_print_operation_new (GPtrArray *parts, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

/* Asks the person; whoever asked calls mn_print_operation_answer(), the first of which counts.
 * Where nobody can be asked the job fails with that sentence. */
typedef void (*MnPrintAsk) (MnPrintOperation *self, const char *sentence, gpointer user_data);
void mn_print_operation_set_ask (MnPrintOperation *self, MnPrintAsk ask, gpointer user_data);
void mn_print_operation_answer (MnPrintOperation *self, gboolean go_on);

/* Whether what is asked is about paper of another size. */
gboolean mn_print_operation_is_other_size (MnPrintOperation *self);

/* (nullable): why the job was given up, where GTK knows nothing of it. */
const GError *mn_print_operation_get_failure (MnPrintOperation *self);

/* A job for a file: complete, it takes its place; else nothing of it stays. The place, or NULL. */
gboolean    mn_print_operation_commit (MnPrintOperation *self, GError **error);
void        mn_print_operation_discard (MnPrintOperation *self);
const char *mn_print_operation_get_place (MnPrintOperation *self);

G_END_DECLS
