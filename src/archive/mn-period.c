#include "mn-period.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"

/* ---- numbers -------------------------------------------------------------------------------- */

static gint64
count_in_year (const char *kind)
{
  if (strcmp (kind, "month") == 0)
    return 12;
  if (strcmp (kind, "quarter") == 0)
    return 4;
  return strcmp (kind, "half") == 0 ? 2 : 1;
}

static void
set_number (MnItem *item, const char *field, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  mn_item_set (item, field, number > 0 ? digits : NULL, NULL);
}

void
mn_period_count_on (MnItem *before, MnItem *next)
{
  MnItem     *old = mn_session_get_general (before), *new = mn_session_get_general (next);
  const char *kind = mn_item_get (old, "period-kind");
  gint64      ordinal = mn_item_get_integer (old, "ordinal", 0);
  gint64      number = mn_item_get_integer (old, "period-number", 0);
  gint64      year = mn_item_get_integer (old, "period-year", 0);

  if (ordinal > 0)
    set_number (new, "ordinal", ordinal + 1);
  if (kind == NULL)
    return;
  mn_item_set (new, "period-kind", kind, NULL);
  if (strcmp (kind, "year") == 0)
    {
      set_number (new, "period-year", year > 0 ? year + 1 : 0);
      return;
    }
  if (number < 1 || number > count_in_year (kind))
    return;
  set_number (new, "period-number", number < count_in_year (kind) ? number + 1 : 1);
  if (year > 0)
    set_number (new, "period-year", number < count_in_year (kind) ? year : year + 1);
}

/* ---- title ---------------------------------------------------------------------------------- */

/* @needle in @text as whole words, whatever the case; NULL if it isn't there. Both are lower case
 * with the same number of bytes as what they stand for. */
static const char *
find_words (const char *text, const char *needle)
{
  const gsize length = strlen (needle);

  for (const char *p = strstr (text, needle); p != NULL; p = strstr (p + 1, needle))
    {
      gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
      gunichar after = g_utf8_get_char (p + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after))
        return p;
    }
  return NULL;
}

/* Letters of Vietnamese and Latin are as many bytes small as large; what isn't stays as it is. */
static char *
lower_in_place (const char *text)
{
  GString *lower = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), small = g_unichar_tolower (c);

      g_string_append_unichar (
          lower, g_unichar_to_utf8 (small, NULL) == g_unichar_to_utf8 (c, NULL) ? small : c);
    }
  return g_string_free (lower, FALSE);
}

/* Puts @with in place of @old in @title; a capital in front stays one. */
static gboolean
replace_words (GString *title, const char *old, const char *with)
{
  g_autofree char *lower = lower_in_place (title->str);
  g_autofree char *needle = lower_in_place (old);
  const char      *found = find_words (lower, needle);
  gunichar         first;
  gsize            place;

  if (found == NULL)
    return FALSE;
  place = (gsize) (found - lower);
  first = g_utf8_get_char (title->str + place);
  g_string_erase (title, (gssize) place, (gssize) strlen (old));
  g_string_insert (title, (gssize) place, with);
  if (g_unichar_isupper (first))
    {
      g_autofree char *capital = g_malloc0 (8);
      const char      *rest = g_utf8_next_char (title->str + place);

      g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (title->str + place)), capital);
      g_string_erase (title, (gssize) place, rest - (title->str + place));
      g_string_insert (title, (gssize) place, capital);
    }
  return TRUE;
}

/* "lần thứ mười" isn't what "lần thứ mười một" says. "năm" may follow: it is a year then. */
static gboolean
goes_on (const char *title, const char *words)
{
  static const char *const numerals[] = { "một", "mốt", "hai", "ba",   "bốn",  "tư",   "lăm",
                                          "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm" };
  g_autofree char         *lower = lower_in_place (title);

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      g_autofree char *longer = g_strdup_printf ("%s %s", words, numerals[i]);

      if (find_words (lower, longer) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "lần thứ năm" in words or digits. */
static gboolean
count_ordinal_on (GString *title, guint before, guint next)
{
  g_autofree char *word = mn_official_ordinal (before);
  g_autofree char *next_word = mn_official_ordinal (next);
  g_autofree char *in_words = g_strdup_printf ("lần thứ %s", word);
  g_autofree char *next_in_words = g_strdup_printf ("lần thứ %s", next_word);
  g_autofree char *in_digits = g_strdup_printf ("lần thứ %u", before);
  g_autofree char *next_in_digits = g_strdup_printf ("lần thứ %u", next);

  return replace_words (title, in_digits, next_in_digits) ||
         (!goes_on (title->str, in_words) && replace_words (title, in_words, next_in_words));
}

/* "quý I/2024" also stands as "quý I năm 2024". */
static gboolean
count_period_on (GString *title, const char *before, const char *next)
{
  g_auto (GStrv)   old_parts = g_strsplit (before, "/", 2);
  g_auto (GStrv)   new_parts = g_strsplit (next, "/", 2);
  g_autofree char *old_words = g_strjoinv (" năm ", old_parts);
  g_autofree char *new_words = g_strjoinv (" năm ", new_parts);

  return replace_words (title, before, next) || replace_words (title, old_words, new_words);
}

char *
mn_period_dup_next_title (MnItem *before, MnItem *next)
{
  MnItem             *old = mn_session_get_general (before);
  guint               ordinal = (guint) mn_item_get_integer (old, "ordinal", 0);
  g_autofree char    *period = mn_session_dup_period (before);
  g_autofree char    *next_period = mn_session_dup_period (next);
  g_autoptr (GString) title = g_string_new (mn_item_get (old, "title"));
  gboolean            has_ordinal, counted_ordinal = FALSE, counted_period = FALSE;
  g_autofree char    *lower = lower_in_place (title->str);

  has_ordinal = strstr (lower, "lần thứ") != NULL;
  if (ordinal > 0)
    counted_ordinal = count_ordinal_on (title, ordinal, ordinal + 1);
  if (*period != '\0' && *next_period != '\0')
    counted_period = count_period_on (title, period, next_period);
  /* A number left behind would be a wrong one. */
  if ((has_ordinal && !counted_ordinal) || (*period != '\0' && !counted_period) ||
      (!counted_ordinal && !counted_period))
    return NULL;
  return g_strdup (title->str);
}
