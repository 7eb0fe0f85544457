#pragma once

#include <adwaita.h>

#include "mn-archive.h"

G_BEGIN_DECLS

#define MN_TYPE_LIBRARY_VIEW (mn_library_view_get_type ())
G_DECLARE_FINAL_TYPE (MnLibraryView, mn_library_view, MN, LIBRARY_VIEW, GtkWidget)

/**
 * MnLibraryView: the sessions of an archive: a list by series, and search in titles and texts.
 *
 * Property, read-only: "selected" (MnSessionEntry, nullable).
 * Signal "open-session" (const char *path, const char *item_id): the user wants to see it; the item
 * is NULL unless it was found by search.
 */
GtkWidget *mn_library_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows another archive; reads it once the window has been painted. */
void mn_library_view_set_archive (MnLibraryView *self, MnArchive *archive);

/* Reads what changed in the archive's folder, in the background. */
void mn_library_view_refresh (MnLibraryView *self);

MnSessionEntry *mn_library_view_get_selected (MnLibraryView *self); /* (nullable) */

void mn_library_view_focus_search (MnLibraryView *self);
void mn_library_view_focus_list (MnLibraryView *self);

G_END_DECLS
