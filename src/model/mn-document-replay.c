#include "mn-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-item-private.h"

/* What a journal holds may have been made for another state of the document, or be damaged: each
 * step is held against the document before it is done. */

static gboolean
is_same_text (const MnText *a, const MnText *b)
{
  return a == NULL || b == NULL ? a == b : mn_text_equal (a, b);
}

static gboolean
is_set_possible (MnItem *item, const MnEdit *edit)
{
  const MnField   *field = mn_kind_find_field (mn_item_get_kind (item), edit->field);
  g_autofree char *canonical = NULL;

  if (field == NULL)
    return FALSE;
  if (field->type == MN_FIELD_RICH)
    return edit->before == NULL && edit->after == NULL &&
           is_same_text (mn_item_get_rich (item, edit->field), edit->rich_before);
  if (edit->rich_before != NULL || edit->rich_after != NULL)
    return FALSE;
  canonical = mn_field_canonical (field, edit->after, NULL);
  return canonical != NULL && strcmp (canonical, edit->after != NULL ? edit->after : "") == 0 &&
         g_strcmp0 (mn_item_get (item, edit->field), edit->before) == 0;
}

static gboolean
is_splice_possible (MnItem *item, const MnEdit *edit)
{
  const MnField     *field = mn_kind_find_field (mn_item_get_kind (item), edit->field);
  g_autoptr (MnText) text = NULL, run = NULL;
  guint              n = mn_text_get_length (edit->removed);

  if (field == NULL || (field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH))
    return FALSE;
  if (field->type == MN_FIELD_TEXT && mn_text_get_n_paragraphs (edit->inserted) > 1)
    return FALSE;
  if (field->type == MN_FIELD_TEXT)
    text = mn_text_new (mn_item_get (item, edit->field));
  else if (mn_item_get_rich (item, edit->field) != NULL)
    text = mn_text_ref (mn_item_get_rich (item, edit->field));
  else
    text = mn_text_new (NULL);
  if (edit->position > mn_text_get_length (text) || n > mn_text_get_length (text) - edit->position)
    return FALSE;
  run = mn_text_slice (text, edit->position, n);
  return strcmp (mn_text_get_plain (run), mn_text_get_plain (edit->removed)) == 0;
}

typedef struct
{
  MnDocument *document;
  GHashTable *seen; /* (owned) of ids, borrowed */
} Ids;

static gboolean
is_new_id (MnItem *item, gpointer user_data)
{
  Ids        *ids = user_data;
  const char *id = mn_item_get_id (item);

  return mn_document_find (ids->document, id) == NULL &&
         g_hash_table_add (ids->seen, (gpointer) id);
}

/* Whether all ids in @snapshot are different, and none of them is in the document. */
gboolean
mn_document_has_new_ids (MnDocument *self, MnItem *snapshot)
{
  Ids      ids = { self, g_hash_table_new (g_str_hash, g_str_equal) };
  gboolean new_ids = mn_item_walk (snapshot, is_new_id, &ids);

  g_hash_table_unref (ids.seen);
  return new_ids;
}

static gboolean
is_place_possible (MnDocument *self, const MnEdit *edit)
{
  MnItem       *parent = mn_document_find (self, edit->parent);
  MnItem       *item = mn_document_find (self, edit->item);
  const MnSlot *slot = parent != NULL ? mn_kind_find_slot (mn_item_get_kind (parent), edit->slot)
                                      : NULL;
  guint         n;

  if (slot == NULL || slot->single)
    return FALSE;
  n = mn_item_get_n_children (parent, edit->slot);
  if (edit->type == MN_EDIT_INSERT)
    return edit->position <= n && mn_item_get_kind (edit->snapshot) == slot->kind &&
           mn_document_has_new_ids (self, edit->snapshot);
  if (item == NULL || mn_item_get_parent (item) != parent || mn_item_get_slot (item) != slot ||
      mn_item_get_index (item) != edit->position)
    return FALSE;
  return edit->type == MN_EDIT_MOVE ? edit->to < n : mn_item_equal (item, edit->snapshot);
}

static gboolean
is_foreign_possible (MnItem *item, const MnEdit *edit)
{
  g_autofree char *now = mn_item_dup_foreign (item);

  return g_strcmp0 (now, edit->before) == 0 && mn_foreign_is_valid (edit->after);
}

static gboolean
is_edit_possible (MnDocument *self, const MnEdit *edit)
{
  MnItem *item = mn_document_find (self, edit->item);

  switch (edit->type)
    {
    case MN_EDIT_SET:
      return item != NULL && is_set_possible (item, edit);
    case MN_EDIT_SPLICE:
      return item != NULL && is_splice_possible (item, edit);
    case MN_EDIT_INSERT:
    case MN_EDIT_REMOVE:
    case MN_EDIT_MOVE:
      return is_place_possible (self, edit);
    case MN_EDIT_FOREIGN:
      return item != NULL && is_foreign_possible (item, edit);
    default:
      return FALSE;
    }
}

static gboolean
do_step (MnDocument *self, const MnStep *step)
{
  switch (step->type)
    {
    case MN_STEP_EDIT:
      if (step->edit == NULL || !is_edit_possible (self, step->edit))
        return FALSE;
      mn_document_recommit (self, step);
      return TRUE;
    case MN_STEP_BEGIN:
      mn_document_begin (self, step->name);
      return TRUE;
    case MN_STEP_END:
      if (!mn_document_is_in_group (self))
        return FALSE;
      mn_document_end (self);
      return TRUE;
    case MN_STEP_UNDO:
      return mn_document_undo (self);
    case MN_STEP_REDO:
      return mn_document_redo (self);
    default:
      return FALSE;
    }
}

/**
 * mn_document_replay:
 * @step: a step out of a journal
 * @error: %MN_ERROR_PLACE if it doesn't fit; %MN_ERROR_READ_ONLY
 *
 * Takes a step again that the document, as it stood then, has told by "stepped". A group whose end
 * was never journalled is left open: end it with mn_document_end().
 */
gboolean
mn_document_replay (MnDocument *self, const MnStep *step, GError **error)
{
  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (step != NULL, FALSE);

  if (!mn_document_may_change (self, mn_document_get_root (self), error))
    return FALSE;
  if (do_step (self, step))
    return TRUE;
  g_set_error_literal (error, MN_ERROR, MN_ERROR_PLACE,
                       _ ("A journalled change doesn't fit what it should change"));
  return FALSE;
}
