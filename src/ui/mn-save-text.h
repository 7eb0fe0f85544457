#pragma once

#include "mn-store.h"

G_BEGIN_DECLS

/* How the document stands to its file, in a few words that are true. Why a save failed is told by
 * the store's message. (transfer full) */
char *mn_save_text_dup (MnStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
