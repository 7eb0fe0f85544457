#include "mn-codec.h"
#include "mn-document-private.h"

#include <glib/gi18n-lib.h>

#define GROUP_TYPE "(sbav)"

MnPastSize
mn_document_get_past_size (MnDocument *self)
{
  MnHistory *history = mn_document_get_history (self);

  return (MnPastSize){ mn_history_get_n_groups (history, MN_HISTORY_UNDO),
                       mn_history_get_n_groups (history, MN_HISTORY_REDO) };
}

/** mn_document_has_past: whether anything was done, undone or removed. */
gboolean
mn_document_has_past (MnDocument *self)
{
  MnPastSize size = mn_document_get_past_size (self);

  return size.undo > 0 || size.redo > 0 || mn_document_is_in_group (self) ||
         g_list_model_get_n_items (mn_document_get_bin (self)) > 0;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void
add_group (GVariantBuilder *builder, const MnHistoryGroup *group)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE (GROUP_TYPE));
  g_variant_builder_add (builder, "s", group->name != NULL ? group->name : "");
  g_variant_builder_add (builder, "b", group->typing);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < group->edits->len; i++)
    g_variant_builder_add (builder, "v", mn_edit_to_variant (group->edits->pdata[i]));
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

/* Returns how many were left out. */
static guint
add_groups (GVariantBuilder *builder, MnHistory *history, MnHistorySide side, guint max_groups)
{
  guint n = mn_history_get_n_groups (history, side);
  guint first = n > max_groups ? n - max_groups : 0;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GROUP_TYPE));
  for (guint i = first; i < n; i++)
    {
      MnHistoryGroup group = mn_history_get_group (history, side, i);

      add_group (builder, &group);
    }
  g_variant_builder_close (builder);
  return first;
}

static void
add_bin (GVariantBuilder *builder, GListModel *bin)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);
      MnItem               *item = mn_removed_get_item (removed);
      g_autoptr (MnEdit)    edit = mn_edit_new (MN_EDIT_REMOVE, mn_item_get_id (item));

      edit->parent = g_strdup (mn_removed_get_parent_id (removed));
      edit->slot = g_strdup (mn_removed_get_slot (removed));
      edit->position = mn_removed_get_index (removed);
      edit->snapshot = g_object_ref (item);
      edit->binned = TRUE;
      g_variant_builder_add (builder, "v", mn_edit_to_variant (edit));
    }
  g_variant_builder_close (builder);
}

GVariant *
mn_document_dup_past (MnDocument *self, guint max_groups, MnPastSize *n_left)
{
  MnHistory      *history;
  GVariantBuilder builder;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (n_left != NULL, NULL);

  history = mn_document_get_history (self);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (MN_DOCUMENT_PAST_TYPE));
  n_left->undo = add_groups (&builder, history, MN_HISTORY_UNDO, max_groups);
  n_left->redo = add_groups (&builder, history, MN_HISTORY_REDO, max_groups);
  add_groups (&builder, history, MN_HISTORY_OPEN, 1);
  add_bin (&builder, mn_document_get_bin (self));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* ---- reading -------------------------------------------------------------------------------- */

static GPtrArray *
read_edits (GVariant *list, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_edit_unref);

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) wrapped = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) value = g_variant_get_variant (wrapped);
      MnEdit              *edit = mn_edit_from_variant (value, error);

      if (edit == NULL)
        return NULL;
      g_ptr_array_add (edits, edit);
    }
  return g_steal_pointer (&edits);
}

