#include "mn-item-match.h"

#include <string.h>

static gboolean
index_item (MnItem *item, gpointer user_data)
{
  g_hash_table_insert (user_data, (gpointer) mn_item_get_id (item), item);
  return TRUE;
}

/** mn_item_index: (transfer container) */
GHashTable *
mn_item_index (MnItem *root)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  mn_item_walk (root, index_item, index);
  return index;
}

/** mn_item_match: (nullable) (transfer none): by id; an item never changes its kind. */
MnItem *
mn_item_match (GHashTable *other, MnItem *item)
{
  MnItem *match = g_hash_table_lookup (other, mn_item_get_id (item));

  return match != NULL && mn_item_get_kind (match) == mn_item_get_kind (item) ? match : NULL;
}

/** mn_item_has_same_parent: whether both belong to the same list, at whatever place in it. */
gboolean
mn_item_has_same_parent (MnItem *item, MnItem *other)
{
  MnItem *parent = mn_item_get_parent (item), *other_parent = mn_item_get_parent (other);

  if (parent == NULL || other_parent == NULL)
    return parent == other_parent;
  return mn_item_get_slot (item) == mn_item_get_slot (other) &&
         (strcmp (mn_item_get_id (parent), mn_item_get_id (other_parent)) == 0 ||
          (mn_item_get_slot (parent) != NULL && mn_item_get_slot (parent)->single &&
           mn_item_get_slot (parent) == mn_item_get_slot (other_parent)));
}

/* The first of the ascending ends that isn't below @place. */
static guint
find_end (const guint *places, const guint *ends, guint n, guint place)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[ends[middle]] < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * mn_order_keep:
 * @places: the places, all different, that the members of a list have in another order of it
 * @n: how many
 *
 * Returns: (transfer full): for each whether it belongs to the longest ascending row; moving the
 *   others alone makes one order of the other
 */
gboolean *
mn_order_keep (const guint *places, guint n)
{
  gboolean         *keep = g_new0 (gboolean, n + 1);
  g_autofree guint *ends = g_new0 (guint, n + 1); /* of the best row of each length, an index */
  g_autofree guint *before = g_new0 (guint, n + 1);
  guint             length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint row = find_end (places, ends, length, places[i]);

      before[i] = row > 0 ? ends[row - 1] : G_MAXUINT;
      ends[row] = i;
      length = MAX (length, row + 1);
    }
  for (guint i = length > 0 ? ends[length - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    keep[i] = TRUE;
  return keep;
}
