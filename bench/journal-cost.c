/* What the recovery journal costs a key press: CPU time of an edit with it and without it. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "mn-journal.h"
#include "mn-session.h"

#define N_EDITS 20000
#define GOAL 50 /* microseconds */

static double
cpu_microseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
type_letter (MnDocument *document, guint i)
{
  MnItem            *general = mn_session_get_general (mn_document_get_root (document));
  g_autoptr (MnText) letter = mn_text_new (i % 6 == 5 ? " " : "ă");

  /* A line as long as lines are; the document's own cost of longer ones isn't asked here. */
  mn_document_splice (document, general, "title", i % 60, i < 60 ? 0 : 1, letter, NULL);
}

static double
measure (const char *folder)
{
  g_autoptr (MnItem)     root = mn_session_new ();
  g_autoptr (MnClock)    clock = mn_clock_new ();
  g_autoptr (MnDocument) document = mn_document_new (root, clock);
  g_autoptr (MnJournal)  journal = folder ? mn_journal_new (document, NULL, folder) : NULL;
  static double          costs[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      double begin = cpu_microseconds ();

      type_letter (document, i);
      costs[i] = cpu_microseconds () - begin;
      g_main_context_iteration (NULL, FALSE);
    }
  if (journal != NULL)
    mn_journal_drop (journal);
  qsort (costs, N_EDITS, sizeof *costs, compare);
  printf ("%-16s median %6.2f µs   99 %% %7.2f µs   most %8.2f µs\n",
          folder ? "with journal" : "without journal", costs[N_EDITS / 2],
          costs[N_EDITS * 99 / 100], costs[N_EDITS - 1]);
  return costs[N_EDITS / 2];
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("minutes-bench-XXXXXX", NULL);
  double           without = measure (NULL), with = measure (folder);

  printf ("CPU of the journal an edit at the median\t%.2f\t%d\tµs\n", with - without, GOAL);
  rmdir (folder);
  return with - without < GOAL ? 0 : 1;
}
