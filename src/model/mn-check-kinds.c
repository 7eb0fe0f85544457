#include "mn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mn-session.h"

static void
check_general (MnCheck *check, MnItem *item)
{
  if (!mn_check_is_set (item, "title") && !mn_check_is_set (item, "series"))
    mn_check_advise (check, item, "title", _ ("the session has no title"));
}

static void
check_agenda_item (MnCheck *check, MnItem *item)
{
  MnItem     *parent = mn_item_get_parent (item);
  const char *slot = mn_item_get_slot (item)->name;
  guint       index = mn_item_get_index (item);
  const char *began = mn_item_get (item, "began"), *planned = mn_item_get (item, "planned");
  MnItem     *above = index > 0 ? mn_item_get_child (parent, slot, index - 1) : NULL;

  if (above == NULL)
    return;
  if (planned != NULL && g_strcmp0 (planned, mn_item_get (above, "planned")) == 0)
    mn_check_advise (check, item, "planned",
                     _ ("it is planned for the same time as the item above"));
  if (began != NULL && mn_check_is_set (above, "began") &&
      strcmp (began, mn_item_get (above, "began")) < 0)
    mn_check_advise (check, item, "began",
                     _ ("it began before the item above; check the times or the order"));
}

static void
check_follow_up (MnCheck *check, MnItem *item)
{
  if (mn_item_get_n_children (item, "entries") == 0)
    mn_check_advise (check, item, NULL, _ ("nothing was said of it today; enter its status"));
}

static double
get_number (MnItem *item, const char *field)
{
  return g_ascii_strtod (mn_item_get (item, field), NULL);
}

static void
check_indicator (MnCheck *check, MnItem *item)
{
  guint  n = mn_item_get_n_children (item, "parts");
  double sum = 0;

  if (mn_check_is_set (item, "numerator") && mn_check_is_set (item, "denominator") &&
      get_number (item, "numerator") > get_number (item, "denominator"))
    mn_check_advise (check, item, "numerator", _ ("the numerator is larger than the denominator"));
  for (guint i = 0; i < n; i++)
    {
      MnItem *part = mn_item_get_child (item, "parts", i);

      if (!mn_check_is_set (part, "value"))
        return;
      sum += get_number (part, "value");
    }
  if (n > 0 && mn_check_is_set (item, "value") && fabs (sum - get_number (item, "value")) > 1e-6)
    mn_check_advise (check, item, "value", _ ("its parts don't add up to its value"));
}

static void
check_proposal (MnCheck *check, MnItem *item)
{
  if (mn_item_get_n_children (item, "answers") == 0 && !mn_check_is_set (item, "settled-by") &&
      !g_hash_table_contains (check->answered, mn_item_get_id (item)))
    mn_check_advise (check, item, NULL, _ ("the proposal has neither an answer nor a conclusion"));
}

/* Members present, 0 where it isn't known: nobody is listed, or a group without its number. */
static guint
count_present (MnCheck *check)
{
  MnItem    *record = mn_session_get_record (check->session);
  MnRollCall roll_call;

  for (guint i = 0; i < mn_item_get_n_children (record, "attendees"); i++)
    {
      MnItem     *attendee = mn_item_get_child (record, "attendees", i);
      const char *id = mn_item_get (attendee, "party");
      MnItem     *party = id != NULL ? g_hash_table_lookup (check->items, id) : NULL;

      if (party != NULL && mn_item_is (party, "party") && !mn_check_is_set (party, "count") &&
          g_strcmp0 (mn_item_get (party, "type"), "group") == 0)
        return 0;
    }
  mn_session_call_roll (check->session, &roll_call);
  return roll_call.members_present;
}

static void
check_vote (MnCheck *check, MnItem *item)
{
  static const char *const parts[] = { "for", "against", "other", "invalid" };
  guint                    entitled = (guint) mn_item_get_integer (item, "entitled", 0);
  guint                    present = count_present (check), cast = 0;
  g_autofree char         *text = NULL;

  if (!mn_check_is_set (item, "entitled"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    cast += (guint) mn_item_get_integer (item, parts[i], 0);
  if (cast > entitled)
    {
      /* Translators: numbers of votes, of people entitled to vote */
      text = g_strdup_printf (_ ("the votes make %u, more than the %u entitled"), cast, entitled);
      mn_check_fault (check, item, "for", text);
    }
  g_clear_pointer (&text, g_free);
  if (present > 0 && entitled > present)
    {
      /* Translators: numbers of people entitled to vote, of members who are there */
      text = g_strdup_printf (_ ("%u are entitled, more than the %u members present"), entitled,
                              present);
      mn_check_fault (check, item, "entitled", text);
    }
}

/* Kết luận 226-KL/TW of 11/12/2025: one task, one lead. */
static gboolean
wants_one_lead (MnCheck *check)
{
  GDate since;

  g_date_clear (&since, 1);
  g_date_set_dmy (&since, 11, G_DATE_DECEMBER, 2025);
  return g_date_valid (&check->day) && g_date_compare (&check->day, &since) >= 0;
}

static void
check_point (MnCheck *check, MnItem *item)
{
  g_auto (GStrv) leads = mn_item_get_refs (item, "leads");
  GDate          deadline;

  if (mn_item_get_boolean (item, "task") && g_strv_length (leads) > 1 && wants_one_lead (check))
    mn_check_advise (check, item, "leads",
                     _ ("the task has several leads; name exactly one (Conclusion 226-KL/TW)"));
  if (mn_item_get_boolean (item, "task") && !mn_check_is_set (item, "deadline") &&
      !mn_check_is_set (item, "deadline-kind") && !mn_check_is_set (item, "deadline-words"))
    mn_check_advise (check, item, "deadline",
                     _ ("the task has no deadline; set one, or say that it has none"));
  if (mn_item_get_date (item, "deadline", &deadline) && g_date_valid (&check->day) &&
      g_date_compare (&deadline, &check->day) < 0)
    mn_check_advise (check, item, "deadline", _ ("the deadline lies before the meeting"));
}

static const struct
{
  const char *kind;
  void (*check) (MnCheck *check, MnItem *item);
} checks[] = {
  { "general", check_general },     { "agenda-item", check_agenda_item },
  { "follow-up", check_follow_up }, { "indicator", check_indicator },
  { "proposal", check_proposal },   { "vote", check_vote },
  { "point", check_point },
};

/** mn_check_kind: what only concerns items of one kind. */
void
mn_check_kind (MnCheck *check, MnItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (mn_item_is (item, checks[i].kind))
      checks[i].check (check, item);
}
