#include "mn-composer.h"

#include "form-make.h"
#include "mn-session.h"

/* Only what is there, and of the kind that the field is for, is found. */
static void
test_refs (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnItem)     stranger = mn_session_new ();
  MnItem                *a = form_body (session, "Một", NULL);
  MnItem                *b = form_body (session, "Hai", NULL);
  MnItem                *general = form_general (session);
  g_autoptr (MnComposer) composer = NULL;
  g_autoptr (GPtrArray)  found = NULL;

  form_set (general, "chairs", form_refs (a, stranger, form_record (session), b, NULL), "secretary",
            mn_item_get_id (form_record (session)), "host", mn_item_get_id (b), NULL);
  composer = mn_composer_new (MN_FORM_MINUTES, session);
  found = mn_composer_list (composer, general, "chairs");
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (found->pdata[0] == a);
  g_assert_true (found->pdata[1] == b);
  g_assert_null (mn_composer_find (composer, general, "secretary"));
  g_assert_true (mn_composer_find (composer, general, "host") == b);
  g_assert_null (mn_composer_find (composer, general, "body"));
  g_assert_null (mn_composer_find (composer, NULL, "body"));
  g_assert_null (mn_composer_get (composer, "number"));
}

static void
test_blocks (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnComposer) composer = mn_composer_new (MN_FORM_NOTICE, session);
  MnBlock *heading = mn_composer_add_heading (composer, 2, "1.1.", "heading:x", "Về  việc");
  MnBlock *body = mn_composer_add_string (composer, MN_ROLE_BODY, session, "chữ");
  g_autofree char *anchor = mn_composer_dup_anchor ("point", session, NULL);
  g_autofree char *part = mn_composer_dup_anchor ("report", session, "results");

  g_assert_cmpint (heading->role, ==, MN_ROLE_HEADING_2);
  g_assert_cmpuint (heading->outline, ==, 2);
  g_assert_true (heading->keep_with_next);
  g_assert_cmpstr (heading->anchor, ==, "heading:x");
  g_assert_cmpstr (heading->label, ==, "1.1.");
  g_assert_cmpstr (mn_text_get_plain (heading->text), ==, "Về việc");
  g_assert_cmpstr (body->source, ==, mn_item_get_id (session));
  g_assert_true (g_str_has_prefix (anchor, "point:"));
  g_assert_true (g_str_has_suffix (part, ":results"));
  g_assert_cmpuint (composer->blocks->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/composer/refs", test_refs);
  g_test_add_func ("/composer/blocks", test_blocks);
  return g_test_run ();
}
