#include "mn-point.h"

typedef struct
{
  MnParagraphStyle style;
  guint8           level;
  const char      *label; /* NULL: none */
} Case;

static void
check_labels (const Case *cases, guint n, guint outer_level)
{
  MnPoints points = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const MnParagraph paragraph = { cases[i].style, cases[i].level, NULL };
      g_autofree char  *label = mn_points_next (&points, &paragraph, outer_level);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_levels (void)
{
  static const Case cases[] = {
    { MN_PARAGRAPH_PLAIN, 0, NULL },   { MN_PARAGRAPH_NUMBER, 1, "1." },
    { MN_PARAGRAPH_NUMBER, 2, "a)" },  { MN_PARAGRAPH_NUMBER, 2, "b)" },
    { MN_PARAGRAPH_NUMBER, 3, "(i)" }, { MN_PARAGRAPH_NUMBER, 3, "(ii)" },
    { MN_PARAGRAPH_NUMBER, 4, "(1)" }, { MN_PARAGRAPH_NUMBER, 2, "c)" },
    { MN_PARAGRAPH_NUMBER, 3, "(i)" }, { MN_PARAGRAPH_NUMBER, 1, "2." },
    { MN_PARAGRAPH_NUMBER, 2, "a)" },  { MN_PARAGRAPH_DASH, 1, "-" },
    { MN_PARAGRAPH_DASH, 2, "+" },     { MN_PARAGRAPH_DASH, 3, "-" },
    { MN_PARAGRAPH_NUMBER, 1, "1." },  { MN_PARAGRAPH_DASH, 2, "+" },
    { MN_PARAGRAPH_NUMBER, 1, "2." },  { MN_PARAGRAPH_PLAIN, 0, NULL },
    { MN_PARAGRAPH_NUMBER, 1, "1." },
  };

  check_labels (cases, G_N_ELEMENTS (cases), 0);
}

/* The Vietnamese alphabet of points has no f and puts đ after d. */
static void
test_letters (void)
{
  static const Case cases[] = {
    { MN_PARAGRAPH_NUMBER, 1, "a)" }, { MN_PARAGRAPH_NUMBER, 1, "b)" },
    { MN_PARAGRAPH_NUMBER, 1, "c)" }, { MN_PARAGRAPH_NUMBER, 1, "d)" },
    { MN_PARAGRAPH_NUMBER, 1, "đ)" }, { MN_PARAGRAPH_NUMBER, 1, "e)" },
    { MN_PARAGRAPH_NUMBER, 1, "g)" },
  };

  check_labels (cases, G_N_ELEMENTS (cases), 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point/levels", test_levels);
  g_test_add_func ("/point/letters", test_letters);
  return g_test_run ();
}
