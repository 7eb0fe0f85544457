#include "mn-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-clean.h"
#include "mn-session.h"
#include "mn-text-private.h"

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
  if (description == NULL || !mn_document_may_change (self, item, error))
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
  mn_document_commit (self, edit, name);
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
  if (description == NULL || !mn_document_may_change (self, item, error))
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
  mn_document_commit (self, edit, name);
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

/* A TEXT field takes one line without marks. */
static MnText *
flatten (const MnField *field, const MnText *inserted)
{
  g_autofree char *line = NULL;

  if (inserted == NULL || field->type == MN_FIELD_RICH)
    return inserted != NULL ? mn_text_slice (inserted, 0, mn_text_get_length (inserted))
                            : mn_text_new (NULL);
  line = mn_clean_text (mn_text_get_plain (inserted), -1, MN_CLEAN_LINE);
  return mn_text_new (line);
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
  g_autoptr (MnText) text = NULL, flat = NULL;
  g_autofree char   *name = NULL;
  const MnField     *description;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (item), FALSE);

  description = find_field (item, field, error);
  if (description == NULL || !mn_document_may_change (self, item, error))
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
  flat = flatten (description, inserted);
  edit->inserted = mn_text_fit (text, &position, &n_removed, flat);
  edit->position = position;
  edit->removed = mn_text_slice (text, position, n_removed);
  if (n_removed == 0 && mn_text_get_length (edit->inserted) == 0)
    return TRUE;
  name = name_change (item, description);
  mn_document_commit (self, edit, name);
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

static gboolean
is_free_id (MnItem *item, gpointer user_data)
{
  return mn_document_find (user_data, mn_item_get_id (item)) == NULL;
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

  if (!mn_document_may_change (self, parent, error))
    return FALSE;
  description = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  if (description == NULL || description->single || description->kind != mn_item_get_kind (child) ||
      !mn_item_walk (child, is_free_id, self))
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE, _ ("“%s” can't be put there"),
                   mn_kind_get_label (mn_item_get_kind (child)));
      return FALSE;
    }
  index = MIN (index, mn_item_get_n_children (parent, slot));
  edit = new_place_edit (MN_EDIT_INSERT, child, parent, slot, index);
  edit->snapshot = mn_item_copy (child, MN_COPY_SAME_IDS);
  edit->binned = mn_document_is_binned (self, mn_item_get_id (child));
  name = name_item (MN_EDIT_INSERT, child, index);
  mn_document_commit (self, edit, name);
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

  if (!mn_document_may_change (self, item, error) || !can_leave_place (item, error))
    return FALSE;
  edit = new_place_edit (MN_EDIT_REMOVE, item, mn_item_get_parent (item),
                         mn_item_get_slot (item)->name, mn_item_get_index (item));
  edit->snapshot = mn_item_copy (item, MN_COPY_SAME_IDS);
  edit->binned = TRUE;
  name = name_item (MN_EDIT_REMOVE, item, edit->position);
  mn_document_commit (self, edit, name);
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

  if (!mn_document_may_change (self, item, error) || !can_leave_place (item, error))
    return FALSE;
  n = mn_item_get_n_children (mn_item_get_parent (item), mn_item_get_slot (item)->name);
  edit = new_place_edit (MN_EDIT_MOVE, item, mn_item_get_parent (item),
                         mn_item_get_slot (item)->name, mn_item_get_index (item));
  edit->to = MIN (index, n - 1);
  if (edit->to == edit->position)
    return TRUE;
  name = name_item (MN_EDIT_MOVE, item, edit->position);
  mn_document_commit (self, edit, name);
  return TRUE;
}

/* What was left out of the minutes that were issued stays out of them. */
static gboolean
may_restore_to (MnDocument *self, MnItem *parent, MnItem *item, GError **error)
{
  if (!mn_item_is_sealed (parent))
    return TRUE;
  g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
               _ ("The minutes are issued: “%s” can't be restored to them any more"),
               mn_kind_get_label (mn_item_get_kind (item)));
  return FALSE;
}

/** mn_document_restore: brings an item back from the bin to its list, at its place or at the end;
 * to the record only until the minutes are issued (%MN_ERROR_READ_ONLY). */
gboolean
mn_document_restore (MnDocument *self, MnRemoved *removed, GError **error)
{
  g_autoptr (MnRemoved) held = NULL;
  g_autofree char      *name = NULL;
  gboolean              restored;
  MnItem               *parent;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_REMOVED (removed), FALSE);

  held = g_object_ref (removed);
  parent = mn_document_find (self, mn_removed_get_parent_id (removed));
  if (parent == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE,
                   _ ("Restore first what “%s” belonged to: it was removed too"),
                   mn_kind_get_label (mn_item_get_kind (mn_removed_get_item (removed))));
      return FALSE;
    }
  if (!may_restore_to (self, parent, mn_removed_get_item (removed), error))
    return FALSE;
  /* Translators: undo; the kind of item */
  name = g_strdup_printf (_ ("Restore “%s”"),
                          mn_kind_get_label (mn_item_get_kind (mn_removed_get_item (removed))));
  mn_document_begin (self, name);
  restored = mn_document_insert (self, parent, mn_removed_get_slot (removed),
                                 mn_removed_get_index (removed), mn_removed_get_item (removed),
                                 error);
  mn_document_end (self);
  return restored;
}
