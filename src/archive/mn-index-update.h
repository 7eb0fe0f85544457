#pragma once

#include "mn-index.h"
#include "mn-item.h"

G_BEGIN_DECLS

/* Brings the index up to date with what mn_scan_folder() found: only files that changed are read;
 * one that can't be read stands in the index with its error. */
gboolean mn_index_update (MnIndex *self, GPtrArray *found, GError **error);

/* Whether nothing is left to do about a proposal: its last answer is final, or a conclusion that is
 * itself a task took it up. */
gboolean mn_proposal_is_answered (MnItem *session, MnItem *proposal);

G_END_DECLS
