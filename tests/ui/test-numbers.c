#include <string.h>

#include "mn-document-page.h"
#include "mn-item-form.h"
#include "mn-number-dialog.h"
#include "mn-number-panel.h"
#include "mn-numbers-window.h"
#include "mn-session-page.h"
#include "mn-session.h"
#include "mn-signs.h"
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

/* ---- the register --------------------------------------------------------------------------- */

static GtkWidget *
show_register (Opened *opened)
{
  g_autoptr (GList) all = NULL;

  opened->window = mn_window_new (mn_ui_test_get_application (), opened->archive,
                                  mn_ui_test_clock (), NULL);
  gtk_window_present (GTK_WINDOW (opened->window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (opened->window)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (opened->window), "win.numbers", NULL));
  mn_ui_test_run_for (400);
  all = gtk_window_list_toplevels ();
  for (GList *l = all; l; l = l->next)
    if (MN_IS_NUMBERS_WINDOW (l->data))
      return l->data;
  g_assert_not_reached ();
}

static GtkWidget *
open_register (Opened *opened, const char *name)
{
  opened->archive = mn_ui_test_samples (name);
  return show_register (opened);
}

static MnNumberDialog *
find_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l; l = l->next)
    if (MN_IS_NUMBER_DIALOG (l->data))
      return l->data;
  return NULL;
}

static MnNumberDialog *
ask (GtkWidget *numbers, const char *action)
{
  g_assert_true (gtk_widget_activate_action (numbers, action, NULL));
  mn_ui_test_run_for (300);
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

/* Types into a field of the dialog, as a person does. */
static void
fill (MnNumberDialog *dialog, const char *field, const char *text)
{
  GtkWidget      *form = mn_ui_test_find_type (GTK_WIDGET (dialog), MN_TYPE_ITEM_FORM);
  MnFieldControl *control = mn_item_form_find (MN_ITEM_FORM (form), field);

  gtk_editable_set_text (GTK_EDITABLE (mn_field_control_get_target (control)), text);
}

static void
save (MnNumberDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "number.save", NULL);
  mn_ui_test_run_for (400);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  GtkWidget *label = mn_ui_test_find_text (widget, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
choose_register (GtkWidget *numbers, guint n)
{
  GtkWidget *choice = mn_ui_test_find_id (numbers, "choice");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), n);
  mn_ui_test_run_for (200);
}

static char *
read_numbers (Opened *opened)
{
  g_autofree char *path = g_build_filename (mn_archive_get_folder (opened->archive), "numbers.xml",
                                            NULL);

  return mn_ui_test_read (path);
}

static void
press_undo (GtkWidget *numbers)
{
  GtkWidget *label = mn_ui_test_find_text (numbers, "Undo");

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_activate (gtk_widget_get_parent (label)));
  mn_ui_test_run_for (400);
}

/* Who bears which, what is missing, what comes next; a row opens its session. */
static void
test_register (void)
{
  Opened     opened = { NULL };
  GtkWidget *numbers = open_register (&opened, "register");

  choose_register (numbers, 1);
  g_assert_true (shows (numbers, "86-TB/TU"));
  g_assert_true (shows (numbers, "59–85"));
  g_assert_true (shows (numbers, "Next number: 87-TB/TU"));
  g_assert_true (shows (numbers, "Not used: "));
  g_assert_true (shows (numbers, "No term of this committee is known"));
  g_assert_null (mn_window_get_store (opened.window));
  gtk_widget_activate_action (numbers, "numbers.open", NULL);
  mn_ui_test_run_for (400);
  g_assert_nonnull (mn_window_get_store (opened.window));
  g_assert_nonnull (mn_item_get (get_notice (&opened), "number"));
  /* A second time it is the same window. */
  gtk_widget_activate_action (GTK_WIDGET (opened.window), "win.numbers", NULL);
  mn_ui_test_run_for (200);
  gtk_window_close (GTK_WINDOW (numbers));
  close_notice (&opened);
}

/* Reserved, refused where it is taken, undone, taken back. */
static void
test_reserve (void)
{
  Opened           opened = { NULL };
  GtkWidget       *numbers = open_register (&opened, "register-reserve");
  MnNumberDialog  *dialog;
  g_autofree char *bytes = NULL;

  choose_register (numbers, 1);
  dialog = ask (numbers, "numbers.reserve");
  fill (dialog, "number", "86");
  save (dialog);
  g_assert_true (shows (GTK_WIDGET (dialog), "Number 86-TB/TU is taken already by"));
  fill (dialog, "number", "hai");
  save (dialog);
  g_assert_true (find_dialog () == dialog);
  fill (dialog, "number", "87");
  fill (dialog, "by", "Văn phòng");
  save (dialog);
  g_assert_null (find_dialog ());
  g_assert_true (shows (numbers, "87-TB/TU"));
  g_assert_true (shows (numbers, "Reserved · Văn phòng"));
  g_assert_true (shows (numbers, "Next number: 88-TB/TU"));
  bytes = read_numbers (&opened);
  g_assert_nonnull (strstr (bytes, "<by>Văn phòng</by>"));
  press_undo (numbers);
  g_assert_false (shows (numbers, "Reserved"));
  dialog = ask (numbers, "numbers.reserve");
  save (dialog); /* the next one stood there already */
  g_assert_true (shows (numbers, "Reserved"));
  g_assert_true (shows (numbers, "Take the Reservation Back"));
  gtk_widget_activate_action (numbers, "numbers.remove", NULL);
  mn_ui_test_run_for (400);
  g_assert_false (shows (numbers, "Next number: 88-TB/TU"));
  gtk_window_close (GTK_WINDOW (numbers));
  close_notice (&opened);
}

