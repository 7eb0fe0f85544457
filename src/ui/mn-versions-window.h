#pragma once

#include <adwaita.h>

#include "mn-backups.h"

G_BEGIN_DECLS

#define MN_TYPE_VERSIONS_WINDOW (mn_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (MnVersionsWindow, mn_versions_window, MN, VERSIONS_WINDOW, AdwWindow)

/**
 * MnVersionsWindow: the earlier versions of one document: when, how large, what changed after it.
 *
 * Signals: "open": the selected version is to be shown beside the present one; "bring-back": it is
 * to become the present one.
 */

/* @title is the document's; @id (nullable) its id; @present (transfer none) (nullable) the document
 * as it stands: with NULL nothing can be opened beside it. @folder NULL: the default one. */
GtkWidget *mn_versions_window_new (GtkWindow  *parent,
                                   const char *title,
                                   const char *folder,
                                   const char *id,
                                   MnItem     *present) G_GNUC_WARN_UNUSED_RESULT;

void mn_versions_window_set_read_only (MnVersionsWindow *self, gboolean read_only);

/* The selected version, and what to call it: "Version of 15/4/2026 09:30". NULL: none. */
const MnBackup *mn_versions_window_get_selected (MnVersionsWindow *self);
char           *mn_versions_window_dup_title (MnVersionsWindow *self) G_GNUC_WARN_UNUSED_RESULT;
MnItem *mn_versions_window_read (MnVersionsWindow *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
