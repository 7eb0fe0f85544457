#include <qpdf/qpdf-c.h>
#include <string.h>

#include "form-make.h"
#include "mn-check.h"
#include "mn-form-check.h"
#include "mn-session.h"
#include "pdf-test.h"
#include "picture-test.h"

/** Show: a session whose notice has an appendix, and the folder of its pictures. */
typedef struct
{
  Fixture     pdf;
  MnItem     *session;  /* (owned) */
  MnItem     *appendix; /* (borrowed) */
  MnPictures *pictures; /* (owned) */
} Show;

static MnItem *
add_appendix (MnItem *session)
{
  MnItem *notice = mn_session_get_document (session, "notice");

  if (notice == NULL)
    notice = form_add (session, "documents", "form", "notice", NULL);
  return form_add (notice, "appendices", "title", "Sơ đồ điểm ngập", NULL);
}

static void
set_up_show (Show *show, gconstpointer data)
{
  set_up (&show->pdf, data);
  show->session = form_session_new ();
  show->appendix = add_appendix (show->session);
  show->pictures = mn_pictures_new (show->pdf.folder);
}

static void
tear_down_show (Show *show, gconstpointer data)
{
  mn_pictures_free (show->pictures);
  g_object_unref (show->session);
  tear_down (&show->pdf, data);
}

/* @caption: (nullable) */
static MnItem *
show_file (Show *show, const char *file, const char *caption)
{
  MnItem *picture = form_add (show->appendix, "pictures", "file", file, NULL);

  form_set (picture, "caption", caption, NULL);
  return picture;
}

/* Composes the notice anew. */
static MnComposed *
compose (Show *show, MnPictures *pictures)
{
  const MnFormInput input = { .session = show->session, .pictures = pictures };

  mn_composed_free (show->pdf.composed);
  show->pdf.composed = mn_form_compose_input (MN_FORM_NOTICE, &input);
  return show->pdf.composed;
}

/* The first picture and what follows it. */
static guint
find_picture (MnComposed *composed)
{
  for (guint i = 0; i < composed->blocks->len; i++)
    if (((MnBlock *) composed->blocks->pdata[i])->kind == MN_BLOCK_PICTURE)
      return i;
  g_assert_not_reached ();
}

static void
test_composed (Show *show, gconstpointer data)
{
  g_autofree char *path = write_picture (show->pdf.folder, "a.png", "png", 300, 150, 0xff);
  MnComposed      *composed;
  MnBlock         *block, *caption;

  show_file (show, "a.png", "bản đồ phường");
  composed = compose (show, show->pictures);
  block = composed->blocks->pdata[find_picture (composed)];
  caption = composed->blocks->pdata[find_picture (composed) + 1];
  g_assert_cmpstr (composed->fault, ==, NULL);
  g_assert_true (block->picture == mn_pictures_get (show->pictures, "a.png"));
  g_assert_cmpstr (mn_text_get_plain (block->text), ==, "bản đồ phường");
  g_assert_true (block->keep_with_next);
  g_assert_cmpint (caption->role, ==, MN_ROLE_PICTURE_CAPTION);
  g_assert_cmpstr (mn_text_get_plain (caption->text), ==, "bản đồ phường");
}

