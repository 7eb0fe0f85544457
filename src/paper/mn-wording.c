#include "mn-wording.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"

/* ---- the meeting ---------------------------------------------------------------------------- */

/** mn_wording_meeting_noun: by the first words of the title, else by the kind of meeting. */
char *
mn_wording_meeting_noun (MnComposer *self)
{
  static const char *const nouns[] = { "hội nghị", "cuộc họp", "buổi làm việc", "đại hội", NULL };
  const char *title = mn_item_get (self->general, "title");
  const char *kind = mn_item_get (self->general, "kind");

  for (guint i = 0; title != NULL && nouns[i] != NULL; i++)
    if (mn_sentence_begins (title, nouns[i]))
      return g_strdup (nouns[i]);
  if (g_strcmp0 (kind, "working-session") == 0 ||
      (title != NULL && mn_sentence_says (title, "làm việc với")))
    return g_strdup ("buổi làm việc");
  if (g_strcmp0 (kind, "congress") == 0)
    return g_strdup ("đại hội");
  return g_strdup ("hội nghị");
}

static char *
dup_series_title (MnItem *general)
{
  const char      *series = mn_item_get (general, "series");
  gint64           ordinal = mn_item_get_integer (general, "ordinal", 0);
  g_autofree char *word = mn_official_ordinal ((guint) MAX (ordinal, 0));

  if (series == NULL)
    return NULL;
  if (ordinal > 0)
    return g_strdup_printf ("%s lần thứ %s", series, word);
  return g_strdup (series);
}

