#pragma once

#include "mn-register.h"

G_BEGIN_DECLS

/* Sorts the entries and derives the rest: first, next, gaps, doubles, order of dates. */
void mn_number_sequence_settle (MnNumberSequence *self);

G_END_DECLS
