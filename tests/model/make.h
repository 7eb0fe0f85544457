#pragma once

/* Items for tests, made in one line each. */

#include "mn-session.h"

/* make ("party", "name", "An", NULL): an item with these fields, rich ones from plain text. */
static G_GNUC_UNUSED G_GNUC_NULL_TERMINATED MnItem *
make (const char *kind, ...)
{
  MnItem     *item = mn_item_new (mn_kind_find (kind));
  va_list     fields;
  const char *field;

  va_start (fields, kind);
  while ((field = va_arg (fields, const char *)) != NULL)
    {
      const char        *value = va_arg (fields, const char *);
      g_autoptr (GError) error = NULL;
      g_autoptr (MnText) rich = NULL;
      const MnField     *description = mn_kind_find_field (mn_kind_find (kind), field);

      g_assert_nonnull (description);
      if (description->type == MN_FIELD_RICH)
        mn_item_set_rich (item, field, rich = mn_text_new (value));
      else
        mn_item_set (item, field, value, &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  return item;
}

/* Adds @child, which it takes, to the last place of the slot; gives it back, borrowed. */
static G_GNUC_UNUSED MnItem *
put (MnItem *parent, const char *slot, MnItem *child)
{
  mn_item_add (parent, slot, child);
  g_object_unref (child);
  return child;
}

static G_GNUC_UNUSED void
set (MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_item_set (item, field, value, &error));
  g_assert_no_error (error);
}
