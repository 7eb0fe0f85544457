/* Sheets, margins, page numbers and what stands between paragraphs: HD 05-HD/VPTW; NĐ 30, Phụ lục
 * I, Phần I, Mục I and II.6. */

#include <string.h>

#include "mn-pages-private.h"
#include "rules-row.h"

static void
complain (const RulesPaper *paper, guint page, const char *what)
{
  g_test_message ("%s: page %u: %s", paper->name, page + 1, what);
  g_test_fail ();
}

/* ---- sheets --------------------------------------------------------------------------------- */

/* A4; what is a wide table lies on turned sheets, its appendices don't. */
static void
size_cb (const RulesPaper *paper, gpointer unused)
{
  gboolean is_turned = paper->form == MN_FORM_PROPOSALS || paper->form == MN_FORM_FOLLOW_UP ||
                       paper->form == MN_FORM_COMPARISON;

  for (guint i = 0; i < paper->pages->len; i++)
    {
      const RulesPage *page = rules_paper_get_page (paper, i);
      gboolean         is_main = i < rules_paper_find_part (paper, 1);
      double           width = is_turned && is_main ? page->height : page->width;
      double           height = is_turned && is_main ? page->width : page->height;

      if (ABS (width - 210) > RULES_MM || ABS (height - 297) > RULES_MM)
        complain (paper, i, "not A4 as it should lie");
    }
}

static void
test_size (void)
{
  rules_each_paper (-1, size_cb, NULL);
}

/* ---- margins -------------------------------------------------------------------------------- */

/* What the rule puts outside the text: page numbers, and the marks at both edges. */
static gboolean
is_allowed (const RulesPage *page, const RulesGlyph *glyph)
{
  return glyph->taken && (glyph->bottom < 20 || glyph->top > page->height - 20);
}

static gboolean
is_inside (const RulesPage  *page,
           const RulesSheet *sheet,
           double            left,
           double            right,
           double            top,
           double            bottom)
{
  return left > sheet->left - RULES_MM && right < page->width - sheet->right + RULES_MM &&
         top > sheet->top - RULES_MM && bottom < page->height - sheet->bottom + RULES_MM;
}

static void
margin_cb (const RulesPaper *paper, gpointer unused)
{
  for (guint i = 0; i < paper->pages->len; i++)
    {
      const RulesPage *page = rules_paper_get_page (paper, i);
      RulesSheet       sheet;

      rules_paper_get_sheet (paper, i, &sheet);
      for (guint j = 0; j < page->glyphs->len; j++)
        {
          const RulesGlyph *glyph = &g_array_index (page->glyphs, RulesGlyph, j);

          if (!is_allowed (page, glyph) &&
              !is_inside (page, &sheet, glyph->left, glyph->right, glyph->top, glyph->bottom))
            complain (paper, i, "a letter outside the text");
        }
      for (guint j = 0; j < page->strokes->len; j++)
        {
          const RulesStroke *stroke = &g_array_index (page->strokes, RulesStroke, j);

          if (stroke->weight > 0 &&
              !is_inside (page, &sheet, stroke->left, stroke->right, stroke->top, stroke->bottom))
            complain (paper, i, "a stroke outside the text");
        }
    }
}

/* No ink outside the text but what the rule puts there. */
static void
test_margins (void)
{
  rules_each_paper (-1, margin_cb, NULL);
}

/* A page of running text fills its area from edge to edge. */
static void
test_filled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules_styles); i++)
    {
      const RulesPaper *paper = rules_get_paper (rules_styles[i], MN_FORM_NOTICE, RULES_LONG);
      const RulesPage  *page = rules_paper_get_page (paper, 1);
      double            left = 1000, right = 0, top = 1000, bottom = 0;

      for (guint j = 0; j < page->glyphs->len; j++)
        {
          const RulesGlyph *glyph = &g_array_index (page->glyphs, RulesGlyph, j);

          if (glyph->taken)
            continue;
          left = MIN (left, glyph->left);
          right = MAX (right, glyph->right);
          top = MIN (top, glyph->top);
          bottom = MAX (bottom, glyph->bottom);
        }
      g_assert_cmpfloat_with_epsilon (left, 30, RULES_MM);
      g_assert_cmpfloat_with_epsilon (right, 210 - 15, RULES_MM);
      g_assert_cmpfloat_with_epsilon (top, 20, 1.5);
      g_assert_cmpfloat_with_epsilon (bottom, 297 - 20, MN_PT_TO_MM (18) + 0.5);
    }
}

