#include <glib/gi18n.h>

#include "mn-check.h"
#include "mn-cli.h"
#include "mn-xml.h"

/* Faults go to stderr, advice to standard output. */
static MnExit
show_finding (const char *path, GBytes *bytes, const MnFinding *finding, GString *advice)
{
  guint line = bytes != NULL && finding->item != NULL ? mn_xml_find_line (bytes, finding->item) : 0;
  g_autofree char *place = line > 0 ? g_strdup_printf ("%s:%u", path, line) : g_strdup (path);

  if (finding->severity == MN_FINDING_ERROR)
    {
      mn_cli_tell ("%s: %s", place, finding->text);
      return MN_EXIT_INPUT;
    }
  g_string_append_printf (advice, "%s: %s %s\n", place, _ ("advice:"), finding->text);
  return MN_EXIT_DONE;
}

static MnExit
check_file (const char *path, GString *advice)
{
  MnExit                status = MN_EXIT_DONE;
  gboolean              newer = FALSE;
  g_autoptr (MnItem)    session = mn_cli_read (path, &newer, &status);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes)    bytes = NULL;

  if (session == NULL)
    return status;
  if (newer)
    g_string_append_printf (advice, "%s:1: %s %s\n", path, _ ("advice:"),
                            _ ("the file is of a newer format; only what this version knows was "
                               "checked"));
  findings = mn_check_session (session);
  bytes = mn_xml_load_file (path, NULL); /* for the lines of items */
  for (guint i = 0; i < findings->len; i++)
    status = mn_cli_worse (status, show_finding (path, bytes, findings->pdata[i], advice));
  return status;
}

/** mn_cli_check: schema and content of each file. */
MnExit
mn_cli_check (char **arguments)
{
  static const GOptionEntry options[] = { { NULL } };
  g_auto (GStrv)            files = NULL;
  g_autoptr (GString)       advice = g_string_new (NULL);
  MnExit                    status;

  if (!mn_cli_parse (
          arguments, "FILE…",
          _ ("Tells what is wrong or missing in sessions, a line each: FILE:LINE: text.\n"
             "Errors go to standard error and make the exit status 1; advice goes to "
             "standard output."),
          options, &files, &status))
    return status;
  if (files[0] == NULL)
    return mn_cli_usage (arguments[0], "%s", _ ("a FILE is missing"));
  for (guint i = 0; files[i] != NULL; i++)
    status = mn_cli_worse (status, check_file (files[i], advice));
  return mn_cli_worse (status, mn_cli_put (advice->str, advice->len));
}
