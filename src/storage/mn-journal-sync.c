#include <unistd.h>

#include "mn-background.h"
#include "mn-journal-file.h"
#include "mn-journal-private.h"

#define RETRY_FACTOR 5 /* a failed sync is tried again after so many delays */
#define MAX_PENDING (32 * 1024 * 1024)

static void start_job (MnJournal *self);

/* ---- files that came before this one ----------------------------------------------------------
 */

/** Former: a file that this journal takes the place of as soon as it holds everything. */
typedef struct
{
  char    *path; /* (owned) */
  int      fd;   /* holds its lock */
  gboolean cut;
} Former;

static void
former_free (gpointer data)
{
  Former *former = data;

  if (former->fd >= 0)
    close (former->fd);
  g_free (former->path);
  g_free (former);
}

GPtrArray *
mn_journal_formers_new (void)
{
  return g_ptr_array_new_with_free_func (former_free);
}

/** mn_journal_add_former: @fd is taken over. */
void
mn_journal_add_former (MnJournal *self, const char *path, int fd, gboolean cut)
{
  Former *former = g_new0 (Former, 1);

  former->path = g_strdup (path);
  former->fd = fd;
  former->cut = cut;
  g_ptr_array_add (self->formers, former);
}

void
mn_journal_remove_formers (MnJournal *self)
{
  for (guint i = 0; i < self->formers->len; i++)
    {
      Former *former = self->formers->pdata[i];

      mn_recovery_remove (former->path, former->cut);
    }
  g_ptr_array_set_size (self->formers, 0);
}

/* ---- the timer --------------------------------------------------------------------------------
 */

static gboolean
sync_cb (gpointer user_data)
{
  MnJournal *self = user_data;

  self->timer = 0;
  mn_journal_flush (self);
  return G_SOURCE_REMOVE;
}

/** mn_journal_schedule: the timer starts at the first step that isn't on disk, and isn't pushed
 * back by the next, nor by a job that is still busy with those before. */
void
mn_journal_schedule (MnJournal *self, guint milliseconds)
{
  if (self->timer == 0 && !self->closed)
    self->timer = g_timeout_add (milliseconds, sync_cb, self);
}

/* ---- to disk ----------------------------------------------------------------------------------
 */

/* The file takes no more: the next one begins with the document as it stands. */
static void
start_over (MnJournal *self)
{
  mn_journal_add_former (self, self->path, self->fd, FALSE);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
  g_byte_array_set_size (self->pending, 0);
  mn_journal_add_base (self, self->pending);
}

/** mn_journal_drop_stale: a journal that could not be brought up to date and says less than the
 * file would only bring back what is old. Not while a job writes to it. */
void
mn_journal_drop_stale (MnJournal *self)
{
  if (self->message == NULL || self->job != NULL || !mn_journal_is_covered (self))
    return;
  mn_journal_remove_formers (self);
  if (self->fd >= 0)
    {
      mn_journal_file_remove (self->path);
      close (self->fd);
    }
  self->fd = -1;
  self->file_size = 0;
  g_clear_pointer (&self->path, g_free);
  g_byte_array_set_size (self->pending, 0);
  mn_journal_add_base (self, self->pending);
}

static void
note_failure (MnJournal *self, MnJournalJob *job)
{
  const GByteArray *bytes = mn_journal_job_get_bytes (job);

  if (mn_journal_job_is_broken (job))
    start_over (self);
  else
    g_byte_array_prepend (self->pending, bytes->data, bytes->len);
  if (self->pending->len > MAX_PENDING)
    {
      g_byte_array_set_size (self->pending, 0);
      mn_journal_add_base (self, self->pending);
    }
  mn_journal_set_message (self, mn_journal_job_get_error (job)->message);
  mn_journal_drop_stale (self);
}

static void
note_success (MnJournal *self, MnJournalJob *job)
{
  self->file_size += mn_journal_job_get_size (job);
  self->synced_revision = self->job_revision;
  mn_journal_remove_formers (self);
  mn_journal_set_message (self, NULL);
  mn_journal_set_synced_at (self, self->taken);
}

