#pragma once

#include "mn-journal.h"

G_BEGIN_DECLS

#define MN_TYPE_STORE (mn_store_get_type ())
G_DECLARE_FINAL_TYPE (MnStore, mn_store, MN, STORE, GObject)

/** MnStoreState: how the document stands to its file. */
typedef enum
{
  MN_STORE_SAVED,  /* what is shown is in the file */
  MN_STORE_DIRTY,  /* edits wait for the next save */
  MN_STORE_SAVING, /* a thread is writing; typing goes on */
  MN_STORE_FAILED, /* the last save failed; the text is kept and will be tried again */
} MnStoreState;

/**
 * MnStore: a document and its file. It saves by itself a few seconds after the first unsaved edit
 * (the timer isn't pushed back by further typing), in a thread on frozen bytes, and tells the truth
 * about it.
 *
 * Properties, read-only and notified: "state" (int, MnStoreState), "safe-at" (GDateTime: when the
 * file last held everything typed until then; NULL before the first save), "message" (string: why
 * the last save failed, one sentence; NULL when it didn't).
 */
MnStore *mn_store_open (const char *path, MnClock *clock, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MnStore *mn_store_open_kind (const char *path, const MnKind *kind, MnClock *clock, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* another document than a session */
MnStore *mn_store_new (MnDocument *document, const char *path)
    G_GNUC_WARN_UNUSED_RESULT; /* nothing on disk yet */

MnDocument  *mn_store_get_document (MnStore *self);
const char  *mn_store_get_path (MnStore *self);
MnStoreState mn_store_get_state (MnStore *self);
GDateTime   *mn_store_get_safe_at (MnStore *self);     /* (transfer none) (nullable) */
const char  *mn_store_get_message (MnStore *self);     /* (nullable) */
gboolean     mn_store_is_newer_format (MnStore *self); /* opened read-only for that */

/* What to do when another program wrote the file meanwhile is the user's choice. */
gboolean mn_store_is_changed_on_disk (MnStore *self);
void     mn_store_overwrite (MnStore *self);

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
