#include <glib/gi18n.h>
#include <string.h>

#include "mn-cli-output.h"
#include "mn-cli.h"
#include "mn-form.h"
#include "mn-pages.h"

/** Options: what to make, and where to. */
typedef struct
{
  MnForm   form;
  char    *form_name; /* (owned) */
  char    *format;    /* (owned) */
  char    *out;       /* (owned) (nullable) */
  char    *style;     /* (owned) (nullable): name or file */
  gboolean force;
  char   **files; /* (owned) */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->form_name);
  g_free (self->format);
  g_free (self->out);
  g_free (self->style);
  g_strfreev (self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Lines and pages come out otherwise than an office's own; that is never done in silence. */
static void
tell_font (MnPages *pages, const char *path)
{
  gboolean    same_widths = TRUE;
  const char *family = mn_pages_get_font_family (pages, &same_widths);

  if (!same_widths)
    /* Translators: a file, then a family of fonts */
    mn_cli_tell (_ ("%s: advice: set in %s, which isn't as wide as Times New Roman"), path, family);
}

/* The style that was asked for, by its name or as a file, else the session's. */
static MnStyle *
load_style (const Options *options, const char *path, MnItem *session, GError **error)
{
  g_auto (GStrv) folders = mn_style_list_folders (NULL, path);

  mn_style_set_folders ((const char *const *) folders);
  if (options->style == NULL)
    return mn_style_load (mn_form_get_style_name (options->form, session), error);
  if (strchr (options->style, '/') != NULL || g_str_has_suffix (options->style, ".xml"))
    return mn_style_load_file (options->style, error);
  return mn_style_load (options->style, error);
}

static GBytes *
compose (const Options *options, const char *path, MnExit *status)
{
  gboolean               newer = FALSE;
  g_autoptr (MnItem)     session = mn_cli_read (path, &newer, status);
  g_autoptr (MnComposed) composed = NULL;
  g_autoptr (MnPages)    pages = NULL;
  g_autoptr (GError)     error = NULL;
  MnStyle               *style;
  GBytes                *pdf = NULL;

  if (session == NULL)
    return NULL;
  if (newer)
    mn_cli_tell (_ ("%s: advice: the file is of a newer format; what this version doesn't know is "
                    "left out"),
                 path);
  style = load_style (options, path, session, &error);
  if (style != NULL)
    {
      const MnFormInput input = { .session = session, .style = style };

      composed = mn_form_compose_input (options->form, &input);
      pages = mn_pages_new (style);
      mn_pages_update (pages, composed);
      pdf = mn_pages_to_pdf (pages, &error);
      tell_font (pages, path);
    }
  if (pdf != NULL)
    return pdf;
  mn_cli_tell ("%s: %s", path, error->message);
  *status = mn_cli_worse (*status, MN_EXIT_INPUT);
  return NULL;
}

static MnExit
print_to_stdout (const Options *options)
{
  MnExit             status = MN_EXIT_DONE;
  g_autoptr (GBytes) pdf = compose (options, options->files[0], &status);

  if (pdf == NULL)
    return status;
  return mn_cli_put (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
}

/* All are made before the first is written. */
static MnExit
print_to_files (const Options *options)
{
  MnExit                status;
  g_autoptr (GPtrArray) outputs = mn_output_plan (options->files, options->form_name, options->out,
                                                  &status);

  status = mn_cli_worse (status, mn_output_check (outputs, options->force));
  for (guint i = 0; i < outputs->len; i++)
    {
      MnOutput *output = outputs->pdata[i];

      output->bytes = compose (options, output->input, &status);
    }
  return status == MN_EXIT_DONE ? mn_output_write (outputs) : status;
}

/* TRUE if the options say something that can be done. */
static gboolean
check_options (Options *options, const char *command, MnExit *status)
{
  gboolean to_stdout = g_strcmp0 (options->out, "-") == 0;

  if (options->form_name == NULL)
    *status = mn_cli_usage (command, "%s", _ ("--form is missing"));
  else if (!mn_form_from_name (options->form_name, &options->form))
    *status = mn_cli_usage (command, _ ("there is no form “%s”"), options->form_name);
  else if (options->format != NULL && strcmp (options->format, "pdf") != 0)
    *status = mn_cli_usage (command, _ ("there is no format “%s”"), options->format);
  else if (options->files[0] == NULL)
    *status = mn_cli_usage (command, "%s", _ ("a FILE is missing"));
  else if (options->out != NULL && *options->out == '\0')
    *status = mn_cli_usage (command, "%s", _ ("-o needs a name"));
  else if (to_stdout && options->files[1] != NULL)
    *status = mn_cli_usage (command, "%s", _ ("only one FILE goes to standard output"));
  else
    return TRUE;
  return FALSE;
}

/* "minutes, notice, …": every form there is. */
static char *
dup_form_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MN_N_FORMS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", mn_form_get_name ((MnForm) i));
  return g_string_free (names, FALSE);
}

/** mn_cli_print: forms of sessions as PDF. */
MnExit
mn_cli_print (char **arguments)
{
  g_auto (Options)   options = { 0 };
  MnExit             status;
  g_autofree char   *names = dup_form_names ();
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_STRING, &options.form_name, names, "FORM" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("pdf (which it is anyway)"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out,
      N_ ("File to write, - for standard output; with several FILEs a folder"), "OUT" },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style,
      N_ ("House style instead of the session's: its name or a file"), "STYLE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Overwrite what is there"), NULL },
    { NULL }
  };

  if (!mn_cli_parse (arguments, "FILE…",
                     _ ("Makes a paper of each session: its minutes, its notice of conclusions …\n"
                        "Without -o each goes beside its FILE, as STEM-FORM.pdf."),
                     entries, &options.files, &status) ||
      !check_options (&options, arguments[0], &status))
    return status;
  return g_strcmp0 (options.out, "-") == 0 ? print_to_stdout (&options) : print_to_files (&options);
}
