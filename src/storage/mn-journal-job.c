#include "mn-journal-job.h"

#include "mn-journal-file.h"

struct _MnJournalJob
{
  char       *folder; /* (owned) */
  char       *stem;   /* (owned) */
  char       *path;   /* (owned) (nullable) of a file made here */
  GByteArray *bytes;  /* (owned) */
  GByteArray *whole;  /* (owned) (nullable) for a file that takes the place of the journal's */
  int         fd;     /* the journal's, also if it was opened here */
  gsize       size;   /* what was added to it */

  GMutex   mutex;
  GCond    ended_cond;
  gboolean ended;
  gboolean broken;
  GError  *error; /* (owned) */
};

MnJournalJob *
mn_journal_job_new (const char *folder, const char *stem, int fd, GByteArray *bytes)
{
  MnJournalJob *self = g_atomic_rc_box_new0 (MnJournalJob);

  self->folder = g_strdup (folder);
  self->stem = g_strdup (stem);
  self->fd = fd;
  self->bytes = bytes;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended_cond);
  return self;
}

MnJournalJob *
mn_journal_job_ref (MnJournalJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_job (gpointer data)
{
  MnJournalJob *self = data;

  g_free (self->folder);
  g_free (self->stem);
  g_free (self->path);
  g_byte_array_unref (self->bytes);
  g_clear_pointer (&self->whole, g_byte_array_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended_cond);
}

void
mn_journal_job_unref (MnJournalJob *self)
{
  g_atomic_rc_box_release_full (self, clear_job);
}

void
mn_journal_job_fold (MnJournalJob *self, GByteArray *whole)
{
  g_clear_pointer (&self->whole, g_byte_array_unref);
  self->whole = whole;
}

static void
fold (MnJournalJob *self)
{
  g_autoptr (GError) error = NULL;
  int fd = mn_journal_file_create (self->folder, self->stem, self->whole, &self->path, &error);

  if (fd >= 0)
    {
      self->fd = fd; /* the old one is closed by whoever removes it */
      self->size = self->whole->len;
    }
  else
    g_debug ("the journal goes on as it is: %s", error->message);
}

/** mn_journal_job_run: writes and waits for the disk; the file is made if there is none yet. */
void
mn_journal_job_run (MnJournalJob *self)
{
  g_autoptr (GError) error = NULL;
  gboolean           broken = FALSE;

  self->size = self->bytes->len;
  if (self->fd < 0)
    self->fd = mn_journal_file_create (self->folder, self->stem, self->bytes, &self->path, &error);
  else if (self->bytes->len > 0)
    mn_journal_file_add (self->fd, self->bytes, &broken, &error);
  if (error == NULL && self->whole != NULL)
    fold (self);
  g_mutex_lock (&self->mutex);
  self->broken = broken;
  self->error = g_steal_pointer (&error);
  self->ended = TRUE;
  g_cond_broadcast (&self->ended_cond);
  g_mutex_unlock (&self->mutex);
}

/** mn_journal_job_wait: until another thread has run the job. */
void
mn_journal_job_wait (MnJournalJob *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->ended)
    g_cond_wait (&self->ended_cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

const GError *
mn_journal_job_get_error (MnJournalJob *self)
{
  return self->error;
}

gboolean
mn_journal_job_is_broken (MnJournalJob *self)
{
  return self->broken;
}

int
mn_journal_job_get_fd (MnJournalJob *self)
{
  return self->fd;
}

const char *
mn_journal_job_get_path (MnJournalJob *self)
{
  return self->path;
}

const GByteArray *
mn_journal_job_get_bytes (MnJournalJob *self)
{
  return self->bytes;
}

gsize
mn_journal_job_get_size (MnJournalJob *self)
{
  return self->size;
}
