#include "mn-pdf-join.h"

#include "pdf-test.h"

/* The file itself: every mark on a page leads to its element, and that back to the mark. */

static qpdf_data
open_pdf (GBytes *bytes)
{
  qpdf_data   pdf = qpdf_init ();
  gsize       n_bytes;
  const char *start = g_bytes_get_data (bytes, &n_bytes);

  g_assert_cmpint (qpdf_read_memory (pdf, "test", start, n_bytes, NULL), ==, QPDF_SUCCESS);
  return pdf;
}

static void
add_long_text (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 30; i++)
    g_string_append (text, SENTENCE);
  add_string (fixture->composed, MN_ROLE_BODY, text->str);
  add_table (fixture->composed, 1, text->str);
  g_string_free (text, TRUE);
}

static qpdf_oh
get_parent_tree (qpdf_data pdf)
{
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");

  return qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, root, "/ParentTree"), "/Nums");
}

/* Whether @kid is the content @mark of @page, if numbers alone mean the page @own. */
static gboolean
is_mark (qpdf_data pdf, qpdf_oh kid, qpdf_oh own, int page, int mark)
{
  if (qpdf_oh_is_dictionary (pdf, kid) && qpdf_oh_has_key (pdf, kid, "/MCID"))
    {
      own = qpdf_oh_get_key (pdf, kid, "/Pg");
      kid = qpdf_oh_get_key (pdf, kid, "/MCID");
    }
  return qpdf_oh_is_integer (pdf, kid) && qpdf_oh_get_int_value (pdf, kid) == mark &&
         qpdf_oh_get_object_id (pdf, own) == page;
}

static gboolean
holds_mark (qpdf_data pdf, qpdf_oh element, int page, int mark)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, element, "/K");
  qpdf_oh own = qpdf_oh_get_key (pdf, element, "/Pg");

  if (!qpdf_oh_is_array (pdf, kids))
    return is_mark (pdf, kids, own, page, mark);
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids); i++)
    if (is_mark (pdf, qpdf_oh_get_array_item (pdf, kids, i), own, page, mark))
      return TRUE;
  return FALSE;
}

/* How many marks there are; each is held by the element that the page says. */
static int
check_page (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh numbers = get_parent_tree (pdf);
  qpdf_oh number = qpdf_oh_get_key (pdf, page, "/StructParents");
  int     i = 0, n;
  qpdf_oh parents;

  while (qpdf_oh_get_int_value (pdf, qpdf_oh_get_array_item (pdf, numbers, i)) !=
         qpdf_oh_get_int_value (pdf, number))
    i += 2;
  parents = qpdf_oh_get_array_item (pdf, numbers, i + 1);
  n = qpdf_oh_get_array_n_items (pdf, parents);
  for (int mark = 0; mark < n; mark++)
    g_assert_true (holds_mark (pdf, qpdf_oh_get_array_item (pdf, parents, mark),
                               qpdf_oh_get_object_id (pdf, page), mark));
  return n;
}

static void
test_parents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  qpdf_data          pdf;
  int                n_marks = 0, n_pages;
  qpdf_oh            root, document;

  add_long_text (fixture);
  bytes = make_bytes (fixture);
  pdf = open_pdf (bytes);
  n_pages = qpdf_get_num_pages (pdf);
  g_assert_cmpint (n_pages, >, 4);
  for (int i = 0; i < n_pages; i++)
    n_marks += check_page (pdf, qpdf_get_page_n (pdf, (size_t) i));
  g_assert_cmpint (n_marks, >, n_pages);
  root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  document = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, root, "/K"), 0);
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, qpdf_oh_get_key (pdf, document, "/K")), ==, 2);
  g_assert_cmpint (qpdf_check_pdf (pdf), ==, QPDF_SUCCESS);
  qpdf_cleanup (&pdf);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnPages) other = new_pages ();
  g_autoptr (GBytes)  first = NULL;
  g_autoptr (GBytes)  again = NULL;
  g_autoptr (GBytes)  others = NULL;

  add_long_text (fixture);
  first = make_bytes (fixture);
  again = make_bytes (fixture);
  mn_pages_update (other, fixture->composed);
  others = mn_pages_to_pdf (other, NULL);
  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (g_bytes_equal (first, others));
}

/* Pairs that can't be of this tree change nothing. */
static void
test_other_tree (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnTagJoins) joins = g_new0 (MnTagJoins, 1);
  const MnTagElement     elements[] = { { 0, 0, 7 }, { 0, 0, 0 }, { 0, 1, 0 } };
  const MnTagJoin        pair = { 1, 2 };
  g_autoptr (GBytes)     bytes = NULL;
  qpdf_data              pdf;
  qpdf_oh                root, document;

  joins->pairs = g_array_new (FALSE, FALSE, sizeof (MnTagJoin));
  g_array_append_val (joins->pairs, pair);
  joins->figures = g_array_new (FALSE, FALSE, sizeof (MnTagFigure));
  joins->elements = g_array_new (FALSE, FALSE, sizeof (MnTagElement));
  g_array_append_vals (joins->elements, elements, G_N_ELEMENTS (elements));
  for (int i = 0; i < 3; i++)
    add_string (fixture->composed, MN_ROLE_BODY, i == 1 ? "Hai." : SENTENCE);
  bytes = make_bytes (fixture);
  pdf = open_pdf (bytes);
  root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  document = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, root, "/K"), 0);
  mn_pdf_join_elements (pdf, joins);
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, qpdf_oh_get_key (pdf, document, "/K")), ==, 3);
  g_array_index (joins->elements, MnTagElement, 0).n_kids = 3;
  mn_pdf_join_elements (pdf, joins);
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf, qpdf_oh_get_key (pdf, document, "/K")), ==, 2);
  qpdf_cleanup (&pdf);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/pdf-join/parents", test_parents);
  ADD ("/pdf-join/same-bytes", test_same_bytes);
  ADD ("/pdf-join/other-tree", test_other_tree);
  return g_test_run ();
}
