#include "document-make.h"

#define UNKNOWN_ID "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"

static void
test_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint64            before = mn_document_get_revision (fixture->document);

  change (fixture, fixture->general, "title", "Hội nghị");
  g_assert_cmpuint (mn_document_get_revision (fixture->document), ==, before + 1);
  g_assert_cmpstr (mn_document_get_undo_name (fixture->document), ==,
                   "Change “Title” of “General”");
  change (fixture, fixture->general, "title", "Hội nghị"); /* already so */
  g_assert_cmpuint (mn_document_get_revision (fixture->document), ==, before + 1);
  g_assert_false (mn_document_set (fixture->document, fixture->general, "starts",
                                   "2026-02-30T08:00:00+07:00", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (mn_document_set (fixture->document, fixture->general, "colour", "red", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_assert_cmpuint (mn_document_get_revision (fixture->document), ==, before + 1);
  change (fixture, fixture->general, "title", NULL);
  g_assert_null (mn_item_get (fixture->general, "title"));
  g_assert_true (mn_document_undo (fixture->document));
  expect_value (fixture->general, "title", "Hội nghị");
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_null (mn_item_get (fixture->general, "title"));
  g_assert_false (mn_document_undo (fixture->document));
  g_assert_true (mn_document_redo (fixture->document));
  expect_value (fixture->general, "title", "Hội nghị");
}

static void
test_set_rich (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) text = mn_text_new ("Kết quả"), empty = mn_text_new ("");
  g_autoptr (MnText) bold = mn_text_mark (text, 0, 3, MN_MARK_BOLD, MN_MARK_NONE);

  g_assert_true (
      mn_document_set_rich (fixture->document, fixture->conclusion, "results", text, NULL));
  g_assert_true (
      mn_document_set_rich (fixture->document, fixture->conclusion, "results", bold, NULL));
  g_assert_true (mn_text_equal (mn_item_get_rich (fixture->conclusion, "results"), bold));
  mn_document_undo (fixture->document);
  g_assert_true (mn_text_equal (mn_item_get_rich (fixture->conclusion, "results"), text));
  g_assert_true (
      mn_document_set_rich (fixture->document, fixture->conclusion, "results", empty, NULL));
  g_assert_null (mn_item_get_rich (fixture->conclusion, "results"));
  g_assert_true (mn_document_set_rich (fixture->document, fixture->conclusion, "results", NULL,
                                       NULL)); /* already so */
  mn_document_undo (fixture->document);
  g_assert_true (mn_text_equal (mn_item_get_rich (fixture->conclusion, "results"), text));
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  type (fixture, fixture->general, "title", 0, "Hội nghị");
  expect_value (fixture->general, "title", "Hội nghị");
  mn_document_undo (fixture->document);
  expect_value (fixture->general, "title", "Hội ");
  mn_document_undo (fixture->document);
  g_assert_null (mn_item_get (fixture->general, "title"));
  mn_document_redo (fixture->document);
  mn_document_redo (fixture->document);
  expect_value (fixture->general, "title", "Hội nghị");

  mn_clock_advance (fixture->clock, 3 * G_USEC_PER_SEC);
  type (fixture, fixture->general, "title", 8, "a");
  mn_clock_advance (fixture->clock, 3 * G_USEC_PER_SEC);
  type (fixture, fixture->general, "title", 9, "b");
  mn_document_break_typing (fixture->document);
  type (fixture, fixture->general, "title", 10, "c");
  mn_document_undo (fixture->document);
  expect_value (fixture->general, "title", "Hội nghịab");
  mn_document_undo (fixture->document);
  expect_value (fixture->general, "title", "Hội nghịa");
}

/* A combining accent typed after its letter, cleaned at the boundary. */
static void
test_typed_accent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) letter = mn_text_new ("e"), accent = mn_text_new ("\xCC\x82");
  g_autoptr (MnText) nothing = mn_text_new ("");

  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "title", 0, 0, letter, NULL));
  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "title", 1, 0, accent, NULL));
  expect_value (fixture->general, "title", "ê");
  g_assert_true (
      mn_document_splice (fixture->document, fixture->conclusion, "limits", 0, 0, letter, NULL));
  g_assert_true (
      mn_document_splice (fixture->document, fixture->conclusion, "limits", 1, 0, accent, NULL));
  expect_value (fixture->conclusion, "limits", "ê");
  mn_document_undo (fixture->document);
  mn_document_undo (fixture->document);
  g_assert_null (mn_item_get_rich (fixture->conclusion, "limits"));
  g_assert_null (mn_item_get (fixture->general, "title"));

  /* Deletion brings a letter and an accent together that the letter between kept apart. */
  change (fixture, fixture->general, "title", "ax\xCC\x81");
  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "title", 1, 1, nothing, NULL));
  expect_value (fixture->general, "title", "á");
  mn_document_undo (fixture->document);
  expect_value (fixture->general, "title", "ax\xCC\x81");
}

