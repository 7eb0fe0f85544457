#include "mn-pdf-artifact.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "pdf-test.h"

static void
assert_marked (const char *content, const char *expected)
{
  g_autoptr (GString) marked = mn_pdf_mark_artifacts (content, strlen (content));

  if (expected == NULL)
    g_assert_null (marked);
  else
    {
      g_assert_nonnull (marked);
      g_assert_cmpstr (marked->str, ==, expected);
    }
}

/* A page number, a line between two paragraphs, lines that follow one another. */
static void
test_marks (void)
{
  assert_marked ("q\nBT\n(2)Tj\nET\nQ\n", "q\n/Artifact BMC\nBT\n(2)Tj\nET\nQ\nEMC\n");
  assert_marked ("/P << /MCID 0 >> BDC\nBT (a)Tj ET EMC\n0.6 w\n10 M 1 2 m 3 2 l S\n"
                 "/P << /MCID 1 >> BDC\nBT (b)Tj ET\nEMC\n",
                 "/P << /MCID 0 >> BDC\nBT (a)Tj ET EMC\n0.6 w\n10 M /Artifact BMC\n"
                 "1 2 m 3 2 l S\nEMC\n/P << /MCID 1 >> BDC\nBT (b)Tj ET\nEMC\n");
  assert_marked ("1 2 m 3 2 l S 1 w 4 5 6 7 re f\n/x5 Do",
                 "/Artifact BMC\n1 2 m 3 2 l S 1 w 4 5 6 7 re f\n/x5 Do\nEMC\n");
}

/* What is marked already, and a path that only clips. */
static void
test_nothing_to_mark (void)
{
  assert_marked ("", NULL);
  assert_marked ("q 1 2 3 4 re W n Q\n", NULL);
  assert_marked ("/P << /MCID 0 /X true >> BDC 1 2 m 3 4 l S BT (a)Tj ET EMC\n", NULL);
  assert_marked ("/H1 BMC /Span BMC BT ET EMC 1 2 3 4 re f EMC 5 w\n", NULL);
}

/* Letters in strings, comments and names are no operators. */
static void
test_operands (void)
{
  assert_marked ("/P BMC BT (ET EMC \\) BT (S))Tj <424D43>Tj [(EMC)-3<45>]TJ /S gs % EMC S\n"
                 "ET EMC\n",
                 NULL);
  assert_marked ("/BT gs (1 2 m S) pop BT ET", "/BT gs (1 2 m S) pop /Artifact BMC\nBT ET\nEMC\n");
}

/* Rather no marks than wrong ones. */
static void
test_odd_content (void)
{
  assert_marked ("BT (2)Tj /P BMC (a)Tj EMC ET\n", NULL);
  assert_marked ("BT ET EMC\n", NULL);
  assert_marked ("BT ET /P BMC\n", NULL);
  assert_marked ("BT ET BI /W 1 ID \377\001EMC EI\n", NULL);
  assert_marked ("BT (\\", NULL);
  assert_marked ("BT (((", NULL);
}

/* Cut at every byte: no byte beyond the end is read, none is lost. */
static void
test_cut (void)
{
  static const char whole[] = "/P << /MCID 0 >> BDC\nBT (a\\)(b))Tj <00ff>Tj ET EMC 1 2 m 3 2 l S "
                              "/P BMC [(b)-3(c)]TJ EMC /x Do % end";

  for (gsize n = 0; n <= strlen (whole); n++)
    {
      g_autofree char    *cut = g_memdup2 (whole, n);
      g_autoptr (GString) marked = mn_pdf_mark_artifacts (cut, n);

      if (marked == NULL)
        continue;
      g_string_replace (marked, "/Artifact BMC\n", "", 0);
      g_string_replace (marked, "\nEMC\n", "", 0);
      g_string_replace (marked, "EMC\n", "", 0);
      g_assert_cmpmem (marked->str, marked->len, whole, n);
    }
}

/* ---- whole documents ------------------------------------------------------------------------ */

static char *
dup_content (qpdf_data pdf, int page)
{
  guchar *bytes = NULL;
  size_t  n_bytes = 0;
  char   *content;

  g_assert_cmpint (
      qpdf_oh_get_page_content_data (pdf, qpdf_get_page_n (pdf, (size_t) page), &bytes, &n_bytes),
      ==, QPDF_SUCCESS);
  content = g_strndup ((const char *) bytes, n_bytes);
  free (bytes);
  return content;
}

/* cairo ends a line with each operator that draws or marks. */
static guint
count_artifacts (const char *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  guint          depth = 0, n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], "BDC") || g_str_has_suffix (lines[i], "BMC"))
      {
        g_assert_cmpuint (depth++, ==, 0);
        n += g_str_has_suffix (lines[i], "/Artifact BMC") ? 1 : 0;
      }
    else if (g_str_equal (lines[i], "EMC"))
      g_assert_cmpuint (depth--, ==, 1);
    else if (g_str_has_suffix (lines[i], "BT") || g_str_has_suffix (lines[i], " S"))
      g_assert_cmpuint (depth, ==, 1);
  g_assert_cmpuint (depth, ==, 0);
  return n;
}

/* Nothing on any page is drawn unmarked: lines, grids, page numbers, headings of tables repeated;
 * and the document reads as it did. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes)       bytes = NULL;
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *text = NULL;
  qpdf_data                pdf = qpdf_init ();
  gsize                    n_bytes;
  const char              *start;

  add_letterhead (fixture->composed);
  add_title (fixture->composed);
  add_table (fixture->composed, 60, "Rà soát, tham mưu ban hành kế hoạch tuyên truyền");
  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  add_signature (fixture->composed);
  bytes = make_bytes (fixture);
  start = g_bytes_get_data (bytes, &n_bytes);
  g_assert_cmpint (qpdf_read_memory (pdf, "test", start, n_bytes, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_get_num_pages (pdf), >, 2);
  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      g_autofree char *content = dup_content (pdf, i);

      g_assert_cmpuint (count_artifacts (content), >, 0);
    }
  g_assert_cmpint (qpdf_check_pdf (pdf), ==, QPDF_SUCCESS);
  qpdf_cleanup (&pdf);
  document = open_bytes (bytes);
  text = dup_page_text (document, 1);
  g_assert_true (g_str_has_prefix (text, "2\nTT\nNội dung nhiệm vụ"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-artifact/marks", test_marks);
  g_test_add_func ("/pdf-artifact/nothing-to-mark", test_nothing_to_mark);
  g_test_add_func ("/pdf-artifact/operands", test_operands);
  g_test_add_func ("/pdf-artifact/odd-content", test_odd_content);
  g_test_add_func ("/pdf-artifact/cut", test_cut);
  g_test_add ("/pdf-artifact/document", Fixture, NULL, set_up, test_document, tear_down);
  return g_test_run ();
}
