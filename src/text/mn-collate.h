#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mn_collate_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mn_collate_name_key (const char *full_name) G_GNUC_WARN_UNUSED_RESULT;
int   mn_collate (const char *a, const char *b);

G_END_DECLS
