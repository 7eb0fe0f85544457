#include "rules-paper.h"

#include <stdlib.h>
#include <string.h>

/** Strip text: letters without blanks, and whose they are. */
typedef struct
{
  GString *utf8;
  GArray  *glyphs; /* of RulesGlyph, one a letter */
  GArray  *starts; /* of gsize: where each letter begins */
} Strip;

static void
free_strip (Strip *strip)
{
  g_string_free (strip->utf8, TRUE);
  g_array_unref (strip->glyphs);
  g_array_unref (strip->starts);
  g_free (strip);
}

gboolean
rules_paper_is_state (const RulesPaper *self)
{
  return self->style->family == MN_FAMILY_STATE;
}

RulesPage *
rules_paper_get_page (const RulesPaper *self, guint page)
{
  return self->pages->pdata[page];
}

/* ---- the sheet by the rule ------------------------------------------------------------------ */

/* HD 05, on margins: 20, 20, 30 and 15 mm, fixed; NĐ 30, Phần I, Mục I: ranges, of which the
 * style's are one (style/office holds it against them). Turned sheets keep their binding edge. */
void
rules_paper_get_sheet (const RulesPaper *self, guint number, RulesSheet *sheet)
{
  const RulesPage *page = rules_paper_get_page (self, number);
  RulesSheet       upright = { 20, 20, 30, 15 };

  if (rules_paper_is_state (self))
    upright = (RulesSheet){ MN_PT_TO_MM (self->style->margin_top),
                            MN_PT_TO_MM (self->style->margin_bottom),
                            MN_PT_TO_MM (self->style->margin_left),
                            MN_PT_TO_MM (self->style->margin_right) };
  *sheet = upright;
  if (page->width > page->height)
    *sheet = (RulesSheet){ upright.left, upright.right, upright.bottom, upright.top };
}

void
rules_paper_get_strip (const RulesPaper *self,
                       guint             page,
                       RulesStrip        strip,
                       double           *left,
                       double           *right)
{
  double     width = rules_paper_get_page (self, page)->width;
  double     gap = MN_PT_TO_MM (self->style->column_gap) / 2;
  double     share = strip == RULES_LEFT_HALF || strip == RULES_RIGHT_HALF ? 0.5
                                                                           : self->style->left_share;
  RulesSheet sheet;
  double     middle;

  rules_paper_get_sheet (self, page, &sheet);
  *left = sheet.left;
  *right = width - sheet.right;
  middle = *left + (*right - *left) * share;
  if (strip == RULES_LEFT_BLOCK || strip == RULES_LEFT_HALF)
    *right = middle - gap;
  else if (strip != RULES_WHOLE && strip != RULES_MARKS)
    *left = middle + gap;
}

/* ---- reading -------------------------------------------------------------------------------- */

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const RulesGlyph *one = a, *other = b;

  return one->left < other->left ? -1 : one->left > other->left;
}

/* Letters from @first on whose bottoms differ little stand on one line, whatever their sizes: they
 * get the bottom of the highest, and are sorted along it. Returns the first of the next line. */
static guint
level_line (GArray *glyphs, guint first)
{
  RulesGlyph *all = &g_array_index (glyphs, RulesGlyph, 0);
  guint       end = first;

  while (end < glyphs->len && all[end].page == all[first].page &&
         all[end].bottom - all[first].bottom < 1.5)
    end++;
  for (guint i = first; i < end; i++)
    all[i].bottom = all[first].bottom;
  qsort (all + first, end - first, sizeof *all, compare_left);
  return end;
}

static void
add_page (const RulesPaper *self, guint number, RulesStrip which, Strip *strip)
{
  const RulesPage *page = rules_paper_get_page (self, number);
  double           left, right;

  rules_paper_get_strip (self, number, which, &left, &right);
  for (guint i = 0; i < page->glyphs->len; i++)
    {
      RulesGlyph glyph = g_array_index (page->glyphs, RulesGlyph, i);
      double     middle = (glyph.left + glyph.right) / 2;

      glyph.index = i;
      if (!glyph.taken && middle > left - 1 && middle < right + 1)
        g_array_append_val (strip->glyphs, glyph);
    }
}

