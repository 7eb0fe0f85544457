#include "mn-history.h"

#include <string.h>

typedef struct
{
  char      *name;   /* (owned) */
  GPtrArray *edits;  /* (owned) */
  gboolean   typing; /* may still grow */
  gint64     last;   /* when it last grew */
} Group;

struct _MnHistory
{
  GPtrArray *undo;    /* (owned) of Group, newest last */
  GPtrArray *redo;    /* (owned) of Group, next last */
  GPtrArray *current; /* (owned) edits last handed out */
  Group     *open;    /* (owned) (nullable) */
  guint      depth;
};

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->edits);
  g_free (group);
}

static Group *
group_new (const char *name)
{
  Group *group = g_new0 (Group, 1);

  group->name = g_strdup (name);
  group->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_edit_unref);
  return group;
}

MnHistory *
mn_history_new (void)
{
  MnHistory *self = g_new0 (MnHistory, 1);

  self->undo = g_ptr_array_new_with_free_func (group_free);
  self->redo = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
mn_history_free (MnHistory *self)
{
  g_clear_pointer (&self->open, group_free);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->current, g_ptr_array_unref);
  g_free (self);
}

static void
push (MnHistory *self, Group *group)
{
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, group);
  if (self->undo->len > MN_HISTORY_MAX_GROUPS)
    g_ptr_array_remove_index (self->undo, 0);
}

/** mn_history_begin: returns %TRUE if a group has begun, %FALSE inside another. */
gboolean
mn_history_begin (MnHistory *self, const char *name)
{
  if (self->depth++ > 0)
    return FALSE;
  mn_history_break_typing (self);
  self->open = group_new (name);
  return TRUE;
}

/** mn_history_end: returns %TRUE if the outermost group has ended. */
gboolean
mn_history_end (MnHistory *self)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (--self->depth > 0)
    return FALSE;
  if (self->open->edits->len > 0)
    push (self, g_steal_pointer (&self->open));
  else
    g_clear_pointer (&self->open, group_free);
  return TRUE;
}

/** mn_history_is_open: whether a group has begun and not ended. */
gboolean
mn_history_is_open (MnHistory *self)
{
  return self->depth > 0;
}

/* A word ends where a blank has been typed and something else follows. More than a word at once was
 * pasted. */
static gboolean
begins_word (const MnEdit *before, const MnEdit *edit)
{
  const char *old = mn_text_get_plain (before->inserted);
  const char *typed = mn_text_get_plain (edit->inserted);
  gsize       n = strlen (old);

  if (strcspn (typed, " \n") + 1 < strlen (typed))
    return TRUE;
  if (n == 0 || *typed == '\0')
    return FALSE;
  return g_ascii_isspace (old[n - 1]) && !g_ascii_isspace (*typed);
}

static gboolean
is_nothing (const MnEdit *splice)
{
  return mn_text_get_length (splice->removed) == 0 && mn_text_get_length (splice->inserted) == 0;
}

static Group *
get_typing_group (MnHistory *self)
{
  Group *group = self->undo->len > 0 ? self->undo->pdata[self->undo->len - 1] : NULL;

  return group != NULL && group->typing && self->redo->len == 0 ? group : NULL;
}

static MnEdit *
get_last_edit (Group *group)
{
  return group->edits->pdata[group->edits->len - 1];
}

/* Whether typing that goes on now is still the same step for undo: no pause, the same word. */
static gboolean
is_same_step (MnHistory *self, MnEdit *edit, gint64 now)
{
  Group *group = get_typing_group (self);

  return group != NULL && edit->type == MN_EDIT_SPLICE && now - group->last <= MN_HISTORY_PAUSE &&
         !begins_word (get_last_edit (group), edit);
}

static gboolean
join_typing (MnHistory *self, MnEdit *edit, gint64 now)
{
  Group             *group = get_typing_group (self);
  MnEdit            *last = group != NULL ? get_last_edit (group) : NULL;
  g_autoptr (MnEdit) joined = last != NULL ? mn_edit_join (last, edit) : NULL;

  if (joined == NULL)
    return FALSE;
  if (is_nothing (joined)) /* typed and deleted again: no step for undo */
    {
      g_ptr_array_set_size (self->undo, (int) self->undo->len - 1);
      return TRUE;
    }
  mn_edit_unref (last);
  group->edits->pdata[group->edits->len - 1] = g_steal_pointer (&joined);
  group->last = now;
  return TRUE;
}

