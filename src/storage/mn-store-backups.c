/* What a save replaces becomes a version: when, and what is told if it can't. */

#include "mn-store-private.h"

/* Typing is saved every few seconds; a version of each of them would be ten seconds of typing. The
 * first save keeps the document as it was found, and each one after a while what came since. */
static gboolean
wants_version (MnStore *self, gint64 now)
{
  return self->keeps_versions &&
         (!self->version_kept || self->overwrite ||
          now - self->version_kept_at >= self->policy.minutes * 60 * G_USEC_PER_SEC);
}

/* Of the job that is about to run. */
void
mn_store_prepare_version (MnStore *self)
{
  MnClock              *clock = mn_document_get_clock (self->document);
  gint64                monotonic = mn_clock_monotonic (clock);
  g_autoptr (GDateTime) now = NULL;
  const char           *id = mn_item_get_id (mn_document_get_root (self->document));

  if (!wants_version (self, monotonic))
    return;
  now = mn_clock_now (clock);
  self->version_kept = TRUE;
  self->version_kept_at = monotonic;
  mn_save_job_keep_version (
      self->job, mn_backup_place_new (self->backups, id, &self->policy, g_date_time_to_unix (now)),
      self->overwrite || self->replaces_theirs);
}

void
mn_store_note_version (MnStore *self, MnSaveJob *job)
{
  const GError *error = mn_save_job_get_backup_error (job);

  if (mn_save_job_get_error (job) != NULL)
    self->bin_changed = TRUE; /* it was not written either */
  if (!mn_save_job_keeps_version (job))
    return;
  if (error != NULL)
    self->version_kept = FALSE; /* the next save tries again */
  mn_store_set_backup_message (self, error != NULL ? error->message : NULL);
}

/**
 * mn_store_use_backups:
 * @folder: (nullable): where versions lie; %NULL for the default
 * @policy: (nullable): which are kept; %NULL for the default
 *
 * A version that can't be kept stops no save: it is told by "backup-message", and the file as it
 * was found stays as "PATH~". The bin of the document lies beside its versions, so that what was
 * removed can be restored another day.
 */
void
mn_store_use_backups (MnStore *self, const char *folder, const MnBackupPolicy *policy)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->keeps_versions = TRUE;
  g_free (self->backups);
  self->backups = g_strdup (folder);
  self->policy = policy != NULL ? *policy : MN_BACKUP_POLICY_DEFAULT;
  mn_store_fill_bin (self);
}

/**
 * mn_store_guard:
 * @policy: (nullable): which versions are kept; %NULL for the default
 *
 * What whoever edits a document wants of its store. A journal that it was recovered into stays.
 */
void
mn_store_guard (MnStore *self, const MnBackupPolicy *policy)
{
  g_return_if_fail (MN_IS_STORE (self));

  if (mn_store_get_journal (self) == NULL)
    mn_store_use_journal (self, NULL);
  mn_store_use_lock (self);
  mn_store_use_watch (self);
  mn_store_use_backups (self, NULL, policy);
}

/** mn_store_keep_version: before something that changes much at once. */
void
mn_store_keep_version (MnStore *self)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->version_kept = FALSE;
}
