#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The RelaxNG schema of the format, as data/schema/minutes.rng holds it. */
char *mn_schema_generate (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
