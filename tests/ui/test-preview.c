#include "mn-page-preview.h"

#include "../paper/picture-test.h"
#include "mn-page-canvas.h"
#include "mn-paper-choice.h"
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
  MnPaperInput  *input;
} Fixture;

static void
open_preview (Fixture *fixture, const char *name)
{
  fixture->archive = mn_ui_test_samples (name);
  fixture->store = mn_ui_test_store (fixture->archive, 0);
  fixture->document = mn_store_get_document (fixture->store);
  fixture->input = mn_paper_input_new (mn_document_get_root (fixture->document), fixture->archive);
  fixture->preview = MN_PAGE_PREVIEW (mn_page_preview_new (fixture->document, fixture->input));
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
  g_assert_finalize_object (fixture->input);
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

  mn_page_canvas_scroll_to (fixture.canvas, 2);
  mn_ui_test_run_for (50);
  g_assert_cmpint ((int) mn_page_canvas_get_page (fixture.canvas), >, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.preview), "preview.form", "i", 1));
  g_assert_cmpint (mn_page_preview_get_form (fixture.preview), ==, MN_FORM_NOTICE);
  mn_ui_test_run_for (100);
  g_assert_cmpuint (mn_page_canvas_get_page (fixture.canvas), ==, 0); /* another paper */
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

/* What the window exports and what minutes-cli makes of the same file are the same bytes. */
static void
test_same_bytes_as_cli (void)
{
  Fixture          fixture;
  g_autofree char *folder = mn_ui_test_dup_folder ("bytes");
  g_autofree char *ours = g_build_filename (folder, "window.pdf", NULL);
  g_autofree char *theirs = g_build_filename (folder, "cli.pdf", NULL);
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "minutes-cli",
                                                    NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char   *a = NULL;
  g_autofree char   *b = NULL;
  gsize              n_a, n_b;
  int                status;
  char *command[] = { program, "print", "--form", "minutes", "-o", theirs, NULL, NULL };

  open_preview (&fixture, "bytes-archive");
  command[6] = (char *) mn_store_get_path (fixture.store);
  mn_pages_write_pdf (mn_page_preview_get_pages (fixture.preview, &error), ours, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (ours, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (theirs, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
  close_preview (&fixture);
}

static MnItem *
add_child (MnDocument *document, MnItem *parent, const char *slot)
{
  const MnKind      *kind = mn_kind_find_slot (mn_item_get_kind (parent), slot)->kind;
  g_autoptr (MnItem) child = mn_item_new (kind);
  guint              n = mn_item_get_n_children (parent, slot);

  g_assert_true (mn_document_insert (document, parent, slot, n, child, NULL));
  return mn_item_get_child (parent, slot, n);
}

/* A picture that is none is told above the pages; once it is mended, nothing is. */
static void
test_picture (void)
{
  Fixture          fixture;
  MnItem          *minutes, *picture;
  g_autofree char *path = NULL;

  open_preview (&fixture, "picture");
  path = g_build_filename (mn_archive_get_folder (fixture.archive), "so-do.png", NULL);
  minutes = mn_session_get_document (mn_document_get_root (fixture.document), "minutes");
  picture = add_child (fixture.document, add_child (fixture.document, minutes, "appendices"),
                       "pictures");
  mn_document_set (fixture.document, picture, "file", "so-do.png", NULL);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.preview), "so-do.png"));

  g_assert_true (g_file_set_contents (path, "Không phải ảnh", -1, NULL));
  mn_paper_input_refresh (fixture.input);
  mn_ui_test_run_for (100);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (fixture.preview), "is no picture"));

  g_free (write_picture (mn_archive_get_folder (fixture.archive), "so-do.png", "png", 300, 200,
                         0xff0000ff));
  g_assert_null (mn_pages_get_fault (mn_page_preview_get_pages (fixture.preview, NULL)));
  mn_ui_test_run_for (100);
  g_assert_null (mn_ui_test_find_text (GTK_WIDGET (fixture.preview), "so-do.png"));
  close_preview (&fixture);
}

