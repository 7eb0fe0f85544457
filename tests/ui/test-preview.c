#include "mn-page-preview.h"

#include <poppler.h>

#include "mn-page-canvas.h"
#include "mn-print-operation.h"
#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"

typedef struct
{
  MnArchive     *archive;
  MnStore       *store;
  MnDocument    *document;
  GtkWindow     *window;
  MnPagePreview *preview;
  MnPageCanvas  *canvas;
} Fixture;

static void
open_preview (Fixture *fixture, const char *name)
{
  fixture->archive = mn_ui_test_samples (name);
  fixture->store = mn_ui_test_store (fixture->archive, 0);
  fixture->document = mn_store_get_document (fixture->store);
  fixture->preview = MN_PAGE_PREVIEW (mn_page_preview_new (fixture->document));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 500, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->preview));
  gtk_window_present (fixture->window);
  mn_ui_test_run_for (200);
  fixture->canvas = MN_PAGE_CANVAS (
      mn_ui_test_find_type (GTK_WIDGET (fixture->preview), MN_TYPE_PAGE_CANVAS));
}

static void
close_preview (Fixture *fixture)
{
  gpointer weak = fixture->preview;

  g_object_add_weak_pointer (G_OBJECT (fixture->preview), &weak);
  mn_ui_test_close (fixture->window);
  g_assert_null (weak);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->archive);
}

static void
test_draws_only_what_is_seen (void)
{
  Fixture fixture;
  guint   n_pages, n_drawn;

  open_preview (&fixture, "draws");
  n_pages = mn_pages_get_n_pages (mn_page_canvas_get_pages (fixture.canvas));
  n_drawn = mn_page_canvas_get_n_drawn (fixture.canvas);
  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (n_drawn, >, 0);
  g_assert_cmpuint (n_drawn, <, n_pages);

  mn_page_canvas_scroll_to (fixture.canvas, n_pages - 1);
  mn_ui_test_run_for (100);
  g_assert_cmpuint (mn_page_canvas_get_page (fixture.canvas), ==, n_pages - 1);
  g_assert_cmpuint (mn_page_canvas_get_n_drawn (fixture.canvas), >, n_drawn);
  close_preview (&fixture);
}

static void
test_follows_typing (void)
{
  Fixture            fixture;
  MnItem            *general;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  MnPages           *pages;

  open_preview (&fixture, "typing");
  pages = mn_page_canvas_get_pages (fixture.canvas);
  general = mn_session_get_general (mn_document_get_root (fixture.document));
  before = mn_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  g_assert_true (mn_document_set (fixture.document, general, "venue", "Nhà văn hoá xã Mới", NULL));
  mn_ui_test_run_for (100);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), >, 0);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), <, 10); /* not everything anew */
  after = mn_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (before, after));
  close_preview (&fixture);
}

static void
test_hidden_does_nothing (void)
{
  Fixture  fixture;
  MnItem  *general;
  MnPages *pages;
  guint    n_drawn;

  open_preview (&fixture, "hidden");
  pages = mn_page_canvas_get_pages (fixture.canvas);
  general = mn_session_get_general (mn_document_get_root (fixture.document));
  gtk_widget_set_visible (GTK_WIDGET (fixture.preview), FALSE);
  n_drawn = mn_page_canvas_get_n_drawn (fixture.canvas);
  g_assert_true (mn_document_set (fixture.document, general, "venue", "Nhà văn hoá", NULL));
  mn_ui_test_run_for (100);
  g_assert_cmpuint (mn_page_canvas_get_n_drawn (fixture.canvas), ==, n_drawn);

  gtk_widget_set_visible (GTK_WIDGET (fixture.preview), TRUE);
  mn_ui_test_run_for (100);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), >, 0);
  close_preview (&fixture);
}

static void
test_zoom_and_form (void)
{
  Fixture fixture;
  double  fit;

  open_preview (&fixture, "zoom");
  fit = mn_page_canvas_get_real_zoom (fixture.canvas);
  gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.zoom-in", NULL);
  mn_ui_test_run_for (50);
  g_assert_cmpfloat (mn_page_canvas_get_real_zoom (fixture.canvas), >, fit);
  gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.zoom-out", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.zoom-out", NULL);
  mn_ui_test_run_for (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.fit-width", NULL);
  mn_ui_test_run_for (50);
  g_assert_cmpfloat_with_epsilon (mn_page_canvas_get_real_zoom (fixture.canvas), fit, 0.001);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.form", "i", 1));
  g_assert_cmpint (mn_page_preview_get_form (fixture.preview), ==, MN_FORM_NOTICE);
  mn_ui_test_run_for (50);
  close_preview (&fixture);
}

