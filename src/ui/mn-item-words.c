#include "mn-item-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-session.h"
#include "mn-value-format.h"

#define MOST_DETAILS 4

static char *
dup_names (MnDocument *document, MnItem *item, const char *field)
{
  g_auto (GStrv)      ids = mn_item_get_refs (item, field);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MnItem          *party = mn_document_find (document, ids[i]);
      g_autofree char *name = party != NULL && mn_item_is (party, "party")
                                  ? mn_party_dup_short (party)
                                  : NULL;

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* A short value as it is said in a list; "" for what says nothing there. */
static char *
dup_detail (MnDocument *document, MnItem *item, const MnField *field)
{
  const char *value;

  if (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS)
    return dup_names (document, item, field->name);
  value = field->type != MN_FIELD_RICH ? mn_item_get (item, field->name) : NULL;
  if (value == NULL)
    return g_strdup ("");
  if (field->type == MN_FIELD_ENUM)
    return g_strdup (mn_enum_value_get_label (mn_field_find_value (field, value)));
  if (field->type == MN_FIELD_BOOLEAN)
    return g_strdup (mn_field_get_label (field));
  return mn_value_format (field, value);
}

static void
append_detail (GString *details, const char *detail)
{
  if (detail != NULL && *detail != '\0')
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", detail);
}

/* Who is there needs no word; who isn't does. */
static void
append_presence (GString *details, MnItem *attendee)
{
  const char        *state = mn_attendee_get_state (attendee);
  const MnField     *field = mn_kind_find_field (mn_kind_find ("presence"), "state");
  const MnEnumValue *value = mn_field_find_value (field, state);

  if (value != NULL && strcmp (state, "present") != 0)
    append_detail (details, mn_enum_value_get_label (value));
}

/* What was said last of it at this meeting. */
static void
append_status (GString *details, MnItem *follow_up)
{
  const MnField *field = mn_kind_find_field (mn_kind_find ("status-entry"), "status");
  guint          n = mn_item_get_n_children (follow_up, "entries");

  for (guint i = n; i > 0; i--)
    {
      MnItem            *entry = mn_item_get_child (follow_up, "entries", i - 1);
      const MnEnumValue *status = mn_field_find_value (field, mn_item_get (entry, "status"));

      if (status != NULL)
        {
          append_detail (details, mn_enum_value_get_label (status));
          return;
        }
    }
}

static void
append_children (GString *details, MnItem *item)
{
  const MnSlot *slots = mn_item_get_kind (item)->slots;

  for (guint i = 0; slots[i].name != NULL; i++)
    {
      guint            n = mn_item_get_n_children (item, slots[i].name);
      g_autofree char *count = NULL;

      if (n == 0 || slots[i].single || slots[i].kind == mn_item_get_kind (item))
        continue;
      count = g_strdup_printf ("%s: %u", mn_slot_get_label (&slots[i]), n);
      append_detail (details, count);
    }
}

/* Who and when say more in a list than the rest. */
static guint
append_fields (GString    *details,
               MnDocument *document,
               MnItem     *item,
               gboolean    who_and_when,
               guint       most)
{
  const MnField *fields = mn_item_get_kind (item)->fields;
  guint          n = 0;

  for (guint i = 0; fields[i].name != NULL && n < most; i++)
    {
      MnFieldType type = fields[i].type;
      gboolean is_wanted = type == MN_FIELD_REF || type == MN_FIELD_REFS || type == MN_FIELD_DATE ||
                           type == MN_FIELD_MOMENT;
      g_autofree char *detail = NULL;

      if (is_wanted != who_and_when ||
          (fields[i].flags & (MN_FIELD_HIDDEN | MN_FIELD_TITLE | MN_FIELD_LONG)) != 0 ||
          (mn_item_is (item, "party") && strcmp (fields[i].name, "post") == 0))
        continue;
      detail = dup_detail (document, item, &fields[i]);
      append_detail (details, detail);
      n += *detail != '\0';
    }
  return n;
}

/**
 * mn_item_dup_details:
 *
 * Returns: (transfer full): the second line of an item in a list: who, what kind, by when; "" if
 *   nothing is known
 */
char *
mn_item_dup_details (MnDocument *document, MnItem *item)
{
  g_autoptr (GString) details = g_string_new (NULL);
  guint               n = 0;

  if (mn_item_is (item, "conclusion"))
    return g_strdup ("");
  n = append_fields (details, document, item, TRUE, MOST_DETAILS);
  append_fields (details, document, item, FALSE, MOST_DETAILS - n);
  if (mn_item_is (item, "attendee"))
    append_presence (details, item);
  else if (mn_item_is (item, "follow-up"))
    append_status (details, item);
  else
    append_children (details, item);
  return g_string_free (g_steal_pointer (&details), FALSE);
}

/** mn_item_dup_title: the first line of an item in a list. (transfer full) */
char *
mn_item_dup_title (MnItem *item)
{
  if (mn_item_is (item, "conclusion"))
    /* Translators: of results and limits, above the points of a conclusion */
    return g_strdup (_ ("Assessment"));
  return mn_item_dup_summary (item);
}

/** mn_kind_dup_add_label: what the button says that adds one. (transfer full) */
char *
mn_kind_dup_add_label (const MnKind *kind)
{
  /* Translators: a button; %s is the kind of item, as "Proposal" */
  return g_strdup_printf (_ ("Add: %s"), mn_kind_get_label (kind));
}
