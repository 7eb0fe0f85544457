#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "mn-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (MnApplication) application = NULL;

  /* A file that may not grow further is an error to report, not a reason to die half-written. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = mn_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
