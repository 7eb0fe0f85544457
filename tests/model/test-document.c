#include "mn-document.h"

#include <string.h>

#include "make.h"

#define UNKNOWN_ID "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"

typedef struct
{
  MnDocument *document;
  MnClock    *clock;
  MnItem     *root, *general, *record, *conclusion;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MnItem *record, *proposal, *agenda;

  fixture->root = mn_session_new ();
  fixture->clock = mn_clock_new_fixed ("2026-04-15T08:00:00+07:00");
  record = mn_session_get_record (fixture->root);
  for (guint i = 0; i < 3; i++)
    put (record, "parties", make ("party", "name", "An", "type", "person", NULL));
  proposal = put (record, "proposals", make ("proposal", "text", "Tiền", NULL));
  put (proposal, "answers", make ("answer", "text", "Có", NULL));
  put (proposal, "answers", make ("answer", NULL));
  agenda = put (record, "agenda", make ("agenda-item", "title", "Báo cáo", NULL));
  put (agenda, "points", make ("agenda-item", "title", "Một", NULL));
  fixture->document = mn_document_new (fixture->root, fixture->clock);
  fixture->record = record;
  fixture->general = mn_session_get_general (fixture->root);
  fixture->conclusion = mn_session_get_conclusion (fixture->root);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_false (mn_item_is_attached (fixture->general));
  g_assert_finalize_object (fixture->root);
  mn_clock_unref (fixture->clock);
}

static void
change (Fixture *fixture, MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_document_set (fixture->document, item, field, value, &error));
  g_assert_no_error (error);
}

static void
type (Fixture *fixture, MnItem *item, const char *field, guint position, const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words), position++)
    {
      g_autofree char   *letter = g_strndup (words, (gsize) (g_utf8_next_char (words) - words));
      g_autoptr (MnText) text = mn_text_new (letter);

      g_assert_true (mn_document_splice (fixture->document, item, field, position, 0, text, NULL));
    }
}

static void
expect_value (MnItem *item, const char *field, const char *value)
{
  g_autofree char *plain = mn_item_dup_plain (item, field);

  g_assert_cmpstr (plain, ==, value);
}

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
test_remove_and_bin (Fixture *fixture, gconstpointer data)
{
  MnItem            *proposal = mn_item_get_child (fixture->record, "proposals", 0);
  g_autofree char   *id = g_strdup (mn_item_get_id (proposal));
  MnItem            *answer = mn_item_get_child (proposal, "answers", 0);
  g_autofree char   *answer_id = g_strdup (mn_item_get_id (answer));
  g_autoptr (MnItem) before = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);
  GListModel        *bin = mn_document_get_bin (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_document_remove (fixture->document, answer, NULL));
  g_assert_true (mn_document_remove (fixture->document, proposal, NULL));
  g_assert_null (mn_document_find (fixture->document, id));
  g_assert_null (mn_document_find (fixture->document, answer_id));
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 2);
  {
    g_autoptr (MnRemoved) first = g_list_model_get_item (bin, 0);
    g_autoptr (MnRemoved) second = g_list_model_get_item (bin, 1);

    g_assert_cmpstr (mn_item_get_id (mn_removed_get_item (first)), ==, answer_id);
    g_assert_false (mn_item_is_attached (mn_removed_get_item (first)));
    g_assert_false (mn_document_restore (fixture->document, first, &error));
    g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
    g_assert_true (mn_document_restore (fixture->document, second, NULL));
    g_assert_cmpstr (mn_document_get_undo_name (fixture->document), ==, "Restore “Proposal”");
    g_assert_true (mn_document_restore (fixture->document, first, NULL));
    g_clear_error (&error);
    g_assert_false (mn_document_restore (fixture->document, first, &error)); /* it is there */
    g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  }
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  g_assert_true (mn_item_equal (fixture->root, before));
  mn_document_undo (fixture->document); /* of restoring the answer */
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  mn_document_undo (fixture->document);
  mn_document_undo (fixture->document); /* of removing the proposal */
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  g_assert_true (mn_item_equal (fixture->root, before));
}

/* Only what somebody removed is in the bin: taking back an addition is no removal. */
static void
test_bin_of_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) party = make ("party", "name", "Bình", NULL);
  GListModel        *bin = mn_document_get_bin (fixture->document);

  g_assert_true (
      mn_document_insert (fixture->document, fixture->record, "parties", 3, party, NULL));
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  mn_document_redo (fixture->document);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  mn_document_redo (fixture->document);

  /* A removal, its undo, its redo; then a restore and the undo of that. */
  g_assert_true (mn_document_remove (
      fixture->document, mn_document_find (fixture->document, mn_item_get_id (party)), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  mn_document_redo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  {
    g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, 0);

    g_assert_true (mn_document_restore (fixture->document, removed, NULL));
  }
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);

  /* Back to before it was added: it lies nowhere. */
  mn_document_undo (fixture->document);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
}

