#include "mn-print-memory.h"

#include <math.h>

#include "mn-save.h"

#define SHEET_KEY "minutes-sheet" /* "595x842": the pages that the paper was chosen for */

/* Of one job: next time they would surprise. The paper is kept with the page setup. */
static const char *const job_keys[] = {
  GTK_PRINT_SETTINGS_N_COPIES,
  GTK_PRINT_SETTINGS_PRINT_PAGES,
  GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET,
  GTK_PRINT_SETTINGS_SCALE,
  GTK_PRINT_SETTINGS_NUMBER_UP,
  GTK_PRINT_SETTINGS_NUMBER_UP_LAYOUT,
  GTK_PRINT_SETTINGS_OUTPUT_URI,
  GTK_PRINT_SETTINGS_OUTPUT_DIR,
  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
  GTK_PRINT_SETTINGS_ORIENTATION,
  GTK_PRINT_SETTINGS_PAPER_FORMAT,
  GTK_PRINT_SETTINGS_PAPER_WIDTH,
  GTK_PRINT_SETTINGS_PAPER_HEIGHT,
  "print-at",
  "print-at-time",
  "cups-job-hold-until",
  "cups-print-scaling",
  "cups-number-up",
};

char *
mn_print_memory_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "minutes", "printing.ini", NULL);
}

/* A damaged file is as good as none: it holds nothing that can't be chosen again. */
static GKeyFile *
load_file (void)
{
  GKeyFile        *file = g_key_file_new ();
  g_autofree char *path = mn_print_memory_dup_path ();

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return file;

  g_key_file_unref (file);

  return g_key_file_new ();
}

static char *
name_group (const char *form, const char *what)
{
  return g_strdup_printf ("%s %s", form, what);
}

static void
forget_job (GtkPrintSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (job_keys); i++)
    gtk_print_settings_unset (settings, job_keys[i]);
}

/** mn_print_memory_load: @form's settings of last time; empty where there was none. */
GtkPrintSettings *
mn_print_memory_load (const char *form)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char     *group = name_group (form, "settings");
  GtkPrintSettings    *settings = gtk_print_settings_new ();

  if (g_key_file_has_group (file, group))
    gtk_print_settings_load_key_file (settings, file, group, NULL);
  forget_job (settings);

  return settings;
}

static char *
describe_sheet (double width, double height)
{
  return g_strdup_printf ("%.0fx%.0f", round (width), round (height));
}

GtkPageSetup *
mn_print_memory_load_paper (const char *form, double width, double height)
{
  g_autoptr (GKeyFile)     file = load_file ();
  g_autofree char         *group = name_group (form, "paper");
  g_autofree char         *sheet = describe_sheet (width, height);
  g_autofree char         *known = g_key_file_get_string (file, group, SHEET_KEY, NULL);
  g_autoptr (GtkPageSetup) setup = NULL;

  if (g_strcmp0 (sheet, known) != 0)
    return NULL;

  setup = gtk_page_setup_new_from_key_file (file, group, NULL);
  if (!setup || gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM) < 10 ||
      gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM) < 10)
    return NULL;

  return g_steal_pointer (&setup);
}

/**
 * mn_print_memory_save:
 * @form: name of a form, or of what stands for several
 * @settings: as the person chose them
 * @setup: the paper chosen
 * @width: of the pages, in points
 * @height: of the pages, in points
 * @error: return location
 *
 * Keeps them for mn_print_memory_load(); what is kept for other forms stays.
 */
gboolean
mn_print_memory_save (const char       *form,
                      GtkPrintSettings *settings,
                      GtkPageSetup     *setup,
                      double            width,
                      double            height,
                      GError          **error)
{
  g_autoptr (GKeyFile)         file = load_file ();
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autofree char             *settings_group = name_group (form, "settings");
  g_autofree char             *paper_group = name_group (form, "paper");
  g_autofree char             *sheet = describe_sheet (width, height);
  g_autofree char             *path = mn_print_memory_dup_path ();
  g_autoptr (GBytes)           bytes = NULL;
  char                        *data;
  gsize                        length;

  forget_job (kept);
  g_key_file_remove_group (file, settings_group, NULL);
  g_key_file_remove_group (file, paper_group, NULL);
  gtk_print_settings_to_key_file (kept, file, settings_group);
  gtk_page_setup_to_key_file (setup, file, paper_group);
  g_key_file_set_string (file, paper_group, SHEET_KEY, sheet);
  data = g_key_file_to_data (file, &length, NULL);
  bytes = g_bytes_new_take (data, length);

  return mn_save_bytes (path, bytes, NULL, FALSE, error);
}
