#pragma once

#include "mn-recovery.h"

G_BEGIN_DECLS

#define MN_TYPE_JOURNAL (mn_journal_get_type ())
G_DECLARE_FINAL_TYPE (MnJournal, mn_journal, MN, JOURNAL, GObject)

/**
 * MnJournal: the recovery journal of one open document: every step on its road, on disk within a
 * second. It is named by the document's id, so a file that was moved, or was never saved, is
 * recovered too. It begins with the document as it was before the first step; what follows are the
 * steps. So undo survives a crash as well. Where a save finds that it has grown by more than 1 MiB,
 * it is folded: a new file begins with the document as it is and the last of its past.
 *
 * While the journal is open its file is locked; a journal without a lock was left by a crash. Such
 * a one is never written to: the next journal of the same document gets a number behind its name
 * ("ID-2.journal").
 *
 * Steps that could not be written are kept and tried again. If they come to more than 32 MiB the
 * document as it stands takes their place.
 *
 * Properties, read-only and notified: "synced-at" (GDateTime: everything typed until then is on
 * disk; NULL before the first sync), "message" (string: why the last sync failed; NULL else).
 */
MnJournal *mn_journal_new (MnDocument *document, const char *document_path, const char *folder)
    G_GNUC_WARN_UNUSED_RESULT;

/* The document was made again from that journal, which goes once this one, or the file, holds all
 * of it. */
void mn_journal_succeed (MnJournal *self, MnRecovery *recovery);

void        mn_journal_set_sync_delay (MnJournal *self,
                                       guint      milliseconds); /* 700; from the first unsynced step */
void        mn_journal_set_fold_size (MnJournal *self, gsize n_bytes); /* 1 MiB */
guint64     mn_journal_get_synced_revision (MnJournal *self);
GDateTime  *mn_journal_get_synced_at (MnJournal *self); /* (transfer none) (nullable) */
const char *mn_journal_get_message (MnJournal *self);   /* (nullable) */
const char *mn_journal_get_path (MnJournal *self);      /* (nullable): nothing is written yet */

/* Brings all steps to disk now, without waiting for it: at focus-out. */
void mn_journal_flush (MnJournal *self);

/* The same, and waits: before closing. */
gboolean mn_journal_sync (MnJournal *self, GError **error);

/* The document's file holds @revision, and has that stamp: a journal that is covered can go. */
void mn_journal_note_saved (MnJournal *self, guint64 revision, const MnStamp *stamp);

/* Where the secretary is; goes with the next sync. */
void mn_journal_note_place (MnJournal *self, const char *section, const char *item);

/* A clean end: the file goes if the document's file holds all of it, else it stays for the next
 * start. */
void mn_journal_close (MnJournal *self);

/* The user gives up what isn't saved. */
void mn_journal_drop (MnJournal *self);

G_END_DECLS