/* What comes back inside something else needs no restoring any more. */
static void
test_bin_of_pasted (Fixture *fixture, gconstpointer data)
{
  MnItem            *proposal = mn_item_get_child (fixture->record, "proposals", 0);
  g_autoptr (MnItem) copy = mn_item_copy (proposal, MN_COPY_SAME_IDS);
  MnItem            *answer = mn_item_get_child (proposal, "answers", 0);
  GListModel        *bin = mn_document_get_bin (fixture->document);

  mn_document_remove (fixture->document, answer, NULL);
  mn_document_remove (fixture->document, proposal, NULL);
  g_assert_true (
      mn_document_insert (fixture->document, fixture->record, "proposals", 0, copy, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
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

/* ---- long random sequences ------------------------------------------------------------------ */

static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static gboolean
collect_item (MnItem *item, gpointer user_data)
{
  g_ptr_array_add (user_data, item);
  return TRUE;
}

static MnItem *
pick_item (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  mn_item_walk (fixture->root, collect_item, items);
  return items->pdata[below (items->len)];
}

static const char *
pick_words (void)
{
  static const char *const words[] = { "Tỉnh uỷ ", "a",  "",   "\n", "e\xCC\x81", "\xCC\xA3",
                                       "kết luận", "x ", "ăâ", " ",  "1.250",     "\001" };

  return words[below (G_N_ELEMENTS (words))];
}

static MnText *
pick_text (void)
{
  g_autofree char   *words = g_strconcat (pick_words (), pick_words (), pick_words (), NULL);
  g_autoptr (MnText) plain = mn_text_new (words), marked = NULL;
  guint              length = mn_text_get_length (plain), from = below (length + 1);

  marked = mn_text_mark (plain, from, below (length - from + 1), (MnMarks) below (4), MN_MARK_NONE);
  return mn_text_style (marked, 0, below (mn_text_get_n_paragraphs (marked)),
                        (MnParagraphStyle) below (3), below (6));
}

static char *
pick_value (Fixture *fixture, const MnField *field)
{
  guint n = 0;

  switch (field->type)
    {
    case MN_FIELD_TEXT:
      return g_strconcat (pick_words (), pick_words (), NULL);
    case MN_FIELD_ENUM:
      while (field->values[n].nick != NULL)
        n++;
      return g_strdup (field->values[below (n)].nick);
    case MN_FIELD_DATE:
      return g_strdup_printf ("2026-%02u-%02u", below (12) + 1, below (31) + 1); /* some aren't */
    case MN_FIELD_TIME:
      return g_strdup_printf ("%02u:%02u", below (25), below (61));
    case MN_FIELD_MOMENT:
      return g_strdup_printf ("2026-04-%02uT08:%02u:00+07:00", below (30) + 1, below (60));
    case MN_FIELD_INTEGER:
    case MN_FIELD_DECIMAL:
      return g_strdup_printf ("%u", below (1000));
    case MN_FIELD_BOOLEAN:
      return g_strdup (below (2) == 0 ? "yes" : "no");
    case MN_FIELD_REF:
    case MN_FIELD_ID:
      return g_strdup (mn_item_get_id (pick_item (fixture)));
    case MN_FIELD_REFS:
      return g_strdup_printf ("%s %s", mn_item_get_id (pick_item (fixture)),
                              mn_item_get_id (pick_item (fixture)));
    case MN_FIELD_RICH:
    default:
      g_assert_not_reached ();
    }
}

static void
change_a_field (Fixture *fixture, MnItem *item)
{
  guint              n = mn_kind_get_n_fields (mn_item_get_kind (item));
  const MnField     *field;
  g_autofree char   *value = NULL;
  g_autoptr (MnText) text = pick_text ();

  if (n == 0)
    return;
  field = &mn_item_get_kind (item)->fields[below (n)];
  if (field->type == MN_FIELD_RICH)
    mn_document_set_rich (fixture->document, item, field->name, below (5) > 0 ? text : NULL, NULL);
  else
    {
      value = below (5) > 0 ? pick_value (fixture, field) : NULL;
      mn_document_set (fixture->document, item, field->name, value, NULL);
    }
}

static void
splice_a_field (Fixture *fixture, MnItem *item)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      g_autofree char   *plain = NULL;
      g_autoptr (MnText) text = pick_text ();
      guint              length, position;

      if ((field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH) || below (3) == 0)
        continue;
      plain = mn_item_dup_plain (item, field->name);
      length = (guint) g_utf8_strlen (plain, -1);
      position = below (length + 1);
      mn_document_splice (fixture->document, item, field->name, position,
                          below (length - position + 1), text, NULL);
      return;
    }
}

static void
insert_an_item (Fixture *fixture, MnItem *parent)
{
  guint         n = mn_kind_get_n_slots (mn_item_get_kind (parent));
  const MnSlot *slot;

  if (n == 0)
    return;
  slot = &mn_item_get_kind (parent)->slots[below (n)];
  {
    g_autoptr (MnItem) child = mn_item_new (slot->kind);

    mn_document_insert (fixture->document, parent, slot->name, below (6), child, NULL);
  }
}

static void
edit_at_random (Fixture *fixture)
{
  MnItem     *item = pick_item (fixture);
  GListModel *bin = mn_document_get_bin (fixture->document);
  guint       n = g_list_model_get_n_items (bin);

  switch (below (12))
    {
    case 0:
    case 1:
    case 2:
      change_a_field (fixture, item);
      break;
    case 3:
    case 4:
    case 5:
      splice_a_field (fixture, item);
      break;
    case 6:
    case 7:
    case 8:
      insert_an_item (fixture, item);
      break;
    case 9:
      mn_document_remove (fixture->document, item, NULL);
      break;
    case 10:
      mn_document_move (fixture->document, item, below (6), NULL);
      break;
    default:
      if (n > 0)
        {
          g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, below (n));

          mn_document_restore (fixture->document, removed, NULL);
        }
    }
}

