/* Saving: when, in which thread, and what follows from how it went. */

#include <glib/gi18n-lib.h>

#include "mn-background.h"
#include "mn-error.h"
#include "mn-store-private.h"

#define RETRY_FACTOR 5 /* a failed save is tried again after so many delays */

static void start_job (MnStore *self);

/* ---- timer ----------------------------------------------------------------------------------- */

static gboolean
timer_cb (gpointer user_data)
{
  MnStore *self = user_data;

  self->timer = 0;
  if (self->job != NULL)
    self->again = TRUE;
  else if (mn_store_is_dirty (self) && mn_store_may_write (self))
    start_job (self);
  return G_SOURCE_REMOVE;
}

/** mn_store_schedule: saves after the delay, or after several of them if it is tried again. */
void
mn_store_schedule (MnStore *self, gboolean retry)
{
  if (!mn_store_may_write (self) || (self->timer != 0 && (!self->timer_is_retry || retry)))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer_is_retry = retry;
  self->timer = g_timeout_add (retry ? self->delay * RETRY_FACTOR : self->delay, timer_cb, self);
}

void
mn_store_edited (MnStore *self)
{
  if (mn_store_is_dirty (self))
    mn_store_schedule (self, FALSE);
  mn_store_update_state (self);
}

/* ---- saving ---------------------------------------------------------------------------------- */

static void
answer (GPtrArray *tasks, const GError *error)
{
  g_autoptr (GPtrArray) answered = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_extend_and_steal (answered, g_ptr_array_ref (tasks));
  for (guint i = 0; i < answered->len; i++)
    {
      if (error != NULL)
        g_task_return_error (answered->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (answered->pdata[i], TRUE);
    }
}

static void
note_success (MnStore *self)
{
  MnStamp stamp = mn_save_job_get_stamp (self->job);

  mn_store_set_base (self, mn_save_job_get_root (self->job), &stamp);
  self->saved_revision = self->job_revision;
  self->has_file = self->backed_up = TRUE;
  self->overwrite = self->replaces_theirs = FALSE;
  mn_store_set_on_disk (self, MN_ON_DISK_SAME);
  mn_store_set_safe_at (self, self->taken);
  if (self->journal != NULL)
    mn_journal_note_saved (self->journal, self->saved_revision, &self->stamp);
}

static void
note_result (MnStore *self, const GError *error)
{
  if (error == NULL)
    note_success (self);
  else if (g_error_matches (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK))
    mn_store_set_on_disk (self, MN_ON_DISK_CHANGED);
  mn_store_set_message (self, error != NULL ? error->message : NULL);
}

/* What has come up while the save ran; whoever was answered may have asked for the next already. */
static void
go_on (MnStore *self, const GError *error)
{
  gboolean again = self->again;

  self->again = FALSE;
  if (!mn_store_is_dirty (self))
    answer (self->waiting, NULL);
  if (self->job != NULL)
    return;
  if (self->waiting->len > 0 || (again && mn_store_is_dirty (self)))
    start_job (self);
  else if (mn_store_is_dirty (self) && (error == NULL || mn_save_may_pass (error)))
    mn_store_schedule (self, error != NULL);
}

/* Called by whoever sees the end of the job first; the other call does nothing. */
static void
end_job (MnStore *self, MnSaveJob *job)
{
  g_autoptr (MnSaveJob) held = NULL;
  const GError         *error;

  if (self->job != job)
    return;
  held = mn_save_job_ref (job);
  error = mn_save_job_get_error (job);
  g_object_freeze_notify (G_OBJECT (self));
  note_result (self, error);
  mn_store_note_version (self, job);
  g_clear_pointer (&self->job, mn_save_job_unref);
  g_clear_pointer (&self->taken, g_date_time_unref);
  answer (self->served, error);
  go_on (self, error);
  mn_store_update_state (self);
  mn_store_after_save (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
prepare_job (MnStore *self)
{
  GPtrArray *empty = self->served;

  g_clear_handle_id (&self->timer, g_source_remove);
  /* A journal that is behind the file would bring back what is old. */
  if (self->journal != NULL)
    mn_journal_flush (self->journal);
  self->job = mn_save_job_new (mn_document_get_root (self->document), self->path,
                               self->overwrite ? NULL : &self->stamp,
                               self->overwrite || !self->backed_up);
  mn_store_prepare_version (self);
  mn_store_prepare_bin (self);
  self->job_revision = mn_document_get_revision (self->document);
  self->taken = mn_clock_now (mn_document_get_clock (self->document));
  self->served = self->waiting;
  self->waiting = empty;
  mn_store_update_state (self);
}

static void
start_job (MnStore *self)
{
  prepare_job (self);
  mn_background_run (self, mn_save_job_ref (self->job), (GDestroyNotify) mn_save_job_unref,
                     (MnBackgroundWork) mn_save_job_run, (MnBackgroundDone) end_job);
}

/* A file that was taken away is written again when somebody asks for it. */
static gboolean
needs_save (MnStore *self)
{
  MnStamp stamp;

  return mn_store_is_dirty (self) || !mn_stamp_read (self->path, &stamp);
}

static gboolean
may_save (MnStore *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (self->newer)
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
                 _ ("“%s” was written by a newer version of Minutes and can only be read"), name);
  else if (!mn_store_holds_lock (self))
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
                 _ ("“%s” can't be saved: somebody else is editing it"), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * mn_store_save_async:
 * @cancellable: (nullable): ends the waiting, not the save
 *
 * Saves what isn't saved yet. Edits that are made while it runs stay unsaved; a request made
 * while a save runs is answered when those edits are safe too.
 */
void
mn_store_save_async (MnStore            *self,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GError           *error = NULL;

  g_return_if_fail (MN_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mn_store_save_async);
  if (!may_save (self, &error))
    g_task_return_error (task, error);
  else if (self->job == NULL && !needs_save (self))
    g_task_return_boolean (task, TRUE);
  else
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      if (self->job == NULL)
        start_job (self);
    }
}

gboolean
mn_store_save_finish (MnStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** mn_store_save: saves now and waits; for a save that runs already, too. */
gboolean
mn_store_save (MnStore *self, GError **error)
{
  g_autoptr (MnSaveJob) job = NULL;

  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  if (!may_save (self, error))
    return FALSE;
  while (self->job != NULL)
    {
      g_autoptr (MnSaveJob) running = mn_save_job_ref (self->job);

      mn_save_job_wait (running);
      end_job (self, running);
    }
  if (!needs_save (self))
    return TRUE;
  prepare_job (self);
  job = mn_save_job_ref (self->job);
  mn_save_job_run (job);
  end_job (self, job);
  if (mn_save_job_get_error (job) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (mn_save_job_get_error (job)));
  return FALSE;
}
