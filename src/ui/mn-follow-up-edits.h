#pragma once

#include "mn-edit-context.h"

G_BEGIN_DECLS

/* What is said today of an earlier conclusion. */

const char *mn_follow_up_get_item_id (MnItem *follow_up); /* whose statuses they are */
gboolean    mn_follow_up_say (MnEditContext *context, MnItem *follow_up, const char *status);
gboolean    mn_follow_up_postpone (MnEditContext *context,
                                   MnItem        *follow_up,
                                   const char    *date,
                                   GError       **error);
gboolean    mn_follow_up_hand_on (MnEditContext *context, MnItem *follow_up, const char *lead);

G_END_DECLS
