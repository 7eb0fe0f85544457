#include "mn-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mn-xml.h"

/* Messages are UTF-8 whatever the locale says: names of people don't become question marks. */
static void
tell_line (const char *line)
{
  g_autofree char *one_line = g_strdup (line);

  g_strdelimit (one_line, "\n\r", ' ');
  g_strchomp (one_line);
  fprintf (stderr, "%s\n", one_line);
}

void
mn_cli_tell (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list          arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tell_line (line);
}

/* A missing file is a mistake in what was given; a disk without room isn't. */
static MnExit
judge (const GError *error)
{
  static const int of_files[] = { G_FILE_ERROR_ACCES, G_FILE_ERROR_PERM, G_FILE_ERROR_NOSPC,
                                  G_FILE_ERROR_ROFS,  G_FILE_ERROR_IO,   G_FILE_ERROR_NOMEM,
                                  G_FILE_ERROR_MFILE, G_FILE_ERROR_NFILE };
  static const int of_io[] = { G_IO_ERROR_PERMISSION_DENIED, G_IO_ERROR_NO_SPACE,
                               G_IO_ERROR_READ_ONLY, G_IO_ERROR_TOO_MANY_OPEN_FILES };

  for (guint i = 0; i < G_N_ELEMENTS (of_files); i++)
    if (g_error_matches (error, G_FILE_ERROR, of_files[i]))
      return MN_EXIT_SYSTEM;
  for (guint i = 0; i < G_N_ELEMENTS (of_io); i++)
    if (g_error_matches (error, G_IO_ERROR, of_io[i]))
      return MN_EXIT_SYSTEM;
  return MN_EXIT_INPUT;
}

MnExit
mn_cli_tell_error (const GError *error)
{
  tell_line (error->message);
  return judge (error);
}

MnExit
mn_cli_usage (const char *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: what is wrong with the command line; then the command itself */
  mn_cli_tell (_ ("minutes-cli: %s; see “minutes-cli %s%s--help”"), text,
               command != NULL ? command : "", command != NULL ? " " : "");
  return MN_EXIT_USAGE;
}

MnExit
mn_cli_worse (MnExit a, MnExit b)
{
  return MAX (a, b);
}

MnExit
mn_cli_put (const char *bytes, gsize n_bytes)
{
  if (fwrite (bytes, 1, n_bytes, stdout) == n_bytes && fflush (stdout) == 0)
    return MN_EXIT_DONE;
  mn_cli_tell (_ ("standard output can't be written: %s"), g_strerror (errno));
  return MN_EXIT_SYSTEM;
}

gboolean
mn_cli_parse (char             **arguments,
              const char        *synopsis,
              const char        *summary,
              const GOptionEntry options[],
              char            ***files,
              MnExit            *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (synopsis);
  g_autoptr (GError)         error = NULL;
  g_auto (GStrv)             given = NULL;
  g_auto (GStrv)             copy = g_strdupv (arguments);
  const GOptionEntry own[] = { { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given,
                                 NULL, NULL },
                               { NULL } };
  gboolean           wants_help = FALSE;
  const GOptionEntry help[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help,
                                  N_ ("Show this help"), NULL },
                                { NULL } };
  g_autofree char   *program = g_strdup_printf ("minutes-cli %s", arguments[0]);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  *status = MN_EXIT_DONE;
  if (!g_option_context_parse_strv (context, &copy, &error))
    *status = mn_cli_usage (arguments[0], "%s", error->message);
  else if (wants_help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      *status = mn_cli_put (text, strlen (text));
    }
  *files = given != NULL ? g_steal_pointer (&given) : g_new0 (char *, 1);
  return error == NULL && !wants_help;
}

MnItem *
mn_cli_read (const char *path, gboolean *newer, MnExit *status)
{
  g_autoptr (GError) error = NULL;
  MnXmlInfo          info = { 0 };
  MnItem            *session = mn_xml_read_file (path, &info, &error);

  if (session == NULL)
    *status = mn_cli_worse (*status, mn_cli_tell_error (error));
  if (newer != NULL)
    *newer = info.newer;
  return session;
}
