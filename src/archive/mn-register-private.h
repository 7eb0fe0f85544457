#pragma once

#include "mn-lock.h"
#include "mn-register.h"

G_BEGIN_DECLS

/* Sorts the entries and derives the rest: first, next, gaps, doubles, order of dates. */
void mn_number_sequence_settle (MnNumberSequence *self);

/* NULL with @error set: somebody else holds it for long, or the folder can't be written. */
MnLock *mn_register_lock (MnArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
