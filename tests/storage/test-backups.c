#include "mn-backups.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utime.h>

#include "folder-test.h"
#include "mn-error.h"
#include "mn-session.h"
#include "mn-store.h"
#include "mn-xml.h"

#define ID "7b0f7e0e-1111-4222-8333-444455556666"
#define NOW 1776220200 /* 2026-04-15 09:30 in Hà Nội */

typedef struct
{
  char          *folder;  /* (owned) */
  char          *backups; /* (owned) */
  char          *path;    /* (owned) of the document */
  MnBackupPlace *place;   /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("minutes-backups-XXXXXX", NULL);
  self->backups = g_build_filename (self->folder, "state", "backups", NULL);
  self->path = g_build_filename (self->folder, "họp.minutes", NULL);
  self->place = mn_backup_place_new (self->backups, ID, NULL, NOW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  folder_test_remove (self->folder);
  mn_backup_place_free (self->place);
  g_free (self->folder);
  g_free (self->backups);
  g_free (self->path);
}

/* The document's file as some program wrote it then. */
static void
write_at (Fixture *self, const char *contents, gint64 time)
{
  struct utimbuf times = { (time_t) time, (time_t) time };

  g_assert_true (g_file_set_contents (self->path, contents, -1, NULL));
  g_assert_cmpint (utime (self->path, &times), ==, 0);
}

static void
keep (Fixture *self, const char *contents, gint64 time)
{
  g_autoptr (GError) error = NULL;

  write_at (self, contents, time);
  mn_backups_keep (self->place, self->path, &error);
  g_assert_no_error (error);
}

static void
expect_contents (Fixture *self, ...)
{
  g_autoptr (GPtrArray) list = mn_backups_list (self->backups, ID);
  const char           *contents;
  guint                 i = 0;
  va_list               all;

  va_start (all, self);
  for (; (contents = va_arg (all, const char *)) != NULL; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      g_assert_cmpuint (i, <, list->len);
      bytes = mn_backup_load (list->pdata[i], NULL);
      g_assert_nonnull (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents,
                       strlen (contents));
    }
  va_end (all);
  g_assert_cmpuint (list->len, ==, i);
}

static void
test_keeps (Fixture *self, gconstpointer data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (mn_backups_keep (self->place, self->path, &error)); /* nothing is there yet */
  expect_contents (self, NULL);
  keep (self, "một", NOW - 3000);
  keep (self, "hai", NOW - 2000);
  keep (self, "hai", NOW - 1000); /* the same is no version */
  expect_contents (self, "hai", "một", NULL);
  list = mn_backups_list (self->backups, ID);
  g_assert_cmpint (((MnBackup *) list->pdata[0])->time, ==, NOW - 2000);
  keep (self, "ba", NOW - 2000); /* in the same second */
  expect_contents (self, "ba", "hai", "một", NULL);
}

static void
test_thins_out (Fixture *self, gconstpointer data)
{
  self->place->policy.last = 2;
  self->place->policy.days = 0;
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *contents = g_strdup_printf ("bản %u", i);

      keep (self, contents, NOW - 1000 + i);
    }
  expect_contents (self, "bản 4", "bản 3", NULL);
}

