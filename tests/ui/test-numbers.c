#include <string.h>

#include "mn-document-page.h"
#include "mn-item-form.h"
#include "mn-number-panel.h"
#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "mn-window.h"

typedef struct
{
  MnArchive *archive;
  MnWindow  *window;
} Opened;

/* The newest sample session, at its notice. */
static void
open_notice (Opened *opened, const char *name)
{
  opened->archive = mn_ui_test_samples (name);
  opened->window = mn_window_new (mn_ui_test_get_application (), opened->archive,
                                  mn_ui_test_clock (), NULL);
  gtk_window_set_default_size (GTK_WINDOW (opened->window), 1200, 780);
  gtk_window_present (GTK_WINDOW (opened->window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (opened->window)));
  mn_window_open_path (opened->window,
                       mn_session_entry_get_path (mn_ui_test_entry (opened->archive, 0)), NULL);
  mn_ui_test_run_for (200);
  mn_window_show_place (opened->window, "notice", NULL);
  mn_ui_test_run_for (400);
}

static void
close_notice (Opened *opened)
{
  mn_ui_test_run_for (50);
  gtk_window_close (GTK_WINDOW (opened->window));
  mn_ui_test_run_for (100);
  g_object_unref (opened->archive);
}

static MnDocument *
get_document (Opened *opened)
{
  return mn_store_get_document (mn_window_get_store (opened->window));
}

static MnItem *
get_notice (Opened *opened)
{
  return mn_session_get_document (mn_document_get_root (get_document (opened)), "notice");
}

static void
set (Opened *opened, const char *field, const char *value)
{
  g_assert_true (mn_document_set (get_document (opened), get_notice (opened), field, value, NULL));
  mn_ui_test_run_for (400);
}

static gboolean
is_shown (Opened *opened, const char *text)
{
  GtkWidget *widget = mn_ui_test_find_text (GTK_WIDGET (opened->window), text);

  return widget && gtk_widget_get_mapped (widget);
}

static void
activate (Opened *opened, const char *action)
{
  GtkWidget *widget = mn_ui_test_find_text (GTK_WIDGET (opened->window), "Number");

  g_assert_true (
      gtk_widget_activate_action (widget, action, "s", mn_item_get_id (get_notice (opened))));
  mn_ui_test_run_for (400);
}

static void
test_take_and_issue (void)
{
  Opened opened = { NULL };

  open_notice (&opened, "numbers-take");
  set (&opened, "number", NULL);
  g_assert_true (is_shown (&opened, "Next number: "));
  activate (&opened, "session.take-number");
  g_assert_cmpint (mn_item_get_integer (get_notice (&opened), "number", 0), >, 0);
  g_assert_true (is_shown (&opened, "Not issued yet: "));
  g_assert_false (is_shown (&opened, "Take the Next Number"));
  activate (&opened, "session.issue");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), ==, "issued");
  g_assert_true (is_shown (&opened, "Issued: "));
  activate (&opened, "session.withdraw");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), ==, "approved");
  close_notice (&opened);
}

/* The number of another session's notice: told where the number is, and not issued. */
static void
test_double (void)
{
  Opened             opened = { NULL };
  g_autoptr (MnItem) other = NULL;
  const char        *taken = NULL;

  open_notice (&opened, "numbers-double");
  for (guint i = 1; taken == NULL && i < 4; i++)
    {
      g_clear_object (&other);
      other = mn_archive_read_session (
          opened.archive, mn_session_entry_get_id (mn_ui_test_entry (opened.archive, i)), NULL);
      taken = mn_item_get (mn_session_get_document (other, "notice"), "number");
    }
  g_assert_nonnull (taken);
  set (&opened, "number", taken);
  g_assert_true (is_shown (&opened, "is taken already by"));
  activate (&opened, "session.issue");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), !=, "issued");
  close_notice (&opened);
}

static void
add_tests (void)
{
  g_test_add_func ("/numbers/take-and-issue", test_take_and_issue);
  g_test_add_func ("/numbers/double", test_double);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
