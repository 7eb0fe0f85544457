#include "mn-error.h"
#include "store-test.h"

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

/* Somebody on another machine has the session open. */
static MnLock *
lock_elsewhere (StoreTest *self)
{
  g_autoptr (MnLockHolder) holder = mn_lock_holder_new (self->clock);
  MnLock                  *lock = mn_lock_new (self->path, self->clock);

  set (&holder->name, "Bà Nguyễn Thị A");
  set (&holder->host, "VP-03");
  set (&holder->machine, "x");
  mn_lock_set_me (lock, holder);
  g_assert_cmpint (mn_lock_take_over (lock), ==, MN_LOCK_OURS);
  return lock;
}

static gboolean
is_read_only (MnStore *store)
{
  return mn_document_get_read_only (mn_store_get_document (store));
}

static gboolean
is_ours (MnStore *store)
{
  return mn_lock_get_state (mn_store_get_lock (store)) == MN_LOCK_OURS;
}

static void
count_cb (MnStore *store, guint *n)
{
  (*n)++;
}

static void
test_ours (StoreTest *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  mn_store_use_lock (self->store);
  g_assert_true (is_ours (self->store));
  g_assert_true (mn_store_holds_lock (self->store));
  g_assert_false (is_read_only (self->store));
  path = g_strdup (mn_lock_get_path (mn_store_get_lock (self->store)));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  store_test_type (self->store, "một");
  store_test_save (self->store);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_held (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = lock_elsewhere (self);
  g_autoptr (GError) error = NULL;

  mn_store_use_lock (self->store);
  g_assert_false (mn_store_holds_lock (self->store));
  g_assert_true (is_read_only (self->store));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_false (mn_store_try_lock (self->store));
  g_assert_true (is_read_only (self->store));
}

/* A new session gets its lock with its file, and leaves no lock without one. */
static void
test_new_document (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnItem)     root = mn_session_new ();
  g_autoptr (MnDocument) document = mn_document_new (root, self->clock);
  g_autofree char       *path = g_build_filename (self->folder, "2026", "b.minutes", NULL);
  g_autofree char       *folder = g_path_get_dirname (path);
  g_autoptr (MnStore)    store = mn_store_new (document, path);

  mn_store_use_lock (store);
  g_assert_false (is_ours (store));
  g_assert_false (is_read_only (store));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  store_test_save (store);
  store_test_wait (store, is_ours);
  g_clear_object (&store);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_released (StoreTest *self, gconstpointer data)
{
  MnLock *theirs = lock_elsewhere (self);
  guint   n = 0;

  mn_store_use_lock (self->store);
  g_signal_connect (self->store, "lock-changed", G_CALLBACK (count_cb), &n);
  mn_store_await_release (self->store, TRUE);
  g_assert_true (mn_store_awaits_release (self->store));
  store_test_run_for (50);
  g_assert_false (is_ours (self->store));
  store_test_write_elsewhere (self->path, "lời cuối của chị A");
  mn_lock_free (theirs);
  store_test_wait (self->store, is_ours);
  g_assert_cmpuint (n, >, 0);
  g_assert_false (is_read_only (self->store));
  g_assert_false (mn_store_awaits_release (self->store));
  g_assert_cmpstr (store_test_title (self->store), ==, "lời cuối của chị A");
  store_test_type (self->store, "đến lượt tôi");
  store_test_save (self->store);
}

/* One who edits goes, and another comes before we have looked. */
static void
test_other_holder (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) first = lock_elsewhere (self);
  g_autoptr (MnLock) second = NULL;
  guint              n = 0;

  mn_store_use_lock (self->store);
  g_signal_connect (self->store, "lock-changed", G_CALLBACK (count_cb), &n);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpuint (n, ==, 0);
  mn_lock_release (first);
  second = lock_elsewhere (self);
  mn_store_wait_for_disk (self->store);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (mn_lock_get_holder (mn_store_get_lock (self->store))->token, ==,
                   mn_lock_get_me (second)->token);
  g_assert_true (is_read_only (self->store));
}

static void
test_not_awaited (StoreTest *self, gconstpointer data)
{
  MnLock *theirs = lock_elsewhere (self);

  mn_store_use_lock (self->store);
  mn_store_await_release (self->store, TRUE);
  mn_store_await_release (self->store, FALSE);
  mn_lock_free (theirs);
  mn_store_wait_for_disk (self->store);
  g_assert_false (is_ours (self->store));
  g_assert_true (mn_store_try_lock (self->store));
  g_assert_false (is_read_only (self->store));
}

