/* A journal that has grown long begins again when the file holds all of it. */

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "folder-test.h"
#include "mn-session.h"
#include "mn-store.h"

#define NOW "2026-04-15T08:30:00+07:00"
#define FOLD_SIZE (1024 * 1024)

typedef struct
{
  char       *folder; /* of the file; journals lie below */
  char       *journals;
  char       *path;
  MnClock    *clock;
  MnDocument *document;
  MnStore    *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_session_new ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("minutes-fold-XXXXXX", NULL);
  self->journals = g_build_filename (self->folder, "journal", NULL);
  self->path = g_build_filename (self->folder, "a.minutes", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, self->path);
  mn_store_use_journal (self->store, self->journals);
  mn_store_save (self->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  g_clear_object (&self->document);
  folder_test_remove (self->folder);
  g_free (self->folder);
  g_free (self->journals);
  g_free (self->path);
  mn_clock_unref (self->clock);
}

static MnJournal *
get_journal (Fixture *self)
{
  return mn_store_get_journal (self->store);
}

static gsize
get_size (Fixture *self)
{
  struct stat status;

  g_assert_cmpint (stat (mn_journal_get_path (get_journal (self)), &status), ==, 0);
  return (gsize) status.st_size;
}

static void
set_title (MnDocument *document, const char *title)
{
  MnItem *general = mn_session_get_general (mn_document_get_root (document));

  g_assert_true (mn_document_set (document, general, "title", title, NULL));
}

/* Changes whose records are long, until they come to more than @n_bytes. */
static guint
change (Fixture *self, gsize n_bytes)
{
  static guint     count = 0;
  g_autofree char *long_title = g_strnfill (1000, 'x');
  guint            n = 0;

  for (gsize sum = 0; sum < n_bytes; sum += 2 * 1000, n++)
    {
      g_autofree char *title = g_strdup_printf ("%u %s", ++count, long_title);

      set_title (self->document, title);
    }
  return n;
}

static void
sync_now (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_journal_sync (get_journal (self), &error));
  g_assert_no_error (error);
}

static void
save (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mn_store_save (self->store, &error);
  g_assert_no_error (error);
}

/* Reads the journal as a start after a crash would. */
static MnRecovery *
peek (Fixture *self)
{
  g_autofree char   *copy = g_build_filename (self->folder, "copy.journal", NULL);
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  MnRecovery        *recovery;
  gsize              n;

  sync_now (self);
  g_file_get_contents (mn_journal_get_path (get_journal (self)), &contents, &n, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (copy, contents, (gssize) n, NULL));
  recovery = mn_recovery_read (copy, self->clock, &error);
  g_assert_no_error (error);
  g_assert_false (recovery->cut);
  g_assert_cmpuint (mn_document_get_revision (recovery->document), ==,
                    mn_document_get_revision (self->document));
  g_assert_true (mn_item_equal (mn_document_get_root (recovery->document),
                                mn_document_get_root (self->document)));
  return recovery;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->journals, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Not before it is long, and not before the file holds all of it. */
static void
test_when (Fixture *self, gconstpointer data)
{
  g_autofree char *first = NULL;

  change (self, FOLD_SIZE / 2);
  sync_now (self);
  first = g_strdup (mn_journal_get_path (get_journal (self)));
  save (self);
  sync_now (self);
  g_assert_cmpstr (mn_journal_get_path (get_journal (self)), ==, first);
  change (self, FOLD_SIZE);
  sync_now (self);
  g_assert_cmpuint (get_size (self), >, FOLD_SIZE);
  g_assert_cmpstr (mn_journal_get_path (get_journal (self)), ==, first);
  save (self);
  sync_now (self);
  g_assert_cmpstr (mn_journal_get_path (get_journal (self)), !=, first);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (self), ==, 1);
  g_clear_object (&self->store);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
assert_goes_on (Fixture *self)
{
  g_autoptr (MnRecovery) recovery = NULL;

  set_title (self->document, "sau");
  mn_document_undo (self->document);
  mn_document_redo (self->document);
  mn_document_undo (self->document);
  mn_document_undo (self->document);
  recovery = peek (self);
  g_assert_true (recovery->known);
  g_assert_cmpuint (recovery->in_file + 1, ==, mn_document_get_revision (recovery->document));
  g_assert_cmpuint (recovery->n_steps, ==, 1);
  g_assert_cmpstr (mn_document_get_redo_name (recovery->document), !=, NULL);
}

static void
test_goes_on (Fixture *self, gconstpointer data)
{
  change (self, 2 * FOLD_SIZE);
  sync_now (self);
  save (self);
  sync_now (self);
  g_assert_cmpuint (get_size (self), <, 2 * FOLD_SIZE);
  assert_goes_on (self);
}

/* Typing goes on while the new file is being made. */
static void
test_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;

  change (self, 2 * FOLD_SIZE);
  sync_now (self);
  save (self);
  for (guint i = 0; i < 5; i++)
    mn_document_undo (self->document);
  set_title (self->document, "trong khi đó");
  recovery = peek (self);
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* A folded journal keeps some of the past; who undoes more than that isn't lost. */
static void
test_undo_far (Fixture *self, gconstpointer data)
{
  guint n = change (self, 2 * FOLD_SIZE);

  g_assert_cmpuint (n, >, 1000);
  sync_now (self);
  save (self);
  sync_now (self);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (mn_document_undo (self->document));
      if (i % 200 == 199)
        mn_recovery_free (peek (self));
    }
  mn_recovery_free (peek (self));
  save (self);
  sync_now (self);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (mn_document_redo (self->document));
      if (i % 200 == 199)
        mn_recovery_free (peek (self));
    }
  mn_recovery_free (peek (self));
}

/* Nothing new can be made beside it: then it goes on as it was. */
static void
test_cannot (Fixture *self, gconstpointer data)
{
  g_autofree char *moved = g_build_filename (self->folder, "elsewhere", NULL);
  g_autofree char *first = NULL;

  change (self, 2 * FOLD_SIZE);
  sync_now (self);
  first = g_strdup (mn_journal_get_path (get_journal (self)));
  g_assert_cmpint (g_rename (self->journals, moved), ==, 0);
  g_assert_true (g_file_set_contents (self->journals, "in the way", -1, NULL));
  save (self);
  sync_now (self);
  g_assert_cmpint (g_unlink (self->journals), ==, 0);
  g_assert_cmpint (g_rename (moved, self->journals), ==, 0);
  g_assert_cmpstr (mn_journal_get_path (get_journal (self)), ==, first);
  g_assert_null (mn_journal_get_message (get_journal (self)));
  assert_goes_on (self);
  save (self);
  sync_now (self);
  g_assert_cmpstr (mn_journal_get_path (get_journal (self)), !=, first);
}

#define ADD(name, test) g_test_add ("/journal/fold/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("when", test_when);
  ADD ("goes-on", test_goes_on);
  ADD ("meanwhile", test_meanwhile);
  ADD ("undo-far", test_undo_far);
  ADD ("cannot", test_cannot);
  return g_test_run ();
}
