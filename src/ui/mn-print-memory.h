#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MnPrintMemory: how a form was printed last time: the printer, both sides, tray, quality … and the
 * paper. It is kept by the name of the form in a file of the user's state directory. What belongs
 * to one job alone is not kept: ranges, copies, scale, several pages on a sheet, the hour, the name
 * of a file.
 */
GtkPrintSettings *mn_print_memory_load (const char *form) G_GNUC_WARN_UNUSED_RESULT;

/* The paper chosen for pages of that size; NULL if none was, or pages are of another size now. */
GtkPageSetup *mn_print_memory_load_paper (const char *form, double width, double height)
    G_GNUC_WARN_UNUSED_RESULT;

gboolean mn_print_memory_save (const char       *form,
                               GtkPrintSettings *settings,
                               GtkPageSetup     *setup,
                               double            width,
                               double            height,
                               GError          **error);

/* The file. (transfer full) */
char *mn_print_memory_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
