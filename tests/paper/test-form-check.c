#include "mn-form-check.h"

#include <string.h>

#include "form-make.h"
#include "mn-check.h"
#include "mn-session.h"

/* Typed in the manner of the other family; the own manner and anything else is nobody's business.
 */
static void
test_manners (void)
{
  static const struct
  {
    const char *style, *field, *typed, *expected; /* NULL: nothing to say */
  } cases[] = {
    { "state-2020", "collective", "T/M Uỷ ban nhân dân", "TM." },
    { "state-2020", "position", "K/T Chủ tịch", "KT." },
    { "state-2020", "collective", "TM. Uỷ ban nhân dân", NULL },
    { "party-2026", "collective", "TM. Ban Thường vụ", "T/M" },
    { "party-2026", "collective", "TL. Ban Thường vụ", "T/L" },
    { "party-2018", "position", "KT. Trưởng Ban", "K/T" },
    { "party-2026", "collective", "Ban Thường vụ", NULL },
    { "party-2026", "position", "Phó Bí thư", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem)    session = form_session_new ();
      g_autoptr (GPtrArray) findings = NULL;
      MnItem               *notice = mn_session_get_document (session, "notice");

      form_set (form_general (session), "style", cases[i].style, NULL);
      form_set (mn_item_get_child (notice, "recipients", 1), "text", "Sở Nội vụ", NULL);
      form_set (notice, cases[i].field, cases[i].typed, NULL);
      findings = mn_form_check (MN_FORM_NOTICE, session);
      g_assert_cmpuint (findings->len, ==, cases[i].expected != NULL ? 1 : 0);
      if (cases[i].expected != NULL)
        {
          const MnFinding *finding = findings->pdata[0];

          g_assert_cmpstr (finding->item, ==, mn_item_get_id (notice));
          g_assert_cmpstr (finding->field, ==, cases[i].field);
          g_assert_nonnull (strstr (finding->text, cases[i].expected));
        }
    }
}

static void
test_recipients (void)
{
  g_autoptr (MnItem)    session = form_session_new ();
  g_autoptr (GPtrArray) none = mn_form_check (MN_FORM_NOTICE, session);
  g_autoptr (GPtrArray) found = NULL;
  MnItem               *notice = mn_session_get_document (session, "notice");

  g_assert_cmpuint (none->len, ==, 0);
  form_set (mn_item_get_child (notice, "recipients", 1), "text", "- Lưu: VT.", NULL);
  found = mn_form_check (MN_FORM_NOTICE, session);
  g_assert_cmpuint (found->len, ==, 1);
}

/* What @form says of a paper of which only @fields are known. */
static guint
count_missing (MnForm form, const char *style, const char *state, const char *field)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *document = form_add (session, "documents", "form", mn_form_get_name (form), "state",
                               state, NULL);
  MnItem *person = form_person (session, "Nguyễn Văn A", "Bí thư");
  g_autoptr (GPtrArray) findings = NULL;

  form_set (form_general (session), "style", style, NULL);
  if (g_strcmp0 (field, "signatory") == 0)
    form_set (document, field, mn_item_get_id (person), NULL);
  else if (field != NULL)
    form_set (document, field, strcmp (field, "date") == 0 ? "2026-02-05" : "7", NULL);
  findings = mn_form_check (form, session);
  for (guint i = 0; i < findings->len; i++)
    {
      const MnFinding *finding = findings->pdata[i];

      g_assert_cmpint (finding->severity, ==, MN_FINDING_ADVICE);
      g_assert_cmpstr (finding->item, ==, mn_item_get_id (document));
      g_assert_true (g_str_has_prefix (finding->text, mn_form_get_label (form)));
      g_assert_cmpstr (finding->field, !=, field);
    }
  return findings->len;
}

/* Of every form what it prints: number, date, and who signs; nothing of a draft. */
static void
test_missing (void)
{
  static const char *const fields[] = { NULL, "number", "date", "signatory" };
  static const struct
  {
    guint party, state;
    guint known[3]; /* one less where it is printed */
  } expected[MN_N_FORMS] = {
    [MN_FORM_MINUTES] = { 2, 1, { 1, 1, 0 } },    [MN_FORM_NOTICE] = { 3, 3, { 1, 1, 1 } },
    [MN_FORM_ATTENDANCE] = { 1, 1, { 0, 1, 0 } }, [MN_FORM_AGENDA] = { 1, 1, { 0, 1, 0 } },
    [MN_FORM_PROPOSALS] = { 1, 1, { 0, 1, 0 } },  [MN_FORM_FOLLOW_UP] = { 3, 3, { 1, 1, 1 } },
    [MN_FORM_TASK_SLIP] = { 2, 2, { 0, 1, 1 } },  [MN_FORM_INVITATION] = { 3, 3, { 1, 1, 1 } },
    [MN_FORM_COMPARISON] = { 1, 1, { 0, 1, 0 } },
  };

  for (int form = 0; form < MN_N_FORMS; form++)
    {
      const MnForm which = (MnForm) form;

      g_assert_cmpuint (count_missing (which, "party-2026", "draft", NULL), ==, 0);
      g_assert_cmpuint (count_missing (which, "state-2020", "issued", NULL), ==,
                        expected[form].state);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        g_assert_cmpuint (count_missing (which, "party-2026", "approved", fields[i]), ==,
                          expected[form].party - (i > 0 ? expected[form].known[i - 1] : 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-check/manners", test_manners);
  g_test_add_func ("/form-check/recipients", test_recipients);
  g_test_add_func ("/form-check/missing", test_missing);
  return g_test_run ();
}