/* Who looks on sees what is saved elsewhere. */
static void
test_follows_while_held (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = lock_elsewhere (self);

  mn_store_use_lock (self->store);
  store_test_write_elsewhere (self->path, "đang gõ");
  mn_store_wait_for_disk (self->store);
  g_assert_cmpstr (store_test_title (self->store), ==, "đang gõ");
  g_assert_true (is_read_only (self->store));
}

static void
test_take_over (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = lock_elsewhere (self);

  mn_store_use_lock (self->store);
  store_test_write_elsewhere (self->path, "chưa đọc");
  g_assert_true (mn_store_take_over_lock (self->store));
  g_assert_cmpstr (store_test_title (self->store), ==, "chưa đọc");
  g_assert_false (is_read_only (self->store));
  store_test_type (self->store, "một");
  store_test_save (self->store);
}

/* Somebody else has said that he edits it now. */
static void
test_lost (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = NULL;
  g_autoptr (GError) error = NULL;

  mn_store_set_autosave_delay (self->store, 10);
  mn_store_use_lock (self->store);
  theirs = lock_elsewhere (self);
  store_test_type (self->store, "chưa lưu");
  mn_store_wait_for_disk (self->store);
  g_assert_true (is_read_only (self->store));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_nonnull (strstr (mn_store_get_message (self->store), "Bà Nguyễn Thị A"));
  g_assert_nonnull (strstr (mn_store_get_message (self->store), "VP-03"));
  store_test_run_for (100);
  store_test_assert_file (self->path, "gốc");
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);

  /* And has gone: what was typed here goes into the file. */
  mn_lock_release (theirs);
  g_assert_true (mn_store_try_lock (self->store));
  while (mn_store_get_state (self->store) != MN_STORE_SAVED)
    store_test_run_for (1);
  store_test_assert_file (self->path, "chưa lưu");
}

static void
test_lost_and_changed (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = NULL;

  mn_store_use_lock (self->store);
  theirs = lock_elsewhere (self);
  store_test_type (self->store, "chưa lưu");
  mn_store_wait_for_disk (self->store);
  store_test_write_elsewhere (self->path, "của chị A");
  mn_lock_release (theirs);
  g_assert_true (mn_store_try_lock (self->store));
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_cmpstr (store_test_title (self->store), ==, "chưa lưu");
}

/* Somebody has tidied up the folder. */
static void
test_lock_taken_away (StoreTest *self, gconstpointer data)
{
  const char *path;

  mn_store_use_lock (self->store);
  path = mn_lock_get_path (mn_store_get_lock (self->store));
  g_unlink (path);
  mn_store_wait_for_disk (self->store);
  g_assert_true (is_ours (self->store));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What a crash has left meets somebody who edits the file by now. */
static void
test_recovered_while_held (StoreTest *self, gconstpointer data)
{
  g_autofree char       *journals = g_build_filename (self->folder, "journal", NULL);
  g_autoptr (MnLock)     theirs = NULL;
  g_autoptr (MnRecovery) recovery = NULL;
  g_auto (GStrv)         found = NULL;

  mn_store_use_journal (self->store, journals);
  store_test_type (self->store, "trước khi mất điện");
  g_assert_finalize_object (g_steal_pointer (&self->store));
  theirs = lock_elsewhere (self);
  found = mn_recovery_list (journals);
  recovery = mn_recovery_read (found[0], self->clock, NULL);
  self->store = mn_store_recover (recovery, self->path, journals);
  mn_store_set_autosave_delay (self->store, 5);
  mn_store_use_lock (self->store);
  g_assert_true (is_read_only (self->store));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  store_test_run_for (50);
  store_test_assert_file (self->path, "gốc");
  mn_lock_release (theirs);
  g_assert_true (mn_store_try_lock (self->store));
  store_test_save (self->store);
  store_test_assert_file (self->path, "trước khi mất điện");
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_cmpint (g_rmdir (journals), ==, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store-lock/" name, StoreTest, NULL, store_test_set_up, func, store_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ours", test_ours);
  ADD ("held", test_held);
  ADD ("new-document", test_new_document);
  ADD ("released", test_released);
  ADD ("other-holder", test_other_holder);
  ADD ("not-awaited", test_not_awaited);
  ADD ("follows-while-held", test_follows_while_held);
  ADD ("take-over", test_take_over);
  ADD ("lost", test_lost);
  ADD ("lost-and-changed", test_lost_and_changed);
  ADD ("lock-taken-away", test_lock_taken_away);
  ADD ("recovered-while-held", test_recovered_while_held);
  return g_test_run ();
}
