#include "mn-print-fit.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mn-ink.h"
#include "mn-style.h"

#define SAME_PAPER 1.5 /* points by which sizes of the same paper may differ */
#define NEGLIGIBLE 0.5 /* points that nobody will miss */

void
mn_print_fit_clear (MnPrintFit *self)
{
  g_clear_pointer (&self->paper, gtk_paper_size_free);
  *self = (MnPrintFit){ 0 };
}

static void
get_paper_size (const MnPrintFit *self, gboolean across, double *width, double *height)
{
  double w = gtk_paper_size_get_width (self->paper, GTK_UNIT_POINTS);
  double h = gtk_paper_size_get_height (self->paper, GTK_UNIT_POINTS);

  *width = across ? MAX (w, h) : MIN (w, h);
  *height = across ? MIN (w, h) : MAX (w, h);
}

gboolean
mn_print_fit_is_other_size (const MnPrintFit *self)
{
  double width, height;

  get_paper_size (self, self->sheet_width > self->sheet_height, &width, &height);

  return fabs (width - self->sheet_width) > SAME_PAPER ||
         fabs (height - self->sheet_height) > SAME_PAPER;
}

gboolean
mn_print_fit_has_margins (const MnPrintFit *self)
{
  for (guint i = 0; i < MN_PRINT_N_EDGES; i++)
    if (self->margins[i] > 0)
      return TRUE;

  return FALSE;
}

void
mn_print_fit_place (const MnPrintFit *self, double width, double height, double *x, double *y)
{
  double paper_width, paper_height;

  *x = *y = 0;
  if (!mn_print_fit_is_other_size (self))
    return;

  get_paper_size (self, width > height, &paper_width, &paper_height);
  *x = (paper_width - width) / 2;
  *y = (paper_height - height) / 2;
}

/* The margins as they lie around a page that lies across its paper: GTK turns it to the left, so
 * that its upper edge comes to the paper's left one. */
static MnPrintEdge
turn_edge (MnPrintEdge edge, gboolean across)
{
  static const MnPrintEdge turned[MN_PRINT_N_EDGES] = {
    [MN_PRINT_EDGE_TOP] = MN_PRINT_EDGE_LEFT,
    [MN_PRINT_EDGE_BOTTOM] = MN_PRINT_EDGE_RIGHT,
    [MN_PRINT_EDGE_LEFT] = MN_PRINT_EDGE_BOTTOM,
    [MN_PRINT_EDGE_RIGHT] = MN_PRINT_EDGE_TOP,
  };

  return across ? turned[edge] : edge;
}

void
mn_print_fit_add (MnPrintFit *self, guint number, const MnPrintSide *side, double x, double y)
{
  double   width, height, room[MN_PRINT_N_EDGES];
  gboolean across, empty;
  MnInk    ink;

  self->n_sides++;
  if (!side->pages)
    return;

  mn_pages_set_two_sided (side->pages, side->back);
  empty = !mn_ink_measure (side->pages, side->page, &ink);
  mn_pages_set_two_sided (side->pages, FALSE);
  if (empty)
    return;

  mn_pages_get_size (side->pages, side->page, &width, &height);
  across = width > height;
  if (mn_print_fit_is_other_size (self))
    get_paper_size (self, across, &width, &height);
  room[MN_PRINT_EDGE_TOP] = ink.top + y;
  room[MN_PRINT_EDGE_BOTTOM] = height - (ink.bottom + y);
  room[MN_PRINT_EDGE_LEFT] = ink.left + x;
  room[MN_PRINT_EDGE_RIGHT] = width - (ink.right + x);
  for (guint i = 0; i < MN_PRINT_N_EDGES; i++)
    if (room[i] < self->margins[turn_edge (i, across)] - NEGLIGIBLE)
      {
        if (self->n_cut++ == 0)
          {
            self->first = number;
            self->edge = i;
          }
        return;
      }
}

/* ---- words ---------------------------------------------------------------------------------- */

static char *
dup_place (const MnPrintFit *self)
{
  switch (self->edge)
    {
    case MN_PRINT_EDGE_TOP:
      return g_strdup_printf (_ ("at the top of page %u"), self->first);
    case MN_PRINT_EDGE_BOTTOM:
      return g_strdup_printf (_ ("at the bottom of page %u"), self->first);
    case MN_PRINT_EDGE_LEFT:
      return g_strdup_printf (_ ("at the left of page %u"), self->first);
    case MN_PRINT_EDGE_RIGHT:
    default:
      return g_strdup_printf (_ ("at the right of page %u"), self->first);
    }
}

static char *
dup_cut (const MnPrintFit *self)
{
  g_autofree char *place = self->n_cut ? dup_place (self) : NULL;

  if (!self->n_cut)
    return g_strdup (_ ("nothing would be missing."));
  if (self->n_cut == 1)
    /* Translators: %s is "at the top of page 2" */
    return g_strdup_printf (_ ("something would be missing %s."), place);

  /* Translators: on 3 of 6 pages …, first "at the top of page 2" */
  return g_strdup_printf (_ ("on %u of %u pages something would be missing, first %s."),
                          self->n_cut, self->n_sides, place);
}

/* "A4 (210 × 297 mm)" */
static char *
dup_size (double width, double height, GtkPaperSize *paper)
{
  g_autofree char *size = g_strdup_printf (_ ("%.0f × %.0f mm"), MN_PT_TO_MM (MIN (width, height)),
                                           MN_PT_TO_MM (MAX (width, height)));

  return g_strdup_printf ("%s (%s)", gtk_paper_size_get_display_name (paper), size);
}

static char *
dup_other_size (const MnPrintFit *self)
{
  GtkPaperSize    *sheet = mn_print_paper_new (self->sheet_width, self->sheet_height);
  double           width, height;
  g_autofree char *wanted = dup_size (self->sheet_width, self->sheet_height, sheet);
  g_autofree char *chosen = NULL;
  g_autofree char *cut = dup_cut (self);

  get_paper_size (self, FALSE, &width, &height);
  chosen = dup_size (width, height, self->paper);
  gtk_paper_size_free (sheet);

  /* Translators: two sizes of paper, as in "A4 (210 × 297 mm)"; then what would be missing */
  return g_strdup_printf (_ ("The pages are made for %s, the paper chosen is %s. They can be "
                             "printed in their own size in the middle of that paper: %s"),
                          wanted, chosen, cut);
}

char *
mn_print_fit_dup_problem (const MnPrintFit *self)
{
  g_autofree char *cut = NULL;
  double           margin;

  if (mn_print_fit_is_other_size (self))
    return dup_other_size (self);
  if (!self->n_cut)
    return NULL;

  cut = dup_cut (self);
  margin = self->margins[self->edge];

  /* Translators: a length; then what would be missing */
  return g_strdup_printf (_ ("This printer leaves %.1f mm at the edge of the paper empty: %s"),
                          MN_PT_TO_MM (margin), cut);
}

/** mn_print_paper_new: the paper of that size, upright; A4 and A5 by their names. */
GtkPaperSize *
mn_print_paper_new (double width, double height)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A5, GTK_PAPER_NAME_A3 };
  double                   narrow = MIN (width, height);
  double                   tall = MAX (width, height);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *paper = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (paper, GTK_UNIT_POINTS) - narrow) < SAME_PAPER &&
          fabs (gtk_paper_size_get_height (paper, GTK_UNIT_POINTS) - tall) < SAME_PAPER)
        return paper;
      gtk_paper_size_free (paper);
    }

  return gtk_paper_size_new_custom ("minutes", _ ("Paper of the house style"), narrow, tall,
                                    GTK_UNIT_POINTS);
}
