#include "mn-ink.h"

#include "mn-style.h"
#include "paper-test.h"

#define HALF_MM 0.5

static MnPages *
new_filled_pages (guint n_paragraphs)
{
  MnPages               *pages = new_pages ();
  g_autoptr (MnComposed) composed = mn_composed_new ();

  for (guint i = 0; i < n_paragraphs; i++)
    add_string (composed, MN_ROLE_BODY, SENTENCE);
  mn_pages_update (pages, composed);
  return pages;
}

static void
test_empty (void)
{
  g_autoptr (MnPages) pages = new_filled_pages (0);
  MnInk               ink = { 1, 1, 1, 1 };

  g_assert_false (mn_ink_measure (pages, 0, &ink));
  g_assert_cmpfloat (ink.right, ==, 0);
}

/* Justified lines reach from margin to margin; the first page has no number above its text. */
static void
test_text_keeps_the_margins (void)
{
  g_autoptr (MnPages) pages = new_filled_pages (80);
  MnInk               first, second;

  g_assert_cmpuint (mn_pages_get_n_pages (pages), >, 2);
  g_assert_true (mn_ink_measure (pages, 0, &first));
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (first.left), 30, HALF_MM);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (first.right), 210 - 15, HALF_MM);
  g_assert_cmpfloat (MN_PT_TO_MM (first.top), >, 20);
  g_assert_cmpfloat (MN_PT_TO_MM (first.bottom), <, 297 - 20);

  /* The page number is nearest to the edge: its line begins 10 mm below it. */
  g_assert_true (mn_ink_measure (pages, 1, &second));
  g_assert_cmpfloat (MN_PT_TO_MM (second.top), >, 10);
  g_assert_cmpfloat (MN_PT_TO_MM (second.top), <, 13);
}

/* HD 05, on margins: 30 and 15 mm change places on the back. */
static void
test_back (void)
{
  g_autoptr (MnPages) pages = new_filled_pages (1);
  double              dx, dy;

  mn_ink_get_back_shift (pages, 0, &dx, &dy);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (dx), -15, 1e-6);
  g_assert_cmpfloat (dy, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/empty", test_empty);
  g_test_add_func ("/ink/text-keeps-the-margins", test_text_keeps_the_margins);
  g_test_add_func ("/ink/back", test_back);
  return g_test_run ();
}
