#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "folder-test.h"
#include "mn-error.h"
#include "mn-journal-file.h"
#include "mn-session.h"
#include "mn-store.h"
#include "mn-xml.h"

#define NOW "2026-04-15T08:30:00+07:00"

typedef struct
{
  char       *folder;
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

  self->folder = g_dir_make_tmp ("minutes-recovery-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.minutes", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, self->path);
  mn_store_use_journal (self->store, self->folder);
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
  g_free (self->path);
  mn_clock_unref (self->clock);
}

static void
set_title (MnDocument *document, const char *title)
{
  MnItem *general = mn_session_get_general (mn_document_get_root (document));

  g_assert_true (mn_document_set (document, general, "title", title, NULL));
}

static const char *
get_title (MnDocument *document)
{
  return mn_item_get (mn_session_get_general (mn_document_get_root (document)), "title");
}

static MnRecovery *
read_back (Fixture *self)
{
  g_auto (GStrv)     left = mn_recovery_list (self->folder);
  g_autoptr (GError) error = NULL;
  MnRecovery        *recovery;

  g_assert_cmpuint (g_strv_length (left), ==, 1);
  recovery = mn_recovery_read (left[0], self->clock, &error);
  g_assert_no_error (error);
  return recovery;
}

/* Ends as a crash does: what is in the journal stays there. */
static MnRecovery *
crash (Fixture *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->document);
  return read_back (self);
}

static void
test_unsaved (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;

  set_title (self->document, "một");
  g_assert_true (mn_store_save (self->store, NULL));
  set_title (self->document, "hai");
  set_title (self->document, "ba");
  mn_journal_note_place (mn_store_get_journal (self->store), "general", NULL);
  recovery = crash (self);
  g_assert_cmpstr (get_title (recovery->document), ==, "ba");
  g_assert_cmpstr (recovery->path, ==, self->path);
  g_assert_cmpstr (recovery->section, ==, "general");
  g_assert_null (recovery->item);
  g_assert_cmpuint (recovery->n_steps, ==, 2);
  g_assert_true (recovery->known);
  g_assert_false (recovery->covered);
  g_assert_false (recovery->cut);
  g_assert_true (mn_document_undo (recovery->document));
  g_assert_true (mn_document_undo (recovery->document));
  g_assert_cmpstr (get_title (recovery->document), ==, "một");
  g_assert_true (mn_document_undo (recovery->document));
  g_assert_cmpstr (get_title (recovery->document), ==, NULL);
}

static void
test_is_held (Fixture *self, gconstpointer data)
{
  MnJournal         *journal = mn_store_get_journal (self->store);
  g_auto (GStrv)     left = NULL;
  g_autoptr (GError) error = NULL;

  set_title (self->document, "một");
  g_assert_true (mn_journal_sync (journal, NULL));
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
  g_assert_null (mn_recovery_read (mn_journal_get_path (journal), self->clock, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
}

static void
test_covered (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_autoptr (MnItem)     other = NULL;
  g_autoptr (GBytes)     bytes = NULL;

  set_title (self->document, "một");
  bytes = mn_xml_write (mn_document_get_root (self->document));
  recovery = crash (self);
  g_assert_false (recovery->covered);
  g_clear_pointer (&recovery, mn_recovery_free);
  g_assert_true (mn_save_bytes (self->path, bytes, NULL, FALSE, NULL));
  recovery = read_back (self);
  g_assert_true (recovery->covered);
  g_assert_cmpuint (recovery->n_steps, ==, 0);
}

static void
test_is_saved_over_its_file (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_autoptr (MnItem)     read = NULL;
  g_autoptr (GError)     error = NULL;
  g_autofree char       *backup = g_strconcat (self->path, "~", NULL);

  set_title (self->document, "một");
  recovery = crash (self);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  mn_store_save (self->store, &error);
  g_assert_no_error (error);
  read = mn_xml_read_file (self->path, NULL, NULL);
  g_assert_true (mn_item_equal (read, mn_document_get_root (recovery->document)));
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (recovery->journal, G_FILE_TEST_EXISTS));
}

/* Killed again before anything was saved: the second recovery has all of the first. */
static void
test_two_crashes (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;

  set_title (self->document, "một");
  recovery = crash (self);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  set_title (recovery->document, "hai");
  g_clear_pointer (&recovery, mn_recovery_free);
  recovery = crash (self);
  g_assert_cmpstr (get_title (recovery->document), ==, "hai");
  g_assert_true (mn_document_undo (recovery->document));
  g_assert_cmpstr (get_title (recovery->document), ==, "một");
  /* What was undone before the first crash still can be. */
  g_assert_true (mn_document_undo (recovery->document));
  g_assert_cmpstr (get_title (recovery->document), ==, NULL);
}

/* After the second crash the file is still known to be what it was before the first. */
static void
test_two_crashes_and_a_save (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_autoptr (GError)     error = NULL;

  set_title (self->document, "một");
  recovery = crash (self);
  g_assert_true (recovery->known);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  g_clear_pointer (&recovery, mn_recovery_free);
  recovery = crash (self);
  g_assert_true (recovery->known);
  g_assert_cmpuint (recovery->n_steps, ==, 1);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  mn_store_save (self->store, &error);
  g_assert_no_error (error);
}

/* The power fails before a new journal gets its name. */
static void
test_before_its_name (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_auto (GStrv)         left = NULL;
  g_autofree char       *unnamed = g_build_filename (self->folder, ".some-id.a1B2c3", NULL);

  set_title (self->document, "một");
  g_clear_object (&self->store);
  left = mn_recovery_list (self->folder);
  g_assert_cmpint (g_rename (left[0], unnamed), ==, 0);
  recovery = read_back (self);
  g_assert_cmpstr (recovery->journal, ==, unnamed);
  g_assert_cmpstr (get_title (recovery->document), ==, "một");
}

/* Somebody else wrote the file after the crash: that isn't overwritten by itself. */
static void
test_file_of_somebody_else (Fixture *self, gconstpointer data)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_autoptr (MnItem)     other = mn_session_new ();
  g_autoptr (GBytes)     bytes = mn_xml_write (other);
  g_autoptr (GError)     error = NULL;

  set_title (self->document, "một");
  g_clear_object (&self->store);
  g_clear_object (&self->document);
  g_assert_true (mn_save_bytes (self->path, bytes, NULL, FALSE, NULL));
  recovery = read_back (self);
  g_assert_false (recovery->known);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
}

