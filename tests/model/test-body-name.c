#include "mn-body-name.h"

/* -1: the name doesn't tell */
static void
test_family (void)
{
  static const struct
  {
    const char *body;
    int         family;
  } cases[] = {
    { "Tỉnh uỷ Sông Ngân", MN_FAMILY_PARTY },
    { "Tỉnh ủy Sông Ngân", MN_FAMILY_PARTY },
    { "Thường trực Tỉnh uỷ", MN_FAMILY_PARTY },
    { "Ban Thường vụ Đảng uỷ xã Cồn Mây", MN_FAMILY_PARTY },
    { "Văn phòng Tỉnh uỷ", MN_FAMILY_PARTY },
    { "Ban Tổ chức Tỉnh uỷ", MN_FAMILY_PARTY },
    { "Đảng uỷ Uỷ ban nhân dân tỉnh", MN_FAMILY_PARTY },
    { "Chi bộ Văn phòng", MN_FAMILY_PARTY },
    { "Uỷ ban Kiểm tra", MN_FAMILY_PARTY },
    { "Uỷ ban nhân dân tỉnh Sông Ngân", MN_FAMILY_STATE },
    { "Ủy ban nhân dân xã Cồn Mây", MN_FAMILY_STATE },
    { "UBND xã Cồn Mây", MN_FAMILY_STATE },
    { "Thường trực Hội đồng nhân dân tỉnh", MN_FAMILY_STATE },
    { "Hội đồng nhân dân phường Bến Đá", MN_FAMILY_STATE },
    { "Sở Nông nghiệp và Môi trường", MN_FAMILY_STATE },
    { "Văn phòng Ủy ban nhân dân tỉnh", MN_FAMILY_STATE },
    { "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Ngân", MN_FAMILY_STATE },
    { "Ban Thường trực Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh", MN_FAMILY_STATE },
    { "Hội Nông dân tỉnh", MN_FAMILY_STATE },
    { "Văn phòng", -1 },
    { "Tổ công tác", -1 },
    { "", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MnFamily family = MN_FAMILY_PARTY;
      gboolean told = mn_body_find_family (cases[i].body, &family);

      g_test_message ("%s", cases[i].body != NULL ? cases[i].body : "(none)");
      g_assert_cmpint (told ? (int) family : -1, ==, cases[i].family);
    }
}

static void
assert_committee (const char *name, const char *committee)
{
  g_assert_cmpstr (mn_body_skip_standing (name), ==, committee);
}

/* A standing organ issues under its committee's name; whole words only. */
static void
test_standing (void)
{
  assert_committee ("Thường trực Tỉnh ủy Sông Ngân", "Tỉnh ủy Sông Ngân");
  assert_committee ("Ban Thường vụ Đảng uỷ xã Cồn Mây", "Đảng uỷ xã Cồn Mây");
  assert_committee ("Ban Thường trực Uỷ ban Mặt trận", "Uỷ ban Mặt trận");
  assert_committee ("  Thường trực Tỉnh ủy", "Tỉnh ủy"); /* as it may have been typed */
  assert_committee ("Thường trực", NULL);
  assert_committee ("Tỉnh ủy Sông Ngân", NULL);
  assert_committee ("", NULL);
  g_assert_cmpstr (mn_body_skip ("Sở Tài chính", "Sở"), ==, "Tài chính");
  g_assert_cmpstr (mn_body_skip ("Số 7", "Sở"), ==, NULL);
  g_assert_cmpstr (mn_body_skip ("Sởi", "Sở"), ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-name/family", test_family);
  g_test_add_func ("/body-name/standing", test_standing);
  return g_test_run ();
}
