#pragma once

#include "mn-unit.h"

G_BEGIN_DECLS

/**
 * MnTables: the tables of a form by kind: those with the same heading and columns, which share one
 * measure wherever they stand. It borrows the blocks it was made from.
 */
typedef struct _MnTables MnTables;

MnTables *mn_tables_new (const GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
void      mn_tables_free (MnTables *self);

/* Where the vertical lines of @table are: of double, from 0 to the layout's width. */
GArray *mn_tables_find_edges (MnTables *self, MnLayout *layout, const MnBlock *table)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnTables, mn_tables_free)

G_END_DECLS
