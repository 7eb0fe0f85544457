#include <string.h>

#include "mn-pages-private.h"

#include "paper-test.h"

/* Forms nobody would write: whatever stands in them is printed once, inside the page, over nothing
 * else. */

#define N_SEEDS 150
#define EPSILON 0.05
#define LONG 900
#define USUAL 60

/* Random blocks whose words are numbered: "w1", "w2", … */
typedef struct
{
  GRand *rand;
  guint  n_words;
} Maker;

static guint
choose (Maker *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static MnBlock *
make_paragraph (Maker *self, guint most)
{
  static const char *const ends[] = { "", ":", ".", ";", "./." };
  GString                 *text = g_string_new (NULL);
  guint                    n = choose (self, most);
  MnBlock                 *block;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sw%u",
                            i == 0                   ? ""
                            : choose (self, 12) == 0 ? "\n"
                                                     : " ",
                            ++self->n_words);
  g_string_append (text, n > 0 ? ends[choose (self, G_N_ELEMENTS (ends))] : "");
  block = mn_block_new_string ((MnRole) choose (self, MN_N_ROLES), text->str);
  g_string_free (text, TRUE);
  block->align = (MnAlign) choose (self, 5);
  /* deep in a narrow cell words would be cut, and couldn't be counted */
  block->level = most == LONG || most == USUAL ? choose (self, 4) : 0;
  block->outline = choose (self, 8) == 0 ? choose (self, 9) : 0;
  block->keep_with_next = choose (self, 4) == 0;
  block->page_break = choose (self, 20) == 0;
  block->label = choose (self, 4) == 0 ? g_strdup ("-") : NULL;
  return block;
}

static MnBlock *
make_stack (Maker *self, MnBlockKind kind, guint most_words)
{
  MnBlock *stack = mn_block_new (kind, (MnRole) choose (self, MN_N_ROLES));
  guint    n = choose (self, 4);

  stack->place = (MnPlace) choose (self, MN_N_PLACES);
  stack->width = kind == MN_BLOCK_FRAME ? choose (self, 60) : 0;
  stack->height = choose (self, 20);
  for (guint i = 0; i < n; i++)
    mn_block_add (stack, make_paragraph (self, most_words));
  return stack;
}

static MnBlock *
make_columns (Maker *self)
{
  MnBlock *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  guint    n = 1 + choose (self, 3);

  columns->keep_lines = choose (self, 4);
  for (guint i = 0; i < n; i++)
    mn_block_add (columns, make_stack (self, MN_BLOCK_COLUMN, choose (self, 6) == 0 ? 300 : 8));
  return columns;
}

static MnBlock *
make_table (Maker *self)
{
  MnBlock *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  guint    n_rows = choose (self, 12);
  guint    n_cells = 1 + choose (self, 4);
  gboolean has_columns = n_cells < 4 && choose (self, 2) == 0;

  table->n_head_rows = choose (self, 3);
  for (guint i = 0; i < n_cells && has_columns; i++)
    {
      MnColumnKind kind = (MnColumnKind) choose (self, 3);

      mn_block_add_column (table, kind, kind == MN_COLUMN_SHARED ? 1 : 36 + choose (self, 20));
    }
  for (guint i = 0; i < n_rows; i++)
    {
      MnBlock *row = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL);

      for (guint j = 0; j < n_cells; j++)
        mn_block_add (row, make_paragraph (self, choose (self, 10) == 0 ? 400 : 20));
      mn_block_add (table, row);
    }
  return table;
}

static MnBlock *
make_section (Maker *self)
{
  MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

  section->landscape = choose (self, 2) == 0;
  section->own_numbers = choose (self, 2) == 0;
  return section;
}

static MnBlock *
make_block (Maker *self)
{
  switch (choose (self, 14))
    {
    case 0:
      return make_section (self);
    case 1:
      return make_stack (self, MN_BLOCK_MARK, 6);
    case 2:
      return make_stack (self, MN_BLOCK_FRAME, 6);
    case 3:
      return make_columns (self);
    case 4:
      return make_table (self);
    case 5:
      return mn_block_new (MN_BLOCK_GAP, (MnRole) choose (self, MN_N_ROLES));
    case 6:
      return new_rule (choose (self, 3) / 2.0);
    default:
      return make_paragraph (self, choose (self, 8) == 0 ? LONG : USUAL);
    }
}

