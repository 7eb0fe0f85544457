#include <fcntl.h>
#include <sys/stat.h>

#include "mn-error.h"
#include "store-test.h"

/* ---- nothing edited here --------------------------------------------------------------------- */

static void
test_untouched (StoreTest *self, gconstpointer data)
{
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_false (mn_document_can_undo (mn_store_get_document (self->store)));
}

static void
touch (const char *path)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_touched (StoreTest *self, gconstpointer data)
{
  touch (self->path);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_false (mn_document_can_undo (mn_store_get_document (self->store)));
  store_test_type (self->store, "một");
  store_test_save (self->store);
  store_test_assert_file (self->path, "một");
}

static void
test_reloads (StoreTest *self, gconstpointer data)
{
  MnDocument *document = mn_store_get_document (self->store);
  MnItem     *general = store_test_general (document);

  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "của máy khác");
  g_assert_true (store_test_general (document) == general); /* whoever shows it goes on */
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_null (mn_store_get_message (self->store));
  g_assert_nonnull (mn_store_get_safe_at (self->store));
  g_assert_cmpstr (mn_document_get_undo_name (document), ==, "Changes from disk");
}

/* Taken back, it is an edit like others: it goes into the file, and the other version is kept. */
static void
test_reload_undone (StoreTest *self, gconstpointer data)
{
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_true (mn_document_undo (mn_store_get_document (self->store)));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  store_test_save (self->store);
  store_test_assert_file (self->path, "gốc");
  store_test_assert_file (self->backup, "của máy khác");
}

static void
test_reloads_for_who_only_reads (StoreTest *self, gconstpointer data)
{
  mn_document_set_read_only (mn_store_get_document (self->store), TRUE);
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "của máy khác");
}

static void
type_last_words (MnStore *store, gpointer user_data)
{
  store_test_type (store, "gõ dở");
}

/* What stands in an entry counts as an edit. */
static void
test_asks_for_last_words (StoreTest *self, gconstpointer data)
{
  g_signal_connect (self->store, "flush", G_CALLBACK (type_last_words), NULL);
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "gõ dở");
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
}

static gboolean
is_reloaded (MnStore *store)
{
  return strcmp (store_test_title (store), "của máy khác") == 0;
}

static void
test_watches (StoreTest *self, gconstpointer data)
{
  mn_store_use_watch (self->store);
  store_test_write_elsewhere (self->path, "của máy khác");
  store_test_wait (self->store, is_reloaded); /* nobody asked */
}

/* What is saved here is nobody else's. */
static void
test_own_save (StoreTest *self, gconstpointer data)
{
  mn_store_use_watch (self->store);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("lần %u", i);

      store_test_type (self->store, title);
      store_test_save (self->store);
      mn_store_check_disk (self->store);
      store_test_run_for (20);
    }
  store_test_type (self->store, "lần cuối");
  store_test_run_for (600);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  store_test_save (self->store);
}

static void
test_not_in_a_group (StoreTest *self, gconstpointer data)
{
  MnDocument *document = mn_store_get_document (self->store);

  mn_document_begin (document, "Kéo");
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "gốc");
  mn_document_end (document);
  store_test_wait (self->store, is_reloaded);
}

/* ---- two versions ---------------------------------------------------------------------------- */

static void
make_two (StoreTest *self)
{
  store_test_type (self->store, "ở đây");
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_nonnull (strstr (mn_store_get_message (self->store), self->path));
}

static void
test_two_versions (StoreTest *self, gconstpointer data)
{
  MnItem *theirs;

  mn_store_set_autosave_delay (self->store, 5);
  make_two (self);
  theirs = mn_store_get_theirs (self->store);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (theirs), "title"), ==, "của máy khác");
  g_assert_cmpstr (mn_item_get (mn_session_get_general (mn_store_get_base (self->store)), "title"),
                   ==, "gốc");
  g_assert_cmpuint (mn_store_get_base_revision (self->store), ==, 0);
  store_test_type (self->store, "gõ tiếp");
  store_test_run_for (100);
  g_assert_cmpstr (store_test_title (self->store), ==, "gõ tiếp");
  store_test_assert_file (self->path, "của máy khác"); /* nothing is written by itself */
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
}

