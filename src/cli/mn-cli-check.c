#include <glib/gi18n.h>

#include "mn-check.h"
#include "mn-cli-material.h"
#include "mn-cli-number-check.h"
#include "mn-cli.h"
#include "mn-form-check.h"
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

/* ---- house styles --------------------------------------------------------------------------- */

/* What departs from the rule is told with the rule's paragraph. */
static MnExit
show_style (const char *path, MnStyle *style, const GError *error)
{
  const GPtrArray *findings = style != NULL ? mn_style_get_findings (style) : NULL;

  if (style == NULL && path != NULL)
    mn_cli_tell ("%s: %s", path, error->message);
  else if (style == NULL)
    mn_cli_tell ("%s", error->message);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    mn_cli_tell ("%s", (const char *) findings->pdata[i]);
  return style == NULL || findings->len > 0 ? MN_EXIT_INPUT : MN_EXIT_DONE;
}

static MnExit
check_style_file (const char *path)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStyle) style = mn_style_load_file (path, &error);

  return show_style (NULL, style, error);
}

/* The styles of the session's forms; often one and the same. */
static MnExit
check_session_styles (const char *path, MnItem *session)
{
  g_auto (GStrv)         folders = mn_style_list_folders (NULL, path);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  MnExit                 status = MN_EXIT_DONE;

  mn_style_set_folders ((const char *const *) folders);
  for (int form = 0; form < MN_N_FORMS; form++)
    {
      const char         *name = mn_form_get_style_name ((MnForm) form, session);
      g_autoptr (GError)  error = NULL;
      g_autoptr (MnStyle) style = NULL;

      if (!g_hash_table_add (told, (gpointer) name))
        continue;
      style = mn_style_load (name, &error);
      status = mn_cli_worse (status, show_style (path, style, error));
    }
  return status;
}

/* ---- sessions ------------------------------------------------------------------------------- */

static GPtrArray *
check_pictures (const char *path, MnItem *session)
{
  g_autoptr (MnPictures) pictures = mn_material_new_pictures (path);

  return mn_form_check_pictures (session, pictures);
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
  status = mn_cli_worse (status, check_session_styles (path, session));
  findings = mn_check_session (session);
  mn_cli_check_numbers (path, session, findings);
  bytes = mn_xml_load_file (path, NULL); /* for the lines of items */
  for (int form = 0; form < MN_N_FORMS; form++)
    {
      g_autoptr (GPtrArray) mixed = mn_form_check ((MnForm) form, session);

      for (guint i = 0; i < mixed->len; i++)
        show_finding (path, bytes, mixed->pdata[i], advice);
    }
  g_ptr_array_extend_and_steal (findings, check_pictures (path, session));
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
  g_autofree char          *about = g_strconcat (
               _ ("Tells what is wrong or missing in sessions, a line each: FILE:LINE: text.\n"
                           "Errors go to standard error and make the exit status 1; advice goes to "
                           "standard output."),
               "\n", _ ("House styles (NAME.xml) are held against their rule."), NULL);

  if (!mn_cli_parse (arguments, "FILE…", about, options, &files, &status))
    return status;
  if (files[0] == NULL)
    return mn_cli_usage (arguments[0], "%s", _ ("a FILE is missing"));
  for (guint i = 0; files[i] != NULL; i++)
    status = mn_cli_worse (status, g_str_has_suffix (files[i], ".xml")
                                       ? check_style_file (files[i])
                                       : check_file (files[i], advice));
  return mn_cli_worse (status, mn_cli_put (advice->str, advice->len));
}