static gboolean
expect_found (MnItem *item, gpointer user_data)
{
  g_assert_true (mn_document_find (user_data, mn_item_get_id (item)) == item);
  g_assert_true (mn_item_is_attached (item));
  return TRUE;
}

static void
expect_state (Fixture *fixture, MnItem *state)
{
  GListModel *bin = mn_document_get_bin (fixture->document);

  g_assert_true (mn_item_equal (fixture->root, state));
  mn_item_walk (fixture->root, expect_found, fixture->document);
  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);

      g_assert_null (
          mn_document_find (fixture->document, mn_item_get_id (mn_removed_get_item (removed))));
    }
}

/* One group of one to four edits, so that each makes one step. */
static gboolean
make_step (Fixture *fixture)
{
  guint64 revision = mn_document_get_revision (fixture->document);

  mn_document_begin (fixture->document, "step");
  for (guint n = below (4) + 1; n > 0; n--)
    edit_at_random (fixture);
  mn_document_end (fixture->document);
  return mn_document_get_revision (fixture->document) != revision;
}

/* Edits, undos and redos in any mix: each state is the one that was there before. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  guint                 now = 0;

  g_ptr_array_add (states, mn_item_copy (fixture->root, MN_COPY_SAME_IDS));
  for (guint i = 0; i < 500; i++)
    {
      guint what = below (10);

      if (what < 2 && now > 0)
        {
          g_assert_true (mn_document_undo (fixture->document));
          expect_state (fixture, states->pdata[--now]);
        }
      else if (what < 4 && now + 1 < states->len)
        {
          g_assert_true (mn_document_redo (fixture->document));
          expect_state (fixture, states->pdata[++now]);
        }
      else if (make_step (fixture))
        {
          g_ptr_array_set_size (states, (int) ++now);
          g_ptr_array_add (states, mn_item_copy (fixture->root, MN_COPY_SAME_IDS));
        }
    }
  g_assert_cmpuint (states->len, >, 80);
  while (now > 0)
    {
      g_assert_true (mn_document_undo (fixture->document));
      expect_state (fixture, states->pdata[--now]);
    }
  g_assert_false (mn_document_can_undo (fixture->document));
  while (now + 1 < states->len)
    {
      g_assert_true (mn_document_redo (fixture->document));
      expect_state (fixture, states->pdata[++now]);
    }
  g_assert_false (mn_document_can_redo (fixture->document));
}

/* Without groups, with typing that joins and pauses: the ends are the same. */
static void
test_random_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) before = mn_item_copy (fixture->root, MN_COPY_SAME_IDS), after = NULL;

  for (guint i = 0; i < 250; i++)
    {
      edit_at_random (fixture);
      type (fixture, fixture->general, "title", 0, "kết luận ");
      mn_clock_advance (fixture->clock, below (3) * G_USEC_PER_SEC);
    }
  after = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);
  while (mn_document_undo (fixture->document))
    ;
  expect_state (fixture, before);
  while (mn_document_redo (fixture->document))
    ;
  expect_state (fixture, after);
}

