#pragma once

#include "mn-store.h"

G_BEGIN_DECLS

/* How the document stands to its file, in one short sentence that is true. (transfer full) */
char *mn_save_text_dup (MnStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
