/* Values as people write them in Vietnam: 15/4/2026, 08:30 or 8h30, 5,8 and 1.068. */

#include "mn-value-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-clean.h"
#include "mn-error.h"
#include "mn-official.h"

/** mn_value_format_date: "15/4/2026" of a canonical date or moment; "" for %NULL. (transfer full)
 */
char *
mn_value_format_date (const char *value)
{
  if (value == NULL || strlen (value) < 10)
    return g_strdup ("");
  return g_strdup_printf ("%d/%d/%d", (int) g_ascii_strtoull (value + 8, NULL, 10),
                          (int) g_ascii_strtoull (value + 5, NULL, 10),
                          (int) g_ascii_strtoull (value, NULL, 10));
}

static char *
format_moment (const char *value)
{
  g_autofree char *date = mn_value_format_date (value);

  /* Midnight stands for a time of day that isn't known. */
  if (strncmp (value + 11, "00:00:00", 8) == 0)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s %.5s", date, value + 11);
}

/** mn_value_format: a canonical value as people write it; "" where it is unset. (transfer full) */
char *
mn_value_format (const MnField *field, const char *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (field->type == MN_FIELD_DATE)
    return mn_value_format_date (value);
  if (field->type == MN_FIELD_MOMENT)
    return format_moment (value);
  if (field->type == MN_FIELD_DECIMAL)
    return mn_official_decimal (value);
  return g_strdup (value);
}

/** mn_value_get_example: what to show in an empty entry, or %NULL. */
const char *
mn_value_get_example (const MnField *field)
{
  if (field->type == MN_FIELD_DATE)
    return _ ("15/4/2026");
  if (field->type == MN_FIELD_TIME)
    return _ ("08:30");
  if (field->type == MN_FIELD_MOMENT)
    return _ ("15/4/2026 08:30");
  return NULL;
}

/* Up to @max whole numbers of at most @digits digits each, parted by single marks out of @marks;
 * -1 if @text holds anything else. */
static int
scan_numbers (const char *text, const char *marks, int max, guint *numbers, gsize *digits)
{
  int n = 0;

  while (n < max)
    {
      gsize length = strspn (text, "0123456789");

      if (length == 0 || length > 4)
        return -1;
      digits[n] = length;
      numbers[n++] = (guint) g_ascii_strtoull (text, NULL, 10);
      text += length;
      if (*text == '\0')
        return n;
      if (strchr (marks, *text) == NULL)
        return -1;
      text++;
    }
  return -1;
}

static guint
get_this_year (MnClock *clock)
{
  GDate today;

  mn_clock_today (clock, &today);
  return g_date_get_year (&today);
}

/* "15/4/2026", "15-4-26", "15.4" of this year, "2026-04-15"; NULL if it is no day. */
static char *
parse_date (const char *text, MnClock *clock)
{
  guint numbers[3] = { 0 };
  gsize digits[3] = { 0 };
  int   n = scan_numbers (text, "/-.", 3, numbers, digits);

  if (n < 2)
    return NULL;
  if (n == 3 && digits[0] == 4)
    {
      guint year = numbers[0];

      numbers[0] = numbers[2];
      numbers[2] = year;
    }
  else if (n == 2)
    numbers[2] = get_this_year (clock);
  else if (digits[2] == 2)
    numbers[2] += 2000;
  else if (digits[2] != 4)
    return NULL;
  if (numbers[2] < 1 || numbers[0] > 31 || numbers[1] > 12 ||
      !g_date_valid_dmy ((GDateDay) numbers[0], (GDateMonth) numbers[1], (GDateYear) numbers[2]))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", numbers[2], numbers[1], numbers[0]);
}

/* "08:30", "8h30", "8 giờ 30", "8h", "8 giờ"; NULL if it is no time of day. */
static char *
parse_time (const char *text)
{
  g_autofree char    *word = g_utf8_strdown (text, -1);
  g_autoptr (GString) plain = g_string_new (word);
  guint               numbers[2] = { 0 };
  gsize               digits[2] = { 0 };
  int                 n;

  g_string_replace (plain, "phút", "", 0);
  g_string_replace (plain, "giờ", ":", 0);
  g_string_replace (plain, "h", ":", 0);
  g_string_replace (plain, " ", "", 0);
  if (plain->len > 0 && plain->str[plain->len - 1] == ':')
    g_string_append (plain, "00");
  n = scan_numbers (plain->str, ":.", 2, numbers, digits);
  if (n != 2 || numbers[0] > 23 || numbers[1] > 59 || digits[1] != 2 || digits[0] > 2)
    return NULL;
  return g_strdup_printf ("%02u:%02u", numbers[0], numbers[1]);
}

/* The zone of the value before, else that of the clock on that day. */
static char *
dup_zone (const char *date, const char *time, MnClock *clock, const char *before)
{
  g_autoptr (GDateTime) now = NULL, moment = NULL;
  g_autofree char      *iso = NULL;

  if (before != NULL && strlen (before) == 25)
    return g_strdup (before + 19);
  now = mn_clock_now (clock);
  iso = g_strdup_printf ("%sT%s:00", date, time);
  moment = g_date_time_new_from_iso8601 (iso, g_date_time_get_timezone (now));
  return g_date_time_format (moment != NULL ? moment : now, "%:z");
}

