#include "mn-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-clean.h"
#include "mn-history.h"
#include "mn-item-private.h"

struct _MnRemoved
{
  GObject parent_instance;

  MnItem *item;   /* (owned) */
  char   *parent; /* (owned) id */
  char   *slot;   /* (owned) */
  guint   index;
};

G_DEFINE_FINAL_TYPE (MnRemoved, mn_removed, G_TYPE_OBJECT)

struct _MnDocument
{
  GObject parent_instance;

  MnItem     *root;    /* (owned) */
  MnClock    *clock;   /* (owned) */
  MnHistory  *history; /* (owned) */
  GHashTable *items;   /* (owned) id (borrowed from the item) → MnItem (borrowed) */
  GListStore *bin;     /* (owned) of MnRemoved */
  guint64     revision;
  gboolean    read_only;
};

G_DEFINE_FINAL_TYPE (MnDocument, mn_document, G_TYPE_OBJECT)

enum
{
  PROP_REVISION = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_READ_ONLY,
  N_PROPS,
};

enum
{
  EDITED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* ---- removed items -------------------------------------------------------------------------- */

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

static void
add_to_bin (MnDocument *self, const MnEdit *edit)
{
  g_autoptr (MnRemoved) removed = g_object_new (MN_TYPE_REMOVED, NULL);

  removed->item = g_object_ref (edit->snapshot);
  removed->parent = g_strdup (edit->parent);
  removed->slot = g_strdup (edit->slot);
  removed->index = edit->position;
  g_list_store_append (self->bin, removed);
}

/* An undo or a restore has brought the item back. */
static void
take_from_bin (MnDocument *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->bin)); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (G_LIST_MODEL (self->bin), i);

      if (strcmp (mn_item_get_id (removed->item), id) == 0)
        {
          g_list_store_remove (self->bin, i);
          return;
        }
    }
}

/* ---- the index of items --------------------------------------------------------------------- */

static gboolean
index_item (MnItem *item, gpointer user_data)
{
  g_hash_table_insert (user_data, (gpointer) mn_item_get_id (item), item);
  return TRUE;
}

static gboolean
unindex_item (MnItem *item, gpointer user_data)
{
  g_hash_table_remove (user_data, mn_item_get_id (item));
  return TRUE;
}

static gboolean
is_free_id (MnItem *item, gpointer user_data)
{
  return g_hash_table_lookup (user_data, mn_item_get_id (item)) == NULL;
}

/* ---- GObject -------------------------------------------------------------------------------- */

static void
mn_document_finalize (GObject *object)
{
  MnDocument *self = MN_DOCUMENT (object);

  if (self->root != NULL)
    mn_item_set_attached (self->root, FALSE);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_object (&self->root);
  g_clear_object (&self->bin);
  g_clear_pointer (&self->history, mn_history_free);
  g_clear_pointer (&self->clock, mn_clock_unref);

  G_OBJECT_CLASS (mn_document_parent_class)->finalize (object);
}

static void
mn_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnDocument *self = MN_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_REVISION:
      g_value_set_uint64 (value, self->revision);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, mn_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, mn_document_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, mn_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, mn_document_get_redo_name (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_document_class_init (MnDocumentClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mn_document_finalize;
  object_class->get_property = mn_document_get_property;

  properties[PROP_REVISION] = g_param_spec_uint64 ("revision", NULL, NULL, 0, G_MAXUINT64, 0,
                                                   flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] = g_signal_new ("edited", MN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, MN_TYPE_EDIT);
}

static void
mn_document_init (MnDocument *self)
{
  self->history = mn_history_new ();
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->bin = g_list_store_new (MN_TYPE_REMOVED);
}

/**
 * mn_document_new:
 * @root: (transfer none): a root item that belongs to no document yet; its ids are all different
 * @clock: (transfer none): what time it is
 */
MnDocument *
mn_document_new (MnItem *root, MnClock *clock)
{
  MnDocument *self;

  g_return_val_if_fail (MN_IS_ITEM (root), NULL);
  g_return_val_if_fail (!mn_item_is_attached (root), NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (MN_TYPE_DOCUMENT, NULL);
  self->root = g_object_ref (root);
  self->clock = mn_clock_ref (clock);
  mn_item_set_attached (root, TRUE);
  mn_item_walk (root, index_item, self->items);
  return self;
}

MnItem *
mn_document_get_root (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return self->root;
}

MnClock *
mn_document_get_clock (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return self->clock;
}

MnItem *
mn_document_find (MnDocument *self, const char *id)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->items, id) : NULL;
}

