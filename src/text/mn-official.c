#include "mn-official.h"

#include <string.h>

/* Days below 10 and January and February carry a zero, other months don't (HD 05, ô 4; NĐ 30,
 * Phụ lục I, II.4). */
static char *
pad_month (guint month)
{
  return g_strdup_printf (month < 3 ? "%02u" : "%u", month);
}

/** mn_official_date_long: "ngày 05 tháng 02 năm 2026", as in the heading of a document. */
char *
mn_official_date_long (const GDate *date)
{
  g_autofree char *month = pad_month (g_date_get_month (date));

  return g_strdup_printf ("ngày %02u tháng %s năm %u", g_date_get_day (date), month,
                          g_date_get_year (date));
}

/** mn_official_date_short: "09/01/2026", "27/5/2026", as in running text and citations. */
char *
mn_official_date_short (const GDate *date)
{
  g_autofree char *month = pad_month (g_date_get_month (date));

  return g_strdup_printf ("%02u/%s/%u", g_date_get_day (date), month, g_date_get_year (date));
}

/** mn_official_time: "08 giờ 00", "13 giờ 30". */
char *
mn_official_time (int hour, int minute)
{
  return g_strdup_printf ("%02d giờ %02d", hour, minute);
}

/** mn_official_two_digits: counts of people and numbers of documents: "07", "61". */
char *
mn_official_two_digits (guint number)
{
  return g_strdup_printf ("%02u", number);
}

/* A dot before every third digit from the right. */
static void
append_grouped (GString *out, const char *digits, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits[i]);
    }
}

/**
 * mn_official_decimal:
 * @decimal: a number as stored: ASCII digits, "." before the decimals, "-" in front
 *
 * Returns: (transfer full): with decimal comma and dots for thousands: "98,6", "1.250,5"
 */
char *
mn_official_decimal (const char *decimal)
{
  GString    *out = g_string_new (NULL);
  const char *digits = decimal + (*decimal == '-' ? 1 : 0);
  const char *point = strchr (digits, '.');

  g_string_append_len (out, decimal, digits - decimal);
  append_grouped (out, digits, point != NULL ? (gsize) (point - digits) : strlen (digits));
  if (point != NULL)
    g_string_append_printf (out, ",%s", point + 1);
  return g_string_free (out, FALSE);
}

/** mn_official_ordinal: "nhất", "hai", "tư", "năm", … as after "lần thứ"; digits from 21 on. */
char *
mn_official_ordinal (guint ordinal)
{
  static const char *const words[] = {
    "nhất",     "hai",      "ba",       "tư",       "năm",       "sáu",      "bảy",
    "tám",      "chín",     "mười",     "mười một", "mười hai",  "mười ba",  "mười bốn",
    "mười lăm", "mười sáu", "mười bảy", "mười tám", "mười chín", "hai mươi",
  };

  if (ordinal >= 1 && ordinal <= G_N_ELEMENTS (words))
    return g_strdup (words[ordinal - 1]);
  return g_strdup_printf ("%u", ordinal);
}

/** mn_official_roman: "IV"; quarters and parts are numbered so. Digits outside 1 to 3999. */
char *
mn_official_roman (guint number)
{
  static const struct
  {
    guint       value;
    const char *digits;
  } steps[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *out;

  if (number < 1 || number > 3999)
    return g_strdup_printf ("%u", number);
  out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (out, steps[i].digits);
  return g_string_free (out, FALSE);
}

/**
 * mn_official_point_letter:
 * @index: from 0
 *
 * The letter of a point ("điểm"): a, b, c, d, đ, e, g … without f, j, w, z and the marked vowels
 * (HD 05, ô 6). After y the letters are doubled.
 *
 * Returns: (transfer full): the letter, without the closing bracket
 */
char *
mn_official_point_letter (guint index)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                         "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
  guint                    round = index / G_N_ELEMENTS (letters);
  GString                 *out = g_string_new (NULL);

  for (guint i = 0; i <= round; i++)
    g_string_append (out, letters[index % G_N_ELEMENTS (letters)]);
  return g_string_free (out, FALSE);
}