/* ---- what became of it ---------------------------------------------------------------------- */

static void
count_words (const MnLine *line, guint *seen)
{
  g_autofree char *text = dup_line_text (line);

  for (const char *p = strpbrk (text, "wW"); p != NULL; p = strpbrk (p + 1, "wW"))
    seen[g_ascii_strtoull (p + 1, NULL, 10)]++;
}

/* The strip's type is inside the strip's height and the text's width. */
static void
check_strip (const MnStrip *strip, double width, guint *seen)
{
  for (const MnLine *line = strip->lines; line != NULL; line = line->next)
    {
      g_assert_cmpfloat (line->x, >=, -EPSILON);
      g_assert_cmpfloat (line->x + line->width, <=, width + EPSILON);
      g_assert_cmpfloat (line->baseline, >=, 0);
      g_assert_cmpfloat (line->baseline, <=, strip->height + EPSILON);
      count_words (line, seen);
    }
}

static double
find_end (const MnPlacement *placement)
{
  double y = placement->y + (placement->head ? placement->unit->head_height : 0);

  for (guint i = placement->first; i < placement->end; i++)
    y += mn_unit_get_strip (placement->unit, i)->height +
         (i > placement->first ? mn_unit_get_space (placement->unit, i) : 0);
  return y;
}

/* One below the other, marks at the foot last, on the sheet. */
static void
check_page (MnPages *pages, guint i, guint *seen)
{
  const MnPage *page = pages->pages->pdata[i];
  MnSheet       sheet;
  double        end;

  mn_pages_get_sheet (pages, i, &sheet);
  end = -sheet.top;
  for (guint j = 0; j < page->placements->len; j++)
    {
      const MnPlacement *placement = &g_array_index (page->placements, MnPlacement, j);
      gboolean           is_mark = mn_unit_get_block (placement->unit)->kind == MN_BLOCK_MARK;

      g_assert_cmpfloat (placement->y, >=, end - EPSILON);
      g_assert_cmpfloat (placement->y, >=, is_mark ? -sheet.top : -EPSILON);
      end = find_end (placement);
      g_assert_cmpfloat (
          end, <=, mn_sheet_get_text_height (&sheet) + (is_mark ? sheet.bottom : 0) + EPSILON);
      for (guint strip = placement->first; strip < placement->end; strip++)
        check_strip (mn_unit_get_strip (placement->unit, strip), mn_sheet_get_text_width (&sheet),
                     seen);
    }
}

static void
test_seed (gconstpointer data)
{
  for (guint32 seed = GPOINTER_TO_UINT (data); seed < N_SEEDS; seed += 5)
    {
      Maker                  maker = { g_rand_new_with_seed (seed), 0 };
      g_autoptr (MnPages)    pages = new_pages ();
      g_autoptr (MnComposed) composed = mn_composed_new ();
      g_autofree guint      *seen = NULL;
      guint                  n = choose (&maker, 40);

      for (guint i = 0; i < n; i++)
        add_block (composed, make_block (&maker));
      seen = g_new0 (guint, maker.n_words + 1);
      g_test_message ("seed %u, %u words", seed, maker.n_words);
      mn_pages_update (pages, composed);
      for (guint i = 0; i < mn_pages_get_n_pages (pages); i++)
        check_page (pages, i, seen);
      for (guint i = 1; i <= maker.n_words; i++)
        {
          if (seen[i] != 1)
            g_test_message ("seed %u: w%u stands there %u times", seed, i, seen[i]);
          g_assert_cmpuint (seen[i], ==, 1);
        }
      if (seed % 10 == 0)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) pdf = mn_pages_to_pdf (pages, &error);

          g_assert_no_error (error);
          g_assert_nonnull (pdf);
        }
      g_rand_free (maker.rand);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz-pages/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_seed);
    }
  return g_test_run ();
}
