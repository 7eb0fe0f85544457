#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* What an item says, for reading: in full, without its form. All (transfer full), "" for nothing.
 */

/* The value of one field in words: names for references, labels for choices, "15/4/2026". */
char *mn_item_text_dup_value (MnItem *session, MnItem *item, const MnField *field)
    G_GNUC_WARN_UNUSED_RESULT;

/* What leads the item: its number or who speaks. */
char *mn_item_text_dup_heading (MnItem *session, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Its words in full, paragraphs parted by line breaks. */
char *mn_item_text_dup_body (MnItem *session, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Its short facts: "Lead: Đảng ủy xã A · Deadline: 15/4/2026". */
char *mn_item_text_dup_facts (MnItem *session, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
