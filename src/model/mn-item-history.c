#include "mn-item-history.h"

MnItemHistory *
mn_item_history_new (void)
{
  MnItemHistory *self = g_new0 (MnItemHistory, 1);

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
mn_item_history_free (MnItemHistory *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_free (self);
}

GHashTable *
mn_item_histories_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) mn_item_history_free);
}
