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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-check/manners", test_manners);
  g_test_add_func ("/form-check/recipients", test_recipients);
  return g_test_run ();
}