/* A number issued elsewhere that a document has too is told as a double; a first number and a term
 * are entered, changed and listed. */
static void
test_enter (void)
{
  Opened          opened = { NULL };
  GtkWidget      *numbers = open_register (&opened, "register-enter");
  MnNumberDialog *dialog;

  choose_register (numbers, 1);
  dialog = ask (numbers, "numbers.foreign");
  fill (dialog, "number", "86");
  save (dialog);
  g_assert_true (shows (GTK_WIDGET (dialog), "fill in “Date”"));
  fill (dialog, "date", "20/7/2026");
  save (dialog);
  g_assert_null (find_dialog ());
  g_assert_true (shows (numbers, "There twice: 86"));
  g_assert_true (shows (numbers, "This number is there twice"));
  dialog = ask (numbers, "numbers.start");
  fill (dialog, "number", "3");
  save (dialog);
  g_assert_true (shows (numbers, "First number"));
  dialog = ask (numbers, "numbers.term");
  fill (dialog, "title", "2025–2030");
  fill (dialog, "from", "1/10/2025");
  save (dialog);
  g_assert_true (shows (numbers, "2025–2030"));
  dialog = ask (numbers, "numbers.change");
  fill (dialog, "until", "30/9/2030");
  save (dialog);
  g_assert_true (shows (numbers, "until 30/9/2030"));
  gtk_window_close (GTK_WINDOW (numbers));
  close_notice (&opened);
}

/* What fails is said in the window: the folder can't be read as a register, or not be written. */
static void
test_register_fails (void)
{
  Opened           opened = { NULL };
  GtkWidget       *numbers = open_register (&opened, "register-fails");
  g_autofree char *path = g_build_filename (mn_archive_get_folder (opened.archive), "numbers.xml",
                                            NULL);
  MnNumberDialog  *dialog = ask (numbers, "numbers.reserve");

  g_assert_true (g_file_set_contents (path, "<numbers/>", -1, NULL));
  save (dialog);
  g_assert_true (shows (GTK_WIDGET (dialog), "numbers.xml"));
  gtk_window_close (GTK_WINDOW (dialog));
  mn_ui_test_run_for (100);
  gtk_widget_activate_action (numbers, "numbers.refresh", NULL);
  g_assert_true (shows (numbers, "numbers.xml"));
  gtk_window_close (GTK_WINDOW (numbers));
  close_notice (&opened);
}

/* The only entry is removed: the empty register still offers the way back. */
static void
test_last (void)
{
  Opened           opened = { NULL };
  g_autofree char *folder = mn_ui_test_dup_folder ("register-last");
  GtkWidget       *numbers;
  MnNumberDialog  *dialog;

  opened.archive = mn_archive_new (folder, mn_ui_test_clock ());
  mn_archive_set_sign_rule (opened.archive, mn_signs_get_rule ());
  numbers = show_register (&opened);
  g_assert_true (shows (numbers, "No Numbers Yet"));
  dialog = ask (numbers, "numbers.reserve");
  fill (dialog, "body", "Ban Tổ chức Tỉnh uỷ");
  fill (dialog, "kind", "TB");
  save (dialog);
  g_assert_true (shows (numbers, "01-TB/BTCTU"));
  gtk_widget_activate_action (numbers, "numbers.remove", NULL);
  mn_ui_test_run_for (400);
  g_assert_true (shows (numbers, "No Numbers Yet"));
  g_assert_true (shows (numbers, "01-TB/BTCTU is no longer reserved"));
  mn_ui_test_run_for (1000); /* until what was said before is gone */
  g_assert_false (shows (numbers, "01-TB/BTCTU is reserved"));
  press_undo (numbers);
  mn_ui_test_run_for (600);
  g_assert_true (shows (numbers, "Next number: 02-TB/BTCTU"));
  gtk_window_close (GTK_WINDOW (numbers));
  close_notice (&opened);
}

static void
add_tests (void)
{
  g_test_add_func ("/numbers/register", test_register);
  g_test_add_func ("/numbers/reserve", test_reserve);
  g_test_add_func ("/numbers/enter", test_enter);
  g_test_add_func ("/numbers/last", test_last);
  g_test_add_func ("/numbers/register-fails", test_register_fails);
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
