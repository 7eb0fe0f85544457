#pragma once

#include "mn-clock.h"
#include "mn-kind.h"

G_BEGIN_DECLS

char *mn_value_format (const MnField *field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *mn_value_parse (const MnField *field,
                      const char    *typed,
                      MnClock       *clock,
                      const char    *before,
                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

const char *mn_value_get_example (const MnField *field); /* (nullable) */
char       *mn_value_format_date (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
