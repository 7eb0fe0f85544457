#include "mn-block.h"

static MnBlock *
make_table (const char *cell, double first_width)
{
  MnBlock *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  MnBlock *row = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL);

  mn_block_add_column (table, MN_COLUMN_SHARED, first_width);
  mn_block_add (row, mn_block_new_string (MN_ROLE_TABLE_CELL, cell));
  mn_block_add (table, row);
  return table;
}

static void
test_equal (void)
{
  g_autoptr (MnBlock) a = make_table ("Một", 0.5);
  g_autoptr (MnBlock) b = make_table ("Một", 0.5);
  g_autoptr (MnBlock) other_text = make_table ("Hai", 0.5);
  g_autoptr (MnBlock) other_width = make_table ("Một", 0.25);

  g_assert_true (mn_block_equal (a, b));
  g_assert_cmpuint (mn_block_hash (a), ==, mn_block_hash (b));
  g_assert_false (mn_block_equal (a, other_text));
  g_assert_false (mn_block_equal (a, other_width));
}

/* Each setting that changes what is printed, kept or found makes a block another one. */
static void
test_settings_count (void)
{
  for (int setting = 0; setting < 12; setting++)
    {
      g_autoptr (MnBlock) a = mn_block_new_string (MN_ROLE_BODY, "Nội dung");
      g_autoptr (MnBlock) b = mn_block_new_string (MN_ROLE_BODY, "Nội dung");

      g_assert_true (mn_block_equal (a, b));
      switch (setting)
        {
        case 0:
          b->role = MN_ROLE_SIGNER;
          break;
        case 1:
          b->align = MN_ALIGN_RIGHT;
          break;
        case 2:
          b->level = 1;
          break;
        case 3:
          b->outline = 1;
          break;
        case 4:
          b->keep_lines = 2;
          break;
        case 5:
          b->keep_with_next = TRUE;
          break;
        case 6:
          b->page_break = TRUE;
          break;
        case 7:
          b->width = 0.5;
          break;
        case 8:
          b->anchor = g_strdup ("point:1");
          break;
        case 9:
          b->source = g_strdup ("id");
          break;
        case 10:
          b->label = g_strdup ("1.");
          break;
        default:
          b->hand_changed = TRUE;
          break;
        }
      g_assert_false (mn_block_equal (a, b));
      g_assert_false (mn_block_equal (b, a));
    }
}

static void
test_marks_count (void)
{
  g_autoptr (MnText)  plain = mn_text_new ("Kết luận");
  g_autoptr (MnText)  bold = mn_text_mark (plain, 0, 3, MN_MARK_BOLD, MN_MARK_NONE);
  g_autoptr (MnBlock) a = mn_block_new_paragraph (MN_ROLE_BODY, plain);
  g_autoptr (MnBlock) b = mn_block_new_paragraph (MN_ROLE_BODY, bold);

  g_assert_false (mn_block_equal (a, b));
}

static void
test_dup_plain (void)
{
  g_autoptr (MnBlock) columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock            *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);
  MnBlock            *labelled = mn_block_new_string (MN_ROLE_BODY, "thứ nhất");
  g_autofree char    *plain = NULL;

  labelled->label = g_strdup ("1.");
  mn_block_add (column, labelled);
  mn_block_add (column, mn_block_new (MN_BLOCK_RULE, MN_ROLE_BODY));
  mn_block_add (column, mn_block_new_string (MN_ROLE_BODY, "thứ hai"));
  mn_block_add (columns, column);
  plain = mn_block_dup_plain (columns);
  g_assert_cmpstr (plain, ==, "1. thứ nhất\nthứ hai");
}

static void
test_references (void)
{
  MnBlock *block = mn_block_new_string (MN_ROLE_BODY, NULL);

  g_assert_null (block->text);
  mn_block_ref (block);
  mn_block_unref (block);
  g_assert_cmpint (block->kind, ==, MN_BLOCK_PARAGRAPH);
  mn_block_unref (block);
}

static void
test_composed (void)
{
  g_autoptr (MnComposed) composed = mn_composed_new ();

  composed->title = g_strdup ("Thông báo");
  g_ptr_array_add (composed->blocks, mn_block_new_string (MN_ROLE_BODY, "x"));
  g_assert_cmpuint (composed->blocks->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/equal", test_equal);
  g_test_add_func ("/block/settings-count", test_settings_count);
  g_test_add_func ("/block/marks-count", test_marks_count);
  g_test_add_func ("/block/dup-plain", test_dup_plain);
  g_test_add_func ("/block/references", test_references);
  g_test_add_func ("/block/composed", test_composed);
  return g_test_run ();
}
