#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

typedef enum
{
  MN_FINDING_ADVICE,
  MN_FINDING_ERROR,
} MnSeverity;

/** MnFinding: something that is missing or doesn't fit in a session. */
typedef struct
{
  MnSeverity severity;
  char      *item;  /* id of the item meant */
  char      *field; /* or NULL */
  char      *text;  /* one sentence, translated: what is wrong and what to do */
} MnFinding;

void       mn_finding_free (MnFinding *self);
GPtrArray *mn_check_session (MnItem *session)
    G_GNUC_WARN_UNUSED_RESULT; /* of MnFinding, in document order */

G_END_DECLS