guint64
mn_document_get_revision (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), 0);

  return self->revision;
}

gboolean
mn_document_get_read_only (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), TRUE);

  return self->read_only;
}

void
mn_document_set_read_only (MnDocument *self, gboolean read_only)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/* ---- applying edits ------------------------------------------------------------------------- */

static void
apply_set (MnDocument *self, const MnEdit *edit)
{
  MnItem *item = mn_document_find (self, edit->item);
  int     index = mn_kind_get_field_index (mn_item_get_kind (item), edit->field);

  mn_item_put (item, (guint) index, edit->after, edit->rich_after);
}

static void
apply_splice (MnDocument *self, const MnEdit *edit)
{
  MnItem            *item = mn_document_find (self, edit->item);
  const MnKind      *kind = mn_item_get_kind (item);
  int                index = mn_kind_get_field_index (kind, edit->field);
  gboolean           is_rich = kind->fields[index].type == MN_FIELD_RICH;
  g_autoptr (MnText) before = NULL, after = NULL;

  if (is_rich && mn_item_get_rich (item, edit->field) != NULL)
    before = mn_text_ref (mn_item_get_rich (item, edit->field));
  else
    before = mn_text_new (is_rich ? NULL : mn_item_get (item, edit->field));
  after = mn_text_splice (before, edit->position, mn_text_get_length (edit->removed),
                          edit->inserted);
  mn_item_put (item, (guint) index, is_rich ? NULL : mn_text_get_plain (after),
               is_rich ? after : NULL);
}

static void
apply_insert (MnDocument *self, const MnEdit *edit)
{
  MnItem            *parent = mn_document_find (self, edit->parent);
  g_autoptr (MnItem) child = mn_item_copy (edit->snapshot, MN_COPY_SAME_IDS);

  mn_item_walk (child, index_item, self->items);
  take_from_bin (self, edit->item);
  mn_item_insert_child (parent,
                        (guint) mn_kind_get_slot_index (mn_item_get_kind (parent), edit->slot),
                        edit->position, child);
}

static void
apply_remove (MnDocument *self, const MnEdit *edit)
{
  MnItem *parent = mn_document_find (self, edit->parent);
  MnItem *item = mn_document_find (self, edit->item);

  mn_item_walk (item, unindex_item, self->items);
  mn_item_remove_child (parent,
                        (guint) mn_kind_get_slot_index (mn_item_get_kind (parent), edit->slot),
                        edit->position);
  add_to_bin (self, edit);
}

static void
apply_move (MnDocument *self, const MnEdit *edit)
{
  MnItem *parent = mn_document_find (self, edit->parent);

  mn_item_move_child (parent,
                      (guint) mn_kind_get_slot_index (mn_item_get_kind (parent), edit->slot),
                      edit->position, edit->to);
}

