#pragma once

#include "mn-item.h"
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

void mn_save_job_run (MnSaveJob *self);
void mn_save_job_wait (MnSaveJob *self);

const GError *mn_save_job_get_error (MnSaveJob *self); /* (nullable) */
MnItem       *mn_save_job_get_root (MnSaveJob *self);  /* what was written */
MnStamp       mn_save_job_get_stamp (MnSaveJob *self); /* of the file that was written */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnSaveJob, mn_save_job_unref)

G_END_DECLS
