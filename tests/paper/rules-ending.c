/* What stands below the body and at the sheet's edges, row by row, in all forms: HD 05, Phụ lục 1,
 * ô 7, 9, 12 and 13, and II.4; NĐ 30, Phụ lục I, Mục V, ô 7, 9, 12 and 13. */

#include <string.h>

#include "mn-sentence.h"
#include "rules-row.h"

/* ---- signatures ----------------------------------------------------------------------------- */

/* Persons sign minutes and lists; the others bear the prefix of who signs for whom. */
static gboolean
is_of_person (const RulesPaper *paper, const RulesVisit *visit)
{
  return paper->form == MN_FORM_MINUTES || paper->form == MN_FORM_ATTENDANCE ||
         (paper->form == MN_FORM_TASK_SLIP && g_str_has_prefix (visit->words, "THỦ TRƯỞNG"));
}

static void
party_authority_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  if (!is_of_person (paper, visit))
    rules_expect_match (paper, visit, "^(T/M|K/T|T/L|Q\\.)\\h[^.]+$");
}

static void
state_authority_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  if (!is_of_person (paper, visit))
    rules_expect_match (paper, visit, "^(TM|KT|TL|TUQ|Q)\\.\\h[^.]+$");
}

/* On the right, but for minutes, which more than one person signs. */
static void
sole_position_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  if (paper->form != MN_FORM_MINUTES)
    g_assert_cmpint (visit->strip, ==, RULES_RIGHT_HALF);
}

/* No title before it, no stop after it. */
static void
name_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_bare (paper, visit);
  rules_expect_match (paper, visit, "^(\\p{Lu}\\p{Ll}*)(\\h\\p{Lu}\\p{Ll}*)*$");
}

/* The writer on the left, the chair on the right (HD 05, 7.2.4; NĐ 30, Mẫu 1.9). */
static void
writer_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect (visit->strip == RULES_LEFT_HALF, paper, visit, "doesn't sign on the left");
}

static void
chair_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect (visit->strip == RULES_RIGHT_HALF, paper, visit, "doesn't sign on the right");
}

/* ---- recipients ----------------------------------------------------------------------------- */

/* The first line of the signature, where it stands beside the recipients. */
static const RulesVisit *
find_beside (const RulesPaper *paper, const RulesVisit *visit)
{
  for (guint i = 0; i < paper->visits->len; i++)
    {
      const RulesVisit *other = paper->visits->pdata[i];

      if (other->columns == visit->columns && other->strip == RULES_RIGHT_HALF)
        return other;
    }
  return NULL;
}

/* Level with the authority: NĐ 30, Phụ lục I, II.9; HD 05's own block is a table of one row. */
static void
label_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesVisit *beside = find_beside (paper, visit);
  const RulesLine  *line = rules_found_get_first (visit->found);

  rules_expect (strcmp (visit->words, "Nơi nhận:") == 0, paper, visit, "another label");
  if (beside != NULL)
    rules_expect (ABS (rules_found_get_first (beside->found)->bottom - line->bottom) < 1.0, paper,
                  visit, "isn't level with the authority");
}

static void
party_label_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  label_cb (paper, visit);
  rules_expect_underlined (paper, visit);
}

static void
state_label_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  label_cb (paper, visit);
  rules_expect_bare (paper, visit);
}

static gboolean
is_last_recipient (const RulesVisit *visit)
{
  const MnBlock *column = visit->columns->children->pdata[0];
  const MnBlock *last = NULL;

  for (guint i = 0; i < column->children->len; i++)
    if (((MnBlock *) column->children->pdata[i])->role == MN_ROLE_RECIPIENT)
      last = column->children->pdata[i];
  return last == visit->block;
}

static void
recipient_cb (const RulesPaper *paper, const RulesVisit *visit, const char *archive)
{
  if (is_last_recipient (visit))
    rules_expect_match (paper, visit, archive);
  else
    rules_expect_match (paper, visit, "^-[^;]+;$");
}

/* "- Lưu Văn phòng Đảng uỷ.": no colon, no "VT". */
static void
party_recipient_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  recipient_cb (paper, visit, "^-Lưu\\hVăn phòng(\\h(Đảng|Tỉnh|Thành)\\h[uủ][ỷy])?\\.$");
}

static void
state_recipient_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  recipient_cb (paper, visit, "^-Lưu:\\hVT(,\\hHồ sơ)?(\\.\\h\\p{L}+\\.\\([0-9]{2,}\\))?\\.$");
}

static void
copies_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect (strcmp (visit->words, "NguyenVanAn-15") == 0, paper, visit, "written otherwise");
}

/* ---- marks ---------------------------------------------------------------------------------- */

