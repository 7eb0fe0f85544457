#include "mn-follow-up-edits.h"

#include <glib/gi18n.h>

#include "mn-session.h"
#include "mn-value-format.h"

/** mn_follow_up_get_item_id: the item of origin, or for one from outside the archive the row. */
const char *
mn_follow_up_get_item_id (MnItem *follow_up)
{
  const char *origin = mn_item_get (follow_up, "origin-item");

  return origin != NULL ? origin : mn_item_get_id (follow_up);
}

/* What is said at a meeting holds from its day on; before a day is set, from today. */
static char *
dup_day (MnEditContext *context)
{
  MnItem *general = mn_session_get_general (mn_edit_context_get_session (context));
  GDate   date;
  char    day[16];

  if (!mn_item_get_date (general, "starts", &date))
    mn_clock_today (mn_edit_context_get_clock (context), &date);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &date);
  return g_strdup (day);
}

static MnItem *
create_entry (MnEditContext *context, MnItem *follow_up)
{
  MnItem          *entry = mn_item_new (mn_kind_find ("status-entry"));
  g_autofree char *day = dup_day (context);
  g_autofree char *now = mn_clock_dup_moment (mn_edit_context_get_clock (context));

  mn_item_set (entry, "item", mn_follow_up_get_item_id (follow_up), NULL);
  mn_item_set (entry, "effective", day, NULL);
  mn_item_set (entry, "recorded", now, NULL);
  return entry;
}

static gboolean
insert (MnEditContext *context, MnItem *follow_up, MnItem *entry, const char *name)
{
  MnDocument        *document = mn_edit_context_get_document (context);
  g_autoptr (GError) error = NULL;
  gboolean           inserted;

  mn_document_begin (document, name);
  inserted = mn_document_insert (document, follow_up, "entries", G_MAXUINT, entry, &error);
  mn_document_end (document);
  mn_edit_context_report (context, g_steal_pointer (&error));
  return inserted;
}

/** mn_follow_up_say: adds an entry with that status; one step for undo. */
gboolean
mn_follow_up_say (MnEditContext *context, MnItem *follow_up, const char *status)
{
  g_autoptr (MnItem) entry = create_entry (context, follow_up);
  const MnField     *field = mn_kind_find_field (mn_item_get_kind (entry), "status");
  g_autofree char   *name = NULL;

  if (!mn_item_set (entry, "status", status, NULL))
    return FALSE;
  /* Translators: undo; %s is a status */
  name = g_strdup_printf (_ ("Record “%s”"),
                          mn_enum_value_get_label (mn_field_find_value (field, status)));
  return insert (context, follow_up, entry, name);
}

/**
 * mn_follow_up_postpone:
 * @date: as typed: "30/6/2026"
 * @error: set if that is no day
 */
gboolean
mn_follow_up_postpone (MnEditContext *context, MnItem *follow_up, const char *date, GError **error)
{
  g_autoptr (MnItem) entry = create_entry (context, follow_up);
  const MnField     *field = mn_kind_find_field (mn_item_get_kind (entry), "deadline");
  g_autofree char   *value = mn_value_parse (field, date, mn_edit_context_get_clock (context), NULL,
                                             error);

  if (value == NULL)
    return FALSE;
  mn_item_set (entry, "deadline", value, NULL);
  return insert (context, follow_up, entry, _ ("Put the deadline off"));
}

gboolean
mn_follow_up_hand_on (MnEditContext *context, MnItem *follow_up, const char *lead)
{
  g_autoptr (MnItem) entry = create_entry (context, follow_up);

  mn_item_set (entry, "status", "handed", NULL);
  mn_item_set (entry, "lead", lead, NULL);
  return insert (context, follow_up, entry, _ ("Hand on to another lead"));
}
