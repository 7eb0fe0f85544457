#pragma once

#include "mn-item-diff.h"

G_BEGIN_DECLS

MnItemChange *mn_item_change_new (MnItem *before, MnItem *after, gboolean moved)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