static void
test_keep_mine (StoreTest *self, gconstpointer data)
{
  make_two (self);
  mn_store_overwrite (self->store);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED); /* not yet in the file */
  store_test_save (self->store);
  store_test_assert_file (self->path, "ở đây");
  store_test_assert_file (self->backup, "của máy khác");
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_null (mn_store_get_theirs (self->store));
}

/* The other one is a version like any other, too. */
static void
test_keep_mine_as_version (StoreTest *self, gconstpointer data)
{
  g_autofree char      *folder = g_build_filename (self->folder, "versions", NULL);
  g_autofree char      *place = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (MnItem)    root = NULL;
  const char           *id;

  make_two (self);
  id = mn_item_get_id (mn_document_get_root (mn_store_get_document (self->store)));
  mn_store_use_backups (self->store, folder, NULL);
  mn_store_overwrite (self->store);
  store_test_save (self->store);
  versions = mn_backups_list (folder, id);
  g_assert_cmpuint (versions->len, ==, 1);
  bytes = mn_backup_load (versions->pdata[0], NULL);
  root = mn_xml_read_bytes (bytes, "version", NULL, NULL);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (root), "title"), ==, "của máy khác");
  place = g_path_get_dirname (((MnBackup *) versions->pdata[0])->path);
  folder_test_remove (place);
  folder_test_remove (folder);
}

/* What was agreed to go is what was seen. */
static void
test_changed_once_more (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_two (self);
  store_test_write_elsewhere (self->path, "lại khác");
  mn_store_overwrite (self->store);
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
  g_assert_cmpstr (
      mn_item_get (mn_session_get_general (mn_store_get_theirs (self->store)), "title"), ==,
      "lại khác");
}

static void
test_take_theirs (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_two (self);
  g_assert_true (mn_store_take_theirs (self->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (store_test_title (self->store), ==, "của máy khác");
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_true (mn_document_undo (mn_store_get_document (self->store)));
  g_assert_cmpstr (store_test_title (self->store), ==, "ở đây");
  store_test_save (self->store);
  store_test_assert_file (self->path, "ở đây");
  store_test_assert_file (self->backup, "của máy khác");
}

static void
test_put_back (StoreTest *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (self->path, &before, &size, NULL));
  make_two (self);
  g_assert_true (g_file_set_contents (self->path, before, (gssize) size, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  store_test_save (self->store);
}

static void
test_same_on_both_sides (StoreTest *self, gconstpointer data)
{
  store_test_type (self->store, "như nhau");
  store_test_write_elsewhere (self->path, "như nhau");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
}

/* Another program has only set the lines otherwise. */
static void
test_only_looks_otherwise (StoreTest *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_test_type (self->store, "ở đây");
  g_assert_true (g_file_get_contents (self->path, &before, NULL, NULL));
  after = g_strconcat (before, "<!-- đã xem -->\n", NULL);
  g_assert_true (g_file_set_contents (self->path, after, -1, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  store_test_save (self->store);
  store_test_assert_file (self->path, "ở đây");
}

/* The save finds it first; then it is looked at. */
static gboolean
has_theirs (MnStore *store)
{
  return mn_store_get_theirs (store) != NULL;
}

static void
test_found_by_a_save (StoreTest *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_test_type (self->store, "ở đây");
  store_test_write_elsewhere (self->path, "của máy khác");
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  store_test_wait (self->store, has_theirs);
}

static void
test_other_document (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnItem) other = mn_session_new ();
  g_autoptr (GBytes) bytes = mn_xml_write (other);
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_save_bytes (self->path, bytes, NULL, FALSE, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "gốc");
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
  g_assert_false (mn_store_take_theirs (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
}

/* ---- files that can't be had ------------------------------------------------------------------
 */

static void
test_unreadable (StoreTest *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path, "rác", -1, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "gốc");
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_UNREADABLE);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  mn_store_overwrite (self->store);
  store_test_save (self->store);
  store_test_assert_file (self->path, "gốc");
}

/* A copy that takes its time is seen half, then whole. */
static void
test_half_written (StoreTest *self, gconstpointer data)
{
  g_autofree char *whole = NULL;

  store_test_write_elsewhere (self->path, "của máy khác");
  g_assert_true (g_file_get_contents (self->path, &whole, NULL, NULL));
  g_assert_true (g_file_set_contents (self->path, whole, (gssize) strlen (whole) / 2, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_UNREADABLE);
  g_assert_true (g_file_set_contents (self->path, whole, -1, NULL));
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_true (is_reloaded (self->store));
}

static void
test_gone_and_back (StoreTest *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->path, ".aside", NULL);

  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_GONE);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED); /* it isn't safe */
  g_assert_false (mn_store_has_edits (self->store));
  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
}

static void
test_gone_and_made_again (StoreTest *self, gconstpointer data)
{
  g_unlink (self->path);
  mn_store_wait_for_disk (self->store);
  store_test_save (self->store);
  store_test_assert_file (self->path, "gốc");
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
}

static void
test_unreachable (StoreTest *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->folder, ".aside", NULL);

  g_assert_cmpint (g_rename (self->folder, aside), ==, 0);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_UNREACHABLE);
  g_assert_false (mn_store_save (self->store, NULL)); /* no folder is made in its place */
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (aside, self->folder), ==, 0);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
}