/* Whether the edits of a group can be done in @document, backwards or forwards; then they are. */
static gboolean
try_edits (MnDocument *document, GPtrArray *edits, gboolean backwards)
{
  for (guint i = 0; i < edits->len; i++)
    {
      MnEdit            *edit = edits->pdata[backwards ? edits->len - 1 - i : i];
      g_autoptr (MnEdit) done = backwards ? mn_edit_invert (edit) : mn_edit_ref (edit);

      if (!mn_document_replay (document, &(MnStep){ MN_STEP_EDIT, done, "", FALSE }, NULL))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  MnDocument   *document;
  GVariant     *groups; /* (owned) */
  GPtrArray    *edits;  /* (owned) of arrays of edits, in the order of @groups */
  MnHistorySide side;
} Side;

static void
clear_side (Side *self)
{
  g_variant_unref (self->groups);
  g_ptr_array_unref (self->edits);
}

static gboolean
read_side (Side *self, MnDocument *document, GVariant *past, MnHistorySide side, GError **error)
{
  self->document = document;
  self->groups = g_variant_get_child_value (past, side);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->side = side;
  for (gsize i = 0; i < g_variant_n_children (self->groups); i++)
    {
      g_autoptr (GVariant) group = g_variant_get_child_value (self->groups, i);
      g_autoptr (GVariant) list = g_variant_get_child_value (group, 2);
      GPtrArray           *edits = read_edits (list, error);

      if (edits == NULL)
        return FALSE;
      g_ptr_array_add (self->edits, edits);
    }
  return TRUE;
}

/* The first of the groups, from the last one back, that the items allow to be gone through. */
static guint
find_first (Side *self, MnDocument *copy)
{
  guint first = self->edits->len;

  while (first > 0 &&
         try_edits (copy, self->edits->pdata[first - 1], self->side != MN_HISTORY_REDO))
    first--;
  return first;
}

static void
put_side (Side *self, guint first)
{
  for (guint i = first; i < self->edits->len; i++)
    {
      MnHistoryGroup group = { NULL, self->edits->pdata[i], FALSE };

      g_variant_get_child (self->groups, i, "(&sbav)", &group.name, &group.typing, NULL);
      if (group.edits->len > 0 || self->side == MN_HISTORY_OPEN)
        mn_history_put_group (mn_document_get_history (self->document), self->side, &group);
    }
}

static MnDocument *
copy_document (MnDocument *self)
{
  g_autoptr (MnItem) root = mn_item_copy (mn_document_get_root (self), MN_COPY_SAME_IDS);

  return mn_document_new (root, mn_document_get_clock (self));
}

/* A group that is open was done last, so it is taken back before what came before it. */
static void
put_groups (MnDocument *self, Side *sides)
{
  g_autoptr (MnDocument) back = copy_document (self), forth = copy_document (self);
  guint                  open = find_first (&sides[MN_HISTORY_OPEN], back);

  if (open == 0)
    put_side (&sides[MN_HISTORY_UNDO], find_first (&sides[MN_HISTORY_UNDO], back));
  put_side (&sides[MN_HISTORY_REDO], find_first (&sides[MN_HISTORY_REDO], forth));
  put_side (&sides[MN_HISTORY_OPEN], open);
}

static gboolean
take_bin (MnDocument *self, GVariant *past, GError **error)
{
  g_autoptr (GVariant)  list = g_variant_get_child_value (past, 3);
  g_autoptr (GPtrArray) edits = read_edits (list, error);

  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      const MnEdit *edit = edits->pdata[i];

      if (edit->type == MN_EDIT_REMOVE && mn_document_has_new_ids (self, edit->snapshot) &&
          !mn_document_is_binned (self, edit->item))
        mn_document_put_removed (self, edit);
    }
  return edits != NULL;
}

/**
 * mn_document_take_past:
 * @past: what mn_document_dup_past() gave, from wherever it has been since
 * @error: %MN_ERROR_FORMAT if it makes no sense; then nothing, or only the bin, was taken
 */
gboolean
mn_document_take_past (MnDocument *self, GVariant *past, GError **error)
{
  Side     sides[3] = { 0 };
  gboolean good = TRUE;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (!mn_document_has_past (self), FALSE);

  if (!g_variant_is_of_type (past, G_VARIANT_TYPE (MN_DOCUMENT_PAST_TYPE)))
    {
      g_set_error_literal (error, MN_ERROR, MN_ERROR_FORMAT, _ ("A journal record is damaged"));
      return FALSE;
    }
  good = take_bin (self, past, error);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    good = read_side (&sides[i], self, past, (MnHistorySide) i, good ? error : NULL) && good;
  if (good)
    put_groups (self, sides);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    clear_side (&sides[i]);
  return good;
}
