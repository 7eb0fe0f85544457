#include "mn-window.h"

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
  mn_ui_test_run_for (50);

  return window;
}

static void
open_session (MnWindow *window, MnArchive *archive, guint n)
{
  mn_window_open_path (window, mn_session_entry_get_path (mn_ui_test_entry (archive, n)), NULL);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_window_get_store (window));
}

static void
set_title (MnWindow *window, const char *title)
{
  MnDocument        *document = mn_store_get_document (mn_window_get_store (window));
  g_autoptr (GError) error = NULL;

  mn_document_set (document, mn_session_get_general (mn_document_get_root (document)), "title",
                   title, &error);
  g_assert_no_error (error);
}

static void
activate (MnWindow *window, const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), action, NULL))
    g_error ("no action %s", action);
  mn_ui_test_run_for (30);
}

/* The window or dialog that stands over @window. */
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
close_window (MnWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  mn_ui_test_run_for (50);
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  g_assert_null (weak);
}

/* ---- opening and going back ----------------------------------------------------------------- */

static void
test_opens_and_dies (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("window");
  MnWindow             *window = open_window (archive);
  gpointer              store;

  open_session (window, archive, 0);
  store = mn_window_get_store (window);
  g_object_add_weak_pointer (G_OBJECT (store), &store);
  activate (window, "win.back");
  g_assert_null (mn_window_get_store (window));
  mn_ui_test_run_for (100);
  g_assert_null (store);
  close_window (window);
  g_assert_finalize_object (g_steal_pointer (&archive));
}

/* As from the command line: the session comes before the window has a size. */
static void
test_focus_in_the_form (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("focus");
  MnWindow *window = mn_window_new (mn_ui_test_get_application (), archive, mn_ui_test_clock (),
                                    NULL);

  gtk_window_present (GTK_WINDOW (window));
  open_session (window, archive, 0);
  mn_ui_test_run_for (200);
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  close_window (window);
  g_assert_finalize_object (g_steal_pointer (&archive));
}

/* As it is on most screens. */
static void
test_focus_after_the_transition (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  {
    g_autoptr (MnArchive) archive = mn_ui_test_samples ("focus-animated");
    MnWindow *window = mn_window_new (mn_ui_test_get_application (), archive, mn_ui_test_clock (),
                                      NULL);

    gtk_window_present (GTK_WINDOW (window));
    open_session (window, archive, 0);
    mn_ui_test_run_for (800);
    g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
    close_window (window);
  }
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
test_opens_all_samples (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("all");
  MnWindow             *window = open_window (archive);
  guint                 n = g_list_model_get_n_items (mn_archive_get_sessions (archive));

  for (guint i = 0; i < n; i++)
    {
      open_session (window, archive, i);
      g_assert_cmpint (mn_store_get_state (mn_window_get_store (window)), ==, MN_STORE_SAVED);
    }
  close_window (window);
}

static void
test_file_that_cannot_be_read (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("bad-file");
  g_autofree char *path = g_build_filename (mn_archive_get_folder (archive), "x.minutes", NULL);
  MnWindow        *window = open_window (archive);
  GtkWindow       *dialog;

  g_assert_true (g_file_set_contents (path, "not xml at all", -1, NULL));
  mn_window_open_path (window, path, NULL);
  mn_ui_test_run_for (50);
  g_assert_null (mn_window_get_store (window));
  dialog = find_dialog (window);
  g_assert_nonnull (dialog);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (dialog), "x.minutes"));
  gtk_window_destroy (dialog);
  close_window (window);
}

/* ---- saving --------------------------------------------------------------------------------- */

static void
test_going_back_saves (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("saves");
  const char           *path = mn_session_entry_get_path (mn_ui_test_entry (archive, 0));
  g_autofree char      *copy = g_strdup (path);
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);

  open_session (window, archive, 0);
  set_title (window, "Tên mới của hội nghị");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Tên mới của hội nghị");
  activate (window, "win.back");
  contents = mn_ui_test_read (copy);
  g_assert_nonnull (strstr (contents, "Tên mới của hội nghị"));
  close_window (window);
}

