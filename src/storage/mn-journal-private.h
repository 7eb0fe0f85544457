#pragma once

#include "mn-journal-job.h"
#include "mn-journal.h"

G_BEGIN_DECLS

/* What the files of mn-journal share: its steps as records (mn-journal-keep), their way to disk
 * (mn-journal-sync), and what the store and the window say (mn-journal). */

struct _MnJournal
{
  GObject parent_instance;

  MnDocument   *document;  /* (owned) */
  char         *doc_path;  /* (owned) */
  char         *folder;    /* (owned) */
  char         *path;      /* (owned) (nullable) */
  GByteArray   *pending;   /* (owned) framed, not yet handed to a job */
  GPtrArray    *formers;   /* (owned) of Former */
  MnJournalJob *job;       /* (owned) (nullable) */
  GDateTime    *taken;     /* (owned) (nullable) when the job's steps were taken */
  GDateTime    *synced_at; /* (owned) (nullable) */
  char         *message;   /* (owned) (nullable) */
  char         *section;   /* (owned) (nullable) the place as last noted */
  char         *item;      /* (owned) (nullable) */
  MnPastSize    n_left;    /* of the past, what the last base has left out */
  MnPastSize    next_left; /* the same once the journal is folded */
  MnStamp       stamp;     /* of the document's file when it held saved_revision; zero: unknown */
  guint64       job_revision;
  guint64       synced_revision;
  guint64       saved_revision;
  gsize         file_size; /* what the journal's file holds */
  gsize         fold_size; /* how much may stand behind its base */
  gsize         base_size; /* the document and its past, as they begin it */
  guint         timer;
  guint         delay;
  int           fd; /* -1: no file yet */
  gboolean      again;
  gboolean      fold_later;
  gboolean      folding; /* the job makes a file that takes the place of this one */
  gboolean      has_base;
  gboolean      covered_once;
  gboolean      closed;
};

/* Steps as records. */
void        mn_journal_add_base (MnJournal *self, GByteArray *out);
void        mn_journal_add_place (MnJournal *self, GByteArray *out);
void        mn_journal_add_file (MnJournal *self, GByteArray *out);
void        mn_journal_keep_step (MnJournal *self, const MnStep *step);
GByteArray *mn_journal_dup_fold (MnJournal *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the document's file holds all of it. */
gboolean mn_journal_is_covered (MnJournal *self);

/* To disk. */
void mn_journal_schedule (MnJournal *self, guint milliseconds);
void mn_journal_wait (MnJournal *self);
void mn_journal_fold (MnJournal *self);
void mn_journal_drop_stale (MnJournal *self);
void mn_journal_set_message (MnJournal *self, const char *message);
void mn_journal_set_synced_at (MnJournal *self, GDateTime *moment);

/* Files that this journal takes the place of as soon as it holds everything. */
GPtrArray *mn_journal_formers_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       mn_journal_add_former (MnJournal *self, const char *path, int fd, gboolean cut);
void       mn_journal_remove_formers (MnJournal *self);

G_END_DECLS
