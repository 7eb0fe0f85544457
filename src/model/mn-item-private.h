#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* What an edit does to an item. Values are canonical; nothing is checked again. */
void mn_item_set_attached (MnItem *self, gboolean attached);
void mn_item_put (MnItem *self, guint field_index, const char *value, MnText *rich);
void mn_item_insert_child (MnItem *self, guint slot_index, guint position, MnItem *child);
void mn_item_remove_child (MnItem *self, guint slot_index, guint position);
void mn_item_move_child (MnItem *self, guint slot_index, guint from, guint to);

/* The document's index of items, known to its root (borrowed; NULL where there is none). */
void    mn_item_set_index (MnItem *root, GHashTable *index);
MnItem *mn_item_find (MnItem *root, const char *id);

G_END_DECLS
