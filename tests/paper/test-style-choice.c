#include "mn-style-choice.h"

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
  g_test_add_func ("/style-choice/date", test_date);
  return g_test_run ();
}
