#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-error.h"
#include "mn-stamp.h"

typedef struct
{
  char   *folder;
  char   *path;
  MnStamp known;
} Fixture;

static void
write_file (Fixture *self, const char *text)
{
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  self->folder = g_dir_make_tmp ("minutes-stamp-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "họp.minutes", NULL);
  write_file (self, "một");
  bytes = mn_stamp_load (self->path, &self->known, NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen ("một"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
set_time (const char *path, time_t seconds)
{
  const struct timespec times[2] = { { seconds, 0 }, { seconds, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_untouched (Fixture *self, gconstpointer data)
{
  GBytes *bytes = NULL;

  g_assert_cmpint (mn_stamp_look (self->path, &self->known, &bytes, NULL), ==, MN_SEEN_SAME);
  g_assert_null (bytes);
}

static void
test_touched (Fixture *self, gconstpointer data)
{
  MnStamp before = self->known;
  GBytes *bytes = NULL;

  set_time (self->path, 1000000000);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, &bytes, NULL), ==, MN_SEEN_SAME);
  g_assert_null (bytes);
  g_assert_false (mn_stamp_equal (&self->known, &before)); /* the next look needn't read it */
}

/* The same size and the same time: only what can't be set back by a program tells. */
static void
test_other_inode (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  MnStamp            before = self->known;

  write_file (self, "hai"); /* renamed over it */
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, &bytes, NULL), ==, MN_SEEN_CHANGED);
  g_assert_nonnull (bytes);
  g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "hai", 3) == 0);
  g_assert_cmpstr (self->known.hash, !=, before.hash);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, NULL), ==, MN_SEEN_SAME);
}

static void
test_same_bytes_in_another_inode (Fixture *self, gconstpointer data)
{
  guint64 inode = self->known.inode;

  write_file (self, "một");
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, NULL), ==, MN_SEEN_SAME);
  g_assert_cmpuint (self->known.inode, !=, inode);
}

/* What was never read can't be said to be the same. */
static void
test_without_hash (Fixture *self, gconstpointer data)
{
  mn_stamp_read (self->path, &self->known);
  set_time (self->path, 1000000000);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, NULL), ==, MN_SEEN_CHANGED);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, &error), ==, MN_SEEN_GONE);
  g_assert_nonnull (strstr (error->message, self->path));
  write_file (self, "một"); /* it comes back */
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, NULL), ==, MN_SEEN_SAME);
}

static void
test_unreachable (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, &error), ==, MN_SEEN_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "share"));
}

/* The mount point of a share that isn't mounted. */
static void
test_other_disk (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  self->known.device++;
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, NULL), ==, MN_SEEN_UNREACHABLE);
}

static void
test_unreadable (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0755), ==, 0);
  g_assert_cmpint (mn_stamp_look (self->path, &self->known, NULL, &error), ==, MN_SEEN_UNREADABLE);
  g_assert_nonnull (error);
}

#define ADD(name, func) g_test_add ("/stamp/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("untouched", test_untouched);
  ADD ("touched", test_touched);
  ADD ("other-inode", test_other_inode);
  ADD ("same-bytes-in-another-inode", test_same_bytes_in_another_inode);
  ADD ("without-hash", test_without_hash);
  ADD ("gone", test_gone);
  ADD ("unreachable", test_unreachable);
  ADD ("other-disk", test_other_disk);
  ADD ("unreadable", test_unreadable);
  return g_test_run ();
}
