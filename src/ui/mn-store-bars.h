#pragma once

#include <gtk/gtk.h>

#include "mn-store.h"

G_BEGIN_DECLS

#define MN_TYPE_STORE_BARS (mn_store_bars_get_type ())
G_DECLARE_FINAL_TYPE (MnStoreBars, mn_store_bars, MN, STORE_BARS, GtkWidget)

/**
 * MnStoreBars: what stands between an open document and its file, each in a bar with what can be
 * done about it: a save that failed, two versions, somebody else who edits it, a document for
 * reading only, and what came back after a crash. A bar stays until its cause has gone.
 *
 * Signal "show-version" (MnItem *version, const char *title): to be shown beside the document.
 */
void mn_store_bars_set_store (MnStoreBars *self, MnStore *store); /* once */

/* @sentence says what was recovered; @file (nullable) is what the file held then. */
void mn_store_bars_tell_recovered (MnStoreBars *self, const char *sentence, MnItem *file);

/* The document becomes the version in its file; what is in the way of that is told. */
void mn_store_bars_take_theirs (MnStoreBars *self);

G_END_DECLS
