#include "mn-item-diff.h"

#include "mn-item-diff-private.h"
#include "mn-item-match.h"

typedef struct
{
  GHashTable *before; /* (owned) id → MnItem */
  GHashTable *after;  /* (owned) id → MnItem */
  GListStore *changes;
} Diff;

static void compare (Diff *diff, MnItem *before, MnItem *after, gboolean moved);

static void
tell (Diff *diff, MnItem *before, MnItem *after, gboolean moved)
{
  g_autoptr (MnItemChange) change = mn_item_change_new (before, after, moved);

  if (change != NULL)
    g_list_store_append (diff->changes, change);
}

/* What lies below a new item came with it, but for what was elsewhere before. */
static void
compare_below_new (Diff *diff, MnItem *after)
{
  const MnSlot *slots = mn_item_get_kind (after)->slots;

  for (guint s = 0; slots[s].name != NULL; s++)
    for (guint i = 0; i < mn_item_get_n_children (after, slots[s].name); i++)
      {
        MnItem *child = mn_item_get_child (after, slots[s].name, i);
        MnItem *was = mn_item_match (diff->before, child);

        if (was != NULL)
          compare (diff, was, child, TRUE);
        else
          compare_below_new (diff, child);
      }
}

/* For each child of @after whether it moved among those that were in the list before. */
static gboolean *
find_moved (Diff *diff, MnItem *after, const char *slot)
{
  guint                n = mn_item_get_n_children (after, slot), n_known = 0;
  g_autofree guint    *places = g_new0 (guint, n + 1);
  g_autofree guint    *known = g_new0 (guint, n + 1);
  g_autofree gboolean *keep = NULL;
  gboolean            *moved = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      MnItem *child = mn_item_get_child (after, slot, i);
      MnItem *was = mn_item_match (diff->before, child);

      if (was == NULL)
        continue;
      moved[i] = TRUE;
      if (!mn_item_has_same_parent (was, child))
        continue;
      places[n_known] = mn_item_get_index (was);
      known[n_known++] = i;
    }
  keep = mn_order_keep (places, n_known);
  for (guint i = 0; i < n_known; i++)
    moved[known[i]] = !keep[i];
  return moved;
}

/* Tells what is gone of the list @before, from @first up to, not including, @end. */
static void
tell_removed (Diff *diff, MnItem *before, const char *slot, guint *first, guint end)
{
  for (; *first < end; (*first)++)
    {
      MnItem *child = mn_item_get_child (before, slot, *first);

      if (mn_item_match (diff->after, child) == NULL)
        tell (diff, child, NULL, FALSE);
    }
}

static void
compare_lists (Diff *diff, MnItem *before, MnItem *after, const char *slot)
{
  g_autofree gboolean *moved = find_moved (diff, after, slot);
  guint                told = 0;

  for (guint i = 0; i < mn_item_get_n_children (after, slot); i++)
    {
      MnItem *child = mn_item_get_child (after, slot, i);
      MnItem *was = mn_item_match (diff->before, child);

      if (was != NULL && !moved[i])
        tell_removed (diff, before, slot, &told, mn_item_get_index (was));
      if (was != NULL)
        {
          compare (diff, was, child, moved[i]);
          continue;
        }
      tell (diff, NULL, child, FALSE);
      compare_below_new (diff, child);
    }
  tell_removed (diff, before, slot, &told, mn_item_get_n_children (before, slot));
}

static void
compare (Diff *diff, MnItem *before, MnItem *after, gboolean moved)
{
  const MnSlot *slots = mn_item_get_kind (after)->slots;

  tell (diff, before, after, moved);
  for (guint i = 0; slots[i].name != NULL; i++)
    if (slots[i].single)
      compare (diff, mn_item_get_single (before, slots[i].name),
               mn_item_get_single (after, slots[i].name), FALSE);
    else
      compare_lists (diff, before, after, slots[i].name);
}

/**
 * mn_item_diff:
 * @before: the root of a document as it was
 * @after: the root of the same kind as it is
 *
 * Compares two versions item by item, by their ids. An item that came or went stands for all that
 * came or went with it; one that was carried to another list has moved. Of those whose order
 * changed as few as possible are told as moved.
 *
 * Returns: (transfer full): the #MnItemChange in the order of @after, with what is gone where it
 *   stood; empty if the versions are the same
 */
GListModel *
mn_item_diff (MnItem *before, MnItem *after)
{
  Diff diff = { NULL, NULL, NULL };

  g_return_val_if_fail (MN_IS_ITEM (before) && MN_IS_ITEM (after), NULL);
  g_return_val_if_fail (mn_item_get_kind (before) == mn_item_get_kind (after), NULL);

  diff.before = mn_item_index (before);
  diff.after = mn_item_index (after);
  diff.changes = g_list_store_new (MN_TYPE_ITEM_CHANGE);
  compare (&diff, before, after, FALSE);
  g_hash_table_unref (diff.before);
  g_hash_table_unref (diff.after);
  return G_LIST_MODEL (diff.changes);
}
