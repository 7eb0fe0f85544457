#include "form-make.h"
#include "mn-session.h"
#include "mn-wording.h"

static void
assert_taken (char *made, const char *expected)
{
  GString *shown = g_string_new (made);

  g_string_replace (shown, MN_NBSP, "~", 0);
  g_assert_cmpstr (shown->str, ==, expected);
  g_string_free (shown, TRUE);
  g_free (made);
}

static void
test_party (void)
{
  static const struct
  {
    const char *type, *address, *name, *post, *expected;
  } cases[] = {
    { "person", NULL, "Lê A", "Bí thư", "đồng chí~Lê A, Bí thư" },
    { "person", "ong", "Lê A", NULL, "ông~Lê A" },
    { "person", "ba", "Lê A", "Giám đốc;", "bà~Lê A, Giám đốc" },
    { "person", NULL, "đồng chí Lê A", NULL, "đồng chí~Lê A" },
    { "person", NULL, NULL, "Bí thư Tỉnh ủy", "đồng chí~Bí thư Tỉnh ủy" },
    { "post", NULL, "Chánh Văn phòng", NULL, "đồng chí~Chánh Văn phòng" },
    { "body", NULL, "Sở Nội vụ", NULL, "Sở Nội vụ" },
    { "group", NULL, "Các Hội quần chúng", NULL, "các Hội quần chúng" },
    { NULL, NULL, "Sở Nội vụ", NULL, "Sở Nội vụ" },
    { NULL, NULL, "Lê A", "Bí thư", "đồng chí~Lê A, Bí thư" },
    { "person", NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) party = mn_item_new (mn_kind_find ("party"));

      form_set (party, "type", cases[i].type, "address", cases[i].address, "name", cases[i].name,
                "post", cases[i].post, NULL);
      assert_taken (mn_wording_party (NULL, party, MN_PARTY_WITH_POST), cases[i].expected);
    }
}

static void
test_parties (void)
{
  g_autoptr (MnItem)    session = mn_session_new ();
  g_autoptr (GPtrArray) parties = g_ptr_array_new ();

  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_POST), "");
  g_ptr_array_add (parties, form_person (session, "Lê A", "Bí thư"));
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT),
                "đồng chí~Lê A, Bí thư,");
  g_ptr_array_add (parties, form_person (session, "Trần B", NULL));
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT),
                "các đồng chí: Lê A, Bí thư; Trần B");
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_AND),
                "các đồng chí Lê A và Trần B");
  g_ptr_array_add (parties, form_body (session, "Sở Nội vụ", NULL));
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_AND),
                "đồng chí~Lê A, đồng chí~Trần B và Sở Nội vụ");
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_APART),
                "đồng chí~Lê A; đồng chí~Trần B; Sở Nội vụ");
  g_ptr_array_add (parties, form_body (session, "Sở Khoa học và Công nghệ", NULL));
  assert_taken (mn_wording_parties (NULL, parties, MN_PARTY_WITH_AND),
                "đồng chí~Lê A, đồng chí~Trần B, Sở Nội vụ, Sở Khoa học và Công nghệ");
}

/* A State paper makes nobody a comrade who isn't called so; who is, stays one. */
static void
test_state (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnComposer) paper = NULL;
  g_autoptr (GPtrArray)  parties = g_ptr_array_new ();
  MnItem                *comrade;

  form_set (form_general (session), "body",
            mn_item_get_id (form_body (session, "Uỷ ban nhân dân tỉnh Sông Ngân", NULL)), NULL);
  paper = mn_composer_new (MN_FORM_MINUTES, session);
  g_assert_true (mn_composer_is_state (paper));
  g_assert_cmpstr (mn_wording_head (paper), ==, "đại biểu");
  g_ptr_array_add (parties, form_person (session, "Lê A", "Giám đốc"));
  g_ptr_array_add (parties, form_person (session, "Trần B", NULL));
  assert_taken (mn_wording_parties (paper, parties, MN_PARTY_WITH_POST), "Lê A, Giám đốc; Trần B");
  comrade = form_person (session, "Phạm C", NULL);
  form_set (comrade, "address", "dong-chi", NULL);
  form_set (parties->pdata[1], "address", "ba", NULL);
  g_ptr_array_add (parties, comrade);
  assert_taken (mn_wording_parties (paper, parties, MN_PARTY_NAME_ONLY),
                "Lê A, bà~Trần B, đồng chí~Phạm C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording-party/party", test_party);
  g_test_add_func ("/wording-party/state", test_state);
  g_test_add_func ("/wording-party/parties", test_parties);
  return g_test_run ();
}
