/* Text that ends at each line of the page, in all forms that are signed: the signatures have at
 * least two lines of text with them, never stand alone, and are never split. Minutes and notices
 * are printed with each number of lines, the others with every fifth; all of them with MINUTES_LONG
 * set. */

#include <string.h>

#include "mn-session.h"
#include "rules-row.h"

#define N_POSITIONS 50 /* a page holds 40 lines of 18 pt, and 48 of 15 pt in a table */
#define KEPT 2

/* ---- text of so many lines ------------------------------------------------------------------ */

static gboolean
is_running (MnForm form)
{
  return form == MN_FORM_MINUTES || form == MN_FORM_NOTICE || form == MN_FORM_INVITATION;
}

/* @n words of which one fills a line, of running text or of a cell. */
static char *
new_lines (MnForm form, guint n)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *word = g_strnfill (is_running (form) ? 45 : 20, 'x');

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
  return g_string_free (text, FALSE);
}

/* Where the form's body comes from. */
static void
fill (MnItem *session, MnForm form, MnItem *person, const char *text)
{
  MnItem *record = form_record (session);

  switch (form)
    {
    case MN_FORM_MINUTES:
    case MN_FORM_NOTICE:
      form_set (form_conclusion (session), "results", text, NULL);
      break;
    case MN_FORM_INVITATION:
      form_set (form_general (session), "theme", text, NULL);
      break;
    case MN_FORM_ATTENDANCE:
      form_set (person, "post", text, NULL);
      form_add (record, "attendees", "party", mn_item_get_id (person), NULL);
      break;
    case MN_FORM_PROPOSALS:
      form_add (record, "proposals", "text", text, NULL);
      break;
    case MN_FORM_FOLLOW_UP:
    case MN_FORM_TASK_SLIP:
      form_add (form_conclusion (session), "points", "task", "yes", "text", text, "leads",
                mn_item_get_id (person), NULL);
      break;
    case MN_FORM_AGENDA:
    case MN_FORM_COMPARISON:
      g_assert_not_reached ();
    }
}

static MnItem *
new_session (gboolean is_state, MnForm form, guint n_lines)
{
  MnItem *session = mn_session_new ();
  MnItem *body = form_body (session, is_state ? "Uỷ ban nhân dân xã Long Đức" : "Tỉnh uỷ Vĩnh Long",
                            NULL);
  MnItem *signer = form_person (session, "Nguyễn Văn A",
                                is_state ? "Chủ tịch Uỷ ban nhân dân xã" : "Bí thư Tỉnh uỷ");
  MnItem *person = form_person (session, "Lê Văn C", NULL);
  MnItem *document = form_add (session, "documents", "form", mn_form_get_name (form), "state",
                               "approved", "signatory", mn_item_get_id (signer), NULL);
  g_autofree char *text = new_lines (form, n_lines);

  form_set (form_general (session), "body", mn_item_get_id (body), "chairs",
            mn_item_get_id (signer), "secretary", mn_item_get_id (signer), NULL);
  form_add (document, "recipients", "text", "Ban Thường vụ Tỉnh uỷ", NULL);
  fill (session, form, person, text);
  return session;
}

/* ---- what is on paper ----------------------------------------------------------------------- */

/* Lines of the page above @top, the heading of a table's continuation and page numbers apart. */
static guint
count_lines_above (const RulesPaper *paper, guint number, double top)
{
  const RulesPage *page = rules_paper_get_page (paper, number);
  double           last = -100;
  guint            n = 0;

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const RulesGlyph *glyph = &g_array_index (page->glyphs, RulesGlyph, i);

      if (glyph->taken || glyph->bottom > top || glyph->bottom - last < 1)
        continue;
      last = glyph->bottom;
      n++;
    }
  return n;
}

/** Block: the signatures of a paper: from the first to the last of their lines. */
typedef struct
{
  guint  first_page, last_page;
  double top;
} Block;

