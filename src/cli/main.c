#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "mn-cli.h"

/** Command: what stands first on the command line. */
typedef struct
{
  const char *name;
  const char *synopsis;
  const char *summary; /* untranslated */
  MnExit (*run) (char **arguments);
} Command;

static const Command commands[] = {
  { "check", "FILE…", N_ ("Tell what is wrong or missing in sessions"), mn_cli_check },
  { "print", "--form FORM [--to pdf] [-o OUT] [--force] FILE…",
    N_ ("Make papers: minutes, notices, lists and reports"), mn_cli_print },
  { "info", "FILE… [--json]", N_ ("Tell what sessions hold, in numbers"), mn_cli_info },
  { "numbers", "[reserve|release|foreign|start|term] --archive DIR …",
    N_ ("Tell which numbers of documents are taken, or change the register"), mn_cli_numbers },
  { "demo", "DIR", N_ ("Write the sample archive into an empty folder"), mn_cli_demo },
};

static MnExit
help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", _ ("Usage: minutes-cli COMMAND …"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  minutes-cli %s %s\n      %s\n", commands[i].name,
                            commands[i].synopsis, _ (commands[i].summary));
  g_string_append_printf (text, "  minutes-cli --version\n\n%s\n\n%s\n",
                          _ ("“minutes-cli COMMAND --help” tells more about each."),
                          _ ("Exit status: 0 well done; 1 the input is at fault; 2 wrong usage; "
                             "3 the system failed (no space, no permission)."));
  return mn_cli_put (text->str, text->len);
}

static MnExit
run (char **arguments)
{
  const char *name = arguments[0];

  if (name == NULL)
    return mn_cli_usage (NULL, "%s", _ ("a command is missing"));
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    return help ();
  if (strcmp (name, "--version") == 0)
    return mn_cli_put ("minutes-cli " VERSION "\n", strlen ("minutes-cli " VERSION "\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return commands[i].run (arguments);
  return mn_cli_usage (NULL, _ ("there is no command “%s”"), name);
}

int
main (int argc, char *argv[])
{
  /* A file that may not grow further is an error to report, not a reason to die half-written. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("minutes-cli");
  return run (argc > 0 ? argv + 1 : argv);
}
