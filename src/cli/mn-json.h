#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text in quotes, as JSON wants it; UTF-8 stays as it is. */
void mn_json_append_string (GString *out, const char *text);

G_END_DECLS
