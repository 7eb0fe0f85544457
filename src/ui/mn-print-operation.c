#include "mn-print-operation.h"

#include <math.h>

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define SAME_PAPER 1.5 /* points by which sizes of the same paper may differ */

struct _MnPrintOperation
{
  GtkPrintOperation parent_instance;

  MnPages *pages; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MnPrintOperation, mn_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
mn_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  MnPrintOperation *self = MN_PRINT_OPERATION (operation);

  gtk_print_operation_set_n_pages (operation, (int) mn_pages_get_n_pages (self->pages));
}

/* A landscape page turns its sheet; all else is as set up for the whole. */
static void
mn_print_operation_request_page_setup (GtkPrintOperation *operation,
                                       GtkPrintContext   *context,
                                       int                page,
                                       GtkPageSetup      *setup)
{
  double width, height;

  mn_pages_get_size (MN_PRINT_OPERATION (operation)->pages, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static gboolean
is_two_sided (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return settings != NULL && gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX;
}

/* The preview shares the pages, and is left as it is. */
static void
mn_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  MnPages *pages = MN_PRINT_OPERATION (operation)->pages;
  gboolean was_two_sided = mn_pages_get_two_sided (pages);

  mn_pages_set_two_sided (pages, was_two_sided || is_two_sided (operation));
  mn_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
  mn_pages_set_two_sided (pages, was_two_sided);
}

static void
mn_print_operation_dispose (GObject *object)
{
  g_clear_object (&MN_PRINT_OPERATION (object)->pages);

  G_OBJECT_CLASS (mn_print_operation_parent_class)->dispose (object);
}

static void
mn_print_operation_class_init (MnPrintOperationClass *klass)
{
  GtkPrintOperationClass *print_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_print_operation_dispose;

  print_class->begin_print = mn_print_operation_begin_print;
  print_class->request_page_setup = mn_print_operation_request_page_setup;
  print_class->draw_page = mn_print_operation_draw_page;
}

static void
mn_print_operation_init (MnPrintOperation *self)
{
}

static GtkPaperSize *
choose_paper (double width, double height)
{
  if (fabs (width - A4_WIDTH) < SAME_PAPER && fabs (height - A4_HEIGHT) < SAME_PAPER)
    return gtk_paper_size_new (GTK_PAPER_NAME_A4);

  return gtk_paper_size_new_custom ("minutes", "Minutes", width, height, GTK_UNIT_POINTS);
}

static GtkPageSetup *
make_page_setup (MnPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double        width, height;

  mn_pages_get_size (pages, 0, &width, &height);
  paper = choose_paper (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (paper);

  return setup;
}

/** mn_print_operation_new: prints @pages; @title names the print job. */
GtkPrintOperation *
mn_print_operation_new (MnPages *pages, const char *title)
{
  MnPrintOperation        *self = g_object_new (MN_TYPE_PRINT_OPERATION, NULL);
  GtkPrintOperation       *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GtkPageSetup) setup = make_page_setup (pages);

  self->pages = g_object_ref (pages);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);

  return operation;
}