static void
test_goes_to_item (void)
{
  Fixture  fixture;
  MnPages *pages;
  MnItem  *conclusion, *point;
  int      page;

  open_preview (&fixture, "goes");
  pages = mn_page_canvas_get_pages (fixture.canvas);
  conclusion = mn_session_get_conclusion (mn_document_get_root (fixture.document));
  point = mn_item_get_child (conclusion, "points",
                             mn_item_get_n_children (conclusion, "points") - 1);
  page = mn_pages_find_source (pages, mn_item_get_id (point));
  g_assert_cmpint (page, >, 0);
  mn_page_preview_show_item (fixture.preview, mn_item_get_id (point));
  mn_ui_test_run_for (100);
  g_assert_cmpint ((int) mn_page_canvas_get_page (fixture.canvas), ==, page);
  close_preview (&fixture);
}

/* ---- printing ------------------------------------------------------------------------------- */

static char *
dup_text (gpointer document)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page (document, i));
      g_autofree char    *words = poppler_page_get_text (POPPLER_PAGE (page));

      g_string_append (text, words);
    }

  return g_string_free (text, FALSE);
}

static void
test_prints_the_same_pages (void)
{
  Fixture                       fixture;
  g_autofree char              *folder = mn_ui_test_dup_folder ("printed");
  g_autofree char              *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char              *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GBytes)            bytes = NULL;
  g_autoptr (GObject)           ours = NULL;
  g_autoptr (GObject)           printed = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *our_text = NULL;
  g_autofree char              *printed_text = NULL;
  MnPages                      *pages;

  open_preview (&fixture, "prints");
  pages = mn_page_preview_get_pages (fixture.preview, &error);
  g_assert_no_error (error);
  operation = mn_print_operation_new (pages, "Minutes");
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  bytes = mn_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  ours = (GObject *) poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  printed = (GObject *) poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==,
                   poppler_document_get_n_pages ((gpointer) ours));
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==,
                   (int) mn_pages_get_n_pages (pages));
  our_text = dup_text (ours);
  printed_text = dup_text (printed);
  g_assert_cmpstr (printed_text, ==, our_text);
  {
    g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page ((gpointer) printed, 0));
    double              width, height;

    poppler_page_get_size (POPPLER_PAGE (page), &width, &height);
    g_assert_cmpfloat_with_epsilon (width, 595.28, 1);
    g_assert_cmpfloat_with_epsilon (height, 841.89, 1);
  }
  close_preview (&fixture);
}

static void
add_block (MnComposed *composed, MnBlock *block)
{
  g_ptr_array_add (composed->blocks, block);
}

static void
assert_printed (gpointer document, int i, double width, double height, double left)
{
  g_autoptr (GObject)          page = G_OBJECT (poppler_document_get_page (document, i));
  g_autofree PopplerRectangle *boxes = NULL;
  double                       w, h, first = 1000;
  guint                        n;

  poppler_page_get_size (POPPLER_PAGE (page), &w, &h);
  g_assert_cmpfloat_with_epsilon (w, width, 1);
  g_assert_cmpfloat_with_epsilon (h, height, 1);
  g_assert_true (poppler_page_get_text_layout (POPPLER_PAGE (page), &boxes, &n));
  for (guint j = 0; j < n; j++)
    first = MIN (first, boxes[j].x1);
  g_assert_cmpfloat_with_epsilon (first, MN_MM_TO_PT (left), 0.5);
}

/* Portrait, landscape on the back of the sheet, portrait: each page on a sheet of its own shape. */
static void
test_prints_turned_pages (void)
{
  static const gboolean         landscape[] = { FALSE, TRUE, FALSE, FALSE };
  g_autofree char              *folder = mn_ui_test_dup_folder ("turned");
  g_autofree char              *path = g_build_filename (folder, "turned.pdf", NULL);
  g_autofree char              *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (MnPages)           pages = mn_pages_new (mn_style_load ("party-2026", NULL));
  g_autoptr (MnComposed)        composed = mn_composed_new ();
  g_autoptr (GtkPrintSettings)  settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GObject)           printed = NULL;
  g_autoptr (GError)            error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (landscape); i++)
    {
      MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

      section->landscape = landscape[i];
      add_block (composed, section);
      add_block (composed, mn_block_new_string (MN_ROLE_RECIPIENT, "Hết."));
    }
  mn_pages_update (pages, composed);
  operation = mn_print_operation_new (pages, "Minutes");
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  printed = (GObject *) poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==, 4);
  assert_printed (printed, 0, 595.28, 841.89, 30);
  assert_printed (printed, 1, 841.89, 595.28, 20);
  assert_printed (printed, 2, 595.28, 841.89, 30);
  assert_printed (printed, 3, 595.28, 841.89, 15);
  g_assert_false (mn_pages_get_two_sided (pages));
}

static void
add_tests (void)
{
  g_test_add_func ("/preview/draws-only-what-is-seen", test_draws_only_what_is_seen);
  g_test_add_func ("/preview/follows-typing", test_follows_typing);
  g_test_add_func ("/preview/hidden-does-nothing", test_hidden_does_nothing);
  g_test_add_func ("/preview/zoom-and-form", test_zoom_and_form);
  g_test_add_func ("/preview/goes-to-item", test_goes_to_item);
  g_test_add_func ("/print/the-same-pages", test_prints_the_same_pages);
  g_test_add_func ("/print/turned-pages", test_prints_turned_pages);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
