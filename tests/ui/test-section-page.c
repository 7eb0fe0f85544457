#include "mn-section-page.h"

#include <string.h>

#include "editor-make.h"
#include "mn-follow-up-edits.h"
#include "mn-inner-list.h"
#include "mn-item-form.h"
#include "mn-item-row.h"
#include "mn-session.h"
#include "mn-tray-panel.h"
#include "mn-ui-test.h"

typedef struct
{
  MnDocument    *document;
  MnEditContext *context;
  GtkWidget     *window;
  MnSectionPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer section)
{
  fixture->document = editor_make_document ();
  fixture->context = mn_edit_context_new (fixture->document, NULL);
  fixture->page = MN_SECTION_PAGE (
      mn_section_page_new (fixture->context, mn_sections_find (section)));
  fixture->window = editor_make_window (GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mn_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->document);
}

static MnItem *
get_record (Fixture *fixture)
{
  return mn_session_get_record (mn_document_get_root (fixture->document));
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
test_add_move_remove (Fixture *fixture, gconstpointer data)
{
  MnItem    *record = get_record (fixture);
  MnItem    *first = mn_item_get_child (record, "proposals", 0);
  MnItem    *added;
  GtkWidget *focus;

  g_assert_true (mn_section_page_get_selected (fixture->page) == first);
  act (fixture, "items.add");
  g_assert_cmpuint (mn_item_get_n_children (record, "proposals"), ==, 3);
  added = mn_section_page_get_selected (fixture->page);
  g_assert_cmpuint (mn_item_get_index (added), ==, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, mn_section_page_get_form (fixture->page)));
  act (fixture, "items.move-up");
  g_assert_cmpuint (mn_item_get_index (added), ==, 0);
  g_assert_true (mn_section_page_get_selected (fixture->page) == added);
  act (fixture, "items.move-down");
  act (fixture, "items.move-down");
  g_assert_cmpuint (mn_item_get_index (added), ==, 2);
  act (fixture, "items.remove");
  g_assert_cmpuint (mn_item_get_n_children (record, "proposals"), ==, 2);
  g_assert_nonnull (mn_section_page_get_selected (fixture->page));
  while (mn_document_undo (fixture->document))
    mn_ui_test_settle ();
  g_assert_cmpuint (mn_item_get_n_children (record, "proposals"), ==, 2);
}

static void
test_last_one_goes (Fixture *fixture, gconstpointer data)
{
  act (fixture, "items.remove");
  act (fixture, "items.remove");
  g_assert_null (mn_section_page_get_selected (fixture->page));
  g_assert_null (mn_section_page_get_form (fixture->page));
  mn_document_undo (fixture->document);
  g_assert_nonnull (mn_section_page_get_selected (fixture->page));
  g_assert_nonnull (mn_section_page_get_form (fixture->page));
}

static void
test_inner_list (Fixture *fixture, gconstpointer data)
{
  MnItem    *proposal = mn_section_page_get_selected (fixture->page);
  GtkWidget *list = mn_ui_test_find_type (GTK_WIDGET (fixture->page), MN_TYPE_INNER_LIST);
  MnItem    *second = mn_item_get_child (proposal, "answers", 1);

  g_assert_nonnull (list);
  g_assert_true (gtk_widget_activate_action (list, "items.add", NULL));
  g_assert_cmpuint (mn_item_get_n_children (proposal, "answers"), ==, 3);
  g_assert_true (gtk_widget_activate_action (list, "items.move-down", NULL));
  g_assert_true (mn_inner_list_get_selected (MN_INNER_LIST (list)) ==
                 mn_item_get_child (proposal, "answers", 2));
  g_assert_true (gtk_widget_activate_action (list, "items.move-up", NULL));
  g_assert_true (gtk_widget_activate_action (list, "items.remove", NULL));
  g_assert_cmpuint (mn_item_get_n_children (proposal, "answers"), ==, 2);
  g_assert_true (mn_section_page_show_item (fixture->page, second));
  g_assert_true (mn_inner_list_get_selected (MN_INNER_LIST (list)) == second);
  mn_document_remove (fixture->document, mn_item_get_child (proposal, "answers", 0), NULL);
  mn_document_remove (fixture->document, mn_item_get_child (proposal, "answers", 0), NULL);
  g_assert_null (mn_inner_list_get_form (MN_INNER_LIST (list)));
}

