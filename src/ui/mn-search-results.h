#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"

G_BEGIN_DECLS

#define MN_TYPE_RESULT (mn_result_get_type ())
G_DECLARE_FINAL_TYPE (MnResult, mn_result, MN, RESULT, GObject)

/** MnResult: one place where the words were found, as a list shows it. */
const char *mn_result_get_session (MnResult *self); /* id */
const char *mn_result_get_item (MnResult *self);    /* id or NULL */
const char *mn_result_get_markup (MnResult *self);  /* the words around it, those found in bold */

/* A list model of MnResult out of MnSearchHit. (transfer full) */
GListModel *mn_search_results_new (MnArchive *archive, GPtrArray *hits) G_GNUC_WARN_UNUSED_RESULT;

/* The rows for such a model. (transfer full) */
GtkListItemFactory *mn_search_results_make_factory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