/** mn_wording_meeting_title: the title, else the series with its ordinal, else the bare noun. */
char *
mn_wording_meeting_title (MnComposer *self)
{
  static const struct
  {
    const char *kind, *title;
  } by_kind[] = {
    { "briefing", "Hội nghị giao ban" },
    { "thematic", "Hội nghị chuyên đề" },
  };
  const char      *title = mn_item_get (self->general, "title");
  g_autofree char *series = dup_series_title (self->general);

  if (title != NULL || series != NULL)
    {
      g_autofree char *words = mn_sentence_fragment (title != NULL ? title : series);

      return mn_sentence_upper (words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (by_kind); i++)
    if (g_strcmp0 (mn_item_get (self->general, "kind"), by_kind[i].kind) == 0)
      return g_strdup (by_kind[i].title);
  return mn_sentence_upper (self->noun);
}

/* The title as a phrase that begins with the noun; NULL if it can't be made into one. */
static char *
dup_title_phrase (MnComposer *self)
{
  g_autofree char *title = mn_wording_meeting_title (self);
  const char      *with = strstr (title, "làm việc với ");

  if (mn_sentence_begins (title, self->noun))
    return mn_sentence_lower (title);
  if (with != NULL)
    return g_strconcat ("buổi ", with, NULL);
  if (mn_item_get (self->general, "title") == NULL)
    return mn_sentence_lower (title);
  return NULL;
}

/**
 * mn_wording_meeting_phrase:
 *
 * The meeting inside a sentence, told apart from others by its period or, where it has neither
 * period nor ordinal, by its day.
 */
char *
mn_wording_meeting_phrase (MnComposer *self)
{
  g_autofree char *period = mn_session_dup_period (self->session);
  g_autofree char *phrase = dup_title_phrase (self);
  g_autofree char *day = NULL;
  GDate            date;

  if (phrase != NULL && *period != '\0')
    return mn_sentence_says (phrase, period) ? g_steal_pointer (&phrase)
                                             : g_strdup_printf ("%s (%s)", phrase, period);
  if (phrase != NULL && mn_item_get (self->general, "ordinal") != NULL)
    return g_steal_pointer (&phrase);
  if (!mn_item_get_date (self->general, "starts", &date))
    return g_strdup (phrase != NULL ? phrase : self->noun);
  day = mn_official_date_short (&date);
  if (phrase != NULL && mn_sentence_says (phrase, day))
    return g_steal_pointer (&phrase);
  return g_strdup_printf ("%s ngày" MN_NBSP "%s", phrase != NULL ? phrase : self->noun, day);
}

/* " của Ủy ban nhân dân xã Long Đức" at the end, or before the period in brackets or the day. */
static void
cut_possessor (GString *words, const char *convener)
{
  g_autofree char *possessor = g_strconcat (" của ", convener, NULL);
  char            *found = strstr (words->str, possessor);
  const char      *rest = found != NULL ? found + strlen (possessor) : NULL;

  if (found != NULL &&
      (*rest == '\0' || g_str_has_prefix (rest, " (") || g_str_has_prefix (rest, " ngày" MN_NBSP)))
    g_string_erase (words, found - words->str, (gssize) strlen (possessor));
}

/**
 * mn_wording_drop_convener:
 *
 * "giữa Thường trực Tỉnh ủy với …" after the Thường trực itself is just "với …", and a committee's
 * meeting isn't said to be its own right after the committee.
 */
char *
mn_wording_drop_convener (const char *phrase, const char *convener)
{
  g_autofree char *between = g_strdup_printf ("giữa %s với ", convener);
  g_autofree char *of = g_strdup_printf ("của %s với ", convener);
  GString         *words = g_string_new (phrase);

  if (*convener != '\0')
    {
      g_string_replace (words, between, "với ", 1);
      g_string_replace (words, of, "với ", 1);
      cut_possessor (words, convener);
    }
  return g_string_free (words, FALSE);
}

/* ---- days and hours ------------------------------------------------------------------------- */

/** mn_wording_year: the year that a blank date is given. */
guint
mn_wording_year (MnComposer *self)
{
  GDate date;

  return mn_item_get_date (self->general, "starts", &date) ? g_date_get_year (&date) : 0;
}

char *
mn_wording_date (const GDate *date, guint year)
{
  if (date != NULL)
    {
      g_autofree char *words = mn_official_date_long (date);

      return mn_sentence_clean (words);
    }
  if (year > 0)
    return g_strdup_printf ("ngày" MN_WORDING_GAP "tháng" MN_WORDING_GAP "năm" MN_NBSP "%u", year);
  return g_strdup ("ngày" MN_WORDING_GAP "tháng" MN_WORDING_GAP "năm" MN_WORDING_GAP);
}

/** mn_wording_of_day: as HD 05 and NĐ 30 cite others' papers, each throughout its own text. */
const char *
mn_wording_of_day (MnComposer *self)
{
  return mn_composer_is_state (self) ? " ngày" MN_NBSP : ", ngày" MN_NBSP;
}

/** mn_wording_says_day: as "05/6/2026", "5/6/2026", "05/06/2026" or in words. */
gboolean
mn_wording_says_day (const char *text, const GDate *date)
{
  guint            day = g_date_get_day (date), month = g_date_get_month (date);
  guint            year = g_date_get_year (date);
  g_autofree char *official = mn_official_date_short (date);
  g_autofree char *bare = g_strdup_printf ("%u/%u/%u", day, month, year);
  g_autofree char *padded = g_strdup_printf ("%02u/%02u/%u", day, month, year);
  g_autofree char *words = mn_official_date_long (date);

  return strstr (text, official) != NULL || strstr (text, bare) != NULL ||
         strstr (text, padded) != NULL || strstr (text, words) != NULL;
}

/** mn_wording_moment: where only the day is known, the hour isn't asked for either. */
char *
mn_wording_moment (MnItem *item, const char *field, guint year)
{
  g_autoptr (GDateTime) moment = mn_item_get_moment (item, field);
  g_autofree char      *time = NULL;
  g_autofree char      *clean = NULL;
  g_autofree char      *day = NULL;
  GDate                 date;

  if (moment == NULL)
    {
      day = mn_wording_date (NULL, year);
      return g_strdup_printf (MN_WORDING_GAP "giờ" MN_WORDING_GAP ", %s", day);
    }
  g_date_clear (&date, 1);
  mn_item_get_date (item, field, &date);
  day = mn_wording_date (&date, 0);
  if (!mn_item_moment_has_time (item, field))
    return g_steal_pointer (&day);
  time = mn_official_time (g_date_time_get_hour (moment), g_date_time_get_minute (moment));
  clean = mn_sentence_clean (time);
  return g_strdup_printf ("%s, %s", clean, day);
}

/* ---- numbers and posts ---------------------------------------------------------------------- */

/** mn_wording_percent: with at most one decimal; "" of nothing. */
char *
mn_wording_percent (gint64 part, gint64 whole)
{
  char             decimal[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *words = NULL;

  if (whole <= 0)
    return g_strdup ("");
  g_ascii_formatd (decimal, sizeof decimal, "%.1f", 100.0 * (double) part / (double) whole);
  if (g_str_has_suffix (decimal, ".0"))
    decimal[strlen (decimal) - 2] = '\0';
  words = mn_official_decimal (decimal);
  return g_strconcat (words, "%", NULL);
}

/* The post without the committee that it is held in. */
static void
cut_committee (char *post)
{
  static const char *const committees[] = { " Thường trực", " Tỉnh ủy", " Tỉnh uỷ", " Thành ủy",
                                            " Thành uỷ",    " Đảng ủy", " Đảng uỷ", " Huyện ủy",
                                            " Huyện uỷ",    " Đảng bộ", " Chi bộ" };

  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      char *found = strstr (post, committees[i]);

      if (found != NULL)
        *found = '\0';
    }
}

/**
 * mn_wording_position:
 *
 * The line of the position above a signature: it never repeats the committee's name (HD 05, ô 7a),
 * and a secretary signs as one whatever other posts he or she holds.
 */
char *
mn_wording_position (const char *post)
{
  g_autofree char *clean = mn_sentence_fragment (post);
  g_auto (GStrv)   posts = g_strsplit (clean, ",", -1);
  guint            which = 0;

  if (posts[0] == NULL)
    return g_strdup ("");
  while (posts[which] != NULL && strstr (posts[which], "Bí thư") == NULL &&
         strstr (posts[which], "bí thư") == NULL)
    which++;
  if (posts[which] == NULL)
    which = 0;
  cut_committee (g_strstrip (posts[which]));
  return g_strdup (posts[which]);
}
