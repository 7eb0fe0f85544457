#pragma once

#include <gtk/gtk.h>

#include "mn-pages.h"

G_BEGIN_DECLS

#define MN_TYPE_PRINT_OPERATION (mn_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (MnPrintOperation, mn_print_operation, MN, PRINT_OPERATION, GtkPrintOperation)

/**
 * MnPrintOperation: sends pages to the printer as they stand: the sheet and its margins come from
 * the house style, so the printer adds none.
 */
GtkPrintOperation *mn_print_operation_new (MnPages *pages, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
