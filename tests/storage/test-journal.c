#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "folder-test.h"
#include "mn-journal.h"
#include "mn-session.h"
#include "mn-store.h"

#define NOW "2026-04-15T08:30:00+07:00"

typedef struct
{
  char       *folder; /* of journals; made by the first of them */
  char       *home;
  char       *path;
  MnClock    *clock;
  MnDocument *document;
  MnJournal  *journal;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_session_new ();

  self->home = g_dir_make_tmp ("minutes-journal-XXXXXX", NULL);
  self->folder = g_build_filename (self->home, "journal", NULL);
  self->path = g_build_filename (self->home, "a.minutes", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->journal = mn_journal_new (self->document, self->path, self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->journal);
  g_clear_object (&self->document);
  folder_test_remove (self->home);
  g_free (self->folder);
  g_free (self->home);
  g_free (self->path);
  mn_clock_unref (self->clock);
}

static void
set_title (MnDocument *document, const char *title)
{
  g_autoptr (GError) error = NULL;
  MnItem            *general = mn_session_get_general (mn_document_get_root (document));

  g_assert_true (mn_document_set (document, general, "title", title, &error));
  g_assert_no_error (error);
}

static const char *
get_title (MnDocument *document)
{
  return mn_item_get (mn_session_get_general (mn_document_get_root (document)), "title");
}

static void
sync_now (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_journal_sync (self->journal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mn_journal_get_synced_revision (self->journal), ==,
                    mn_document_get_revision (self->document));
}

/* Reads what is on disk, as after a crash. */
static MnRecovery *
peek (Fixture *self)
{
  g_autofree char   *copy = g_build_filename (self->home, "copy.journal", NULL);
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  MnRecovery        *recovery;
  gsize              n;

  g_assert_true (g_file_get_contents (mn_journal_get_path (self->journal), &contents, &n, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) n, NULL));
  recovery = mn_recovery_read (copy, self->clock, &error);
  g_assert_no_error (error);
  return recovery;
}

static void
assert_on_disk (Fixture *self)
{
  g_autoptr (MnRecovery) recovery = peek (self);

  g_assert_false (recovery->cut);
  g_assert_true (mn_item_equal (mn_document_get_root (recovery->document),
                                mn_document_get_root (self->document)));
}

static void
test_nothing_before_the_first_step (Fixture *self, gconstpointer data)
{
  sync_now (self);
  g_assert_false (g_file_test (self->folder, G_FILE_TEST_EXISTS));
  g_assert_null (mn_journal_get_synced_at (self->journal));
}