static Strip *
new_strip (const RulesPaper *self, RulesStrip which)
{
  Strip *strip = g_new0 (Strip, 1);

  strip->utf8 = g_string_new (NULL);
  strip->glyphs = g_array_new (FALSE, FALSE, sizeof (RulesGlyph));
  strip->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; i < self->pages->len; i++)
    add_page (self, i, which, strip);
  for (guint i = 0; i < strip->glyphs->len;)
    i = level_line (strip->glyphs, i);
  for (guint i = 0; i < strip->glyphs->len; i++)
    {
      gsize start = strip->utf8->len;

      g_array_append_val (strip->starts, start);
      g_string_append_unichar (strip->utf8, g_array_index (strip->glyphs, RulesGlyph, i).letter);
    }
  return strip;
}

static char *
drop_blanks (const char *words)
{
  GString *bare = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_string_free (bare, FALSE);
}

static guint
find_letter (const Strip *strip, gsize place)
{
  guint low = 0, high = strip->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (strip->starts, gsize, middle) < place)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The letters of @words, blanks apart, from the byte @from on. */
static gboolean
find_words (const RulesPaper *self,
            RulesStrip        which,
            const char       *words,
            gsize             from,
            guint            *first,
            guint            *n)
{
  const Strip     *strip = self->texts->pdata[which];
  g_autofree char *bare = drop_blanks (words);
  const char      *place = strstr (strip->utf8->str + from, bare);

  if (place == NULL)
    return FALSE;
  *first = find_letter (strip, (gsize) (place - strip->utf8->str));
  *n = (guint) g_utf8_strlen (bare, -1);
  return TRUE;
}

static void
take (RulesPaper *self, const RulesGlyph *glyph)
{
  const RulesPage *page = rules_paper_get_page (self, glyph->page);

  g_array_index (page->glyphs, RulesGlyph, glyph->index).taken = TRUE;
}

/* Each slip of tasks bears the same. */
static void
take_mark (RulesPaper *self, const MnBlock *mark)
{
  const Strip     *strip = self->texts->pdata[RULES_MARKS];
  g_autofree char *words = mn_block_dup_plain (mark);
  gsize            from = 0;
  guint            first, n;

  while (find_words (self, RULES_MARKS, words, from, &first, &n))
    {
      for (guint i = first; i < first + n; i++)
        take (self, &g_array_index (strip->glyphs, RulesGlyph, i));
      from = g_array_index (strip->starts, gsize, first + n - 1) + 1;
    }
}

/* Marks and page numbers stand between the lines of a paragraph that goes on overleaf. */
static void
take_marks (RulesPaper *self)
{
  const Strip *strip = self->texts->pdata[RULES_MARKS];

  for (guint i = 0; i < self->composed->blocks->len; i++)
    if (((MnBlock *) self->composed->blocks->pdata[i])->kind == MN_BLOCK_MARK)
      take_mark (self, self->composed->blocks->pdata[i]);
  for (guint i = 0; i < strip->glyphs->len; i++)
    {
      const RulesGlyph *glyph = &g_array_index (strip->glyphs, RulesGlyph, i);
      RulesSheet        sheet;

      rules_paper_get_sheet (self, glyph->page, &sheet);
      if (g_unichar_isdigit (glyph->letter) && glyph->bottom < sheet.top - 1)
        take (self, glyph);
    }
}

/* ---- finding -------------------------------------------------------------------------------- */

static void
add_to_line (RulesLine *line, const RulesGlyph *glyph)
{
  line->left = MIN (line->left, glyph->left);
  line->right = MAX (line->right, glyph->right);
  line->top = MIN (line->top, glyph->top);
  line->bottom = MAX (line->bottom, glyph->bottom);
  line->from = MIN (line->from, glyph->size);
  line->to = MAX (line->to, glyph->size);
  line->bold &= glyph->bold;
  line->italic &= glyph->italic;
  line->red &= glyph->red;
  line->any_bold |= glyph->bold;
  line->any_italic |= glyph->italic;
}

static RulesFound *
gather (const Strip *strip, guint first, guint n)
{
  RulesFound *found = g_new0 (RulesFound, 1);
  RulesLine  *line = NULL;

  found->lines = g_array_new (FALSE, FALSE, sizeof (RulesLine));
  for (guint i = first; i < first + n; i++)
    {
      const RulesGlyph *glyph = &g_array_index (strip->glyphs, RulesGlyph, i);

      if (line == NULL || line->page != glyph->page || ABS (glyph->bottom - line->bottom) > 1)
        {
          const RulesLine next = { .page = glyph->page,
                                   1000,
                                   0,
                                   1000,
                                   0,
                                   1000,
                                   0,
                                   TRUE,
                                   TRUE,
                                   TRUE,
                                   FALSE,
                                   FALSE };

          g_array_append_val (found->lines, next);
          line = &g_array_index (found->lines, RulesLine, found->lines->len - 1);
        }
      add_to_line (line, glyph);
    }
  return found;
}

