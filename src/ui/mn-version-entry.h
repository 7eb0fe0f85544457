#pragma once

#include <gtk/gtk.h>

#include "mn-backups.h"

G_BEGIN_DECLS

#define MN_TYPE_VERSION_ENTRY (mn_version_entry_get_type ())
G_DECLARE_FINAL_TYPE (MnVersionEntry, mn_version_entry, MN, VERSION_ENTRY, GObject)

/**
 * MnVersionEntry: one earlier version as a list shows it. What it holds is found out later, in a
 * thread; "found" is emitted then.
 */
MnVersionEntry *mn_version_entry_new (const MnBackup *backup) G_GNUC_WARN_UNUSED_RESULT;

const MnBackup *mn_version_entry_get_backup (MnVersionEntry *self);
char           *mn_version_entry_dup_when (MnVersionEntry *self)
    G_GNUC_WARN_UNUSED_RESULT;                                   /* "15/4/2026 09:30" */
const char *mn_version_entry_get_size (MnVersionEntry *self);    /* "" until it is known */
const char *mn_version_entry_get_changes (MnVersionEntry *self); /* lines; "" until known */
gboolean    mn_version_entry_is_damaged (MnVersionEntry *self);

/* Reads the versions one by one, each in a thread, and compares it with the one after it; the
 * newest with @present (transfer full) (nullable), which nobody else may have. */
void mn_version_entries_find (GListModel *entries, MnItem *present, GCancellable *cancellable);

G_END_DECLS
