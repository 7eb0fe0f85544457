#include "mn-sheet.h"

#include "paper-test.h"

static void
assert_sheet (gboolean landscape, gboolean verso, const double *millimetres)
{
  g_autoptr (MnStyle) style = mn_style_load ("party-2026", NULL);
  MnSheet             sheet;

  mn_sheet_init (&sheet, style, landscape, verso);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.width), millimetres[0], 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.height), millimetres[1], 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.top), millimetres[2], 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.bottom), millimetres[3], 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.left), millimetres[4], 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (sheet.right), millimetres[5], 0.001);
}

/* HD 05-HD/VPTW, on margins: 20, 20, 30 and 15 mm; 15 and 30 mm on the back of a sheet. */
static void
test_portrait (void)
{
  static const double recto[] = { 210, 297, 20, 20, 30, 15 };
  static const double verso[] = { 210, 297, 20, 20, 15, 30 };

  assert_sheet (FALSE, FALSE, recto);
  assert_sheet (FALSE, TRUE, verso);
}

/* Turned to the right: the binding edge is the upper one, on the back the lower one. */
static void
test_landscape (void)
{
  static const double recto[] = { 297, 210, 30, 15, 20, 20 };
  static const double verso[] = { 297, 210, 15, 30, 20, 20 };

  assert_sheet (TRUE, FALSE, recto);
  assert_sheet (TRUE, TRUE, verso);
}

static void
test_text_area (void)
{
  g_autoptr (MnStyle) style = mn_style_load ("party-2026", NULL);
  MnSheet             sheet;

  mn_sheet_init (&sheet, style, TRUE, FALSE);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (mn_sheet_get_text_width (&sheet)), 257, 0.001);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (mn_sheet_get_text_height (&sheet)), 165, 0.001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/portrait", test_portrait);
  g_test_add_func ("/sheet/landscape", test_landscape);
  g_test_add_func ("/sheet/text-area", test_text_area);
  return g_test_run ();
}
