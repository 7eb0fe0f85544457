#include "mn-print-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define BESIDE ".minutes-print-"

/* The ending stays: the kind of file may depend on it. The name doesn't, which may be as long as
 * names can be. */
static char *
name_beside (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *name = g_path_get_basename (place);
  const char      *ending = strrchr (name, '.');
  g_autofree char *hidden = g_strdup_printf (BESIDE "%08x%s", g_random_int (),
                                             ending ? ending : "");

  return g_build_filename (folder, hidden, NULL);
}

void
mn_print_file_redirect (MnPrintFile *self, GtkPrintSettings *settings)
{
  const char      *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autofree char *place = uri ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *other = NULL;

  if (!place || g_strcmp0 (place, self->beside) == 0)
    return;

  mn_print_file_clear (self);
  self->beside = name_beside (place);
  self->place = g_steal_pointer (&place);
  other = g_filename_to_uri (self->beside, NULL, NULL);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, other);
}

/* GTK tells the list of recent files about the other name, where nothing will be. */
static void
tell_recent (MnPrintFile *self)
{
  g_autofree char *uri = g_filename_to_uri (self->place, NULL, NULL);

  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

gboolean
mn_print_file_commit (MnPrintFile *self, GError **error)
{
  if (!self->beside || !g_file_test (self->beside, G_FILE_TEST_EXISTS))
    return TRUE; /* it went to a printer after all */

  if (g_rename (self->beside, self->place) == 0)
    {
      tell_recent (self);
      g_clear_pointer (&self->beside, g_free);
      return TRUE;
    }

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
               _ ("%s can't be written: %s"), self->place, g_strerror (errno));

  return FALSE;
}

void
mn_print_file_clear (MnPrintFile *self)
{
  if (self->beside)
    g_unlink (self->beside);
  g_clear_pointer (&self->beside, g_free);
  g_clear_pointer (&self->place, g_free);
}