static void
test_closing_saves (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("closing");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *contents = NULL;
  MnWindow             *window = open_window (archive);

  open_session (window, archive, 0);
  set_title (window, "Gõ rồi đóng ngay");
  close_window (window);
  contents = mn_ui_test_read (path);
  g_assert_nonnull (strstr (contents, "Gõ rồi đóng ngay"));
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

/* Presses a button of the dialog. */
static void
respond (GtkWindow *dialog, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  mn_ui_test_run_for (100);
}

static gboolean
has_failed (gpointer store)
{
  return mn_store_get_state (store) == MN_STORE_FAILED;
}

static void
test_failed_save_keeps_the_window (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("failed");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *before = mn_ui_test_read (path);
  g_autofree char      *kept = NULL;
  g_autofree char      *after = NULL;
  MnWindow             *window = open_window (archive);

  open_session (window, archive, 0);
  mn_ui_test_break_saving ();
  set_title (window, "Chưa lưu được");
  activate (window, "session.save");
  g_assert_true (mn_ui_test_wait_until (has_failed, mn_window_get_store (window), 30000));
  mn_ui_test_run_for (50);
  g_assert_true (gtk_info_bar_get_revealed (
      GTK_INFO_BAR (mn_ui_test_find_id (GTK_WIDGET (window), "failed_bar"))));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Could not save"));

  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_nonnull (find_dialog (window));
  respond (find_dialog (window), "_Cancel");
  g_assert_null (find_dialog (window));
  g_assert_nonnull (mn_window_get_store (window));

  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  respond (find_dialog (window), "_Try Again");
  g_assert_nonnull (find_dialog (window)); /* it still fails */
  mn_ui_test_mend_saving ();
  kept = mn_ui_test_read (path);
  g_assert_cmpstr (kept, ==, before); /* the old file is whole */
  {
    gpointer weak = window;

    g_object_add_weak_pointer (G_OBJECT (window), &weak);
    respond (find_dialog (window), "_Try Again");
    g_assert_null (weak);
  }
  after = mn_ui_test_read (path);
  g_assert_nonnull (strstr (after, "Chưa lưu được"));
}

static void
test_close_without_saving (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("without");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *before = mn_ui_test_read (path);
  g_autofree char      *after = NULL;
  MnWindow             *window = open_window (archive);
  gpointer              weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  open_session (window, archive, 0);
  mn_ui_test_break_saving ();
  set_title (window, "Bỏ đi");
  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  respond (find_dialog (window), "Close _without Saving");
  mn_ui_test_mend_saving ();
  mn_ui_test_run_for (100);
  g_assert_null (weak);
  after = mn_ui_test_read (path);
  g_assert_cmpstr (after, ==, before);
}

/* ---- new sessions --------------------------------------------------------------------------- */

static void
test_new_from_leaves_the_old_file (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("next");
  g_autofree char      *path = g_strdup (mn_session_entry_get_path (mn_ui_test_entry (archive, 0)));
  g_autofree char      *before = mn_ui_test_read (path);
  g_autofree char      *after = NULL;
  g_autofree char      *made = NULL;
  MnWindow             *window = open_window (archive);
  MnItem               *session;

  activate (window, "win.new-from-selected");
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_window_get_store (window));
  g_assert_cmpstr (mn_store_get_path (mn_window_get_store (window)), !=, path);
  session = mn_document_get_root (mn_store_get_document (mn_window_get_store (window)));
  g_assert_cmpuint (mn_item_get_n_children (mn_session_get_record (session), "follow-ups"), >, 0);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "in the new session"));
  after = mn_ui_test_read (path);
  g_assert_cmpstr (after, ==, before);
  made = mn_ui_test_read (mn_store_get_path (mn_window_get_store (window)));
  g_assert_nonnull (strstr (made, "follow-up"));
  close_window (window);
}

static void
test_next_of_the_open_session (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("next-open");
  MnWindow             *window = open_window (archive);
  g_autofree char      *path = NULL;

  open_session (window, archive, 0);
  path = g_strdup (mn_store_get_path (mn_window_get_store (window)));
  activate (window, "session.next");
  mn_ui_test_run_for (100);
  g_assert_cmpstr (mn_store_get_path (mn_window_get_store (window)), !=, path);
  close_window (window);
}

