#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/** How an item is called where it is spoken of outside its own list. */

char *mn_item_dup_number (MnItem *item) G_GNUC_WARN_UNUSED_RESULT; /* "3", "2.1" */
char *mn_item_dup_name (MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the name holds the item's own words, as a person's does. */
gboolean mn_kind_is_named (const MnKind *kind);

/* A field as people write it: choices by their label, persons by their name; "" where unset. */
char *mn_item_dup_value (MnItem *item, const MnField *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
