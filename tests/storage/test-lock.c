#include "mn-lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  MnClock *clock;
  char    *folder;
  char    *document;
  char    *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->clock = mn_clock_new_fixed ("2026-04-15T09:41:03+07:00");
  self->folder = g_dir_make_tmp ("minutes-lock-XXXXXX", NULL);
  self->document = g_build_filename (self->folder, "họp.minutes", NULL);
  self->path = g_build_filename (self->folder, ".họp.minutes.lock", NULL);
}

/* Nothing is left: no lock, no temporary file. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->document);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  mn_clock_unref (self->clock);
  g_free (self->folder);
  g_free (self->document);
  g_free (self->path);
}

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

/* A lock as another machine would write it. */
static MnLock *
new_foreign (Fixture *self)
{
  g_autoptr (MnLockHolder) holder = mn_lock_holder_new (self->clock);
  MnLock                  *lock = mn_lock_new (self->document, self->clock);

  set (&holder->name, "Bà Nguyễn Thị A");
  set (&holder->host, "VP-03");
  set (&holder->machine, "x");
  mn_lock_set_me (lock, holder);
  return lock;
}

static void
make_old (const char *path, gint64 seconds)
{
  struct stat     status;
  struct timespec times[2];

  g_assert_cmpint (stat (path, &status), ==, 0);
  times[0] = times[1] = status.st_mtim;
  times[0].tv_sec -= seconds;
  times[1].tv_sec -= seconds;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_take_and_release (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);
  g_autofree char   *text = NULL;

  g_assert_cmpint (mn_lock_get_state (lock), ==, MN_LOCK_NONE);
  g_assert_cmpstr (mn_lock_get_path (lock), ==, self->path);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
  g_assert_null (mn_lock_get_holder (lock));
  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, mn_lock_get_me (lock)->host));
  g_assert_nonnull (strstr (text, "2026-04-15T09:41:03"));
  mn_lock_release (lock);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (mn_lock_get_state (lock), ==, MN_LOCK_NONE);
}

static void
test_free_releases (Fixture *self, gconstpointer data)
{
  MnLock *lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
  mn_lock_free (lock);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_other_machine (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = new_foreign (self);
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_OURS);
  make_old (self->path, 3 * 24 * 3600); /* however long it has been silent */
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_HELD);
  g_assert_cmpstr (mn_lock_get_holder (lock)->name, ==, "Bà Nguyễn Thị A");
  g_assert_cmpstr (mn_lock_get_holder (lock)->host, ==, "VP-03");
  g_assert_false (mn_lock_is_here (lock));
  g_assert_cmpint (mn_lock_get_silence (lock), >=, 3 * 24 * 3600);
  mn_lock_release (lock); /* not ours to remove */
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  mn_lock_release (theirs);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
}

static void
test_take_over (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = new_foreign (self);
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_OURS);
  g_assert_cmpint (mn_lock_take_over (lock), ==, MN_LOCK_OURS);
  g_assert_cmpint (mn_lock_look (self->path, mn_lock_get_me (theirs), TRUE, NULL), ==,
                   MN_LOCK_SEEN_OTHERS);
  mn_lock_release (theirs); /* it isn't theirs any more */
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_HELD);
}

static void
test_sign_of_life (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) theirs = new_foreign (self);
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (mn_lock_look (self->path, mn_lock_get_me (lock), FALSE, NULL), ==,
                   MN_LOCK_SEEN_FREE);
  g_assert_cmpint (mn_lock_take (theirs), ==, MN_LOCK_OURS);
  make_old (self->path, 3600);
  g_assert_cmpint (mn_lock_look (self->path, mn_lock_get_me (theirs), FALSE, NULL), ==,
                   MN_LOCK_SEEN_OURS);
  mn_lock_take (lock);
  g_assert_cmpint (mn_lock_get_silence (lock), >=, 3600);
  g_assert_cmpint (mn_lock_look (self->path, mn_lock_get_me (theirs), TRUE, NULL), ==,
                   MN_LOCK_SEEN_OURS);
  mn_lock_take (lock);
  g_assert_cmpint (mn_lock_get_silence (lock), <, 60);
}

/* ---- processes of this machine --------------------------------------------------------------- */