/* A share that goes while somebody types: tried again until it is back. */
static gboolean
is_saved (MnStore *store)
{
  return mn_store_get_state (store) == MN_STORE_SAVED;
}

static gboolean
has_failed (MnStore *store)
{
  return mn_store_get_state (store) == MN_STORE_FAILED;
}

static void
test_share_comes_back (StoreTest *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->folder, ".aside", NULL);

  mn_store_set_autosave_delay (self->store, 10);
  g_assert_cmpint (g_rename (self->folder, aside), ==, 0);
  store_test_type (self->store, "ở đây");
  store_test_wait (self->store, has_failed);
  g_assert_cmpint (g_rename (aside, self->folder), ==, 0);
  store_test_wait (self->store, is_saved);
  store_test_assert_file (self->path, "ở đây");
}

static void
test_dies_while_looking (StoreTest *self, gconstpointer data)
{
  mn_store_use_watch (self->store);
  store_test_write_elsewhere (self->path, "của máy khác");
  mn_store_check_disk (self->store);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  store_test_run_for (50);
}

static void
test_is_file (StoreTest *self, gconstpointer data)
{
  g_autofree char *way = g_build_filename (self->folder, "tắt", NULL);
  g_autofree char *round = g_build_filename (self->folder, ".", "a.minutes", NULL);
  g_autofree char *other = g_build_filename (self->folder, "b.minutes", NULL);

  g_assert_cmpint (symlink (self->path, way), ==, 0);
  g_assert_true (mn_store_is_file (self->store, self->path));
  g_assert_true (mn_store_is_file (self->store, way));
  g_assert_true (mn_store_is_file (self->store, round));
  g_assert_false (mn_store_is_file (self->store, other));
  g_unlink (way);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store-disk/" name, StoreTest, NULL, store_test_set_up, func, store_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("untouched", test_untouched);
  ADD ("touched", test_touched);
  ADD ("reloads", test_reloads);
  ADD ("reload-undone", test_reload_undone);
  ADD ("reloads-for-who-only-reads", test_reloads_for_who_only_reads);
  ADD ("asks-for-last-words", test_asks_for_last_words);
  ADD ("watches", test_watches);
  ADD ("own-save", test_own_save);
  ADD ("not-in-a-group", test_not_in_a_group);
  ADD ("two-versions", test_two_versions);
  ADD ("keep-mine", test_keep_mine);
  ADD ("keep-mine-as-version", test_keep_mine_as_version);
  ADD ("changed-once-more", test_changed_once_more);
  ADD ("take-theirs", test_take_theirs);
  ADD ("put-back", test_put_back);
  ADD ("same-on-both-sides", test_same_on_both_sides);
  ADD ("only-looks-otherwise", test_only_looks_otherwise);
  ADD ("found-by-a-save", test_found_by_a_save);
  ADD ("other-document", test_other_document);
  ADD ("unreadable", test_unreadable);
  ADD ("half-written", test_half_written);
  ADD ("gone-and-back", test_gone_and_back);
  ADD ("gone-and-made-again", test_gone_and_made_again);
  ADD ("unreachable", test_unreachable);
  ADD ("share-comes-back", test_share_comes_back);
  ADD ("dies-while-looking", test_dies_while_looking);
  ADD ("is-file", test_is_file);
  return g_test_run ();
}