/* Under a stroke from edge to edge of the text. */
static void
check_line_above (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesLine *line = rules_found_get_first (visit->found);
  const RulesPage *page = rules_paper_get_page (paper, line->page);
  gboolean         is_there = FALSE;
  double           left, right;

  rules_paper_get_strip (paper, line->page, RULES_WHOLE, &left, &right);
  for (guint i = 0; i < page->strokes->len; i++)
    {
      const RulesStroke *stroke = &g_array_index (page->strokes, RulesStroke, i);

      is_there |= ABS (stroke->left - left) < RULES_MM && ABS (stroke->right - right) < RULES_MM &&
                  stroke->top < line->top + 1 && stroke->top > line->top - 5;
    }
  rules_expect (is_there, paper, visit, "no line from edge to edge above");
}

/* At the foot of the text area of the part's page @number. */
static void
check_foot (const RulesPaper *paper, const RulesVisit *visit, guint number)
{
  const RulesLine *line = rules_found_get_last (visit->found);
  RulesSheet       sheet;
  double           foot;

  rules_paper_get_sheet (paper, number, &sheet);
  foot = rules_paper_get_page (paper, number)->height - sheet.bottom;
  rules_expect (line->page == number, paper, visit, "on another page");
  rules_expect (line->bottom < foot + RULES_MM && line->bottom > foot - 3, paper, visit,
                "isn't at the foot");
  check_line_above (paper, visit);
}

static void
last_foot_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  guint first, end;

  rules_paper_get_part (paper, rules_found_get_first (visit->found)->page, &first, &end);
  check_foot (paper, visit, end - 1);
}

static void
first_foot_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  guint first, end;

  rules_paper_get_part (paper, rules_found_get_first (visit->found)->page, &first, &end);
  check_foot (paper, visit, first);
}

/* Last page, ending 10 mm above the lower edge (HD 05, II.4). */
static void
media_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  const RulesLine *line = rules_found_get_first (visit->found);
  double           height = rules_paper_get_page (paper, line->page)->height;
  guint            first, end;

  rules_paper_get_part (paper, line->page, &first, &end);
  rules_expect (strcmp (visit->words, "Không phổ biến trên phương tiện thông tin đại chúng") == 0,
                paper, visit, "other words");
  rules_expect (line->page == end - 1, paper, visit, "not on the last page");
  rules_expect (ABS (height - line->bottom - 10) < 1, paper, visit,
                "isn't 10 mm above the lower edge");
}

/* Arabic with the Party, Roman with the State. */
static void
party_appendix_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_match (paper, visit, "^Phụ lục\\h[1-9]$");
}

static void
state_appendix_cb (const RulesPaper *paper, const RulesVisit *visit)
{
  rules_expect_match (paper, visit, "^Phụ lục\\h[IVX]+$");
}

/* ---- rows ----------------------------------------------------------------------------------- */

#define PARTY MN_FAMILY_PARTY
#define STATE MN_FAMILY_STATE
#define BY_PERSONS (RULES_FORM (MINUTES) | RULES_FORM (ATTENDANCE))
#define FOR_ORGAN RULES_SIGNED
#define ADDRESSED (RULES_SIGNED | RULES_FORM (MINUTES))
#define WITH_APPENDIX RULES_NUMBERED

