#include "mn-item-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MnItem, mn_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_value (MnValue *value)
{
  g_clear_pointer (&value->string, g_free);
  g_clear_pointer (&value->rich, mn_text_unref);
}

static void
free_foreign (gpointer data)
{
  MnForeign *foreign = data;

  g_free (foreign->place);
  g_free (foreign->xml);
  g_free (foreign);
}

static void
orphan_children (GListStore *children)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (children));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MnItem) child = g_list_model_get_item (G_LIST_MODEL (children), i);

      child->parent = NULL;
    }
}

static void
mn_item_finalize (GObject *object)
{
  MnItem *self = MN_ITEM (object);

  if (self->kind != NULL)
    {
      for (guint i = 0; i < mn_kind_get_n_fields (self->kind); i++)
        clear_value (&self->values[i]);
      for (guint i = 0; i < mn_kind_get_n_slots (self->kind); i++)
        {
          orphan_children (self->children[i]);
          g_clear_object (&self->children[i]);
        }
    }
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->children, g_free);
  g_clear_pointer (&self->foreign, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (mn_item_parent_class)->finalize (object);
}

static void
mn_item_class_init (MnItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", MN_TYPE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mn_item_init (MnItem *self)
{
}

/* An item without its single children; @id may be NULL. */
MnItem *
mn_item_alloc (const MnKind *kind, const char *id)
{
  MnItem *self = g_object_new (MN_TYPE_ITEM, NULL);

  self->kind = kind;
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->values = g_new0 (MnValue, mn_kind_get_n_fields (kind) + 1);
  self->children = g_new0 (GListStore *, mn_kind_get_n_slots (kind) + 1);
  for (guint i = 0; kind->slots[i].name != NULL; i++)
    self->children[i] = g_list_store_new (MN_TYPE_ITEM);
  return self;
}

void
mn_item_append_child (MnItem *self, guint slot_index, MnItem *child)
{
  mn_item_insert_child (self, slot_index,
                        g_list_model_get_n_items (G_LIST_MODEL (self->children[slot_index])),
                        child);
}

/** mn_item_new: an empty item with an id of its own and its single children. (transfer full) */
MnItem *
mn_item_new (const MnKind *kind)
{
  return mn_item_new_with_id (kind, NULL);
}

/**
 * mn_item_new_with_id:
 * @kind: what it is
 * @id: (nullable): a UUID; %NULL for a new one
 *
 * Returns: (transfer full): an empty item; single slots are filled with empty items
 */
MnItem *
mn_item_new_with_id (const MnKind *kind, const char *id)
{
  MnItem *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = mn_item_alloc (kind, id);
  for (guint i = 0; kind->slots[i].name != NULL; i++)
    if (kind->slots[i].single)
      {
        g_autoptr (MnItem) child = mn_item_new (kind->slots[i].kind);

        mn_item_append_child (self, i, child);
      }
  return self;
}

const MnKind *
mn_item_get_kind (MnItem *self)
{
  g_return_val_if_fail (MN_IS_ITEM (self), NULL);

  return self->kind;
}

gboolean
mn_item_is (MnItem *self, const char *kind_name)
{
  return strcmp (self->kind->name, kind_name) == 0;
}

const char *
mn_item_get_id (MnItem *self)
{
  g_return_val_if_fail (MN_IS_ITEM (self), NULL);

  return self->id;
}

MnItem *
mn_item_get_parent (MnItem *self)
{
  g_return_val_if_fail (MN_IS_ITEM (self), NULL);

  return self->parent;
}

const MnSlot *
mn_item_get_slot (MnItem *self)
{
  return self->parent != NULL ? &self->parent->kind->slots[self->slot_index] : NULL;
}

guint
mn_item_get_index (MnItem *self)
{
  guint index = 0;

  if (self->parent != NULL)
    g_list_store_find (self->parent->children[self->slot_index], self, &index);
  return index;
}

GListModel *
mn_item_get_children (MnItem *self, const char *slot)
{
  int index = mn_kind_get_slot_index (self->kind, slot);

  if (index < 0)
    {
      g_critical ("“%s” has no slot “%s”", self->kind->name, slot);
      return NULL;
    }
  return G_LIST_MODEL (self->children[index]);
}

guint
mn_item_get_n_children (MnItem *self, const char *slot)
{
  GListModel *children = mn_item_get_children (self, slot);

  return children != NULL ? g_list_model_get_n_items (children) : 0;
}

/** mn_item_get_child: (transfer none) (nullable) */
MnItem *
mn_item_get_child (MnItem *self, const char *slot, guint index)
{
  GListModel        *children = mn_item_get_children (self, slot);
  g_autoptr (MnItem) child = children != NULL ? g_list_model_get_item (children, index) : NULL;

  return child; /* the list keeps it alive */
}

MnItem *
mn_item_get_single (MnItem *self, const char *slot)
{
  return mn_item_get_child (self, slot, 0);
}

GPtrArray *
mn_item_get_foreign (MnItem *self)
{
  return self->foreign;
}

gboolean
mn_item_walk (MnItem *self, MnItemFunc func, gpointer user_data)
{
  if (!func (self, user_data))
    return FALSE;
  for (guint i = 0; self->kind->slots[i].name != NULL; i++)
    for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (self->children[i])); n++)
      {
        g_autoptr (MnItem) child = g_list_model_get_item (G_LIST_MODEL (self->children[i]), n);

        if (!mn_item_walk (child, func, user_data))
          return FALSE;
      }
  return TRUE;
}

