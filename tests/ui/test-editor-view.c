#include "mn-editor-view.h"

#include <string.h>

#include "editor-make.h"
#include "mn-block-entry.h"
#include "mn-block-form.h"
#include "mn-document-page.h"
#include "mn-item-form.h"
#include "mn-rich-view.h"
#include "mn-sections.h"
#include "mn-session.h"
#include "mn-ui-test.h"

typedef struct
{
  MnDocument   *document;
  MnStore      *store;
  GtkWidget    *window;
  MnEditorView *view;
  guint         n_told, n_compared, n_notified;
} Fixture;

static void
told_cb (MnEditorView *view, const char *text, const char *action, Fixture *fixture)
{
  g_assert_nonnull (text);
  fixture->n_told++;
}

static void
compare_cb (MnEditorView *view, const char *session, const char *item, Fixture *fixture)
{
  fixture->n_compared++;
}

static void
notify_cb (MnEditorView *view, GParamSpec *pspec, Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = mn_ui_test_dup_folder ("archive");
  g_autofree char *path = g_build_filename (folder, "session.minutes", NULL);

  fixture->document = editor_make_document ();
  fixture->store = mn_store_new (fixture->document, path);
  fixture->view = MN_EDITOR_VIEW (mn_editor_view_new (fixture->store, NULL));
  g_signal_connect (fixture->view, "notify-user", G_CALLBACK (told_cb), fixture);
  g_signal_connect (fixture->view, "compare", G_CALLBACK (compare_cb), fixture);
  fixture->window = editor_make_window (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  mn_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_null (view);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->document);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

/* What takes the keys has a name that is said aloud. */
static gboolean
is_named (GtkWidget *widget)
{
  return !gtk_widget_get_focusable (widget) || !gtk_widget_get_mapped (widget) ||
         gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
check_fields (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
      GTK_IS_SWITCH (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget))
    g_assert_true (is_named (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_fields (child);
}

static void
test_every_section (Fixture *fixture, gconstpointer data)
{
  guint            n;
  const MnSection *sections = mn_sections_list (&n);

  for (guint i = 0; i < n; i++)
    {
      mn_editor_view_show_section (fixture->view, sections[i].name);
      g_assert_true (mn_ui_test_wait_for_paint (fixture->window));
      g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==, sections[i].name);
      g_assert_cmpint (mn_editor_view_get_form (fixture->view), ==, sections[i].form);
      check_fields (fixture->window);
    }
  mn_editor_view_show_section (fixture->view, "nowhere");
  g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==, sections[n - 1].name);
}

static void
test_every_action (Fixture *fixture, gconstpointer data)
{
  MnItem *record = mn_session_get_record (mn_document_get_root (fixture->document));
  guint   n = mn_item_get_n_children (record, "agenda");

  act (fixture, "editor.next-section");
  g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==, "parties");
  act (fixture, "editor.previous-section");
  act (fixture, "editor.previous-section"); /* there is none */
  g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==, "general");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.go", "s", "agenda"));
  act (fixture, "editor.add");
  g_assert_cmpuint (mn_item_get_n_children (record, "agenda"), ==, n + 1);
  act (fixture, "editor.move-up");
  act (fixture, "editor.move-down");
  act (fixture, "editor.remove");
  g_assert_cmpuint (mn_item_get_n_children (record, "agenda"), ==, n);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  act (fixture, "editor.restore");
  g_assert_cmpuint (mn_item_get_n_children (record, "agenda"), ==, n + 1);
  act (fixture, "editor.remove");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.restore-item", "u", 0));
  g_assert_cmpuint (mn_item_get_n_children (record, "agenda"), ==, n + 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.restore-item", "u", 99);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.compare", "(ss)", "a", "b"));
  g_assert_cmpuint (fixture->n_compared, ==, 1);
}

static gboolean
show_item (MnItem *item, gpointer user_data)
{
  Fixture *fixture = user_data;

  mn_editor_view_show_item (fixture->view, mn_item_get_id (item));
  g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==,
                   mn_sections_of_item (item)->name);
  return TRUE;
}

