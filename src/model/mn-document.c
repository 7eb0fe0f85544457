#include "mn-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-history.h"
#include "mn-item-private.h"
#include "mn-session.h"

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
  gboolean    replaying; /* an undo or redo is being applied */
  gboolean    becoming;  /* another version takes the place of this one, sealed or not */
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
  STEPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* ---- the bin -----------------------------------------------------------------------------------
 */

/* @remove: the edit that takes an item out. */
void
mn_document_put_removed (MnDocument *self, const MnEdit *remove)
{
  g_autoptr (MnRemoved) removed = mn_removed_new (remove);

  g_list_store_append (self->bin, removed);
}

/* An undo or a restore has brought the item back. */
static gboolean
take_from_bin (MnItem *item, gpointer user_data)
{
  MnDocument *self = user_data;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->bin)); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (G_LIST_MODEL (self->bin), i);

      if (strcmp (mn_item_get_id (mn_removed_get_item (removed)), mn_item_get_id (item)) != 0)
        continue;
      g_list_store_remove (self->bin, i);
      break;
    }
  return TRUE;
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

/* ---- GObject -------------------------------------------------------------------------------- */

static void
mn_document_finalize (GObject *object)
{
  MnDocument *self = MN_DOCUMENT (object);

  if (self->root != NULL)
    {
      mn_item_set_attached (self->root, FALSE);
      mn_item_set_index (self->root, NULL);
    }
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
  signals[STEPPED] = g_signal_new ("stepped", MN_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
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
  mn_item_set_index (root, self->items);
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

void
mn_document_set_revision (MnDocument *self, guint64 revision)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  self->revision = revision;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

MnHistory *
mn_document_get_history (MnDocument *self)
{
  return self->history;
}

gboolean
mn_document_get_read_only (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), TRUE);

  return self->read_only;
}

static void
notify_history (MnDocument *self)
{
  for (guint i = PROP_CAN_UNDO; i <= PROP_REDO_NAME; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
mn_document_set_read_only (MnDocument *self, gboolean read_only)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  notify_history (self);
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
  if (g_list_model_get_n_items (G_LIST_MODEL (self->bin)) > 0)
    mn_item_walk (child, take_from_bin, self);
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
  /* What an undo takes back as never added was not removed by anybody. */
  if (edit->binned)
    mn_document_put_removed (self, edit);
}

static void
apply_move (MnDocument *self, const MnEdit *edit)
{
  MnItem *parent = mn_document_find (self, edit->parent);

  mn_item_move_child (parent,
                      (guint) mn_kind_get_slot_index (mn_item_get_kind (parent), edit->slot),
                      edit->position, edit->to);
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
    case MN_EDIT_FOREIGN:
      mn_item_put_foreign (mn_document_find (self, edit->item), edit->after);
      break;
    default:
      g_assert_not_reached ();
    }
  self->revision++;
  g_signal_emit (self, signals[EDITED], 0, edit);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/* Whether the bin holds an item of this id. */
gboolean
mn_document_is_binned (MnDocument *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->bin)); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (G_LIST_MODEL (self->bin), i);

      if (strcmp (mn_item_get_id (mn_removed_get_item (removed)), id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell_step (MnDocument *self, MnStepType type, MnEdit *edit, const char *name, gboolean joined)
{
  const MnStep step = { type, edit, name, joined };

  g_signal_emit (self, signals[STEPPED], 0, &step);
}

/* Notes a new edit and carries it out. The journal hears of it before anybody who may answer it
 * with an edit of his own. */
void
mn_document_commit (MnDocument *self, MnEdit *edit, const char *name)
{
  gboolean joined = mn_history_add (self->history, edit, name, mn_clock_monotonic (self->clock));

  tell_step (self, MN_STEP_EDIT, edit, name, joined);
  apply (self, edit);
  notify_history (self);
}

/* Notes an edit out of a journal and carries it out. */
void
mn_document_recommit (MnDocument *self, const MnStep *step)
{
  mn_history_replay (self->history, step->edit, step->name, step->joined,
                     mn_clock_monotonic (self->clock));
  tell_step (self, MN_STEP_EDIT, step->edit, step->name, step->joined);
  apply (self, step->edit);
  notify_history (self);
}

gboolean
mn_document_is_in_group (MnDocument *self)
{
  return mn_history_is_open (self->history);
}

/* Whether an edit of @item may be made now. */
gboolean
mn_document_may_change (MnDocument *self, MnItem *item, GError **error)
{
  if (self->read_only)
    g_set_error_literal (error, MN_ERROR, MN_ERROR_READ_ONLY, _ ("It is open for reading only"));
  else if (self->replaying)
    /* A listener that answers an undo with an edit would tear the history apart. */
    g_set_error_literal (error, MN_ERROR, MN_ERROR_READ_ONLY,
                         _ ("Nothing can be changed while a change is being undone"));
  else if (mn_document_find (self, mn_item_get_id (item)) != item)
    g_set_error_literal (error, MN_ERROR, MN_ERROR_PLACE, _ ("That item is no longer there"));
  else if (!self->becoming && mn_item_is_sealed (item))
    g_set_error_literal (error, MN_ERROR, MN_ERROR_READ_ONLY,
                         _ ("The minutes are issued, so the record of the meeting doesn't change "
                            "any more; to change it, take the issue of the minutes back first"));
  else
    return TRUE;
  return FALSE;
}

/* While the file's version or an earlier one comes in, the record may be another one too. */
void
mn_document_set_becoming (MnDocument *self, gboolean becoming)
{
  self->becoming = becoming;
}

/* ---- groups, undo, bin ---------------------------------------------------------------------- */

void
mn_document_begin (MnDocument *self, const char *name)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  if (mn_history_begin (self->history, name))
    tell_step (self, MN_STEP_BEGIN, NULL, name, FALSE);
  notify_history (self);
}

void
mn_document_end (MnDocument *self)
{
  g_return_if_fail (MN_IS_DOCUMENT (self));

  if (mn_history_end (self->history))
    tell_step (self, MN_STEP_END, NULL, NULL, FALSE);
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

  return self->read_only || self->replaying ? NULL : mn_history_get_undo_name (self->history);
}

const char *
mn_document_get_redo_name (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return self->read_only || self->replaying ? NULL : mn_history_get_redo_name (self->history);
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

  self->replaying = TRUE;
  for (guint i = 0; i < held->len; i++)
    apply (self, held->pdata[i]);
  self->replaying = FALSE;
  notify_history (self);
}

/** mn_document_undo: takes back the last group; %FALSE if there is none. */
gboolean
mn_document_undo (MnDocument *self)
{
  if (!mn_document_can_undo (self))
    return FALSE;
  tell_step (self, MN_STEP_UNDO, NULL, NULL, FALSE);
  apply_all (self, mn_history_undo (self->history));
  return TRUE;
}

/** mn_document_redo: does again what was undone last; %FALSE if there is nothing. */
gboolean
mn_document_redo (MnDocument *self)
{
  if (!mn_document_can_redo (self))
    return FALSE;
  tell_step (self, MN_STEP_REDO, NULL, NULL, FALSE);
  apply_all (self, mn_history_redo (self->history));
  return TRUE;
}

GListModel *
mn_document_get_bin (MnDocument *self)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->bin);
}
