#include "mn-item-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-item-private.h"
#include "mn-session.h"
#include "mn-value-format.h"

/** mn_item_dup_number: its place in its list, points below points with the numbers above; "" for
 * what stands in no list. (transfer full) */
char *
mn_item_dup_number (MnItem *item)
{
  MnItem          *parent = mn_item_get_parent (item);
  g_autofree char *above = NULL;

  if (parent == NULL || mn_item_get_slot (item)->single)
    return g_strdup ("");
  if (mn_item_get_kind (parent) != mn_item_get_kind (item))
    return g_strdup_printf ("%u", mn_item_get_index (item) + 1);
  above = mn_item_dup_number (parent);
  return g_strdup_printf ("%s.%u", above, mn_item_get_index (item) + 1);
}

/** mn_kind_is_named: whether its items are known by a name rather than by their number. */
gboolean
mn_kind_is_named (const MnKind *kind)
{
  for (const MnField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & MN_FIELD_TITLE) != 0)
      return field->type == MN_FIELD_REF || strcmp (field->name, "name") == 0;
  return FALSE;
}

/* "Proposal 3", "Attendee Nguyễn Văn A", "General" */
static char *
dup_own_name (MnItem *item)
{
  const char      *kind = mn_kind_get_label (mn_item_get_kind (item));
  g_autofree char *words = mn_kind_is_named (mn_item_get_kind (item)) ? mn_item_dup_words (item)
                                                                      : NULL;
  g_autofree char *number = NULL;

  if (words != NULL && *words != '\0')
    /* Translators: a kind of item and its name: "Attendee Nguyễn Văn A" */
    return g_strdup_printf (C_ ("item", "%s %s"), kind, words);
  number = mn_item_dup_number (item);
  if (*number == '\0')
    return g_strdup (kind);
  /* Translators: a kind of item and its number: "Proposal 3" */
  return g_strdup_printf (C_ ("item number", "%s %s"), kind, number);
}

/**
 * mn_item_dup_name:
 *
 * Returns: (transfer full): what people call the item: "Proposal 3", "Proposal 3, Answer 1",
 *   "Attendee Nguyễn Văn A", "General"
 */
char *
mn_item_dup_name (MnItem *item)
{
  g_autofree char *own = dup_own_name (item);
  MnItem          *parent = mn_item_get_parent (item);
  g_autofree char *above = NULL;

  while (parent != NULL && mn_item_get_kind (parent) == mn_item_get_kind (item))
    parent = mn_item_get_parent (parent);
  if (parent == NULL || mn_item_get_parent (parent) == NULL || mn_item_get_slot (parent)->single)
    return g_steal_pointer (&own);
  above = mn_item_dup_name (parent);
  return g_strdup_printf ("%s, %s", above, own);
}

static MnItem *
get_root (MnItem *item)
{
  while (mn_item_get_parent (item) != NULL)
    item = mn_item_get_parent (item);
  return item;
}

static char *
dup_referred (MnItem *item, const MnField *field)
{
  g_auto (GStrv)      ids = mn_item_get_refs (item, field->name);
  MnItem             *root = get_root (item);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MnItem          *referred = mn_item_find (root, ids[i]);
      g_autofree char *name = NULL;

      if (referred == NULL)
        name = g_strdup ("?");
      else if (mn_item_is (referred, "party"))
        name = mn_party_dup_short (referred);
      else
        name = mn_item_dup_name (referred);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/** mn_item_dup_value: (transfer full) */
char *
mn_item_dup_value (MnItem *item, const MnField *field)
{
  const MnEnumValue *choice;

  if (field->type == MN_FIELD_RICH)
    return mn_item_dup_plain (item, field->name);
  if (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS)
    return dup_referred (item, field);
  if (mn_item_get (item, field->name) == NULL)
    return g_strdup ("");
  if (field->type == MN_FIELD_BOOLEAN)
    return g_strdup (_ ("yes"));
  if (field->type != MN_FIELD_ENUM)
    return mn_value_format (field, mn_item_get (item, field->name));
  choice = mn_field_find_value (field, mn_item_get (item, field->name));
  return g_strdup (choice != NULL ? mn_enum_value_get_label (choice)
                                  : mn_item_get (item, field->name));
}
