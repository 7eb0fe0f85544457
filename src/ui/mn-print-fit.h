#pragma once

#include <gtk/gtk.h>

#include "mn-print-part.h"

G_BEGIN_DECLS

typedef enum
{
  MN_PRINT_EDGE_TOP,
  MN_PRINT_EDGE_BOTTOM,
  MN_PRINT_EDGE_LEFT,
  MN_PRINT_EDGE_RIGHT,
} MnPrintEdge;

#define MN_PRINT_N_EDGES 4

/**
 * MnPrintFit: whether what is on the pages lies where the printer can print. Pages are never made
 * smaller for it: their measures are those of the rule. Points; the paper stands upright.
 */
typedef struct
{
  GtkPaperSize *paper;                     /* (owned) in the printer */
  double        margins[MN_PRINT_N_EDGES]; /* which the printer can't reach */
  double        sheet_width, sheet_height; /* of the pages, upright */

  guint       n_sides;
  guint       n_cut; /* of them, sides of which something would be missing */
  guint       first; /* number of the first such side, from 1 */
  MnPrintEdge edge;  /* where it would be missing there */
} MnPrintFit;

void mn_print_fit_clear (MnPrintFit *self);

/* Whether sheet and paper are not the same size; which way round they lie doesn't matter. */
gboolean mn_print_fit_is_other_size (const MnPrintFit *self);
gboolean mn_print_fit_has_margins (const MnPrintFit *self);

/* Where the page's upper left corner comes to lie: in the middle of a paper of another size. */
void mn_print_fit_place (const MnPrintFit *self, double width, double height, double *x, double *y);

/* Takes the side with that @number (from 1) into account, its page's corner at @x and @y. */
void mn_print_fit_add (MnPrintFit *self, guint number, const MnPrintSide *side, double x, double y);

/* What is to be asked before it is printed; NULL where all is well. (transfer full) */
char *mn_print_fit_dup_problem (const MnPrintFit *self) G_GNUC_WARN_UNUSED_RESULT;

GtkPaperSize *mn_print_paper_new (double width, double height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