static void
notify_history (MnDocument *self)
{
  for (guint i = PROP_CAN_UNDO; i <= PROP_REDO_NAME; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* The one place where a document changes. */
static void
apply (MnDocument *self, MnEdit *edit)
{
  switch (edit->type)
    {
    case MN_EDIT_SET:
      apply_set (self, edit);
      break;
    case MN_EDIT_SPLICE:
      apply_splice (self, edit);
      break;
    case MN_EDIT_INSERT:
      apply_insert (self, edit);
      break;
    case MN_EDIT_REMOVE:
      apply_remove (self, edit);
      break;
    case MN_EDIT_MOVE:
      apply_move (self, edit);
      break;
    default:
      g_assert_not_reached ();
    }
  self->revision++;
  g_signal_emit (self, signals[EDITED], 0, edit);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

static void
commit (MnDocument *self, MnEdit *edit, const char *name)
{
  mn_history_add (self->history, edit, name, mn_clock_monotonic (self->clock));
  apply (self, edit);
  notify_history (self);
}

/* ---- making edits --------------------------------------------------------------------------- */

static gboolean
may_change (MnDocument *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error_literal (error, MN_ERROR, MN_ERROR_READ_ONLY,
                       _ ("This session is open for reading only"));
  return FALSE;
}

static gboolean
is_mine (MnDocument *self, MnItem *item, GError **error)
{
  if (mn_document_find (self, mn_item_get_id (item)) == item)
    return TRUE;
  g_set_error_literal (error, MN_ERROR, MN_ERROR_PLACE,
                       _ ("That item is no longer in the session"));
  return FALSE;
}

/* "Change title of proposal 3" */
static char *
name_change (MnItem *item, const MnField *field)
{
  const char *label = mn_field_get_label (field);
  const char *kind = mn_kind_get_label (mn_item_get_kind (item));

  /* Translators: undo; the field's label, the kind of item */
  return g_strdup_printf (_ ("Change “%s” of “%s”"), label, kind);
}

/* Translators: undo; the kind of item and its number in the list */
static char *
name_item (MnEditType type, MnItem *item, guint index)
{
  const char *kind = mn_kind_get_label (mn_item_get_kind (item));

  if (type == MN_EDIT_INSERT)
    return g_strdup_printf (_ ("Add “%s” %u"), kind, index + 1);
  if (type == MN_EDIT_REMOVE)
    return g_strdup_printf (_ ("Remove “%s” %u"), kind, index + 1);
  return g_strdup_printf (_ ("Move “%s” %u"), kind, index + 1);
}

static const MnField *
find_field (MnItem *item, const char *field, GError **error)
{
  const MnField *found = mn_kind_find_field (mn_item_get_kind (item), field);

  if (found == NULL)
    g_set_error (error, MN_ERROR, MN_ERROR_PLACE, _ ("“%s” has no field “%s”"),
                 mn_item_get_kind (item)->name, field);
  return found;
}

/**
 * mn_document_set:
 * @item: an item of this document
 * @field: any field but rich text
 * @value: (nullable): any spelling of the value; "" or %NULL unsets
 * @error: %MN_ERROR_VALUE with one sentence, %MN_ERROR_READ_ONLY, %MN_ERROR_PLACE
 *
 * Returns: %FALSE if nothing was changed because of @error; setting the value that is there already
 *   is no edit and returns %TRUE
 */
gboolean
mn_document_set (MnDocument *self,
                 MnItem     *item,
                 const char *field,
                 const char *value,
                 GError    **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autofree char   *canonical = NULL;
  g_autofree char   *name = NULL;
  const MnField     *description;
  const char        *before;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  description = find_field (item, field, error);
  if (description == NULL || !may_change (self, error) || !is_mine (self, item, error))
    return FALSE;
  g_return_val_if_fail (description->type != MN_FIELD_RICH, FALSE);
  canonical = mn_field_canonical (description, value, error);
  if (canonical == NULL)
    return FALSE;
  before = mn_item_get (item, field);
  if (strcmp (before != NULL ? before : "", canonical) == 0)
    return TRUE;
  edit = mn_edit_new (MN_EDIT_SET, mn_item_get_id (item));
  edit->field = g_strdup (field);
  edit->before = g_strdup (before);
  edit->after = *canonical != '\0' ? g_strdup (canonical) : NULL;
  name = name_change (item, description);
  commit (self, edit, name);
  return TRUE;
}

/** mn_document_set_rich: as mn_document_set(), for rich text: marks, paragraph styles, whole texts.
 */
gboolean
mn_document_set_rich (MnDocument *self,
                      MnItem     *item,
                      const char *field,
                      MnText     *value,
                      GError    **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autofree char   *name = NULL;
  const MnField     *description;
  MnText            *before;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  description = find_field (item, field, error);
  if (description == NULL || !may_change (self, error) || !is_mine (self, item, error))
    return FALSE;
  g_return_val_if_fail (description->type == MN_FIELD_RICH, FALSE);
  before = mn_item_get_rich (item, field);
  if (value != NULL && mn_text_is_empty (value))
    value = NULL;
  if (before == value || (before != NULL && value != NULL && mn_text_equal (before, value)))
    return TRUE;
  edit = mn_edit_new (MN_EDIT_SET, mn_item_get_id (item));
  edit->field = g_strdup (field);
  edit->rich_before = before != NULL ? mn_text_ref (before) : NULL;
  edit->rich_after = value != NULL ? mn_text_ref (value) : NULL;
  name = name_change (item, description);
  commit (self, edit, name);
  return TRUE;
}

static MnText *
current_text (MnItem *item, const MnField *field)
{
  if (field->type != MN_FIELD_RICH)
    return mn_text_new (mn_item_get (item, field->name));
  if (mn_item_get_rich (item, field->name) == NULL)
    return mn_text_new (NULL);
  return mn_text_ref (mn_item_get_rich (item, field->name));
}

/* A lone accent joins the letter before it, so that the text stays NFC. */
static MnText *
join_accent (const MnText *text, guint *position, guint *n_removed, const MnText *inserted)
{
  const char        *typed = mn_text_get_plain (inserted);
  g_autoptr (MnText) letter = NULL, both = NULL;

  if (*position == 0 || *typed == '\0' || !g_unichar_ismark (g_utf8_get_char (typed)))
    return mn_text_splice (inserted, 0, 0, NULL);
  letter = mn_text_slice (text, *position - 1, 1);
  both = mn_text_splice (letter, 1, 0, inserted);
  *position -= 1;
  *n_removed += 1;
  if (mn_clean_is_clean (mn_text_get_plain (both), MN_CLEAN_BLOCK))
    return g_steal_pointer (&both);
  return mn_text_new (mn_text_get_plain (both));
}

static MnText *
fit_insertion (const MnField *field,
               const MnText  *text,
               guint         *position,
               guint         *n_removed,
               const MnText  *inserted)
{
  g_autoptr (MnText) empty = mn_text_new (NULL);
  g_autofree char   *line = NULL;
  g_autoptr (MnText) plain = NULL;

  if (inserted == NULL)
    return g_steal_pointer (&empty);
  if (field->type == MN_FIELD_RICH)
    return join_accent (text, position, n_removed, inserted);
  line = mn_clean_text (mn_text_get_plain (inserted), -1, MN_CLEAN_LINE);
  plain = mn_text_new (line);
  return join_accent (text, position, n_removed, plain);
}

/**
 * mn_document_splice:
 * @field: a field of type TEXT or RICH
 * @position: where, in characters
 * @n_removed: how many characters go
 * @inserted: (nullable): what comes instead
 *
 * Typing. Splices that follow each other without a pause are one undo step a word.
 */
gboolean
mn_document_splice (MnDocument   *self,
                    MnItem       *item,
                    const char   *field,
                    guint         position,
                    guint         n_removed,
                    const MnText *inserted,
                    GError      **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autoptr (MnText) text = NULL;
  g_autofree char   *name = NULL;
  const MnField     *description;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  description = find_field (item, field, error);
  if (description == NULL || !may_change (self, error) || !is_mine (self, item, error))
    return FALSE;
  g_return_val_if_fail (description->type == MN_FIELD_TEXT || description->type == MN_FIELD_RICH,
                        FALSE);
  text = current_text (item, description);
  if (position > mn_text_get_length (text) || n_removed > mn_text_get_length (text) - position)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE, _ ("“%s” is shorter than that"),
                   mn_field_get_label (description));
      return FALSE;
    }
  edit = mn_edit_new (MN_EDIT_SPLICE, mn_item_get_id (item));
  edit->field = g_strdup (field);
  edit->inserted = fit_insertion (description, text, &position, &n_removed, inserted);
  edit->position = position;
  edit->removed = mn_text_slice (text, position, n_removed);
  if (n_removed == 0 && mn_text_get_length (edit->inserted) == 0)
    return TRUE;
  name = name_change (item, description);
  commit (self, edit, name);
  return TRUE;
}

static MnEdit *
new_place_edit (MnEditType type, MnItem *item, MnItem *parent, const char *slot, guint index)
{
  MnEdit *edit = mn_edit_new (type, mn_item_get_id (item));

  edit->parent = g_strdup (mn_item_get_id (parent));
  edit->slot = g_strdup (slot);
  edit->position = index;
  return edit;
}

/**
 * mn_document_insert:
 * @parent: an item of this document
 * @slot: one of its slots, not a single one
 * @index: before which child; anything past the end appends
 * @child: (transfer none): an item that stands in no document; what enters is a copy with its ids,
 *   to be found with mn_document_find()
 */
gboolean
mn_document_insert (MnDocument *self,
                    MnItem     *parent,
                    const char *slot,
                    guint       index,
                    MnItem     *child,
                    GError    **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autofree char   *name = NULL;
  const MnSlot      *description;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (parent) && MN_IS_ITEM (child), FALSE);

  if (!may_change (self, error) || !is_mine (self, parent, error))
    return FALSE;
  description = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  if (description == NULL || description->single || description->kind != mn_item_get_kind (child) ||
      !mn_item_walk (child, is_free_id, self->items))
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE, _ ("“%s” can't be put there"),
                   mn_kind_get_label (mn_item_get_kind (child)));
      return FALSE;
    }
  index = MIN (index, mn_item_get_n_children (parent, slot));
  edit = new_place_edit (MN_EDIT_INSERT, child, parent, slot, index);
  edit->snapshot = mn_item_copy (child, MN_COPY_SAME_IDS);
  name = name_item (MN_EDIT_INSERT, child, index);
  commit (self, edit, name);
  return TRUE;
}