/* A file that the job has made is the journal from now on; the one before goes if all went well. */
static void
take_file (MnJournal *self, MnJournalJob *job)
{
  const char *path = mn_journal_job_get_path (job);
  gboolean    folding = self->folding;

  self->folding = FALSE;
  if (path == NULL)
    return;
  if (folding)
    self->n_left = self->next_left;
  if (self->fd >= 0)
    mn_journal_add_former (self, self->path, self->fd, FALSE);
  g_free (self->path);
  self->path = g_strdup (path);
  self->fd = mn_journal_job_get_fd (job);
  self->file_size = 0;
}

/* Called by whoever sees the end of the job first; the other call does nothing. */
static void
end_job (MnJournal *self, MnJournalJob *job)
{
  g_autoptr (MnJournalJob) held = NULL;
  gboolean                 again = self->again;

  if (self->job != job)
    return;
  held = g_steal_pointer (&self->job);
  self->again = FALSE;
  take_file (self, held);
  if (mn_journal_job_get_error (held) != NULL)
    note_failure (self, held);
  else
    note_success (self, held);
  if (self->fold_later && !self->closed && mn_journal_is_covered (self))
    mn_journal_fold (self);
  if (self->job != NULL || self->pending->len == 0)
    return;
  if (again && self->message == NULL)
    start_job (self);
  else if (self->message != NULL)
    mn_journal_schedule (self, self->delay * RETRY_FACTOR);
}

static void
prepare_job (MnJournal *self)
{
  const char *id = mn_item_get_id (mn_document_get_root (self->document));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->job = mn_journal_job_new (self->folder, id, self->fd, self->pending);
  self->pending = g_byte_array_new ();
  self->job_revision = mn_document_get_revision (self->document);
  g_clear_pointer (&self->taken, g_date_time_unref);
  self->taken = mn_clock_now (mn_document_get_clock (self->document));
}

static void
run_job (MnJournal *self)
{
  mn_background_run (self, mn_journal_job_ref (self->job), (GDestroyNotify) mn_journal_job_unref,
                     (MnBackgroundWork) mn_journal_job_run, (MnBackgroundDone) end_job);
}

static void
start_job (MnJournal *self)
{
  prepare_job (self);
  run_job (self);
}

/** mn_journal_flush: see the header. */
void
mn_journal_flush (MnJournal *self)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  if (self->job != NULL)
    self->again = TRUE;
  else if (self->pending->len > 0)
    start_job (self);
}

/**
 * mn_journal_fold:
 *
 * Called when the document's file holds all of it. A journal that has grown long begins again: a
 * new file with the document and the last of its past, on disk before the old one goes. What was
 * pending goes to the old one first, so at any moment one of them is whole.
 */
void
mn_journal_fold (MnJournal *self)
{
  self->fold_later = self->job != NULL;
  if (self->job != NULL || self->fd < 0 || self->message != NULL ||
      self->file_size + self->pending->len < self->base_size + self->fold_size)
    return;
  prepare_job (self);
  mn_journal_job_fold (self->job, mn_journal_dup_fold (self));
  self->folding = TRUE;
  run_job (self);
}

/** mn_journal_wait: until nothing is on its way to disk. */
void
mn_journal_wait (MnJournal *self)
{
  while (self->job != NULL)
    {
      g_autoptr (MnJournalJob) running = mn_journal_job_ref (self->job);

      mn_journal_job_wait (running);
      end_job (self, running);
    }
}

/**
 * mn_journal_sync:
 * @error: why the journal is not on disk; the steps are kept and tried again
 *
 * Writes what is pending and waits until it is on disk.
 */
gboolean
mn_journal_sync (MnJournal *self, GError **error)
{
  g_autoptr (MnJournalJob) job = NULL;

  g_return_val_if_fail (MN_IS_JOURNAL (self), FALSE);

  mn_journal_wait (self);
  if (self->pending->len == 0)
    return TRUE;
  prepare_job (self);
  job = mn_journal_job_ref (self->job);
  mn_journal_job_run (job);
  end_job (self, job);
  if (mn_journal_job_get_error (job) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (mn_journal_job_get_error (job)));
  return FALSE;
}