/* The child holds the lock until it is told to end; "sudden" ends without removing it. */
static pid_t
start_holder (Fixture *self, int *end, gboolean sudden)
{
  int   ready[2], go[2];
  char  byte;
  pid_t pid;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (go), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      MnLock *lock = mn_lock_new (self->document, self->clock);

      close (go[1]);
      byte = mn_lock_take (lock) == MN_LOCK_OURS ? 'y' : 'n';
      if (write (ready[1], &byte, 1) != 1 || read (go[0], &byte, 1) < 0)
        _exit (1);
      if (!sudden)
        mn_lock_free (lock);
      _exit (0);
    }
  close (ready[1]);
  close (go[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  close (ready[0]);
  *end = go[1];
  return pid;
}

static void
end_holder (pid_t pid, int end)
{
  close (end);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static void
test_other_process (Fixture *self, gconstpointer data)
{
  int                end;
  pid_t              pid = start_holder (self, &end, FALSE);
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_HELD);
  g_assert_true (mn_lock_is_here (lock));
  g_assert_cmpint (mn_lock_get_holder (lock)->pid, ==, pid);
  end_holder (pid, end);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
}

static void
test_left_behind (Fixture *self, gconstpointer data)
{
  int                end;
  pid_t              pid = start_holder (self, &end, TRUE);
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  end_holder (pid, end);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (mn_lock_look (self->path, mn_lock_get_me (lock), FALSE, NULL), ==,
                   MN_LOCK_SEEN_FREE);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
}

/* Of many who come at once, to a lock that was left behind, one gets it. */
static void
test_race (Fixture *self, gconstpointer data)
{
  int   end;
  pid_t pids[8];
  pid_t pid = start_holder (self, &end, TRUE);
  int   go[2];
  guint n_won = 0;

  end_holder (pid, end);
  g_assert_cmpint (pipe (go), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    if ((pids[i] = fork ()) == 0)
      {
        MnLock *lock = mn_lock_new (self->document, self->clock);
        char    byte;

        close (go[1]);
        if (read (go[0], &byte, 1) < 0)
          _exit (2);
        if (mn_lock_take (lock) != MN_LOCK_OURS)
          _exit (1);
        g_usleep (300 * 1000); /* nobody may find it left behind before all have looked */
        _exit (mn_lock_look (mn_lock_get_path (lock), mn_lock_get_me (lock), FALSE, NULL) ==
                       MN_LOCK_SEEN_OURS
                   ? 0
                   : 1);
      }
  close (go[1]);
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      int status = 0;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      n_won += WIFEXITED (status) && WEXITSTATUS (status) == 0 ? 1 : 0;
    }
  close (go[0]);
  g_assert_cmpuint (n_won, ==, 1);
  g_unlink (self->path);
}

/* ---- what isn't a lock ----------------------------------------------------------------------- */

static void
test_garbage (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  /* It may be written right now. */
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_HELD);
  g_assert_null (mn_lock_get_holder (lock));
  make_old (self->path, 60);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
  mn_lock_release (lock);
  g_assert_true (g_file_set_contents (self->path, "\xff rác", -1, NULL));
  make_old (self->path, 60);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_OURS);
}

static void
test_folder_in_its_place (Fixture *self, gconstpointer data)
{
  g_autoptr (MnLock) lock = mn_lock_new (self->document, self->clock);

  g_assert_cmpint (g_mkdir (self->path, 0755), ==, 0);
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_WITHOUT);
  mn_lock_release (lock);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char   *inside = g_build_filename (self->document, "a.minutes", NULL);
  g_autoptr (MnLock) lock = mn_lock_new (inside, self->clock);

  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_WITHOUT);
  g_assert_true (g_file_set_contents (self->document, "", 0, NULL)); /* a file for a folder */
  g_assert_cmpint (mn_lock_take (lock), ==, MN_LOCK_WITHOUT);
}

/* Root isn't kept out by a mode; the kernel's own files let nobody in. */
static void
test_folder_that_cannot_be_written (void)
{
  g_autoptr (MnClock) clock = mn_clock_new ();
  g_autoptr (MnLock)  lock = mn_lock_new ("/proc/self/fdinfo/x.minutes", clock);
  MnLockState         state;

  if (g_mkdir ("/sys/kernel/minutes", 0755) == 0)
    {
      g_rmdir ("/sys/kernel/minutes");
      g_test_skip ("everything can be written here");
      return;
    }
  state = mn_lock_take (lock);
  if (state == MN_LOCK_WITHOUT) /* ENOENT, on most systems */
    {
      g_clear_pointer (&lock, mn_lock_free);
      lock = mn_lock_new ("/sys/kernel/x.minutes", clock);
      state = mn_lock_take (lock);
    }
  g_assert_cmpint (state, ==, MN_LOCK_REFUSED);
}

/* Two ways to one file are one document. */
static void
test_through_a_link (Fixture *self, gconstpointer data)
{
  g_autofree char   *way = g_build_filename (self->folder, "tắt.minutes", NULL);
  g_autoptr (MnLock) direct = new_foreign (self);
  g_autoptr (MnLock) through = NULL;

  g_assert_true (g_file_set_contents (self->document, "x", -1, NULL));
  g_assert_cmpint (symlink ("họp.minutes", way), ==, 0);
  through = mn_lock_new (way, self->clock);
  g_assert_cmpint (mn_lock_take (direct), ==, MN_LOCK_OURS);
  g_assert_cmpint (mn_lock_take (through), ==, MN_LOCK_HELD);
  g_unlink (way);
}

#define ADD(name, func) g_test_add ("/lock/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("take-and-release", test_take_and_release);
  ADD ("free-releases", test_free_releases);
  ADD ("other-machine", test_other_machine);
  ADD ("take-over", test_take_over);
  ADD ("sign-of-life", test_sign_of_life);
  ADD ("other-process", test_other_process);
  ADD ("left-behind", test_left_behind);
  ADD ("race", test_race);
  ADD ("garbage", test_garbage);
  ADD ("folder-in-its-place", test_folder_in_its_place);
  ADD ("no-folder", test_no_folder);
  ADD ("through-a-link", test_through_a_link);
  g_test_add_func ("/lock/folder-that-cannot-be-written", test_folder_that_cannot_be_written);
  return g_test_run ();
}
