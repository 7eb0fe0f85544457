#include "mn-print-operation.h"

#include <glib/gi18n.h>

#include "mn-ink.h"
#include "mn-print-file.h"
#include "mn-print-fit.h"

#define MEASURED_AT_ONCE 16               /* sides, between which the window lives on */
#define ANSWER_POLL 5000                  /* microseconds */
#define UNSCALED 100.0                    /* per cent */
#define CUPS_SCALING "cups-print-scaling" /* of PWG 5100.16: "none" sends pages as they are */

typedef enum
{
  QUESTION_NONE,
  QUESTION_ASKED,
  QUESTION_AGREED,
} Question;

struct _MnPrintOperation
{
  GtkPrintOperation parent_instance;

  /* Owned */
  GPtrArray  *parts;  /* of MnPrintPart */
  GArray     *sides;  /* of MnPrintSide; from begin-print on */
  GArray     *places; /* of guint: when each side is printed, from 0 */
  MnPrintFit  fit;
  MnPrintFile file;
  GError     *failure;

  /* Plain */
  MnPrintAsk ask;
  gpointer   ask_data;
  Question   question;
  gboolean   two_sided;
  guint      n_measured;
  guint      n_drawn;
};

static guint progress_signal;

G_DEFINE_FINAL_TYPE (MnPrintOperation, mn_print_operation, GTK_TYPE_PRINT_OPERATION)

static MnPrintSide *
get_side (MnPrintOperation *self, guint i)
{
  return &g_array_index (self->sides, MnPrintSide, i);
}

/* The size of a side's page; an empty back is like the side before it. */
static void
get_size (MnPrintOperation *self, guint i, double *width, double *height)
{
  MnPrintSide *side = get_side (self, i);

  if (!side->pages)
    side = get_side (self, i - 1);
  mn_pages_get_size (side->pages, side->page, width, height);
}

static gboolean
is_back (MnPrintOperation *self, guint i)
{
  return g_array_index (self->places, guint, i) % 2 == 1;
}

static void
give_up (MnPrintOperation *self, GError *error)
{
  if (self->failure)
    g_error_free (error);
  else
    self->failure = error;
  gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
}

/* ---- what was chosen ------------------------------------------------------------------------ */

/* Bound at the long edge. The odd pages, or the even ones alone, are printed by who turns the
 * sheets by hand. At the short edge the margins at the sides stay what they are. */
static gboolean
is_two_sided (GtkPrintSettings *settings)
{
  return settings && (gtk_print_settings_get_duplex (settings) == GTK_PRINT_DUPLEX_HORIZONTAL ||
                      (gtk_print_settings_get_duplex (settings) == GTK_PRINT_DUPLEX_SIMPLEX &&
                       gtk_print_settings_get_page_set (settings) != GTK_PAGE_SET_ALL));
}

static gboolean
uses_both_sides (GtkPrintSettings *settings)
{
  return is_two_sided (settings) ||
         (settings && gtk_print_settings_get_duplex (settings) == GTK_PRINT_DUPLEX_VERTICAL);
}

/* The sides that are printed are counted: page 4, printed alone, comes to a front. */
static GArray *
number_places (MnPrintOperation *self, GtkPrintSettings *settings)
{
  GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->sides->len);
  g_autofree GtkPageRange *ranges = NULL;
  int                      n_ranges = 0;
  guint                    place = 0;

  g_array_set_size (places, self->sides->len);
  if (settings && gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_CURRENT)
    return places;
  if (settings && gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_RANGES)
    ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  for (guint i = 0; !ranges && i < places->len; i++)
    g_array_index (places, guint, i) = i;
  for (int r = 0; r < n_ranges; r++)
    for (int i = MAX (ranges[r].start, 0); i < (int) places->len; i++)
      {
        g_array_index (places, guint, i) = place++;
        if (i == ranges[r].end)
          break;
      }

  return places;
}

/* GTK would print nothing then, and say nothing. */
static void
check_ranges (MnPrintOperation *self, GtkPrintSettings *settings)
{
  g_autofree GtkPageRange *ranges = NULL;
  int                      n_ranges = 0;
  gboolean                 found = FALSE;

  if (!settings || gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES)
    return;

  ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    found = found || (ranges[i].start < (int) self->sides->len && ranges[i].end >= 0);
  if (!found)
    give_up (self,
             g_error_new (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                          ngettext ("None of the pages asked for is there: the paper has %u page.",
                                    "None of the pages asked for is there: the paper has %u pages.",
                                    self->sides->len),
                          self->sides->len));
}

/* What begins on a front tells the sides of its pages, unless pages are picked out. */
static void
mark_backs (MnPrintOperation *self)
{
  for (guint i = 0; i < self->sides->len; i++)
    {
      MnPrintSide *side = get_side (self, i);

      side->back = self->two_sided && side->pages && is_back (self, i) &&
                   mn_pages_is_back (side->pages, side->page);
    }
}

