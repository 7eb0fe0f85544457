#include <glib/gi18n.h>

#include "mn-archive.h"
#include "mn-cli.h"

/* A folder that holds something, or a file: then another DIR helps. */
static gboolean
is_wrong_place (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY) ||
         g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

/** mn_cli_demo: the sample archive, into a folder that holds nothing yet. */
MnExit
mn_cli_demo (char **arguments)
{
  static const GOptionEntry options[] = { { NULL } };
  g_auto (GStrv)            folders = NULL;
  g_autoptr (GError)        error = NULL;
  MnExit                    status;

  if (!mn_cli_parse (arguments, "DIR", _ ("Writes the sample archive into an empty or new folder."),
                     options, &folders, &status))
    return status;
  if (g_strv_length (folders) != 1)
    return mn_cli_usage (arguments[0], "%s", _ ("one DIR is needed"));
  if (mn_archive_write_samples (folders[0], &error))
    return MN_EXIT_DONE;
  mn_cli_tell_error (error);
  return is_wrong_place (error) ? MN_EXIT_INPUT : MN_EXIT_SYSTEM;
}