/* A day, with or without a time before or behind it. */
static char *
parse_moment (const char *text, MnClock *clock, const char *before)
{
  const char      *blank = strchr (text, ' ');
  const char      *last = strrchr (text, ' ');
  g_autofree char *date = parse_date (text, clock);
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  if (date == NULL && blank != NULL)
    {
      g_autofree char *head = g_strndup (text, (gsize) (blank - text));
      g_autofree char *front = g_strndup (text, (gsize) (last - text));

      g_strdelimit (head, ",", ' ');
      g_strstrip (head);
      date = parse_date (head, clock);
      time = parse_time (blank + 1);
      if (date == NULL)
        {
          date = parse_date (last + 1, clock);
          g_free (time);
          time = parse_time (front);
        }
      if (time == NULL)
        return NULL;
    }
  if (date == NULL)
    return NULL;
  zone = dup_zone (date, time != NULL ? time : "00:00", clock, before);
  return g_strdup_printf ("%sT%s:00%s", date, time != NULL ? time : "00:00", zone);
}

/* Whether every dot parts three digits: then dots are thousands. */
static gboolean
has_thousands (const char *text)
{
  g_auto (GStrv) groups = g_strsplit (*text == '-' ? text + 1 : text, ".", -1);

  if (g_strv_length (groups) < 2 || strlen (groups[0]) > 3 || *groups[0] == '\0' ||
      *groups[0] == '0')
    return FALSE;
  for (guint i = 1; groups[i] != NULL; i++)
    if (strspn (groups[i], "0123456789") != 3 || strlen (groups[i]) != 3)
      return FALSE;
  return TRUE;
}

/* "1.068,5" → "1068.5"; a dot that parts no thousands is a decimal point. */
static char *
parse_number (const char *text)
{
  g_auto (GStrv)      halves = g_strsplit (text, ",", 2);
  g_autoptr (GString) number = g_string_new (halves[0]);

  g_string_replace (number, " ", "", 0);
  if (has_thousands (number->str))
    g_string_replace (number, ".", "", 0);
  if (halves[0] != NULL && halves[1] != NULL)
    g_string_append_printf (number, ".%s", halves[1]);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static char *
parse (const MnField *field, const char *text, MnClock *clock, const char *before)
{
  switch (field->type)
    {
    case MN_FIELD_DATE:
      return parse_date (text, clock);
    case MN_FIELD_TIME:
      return parse_time (text);
    case MN_FIELD_MOMENT:
      return parse_moment (text, clock, before);
    case MN_FIELD_INTEGER:
    case MN_FIELD_DECIMAL:
      return parse_number (text);
    case MN_FIELD_TEXT:
    case MN_FIELD_RICH:
    case MN_FIELD_ENUM:
    case MN_FIELD_BOOLEAN:
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
    case MN_FIELD_ID:
    default:
      return g_strdup (text);
    }
}

static const char *
describe (const MnField *field)
{
  switch (field->type)
    {
    case MN_FIELD_DATE:
      return _ ("This is no day of the calendar. Write it as 15/4/2026.");
    case MN_FIELD_TIME:
      return _ ("This is no time of day. Write it as 08:30.");
    case MN_FIELD_MOMENT:
      return _ ("This is no day and time. Write it as 15/4/2026 08:30, or the day alone.");
    case MN_FIELD_INTEGER:
      return _ ("This is no whole number of at most nine digits. Write it as 12.");
    case MN_FIELD_DECIMAL:
      return _ ("This is no number. Write it as 5,8 or 1.068.");
    case MN_FIELD_TEXT:
    case MN_FIELD_RICH:
    case MN_FIELD_ENUM:
    case MN_FIELD_BOOLEAN:
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
    case MN_FIELD_ID:
    default:
      return _ ("This can't be the value here.");
    }
}

/**
 * mn_value_parse:
 * @typed: what stands in the entry
 * @clock: for the year of "15/4" and the zone of a moment
 * @before: (nullable): the value that it replaces; a moment keeps its zone
 * @error: set to %MN_ERROR_VALUE with one sentence for below the entry
 *
 * Returns: (transfer full): the canonical value, "" for unset
 */
char *
mn_value_parse (const MnField *field,
                const char    *typed,
                MnClock       *clock,
                const char    *before,
                GError       **error)
{
  g_autofree char *text = mn_clean_text (typed, -1, MN_CLEAN_LINE);
  g_autofree char *raw = NULL;
  char            *canonical = NULL;

  g_strstrip (text);
  if (*text == '\0')
    return g_strdup ("");
  raw = parse (field, text, clock, before);
  if (raw != NULL)
    canonical = mn_field_canonical (field, raw, NULL);
  if (canonical == NULL)
    g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE, describe (field));
  return canonical;
}
