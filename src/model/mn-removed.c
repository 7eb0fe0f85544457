#include "mn-document-private.h"

struct _MnRemoved
{
  GObject parent_instance;

  MnItem *item;   /* (owned) */
  char   *parent; /* (owned) id */
  char   *slot;   /* (owned) */
  guint   index;
};

G_DEFINE_FINAL_TYPE (MnRemoved, mn_removed, G_TYPE_OBJECT)

static void
mn_removed_finalize (GObject *object)
{
  MnRemoved *self = MN_REMOVED (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->slot, g_free);

  G_OBJECT_CLASS (mn_removed_parent_class)->finalize (object);
}

static void
mn_removed_class_init (MnRemovedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_removed_finalize;
}

static void
mn_removed_init (MnRemoved *self)
{
}

/** mn_removed_get_item: the item as it was when it was removed. (transfer none) */
MnItem *
mn_removed_get_item (MnRemoved *self)
{
  g_return_val_if_fail (MN_IS_REMOVED (self), NULL);

  return self->item;
}

/* What @edit, a REMOVE, takes out. (transfer full) */
MnRemoved *
mn_removed_new (const MnEdit *edit)
{
  MnRemoved *self = g_object_new (MN_TYPE_REMOVED, NULL);

  self->item = g_object_ref (edit->snapshot);
  self->parent = g_strdup (edit->parent);
  self->slot = g_strdup (edit->slot);
  self->index = edit->position;
  return self;
}

const char *
mn_removed_get_parent_id (MnRemoved *self)
{
  return self->parent;
}

const char *
mn_removed_get_slot (MnRemoved *self)
{
  return self->slot;
}

guint
mn_removed_get_index (MnRemoved *self)
{
  return self->index;
}
