#include "mn-print-run.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <poppler.h>
#include <string.h>

#include "mn-print-gather.h"
#include "mn-print-memory.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "print-make.h"

#define PATIENCE 20000 /* milliseconds */

/* GTK's printer that writes into a file is there on every machine. */
#define PRINTER "Print to File"

static MnArchive *samples;

typedef struct
{
  GtkWindow *window;
  GPtrArray *parts;
  char      *folder;
  char      *path;
} Fixture;

static void
begin (Fixture *fixture, const char *name, guint n_pages)
{
  g_autofree char *memory = mn_print_memory_dup_path ();

  /* A dialog that knows its printer from last time would not look at what is filled in. */
  g_unlink (memory);
  /* No print service of this machine has a say. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  fixture->folder = mn_ui_test_dup_folder (name);
  fixture->path = g_build_filename (fixture->folder, "Biên bản.pdf", NULL);
  fixture->parts = print_make_parts (1, &n_pages);
  fixture->window = GTK_WINDOW (adw_application_window_new (mn_ui_test_get_application ()));
  gtk_window_present (fixture->window);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (fixture->window)));
}

static void
end (Fixture *fixture)
{
  mn_ui_test_run_for (400); /* GTK writes its list of recent files a little later */
  g_ptr_array_unref (fixture->parts);
  mn_ui_test_close (fixture->window);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gpointer
find_toplevel (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static gboolean
has_printer (gpointer dialog)
{
  return gtk_print_unix_dialog_get_selected_printer (dialog) != NULL;
}

/* GTK asks, in a loop of its own, whether the file may be replaced. */
static gboolean
agree_cb (gpointer user_data)
{
  gpointer question = find_toplevel (GTK_TYPE_MESSAGE_DIALOG);

  if (!question)
    return G_SOURCE_CONTINUE;

  gtk_dialog_response (question, GTK_RESPONSE_ACCEPT);

  return G_SOURCE_REMOVE;
}

static gboolean
has_print_dialog (gpointer user_data)
{
  return find_toplevel (GTK_TYPE_PRINT_UNIX_DIALOG) != NULL;
}

/* Fills GTK's dialog in, and presses "Print". */
static void
fill_in (Fixture *fixture, GtkPrintSettings *more)
{
  g_autoptr (GtkPrintSettings) settings = more ? more : gtk_print_settings_new ();
  g_autofree char             *uri = g_filename_to_uri (fixture->path, NULL, NULL);
  GtkPrintUnixDialog          *dialog;

  gtk_print_settings_set_printer (settings, PRINTER);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  g_assert_true (mn_ui_test_wait_until (has_print_dialog, NULL, PATIENCE));
  dialog = find_toplevel (GTK_TYPE_PRINT_UNIX_DIALOG);
  g_assert_nonnull (dialog);
  gtk_print_unix_dialog_set_settings (dialog, settings);
  g_assert_true (mn_ui_test_wait_until (has_printer, dialog, PATIENCE));
  if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    g_timeout_add (20, agree_cb, NULL);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
}

static void
print (Fixture *fixture, GtkPrintSettings *settings)
{
  mn_print_run (fixture->window, fixture->parts, 0);
  fill_in (fixture, settings);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static AdwMessageDialog *
find_dialog (void)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
}

static gboolean
has_dialog (gpointer heading)
{
  AdwMessageDialog *dialog = find_dialog ();

  return dialog && g_str_equal (adw_message_dialog_get_heading (dialog), heading);
}

/* As by Escape. */
static void
close_dialog (void)
{
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  mn_ui_test_run_for (100);
}

/* One sentence that names the person's file, not the one beside it, and nothing is remembered of a
 * job that came to nothing. */
static void
assert_told (const char *words)
{
  const char      *body = adw_message_dialog_get_body (find_dialog ());
  g_autofree char *memory = mn_print_memory_dup_path ();

  g_assert_nonnull (strstr (body, words));
  g_assert_null (strstr (body, ".minutes-print"));
  g_assert_false (g_file_test (memory, G_FILE_TEST_EXISTS));
  close_dialog ();
}

static int
count_pages (const char *path)
{
  g_autofree char    *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError)  error = NULL;
  g_autoptr (GObject) document = (GObject *) poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);

  return poppler_document_get_n_pages ((gpointer) document);
}

