#pragma once

#include <gtk/gtk.h>

#include "mn-item.h"

G_BEGIN_DECLS

#define MN_TYPE_VERSION_ROW (mn_version_row_get_type ())
G_DECLARE_FINAL_TYPE (MnVersionRow, mn_version_row, MN, VERSION_ROW, GObject)

/** MnVersionRow: one row of another version of the document: words to read, nothing to change. */
gboolean    mn_version_row_is_heading (MnVersionRow *self);
const char *mn_version_row_get_item (MnVersionRow *self);  /* id; NULL for a heading */
const char *mn_version_row_get_title (MnVersionRow *self); /* "Proposal 3: text changed" */
const char *mn_version_row_get_there (MnVersionRow *self); /* in the other version; "" for none */
const char *mn_version_row_get_here (MnVersionRow *self);  /* in the present one; "" for none */

/* What differs between both, and the other one as a whole. (transfer full) of MnVersionRow */
GListStore *mn_version_rows_new_differences (MnItem *other, MnItem *present)
    G_GNUC_WARN_UNUSED_RESULT;
GListStore *mn_version_rows_new_whole (MnItem *other) G_GNUC_WARN_UNUSED_RESULT;

/* Makes @rows what @wanted is and leaves alone what is there already, so that a list that is being
 * read stays where it is. */
void mn_version_rows_update (GListStore *rows, GListStore *wanted);

/* The rows' widgets. (transfer full) */
GtkListItemFactory *mn_version_rows_make_factory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
