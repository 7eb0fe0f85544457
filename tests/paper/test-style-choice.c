#include "mn-style-choice.h"

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
      gboolean told = mn_style_find_family (cases[i].body, &family);

      g_test_message ("%s", cases[i].body != NULL ? cases[i].body : "(none)");
      g_assert_cmpint (told ? (int) family : -1, ==, cases[i].family);
    }
}

/* HD 05 is of 27/5/2026; what is older than NĐ 30 has no style of its own. */
static void
test_date (void)
{
  static const struct
  {
    MnFamily    family;
    int         day, month, year; /* 0: no date */
    const char *style;
  } cases[] = {
    { MN_FAMILY_PARTY, 27, 5, 2026, "party-2026" }, { MN_FAMILY_PARTY, 26, 5, 2026, "party-2018" },
    { MN_FAMILY_PARTY, 0, 0, 0, "party-2026" },     { MN_FAMILY_PARTY, 3, 4, 2018, "party-2018" },
    { MN_FAMILY_PARTY, 1, 1, 2010, "party-2018" },  { MN_FAMILY_STATE, 5, 3, 2020, "state-2020" },
    { MN_FAMILY_STATE, 0, 0, 0, "state-2020" },     { MN_FAMILY_STATE, 4, 3, 2020, "state-2020" },
    { MN_FAMILY_STATE, 1, 9, 2027, "state-2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      if (cases[i].day > 0)
        g_date_set_dmy (&date, (GDateDay) cases[i].day, (GDateMonth) cases[i].month,
                        (GDateYear) cases[i].year);
      g_assert_cmpstr (mn_style_choose (cases[i].family, cases[i].day > 0 ? &date : NULL), ==,
                       cases[i].style);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-choice/family", test_family);
  g_test_add_func ("/style-choice/date", test_date);
  return g_test_run ();
}
