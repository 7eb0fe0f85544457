#include "rules-row.h"

#include <string.h>

#include "mn-sentence.h"

/** Count: what a test has seen of its row. */
typedef struct
{
  const RulesRow *row;
  guint           forms; /* in which it was found */
} Count;

void
rules_expect (gboolean is_so, const RulesPaper *paper, const RulesVisit *visit, const char *what)
{
  const RulesLine *line = rules_found_get_first (visit->found);

  if (is_so)
    return;
  g_test_message ("%s: “%s”: %s (page %u, %.2f–%.2f mm by %.2f–%.2f mm, %.2f–%.2f pt%s%s)",
                  paper->name, visit->words, what, line->page + 1, line->left, line->right,
                  line->top, line->bottom, line->from, line->to, line->any_bold ? ", bold" : "",
                  line->any_italic ? ", italic" : "");
  g_test_fail ();
}

void
rules_expect_match (const RulesPaper *paper, const RulesVisit *visit, const char *pattern)
{
  rules_expect (g_regex_match_simple (pattern, visit->words, 0, 0), paper, visit, pattern);
}

void
rules_expect_stroke (const RulesPaper *paper, const RulesVisit *visit, double from, double to)
{
  const RulesLine *line = rules_found_get_last (visit->found);
  double           length = rules_paper_find_stroke (paper, line);
  double           width = line->right - line->left;

  rules_expect (length > width * from - RULES_MM && length < width * to + RULES_MM, paper, visit,
                "the stroke below is missing or of another length");
}

void
rules_expect_underlined (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_stroke (paper, visit, 1, 1);
}

void
rules_expect_bare (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect (rules_paper_find_stroke (paper, rules_found_get_last (visit->found)) == 0, paper,
                visit, "a stroke that no rule puts there");
}

static gboolean
is_whether (RulesWhether wanted, gboolean all, gboolean any)
{
  return wanted == RULES_EITHER || (wanted == RULES_YES ? all : !any);
}

static gboolean
is_aligned (const RulesPaper *paper, const RulesRow *row, const RulesVisit *visit, guint i)
{
  const RulesLine *line = &g_array_index (visit->found->lines, RulesLine, i);
  double           left, right;

  rules_paper_get_strip (paper, line->page, visit->strip, &left, &right);
  if (g_str_has_suffix (visit->words, MN_NBSP)) /* a gap to be filled by hand */
    return TRUE;
  switch (row->align)
    {
    case MN_ALIGN_CENTRE:
      return ABS (line->left + line->right - left - right) / 2 < RULES_MM;
    case MN_ALIGN_LEFT:
      return ABS (line->left - left) < RULES_MM;
    case MN_ALIGN_RIGHT:
      return ABS (line->right - right) < RULES_MM;
    case MN_ALIGN_JUSTIFY:
      return i + 1 == visit->found->lines->len || ABS (line->right - right) < RULES_MM;
    case MN_ALIGN_ROLE:
      break;
    }
  return TRUE;
}

static void
check_lines (const RulesPaper *paper, const RulesRow *row, const RulesVisit *visit)
{
  for (guint i = 0; i < visit->found->lines->len; i++)
    {
      const RulesLine *line = &g_array_index (visit->found->lines, RulesLine, i);

      rules_expect (line->from > row->from - RULES_PT && line->to < row->to + RULES_PT, paper,
                    visit, "another size");
      rules_expect (is_whether (row->bold, line->bold, line->any_bold), paper, visit,
                    "another weight");
      rules_expect (is_whether (row->italic, line->italic, line->any_italic), paper, visit,
                    "another slope");
      rules_expect (is_aligned (paper, row, visit, i), paper, visit, "stands elsewhere");
    }
}

static void
check_visit (const RulesPaper *paper, const RulesVisit *visit, Count *count)
{
  const RulesRow  *row = count->row;
  g_autofree char *upper = g_utf8_strup (visit->words, -1);

  if (visit->block->role != row->role ||
      (row->begins != NULL && !g_str_has_prefix (visit->words, row->begins)))
    return;
  count->forms |= 1u << paper->form;
  rules_expect (row->strip < 0 || visit->strip == (RulesStrip) row->strip, paper, visit,
                "stands in another column");
  rules_expect (!row->caps || strcmp (upper, visit->words) == 0, paper, visit, "not in capitals");
  check_lines (paper, row, visit);
  if (row->also != NULL)
    row->also (paper, visit);
}

static void
paper_cb (const RulesPaper *paper, gpointer data)
{
  for (guint i = 0; i < paper->visits->len; i++)
    check_visit (paper, paper->visits->pdata[i], data);
}

static void
test_row (gconstpointer data)
{
  const RulesRow *row = data;
  Count           count = { .row = row };

  rules_each_paper ((int) row->family, paper_cb, &count);
  for (int form = 0; form < MN_N_FORMS; form++)
    if ((row->forms & ~count.forms & (1u << form)) != 0)
      {
        g_test_message ("not found in: %s", mn_form_get_name ((MnForm) form));
        g_test_fail ();
      }
}

void
rules_add_rows (const RulesRow *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_test_add_data_func (rows[i].path, &rows[i], test_row);
}
