/* A program that is killed in the middle of typing: everything that was typed more than a second
 * before is there, and what is there is what the document once was. */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder-test.h"
#include "mn-store.h"
#include "mn-xml.h"
#include "recorded-hour.h"

#define NOW "2026-04-15T08:30:00+07:00"
#define PROMISE G_USEC_PER_SEC
#define STALL (20 * 1000) /* a key takes a fraction of a millisecond; else the machine is busy */
#define N_UNDO 20
#define N_AT_ONCE 5

static char *program;

/* What the child says of each key: the revision after it, and when. */
typedef struct
{
  guint64 revision;
  gint64  moment; /* of the monotonic clock, which both sides share */
} Typed;

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "a.minutes", NULL);
}

/* ---- the child ------------------------------------------------------------------------------ */

typedef struct
{
  MnDocument  *document;
  RecordedHour hour;
} Typist;

static gboolean
press_cb (gpointer user_data)
{
  Typist *self = user_data;
  Typed   typed;

  hour_press (&self->hour, self->document);
  typed.revision = mn_document_get_revision (self->document);
  typed.moment = g_get_monotonic_time ();
  if (write (STDOUT_FILENO, &typed, sizeof typed) != sizeof typed)
    _exit (3);
  return G_SOURCE_CONTINUE;
}

/* A thousand keys a second: an hour of typing in ten seconds. It is saved and folded all the time.
 */
static int
type_until_killed (const char *folder, guint32 seed)
{
  g_autofree char    *path = get_path (folder);
  g_autofree char    *journals = g_build_filename (folder, "journal", NULL);
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);
  g_autoptr (MnStore) store = mn_store_open (path, clock, NULL);
  Typist              typist = { .document = mn_store_get_document (store) };

  mn_store_use_journal (store, journals);
  mn_store_set_autosave_delay (store, seed % 2 != 0 ? 100 : 60 * 1000);
  mn_journal_set_fold_size (mn_store_get_journal (store), 64 * 1024);
  hour_begin (&typist.hour, seed);
  g_timeout_add (1, press_cb, &typist);
  while (g_main_context_iteration (NULL, TRUE) || TRUE)
    {
    }
  return 0;
}

/* ---- the parent ----------------------------------------------------------------------------- */

typedef struct
{
  char    *folder;
  guint32  seed;
  GPid     pid;
  int      out;
  GThread *reader;
  GArray  *typed; /* of Typed */
  MnItem  *start;
  gint64   killed;
} Round;

static gpointer
read_typed (gpointer data)
{
  Round *self = data;
  Typed  typed;

  while (read (self->out, &typed, sizeof typed) == sizeof typed)
    g_array_append_val (self->typed, typed);
  return NULL;
}

static void
write_start (Round *self)
{
  g_autofree char   *path = get_path (self->folder);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  self->start = mn_session_new ();
  bytes = mn_xml_write (self->start);
  mn_save_bytes (path, bytes, NULL, FALSE, &error);
  g_assert_no_error (error);
}

static void
begin_round (Round *self, guint32 seed)
{
  g_autofree char   *number = g_strdup_printf ("%u", seed);
  g_autoptr (GError) error = NULL;
  char              *argv[] = { program, (char *) "--type", NULL, number, NULL };

  self->folder = argv[2] = g_dir_make_tmp ("minutes-kill-XXXXXX", NULL);
  self->seed = seed;
  self->typed = g_array_new (FALSE, FALSE, sizeof (Typed));
  write_start (self);
  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->pid,
                            NULL, &self->out, NULL, &error);
  g_assert_no_error (error);
  self->reader = g_thread_new ("typed", read_typed, self);
}

