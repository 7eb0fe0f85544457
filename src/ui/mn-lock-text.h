#pragma once

#include "mn-lock.h"

G_BEGIN_DECLS

/* What a lock of somebody else means, in sentences for a bar and for the dialog that asks before it
 * is broken; and that its holder has gone. All (transfer full). @clock says what day it is. */
char *mn_lock_text_dup_held (MnLock *lock, MnClock *clock);
char *mn_lock_text_dup_warning (MnLock *lock, MnClock *clock);
char *mn_lock_text_dup_released (const char *name);

/* The holder's name as it is shown; NULL if the lock doesn't say it. (transfer none) */
const char *mn_lock_text_get_name (MnLock *lock);

G_END_DECLS
