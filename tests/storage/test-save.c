#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder-test.h"
#include "mn-error.h"
#include "mn-save.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("minutes-save-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "họp.minutes", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  folder_test_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
save (const char *path, const char *text, MnStamp *known, gboolean backup, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return mn_save_bytes (path, bytes, known, backup, error);
}

static void
save_well (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  save (path, text, NULL, FALSE, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static guint
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_new (Fixture *self, gconstpointer data)
{
  mode_t mask = umask (027);

  save_well (self->path, "một");
  umask (mask);
  assert_contents (self->path, "một");
  g_assert_cmpuint (get_mode (self->path), ==, 0640);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  save_well (self->path, "một");
  save_well (self->path, "");
  assert_contents (self->path, "");
}

static void
test_makes_folders (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "2026", "quý I", "a.minutes", NULL);

  save_well (path, "một");
  assert_contents (path, "một");
}

static void
test_keeps_mode (Fixture *self, gconstpointer data)
{
  static const guint modes[] = { 0600, 0644, 0666, 0640, 0775 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      save_well (self->path, "một");
      g_assert_cmpint (g_chmod (self->path, (int) modes[i]), ==, 0);
      save_well (self->path, "hai");
      g_assert_cmpuint (get_mode (self->path), ==, modes[i]);
    }
}

static void
test_keeps_owner (Fixture *self, gconstpointer data)
{
  struct stat status;

  save_well (self->path, "một");
  if (chown (self->path, 65534, 65534) != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }
  save_well (self->path, "hai");
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 65534);
  g_assert_cmpuint (status.st_gid, ==, 65534);
}