static void
test_sync (Fixture *self, gconstpointer data)
{
  set_title (self->document, "một");
  sync_now (self);
  assert_on_disk (self);
  mn_document_begin (self->document, "hai");
  set_title (self->document, "hai");
  set_title (self->document, "ba");
  mn_document_end (self->document);
  mn_document_undo (self->document);
  sync_now (self);
  g_assert_cmpstr (get_title (self->document), ==, "một");
  assert_on_disk (self);
  g_assert_nonnull (mn_journal_get_synced_at (self->journal));
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
turn (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

/* The timer runs from the first step; typing on doesn't push it back. */
static void
test_timer (Fixture *self, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  mn_journal_set_sync_delay (self->journal, 200);
  for (guint i = 0; mn_journal_get_synced_revision (self->journal) == 0; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      set_title (self->document, title);
      turn (20);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
    }
  turn (500);
  g_assert_cmpuint (mn_journal_get_synced_revision (self->journal), ==,
                    mn_document_get_revision (self->document));
  assert_on_disk (self);
}

static void
test_is_locked (Fixture *self, gconstpointer data)
{
  int fd;

  set_title (self->document, "một");
  sync_now (self);
  fd = open (mn_journal_get_path (self->journal), O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, -1);
  close (fd);
}

static void
test_failure_is_tried_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->folder, "in the way", -1, NULL));
  set_title (self->document, "một");
  g_assert_false (mn_journal_sync (self->journal, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (mn_journal_get_message (self->journal), ==, error->message);
  g_assert_cmpuint (mn_journal_get_synced_revision (self->journal), ==, 0);
  set_title (self->document, "hai");
  g_assert_cmpint (g_unlink (self->folder), ==, 0);
  sync_now (self);
  g_assert_null (mn_journal_get_message (self->journal));
  assert_on_disk (self);
}

static void
test_retries_by_itself (Fixture *self, gconstpointer data)
{
  mn_journal_set_sync_delay (self->journal, 5);
  g_assert_true (g_file_set_contents (self->folder, "in the way", -1, NULL));
  set_title (self->document, "một");
  turn (60);
  g_assert_nonnull (mn_journal_get_message (self->journal));
  g_assert_cmpint (g_unlink (self->folder), ==, 0);
  turn (300);
  g_assert_null (mn_journal_get_message (self->journal));
  assert_on_disk (self);
}

/* As if a file held it. */
static void
note_saved (Fixture *self)
{
  const MnStamp stamp = { 1, 2, 3 };

  mn_journal_note_saved (self->journal, mn_document_get_revision (self->document), &stamp);
}

static void
test_close_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  set_title (self->document, "một");
  sync_now (self);
  path = g_strdup (mn_journal_get_path (self->journal));
  note_saved (self);
  mn_journal_close (self->journal);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_close_unsaved (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) left = NULL;

  set_title (self->document, "một");
  note_saved (self);
  set_title (self->document, "hai");
  mn_journal_close (self->journal); /* brings it to disk first */
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Who closes it may be gone by halves: nothing is told any more. */
static void
test_close_tells_nobody (Fixture *self, gconstpointer data)
{
  guint n = 0;

  g_signal_connect_swapped (self->journal, "notify", G_CALLBACK (count_cb), &n);
  set_title (self->document, "một");
  mn_journal_flush (self->journal);
  set_title (self->document, "hai");
  mn_journal_close (self->journal);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (mn_journal_get_synced_revision (self->journal), ==, 2);
}

/* Losing the focus doesn't wait for the disk. */
static void
test_flush (Fixture *self, gconstpointer data)
{
  set_title (self->document, "một");
  mn_journal_flush (self->journal);
  g_assert_cmpuint (mn_journal_get_synced_revision (self->journal), ==, 0);
  set_title (self->document, "hai");
  mn_journal_flush (self->journal); /* right after the first */
  while (mn_journal_get_synced_revision (self->journal) < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_on_disk (self);
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) left = NULL;

  set_title (self->document, "một");
  sync_now (self);
  mn_journal_drop (self->journal);
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
crash (Fixture *self)
{
  sync_now (self);
  g_clear_object (&self->journal);
  g_clear_object (&self->document);
}

/* What a crash has left isn't written to; the journal after it takes its place. */
static void
test_succeeds_another (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_auto (GStrv)         left = NULL;
  g_autofree char       *name = NULL;

  set_title (self->document, "một");
  set_title (self->document, "hai");
  crash (self);
  left = mn_recovery_list (self->folder);
  recovery = mn_recovery_read (left[0], self->clock, NULL);
  self->document = g_object_ref (recovery->document);
  self->journal = mn_journal_new (self->document, self->path, self->folder);
  mn_journal_succeed (self->journal, recovery);
  g_assert_true (g_file_test (left[0], G_FILE_TEST_EXISTS));
  sync_now (self);
  g_assert_false (g_file_test (left[0], G_FILE_TEST_EXISTS));
  name = g_path_get_basename (mn_journal_get_path (self->journal));
  g_assert_true (g_str_has_suffix (name, "-2.journal"));
  /* Undone behind its base, it is still whole. */
  g_assert_true (mn_document_undo (self->document));
  g_assert_true (mn_document_undo (self->document));
  g_assert_true (mn_document_redo (self->document));
  set_title (self->document, "ba");
  sync_now (self);
  assert_on_disk (self);
}

static void
test_store (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) store = mn_store_new (self->document, self->path);
  g_autoptr (GError)  error = NULL;
  gboolean            in_file = FALSE;
  g_autofree char    *journal = NULL;

  mn_store_use_journal (store, self->folder);
  g_assert_null (mn_store_dup_safety (store, &in_file));
  set_title (self->document, "một");
  g_assert_true (mn_journal_sync (mn_store_get_journal (store), NULL));
  g_date_time_unref (mn_store_dup_safety (store, &in_file));
  g_assert_false (in_file);
  journal = g_strdup (mn_journal_get_path (mn_store_get_journal (store)));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  mn_store_save (store, &error);
  g_assert_no_error (error);
  g_date_time_unref (mn_store_dup_safety (store, &in_file));
  g_assert_true (in_file);
  g_clear_object (&store);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_store_unsaved (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) store = mn_store_new (self->document, self->path);
  g_auto (GStrv)      left = NULL;

  mn_store_use_journal (store, self->folder);
  set_title (self->document, "một");
  g_clear_object (&store);
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
}

#define ADD(name, test) g_test_add ("/journal/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-before-the-first-step", test_nothing_before_the_first_step);
  ADD ("sync", test_sync);
  ADD ("timer", test_timer);
  ADD ("is-locked", test_is_locked);
  ADD ("failure-is-tried-again", test_failure_is_tried_again);
  ADD ("retries-by-itself", test_retries_by_itself);
  ADD ("close/saved", test_close_saved);
  ADD ("close/unsaved", test_close_unsaved);
  ADD ("close/tells-nobody", test_close_tells_nobody);
  ADD ("flush", test_flush);
  ADD ("drop", test_drop);
  ADD ("succeeds-another", test_succeeds_another);
  ADD ("store/saved", test_store);
  ADD ("store/unsaved", test_store_unsaved);
  return g_test_run ();
}
