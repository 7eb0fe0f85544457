#include <glib/gstdio.h>

#include "mn-lock-text.h"
#include "mn-save-text.h"
#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "mn-window.h"
#include "mn-xml.h"

/* Others at the same file: what the window says, and what its buttons do. */

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
open_path (MnWindow *window, const char *path)
{
  mn_window_open_path (window, path, NULL);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_window_get_store (window));
}

static void
close_window (MnWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  g_assert_null (weak);
}

static char *
dup_path (MnArchive *archive)
{
  return g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
}

static MnItem *
get_general (MnStore *store)
{
  return mn_session_get_general (mn_document_get_root (mn_store_get_document (store)));
}

static void
set_title (MnStore *store, const char *title)
{
  g_assert_true (
      mn_document_set (mn_store_get_document (store), get_general (store), "title", title, NULL));
}

static const char *
get_title (MnStore *store)
{
  return mn_item_get (get_general (store), "title");
}

static void
write_elsewhere (const char *path, const char *title)
{
  g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (mn_item_set (mn_session_get_general (root), "title", title, NULL));
  bytes = mn_xml_write (root);
  g_assert_true (mn_save_bytes (path, bytes, NULL, FALSE, NULL));
}

static gboolean
shows (MnWindow *window, const char *bar)
{
  GtkWidget *found = mn_ui_test_find_id (GTK_WIDGET (window), bar);

  g_assert_nonnull (found);

  return gtk_info_bar_get_revealed (GTK_INFO_BAR (found));
}

static gboolean
says (MnWindow *window, const char *text)
{
  return mn_ui_test_find_text (GTK_WIDGET (window), text) != NULL;
}

static void
press (MnWindow *window, const char *button)
{
  GtkWidget *found = mn_ui_test_find_id (GTK_WIDGET (window), button);

  g_assert_nonnull (found);
  g_assert_true (gtk_widget_get_mapped (found));
  g_signal_emit_by_name (found, "clicked");
  mn_ui_test_run_for (100);
}

static GtkWindow *
find_dialog (MnWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;

  return NULL;
}

static void
respond (MnWindow *window, const char *response)
{
  GtkWindow *dialog = find_dialog (window);

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), response));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  mn_ui_test_run_for (100);
}

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static MnLock *
lock_elsewhere (const char *path)
{
  g_autoptr (MnLockHolder) holder = mn_lock_holder_new (mn_ui_test_clock ());
  MnLock                  *lock = mn_lock_new (path, mn_ui_test_clock ());

  set (&holder->name, "Bà Nguyễn Thị A");
  set (&holder->host, "VP-03");
  set (&holder->machine, "x");
  mn_lock_set_me (lock, holder);
  g_assert_cmpint (mn_lock_take_over (lock), ==, MN_LOCK_OURS);

  return lock;
}

/* ---- changed on disk ------------------------------------------------------------------------ */

static gboolean
is_reloaded (gpointer store)
{
  return g_strcmp0 (get_title (store), "Của máy khác") == 0;
}

static GtkWidget *
find_selected_page (MnWindow *window)
{
  return mn_ui_test_find_type (GTK_WIDGET (window), g_type_from_name ("MnSectionPage"));
}

static void
test_reloads_in_silence (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("reload");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_window (archive);
  GtkWidget            *page, *focus;

  open_path (window, path);
  mn_window_show_place (window, "proposals", NULL);
  mn_ui_test_run_for (50);
  page = find_selected_page (window);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  write_elsewhere (path, "Của máy khác");
  g_assert_true (mn_ui_test_wait_until (is_reloaded, mn_window_get_store (window), 30000));
  mn_ui_test_run_for (50);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Của máy khác");
  g_assert_true (find_selected_page (window) == page); /* the place is kept */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  g_assert_false (shows (window, "changed_bar"));
  g_assert_false (shows (window, "failed_bar"));
  g_assert_true (says (window, "Safe in the file"));
  close_window (window);
}

