#include "mn-save-text.h"

#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"

static void
assert_text (MnStore *store, const char *expected)
{
  g_autofree char *text = mn_save_text_dup (store);

  g_assert_true (g_str_has_prefix (text, expected));
}

static void
test_follows_the_truth (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("truth");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);
  g_autoptr (GError)    error = NULL;
  MnDocument           *document = mn_store_get_document (store);
  MnItem               *general = mn_session_get_general (mn_document_get_root (document));

  assert_text (store, "Safe in the file");
  g_assert_true (mn_document_set (document, general, "venue", "Trụ sở xã", NULL));
  assert_text (store, "Not saved yet");
  g_assert_true (mn_store_save (store, &error));
  g_assert_no_error (error);
  assert_text (store, "Safe in the file since ");
}

static void
test_tells_of_failure (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("failure");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);
  g_autoptr (GError)    error = NULL;
  MnDocument           *document = mn_store_get_document (store);
  MnItem               *general = mn_session_get_general (mn_document_get_root (document));

  mn_ui_test_break_saving ();
  g_assert_true (mn_document_set (document, general, "venue", "Trụ sở xã", NULL));
  g_assert_false (mn_store_save (store, &error));
  mn_ui_test_mend_saving ();
  assert_text (store, "Could not save");
  g_clear_error (&error);
  g_assert_true (mn_store_save (store, &error));
  assert_text (store, "Safe in the file since ");
}

/* What isn't in the file may be in the journal; that is said, and since when. */
static void
test_failed_but_in_the_journal (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("failure-journal");
  g_autofree char      *folder = mn_ui_test_dup_folder ("failure-journals");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);
  MnDocument           *document = mn_store_get_document (store);
  MnItem               *general = mn_session_get_general (mn_document_get_root (document));

  mn_store_use_journal (store, folder);
  g_assert_true (mn_document_set (document, general, "venue", "Trụ sở xã", NULL));
  g_assert_true (mn_journal_sync (mn_store_get_journal (store), NULL));
  mn_ui_test_break_saving ();
  g_assert_false (mn_store_save (store, NULL));
  mn_ui_test_mend_saving ();
  assert_text (store, "Could not save; safe in the journal at ");
  g_assert_true (mn_store_save (store, NULL));
}

static void
test_read_only (void)
{
  g_autoptr (MnArchive) archive = mn_ui_test_samples ("only");
  g_autoptr (MnStore)   store = mn_ui_test_store (archive, 0);

  mn_document_set_read_only (mn_store_get_document (store), TRUE);
  assert_text (store, "Read only");
}

static void
add_tests (void)
{
  g_test_add_func ("/save-text/follows-the-truth", test_follows_the_truth);
  g_test_add_func ("/save-text/tells-of-failure", test_tells_of_failure);
  g_test_add_func ("/save-text/failed-but-in-the-journal", test_failed_but_in_the_journal);
  g_test_add_func ("/save-text/read-only", test_read_only);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
