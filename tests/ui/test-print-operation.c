#include "mn-print-operation.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "mn-ui-test.h"
#include "print-make.h"

#define MM 2.8346456693
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define SAME_PLACE 0.1 /* points */

/** Box: a word and where it stands on its page. */
typedef struct
{
  char  *word;
  double x, y;
} Box;

static void
box_free (Box *box)
{
  g_free (box->word);
  g_free (box);
}

/* A word is what stands between blanks; its place is that of its first letter. */
static GPtrArray *
list_boxes (gpointer document, int number)
{
  g_autoptr (GObject)          page = G_OBJECT (poppler_document_get_page (document, number));
  g_autofree char             *text = poppler_page_get_text (POPPLER_PAGE (page));
  g_autofree PopplerRectangle *letters = NULL;
  guint                        n_letters = 0, i = 0;
  GPtrArray                   *boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) box_free);
  gboolean                     inside = FALSE;

  poppler_page_get_text_layout (POPPLER_PAGE (page), &letters, &n_letters);
  for (const char *c = text; *c && i < n_letters; c = g_utf8_next_char (c), i++)
    {
      gboolean blank = g_unichar_isspace (g_utf8_get_char (c));

      if (!blank && !inside)
        {
          Box *box = g_new0 (Box, 1);

          box->word = g_strndup (c, strcspn (c, " \n"));
          box->x = letters[i].x1;
          box->y = letters[i].y1;
          g_ptr_array_add (boxes, box);
        }
      inside = !blank;
    }

  return boxes;
}

static GObject *
open_pdf (const char *path)
{
  g_autofree char   *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GObject           *document = (GObject *) poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static GObject *
open_own_pdf (MnPages *pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mn_pages_to_pdf (pages, &error);
  GObject           *document;

  g_assert_no_error (error);
  document = (GObject *) poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

/* All words of a page stand where they stand in the paper's own PDF, but for a shift. */
static void
assert_same_boxes (gpointer printed, int number, gpointer own, int own_number, double dx, double dy)
{
  g_autoptr (GPtrArray) a = list_boxes (printed, number);
  g_autoptr (GPtrArray) b = list_boxes (own, own_number);

  g_assert_cmpuint (a->len, >, 5);
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const Box *x = a->pdata[i];
      const Box *y = b->pdata[i];

      g_assert_cmpstr (x->word, ==, y->word);
      g_assert_cmpfloat_with_epsilon (x->x, y->x + dx, SAME_PLACE);
      g_assert_cmpfloat_with_epsilon (x->y, y->y + dy, SAME_PLACE);
    }
}

static void
assert_size (gpointer document, int number, double width, double height)
{
  g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page (document, number));
  double              w, h;

  poppler_page_get_size (POPPLER_PAGE (page), &w, &h);
  g_assert_cmpfloat_with_epsilon (w, width, 0.1);
  g_assert_cmpfloat_with_epsilon (h, height, 0.1);
}

static char *
dup_path (const char *name)
{
  g_autofree char *folder = mn_ui_test_dup_folder ("print-operation");

  return g_build_filename (folder, name, NULL);
}

static GObject *export(GtkPrintOperation *operation, const char *name)
{
  g_autofree char   *path = dup_path (name);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  return open_pdf (path);
}

static void
set_duplex (GtkPrintOperation *operation, GtkPrintDuplex duplex)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  gtk_print_settings_set_duplex (settings, duplex);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
test_sides (void)
{
  const guint           n_pages[] = { 3, 1, 2 };
  g_autoptr (GPtrArray) parts = print_make_parts (3, n_pages);
  g_autoptr (GArray)    single = mn_print_sides_new (parts, FALSE);
  g_autoptr (GArray)    both = mn_print_sides_new (parts, TRUE);
  const char           *found = "";
  g_autoptr (GString)   pattern = g_string_new (NULL);

  g_assert_cmpuint (single->len, ==, 6);
  for (guint i = 0; i < both->len; i++)
    {
      const MnPrintSide *side = &g_array_index (both, MnPrintSide, i);

      g_string_append_c (pattern, side->pages ? (char) ('1' + side->page) : '-');
    }
  found = pattern->str;
  g_assert_cmpstr (found, ==, "123-1-12");
}