static char *
put_garbage (Fixture *self, const char *name, const char *contents)
{
  char *path = g_build_filename (self->backups, ID, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

/* What is not ours stays, and a damaged version is listed and harms nothing. */
static void
test_garbage (Fixture *self, gconstpointer data)
{
  g_autofree char      *note = NULL, *damaged = NULL, *folder = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError)    error = NULL;

  self->place->policy.last = 2;
  self->place->policy.days = 0;
  keep (self, "một", NOW - 3000);
  note = put_garbage (self, "ghi chú.txt", "của tôi");
  damaged = put_garbage (self, "20260415T022500Z.minutes.gz", "không phải gzip");
  folder = g_build_filename (self->backups, ID, "20260415T022501Z.minutes.gz", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  list = mn_backups_list (self->backups, ID);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_null (mn_backup_load (list->pdata[0], &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
  keep (self, "hai", NOW - 10);
  keep (self, "ba", NOW - 5);
  expect_contents (self, "ba", "hai", NULL);
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_false (g_file_test (damaged, G_FILE_TEST_EXISTS));
}

static void
test_no_id_leaves_the_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (MnBackupPlace) place = mn_backup_place_new (self->backups, "../../x", NULL, NOW);
  g_autoptr (GPtrArray)     list = mn_backups_list (self->backups, "../../x");
  g_autoptr (GError)        error = NULL;

  write_at (self, "một", NOW);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_false (mn_backups_keep (place, self->path, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
}

/* The file moves, and its versions are found by its id and by its new path. */
static void
test_finds_by_path (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (self->path);
  g_autofree char *found = NULL;

  g_assert_null (mn_backups_find_id (self->backups, self->path));
  keep (self, "một", NOW - 100);
  found = mn_backups_find_id (self->backups, self->path);
  g_assert_cmpstr (found, ==, ID);
  g_unlink (self->path);
  g_free (self->path);
  self->path = g_build_filename (self->folder, "khác.minutes", NULL);
  keep (self, "hai", NOW - 50);
  g_assert_null (mn_backups_find_id (self->backups, before));
  g_clear_pointer (&found, g_free);
  found = mn_backups_find_id (self->backups, self->path);
  g_assert_cmpstr (found, ==, ID);
  expect_contents (self, "hai", "một", NULL);
}

/* ---- with a store --------------------------------------------------------------------------- */

typedef struct
{
  MnClock    *clock;
  MnDocument *document;
  MnStore    *store;
} Typist;

static void
begin_typing (Typist *self, Fixture *fixture)
{
  g_autoptr (MnItem) root = mn_session_new ();

  self->clock = mn_clock_new_fixed ("2026-04-15T09:30:00+07:00");
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, fixture->path);
  mn_store_set_autosave_delay (self->store, 1000000);
  mn_store_use_backups (self->store, fixture->backups, NULL);
}

static void
end_typing (Typist *self)
{
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->document);
  mn_clock_unref (self->clock);
}

static void
type_and_save (Typist *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  MnItem            *general = mn_session_get_general (mn_document_get_root (self->document));

  mn_document_set (self->document, general, "title", title, &error);
  g_assert_no_error (error);
  mn_store_save (self->store, &error);
  g_assert_no_error (error);
}

static guint
count_versions (Typist *self, Fixture *fixture)
{
  g_autoptr (GPtrArray) list = mn_backups_list (
      fixture->backups, mn_item_get_id (mn_document_get_root (self->document)));

  return list->len;
}

/* A minute of typing is no version; what is there after ten minutes is one. */
static void
test_store_keeps_some (Fixture *self, gconstpointer data)
{
  Typist typist;

  begin_typing (&typist, self);
  type_and_save (&typist, "0");
  g_assert_cmpuint (count_versions (&typist, self), ==, 0);
  for (guint i = 1; i < 12 * 20; i++) /* every three seconds, twelve minutes long */
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      type_and_save (&typist, title);
      mn_clock_advance (typist.clock, 3 * G_USEC_PER_SEC);
    }
  g_assert_cmpuint (count_versions (&typist, self), ==, 1);
  mn_store_keep_version (typist.store);
  type_and_save (&typist, "brought back");
  g_assert_cmpuint (count_versions (&typist, self), ==, 2);
  end_typing (&typist);
}

/* What was found at opening is the first version. */
static void
test_store_keeps_what_it_found (Fixture *self, gconstpointer data)
{
  Typist                typist;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes)    bytes = NULL, found = NULL;
  g_autofree char      *neighbour = g_strconcat (self->path, "~", NULL);
  char                 *contents;
  gsize                 size;

  begin_typing (&typist, self);
  type_and_save (&typist, "một");
  g_assert_true (g_file_get_contents (self->path, &contents, &size, NULL));
  found = g_bytes_new_take (contents, size);
  g_clear_object (&typist.store);
  g_clear_object (&typist.document);
  typist.store = mn_store_open (self->path, typist.clock, NULL);
  typist.document = g_object_ref (mn_store_get_document (typist.store));
  mn_store_set_autosave_delay (typist.store, 1000000);
  mn_store_use_backups (typist.store, self->backups, NULL);
  type_and_save (&typist, "hai");
  type_and_save (&typist, "ba");
  list = mn_backups_list (self->backups, mn_item_get_id (mn_document_get_root (typist.document)));
  g_assert_cmpuint (list->len, ==, 1);
  bytes = mn_backup_load (list->pdata[0], NULL);
  g_assert_true (g_bytes_equal (bytes, found));
  g_assert_false (g_file_test (neighbour, G_FILE_TEST_EXISTS));
  end_typing (&typist);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The file is saved all the same, and the trouble is told once. */
static void
test_backup_that_fails (Fixture *self, gconstpointer data)
{
  Typist           typist;
  guint            n_told = 0;
  g_autofree char *state = g_path_get_dirname (self->backups);
  g_autofree char *message = NULL;

  g_assert_true (g_file_set_contents (state, "in the way", -1, NULL));
  begin_typing (&typist, self);
  g_signal_connect_swapped (typist.store, "notify::backup-message", G_CALLBACK (count_cb), &n_told);
  type_and_save (&typist, "một");
  g_assert_cmpuint (n_told, ==, 0);
  mn_store_keep_version (typist.store);
  type_and_save (&typist, "hai");
  type_and_save (&typist, "ba");
  g_assert_cmpint (mn_store_get_state (typist.store), ==, MN_STORE_SAVED);
  g_assert_cmpuint (n_told, ==, 1);
  g_object_get (typist.store, "backup-message", &message, NULL);
  g_assert_true (g_str_has_prefix (message, "The previous version couldn't be kept: "));
  g_assert_cmpint (g_unlink (state), ==, 0);
  type_and_save (&typist, "bốn");
  g_assert_cmpuint (count_versions (&typist, self), ==, 1);
  g_assert_cmpuint (n_told, ==, 2);
  end_typing (&typist);
}

/* What was found and can be kept nowhere else stays beside the file. */
static void
test_beside (Fixture *self, gconstpointer data)
{
  Typist           typist;
  g_autofree char *neighbour = g_strconcat (self->path, "~", NULL);
  g_autofree char *state = g_path_get_dirname (self->backups);
  g_autofree char *found = NULL, *beside = NULL;

  g_assert_true (g_file_set_contents (state, "in the way", -1, NULL));
  begin_typing (&typist, self);
  type_and_save (&typist, "một");
  g_clear_object (&typist.store);
  g_clear_object (&typist.document);
  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  typist.store = mn_store_open (self->path, typist.clock, NULL);
  typist.document = g_object_ref (mn_store_get_document (typist.store));
  mn_store_set_autosave_delay (typist.store, 1000000);
  mn_store_use_backups (typist.store, self->backups, NULL);
  type_and_save (&typist, "hai");
  type_and_save (&typist, "ba");
  g_assert_true (g_file_get_contents (neighbour, &beside, NULL, NULL));
  g_assert_cmpstr (beside, ==, found);
  end_typing (&typist);
}

/* A full disk leaves no half version and no leavings. */
static void
test_full_disk (Fixture *self, gconstpointer data)
{
  struct rlimit      old, small = { 16, 16 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *own = g_build_filename (self->backups, ID, NULL);
  g_autoptr (GDir)   dir = NULL;
  guint              n = 0;

  keep (self, "một", NOW - 100);
  write_at (self, "một bản dài hơn thế", NOW);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small.rlim_max = old.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (mn_backups_keep (self->place, self->path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
  expect_contents (self, "một", NULL);
  dir = g_dir_open (own, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 2); /* the version and the origin */
}

/* ---- the bin -------------------------------------------------------------------------------- */

static void
reopen (Typist *typist, Fixture *fixture)
{
  g_clear_object (&typist->store);
  g_clear_object (&typist->document);
  typist->store = mn_store_open (fixture->path, typist->clock, NULL);
  typist->document = g_object_ref (mn_store_get_document (typist->store));
  mn_store_set_autosave_delay (typist->store, 1000000);
  mn_store_use_backups (typist->store, fixture->backups, NULL);
}

static void
remove_proposal (Typist *typist)
{
  MnItem            *record = mn_session_get_record (mn_document_get_root (typist->document));
  g_autoptr (MnItem) proposal = mn_item_new (mn_kind_find ("proposal"));

  g_assert_true (mn_document_insert (typist->document, record, "proposals", 0, proposal, NULL));
  g_assert_true (
      mn_document_remove (typist->document, mn_item_get_child (record, "proposals", 0), NULL));
}

static void
expect_bin (Typist *typist, guint n)
{
  g_assert_cmpuint (g_list_model_get_n_items (mn_document_get_bin (typist->document)), ==, n);
}

/* What was removed one day is restored another; the bin goes with what it held. */
static void
test_bin_survives (Fixture *self, gconstpointer data)
{
  Typist                typist;
  g_autoptr (MnRemoved) removed = NULL;
  g_autoptr (GError)    error = NULL;

  begin_typing (&typist, self);
  remove_proposal (&typist);
  type_and_save (&typist, "một");
  reopen (&typist, self);
  expect_bin (&typist, 1);
  removed = g_list_model_get_item (mn_document_get_bin (typist.document), 0);
  g_assert_true (mn_document_restore (typist.document, removed, &error));
  type_and_save (&typist, "hai");
  reopen (&typist, self);
  expect_bin (&typist, 0);
  end_typing (&typist);
}

static void
test_bin_until_issued (Fixture *self, gconstpointer data)
{
  Typist             typist;
  g_autoptr (MnItem) minutes = mn_item_new (mn_kind_find ("document"));

  g_assert_true (mn_item_set (minutes, "form", "minutes", NULL));
  g_assert_true (mn_item_set (minutes, "state", "issued", NULL));
  begin_typing (&typist, self);
  remove_proposal (&typist);
  type_and_save (&typist, "một");
  reopen (&typist, self);
  expect_bin (&typist, 1);
  type_and_save (&typist, "hai");
  g_assert_true (mn_document_insert (typist.document, mn_document_get_root (typist.document),
                                     "documents", 0, minutes, NULL));
  g_assert_true (mn_store_save (typist.store, NULL));
  reopen (&typist, self);
  expect_bin (&typist, 0);
  end_typing (&typist);
}

/* Bytes of anywhere in its place are no bin, and harm nothing. */
static void
test_bin_of_garbage (Fixture *self, gconstpointer data)
{
  Typist           typist;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize            size;

  begin_typing (&typist, self);
  remove_proposal (&typist);
  type_and_save (&typist, "một");
  path = g_build_filename (self->backups, mn_item_get_id (mn_document_get_root (typist.document)),
                           "bin", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i += 7)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);

      copy[i] ^= 0x55;
      g_assert_true (g_file_set_contents (path, copy, (gssize) (size - i % 3), NULL));
      reopen (&typist, self);
      g_assert_cmpuint (g_list_model_get_n_items (mn_document_get_bin (typist.document)), <=, 1);
    }
  end_typing (&typist);
}

/* ---- bringing back -------------------------------------------------------------------------- */

static void
test_brings_back (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem)    root = mn_session_new ();
  g_autoptr (GBytes)    bytes = mn_xml_write (root);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (MnItem)    read = NULL;
  g_autofree char *contents = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_free (self->place->id);
  self->place->id = g_strdup (mn_item_get_id (root));
  keep (self, contents, NOW - 100);
  write_at (self, "<session hỏng", NOW);
  list = mn_backups_list (self->backups, self->place->id);
  mn_backups_bring_back (self->place, list->pdata[0], self->path, &error);
  g_assert_no_error (error);
  read = mn_xml_read_file (self->path, NULL, NULL);
  g_assert_true (mn_item_equal (read, root));
  g_ptr_array_unref (list);
  list = mn_backups_list (self->backups, self->place->id);
  g_assert_cmpuint (list->len, ==, 2); /* the broken one, too */
  /* A version that is broken itself is no help. */
  g_assert_false (mn_backups_bring_back (self->place, list->pdata[0], self->path, &error));
  g_assert_nonnull (error);
  g_object_unref (read);
  read = mn_xml_read_file (self->path, NULL, NULL);
  g_assert_true (mn_item_equal (read, root));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/backups/keeps", test_keeps);
  ADD ("/backups/thins-out", test_thins_out);
  ADD ("/backups/garbage", test_garbage);
  ADD ("/backups/no-id-leaves-the-folder", test_no_id_leaves_the_folder);
  ADD ("/backups/finds-by-path", test_finds_by_path);
  ADD ("/backups/store-keeps-some", test_store_keeps_some);
  ADD ("/backups/store-keeps-what-it-found", test_store_keeps_what_it_found);
  ADD ("/backups/backup-that-fails", test_backup_that_fails);
  ADD ("/backups/beside", test_beside);
  ADD ("/backups/full-disk", test_full_disk);
  ADD ("/backups/bin-survives", test_bin_survives);
  ADD ("/backups/bin-until-issued", test_bin_until_issued);
  ADD ("/backups/bin-of-garbage", test_bin_of_garbage);
  ADD ("/backups/brings-back", test_brings_back);
  return g_test_run ();
}
