/* A document turns into another version of itself by edits alone, so that it can be undone, is
 * journalled and reaches every listener like any other change. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-document-private.h"
#include "mn-item-match.h"
#include "mn-item-private.h"
#include "mn-text-private.h"

typedef struct
{
  MnDocument *document;
  GHashTable *wanted; /* (owned) id → item of the other version */
  GHashTable *stays; /* (owned) item of the document → the item of the other version that it is */
  GPtrArray  *goes;  /* (owned) items of the document, those below first */
} Become;

/* ---- what stays and what goes --------------------------------------------------------------- */

/* An item inside one that goes goes by itself if it comes again somewhere else, so that the bin
 * doesn't hold what is in the document, too. */
static void
note_below_gone (Become *self, MnItem *item)
{
  const MnSlot *slots = mn_item_get_kind (item)->slots;

  for (guint s = 0; slots[s].name != NULL; s++)
    for (guint i = 0; i < mn_item_get_n_children (item, slots[s].name); i++)
      {
        MnItem *child = mn_item_get_child (item, slots[s].name, i);
        MnItem *wanted = g_hash_table_lookup (self->wanted, mn_item_get_id (child));

        note_below_gone (self, child);
        if (!slots[s].single && wanted != NULL && !mn_item_has_same_parent (child, wanted))
          g_ptr_array_add (self->goes, child);
      }
}

static void
match_tree (Become *self, MnItem *item, MnItem *other)
{
  const MnSlot *slots = mn_item_get_kind (item)->slots;

  g_hash_table_insert (self->stays, item, other);
  for (guint s = 0; slots[s].name != NULL; s++)
    for (guint i = 0; i < mn_item_get_n_children (item, slots[s].name); i++)
      {
        MnItem *child = mn_item_get_child (item, slots[s].name, i);
        MnItem *wanted = slots[s].single ? mn_item_get_single (other, slots[s].name)
                                         : mn_item_match (self->wanted, child);

        if (wanted != NULL && mn_item_get_parent (wanted) == other &&
            mn_item_get_slot (wanted) == &slots[s])
          {
            match_tree (self, child, wanted);
            continue;
          }
        note_below_gone (self, child);
        g_ptr_array_add (self->goes, child);
      }
}

/* Parts that every session has keep their ids; no other item of that version may claim one. */
static gboolean
are_ids_free (Become *self)
{
  GHashTableIter iter;
  gpointer       item, other;

  g_hash_table_iter_init (&iter, self->stays);
  while (g_hash_table_iter_next (&iter, &item, &other))
    {
      MnItem *wanted = g_hash_table_lookup (self->wanted, mn_item_get_id (item));

      if (wanted != NULL && wanted != other)
        return FALSE;
    }
  return TRUE;
}

/* ---- fields --------------------------------------------------------------------------------- */

static guint
count_same_start (const MnText *a, const MnText *b, guint most)
{
  const char *p = a->utf8, *q = b->utf8;
  guint       n = 0;

  for (; n < most && g_utf8_get_char (p) == g_utf8_get_char (q) && a->marks[n] == b->marks[n]; n++)
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  return n;
}

static guint
count_same_end (const MnText *a, const MnText *b, guint most)
{
  const char *p = a->utf8 + strlen (a->utf8), *q = b->utf8 + strlen (b->utf8);
  guint       n = 0;

  for (; n < most; n++)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q) ||
          a->marks[a->length - 1 - n] != b->marks[b->length - 1 - n])
        break;
    }
  return n;
}

/* One splice between what both begin and end with; FALSE where that doesn't make @wanted of it:
 * paragraph styles and foreign objects are no characters. */