static void
test_same_boxes (void)
{
  const guint                   n_pages[] = { 4 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  MnPrintPart                  *part = parts->pdata[0];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GObject)           printed = export(operation, "same.pdf");
  g_autoptr (GObject)           own = open_own_pdf (part->pages);

  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==, 4);
  for (int i = 0; i < 4; i++)
    {
      assert_size (printed, i, A4_WIDTH, A4_HEIGHT);
      assert_same_boxes (printed, i, own, i, 0, 0);
    }
}

static void
test_scale_is_held (void)
{
  const guint                   n_pages[] = { 1 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GtkPrintSettings)  settings = gtk_print_settings_new ();

  gtk_print_settings_set_scale (settings, 94);
  gtk_print_operation_set_print_settings (operation, settings);
  g_assert_cmpfloat (gtk_print_settings_get_scale (settings), ==, 100);
  g_assert_cmpstr (gtk_print_settings_get (settings, "cups-print-scaling"), ==, "none");
}

/* HD 05, on margins: on the back 15 mm left, 30 mm right. */
static void
test_backs_are_mirrored (void)
{
  const guint                   n_pages[] = { 3 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  MnPrintPart                  *part = parts->pdata[0];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GObject)           own = open_own_pdf (part->pages);
  g_autoptr (GObject)           printed = NULL;

  set_duplex (operation, GTK_PRINT_DUPLEX_HORIZONTAL);
  printed = export(operation, "mirrored.pdf");
  assert_same_boxes (printed, 0, own, 0, 0, 0);
  assert_same_boxes (printed, 1, own, 1, -15 * MM, 0);
  assert_same_boxes (printed, 2, own, 2, 0, 0);
}

/* Where pages are picked out, a page's number doesn't tell its side: page 2 comes to a front and
 * stays a front's, page 3 to a back and goes to the side. */
static void
test_picked_pages_on_both_sides (void)
{
  const guint                   n_pages[] = { 3 };
  const GtkPageRange            range = { 1, 2 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  MnPrintPart                  *part = parts->pdata[0];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GtkPrintSettings)  settings = gtk_print_settings_new ();
  g_autoptr (GObject)           own = open_own_pdf (part->pages);
  g_autoptr (GObject)           printed = NULL;

  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, (GtkPageRange *) &range, 1);
  gtk_print_operation_set_print_settings (operation, settings);
  printed = export(operation, "picked.pdf");
  /* Into a file GTK writes all pages, each where it would lie on its sheet. */
  assert_same_boxes (printed, 1, own, 1, 0, 0);
  assert_same_boxes (printed, 2, own, 2, -15 * MM, 0);
}

static MnPrintPart *
make_turned_part (void)
{
  static const gboolean  landscape[] = { FALSE, TRUE, FALSE, FALSE };
  g_autoptr (MnPages)    pages = mn_pages_new (mn_style_load ("party-2026", NULL));
  g_autoptr (MnComposed) composed = mn_composed_new ();

  for (guint i = 0; i < G_N_ELEMENTS (landscape); i++)
    {
      MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

      section->landscape = landscape[i];
      g_ptr_array_add (composed->blocks, section);
      g_ptr_array_add (composed->blocks, mn_block_new_string (MN_ROLE_RECIPIENT, "Hết."));
    }
  mn_pages_update (pages, composed);

  return mn_print_part_new (pages, MN_FORM_MINUTES, "Trang ngang");
}

static void
assert_printed (gpointer document, int number, double width, double height, double left)
{
  g_autoptr (GPtrArray) boxes = list_boxes (document, number);
  double                first = G_MAXDOUBLE;

  assert_size (document, number, width, height);
  for (guint i = 0; i < boxes->len; i++)
    first = MIN (first, ((Box *) boxes->pdata[i])->x);
  g_assert_cmpfloat_with_epsilon (first, left * MM, 0.5);
}

/* Portrait, landscape on the back of the sheet, portrait: each page on a sheet of its own shape. */
static void
test_turned_pages (void)
{
  g_autoptr (GPtrArray)         parts = mn_print_parts_new ();
  MnPrintPart                  *part = make_turned_part ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GObject)           printed = NULL;

  g_ptr_array_add (parts, part);
  operation = mn_print_operation_new (parts, "Trang ngang");
  set_duplex (operation, GTK_PRINT_DUPLEX_HORIZONTAL);
  printed = export(operation, "turned.pdf");
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==, 4);
  assert_printed (printed, 0, A4_WIDTH, A4_HEIGHT, 30);
  assert_printed (printed, 1, A4_HEIGHT, A4_WIDTH, 20);
  assert_printed (printed, 2, A4_WIDTH, A4_HEIGHT, 30);
  assert_printed (printed, 3, A4_WIDTH, A4_HEIGHT, 15);
  g_assert_false (mn_pages_get_two_sided (part->pages));
}

