#include "mn-numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-session.h"

/**
 * mn_number_family:
 * @style: the session's house style; it decides, where there is one
 * @body: the issuing body's name
 *
 * What isn't known is taken for the Party's, whose committees this program is made for.
 */
MnFamily
mn_number_family (const char *style, const char *body)
{
  MnFamily family = MN_FAMILY_PARTY;

  if (style != NULL && g_str_has_prefix (style, "state"))
    return MN_FAMILY_STATE;
  if (style == NULL || !g_str_has_prefix (style, "party"))
    mn_body_find_family (body, &family);
  return family;
}

const char *
mn_number_kind (const char *form)
{
  if (g_strcmp0 (form, "minutes") == 0)
    return "BB";
  return g_strcmp0 (form, "notice") == 0 ? "TB" : "";
}

/** mn_number_organ: the signs of HD 05-HD/VPTW, ô 3, and of Decree 30. */
const char *
mn_number_organ (const char *body)
{
  static const struct
  {
    const char *begin, *symbol;
  } organs[] = {
    { "Tỉnh ủy", "TU" },
    { "Thành ủy", "TU" },
    { "Đảng ủy", "ĐU" },
    { "Chi bộ", "CB" },
    { "Đại hội", "ĐH" },
    { "Văn phòng Tỉnh ủy", "VPTU" },
    { "Văn phòng Đảng ủy", "VPĐU" },
    { "Ủy ban nhân dân", "UBND" },
    { "Hội đồng nhân dân", "HĐND" },
  };

  for (guint i = 0; body != NULL && i < G_N_ELEMENTS (organs); i++)
    if (mn_body_skip (body, organs[i].begin) != NULL)
      return organs[i].symbol;
  return NULL;
}

char *
mn_number_dup_text (MnFamily family, gint64 number, const char *kind, const char *organ)
{
  const char *middle = family == MN_FAMILY_STATE ? "/" : "-";
  const char *last = *organ == '\0' ? "" : family == MN_FAMILY_STATE ? "-" : "/";

  return g_strdup_printf ("%02" G_GINT64_FORMAT "%s%s%s%s", number, middle, kind, last, organ);
}

/* ---- who issues ----------------------------------------------------------------------------- */

MnItem *
mn_session_get_issuer (MnItem *session)
{
  MnItem     *general = mn_session_get_general (session);
  MnItem     *body = mn_session_find (session, mn_item_get (general, "body"));
  const char *name = body != NULL && mn_item_is (body, "party") ? mn_item_get (body, "name") : NULL;
  MnItem     *above = name != NULL ? mn_session_find (session, mn_item_get (body, "body")) : NULL;

  if (name == NULL)
    return NULL;
  return above != NULL && mn_item_is (above, "party") && mn_body_skip_standing (name) != NULL
             ? above
             : body;
}

char *
mn_session_dup_issuer (MnItem *session)
{
  MnItem     *issuer = mn_session_get_issuer (session);
  const char *name = issuer != NULL ? mn_item_get (issuer, "name") : NULL;
  const char *committee = name != NULL ? mn_body_skip_standing (name) : NULL;

  return g_strdup (committee != NULL ? committee : name != NULL ? name : "");
}

/* ---- padding -------------------------------------------------------------------------------- */

static void
add_number_faults (GPtrArray *faults, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "(?<![\\d/.,-])([1-9])((?:-|/)\\p{Lu}[\\p{L}]{0,4}(?:/|-)\\p{Lu}{2,})", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *digit = g_match_info_fetch (match, 1);
      g_autofree char *rest = g_match_info_fetch (match, 2);

      g_ptr_array_add (faults,
                       /* Translators: a number of a document, as it is and as it should be */
                       g_strdup_printf (_ ("Number “%s%s” should be written “0%s%s”"), digit, rest,
                                        digit, rest));
    }
}

/* Days below 10 and months below 3 carry a zero (HD 05, ô 4; NĐ 30, Phụ lục I, II.4). */
static void
add_date_faults (GPtrArray *faults, const char *text)
{
  g_autoptr (GRegex)     regex = g_regex_new ("ngày\\s+(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)",
                                              G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *day = g_match_info_fetch (match, 1), *month = g_match_info_fetch (match, 2);
      g_autofree char *year = g_match_info_fetch (match, 3);
      int              d = atoi (day), m = atoi (month);
      g_autofree char *was = g_strdup_printf ("%s/%s/%s", day, month, year);
      g_autofree char *wanted = g_strdup_printf (m < 3 ? "%02d/%02d/%s" : "%02d/%d/%s", d, m, year);

      if (strcmp (was, wanted) != 0)
        g_ptr_array_add (faults,
                         g_strdup_printf (_ ("Date “%s” should be written “%s”"), was, wanted));
    }
}

/**
 * mn_number_check_padding:
 * @text: words that somebody typed
 *
 * Numbers below 10 are written with a zero (HD 05-HD/VPTW, ô 3; NĐ 30, Phụ lục I, II.3).
 */
GPtrArray *
mn_number_check_padding (const char *text)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (text != NULL, faults);

  if (!g_utf8_validate (text, -1, NULL))
    return faults;
  add_number_faults (faults, text);
  add_date_faults (faults, text);
  return faults;
}