static gboolean
can_leave_place (MnItem *item, GError **error)
{
  const MnSlot *slot = mn_item_get_slot (item);

  if (slot != NULL && !slot->single)
    return TRUE;
  g_set_error (error, MN_ERROR, MN_ERROR_PLACE, _ ("“%s” is a part of every session and stays"),
               mn_kind_get_label (mn_item_get_kind (item)));
  return FALSE;
}

/** mn_document_remove: takes an item out with all below it; the bin keeps it. */
gboolean
mn_document_remove (MnDocument *self, MnItem *item, GError **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autofree char   *name = NULL;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  if (!may_change (self, error) || !is_mine (self, item, error) || !can_leave_place (item, error))
    return FALSE;
  edit = new_place_edit (MN_EDIT_REMOVE, item, mn_item_get_parent (item),
                         mn_item_get_slot (item)->name, mn_item_get_index (item));
  edit->snapshot = mn_item_copy (item, MN_COPY_SAME_IDS);
  name = name_item (MN_EDIT_REMOVE, item, edit->position);
  commit (self, edit, name);
  return TRUE;
}

/** mn_document_move: puts an item at @index of its list; past the end means last. */
gboolean
mn_document_move (MnDocument *self, MnItem *item, guint index, GError **error)
{
  g_autoptr (MnEdit) edit = NULL;
  g_autofree char   *name = NULL;
  guint              n;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  if (!may_change (self, error) || !is_mine (self, item, error) || !can_leave_place (item, error))
    return FALSE;
  n = mn_item_get_n_children (mn_item_get_parent (item), mn_item_get_slot (item)->name);
  edit = new_place_edit (MN_EDIT_MOVE, item, mn_item_get_parent (item),
                         mn_item_get_slot (item)->name, mn_item_get_index (item));
  edit->to = MIN (index, n - 1);
  if (edit->to == edit->position)
    return TRUE;
  name = name_item (MN_EDIT_MOVE, item, edit->position);
  commit (self, edit, name);
  return TRUE;
}

