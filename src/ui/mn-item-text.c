#include "mn-item-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mn-session.h"

/* ---- values --------------------------------------------------------------------------------- */

static char *
dup_day (const char *value)
{
  int year, month, day, hour, minute;
  int n = sscanf (value, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute);

  if (n == 5)
    return g_strdup_printf ("%02d:%02d, %d/%d/%d", hour, minute, day, month, year);
  if (n >= 3)
    return g_strdup_printf ("%d/%d/%d", day, month, year);

  return g_strdup (value);
}

static char *
dup_references (MnItem *session, MnItem *item, const char *field)
{
  g_auto (GStrv) ids = mn_item_get_refs (item, field);
  GString       *names = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      MnItem          *target = mn_session_find (session, ids[i]);
      g_autofree char *name = NULL;

      if (!target)
        continue;
      if (mn_item_is (target, "party"))
        name = mn_party_dup_short (target);
      else if (mn_item_is (target, "point") || mn_item_is (target, "proposal"))
        name = mn_session_dup_label (session, target);
      else
        name = mn_item_dup_summary (target);
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", name);
    }

  return g_string_free (names, FALSE);
}

char *
mn_item_text_dup_value (MnItem *session, MnItem *item, const MnField *field)
{
  const char        *value;
  const MnEnumValue *choice;

  if (field->type == MN_FIELD_RICH)
    return mn_item_dup_plain (item, field->name);
  if (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS)
    return dup_references (session, item, field->name);

  value = mn_item_get (item, field->name);
  if (!value)
    return g_strdup ("");
  if (field->type == MN_FIELD_DATE || field->type == MN_FIELD_MOMENT)
    return dup_day (value);
  if (field->type == MN_FIELD_BOOLEAN)
    return g_strdup (_ ("yes"));

  choice = field->type == MN_FIELD_ENUM ? mn_field_find_value (field, value) : NULL;

  return g_strdup (choice ? mn_enum_value_get_label (choice) : value);
}

static char *
dup_named (MnItem *session, MnItem *item, const char *name)
{
  const MnField *field = mn_kind_find_field (mn_item_get_kind (item), name);

  return field ? mn_item_text_dup_value (session, item, field) : g_strdup ("");
}

/* ---- parts ---------------------------------------------------------------------------------- */

/* Fields that name who or which: they lead the item and aren't repeated among its facts. */
static gboolean
leads_item (const MnField *field)
{
  static const char *const leaders[] = { "label",     "speaker", "reporters", "proposers",
                                         "answerers", "party",   "status",    NULL };

  return g_strv_contains (leaders, field->name);
}

char *
mn_item_text_dup_heading (MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);
  GString      *heading = g_string_new (NULL);

  if (mn_item_is (item, "point") || mn_item_is (item, "proposal"))
    {
      g_autofree char *label = mn_session_dup_label (session, item);

      g_string_append (heading, label);
    }
  for (guint i = 0; kind->fields[i].name; i++)
    {
      g_autofree char *value = NULL;

      if (!leads_item (&kind->fields[i]) ||
          (strcmp (kind->fields[i].name, "label") == 0 && heading->len))
        continue;
      value = mn_item_text_dup_value (session, item, &kind->fields[i]);
      if (*value)
        g_string_append_printf (heading, "%s%s", heading->len ? " · " : "", value);
    }

  return g_string_free (heading, FALSE);
}

static gboolean
is_body (const MnField *field)
{
  return field->type == MN_FIELD_RICH || (field->flags & (MN_FIELD_TITLE | MN_FIELD_LONG));
}

char *
mn_item_text_dup_body (MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);
  GString      *body = g_string_new (NULL);

  for (guint i = 0; kind->fields[i].name; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!is_body (field) || leads_item (field) || (field->flags & MN_FIELD_HIDDEN))
        continue;
      value = mn_item_text_dup_value (session, item, field);
      if (!*value)
        continue;
      if (body->len)
        g_string_append_c (body, '\n');
      if (!(field->flags & MN_FIELD_TITLE))
        g_string_append_printf (body, "%s: ", mn_field_get_label (field));
      g_string_append (body, value);
    }

  return g_string_free (body, FALSE);
}

char *
mn_item_text_dup_facts (MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);
  GString      *facts = g_string_new (NULL);

  for (guint i = 0; kind->fields[i].name; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (is_body (field) || leads_item (field) || (field->flags & MN_FIELD_HIDDEN) ||
          field->type == MN_FIELD_BOOLEAN)
        continue;
      value = dup_named (session, item, field->name);
      if (*value)
        g_string_append_printf (facts, "%s%s: %s", facts->len ? " · " : "",
                                mn_field_get_label (field), value);
    }

  return g_string_free (facts, FALSE);
}
