#include "mn-numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-fold.h"
#include "mn-session.h"

#define NBSP "\302\240"

/* ---- how numbers are written ---------------------------------------------------------------- */

void
mn_signs_clear (MnSigns *self)
{
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->own, g_free);
  g_clear_pointer (&self->organ, g_free);
  g_clear_pointer (&self->pattern, g_free);
}

void
mn_signs_copy (MnSigns *self, const MnSigns *from)
{
  self->family = from->family;
  self->kind = g_strdup (from->kind);
  self->own = g_strdup (from->own);
  self->organ = g_strdup (from->organ);
  self->pattern = g_strdup (from->pattern);
}

static char *
fill (const char *pattern, const MnSigns *signs, gint64 number, const char *gap)
{
  GString         *out = g_string_new (pattern);
  g_autofree char *digits = g_strdup_printf ("%02" G_GINT64_FORMAT, number);
  g_autofree char *apart = g_strconcat (NBSP, digits, NULL);

  g_string_replace (out, " %n", number > 0 ? apart : gap, 1);
  g_string_replace (out, "%n", number > 0 ? digits : gap, 1);
  g_string_replace (out, "%k", *signs->kind != '\0' ? signs->kind : gap, 1);
  g_string_replace (out, "%o", *signs->organ != '\0' ? signs->organ : gap, 1);
  return g_string_free (out, FALSE);
}

/**
 * mn_signs_fill:
 *
 * Numbers below 10 get a zero (HD 05, ô 3; NĐ 30, Phụ lục I, II.3). No line breaks inside.
 */
char *
mn_signs_fill (const MnSigns *self, gint64 number, const char *gap)
{
  return fill (self->pattern, self, number, gap);
}

char *
mn_signs_dup_number (const MnSigns *self, gint64 number)
{
  const char *place = strstr (self->pattern, "%n");

  return fill (place != NULL ? place : self->pattern, self, number, "…");
}

/* ---- by whose rules ------------------------------------------------------------------------- */

static gboolean
tells_family (MnItem *party, MnFamily *family)
{
  return party != NULL && mn_item_is (party, "party") &&
         mn_body_find_family (mn_item_get (party, "name"), family);
}

MnFamily
mn_session_get_family (MnItem *session)
{
  MnItem     *general = mn_session_get_general (session);
  MnItem     *body = mn_session_find (session, mn_item_get (general, "body"));
  const char *above = body != NULL && mn_item_is (body, "party") ? mn_item_get (body, "body")
                                                                 : NULL;
  MnFamily    family = MN_FAMILY_PARTY;

  if (!tells_family (body, &family) && !tells_family (mn_session_find (session, above), &family))
    tells_family (mn_session_find (session, mn_item_get (general, "parent-body")), &family);
  return family;
}

static const char *
get_style (MnItem *item)
{
  const char *own = mn_item_get (item, "own-style");

  return own != NULL ? own : mn_item_get (item, "style");
}

/** mn_session_get_style: what is set for the paper wins over the session's choice, and in each an
 * office's own. */
const char *
mn_session_get_style (MnItem *session, MnItem *document)
{
  const char *style = document != NULL ? get_style (document) : NULL;

  return style != NULL ? style : get_style (mn_session_get_general (session));
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

char *
mn_session_dup_other_issuer (MnItem *session, MnItem *other)
{
  g_autofree char *own = mn_session_dup_issuer (session);
  g_autofree char *theirs = mn_session_dup_issuer (other);

  if (*own == '\0' || *theirs == '\0' || mn_same_wording (own, theirs))
    return NULL;
  return g_steal_pointer (&theirs);
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
