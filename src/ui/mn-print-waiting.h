#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MnPrintWaiting: a job that the print service has taken and not yet brought to paper. A printer
 * that is switched off is no failure there: the service tries again for as long as it takes, and
 * says nothing. So after some seconds the printer is asked, and what it says stays on screen until
 * the job is done.
 */
typedef struct MnPrintWaiting MnPrintWaiting;

/* @window: (nullable): where to tell; it may go meanwhile */
MnPrintWaiting *mn_print_waiting_new (GtkWindow *window, const char *printer)
    G_GNUC_WARN_UNUSED_RESULT;
void mn_print_waiting_free (MnPrintWaiting *self);

/* What is told: the printer's own words in a sentence. (transfer full) */
char *mn_print_waiting_dup_sentence (const char *printer, const char *message)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