/* Who gets a slip, and with which session is compared, is chosen below the pages, and said. */
static void
test_choice (void)
{
  Fixture               fixture;
  MnPaperChoice        *choice;
  GtkDropDown          *drop_down;
  MnFormInput           input;
  g_autoptr (GPtrArray) leads = NULL, others = NULL;
  g_autofree char      *nearest = NULL;
  guint                 all;

  open_preview (&fixture, "choice");
  choice = MN_PAPER_CHOICE (
      mn_ui_test_find_type (GTK_WIDGET (fixture.preview), MN_TYPE_PAPER_CHOICE));
  drop_down = GTK_DROP_DOWN (mn_ui_test_find_type (GTK_WIDGET (choice), GTK_TYPE_DROP_DOWN));
  g_assert_null (mn_paper_choice_get_text (choice)); /* of minutes there is one kind */

  mn_page_preview_set_form (fixture.preview, MN_FORM_TASK_SLIP);
  mn_ui_test_run_for (200);
  leads = mn_form_list_leads (mn_document_get_root (fixture.document));
  g_assert_cmpuint (leads->len, >, 1);
  g_assert_cmpstr (mn_paper_choice_get_text (choice), ==, "All who lead a task");
  all = mn_pages_get_n_pages (mn_page_canvas_get_pages (fixture.canvas));
  gtk_drop_down_set_selected (drop_down, 2);
  mn_ui_test_run_for (200);
  g_assert_cmpstr (mn_paper_choice_get_text (choice), ==, mn_form_get_lead_name (leads->pdata[1]));
  g_assert_cmpuint (mn_pages_get_n_pages (mn_page_canvas_get_pages (fixture.canvas)), <, all);
  mn_page_preview_get_input (fixture.preview, &input);
  g_assert_cmpstr (input.lead, ==, mn_item_get_id (leads->pdata[1]));

  mn_page_preview_set_form (fixture.preview, MN_FORM_COMPARISON);
  mn_ui_test_run_for (200);
  others = mn_paper_input_list_others (fixture.input);
  g_assert_cmpuint (others->len, >, 1);
  nearest = g_strdup (mn_paper_choice_get_text (choice));
  mn_page_preview_get_input (fixture.preview, &input);
  g_assert_cmpstr (mn_item_get_id (input.other), ==, mn_session_entry_get_id (others->pdata[0]));
  mn_paper_input_set_other (fixture.input, mn_session_entry_get_id (others->pdata[1]));
  mn_ui_test_run_for (200);
  g_assert_cmpstr (mn_paper_choice_get_text (choice), !=, nearest);
  mn_page_preview_get_input (fixture.preview, &input);
  g_assert_cmpstr (mn_item_get_id (input.other), ==, mn_session_entry_get_id (others->pdata[1]));
  g_assert_null (mn_paper_input_get_other_note (fixture.input));
  g_assert_false (mn_ui_test_find_text (GTK_WIDGET (choice), "can't be read") != NULL);

  /* One that has gone: the nearest stands in, and that is said. */
  mn_paper_input_set_other (fixture.input, "00000000-0000-4000-8000-000000000000");
  mn_ui_test_run_for (200);
  g_assert_cmpstr (mn_paper_choice_get_text (choice), ==, nearest);
  g_assert_nonnull (mn_ui_test_find_text (GTK_WIDGET (choice), "The chosen session can't be read"));
  close_preview (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/preview/draws-only-what-is-seen", test_draws_only_what_is_seen);
  g_test_add_func ("/preview/picture", test_picture);
  g_test_add_func ("/preview/choice", test_choice);
  g_test_add_func ("/preview/follows-typing", test_follows_typing);
  g_test_add_func ("/preview/hidden-does-nothing", test_hidden_does_nothing);
  g_test_add_func ("/preview/zoom-and-form", test_zoom_and_form);
  g_test_add_func ("/preview/goes-to-item", test_goes_to_item);
  g_test_add_func ("/preview/same-bytes-as-cli", test_same_bytes_as_cli);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
