#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

MnItem *mn_party_new_from_words (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