static void
test_show_every_item (Fixture *fixture, gconstpointer data)
{
  MnItem *vote = editor_find (fixture->document, "votes", 1);

  mn_item_walk (mn_document_get_root (fixture->document), show_item, fixture);
  mn_editor_view_show_item (fixture->view, "no such item");
  g_signal_connect (fixture->view, "notify::selected-item", G_CALLBACK (notify_cb), fixture);
  mn_editor_view_show_item (fixture->view, mn_item_get_id (vote));
  g_assert_cmpstr (mn_editor_view_get_selected_item (fixture->view), ==, mn_item_get_id (vote));
  g_assert_cmpuint (fixture->n_notified, >=, 1);
  /* The place is found again after a look elsewhere. */
  mn_editor_view_show_section (fixture->view, "general");
  mn_editor_view_show_section (fixture->view, "votes");
  g_assert_cmpstr (mn_editor_view_get_selected_item (fixture->view), ==, mn_item_get_id (vote));
}

/* Undo takes the shown item away and brings it back: the form follows. */
static void
test_undo_of_shown (Fixture *fixture, gconstpointer data)
{
  mn_editor_view_show_section (fixture->view, "votes");
  act (fixture, "editor.add");
  g_assert_true (mn_document_undo (fixture->document));
  mn_ui_test_settle ();
  g_assert_true (mn_document_redo (fixture->document));
  mn_ui_test_settle ();
  g_assert_nonnull (
      mn_document_find (fixture->document, mn_editor_view_get_selected_item (fixture->view)));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  guint64 revision = mn_document_get_revision (fixture->document);

  mn_document_set_read_only (fixture->document, TRUE);
  mn_editor_view_show_section (fixture->view, "votes");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.add", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "editor.remove", NULL);
  g_assert_cmpuint (mn_document_get_revision (fixture->document), ==, revision);
}

/* ---- the notice ----------------------------------------------------------------------------- */

