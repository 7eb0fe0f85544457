/* The body, row by row, in all forms: HD 05, Phụ lục 1, ô 6; NĐ 30, Phụ lục I, II.6 and
 * Mục V, ô 6. */

#include <string.h>

#include "rules-row.h"

#define SINGLE 1.149 /* lines of Times New Roman: NĐ 30 gives their pitch in lines */

/* ---- lines ---------------------------------------------------------------------------------- */

/* Exactly 18 to 22 pt with the Party; one to one and a half lines with the State. */
static void
check_pitch (const RulesPaper *paper, const RulesVisit *visit)
{
  gboolean is_state = rules_paper_is_state (paper);
  double   exact = paper->style->roles[visit->block->role].pitch;

  for (guint i = 1; i < visit->found->lines->len; i++)
    {
      const RulesLine *above = &g_array_index (visit->found->lines, RulesLine, i - 1);
      const RulesLine *line = &g_array_index (visit->found->lines, RulesLine, i);
      double           pitch = MN_MM_TO_PT (line->bottom - above->bottom);

      if (line->page != above->page)
        continue;
      rules_expect (ABS (pitch - exact) < RULES_PT, paper, visit, "lines of another pitch");
      rules_expect (pitch > (is_state ? line->to * SINGLE : 18) - RULES_PT &&
                        pitch < (is_state ? line->to * SINGLE * 1.5 : 22) + RULES_PT,
                    paper, visit, "lines nearer or farther than the rule allows");
    }
}

/* 10 mm with the Party, 10 or 12.7 with the State; the other lines from edge to edge. */
static void
check_indent (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesLine *first = rules_found_get_first (visit->found);
  double           left, right;

  rules_paper_get_strip (paper, first->page, visit->strip, &left, &right);
  rules_expect (ABS (first->left - left - 10) < RULES_MM ||
                    (rules_paper_is_state (paper) && ABS (first->left - left - 12.7) < RULES_MM),
                paper, visit, "another indent");
  for (guint i = 1; i < visit->found->lines->len; i++)
    {
      const RulesLine *line = &g_array_index (visit->found->lines, RulesLine, i);

      rules_expect (ABS (line->left - left) < RULES_MM, paper, visit, "a line begins elsewhere");
    }
}

static void
text_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  gboolean is_centred = visit->block->align == MN_ALIGN_CENTRE; /* "Kính gửi" */

  if (visit->block->level > 0 || is_centred)
    return;
  check_pitch (paper, visit);
  check_indent (paper, visit);
}

/* Edge to edge, but for the last line. */
static void
body_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  text_cb (paper, visit);
  for (guint i = 0; visit->block->align != MN_ALIGN_CENTRE && i + 1 < visit->found->lines->len; i++)
    {
      const RulesLine *line = &g_array_index (visit->found->lines, RulesLine, i);
      double           left, right;

      rules_paper_get_strip (paper, line->page, visit->strip, &left, &right);
      rules_expect (ABS (line->right - right) < RULES_MM, paper, visit, "isn't justified");
    }
}

/* "- …;", the last with a full stop. */
static void
party_basis_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  body_cb (paper, visit);
  rules_expect_match (paper, visit, "^-\\h[^;]+[;.]$");
}

static void
state_basis_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  body_cb (paper, visit);
  rules_expect_match (paper, visit, "^[^-][^;]+[;.]$");
}

/* The label in italics, the name upright (HD 05, ô 9b). */
static void
addressee_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  gsize                  cursor = 0;
  g_autoptr (RulesFound) label = rules_paper_find (paper, RULES_WHOLE, "Kính gửi:", &cursor);
  g_autoptr (RulesFound) name = NULL;

  g_assert_nonnull (label);
  rules_expect (rules_found_get_first (label)->italic, paper, visit, "the label isn't italic");
  if (g_str_has_suffix (visit->words, "."))
    {
      name = rules_paper_find (paper, RULES_WHOLE, visit->words + strlen ("Kính gửi:"), &cursor);
      g_assert_nonnull (name);
      rules_expect (!rules_found_get_first (name)->any_italic, paper, visit, "the name is italic");
    }
}

/* ---- rows ----------------------------------------------------------------------------------- */

#define PARTY MN_FAMILY_PARTY
#define STATE MN_FAMILY_STATE
#define ITEMS                                                                                      \
  (RULES_FORM (MINUTES) | RULES_FORM (ATTENDANCE) | RULES_FORM (AGENDA) | RULES_FORM (INVITATION))
#define RUNNING                                                                                    \
  (RULES_TEXT | RULES_FORM (ATTENDANCE) | RULES_FORM (PROPOSALS) | RULES_FORM (TASK_SLIP) |        \
   RULES_FORM (INVITATION))

const RulesRow rules_body_rows[] = {
  { "/rules/party/basis", PARTY, MN_ROLE_BASIS, NULL, 14, 15, RULES_NO, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_ROLE, RULES_TEXT, party_basis_cb },
  { "/rules/party/body", PARTY, MN_ROLE_BODY, NULL, 14, 15, RULES_EITHER, RULES_EITHER, FALSE,
    RULES_WHOLE, MN_ALIGN_ROLE, RUNNING, body_cb },
  { "/rules/party/opening-items", PARTY, MN_ROLE_OPENING_ITEM, NULL, 14, 15, RULES_EITHER,
    RULES_EITHER, FALSE, RULES_WHOLE, MN_ALIGN_ROLE, ITEMS, body_cb },
  { "/rules/party/headings", PARTY, MN_ROLE_HEADING_1, NULL, 14, 15, RULES_EITHER, RULES_EITHER,
    FALSE, RULES_WHOLE, MN_ALIGN_ROLE, RULES_FORM (MINUTES) | RULES_FORM (NOTICE), text_cb },
  { "/rules/party/addressee", PARTY, MN_ROLE_BODY, "Kính gửi:", 14, 15, RULES_NO, RULES_EITHER,
    FALSE, RULES_WHOLE, MN_ALIGN_CENTRE, RULES_FORM (TASK_SLIP), addressee_cb },

  { "/rules/state/basis", STATE, MN_ROLE_BASIS, NULL, 13, 14, RULES_NO, RULES_YES, FALSE,
    RULES_WHOLE, MN_ALIGN_ROLE, RULES_TEXT, state_basis_cb },
  { "/rules/state/body", STATE, MN_ROLE_BODY, NULL, 13, 14, RULES_EITHER, RULES_EITHER, FALSE,
    RULES_WHOLE, MN_ALIGN_ROLE, RUNNING, body_cb },
  { "/rules/state/opening-items", STATE, MN_ROLE_OPENING_ITEM, NULL, 13, 14, RULES_EITHER,
    RULES_EITHER, FALSE, RULES_WHOLE, MN_ALIGN_ROLE, ITEMS, body_cb },
  { "/rules/state/headings", STATE, MN_ROLE_HEADING_1, NULL, 13, 14, RULES_YES, RULES_NO, TRUE,
    RULES_WHOLE, MN_ALIGN_ROLE, RULES_FORM (NOTICE), text_cb },
  { "/rules/state/addressee", STATE, MN_ROLE_BODY, "Kính gửi:", 13, 14, RULES_NO, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, RULES_FORM (TASK_SLIP), NULL },
};

const guint rules_n_body_rows = G_N_ELEMENTS (rules_body_rows);
