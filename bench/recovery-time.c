/* How long the start after a crash takes: a long session whose journal was never folded, because no
 * save ever worked, and one as a day of work leaves it. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "mn-journal.h"
#include "mn-session.h"
#include "mn-xml.h"

#define N_PROPOSALS 400
#define N_UNSAVED 100000
#define N_FOLDED 8000 /* what 1 MiB holds */

static void
type_text (MnDocument *document, MnItem *item, guint at, const char *letters)
{
  g_autoptr (MnText) text = mn_text_new (letters);

  mn_document_splice (document, item, "text", at, 0, text, NULL);
}

static MnDocument *
new_document (MnClock *clock)
{
  g_autoptr (MnItem) root = mn_session_new ();
  g_autofree char   *words = g_strnfill (600, 'x');
  MnDocument        *document = mn_document_new (root, clock);

  for (guint i = 0; i < N_PROPOSALS; i++)
    {
      g_autoptr (MnItem) proposal = mn_item_new (mn_kind_find ("proposal"));
      MnItem            *record = mn_session_get_record (root);

      mn_document_insert (document, record, "proposals", G_MAXUINT, proposal, NULL);
      type_text (document, mn_item_get_child (record, "proposals", i), 0, words);
    }
  return document;
}

/* A start from the same file, so the journal begins with no past. */
static MnDocument *
open_again (MnDocument *document, const char *path)
{
  g_autoptr (GBytes) bytes = mn_xml_write (mn_document_get_root (document));
  g_autoptr (MnItem) root = NULL;

  mn_save_bytes (path, bytes, NULL, FALSE, NULL);
  root = mn_xml_read_file (path, NULL, NULL);
  return mn_document_new (root, mn_document_get_clock (document));
}

/* Letter by letter, a few hundred in each proposal. */
static void
type (MnDocument *document, guint n_edits)
{
  MnItem *record = mn_session_get_record (mn_document_get_root (document));

  for (guint i = 0; i < n_edits; i++)
    {
      MnItem *item = mn_item_get_child (record, "proposals", i / 250 % N_PROPOSALS);

      type_text (document, item, i % 250, i % 6 == 5 ? " " : "ă");
      mn_clock_advance (mn_document_get_clock (document), 200);
    }
}

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
measure (const char *folder, guint n_edits)
{
  g_autofree char       *path = g_build_filename (folder, "a.minutes", NULL);
  g_autoptr (MnClock)    clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");
  g_autoptr (MnDocument) first = new_document (clock), document = open_again (first, path);
  g_autoptr (MnJournal)  journal = mn_journal_new (document, path, folder);
  g_autoptr (MnRecovery) recovery = NULL;
  g_auto (GStrv)         left = NULL;
  double                 begin, seconds;

  type (document, n_edits);
  mn_journal_close (journal);
  left = mn_recovery_list (folder);
  begin = cpu_seconds ();
  recovery = mn_recovery_read (left[0], clock, NULL);
  seconds = cpu_seconds () - begin;
  if (mn_document_get_revision (recovery->document) != n_edits || recovery->n_steps != n_edits)
    exit (2);
  mn_recovery_remove (left[0], FALSE);
  g_unlink (path);
  return seconds;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("minutes-bench-XXXXXX", NULL);
  double           unsaved = measure (folder, N_UNSAVED), folded = measure (folder, N_FOLDED);

  printf ("%u edits that were never saved: %.2f s of CPU\n", N_UNSAVED, unsaved);
  printf ("CPU of recovering %u edits, as a folded journal holds at most\t%.2f\t1\ts\n", N_FOLDED,
          folded);
  g_rmdir (folder);
  return folded < 1 ? 0 : 1;
}
