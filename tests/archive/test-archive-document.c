#include <string.h>

#include "archive-make.h"
#include "mn-error.h"

static const MnKind *
get_kind (guint n)
{
  return mn_kind_list_roots ()[n + 1];
}

#define N_KINDS 3

static void
test_absent (Folder *folder, gconstpointer unused)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autofree char    *path = mn_archive_dup_document_path (folder->archive, get_kind (i));
      g_autoptr (GError)  error = NULL;
      g_autoptr (MnItem)  root = mn_archive_read_document (folder->archive, get_kind (i), &error);
      g_autoptr (MnStore) store = mn_archive_open_document (folder->archive, get_kind (i), &error);

      g_assert_no_error (error);
      g_assert_true (mn_archive_is_document_path (path));
      g_assert_true (g_str_has_prefix (path, folder->path));
      g_assert_true (mn_item_is_empty (root));
      g_assert_cmpstr (mn_store_get_path (store), ==, path);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_false (mn_archive_is_document_path ("/a/2026/directory.minutes"));
}

static void
add_foreign (MnStore *store, const char *number)
{
  MnDocument        *document = mn_store_get_document (store);
  g_autoptr (MnItem) foreign = mn_item_new (mn_kind_find ("foreign-number"));
  g_autoptr (GError) error = NULL;

  set (foreign, "number", number);
  g_assert_true (mn_document_insert (document, mn_document_get_root (document), "foreign", 0,
                                     foreign, &error));
  g_assert_no_error (error);
}

static void
test_saved (Folder *folder, gconstpointer unused)
{
  const MnKind       *kind = mn_kind_find ("number-register");
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStore) store = mn_archive_open_document (folder->archive, kind, &error);
  g_autoptr (MnItem)  read = NULL;
  MnDocument         *document = mn_store_get_document (store);

  add_foreign (store, "7");
  mn_store_save (store, &error);
  g_assert_no_error (error);
  read = mn_archive_read_document (folder->archive, kind, &error);
  g_assert_no_error (error);
  g_assert_true (mn_item_equal (read, mn_document_get_root (document)));
}

/* They are kept as safe as sessions are: journal, lock, versions. */
static void
test_guarded (Folder *folder, gconstpointer unused)
{
  const MnKind         *kind = mn_kind_find ("number-register");
  MnStore              *store = mn_archive_open_document (folder->archive, kind, NULL);
  g_autoptr (MnStore)   second = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char      *journal = NULL;

  add_foreign (store, "7");
  g_assert_true (mn_journal_sync (mn_store_get_journal (store), NULL));
  journal = g_strdup (mn_journal_get_path (mn_store_get_journal (store)));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (mn_store_save (store, NULL));
  mn_store_wait_for_disk (store); /* its lock comes right behind the file */
  second = mn_archive_open_document (folder->archive, kind, NULL);
  g_assert_true (mn_document_get_read_only (mn_store_get_document (second)));
  g_object_unref (store);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  store = mn_archive_open_document (folder->archive, kind, NULL);
  add_foreign (store, "8");
  g_assert_true (mn_store_save (store, NULL));
  versions = mn_backups_list (
      NULL, mn_item_get_id (mn_document_get_root (mn_store_get_document (store))));
  g_assert_cmpuint (versions->len, ==, 1);
  g_object_unref (store);
}

static void
test_wrong_file (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) directory = mn_item_new (mn_kind_find ("directory"));
  g_autofree char   *path = folder_save (folder, "numbers.xml", directory);
  const MnKind      *kind = mn_kind_find ("number-register");
  g_autoptr (GError) error = NULL;

  g_assert_null (mn_archive_read_document (folder->archive, kind, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, ":2: "));
  g_clear_error (&error);
  g_assert_null (mn_archive_open_document (folder->archive, kind, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
}

/* They lie among the sessions, and the list doesn't know them; one under a session's name is told
 * of like any other file that is no session. */
static void
test_list (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("Giao ban", "2026-04-15T08:00:00+07:00");
  g_autofree char   *path = folder_save (folder, "2026/a.minutes", session);
  GListModel        *list = mn_archive_get_sessions (folder->archive);

  for (guint i = 0; i < N_KINDS; i++)
    {
      g_autoptr (MnItem) root = mn_item_new (get_kind (i));
      g_autofree char   *place = mn_archive_dup_document_path (folder->archive, get_kind (i));
      g_autofree char   *name = g_path_get_basename (place);
      g_autofree char   *put = folder_save (folder, name, root);

      g_assert_cmpstr (put, ==, place);
    }
  folder_refresh (folder);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  {
    g_autoptr (MnItem)         root = mn_item_new (get_kind (0));
    g_autofree char           *put = folder_save (folder, "2026/b.minutes", root);
    g_autoptr (MnSessionEntry) entry = NULL;

    folder_refresh (folder);
    g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
    entry = g_list_model_get_item (list, 1);
    g_assert_cmpstr (mn_session_entry_get_path (entry), ==, put);
    g_assert_nonnull (strstr (mn_session_entry_get_error (entry), "not “Session” but “Directory”"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/archive-document/absent", test_absent);
  ADD_TEST ("/archive-document/saved", test_saved);
  ADD_TEST ("/archive-document/guarded", test_guarded);
  ADD_TEST ("/archive-document/wrong-file", test_wrong_file);
  ADD_TEST ("/archive-document/list", test_list);
  return g_test_run ();
}
