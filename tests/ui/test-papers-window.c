#include "mn-papers-window.h"

#include "mn-ui-samples.h"
#include "mn-ui-test.h"

/* What the window is told to read is counted, not printed. */
static MnItem *
read_cb (GtkWindow *window, const char *session, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s can't be read", session);

  return NULL;
}

typedef struct
{
  MnArchive *archive;
  GtkWindow *parent;
  GtkWindow *window;
  GtkWidget *list;
} Fixture;

static void
begin (Fixture *fixture, const char *name, gboolean alone)
{
  MnSessionEntry *entry;

  fixture->archive = mn_ui_test_samples (name);
  entry = mn_ui_test_entry (fixture->archive, 1);
  fixture->parent = GTK_WINDOW (adw_application_window_new (mn_ui_test_get_application ()));
  gtk_window_present (fixture->parent);
  fixture->window = GTK_WINDOW (mn_papers_window_new (
      fixture->parent, alone ? NULL : mn_archive_get_sessions (fixture->archive),
      mn_session_entry_get_id (entry), read_cb));
  gtk_window_present (fixture->window);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (fixture->window)));
  fixture->list = mn_ui_test_find_id (GTK_WIDGET (fixture->window), "list");
}

static void
end (Fixture *fixture)
{
  mn_ui_test_close (fixture->window);
  mn_ui_test_close (fixture->parent);
  g_assert_finalize_object (fixture->archive);
}

static guint
count_wishes (Fixture *fixture)
{
  g_autoptr (GPtrArray) wishes = mn_papers_window_list_wishes (MN_PAPERS_WINDOW (fixture->window));

  return wishes->len;
}

static void
toggle_row (Fixture *fixture, guint position)
{
  gtk_widget_activate_action (fixture->list, "list.activate-item", "u", position);
}

static void
press (Fixture *fixture, const char *id)
{
  g_signal_emit_by_name (mn_ui_test_find_id (GTK_WIDGET (fixture->window), id), "clicked");
}

/* The minutes and the notice of the session that was selected, and nothing else. */
static void
test_beginning (void)
{
  Fixture               fixture;
  g_autoptr (GPtrArray) wishes = NULL;
  const MnPrintWish    *first, *second;

  begin (&fixture, "beginning", FALSE);
  wishes = mn_papers_window_list_wishes (MN_PAPERS_WINDOW (fixture.window));
  g_assert_cmpuint (wishes->len, ==, 2);
  first = wishes->pdata[0];
  second = wishes->pdata[1];
  g_assert_cmpstr (first->session, ==,
                   mn_session_entry_get_id (mn_ui_test_entry (fixture.archive, 1)));
  g_assert_cmpstr (second->session, ==, first->session);
  g_assert_cmpint (first->form, ==, MN_FORM_MINUTES);
  g_assert_cmpint (second->form, ==, MN_FORM_NOTICE);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.window), "2 papers"));
  /* Not "Cancel", which comes first. */
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (fixture.window)));
  end (&fixture);
}

static void
test_choosing_sessions (void)
{
  Fixture    fixture;
  GtkWidget *button;
  guint      n;

  begin (&fixture, "choosing", FALSE);
  button = mn_ui_test_find_id (GTK_WIDGET (fixture.window), "print_button");
  n = g_list_model_get_n_items (mn_archive_get_sessions (fixture.archive));
  toggle_row (&fixture, 0);
  g_assert_cmpuint (count_wishes (&fixture), ==, 4);
  toggle_row (&fixture, 0);
  toggle_row (&fixture, 1);
  g_assert_cmpuint (count_wishes (&fixture), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button));
  press (&fixture, "all_button");
  g_assert_cmpuint (count_wishes (&fixture), ==, 2 * n);
  g_assert_true (gtk_widget_get_sensitive (button));
  press (&fixture, "all_button");
  g_assert_cmpuint (count_wishes (&fixture), ==, 0);
  end (&fixture);
}

static void
test_searching (void)
{
  Fixture            fixture;
  GtkWidget         *entry;
  GtkSelectionModel *model;

  begin (&fixture, "searching", FALSE);
  entry = mn_ui_test_find_id (GTK_WIDGET (fixture.window), "search_entry");
  model = gtk_list_view_get_model (GTK_LIST_VIEW (fixture.list));
  gtk_editable_set_text (GTK_EDITABLE (entry), "khong co cuoc hop nay");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  /* What is hidden stays chosen. */
  g_assert_cmpuint (count_wishes (&fixture), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "hoi nghi");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 0);
  end (&fixture);
}

static void
test_open_session_alone (void)
{
  Fixture fixture;

  begin (&fixture, "alone", TRUE);
  g_assert_false (gtk_widget_get_mapped (fixture.list));
  g_assert_cmpuint (count_wishes (&fixture), ==, 2);
  end (&fixture);
}

static gboolean
has_dialog (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) &&
        g_strcmp0 (adw_message_dialog_get_heading (l->data), "It Can't Be Printed") == 0)
      {
        *(GtkWindow **) user_data = l->data;
        return TRUE;
      }

  return FALSE;
}

/* A session that can't be read any more stops it all, and is told. */
static void
test_unreadable (void)
{
  Fixture    fixture;
  GtkWindow *dialog = NULL;

  begin (&fixture, "unreadable", FALSE);
  press (&fixture, "print_button");
  g_assert_true (mn_ui_test_wait_until (has_dialog, &dialog, 20000));
  gtk_window_destroy (dialog);
  mn_ui_test_run_for (50);
  mn_ui_test_close (fixture.parent);
  g_assert_finalize_object (fixture.archive);
}

static void
add_tests (void)
{
  g_test_add_func ("/papers-window/beginning", test_beginning);
  g_test_add_func ("/papers-window/choosing-sessions", test_choosing_sessions);
  g_test_add_func ("/papers-window/searching", test_searching);
  g_test_add_func ("/papers-window/open-session-alone", test_open_session_alone);
  g_test_add_func ("/papers-window/unreadable", test_unreadable);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
