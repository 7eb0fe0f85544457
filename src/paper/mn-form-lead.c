#include "mn-form-parts.h"
#include "mn-numbering.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"
#include "mn-wording.h"

#define MAX_NAMED 12 /* bodies and people named in the lead; more are counted */

/* ---- lead: when, where, who met with whom --------------------------------------------------- */

/* The day is told at the beginning of the sentence already. */
static char *
dup_without_day (MnComposer *self, const char *phrase)
{
  const char *day = strstr (phrase, " ngày" MN_NBSP);

  if (day == NULL || mn_item_get (self->general, "starts") == NULL)
    return g_strdup (phrase);
  return g_strndup (phrase, (gsize) (day - phrase));
}

/* "Thường trực Tỉnh ủy tổ chức hội nghị giao ban quý II/2026 với các huyện ủy" */
static char *
dup_meeting_clause (MnComposer *self)
{
  g_autofree char      *convener = mn_wording_convener (self);
  g_autofree char      *title = mn_wording_meeting_title (self);
  g_autofree char      *full = mn_wording_meeting_phrase (self);
  g_autofree char      *phrase = dup_without_day (self, full);
  g_autofree char      *meeting = mn_wording_drop_convener (phrase, convener);
  g_autoptr (GPtrArray) others = mn_composer_list (self, self->general, "other-bodies");
  g_autofree char      *whom = mn_wording_parties (self, others, MN_PARTY_WITH_AND);
  gboolean              is_told = *whom == '\0' || strstr (meeting, " với ") != NULL;

  if (*convener != '\0' && mn_sentence_begins (title, convener))
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s%s%s%s%s", convener, *convener != '\0' ? " tổ chức " : "", meeting,
                          is_told ? "" : " với ", is_told ? "" : whom);
}

static void
append_time_and_place (MnComposer *self, GString *lead)
{
  const char      *venue = mn_item_get (self->general, "venue");
  MnItem          *host = mn_composer_find (self, self->general, "host");
  g_autofree char *name = host != NULL ? mn_wording_party (self, host, MN_PARTY_NAME_ONLY) : NULL;
  g_autofree char *place = mn_sentence_fragment (venue != NULL ? venue : name);
  GDate            date;

  if (mn_item_get_date (self->general, "starts", &date))
    {
      g_autofree char *day = mn_official_date_short (&date);

      g_string_append_printf (lead, "Ngày %s, ", day);
    }
  if (*place != '\0')
    g_string_append_printf (lead, "%s %s, ", lead->len > 0 ? "tại" : "Tại", place);
}

/* The sentence; "" where not even the meeting has a name. */
static char *
dup_first_sentence (MnComposer *self)
{
  GString         *lead = g_string_new (NULL);
  g_autofree char *clause = dup_meeting_clause (self);
  g_autofree char *theme = mn_sentence_fragment (mn_item_get (self->general, "theme"));
  g_autofree char *line = NULL;

  append_time_and_place (self, lead);
  if (lead->len == 0 && mn_item_get (self->general, "title") == NULL &&
      mn_item_get (self->general, "body") == NULL)
    return g_string_free (lead, FALSE);
  g_string_append (lead, clause);
  if (mn_composer_find (self, self->general, "body") == NULL)
    g_string_append (lead, " được tổ chức");
  if (*theme != '\0')
    g_string_append_printf (lead, ", chủ đề “%s”", theme);
  g_string_append_c (lead, '.');
  line = g_string_free (lead, FALSE);
  return mn_sentence_upper (line);
}

/* ---- lead: chair and those who came --------------------------------------------------------- */

