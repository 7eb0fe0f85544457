/* The document's recovery journal, and what is safe since when. */

#include "mn-store-private.h"

/**
 * mn_store_use_journal:
 * @folder: (nullable): where journals lie; %NULL for the default
 *
 * From now on every step is on disk within a second, before the file is saved. A store that dies
 * with all its document in the file takes its journal along; else the journal stays for the next
 * start.
 */
void
mn_store_use_journal (MnStore *self, const char *folder)
{
  g_return_if_fail (MN_IS_STORE (self));
  g_return_if_fail (self->journal == NULL);

  if (self->newer)
    return;
  self->journal = mn_journal_new (self->document, self->path, folder);
  if (self->has_file)
    mn_journal_note_saved (self->journal, self->saved_revision, &self->stamp);
}

/** mn_store_get_journal: (transfer none) (nullable) */
MnJournal *
mn_store_get_journal (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->journal;
}

/**
 * mn_store_recover:
 * @recovery: what a journal gave back; the store's own journal takes its place
 * @path: the document's file; what was recovered goes there with the next save, and what stood
 *   there stays as the backup beside it
 * @folder: (nullable): where journals lie
 *
 * A file that holds something that the document never was has been written by another program since
 * then: saving it fails with %MN_ERROR_CHANGED_ON_DISK until the user has chosen.
 *
 * Returns: (transfer full)
 */
MnStore *
mn_store_recover (MnRecovery *recovery, const char *path, const char *folder)
{
  MnStore *self;

  g_return_val_if_fail (recovery != NULL, NULL);

  self = mn_store_new (recovery->document, path);
  if (recovery->known)
    {
      mn_store_set_base (self, recovery->file, &recovery->stamp);
      self->has_file = TRUE;
      self->saved_revision = recovery->in_file;
    }
  mn_store_update_state (self);
  mn_store_use_journal (self, folder);
  mn_journal_succeed (self->journal, recovery);
  mn_store_schedule (self, FALSE);
  return self;
}

/**
 * mn_store_dup_safety:
 * @in_file: (out): whether it is the file that holds it, and not the journal alone
 *
 * Returns: (transfer full) (nullable): everything typed until then survives whatever happens; %NULL
 *   if nothing has been written yet
 */
GDateTime *
mn_store_dup_safety (MnStore *self, gboolean *in_file)
{
  GDateTime *synced_at;

  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  synced_at = self->journal != NULL ? mn_journal_get_synced_at (self->journal) : NULL;
  *in_file = !mn_store_is_dirty (self) || synced_at == NULL ||
             (self->safe_at != NULL && g_date_time_compare (self->safe_at, synced_at) >= 0);
  if (!*in_file)
    return g_date_time_ref (synced_at);
  return self->safe_at != NULL ? g_date_time_ref (self->safe_at) : NULL;
}