static void
test_into_a_file (void)
{
  Fixture                      fixture;
  g_autoptr (GtkPrintSettings) kept = NULL;

  begin (&fixture, "into-a-file", 3);
  print (&fixture, NULL);
  g_assert_true (mn_ui_test_wait_until (is_there, fixture.path, PATIENCE));
  mn_ui_test_run_for (100);
  g_assert_cmpint (count_pages (fixture.path), ==, 3);
  g_assert_cmpuint (count_files (fixture.folder), ==, 1);
  g_assert_null (find_dialog ());

  kept = mn_print_memory_load ("minutes");
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, PRINTER);
  g_assert_null (gtk_print_settings_get (kept, GTK_PRINT_SETTINGS_OUTPUT_URI));
  end (&fixture);
}

static void
test_ranges_and_copies (void)
{
  Fixture           fixture;
  GtkPrintSettings *settings = gtk_print_settings_new ();
  GtkPageRange      ranges[] = { { 1, 1 }, { 3, 4 } };

  begin (&fixture, "ranges", 6);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, ranges, 2);
  gtk_print_settings_set_n_copies (settings, 2);
  gtk_print_settings_set_collate (settings, TRUE);
  print (&fixture, settings);
  g_assert_true (mn_ui_test_wait_until (is_there, fixture.path, PATIENCE));
  mn_ui_test_run_for (100);
  g_assert_cmpint (count_pages (fixture.path), ==, 6); /* pages 2, 4, 5, twice */
  end (&fixture);
}

/* There are five pages: it is told, and what "Print" was for doesn't come to nothing in silence. */
static void
test_pages_that_are_not_there (void)
{
  Fixture           fixture;
  GtkPrintSettings *settings = gtk_print_settings_new ();
  GtkPageRange      range = { 7, 8 };

  begin (&fixture, "not-there", 5);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &range, 1);
  print (&fixture, settings);
  g_assert_true (
      mn_ui_test_wait_until (has_dialog, (gpointer) "It Could Not Be Printed", PATIENCE));
  assert_told ("None of the pages asked for is there: the paper has 5 pages.");
  g_assert_cmpuint (count_files (fixture.folder), ==, 0);
  end (&fixture);
}

/* What stood there before is replaced by the whole, and not touched by a job that fails. */
static void
test_replaces (void)
{
  Fixture          fixture;
  g_autofree char *contents = NULL;

  begin (&fixture, "replaces", 1);
  g_assert_true (g_file_set_contents (fixture.path, "before", -1, NULL));
  mn_ui_test_break_saving ();
  print (&fixture, NULL);
  g_assert_true (
      mn_ui_test_wait_until (has_dialog, (gpointer) "It Could Not Be Printed", PATIENCE));
  mn_ui_test_mend_saving ();
  close_dialog ();
  contents = mn_ui_test_read (fixture.path);
  g_assert_cmpstr (contents, ==, "before");
  g_assert_cmpuint (count_files (fixture.folder), ==, 1);

  print (&fixture, NULL);
  mn_ui_test_run_for (500);
  g_assert_cmpint (count_pages (fixture.path), ==, 1);
  end (&fixture);
}

static void
test_disk_full (void)
{
  Fixture fixture;

  begin (&fixture, "disk-full", 3);
  mn_ui_test_break_saving ();
  print (&fixture, NULL);
  g_assert_true (
      mn_ui_test_wait_until (has_dialog, (gpointer) "It Could Not Be Printed", PATIENCE));
  mn_ui_test_mend_saving ();
  assert_told ("Biên bản.pdf” can't be saved: ");
  g_assert_null (find_dialog ()); /* told once */
  g_assert_cmpuint (count_files (fixture.folder), ==, 0);
  end (&fixture);
}