RulesFound *
rules_paper_find (const RulesPaper *self, RulesStrip which, const char *words, gsize *cursor)
{
  const Strip *strip = self->texts->pdata[which];
  guint        first, n;

  if (!find_words (self, which, words, *cursor, &first, &n))
    return NULL;
  *cursor = first + n < strip->starts->len ? g_array_index (strip->starts, gsize, first + n)
                                           : strip->utf8->len;
  return gather (strip, first, n);
}

void
rules_found_free (RulesFound *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

const RulesLine *
rules_found_get_first (const RulesFound *self)
{
  return &g_array_index (self->lines, RulesLine, 0);
}

const RulesLine *
rules_found_get_last (const RulesFound *self)
{
  return &g_array_index (self->lines, RulesLine, self->lines->len - 1);
}

void
rules_found_get_width (const RulesFound *self, double *left, double *right)
{
  *left = 1000;
  *right = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const RulesLine *line = &g_array_index (self->lines, RulesLine, i);

      *left = MIN (*left, line->left);
      *right = MAX (*right, line->right);
    }
}

/* ---- every paragraph ------------------------------------------------------------------------ */

/** Walk: the blocks of a form while they are visited. */
typedef struct
{
  const RulesPaper *paper;
  gsize             cursors[RULES_N_STRIPS];
} Walk;

static RulesFound *
find_next (Walk *self, RulesVisit *visit)
{
  gsize       cursor = self->cursors[visit->strip];
  RulesFound *found = rules_paper_find (self->paper, visit->strip, visit->words, &cursor);

  if (found == NULL) /* a mark stands at the sheet's edge, wherever it was told */
    {
      cursor = 0;
      found = rules_paper_find (self->paper, visit->strip, visit->words, &cursor);
    }
  else
    self->cursors[visit->strip] = cursor;
  if (found == NULL)
    g_error ("%s: “%s” isn't on paper where it has to stand", self->paper->name, visit->words);
  return found;
}

static void
free_visit (RulesVisit *visit)
{
  g_clear_pointer (&visit->found, rules_found_free);
  g_free (visit->words);
  g_free (visit);
}

static void
visit_line (Walk *self, const RulesVisit *where, const char *label, const char *words)
{
  g_autofree char *line = g_strconcat (label != NULL ? label : "", words, NULL);
  RulesVisit      *visit = g_memdup2 (where, sizeof *where);

  visit->words = self->paper->style->roles[visit->block->role].caps ? g_utf8_strup (line, -1)
                                                                    : g_strdup (line);
  visit->found = find_next (self, visit);
  if (visit->found->lines->len > 0)
    g_ptr_array_add (self->paper->visits, visit);
  else
    free_visit (visit);
}

/* Paragraphs inside a text may have a dash or number of their own, which isn't looked for. */
static void
visit_paragraph (Walk *self, const MnBlock *block, RulesStrip strip, const MnBlock *columns)
{
  RulesVisit visit = { .block = block, .strip = strip, .columns = columns };
  guint      n = block->text != NULL ? mn_text_get_n_paragraphs (block->text) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = mn_text_dup_paragraph (block->text, i);

      visit_line (self, &visit, i == 0 ? block->label : NULL, words);
    }
}

static void
visit_stack (Walk *self, const MnBlock *stack, RulesStrip strip, const MnBlock *columns)
{
  for (guint i = 0; stack->children != NULL && i < stack->children->len; i++)
    {
      const MnBlock *child = stack->children->pdata[i];

      if (child->kind == MN_BLOCK_FRAME)
        visit_stack (self, child, strip, columns);
      else if (child->kind == MN_BLOCK_PARAGRAPH)
        visit_paragraph (self, child, strip, columns);
    }
}

static void
visit_columns (Walk *self, const MnBlock *columns)
{
  for (guint i = 0; i < columns->children->len; i++)
    {
      const MnBlock *column = columns->children->pdata[i];
      RulesStrip     strip = column->width >= 1   ? RULES_WHOLE
                             : column->width <= 0 ? RULES_LEFT_BLOCK
                                                  : RULES_LEFT_HALF;

      visit_stack (self, column, strip == RULES_WHOLE ? strip : (RulesStrip) (strip + i), columns);
    }
}