static void
test_splice_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) plain = mn_text_new ("a\nb\001\xEF\xBF\xBC");
  g_autoptr (MnText) bold = mn_text_mark (plain, 0, 3, MN_MARK_BOLD, MN_MARK_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "venue", 0, 0, bold, NULL));
  expect_value (fixture->general, "venue", "a b");
  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "venue", 1, 2, NULL, NULL));
  expect_value (fixture->general, "venue", "a");
  g_assert_true (
      mn_document_splice (fixture->document, fixture->general, "venue", 1, 0, NULL, NULL));
  g_assert_false (
      mn_document_splice (fixture->document, fixture->general, "venue", 2, 0, bold, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_false (mn_document_splice (fixture->document, fixture->general, "venue", 1, G_MAXUINT,
                                      NULL, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  expect_value (fixture->general, "venue", "a");
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) party = make ("party", "name", "Bình", NULL);
  g_autoptr (GError) error = NULL;
  MnItem            *inserted;

  g_assert_true (
      mn_document_insert (fixture->document, fixture->record, "parties", 99, party, NULL));
  g_assert_cmpstr (mn_document_get_undo_name (fixture->document), ==, "Add “Person or body” 4");
  inserted = mn_document_find (fixture->document, mn_item_get_id (party));
  g_assert_nonnull (inserted);
  g_assert_true (inserted != party);
  g_assert_true (mn_item_is_attached (inserted));
  g_assert_false (mn_item_is_attached (party));
  g_assert_cmpuint (mn_item_get_index (inserted), ==, 3);
  g_assert_true (mn_session_find (fixture->root, mn_item_get_id (party)) == inserted);

  /* The same id twice, a slot that isn't there or is single, the wrong kind. */
  g_assert_false (
      mn_document_insert (fixture->document, fixture->record, "parties", 0, party, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  {
    g_autoptr (MnItem) other = make ("party", NULL), general = make ("general", NULL);

    g_assert_false (
        mn_document_insert (fixture->document, fixture->record, "people", 0, other, NULL));
    g_assert_false (
        mn_document_insert (fixture->document, fixture->record, "votes", 0, other, NULL));
    g_assert_false (
        mn_document_insert (fixture->document, fixture->record, "general", 0, general, NULL));
    g_assert_false (mn_document_insert (fixture->document, other, "presences", 0, general, NULL));
  }
  mn_document_undo (fixture->document);
  g_assert_null (mn_document_find (fixture->document, mn_item_get_id (party)));
  g_assert_null (mn_session_find (fixture->root, mn_item_get_id (party)));
}

static void
test_fixed_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mn_document_remove (fixture->document, fixture->root, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_false (mn_document_remove (fixture->document, fixture->general, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_false (mn_document_move (fixture->document, fixture->general, 1, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  MnItem *first = mn_item_get_child (fixture->record, "parties", 0);
  guint64 revision;

  g_assert_true (mn_document_move (fixture->document, first, 99, NULL));
  g_assert_cmpuint (mn_item_get_index (first), ==, 2);
  g_assert_cmpstr (mn_document_get_undo_name (fixture->document), ==, "Move “Person or body” 1");
  revision = mn_document_get_revision (fixture->document);
  g_assert_true (mn_document_move (fixture->document, first, 2, NULL));
  g_assert_cmpuint (mn_document_get_revision (fixture->document), ==, revision);
  mn_document_undo (fixture->document);
  g_assert_true (mn_item_get_child (fixture->record, "parties", 0) == first);
  mn_document_redo (fixture->document);
  g_assert_true (mn_item_get_child (fixture->record, "parties", 2) == first);
}

static void
test_not_mine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) stranger = mn_item_copy (fixture->general, MN_COPY_SAME_IDS);
  g_autoptr (MnItem) party = g_object_ref (mn_item_get_child (fixture->record, "parties", 0));
  g_autoptr (GError) error = NULL;

  g_assert_false (mn_document_set (fixture->document, stranger, "title", "x", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_clear_error (&error);
  mn_document_remove (fixture->document, party, NULL);
  g_assert_false (mn_document_set (fixture->document, party, "name", "x", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_clear_error (&error);
  g_assert_false (mn_document_remove (fixture->document, party, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_assert_null (mn_document_find (fixture->document, UNKNOWN_ID));
  g_assert_null (mn_document_find (fixture->document, NULL));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  MnItem            *party = mn_item_get_child (fixture->record, "parties", 0);
  g_autoptr (MnItem) child = make ("party", NULL);
  g_autoptr (MnText) text = mn_text_new ("x");
  g_autoptr (MnItem) before = NULL;
  g_autoptr (GError) error = NULL;

  change (fixture, fixture->general, "title", "x");
  mn_document_set_read_only (fixture->document, TRUE);
  before = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);
  g_assert_true (mn_document_get_read_only (fixture->document));
  g_assert_false (mn_document_can_undo (fixture->document));
  g_assert_false (mn_document_undo (fixture->document));
  g_assert_false (mn_document_set (fixture->document, party, "name", "x", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_false (
      mn_document_set_rich (fixture->document, fixture->conclusion, "limits", text, NULL));
  g_assert_false (mn_document_splice (fixture->document, party, "name", 0, 0, text, NULL));
  g_assert_false (
      mn_document_insert (fixture->document, fixture->record, "parties", 0, child, NULL));
  g_assert_false (mn_document_remove (fixture->document, party, NULL));
  g_assert_false (mn_document_move (fixture->document, party, 1, NULL));
  g_assert_true (mn_item_equal (fixture->root, before));
  mn_document_set_read_only (fixture->document, FALSE);
  g_assert_true (mn_document_undo (fixture->document));
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  mn_document_begin (fixture->document, "Two things");
  change (fixture, fixture->general, "title", "x");
  g_assert_false (mn_document_can_undo (fixture->document)); /* the group is open */
  g_assert_false (mn_document_undo (fixture->document));
  mn_document_begin (fixture->document, "Inside");
  change (fixture, fixture->general, "venue", "y");
  mn_document_end (fixture->document);
  mn_document_end (fixture->document);
  g_assert_cmpstr (mn_document_get_undo_name (fixture->document), ==, "Two things");
  mn_document_undo (fixture->document);
  g_assert_null (mn_item_get (fixture->general, "title"));
  g_assert_null (mn_item_get (fixture->general, "venue"));
  g_assert_cmpstr (mn_document_get_redo_name (fixture->document), ==, "Two things");
  mn_document_begin (fixture->document, "Nothing");
  mn_document_end (fixture->document);
  g_assert_true (mn_document_redo (fixture->document));
  expect_value (fixture->general, "venue", "y");
}

static void
note_edit (MnDocument *document, MnEdit *edit, gpointer user_data)
{
  g_string_append_printf (user_data, "%d", edit->type);
}

static void
note_property (GObject *document, GParamSpec *property, gpointer user_data)
{
  if (strcmp (property->name, "can-undo") == 0)
    g_string_append (user_data, mn_document_can_undo (MN_DOCUMENT (document)) ? "u" : "n");
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) edits = g_string_new (NULL), properties = g_string_new (NULL);
  MnItem             *party = mn_item_get_child (fixture->record, "parties", 1);
  guint64             revision = 0;
  gboolean            can_redo = FALSE, read_only = TRUE;
  g_autofree char    *undo_name = NULL, *redo_name = NULL;

  g_signal_connect (fixture->document, "edited", G_CALLBACK (note_edit), edits);
  g_signal_connect (fixture->document, "notify", G_CALLBACK (note_property), properties);
  change (fixture, party, "name", "x");
  mn_document_move (fixture->document, party, 0, NULL);
  mn_document_remove (fixture->document, party, NULL);
  mn_document_undo (fixture->document);
  type (fixture, fixture->general, "title", 0, "a");
  mn_document_undo (fixture->document);
  g_assert_cmpstr (edits->str, ==, "043211");
  g_assert_cmpstr (properties->str, ==, "uuuuuu");
  g_object_get (fixture->document, "revision", &revision, "can-redo", &can_redo, "undo-name",
                &undo_name, "redo-name", &redo_name, "read-only", &read_only, NULL);
  g_assert_cmpuint (revision, ==, 6);
  g_assert_true (can_redo);
  g_assert_false (read_only);
  g_assert_cmpstr (undo_name, ==, "Move “Person or body” 2");
  g_assert_cmpstr (redo_name, ==, "Change “Title” of “General”");
}

static void
answer_edit (MnDocument *document, MnEdit *edit, gpointer user_data)
{
  Fixture           *fixture = user_data;
  g_autoptr (GError) error = NULL;

  if (strcmp (edit->field, "venue") == 0)
    return;
  if (!mn_document_set (document, fixture->general, "venue",
                        mn_item_get (fixture->general, "title"), &error))
    g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_false (mn_document_can_undo (document) && error != NULL);
}

/* A listener may answer an edit with an edit, but not an undo. */
static void
test_answering_listener (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) before = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);

  g_signal_connect (fixture->document, "edited", G_CALLBACK (answer_edit), fixture);
  change (fixture, fixture->general, "title", "x");
  expect_value (fixture->general, "venue", "x");
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_false (mn_document_can_undo (fixture->document));
  g_assert_true (mn_item_equal (fixture->root, before));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DOCUMENT_TEST ("/document/set", test_set);
  ADD_DOCUMENT_TEST ("/document/set-rich", test_set_rich);
  ADD_DOCUMENT_TEST ("/document/typing", test_typing);
  ADD_DOCUMENT_TEST ("/document/typed-accent", test_typed_accent);
  ADD_DOCUMENT_TEST ("/document/splice-line", test_splice_line);
  ADD_DOCUMENT_TEST ("/document/insert", test_insert);
  ADD_DOCUMENT_TEST ("/document/fixed-places", test_fixed_places);
  ADD_DOCUMENT_TEST ("/document/move", test_move);
  ADD_DOCUMENT_TEST ("/document/not-mine", test_not_mine);
  ADD_DOCUMENT_TEST ("/document/read-only", test_read_only);
  ADD_DOCUMENT_TEST ("/document/groups", test_groups);
  ADD_DOCUMENT_TEST ("/document/signals", test_signals);
  ADD_DOCUMENT_TEST ("/document/answering-listener", test_answering_listener);
  return g_test_run ();
}