static gboolean
splice_text (Become *self, MnItem *item, const MnField *field, MnText *now, MnText *wanted)
{
  guint              most = MIN (mn_text_get_length (now), mn_text_get_length (wanted));
  guint              start = count_same_start (now, wanted, most);
  guint              end = count_same_end (now, wanted, most - start);
  guint              n_removed = mn_text_get_length (now) - start - end;
  g_autoptr (MnText) inserted = mn_text_slice (wanted, start,
                                               mn_text_get_length (wanted) - start - end);
  g_autoptr (MnText) result = mn_text_splice (now, start, n_removed, inserted);

  return mn_text_equal (result, wanted) &&
         mn_document_splice (self->document, item, field->name, start, n_removed, inserted, NULL);
}

static gboolean
become_rich (Become *self, MnItem *item, MnItem *other, const MnField *field, GError **error)
{
  MnText *now = mn_item_get_rich (item, field->name);
  MnText *wanted = mn_item_get_rich (other, field->name);

  if (now != NULL && wanted != NULL && !mn_text_equal (now, wanted))
    splice_text (self, item, field, now, wanted);
  return mn_document_set_rich (self->document, item, field->name, wanted, error);
}

static gboolean
become_line (Become *self, MnItem *item, MnItem *other, const MnField *field, GError **error)
{
  const char *now = mn_item_get (item, field->name);
  const char *wanted = mn_item_get (other, field->name);

  if (now != NULL && wanted != NULL && strcmp (now, wanted) != 0)
    {
      g_autoptr (MnText) before = mn_text_new (now), after = mn_text_new (wanted);

      splice_text (self, item, field, before, after);
    }
  return mn_document_set (self->document, item, field->name, wanted, error);
}

static void
become_foreign (Become *self, MnItem *item, MnItem *other)
{
  g_autoptr (MnEdit) edit = NULL;

  if (mn_item_has_same_foreign (item, other))
    return;
  edit = mn_edit_new (MN_EDIT_FOREIGN, mn_item_get_id (item));
  edit->before = mn_item_dup_foreign (item);
  edit->after = mn_item_dup_foreign (other);
  mn_document_commit (self->document, edit, _ ("Change parts of other programs"));
}

static gboolean
become_fields (Become *self, MnItem *item, MnItem *other, GError **error)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      gboolean ok;

      if (field->type == MN_FIELD_RICH)
        ok = become_rich (self, item, other, field, error);
      else if (field->type == MN_FIELD_TEXT)
        ok = become_line (self, item, other, field, error);
      else
        ok = mn_document_set (self->document, item, field->name, mn_item_get (other, field->name),
                              error);
      if (!ok)
        return FALSE;
    }
  become_foreign (self, item, other);
  return TRUE;
}

/* ---- lists ---------------------------------------------------------------------------------- */

static gboolean
move_behind (Become *self, MnItem *item, MnItem *previous, GError **error)
{
  guint now = mn_item_get_index (item);
  guint to = previous != NULL ? mn_item_get_index (previous) + 1 : 0;

  return mn_document_move (self->document, item, now < to ? to - 1 : to, error);
}

/* Which members of the list in that version are in the document and may stay where they are. */
static gboolean *
find_kept (Become *self, MnItem *other, const char *slot)
{
  guint                n = mn_item_get_n_children (other, slot), n_known = 0;
  g_autofree guint    *places = g_new0 (guint, n + 1);
  g_autofree guint    *known = g_new0 (guint, n + 1);
  g_autofree gboolean *keep = NULL;
  gboolean            *kept = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      MnItem *child = mn_item_get_child (other, slot, i);
      MnItem *item = mn_document_find (self->document, mn_item_get_id (child));

      if (item == NULL)
        continue;
      places[n_known] = mn_item_get_index (item);
      known[n_known++] = i;
    }
  keep = mn_order_keep (places, n_known);
  for (guint i = 0; i < n_known; i++)
    kept[known[i]] = keep[i];
  return kept;
}

static gboolean become_item (Become *self, MnItem *item, MnItem *other, GError **error);

