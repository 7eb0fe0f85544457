#include "mn-edit.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MnEdit, mn_edit, mn_edit_ref, mn_edit_unref)

MnEdit *
mn_edit_new (MnEditType type, const char *item)
{
  MnEdit *self = g_new0 (MnEdit, 1);

  self->type = type;
  self->item = g_strdup (item);
  g_ref_count_init (&self->ref_count);
  return self;
}

MnEdit *
mn_edit_ref (MnEdit *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
mn_edit_unref (MnEdit *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_free (self->item);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->rich_before, mn_text_unref);
  g_clear_pointer (&self->rich_after, mn_text_unref);
  g_clear_pointer (&self->removed, mn_text_unref);
  g_clear_pointer (&self->inserted, mn_text_unref);
  g_free (self->parent);
  g_free (self->slot);
  g_clear_object (&self->snapshot);
  g_free (self);
}

static MnText *
ref_text (MnText *text)
{
  return text != NULL ? mn_text_ref (text) : NULL;
}

static MnEditType
invert_type (MnEditType type)
{
  if (type == MN_EDIT_INSERT)
    return MN_EDIT_REMOVE;
  if (type == MN_EDIT_REMOVE)
    return MN_EDIT_INSERT;
  return type;
}

/** mn_edit_invert: the edit that takes @self back. (transfer full) */
MnEdit *
mn_edit_invert (const MnEdit *self)
{
  MnEdit *inverse = mn_edit_new (invert_type (self->type), self->item);

  inverse->field = g_strdup (self->field);
  inverse->before = g_strdup (self->after);
  inverse->after = g_strdup (self->before);
  inverse->rich_before = ref_text (self->rich_after);
  inverse->rich_after = ref_text (self->rich_before);
  inverse->position = self->type == MN_EDIT_MOVE ? self->to : self->position;
  inverse->to = self->position;
  inverse->removed = ref_text (self->inserted);
  inverse->inserted = ref_text (self->removed);
  inverse->parent = g_strdup (self->parent);
  inverse->slot = g_strdup (self->slot);
  if (self->snapshot != NULL)
    inverse->snapshot = g_object_ref (self->snapshot);
  inverse->binned = self->binned;
  return inverse;
}

static MnText *
concat (const MnText *a, const MnText *b)
{
  return mn_text_splice (a, mn_text_get_length (a), 0, b);
}

static MnEdit *
join_at (const MnEdit *self, guint position, MnText *removed, MnText *inserted)
{
  MnEdit *joined = mn_edit_new (MN_EDIT_SPLICE, self->item);

  joined->field = g_strdup (self->field);
  joined->position = position;
  joined->removed = removed;
  joined->inserted = inserted;
  return joined;
}

/**
 * mn_edit_join:
 * @self: an earlier edit
 * @next: the edit made right after it
 *
 * Typing on, mending what was just typed (as input methods do with every accent), deleting on with
 * Delete, and deleting back with Backspace become one splice.
 *
 * Returns: (transfer full) (nullable): one edit for both; %NULL if @next doesn't continue @self
 */
MnEdit *
mn_edit_join (const MnEdit *self, const MnEdit *next)
{
  guint inserted, next_removed;

  if (self->type != MN_EDIT_SPLICE || next->type != MN_EDIT_SPLICE ||
      strcmp (self->item, next->item) != 0 || strcmp (self->field, next->field) != 0)
    return NULL;
  inserted = mn_text_get_length (self->inserted);
  next_removed = mn_text_get_length (next->removed);
  if (next->position >= self->position &&
      next->position + next_removed == self->position + inserted)
    {
      g_autoptr (MnText) kept = mn_text_slice (self->inserted, 0, next->position - self->position);

      return join_at (self, self->position, mn_text_ref (self->removed),
                      concat (kept, next->inserted));
    }
  if (inserted > 0 || mn_text_get_length (next->inserted) > 0)
    return NULL;
  if (next->position == self->position)
    return join_at (self, self->position, concat (self->removed, next->removed),
                    mn_text_ref (self->inserted));
  if (next->position + next_removed == self->position)
    return join_at (self, next->position, concat (next->removed, self->removed),
                    mn_text_ref (self->inserted));
  return NULL;
}
