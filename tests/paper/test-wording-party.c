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

/* A composer of papers of the Party or of the State. */
static MnComposer *
make_composer (const char *style)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_set (form_general (session), "style", style, NULL);
  return mn_composer_new (MN_FORM_MINUTES, session);
}

static void
test_party (void)
{
  g_autoptr (MnComposer) composer = make_composer ("party-2026");
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
    { "person", "dong-chi", "Lê A", NULL, "đồng chí~Lê A" },
    { "person", NULL, "bà Lê A", NULL, "bà~Lê A" },
    { "person", NULL, "Ông Ích A", NULL, "đồng chí~Ông~Ích A" },
    { "person", NULL, "Thượng tọa Thích A", "Trụ trì", "Thượng tọa Thích A, Trụ trì" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) party = mn_item_new (mn_kind_find ("party"));

      form_set (party, "type", cases[i].type, "address", cases[i].address, "name", cases[i].name,
                "post", cases[i].post, NULL);
      assert_taken (mn_wording_party (composer, party, MN_PARTY_WITH_POST), cases[i].expected);
    }
}

/* Of whom no form of address is known the State doesn't say "đồng chí". */
static void
test_party_of_state (void)
{
  g_autoptr (MnComposer) composer = make_composer ("state-2020");
  static const struct
  {
    const char  *address, *name, *post;
    MnPartyWords words;
    const char  *expected;
  } cases[] = {
    { NULL, "Lê A", "Chủ tịch", MN_PARTY_WITH_POST, "Lê A, Chủ tịch" },
    { NULL, "Lê A", "Chủ tịch", MN_PARTY_NAME_ONLY, "ông~(bà)~Lê A" },
    { NULL, "Lê A", NULL, MN_PARTY_WITH_POST, "ông~(bà)~Lê A" },
    { NULL, "Lê A", "Chủ tịch", MN_PARTY_LISTED, "Lê A" },
    { NULL, "Lê A", "Chủ tịch", MN_PARTY_WITH_POST | MN_PARTY_ADDRESSED,
      "ông~(bà)~Lê A, Chủ tịch" },
    { "ong", "Lê A", "Chủ tịch", MN_PARTY_WITH_POST, "ông~Lê A, Chủ tịch" },
    { "ba", "Lê A", NULL, MN_PARTY_LISTED, "bà~Lê A" },
    { "dong-chi", "Lê A", NULL, MN_PARTY_NAME_ONLY, "đồng chí~Lê A" },
    { NULL, "đồng chí Lê A", "Bí thư", MN_PARTY_WITH_POST, "Lê A, Bí thư" },
    { NULL, "ông Lê A", NULL, MN_PARTY_WITH_POST, "ông~Lê A" },
    { NULL, "Hòa thượng Thích A", NULL, MN_PARTY_ADDRESSED, "Hòa thượng Thích A" },
    { NULL, NULL, "Chánh Văn phòng", MN_PARTY_ADDRESSED, "Chánh Văn phòng" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) party = mn_item_new (mn_kind_find ("party"));

      form_set (party, "type", "person", "address", cases[i].address, "name", cases[i].name, "post",
                cases[i].post, NULL);
      assert_taken (mn_wording_party (composer, party, cases[i].words), cases[i].expected);
    }
}

static void
test_parties_of_state (void)
{
  MnItem                *comrade;
  g_autoptr (MnComposer) composer = make_composer ("state-2020");
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (GPtrArray)  parties = g_ptr_array_new ();

  g_ptr_array_add (parties, form_person (session, "Lê A", "Chủ tịch"));
  g_ptr_array_add (parties, form_person (session, "Trần B", NULL));
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_AND),
                "các ông~(bà) Lê A và Trần B");
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_POST),
                "Lê A, Chủ tịch; ông~(bà)~Trần B");
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_LISTED), "Lê A, Trần B");
  form_set (parties->pdata[0], "address", "ong", NULL);
  form_set (parties->pdata[1], "address", "ong", NULL);
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_AND),
                "ông~Lê A và ông~Trần B");
  comrade = form_person (session, "Phạm C", NULL);
  form_set (comrade, "address", "dong-chi", NULL);
  g_ptr_array_add (parties, comrade);
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_NAME_ONLY),
                "ông~Lê A, ông~Trần B, đồng chí~Phạm C");
  g_assert_cmpstr (mn_wording_head (composer), ==, "đại biểu");
}

static void
test_parties (void)
{
  g_autoptr (MnComposer) composer = make_composer ("party-2026");
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (GPtrArray)  parties = g_ptr_array_new ();

  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_POST), "");
  g_ptr_array_add (parties, form_person (session, "Lê A", "Bí thư"));
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT),
                "đồng chí~Lê A, Bí thư,");
  g_ptr_array_add (parties, form_person (session, "Trần B", NULL));
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT),
                "các đồng chí: Lê A, Bí thư; Trần B");
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_AND),
                "các đồng chí Lê A và Trần B");
  g_ptr_array_add (parties, form_body (session, "Sở Nội vụ", NULL));
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_AND),
                "đồng chí~Lê A, đồng chí~Trần B và Sở Nội vụ");
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_APART),
                "đồng chí~Lê A; đồng chí~Trần B; Sở Nội vụ");
  g_ptr_array_add (parties, form_body (session, "Sở Khoa học và Công nghệ", NULL));
  assert_taken (mn_wording_parties (composer, parties, MN_PARTY_WITH_AND),
                "đồng chí~Lê A, đồng chí~Trần B, Sở Nội vụ, Sở Khoa học và Công nghệ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording-party/party", test_party);
  g_test_add_func ("/wording-party/parties", test_parties);
  g_test_add_func ("/wording-party/party-of-state", test_party_of_state);
  g_test_add_func ("/wording-party/parties-of-state", test_parties_of_state);
  return g_test_run ();
}