/* The printer, here a folder, is gone by the time that the pages are sent. */
static void
test_printer_gone (void)
{
  Fixture fixture;

  begin (&fixture, "gone", 3);
  g_rmdir (fixture.folder);
  print (&fixture, NULL);
  g_assert_true (
      mn_ui_test_wait_until (has_dialog, (gpointer) "It Could Not Be Printed", PATIENCE));
  assert_told ("Biên bản.pdf” can't be saved: No such file or directory");
  g_assert_null (find_dialog ());
  g_assert_false (g_file_test (fixture.folder, G_FILE_TEST_EXISTS));
  end (&fixture);
}

static void
test_cancelled_in_the_middle (void)
{
  Fixture fixture;

  begin (&fixture, "cancelled", 60);
  print (&fixture, NULL);
  g_assert_true (mn_ui_test_wait_until (has_dialog, (gpointer) "Printing", PATIENCE));
  adw_message_dialog_response (find_dialog (), "cancel");
  mn_ui_test_run_for (300);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_files (fixture.folder), ==, 0);
  end (&fixture);
}

static void
test_window_closed_meanwhile (void)
{
  Fixture fixture;

  begin (&fixture, "closed", 40);
  print (&fixture, NULL);
  g_assert_true (mn_ui_test_wait_until (has_dialog, (gpointer) "Printing", PATIENCE));
  mn_ui_test_close (fixture.window);
  g_assert_true (mn_ui_test_wait_until (is_there, fixture.path, PATIENCE));
  mn_ui_test_run_for (100);
  g_assert_cmpint (count_pages (fixture.path), ==, 40);
  g_ptr_array_unref (fixture.parts);
  g_free (fixture.folder);
  g_free (fixture.path);
}

/* Sessions from the library: each paper whole, with numbers of its own, in one job. */
static MnItem *
read_nth (GtkWindow *window, const char *session, GError **error)
{
  return mn_archive_read_session (samples, session, error);
}

static void
test_several_papers (void)
{
  Fixture               fixture;
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) mn_print_wish_free);
  guint n_pages = 0;

  begin (&fixture, "several", 1);
  samples = mn_ui_test_samples ("several-archive");
  for (guint i = 0; i < 2; i++)
    for (guint form = 0; form < 2; form++)
      {
        const char        *id = mn_session_entry_get_id (mn_ui_test_entry (samples, i));
        g_autoptr (MnItem) session = mn_archive_read_session (samples, id, NULL);
        const MnFormInput  input = { .session = session };
        MnPrintPart       *part = mn_print_part_compose (&input, (MnForm) form, NULL);

        n_pages += mn_pages_get_n_pages (part->pages);
        mn_print_part_free (part);
        g_ptr_array_add (wishes, mn_print_wish_new (id, (MnForm) form));
      }
  mn_print_gather (fixture.window, wishes, read_nth);
  fill_in (&fixture, NULL);
  g_assert_true (mn_ui_test_wait_until (is_there, fixture.path, PATIENCE));
  mn_ui_test_run_for (100);
  g_assert_cmpint (count_pages (fixture.path), ==, (int) n_pages);
  end (&fixture);
  g_assert_finalize_object (samples);
}

static void
add_tests (void)
{
  g_test_add_func ("/print-run/into-a-file", test_into_a_file);
  g_test_add_func ("/print-run/ranges-and-copies", test_ranges_and_copies);
  g_test_add_func ("/print-run/pages-that-are-not-there", test_pages_that_are_not_there);
  g_test_add_func ("/print-run/replaces", test_replaces);
  g_test_add_func ("/print-run/disk-full", test_disk_full);
  g_test_add_func ("/print-run/printer-gone", test_printer_gone);
  g_test_add_func ("/print-run/cancelled-in-the-middle", test_cancelled_in_the_middle);
  g_test_add_func ("/print-run/several-papers", test_several_papers);
  g_test_add_func ("/print-run/window-closed-meanwhile", test_window_closed_meanwhile);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
