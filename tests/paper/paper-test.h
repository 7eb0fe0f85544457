#pragma once

#include "mn-column.h"
#include "mn-pages.h"

/* Blocks as forms make them, for tests of the layout engine. */

#define SENTENCE                                                                                                                   \
  "Thường trực Tỉnh uỷ ghi nhận và đánh giá cao kết quả phối hợp giữa Uỷ ban Mặt trận Tổ quốc " \
  "với các tổ chức chính trị - xã hội trong việc nắm tình hình nhân dân, kịp thời phản ánh tâm "      \
  "tư, nguyện vọng của đoàn viên, hội viên. "

static inline MnPages *
new_pages (void)
{
  g_autoptr (GError) error = NULL;
  MnStyle           *style = mn_style_load ("party-2026", &error);

  g_assert_no_error (error);
  return mn_pages_new (style);
}

/* What units are laid out with; free with free_layout(). */
static inline MnLayout *
new_layout (void)
{
  MnLayout *layout = g_new0 (MnLayout, 1);
  MnStyle  *style = mn_style_load ("party-2026", NULL);

  g_assert_nonnull (style);
  layout->style = style;
  layout->shaper = mn_shaper_new ();
  layout->typesetter = mn_typesetter_new (layout->shaper);
  layout->width = style->page_width - style->margin_left - style->margin_right;
  layout->height = style->page_height - style->margin_top - style->margin_bottom;
  return layout;
}

static inline void
free_layout (MnLayout *layout)
{
  mn_typesetter_free (layout->typesetter);
  mn_shaper_free (layout->shaper);
  mn_style_free ((MnStyle *) layout->style);
  g_free (layout);
}

static inline char *
dup_line_text (const MnLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_pieces; i++)
    g_string_append (text, line->pieces[i].fragment->utf8);
  return g_string_free (text, FALSE);
}

static inline MnUnit *
new_unit (MnLayout *layout, MnBlock *block)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
  GArray    *edges = NULL;

  g_ptr_array_add (blocks, block);
  if (block->kind == MN_BLOCK_TABLE)
    {
      g_autoptr (MnTables) tables = mn_tables_new (blocks);

      edges = mn_tables_find_edges (tables, layout, block);
    }
  return mn_unit_new (layout, blocks, edges);
}

static inline MnBlock *
add_block (MnComposed *composed, MnBlock *block)
{
  g_ptr_array_add (composed->blocks, block);
  return block;
}

static inline MnBlock *
add_string (MnComposed *composed, MnRole role, const char *text)
{
  return add_block (composed, mn_block_new_string (role, text));
}

static inline MnBlock *
new_column (double width)
{
  MnBlock *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);

  column->width = width;
  return column;
}

static inline MnBlock *
new_rule (double width)
{
  MnBlock *rule = mn_block_new (MN_BLOCK_RULE, MN_ROLE_BODY);

  rule->width = width;
  return rule;
}

static inline void
add_letterhead (MnComposed *composed)
{
  MnBlock *names = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *dates = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *left = new_column (0);
  MnBlock *right = new_column (0);

  mn_block_add (left, mn_block_new_string (MN_ROLE_PARENT_BODY, "Đảng bộ tỉnh Vĩnh Long"));
  mn_block_add (left, mn_block_new_string (MN_ROLE_ISSUING_BODY, "Đảng uỷ phường Trà Vinh"));
  mn_block_add (left, mn_block_new_string (MN_ROLE_STAR, "*"));
  mn_block_add (right, mn_block_new_string (MN_ROLE_PARTY_TITLE, "Đảng Cộng sản Việt Nam"));
  mn_block_add (right, new_rule (1));
  mn_block_add (names, left);
  mn_block_add (names, right);
  names->keep_with_next = TRUE;
  add_block (composed, names);

  left = new_column (0);
  right = new_column (0);
  mn_block_add (left, mn_block_new_string (MN_ROLE_NUMBER, "Số 07-TB/ĐU"));
  mn_block_add (right,
                mn_block_new_string (MN_ROLE_PLACE_DATE, "Trà Vinh, ngày 05 tháng 02 năm 2026"));
  mn_block_add (dates, left);
  mn_block_add (dates, right);
  add_block (composed, dates);
}

static inline void
add_title (MnComposed *composed)
{
  add_string (composed, MN_ROLE_KIND, "Thông báo");
  add_string (composed, MN_ROLE_SUBJECT,
              "kết luận của Thường trực Đảng uỷ tại hội nghị giao ban với Mặt trận Tổ quốc và các "
              "tổ chức chính trị - xã hội quý I/2026");
  add_string (composed, MN_ROLE_SEPARATOR, "-----");
}

static inline MnBlock *
new_row (MnRole role, const char *const *cells, guint n)
{
  MnBlock *row = mn_block_new (MN_BLOCK_ROW, role);

  for (guint i = 0; i < n; i++)
    mn_block_add (row, mn_block_new_string (role, cells[i]));
  return row;
}

static inline MnBlock *
add_table (MnComposed *composed, guint n_rows, const char *text)
{
  static const char *const head[] = { "TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn" };
  static const double widths[] = { 0.08, 0.5, 0.22, 0.2 };
  MnBlock            *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  table->n_head_rows = 1;
  for (guint i = 0; i < 4; i++)
    mn_block_add_column (table, MN_COLUMN_SHARED, widths[i]);
  mn_block_add (table, new_row (MN_ROLE_TABLE_HEAD, head, 4));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char  *number = g_strdup_printf ("%u", i + 1);
      const char *const cells[] = { number, text, "Văn phòng Đảng uỷ", "30/6/2026" };

      mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 4));
    }
  return add_block (composed, table);
}

static inline MnBlock *
add_signature (MnComposed *composed)
{
  MnBlock *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *left = new_column (0);
  MnBlock *right = new_column (0);

  columns->keep_lines = 2;
  mn_block_add (left, mn_block_new_string (MN_ROLE_RECIPIENTS_LABEL, "Nơi nhận:"));
  mn_block_add (left,
                mn_block_new_string (MN_ROLE_RECIPIENT, "- Thường trực Tỉnh uỷ (để báo cáo);"));
  mn_block_add (left, mn_block_new_string (MN_ROLE_RECIPIENT, "- Uỷ ban Mặt trận Tổ quốc phường;"));
  mn_block_add (left, mn_block_new_string (MN_ROLE_RECIPIENT, "- Lưu Văn phòng Đảng uỷ."));
  mn_block_add (right, mn_block_new_string (MN_ROLE_AUTHORITY, "T/M Ban Thường vụ"));
  mn_block_add (right, mn_block_new_string (MN_ROLE_POSITION, "Phó Bí thư"));
  mn_block_add (right, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  mn_block_add (right, mn_block_new_string (MN_ROLE_SIGNER, "Nguyễn Văn An"));
  mn_block_add (columns, left);
  mn_block_add (columns, right);
  return add_block (composed, columns);
}
