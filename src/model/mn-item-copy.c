#include "mn-item-private.h"

#include <string.h>

static void
copy_values (MnItem *self, MnItem *copy, MnCopyMode mode)
{
  for (guint i = 0; self->kind->fields[i].name != NULL; i++)
    {
      copy->values[i].string = g_strdup (self->values[i].string);
      if (self->values[i].rich != NULL)
        copy->values[i].rich = mn_text_ref (self->values[i].rich);
      if (mode == MN_COPY_NEW_IDS && strcmp (self->kind->fields[i].name, "copied-from") == 0)
        {
          g_free (copy->values[i].string);
          copy->values[i].string = g_strdup (self->id);
        }
    }
  for (guint i = 0; self->foreign != NULL && i < self->foreign->len; i++)
    {
      MnForeign *foreign = self->foreign->pdata[i];

      mn_item_add_foreign (copy, foreign->place, foreign->attribute, foreign->xml);
    }
}

static MnItem *
copy_tree (MnItem *self, MnCopyMode mode, GHashTable *new_ids)
{
  MnItem *copy = mn_item_alloc (self->kind, mode == MN_COPY_SAME_IDS ? self->id : NULL);

  if (new_ids != NULL)
    g_hash_table_insert (new_ids, self->id, copy->id);
  copy_values (self, copy, mode);
  for (guint i = 0; self->kind->slots[i].name != NULL; i++)
    {
      GListModel *children = G_LIST_MODEL (self->children[i]);

      for (guint n = 0; n < g_list_model_get_n_items (children); n++)
        {
          g_autoptr (MnItem) child = g_list_model_get_item (children, n);
          g_autoptr (MnItem) child_copy = copy_tree (child, mode, new_ids);

          mn_item_append_child (copy, i, child_copy);
        }
    }
  return copy;
}

static gboolean
follow_new_ids (MnItem *item, gpointer user_data)
{
  GHashTable *new_ids = user_data;

  for (guint i = 0; item->kind->fields[i].name != NULL; i++)
    {
      const MnField      *field = &item->kind->fields[i];
      g_auto (GStrv)      ids = NULL;
      g_autoptr (GString) joined = NULL;

      if ((field->type != MN_FIELD_REF && field->type != MN_FIELD_REFS &&
           field->type != MN_FIELD_ID) ||
          strcmp (field->name, "copied-from") == 0 || item->values[i].string == NULL)
        continue;
      ids = g_strsplit (item->values[i].string, " ", -1);
      joined = g_string_new (NULL);
      for (guint n = 0; ids[n] != NULL; n++)
        {
          const char *new_id = g_hash_table_lookup (new_ids, ids[n]);

          g_string_append_printf (joined, "%s%s", n > 0 ? " " : "",
                                  new_id != NULL ? new_id : ids[n]);
        }
      g_free (item->values[i].string);
      item->values[i].string = g_strdup (joined->str);
    }
  return TRUE;
}

/**
 * mn_item_copy:
 * @self: an item
 * @mode: whether the copy is the same item at another time, or new items
 *
 * Returns: (transfer full): a copy with all below it, attached to nothing. New items note where
 * they were copied from, if their kind has that field, and references among them point to the
 * copies.
 */
MnItem *
mn_item_copy (MnItem *self, MnCopyMode mode)
{
  g_autoptr (GHashTable) new_ids = NULL;
  MnItem                *copy;

  g_return_val_if_fail (MN_IS_ITEM (self), NULL);

  if (mode == MN_COPY_NEW_IDS)
    new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  copy = copy_tree (self, mode, new_ids);
  if (new_ids != NULL)
    mn_item_walk (copy, follow_new_ids, new_ids);
  return copy;
}

static gboolean
same_values (MnItem *self, MnItem *other)
{
  for (guint i = 0; self->kind->fields[i].name != NULL; i++)
    if (g_strcmp0 (self->values[i].string, other->values[i].string) != 0 ||
        !mn_text_equal (self->values[i].rich, other->values[i].rich))
      return FALSE;
  return TRUE;
}

static gboolean
same_child_ids (MnItem *self, MnItem *other)
{
  for (guint i = 0; self->kind->slots[i].name != NULL; i++)
    {
      GListModel *a = G_LIST_MODEL (self->children[i]), *b = G_LIST_MODEL (other->children[i]);
      guint       n_children = g_list_model_get_n_items (a);

      if (n_children != g_list_model_get_n_items (b))
        return FALSE;
      for (guint n = 0; n < n_children; n++)
        {
          g_autoptr (MnItem) child_a = g_list_model_get_item (a, n);
          g_autoptr (MnItem) child_b = g_list_model_get_item (b, n);

          if (strcmp (child_a->id, child_b->id) != 0)
            return FALSE;
        }
    }
  return TRUE;
}

/** mn_item_equal_alone: same id, values and foreign parts, and the same children by their ids;
 * what is in the children isn't asked. */
gboolean
mn_item_equal_alone (MnItem *self, MnItem *other)
{
  return self->kind == other->kind && strcmp (self->id, other->id) == 0 &&
         same_values (self, other) && mn_item_has_same_foreign (self, other) &&
         same_child_ids (self, other);
}

/**
 * mn_item_find_difference:
 *
 * Returns: (transfer none) (nullable): the first of @self and the items below it that is not as it
 *   is in @other; %NULL if they are equal
 */
MnItem *
mn_item_find_difference (MnItem *self, MnItem *other)
{
  MnItem *found = NULL;

  if (!mn_item_equal_alone (self, other))
    return self;
  for (guint i = 0; self->kind->slots[i].name != NULL; i++)
    {
      GListModel *a = G_LIST_MODEL (self->children[i]), *b = G_LIST_MODEL (other->children[i]);

      for (guint n = 0; found == NULL && n < g_list_model_get_n_items (a); n++)
        {
          g_autoptr (MnItem) child_a = g_list_model_get_item (a, n);
          g_autoptr (MnItem) child_b = g_list_model_get_item (b, n);

          found = mn_item_find_difference (child_a, child_b);
        }
    }
  return found;
}

/** mn_item_equal: same ids, values, children and foreign parts, all the way down. */
gboolean
mn_item_equal (MnItem *self, MnItem *other)
{
  return mn_item_find_difference (self, other) == NULL;
}
