#include "form-make.h"
#include "mn-session.h"

static char *
read_signature (const char *authority,
                const char *collective,
                const char *position,
                const char *post)
{
  g_autoptr (MnItem)  session = form_session_new ();
  MnItem             *notice = mn_session_get_document (session, "notice");
  MnItem             *signer = form_person (session, "Nguyễn Văn A", post);
  GString            *lines = g_string_new (NULL);
  static const MnRole roles[] = { MN_ROLE_AUTHORITY, MN_ROLE_POSITION, MN_ROLE_SOLE_POSITION,
                                  MN_ROLE_SIGNER };

  form_set (notice, "authority", authority, "collective", collective, "position", position,
            "signatory", mn_item_get_id (signer), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *line = form_role (MN_FORM_NOTICE, session, roles[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", line);
    }
  return g_string_free (lines, FALSE);
}

/* HD 05, ô 7a: slashes, no dots; a position never repeats the committee. */
static void
test_authority (void)
{
  static const struct
  {
    const char *authority, *collective, *position, *post, *expected;
  } cases[] = {
    { "on-behalf", "Ban Thường vụ", NULL, "Phó Bí thư Tỉnh ủy",
      "T/M Ban Thường vụ|Phó Bí thư||Nguyễn Văn A" },
    { "on-behalf", "Tỉnh uỷ", NULL, "Ủy viên Trung ương Đảng, Bí thư Tỉnh uỷ Trà Vinh",
      "T/M Tỉnh uỷ|Bí thư||Nguyễn Văn A" },
    { NULL, NULL, NULL, "Phó Bí thư Thường trực Tỉnh ủy",
      "T/M Ban Thường vụ|Phó Bí thư||Nguyễn Văn A" },
    { "by-order", "Ban Thường vụ", NULL, "Chánh Văn phòng Tỉnh ủy",
      "T/L Ban Thường vụ|Chánh Văn phòng||Nguyễn Văn A" },
    { "for", "Trưởng Ban", "Phó Trưởng Ban", "Phó Trưởng Ban Tổ chức",
      "K/T Trưởng Ban|Phó Trưởng Ban||Nguyễn Văn A" },
    { "acting", NULL, "Trưởng Ban", NULL, "||Q. Trưởng Ban|Nguyễn Văn A" },
    { "none", NULL, "Chánh Văn phòng", NULL, "||Chánh Văn phòng|Nguyễn Văn A" },
    { "on-behalf", "Ban Thường vụ", NULL, NULL, "T/M Ban Thường vụ|||Nguyễn Văn A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    form_assert (
        read_signature (cases[i].authority, cases[i].collective, cases[i].position, cases[i].post),
        cases[i].expected);
}

/* HD 05, ô 9a: semicolons, and the archive last with a full stop, without colon or "VT". */
static void
test_recipients (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  g_autoptr (MnItem) bare = form_session_new ();
  MnItem            *notice = mn_session_get_document (session, "notice");
  MnItem            *none = mn_session_get_document (bare, "notice");

  form_set (mn_item_get_child (notice, "recipients", 0), "text", "Lưu Văn phòng Tỉnh uỷ.", NULL);
  form_set (mn_item_get_child (notice, "recipients", 1), "text", "- Như trên;", NULL);
  form_add (notice, "recipients", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENTS_LABEL), "Nơi nhận:");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_RECIPIENT),
               "- Như trên;\n- Lưu Văn phòng Tỉnh uỷ.");
  form_set (none, "form", "minutes", NULL);
  form_assert (form_role (MN_FORM_NOTICE, bare, MN_ROLE_RECIPIENT),
               "- Thường trực Tỉnh ủy;\n- Văn phòng Tỉnh ủy;\n- Hội Nông dân tỉnh;\n"
               "- Lưu Văn phòng Tỉnh ủy.");
}

/* "Như trên" stands in letters and submissions alone (HD 05, ô 9a); a committee's office keeps its
 * own papers. */
static void
test_derived_recipients (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *office = form_body (session, "Văn phòng Đảng uỷ", NULL);

  form_assert (form_role (MN_FORM_INVITATION, session, MN_ROLE_RECIPIENT),
               "- Các đại biểu được mời;\n- Lưu Văn phòng Tỉnh ủy.");
  form_set (form_general (session), "body", mn_item_get_id (office), NULL);
  form_assert (form_role (MN_FORM_INVITATION, session, MN_ROLE_RECIPIENT),
               "- Các đại biểu được mời;\n- Lưu Văn phòng Đảng uỷ.");
}

static MnBlock *
get_last (MnComposed *composed)
{
  return composed->blocks->pdata[composed->blocks->len - 1];
}

/* The writer stands on the left, the chair on the right; both keep lines of the body with them. */
static void
test_minutes (void)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnComposed) composed = mn_form_compose (MN_FORM_MINUTES, session);
  g_autofree char       *left = NULL;
  MnBlock               *columns = get_last (composed);

  g_assert_cmpint (columns->kind, ==, MN_BLOCK_COLUMNS);
  g_assert_cmpuint (columns->keep_lines, ==, 2);
  left = mn_block_dup_plain (columns->children->pdata[0]);
  g_assert_cmpstr (left, ==, "NGƯỜI GHI BIÊN BẢN\nLê Văn C");
  form_set (form_general (session), "title", "Buổi làm việc với các hội", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SOLE_POSITION),
               "NGƯỜI GHI BIÊN BẢN\nCHỦ TRÌ BUỔI LÀM VIỆC");
}

/* Minutes have recipients only where some are named. */
static void
test_minutes_recipients (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *minutes = form_add (session, "documents", "form", "minutes", NULL);

  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_RECIPIENT), "");
  form_add (minutes, "recipients", "text", "Các đại biểu", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_RECIPIENT),
               "- Các đại biểu;\n- Lưu Văn phòng Tỉnh ủy.");
}

/* A group has no hand to sign with. */
static void
test_group_chair (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *group = form_add (form_record (session), "parties", "type", "group", "name",
                                       "Đoàn Chủ tịch", NULL);

  form_set (form_general (session), "chairs", mn_item_get_id (group), NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SIGNER), "Lê Văn C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-ending/authority", test_authority);
  g_test_add_func ("/form-ending/recipients", test_recipients);
  g_test_add_func ("/form-ending/derived-recipients", test_derived_recipients);
  g_test_add_func ("/form-ending/minutes", test_minutes);
  g_test_add_func ("/form-ending/minutes-recipients", test_minutes_recipients);
  g_test_add_func ("/form-ending/group-chair", test_group_chair);
  return g_test_run ();
}
