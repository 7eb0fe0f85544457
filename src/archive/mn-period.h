#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* Ordinal and period of @next's general part become those that follow @before's: quarter IV/2025 is
 * followed by I/2026. What isn't known stays unset. Both are items of kind "session". */
void mn_period_count_on (MnItem *before, MnItem *next);

/* The title of @before with ordinal and period of @next; NULL where they don't stand in it in a way
 * that can be counted on. */
char *mn_period_dup_next_title (MnItem *before, MnItem *next) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
