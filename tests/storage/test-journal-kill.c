/* A program that dies in the middle of typing: everything that was told to be safe is there. */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mn-journal-file.h"
#include "mn-journal.h"
#include "mn-save.h"
#include "mn-xml.h"
#include "random-edits.h"

#define NOW "2026-04-15T08:30:00+07:00"
#define N_STEPS 200000

static char *program;

/* Both sides begin with the same ids. */
static MnDocument *
read_document (const char *folder)
{
  g_autofree char    *path = g_build_filename (folder, "start.minutes", NULL);
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnItem)  root = mn_xml_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return mn_document_new (root, clock);
}

static void
type_on (RandomEdits *edits, MnDocument *document)
{
  random_edit (edits, document);
  mn_clock_advance (mn_document_get_clock (document), 1000);
}

/* ---- the child ------------------------------------------------------------------------------ */

static void
synced_cb (MnJournal *journal)
{
  guint64 revision = mn_journal_get_synced_revision (journal);

  if (write (STDOUT_FILENO, &revision, sizeof revision) != sizeof revision)
    _exit (3);
}

static int
type_until_killed (const char *folder, guint32 seed)
{
  g_autoptr (MnDocument) document = read_document (folder);
  g_autoptr (MnJournal)  journal = mn_journal_new (document, NULL, folder);
  RandomEdits            edits;

  mn_journal_set_sync_delay (journal, 1);
  g_signal_connect (journal, "notify::synced-at", G_CALLBACK (synced_cb), NULL);
  random_begin (&edits, document, seed);
  for (guint i = 0; i < N_STEPS; i++)
    {
      type_on (&edits, document);
      while (g_main_context_iteration (NULL, FALSE))
        {
        }
    }
  return 0;
}

/* ---- the parent ----------------------------------------------------------------------------- */

/* Lets it type for a while, kills it, and gives back the last revision it was sure of. Mostly the
 * while begins when it is first sure of one, however slow the machine; every fourth time it begins
 * at once. */
static guint64
kill_after (const char *folder, guint32 seed, guint milliseconds)
{
  g_autofree char   *number = g_strdup_printf ("%u", seed);
  char              *argv[] = { program, (char *) "--type", (char *) folder, number, NULL };
  guint64            revision = 0, read_one;
  GPid               pid;
  int                out, status;
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            &out, NULL, &error);
  g_assert_no_error (error);
  if (seed % 4 != 0 && read (out, &read_one, sizeof read_one) == sizeof read_one)
    revision = read_one;
  g_usleep (milliseconds * 1000);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (out, &read_one, sizeof read_one) == sizeof read_one)
    revision = read_one;
  close (out);
  return revision;
}

static gboolean
has_torn_end (const char *journal)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError)    error = NULL;
  gsize                 n_cut = 0;

  records = mn_journal_file_read (journal, &n_cut, &error);
  g_assert_no_error (error);
  return n_cut > 0;
}

/* It is what the stream makes of the start, up to a point that comes after all that was safe. */
static void
assert_recovered (MnRecovery *recovery, const char *folder, guint32 seed, guint64 acknowledged)
{
  guint64                reached = mn_document_get_revision (recovery->document);
  g_autoptr (MnDocument) again = read_document (folder);
  RandomEdits            edits;

  g_assert_cmpuint (reached, >=, acknowledged);
  /* Only a write that the kill has cut short is missing: every whole record could be taken. */
  g_assert_cmpint (recovery->cut, ==, has_torn_end (recovery->journal));
  random_begin (&edits, again, seed);
  while (mn_document_get_revision (again) < reached)
    type_on (&edits, again);
  g_assert_cmpuint (mn_document_get_revision (again), ==, reached);
  g_assert_true (
      mn_item_equal (mn_document_get_root (again), mn_document_get_root (recovery->document)));
  random_end (&edits, again);
}

static void
write_start (const char *path)
{
  g_autoptr (MnItem) root = mn_session_new ();
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  g_autoptr (GError) error = NULL;

  mn_save_bytes (path, bytes, NULL, FALSE, &error);
  g_assert_no_error (error);
}

static void
recover (const char *folder, guint32 seed, guint64 acknowledged)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);
  g_auto (GStrv)      journals = mn_recovery_list (folder);

  g_assert_cmpuint (g_strv_length (journals), <=, 1);
  g_assert_true (journals[0] != NULL || acknowledged == 0);
  if (journals[0] != NULL)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (MnRecovery) recovery = mn_recovery_read (journals[0], clock, &error);

      /* Killed between making the file and its first record, when nothing was safe yet. */
      if (acknowledged > 0)
        g_assert_no_error (error);
      if (recovery != NULL)
        assert_recovered (recovery, folder, seed, acknowledged);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static guint64
run_round (guint32 seed, guint milliseconds)
{
  g_autofree char *folder = g_dir_make_tmp ("minutes-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "start.minutes", NULL);
  guint64          acknowledged;

  write_start (path);
  acknowledged = kill_after (folder, seed, milliseconds);
  recover (folder, seed, acknowledged);
  remove_folder (folder);
  return acknowledged;
}

static void
test_kills (void)
{
  guint             n = g_getenv ("MINUTES_LONG") != NULL ? 500 : 20;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260415);
  guint64           sum = 0;

  for (guint i = 0; i < n; i++)
    sum += run_round (i + 1, (guint) g_rand_int_range (rand, 20, 250));
  /* Else nothing would have been shown. */
  g_assert_cmpuint (sum, >, n);
  g_test_message ("%u kills, %" G_GUINT64_FORMAT " changes acknowledged and found", n, sum);
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
