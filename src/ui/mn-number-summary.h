#pragma once

#include "mn-register.h"

G_BEGIN_DECLS

/* What there is to know of a sequence besides its rows, a line each: the next number, gaps,
 * doubles, and whether the committee's term is known. */
char *mn_number_summary_dup (MnNumberSequence *sequence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
