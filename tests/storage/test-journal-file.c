#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "mn-error.h"
#include "mn-journal-file.h"

typedef struct
{
  char *folder;
  char *path;
  int   fd;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) none = g_byte_array_new ();
  g_autoptr (GError)     error = NULL;

  self->folder = g_dir_make_tmp ("minutes-journal-XXXXXX", NULL);
  self->fd = mn_journal_file_create (self->folder, "x", none, &self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (self->fd, >=, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close (self->fd);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
add (Fixture *self, guint64 revision, const char *payload)
{
  g_autoptr (GByteArray) framed = g_byte_array_new ();
  g_autoptr (GError)     error = NULL;
  gboolean               broken = FALSE;

  mn_journal_file_frame (framed, revision, payload, strlen (payload));
  g_assert_true (mn_journal_file_add (self->fd, framed, &broken, &error));
  g_assert_no_error (error);
  g_assert_false (broken);
}

static GPtrArray *
read_all (Fixture *self, gsize *n_cut)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *records = mn_journal_file_read (self->path, n_cut, &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_record (GPtrArray *records, guint index, guint64 revision, const char *payload)
{
  const MnJournalRecord *record = records->pdata[index];
  gsize                  n;
  const char            *bytes = g_bytes_get_data (record->payload, &n);

  g_assert_cmpuint (record->revision, ==, revision);
  g_assert_cmpmem (bytes != NULL ? bytes : "", n, payload, strlen (payload));
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  gsize                 n_cut = 99;

  add (self, 1, "một");
  add (self, G_MAXUINT64, "");
  add (self, 3, "ba");
  records = read_all (self, &n_cut);
  g_assert_cmpuint (records->len, ==, 3);
  assert_record (records, 0, 1, "một");
  assert_record (records, 1, G_MAXUINT64, "");
  assert_record (records, 2, 3, "ba");
  g_assert_cmpuint (n_cut, ==, 0);
}

/* Wherever it is cut, all that was whole before is there. */
static void
test_cut_at_every_byte (Fixture *self, gconstpointer data)
{
  const gsize ends[] = { 16, 16 + 16 + 3, 16 + 16 + 3 + 16 + 4, 16 + 16 + 3 + 16 + 4 + 16 + 5 };
  g_autofree char *contents = NULL;
  gsize            length;

  add (self, 1, "aaa");
  add (self, 2, "bbbb");
  add (self, 3, "ccccc");
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, ends[3]);
  for (gsize n = ends[0]; n <= length; n++)
    {
      g_autoptr (GPtrArray) records = NULL;
      gsize                 n_cut;
      guint                 whole = 0;

      g_assert_true (g_file_set_contents (self->path, contents, (gssize) n, NULL));
      records = read_all (self, &n_cut);
      while (whole < 3 && ends[whole + 1] <= n)
        whole++;
      g_assert_cmpuint (records->len, ==, whole);
      g_assert_cmpuint (n_cut, ==, n - ends[whole]);
    }
}

static void
test_no_journal (Fixture *self, gconstpointer data)
{
  for (guint n = 0; n < 16; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (self->path, MN_JOURNAL_MAGIC, n, NULL));
      g_assert_null (mn_journal_file_read (self->path, NULL, &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
    }
}

/* Nothing to be set aside: the program that wrote it will read it. */
static void
test_newer_version (Fixture *self, gconstpointer data)
{
  const char *const newer[] = { "MinutesJournal2\nabc", "MinutesJournal10\n" };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (self->path, newer[i], -1, NULL));
      g_assert_null (mn_journal_file_read (self->path, NULL, &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_NEWER);
      g_assert_nonnull (strstr (error->message, self->path));
    }
}

/* A crash may come before a new file gets its name. */
static void
test_names (void)
{
  g_assert_true (mn_journal_file_is_name ("x.journal"));
  g_assert_true (mn_journal_file_is_name ("x-2.journal"));
  g_assert_true (mn_journal_file_is_name (".x.a1B2c3"));
  g_assert_false (mn_journal_file_is_name ("x.a1B2c3"));
  g_assert_false (mn_journal_file_is_name (".a1B2c3"));
  g_assert_false (mn_journal_file_is_name ("lost"));
}

/* A flipped bit costs the record that it is in and what comes behind; nothing false is read. */
static void
test_bit_flips (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char  *contents = NULL;
  gsize             length;

  for (guint64 i = 0; i < 20; i++)
    add (self, i, "mười hai chữ cái");
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) records = NULL;
      g_autofree char      *damaged = g_memdup2 (contents, length);
      gsize                 at = (gsize) g_rand_int_range (rand, 16, (int) length);
      gsize                 size = (length - 16) / 20;

      damaged[at] = (char) (damaged[at] ^ (1 << g_rand_int_range (rand, 0, 8)));
      g_assert_true (g_file_set_contents (self->path, damaged, (gssize) length, NULL));
      records = read_all (self, NULL);
      g_assert_cmpuint (records->len, ==, (at - 16) / size);
      for (guint r = 0; r < records->len; r++)
        assert_record (records, r, r, "mười hai chữ cái");
    }
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) framed = g_byte_array_new ();
  g_autoptr (GPtrArray)  records = NULL;
  g_autoptr (GError)     error = NULL;
  g_autofree char       *large = g_strnfill (10000, 'x');
  struct rlimit          before, small = { 5000, 5000 };
  gboolean               broken = FALSE;
  gsize                  n_cut;

  add (self, 1, "trước");
  mn_journal_file_frame (framed, 2, large, 10000);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (mn_journal_file_add (self->fd, framed, &broken, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_false (broken);
  add (self, 3, "sau");
  records = read_all (self, &n_cut);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpuint (n_cut, ==, 0);
  assert_record (records, 1, 3, "sau");
}

static void
test_name_that_is_taken (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) framed = g_byte_array_new ();
  g_autoptr (GPtrArray)  records = NULL;
  g_autofree char       *path = NULL;
  g_autofree char       *name = NULL;
  g_autoptr (GError)     error = NULL;
  int                    fd, other;

  add (self, 1, "một");
  mn_journal_file_frame (framed, 7, "x", 1);
  fd = mn_journal_file_create (self->folder, "x", framed, &path, &error);
  g_assert_no_error (error);
  name = g_path_get_basename (path);
  g_assert_cmpstr (name, ==, "x-2.journal");
  other = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (other, LOCK_EX | LOCK_NB), ==, -1);
  close (other);
  close (fd);
  records = mn_journal_file_read (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  assert_record (records, 0, 7, "x");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_folder_that_cannot_be (Fixture *self, gconstpointer data)
{
  g_autofree char       *folder = g_build_filename (self->path, "below-a-file", NULL);
  g_autofree char       *path = NULL;
  g_autoptr (GByteArray) none = g_byte_array_new ();
  g_autoptr (GError)     error = NULL;

  g_assert_cmpint (mn_journal_file_create (folder, "x", none, &path, &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_null (path);
}

#define ADD(name, test) g_test_add ("/journal-file/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("cut-at-every-byte", test_cut_at_every_byte);
  ADD ("no-journal", test_no_journal);
  ADD ("newer-version", test_newer_version);
  g_test_add_func ("/journal-file/names", test_names);
  ADD ("bit-flips", test_bit_flips);
  ADD ("full-disk", test_full_disk);
  ADD ("name-that-is-taken", test_name_that_is_taken);
  ADD ("folder-that-cannot-be", test_folder_that_cannot_be);
  return g_test_run ();
}
