#include <string.h>

#include "mn-document-page.h"
#include "mn-item-form.h"
#include "mn-number-panel.h"
#include "mn-session-page.h"
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

/* ---- the state's field ---------------------------------------------------------------------- */

static GtkDropDown *
find_state (Opened *opened)
{
  GtkWidget      *form = mn_ui_test_find_type (GTK_WIDGET (opened->window), MN_TYPE_ITEM_FORM);
  MnFieldControl *control = mn_item_form_find (MN_ITEM_FORM (form), "state");

  return GTK_DROP_DOWN (mn_field_control_get_target (control));
}

/* By the words that the field offers. */
static void
choose_state (Opened *opened, const char *words)
{
  GListModel *labels = gtk_drop_down_get_model (find_state (opened));
  guint       n = g_list_model_get_n_items (labels);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) label = g_list_model_get_item (labels, i);

      if (strcmp (gtk_string_object_get_string (label), words) == 0)
        {
          gtk_drop_down_set_selected (find_state (opened), i);
          mn_ui_test_run_for (400);
          return;
        }
    }
  g_assert_not_reached ();
}

static const char *
get_state_words (Opened *opened)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (find_state (opened)));
}

/* "Issued" in the drop-down is the same road as the button: refused where nobody signs, and the
 * field says again what is true; else number, date and register follow. */
static void
test_issue_by_state (void)
{
  Opened           opened = { NULL };
  MnItem          *general;
  g_autofree char *signatory = NULL;

  open_notice (&opened, "numbers-state");
  general = mn_session_get_general (mn_document_get_root (get_document (&opened)));
  signatory = g_strdup (mn_item_get (get_notice (&opened), "signatory"));
  g_assert_nonnull (signatory);
  set (&opened, "number", NULL);
  set (&opened, "signatory", NULL);
  g_assert_true (mn_document_set (get_document (&opened), general, "signatory", NULL, NULL));
  choose_state (&opened, "Issued");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), !=, "issued");
  g_assert_cmpstr (get_state_words (&opened), !=, "Issued");
  g_assert_true (is_shown (&opened, "Nobody signs the document yet"));
  set (&opened, "signatory", signatory);
  choose_state (&opened, "Submitted");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), ==, "submitted");
  choose_state (&opened, "Issued");
  g_assert_cmpstr (mn_item_get (get_notice (&opened), "state"), ==, "issued");
  g_assert_cmpint (mn_item_get_integer (get_notice (&opened), "number", 0), >, 0);
  close_notice (&opened);
}

/* ---- a sealed record ------------------------------------------------------------------------ */

static GtkWidget *
find_title (Opened *opened)
{
  GtkWidget *form = mn_ui_test_find_type (GTK_WIDGET (opened->window), MN_TYPE_ITEM_FORM);

  return mn_field_control_get_target (mn_item_form_find (MN_ITEM_FORM (form), "title"));
}

static void
type_in_title (Opened *opened, const char *text)
{
  GtkWidget *entry = find_title (opened);

  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (gtk_widget_get_first_child (entry), "insert-at-cursor", text);
  mn_session_page_flush (
      MN_SESSION_PAGE (mn_ui_test_find_type (GTK_WIDGET (opened->window), MN_TYPE_SESSION_PAGE)));
  mn_ui_test_run_for (400);
}

static const char *
get_title (Opened *opened)
{
  MnItem *general = mn_session_get_general (mn_document_get_root (get_document (opened)));

  return mn_item_get (general, "title");
}

/* Issued minutes: what is typed isn't taken, the window says so with the way back, and papers stay
 * open. Taken back, the record takes what is typed. */
static void
test_sealed (void)
{
  Opened           opened = { NULL };
  g_autofree char *title = NULL;
  MnItem          *minutes;

  open_notice (&opened, "numbers-sealed");
  mn_window_open_path (opened.window,
                       mn_session_entry_get_path (mn_ui_test_entry (opened.archive, 1)), NULL);
  mn_ui_test_run_for (400);
  minutes = mn_session_get_document (mn_document_get_root (get_document (&opened)), "minutes");
  g_assert_cmpstr (mn_item_get (minutes, "state"), ==, "issued");
  mn_window_show_place (opened.window, "minutes", NULL);
  mn_ui_test_run_for (200);
  g_assert_false (is_shown (&opened, "To change it, take the issue back first"));
  mn_window_show_place (opened.window, "general", NULL);
  mn_ui_test_run_for (200);
  g_assert_true (is_shown (&opened, "To change it, take the issue back first"));
  title = g_strdup (get_title (&opened));
  type_in_title (&opened, "Sửa ");
  g_assert_cmpstr (get_title (&opened), ==, title);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_title (&opened))), ==, title);
  g_assert_true (gtk_widget_activate (gtk_widget_get_parent (
      mn_ui_test_find_text (GTK_WIDGET (opened.window), "Not Issued After All"))));
  mn_ui_test_run_for (400);
  g_assert_false (is_shown (&opened, "To change it, take the issue back first"));
  type_in_title (&opened, "Sửa ");
  g_assert_nonnull (strstr (get_title (&opened), "Sửa "));
  close_notice (&opened);
}

static void
add_tests (void)
{
  g_test_add_func ("/numbers/issue-by-state", test_issue_by_state);
  g_test_add_func ("/numbers/sealed", test_sealed);
  g_test_add_func ("/numbers/take-and-issue", test_take_and_issue);
  g_test_add_func ("/numbers/double", test_double);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
