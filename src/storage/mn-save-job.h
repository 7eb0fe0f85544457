#pragma once

#include "mn-backups.h"
#include "mn-save.h"

G_BEGIN_DECLS

/**
 * MnSaveJob: one save of one snapshot. It is run once, in any thread; what it found is read after
 * it has ended.
 */
typedef struct _MnSaveJob MnSaveJob;

MnSaveJob *mn_save_job_new (MnItem *root, const char *path, const MnStamp *known, gboolean backup)
    G_GNUC_WARN_UNUSED_RESULT;
MnSaveJob *mn_save_job_ref (MnSaveJob *self);
void       mn_save_job_unref (MnSaveJob *self);

/* Before it is run: what the save replaces is kept as a version there, and @beside the file, too.
 * (transfer full) @place */
void mn_save_job_keep_version (MnSaveJob *self, MnBackupPlace *place, gboolean beside);

void mn_save_job_run (MnSaveJob *self);
void mn_save_job_wait (MnSaveJob *self);

const GError *mn_save_job_get_error (MnSaveJob *self); /* (nullable) */
MnItem       *mn_save_job_get_root (MnSaveJob *self);  /* what was written */
MnStamp       mn_save_job_get_stamp (MnSaveJob *self); /* of the file that was written */

/* Before it is run: once the file is written the bin is, too. (transfer full) both; @bytes NULL: it
 * is empty */
void mn_save_job_keep_bin (MnSaveJob *self, char *path, GBytes *bytes);

gboolean mn_save_job_keeps_version (MnSaveJob *self);

/* Why the version couldn't be kept; the save went on. (nullable) */
const GError *mn_save_job_get_backup_error (MnSaveJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnSaveJob, mn_save_job_unref)

G_END_DECLS
