#include "mn-recover.h"

#include <glib/gstdio.h>

#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"

static MnWindow *
open_window (MnArchive *archive)
{
  MnWindow *window = mn_window_new (mn_ui_test_get_application (), archive, mn_ui_test_clock (),
                                    NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (window)));

  return window;
}

static void
close_window (MnWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  mn_ui_test_run_for (50);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  g_assert_null (weak);
}

static void
set_title (MnStore *store, const char *title)
{
  MnDocument *document = mn_store_get_document (store);
  MnItem     *general = mn_session_get_general (mn_document_get_root (document));

  g_assert_true (mn_document_set (document, general, "title", title, NULL));
}

static const char *
get_title (MnStore *store)
{
  return mn_item_get (mn_session_get_general (mn_document_get_root (mn_store_get_document (store))),
                      "title");
}

/* A program that typed a title and died before it was saved. */
static void
leave_journal (const char *path, const char *folder, const char *title, const char *section)
{
  g_autoptr (MnStore) store = mn_store_open (path, mn_ui_test_clock (), NULL);

  mn_store_use_journal (store, folder);
  set_title (store, title);
  mn_journal_note_place (mn_store_get_journal (store), section, NULL);
}

static MnWindow *
get_window (const char *path, gpointer user_data)
{
  return user_data;
}

static void
recover (MnWindow *window, const char *folder)
{
  mn_recover (folder, mn_ui_test_clock (), get_window, window);
  mn_ui_test_run_for (100);
}

static gboolean
shows_bar (MnWindow *window)
{
  return gtk_info_bar_get_revealed (
      GTK_INFO_BAR (mn_ui_test_find_id (GTK_WIDGET (window), "told_bar")));
}

static gboolean
shows_recovered (MnWindow *window)
{
  return gtk_info_bar_get_revealed (
      GTK_INFO_BAR (mn_ui_test_find_id (GTK_WIDGET (window), "recovered_bar")));
}

static guint
count_journals (const char *folder)
{
  g_auto (GStrv) journals = mn_recovery_list (folder);

  return g_strv_length (journals);
}

static void
test_comes_back (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-journals");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "Gõ ngay trước khi mất điện", "proposals");
  g_assert_cmpuint (count_journals (folder), ==, 1);
  recover (window, folder);
  g_assert_nonnull (mn_window_get_store (window));
  g_assert_cmpstr (get_title (mn_window_get_store (window)), ==, "Gõ ngay trước khi mất điện");
  g_assert_cmpstr (mn_store_get_path (mn_window_get_store (window)), ==, path);
  g_assert_true (shows_recovered (window));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Recovered: 1 change"));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "changed")); /* what */
  g_signal_emit_by_name (mn_ui_test_find_id (GTK_WIDGET (window), "compare_file_button"),
                         "clicked");
  mn_ui_test_run_for (100);
  g_assert_nonnull (
      mn_ui_test_find_text (GTK_WIDGET (window), "As the file was before the recovery"));
  g_signal_emit_by_name (mn_ui_test_find_id (GTK_WIDGET (window), "recovered_bar"), "response",
                         GTK_RESPONSE_CLOSE);
  g_assert_false (shows_recovered (window));
  close_window (window);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Gõ ngay trước khi mất điện"));
  g_assert_cmpuint (count_journals (folder), ==, 0);
}

/* ---- the cursor ----------------------------------------------------------------------------- */

static MnItem *
get_proposal (MnStore *store, guint position)
{
  MnItem *root = mn_document_get_root (mn_store_get_document (store));

  return mn_item_get_child (mn_session_get_record (root), "proposals", position);
}

/* Typed into the second proposal, three characters from its start. */
static void
leave_typing (const char *path, const char *folder)
{
  g_autoptr (MnStore) store = mn_store_open (path, mn_ui_test_clock (), NULL);
  g_autoptr (MnText)  typed = mn_text_new ("gõ dở ");
  MnItem             *proposal = get_proposal (store, 1);

  mn_store_use_journal (store, folder);
  mn_journal_note_place (mn_store_get_journal (store), "proposals", mn_item_get_id (proposal));
  g_assert_true (
      mn_document_splice (mn_store_get_document (store), proposal, "text", 3, 0, typed, NULL));
  g_assert_true (mn_journal_sync (mn_store_get_journal (store), NULL));
}

static gboolean
is_in_text (gpointer user_data)
{
  return GTK_IS_TEXT_VIEW (gtk_window_get_focus (user_data));
}

static void
test_cursor (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-cursor");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-cursor-journals");
  const char           *path = mn_session_entry_get_path (mn_ui_test_entry (archive, 0));
  MnWindow             *window = open_window (archive);
  GtkTextBuffer        *buffer;
  GtkTextIter           cursor;
  const char           *text;

  leave_typing (path, folder);
  recover (window, folder);
  g_assert_true (mn_ui_test_wait_until (is_in_text, window, 20000));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 3 + 6);
  gtk_text_buffer_insert_at_cursor (buffer, "nữa ", -1);
  mn_ui_test_run_for (50);
  text = mn_text_get_plain (
      mn_item_get_rich (get_proposal (mn_window_get_store (window), 1), "text"));
  g_assert_nonnull (strstr (text, "gõ dở nữa "));
  close_window (window);
}

