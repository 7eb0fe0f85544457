#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MnPrintFile: printing into a file, so that what stands there is replaced by the whole or not at
 * all. GTK itself writes straight to the place, and a full disk would leave half a document. So it
 * is sent to a file beside it, which takes the place when it is complete.
 */
typedef struct
{
  char *place;  /* (owned) (nullable): where the person wants it */
  char *beside; /* (owned) (nullable) */
} MnPrintFile;

/* Sends what these settings would write to a file to one beside it. */
void mn_print_file_redirect (MnPrintFile *self, GtkPrintSettings *settings);

/* Puts it in its place. TRUE if there was none, too. */
gboolean mn_print_file_commit (MnPrintFile *self, GError **error);

/* Removes what was written, if it isn't in its place. */
void mn_print_file_clear (MnPrintFile *self);

G_END_DECLS
