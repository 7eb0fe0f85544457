#pragma once

#include "mn-document.h"
#include "mn-item-name.h"

G_BEGIN_DECLS

/* What a list says of an item. */
char *mn_item_dup_title (MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *mn_item_dup_details (MnDocument *document, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* "Add an agenda item": the kind in lower case, for buttons and placeholders. */
char *mn_kind_dup_add_label (const MnKind *kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
