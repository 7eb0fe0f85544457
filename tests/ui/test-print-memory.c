#include "mn-print-memory.h"

#include <glib/gstdio.h>

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

static GtkPageSetup *
make_setup (const char *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

static void
save (const char *form, GtkPrintSettings *settings, const char *paper)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GtkPageSetup) setup = make_setup (paper);

  mn_print_memory_save (form, settings, setup, A4_WIDTH, A4_HEIGHT, &error);
  g_assert_no_error (error);
}

static void
test_nothing_yet (void)
{
  g_autoptr (GtkPrintSettings) settings = mn_print_memory_load ("minutes");

  g_assert_null (gtk_print_settings_get_printer (settings));
  g_assert_null (mn_print_memory_load_paper ("minutes", A4_WIDTH, A4_HEIGHT));
}

static void
test_each_form_has_its_own (void)
{
  g_autoptr (GtkPrintSettings) minutes = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) notice = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) found = NULL;
  g_autoptr (GtkPrintSettings) other = NULL;
  g_autoptr (GtkPageSetup)     paper = NULL;

  gtk_print_settings_set_printer (minutes, "Máy in Văn phòng");
  gtk_print_settings_set_duplex (minutes, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set (minutes, "cups-InputSlot", "Tray2");
  save ("minutes", minutes, GTK_PAPER_NAME_A4);
  gtk_print_settings_set_printer (notice, "Máy in phòng họp");
  save ("notice", notice, GTK_PAPER_NAME_LETTER);

  found = mn_print_memory_load ("minutes");
  g_assert_cmpstr (gtk_print_settings_get_printer (found), ==, "Máy in Văn phòng");
  g_assert_cmpint (gtk_print_settings_get_duplex (found), ==, GTK_PRINT_DUPLEX_HORIZONTAL);
  g_assert_cmpstr (gtk_print_settings_get (found, "cups-InputSlot"), ==, "Tray2");
  other = mn_print_memory_load ("notice");
  g_assert_cmpstr (gtk_print_settings_get_printer (other), ==, "Máy in phòng họp");
  g_assert_cmpint (gtk_print_settings_get_duplex (other), ==, GTK_PRINT_DUPLEX_SIMPLEX);
  paper = mn_print_memory_load_paper ("notice", A4_WIDTH, A4_HEIGHT);
  g_assert_nonnull (paper);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (paper)), ==,
                   GTK_PAPER_NAME_LETTER);

  /* The house style's sheet is A5 now: what was chosen for A4 no longer counts. */
  g_assert_null (mn_print_memory_load_paper ("notice", 419.53, 595.28));
}

/* Five copies of pages 2 to 3 at 90 % are no habit. */
static void
test_forgets_the_job (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) found = NULL;
  GtkPageRange                 range = { 1, 2 };
  int                          n;

  gtk_print_settings_set_printer (settings, "Máy in");
  gtk_print_settings_set_n_copies (settings, 5);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &range, 1);
  gtk_print_settings_set_page_set (settings, GTK_PAGE_SET_ODD);
  gtk_print_settings_set_scale (settings, 90);
  gtk_print_settings_set_number_up (settings, 4);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/a.pdf");
  save ("minutes", settings, GTK_PAPER_NAME_A4);

  found = mn_print_memory_load ("minutes");
  g_assert_cmpstr (gtk_print_settings_get_printer (found), ==, "Máy in");
  g_assert_cmpint (gtk_print_settings_get_n_copies (found), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (found), ==, GTK_PRINT_PAGES_ALL);
  g_assert_null (gtk_print_settings_get_page_ranges (found, &n));
  g_assert_cmpint (gtk_print_settings_get_page_set (found), ==, GTK_PAGE_SET_ALL);
  g_assert_cmpfloat (gtk_print_settings_get_scale (found), ==, 100);
  g_assert_cmpint (gtk_print_settings_get_number_up (found), ==, 1);
  g_assert_null (gtk_print_settings_get (found, GTK_PRINT_SETTINGS_OUTPUT_URI));
  /* What is being printed keeps its own. */
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 5);
}

static void
test_damaged_file (void)
{
  static const char *const damages[] = {
    "",
    "\xff\xfe nonsense",
    "[minutes settings\nprinter=x",
    "[minutes settings]\nduplex=\xc3\x28\nprinter=\xff\n",
    "[minutes paper]\nminutes-sheet=595x842\nPPDName=\nDisplayName=\nWidth=-3\nHeight=nan\n",
    "[minutes paper]\nminutes-sheet=595x842\nWidth=0\nHeight=0\n",
  };
  g_autofree char             *path = mn_print_memory_dup_path ();
  g_autofree char             *folder = g_path_get_dirname (path);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GtkPrintSettings) found = NULL;
      g_autoptr (GtkPageSetup)     paper = NULL;

      g_assert_true (g_file_set_contents (path, damages[i], -1, NULL));
      found = mn_print_memory_load ("minutes");
      g_assert_cmpint (gtk_print_settings_get_duplex (found), ==, GTK_PRINT_DUPLEX_SIMPLEX);
      paper = mn_print_memory_load_paper ("minutes", A4_WIDTH, A4_HEIGHT);
      g_assert_null (paper);

      /* It is whole again after the next job. */
      gtk_print_settings_set_printer (settings, "Máy in");
      save ("minutes", settings, GTK_PAPER_NAME_A4);
      g_object_unref (found);
      found = mn_print_memory_load ("minutes");
      g_assert_cmpstr (gtk_print_settings_get_printer (found), ==, "Máy in");
    }
}

static void
test_no_room (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup)     setup = make_setup (GTK_PAPER_NAME_A4);
  g_autoptr (GError)           error = NULL;
  g_autofree char             *path = mn_print_memory_dup_path ();
  g_autofree char             *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  g_assert_false (mn_print_memory_save ("minutes", settings, setup, A4_WIDTH, A4_HEIGHT, &error));
  g_assert_nonnull (error);
  g_unlink (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/print-memory/nothing-yet", test_nothing_yet);
  g_test_add_func ("/print-memory/each-form-has-its-own", test_each_form_has_its_own);
  g_test_add_func ("/print-memory/forgets-the-job", test_forgets_the_job);
  g_test_add_func ("/print-memory/damaged-file", test_damaged_file);
  g_test_add_func ("/print-memory/no-room", test_no_room);

  return g_test_run ();
}
