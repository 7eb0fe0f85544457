#include <string.h>

#include "form-make.h"
#include "mn-session.h"

/* What stands above the name of a notice's signature, lines parted by a stroke; capitals are the
 * style's. @above is the body that @body belongs to. */
static char *
read_lines (const char *body, const char *above, const char *post, const char *authority)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnComposed) composed = NULL;
  MnItem                *notice = mn_session_get_document (session, "notice");
  MnItem                *parent = above != NULL ? form_body (session, above, NULL) : NULL;
  MnItem                *issuer = form_body (session, body, parent);
  MnItem                *signer = form_person (session, "Nguyễn Văn A", post);
  GString               *lines = g_string_new (NULL);
  GPtrArray             *column;

  form_set (form_general (session), "body", mn_item_get_id (issuer), NULL);
  form_set (notice, "authority", authority, "collective", NULL, "signatory",
            mn_item_get_id (signer), NULL);
  composed = mn_form_compose (MN_FORM_NOTICE, session);
  column = ((MnBlock *) ((MnBlock *) composed->blocks->pdata[composed->blocks->len - 1])
                ->children->pdata[1])
               ->children;
  for (guint i = 0; i < column->len; i++)
    {
      MnBlock *line = column->pdata[i];

      if (line->kind == MN_BLOCK_GAP)
        break;
      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", mn_text_get_plain (line->text));
    }
  return g_string_free (lines, FALSE);
}

typedef struct
{
  const char *body, *above, *post, *authority, *expected;
} Case;

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s: %s", cases[i].body, cases[i].post);
      form_assert (read_lines (cases[i].body, cases[i].above, cases[i].post, cases[i].authority),
                   cases[i].expected);
    }
}

