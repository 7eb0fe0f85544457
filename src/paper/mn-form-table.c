#include "mn-form-table.h"

static gboolean
is_hidden (const MnFormTable *self, guint column)
{
  return (self->hidden & (1u << column)) != 0;
}

static void
add_heading (MnFormTable *self)
{
  MnBlock *head = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_HEAD);

  for (guint i = 0; i < self->n_columns; i++)
    if (!is_hidden (self, i))
      {
        mn_block_add_column (self->block, self->columns[i].kind, self->columns[i].width);
        mn_block_add (head, mn_block_new_string (MN_ROLE_TABLE_HEAD, self->columns[i].heading));
      }
  self->block->n_head_rows = 1;
  mn_block_add (self->block, head);
}

/** mn_form_table_begin: the heading row, which is repeated on each page. */
void
mn_form_table_begin (MnFormTable *self, const MnFormColumn *columns, guint n_columns, guint hidden)
{
  self->columns = columns;
  self->n_columns = n_columns;
  self->hidden = hidden;
  self->row = NULL;
  self->block = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  add_heading (self);
}

void
mn_form_table_add_row (MnFormTable *self, MnItem *source)
{
  self->row = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL);
  if (source != NULL)
    self->row->source = g_strdup (mn_item_get_id (source));
  mn_block_add (self->block, self->row);
  self->next = 0;
}

MnBlock *
mn_form_table_add_text (MnFormTable *self, MnText *text)
{
  guint               i = self->next++;
  const MnFormColumn *column = &self->columns[MIN (i, self->n_columns - 1)];
  MnBlock            *cell = NULL;

  if (i < self->n_columns && !is_hidden (self, i))
    {
      cell = mn_block_new_paragraph (column->role != 0 ? column->role : MN_ROLE_TABLE_CELL, text);
      cell->align = column->align;
      mn_block_add (self->row, cell);
    }
  mn_text_unref (text);
  return cell;
}

MnBlock *
mn_form_table_add_string (MnFormTable *self, const char *text)
{
  g_autofree char *clean = mn_sentence_clean (text);

  return mn_form_table_add_text (self, mn_text_new (clean));
}

void
mn_form_table_add_item_text (MnFormTable *self,
                             MnText      *text,
                             const char  *prefix,
                             MnItem      *item,
                             const char  *part)
{
  MnBlock *cell = mn_form_table_add_text (self, text);

  if (cell != NULL)
    mn_composer_name_item (cell, prefix, item, part);
}

void
mn_form_table_add_item (MnFormTable *self,
                        const char  *text,
                        const char  *prefix,
                        MnItem      *item,
                        const char  *part)
{
  g_autofree char *clean = mn_sentence_clean (text);

  mn_form_table_add_item_text (self, mn_text_new (clean), prefix, item, part);
}

static MnText *
new_bold (const char *text)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autofree char          *clean = mn_sentence_clean (text);

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_run (builder, clean, -1, MN_MARK_BOLD);
  return mn_text_builder_end (builder);
}

void
mn_form_table_add_group (MnFormTable *self, const char *label, const char *text)
{
  MnBlock *cell;

  mn_form_table_add_row (self, NULL);
  mn_form_table_add_text (self, new_bold (label));
  /* The rest of the row is one cell, whatever its columns are. */
  cell = mn_block_new_paragraph (MN_ROLE_TABLE_CELL, NULL);
  cell->text = new_bold (text);
  mn_block_add (self->row, cell);
  self->row->keep_with_next = TRUE;
}

void
mn_form_table_end (MnFormTable *self, MnComposer *composer)
{
  if (self->row == NULL)
    {
      mn_form_table_add_row (self, NULL);
      for (guint i = 0; i < self->n_columns; i++)
        mn_form_table_add_string (self, "");
    }
  mn_composer_add (composer, g_steal_pointer (&self->block));
}
