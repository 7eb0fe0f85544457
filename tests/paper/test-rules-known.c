/* What is written of numbers, dates and names, in all forms: numbers of one digit to four, each day
 * and month with its padding, names of one syllable and of seven (HD 05, ô 3, 4 and 7b; NĐ 30, Phụ
 * lục I, II.3, II.4 and II.7). */

#include <string.h>

#include "mn-session.h"
#include "rules-row.h"

static const RulesVisit *
find_role (const RulesPaper *paper, MnRole role)
{
  for (guint i = 0; i < paper->visits->len; i++)
    if (((RulesVisit *) paper->visits->pdata[i])->block->role == role)
      return paper->visits->pdata[i];
  return NULL;
}

/* As it is printed, blanks apart. */
static void
assert_words (const RulesPaper *paper, const RulesVisit *visit, const char *expected)
{
  g_autofree char *words = NULL;
  GString         *plain;

  g_assert_nonnull (visit);
  plain = g_string_new (visit->words);
  g_string_replace (plain, "\302\240", " ", 0);
  words = g_string_free (plain, FALSE);
  if (strcmp (words, expected) != 0)
    g_test_message ("%s", paper->name);
  g_assert_cmpstr (words, ==, expected);
}

/* A session of a few words, which is printed many times over. */
static MnItem *
new_session (gboolean is_state, MnForm form)
{
  MnItem *session = mn_session_new ();
  MnItem *body = form_body (
      session, is_state ? "Uỷ ban nhân dân tỉnh Vĩnh Long" : "Tỉnh uỷ Vĩnh Long", NULL);

  form_set (form_general (session), "body", mn_item_get_id (body), NULL);
  form_add (session, "documents", "form", mn_form_get_name (form), "place", "Vĩnh Long", NULL);
  return session;
}

static gboolean
is_in (MnForm form, guint forms)
{
  return (forms & (1u << form)) != 0;
}

/* ---- numbers -------------------------------------------------------------------------------- */

static void
check_number (const char *style,
              MnForm      form,
              MnItem     *session,
              const char *number,
              const char *printed)
{
  static const char *const kinds[MN_N_FORMS] = { [MN_FORM_MINUTES] = "BB",
                                                 [MN_FORM_NOTICE] = "TB",
                                                 [MN_FORM_FOLLOW_UP] = "BC",
                                                 [MN_FORM_INVITATION] = "GM" };
  gboolean                 is_state = g_str_has_prefix (style, "state");
  RulesPaper              *paper;
  g_autofree char         *expected = NULL;

  form_set (rules_get_document (session, form), "number", number, NULL);
  paper = rules_print (style, form, session);
  expected = is_state ? g_strdup_printf ("Số: %s/%s-UBND", printed, kinds[form])
                      : g_strdup_printf ("Số %s-%s/TU", printed, kinds[form]);
  assert_words (paper, find_role (paper, MN_ROLE_NUMBER), expected);
  rules_paper_free (paper);
}

static void
test_numbers (void)
{
  static const char *const numbers[][2] = {
    { "1", "01" },  { "7", "07" },    { "9", "09" },
    { "10", "10" }, { "127", "127" }, { "1204", "1204" },
  };

  for (guint s = 0; s < G_N_ELEMENTS (rules_styles); s++)
    for (int form = 0; form < MN_N_FORMS; form++)
      {
        g_autoptr (MnItem) session = new_session (s == 2, (MnForm) form);

        for (guint i = 0; i < G_N_ELEMENTS (numbers) && is_in ((MnForm) form, RULES_NUMBERED); i++)
          check_number (rules_styles[s], (MnForm) form, session, numbers[i][0], numbers[i][1]);
      }
}

/* Lists bear none, whatever stands in the file. */
static void
test_no_number (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (rules_styles); s++)
    for (int form = 0; form < MN_N_FORMS; form++)
      {
        const RulesPaper *paper = rules_get_paper (rules_styles[s], (MnForm) form, RULES_FULL);

        g_assert_cmpint (find_role (paper, MN_ROLE_NUMBER) != NULL, ==,
                         is_in ((MnForm) form, RULES_NUMBERED));
      }
}

