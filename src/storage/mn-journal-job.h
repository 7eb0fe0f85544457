#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MnJournalJob: steps on their way to disk. It is run by one thread, mostly not the main one; it
 * knows neither journal nor document.
 */
typedef struct _MnJournalJob MnJournalJob;

/* @fd is -1 if the file has to be made first; @bytes is taken over, and not changed any more. */
MnJournalJob *mn_journal_job_new (const char *folder, const char *stem, int fd, GByteArray *bytes)
    G_GNUC_WARN_UNUSED_RESULT;
MnJournalJob *mn_journal_job_ref (MnJournalJob *self);
void          mn_journal_job_unref (MnJournalJob *self);

/* Afterwards a new file is made of @whole, which says all that the old one does; if that fails the
 * old one goes on. Taken over. Before the run. */
void mn_journal_job_fold (MnJournalJob *self, GByteArray *whole);

void mn_journal_job_run (MnJournalJob *self);
void mn_journal_job_wait (MnJournalJob *self);

/* After its end. */
const GError     *mn_journal_job_get_error (MnJournalJob *self); /* NULL: all is on disk */
gboolean          mn_journal_job_is_broken (MnJournalJob *self); /* the file takes no more */
int               mn_journal_job_get_fd (MnJournalJob *self);    /* -1: none could be made */
const char       *mn_journal_job_get_path (MnJournalJob *self);  /* of a file that it has made */
const GByteArray *mn_journal_job_get_bytes (MnJournalJob *self);
gsize             mn_journal_job_get_size (MnJournalJob *self); /* what it has added to that file */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnJournalJob, mn_journal_job_unref)

G_END_DECLS
