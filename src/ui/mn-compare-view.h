#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"
#include "mn-document.h"

G_BEGIN_DECLS

#define MN_TYPE_COMPARE_VIEW (mn_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (MnCompareView, mn_compare_view, MN, COMPARE_VIEW, GtkWidget)

/**
 * MnCompareView: a past session beside the present one: the same section of it, to read, and of a
 * follow-up item where it comes from and what was said of it since.
 */
GtkWidget *mn_compare_view_new (MnArchive *archive, MnDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* Follows the editor: shows what belongs to this item and its section. NULL: stays where it is. */
void mn_compare_view_follow (MnCompareView *self, const char *item_id);

/* Shows that session; @item_id, if not NULL, is the item of it to go to. FALSE: it isn't there. */
gboolean mn_compare_view_show_session (MnCompareView *self,
                                       const char    *session_id,
                                       const char    *item_id);

const char *mn_compare_view_get_session (MnCompareView *self); /* id, or NULL */

G_END_DECLS
