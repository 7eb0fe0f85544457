#include "mn-item-private.h"

#include <string.h>

static MnValue *
find_value (MnItem *self, const char *field)
{
  int index = mn_kind_get_field_index (self->kind, field);

  if (index < 0)
    {
      g_critical ("“%s” has no field “%s”", self->kind->name, field);
      return NULL;
    }
  return &self->values[index];
}

/** mn_item_get: the canonical spelling of a field that isn't rich text; %NULL where it is unset. */
const char *
mn_item_get (MnItem *self, const char *field)
{
  MnValue *value = find_value (self, field);

  return value != NULL ? value->string : NULL;
}

/** mn_item_get_rich: (transfer none) (nullable) */
MnText *
mn_item_get_rich (MnItem *self, const char *field)
{
  MnValue *value = find_value (self, field);

  return value != NULL ? value->rich : NULL;
}

/** mn_item_dup_plain: a field of any type as plain text, "" where unset. (transfer full) */
char *
mn_item_dup_plain (MnItem *self, const char *field)
{
  MnValue *value = find_value (self, field);

  if (value == NULL)
    return g_strdup ("");
  if (value->rich != NULL)
    return g_strdup (mn_text_get_plain (value->rich));
  return g_strdup (value->string != NULL ? value->string : "");
}

gint64
mn_item_get_integer (MnItem *self, const char *field, gint64 fallback)
{
  const char *value = mn_item_get (self, field);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : fallback;
}

gboolean
mn_item_get_boolean (MnItem *self, const char *field)
{
  return mn_item_get (self, field) != NULL;
}

/** mn_item_get_date: the day of a DATE or MOMENT field; %FALSE where it is unset. */
gboolean
mn_item_get_date (MnItem *self, const char *field, GDate *date)
{
  const char *value = mn_item_get (self, field);

  if (value == NULL)
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_ascii_strtoull (value + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (value + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoull (value, NULL, 10));
  return g_date_valid (date);
}

/** mn_item_get_moment: (transfer full) (nullable) */
GDateTime *
mn_item_get_moment (MnItem *self, const char *field)
{
  const char *value = mn_item_get (self, field);

  return value != NULL ? g_date_time_new_from_iso8601 (value, NULL) : NULL;
}

/**
 * mn_item_moment_has_time:
 *
 * A source may tell the day of a meeting and not the hour. Midnight stands for that: no meeting
 * begins then.
 *
 * Returns: whether the field holds a moment whose time of day is known
 */
gboolean
mn_item_moment_has_time (MnItem *self, const char *field)
{
  const char *value = mn_item_get (self, field);

  return value != NULL && strncmp (value + strlen ("2026-04-15T"), "00:00:00", 8) != 0;
}

/** mn_item_get_refs: the ids in a REF or REFS field; an empty array where it is unset. (transfer
 * full) */
char **
mn_item_get_refs (MnItem *self, const char *field)
{
  const char *value = mn_item_get (self, field);

  return value != NULL ? g_strsplit (value, " ", -1) : g_new0 (char *, 1);
}

static gboolean
is_without_values (MnItem *item, gpointer user_data)
{
  for (guint i = 0; item->kind->fields[i].name != NULL; i++)
    if (item->values[i].string != NULL ||
        (item->values[i].rich != NULL && !mn_text_is_empty (item->values[i].rich)))
      return FALSE;
  return TRUE;
}

gboolean
mn_item_is_empty (MnItem *self)
{
  return mn_item_walk (self, is_without_values, NULL);
}

/**
 * mn_item_set:
 * @self: an item that stands in no document
 * @field: a field that isn't rich text
 * @value: (nullable): any spelling; "" or %NULL unsets
 * @error: set to %MN_ERROR_VALUE
 */
gboolean
mn_item_set (MnItem *self, const char *field, const char *value, GError **error)
{
  int              index = mn_kind_get_field_index (self->kind, field);
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (!self->attached, FALSE);
  g_return_val_if_fail (index >= 0, FALSE);
  g_return_val_if_fail (self->kind->fields[index].type != MN_FIELD_RICH, FALSE);

  canonical = mn_field_canonical (&self->kind->fields[index], value, error);
  if (canonical == NULL)
    return FALSE;
  mn_item_put (self, (guint) index, canonical, NULL);
  return TRUE;
}

void
mn_item_set_rich (MnItem *self, const char *field, MnText *value)
{
  int index = mn_kind_get_field_index (self->kind, field);

  g_return_if_fail (!self->attached);
  g_return_if_fail (index >= 0);

  mn_item_put (self, (guint) index, NULL, value);
}
