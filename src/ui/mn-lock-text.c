#include "mn-lock-text.h"

#include <glib/gi18n.h>

#define QUIET (10 * 60) /* seconds without a sign of life that are worth a word */

const char *
mn_lock_text_get_name (MnLock *lock)
{
  const MnLockHolder *holder = mn_lock_get_holder (lock);

  return holder && *holder->name ? holder->name : NULL;
}

/* "09:41" today, "14/4/2026 09:41" on another day. */
static char *
dup_since (const MnLockHolder *holder, MnClock *clock)
{
  g_autoptr (GDateTime) since = g_date_time_new_from_iso8601 (holder->since, NULL);
  g_autoptr (GDateTime) now = mn_clock_now (clock);
  g_autoptr (GDateTime) local = since ? g_date_time_to_local (since) : NULL;

  if (!local)
    return NULL;
  if (g_date_time_get_year (local) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    return g_date_time_format (local, "%H:%M");

  return g_date_time_format (local, "%-d/%-m/%Y %H:%M");
}

static char *
dup_here (const char *since)
{
  if (since)
    /* Translators: a time of day, or a date with a time */
    return g_strdup_printf (_ ("This session is open in another Minutes on this computer since %s"),
                            since);

  return g_strdup (_ ("This session is open in another Minutes on this computer"));
}

static char *
dup_who (MnLock *lock, MnClock *clock)
{
  const MnLockHolder *holder = mn_lock_get_holder (lock);
  const char         *name = mn_lock_text_get_name (lock);
  g_autofree char    *since = holder ? dup_since (holder, clock) : NULL;

  if (mn_lock_is_here (lock))
    return dup_here (since);
  if (!name)
    return g_strdup (_ ("Somebody else is editing this session"));
  if (!since)
    /* Translators: a person, the name of a machine */
    return g_strdup_printf (_ ("%s is editing this session on %s"), name, holder->host);

  /* Translators: a person, the name of a machine, a time of day or a date with a time */
  return g_strdup_printf (_ ("%s is editing this session on %s since %s"), name, holder->host,
                          since);
}

/* How long nothing was heard of the holder; NULL if that is not long. */
static char *
dup_silence (MnLock *lock)
{
  gint64 minutes = mn_lock_get_silence (lock) / 60;

  if (mn_lock_get_silence (lock) < QUIET || !mn_lock_get_holder (lock))
    return NULL;
  if (minutes < 120)
    return g_strdup_printf (ngettext ("Nothing has been heard from there for %u minute.",
                                      "Nothing has been heard from there for %u minutes.",
                                      (guint) minutes),
                            (guint) minutes);

  return g_strdup_printf (ngettext ("Nothing has been heard from there for %u hour.",
                                    "Nothing has been heard from there for %u hours.",
                                    (guint) (minutes / 60)),
                          (guint) (minutes / 60));
}

char *
mn_lock_text_dup_held (MnLock *lock, MnClock *clock)
{
  g_autofree char *who = dup_who (lock, clock);

  /* Translators: %s says who edits the session, where and since when */
  return g_strdup_printf (_ ("%s. You can read and print it here."), who);
}

char *
mn_lock_text_dup_warning (MnLock *lock, MnClock *clock)
{
  g_autofree char *who = dup_who (lock, clock);
  g_autofree char *silence = dup_silence (lock);
  g_autofree char *text = NULL;

  /* Translators: %s says who edits the session, where and since when */
  text = g_strdup_printf (
      _ ("%s. If both of you type there will be two versions, and whoever saves "
         "second must choose between them."),
      who);

  return silence ? g_strconcat (text, " ", silence, NULL) : g_steal_pointer (&text);
}

char *
mn_lock_text_dup_released (const char *name)
{
  if (!name)
    return g_strdup (
        _ ("The session is free again. It is shown as it was left, and you can edit it "
           "now."));

  /* Translators: a person */
  return g_strdup_printf (_ ("%s has closed the session. It is shown as it was left, and you can "
                             "edit it now."),
                          name);
}
