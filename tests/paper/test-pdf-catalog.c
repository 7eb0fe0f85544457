#include "mn-pdf-catalog.h"

#include <qpdf/qpdf-c.h>

#include "pdf-test.h"

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data          pdf = qpdf_init ();
  gsize              n_bytes;
  const char        *start;
  qpdf_oh            catalog, viewer;

  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  bytes = make_bytes (fixture);
  start = g_bytes_get_data (bytes, &n_bytes);
  g_assert_cmpint (qpdf_read_memory (pdf, "test", start, n_bytes, NULL), ==, QPDF_SUCCESS);
  catalog = qpdf_get_root (pdf);
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, catalog, "/Lang")), ==,
                   "vi-VN");
  viewer = qpdf_oh_get_key (pdf, catalog, "/ViewerPreferences");
  g_assert_true (qpdf_oh_get_bool_value (pdf, qpdf_oh_get_key (pdf, viewer, "/DisplayDocTitle")));
  g_assert_true (qpdf_oh_has_key (pdf, catalog, "/StructTreeRoot"));
  g_assert_true (qpdf_oh_has_key (pdf, catalog, "/MarkInfo"));
  g_assert_cmpint (qpdf_check_pdf (pdf), ==, QPDF_SUCCESS);
  qpdf_cleanup (&pdf);
}

/* What is no PDF, or half of one, is an error in words. */
static void
test_no_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) garbage = g_bytes_new_static ("no PDF at all", 13);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_null (mn_pdf_catalog_complete (garbage, NULL, &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (mn_pdf_catalog_complete (nothing, NULL, &second));
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/pdf-catalog/language", test_language);
  ADD ("/pdf-catalog/no-pdf", test_no_pdf);
  return g_test_run ();
}