static void
read_paper (MnPrintOperation *self, GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double       *margins = self->fit.margins;

  mn_print_fit_clear (&self->fit);
  self->fit.paper = gtk_paper_size_copy (gtk_page_setup_get_paper_size (setup));
  get_size (self, 0, &self->fit.sheet_width, &self->fit.sheet_height);
  /* A printer that doesn't tell them leaves them at nothing. */
  gtk_print_context_get_hard_margins (context, &margins[MN_PRINT_EDGE_TOP],
                                      &margins[MN_PRINT_EDGE_BOTTOM], &margins[MN_PRINT_EDGE_LEFT],
                                      &margins[MN_PRINT_EDGE_RIGHT]);
}

/* What the dialog offers but the rule doesn't allow; and where a file is really written. */
static void
mn_print_operation_notify (GObject *object, GParamSpec *pspec)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (object);
  GtkPrintSettings *settings;

  if (g_str_equal (pspec->name, "print-settings") &&
      (settings = gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (object))))
    {
      gtk_print_settings_set_scale (settings, UNSCALED);
      gtk_print_settings_set (settings, CUPS_SCALING, "none");
      mn_print_file_redirect (&self->file, settings);
    }
  if (G_OBJECT_CLASS (mn_print_operation_parent_class)->notify)
    G_OBJECT_CLASS (mn_print_operation_parent_class)->notify (object, pspec);
}

/* ---- the job -------------------------------------------------------------------------------- */

static void
mn_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  g_clear_pointer (&self->sides, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  self->two_sided = is_two_sided (settings);
  self->sides = mn_print_sides_new (self->parts, uses_both_sides (settings));
  self->places = number_places (self, settings);
  self->n_measured = self->n_drawn = 0;
  self->question = QUESTION_NONE;
  gtk_print_operation_set_n_pages (operation, (int) self->sides->len);
  mark_backs (self);
  read_paper (self, context);
  check_ranges (self, settings);
}

/* Where the page's upper left corner comes to lie on the paper. */
static void
place_side (MnPrintOperation *self, guint i, double *x, double *y)
{
  MnPrintSide *side = get_side (self, i);
  double       width, height, dx, dy;

  get_size (self, i, &width, &height);
  mn_print_fit_place (&self->fit, width, height, x, y);
  if (!self->two_sided || !side->pages || !is_back (self, i) || side->back)
    return;

  mn_ink_get_back_shift (side->pages, side->page, &dx, &dy);
  *x += dx;
  *y += dy;
}

/* TRUE once all is measured, as far as it must be. */
static gboolean
measure (MnPrintOperation *self)
{
  guint end = MIN (self->n_measured + MEASURED_AT_ONCE, self->sides->len);

  if (!mn_print_fit_is_other_size (&self->fit) && !mn_print_fit_has_margins (&self->fit))
    return TRUE;

  for (; self->n_measured < end; self->n_measured++)
    {
      double x, y;

      place_side (self, self->n_measured, &x, &y);
      mn_print_fit_add (&self->fit, self->n_measured + 1, get_side (self, self->n_measured), x, y);
    }

  return self->n_measured == self->sides->len;
}

static void
ask (MnPrintOperation *self, const char *problem)
{
  self->question = QUESTION_ASKED;
  if (self->ask)
    self->ask (self, problem, self->ask_data);
  else
    give_up (self, g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_INVALID_FILE, problem));
}

/* GTK comes back here for as long as this isn't done: time to measure, and to wait for an answer.
 */
static gboolean
mn_print_operation_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (operation);
  g_autofree char  *problem = NULL;

  if (self->question == QUESTION_AGREED)
    return TRUE;
  if (self->question == QUESTION_ASKED)
    {
      g_usleep (ANSWER_POLL); /* it comes back at once, and a person takes their time */
      return FALSE;
    }
  if (!measure (self))
    return FALSE;

  problem = mn_print_fit_dup_problem (&self->fit);
  if (problem)
    ask (self, problem);

  return problem == NULL;
}

static void
mn_print_operation_request_page_setup (GtkPrintOperation *operation,
                                       GtkPrintContext   *context,
                                       int                number,
                                       GtkPageSetup      *setup)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (operation);
  double            width, height;

  get_size (self, (guint) number, &width, &height);
  if (!mn_print_fit_is_other_size (&self->fit))
    {
      GtkPaperSize *paper = mn_print_paper_new (width, height);

      gtk_page_setup_set_paper_size (setup, paper);
      gtk_paper_size_free (paper);
    }
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static GError *
make_full_error (MnPrintOperation *self, const char *reason)
{
  g_autofree char *name = NULL;

  if (!self->file.place)
    return g_error_new (GTK_PRINT_ERROR, GTK_PRINT_ERROR_INTERNAL_ERROR,
                        _ ("The pages can't be written on their way to the printer (%s). Is "
                           "there room left on the disk?"),
                        reason);

  name = g_filename_display_name (self->file.place);

  return g_error_new (GTK_PRINT_ERROR, GTK_PRINT_ERROR_INTERNAL_ERROR,
                      _ ("“%s” can't be saved: its pages can't be written (%s). Is there room "
                         "left on the disk?"),
                      name, reason);
}

