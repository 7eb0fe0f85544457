/* What stands above the body, row by row, in all forms: HD 05, Phụ lục 1, ô 1 to 5a, 10 and 11; NĐ
 * 30, Phụ lục I, Mục V, ô 1 to 5a, 10 and 11. The rows of docs/rules.md name the tests. */

#include <string.h>

#include "rules-row.h"

/* ---- what else a row says ------------------------------------------------------------------- */

/* The stroke stands below the last line of the block, not of each. */
static gboolean
is_last_of_role (const RulesVisit *visit)
{
  const MnBlock *column = visit->columns != NULL ? visit->columns->children->pdata[0] : NULL;
  const MnBlock *last = NULL;

  for (guint i = 0; column != NULL && i < column->children->len; i++)
    if (((MnBlock *) column->children->pdata[i])->role == visit->block->role &&
        ((MnBlock *) column->children->pdata[i])->kind == MN_BLOCK_PARAGRAPH)
      last = column->children->pdata[i];
  return last == NULL || last == visit->block;
}

/* A third to a half of the words, below the last line (NĐ 30, Phụ lục I, II.2 and II.5). */
static void
part_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  if (is_last_of_role (visit))
    rules_expect_stroke (paper, visit, 1.0 / 3, 0.5);
}

/* Both on one line: HD 05's own heading is a table of two rows; NĐ 30, Phụ lục I, II.4. */
static void
level_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  const MnBlock         *left = visit->columns->children->pdata[0];
  const MnBlock         *number = left->children != NULL && left->children->len > 0
                                      ? left->children->pdata[0]
                                      : NULL;
  g_autoptr (RulesFound) other = NULL;
  gsize                  cursor = 0;

  rules_expect_bare (paper, visit);
  if (number == NULL || number->role != MN_ROLE_NUMBER)
    return;
  other = rules_paper_find (paper, RULES_LEFT_BLOCK, mn_text_get_plain (number->text), &cursor);
  g_assert_nonnull (other);
  rules_expect (ABS (rules_found_get_first (other)->bottom -
                     rules_found_get_first (visit->found)->bottom) < RULES_MM,
                paper, visit, "isn't level with the number");
}

/* "Số 07-TB/TU": no colon; two digits and more, or a gap to be filled. */
static void
party_number_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  rules_expect_match (paper, visit,
                      "^Số\\h+(|0[1-9]|[1-9][0-9]+)\\h*-(BB|TB|BC|GM)/(\\h+|[A-ZĐƯ-]+)$");
}

/* "Số: 07/TB-UBND" */
static void
state_number_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  rules_expect_match (paper, visit,
                      "^Số:\\h+(|0[1-9]|[1-9][0-9]+)\\h*/(BB|TB|BC|GM)-(\\h+|[A-ZĐƯ-]+)$");
}

/* Days below ten and the months 1 and 2 have two digits, the other months what they have. */
static void
date_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  level_cb (paper, visit);
  rules_expect_match (paper, visit,
                      "^(\\p{Lu}[\\p{L} ]+|\\h+), ngày\\h+(|0[1-9]|[12][0-9]|3[01])\\h*tháng\\h+"
                      "(|01|02|[3-9]|1[0-2])\\h*năm\\h+([0-9]{4})?\\h*$");
}

static void
party_subject_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  gunichar first = g_utf8_get_char (visit->words);

  rules_expect_bare (paper, visit);
  /* Minutes bear the meeting's name, which the form of HD 16-HD/VPTW begins with a capital. */
  rules_expect (paper->form == MN_FORM_MINUTES || g_unichar_islower (first), paper, visit,
                "begins with a capital");
}

static void
state_subject_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  part_cb (paper, visit);
  rules_expect (g_unichar_isupper (g_utf8_get_char (visit->words)), paper, visit,
                "begins in lower case");
}

static void
hyphens_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  rules_expect (strcmp (visit->words, "-----") == 0, paper, visit, "not five hyphens");
}

static void
star_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  rules_expect (strcmp (visit->words, "*") == 0, paper, visit, "not one star");
}

/* Boxes of 20, 40 and 30 by 8 mm, red like the letters (NĐ 30, Phụ lục I, III.2). */
static void
urgency_box_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesLine   *line = rules_found_get_first (visit->found);
  const RulesStroke *frame = rules_paper_find_frame (paper, line);
  double             width = strcmp (visit->words, "KHẨN") == 0          ? 20
                             : strcmp (visit->words, "THƯỢNG KHẨN") == 0 ? 40
                                                                         : 30;

  rules_expect (frame != NULL && frame->red && line->red, paper, visit, "no red box");
  if (frame == NULL)
    return;
  rules_expect (ABS (frame->right - frame->left - width) < RULES_MM, paper, visit,
                "a box of another width");
  rules_expect (ABS (frame->bottom - frame->top - 8) < RULES_MM, paper, visit,
                "a box of another height");
}

