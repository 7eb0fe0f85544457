#include "mn-session.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-item-private.h"
#include "mn-official.h"

#define SUMMARY_CHARACTERS 160

/** mn_session_new: an empty session with all its single parts. (transfer full) */
MnItem *
mn_session_new (void)
{
  return mn_item_new (mn_kind_get_session ());
}

MnItem *
mn_session_get_record (MnItem *session)
{
  return mn_item_get_single (session, "record");
}

MnItem *
mn_session_get_general (MnItem *session)
{
  return mn_item_get_single (mn_session_get_record (session), "general");
}

MnItem *
mn_session_get_conclusion (MnItem *session)
{
  return mn_item_get_single (mn_session_get_record (session), "conclusion");
}

MnItem *
mn_session_get_after (MnItem *session)
{
  return mn_item_get_single (session, "after");
}

/** mn_session_get_document: what is known of the document of that form; %NULL if it isn't begun. */
MnItem *
mn_session_get_document (MnItem *session, const char *form)
{
  guint n = mn_item_get_n_children (session, "documents");

  for (guint i = 0; i < n; i++)
    {
      MnItem *document = mn_item_get_child (session, "documents", i);

      if (g_strcmp0 (mn_item_get (document, "form"), form) == 0)
        return document;
    }
  return NULL;
}

/** mn_session_is_sealed: whether the record is what issued minutes say. FALSE for other documents.
 */
gboolean
mn_session_is_sealed (MnItem *session)
{
  MnItem *minutes = mn_item_is (session, "session") ? mn_session_get_document (session, "minutes")
                                                    : NULL;

  return minutes != NULL && g_strcmp0 (mn_item_get (minutes, "state"), "issued") == 0;
}

/** mn_item_is_sealed: the papers of a sealed session and what comes after it stay open. */
gboolean
mn_item_is_sealed (MnItem *item)
{
  gboolean in_record = mn_item_is (item, "record");

  for (MnItem *parent; (parent = mn_item_get_parent (item)) != NULL; item = parent)
    in_record = in_record || mn_item_is (parent, "record");
  return in_record && mn_session_is_sealed (item);
}

MnItem *
mn_session_find (MnItem *session, const char *id)
{
  return id != NULL ? mn_item_find (session, id) : NULL;
}

/* ---- who signs ------------------------------------------------------------------------------ */

static MnItem *
find_party (MnItem *session, const char *id)
{
  MnItem *item = mn_session_find (session, id);

  return item != NULL && mn_item_is (item, "party") ? item : NULL;
}

static MnItem *
find_chair (MnItem *session)
{
  g_auto (GStrv) chairs = mn_item_get_refs (mn_session_get_general (session), "chairs");

  for (guint i = 0; chairs[i] != NULL; i++)
    {
      MnItem *chair = find_party (session, chairs[i]);

      if (chair != NULL && mn_party_is_person (chair))
        return chair;
    }
  return NULL;
}

MnItem *
mn_session_get_signatory (MnItem *session, const char *form, MnItem *document)
{
  const char *id = document != NULL ? mn_item_get (document, "signatory") : NULL;
  MnItem     *named = find_party (session, id);

  if (named != NULL)
    return named;
  if (strcmp (form, "minutes") == 0)
    return find_chair (session);
  return find_party (session, mn_item_get (mn_session_get_general (session), "signatory"));
}

/* ---- names ---------------------------------------------------------------------------------- */

/** mn_session_dup_period: "quý I/2024", "tháng 3/2026", "6 tháng đầu năm 2026", "năm 2025" or "".
 */
char *
mn_session_dup_period (MnItem *session)
{
  MnItem          *general = mn_session_get_general (session);
  const char      *kind = mn_item_get (general, "period-kind");
  gint64           number = mn_item_get_integer (general, "period-number", 0);
  gint64           year = mn_item_get_integer (general, "period-year", 0);
  g_autofree char *roman = mn_official_roman ((guint) number);
  g_autofree char *of_year = year > 0 ? g_strdup_printf ("/%" G_GINT64_FORMAT, year)
                                      : g_strdup ("");

  if (kind == NULL)
    return g_strdup ("");
  if (strcmp (kind, "year") == 0)
    return year > 0 ? g_strdup_printf ("năm %" G_GINT64_FORMAT, year) : g_strdup ("");
  if (number < 1)
    return g_strdup ("");
  if (strcmp (kind, "quarter") == 0)
    return g_strdup_printf ("quý %s%s", roman, of_year);
  if (strcmp (kind, "month") == 0)
    return g_strdup_printf ("tháng %" G_GINT64_FORMAT "%s", number, of_year);
  return g_strdup_printf ("6 tháng %s năm%s%s", number == 1 ? "đầu" : "cuối", year > 0 ? " " : "",
                          year > 0 ? of_year + 1 : "");
}