static void
check_surface (MnPrintOperation *self, cairo_t *cr)
{
  cairo_status_t status = cairo_surface_status (cairo_get_target (cr));

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return;

  give_up (self, make_full_error (self, cairo_status_to_string (status)));
}

static void
mn_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (operation);
  MnPrintSide      *side = get_side (self, (guint) number);
  cairo_t          *cr = gtk_print_context_get_cairo_context (context);
  double            x, y;

  if (side->pages)
    {
      place_side (self, (guint) number, &x, &y);
      cairo_translate (cr, x, y);
      mn_pages_set_two_sided (side->pages, side->back);
      mn_pages_draw (side->pages, side->page, cr);
      mn_pages_set_two_sided (side->pages, FALSE);
      check_surface (self, cr);
    }
  g_signal_emit (self, progress_signal, 0, ++self->n_drawn, self->sides->len);
}

/* GTK would send half a document where the disk is full; here it can still be held back. */
static void
mn_print_operation_end_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_surface_finish (cairo_get_target (cr));
  check_surface (MN_PRINT_OPERATION (operation), cr);
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_print_operation_finalize (GObject *object)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (object);

  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->sides, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  mn_print_fit_clear (&self->fit);
  mn_print_file_clear (&self->file);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (mn_print_operation_parent_class)->finalize (object);
}

static void
mn_print_operation_class_init (MnPrintOperationClass *klass)
{
  GtkPrintOperationClass *print_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->notify = mn_print_operation_notify;
  G_OBJECT_CLASS (klass)->finalize = mn_print_operation_finalize;

  print_class->begin_print = mn_print_operation_begin_print;
  print_class->paginate = mn_print_operation_paginate;
  print_class->request_page_setup = mn_print_operation_request_page_setup;
  print_class->draw_page = mn_print_operation_draw_page;
  print_class->end_print = mn_print_operation_end_print;

  progress_signal = g_signal_new ("progress", MN_TYPE_PRINT_OPERATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
mn_print_operation_init (MnPrintOperation *self)
{
}

static GtkPageSetup *
make_page_setup (MnPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double        width, height;

  mn_pages_get_size (pages, 0, &width, &height);
  paper = mn_print_paper_new (width, height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);

  return setup;
}

static guint
count_pages (GPtrArray *parts)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += mn_pages_get_n_pages (((MnPrintPart *) parts->pdata[i])->pages);

  return n;
}

/**
 * mn_print_operation_new:
 * @parts: of #MnPrintPart, at least one: what is printed, in this order
 * @title: names the job
 *
 * Returns: (transfer full): an operation on the paper of the first part's house style, until
 * another one is chosen
 */
GtkPrintOperation *
mn_print_operation_new (GPtrArray *parts, const char *title)
{
  MnPrintOperation        *self;
  GtkPrintOperation       *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (parts->len > 0, NULL);

  self = g_object_new (MN_TYPE_PRINT_OPERATION, NULL);
  operation = GTK_PRINT_OPERATION (self);
  self->parts = g_ptr_array_ref (parts);
  setup = make_page_setup (((MnPrintPart *) parts->pdata[0])->pages);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) count_pages (parts));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);

  return operation;
}

void
mn_print_operation_set_ask (MnPrintOperation *self, MnPrintAsk ask_func, gpointer user_data)
{
  g_return_if_fail (MN_IS_PRINT_OPERATION (self));

  self->ask = ask_func;
  self->ask_data = user_data;
}

void
mn_print_operation_answer (MnPrintOperation *self, gboolean go_on)
{
  g_return_if_fail (MN_IS_PRINT_OPERATION (self));

  if (self->question != QUESTION_ASKED)
    return;
  if (go_on)
    self->question = QUESTION_AGREED;
  else
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
}

gboolean
mn_print_operation_is_other_size (MnPrintOperation *self)
{
  g_return_val_if_fail (MN_IS_PRINT_OPERATION (self) && self->fit.paper, FALSE);

  return mn_print_fit_is_other_size (&self->fit);
}

const GError *
mn_print_operation_get_failure (MnPrintOperation *self)
{
  g_return_val_if_fail (MN_IS_PRINT_OPERATION (self), NULL);

  return self->failure;
}

gboolean
mn_print_operation_commit (MnPrintOperation *self, GError **error)
{
  g_return_val_if_fail (MN_IS_PRINT_OPERATION (self), FALSE);

  return mn_print_file_commit (&self->file, error);
}

void
mn_print_operation_discard (MnPrintOperation *self)
{
  g_return_if_fail (MN_IS_PRINT_OPERATION (self));

  mn_print_file_clear (&self->file);
}

const char *
mn_print_operation_get_place (MnPrintOperation *self)
{
  g_return_val_if_fail (MN_IS_PRINT_OPERATION (self), NULL);

  return self->file.place;
}