static void
test_points_below (Fixture *fixture, gconstpointer data)
{
  MnItem *agenda = mn_section_page_get_selected (fixture->page);
  guint   n = mn_item_get_n_children (agenda, "points");

  act (fixture, "items.add-below");
  g_assert_cmpuint (mn_item_get_n_children (agenda, "points"), ==, n + 1);
  g_assert_true (mn_section_page_get_selected (fixture->page) ==
                 mn_item_get_child (agenda, "points", n));
  act (fixture, "items.move-up");
  g_assert_true (mn_section_page_get_selected (fixture->page) ==
                 mn_item_get_child (agenda, "points", n - 1));
}

/* The assessment stands first, and stays. */
static void
test_conclusion (Fixture *fixture, gconstpointer data)
{
  MnItem *conclusion = mn_session_get_conclusion (mn_document_get_root (fixture->document));

  g_assert_true (mn_section_page_get_selected (fixture->page) == conclusion);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "items.remove", NULL);
  g_assert_true (mn_item_is_attached (conclusion));
  act (fixture, "items.add");
  g_assert_cmpuint (mn_item_get_n_children (conclusion, "points"), ==, 3);
  g_assert_true (mn_section_page_get_selected (fixture->page) ==
                 mn_item_get_child (conclusion, "points", 2));
}

static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  MnItem            *row = mn_section_page_get_selected (fixture->page);
  guint              n = mn_item_get_n_children (row, "entries");
  GtkWidget         *panel = gtk_widget_get_prev_sibling (mn_section_page_get_form (fixture->page));
  MnItem            *entry;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (panel, "follow-up.say", "s", "done"));
  g_assert_cmpuint (mn_item_get_n_children (row, "entries"), ==, n + 1);
  entry = mn_item_get_child (row, "entries", n);
  g_assert_cmpstr (mn_item_get (entry, "status"), ==, "done");
  g_assert_cmpstr (mn_item_get (entry, "effective"), ==, "2026-04-15");
  g_assert_cmpstr (mn_item_get (entry, "item"), ==, mn_item_get_id (row));
  g_assert_nonnull (mn_item_get (entry, "recorded"));
  g_assert_true (mn_follow_up_postpone (fixture->context, row, "30/6/2026", &error));
  g_assert_no_error (error);
  entry = mn_item_get_child (row, "entries", n + 1);
  g_assert_cmpstr (mn_item_get (entry, "deadline"), ==, "2026-06-30");
  g_assert_null (mn_item_get (entry, "status"));
  g_assert_false (mn_follow_up_postpone (fixture->context, row, "31/6/2026", &error));
  g_assert_nonnull (error);
  g_assert_true (mn_follow_up_hand_on (fixture->context, row, "Sở Tài chính"));
  g_assert_cmpuint (mn_item_get_n_children (row, "entries"), ==, n + 3);
  while (mn_document_undo (fixture->document))
    mn_ui_test_settle ();
  g_assert_cmpuint (mn_item_get_n_children (row, "entries"), ==, n);
}

static void
test_attendees (Fixture *fixture, gconstpointer data)
{
  MnItem    *attendee = mn_section_page_get_selected (fixture->page);
  GtkWidget *panel = gtk_widget_get_prev_sibling (mn_section_page_get_form (fixture->page));

  g_assert_true (gtk_widget_activate_action (panel, "presence.say", "s", "left"));
  g_assert_cmpstr (mn_attendee_get_state (attendee), ==, "left");
  while (mn_item_get_n_children (attendee, "presences") > 0)
    mn_document_remove (fixture->document, mn_item_get_child (attendee, "presences", 0), NULL);
  g_assert_true (gtk_widget_activate_action (panel, "presence.say", "s", "absent"));
  g_assert_true (gtk_widget_activate_action (panel, "presence.say", "s", "online"));
  g_assert_cmpuint (mn_item_get_n_children (attendee, "presences"), ==, 1);
  g_assert_cmpstr (mn_attendee_get_state (attendee), ==, "online");
  g_assert_nonnull (mn_ui_test_find_text (fixture->window, "present"));
}

