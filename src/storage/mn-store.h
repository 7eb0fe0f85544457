#pragma once

#include "mn-backups.h"
#include "mn-journal.h"
#include "mn-lock.h"

G_BEGIN_DECLS

#define MN_TYPE_STORE (mn_store_get_type ())
G_DECLARE_FINAL_TYPE (MnStore, mn_store, MN, STORE, GObject)

/** MnStoreState: how the document stands to its file. */
typedef enum
{
  MN_STORE_SAVED,  /* what is shown is in the file */
  MN_STORE_DIRTY,  /* edits wait for the next save */
  MN_STORE_SAVING, /* a thread is writing; typing goes on */
  MN_STORE_FAILED, /* what is shown isn't in the file, and "message" says why; the text is kept */
} MnStoreState;

/** MnOnDisk: what others have made of the file since it was last read or written here. */
typedef enum
{
  MN_ON_DISK_SAME,        /* nothing */
  MN_ON_DISK_CHANGED,     /* it holds another version, and there are edits here: a person decides */
  MN_ON_DISK_UNREADABLE,  /* it holds something that can't be opened */
  MN_ON_DISK_GONE,        /* it was deleted, moved or renamed */
  MN_ON_DISK_UNREACHABLE, /* its folder is away: a share that isn't connected */
} MnOnDisk;

/**
 * MnStore: a document and its file. It saves by itself a few seconds after the first unsaved edit
 * (the timer isn't pushed back by further typing), in a thread on frozen bytes, and tells the truth
 * about it. What other programs do to the file is noticed by mn_store_use_watch() and
 * mn_store_check_disk(): without edits here the document becomes what the file holds; with edits
 * there are two versions, and nothing is written until a person has chosen.
 *
 * Properties, read-only and notified: "state" (int, MnStoreState), "safe-at" (GDateTime: when the
 * file last held everything typed until then; NULL before the first save), "message" (string: why
 * the last save failed, or what is wrong with the file, one sentence; NULL when nothing is),
 * "on-disk" (int, MnOnDisk), "backup-message" (string: why a previous version couldn't be kept; the
 * save itself went on).
 *
 * Signals: "flush": what is being typed should go into the document, which may be reloaded next;
 * "lock-changed": whoever edits the document may be another one now.
 */
MnStore *mn_store_open (const char *path, MnClock *clock, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MnStore *mn_store_open_kind (const char *path, const MnKind *kind, MnClock *clock, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* another document than a session */
MnStore *mn_store_new (MnDocument *document, const char *path)
    G_GNUC_WARN_UNUSED_RESULT; /* nothing on disk yet */

MnDocument  *mn_store_get_document (MnStore *self);
const char  *mn_store_get_path (MnStore *self);
gboolean     mn_store_is_file (MnStore *self, const char *path); /* the same one, by whatever way */
MnStoreState mn_store_get_state (MnStore *self);
GDateTime   *mn_store_get_safe_at (MnStore *self);     /* (transfer none) (nullable) */
const char  *mn_store_get_message (MnStore *self);     /* (nullable) */
gboolean     mn_store_is_newer_format (MnStore *self); /* opened read-only for that */
gboolean     mn_store_has_edits (MnStore *self);       /* that the file doesn't hold */

/* What two versions have come from: the file as last read or written here, and the revision of the
 * document that it holds. (transfer none) (nullable) */
MnItem *mn_store_get_base (MnStore *self);
guint64 mn_store_get_base_revision (MnStore *self);

/* The file and other programs. */
void     mn_store_use_watch (MnStore *self);
void     mn_store_check_disk (MnStore *self); /* looks in a thread */
void     mn_store_wait_for_disk (MnStore *self);
MnOnDisk mn_store_get_on_disk (MnStore *self);

/* While there are two versions: the one in the file, if it can be read (transfer none) (nullable);
 * keeping ours, which overwrites it with the next save; or taking theirs, which can be undone. */
MnItem  *mn_store_get_theirs (MnStore *self);
void     mn_store_overwrite (MnStore *self);
gboolean mn_store_take_theirs (MnStore *self, GError **error);

/* The lock beside the file. */
void     mn_store_use_lock (MnStore *self);
MnLock  *mn_store_get_lock (MnStore *self); /* (transfer none) (nullable) */
gboolean mn_store_try_lock (MnStore *self);
gboolean mn_store_take_over_lock (MnStore *self);
void     mn_store_await_release (MnStore *self, gboolean await);
gboolean mn_store_awaits_release (MnStore *self);
gboolean mn_store_holds_lock (MnStore *self); /* nobody else edits it, as far as is known */

/* From now on what a save replaces is kept as a version (mn-backups.h): at the first save, then as
 * often as @policy says. @folder, @policy: NULL for the default. */
void mn_store_use_backups (MnStore *self, const char *folder, const MnBackupPolicy *policy);
/* The next save keeps what it replaces, however soon it comes. */
void mn_store_keep_version (MnStore *self);

/* All that keeps a document safe, in the default folders: journal, lock, watch and versions. */
void mn_store_guard (MnStore *self, const MnBackupPolicy *policy);

/* The recovery journal of the document. */
void       mn_store_use_journal (MnStore *self, const char *folder); /* NULL: the default folder */
MnJournal *mn_store_get_journal (MnStore *self);
MnStore   *mn_store_recover (MnRecovery *recovery, const char *path, const char *folder)
    G_GNUC_WARN_UNUSED_RESULT;
GDateTime *mn_store_dup_safety (MnStore *self, gboolean *in_file) G_GNUC_WARN_UNUSED_RESULT;

void mn_store_set_autosave_delay (MnStore *self, guint milliseconds); /* default 3000 */

/* While a save runs, a further request means "again": it is answered when the newest edits are
 * safe. */
void     mn_store_save_async (MnStore            *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
gboolean mn_store_save_finish (MnStore *self, GAsyncResult *result, GError **error);
gboolean mn_store_save (MnStore *self,
                        GError **error); /* waits; for closing and the command line */

G_END_DECLS
