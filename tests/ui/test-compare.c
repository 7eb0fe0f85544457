#include "mn-compare-view.h"

#include "mn-compare-rows.h"
#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"

/* The newest sample follows up conclusions of the sessions before it. */

static MnItem *
find_follow_up (MnItem *session, gboolean external)
{
  MnItem *record = mn_session_get_record (session);

  for (guint i = 0; i < mn_item_get_n_children (record, "follow-ups"); i++)
    {
      MnItem *row = mn_item_get_child (record, "follow-ups", i);

      if ((mn_item_get (row, "origin-session") == NULL) == external)
        return row;
    }

  return NULL;
}

static MnCompareRow *
get_row (GListStore *rows, guint i)
{
  g_autoptr (MnCompareRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

  g_assert_nonnull (row);

  return row; /* the list keeps it */
}

static void
test_origin_and_time_line (void)
{
  g_autoptr (MnArchive)  archive = mn_ui_test_samples ("origin");
  g_autoptr (MnStore)    store = mn_ui_test_store (archive, 0);
  MnItem                *session = mn_document_get_root (mn_store_get_document (store));
  g_autoptr (GListStore) rows = g_list_store_new (MN_TYPE_COMPARE_ROW);
  GDate                  today;
  MnCompareContext       context = { archive, session, 0 };
  MnCompareRow          *origin, *now;

  mn_clock_today (mn_ui_test_clock (), &today);
  context.today = g_date_get_julian (&today);
  g_assert_nonnull (find_follow_up (session, FALSE));
  mn_compare_rows_add_follow_up (rows, &context, find_follow_up (session, FALSE));

  origin = get_row (rows, 1);
  g_assert_true (g_str_has_prefix (mn_compare_row_get_title (origin), "KL "));
  g_assert_cmpstr (mn_compare_row_get_body (origin), !=, "");
  g_assert_nonnull (strstr (mn_compare_row_get_note (origin), "Lead: "));
  now = get_row (rows, 3);
  g_assert_cmpstr (mn_compare_row_get_title (now), ==, "Now");
  g_assert_cmpstr (mn_compare_row_get_status (now), !=, "");
  g_assert_cmpint (mn_compare_row_get_level (get_row (rows, 4)), ==, MN_COMPARE_ROW_CHILD);
}

static void
test_every_section_of_every_sample (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("sections");
  guint                 n = g_list_model_get_n_items (mn_archive_get_sessions (archive));
  const MnKind         *record = mn_kind_find ("record");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MnItem) session = mn_archive_read_session (
          archive, mn_session_entry_get_id (mn_ui_test_entry (archive, i)), &error);
      MnCompareContext context = { archive, session, 739000 };

      g_assert_no_error (error);
      for (guint j = 0; record->slots[j].name; j++)
        {
          g_autoptr (GListStore) rows = g_list_store_new (MN_TYPE_COMPARE_ROW);

          mn_compare_rows_add_section (rows, &context, session, record->slots[j].name);
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), >=, 2);
          for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (rows)); k++)
            g_assert_true (*mn_compare_row_get_title (get_row (rows, k)) ||
                           *mn_compare_row_get_body (get_row (rows, k)));
        }
    }
}

static void
test_finds_section (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("finds");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);
  MnItem               *session = mn_document_get_root (mn_store_get_document (store));
  MnItem               *conclusion = mn_session_get_conclusion (session);
  MnItem               *point = mn_item_get_child (conclusion, "points", 0);

  g_assert_cmpstr (mn_compare_find_section (point), ==, "conclusion");
  g_assert_cmpstr (mn_compare_find_section (find_follow_up (session, FALSE)), ==, "follow-ups");
  g_assert_null (mn_compare_find_section (session));
  g_assert_null (mn_compare_find_section (NULL));
  g_assert_null (mn_compare_find_follow_up (point));
}

static void
test_view_follows (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("view");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);
  MnDocument           *document = mn_store_get_document (store);
  MnItem               *row = find_follow_up (mn_document_get_root (document), FALSE);
  GtkWindow            *window = GTK_WINDOW (gtk_window_new ());
  MnCompareView        *view = MN_COMPARE_VIEW (mn_compare_view_new (archive, document));
  const char           *id = mn_session_entry_get_id (mn_ui_test_entry (archive, 2));

  gtk_window_set_default_size (window, 420, 700);
  gtk_window_set_child (window, GTK_WIDGET (view));
  gtk_window_present (window);
  mn_ui_test_run_for (100);
  /* The session before it, of the same series, is the first that is offered. */
  g_assert_cmpstr (mn_compare_view_get_session (view), ==,
                   mn_session_entry_get_id (mn_ui_test_entry (archive, 1)));

  mn_compare_view_follow (view, mn_item_get_id (row));
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (view), "Where It Comes From"));

  g_assert_true (mn_compare_view_show_session (view, id, NULL));
  g_assert_cmpstr (mn_compare_view_get_session (view), ==, id);
  g_assert_false (mn_compare_view_show_session (view, "no-such-session", NULL));
  mn_ui_test_run_for (50);

  {
    gpointer weak = view;

    g_object_add_weak_pointer (G_OBJECT (view), &weak);
    mn_ui_test_close (window);
    g_assert_null (weak);
  }
}

static void
test_no_past_sessions (void)
{
  g_autofree char       *folder = mn_ui_test_dup_folder ("lonely");
  g_autoptr (MnArchive)  archive = mn_archive_new (folder, mn_ui_test_clock ());
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnDocument) document = mn_document_new (session, mn_ui_test_clock ());
  GtkWindow             *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, mn_compare_view_new (archive, document));
  gtk_window_present (window);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (window), "No Past Sessions"));
  mn_ui_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/compare/origin-and-time-line", test_origin_and_time_line);
  g_test_add_func ("/compare/every-section-of-every-sample", test_every_section_of_every_sample);
  g_test_add_func ("/compare/finds-section", test_finds_section);
  g_test_add_func ("/compare/view-follows", test_view_follows);
  g_test_add_func ("/compare/no-past-sessions", test_no_past_sessions);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