static void
test_tray (Fixture *fixture, gconstpointer data)
{
  MnItem *record = get_record (fixture);
  MnItem *line = mn_section_page_get_selected (fixture->page);
  MnItem *filed;
  guint   n = mn_item_get_n_children (record, "tray");

  mn_document_set (fixture->document, line, "text", "Đề nghị cấp thêm vốn", NULL);
  mn_document_set (fixture->document, line, "at", "2026-04-15T09:10:00+07:00", NULL);
  filed = mn_tray_file (fixture->context, line, "contributions");
  g_assert_nonnull (filed);
  g_assert_cmpuint (mn_item_get_n_children (record, "tray"), ==, n - 1);
  g_assert_cmpstr (mn_text_get_plain (mn_item_get_rich (filed, "text")), ==,
                   "Đề nghị cấp thêm vốn");
  g_assert_cmpstr (mn_item_get (filed, "at"), ==, "09:10");
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_cmpuint (mn_item_get_n_children (record, "tray"), ==, n);
}

static void
test_tray_entry (Fixture *fixture, gconstpointer data)
{
  MnItem    *record = get_record (fixture);
  GtkWidget *entry = mn_tray_entry_new (fixture->context);
  guint      n = mn_item_get_n_children (record, "tray");

  gtk_window_set_child (GTK_WINDOW (fixture->window), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Bí thư: làm rõ số liệu");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (mn_item_get_n_children (record, "tray"), ==, n + 1);
  g_assert_nonnull (mn_item_get (mn_item_get_child (record, "tray", n), "at"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Drop-downs have list views too. */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) &&
                             gtk_widget_has_css_class (widget, "navigation-sidebar")
                         ? widget
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* Narrow, the form takes the list's place, and one click leads to it. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_list (fixture->window);

  g_assert_false (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  mn_ui_test_close (GTK_WINDOW (fixture->window));
  fixture->page = MN_SECTION_PAGE (mn_section_page_new (fixture->context, mn_sections_find (data)));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (mn_ui_test_wait_for_paint (fixture->window));
  list = find_list (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 400);
  g_assert_true (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_true (mn_ui_test_wait_for_paint (fixture->window));
  g_assert_true (gtk_widget_get_mapped (mn_section_page_get_form (fixture->page)));
}

/* Two thousand proposals have rows for a screenful and one form. */
static void
test_large (void)
{
  g_autoptr (MnItem)        root = mn_session_new ();
  g_autoptr (MnClock)       clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");
  g_autoptr (MnDocument)    document = NULL;
  g_autoptr (MnEditContext) context = NULL;
  GtkWidget                *page, *window;
  MnItem                   *last;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (MnItem) proposal = mn_item_new (mn_kind_find ("proposal"));
      g_autoptr (MnText) text = mn_text_new ("Đề nghị xem xét");

      mn_item_set_rich (proposal, "text", text);
      mn_item_add (mn_session_get_record (root), "proposals", proposal);
    }
  document = mn_document_new (root, clock);
  context = mn_edit_context_new (document, NULL);
  page = mn_section_page_new (context, mn_sections_find ("proposals"));
  window = editor_make_window (page);
  g_assert_cmpuint (mn_item_row_count (), >, 5);
  g_assert_cmpuint (mn_item_row_count (), <, 300);
  last = mn_item_get_child (mn_session_get_record (root), "proposals", 1999);
  g_assert_true (mn_section_page_show_item (MN_SECTION_PAGE (page), last));
  g_assert_true (mn_ui_test_wait_for_paint (window));
  g_assert_cmpuint (mn_item_row_count (), <, 300);
  g_assert_true (mn_item_form_get_item (
                     MN_ITEM_FORM (mn_section_page_get_form (MN_SECTION_PAGE (page)))) == last);
  mn_ui_test_close (GTK_WINDOW (window));
  g_assert_cmpuint (mn_item_row_count (), ==, 0);
}

static void
add (const char *path, const char *section, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, section, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/section-page/add-move-remove", "proposals", test_add_move_remove);
  add ("/section-page/last-one-goes", "votes", test_last_one_goes);
  add ("/section-page/inner-list", "proposals", test_inner_list);
  add ("/section-page/points-below", "agenda", test_points_below);
  add ("/section-page/conclusion", "conclusion", test_conclusion);
  add ("/section-page/follow-up", "follow-ups", test_follow_up);
  add ("/section-page/attendees", "attendees", test_attendees);
  add ("/section-page/tray", "tray", test_tray);
  add ("/section-page/tray-entry", "tray", test_tray_entry);
  add ("/section-page/narrow", "proposals", test_narrow);
  g_test_add_func ("/section-page/large", test_large);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