/* ---- groups, undo, bin ---------------------------------------------------------------------- */

void
mn_document_begin (MnDocument *self, const char *name)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  mn_history_begin (self->history, name);
}

void
mn_document_end (MnDocument *self)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  mn_history_end (self->history);
  notify_history (self);
}

void
mn_document_break_typing (MnDocument *self)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  mn_history_break_typing (self->history);
}

const char *
mn_document_get_undo_name (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return self->read_only ? NULL : mn_history_get_undo_name (self->history);
}

const char *
mn_document_get_redo_name (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return self->read_only ? NULL : mn_history_get_redo_name (self->history);
}

gboolean
mn_document_can_undo (MnDocument *self)
{
  return mn_document_get_undo_name (self) != NULL;
}

gboolean
mn_document_can_redo (MnDocument *self)
{
  return mn_document_get_redo_name (self) != NULL;
}

static void
apply_all (MnDocument *self, GPtrArray *edits)
{
  g_autoptr (GPtrArray) held = g_ptr_array_ref (edits);

  for (guint i = 0; i < held->len; i++)
    apply (self, held->pdata[i]);
  notify_history (self);
}

/** mn_document_undo: takes back the last group; %FALSE if there is none. */
gboolean
mn_document_undo (MnDocument *self)
{
  if (!mn_document_can_undo (self))
    return FALSE;
  apply_all (self, mn_history_undo (self->history));
  return TRUE;
}

/** mn_document_redo: does again what was undone last; %FALSE if there is nothing. */
gboolean
mn_document_redo (MnDocument *self)
{
  if (!mn_document_can_redo (self))
    return FALSE;
  apply_all (self, mn_history_redo (self->history));
  return TRUE;
}

GListModel *
mn_document_get_bin (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->bin);
}

/** mn_document_restore: brings an item back from the bin to its list, at its place or at the end.
 */
gboolean
mn_document_restore (MnDocument *self, MnRemoved *removed, GError **error)
{
  g_autoptr (MnRemoved) held = NULL;
  MnItem               *parent;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_REMOVED (removed), FALSE);

  held = g_object_ref (removed);
  parent = mn_document_find (self, removed->parent);
  if (parent == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE,
                   _ ("Restore first what “%s” belonged to: it was removed too"),
                   mn_kind_get_label (mn_item_get_kind (removed->item)));
      return FALSE;
    }
  return mn_document_insert (self, parent, removed->slot, removed->index, removed->item, error);
}
