#include "mn-pdf-catalog.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "mn-pdf-artifact.h"
#include "mn-pdf-join.h"

/* Paper is Vietnamese whatever the program speaks. */
#define LANGUAGE "vi-VN"

static gboolean
has_failed (qpdf_data pdf, GError **error)
{
  if (!qpdf_has_error (pdf))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF can't be made: %s"),
               qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
  return TRUE;
}

static void
add_entries (qpdf_data pdf)
{
  qpdf_oh catalog = qpdf_get_root (pdf);
  qpdf_oh viewer = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_replace_key (pdf, catalog, "/Lang", qpdf_oh_new_unicode_string (pdf, LANGUAGE));
  qpdf_oh_replace_key (pdf, viewer, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  qpdf_oh_replace_key (pdf, catalog, "/ViewerPreferences", viewer);
}

/* The stream's length is written anew; so is the way in which it is compressed. */
static void
mark_page (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh  contents = qpdf_oh_get_key (pdf, page, "/Contents");
  qpdf_oh  null = qpdf_oh_new_null (pdf);
  guchar  *bytes = NULL;
  size_t   n_bytes = 0;
  GString *marked = NULL;

  if (qpdf_oh_is_stream (pdf, contents) &&
      qpdf_oh_get_stream_data (pdf, contents, qpdf_dl_generalized, NULL, &bytes, &n_bytes) <
          QPDF_ERRORS)
    marked = mn_pdf_mark_artifacts ((const char *) bytes, n_bytes);
  if (marked != NULL)
    {
      qpdf_oh_replace_stream_data (pdf, contents, (const guchar *) marked->str, marked->len, null,
                                   null);
      g_string_free (marked, TRUE);
    }
  free (bytes);
}

static void
mark_artifacts (qpdf_data pdf)
{
  int n_pages = qpdf_get_num_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    mark_page (pdf, qpdf_get_page_n (pdf, (size_t) i));
}

/* Other streams stay as they are; the file's id comes from what it holds. */
static GBytes *
write_out (qpdf_data pdf, GError **error)
{
  if (qpdf_init_write_memory (pdf) >= QPDF_ERRORS)
    {
      has_failed (pdf, error);
      return NULL;
    }
  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_compress_streams (pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  if (qpdf_write (pdf) >= QPDF_ERRORS || qpdf_has_error (pdf))
    {
      has_failed (pdf, error);
      return NULL;
    }
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

/**
 * mn_pdf_catalog_complete:
 * @pdf: from cairo
 * @joins: (nullable): which elements of its structure are one
 * @error: return location
 *
 * Adds what cairo 1.16 doesn't write: the language, that a window bears the document's title
 * instead of the file's name, which marks on a page are no part of the document, and that what a
 * page's end parts is one. The same bytes give the same bytes.
 *
 * Returns: (transfer full): the whole, or %NULL
 */
GBytes *
mn_pdf_catalog_complete (GBytes *pdf, const MnTagJoins *joins, GError **error)
{
  qpdf_data   data = qpdf_init ();
  gsize       n_bytes;
  const char *bytes = g_bytes_get_data (pdf, &n_bytes);
  GBytes     *result = NULL;

  qpdf_silence_errors (data);
  qpdf_set_suppress_warnings (data, QPDF_TRUE);
  if (qpdf_read_memory (data, "PDF", bytes, n_bytes, NULL) < QPDF_ERRORS)
    {
      add_entries (data);
      mark_artifacts (data);
      if (joins != NULL)
        mn_pdf_join_elements (data, joins);
      result = write_out (data, error);
    }
  else
    has_failed (data, error);
  qpdf_cleanup (&data);
  return result;
}
