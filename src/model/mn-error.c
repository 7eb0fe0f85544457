#include "mn-error.h"

#include <string.h>

G_DEFINE_QUARK (mn - error - quark, mn_error)

/** mn_error_get_reason: see the header. */
const char *
mn_error_get_reason (const GError *error)
{
  const char *last = strrchr (error->message, ':');

  return last != NULL && last[1] == ' ' && last[2] != '\0' ? last + 2 : error->message;
}