static void
append_chairs (MnComposer *self, GString *lead)
{
  g_autoptr (GPtrArray) chairs = mn_composer_list (self, self->general, "chairs");
  gboolean              several = chairs->len > 1;
  g_autofree char      *who = mn_wording_parties (
           self, chairs, several ? MN_PARTY_WITH_POST : MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char *upper = mn_sentence_upper (who);

  if (*who == '\0')
    return;
  g_string_append (lead, lead->len > 0 ? " " : "");
  if (several)
    g_string_append_printf (lead, "Chủ trì %s có %s.", self->noun, who);
  else
    g_string_append_printf (lead, "%s chủ trì %s.", upper, self->noun);
}

static gboolean
holds (GPtrArray *array, gpointer item)
{
  return g_ptr_array_find (array, item, NULL);
}

/** Guests: who is told of having come. */
typedef struct
{
  GPtrArray *named;  /* people */
  GPtrArray *groups; /* "đại diện các hội" */
  GPtrArray *bodies; /* that people came from */
  MnItem    *issuer; /* whose own people are named */
} Guests;

/* People of the presidium by name, others by the body that they came from. */
static void
sort_attendee (MnComposer *self, MnItem *attendee, const Guests *guests)
{
  MnItem     *party = mn_composer_find (self, attendee, "party");
  MnItem     *body = mn_composer_find (self, party, "body");
  const char *category = mn_item_get (attendee, "category");
  GPtrArray  *list = guests->named;

  if (party == NULL || strcmp (mn_attendee_get_state (attendee), "absent") == 0 ||
      g_strcmp0 (category, "press") == 0 || g_strcmp0 (category, "staff") == 0)
    return;
  if (g_strcmp0 (category, "presidium") != 0 && mn_party_is_person (party) && body != NULL &&
      body != guests->issuer)
    party = body;
  if (g_strcmp0 (mn_item_get (party, "type"), "group") == 0)
    list = guests->groups;
  else if (!mn_party_is_person (party))
    list = guests->bodies;
  if (!holds (list, party))
    g_ptr_array_add (list, party);
}

static void
list_attendance (MnComposer *self, const Guests *guests)
{
  g_autoptr (GPtrArray) chairs = mn_composer_list (self, self->general, "chairs");
  guint                 n = mn_item_get_n_children (self->record, "attendees");

  for (guint i = 0; i < n; i++)
    {
      MnItem *attendee = mn_item_get_child (self->record, "attendees", i);
      MnItem *party = mn_composer_find (self, attendee, "party");

      if (party != NULL && !holds (chairs, party))
        sort_attendee (self, attendee, guests);
    }
}

/* "; " and the names of at most a line or two, else their number. */
static void
append_guests (MnComposer  *self,
               GString     *words,
               GPtrArray   *parties,
               MnPartyWords how,
               const char  *before,
               const char  *counted)
{
  g_autofree char *names = mn_wording_parties (self, parties, how);

  if (*names == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  if (parties->len > MAX_NAMED)
    g_string_append_printf (words, "%s%02u %s", before, parties->len, counted);
  else
    g_string_append_printf (words, "%s%s", before, names);
}

static void
append_attendance (MnComposer *self, GString *lead)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  const Guests          guests = { named, groups, bodies, mn_session_get_issuer (self->session) };
  GString              *words = g_string_new (NULL);

  list_attendance (self, &guests);
  append_guests (self, words, named, MN_PARTY_WITH_POST, "",
                 mn_composer_is_state (self) ? "đại biểu" : "đồng chí đại biểu");
  append_guests (self, words, bodies, MN_PARTY_WITH_AND, "đại diện ",
                 "cơ quan, đơn vị, địa phương");
  append_guests (self, words, groups, MN_PARTY_APART, "", "đoàn đại biểu");
  if (words->len > 0)
    g_string_append_printf (lead, "%sDự %s có %s.", lead->len > 0 ? " " : "", self->noun,
                            words->str);
  g_string_free (words, TRUE);
}

/** mn_form_add_lead: when, where, who met with whom, who was in the chair, who came. */
void
mn_form_add_lead (MnComposer *self)
{
  g_autofree char *first = dup_first_sentence (self);
  GString         *lead = g_string_new (first);
  MnBlock         *block;

  append_chairs (self, lead);
  append_attendance (self, lead);
  if (lead->len > 0)
    {
      block = mn_composer_add_string (self, MN_ROLE_BODY, self->general, lead->str);
      mn_composer_name (block, "lead");
    }
  g_string_free (lead, TRUE);
}

/* ---- lead: what was heard ------------------------------------------------------------------- */

static void
add_parties (MnComposer *self, MnItem *item, const char *field, GPtrArray *found)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);

  for (guint i = 0; i < parties->len; i++)
    if (!holds (found, parties->pdata[i]))
      g_ptr_array_add (found, parties->pdata[i]);
}

