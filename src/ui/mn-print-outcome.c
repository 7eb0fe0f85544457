#include "mn-print-outcome.h"

#include <glib/gi18n.h>

#include "mn-error.h"

/* GTK would name the file beside it, to which it wrote. */
static char *
dup_unsaved (const char *place, const GError *error)
{
  g_autofree char *name = g_filename_display_name (place);

  return g_strdup_printf (_ ("“%s” can't be saved: %s"), name,
                          error ? mn_error_get_reason (error) : _ ("it was given up"));
}

char *
mn_print_outcome_dup (const char *place, const char *printer, const GError *error)
{
  if (place)
    return dup_unsaved (place, error);
  if (!printer)
    printer = "?";
  if (error)
    /* Translators: a printer, then the system's own words */
    return g_strdup_printf (
        _ ("Nothing was printed: the printer “%s” can't be reached (%s). Please "
           "see whether it is switched on and connected, and print again."),
        printer, error->message);

  return g_strdup_printf (
      _ ("The job was ended before all of it was printed, by the printer “%s” or "
         "by somebody in its queue. Please see which pages are there, and print "
         "the others again."),
      printer);
}
