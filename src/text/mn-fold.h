#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *mn_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_fold_contains (const char *text, const char *folded_needle);
gboolean mn_same_wording (const char *a, const char *b);

G_END_DECLS