/* ---- page numbers --------------------------------------------------------------------------- */

/* Digits above the text, of a page that is a part's first or not. */
static void
check_number (const RulesPaper *paper, guint number, guint expected)
{
  const RulesPage *page = rules_paper_get_page (paper, number);
  double           left, right, from = 1000, to = 0;
  guint            value = 0;

  rules_paper_get_strip (paper, number, RULES_WHOLE, &left, &right);
  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const RulesGlyph *glyph = &g_array_index (page->glyphs, RulesGlyph, i);

      if (!glyph->taken || !g_unichar_isdigit (glyph->letter) || glyph->bottom > 20)
        continue;
      value = value * 10 + (guint) g_unichar_digit_value (glyph->letter);
      from = MIN (from, glyph->left);
      to = MAX (to, glyph->right);
      if (ABS (glyph->top - 10) > 1 || glyph->bold || glyph->italic ||
          ABS (glyph->size - 14) > RULES_PT)
        complain (paper, number, "a page number of another look or place");
    }
  if (value != (expected > 1 ? expected : 0))
    complain (paper, number, "another page number");
  if (value > 0 && ABS (from + to - left - right) / 2 > RULES_MM)
    complain (paper, number, "a page number that isn't centred between the text's edges");
}

/* On every page but the first; appendices are numbered each on its own. */
static void
number_cb (const RulesPaper *paper, gpointer unused)
{
  guint start = 0, n = 1, next = rules_paper_find_part (paper, n);

  for (guint i = 0; i < paper->pages->len; i++)
    {
      if (i == next)
        {
          start = i;
          next = rules_paper_find_part (paper, ++n);
        }
      check_number (paper, i, i - start + 1);
    }
}

static void
test_numbers (void)
{
  rules_each_paper (-1, number_cb, NULL);
}

/* ---- backs of sheets ------------------------------------------------------------------------ */

/* HD 05, on margins: printed on both sides, even pages have 15 mm on the left and 30 on the right.
 */
static void
test_two_sided (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules_styles); i++)
    {
      g_autoptr (MnItem)    session = rules_session_new (i == 2, RULES_LONG);
      RulesPaper           *paper = rules_print (rules_styles[i], MN_FORM_NOTICE, session);
      g_autoptr (GBytes)    pdf = NULL;
      g_autoptr (GPtrArray) pages = NULL;
      const RulesPage      *page;
      double                left = 1000, right = 0;

      mn_pages_set_two_sided (paper->engine, TRUE);
      mn_pages_update (paper->engine, paper->composed);
      pdf = mn_pages_to_pdf (paper->engine, NULL);
      pages = rules_pages_read (pdf);
      page = pages->pdata[1];
      for (guint j = 0; j < page->glyphs->len; j++)
        {
          left = MIN (left, g_array_index (page->glyphs, RulesGlyph, j).left);
          right = MAX (right, g_array_index (page->glyphs, RulesGlyph, j).right);
        }
      g_assert_cmpfloat_with_epsilon (left, i == 2 ? 30 : 15, RULES_MM);
      g_assert_cmpfloat_with_epsilon (right, i == 2 ? 195 : 180, RULES_MM);
      rules_paper_free (paper);
    }
}

/* ---- between paragraphs --------------------------------------------------------------------- */

static gboolean
is_running (const RulesVisit *visit)
{
  return visit->block->role == MN_ROLE_BODY || visit->block->role == MN_ROLE_OPENING_ITEM ||
         visit->block->role == MN_ROLE_BASIS;
}