/* The file has been renamed since: what was typed goes there, and no second file comes. */
static void
test_renamed_file (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-renamed");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-renamed-journals");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *renamed = g_strconcat (path, "-2.minutes", NULL);
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "Gõ trước khi đổi tên tệp", "general");
  g_assert_cmpint (g_rename (path, renamed), ==, 0);
  recover (window, folder);
  g_assert_cmpstr (get_title (mn_window_get_store (window)), ==, "Gõ trước khi đổi tên tệp");
  g_assert_cmpstr (mn_store_get_path (mn_window_get_store (window)), ==, renamed);
  g_assert_true (mn_store_save (mn_window_get_store (window), NULL));
  close_window (window);
  contents = mn_ui_test_read (renamed);
  g_assert_nonnull (strstr (contents, "Gõ trước khi đổi tên tệp"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Nobody knows where the file has gone: it is written again where it was. */
static void
test_vanished_file (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-vanished");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-vanished-journals");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "Tệp đã mất", "general");
  g_assert_cmpint (g_unlink (path), ==, 0);
  recover (window, folder);
  g_assert_cmpstr (get_title (mn_window_get_store (window)), ==, "Tệp đã mất");
  g_assert_true (mn_store_save (mn_window_get_store (window), NULL));
  close_window (window);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Tệp đã mất"));
}

/* Of two journals of one session the newer is opened; the other is kept, and that is said. */
static void
test_two_journals (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-two");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-two-journals");
  g_autofree char      *lost = g_build_filename (folder, "lost", NULL);
  const char           *path = mn_session_entry_get_path (mn_ui_test_entry (archive, 0));
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "Cũ", "general");
  g_usleep (20 * 1000);
  leave_journal (path, folder, "Mới", "general");
  g_assert_cmpuint (count_journals (folder), ==, 2);
  recover (window, folder);
  g_assert_cmpstr (get_title (mn_window_get_store (window)), ==, "Mới");
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), lost));
  close_window (window);
}

/* What a newer version has left stays where that version looks for it. */
static void
test_newer_version (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-newer");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-newer-journals");
  g_autofree char      *journal = g_build_filename (folder, "x.journal", NULL);
  MnWindow             *window = open_window (archive);

  g_assert_true (g_file_set_contents (journal, "MinutesJournal2\nx", -1, NULL));
  recover (window, folder);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "newer version"));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  close_window (window);
}

static void
test_place_that_is_not_there (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-place");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-place-journals");
  const char           *path = mn_session_entry_get_path (mn_ui_test_entry (archive, 0));
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "x", "no such section");
  recover (window, folder);
  g_assert_nonnull (mn_window_get_store (window));
  close_window (window);
}

/* What the file holds already needs no words. */
static void
test_covered (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-covered");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-covered-journals");
  const char           *path = mn_session_entry_get_path (mn_ui_test_entry (archive, 0));
  g_autoptr (MnStore)   store = mn_store_open (path, mn_ui_test_clock (), NULL);
  MnWindow             *window = open_window (archive);

  leave_journal (path, folder, "Đã có trong tệp", "general");
  set_title (store, "Đã có trong tệp");
  g_assert_true (mn_store_save (store, NULL));
  recover (window, folder);
  g_assert_null (mn_window_get_store (window));
  g_assert_false (shows_bar (window));
  g_assert_cmpuint (count_journals (folder), ==, 0);
  close_window (window);
}

static void
test_unreadable (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-bad");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-bad-journals");
  g_autofree char      *journal = g_build_filename (folder, "bad.journal", NULL);
  g_autofree char      *lost = g_build_filename (folder, "lost", NULL);
  MnWindow             *window = open_window (archive);

  g_assert_true (g_file_set_contents (journal, "rác", -1, NULL));
  recover (window, folder);
  g_assert_null (mn_window_get_store (window));
  g_assert_true (shows_bar (window));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), lost));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_signal_emit_by_name (mn_ui_test_find_id (GTK_WIDGET (window), "told_bar"), "response",
                         GTK_RESPONSE_CLOSE);
  g_assert_false (shows_bar (window));
  close_window (window);
}

/* ---- documents without an editor ------------------------------------------------------------ */

static const MnKind *
get_register (void)
{
  return mn_kind_find ("number-register");
}

static MnStore *
open_numbers (MnArchive *archive)
{
  g_autoptr (GError) error = NULL;
  MnStore           *store = mn_archive_open_document (archive, get_register (), &error);

  g_assert_no_error (error);
  return store;
}

