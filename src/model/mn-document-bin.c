/* The bin as bytes: it outlives the program, until the minutes are issued. */

#include "mn-codec.h"
#include "mn-document-private.h"
#include "mn-session.h"

#define MOST_KEPT 500 /* the newest */

/**
 * mn_document_bin_to_variant:
 *
 * Returns: (transfer floating): what the bin holds, of type %MN_DOCUMENT_BIN_TYPE; nothing of a
 *   session whose minutes are issued
 */
GVariant *
mn_document_bin_to_variant (MnDocument *self)
{
  GListModel     *bin = mn_document_get_bin (self);
  guint           n = g_list_model_get_n_items (bin);
  GVariantBuilder builder;

  if (mn_session_is_sealed (mn_document_get_root (self)))
    n = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (MN_DOCUMENT_BIN_TYPE));
  for (guint i = n > MOST_KEPT ? n - MOST_KEPT : 0; i < n; i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);

      g_variant_builder_add (&builder, "(vssu)", mn_item_to_variant (mn_removed_get_item (removed)),
                             mn_removed_get_parent_id (removed), mn_removed_get_slot (removed),
                             mn_removed_get_index (removed));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
is_nowhere (MnItem *item, gpointer document)
{
  return mn_document_find (document, mn_item_get_id (item)) == NULL &&
         !mn_document_is_binned (document, mn_item_get_id (item));
}

static void
add_removed (MnDocument *self, MnItem *item, const char *parent, const char *slot, guint index)
{
  g_autoptr (MnEdit)    edit = mn_edit_new (MN_EDIT_REMOVE, mn_item_get_id (item));
  g_autoptr (MnRemoved) removed = NULL;

  edit->snapshot = g_object_ref (item);
  edit->parent = g_strdup (parent);
  edit->slot = g_strdup (slot);
  edit->position = index;
  removed = mn_removed_new (edit);
  g_list_store_append (G_LIST_STORE (mn_document_get_bin (self)), removed);
}

/**
 * mn_document_fill_bin:
 * @variant: what mn_document_bin_to_variant() gave, from wherever it has been since
 *
 * Puts back into the bin what neither the document nor the bin holds; what makes no sense is passed
 * over. To be called before the document is edited.
 */
void
mn_document_fill_bin (MnDocument *self, GVariant *variant)
{
  GVariantIter iter;
  GVariant    *value;
  const char  *parent, *slot;
  guint        index;

  g_return_if_fail (MN_IS_DOCUMENT (self));

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (MN_DOCUMENT_BIN_TYPE)) ||
      mn_session_is_sealed (mn_document_get_root (self)))
    return;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(v&s&su)", &value, &parent, &slot, &index))
    {
      g_autoptr (GVariant) owned = value;
      g_autoptr (MnItem)   item = mn_item_from_variant (owned, NULL);

      if (item != NULL && mn_item_walk (item, is_nowhere, self))
        add_removed (self, item, parent, slot, index);
    }
}