/* HD 05, ô 7a: every row of who signs how. */
static void
test_party (void)
{
  static const Case cases[] = {
    { "Ban Chấp hành Đảng bộ tỉnh", "Tỉnh uỷ Sông Ngân", "Bí thư Tỉnh uỷ", NULL,
      "T/M Tỉnh uỷ|Bí thư" },
    { "Ban Chấp hành Đảng bộ xã", "Đảng uỷ xã Cồn Mây", "Phó Bí thư Đảng uỷ", NULL,
      "T/M Đảng uỷ|Phó Bí thư" },
    { "Ban Thường vụ Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Bí thư Thường trực Tỉnh uỷ", NULL,
      "T/M Ban Thường vụ|Phó Bí thư" },
    { "Thường trực Đảng uỷ", "Đảng uỷ xã Cồn Mây", "Bí thư Đảng uỷ", NULL,
      "T/M Ban Thường vụ|Bí thư" },
    { "Chi bộ ấp Bến Đá", NULL, "Bí thư Chi bộ", NULL, "T/M Chi bộ|Bí thư" },
    { "Uỷ ban Kiểm tra Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Chủ nhiệm", NULL,
      "T/M Uỷ ban Kiểm tra|Phó Chủ nhiệm" },
    { "Uỷ ban Kiểm tra Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh uỷ", NULL,
      "T/M Uỷ ban Kiểm tra|Chủ nhiệm" },
    { "Ban Tổ chức Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Trưởng Ban Tổ chức Tỉnh uỷ", NULL,
      "Trưởng Ban" },
    { "Ban Tổ chức Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Trưởng Ban Tổ chức Tỉnh uỷ", NULL,
      "K/T Trưởng Ban|Phó Trưởng Ban" },
    { "Văn phòng Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Chánh Văn phòng Tỉnh uỷ", NULL,
      "Chánh Văn phòng" },
    { "Văn phòng Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Chánh Văn phòng Tỉnh uỷ", NULL,
      "K/T Chánh Văn phòng|Phó Chánh Văn phòng" },
    { "Ban Thường vụ Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Chánh Văn phòng Tỉnh uỷ", NULL,
      "T/L Ban Thường vụ|Chánh Văn phòng" },
    { "Ban Thường vụ Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Chánh Văn phòng Tỉnh uỷ", NULL,
      "T/L Ban Thường vụ|Phó Chánh Văn phòng" },
    { "Ban Tổ chức Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Quyền Trưởng Ban Tổ chức Tỉnh uỷ", NULL,
      "Q. Trưởng Ban" },
    { "Ban Chỉ đạo chuyển đổi số", NULL, "Bí thư Tỉnh uỷ, Trưởng Ban Chỉ đạo", NULL,
      "Bí thư|kiêm|TRƯỞNG BAN CHỈ ĐẠO" },
    { "Ban Thường vụ Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Chánh Văn phòng Tỉnh uỷ", "none",
      "Chánh Văn phòng" },
    { "Ban Thường vụ Tỉnh uỷ", "Tỉnh uỷ Sông Ngân", "Phó Bí thư Tỉnh uỷ", "delegated",
      "T/L Ban Thường vụ|Phó Bí thư" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* NĐ 30, Phụ lục I, II.7: dots, no slashes. */
static void
test_state (void)
{
  static const Case cases[] = {
    { "Uỷ ban nhân dân tỉnh Sông Ngân", NULL, "Chủ tịch Uỷ ban nhân dân tỉnh", NULL,
      "TM. Uỷ ban nhân dân|Chủ tịch" },
    { "Uỷ ban nhân dân tỉnh Sông Ngân", NULL,
      "Uỷ viên Ban Thường vụ Tỉnh uỷ, Phó Chủ tịch Uỷ ban nhân dân tỉnh", NULL,
      "TM. Uỷ ban nhân dân|KT. Chủ tịch|Phó Chủ tịch" },
    { "Uỷ ban nhân dân tỉnh Sông Ngân", NULL, "Chánh Văn phòng Uỷ ban nhân dân tỉnh", NULL,
      "TL. Chủ tịch|Chánh Văn phòng" },
    { "Uỷ ban nhân dân tỉnh Sông Ngân", NULL, "Phó Chánh Văn phòng Uỷ ban nhân dân tỉnh", NULL,
      "TL. Chủ tịch|KT. Chánh Văn phòng|Phó Chánh Văn phòng" },
    { "Thường trực Hội đồng nhân dân tỉnh Sông Ngân", NULL, "Chủ tịch Hội đồng nhân dân tỉnh", NULL,
      "TM. Thường trực Hội đồng nhân dân|Chủ tịch" },
    { "Sở Nội vụ", NULL, "Giám đốc Sở Nội vụ", NULL, "Giám đốc" },
    { "Sở Nội vụ", NULL, "Phó Giám đốc Sở Nội vụ", NULL, "KT. Giám đốc|Phó Giám đốc" },
    { "Sở Nội vụ", NULL, "Quyền Giám đốc Sở Nội vụ", NULL, "Q. Giám đốc" },
    { "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Ngân", NULL,
      "Phó Chủ tịch Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh", NULL,
      "TM. Ban Thường trực|Phó Chủ tịch" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* A congress's minutes, and a chair's hand that another vouches for (HD 05, 7.2.4). */
static void
test_minutes (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *minutes = form_add (session, "documents", "form", "minutes", NULL);
  MnItem            *office = form_person (session, "Lê Văn C", "Chánh Văn phòng Tỉnh ủy");
  MnItem            *third = form_person (session, "Thạch Sóc", "Chủ tịch Mặt trận");

  form_set (minutes, "attester", mn_item_get_id (office), "co-signers", mn_item_get_id (third),
            NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_ATTESTATION),
               "Xác nhận chữ ký của đồng chí~Nguyễn Văn A");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_AUTHORITY), "T/L Ban Thường vụ");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SOLE_POSITION),
               "NGƯỜI GHI BIÊN BẢN\nCHỦ TRÌ HỘI NGHỊ\nChủ tịch Mặt trận");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_SIGNER),
               "Lê Văn C\nNguyễn Văn A\nThạch Sóc\nLê Văn C");
  form_set (minutes, "attester", NULL, "co-signers", NULL, NULL);
  form_set (form_general (session), "kind", "congress", NULL);
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_AUTHORITY),
               "T/M ĐOÀN THƯ KÝ\nT/M ĐOÀN CHỦ TỊCH");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_POSITION), "TRƯỞNG ĐOÀN");
}