/* With a journal elsewhere, and no lock: its program has died. */
static MnStore *
open_numbers_to_die (MnArchive *archive, const char *folder)
{
  g_autoptr (GError)     error = NULL;
  g_autofree char       *path = mn_archive_dup_document_path (archive, get_register ());
  g_autoptr (MnItem)     root = mn_archive_read_document (archive, get_register (), &error);
  g_autoptr (MnDocument) document = NULL;
  MnStore               *store;

  g_assert_no_error (error);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    store = mn_store_open_kind (path, get_register (), mn_ui_test_clock (), &error);
  else
    {
      document = mn_document_new (root, mn_ui_test_clock ());
      store = mn_store_new (document, path);
    }
  g_assert_no_error (error);
  mn_store_use_journal (store, folder);
  return store;
}

static void
add_number (MnStore *store, const char *title)
{
  MnDocument        *document = mn_store_get_document (store);
  g_autoptr (MnItem) foreign = mn_item_new (mn_kind_find ("foreign-number"));

  mn_item_set (foreign, "title", title, NULL);
  g_assert_true (
      mn_document_insert (document, mn_document_get_root (document), "foreign", 0, foreign, NULL));
}

/* A program that added a number and died before it was saved. */
static void
leave_numbers (MnArchive *archive, const char *folder, const char *title)
{
  g_autoptr (MnStore) store = open_numbers_to_die (archive, folder);

  add_number (store, title);
}

static void
test_other_document (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-numbers");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-numbers-journals");
  g_autofree char      *contents = NULL;
  g_autofree char      *path = NULL;
  MnWindow             *window = open_window (archive);
  MnStore              *saved = open_numbers (archive);

  path = g_strdup (mn_store_get_path (saved));
  add_number (saved, "Đã lưu");
  g_assert_true (mn_store_save (saved, NULL));
  g_object_unref (saved);
  leave_numbers (archive, folder, "Chưa kịp lưu");
  g_assert_cmpuint (count_journals (folder), ==, 1);
  recover (window, folder);
  g_assert_null (mn_window_get_store (window));
  g_assert_true (shows_bar (window));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window),
                                          "Recovered: 1 change that was not in numbers.xml"));
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Chưa kịp lưu"));
  g_assert_nonnull (strstr (contents, "Đã lưu"));
  g_assert_cmpuint (count_journals (folder), ==, 0);
  close_window (window);
}

/* Somebody has written the file since: neither side is lost, and nothing is overwritten. */
static void
test_other_document_changed (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-changed");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-changed-journals");
  g_autofree char      *lost = g_build_filename (folder, "lost", NULL);
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);
  g_autoptr (MnStore)   other = NULL;

  leave_numbers (archive, folder, "Chưa kịp lưu");
  other = open_numbers (archive);
  add_number (other, "Của người khác");
  g_assert_true (mn_store_save (other, NULL));
  recover (window, folder);
  contents = mn_ui_test_read (mn_store_get_path (other));
  g_assert_null (strstr (contents, "Chưa kịp lưu"));
  g_assert_nonnull (strstr (contents, "Của người khác"));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), lost));
  g_assert_cmpuint (count_journals (folder), ==, 0);
  close_window (window);
}

/* The file that was never saved before the crash is made. */
static void
test_other_document_new (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-new");
  g_autofree char      *folder = mn_ui_test_dup_folder ("recover-new-journals");
  g_autofree char      *contents = NULL;
  g_autofree char      *path = NULL;
  MnWindow             *window = open_window (archive);

  path = mn_archive_dup_document_path (archive, mn_kind_find ("number-register"));
  leave_numbers (archive, folder, "Số đầu tiên");
  recover (window, folder);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Số đầu tiên"));
  g_assert_cmpuint (count_journals (folder), ==, 0);
  close_window (window);
}

static void
test_header_tells_which (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("recover-header");
  MnWindow             *window = open_window (archive);
  MnJournal            *journal;

  mn_window_open_path (window, mn_session_entry_get_path (mn_ui_test_entry (archive, 0)), NULL);
  mn_ui_test_run_for (100);
  journal = mn_store_get_journal (mn_window_get_store (window));
  g_assert_nonnull (journal);
  set_title (mn_window_get_store (window), "Đang gõ");
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Not saved yet"));
  g_assert_true (mn_journal_sync (journal, NULL));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Safe in the journal at"));
  g_assert_true (mn_store_save (mn_window_get_store (window), NULL));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Safe in the file"));
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/recover/comes-back", test_comes_back);
  g_test_add_func ("/recover/cursor", test_cursor);
  g_test_add_func ("/recover/renamed-file", test_renamed_file);
  g_test_add_func ("/recover/vanished-file", test_vanished_file);
  g_test_add_func ("/recover/two-journals", test_two_journals);
  g_test_add_func ("/recover/newer-version", test_newer_version);
  g_test_add_func ("/recover/place-that-is-not-there", test_place_that_is_not_there);
  g_test_add_func ("/recover/covered", test_covered);
  g_test_add_func ("/recover/unreadable", test_unreadable);
  g_test_add_func ("/recover/other-document", test_other_document);
  g_test_add_func ("/recover/other-document-changed", test_other_document_changed);
  g_test_add_func ("/recover/other-document-new", test_other_document_new);
  g_test_add_func ("/recover/header-tells-which", test_header_tells_which);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