static void
test_follows_links (Fixture *self, gconstpointer data)
{
  g_autofree char *first = g_build_filename (self->folder, "first", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (self->path, second), ==, 0);
  save_well (first, "chưa có"); /* to a file that isn't there yet */
  save_well (first, "có rồi");
  assert_contents (self->path, "có rồi");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_link_in_a_circle (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (self->path, self->path), ==, 0);
  g_assert_false (save (self->path, "một", NULL, FALSE, &error));
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_hard_link (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  save_well (self->path, "một");
  g_assert_cmpint (link (self->path, other), ==, 0);
  save_well (self->path, "hai");
  assert_contents (self->path, "hai");
  assert_contents (other, "một");
}

static void
test_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  g_assert_true (save (self->path, "một", NULL, TRUE, NULL));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  g_assert_true (save (self->path, "hai", NULL, TRUE, NULL));
  assert_contents (backup, "một");
  g_assert_cmpuint (get_mode (backup), ==, 0600);
  g_assert_true (save (self->path, "ba", NULL, TRUE, NULL));
  assert_contents (backup, "hai");
  g_assert_true (save (self->path, "bốn", NULL, FALSE, NULL));
  assert_contents (backup, "hai");
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

/* New text that is safe is worth more than a copy of the old. */
static void
test_backup_impossible (Fixture *self, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);

  save_well (self->path, "một");
  g_assert_cmpint (g_mkdir (backup, 0755), ==, 0);
  g_assert_true (save (self->path, "hai", NULL, TRUE, NULL));
  assert_contents (self->path, "hai");
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  MnStamp            stamp = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->path, "một", &stamp, FALSE, NULL));
  g_assert_cmpuint (stamp.size, ==, strlen ("một"));
  g_assert_true (save (self->path, "hai", &stamp, FALSE, NULL));
  g_assert_true (g_file_set_contents (self->path, "kẻ khác", -1, NULL));
  g_assert_false (save (self->path, "ba", &stamp, TRUE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  g_assert_nonnull (strstr (error->message, self->path));
  assert_contents (self->path, "kẻ khác");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_is_there_already (Fixture *self, gconstpointer data)
{
  MnStamp            none = { 0 };
  g_autoptr (GError) error = NULL;

  save_well (self->path, "một");
  g_assert_false (save (self->path, "hai", &none, FALSE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  assert_contents (self->path, "một");
}

static void
test_taken_away (Fixture *self, gconstpointer data)
{
  MnStamp stamp = { 0 };

  g_assert_true (save (self->path, "một", &stamp, FALSE, NULL));
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_true (save (self->path, "hai", &stamp, TRUE, NULL));
  assert_contents (self->path, "hai");
}

/* The same bytes are no other file, whatever its times say. */
static void
test_touched (Fixture *self, gconstpointer data)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  MnStamp               stamp = { 0 };

  g_assert_true (save (self->path, "một", &stamp, FALSE, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, self->path, times, 0), ==, 0);
  g_assert_true (save (self->path, "hai", &stamp, FALSE, NULL));
  assert_contents (self->path, "hai");
}

/* What is left where a share was is no place for the file. */
static void
test_share_that_is_away (Fixture *self, gconstpointer data)
{
  g_autofree char   *folder = g_build_filename (self->folder, "2026", NULL);
  g_autofree char   *path = g_build_filename (folder, "a.minutes", NULL);
  g_autoptr (GError) error = NULL;
  MnStamp            stamp = { 0 };

  g_assert_true (save (path, "một", &stamp, FALSE, NULL));
  g_unlink (path);
  stamp.device++;
  g_assert_false (save (path, "hai", &stamp, FALSE, &error));
  g_assert_true (mn_save_may_pass (error));
  g_assert_nonnull (strstr (error->message, "share"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  stamp.device--;
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_false (save (path, "hai", &stamp, FALSE, &error));
  g_assert_true (mn_save_may_pass (error));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0); /* it is back */
  g_assert_true (save (path, "hai", &stamp, FALSE, NULL));
  assert_contents (path, "hai");
}

static void
test_may_pass (void)
{
  const int passing[] = { G_FILE_ERROR_NOSPC, G_FILE_ERROR_IO, G_FILE_ERROR_NOENT,
                          G_FILE_ERROR_FAILED, G_FILE_ERROR_ISDIR };
  const int staying[] = { G_FILE_ERROR_ACCES, G_FILE_ERROR_PERM, G_FILE_ERROR_ROFS,
                          G_FILE_ERROR_NAMETOOLONG };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, passing[i], "x");

      g_assert_true (mn_save_may_pass (error));
    }
  for (guint i = 0; i < G_N_ELEMENTS (staying); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, staying[i], "x");

      g_assert_false (mn_save_may_pass (error));
    }
  {
    g_autoptr (GError) error = g_error_new_literal (MN_ERROR, MN_ERROR_CHANGED_ON_DISK, "x");

    g_assert_false (mn_save_may_pass (error));
  }
}

static void
test_impossible_places (Fixture *self, gconstpointer data)
{
  g_autofree char *below = g_build_filename (self->path, "a.minutes", NULL);
  g_autofree char *deeper = g_build_filename (self->path, "a", "b", "c.minutes", NULL);
  g_autofree char *letters = g_strnfill (500, 'h');
  g_autofree char *name = g_build_filename (self->folder, letters, NULL);
  const char      *places[] = { below, deeper, name, self->folder, "/proc/minutes/a", "/dev/null" };

  save_well (self->path, "một");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", places[i]);
      g_assert_false (save (places[i], "hai", NULL, TRUE, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, places[i]));
      g_assert_null (strchr (error->message, '\n'));
    }
  assert_contents (self->path, "một");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* The disk is full after so many bytes. */
static void
test_write_failures (Fixture *self, gconstpointer data)
{
  const char      *longer = "a text that is longer than the old one was by far, to the last byte";
  g_autofree char *backup = g_strconcat (self->path, "~", NULL);
  struct rlimit    old;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  save_well (self->path, "cũ");
  for (rlim_t limit = 0; limit < strlen (longer); limit++)
    {
      struct rlimit      small = { limit, old.rlim_max };
      g_autoptr (GError) error = NULL;
      gboolean           saved;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      saved = save (self->path, longer, NULL, limit % 2 == 0, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      g_assert_false (saved);
      g_assert_nonnull (strstr (error->message, self->path));
      assert_contents (self->path, "cũ");
      if (g_file_test (backup, G_FILE_TEST_EXISTS))
        assert_contents (backup, "cũ");
      g_assert_cmpuint (count_files (self->folder), <=, 2);
    }
  save_well (self->path, longer);
  assert_contents (self->path, longer);
}

static void
test_stamp (Fixture *self, gconstpointer data)
{
  MnStamp       before, after;
  const MnStamp none = { 0 };

  g_assert_false (mn_stamp_read (self->path, &before));
  g_assert_true (mn_stamp_equal (&before, &none));
  save_well (self->path, "một");
  g_assert_true (mn_stamp_read (self->path, &before));
  g_assert_false (mn_stamp_equal (&before, &none));
  save_well (self->path, "hai"); /* as long; another file */
  g_assert_true (mn_stamp_read (self->path, &after));
  g_assert_false (mn_stamp_equal (&before, &after));
}

#define ADD(name, func) g_test_add ("/save/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("empty", test_empty);
  ADD ("makes-folders", test_makes_folders);
  ADD ("keeps-mode", test_keeps_mode);
  ADD ("keeps-owner", test_keeps_owner);
  ADD ("follows-links", test_follows_links);
  ADD ("link-in-a-circle", test_link_in_a_circle);
  ADD ("hard-link", test_hard_link);
  ADD ("backup", test_backup);
  ADD ("backup-impossible", test_backup_impossible);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("is-there-already", test_is_there_already);
  ADD ("taken-away", test_taken_away);
  ADD ("touched", test_touched);
  ADD ("share-that-is-away", test_share_that_is_away);
  g_test_add_func ("/save/may-pass", test_may_pass);
  ADD ("impossible-places", test_impossible_places);
  ADD ("write-failures", test_write_failures);
  ADD ("stamp", test_stamp);
  return g_test_run ();
}