/* Nor does the cursor move in a text that stays. */
static void
test_reload_keeps_cursor (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("reload-cursor");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_window (archive);
  MnItem               *root, *proposal;
  GtkTextBuffer        *buffer;
  GtkTextIter           cursor;

  open_path (window, path);
  root = mn_document_get_root (mn_store_get_document (mn_window_get_store (window)));
  proposal = mn_item_get_child (mn_session_get_record (root), "proposals", 0);
  mn_window_show_caret (window, mn_item_get_id (proposal), "text", 5);
  mn_ui_test_run_for (50);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  write_elsewhere (path, "Của máy khác");
  g_assert_true (mn_ui_test_wait_until (is_reloaded, mn_window_get_store (window), 30000));
  mn_ui_test_run_for (50);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 5);
  close_window (window);
}

static gboolean
has_theirs (gpointer store)
{
  return mn_store_get_theirs (store) != NULL;
}

/* A window with two versions: "Ở đây" and "Của máy khác". */
static MnWindow *
open_two (MnArchive *archive, const char *path)
{
  MnWindow *window = open_window (archive);

  open_path (window, path);
  mn_store_set_autosave_delay (mn_window_get_store (window), 600 * 1000);
  set_title (mn_window_get_store (window), "Ở đây");
  write_elsewhere (path, "Của máy khác");
  g_assert_true (mn_ui_test_wait_until (has_theirs, mn_window_get_store (window), 30000));
  mn_ui_test_run_for (50);
  g_assert_true (shows (window, "changed_bar"));
  g_assert_false (shows (window, "failed_bar"));
  g_assert_true (says (window, "There are two versions"));

  return window;
}

static void
test_show_both (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("both");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_two (archive, path);

  press (window, "both_button");
  g_assert_true (says (window, "The version in the file"));
  g_assert_true (says (window, "Của máy khác"));
  press (window, "back_button"); /* "Take This Version" */
  g_assert_true (is_reloaded (mn_window_get_store (window)));
  g_assert_false (shows (window, "changed_bar"));
  g_assert_false (says (window, "The version in the file"));
  g_assert_cmpint (mn_store_get_state (mn_window_get_store (window)), ==, MN_STORE_SAVED);
  close_window (window);
}

static void
test_take_theirs (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("theirs");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_two (archive, path);

  press (window, "theirs_button");
  g_assert_true (is_reloaded (mn_window_get_store (window)));
  g_assert_false (shows (window, "changed_bar"));
  gtk_widget_activate_action (GTK_WIDGET (window), "session.undo", NULL);
  g_assert_cmpstr (get_title (mn_window_get_store (window)), ==, "Ở đây");
  close_window (window);
}

static gboolean
is_saved (gpointer store)
{
  return mn_store_get_state (store) == MN_STORE_SAVED;
}

static void
test_keep_mine (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("mine");
  g_autofree char      *path = dup_path (archive);
  g_autofree char      *backup = g_strconcat (path, "~", NULL);
  g_autofree char      *kept = NULL, *contents = NULL;
  MnWindow             *window = open_two (archive, path);

  press (window, "mine_button");
  g_assert_true (mn_ui_test_wait_until (is_saved, mn_window_get_store (window), 30000));
  mn_ui_test_run_for (50);
  g_assert_false (shows (window, "changed_bar"));
  contents = mn_ui_test_read (path);
  kept = mn_ui_test_read (backup);
  g_assert_nonnull (strstr (contents, "Ở đây"));
  g_assert_nonnull (strstr (kept, "Của máy khác"));
  close_window (window);
}

static void
test_unreadable (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("garbage");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_window (archive);

  open_path (window, path);
  g_assert_true (g_file_set_contents (path, "rác", -1, NULL));
  mn_store_wait_for_disk (mn_window_get_store (window));
  mn_ui_test_run_for (50);
  g_assert_true (shows (window, "changed_bar"));
  g_assert_false (gtk_widget_get_mapped (mn_ui_test_find_id (GTK_WIDGET (window), "both_button")));
  press (window, "mine_button");
  g_assert_true (mn_ui_test_wait_until (is_saved, mn_window_get_store (window), 30000));
  close_window (window);
}

