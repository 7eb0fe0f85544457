#pragma once

#include "mn-backup-policy.h"
#include "mn-item.h"

G_BEGIN_DECLS

/**
 * Previous versions of documents, on this machine:
 * `FOLDER/DOCUMENT-ID/20260415T023000Z.minutes.gz`, named by when the file that was replaced was
 * written (in UTC). Beside them "origin" holds the path of the document's file, so that the
 * versions of a file are found that can't be read any more. Whatever else lies in the folder is
 * left alone. All of this may be done in a thread.
 */

/** MnBackup: one version. */
typedef struct
{
  char   *path;
  gint64  time;   /* when its contents were saved: seconds since 1970 */
  guint64 n_disk; /* bytes that it takes, compressed */
} MnBackup;

void      mn_backup_free (MnBackup *self);
MnBackup *mn_backup_copy (const MnBackup *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *mn_backup_load (const MnBackup *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *mn_backups_dup_default_folder (void) G_GNUC_WARN_UNUSED_RESULT;

/* Of MnBackup, the newest first; empty if there are none. */
GPtrArray *mn_backups_list (const char *folder, const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* The document whose file was last at @path. (nullable) */
char *mn_backups_find_id (const char *folder, const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** MnBackupPlace: where the versions of one document go, and by which rule. */
typedef struct
{
  char          *folder;
  char          *id;
  MnBackupPolicy policy;
  gint64         now;
} MnBackupPlace;

MnBackupPlace *mn_backup_place_new (const char           *folder,
                                    const char           *id,
                                    const MnBackupPolicy *policy,
                                    gint64                now) G_GNUC_WARN_UNUSED_RESULT;
void           mn_backup_place_free (MnBackupPlace *self);

/* A file of our own in a document's folder, which is made where it is missing. */
gboolean mn_backups_write (const char *path, GBytes *bytes, GError **error);

gboolean mn_backups_keep (const MnBackupPlace *place, const char *path, GError **error);
gboolean mn_backups_bring_back (const MnBackupPlace *place,
                                const MnBackup      *backup,
                                const char          *path,
                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnBackup, mn_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnBackupPlace, mn_backup_place_free)

G_END_DECLS