static gboolean
become_list (Become *self, MnItem *item, MnItem *other, const char *slot, GError **error)
{
  g_autofree gboolean *kept = find_kept (self, other, slot);
  MnItem              *previous = NULL;

  for (guint i = 0; i < mn_item_get_n_children (other, slot); i++)
    {
      MnItem *wanted = mn_item_get_child (other, slot, i);
      MnItem *child = mn_document_find (self->document, mn_item_get_id (wanted));
      guint   index = previous != NULL ? mn_item_get_index (previous) + 1 : 0;

      if (child == NULL)
        {
          if (!mn_document_insert (self->document, item, slot, index, wanted, error))
            return FALSE;
        }
      else if ((!kept[i] && !move_behind (self, child, previous, error)) ||
               !become_item (self, child, wanted, error))
        return FALSE;
      previous = mn_document_find (self->document, mn_item_get_id (wanted));
    }
  return TRUE;
}

static gboolean
become_item (Become *self, MnItem *item, MnItem *other, GError **error)
{
  const MnSlot *slots = mn_item_get_kind (item)->slots;

  if (!become_fields (self, item, other, error))
    return FALSE;
  for (guint i = 0; slots[i].name != NULL; i++)
    if (slots[i].single ? !become_item (self, mn_item_get_single (item, slots[i].name),
                                        mn_item_get_single (other, slots[i].name), error)
                        : !become_list (self, item, other, slots[i].name, error))
      return FALSE;
  return TRUE;
}

/* First all that goes, so that what comes finds its id free wherever it stood. */
static gboolean
do_become (Become *self, MnItem *root, MnItem *other, GError **error)
{
  for (guint i = 0; i < self->goes->len; i++)
    if (!mn_document_remove (self->document, self->goes->pdata[i], error))
      return FALSE;
  return become_item (self, root, other, error);
}

static gboolean
begin_become (Become *self, MnDocument *document, MnItem *other, GError **error)
{
  MnItem *root = mn_document_get_root (document);

  self->document = document;
  self->wanted = mn_item_index (other);
  self->stays = g_hash_table_new (NULL, NULL);
  self->goes = g_ptr_array_new_with_free_func (g_object_unref);
  if (mn_item_get_kind (root) == mn_item_get_kind (other) &&
      strcmp (mn_item_get_id (root), mn_item_get_id (other)) == 0)
    {
      match_tree (self, root, other);
      g_ptr_array_foreach (self->goes, (GFunc) (void *) g_object_ref, NULL);
      if (are_ids_free (self))
        return TRUE;
    }
  g_set_error_literal (error, MN_ERROR, MN_ERROR_PLACE,
                       _ ("That is no version of this document: its items have other ids"));
  return FALSE;
}

static void
end_become (Become *self)
{
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->stays);
  g_ptr_array_unref (self->goes);
}

/**
 * mn_document_become:
 * @other: (transfer none): the root of another version of this document, standing in no document
 * @name: for undo: "Bring back the version of 15/4/2026 09:30"
 * @error: %MN_ERROR_PLACE if @other is no version of this document, %MN_ERROR_READ_ONLY
 *
 * Makes the document what @other is, by one group of edits: few ones, as texts are spliced and only
 * those items move whose order changed. What isn't in @other goes to the bin. The parts that every
 * document of the kind has keep their ids.
 *
 * Returns: %FALSE if nothing was changed because of @error; %TRUE also if there was nothing to do
 */
gboolean
mn_document_become (MnDocument *self, MnItem *other, const char *name, GError **error)
{
  Become   become = { 0 };
  guint64  revision;
  gboolean ok;

  g_return_val_if_fail (MN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (MN_IS_ITEM (other) && !mn_item_is_attached (other), FALSE);

  if (!mn_document_may_change (self, mn_document_get_root (self), error))
    return FALSE;
  revision = mn_document_get_revision (self);
  ok = begin_become (&become, self, other, error);
  if (ok)
    {
      mn_document_begin (self, name);
      mn_document_set_becoming (self, TRUE);
      ok = do_become (&become, mn_document_get_root (self), other, error);
      mn_document_set_becoming (self, FALSE);
      mn_document_end (self);
      if (!ok && mn_document_get_revision (self) != revision)
        mn_document_undo (self);
    }
  end_become (&become);
  return ok;
}