static void
test_gone (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("gone");
  g_autofree char      *path = dup_path (archive);
  MnWindow             *window = open_window (archive);

  open_path (window, path);
  g_unlink (path);
  mn_store_wait_for_disk (mn_window_get_store (window));
  mn_ui_test_run_for (50);
  g_assert_true (shows (window, "failed_bar"));
  g_assert_true (says (window, "The file is gone"));
  close_window (window); /* nothing was typed: it isn't made again */
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- closing -------------------------------------------------------------------------------- */

static void
test_leave_keeping_mine (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("leave-mine");
  g_autofree char      *path = dup_path (archive);
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_two (archive, path);
  gpointer              weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  respond (window, "cancel");
  g_assert_nonnull (weak);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  respond (window, "overwrite");
  g_assert_null (weak);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Ở đây"));
}

static void
test_leave_the_other_one (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("leave-theirs");
  g_autofree char      *path = dup_path (archive);
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_two (archive, path);
  gpointer              weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  respond (window, "discard");
  g_assert_null (weak);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Của máy khác"));
}

/* ---- who edits it --------------------------------------------------------------------------- */

static gboolean
may_edit (gpointer store)
{
  return !mn_document_get_read_only (mn_store_get_document (store));
}

static GtkWidget *
find_title_entry (MnWindow *window)
{
  return mn_ui_test_find_type (
      mn_ui_test_find_type (GTK_WIDGET (window), g_type_from_name ("MnFieldEntry")), GTK_TYPE_TEXT);
}

static void
test_watch_for_release (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("release");
  g_autofree char      *path = dup_path (archive);
  MnLock               *theirs = lock_elsewhere (path);
  MnWindow             *window = open_window (archive);
  MnStore              *store;

  open_path (window, path);
  store = mn_window_get_store (window);
  g_assert_true (shows (window, "lock_bar"));
  g_assert_false (shows (window, "read_only_bar"));
  g_assert_true (says (window, "Bà Nguyễn Thị A is editing this session on VP-03 since"));
  g_assert_true (says (window, "Read only"));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_title_entry (window))));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (mn_ui_test_find_id (GTK_WIDGET (window), "await_button")), TRUE);
  g_assert_true (mn_store_awaits_release (store));
  mn_ui_test_run_for (50);
  write_elsewhere (path, "Của máy khác");
  mn_lock_free (theirs);
  g_assert_true (mn_ui_test_wait_until (may_edit, store, 30000));
  mn_ui_test_run_for (50);
  g_assert_false (shows (window, "lock_bar"));
  g_assert_true (shows (window, "released_bar"));
  g_assert_true (says (window, "Bà Nguyễn Thị A has closed the session"));
  g_assert_true (is_reloaded (store));
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_title_entry (window))));
  g_signal_emit_by_name (mn_ui_test_find_id (GTK_WIDGET (window), "released_bar"), "response",
                         GTK_RESPONSE_CLOSE);
  g_assert_false (shows (window, "released_bar"));
  set_title (store, "Đến lượt tôi");
  close_window (window);
}

static void
test_edit_anyway (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("anyway");
  g_autofree char      *path = dup_path (archive);
  g_autoptr (MnLock)    theirs = lock_elsewhere (path);
  MnWindow             *window = open_window (archive);
  MnStore              *store;

  open_path (window, path);
  store = mn_window_get_store (window);
  press (window, "over_button");
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (find_dialog (window)), "Bà Nguyễn Thị A"));
  respond (window, "cancel");
  g_assert_false (may_edit (store));
  press (window, "over_button");
  respond (window, "edit");
  g_assert_true (may_edit (store));
  g_assert_false (shows (window, "lock_bar"));
  close_window (window);
}

/* Who has gone needn't be asked about. */
static void
test_edit_what_is_free (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("free");
  g_autofree char      *path = dup_path (archive);
  g_autoptr (MnLock)    theirs = lock_elsewhere (path);
  MnWindow             *window = open_window (archive);

  open_path (window, path);
  mn_lock_release (theirs);
  press (window, "over_button");
  g_assert_null (find_dialog (window));
  g_assert_true (may_edit (mn_window_get_store (window)));
  close_window (window);
}

/* What was typed before somebody took the lock over is kept for the next start. */
static void
test_leave_what_was_taken_over (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("taken-over");
  g_autofree char      *path = dup_path (archive);
  g_autofree char      *before = mn_ui_test_read (path);
  g_autofree char      *after = NULL;
  g_autofree char      *journal = NULL;
  g_autoptr (MnLock)    theirs = NULL;
  MnWindow             *window = open_window (archive);
  gpointer              weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  open_path (window, path);
  mn_store_set_autosave_delay (mn_window_get_store (window), 600 * 1000);
  set_title (mn_window_get_store (window), "Chưa kịp lưu");
  theirs = lock_elsewhere (path);
  mn_store_wait_for_disk (mn_window_get_store (window));
  mn_ui_test_run_for (50);
  g_assert_true (shows (window, "lock_bar"));
  g_assert_true (shows (window, "failed_bar"));
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  journal = g_strdup (mn_journal_get_path (mn_store_get_journal (mn_window_get_store (window))));
  respond (window, "keep");
  g_assert_null (weak);
  after = mn_ui_test_read (path);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_unlink (journal);
}