/* ---- dates ---------------------------------------------------------------------------------- */

static void
check_date (const char *style, MnForm form, MnItem *session, const char *date, const char *printed)
{
  RulesPaper      *paper;
  g_autofree char *expected = g_strconcat ("Vĩnh Long, ", printed, NULL);

  form_set (rules_get_document (session, form), "date", date, NULL);
  paper = rules_print (style, form, session);
  if (form == MN_FORM_MINUTES && rules_paper_is_state (paper))
    g_assert_null (find_role (paper, MN_ROLE_PLACE_DATE)); /* Mẫu 1.9 */
  else
    assert_words (paper, find_role (paper, MN_ROLE_PLACE_DATE), expected);
  rules_paper_free (paper);
}

/* Days below ten and the months 1 and 2 get a zero; 3 to 12 don't. One form sees all months and
 * days, the others each padding. */
static void
test_dates (void)
{
  static const char *const paddings[][2] = {
    { "2026-01-01", "ngày 01 tháng 01 năm 2026" }, { "2026-02-09", "ngày 09 tháng 02 năm 2026" },
    { "2026-03-10", "ngày 10 tháng 3 năm 2026" },  { "2026-10-03", "ngày 03 tháng 10 năm 2026" },
    { "2026-12-31", "ngày 31 tháng 12 năm 2026" },
  };

  for (guint s = 0; s < G_N_ELEMENTS (rules_styles); s++)
    for (int form = 0; form < MN_N_FORMS; form++)
      {
        g_autoptr (MnItem) session = new_session (s == 2, (MnForm) form);

        for (guint i = 0; i < G_N_ELEMENTS (paddings); i++)
          check_date (rules_styles[s], (MnForm) form, session, paddings[i][0], paddings[i][1]);
      }
}

static void
test_calendar (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (rules_styles); s++)
    {
      g_autoptr (MnItem) session = new_session (s == 2, MN_FORM_INVITATION);

      for (guint i = 1; i <= 31; i++)
        {
          guint            month = i <= 12 ? i : 5;
          g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", month,
                                                   MIN (i, 28 + 3 * (i > 12)));
          g_autofree char *printed = g_strdup_printf (month < 3 ? "ngày %02u tháng %02u năm 2026"
                                                                : "ngày %02u tháng %u năm 2026",
                                                      i, month);

          check_date (rules_styles[s], MN_FORM_INVITATION, session, date, printed);
        }
    }
}

/* ---- names ---------------------------------------------------------------------------------- */

/* The last name on paper is the signer's: whole, and on one line where one holds it. */
static void
test_names (void)
{
  static const RulesSample samples[] = { RULES_PLAIN, RULES_LONG };
  static const char *const names[] = { "An", "Công Tằng Tôn Nữ Thị Ngọc Anh" };
  const guint              forms = RULES_SIGNED | RULES_FORM (MINUTES);

  for (guint s = 0; s < G_N_ELEMENTS (rules_styles); s++)
    for (int form = 0; form < MN_N_FORMS; form++)
      for (guint i = 0; i < G_N_ELEMENTS (samples) && is_in ((MnForm) form, forms); i++)
        {
          const RulesPaper *paper = rules_get_paper (rules_styles[s], (MnForm) form, samples[i]);
          const RulesVisit *signer = NULL;

          for (guint v = 0; v < paper->visits->len; v++)
            {
              const RulesVisit *visit = paper->visits->pdata[v];

              if (visit->block->role == MN_ROLE_SIGNER && visit->strip == RULES_RIGHT_HALF)
                signer = visit;
            }
          assert_words (paper, signer, names[i]);
          g_assert_cmpuint (signer->found->lines->len, ==, 1);
        }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-known/numbers", test_numbers);
  g_test_add_func ("/rules-known/no-number", test_no_number);
  g_test_add_func ("/rules-known/dates", test_dates);
  g_test_add_func ("/rules-known/calendar", test_calendar);
  g_test_add_func ("/rules-known/names", test_names);
  status = g_test_run ();
  rules_drop_papers ();
  return status;
}