static gboolean
find_block (const RulesPaper *paper, const MnBlock *columns, Block *block)
{
  gboolean found = FALSE;

  for (guint i = 0; i < paper->visits->len; i++)
    {
      const RulesVisit *visit = paper->visits->pdata[i];
      const RulesLine  *first = rules_found_get_first (visit->found);
      const RulesLine  *last = rules_found_get_last (visit->found);

      if (visit->columns != columns)
        continue;
      if (!found)
        *block = (Block){ first->page, last->page, first->top };
      block->first_page = MIN (block->first_page, first->page);
      block->last_page = MAX (block->last_page, last->page);
      block->top = MIN (block->top, first->top);
      found = TRUE;
    }
  return found;
}

/* Returns where the signatures stand: page and millimetres from the top, in one number. */
static double
check_paper (const RulesPaper *paper, guint n_lines)
{
  double place = 0;

  for (guint i = 0; i < paper->composed->blocks->len; i++)
    {
      const MnBlock *columns = paper->composed->blocks->pdata[i];
      Block          block;
      guint          above;

      if (columns->kind != MN_BLOCK_COLUMNS || !find_block (paper, columns, &block))
        continue;
      g_assert_cmpuint (block.first_page, ==, block.last_page);
      if (columns->keep_lines == 0)
        continue;
      above = count_lines_above (paper, block.first_page, block.top);
      if (above < KEPT)
        g_test_message ("%s, %u lines: %u above the signatures on page %u", paper->name, n_lines,
                        above, block.first_page + 1);
      g_assert_cmpuint (above, >=, KEPT);
      if (place <= 0)
        place = block.first_page * 1000 + block.top;
    }
  return place;
}

/* How many lines the running text has. */
static guint
count_lines (const RulesPaper *paper)
{
  guint most = 0;

  for (guint i = 0; i < paper->visits->len; i++)
    most = MAX (most, ((RulesVisit *) paper->visits->pdata[i])->found->lines->len);
  return most;
}

static guint
choose_step (const char *style, MnForm form)
{
  gboolean is_every = (form == MN_FORM_MINUTES || form == MN_FORM_NOTICE) &&
                      strcmp (style, "party-2018") != 0;

  return is_every || g_getenv ("MINUTES_LONG") != NULL ? 1 : 5;
}

static void
check_form (const char *style, MnForm form)
{
  guint  step = choose_step (style, form);
  double last = 0;
  guint  n_places = 0;

  for (guint n = 1; n <= N_POSITIONS; n += step)
    {
      g_autoptr (MnItem)     session = new_session (g_str_has_prefix (style, "state"), form, n);
      g_autoptr (RulesPaper) paper = rules_print (style, form, session);
      double                 place = check_paper (paper, n);

      g_assert_cmpfloat (place, >, 0);
      if (is_running (form) && n > 3)
        g_assert_cmpuint (count_lines (paper), >=, n);
      n_places += ABS (place - last) > 1;
      last = place;
    }
  /* The block moves with the text, but for the lines that it needs itself. */
  g_test_message ("%s by %s: %u places", mn_form_get_name (form), style, n_places);
  g_assert_cmpuint (n_places, >, N_POSITIONS / step / 2);
}

static void
test_form (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules_styles); i++)
    check_form (rules_styles[i], (MnForm) GPOINTER_TO_INT (data));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules-keep/minutes", GINT_TO_POINTER (MN_FORM_MINUTES), test_form);
  g_test_add_data_func ("/rules-keep/notice", GINT_TO_POINTER (MN_FORM_NOTICE), test_form);
  g_test_add_data_func ("/rules-keep/attendance", GINT_TO_POINTER (MN_FORM_ATTENDANCE), test_form);
  g_test_add_data_func ("/rules-keep/proposals", GINT_TO_POINTER (MN_FORM_PROPOSALS), test_form);
  g_test_add_data_func ("/rules-keep/follow-up", GINT_TO_POINTER (MN_FORM_FOLLOW_UP), test_form);
  g_test_add_data_func ("/rules-keep/task-slip", GINT_TO_POINTER (MN_FORM_TASK_SLIP), test_form);
  g_test_add_data_func ("/rules-keep/invitation", GINT_TO_POINTER (MN_FORM_INVITATION), test_form);
  return g_test_run ();
}