static void
test_second_window (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("second");
  g_autofree char      *path = dup_path (archive);
  g_autofree char *way = g_build_filename (mn_archive_get_folder (archive), "tắt.minutes", NULL);
  MnWindow        *first = open_window (archive), *second;

  open_path (first, path);
  g_assert_cmpint (symlink (path, way), ==, 0);
  second = open_window (archive);
  mn_window_open_path (second, way, NULL);
  mn_ui_test_run_for (50);
  g_assert_null (mn_window_get_store (second)); /* the first is shown instead */
  g_assert_true (mn_window_find (way) == first);
  close_window (second);
  close_window (first);
  g_unlink (way);
}

/* ---- sentences ------------------------------------------------------------------------------ */

static void
test_sentences (void)
{
  g_autoptr (MnArchive)    archive = mn_ui_test_samples ("sentences");
  g_autofree char         *path = dup_path (archive);
  g_autoptr (MnLock)       theirs = lock_elsewhere (path);
  g_autoptr (MnLock)       lock = mn_lock_new (path, mn_ui_test_clock ());
  g_autoptr (MnLockHolder) holder = mn_lock_holder_copy (mn_lock_get_me (theirs));
  g_autofree char         *held = NULL, *here = NULL, *unknown = NULL, *released = NULL;

  mn_lock_take (lock);
  held = mn_lock_text_dup_held (lock, mn_ui_test_clock ());
  g_assert_nonnull (strstr (held, "Bà Nguyễn Thị A is editing this session on VP-03 since"));
  g_assert_null (strstr (held, "20")); /* today needs no date */
  mn_lock_release (theirs);

  set (&holder->since, "2020-04-14T09:41:00+07:00");
  set (&holder->name, "");
  mn_lock_set_me (theirs, holder);
  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_OURS);
  mn_lock_take (lock);
  unknown = mn_lock_text_dup_warning (lock, mn_ui_test_clock ());
  g_assert_nonnull (strstr (unknown, "Somebody else is editing this session"));
  g_assert_nonnull (strstr (unknown, "two versions"));
  mn_lock_release (theirs);

  set (&holder->host, mn_lock_get_me (lock)->host);
  set (&holder->machine, mn_lock_get_me (lock)->machine);
  mn_lock_set_me (theirs, holder);
  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_OURS);
  mn_lock_take (lock);
  here = mn_lock_text_dup_held (lock, mn_ui_test_clock ());
  g_assert_nonnull (strstr (here, "in another Minutes on this computer since 14/4/2020 09:41"));
  released = mn_lock_text_dup_released (NULL);
  g_assert_nonnull (strstr (released, "you can edit it now"));
}

static void
add_tests (void)
{
  g_test_add_func ("/beside/reloads-in-silence", test_reloads_in_silence);
  g_test_add_func ("/beside/reload-keeps-cursor", test_reload_keeps_cursor);
  g_test_add_func ("/beside/show-both", test_show_both);
  g_test_add_func ("/beside/take-theirs", test_take_theirs);
  g_test_add_func ("/beside/keep-mine", test_keep_mine);
  g_test_add_func ("/beside/unreadable", test_unreadable);
  g_test_add_func ("/beside/gone", test_gone);
  g_test_add_func ("/beside/leave-keeping-mine", test_leave_keeping_mine);
  g_test_add_func ("/beside/leave-the-other-one", test_leave_the_other_one);
  g_test_add_func ("/beside/watch-for-release", test_watch_for_release);
  g_test_add_func ("/beside/edit-anyway", test_edit_anyway);
  g_test_add_func ("/beside/edit-what-is-free", test_edit_what_is_free);
  g_test_add_func ("/beside/leave-what-was-taken-over", test_leave_what_was_taken_over);
  g_test_add_func ("/beside/second-window", test_second_window);
  g_test_add_func ("/beside/sentences", test_sentences);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