/* The first /Alt of the structure; elements of ours are few levels deep. */
static const char *
look_for_alternative (qpdf_data pdf, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, element, "/K");

  if (qpdf_oh_has_key (pdf, element, "/Alt"))
    return qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, element, "/Alt"));
  kids = qpdf_oh_is_array (pdf, kids) ? kids : qpdf_oh_wrap_in_array (pdf, kids);
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids); i++)
    {
      qpdf_oh     kid = qpdf_oh_get_array_item (pdf, kids, i);
      const char *found = qpdf_oh_is_dictionary (pdf, kid) ? look_for_alternative (pdf, kid) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
dup_alternative (GBytes *bytes)
{
  qpdf_data pdf = qpdf_init ();
  char     *found;

  qpdf_read_memory (pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  found = g_strdup (
      look_for_alternative (pdf, qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot")));
  qpdf_cleanup (&pdf);
  return found;
}

/* ---- on paper -------------------------------------------------------------------------------- */

/* The notice with that picture; where it stands on its last page. (transfer full) */
static PopplerDocument *
print_picture (Show *show, const char *file, PopplerRectangle *box, int *last)
{
  PopplerDocument     *document;
  g_autoptr (TestPage) page = NULL;
  GList               *images;

  show_file (show, file, "Bản đồ phường");
  compose (show, show->pictures);
  document = make_document (&show->pdf);
  *last = poppler_document_get_n_pages (document) - 1;
  page = poppler_document_get_page (document, *last);
  images = poppler_page_get_image_mapping (page);
  g_assert_cmpuint (g_list_length (images), ==, 1);
  *box = ((PopplerImageMapping *) images->data)->area;
  poppler_page_free_image_mapping (images);
  return document;
}

/* Centred on a page of its appendix, in its own size, the caption below it. */
static void
test_printed (Show *show, gconstpointer data)
{
  g_autofree char *path = write_picture (show->pdf.folder, "a.jpg", "jpeg", 600, 300, 0xff0000ff);
  PopplerRectangle box, caption;
  int              last;
  g_autoptr (TestDocument) document = print_picture (show, "a.jpg", &box, &last);

  assert_near (600 / 150.0 * 25.4, box.x2 - box.x1, 0.5);
  assert_near (300 / 150.0 * 25.4, box.y2 - box.y1, 0.5);
  assert_near (30 + 165 / 2.0, (box.x1 + box.x2) / 2, 0.5);
  caption = find_text (document, last, "Bản đồ phường");
  g_assert_cmpfloat (caption.y1, >, box.y2 - 3);
  g_assert_cmpfloat (caption.y1, <, box.y2 + 30);
}

/* A wide one takes the text's width. */
static void
test_wide (Show *show, gconstpointer data)
{
  g_autofree char *path = write_picture (show->pdf.folder, "a.jpg", "jpeg", 2000, 500, 0xff0000ff);
  PopplerRectangle box;
  int              last;
  g_autoptr (TestDocument) document = print_picture (show, "a.jpg", &box, &last);

  assert_near (165, box.x2 - box.x1, 0.5);
  assert_near (30, box.x1, 0.5);
}

/* A tall one leaves room for the appendix's heading above and the caption below. */
static void
test_tall (Show *show, gconstpointer data)
{
  g_autofree char *path = write_picture (show->pdf.folder, "a.jpg", "jpeg", 1500, 6000, 0xff0000ff);
  PopplerRectangle box;
  int              last;
  g_autoptr (TestDocument) document = print_picture (show, "a.jpg", &box, &last);

  g_assert_cmpfloat (find_text (document, last, "Phụ lục").y1, <, box.y1 + 3);
  g_assert_cmpfloat (find_text (document, last, "Bản đồ phường").y1, >, box.y2 - 3);
}

/* Who doesn't see it is told what it shows. */
static void
test_told (Show *show, gconstpointer data)
{
  g_autofree char   *path = write_picture (show->pdf.folder, "a.png", "png", 60, 30, 0xff);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *words = NULL;

  show_file (show, "a.png", "Bản đồ phường");
  compose (show, show->pictures);
  bytes = make_bytes (&show->pdf);
  words = dup_alternative (bytes);
  g_assert_cmpstr (words, ==, "Bản đồ phường");
}

/* ---- pictures that are none ------------------------------------------------------------------ */

static void
test_no_picture (Show *show, gconstpointer data)
{
  g_autofree char      *path = write_bytes (show->pdf.folder, "a.png", "Không phải ảnh", -1);
  g_autofree char      *pdf = g_build_filename (show->pdf.folder, "out.pdf", NULL);
  MnItem               *picture = show_file (show, "a.png", NULL);
  MnComposed           *composed = compose (show, show->pictures);
  MnPages              *pages = show->pdf.pages;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError)    error = NULL;

  g_assert_nonnull (composed->fault);
  mn_pages_update (pages, composed);
  g_assert_cmpstr (mn_pages_get_fault (pages), ==, composed->fault);
  g_assert_false (mn_pages_write_pdf (pages, pdf, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "“a.png” is no picture"));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));

  findings = mn_form_check_pictures (show->session, show->pictures);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((MnFinding *) findings->pdata[0])->severity, ==, MN_FINDING_ERROR);
  g_assert_cmpstr (((MnFinding *) findings->pdata[0])->item, ==, mn_item_get_id (picture));
}

/* Who reads no files gets the place of a picture, and no paper. */
static void
test_no_files (Show *show, gconstpointer data)
{
  MnComposed *composed;

  show_file (show, "a.png", NULL);
  composed = compose (show, NULL);
  g_assert_nonnull (composed->fault);
  find_picture (composed);
}

/* One that is mended is printed. */
static void
test_mended (Show *show, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  show_file (show, "a.png", NULL);
  g_assert_nonnull (compose (show, show->pictures)->fault);
  mn_pages_update (show->pdf.pages, show->pdf.composed);
  g_free (write_picture (show->pdf.folder, "a.png", "png", 300, 150, 0xff));
  g_assert_true (mn_pictures_refresh (show->pictures));
  compose (show, show->pictures);
  bytes = make_bytes (&show->pdf);
  g_assert_cmpstr (mn_pages_get_fault (show->pdf.pages), ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Show, NULL, set_up_show, func, tear_down_show)
  ADD ("/form-picture/composed", test_composed);
  ADD ("/form-picture/printed", test_printed);
  ADD ("/form-picture/wide", test_wide);
  ADD ("/form-picture/tall", test_tall);
  ADD ("/form-picture/told", test_told);
  ADD ("/form-picture/no-picture", test_no_picture);
  ADD ("/form-picture/no-files", test_no_files);
  ADD ("/form-picture/mended", test_mended);
  return g_test_run ();
}