/* At least 6 pt. */
static void
gap_cb (const RulesPaper *paper, gpointer unused)
{
  for (guint i = 1; i < paper->visits->len; i++)
    {
      const RulesVisit *above = paper->visits->pdata[i - 1], *visit = paper->visits->pdata[i];
      const RulesLine  *last = rules_found_get_last (above->found);
      const RulesLine  *first = rules_found_get_first (visit->found);
      double            pitch = paper->style->roles[MN_ROLE_BODY].pitch;

      if (!is_running (above) || !is_running (visit) || first->page != last->page)
        continue;
      rules_expect (MN_MM_TO_PT (first->bottom - last->bottom) > pitch + 6 - RULES_PT, paper, visit,
                    "less than 6 pt below the paragraph above");
    }
}

static void
test_gaps (void)
{
  rules_each_paper (-1, gap_cb, NULL);
}

/* The last full stop of the body: "." with the Party (HD 05, ô 6), "./." with the State (NĐ 30,
 * Mẫu 1.4, 1.7 and 1.9), in papers whose body is text. */
static void
end_cb (const RulesPaper *paper, gpointer unused)
{
  const RulesVisit *last = NULL;
  gboolean          is_text = paper->form == MN_FORM_MINUTES || paper->form == MN_FORM_NOTICE ||
                     paper->form == MN_FORM_INVITATION;

  for (guint i = 0; i < paper->visits->len; i++)
    {
      const RulesVisit *visit = paper->visits->pdata[i];

      if (visit->block->role == MN_ROLE_APPENDIX)
        break;
      if (is_running (visit))
        last = visit;
    }
  if (last == NULL || !is_text)
    return;
  rules_expect_match (paper, last, rules_paper_is_state (paper) ? "[^.]\\./\\.$" : "[^./]\\.$");
}

static void
test_end (void)
{
  rules_each_paper (-1, end_cb, NULL);
}

/* ---- tables --------------------------------------------------------------------------------- */

#define WIDEST 42.0 /* points: "Nghiêng" of 12 pt; no syllable is wider by much */

/* Less what the cell keeps free; a column fitted to what stands in it parts nothing anyhow. */
static void
check_columns (const RulesPaper *paper, const MnBlock *table, const GArray *edges)
{
  for (guint i = 1; i + 1 < edges->len; i++)
    {
      double width = g_array_index (edges, double, i + 1) - g_array_index (edges, double, i);

      if (g_array_index (table->columns, MnColumn, i).kind != MN_COLUMN_FITTED &&
          width - 2 * paper->style->cell_padding_x < WIDEST)
        {
          g_test_message ("%s: column %u is too narrow", paper->name, i + 1);
          g_test_fail ();
        }
    }
}

static gboolean
has_line (const MnUnit *unit, guint row, const MnBlock *cell, const char *word)
{
  guint end = row + 1 < unit->rows->len ? g_array_index (unit->rows, guint, row + 1)
                                        : unit->strips->len;

  for (guint i = g_array_index (unit->rows, guint, row); i < end; i++)
    for (const MnLine *line = mn_unit_get_strip (unit, i)->lines; line != NULL; line = line->next)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        if (line->block != cell)
          continue;
        for (guint j = 0; j < line->n_pieces; j++)
          g_string_append (text, line->pieces[j].fragment->utf8);
        if (strstr (text->str, word) != NULL)
          return TRUE;
      }
  return FALSE;
}