typedef struct
{
  const char *id;
  MnItem     *found;
} Search;

static gboolean
is_not_wanted (MnItem *item, gpointer user_data)
{
  Search *search = user_data;

  if (strcmp (mn_item_get_id (item), search->id) != 0)
    return TRUE;
  search->found = item;
  return FALSE;
}

void
mn_item_set_index (MnItem *root, GHashTable *index)
{
  root->index = index;
}

/* At once in a document, else by walking. */
MnItem *
mn_item_find (MnItem *root, const char *id)
{
  Search search = { id, NULL };

  if (root->index != NULL)
    return g_hash_table_lookup (root->index, id);
  mn_item_walk (root, is_not_wanted, &search);
  return search.found;
}

/** mn_item_add: appends a child to a slot; in a single slot it takes the place of the one there. */
void
mn_item_add (MnItem *self, const char *slot, MnItem *child)
{
  int index = mn_kind_get_slot_index (self->kind, slot);

  g_return_if_fail (!self->attached);
  g_return_if_fail (index >= 0);
  g_return_if_fail (self->kind->slots[index].kind == child->kind);
  g_return_if_fail (child->parent == NULL);

  if (self->kind->slots[index].single)
    mn_item_remove_child (self, (guint) index, 0);
  mn_item_append_child (self, (guint) index, child);
}

void
mn_item_add_foreign (MnItem *self, const char *place, gboolean attribute, const char *xml)
{
  MnForeign *foreign = g_new0 (MnForeign, 1);

  foreign->place = g_strdup (place);
  foreign->attribute = attribute;
  foreign->xml = g_strdup (xml);
  if (self->foreign == NULL)
    self->foreign = g_ptr_array_new_with_free_func (free_foreign);
  g_ptr_array_add (self->foreign, foreign);
}

gboolean
mn_item_is_attached (MnItem *self)
{
  return self->attached;
}

static gboolean
set_attached (MnItem *item, gpointer user_data)
{
  item->attached = GPOINTER_TO_INT (user_data);
  return TRUE;
}

void
mn_item_set_attached (MnItem *self, gboolean attached)
{
  mn_item_walk (self, set_attached, GINT_TO_POINTER (attached));
}

void
mn_item_put (MnItem *self, guint field_index, const char *value, MnText *rich)
{
  MnValue *slot = &self->values[field_index];
  char    *string = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  MnText  *text = rich != NULL && !mn_text_is_empty (rich) ? mn_text_ref (rich) : NULL;

  clear_value (slot);
  slot->string = string;
  slot->rich = text;
  g_signal_emit (self, signals[CHANGED], 0, self->kind->fields[field_index].name);
}

void
mn_item_insert_child (MnItem *self, guint slot_index, guint position, MnItem *child)
{
  child->parent = self;
  child->slot_index = slot_index;
  if (self->attached)
    mn_item_set_attached (child, TRUE);
  g_list_store_insert (self->children[slot_index], position, child);
}

void
mn_item_remove_child (MnItem *self, guint slot_index, guint position)
{
  g_autoptr (MnItem) child = g_list_model_get_item (G_LIST_MODEL (self->children[slot_index]),
                                                    position);

  g_return_if_fail (child != NULL);

  g_list_store_remove (self->children[slot_index], position);
  mn_item_set_attached (child, FALSE);
  child->parent = NULL;
}

/* One change of the list, so that views keep their selection and place. */
void
mn_item_move_child (MnItem *self, guint slot_index, guint from, guint to)
{
  GListStore           *store = self->children[slot_index];
  guint                 first = MIN (from, to), last = MAX (from, to), n = last - first + 1;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer              moved;

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (store), i));
  moved = g_ptr_array_steal_index (items, from - first);
  g_ptr_array_insert (items, (int) (to - first), moved);
  g_list_store_splice (store, first, n, items->pdata, n);
}
