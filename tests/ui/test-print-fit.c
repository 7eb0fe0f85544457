#include "mn-print-fit.h"

#include <string.h>

#include "mn-ink.h"
#include "mn-style.h"
#include "print-make.h"

#define MM(length) MN_MM_TO_PT (length)

static void
begin (MnPrintFit *fit, const char *paper)
{
  *fit = (MnPrintFit){ .paper = gtk_paper_size_new (paper),
                       .sheet_width = MM (210),
                       .sheet_height = MM (297) };
}

static void
add_all (MnPrintFit *fit, MnPrintPart *part)
{
  for (guint i = 0; i < mn_pages_get_n_pages (part->pages); i++)
    {
      const MnPrintSide side = { part->pages, i, FALSE };
      double            x, y;

      mn_print_fit_place (fit, MM (210), MM (297), &x, &y);
      mn_print_fit_add (fit, i + 1, &side, x, y);
    }
}

static void
test_fits (void)
{
  MnPrintPart *part = print_make_part ("Văn bản", 3);
  MnPrintFit   fit;
  double       x = 1, y = 1;

  begin (&fit, GTK_PAPER_NAME_A4);
  fit.margins[MN_PRINT_EDGE_TOP] = fit.margins[MN_PRINT_EDGE_BOTTOM] = MM (4.2);
  fit.margins[MN_PRINT_EDGE_LEFT] = fit.margins[MN_PRINT_EDGE_RIGHT] = MM (4.2);
  g_assert_false (mn_print_fit_is_other_size (&fit));
  mn_print_fit_place (&fit, MM (210), MM (297), &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 0);
  add_all (&fit, part);
  g_assert_cmpuint (fit.n_sides, ==, 3);
  g_assert_null (mn_print_fit_dup_problem (&fit));
  mn_print_fit_clear (&fit);
  mn_print_part_free (part);
}

/* The page number, 10 mm below the edge, is what is lost first; page 1 bears none. */
static void
test_page_number_out_of_reach (void)
{
  MnPrintPart     *part = print_make_part ("Văn bản", 3);
  MnPrintFit       fit;
  g_autofree char *problem = NULL;

  begin (&fit, GTK_PAPER_NAME_A4);
  fit.margins[MN_PRINT_EDGE_TOP] = MM (14);
  add_all (&fit, part);
  g_assert_cmpuint (fit.n_cut, ==, 2);
  g_assert_cmpuint (fit.first, ==, 2);
  g_assert_cmpint (fit.edge, ==, MN_PRINT_EDGE_TOP);
  problem = mn_print_fit_dup_problem (&fit);
  g_assert_cmpstr (problem, ==,
                   "This printer leaves 14.0 mm at the edge of the paper empty: on 2 of 3 pages "
                   "something would be missing, first at the top of page 2.");
  mn_print_fit_clear (&fit);
  mn_print_part_free (part);
}

static void
test_every_edge (void)
{
  static const struct
  {
    MnPrintEdge edge;
    double      margin; /* mm */
    const char *words;
  } cases[] = {
    { MN_PRINT_EDGE_TOP, 25, "at the top of page 1" },
    { MN_PRINT_EDGE_BOTTOM, 60, "at the bottom of page 1" },
    { MN_PRINT_EDGE_LEFT, 31, "at the left of page 1" },
    { MN_PRINT_EDGE_RIGHT, 16, "at the right of page 1" },
  };
  MnPrintPart *part = print_make_part ("Văn bản", 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MnPrintFit       fit;
      g_autofree char *problem = NULL;

      begin (&fit, GTK_PAPER_NAME_A4);
      fit.margins[cases[i].edge] = MM (cases[i].margin);
      add_all (&fit, part);
      problem = mn_print_fit_dup_problem (&fit);
      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, cases[i].words));
      mn_print_fit_clear (&fit);
    }
  mn_print_part_free (part);
}