static void
kill_it (Round *self)
{
  int status;

  self->killed = g_get_monotonic_time ();
  g_assert_cmpint (kill (self->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (self->pid, &status, 0), ==, self->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_thread_join (self->reader);
  close (self->out);
}

/* The last revision that is promised to be there. While a busy machine lets the program stand still
 * its second stands still, too. */
static guint64
find_promised (Round *self)
{
  gint64 left = PROMISE, after = self->killed;

  for (guint i = self->typed->len; i > 0; i--)
    {
      const Typed *typed = &g_array_index (self->typed, Typed, i - 1);
      gint64       passed = after - typed->moment;

      left -= MIN (passed, STALL);
      after = typed->moment;
      if (left < 0)
        return typed->revision;
    }
  return 0;
}

/* Undone as far as both can: the history has come along. */
static void
assert_same_past (MnDocument *a, MnDocument *b)
{
  for (guint i = 0; i < N_UNDO && mn_document_can_undo (b); i++)
    {
      g_assert_true (mn_document_undo (a));
      g_assert_true (mn_document_undo (b));
    }
  g_assert_true (mn_item_equal (mn_document_get_root (a), mn_document_get_root (b)));
}

/* Types the same hour again, up to @revision, from what the file held at the start. */
static MnDocument *
type_again (Round *self, guint64 revision)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed (NOW);
  g_autoptr (MnDocument) document = mn_document_new (self->start, clock);
  RecordedHour           hour;

  hour_begin (&hour, self->seed);
  while (mn_document_get_revision (document) < revision)
    hour_press (&hour, document);
  hour_end (&hour);
  return g_steal_pointer (&document);
}

/* A key that makes several edits may be cut in the middle: then the past of the two isn't the same.
 */
static void
assert_recovered (Round *self, MnRecovery *recovery)
{
  guint64                reached = mn_document_get_revision (recovery->document);
  g_autoptr (MnDocument) again = type_again (self, reached);

  g_assert_cmpuint (reached, >=, find_promised (self));
  /* The file is never taken for one that another program has written. */
  g_assert_true (recovery->known);
  if (mn_document_get_revision (again) != reached)
    return;
  g_assert_true (
      mn_item_equal (mn_document_get_root (again), mn_document_get_root (recovery->document)));
  assert_same_past (recovery->document, again);
}

static MnRecovery *
read_newest (Round *self)
{
  g_autofree char    *folder = g_build_filename (self->folder, "journal", NULL);
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);
  g_auto (GStrv)      journals = mn_recovery_list (folder);
  MnRecovery         *best = NULL;

  for (guint i = 0; journals[i] != NULL; i++)
    {
      MnRecovery *recovery = mn_recovery_read (journals[i], clock, NULL);

      if (best == NULL || (recovery != NULL && mn_document_get_revision (recovery->document) >
                                                   mn_document_get_revision (best->document)))
        {
          g_clear_pointer (&best, mn_recovery_free);
          best = g_steal_pointer (&recovery);
        }
      g_clear_pointer (&recovery, mn_recovery_free);
    }
  return best;
}

/* Returns how many changes had to be there. */
static guint64
end_round (Round *self)
{
  guint64                promised = find_promised (self);
  g_autoptr (MnRecovery) recovery = read_newest (self);

  if (recovery != NULL)
    assert_recovered (self, recovery);
  else
    g_assert_cmpuint (promised, ==, 0);
  folder_test_remove (self->folder);
  g_free (self->folder);
  g_array_unref (self->typed);
  g_clear_object (&self->start);
  return promised;
}

/* Several at once: they wait for their timers most of the time. */
static guint64
run_rounds (guint32 first, GRand *rand)
{
  Round   rounds[N_AT_ONCE] = { 0 };
  guint64 sum = 0;

  for (guint i = 0; i < N_AT_ONCE; i++)
    begin_round (&rounds[i], first + i);
  g_usleep ((gulong) g_rand_int_range (rand, 1000, 2500) * 1000);
  for (guint i = 0; i < N_AT_ONCE; i++)
    {
      g_usleep ((gulong) g_rand_int_range (rand, 1, 150) * 1000);
      kill_it (&rounds[i]);
    }
  for (guint i = 0; i < N_AT_ONCE; i++)
    sum += end_round (&rounds[i]);
  return sum;
}

static void
test_kills (void)
{
  guint             n = g_getenv ("MINUTES_LONG") != NULL ? 500 : 20;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260415);
  guint64           sum = 0;

  for (guint i = 0; i < n; i += N_AT_ONCE)
    sum += run_rounds (i + 1, rand);
  /* Else nothing would have been shown. */
  g_assert_cmpuint (sum, >, 10 * n);
  g_test_message ("%u kills, %" G_GUINT64_FORMAT " changes promised and found", n, sum);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--type") == 0)
    return type_until_killed (argv[2], (guint32) strtoul (argv[3], NULL, 10));
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/kill/typing", test_kills);
  return g_test_run ();
}
