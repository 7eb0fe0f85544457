#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnBackupPolicy: which previous versions of a document are kept: the @last newest, and of each of
 * the last @days days the newest. A document that is being typed in is saved every few seconds;
 * what a save replaces is kept at the first save after opening, and then at most every @minutes.
 */
typedef struct
{
  guint last; /* at least 1 */
  guint days;
  guint minutes;
} MnBackupPolicy;

#define MN_BACKUP_POLICY_DEFAULT ((MnBackupPolicy){ 10, 30, 10 })

gboolean *mn_backup_policy_choose (const MnBackupPolicy *self,
                                   const gint64         *times,
                                   guint                 n,
                                   gint64                now,
                                   GTimeZone            *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
