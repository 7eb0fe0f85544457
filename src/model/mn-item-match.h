#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/** Finding the items of one tree in another version of it. */

GHashTable *mn_item_index (MnItem *root) G_GNUC_WARN_UNUSED_RESULT; /* id → MnItem, both borrowed */

/* The item of another version that @item is, in the same place of the tree or in another. */
MnItem  *mn_item_match (GHashTable *other, MnItem *item);
gboolean mn_item_has_same_parent (MnItem *item, MnItem *other);

/* Which of @n places may stay where they are, when all of them are to ascend: as many as can. */
gboolean *mn_order_keep (const guint *places, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