static guint
find_composed (MnDocumentPage *page, const char *source)
{
  GListModel *model = mn_document_page_get_model (page);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MnBlockEntry) entry = g_list_model_get_item (model, i);

      if (g_strcmp0 (mn_block_entry_get_source (entry), source) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static MnBlockState
get_state (MnDocumentPage *page, guint position)
{
  g_autoptr (MnBlockEntry) entry = g_list_model_get_item (mn_document_page_get_model (page),
                                                          position);

  return mn_block_entry_get_state (entry);
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  MnItem *conclusion = mn_session_get_conclusion (mn_document_get_root (fixture->document));
  MnItem *point = mn_item_get_child (conclusion, "points", 0);
  MnItem *paper = mn_session_get_document (mn_document_get_root (fixture->document), "notice");
  g_autoptr (MnText) text = mn_text_new ("Khẩn trương thực hiện");
  g_autoptr (MnText) other = mn_text_new ("Khẩn trương hoàn thành");
  MnDocumentPage    *page;
  GtkWidget         *form, *view;
  guint              at, n_changes = mn_item_get_n_children (paper, "hand-changes");

  mn_document_set_rich (fixture->document, point, "text", text, NULL);
  mn_editor_view_show_section (fixture->view, "notice");
  page = MN_DOCUMENT_PAGE (mn_ui_test_find_type (fixture->window, MN_TYPE_DOCUMENT_PAGE));
  g_assert_true (MN_IS_ITEM_FORM (mn_document_page_get_form (page)));
  at = find_composed (page, mn_item_get_id (point));
  mn_document_page_select (page, at);
  g_assert_cmpstr (mn_editor_view_get_selected_item (fixture->view), ==, mn_item_get_id (point));
  form = mn_document_page_get_form (page);
  view = mn_block_form_get_view (MN_BLOCK_FORM (form));
  g_signal_emit_by_name (view, "insert-at-cursor", "Đồng chí ");
  g_signal_emit_by_name (view, "insert-at-cursor", "A ");
  g_assert_cmpuint (mn_item_get_n_children (paper, "hand-changes"), ==, n_changes + 1);
  mn_document_page_update (page);
  g_assert_cmpint (get_state (page, at), ==, MN_BLOCK_STATE_CHANGED);
  g_assert_true (mn_document_page_get_form (page) == form); /* typing goes on in it */
  mn_document_set_rich (fixture->document, point, "text", other, NULL);
  mn_document_page_update (page);
  g_assert_cmpint (get_state (page, at), ==, MN_BLOCK_STATE_OUTDATED);
  g_assert_true (gtk_widget_activate_action (form, "block.take-back", NULL));
  mn_document_page_update (page);
  g_assert_cmpint (get_state (page, at), ==, MN_BLOCK_STATE_COMPOSED);
  g_assert_cmpuint (mn_item_get_n_children (paper, "hand-changes"), ==, n_changes);
}

static void
test_notice_paragraphs (Fixture *fixture, gconstpointer data)
{
  MnItem *conclusion = mn_session_get_conclusion (mn_document_get_root (fixture->document));
  MnItem *point = mn_item_get_child (conclusion, "points", 0);
  g_autoptr (MnText) text = mn_text_new ("Khẩn trương thực hiện");
  MnDocumentPage    *page;
  GtkWidget         *view;
  guint              at, n;

  mn_document_set_rich (fixture->document, point, "text", text, NULL);
  mn_editor_view_show_section (fixture->view, "notice");
  page = MN_DOCUMENT_PAGE (mn_ui_test_find_type (fixture->window, MN_TYPE_DOCUMENT_PAGE));
  at = find_composed (page, mn_item_get_id (point));
  mn_document_page_select (page, at);
  n = g_list_model_get_n_items (mn_document_page_get_model (page));
  g_assert_true (
      gtk_widget_activate_action (mn_document_page_get_form (page), "block.add-after", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (mn_document_page_get_model (page)), ==, n + 1);
  g_assert_cmpint (get_state (page, at + 1), ==, MN_BLOCK_STATE_OWN);
  g_assert_true (
      gtk_widget_activate_action (mn_document_page_get_form (page), "block.take-back", NULL));
  mn_document_page_update (page);
  g_assert_cmpuint (g_list_model_get_n_items (mn_document_page_get_model (page)), ==, n);
  /* All letters gone: the paragraph is taken out, and can be taken back. */
  mn_document_page_select (page, at);
  view = mn_block_form_get_view (MN_BLOCK_FORM (mn_document_page_get_form (page)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "", -1);
  mn_document_page_update (page);
  g_assert_cmpint (get_state (page, at), ==, MN_BLOCK_STATE_REMOVED);
  g_assert_true (
      gtk_widget_activate_action (mn_document_page_get_form (page), "block.take-back", NULL));
  mn_document_page_update (page);
  g_assert_cmpint (get_state (page, at), ==, MN_BLOCK_STATE_COMPOSED);
  g_assert_true (
      gtk_widget_activate_action (mn_document_page_get_form (page), "block.show-source", NULL));
  g_assert_cmpstr (mn_editor_view_get_section (fixture->view), ==, "conclusion");
  g_assert_cmpstr (mn_editor_view_get_selected_item (fixture->view), ==, mn_item_get_id (point));
}

static void
test_begin_notice (Fixture *fixture, gconstpointer data)
{
  MnItem    *root = mn_document_get_root (fixture->document);
  GtkWidget *page;

  mn_document_remove (fixture->document, mn_session_get_document (root, "notice"), NULL);
  mn_editor_view_show_section (fixture->view, "notice");
  page = mn_ui_test_find_type (fixture->window, MN_TYPE_DOCUMENT_PAGE);
  g_assert_null (mn_document_page_get_form (MN_DOCUMENT_PAGE (page)));
  g_assert_true (gtk_widget_activate_action (page, "document.begin", NULL));
  g_assert_nonnull (mn_session_get_document (root, "notice"));
  g_assert_nonnull (mn_document_page_get_form (MN_DOCUMENT_PAGE (page)));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/editor-view/every-section", test_every_section);
  add ("/editor-view/every-action", test_every_action);
  add ("/editor-view/show-every-item", test_show_every_item);
  add ("/editor-view/undo-of-shown", test_undo_of_shown);
  add ("/editor-view/read-only", test_read_only);
  add ("/editor-view/notice", test_notice);
  add ("/editor-view/notice-paragraphs", test_notice_paragraphs);
  add ("/editor-view/begin-notice", test_begin_notice);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
