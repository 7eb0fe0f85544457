#include "mn-block.h"

#include <string.h>

/** mn_block_new: an empty block. (transfer full) */
MnBlock *
mn_block_new (MnBlockKind kind, MnRole role)
{
  MnBlock *self = g_new0 (MnBlock, 1);

  g_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->role = role;
  return self;
}

/** mn_block_new_paragraph: a paragraph block with a reference of its own on @text. (transfer full)
 */
MnBlock *
mn_block_new_paragraph (MnRole role, MnText *text)
{
  MnBlock *self = mn_block_new (MN_BLOCK_PARAGRAPH, role);

  if (text != NULL)
    self->text = mn_text_ref (text);
  return self;
}

/** mn_block_new_string: a paragraph block of plain characters. (transfer full) */
MnBlock *
mn_block_new_string (MnRole role, const char *text)
{
  g_autoptr (MnText) rich = text != NULL ? mn_text_new (text) : NULL;

  return mn_block_new_paragraph (role, rich);
}

MnBlock *
mn_block_ref (MnBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);
  return self;
}

void
mn_block_unref (MnBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, mn_text_unref);
  g_clear_pointer (&self->picture, mn_picture_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/** mn_block_add: appends @child, whose reference goes over to @self. */
void
mn_block_add (MnBlock *self, MnBlock *child)
{
  g_return_if_fail (self != NULL && child != NULL && self != child);

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
  g_ptr_array_add (self->children, child);
}

/** mn_block_add_column: says how wide the TABLE's next column is. */
void
mn_block_add_column (MnBlock *self, MnColumnKind kind, double width)
{
  const MnColumn column = { kind, width };

  g_return_if_fail (self != NULL);

  if (self->columns == NULL)
    self->columns = g_array_new (FALSE, FALSE, sizeof (MnColumn));
  g_array_append_val (self->columns, column);
}

/** mn_block_equal_columns: whether both tables say the same of their columns. */
gboolean
mn_block_equal_columns (const MnBlock *self, const MnBlock *other)
{
  const GArray *a = self->columns;
  const GArray *b = other->columns;

  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const MnColumn *x = &g_array_index (a, MnColumn, i);
      const MnColumn *y = &g_array_index (b, MnColumn, i);

      if (x->kind != y->kind || x->width != y->width)
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_settings (const MnBlock *a, const MnBlock *b)
{
  return a->kind == b->kind && a->role == b->role && a->align == b->align && a->level == b->level &&
         a->outline == b->outline && a->keep_lines == b->keep_lines &&
         a->keep_with_next == b->keep_with_next && a->page_break == b->page_break &&
         a->width == b->width && a->height == b->height && a->place == b->place &&
         a->landscape == b->landscape && a->own_numbers == b->own_numbers &&
         a->own_sheets == b->own_sheets && a->n_head_rows == b->n_head_rows &&
         a->hand_changed == b->hand_changed && a->picture == b->picture;
}

static guint
count_children (const MnBlock *self)
{
  return self->children != NULL ? self->children->len : 0;
}

/** mn_block_equal: the same in every respect, children included. */
gboolean
mn_block_equal (const MnBlock *self, const MnBlock *other)
{
  if (self == other)
    return TRUE;
  if (!equal_settings (self, other) || !mn_block_equal_columns (self, other) ||
      g_strcmp0 (self->anchor, other->anchor) != 0 ||
      g_strcmp0 (self->source, other->source) != 0 || g_strcmp0 (self->link, other->link) != 0 ||
      g_strcmp0 (self->label, other->label) != 0 || !mn_text_equal (self->text, other->text) ||
      count_children (self) != count_children (other))
    return FALSE;
  for (guint i = 0; i < count_children (self); i++)
    if (!mn_block_equal (self->children->pdata[i], other->children->pdata[i]))
      return FALSE;
  return TRUE;
}

static guint
add_string_hash (guint hash, const char *string)
{
  return hash * 31 + (string != NULL ? g_str_hash (string) : 0);
}

/** mn_block_hash: equal blocks have the same. */
guint
mn_block_hash (const MnBlock *self)
{
  guint hash = (guint) self->kind * MN_N_ROLES + (guint) self->role;

  hash = add_string_hash (hash, self->anchor);
  hash = add_string_hash (hash, self->label);
  hash = add_string_hash (hash, self->text != NULL ? mn_text_get_plain (self->text) : NULL);
  for (guint i = 0; i < count_children (self); i++)
    hash = hash * 31 + mn_block_hash (self->children->pdata[i]);
  return hash;
}

static void
append_line (GString *plain, const char *label, const char *text)
{
  if (plain->len > 0)
    g_string_append_c (plain, '\n');
  if (label != NULL)
    g_string_append (plain, label);
  if (label != NULL && text != NULL)
    g_string_append_c (plain, ' ');
  if (text != NULL)
    g_string_append (plain, text);
}

static void
append_plain (const MnBlock *self, GString *plain)
{
  if (self->text != NULL || self->label != NULL)
    append_line (plain, self->label, self->text != NULL ? mn_text_get_plain (self->text) : NULL);
  for (guint i = 0; i < count_children (self); i++)
    append_plain (self->children->pdata[i], plain);
}

/**
 * mn_block_dup_plain:
 *
 * Returns: (transfer full): label and characters of the block and of its children, a line for each
 * paragraph; without the dashes and numbers of points inside a text
 */
char *
mn_block_dup_plain (const MnBlock *self)
{
  GString *plain = g_string_new (NULL);

  append_plain (self, plain);
  return g_string_free (plain, FALSE);
}

MnComposed *
mn_composed_new (void)
{
  MnComposed *self = g_new0 (MnComposed, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
  return self;
}

void
mn_composed_free (MnComposed *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->created, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_free (self);
}
