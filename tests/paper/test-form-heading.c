#include "form-make.h"
#include "mn-session.h"

/* Who issues decides both lines of the heading (HD 05, ô 2). */
static void
test_issuer (void)
{
  static const struct
  {
    const char *body, *above, *parent_body;
    const char *parent, *issuer;
  } cases[] = {
    { "Tỉnh ủy Trà Vinh", NULL, NULL, "", "Tỉnh ủy Trà Vinh" },
    { "Thường trực Tỉnh ủy", "Tỉnh ủy Trà Vinh", NULL, "", "Tỉnh ủy Trà Vinh" },
    { "Ban Thường vụ Tỉnh uỷ Sông Ngân", NULL, NULL, "", "Tỉnh uỷ Sông Ngân" },
    { "Đảng ủy phường Trà Vinh", NULL, "Đảng bộ tỉnh Vĩnh Long", "Đảng bộ tỉnh Vĩnh Long",
      "Đảng ủy phường Trà Vinh" },
    { "Đảng ủy phường Trà Vinh", "Tỉnh ủy Vĩnh Long", NULL, "Đảng bộ tỉnh Vĩnh Long",
      "Đảng ủy phường Trà Vinh" },
    { "Thường trực Đảng ủy", "Đảng ủy xã Cồn Mây", "Tỉnh uỷ Sông Ngân", "Đảng bộ tỉnh Sông Ngân",
      "Đảng ủy xã Cồn Mây" },
    { "Văn phòng Tỉnh ủy", "Tỉnh ủy Vĩnh Long", NULL, "Tỉnh ủy Vĩnh Long", "Văn phòng" },
    { "Ban Tổ chức Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", NULL, "Tỉnh uỷ Sông Ngân", "Ban Tổ chức" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *above = cases[i].above != NULL ? form_body (session, cases[i].above, NULL) : NULL;
      MnItem *body = form_body (session, cases[i].body, above);

      form_set (form_general (session), "body", mn_item_get_id (body), NULL);
      if (cases[i].parent_body != NULL)
        form_set (form_general (session), "parent-body",
                  mn_item_get_id (form_body (session, cases[i].parent_body, NULL)), NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_PARENT_BODY), cases[i].parent);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_ISSUING_BODY), cases[i].issuer);
    }
}

/* A congress heads its papers in two lines and numbers them all with ĐH; joint bodies are joined by
 * a hyphen, in the heading and in the symbol (HD 05, ô 2 and 3). */
static void
test_congress_and_joint (void)
{
  g_autoptr (MnItem) congress = form_session_new ();
  g_autoptr (MnItem) joint = form_session_new ();
  MnItem            *body = form_body (joint, "Uỷ ban nhân dân tỉnh", NULL);

  form_set (form_general (congress), "kind", "congress", "title",
            "Đại hội đại biểu Đảng bộ tỉnh Sông Ngân lần thứ I, nhiệm kỳ 2025 - 2030", NULL);
  form_assert (form_role (MN_FORM_NOTICE, congress, MN_ROLE_ISSUING_BODY),
               "Đại hội đại biểu\nĐảng bộ tỉnh Sông Ngân lần thứ I");
  form_assert (form_role (MN_FORM_NOTICE, congress, MN_ROLE_NUMBER), "Số~07-TB/ĐH");
  form_set (form_general (congress), "title", NULL, "ordinal", "1", NULL);
  form_assert (form_role (MN_FORM_NOTICE, congress, MN_ROLE_ISSUING_BODY),
               "Đại hội đại biểu\nĐảng bộ tỉnh Trà Vinh lần thứ I");

  form_set (body, "symbol", "UBND", NULL);
  form_set (mn_session_get_document (joint, "notice"), "joint-bodies", mn_item_get_id (body), NULL);
  form_assert (form_role (MN_FORM_NOTICE, joint, MN_ROLE_ISSUING_BODY),
               "Tỉnh ủy Trà Vinh - Uỷ ban nhân dân tỉnh");
  form_assert (form_role (MN_FORM_NOTICE, joint, MN_ROLE_NUMBER), "Số~07-TB/TU-UBND");
  form_set (body, "symbol", NULL, NULL);
  form_assert (form_role (MN_FORM_NOTICE, joint, MN_ROLE_NUMBER), "Số~07-TB/TU-UBND");
}

