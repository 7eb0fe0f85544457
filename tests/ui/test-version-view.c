#include "mn-version-view.h"

#include <string.h>

#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "mn-version-rows.h"

typedef struct
{
  MnArchive     *archive;
  MnStore       *store;
  MnDocument    *document; /* (borrowed) */
  MnItem        *other;    /* (owned): the session as it was at first */
  GtkWindow     *window;
  MnVersionView *view;
  guint          n_closed, n_back;
  char          *shown; /* (owned) */
} Fixture;

static void
closed_cb (Fixture *self)
{
  self->n_closed++;
}

static void
back_cb (Fixture *self)
{
  self->n_back++;
}

static void
show_cb (Fixture *self, const char *id)
{
  g_free (self->shown);
  self->shown = g_strdup (id);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->archive = mn_ui_test_samples (data);
  self->store = mn_ui_test_store (self->archive, 0);
  self->document = mn_store_get_document (self->store);
  mn_store_set_autosave_delay (self->store, 1000000);
  self->other = mn_item_copy (mn_document_get_root (self->document), MN_COPY_SAME_IDS);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->view = MN_VERSION_VIEW (mn_version_view_new (self->document));
  g_signal_connect_swapped (self->view, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (self->view, "bring-back", G_CALLBACK (back_cb), self);
  g_signal_connect_swapped (self->view, "show-item", G_CALLBACK (show_cb), self);
  gtk_window_set_default_size (self->window, 420, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  mn_version_view_set_version (self->view, self->other, "Bản lúc 09:30, 15/4/2026");
  mn_ui_test_run_for (50);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer weak = self->view;

  g_object_add_weak_pointer (G_OBJECT (self->view), &weak);
  mn_ui_test_close (self->window);
  g_assert_null (weak);
  g_clear_object (&self->other);
  g_clear_object (&self->store);
  g_clear_object (&self->archive);
  g_free (self->shown);
}

static gboolean
shows (Fixture *self, const char *words)
{
  return mn_ui_test_find_text (GTK_WIDGET (self->view), words) != NULL;
}

static MnItem *
get_proposal (Fixture *self, guint index)
{
  MnItem *record = mn_session_get_record (mn_document_get_root (self->document));

  return mn_item_get_child (record, "proposals", index);
}

static void
test_follows_edits (Fixture *self, gconstpointer data)
{
  g_autoptr (MnText) text = mn_text_new ("Một câu khác hẳn");

  g_assert_true (shows (self, "Bản lúc 09:30, 15/4/2026"));
  g_assert_true (shows (self, "Nothing Differs"));
  g_assert_true (mn_document_set_rich (self->document, get_proposal (self, 0), "text", text, NULL));
  mn_ui_test_run_for (400);
  g_assert_true (shows (self, "Proposal 1: text changed"));
  g_assert_true (shows (self, "Một câu khác hẳn"));
  g_assert_true (mn_document_undo (self->document));
  mn_ui_test_run_for (400);
  g_assert_true (shows (self, "Nothing Differs"));
}

static void
test_shows_whole (Fixture *self, gconstpointer data)
{
  GtkWidget *whole = mn_ui_test_find_id (GTK_WIDGET (self->view), "whole_button");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (whole), TRUE);
  mn_ui_test_run_for (50);
  g_assert_true (shows (self, "General"));
  g_assert_false (shows (self, "Nothing Differs"));
}

static void
test_buttons (Fixture *self, gconstpointer data)
{
  GtkWidget *back = mn_ui_test_find_id (GTK_WIDGET (self->view), "back_button");
  GtkWidget *close = mn_ui_test_find_id (GTK_WIDGET (self->view), "close_button");

  g_assert_false (gtk_widget_get_visible (back));
  mn_version_view_set_bring_back_label (self->view, "Bring Back");
  g_assert_true (gtk_widget_get_visible (back));
  gtk_widget_activate (back);
  gtk_widget_activate (close);
  mn_ui_test_run_for (300);
  g_assert_cmpuint (self->n_back, ==, 1);
  g_assert_cmpuint (self->n_closed, ==, 1);
  g_assert_true (mn_version_view_get_version (self->view) == self->other);
}

static void
test_shows_items (Fixture *self, gconstpointer data)
{
  GtkWidget       *list = mn_ui_test_find_type (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW);
  g_autofree char *id = g_strdup (mn_item_get_id (get_proposal (self, 1)));
  g_autofree char *gone = g_strdup (mn_item_get_id (get_proposal (self, 0)));

  g_assert_true (mn_document_set (self->document, get_proposal (self, 1), "area", "Thuế", NULL));
  g_assert_true (mn_document_remove (self->document, get_proposal (self, 0), NULL));
  mn_ui_test_run_for (400);
  g_assert_true (shows (self, "Proposal 1 removed"));
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_null (self->shown); /* it is nowhere to go to */
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (self->shown, ==, id);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
count_cb (GListModel *rows, guint position, guint removed, guint added, guint *n)
{
  *n += removed + added;
}

static void
test_update_leaves_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) rows = mn_version_rows_new_whole (self->other), again = NULL;
  MnItem                *record = mn_session_get_record (self->other);
  MnItem                *proposal = mn_item_get_child (record, "proposals", 0);
  guint                  n = 0;

  g_signal_connect (rows, "items-changed", G_CALLBACK (count_cb), &n);
  again = mn_version_rows_new_whole (self->other);
  mn_version_rows_update (rows, again);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (mn_item_set (proposal, "area", "Thuế", NULL));
  g_clear_object (&again);
  again = mn_version_rows_new_whole (self->other);
  mn_version_rows_update (rows, again);
  g_assert_cmpuint (n, ==, 2);
}

/* A change in a long text is shown with a little around it. */
static void
test_excerpts (Fixture *self, gconstpointer data)
{
  g_autoptr (GString)      words = g_string_new (NULL);
  g_autoptr (MnText)       long_text = NULL, short_text = NULL;
  g_autoptr (GListStore)   rows = NULL;
  g_autoptr (MnVersionRow) row = NULL;
  MnItem                  *record = mn_session_get_record (self->other);

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (words, "từ số %u ", i);
  long_text = mn_text_new (words->str);
  g_string_replace (words, "số 25", "thứ 25", 0);
  short_text = mn_text_new (words->str);
  mn_item_set_rich (mn_item_get_child (record, "proposals", 0), "text", long_text);
  g_assert_true (
      mn_document_set_rich (self->document, get_proposal (self, 0), "text", short_text, NULL));
  rows = mn_version_rows_new_differences (self->other, mn_document_get_root (self->document));
  row = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_assert_cmpint (g_utf8_strlen (mn_version_row_get_there (row), -1), <, 100);
  g_assert_nonnull (strstr (mn_version_row_get_there (row), "từ số 25 "));
  g_assert_nonnull (strstr (mn_version_row_get_here (row), "từ thứ 25 "));
  g_assert_true (g_str_has_prefix (mn_version_row_get_here (row), "…"));
  g_assert_true (g_str_has_suffix (mn_version_row_get_here (row), "…"));
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/version-view/" name, Fixture, name, set_up, test, tear_down)
  ADD ("follows-edits", test_follows_edits);
  ADD ("shows-whole", test_shows_whole);
  ADD ("buttons", test_buttons);
  ADD ("shows-items", test_shows_items);
  ADD ("update-leaves-rows", test_update_leaves_rows);
  ADD ("excerpts", test_excerpts);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
