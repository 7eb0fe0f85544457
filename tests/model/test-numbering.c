#include "mn-numbering.h"

#include <string.h>

#include "mn-session.h"

static void
assert_text (const char *pattern, gint64 number, const char *organ, const char *wanted)
{
  const MnSigns    signs = { .kind = (char *) "TB",
                             .organ = (char *) organ,
                             .pattern = (char *) pattern };
  g_autofree char *text = mn_signs_dup_number (&signs, number);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_text (void)
{
  assert_text ("Số %n-%k/%o", 7, "TU", "07-TB/TU");
  assert_text ("Số %n-%k/%o", 138, "ĐU", "138-TB/ĐU");
  assert_text ("Số: %n/%k-%o", 9, "UBND", "09/TB-UBND");
  assert_text ("Số: %n/%k-%o", 10, "", "10/TB-…");
  assert_text ("Số: %n/%k-%o", 0, "UBND", "…/TB-UBND");
  assert_text ("(%n)", 1204, "UBND", "1204)");
}

static MnItem *
add_party (MnItem *session, const char *name, MnItem *above)
{
  g_autoptr (MnItem) party = mn_item_new (mn_kind_find ("party"));

  mn_item_set (party, "name", name, NULL);
  if (above != NULL)
    mn_item_set (party, "body", mn_item_get_id (above), NULL);
  mn_item_add (mn_session_get_record (session), "parties", party);
  return party;
}

/* The body's own name, the one it belongs to, the one above; who says nothing is a committee. */
static void
test_family (void)
{
  static const struct
  {
    const char *body, *above, *parent;
    MnFamily    family;
  } cases[] = {
    { "Tỉnh ủy Sông Ngân", NULL, NULL, MN_FAMILY_PARTY },
    { "Đảng uỷ Ủy ban nhân dân tỉnh", NULL, NULL, MN_FAMILY_PARTY },
    { "Uỷ ban Nhân dân tỉnh", NULL, NULL, MN_FAMILY_STATE },
    { "Sở Tài chính", NULL, "Tỉnh ủy Sông Ngân", MN_FAMILY_STATE },
    { "Văn phòng", "Ủy ban nhân dân xã Cồn Mây", NULL, MN_FAMILY_STATE },
    { "Văn phòng", "Đảng ủy xã Cồn Mây", "Sở Tài chính", MN_FAMILY_PARTY },
    { "Tổ công tác", NULL, "Ủy ban nhân dân tỉnh", MN_FAMILY_STATE },
    { "Tổ công tác", NULL, NULL, MN_FAMILY_PARTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *above = add_party (session, cases[i].above, NULL);
      MnItem            *body = add_party (session, cases[i].body, above);
      MnItem            *parent = add_party (session, cases[i].parent, NULL);
      MnItem            *general = mn_session_get_general (session);

      g_test_message ("%s", cases[i].body);
      mn_item_set (general, "body", mn_item_get_id (body), NULL);
      mn_item_set (general, "parent-body", mn_item_get_id (parent), NULL);
      g_assert_cmpint (mn_session_get_family (session), ==, cases[i].family);
    }
}

static void
assert_issuer (MnItem *session, MnItem *body, const char *wanted)
{
  g_autofree char *name = NULL;

  mn_item_set (mn_session_get_general (session), "body", mn_item_get_id (body), NULL);
  name = mn_session_dup_issuer (session);
  g_assert_cmpstr (name, ==, wanted);
}

static void
test_issuer (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  g_autofree char   *nobody = mn_session_dup_issuer (session);
  MnItem            *committee = add_party (session, "Tỉnh ủy Sông Ngân", NULL);

  g_assert_cmpstr (nobody, ==, "");
  g_assert_null (mn_session_get_issuer (session));
  assert_issuer (session, committee, "Tỉnh ủy Sông Ngân");
  assert_issuer (session, add_party (session, "Ban Thường vụ Tỉnh uỷ", committee),
                 "Tỉnh ủy Sông Ngân");
  assert_issuer (session, add_party (session, "Thường trực Đảng ủy xã", NULL), "Đảng ủy xã");
  assert_issuer (session, add_party (session, "Văn phòng Tỉnh ủy", committee), "Văn phòng Tỉnh ủy");
  /* A body that isn't there, as in a damaged file. */
  mn_item_set (mn_session_get_general (session), "body", "00000000-0000-4000-8000-000000000000",
               NULL);
  g_assert_null (mn_session_get_issuer (session));
}

static void
test_padding (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { "Thông báo số 7-TB/TU", "“07-TB/TU”" },
    { "Số: 9/TB-UBND", "“09/TB-UBND”" },
    { "Thông báo số 07-TB/TU, ngày 09/01/2026", NULL },
    { "Kết luận 226-KL/TW ngày 11/12/2025", NULL },
    { "Nghị quyết 18-NQ/TW; 4-KL/TU", "“04-KL/TU”" },
    { "ngày 9/01/2026", "“09/01/2026”" },
    { "ngày 11/3/2019", NULL },
    { "ngày 11/03/2019", "“11/3/2019”" },
    { "ngày 5/2/2026", "“05/02/2026”" },
    { "đạt 5/7 chỉ tiêu, 3-4 xã", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = mn_number_check_padding (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (faults->len, ==, cases[i].says != NULL ? 1 : 0);
      if (faults->len > 0)
        g_assert_nonnull (strstr (faults->pdata[0], cases[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/family", test_family);
  g_test_add_func ("/numbering/text", test_text);
  g_test_add_func ("/numbering/issuer", test_issuer);
  g_test_add_func ("/numbering/padding", test_padding);
  return g_test_run ();
}
