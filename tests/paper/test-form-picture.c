#include <qpdf/qpdf-c.h>
#include <string.h>

#include "form-make.h"
#include "mn-check.h"
#include "mn-form-check.h"
#include "mn-session.h"
#include "pdf-test.h"
#include "picture-test.h"

static MnItem *
add_appendix (MnItem *session)
{
  MnItem *notice = mn_session_get_document (session, "notice");

  if (notice == NULL)
    notice = form_add (session, "documents", "form", "notice", NULL);
  return form_add (notice, "appendices", "title", "Sơ đồ điểm ngập", NULL);
}

static MnComposed *
compose (MnItem *session, MnPictures *pictures)
{
  const MnFormInput input = { .session = session, .pictures = pictures };

  return mn_form_compose_input (MN_FORM_NOTICE, &input);
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
test_composed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autofree char       *path = write_picture (fixture->folder, "a.png", "png", 300, 150, 0xff);
  MnItem                *appendix = add_appendix (session);
  g_autoptr (MnComposed) composed = NULL;
  MnBlock               *block, *caption;

  form_add (appendix, "pictures", "file", "a.png", "caption", "bản đồ phường", NULL);
  composed = compose (session, pictures);
  block = composed->blocks->pdata[find_picture (composed)];
  caption = composed->blocks->pdata[find_picture (composed) + 1];
  g_assert_cmpstr (composed->fault, ==, NULL);
  g_assert_true (block->picture == mn_pictures_get (pictures, "a.png"));
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

/* Centred on a page of its appendix, in its own size, the caption below it. */
static void
test_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autofree char *path = write_picture (fixture->folder, "a.jpg", "jpeg", 600, 300, 0xff0000ff);
  MnItem          *appendix = add_appendix (session);
  g_autoptr (TestDocument) document = NULL;
  g_autoptr (TestPage)     page = NULL;
  GList                   *images;
  PopplerRectangle         box, caption;
  int                      last;

  form_add (appendix, "pictures", "file", "a.jpg", "caption", "Bản đồ phường", NULL);
  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  document = make_document (fixture);
  last = poppler_document_get_n_pages (document) - 1;
  page = poppler_document_get_page (document, last);
  images = poppler_page_get_image_mapping (page);
  g_assert_cmpuint (g_list_length (images), ==, 1);
  box = ((PopplerImageMapping *) images->data)->area;
  assert_near (600 / 150.0 * 25.4, box.x2 - box.x1, 0.5);
  assert_near (300 / 150.0 * 25.4, box.y2 - box.y1, 0.5);
  assert_near (30 + 165 / 2.0, (box.x1 + box.x2) / 2, 0.5);
  caption = find_text (document, last, "Bản đồ phường");
  g_assert_cmpfloat (caption.y1, >, box.y2 - 3);
  g_assert_cmpfloat (caption.y1, <, box.y2 + 30);
  poppler_page_free_image_mapping (images);
}

/* Who doesn't see it is told what it shows. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autofree char       *path = write_picture (fixture->folder, "a.png", "png", 60, 30, 0xff);
  MnItem                *appendix = add_appendix (session);
  g_autoptr (GBytes)     bytes = NULL;
  g_autofree char       *words = NULL;

  form_add (appendix, "pictures", "file", "a.png", "caption", "Bản đồ phường", NULL);
  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  bytes = make_bytes (fixture);
  words = dup_alternative (bytes);
  g_assert_cmpstr (words, ==, "Bản đồ phường");
}

/* A wide one takes the text's width; a tall one leaves room for the appendix's heading. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autofree char *path = write_picture (fixture->folder, "a.jpg", "jpeg", 1500, 6000, 0xff0000ff);
  MnItem          *appendix = add_appendix (session);
  g_autoptr (TestDocument) document = NULL;
  int                      last;

  form_add (appendix, "pictures", "file", "a.jpg", "caption", "Bản đồ phường", NULL);
  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  document = make_document (fixture);
  last = poppler_document_get_n_pages (document) - 1;
  find_text (document, last, "Phụ lục");
  find_text (document, last, "Bản đồ phường");
}

/* ---- pictures that are none ------------------------------------------------------------------ */

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autofree char       *path = write_bytes (fixture->folder, "a.png", "Không phải ảnh", -1);
  g_autofree char       *pdf = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autoptr (GPtrArray)  findings = NULL;
  g_autoptr (GError)     error = NULL;
  MnItem *picture = form_add (add_appendix (session), "pictures", "file", "a.png", NULL);

  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  g_assert_nonnull (fixture->composed->fault);
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpstr (mn_pages_get_fault (fixture->pages), ==, fixture->composed->fault);
  g_assert_false (mn_pages_write_pdf (fixture->pages, pdf, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "“a.png” is no picture"));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));

  findings = mn_form_check_pictures (session, pictures);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((MnFinding *) findings->pdata[0])->severity, ==, MN_FINDING_ERROR);
  g_assert_cmpstr (((MnFinding *) findings->pdata[0])->item, ==, mn_item_get_id (picture));
}

/* Who reads no files gets the place of a picture, and no paper. */
static void
test_no_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnComposed) composed = NULL;

  form_add (add_appendix (session), "pictures", "file", "a.png", NULL);
  composed = compose (session, NULL);
  g_assert_nonnull (composed->fault);
  find_picture (composed);
}

/* One that is mended is printed. */
static void
test_mended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnPictures) pictures = mn_pictures_new (fixture->folder);
  g_autoptr (GBytes)     bytes = NULL;

  form_add (add_appendix (session), "pictures", "file", "a.png", NULL);
  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  g_assert_nonnull (fixture->composed->fault);
  mn_pages_update (fixture->pages, fixture->composed);
  g_free (write_picture (fixture->folder, "a.png", "png", 300, 150, 0xff));
  g_assert_true (mn_pictures_refresh (pictures));
  mn_composed_free (fixture->composed);
  fixture->composed = compose (session, pictures);
  bytes = make_bytes (fixture);
  g_assert_cmpstr (mn_pages_get_fault (fixture->pages), ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/form-picture/composed", test_composed);
  ADD ("/form-picture/printed", test_printed);
  ADD ("/form-picture/told", test_told);
  ADD ("/form-picture/large", test_large);
  ADD ("/form-picture/no-picture", test_no_picture);
  ADD ("/form-picture/no-files", test_no_files);
  ADD ("/form-picture/mended", test_mended);
  return g_test_run ();
}
