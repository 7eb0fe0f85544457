#include "mn-style-choice.h"

/**
 * mn_style_choose:
 *
 * HD 05-HD/VPTW is in force from 27/5/2026, HD 36-HD/VPTW was before; of the State only NĐ 30/2020
 * (05/3/2020) is known, and serves for what is older as well.
 */
const char *
mn_style_choose (MnFamily family, const GDate *date)
{
  GDate hd_05;

  if (family == MN_FAMILY_STATE)
    return "state-2020";
  g_date_clear (&hd_05, 1);
  g_date_set_dmy (&hd_05, 27, G_DATE_MAY, 2026);
  return date != NULL && g_date_compare (date, &hd_05) < 0 ? "party-2018" : "party-2026";
}