static void
add_group (MnHistory *self, MnEdit *edit, const char *name, gint64 now)
{
  Group *group = group_new (name);

  group->typing = edit->type == MN_EDIT_SPLICE;
  group->last = now;
  g_ptr_array_add (group->edits, mn_edit_ref (edit));
  push (self, group);
}

gboolean
mn_history_replay (MnHistory *self, MnEdit *edit, const char *name, gboolean joined, gint64 now)
{
  if (self->open != NULL)
    g_ptr_array_add (self->open->edits, mn_edit_ref (edit));
  else if (joined && edit->type == MN_EDIT_SPLICE && join_typing (self, edit, now))
    return TRUE;
  else
    add_group (self, edit, name, now);
  return FALSE;
}

/**
 * mn_history_add:
 * @self: the history
 * @edit: (transfer none): an edit that has been applied
 * @name: what to call it if it becomes a group of its own
 * @now: microseconds of a monotonic clock
 */
gboolean
mn_history_add (MnHistory *self, MnEdit *edit, const char *name, gint64 now)
{
  return mn_history_replay (self, edit, name, is_same_step (self, edit, now), now);
}

void
mn_history_break_typing (MnHistory *self)
{
  if (self->undo->len > 0)
    ((Group *) self->undo->pdata[self->undo->len - 1])->typing = FALSE;
}

static const char *
top_name (GPtrArray *stack)
{
  return stack->len > 0 ? ((Group *) stack->pdata[stack->len - 1])->name : NULL;
}

const char *
mn_history_get_undo_name (MnHistory *self)
{
  return self->open == NULL ? top_name (self->undo) : NULL;
}

const char *
mn_history_get_redo_name (MnHistory *self)
{
  return self->open == NULL ? top_name (self->redo) : NULL;
}

static Group *
shift (GPtrArray *from, GPtrArray *to)
{
  Group *group = g_ptr_array_steal_index (from, from->len - 1);

  group->typing = FALSE;
  g_ptr_array_add (to, group);
  return group;
}

static GPtrArray *
hand_out (MnHistory *self, GPtrArray *edits)
{
  g_clear_pointer (&self->current, g_ptr_array_unref);
  self->current = edits;
  return edits;
}

GPtrArray *
mn_history_undo (MnHistory *self)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_edit_unref);
  Group     *group;

  g_return_val_if_fail (self->undo->len > 0 && self->open == NULL, hand_out (self, edits));

  group = shift (self->undo, self->redo);
  for (guint i = group->edits->len; i > 0; i--)
    g_ptr_array_add (edits, mn_edit_invert (group->edits->pdata[i - 1]));
  return hand_out (self, edits);
}

GPtrArray *
mn_history_redo (MnHistory *self)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_edit_unref);
  Group     *group;

  g_return_val_if_fail (self->redo->len > 0 && self->open == NULL, hand_out (self, edits));

  group = shift (self->redo, self->undo);
  for (guint i = 0; i < group->edits->len; i++)
    g_ptr_array_add (edits, mn_edit_ref (group->edits->pdata[i]));
  return hand_out (self, edits);
}

/* ---- one by one ------------------------------------------------------------------------------ */

guint
mn_history_get_n_groups (MnHistory *self, MnHistorySide side)
{
  if (side == MN_HISTORY_OPEN)
    return self->open != NULL ? 1 : 0;
  return side == MN_HISTORY_UNDO ? self->undo->len : self->redo->len;
}

MnHistoryGroup
mn_history_get_group (MnHistory *self, MnHistorySide side, guint index)
{
  GPtrArray   *stack = side == MN_HISTORY_UNDO ? self->undo : self->redo;
  const Group *group = side == MN_HISTORY_OPEN ? self->open : stack->pdata[index];

  return (MnHistoryGroup){ group->name, group->edits, group->typing };
}

void
mn_history_put_group (MnHistory *self, MnHistorySide side, const MnHistoryGroup *group)
{
  Group *copy = group_new (group->name);

  copy->typing = group->typing;
  copy->last = -(gint64) MN_HISTORY_PAUSE * 2;
  for (guint i = 0; i < group->edits->len; i++)
    g_ptr_array_add (copy->edits, mn_edit_ref (group->edits->pdata[i]));
  if (side != MN_HISTORY_OPEN)
    g_ptr_array_add (side == MN_HISTORY_UNDO ? self->undo : self->redo, copy);
  else
    {
      g_clear_pointer (&self->open, group_free);
      self->open = copy;
      self->depth = 1;
    }
}
