#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/**
 * MnItemHistory: what other sessions know of an item that is followed up: a conclusion's point, a
 * proposal, or what a follow-up row goes back to.
 */
typedef struct
{
  guint32    first_deadline; /* the one it was first given; Julian, 0 = unknown or none */
  GPtrArray *entries;        /* (owned) of MnItem, "status-entry" */
  MnItem    *session;        /* (owned) (nullable) that concluded it, where it is another one */
} MnItemHistory;

MnItemHistory *mn_item_history_new (void) G_GNUC_WARN_UNUSED_RESULT; /* nothing is known */
void           mn_item_history_free (MnItemHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnItemHistory, mn_item_history_free)

/* Id of the item (see mn_said_get_row_key()) → MnItemHistory. */
GHashTable *mn_item_histories_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
