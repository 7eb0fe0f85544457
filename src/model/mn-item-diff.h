#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/** MnChangeSort: what became of an item between two versions; moved and changed may go together. */
typedef enum
{
  MN_CHANGE_ADDED = 1 << 0,
  MN_CHANGE_REMOVED = 1 << 1,
  MN_CHANGE_MOVED = 1 << 2,
  MN_CHANGE_CHANGED = 1 << 3,
} MnChangeSort;

/** MnFieldChange: one field of a changed item, in people's words. */
typedef struct
{
  const MnField *field;  /* NULL: parts of other programs */
  char          *before; /* "" where it was unset */
  char          *after;
} MnFieldChange;

#define MN_TYPE_ITEM_CHANGE (mn_item_change_get_type ())
G_DECLARE_FINAL_TYPE (MnItemChange, mn_item_change, MN, ITEM_CHANGE, GObject)

/**
 * MnItemChange: what became of one item. It holds words only and no item, so it may be made in a
 * thread and outlives both versions.
 */

MnChangeSort  mn_item_change_get_sort (MnItemChange *self);
const char   *mn_item_change_get_id (MnItemChange *self);
const MnKind *mn_item_change_get_kind (MnItemChange *self);
const char   *mn_item_change_get_name (MnItemChange *self);     /* "Proposal 3" */
const char   *mn_item_change_get_words (MnItemChange *self);    /* its own; "" for none */
const char   *mn_item_change_get_sentence (MnItemChange *self); /* "Proposal 3: text changed" */
GPtrArray    *mn_item_change_get_fields (MnItemChange *self);   /* of MnFieldChange, maybe none */

GListModel *mn_item_diff (MnItem *before, MnItem *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