/**
 * mn_session_dup_title:
 *
 * Returns: (transfer full): the session's title, else its series with ordinal and period, else a
 *   translated stand-in
 */
char *
mn_session_dup_title (MnItem *session)
{
  MnItem          *general = mn_session_get_general (session);
  const char      *title = mn_item_get (general, "title");
  const char      *series = mn_item_get (general, "series");
  gint64           ordinal = mn_item_get_integer (general, "ordinal", 0);
  g_autofree char *period = mn_session_dup_period (session);
  GString         *made;

  if (title != NULL)
    return g_strdup (title);
  if (series == NULL)
    return g_strdup (_ ("Untitled session"));
  made = g_string_new (series);
  if (ordinal > 0)
    {
      g_autofree char *word = mn_official_ordinal ((guint) ordinal);

      g_string_append_printf (made, " lần thứ %s", word);
    }
  if (*period != '\0')
    g_string_append_printf (made, " (%s)", period);
  return g_string_free (made, FALSE);
}

/** mn_party_dup_short: the name, else the post, else a translated stand-in. */
char *
mn_party_dup_short (MnItem *party)
{
  const char *name = mn_item_get (party, "name");
  const char *post = mn_item_get (party, "post");

  if (name != NULL)
    return g_strdup (name);
  return g_strdup (post != NULL ? post : _ ("(nobody named)"));
}

/** mn_party_is_person: a party without a type is one if it has a post or a form of address. */
gboolean
mn_party_is_person (MnItem *party)
{
  const char *type = mn_item_get (party, "type");

  if (type == NULL)
    return mn_item_get (party, "post") != NULL || mn_item_get (party, "address") != NULL;
  return strcmp (type, "person") == 0 || strcmp (type, "post") == 0;
}

/** mn_party_dup_full: "Nguyễn Văn A, Bí thư Tỉnh ủy". */
char *
mn_party_dup_full (MnItem *party)
{
  const char *name = mn_item_get (party, "name");
  const char *post = mn_item_get (party, "post");

  if (name != NULL && post != NULL)
    return g_strdup_printf ("%s, %s", name, post);
  return mn_party_dup_short (party);
}

/* Documents other than sessions refer to bodies of their own. */
static char *
dup_short_name (MnItem *item)
{
  if (item == NULL)
    return g_strdup ("?");
  if (mn_item_is (item, "party"))
    return mn_party_dup_short (item);
  if (mn_item_is (item, "body") && mn_item_get (item, "name") != NULL)
    return g_strdup (mn_item_get (item, "name"));
  return g_strdup ("?");
}

/** mn_session_dup_parties: short names of who stands in a REF or REFS field; "" for nobody. */
char *
mn_session_dup_parties (MnItem *session, MnItem *item, const char *field)
{
  g_auto (GStrv) ids = mn_item_get_refs (item, field);
  GString       *names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = dup_short_name (mn_session_find (session, ids[i]));

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* ---- labels --------------------------------------------------------------------------------- */

static guint
count_before (MnItem *item)
{
  return mn_item_get_index (item) + 1;
}

/**
 * mn_session_dup_label:
 * @session: the session that the item was born in
 * @item: a conclusion's point or a proposal
 *
 * "KL 5-2" is the second conclusion of session 5; without an ordinal "KL 25/8/2023-2". A label that
 * is frozen in the item's field comes first.
 *
 * Returns: (transfer full)
 */
char *
mn_session_dup_label (MnItem *session, MnItem *item)
{
  MnItem          *general = mn_session_get_general (session);
  gint64           ordinal = mn_item_get_integer (general, "ordinal", 0);
  const char      *prefix = mn_item_is (item, "proposal") ? "ĐX" : "KL";
  GDate            date;
  g_autofree char *day = NULL;

  if (mn_item_get (item, "label") != NULL)
    return g_strdup (mn_item_get (item, "label"));
  if (ordinal > 0)
    return g_strdup_printf ("%s %" G_GINT64_FORMAT "-%u", prefix, ordinal, count_before (item));
  if (!mn_item_get_date (general, "starts", &date))
    return g_strdup_printf ("%s %u", prefix, count_before (item));
  day = mn_official_date_short (&date);
  return g_strdup_printf ("%s %s-%u", prefix, day, count_before (item));
}

/* ---- summaries ------------------------------------------------------------------------------ */

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n", ' ');
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) > SUMMARY_CHARACTERS)
    {
      g_autofree char *head = g_utf8_substring (line, 0, SUMMARY_CHARACTERS);

      return g_strconcat (head, "…", NULL);
    }
  return g_steal_pointer (&line);
}

static MnItem *
get_root (MnItem *item)
{
  while (mn_item_get_parent (item) != NULL)
    item = mn_item_get_parent (item);
  return item;
}