/* The State: no organ above committees and councils of the people, the organ above of others, and
 * places without their level. */
static void
test_state_issuer (void)
{
  static const struct
  {
    const char *body, *above, *parent, *issuer, *number;
  } cases[] = {
    { "Uỷ ban nhân dân xã Cồn Mây", "Uỷ ban nhân dân tỉnh Sông Ngân", "",
      "Uỷ ban nhân dân xã Cồn Mây", "Số:~07/TB-UBND" },
    { "Thường trực Hội đồng nhân dân tỉnh Sông Ngân", NULL, "", "Hội đồng nhân dân tỉnh Sông Ngân",
      "Số:~07/TB-HĐND" },
    { "Sở Nội vụ", "Uỷ ban nhân dân tỉnh Sông Ngân", "Uỷ ban nhân dân tỉnh Sông Ngân", "Sở Nội vụ",
      "Số:~07/TB-SNV" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = form_session_new ();
      MnItem *above = cases[i].above != NULL ? form_body (session, cases[i].above, NULL) : NULL;
      MnItem *body = form_body (session, cases[i].body, above);

      form_set (form_general (session), "body", mn_item_get_id (body), NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_PARENT_BODY), cases[i].parent);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_ISSUING_BODY), cases[i].issuer);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_NUMBER), cases[i].number);
    }
}

/* HD 05, ô 3: the table of numbers, and gaps to write into. */
static void
test_number (void)
{
  static const struct
  {
    const char *body, *number, *symbol;
    MnForm      form;
    const char *expected;
  } cases[] = {
    { "Đảng ủy phường Trà Vinh", "7", NULL, MN_FORM_NOTICE, "Số~07-TB/ĐU" },
    { "Tỉnh ủy Vĩnh Long", "12", NULL, MN_FORM_MINUTES, "Số~12-BB/TU" },
    { "Tỉnh uỷ Sông Ngân", "138", NULL, MN_FORM_NOTICE, "Số~138-TB/TU" },
    { "Tỉnh ủy Vĩnh Long", NULL, NULL, MN_FORM_NOTICE, "Số~~~~~~-TB/TU" },
    { "Tỉnh ủy Vĩnh Long", "0", NULL, MN_FORM_NOTICE, "Số~~~~~~-TB/TU" },
    { "Chi bộ Văn phòng", "3", NULL, MN_FORM_MINUTES, "Số~03-BB/CB" },
    { "Văn phòng Tỉnh ủy", "9", "VPTU", MN_FORM_NOTICE, "Số~09-TB/VPTU" },
    { "Hội đồng", "9", NULL, MN_FORM_NOTICE, "Số~09-TB/HĐ" },
    { "Tổ công tác", "9", NULL, MN_FORM_NOTICE, "Số~09-TB/~~~~~~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *document = form_add (session, "documents", "form", mn_form_get_name (cases[i].form),
                                   NULL);

      form_set (form_general (session), "body",
                mn_item_get_id (form_body (session, cases[i].body, NULL)), NULL);
      form_set (document, "number", cases[i].number, "symbol", cases[i].symbol, NULL);
      form_assert (form_role (cases[i].form, session, MN_ROLE_NUMBER), cases[i].expected);
    }
}

static void
test_party_symbol (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_set (mn_item_get_child (form_record (session), "parties", 0), "symbol", "TUTV", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_NUMBER), "Số~07-TB/TUTV");
}

/* HD 05, ô 4: days below 10, January and February are padded. */
static void
test_date (void)
{
  static const struct
  {
    const char *date, *expected;
  } cases[] = {
    { "2026-02-05", "Trà Vinh, ngày~05 tháng~02 năm~2026" },
    { "2026-03-12", "Trà Vinh, ngày~12 tháng~3 năm~2026" },
    { "2026-10-03", "Trà Vinh, ngày~03 tháng~10 năm~2026" },
    { "2026-05-27", "Trà Vinh, ngày~27 tháng~5 năm~2026" },
    { "2025-12-31", "Trà Vinh, ngày~31 tháng~12 năm~2025" },
    { NULL, "Trà Vinh, ngày~~~~~~tháng~~~~~~năm~2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = form_session_new ();

      form_set (mn_session_get_document (session, "notice"), "date", cases[i].date, NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_PLACE_DATE), cases[i].expected);
    }
}

