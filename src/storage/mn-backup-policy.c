#include "mn-backup-policy.h"

/* The day of the calendar, counted; 0 for a time that no calendar has. */
static guint32
find_day (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  GDate                 date;

  if (local == NULL)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/**
 * mn_backup_policy_choose:
 * @times: when the versions were written, in seconds since 1970, the newest first
 * @n: how many there are
 * @now: what time it is
 * @zone: where a day begins
 *
 * Days count back from today, which is the first. Versions from the future, as a wrong clock
 * leaves, are among the newest, and not of the last days.
 *
 * Returns: (transfer full): for each version whether it stays
 */
gboolean *
mn_backup_policy_choose (const MnBackupPolicy *self,
                         const gint64         *times,
                         guint                 n,
                         gint64                now,
                         GTimeZone            *zone)
{
  gboolean *keep = g_new0 (gboolean, n + 1);
  guint32   today = find_day (now, zone), last_day = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 day = find_day (times[i], zone);

      if (i < MAX (self->last, 1))
        keep[i] = TRUE;
      if (day == last_day)
        continue;
      if (day != 0 && day <= today && today - day < self->days)
        keep[i] = TRUE;
      last_day = day;
    }
  return keep;
}