static char *
dup_field_summary (MnItem *session, MnItem *item, const MnField *field)
{
  g_autofree char *plain = NULL;

  if (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS)
    return mn_session_dup_parties (session, item, field->name);
  plain = mn_item_dup_plain (item, field->name);
  if (field->type == MN_FIELD_ENUM && *plain != '\0')
    return g_strdup (mn_enum_value_get_label (mn_field_find_value (field, plain)));
  return g_steal_pointer (&plain);
}

static char *
dup_first (MnItem *session, MnItem *item, gboolean (*is_wanted) (const MnField *field))
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;
      g_autofree char *line = NULL;

      if (!is_wanted (field))
        continue;
      value = dup_field_summary (session, item, field);
      line = shorten (value);
      if (*line != '\0')
        return g_steal_pointer (&line);
    }
  return NULL;
}

static gboolean
is_title (const MnField *field)
{
  return (field->flags & MN_FIELD_TITLE) != 0;
}

static gboolean
is_enum (const MnField *field)
{
  return field->type == MN_FIELD_ENUM;
}

static char *
dup_words (MnItem *session, MnItem *item)
{
  char *words;

  if (mn_item_is (item, "party") &&
      (mn_item_get (item, "name") != NULL || mn_item_get (item, "post") != NULL))
    return mn_party_dup_full (item);
  words = dup_first (session, item, is_title);
  if (words == NULL)
    words = dup_first (session, item, is_enum);
  return words != NULL ? words : g_strdup ("");
}

/**
 * mn_item_dup_words:
 *
 * Returns: (transfer full): one line of the item's own words: its title fields, else the first
 *   choice that was made in it; "" where it has none
 */
char *
mn_item_dup_words (MnItem *item)
{
  return dup_words (get_root (item), item);
}

/**
 * mn_session_dup_summary:
 * @session: where the persons and bodies are whom @item names
 * @item: an item that may stand in no session, because it was removed from this one
 *
 * Returns: (transfer full): one line that stands for the item in lists: its words, else its kind in
 *   brackets. Never empty.
 */
char *
mn_session_dup_summary (MnItem *session, MnItem *item)
{
  g_autofree char *words = NULL;

  if (mn_item_is (item, "session"))
    return mn_session_dup_title (item);
  words = dup_words (session, item);
  if (*words != '\0')
    return g_steal_pointer (&words);
  /* Translators: stands in a list for an item without words; %s is its kind */
  return g_strdup_printf (_ ("(%s without text)"), mn_kind_get_label (mn_item_get_kind (item)));
}

/** mn_item_dup_summary: of an item that stands in its session. */
char *
mn_item_dup_summary (MnItem *item)
{
  return mn_session_dup_summary (get_root (item), item);
}

/* ---- roll call ------------------------------------------------------------------------------ */

/** mn_attendee_get_state: where the attendee's time line stands at its end. */
const char *
mn_attendee_get_state (MnItem *attendee)
{
  guint       n = mn_item_get_n_children (attendee, "presences");
  const char *state = NULL;

  if (n > 0)
    state = mn_item_get (mn_item_get_child (attendee, "presences", n - 1), "state");
  if (state == NULL || strcmp (state, "arrived") == 0)
    return "present";
  return state;
}

static guint
count_heads (MnItem *session, MnItem *attendee)
{
  MnItem *party = mn_session_find (session, mn_item_get (attendee, "party"));

  return party != NULL ? (guint) mn_item_get_integer (party, "count", 1) : 1;
}

/**
 * mn_session_call_roll:
 * @session: a session
 * @roll_call: (out): the numbers
 *
 * Members are the presidium and the members; a group counts with its number, where it is known,
 * else as one. Who left still attended; a substitute attends for whom he or she stands in.
 */
void
mn_session_call_roll (MnItem *session, MnRollCall *roll_call)
{
  MnItem *record = mn_session_get_record (session);

  memset (roll_call, 0, sizeof *roll_call);
  for (guint i = 0; i < mn_item_get_n_children (record, "attendees"); i++)
    {
      MnItem     *attendee = mn_item_get_child (record, "attendees", i);
      const char *category = mn_item_get (attendee, "category");
      guint       heads = count_heads (session, attendee);
      gboolean    present = strcmp (mn_attendee_get_state (attendee), "absent") != 0;

      if (category == NULL || strcmp (category, "member") == 0 ||
          strcmp (category, "presidium") == 0)
        {
          roll_call->members += heads;
          *(present ? &roll_call->members_present : &roll_call->members_absent) += heads;
        }
      else if (present)
        *(strcmp (category, "invited") == 0 ? &roll_call->invited_present
                                            : &roll_call->others_present) += heads;
    }
  roll_call->quorum = roll_call->members_present * 2 > roll_call->members;
}