/* Where that stands the style says: the half of a row, or all of it. */
static void
test_attestation_place (void)
{
  static const struct
  {
    const char *place;
    guint       n_columns, column;
  } cases[] = { { "centre", 1, 0 }, { "left", 2, 0 }, { "right", 2, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = form_session_new ();
      MnItem            *office = form_person (session, "Lê Văn C", "Chánh Văn phòng");
      g_autofree char   *xml = g_strdup_printf (
            "<house-style name=\"own\" base=\"party-2026\"><minutes attested=\"%s\"/></house-style>",
            cases[i].place);
      g_autoptr (MnStyle)    style = mn_style_parse (xml, strlen (xml), "own.xml", NULL);
      const MnFormInput      input = { .session = session, .style = style };
      g_autoptr (MnComposed) composed = NULL;
      const MnBlock         *row = NULL, *column;

      form_add (session, "documents", "form", "minutes", "attester", mn_item_get_id (office), NULL);
      composed = mn_form_compose_input (MN_FORM_MINUTES, &input);
      for (guint b = 0; b < composed->blocks->len; b++)
        if (((MnBlock *) composed->blocks->pdata[b])->kind == MN_BLOCK_COLUMNS)
          row = composed->blocks->pdata[b];
      g_assert_cmpuint (row->children->len, ==, cases[i].n_columns);
      column = row->children->pdata[cases[i].column];
      g_assert_cmpuint (column->children->len, >, 1);
      g_assert_cmpint (((MnBlock *) column->children->pdata[0])->role, ==, MN_ROLE_ATTESTATION);
    }
}

/* Rows of columns from the minutes' signatures on: "w" the writer's half, "c" the chair's, "a" the
 * attestation, "r" recipients, "-" an empty half; rows parted by a stroke. */
static char *
read_rows (const char *place, gboolean attested)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *office = form_person (session, "Lê Văn C", "Chánh Văn phòng");
  MnItem            *minutes = form_add (session, "documents", "form", "minutes", NULL);
  g_autofree char   *xml = g_strdup_printf (
        "<house-style name=\"own\" base=\"party-2026\"><minutes recipients=\"%s\"/></house-style>",
        place);
  g_autoptr (MnStyle)    style = mn_style_parse (xml, strlen (xml), "own.xml", NULL);
  const MnFormInput      input = { .session = session, .style = style };
  g_autoptr (MnComposed) composed = NULL;
  GString               *rows = g_string_new (NULL);

  form_add (minutes, "recipients", "text", "Ban Thường vụ Tỉnh uỷ", NULL);
  form_set (minutes, "attester", attested ? mn_item_get_id (office) : NULL, NULL);
  composed = mn_form_compose_input (MN_FORM_MINUTES, &input);
  for (guint i = 0; i < composed->blocks->len; i++)
    {
      const MnBlock   *block = composed->blocks->pdata[i];
      const GPtrArray *row = block->children;

      if (block->kind != MN_BLOCK_COLUMNS || (rows->len == 0 && block->keep_lines == 0))
        continue;
      for (guint n = 0; n < row->len; n++)
        {
          g_autofree char *words = mn_block_dup_plain (row->pdata[n]);

          g_string_append (rows, *words == '\0'                          ? "-"
                                 : g_str_has_prefix (words, "NGƯỜI GHI") ? "w"
                                 : g_str_has_prefix (words, "CHỦ TRÌ")   ? "c"
                                 : g_str_has_prefix (words, "Xác nhận")  ? "a"
                                 : g_str_has_prefix (words, "Nơi nhận")  ? "r"
                                                                         : "?");
        }
      g_string_append_c (rows, '|');
    }
  return g_string_free (rows, FALSE);
}

/* HD 05 rules neither where "Nơi nhận" of minutes nor where the attestation stands. */
static void
test_recipients_place (void)
{
  form_assert (read_rows ("left", FALSE), "wc|r|");
  form_assert (read_rows ("beside", FALSE), "wc|r|");
  form_assert (read_rows ("below", FALSE), "wc|r|");
  form_assert (read_rows ("none", FALSE), "wc|");
  form_assert (read_rows ("left", TRUE), "wc|r|a|");
  form_assert (read_rows ("beside", TRUE), "wc|ra|");
  form_assert (read_rows ("below", TRUE), "wc|a|r|");
  form_assert (read_rows ("none", TRUE), "wc|a|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-signature/party", test_party);
  g_test_add_func ("/form-signature/state", test_state);
  g_test_add_func ("/form-signature/minutes", test_minutes);
  g_test_add_func ("/form-signature/attestation-place", test_attestation_place);
  g_test_add_func ("/form-signature/recipients-place", test_recipients_place);
  return g_test_run ();
}