static void
keep_state_cb (GPtrArray *states, MnEdit *edit, MnDocument *document)
{
  g_assert_cmpuint (mn_document_get_revision (document), ==, states->len);
  g_ptr_array_add (states, mn_item_copy (mn_document_get_root (document), MN_COPY_SAME_IDS));
}

static void
type_title (MnDocument *document, guint position, const char *letters)
{
  MnItem            *general = mn_session_get_general (mn_document_get_root (document));
  g_autoptr (MnText) text = mn_text_new (letters);

  g_assert_true (mn_document_splice (document, general, "title", position, 0, text, NULL));
}

/* Each sort of step. */
static void
do_all_sorts (MnDocument *document)
{
  MnItem            *record = mn_session_get_record (mn_document_get_root (document));
  g_autoptr (MnItem) first = mn_item_new (mn_kind_find ("proposal"));
  g_autoptr (MnItem) second = mn_item_new (mn_kind_find ("proposal"));

  type_title (document, 0, "M");
  type_title (document, 1, "ộ");
  mn_document_begin (document, "nhóm");
  g_assert_true (mn_document_insert (document, record, "proposals", 0, first, NULL));
  g_assert_true (mn_document_insert (document, record, "proposals", 0, second, NULL));
  mn_document_end (document);
  g_assert_true (mn_document_undo (document));
  g_assert_true (mn_document_redo (document));
  g_assert_true (mn_document_move (document, mn_item_get_child (record, "proposals", 0), 1, NULL));
  g_assert_true (mn_document_remove (document, mn_item_get_child (record, "proposals", 1), NULL));
  set_title (document, "hết");
}

/* A journal with each sort of record: one that begins with a past, and goes on over a save.
 * Returns its bytes; @states are those that the document went through, by revision. */
static char *
leave_all_sorts (Fixture *self, char **journal, GPtrArray *states, gsize *length)
{
  g_autoptr (MnRecovery) recovery = NULL;
  g_auto (GStrv)         left = NULL;
  char                  *contents;

  set_title (self->document, "một");
  recovery = crash (self);
  for (guint i = 0; i <= mn_document_get_revision (recovery->document); i++)
    g_ptr_array_add (states,
                     mn_item_copy (mn_document_get_root (recovery->document), MN_COPY_SAME_IDS));
  g_signal_connect_swapped (recovery->document, "edited", G_CALLBACK (keep_state_cb), states);
  self->store = mn_store_recover (recovery, self->path, self->folder);
  mn_journal_note_place (mn_store_get_journal (self->store), "proposals", "x");
  do_all_sorts (recovery->document);
  g_assert_true (mn_store_save (self->store, NULL));
  do_all_sorts (recovery->document);
  g_clear_object (&self->store);
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  *journal = g_strdup (left[0]);
  g_assert_true (g_file_get_contents (left[0], &contents, length, NULL));
  return contents;
}

/* Neither through a temporary file nor emptied first, for which a file system waits for the disk:
 * there are thousands of these. */
