#include "mn-library-view.h"

#include "mn-library-columns.h"
#include "mn-search-results.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"

typedef struct
{
  GtkWindow     *window;
  MnLibraryView *library;
  char          *path; /* what "open-session" said last */
  char          *item;
} Fixture;

static void
opened_cb (MnLibraryView *library, const char *path, const char *item, Fixture *fixture)
{
  g_free (fixture->path);
  g_free (fixture->item);
  fixture->path = g_strdup (path);
  fixture->item = g_strdup (item);
}

static void
open_library (Fixture *fixture, MnArchive *archive)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->library = MN_LIBRARY_VIEW (mn_library_view_new ());
  fixture->path = fixture->item = NULL;
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->library));
  gtk_window_set_default_size (fixture->window, 1100, 600);
  g_signal_connect (fixture->library, "open-session", G_CALLBACK (opened_cb), fixture);
  mn_library_view_set_archive (fixture->library, archive);
  gtk_window_present (fixture->window);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (fixture->library)));
}

static const char *
get_page (MnLibraryView *library)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (mn_ui_test_find_id (GTK_WIDGET (library), "stack")));
}

static gboolean
shows_page (gpointer user_data)
{
  gpointer *what = user_data;

  return g_strcmp0 (get_page (what[0]), what[1]) == 0;
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  gpointer what[] = { fixture->library, (gpointer) page };

  if (!mn_ui_test_wait_until (shows_page, what, 20000))
    g_error ("page “%s” instead of “%s”", get_page (fixture->library), page);
}

static void
close_library (Fixture *fixture)
{
  gpointer weak = fixture->library;

  g_object_add_weak_pointer (G_OBJECT (fixture->library), &weak);
  mn_ui_test_run_for (50); /* a refresh may still be under way */
  mn_ui_test_close (fixture->window);
  g_assert_null (weak);
  g_free (fixture->path);
  g_free (fixture->item);
}

static void
test_lists_sessions (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("lists");
  Fixture               fixture;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  g_assert_nonnull (mn_library_view_get_selected (fixture.library));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.library), "25/8/2023"));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.library), "overdue"));
  close_library (&fixture);
  g_assert_finalize_object (g_steal_pointer (&archive));
}

static void
test_opens_with_enter (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("opens");
  Fixture               fixture;
  GtkWidget            *view;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  view = mn_ui_test_find_id (GTK_WIDGET (fixture.library), "sessions");
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpstr (fixture.path, ==, mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_assert_null (fixture.item);
  close_library (&fixture);
}

static void
test_search_finds_and_opens (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("search");
  Fixture               fixture;
  GtkWidget            *entry;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  entry = mn_ui_test_find_id (GTK_WIDGET (fixture.library), "search_entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "tru so"); /* "trụ sở" */
  wait_for_page (&fixture, "results");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (fixture.path);
  g_assert_nonnull (fixture.item);

  gtk_editable_set_text (GTK_EDITABLE (entry), "xyzzy không có đâu");
  wait_for_page (&fixture, "no-results");
  g_signal_emit_by_name (entry, "stop-search");
  wait_for_page (&fixture, "list");
  close_library (&fixture);
}

static void
test_series_filter (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("series");
  Fixture               fixture;
  GtkListBox           *list;
  GtkColumnView        *view;
  guint                 all, some;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  mn_ui_test_run_for (50);
  list = GTK_LIST_BOX (mn_ui_test_find_id (GTK_WIDGET (fixture.library), "series_list"));
  view = GTK_COLUMN_VIEW (mn_ui_test_find_id (GTK_WIDGET (fixture.library), "sessions"));
  all = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 2));
  some = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
  g_assert_cmpuint (some, >, 0);
  g_assert_cmpuint (some, <, all);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==,
                    all);
  close_library (&fixture);
}

static void
test_empty_and_absent (void)
{
  g_autofree char      *folder = mn_ui_test_dup_folder ("absent");
  g_autofree char      *absent = g_build_filename (folder, "not-there", NULL);
  g_autoptr (MnArchive) archive = mn_archive_new (absent, mn_ui_test_clock ());
  Fixture               fixture;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "empty");
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.library), "not-there"));
  g_assert_false (g_file_test (absent, G_FILE_TEST_EXISTS));
  close_library (&fixture);
}

static void
test_not_a_folder (void)
{
  g_autofree char      *folder = mn_ui_test_dup_folder ("file");
  g_autofree char      *file = g_build_filename (folder, "a-file", NULL);
  g_autoptr (MnArchive) archive = mn_archive_new (file, mn_ui_test_clock ());
  Fixture               fixture;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  open_library (&fixture, archive);
  wait_for_page (&fixture, "error");
  close_library (&fixture);
}

static gboolean
lists_broken (gpointer library)
{
  return mn_ui_test_find_text (library, "2026-01-01-broken.minutes") != NULL;
}

static void
test_unreadable_file_is_listed (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("unreadable");
  g_autofree char      *path = g_build_filename (mn_archive_get_folder (archive), "2026",
                                                 "2026-01-01-broken.minutes", NULL);
  Fixture               fixture;

  g_assert_true (g_file_set_contents (path, "<minutes", -1, NULL));
  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  mn_library_view_refresh (fixture.library);
  g_assert_true (mn_ui_test_wait_until (lists_broken, fixture.library, 20000));
  close_library (&fixture);
}

static void
test_narrow_hides_columns (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("narrow");
  Fixture               fixture;

  open_library (&fixture, archive);
  wait_for_page (&fixture, "list");
  gtk_window_set_default_size (fixture.window, 380, 600);
  mn_ui_test_run_for (200);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.library)), <=, 400);
  g_assert_null (mn_ui_test_find_text (GTK_WIDGET (fixture.library), "Chair"));
  close_library (&fixture);
}

static void
test_markup_of_snippets (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("markup");
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  MnSearchHit           hit = {
              "none",
              "item",
              "proposals",
              "a <b> \x02trụ\x03 sở\x02 & \x02x",
  };
  g_autoptr (GListModel) model = NULL;
  g_autoptr (MnResult)   result = NULL;

  g_ptr_array_add (hits, &hit);
  model = mn_search_results_new (archive, hits);
  result = g_list_model_get_item (model, 0);
  g_assert_cmpstr (mn_result_get_markup (result), ==, "a &lt;b&gt; <b>trụ</b> sở<b> &amp; x</b>");
  g_assert_true (pango_parse_markup (mn_result_get_markup (result), -1, 0, NULL, NULL, NULL, NULL));
}

static void
test_days (void)
{
  g_autofree char *day = mn_library_dup_day ("2026-07-08T08:00:00+07:00");
  g_autofree char *none = mn_library_dup_day ("");
  g_autofree char *odd = mn_library_dup_day ("soon");

  g_assert_cmpstr (day, ==, "8/7/2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (odd, ==, "");
}

static void
add_tests (void)
{
  g_test_add_func ("/library/lists-sessions", test_lists_sessions);
  g_test_add_func ("/library/opens-with-enter", test_opens_with_enter);
  g_test_add_func ("/library/search-finds-and-opens", test_search_finds_and_opens);
  g_test_add_func ("/library/series-filter", test_series_filter);
  g_test_add_func ("/library/empty-and-absent", test_empty_and_absent);
  g_test_add_func ("/library/not-a-folder", test_not_a_folder);
  g_test_add_func ("/library/unreadable-file-is-listed", test_unreadable_file_is_listed);
  g_test_add_func ("/library/narrow-hides-columns", test_narrow_hides_columns);
  g_test_add_func ("/library/markup-of-snippets", test_markup_of_snippets);
  g_test_add_func ("/library/days", test_days);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