static void
test_empty_session_leaves_no_trace (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("empty");
  MnWindow             *window = open_window (archive);
  g_autofree char      *path = NULL;

  activate (window, "win.new-empty");
  path = g_strdup (mn_store_get_path (mn_window_get_store (window)));
  activate (window, "win.back");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  activate (window, "win.new-empty");
  set_title (window, "Phiên họp mới");
  g_free (path);
  path = g_strdup (mn_store_get_path (mn_window_get_store (window)));
  activate (window, "win.back");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  close_window (window);
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
test_undo_tells_its_name (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("undo");
  MnWindow             *window = open_window (archive);
  GtkWidget            *button;

  open_session (window, archive, 0);
  button = mn_ui_test_find_id (GTK_WIDGET (window), "undo_button");
  g_assert_false (gtk_widget_get_sensitive (button));
  set_title (window, "Khác");
  mn_ui_test_run_for (30);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (g_str_has_prefix (gtk_widget_get_tooltip_text (button), "Undo: "));
  activate (window, "session.undo");
  g_assert_false (gtk_widget_get_sensitive (button));
  activate (window, "session.redo");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Khác");
  close_window (window);
}

static gboolean
get_state (MnWindow *window, const char *name)
{
  GActionGroup        *actions = mn_window_get_session_actions (window);
  g_autoptr (GVariant) state = g_action_group_get_action_state (actions, name);

  return g_variant_get_boolean (state);
}

static void
test_panes (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("panes");
  MnWindow             *window = open_window (archive);

  open_session (window, archive, 0);
  g_assert_true (get_state (window, "show-preview"));
  g_assert_true (get_state (window, "show-form"));
  activate (window, "session.compare");
  g_assert_true (get_state (window, "compare"));
  g_assert_false (get_state (window, "show-preview"));
  activate (window, "session.show-preview");
  g_assert_true (get_state (window, "show-preview"));
  g_assert_false (get_state (window, "compare"));
  activate (window, "session.show-form");
  g_assert_false (get_state (window, "show-form"));
  activate (window, "session.show-preview");
  g_assert_true (get_state (window, "show-form"));
  g_assert_false (get_state (window, "show-preview"));
  activate (window, "session.zoom-in");
  activate (window, "session.zoom-out");
  activate (window, "session.fit-width");
  close_window (window);
}

static void
test_other_actions (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("other");
  MnWindow             *window = open_window (archive);
  const char           *id = mn_session_entry_get_id (mn_ui_test_entry (archive, 1));
  GtkApplication       *application = mn_ui_test_get_application ();

  activate (window, "win.search");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  activate (window, "win.refresh");
  open_session (window, archive, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "a <b> & c"));
  mn_ui_test_run_for (50);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "a <b> & c"));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-session-in-window", "s", id));
  mn_ui_test_run_for (100);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  /* Asked again it is the same window. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-session-in-window", "s", id);
  mn_ui_test_run_for (50);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  while (gtk_application_get_windows (application))
    close_window (gtk_application_get_windows (application)->data);
}

static void
test_read_only (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("read-only");
  MnWindow             *window = open_window (archive);
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);

  mn_document_set_read_only (mn_store_get_document (store), TRUE);
  mn_window_open_store (window, store);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "not changed"));
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "Read only"));
  close_window (window);
}

static void
test_narrow (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("narrow");
  MnWindow             *window = open_window (archive);

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  mn_ui_test_run_for (100);
  open_session (window, archive, 0);
  mn_ui_test_run_for (100);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 600);
  activate (window, "session.show-preview");
  g_assert_false (get_state (window, "show-form"));
  activate (window, "session.show-preview");
  g_assert_true (get_state (window, "show-form"));
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/opens-and-dies", test_opens_and_dies);
  g_test_add_func ("/window/focus-in-the-form", test_focus_in_the_form);
  g_test_add_func ("/window/focus-after-the-transition", test_focus_after_the_transition);
  g_test_add_func ("/window/opens-all-samples", test_opens_all_samples);
  g_test_add_func ("/window/file-that-cannot-be-read", test_file_that_cannot_be_read);
  g_test_add_func ("/window/going-back-saves", test_going_back_saves);
  g_test_add_func ("/window/closing-saves", test_closing_saves);
  g_test_add_func ("/window/failed-save-keeps-the-window", test_failed_save_keeps_the_window);
  g_test_add_func ("/window/close-without-saving", test_close_without_saving);
  g_test_add_func ("/window/new-from-leaves-the-old-file", test_new_from_leaves_the_old_file);
  g_test_add_func ("/window/next-of-the-open-session", test_next_of_the_open_session);
  g_test_add_func ("/window/empty-session-leaves-no-trace", test_empty_session_leaves_no_trace);
  g_test_add_func ("/window/undo-tells-its-name", test_undo_tells_its_name);
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/other-actions", test_other_actions);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/narrow", test_narrow);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
