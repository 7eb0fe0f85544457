/* What was removed can come back, until the minutes are issued. */

#include "document-make.h"

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
  g_test_init (&argc, &argv, NULL);
  ADD_DOCUMENT_TEST ("/document-bin/remove-and-bin", test_remove_and_bin);
  ADD_DOCUMENT_TEST ("/document-bin/of-undone", test_bin_of_undone);
  ADD_DOCUMENT_TEST ("/document-bin/of-pasted", test_bin_of_pasted);
  ADD_DOCUMENT_TEST ("/document-bin/until-issued", test_bin_until_issued);
  ADD_DOCUMENT_TEST ("/document-bin/sealed", test_sealed);
  return g_test_run ();
}