static void
test_letter (void)
{
  MnPrintPart     *part = print_make_part ("Văn bản", 2);
  MnPrintFit       fit;
  g_autofree char *problem = NULL;
  double           x, y;

  begin (&fit, GTK_PAPER_NAME_LETTER);
  g_assert_true (mn_print_fit_is_other_size (&fit));
  mn_print_fit_place (&fit, MM (210), MM (297), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, (612 - MM (210)) / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (y, (792 - MM (297)) / 2, 0.01);
  add_all (&fit, part);
  problem = mn_print_fit_dup_problem (&fit);
  g_assert_cmpstr (problem, ==,
                   "The pages are made for A4 (210 × 297 mm), the paper chosen is US Letter "
                   "(216 × 279 mm). They can be printed in their own size in the middle of that "
                   "paper: nothing would be missing.");
  mn_print_fit_clear (&fit);

  /* The printer's own margin takes the page number away, which is 1 mm from the edge now. */
  g_clear_pointer (&problem, g_free);
  begin (&fit, GTK_PAPER_NAME_LETTER);
  fit.margins[MN_PRINT_EDGE_TOP] = MM (4.2);
  add_all (&fit, part);
  problem = mn_print_fit_dup_problem (&fit);
  g_assert_nonnull (strstr (problem, "something would be missing at the top of page 2."));
  mn_print_fit_clear (&fit);
  mn_print_part_free (part);
}

/* Margins are of the paper as it lies in the printer: a page across it is turned by a quarter, so
 * what the printer leaves free at a side is at the top or bottom of the page. */
static void
test_turned (void)
{
  static const struct
  {
    MnPrintEdge edge; /* of the paper */
    const char *words;
  } cases[] = {
    { MN_PRINT_EDGE_TOP, "at the right of page 1" },
    { MN_PRINT_EDGE_BOTTOM, "at the left of page 1" },
    { MN_PRINT_EDGE_LEFT, "at the top of page 1" },
    { MN_PRINT_EDGE_RIGHT, "at the bottom of page 1" },
  };
  g_autoptr (MnPages)    pages = mn_pages_new (mn_style_load ("party-2026", NULL));
  g_autoptr (MnComposed) composed = mn_composed_new ();
  MnBlock               *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);
  MnInk                  ink;
  double                 width, height;

  section->landscape = TRUE;
  g_ptr_array_add (composed->blocks, section);
  g_ptr_array_add (composed->blocks, mn_block_new_string (MN_ROLE_RECIPIENT, "Hết."));
  mn_pages_update (pages, composed);
  mn_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat (width, >, height);
  g_assert_true (mn_ink_measure (pages, 0, &ink));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MnPrintSide side = { pages, 0, FALSE };
      const double      room[] = { width - ink.right, ink.left, ink.top, height - ink.bottom };
      MnPrintFit        fit;
      g_autofree char  *problem = NULL;

      /* A little less than there is room for, then a little more. */
      begin (&fit, GTK_PAPER_NAME_A4);
      fit.margins[cases[i].edge] = room[i] - MM (1);
      mn_print_fit_add (&fit, 1, &side, 0, 0);
      g_assert_cmpuint (fit.n_cut, ==, 0);
      fit.margins[cases[i].edge] = room[i] + MM (1);
      mn_print_fit_add (&fit, 1, &side, 0, 0);
      problem = mn_print_fit_dup_problem (&fit);
      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, cases[i].words));
      mn_print_fit_clear (&fit);
    }
}

static void
test_names_of_paper (void)
{
  GtkPaperSize *upright = mn_print_paper_new (MM (210), MM (297));
  GtkPaperSize *across = mn_print_paper_new (MM (297), MM (210));
  GtkPaperSize *small = mn_print_paper_new (MM (148), MM (210));
  GtkPaperSize *odd = mn_print_paper_new (MM (200), MM (250));

  g_assert_cmpstr (gtk_paper_size_get_name (upright), ==, GTK_PAPER_NAME_A4);
  g_assert_cmpstr (gtk_paper_size_get_name (across), ==, GTK_PAPER_NAME_A4);
  g_assert_cmpstr (gtk_paper_size_get_name (small), ==, GTK_PAPER_NAME_A5);
  g_assert_true (gtk_paper_size_is_custom (odd));
  g_assert_cmpfloat_with_epsilon (gtk_paper_size_get_width (odd, GTK_UNIT_MM), 200, 0.01);
  gtk_paper_size_free (upright);
  gtk_paper_size_free (across);
  gtk_paper_size_free (small);
  gtk_paper_size_free (odd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-fit/fits", test_fits);
  g_test_add_func ("/print-fit/page-number-out-of-reach", test_page_number_out_of_reach);
  g_test_add_func ("/print-fit/every-edge", test_every_edge);
  g_test_add_func ("/print-fit/letter", test_letter);
  g_test_add_func ("/print-fit/turned", test_turned);
  g_test_add_func ("/print-fit/names-of-paper", test_names_of_paper);

  return g_test_run ();
}