/* All paragraphs but those of tables, in the order of the form. */
static void
visit_all (RulesPaper *self)
{
  Walk walk = { .paper = self };

  for (guint i = 0; i < self->composed->blocks->len; i++)
    {
      const MnBlock *block = self->composed->blocks->pdata[i];

      if (block->kind == MN_BLOCK_PARAGRAPH)
        visit_paragraph (&walk, block, RULES_WHOLE, NULL);
      else if (block->kind == MN_BLOCK_COLUMNS)
        visit_columns (&walk, block);
      else if (block->kind == MN_BLOCK_MARK)
        visit_stack (&walk, block, RULES_MARKS, NULL);
    }
}

/* ---- whole papers ---------------------------------------------------------------------------- */

RulesPaper *
rules_paper_new (const char *style, const MnFormInput *given, MnForm form)
{
  RulesPaper        *self = g_new0 (RulesPaper, 1);
  MnFormInput        input = *given;
  g_autoptr (GBytes) pdf = NULL;

  self->name = g_strdup_printf ("%s by %s", mn_form_get_name (form), style);
  self->form = form;
  self->style = mn_style_load (style, NULL);
  g_assert_nonnull (self->style);
  input.style = self->style;
  self->composed = mn_form_compose_input (form, &input);
  self->engine = mn_pages_new (mn_style_ref (self->style));
  mn_pages_update (self->engine, self->composed);
  pdf = mn_pages_to_pdf (self->engine, NULL);
  g_assert_nonnull (pdf);
  self->pages = rules_pages_read (pdf);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_strip);
  g_ptr_array_add (self->texts, new_strip (self, RULES_MARKS));
  take_marks (self);
  for (int i = RULES_MARKS + 1; i < RULES_N_STRIPS; i++)
    g_ptr_array_add (self->texts, new_strip (self, (RulesStrip) i));
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) free_visit);
  visit_all (self);
  return self;
}

void
rules_paper_free (RulesPaper *self)
{
  g_ptr_array_unref (self->visits);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->engine);
  mn_composed_free (self->composed);
  mn_style_free (self->style);
  g_free (self->name);
  g_free (self);
}

guint
rules_paper_find_part (const RulesPaper *self, guint n)
{
  guint found = 0;

  for (guint i = 0; i < self->visits->len; i++)
    {
      const RulesVisit *visit = self->visits->pdata[i];

      if ((visit->block->role == MN_ROLE_APPENDIX || visit->block->role == MN_ROLE_KIND) &&
          found++ == n)
        return rules_found_get_first (visit->found)->page;
    }
  return self->pages->len;
}

void
rules_paper_get_part (const RulesPaper *self, guint page, guint *first, guint *end)
{
  guint n = 0;

  *first = 0;
  while ((*end = rules_paper_find_part (self, ++n)) <= page)
    *first = *end;
}

/* ---- strokes -------------------------------------------------------------------------------- */

double
rules_paper_find_stroke (const RulesPaper *self, const RulesLine *line)
{
  const RulesPage *page = rules_paper_get_page (self, line->page);
  double           middle = (line->left + line->right) / 2;

  for (guint i = 0; i < page->strokes->len; i++)
    {
      const RulesStroke *stroke = &g_array_index (page->strokes, RulesStroke, i);

      if (!stroke->is_box && stroke->bottom - stroke->top < 0.01 &&
          stroke->top > line->bottom - 2 && stroke->top < line->bottom + 3 &&
          ABS ((stroke->left + stroke->right) / 2 - middle) < RULES_MM)
        return stroke->right - stroke->left;
    }
  return 0;
}

const RulesStroke *
rules_paper_find_frame (const RulesPaper *self, const RulesLine *line)
{
  const RulesPage *page = rules_paper_get_page (self, line->page);

  for (guint i = 0; i < page->strokes->len; i++)
    {
      const RulesStroke *stroke = &g_array_index (page->strokes, RulesStroke, i);

      if (stroke->is_box && stroke->left < line->left && stroke->right > line->right &&
          stroke->top < line->bottom && stroke->bottom > line->top)
        return stroke;
    }
  return NULL;
}