/* Removed items are restorable until the minutes are issued; papers and what comes after stay open.
 */
static void
test_bin_until_issued (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)    minutes = make ("document", "form", "minutes", "state", "approved", NULL);
  g_autoptr (MnItem)    notice = make ("document", "form", "notice", "state", "issued", NULL);
  g_autoptr (MnRemoved) proposal = NULL, paper = NULL;
  g_autoptr (GError)    error = NULL;
  GListModel           *bin = mn_document_get_bin (fixture->document);

  g_assert_true (
      mn_document_insert (fixture->document, fixture->root, "documents", 0, minutes, NULL));
  g_assert_true (
      mn_document_insert (fixture->document, fixture->root, "documents", 1, notice, NULL));
  g_assert_true (mn_document_remove (fixture->document,
                                     mn_item_get_child (fixture->record, "proposals", 0), NULL));
  proposal = g_list_model_get_item (bin, 0);
  g_assert_true (mn_document_restore (fixture->document, proposal, &error));
  g_assert_true (mn_document_undo (fixture->document));
  g_clear_object (&proposal);
  proposal = g_list_model_get_item (bin, 0);
  change (fixture, mn_document_find (fixture->document, mn_item_get_id (minutes)), "state",
          "issued");
  g_assert_false (mn_document_restore (fixture->document, proposal, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==,
                   "The minutes are issued: “Proposal” can't be restored to them any more");
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  g_assert_true (mn_document_remove (
      fixture->document, mn_document_find (fixture->document, mn_item_get_id (notice)), NULL));
  paper = g_list_model_get_item (bin, 1);
  g_assert_true (mn_document_restore (fixture->document, paper, NULL));
}

/* The record of issued minutes takes no edit; its papers do, and so does what comes after. Undo and
 * another version of the whole document aren't typing. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  MnDocument        *document = fixture->document;
  g_autoptr (MnItem) made = make ("document", "form", "minutes", "state", "approved", NULL);
  g_autoptr (MnItem) entry = make ("status-entry", "words", "Đã xong", NULL);
  g_autoptr (MnItem) proposal = make ("proposal", NULL), other = NULL;
  g_autoptr (GError) error = NULL;
  MnItem            *minutes;

  g_assert_true (mn_document_insert (document, fixture->root, "documents", 0, made, NULL));
  minutes = mn_session_get_document (fixture->root, "minutes");
  change (fixture, fixture->general, "title", "Trước");
  change (fixture, minutes, "state", "issued");
  g_assert_false (mn_document_set (document, fixture->general, "title", "Sau", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "take the issue of the minutes back"));
  g_assert_false (mn_document_insert (document, fixture->record, "proposals", 0, proposal, NULL));
  g_assert_false (
      mn_document_remove (document, mn_item_get_child (fixture->record, "proposals", 0), NULL));
  change (fixture, minutes, "place", "Sông Ngân");
  g_assert_true (mn_document_insert (document, mn_session_get_after (fixture->root), "entries", 0,
                                     entry, NULL));
  other = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);
  set (mn_session_get_general (other), "title", "Trong tệp");
  g_assert_true (mn_document_become (document, other, "Loaded again", &error));
  expect_value (fixture->general, "title", "Trong tệp");
  for (guint i = 0; i < 4; i++)
    g_assert_true (mn_document_undo (document));
  expect_value (fixture->general, "title", "Trước");
  change (fixture, fixture->general, "title", "Sau");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/set", test_set },
    { "/document/set-rich", test_set_rich },
    { "/document/typing", test_typing },
    { "/document/typed-accent", test_typed_accent },
    { "/document/splice-line", test_splice_line },
    { "/document/insert", test_insert },
    { "/document/remove-and-bin", test_remove_and_bin },
    { "/document/bin-of-undone", test_bin_of_undone },
    { "/document/bin-of-pasted", test_bin_of_pasted },
    { "/document/fixed-places", test_fixed_places },
    { "/document/move", test_move },
    { "/document/not-mine", test_not_mine },
    { "/document/read-only", test_read_only },
    { "/document/groups", test_groups },
    { "/document/signals", test_signals },
    { "/document/answering-listener", test_answering_listener },
    { "/document/random-walk", test_random_walk },
    { "/document/random-typing", test_random_typing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/document/bin-until-issued", Fixture, NULL, set_up, test_bin_until_issued,
              tear_down);
  g_test_add ("/document/sealed", Fixture, NULL, set_up, test_sealed, tear_down);
  return g_test_run ();
}