static void
box_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect (rules_paper_find_frame (paper, rules_found_get_first (visit->found)) != NULL, paper,
                visit, "no box");
}

/* 10 mm below the sheet's upper edge, on the first page (HD 05, ô 11a). */
static void
edge_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesLine *line = rules_found_get_first (visit->found);
  guint            first, end;

  rules_paper_get_part (paper, line->page, &first, &end);
  rules_expect (line->page == first && ABS (line->top - 10) < 1, paper, visit,
                "isn't 10 mm below the edge of the first page");
}

/* ---- rows ----------------------------------------------------------------------------------- */

#define PARTY MN_FAMILY_PARTY
#define STATE MN_FAMILY_STATE
#define DATED (RULES_ALL & ~RULES_FORM (MINUTES))

const RulesRow rules_heading_rows[] = {
  { "/rules/party/title", PARTY, MN_ROLE_PARTY_TITLE, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, 15, RULES_YES,
    RULES_NO, TRUE, RULES_RIGHT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_underlined },
  { "/rules/party/parent-body", PARTY, MN_ROLE_PARENT_BODY, NULL, 14, 14, RULES_NO, RULES_NO, TRUE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/party/issuing-body", PARTY, MN_ROLE_ISSUING_BODY, NULL, 14, 14, RULES_YES, RULES_NO,
    TRUE, RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/party/star", PARTY, MN_ROLE_STAR, NULL, 14, 14, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, star_cb },
  { "/rules/party/number", PARTY, MN_ROLE_NUMBER, NULL, 14, 14, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_NUMBERED, party_number_cb },
  { "/rules/party/place-date", PARTY, MN_ROLE_PLACE_DATE, NULL, 14, 14, RULES_NO, RULES_YES, FALSE,
    RULES_RIGHT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, date_cb },
  { "/rules/party/kind", PARTY, MN_ROLE_KIND, NULL, 15, 16, RULES_YES, RULES_NO, TRUE, RULES_WHOLE,
    MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/party/subject", PARTY, MN_ROLE_SUBJECT, NULL, 14, 15, RULES_YES, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, RULES_ALL, party_subject_cb },
  { "/rules/party/hyphens", PARTY, MN_ROLE_SEPARATOR, NULL, 14, 15, RULES_NO, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, RULES_ALL, hyphens_cb },
  { "/rules/party/urgency", PARTY, MN_ROLE_URGENCY, NULL, 14, 14, RULES_YES, RULES_NO, TRUE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/party/draft", PARTY, MN_ROLE_DRAFT_NOTE, "Dự thảo", 14, 14, RULES_NO, RULES_YES, FALSE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/party/circulation", PARTY, MN_ROLE_CIRCULATION, NULL, 12, 12, RULES_YES, RULES_NO, TRUE,
    RULES_MARKS, MN_ALIGN_RIGHT, RULES_ALL, edge_cb },

  { "/rules/state/nation", STATE, MN_ROLE_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13,
    RULES_YES, RULES_NO, TRUE, RULES_RIGHT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, NULL },
  { "/rules/state/motto", STATE, MN_ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc", 13, 14, RULES_YES,
    RULES_NO, FALSE, RULES_RIGHT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, rules_expect_underlined },
  { "/rules/state/parent-body", STATE, MN_ROLE_PARENT_BODY, NULL, 12, 13, RULES_NO, RULES_NO, TRUE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, NULL },
  { "/rules/state/issuing-body", STATE, MN_ROLE_ISSUING_BODY, NULL, 12, 13, RULES_YES, RULES_NO,
    TRUE, RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, part_cb },
  { "/rules/state/number", STATE, MN_ROLE_NUMBER, NULL, 13, 13, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_NUMBERED, state_number_cb },
  { "/rules/state/place-date", STATE, MN_ROLE_PLACE_DATE, NULL, 13, 14, RULES_NO, RULES_YES, FALSE,
    RULES_RIGHT_BLOCK, MN_ALIGN_CENTRE, DATED, date_cb },
  { "/rules/state/kind", STATE, MN_ROLE_KIND, NULL, 13, 14, RULES_YES, RULES_NO, TRUE, RULES_WHOLE,
    MN_ALIGN_CENTRE, RULES_ALL, rules_expect_bare },
  { "/rules/state/subject", STATE, MN_ROLE_SUBJECT, NULL, 13, 14, RULES_YES, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, RULES_ALL, state_subject_cb },
  { "/rules/state/urgency", STATE, MN_ROLE_URGENCY, NULL, 13, 14, RULES_YES, RULES_NO, TRUE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, urgency_box_cb },
  { "/rules/state/circulation", STATE, MN_ROLE_CIRCULATION, NULL, 13, 14, RULES_YES, RULES_NO, TRUE,
    RULES_LEFT_BLOCK, MN_ALIGN_CENTRE, RULES_ALL, box_cb },
};

const guint rules_n_heading_rows = G_N_ELEMENTS (rules_heading_rows);
