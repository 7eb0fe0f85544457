#include <glib/gi18n.h>
#include <string.h>

#include "mn-check.h"
#include "mn-cli-material.h"
#include "mn-cli-output.h"
#include "mn-form-check.h"
#include "mn-numbering.h"
#include "mn-pages.h"
#include "mn-session.h"

/** Options: what to make, and where to. */
typedef struct
{
  MnForm   form;
  char    *form_name; /* (owned) */
  char    *format;    /* (owned) */
  char    *out;       /* (owned) (nullable) */
  char    *style;     /* (owned) (nullable): name or file */
  char    *as_of;     /* (owned) (nullable) */
  guint32  day;       /* @as_of; Julian, 0 = none */
  char    *lead;      /* (owned) (nullable): who gets a slip */
  gboolean two_sided;
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
  g_free (self->as_of);
  g_free (self->lead);
  g_strfreev (self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Lines and pages come out otherwise than an office's own; that is never done in silence. */
static void
tell_font (MnPages *pages, const char *path)
{
  g_autofree char *fault = mn_pages_dup_font_fault (pages);

  if (fault != NULL)
    /* Translators: a file, then what its paper suffers from */
    mn_cli_tell (_ ("%s: advice: %s"), path, fault);
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

/* The paper comes out as the office's style says; that it isn't as its rule wants is told. */
static void
tell_style (const MnStyle *style)
{
  const GPtrArray *findings = mn_style_get_findings (style);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    mn_cli_tell ("%s", (const char *) findings->pdata[i]);
}

/* What the paper has a gap for, or says as other papers do. */
static void
tell_missing (const Options *options, const char *path, MnItem *session)
{
  g_autoptr (GPtrArray) findings = mn_form_check (options->form, session);

  for (guint i = 0; i < findings->len; i++)
    mn_cli_tell (_ ("%s: advice: %s"), path, ((MnFinding *) findings->pdata[i])->text);
}

/* ---- one paper ------------------------------------------------------------------------------ */

static GBytes *
make_pdf (const Options *options, const char *path, const MnMaterial *material, MnExit *status)
{
  g_autoptr (MnComposed) composed = NULL;
  g_autoptr (MnPages)    pages = NULL;
  g_autoptr (GError)     error = NULL;
  MnStyle               *style = load_style (options, path, material->session, &error);
  GBytes                *pdf = NULL;

  if (style != NULL)
    {
      const MnFormInput input = { .session = material->session,
                                  .style = style,
                                  .other = material->other,
                                  .as_of = options->day,
                                  .lead = material->lead != NULL ? mn_item_get_id (material->lead)
                                                                 : NULL,
                                  .histories = material->histories,
                                  .pictures = material->pictures };

      composed = mn_form_compose_input (options->form, &input);
      pages = mn_pages_new (style);
      mn_pages_set_two_sided (pages, options->two_sided);
      mn_pages_update (pages, composed);
      pdf = mn_pages_to_pdf (pages, &error);
      tell_missing (options, path, material->session);
      tell_font (pages, path);
      tell_style (style);
    }
  if (pdf != NULL)
    return pdf;
  mn_cli_tell ("%s: %s", path, error->message);
  *status = mn_cli_worse (*status, MN_EXIT_INPUT);
  return NULL;
}

static GBytes *
compose (const Options *options, const char *path, MnExit *status)
{
  g_auto (MnMaterial) material = { 0 };

  if (!mn_material_read (&material, options->form, path, options->lead, status))
    return NULL;
  return make_pdf (options, path, &material, status);
}

/* ---- where to ------------------------------------------------------------------------------- */

static MnExit
put (GBytes *pdf, MnExit status)
{
  if (pdf == NULL)
    return status;
  return mn_cli_put (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
}

static MnExit
print_to_stdout (const Options *options)
{
  MnExit             status = MN_EXIT_DONE;
  g_autoptr (GBytes) pdf = compose (options, options->files[0], &status);

  return put (pdf, status);
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

/* ---- two sessions, one paper ---------------------------------------------------------------- */

static gboolean
is_later (MnItem *a, MnItem *b)
{
  g_autoptr (GDateTime) first = mn_item_get_moment (mn_session_get_general (a), "starts");
  g_autoptr (GDateTime) second = mn_item_get_moment (mn_session_get_general (b), "starts");

  return first != NULL && second != NULL && g_date_time_compare (first, second) > 0;
}

static void
tell_other_body (const char *path, MnMaterial *material)
{
  g_autofree char *body = mn_session_dup_other_issuer (material->session, material->other);

  if (body != NULL)
    /* Translators: a file, then a committee or office */
    mn_cli_tell (_ ("%s: advice: the session compared with is of another body: %s"), path, body);
}

/* In whichever order they were given, the later session is set beside the earlier; those without a
 * day stand as given. */
static GBytes *
compose_comparison (const Options *options, const char **path, MnExit *status)
{
  g_autoptr (MnItem)  first = mn_material_read_session (options->files[0], status);
  g_autoptr (MnItem)  second = mn_material_read_session (options->files[1], status);
  g_auto (MnMaterial) material = { 0 };
  gboolean            swapped = first != NULL && second != NULL && is_later (first, second);

  *path = options->files[swapped ? 0 : 1];
  if (first == NULL || second == NULL)
    return NULL;
  material.session = g_object_ref (swapped ? first : second);
  material.other = g_object_ref (swapped ? second : first);
  material.pictures = mn_material_new_pictures (*path);
  tell_other_body (*path, &material);
  return make_pdf (options, *path, &material, status);
}

static MnExit
print_comparison (const Options *options)
{
  MnExit                status = MN_EXIT_DONE, planned;
  const char           *path = NULL;
  g_autoptr (GBytes)    pdf = compose_comparison (options, &path, &status);
  char                 *inputs[] = { (char *) path, NULL };
  g_autoptr (GPtrArray) outputs = NULL;

  if (pdf == NULL || g_strcmp0 (options->out, "-") == 0)
    return put (pdf, status);
  outputs = mn_output_plan (inputs, options->form_name, options->out, &planned);
  status = mn_cli_worse (planned, mn_output_check (outputs, options->force));
  if (status != MN_EXIT_DONE)
    return status;
  ((MnOutput *) outputs->pdata[0])->bytes = g_steal_pointer (&pdf);
  return mn_output_write (outputs);
}

/* ---- the command ---------------------------------------------------------------------------- */

static gboolean
read_day (Options *options)
{
  const MnField   *field = mn_kind_find_field (mn_kind_find ("document"), "date");
  g_autofree char *day = mn_field_canonical (field, options->as_of, NULL);
  GDate            date;

  if (day == NULL)
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_ascii_strtoll (day + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoll (day + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoll (day, NULL, 10));
  options->day = g_date_get_julian (&date);
  return TRUE;
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
  else if (options->as_of != NULL && !read_day (options))
    *status = mn_cli_usage (command, _ ("“%s” isn't a day; write it as 2026-06-30"),
                            options->as_of);
  else if (options->form == MN_FORM_COMPARISON && g_strv_length (options->files) != 2)
    *status = mn_cli_usage (command, "%s", _ ("a comparison takes two FILEs"));
  else if (options->lead != NULL && options->form != MN_FORM_TASK_SLIP)
    *status = mn_cli_usage (command, "%s", _ ("--lead goes with --form task-slip alone"));
  else if (to_stdout && options->form != MN_FORM_COMPARISON && options->files[1] != NULL)
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
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("The day whose status is told, instead of the paper's own"), "DATE" },
    { "lead", 0, 0, G_OPTION_ARG_STRING, &options.lead,
      N_ ("Who gets a task slip; without it each lead gets one"), "NAME" },
    { "two-sided", 0, 0, G_OPTION_ARG_NONE, &options.two_sided,
      N_ ("For both sides of a sheet: margins of the backs are mirrored, where the style does so"),
      NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Overwrite what is there"), NULL },
    { NULL }
  };

  if (!mn_cli_parse (arguments, "FILE…",
                     _ ("Makes a paper of each session: its minutes, its notice of conclusions …\n"
                        "Without -o each goes beside its FILE, as STEM-FORM.pdf. A comparison "
                        "takes two FILEs.\n"
                        "A follow-up looks into the other sessions of the FILE's archive."),
                     entries, &options.files, &status) ||
      !check_options (&options, arguments[0], &status))
    return status;
  if (options.form == MN_FORM_COMPARISON)
    return print_comparison (&options);
  return g_strcmp0 (options.out, "-") == 0 ? print_to_stdout (&options) : print_to_files (&options);
}