static void
overwrite (const char *path, const char *contents, gsize length)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (write (fd, contents, length), ==, (gssize) length);
  g_assert_cmpint (ftruncate (fd, (off_t) length), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

/* What can be read is a state that the document has gone through, after all whole records. */
static guint
read_damaged (Fixture *self, const char *journal, GPtrArray *states)
{
  g_autoptr (GPtrArray)  records = mn_journal_file_read (journal, NULL, NULL);
  g_autoptr (MnRecovery) recovery = mn_recovery_read (journal, self->clock, NULL);
  guint                  reached;

  if (recovery == NULL)
    {
      g_assert_true (records == NULL || records->len == 0);
      return 0;
    }
  reached = (guint) mn_document_get_revision (recovery->document);
  g_assert_cmpuint (reached, >=, ((MnJournalRecord *) records->pdata[records->len - 1])->revision);
  g_assert_cmpuint (reached, <, states->len);
  g_assert_true (mn_item_equal (mn_document_get_root (recovery->document), states->pdata[reached]));
  return reached;
}

static guint
count_records (const char *journal)
{
  g_autoptr (GPtrArray) records = mn_journal_file_read (journal, NULL, NULL);

  return records != NULL ? records->len : 0;
}

static void
test_cut_anywhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char      *journal = NULL;
  gsize                 length;
  g_autofree char      *contents = leave_all_sorts (self, &journal, states, &length);
  guint                 last = 0;

  for (gsize n = 0; n <= length; n++)
    {
      guint reached;

      overwrite (journal, contents, n);
      reached = read_damaged (self, journal, states);
      g_assert_cmpuint (reached, >=, last);
      last = reached;
    }
  g_assert_cmpuint (last, ==, states->len - 1);
}

/* Any byte may come to be another. */
static void
test_damaged_anywhere (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand)     rand = g_rand_new_with_seed (7);
  g_autofree char      *journal = NULL;
  gsize                 length;
  g_autofree char      *contents = leave_all_sorts (self, &journal, states, &length);
  guint                 n_all = count_records (journal);

  for (gsize n = 0; n < length; n++)
    {
      char before = contents[n];

      contents[n] = (char) (before ^ g_rand_int_range (rand, 1, 256));
      overwrite (journal, contents, length);
      g_assert_cmpuint (read_damaged (self, journal, states), <, states->len - 1);
      g_assert_cmpuint (count_records (journal), <, n_all);
      contents[n] = before;
    }
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autofree char   *journal = g_build_filename (self->folder, "x.journal", NULL);
  g_autofree char   *kept = NULL;
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (journal, "rác", -1, NULL));
  g_assert_null (mn_recovery_read (journal, self->clock, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
  g_clear_error (&error);
  kept = mn_recovery_set_aside (journal, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (kept, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "rác");
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_null (mn_recovery_set_aside (journal, &error));
  g_assert_nonnull (error);
}

/* One that was done with and couldn't be removed has been emptied: nobody is told of it. */
static void
test_emptied (Fixture *self, gconstpointer data)
{
  g_autofree char *journal = g_build_filename (self->folder, "x.journal", NULL);
  g_auto (GStrv)   before = NULL, after = NULL;

  g_assert_true (g_file_set_contents (journal, "rác", -1, NULL));
  before = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (before), ==, 1);
  g_assert_true (g_file_set_contents (journal, "", 0, NULL));
  after = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (after), ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autofree char   *journal = g_build_filename (self->folder, "x.journal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (journal, MN_JOURNAL_MAGIC, -1, NULL));
  g_assert_null (mn_recovery_read (journal, self->clock, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  g_autofree char *journal = g_build_filename (self->folder, "x.journal", NULL);
  g_autofree char *lost = g_build_filename (self->folder, "lost", NULL);

  g_assert_true (g_file_set_contents (journal, MN_JOURNAL_MAGIC, -1, NULL));
  mn_recovery_remove (journal, FALSE);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lost, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (journal, MN_JOURNAL_MAGIC, -1, NULL));
  mn_recovery_remove (journal, TRUE);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (lost, G_FILE_TEST_EXISTS));
}

#define ADD(name, test) g_test_add ("/recovery/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("unsaved", test_unsaved);
  ADD ("is-held", test_is_held);
  ADD ("covered", test_covered);
  ADD ("is-saved-over-its-file", test_is_saved_over_its_file);
  ADD ("two-crashes", test_two_crashes);
  ADD ("two-crashes-and-a-save", test_two_crashes_and_a_save);
  ADD ("before-its-name", test_before_its_name);
  ADD ("file-of-somebody-else", test_file_of_somebody_else);
  ADD ("cut-anywhere", test_cut_anywhere);
  ADD ("damaged-anywhere", test_damaged_anywhere);
  ADD ("unreadable", test_unreadable);
  ADD ("emptied", test_emptied);
  ADD ("empty", test_empty);
  ADD ("remove", test_remove);
  return g_test_run ();
}
