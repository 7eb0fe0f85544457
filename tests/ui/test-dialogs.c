#include "mn-window.h"

#include "mn-ui-samples.h"
#include "mn-ui-test.h"

/* The dialogs of GTK for files and printers, which leak a little by themselves (tests/meson.build
 * tells the sanitizer not to mind). */

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
test_dialogs (gconstpointer action)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples (strchr (action, '.') + 1);
  MnWindow *window = mn_window_new (mn_ui_test_get_application (), archive, mn_ui_test_clock (),
                                    NULL);
  gpointer  weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (window)));
  mn_window_open_path (window, mn_session_entry_get_path (mn_ui_test_entry (archive, 0)), NULL);
  mn_ui_test_run_for (100);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  mn_ui_test_run_for (200);
  g_assert_nonnull (find_dialog (window));
  g_assert_true (GTK_IS_DIALOG (find_dialog (window)));
  gtk_dialog_response (GTK_DIALOG (find_dialog (window)), GTK_RESPONSE_CANCEL);
  mn_ui_test_run_for (100);
  g_assert_null (find_dialog (window));

  gtk_window_close (GTK_WINDOW (window));
  mn_ui_test_run_for (100);
  g_assert_null (weak);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/dialogs/save-copy", "session.save-copy", test_dialogs);
  g_test_add_data_func ("/dialogs/export-pdf", "session.export-pdf", test_dialogs);
  g_test_add_data_func ("/dialogs/print", "session.print", test_dialogs);
  g_test_add_data_func ("/dialogs/open-file", "win.open-file", test_dialogs);
  g_test_add_data_func ("/dialogs/open-archive", "win.open-archive", test_dialogs);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