/* The place is the committee's, without its level unless its name is of one syllable. */
static void
test_place (void)
{
  static const struct
  {
    const char *body, *place, *expected;
  } cases[] = {
    { "Tỉnh ủy Trà Vinh", NULL, "Trà Vinh, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
    { "Thành ủy Huế", NULL, "Thành phố Huế, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
    { "Đảng uỷ xã Cồn Mây", NULL, "Cồn Mây, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
    { "Đảng ủy phường Trà Vinh", "Phường Trà Vinh,",
      "Phường Trà Vinh, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
    { "Văn phòng", NULL, "~~~~~~, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
    { "Ban Tổ chức Tỉnh uỷ", NULL, "Vĩnh Long, ngày~~~~~~tháng~~~~~~năm~~~~~~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *above = form_body (session, "Tỉnh uỷ Vĩnh Long", NULL);

      if (!g_str_has_prefix (cases[i].body,
                             "Ban")) /* what an organ belongs to sits where it does */
        above = NULL;
      form_set (form_general (session), "body",
                mn_item_get_id (form_body (session, cases[i].body, above)), NULL);
      form_add (session, "documents", "form", "notice", "place", cases[i].place, NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_PLACE_DATE), cases[i].expected);
    }
}

static void
test_draft (void)
{
  static const struct
  {
    const char *state, *note, *expected;
  } cases[] = {
    { NULL, NULL, "Dự thảo" },         { "draft", "Dự thảo lần 2", "Dự thảo lần 2" },
    { "submitted", NULL, "Dự thảo" },  { "approved", NULL, "" },
    { "issued", "Dự thảo lần 3", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = form_session_new ();

      form_set (mn_session_get_document (session, "notice"), "state", cases[i].state, "draft-note",
                cases[i].note, NULL);
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_DRAFT_NOTE), cases[i].expected);
    }
}

/* Two rows of two columns; the Party's title has a line of its own length below it. */
static void
test_layout (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnComposed) composed = mn_form_compose (MN_FORM_NOTICE, session);
  MnBlock               *title;

  for (guint i = 0; i < 2; i++)
    {
      MnBlock *row = composed->blocks->pdata[i];

      g_assert_cmpint (row->kind, ==, MN_BLOCK_COLUMNS);
      g_assert_cmpuint (row->children->len, ==, 2);
    }
  title = ((MnBlock *) composed->blocks->pdata[0])->children->pdata[1];
  g_assert_cmpuint (title->children->len, ==, 2);
  g_assert_cmpint (((MnBlock *) title->children->pdata[1])->kind, ==, MN_BLOCK_RULE);
  g_assert_cmpfloat (((MnBlock *) title->children->pdata[1])->width, ==, 1.0);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_STAR), "*");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_SEPARATOR), "-----");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_KIND), "THÔNG BÁO");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_KIND), "BIÊN BẢN");
}

/* Five hyphens, unless an office's style leaves them out: then nothing parts title and body. */
static void
test_no_separator (void)
{
  static const char      own[] = "<house-style name=\"own\" base=\"party-2026\">"
                                 "<word name=\"separator\" text=\"\"/></house-style>";
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnStyle)    style = mn_style_parse (own, sizeof own - 1, "own.xml", NULL);
  const MnFormInput      input = { .session = session, .style = style };
  g_autoptr (MnComposed) composed = mn_form_compose_input (MN_FORM_NOTICE, &input);

  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_SEPARATOR), "-----");
  for (guint i = 0; i < composed->blocks->len; i++)
    {
      const MnBlock *block = composed->blocks->pdata[i];

      g_assert_cmpint (block->role, !=, MN_ROLE_SEPARATOR);
      g_assert_cmpint (block->kind, !=, MN_BLOCK_RULE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-heading/issuer", test_issuer);
  g_test_add_func ("/form-heading/congress-and-joint", test_congress_and_joint);
  g_test_add_func ("/form-heading/state-issuer", test_state_issuer);
  g_test_add_func ("/form-heading/number", test_number);
  g_test_add_func ("/form-heading/party-symbol", test_party_symbol);
  g_test_add_func ("/form-heading/date", test_date);
  g_test_add_func ("/form-heading/place", test_place);
  g_test_add_func ("/form-heading/draft", test_draft);
  g_test_add_func ("/form-heading/layout", test_layout);
  g_test_add_func ("/form-heading/no-separator", test_no_separator);
  return g_test_run ();
}
