#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnClock: what time it is, handed to whoever needs to know; nothing else asks the system.
 */
typedef struct _MnClock MnClock;

MnClock *mn_clock_new (void) G_GNUC_WARN_UNUSED_RESULT;
MnClock *mn_clock_new_fixed (const char *moment) G_GNUC_WARN_UNUSED_RESULT;
MnClock *mn_clock_ref (MnClock *self);
void     mn_clock_unref (MnClock *self);

GDateTime *mn_clock_now (MnClock *self) G_GNUC_WARN_UNUSED_RESULT;
char      *mn_clock_dup_moment (MnClock *self) G_GNUC_WARN_UNUSED_RESULT;
void       mn_clock_today (MnClock *self, GDate *today);
gint64     mn_clock_monotonic (MnClock *self);                    /* microseconds */
void       mn_clock_advance (MnClock *self, gint64 microseconds); /* fixed clocks only */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnClock, mn_clock_unref)

G_END_DECLS