const RulesRow rules_ending_rows[] = {
  { "/rules/party/authority", PARTY, MN_ROLE_AUTHORITY, NULL, 14, 14, RULES_YES, RULES_NO, TRUE, -1,
    MN_ALIGN_CENTRE, FOR_ORGAN | RULES_FORM (ATTENDANCE), party_authority_cb },
  { "/rules/party/position", PARTY, MN_ROLE_POSITION, NULL, 14, 14, RULES_NO, RULES_NO, TRUE,
    RULES_RIGHT_HALF, MN_ALIGN_CENTRE, FOR_ORGAN, rules_expect_bare },
  { "/rules/party/sole-position", PARTY, MN_ROLE_SOLE_POSITION, NULL, 14, 14, RULES_YES, RULES_NO,
    TRUE, -1, MN_ALIGN_CENTRE, FOR_ORGAN, sole_position_cb },
  { "/rules/party/name", PARTY, MN_ROLE_SIGNER, NULL, 14, 14, RULES_YES, RULES_NO, FALSE, -1,
    MN_ALIGN_CENTRE, FOR_ORGAN | BY_PERSONS, name_cb },
  { "/rules/party/writer", PARTY, MN_ROLE_SOLE_POSITION, "NGƯỜI GHI BIÊN BẢN", 14, 14, RULES_YES,
    RULES_NO, TRUE, RULES_LEFT_HALF, MN_ALIGN_CENTRE, RULES_FORM (MINUTES), writer_cb },
  { "/rules/party/chair", PARTY, MN_ROLE_SOLE_POSITION, "CHỦ TRÌ HỘI NGHỊ", 14, 14, RULES_YES,
    RULES_NO, TRUE, RULES_RIGHT_HALF, MN_ALIGN_CENTRE, RULES_FORM (MINUTES), chair_cb },
  { "/rules/party/recipients-label", PARTY, MN_ROLE_RECIPIENTS_LABEL, NULL, 14, 14, RULES_NO,
    RULES_NO, FALSE, RULES_LEFT_HALF, MN_ALIGN_LEFT, ADDRESSED, party_label_cb },
  { "/rules/party/recipients", PARTY, MN_ROLE_RECIPIENT, NULL, 12, 12, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_HALF, MN_ALIGN_LEFT, ADDRESSED, party_recipient_cb },
  { "/rules/party/copies", PARTY, MN_ROLE_COPIES, NULL, 11, 11, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_HALF, MN_ALIGN_LEFT, ADDRESSED, copies_cb },
  { "/rules/party/contact", PARTY, MN_ROLE_CONTACT, NULL, 10, 10, RULES_NO, RULES_NO, FALSE,
    RULES_MARKS, MN_ALIGN_CENTRE, RULES_ALL, last_foot_cb },
  { "/rules/party/media-note", PARTY, MN_ROLE_MEDIA_NOTE, NULL, 12, 12, RULES_YES, RULES_NO, FALSE,
    RULES_MARKS, MN_ALIGN_CENTRE, RULES_ALL, media_cb },
  { "/rules/party/appendix", PARTY, MN_ROLE_APPENDIX, NULL, 14, 15, RULES_YES, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, WITH_APPENDIX, party_appendix_cb },

  { "/rules/state/authority", STATE, MN_ROLE_AUTHORITY, NULL, 13, 14, RULES_YES, RULES_NO, TRUE, -1,
    MN_ALIGN_CENTRE, FOR_ORGAN | RULES_FORM (ATTENDANCE), state_authority_cb },
  { "/rules/state/position", STATE, MN_ROLE_POSITION, NULL, 13, 14, RULES_YES, RULES_NO, TRUE,
    RULES_RIGHT_HALF, MN_ALIGN_CENTRE, FOR_ORGAN, rules_expect_bare },
  { "/rules/state/sole-position", STATE, MN_ROLE_SOLE_POSITION, NULL, 13, 14, RULES_YES, RULES_NO,
    TRUE, -1, MN_ALIGN_CENTRE, FOR_ORGAN, sole_position_cb },
  { "/rules/state/name", STATE, MN_ROLE_SIGNER, NULL, 13, 14, RULES_YES, RULES_NO, FALSE, -1,
    MN_ALIGN_CENTRE, FOR_ORGAN | BY_PERSONS, name_cb },
  { "/rules/state/writer", STATE, MN_ROLE_SOLE_POSITION, "THƯ KÝ", 13, 14, RULES_YES, RULES_NO,
    TRUE, RULES_LEFT_HALF, MN_ALIGN_CENTRE, RULES_FORM (MINUTES), writer_cb },
  { "/rules/state/chair", STATE, MN_ROLE_SOLE_POSITION, "CHỦ TỌA", 13, 14, RULES_YES, RULES_NO,
    TRUE, RULES_RIGHT_HALF, MN_ALIGN_CENTRE, RULES_FORM (MINUTES), chair_cb },
  { "/rules/state/recipients-label", STATE, MN_ROLE_RECIPIENTS_LABEL, NULL, 12, 12, RULES_YES,
    RULES_YES, FALSE, RULES_LEFT_HALF, MN_ALIGN_LEFT, ADDRESSED, state_label_cb },
  { "/rules/state/recipients", STATE, MN_ROLE_RECIPIENT, NULL, 11, 11, RULES_NO, RULES_NO, FALSE,
    RULES_LEFT_HALF, MN_ALIGN_LEFT, ADDRESSED, state_recipient_cb },
  { "/rules/state/contact", STATE, MN_ROLE_CONTACT, NULL, 11, 12, RULES_NO, RULES_NO, FALSE,
    RULES_MARKS, MN_ALIGN_CENTRE, RULES_ALL, first_foot_cb },
  { "/rules/state/appendix", STATE, MN_ROLE_APPENDIX, NULL, 14, 14, RULES_YES, RULES_NO, FALSE,
    RULES_WHOLE, MN_ALIGN_CENTRE, WITH_APPENDIX, state_appendix_cb },
  { "/rules/state/appendix-title", STATE, MN_ROLE_APPENDIX_TITLE, NULL, 13, 14, RULES_YES, RULES_NO,
    TRUE, RULES_WHOLE, MN_ALIGN_CENTRE, WITH_APPENDIX, NULL },
  { "/rules/state/appendix-of", STATE, MN_ROLE_APPENDIX_OF, "(Kèm theo", 13, 14, RULES_NO,
    RULES_YES, FALSE, RULES_WHOLE, MN_ALIGN_CENTRE, WITH_APPENDIX, NULL },
};

const guint rules_n_ending_rows = G_N_ELEMENTS (rules_ending_rows);