/* Slips for several stand in one paper, and yet each gets sheets of its own. */
static void
test_slips_on_both_sides (void)
{
  static const double           lefts[] = { 30, 0, 30, 0, 30 };
  g_autoptr (GPtrArray)         parts = mn_print_parts_new ();
  g_autoptr (MnPages)           pages = mn_pages_new (mn_style_load ("party-2026", NULL));
  g_autoptr (MnComposed)        composed = mn_composed_new ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GObject)           printed = NULL;

  for (guint i = 0; i < 3; i++)
    {
      MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

      section->own_numbers = section->own_sheets = TRUE;
      g_ptr_array_add (composed->blocks, section);
      g_ptr_array_add (composed->blocks, mn_block_new_string (MN_ROLE_RECIPIENT, "Phiếu."));
    }
  mn_pages_update (pages, composed);
  g_ptr_array_add (parts, mn_print_part_new (pages, MN_FORM_TASK_SLIP, "Phiếu giao nhiệm vụ"));
  operation = mn_print_operation_new (parts, "Phiếu giao nhiệm vụ");
  set_duplex (operation, GTK_PRINT_DUPLEX_HORIZONTAL);
  printed = export(operation, "slips.pdf");
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==, G_N_ELEMENTS (lefts));
  for (int i = 0; i < (int) G_N_ELEMENTS (lefts); i++)
    {
      g_autoptr (GPtrArray) boxes = list_boxes (printed, i);

      g_assert_true ((boxes->len > 0) == (lefts[i] > 0));
      if (boxes->len > 0)
        assert_printed (printed, i, A4_WIDTH, A4_HEIGHT, lefts[i]);
    }
}

/* Turned over at the short edge nothing is bound at the sides. */
static void
test_short_edge (void)
{
  const guint                   n_pages[] = { 2 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  MnPrintPart                  *part = parts->pdata[0];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GObject)           own = open_own_pdf (part->pages);
  g_autoptr (GObject)           printed = NULL;

  set_duplex (operation, GTK_PRINT_DUPLEX_VERTICAL);
  printed = export(operation, "short.pdf");
  assert_same_boxes (printed, 1, own, 1, 0, 0);
}

static void
test_several_papers (void)
{
  const guint                   n_pages[] = { 3, 2 };
  g_autoptr (GPtrArray)         parts = print_make_parts (2, n_pages);
  MnPrintPart                  *second = parts->pdata[1];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Hai văn bản");
  g_autoptr (GObject)           own = open_own_pdf (second->pages);
  g_autoptr (GObject)           printed = export(operation, "several.pdf");
  g_autoptr (GObject)           duplex = NULL;
  g_autoptr (GObject)           blank = NULL;
  g_autofree char              *text = NULL;

  /* The second begins anew: no number on its first page, a 2 on the next. */
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) printed), ==, 5);
  assert_same_boxes (printed, 3, own, 0, 0, 0);
  assert_same_boxes (printed, 4, own, 1, 0, 0);

  g_object_unref (operation);
  operation = mn_print_operation_new (parts, "Hai văn bản");
  set_duplex (operation, GTK_PRINT_DUPLEX_HORIZONTAL);
  duplex = export(operation, "several-duplex.pdf");
  g_assert_cmpint (poppler_document_get_n_pages ((gpointer) duplex), ==, 6);
  blank = G_OBJECT (poppler_document_get_page ((gpointer) duplex, 3));
  text = poppler_page_get_text (POPPLER_PAGE (blank));
  g_assert_cmpstr (text, ==, "");
  assert_same_boxes (duplex, 4, own, 0, 0, 0);
  assert_same_boxes (duplex, 5, own, 1, -15 * MM, 0);
}

/* ---- paper of another size ------------------------------------------------------------------ */

typedef struct
{
  gboolean answer;
  guint    n_asked;
  char    *sentence;
} Asked;

static void
ask_cb (MnPrintOperation *operation, const char *sentence, gpointer user_data)
{
  Asked *asked = user_data;

  asked->n_asked++;
  g_free (asked->sentence);
  asked->sentence = g_strdup (sentence);
  g_assert_true (mn_print_operation_is_other_size (operation));
  mn_print_operation_answer (operation, asked->answer);
}