/* A date, a number, a word of a column fitted to them stands on one line. */
static void
check_words (const RulesPaper *paper, const MnUnit *unit, guint row, const MnBlock *cell)
{
  g_auto (GStrv) words = g_strsplit_set (mn_text_get_plain (cell->text), " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) <= 12 && !has_line (unit, row, cell, words[i]))
      {
        g_test_message ("%s: “%s” is parted", paper->name, words[i]);
        g_test_fail ();
      }
}

static void
check_fitted (const RulesPaper *paper, const MnUnit *unit)
{
  const MnBlock *table = mn_unit_get_block (unit);

  for (guint row = 0; row < table->children->len; row++)
    {
      const MnBlock *cells = table->children->pdata[row];

      for (guint i = 0; i < cells->children->len; i++)
        {
          const MnBlock *cell = cells->children->pdata[i];

          if (g_array_index (table->columns, MnColumn, i).kind == MN_COLUMN_FITTED &&
              cell->text != NULL)
            check_words (paper, unit, row, cell);
        }
    }
}

/* Of one paper, tables with the same heading have the same columns. */
static void
check_alike (const RulesPaper *paper, const MnUnit *unit, const MnUnit *other)
{
  const MnBlock *head = mn_unit_get_block (unit)->children->pdata[0];

  if (unit->width != other->width ||
      !mn_block_equal (head, mn_unit_get_block (other)->children->pdata[0]))
    return;
  g_assert_cmpmem (unit->edges->data, unit->edges->len * sizeof (double), other->edges->data,
                   other->edges->len * sizeof (double));
}

/* No column but that of numbers is so narrow that a syllable is parted in it. */
static void
column_cb (const RulesPaper *paper, gpointer unused)
{
  const GPtrArray *units = paper->engine->document;
  const MnUnit    *last = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const MnUnit  *unit = units->pdata[i];
      const MnBlock *block = mn_unit_get_block (unit);

      if (block->kind != MN_BLOCK_TABLE)
        continue;
      check_columns (paper, block, unit->edges);
      check_fitted (paper, unit);
      if (last != NULL)
        check_alike (paper, unit, last);
      last = unit;
    }
}

static void
test_columns (void)
{
  rules_each_paper (-1, column_cb, NULL);
}

/* ---- everything is there -------------------------------------------------------------------- */

#define N_BUCKETS 0x2000 /* Vietnamese and what it is mixed with lies below */

static void
count_letter (int *counts, gunichar letter, int by)
{
  if (letter < N_BUCKETS && !g_unichar_isspace (letter))
    counts[g_unichar_toupper (letter)] += by;
}

/* Marks stand once in each part, and page numbers in none of the blocks. */
static void
count_block (const MnBlock *block, int *counts)
{
  g_autofree char *words = block->children == NULL ? mn_block_dup_plain (block) : NULL;

  for (const char *p = words; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    count_letter (counts, g_utf8_get_char (p), -1);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    count_block (block->children->pdata[i], counts);
}

/* Each letter of the form is on paper, in paragraphs of 1,500 words and rows longer than a page as
 * well; more of them where a table's heading stands again. */
static void
letters_cb (const RulesPaper *paper, gpointer unused)
{
  g_autofree int *counts = g_new0 (int, N_BUCKETS);

  for (guint i = 0; i < paper->pages->len; i++)
    {
      const GArray *glyphs = rules_paper_get_page (paper, i)->glyphs;

      for (guint j = 0; j < glyphs->len; j++)
        count_letter (counts, g_array_index (glyphs, RulesGlyph, j).letter, 1);
    }
  for (guint i = 0; i < paper->composed->blocks->len; i++)
    count_block (paper->composed->blocks->pdata[i], counts);
  for (guint i = 0; i < N_BUCKETS; i++)
    if (counts[i] < 0)
      {
        g_test_message ("%s: U+%04X is missing %d times", paper->name, i, -counts[i]);
        g_test_fail ();
      }
}

static void
test_letters (void)
{
  rules_each_paper (-1, letters_cb, NULL);
}

void
rules_add_sheet_tests (void)
{
  g_test_add_func ("/rules/sheet/size", test_size);
  g_test_add_func ("/rules/sheet/margins", test_margins);
  g_test_add_func ("/rules/sheet/filled", test_filled);
  g_test_add_func ("/rules/sheet/page-numbers", test_numbers);
  g_test_add_func ("/rules/sheet/two-sided", test_two_sided);
  g_test_add_func ("/rules/body/gaps", test_gaps);
  g_test_add_func ("/rules/body/end", test_end);
  g_test_add_func ("/rules/tables/columns", test_columns);
  g_test_add_func ("/rules/sheet/every-letter", test_letters);
}
