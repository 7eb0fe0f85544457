#include "mn-application.h"

#include <locale.h>

#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "mn-window.h"

/* These tests run inside the application itself, as a user starts it: minutes --archive DIR. */

static MnApplication *application;
static int            result = 1;

static guint
count_windows (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint             n = 0;

  for (GList *l = windows; l; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_visible (l->data))
      n++;

  return n;
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static void
activate (const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), name, NULL);
  mn_ui_test_run_for (100);
}

static gboolean
lists_sessions (gpointer window)
{
  return mn_ui_test_find_text (window, "25/8/2023") != NULL;
}

static void
test_opens_the_archive (void)
{
  MnWindow *window = MN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));

  g_assert_nonnull (window);
  g_assert_true (
      g_str_has_suffix (mn_archive_get_folder (mn_window_get_archive (window)), "application"));
  /* The archive is read in the background. */
  g_assert_true (mn_ui_test_wait_until (lists_sessions, window, 20000));
}

static void
test_shortcuts (void)
{
  activate ("shortcuts");
  g_assert_cmpuint (count_windows (GTK_TYPE_SHORTCUTS_WINDOW), ==, 1);
  gtk_window_destroy (find_window (GTK_TYPE_SHORTCUTS_WINDOW));
  mn_ui_test_run_for (50);
}

static void
test_about (void)
{
  activate ("about");
  g_assert_cmpuint (count_windows (ADW_TYPE_ABOUT_WINDOW), ==, 1);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (find_window (ADW_TYPE_ABOUT_WINDOW)), "0."));
  gtk_window_destroy (find_window (ADW_TYPE_ABOUT_WINDOW));
  mn_ui_test_run_for (50);
}

/* Every accelerator leads to an action that is there, in the library or in a session. */
static void
test_accelerators (void)
{
  MnWindow      *window = MN_WINDOW (find_window (MN_TYPE_WINDOW));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  MnArchive     *archive = mn_window_get_archive (window);

  mn_window_open_path (window, mn_session_entry_get_path (mn_ui_test_entry (archive, 0)), NULL);
  mn_ui_test_run_for (100);
  g_assert_cmpuint (g_strv_length (actions), >, 15);
  for (guint i = 0; actions[i]; i++)
    {
      const char   *name = strchr (actions[i], '.') + 1;
      GActionGroup *group = g_str_has_prefix (actions[i], "app.") ? G_ACTION_GROUP (application)
                            : g_str_has_prefix (actions[i], "win.")
                                ? G_ACTION_GROUP (window)
                                : mn_window_get_session_actions (window);

      if (!g_action_group_has_action (group, name))
        g_error ("an accelerator for %s, which isn't there", actions[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  mn_ui_test_run_for (50);
}

static void
test_files (void)
{
  MnWindow         *window = MN_WINDOW (find_window (MN_TYPE_WINDOW));
  MnArchive        *archive = mn_window_get_archive (window);
  g_autoptr (GFile) file = g_file_new_for_path (
      mn_session_entry_get_path (mn_ui_test_entry (archive, 2)));
  MnWindow *other;

  g_application_open (G_APPLICATION (application), &file, 1, "");
  mn_ui_test_run_for (100);
  g_assert_cmpuint (count_windows (MN_TYPE_WINDOW), ==, 2);
  other = MN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_assert_nonnull (mn_window_get_store (other));
  g_assert_true (mn_window_get_archive (other) == archive);
  gtk_window_close (GTK_WINDOW (other));
  mn_ui_test_run_for (50);
}

static void
test_windows_and_quit (void)
{
  activate ("new-window");
  g_assert_cmpuint (count_windows (MN_TYPE_WINDOW), ==, 2);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-archive",
                                  g_variant_new_string ("/nowhere/at/all"));
  mn_ui_test_run_for (100);
  g_assert_cmpuint (count_windows (MN_TYPE_WINDOW), ==, 3);
  activate ("quit");
  mn_ui_test_run_for (100);
  g_assert_cmpuint (count_windows (MN_TYPE_WINDOW), ==, 0);
}

static void
activate_cb (GApplication *app, gpointer user_data)
{
  static gboolean run;

  if (run)
    return;

  run = TRUE;
  g_application_hold (app);
  result = g_test_run ();
  g_application_release (app);
}

static void
add_tests (void)
{
  g_test_add_func ("/application/opens-the-archive", test_opens_the_archive);
  g_test_add_func ("/application/shortcuts", test_shortcuts);
  g_test_add_func ("/application/about", test_about);
  g_test_add_func ("/application/accelerators", test_accelerators);
  g_test_add_func ("/application/files", test_files);
  g_test_add_func ("/application/windows-and-quit", test_windows_and_quit);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  mn_ui_test_init (&argc, &argv);
  add_tests ();
  folder = mn_ui_test_dup_folder ("application");
  g_assert_true (mn_archive_write_samples (folder, NULL));

  application = mn_application_new ();
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), NULL);
  {
    char *arguments[] = { argv[0], "--archive", folder, NULL };

    g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, arguments), ==, 0);
  }
  g_assert_finalize_object (application);
  mn_ui_test_clean_up ();

  return result;
}