/* "báo cáo của Văn phòng Tỉnh ủy và Ban Tổ chức Tỉnh ủy" */
static char *
dup_reports_heard (MnComposer *self)
{
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  g_autofree char      *names = NULL;
  guint                 n = mn_item_get_n_children (self->record, "reports");

  for (guint i = 0; i < n; i++)
    {
      MnItem *report = mn_item_get_child (self->record, "reports", i);
      guint   before = who->len;

      add_parties (self, report, "bodies", who);
      if (who->len == before && mn_item_get (report, "bodies") == NULL)
        add_parties (self, report, "reporters", who);
    }
  if (n == 0)
    return g_strdup ("");
  names = mn_wording_parties (self, who, MN_PARTY_WITH_AND);
  if (*names == '\0' || who->len > MAX_NAMED)
    return g_strdup_printf ("các báo cáo trình bày tại %s", self->noun);
  return g_strdup_printf ("báo cáo của %s", names);
}

/* "Chủ tịch Ủy ban nhân dân xã" of "Ủy ban nhân dân xã Long Đức". */
static gboolean
is_chief_of (const char *post, const char *convener)
{
  static const char *const chiefs[] = { "Chủ tịch ", "Giám đốc ", "Trưởng " };
  g_auto (GStrv)           posts = g_strsplit (post, ",", -1);

  for (guint i = 0; posts[i] != NULL; i++)
    for (guint n = 0; n < G_N_ELEMENTS (chiefs); n++)
      {
        const char *held = g_strstrip (posts[i]);
        gsize       length = strlen (chiefs[n]);

        if (g_str_has_prefix (held, chiefs[n]) && held[length] != '\0' &&
            mn_sentence_begins (convener, held + length))
          return TRUE;
      }
  return FALSE;
}

/* The chief of a State's organ concludes in his or her own right. */
static gboolean
concludes_alone (MnComposer *self, MnItem *concluder, const char *convener)
{
  const char *post = mn_item_get (concluder, "post");

  return mn_composer_is_state (self) && post != NULL && is_chief_of (post, convener);
}

static char *
dup_conclude (MnComposer *self)
{
  g_autoptr (GPtrArray) concluders = mn_composer_list (self, self->general, "concluder");
  g_autofree char      *convener = mn_wording_convener (self);
  g_autofree char      *who = mn_wording_parties (self, concluders,
                                                  MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);

  if (concluders->len > 0 && *convener != '\0' && mn_party_is_person (concluders->pdata[0]) &&
      !concludes_alone (self, concluders->pdata[0], convener))
    return g_strdup_printf ("%s thay mặt %s kết luận như sau:", who, convener);
  if (*who != '\0')
    return g_strdup_printf ("%s kết luận như sau:", who);
  if (*convener != '\0')
    return g_strdup_printf ("%s kết luận như sau:", convener);
  return g_strdup_printf ("%s kết luận như sau:", self->noun);
}

static void
append_heard (GString *heard, const char *what)
{
  if (*what != '\0')
    g_string_append_printf (heard, "%s%s", heard->len > 0 ? "; " : "", what);
}

/** mn_form_add_heard: "Sau khi nghe báo cáo của …, ý kiến phát biểu của các đại biểu, … kết luận
 * như sau:" */
void
mn_form_add_heard (MnComposer *self)
{
  GString         *heard = g_string_new (NULL);
  g_autofree char *reports = dup_reports_heard (self);
  g_autofree char *conclude = dup_conclude (self);
  g_autofree char *line = NULL;
  g_autofree char *upper = NULL;
  MnBlock         *block;

  append_heard (heard, reports);
  if (mn_item_get_n_children (self->record, "contributions") > 0)
    append_heard (heard, "ý kiến phát biểu, thảo luận của các đại biểu");
  if (mn_item_get_n_children (self->record, "proposals") > 0)
    append_heard (heard, "các kiến nghị, đề xuất");
  line = heard->len > 0 ? g_strdup_printf ("Sau khi nghe %s, %s", heard->str, conclude)
                        : g_strdup (conclude);
  upper = mn_sentence_upper (line);
  block = mn_composer_add_string (self, MN_ROLE_BODY, self->general, upper);
  mn_composer_name (block, "heard");
  g_string_free (heard, TRUE);
}