static void
choose_letter (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize            *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size (setup, letter);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (letter);
}

static void
test_letter_in_the_middle (void)
{
  const guint                   n_pages[] = { 2 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  MnPrintPart                  *part = parts->pdata[0];
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  g_autoptr (GObject)           own = open_own_pdf (part->pages);
  g_autoptr (GObject)           printed = NULL;
  Asked                         asked = { .answer = TRUE };

  choose_letter (operation);
  mn_print_operation_set_ask (MN_PRINT_OPERATION (operation), ask_cb, &asked);
  printed = export(operation, "letter.pdf");
  g_assert_cmpuint (asked.n_asked, ==, 1);
  g_assert_nonnull (strstr (asked.sentence, "US Letter (216 × 279 mm)"));
  assert_size (printed, 0, 612, 792);
  assert_same_boxes (printed, 0, own, 0, (612 - A4_WIDTH) / 2, (792 - A4_HEIGHT) / 2);
  assert_same_boxes (printed, 1, own, 1, (612 - A4_WIDTH) / 2, (792 - A4_HEIGHT) / 2);
  g_free (asked.sentence);
}

static GtkPrintOperationResult
run_to_end (GtkPrintOperation *operation, const char *name)
{
  g_autofree char *path = dup_path (name);

  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
}

static void
count_cb (MnPrintOperation *operation, guint side, guint n_sides, guint *n)
{
  g_assert_cmpuint (side, ==, *n + 1);
  g_assert_cmpuint (side, <=, n_sides);
  *n = side;
}

static void
test_letter_refused (void)
{
  const guint                   n_pages[] = { 2 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  Asked                         asked = { .answer = FALSE };
  guint                         n_drawn = 0;

  choose_letter (operation);
  mn_print_operation_set_ask (MN_PRINT_OPERATION (operation), ask_cb, &asked);
  g_signal_connect (operation, "progress", G_CALLBACK (count_cb), &n_drawn);
  run_to_end (operation, "refused.pdf");
  g_assert_cmpuint (asked.n_asked, ==, 1);
  g_assert_cmpuint (n_drawn, ==, 0);
  g_assert_cmpint (gtk_print_operation_get_status (operation), ==,
                   GTK_PRINT_STATUS_FINISHED_ABORTED);
  g_assert_null (mn_print_operation_get_failure (MN_PRINT_OPERATION (operation)));
  g_free (asked.sentence);
}

static void
test_nobody_to_ask (void)
{
  const guint                   n_pages[] = { 1 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  const GError                 *failure;

  choose_letter (operation);
  run_to_end (operation, "nobody.pdf");
  failure = mn_print_operation_get_failure (MN_PRINT_OPERATION (operation));
  g_assert_nonnull (failure);
  g_assert_nonnull (strstr (failure->message, "US Letter"));
}

static void
test_progress (void)
{
  const guint                   n_pages[] = { 7 };
  g_autoptr (GPtrArray)         parts = print_make_parts (1, n_pages);
  g_autoptr (GtkPrintOperation) operation = mn_print_operation_new (parts, "Biên bản");
  guint                         n_drawn = 0;

  g_signal_connect (operation, "progress", G_CALLBACK (count_cb), &n_drawn);
  run_to_end (operation, "progress.pdf");
  g_assert_cmpuint (n_drawn, ==, 7);
}

static void
add_tests (void)
{
  g_test_add_func ("/print-operation/sides", test_sides);
  g_test_add_func ("/print-operation/same-boxes", test_same_boxes);
  g_test_add_func ("/print-operation/scale-is-held", test_scale_is_held);
  g_test_add_func ("/print-operation/backs-are-mirrored", test_backs_are_mirrored);
  g_test_add_func ("/print-operation/slips-on-both-sides", test_slips_on_both_sides);
  g_test_add_func ("/print-operation/picked-pages", test_picked_pages_on_both_sides);
  g_test_add_func ("/print-operation/short-edge", test_short_edge);
  g_test_add_func ("/print-operation/turned-pages", test_turned_pages);
  g_test_add_func ("/print-operation/several-papers", test_several_papers);
  g_test_add_func ("/print-operation/letter-in-the-middle", test_letter_in_the_middle);
  g_test_add_func ("/print-operation/letter-refused", test_letter_refused);
  g_test_add_func ("/print-operation/nobody-to-ask", test_nobody_to_ask);
  g_test_add_func ("/print-operation/progress", test_progress);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
