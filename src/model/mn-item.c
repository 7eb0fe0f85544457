#include "mn-item.h"

#include <string.h>

#include "mn-item-private.h"

/* A field's value: @string in canonical spelling, or @rich; both NULL where unset. */
typedef struct
{
  char   *string; /* (owned) */
  MnText *rich;   /* (owned) */
} Value;

struct _MnItem
{
  GObject parent_instance;

  const MnKind *kind;
  char         *id;       /* (owned) */
  Value        *values;   /* (owned) one per field */
  GListStore  **children; /* (owned) one per slot */
  GPtrArray    *foreign;  /* (owned) (nullable) of MnForeign */
  MnItem       *parent;   /* (borrowed) */
  guint         slot_index;
  gboolean      attached;
  GHashTable   *index; /* (borrowed) (nullable) of a document's root: id → MnItem */
};

G_DEFINE_FINAL_TYPE (MnItem, mn_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_value (Value *value)
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

static MnItem *
item_alloc (const MnKind *kind, const char *id)
{
  MnItem *self = g_object_new (MN_TYPE_ITEM, NULL);

  self->kind = kind;
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->values = g_new0 (Value, mn_kind_get_n_fields (kind) + 1);
  self->children = g_new0 (GListStore *, mn_kind_get_n_slots (kind) + 1);
  for (guint i = 0; kind->slots[i].name != NULL; i++)
    self->children[i] = g_list_store_new (MN_TYPE_ITEM);
  return self;
}

static void
append_child (MnItem *self, guint slot_index, MnItem *child)
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

  self = item_alloc (kind, id);
  for (guint i = 0; kind->slots[i].name != NULL; i++)
    if (kind->slots[i].single)
      {
        g_autoptr (MnItem) child = mn_item_new (kind->slots[i].kind);

        append_child (self, i, child);
      }
  return self;
}

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
  MnItem *copy = item_alloc (self->kind, mode == MN_COPY_SAME_IDS ? self->id : NULL);

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

          append_child (copy, i, child_copy);
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
same_foreign (MnItem *self, MnItem *other)
{
  guint n = self->foreign != NULL ? self->foreign->len : 0;

  if (n != (other->foreign != NULL ? other->foreign->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      MnForeign *a = self->foreign->pdata[i], *b = other->foreign->pdata[i];

      if (a->attribute != b->attribute || g_strcmp0 (a->place, b->place) != 0 ||
          strcmp (a->xml, b->xml) != 0)
        return FALSE;
    }
  return TRUE;
}

/** mn_item_equal: same ids, values, children and foreign parts, all the way down. */
gboolean
mn_item_equal (MnItem *self, MnItem *other)
{
  if (self->kind != other->kind || strcmp (self->id, other->id) != 0 ||
      !same_values (self, other) || !same_foreign (self, other))
    return FALSE;
  for (guint i = 0; self->kind->slots[i].name != NULL; i++)
    {
      GListModel *a = G_LIST_MODEL (self->children[i]), *b = G_LIST_MODEL (other->children[i]);

      if (g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
        return FALSE;
      for (guint n = 0; n < g_list_model_get_n_items (a); n++)
        {
          g_autoptr (MnItem) child_a = g_list_model_get_item (a, n);
          g_autoptr (MnItem) child_b = g_list_model_get_item (b, n);

          if (!mn_item_equal (child_a, child_b))
            return FALSE;
        }
    }
  return TRUE;
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

static Value *
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
  Value *value = find_value (self, field);

  return value != NULL ? value->string : NULL;
}

/** mn_item_get_rich: (transfer none) (nullable) */
MnText *
mn_item_get_rich (MnItem *self, const char *field)
{
  Value *value = find_value (self, field);

  return value != NULL ? value->rich : NULL;
}

/** mn_item_dup_plain: a field of any type as plain text, "" where unset. (transfer full) */
char *
mn_item_dup_plain (MnItem *self, const char *field)
{
  Value *value = find_value (self, field);

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
  append_child (self, (guint) index, child);
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
  Value  *slot = &self->values[field_index];
  char   *string = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  MnText *text = rich != NULL && !mn_text_is_empty (rich) ? mn_text_ref (rich) : NULL;

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
