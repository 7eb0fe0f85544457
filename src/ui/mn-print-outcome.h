#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One sentence about a job that came to nothing, and what to do.
 * @place: (nullable): the file that it was for
 * @printer: (nullable): else its printer
 * @error: (nullable): what the system has to say
 * (transfer full) */
char *mn_print_outcome_dup (const char *place, const char *printer, const GError *error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
