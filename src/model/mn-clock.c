#include "mn-clock.h"

struct _MnClock
{
  gatomicrefcount ref_count;
  GDateTime      *fixed; /* (owned) NULL: the system's clock */
};

static MnClock *
clock_alloc (GDateTime *fixed)
{
  MnClock *self = g_new0 (MnClock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fixed = fixed;
  return self;
}

/**
 * mn_clock_new_fixed:
 * @moment: ISO 8601, as "2026-04-15" or "2026-04-15T08:00:00+07:00"
 *
 * Returns: (transfer full): a clock that stands still there; at the Unix epoch if @moment is no
 * date
 */
MnClock *
mn_clock_new_fixed (const char *moment)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GDateTime            *fixed = g_date_time_new_from_iso8601 (moment, zone);

  if (fixed == NULL)
    {
      g_autofree char *midnight = g_strdup_printf ("%sT00:00:00", moment);

      fixed = g_date_time_new_from_iso8601 (midnight, zone);
    }
  if (fixed == NULL)
    fixed = g_date_time_new_from_unix_utc (0);
  return clock_alloc (fixed);
}

/**
 * mn_clock_new:
 *
 * Returns: (transfer full): the system's clock, or one that stands at the day that the environment
 *   names in MINUTES_TODAY
 */
MnClock *
mn_clock_new (void)
{
  const char *today = g_getenv ("MINUTES_TODAY");

  if (today != NULL && *today != '\0')
    return mn_clock_new_fixed (today);
  return clock_alloc (NULL);
}

MnClock *
mn_clock_ref (MnClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mn_clock_unref (MnClock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->fixed, g_date_time_unref);
  g_free (self);
}

/** mn_clock_now: local time. (transfer full) */
GDateTime *
mn_clock_now (MnClock *self)
{
  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

/** mn_clock_dup_moment: now, in the spelling of MOMENT fields. (transfer full) */
char *
mn_clock_dup_moment (MnClock *self)
{
  g_autoptr (GDateTime) now = mn_clock_now (self);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

void
mn_clock_today (MnClock *self, GDate *today)
{
  g_autoptr (GDateTime) now = mn_clock_now (self);
  int                   year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/** mn_clock_monotonic: for measuring pauses; microseconds from some beginning. */
gint64
mn_clock_monotonic (MnClock *self)
{
  if (self->fixed != NULL)
    return g_date_time_to_unix (self->fixed) * G_USEC_PER_SEC +
           g_date_time_get_microsecond (self->fixed);
  return g_get_monotonic_time ();
}

/** mn_clock_advance: moves a fixed clock on. */
void
mn_clock_advance (MnClock *self, gint64 microseconds)
{
  GDateTime *later;

  g_return_if_fail (self->fixed != NULL);

  later = g_date_time_add (self->fixed, microseconds);
  g_date_time_unref (self->fixed);
  self->fixed = later;
}
