#include "mn-pdf-join.h"

#include <string.h>

static gboolean
is_element (qpdf_data pdf, qpdf_oh kid)
{
  return qpdf_oh_is_dictionary (pdf, kid) && qpdf_oh_has_key (pdf, kid, "/S");
}

/* ---- the tree ------------------------------------------------------------------------------- */

/* Kid @i of the @n that @parent has: a single one isn't in an array. Null if there are others. */
static qpdf_oh
get_kid (qpdf_data pdf, qpdf_oh parent, guint i, guint n)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, parent, "/K");

  if (!qpdf_oh_is_array (pdf, kids))
    return n == 1 ? kids : qpdf_oh_new_null (pdf);
  if (qpdf_oh_get_array_n_items (pdf, kids) != (int) n)
    return qpdf_oh_new_null (pdf);
  return qpdf_oh_get_array_item (pdf, kids, (int) i);
}

/* The element that the tagger has counted as @i; null where the tree isn't the tagger's. */
static qpdf_oh
find_element (qpdf_data pdf, const MnTagJoins *joins, guint i)
{
  const MnTagElement *about = &g_array_index (joins->elements, MnTagElement, i);
  const MnTagElement *holder = &g_array_index (joins->elements, MnTagElement, about->holder);
  qpdf_oh             root, element;

  if (i == 0)
    {
      root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
      element = qpdf_oh_is_dictionary (pdf, root) ? get_kid (pdf, root, 0, 1)
                                                  : qpdf_oh_new_null (pdf);
    }
  else
    {
      element = find_element (pdf, joins, about->holder);
      if (is_element (pdf, element))
        element = get_kid (pdf, element, about->position, holder->n_kids);
    }
  return is_element (pdf, element) ? element : qpdf_oh_new_null (pdf);
}

/* The kids of an element as an array, which they are only if there are several. */
static qpdf_oh
get_kids (qpdf_data pdf, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, element, "/K");

  if (qpdf_oh_is_array (pdf, kids))
    return kids;
  kids = qpdf_oh_is_null (pdf, kids) ? qpdf_oh_new_array (pdf) : qpdf_oh_wrap_in_array (pdf, kids);
  qpdf_oh_replace_key (pdf, element, "/K", kids);
  return kids;
}

/* ---- which element a page's marked content is of -------------------------------------------- */

/* The elements of a page by the numbers of what is marked there (ISO 32000-1, 14.7.4.4). */
static qpdf_oh
get_parents (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh   root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  qpdf_oh   tree = qpdf_oh_get_key (pdf, root, "/ParentTree");
  qpdf_oh   numbers = qpdf_oh_get_key (pdf, tree, "/Nums");
  long long number = qpdf_oh_get_int_value (pdf, qpdf_oh_get_key (pdf, page, "/StructParents"));

  int n = qpdf_oh_get_array_n_items (pdf, numbers);

  /* They are in order: mostly it is where it would be if none were left out. */
  for (int i = (int) CLAMP (2 * number, 0, MAX (0, n - 2)); i >= 0 && i + 1 < n; i -= 2)
    if (qpdf_oh_get_int_value (pdf, qpdf_oh_get_array_item (pdf, numbers, i)) == number)
      return qpdf_oh_get_array_item (pdf, numbers, i + 1);
  return qpdf_oh_new_null (pdf);
}

static void
set_parent (qpdf_data pdf, qpdf_oh page, int mark, qpdf_oh element)
{
  qpdf_oh parents = get_parents (pdf, page);

  if (qpdf_oh_is_array (pdf, parents) && mark >= 0 &&
      mark < qpdf_oh_get_array_n_items (pdf, parents))
    qpdf_oh_set_array_item (pdf, parents, mark, element);
}

/* ---- joining -------------------------------------------------------------------------------- */

/* Marked content of another page than the element's has to name it. */
static qpdf_oh
new_reference (qpdf_data pdf, qpdf_oh page, qpdf_oh mark)
{
  qpdf_oh reference = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_replace_key (pdf, reference, "/Type", qpdf_oh_new_name (pdf, "/MCR"));
  qpdf_oh_replace_key (pdf, reference, "/Pg", page);
  qpdf_oh_replace_key (pdf, reference, "/MCID", mark);
  return reference;
}

static void
move_kid (qpdf_data pdf, qpdf_oh kid, qpdf_oh page, qpdf_oh first)
{
  if (qpdf_oh_is_integer (pdf, kid))
    {
      set_parent (pdf, page, qpdf_oh_get_int_value_as_int (pdf, kid), first);
      kid = new_reference (pdf, page, kid);
    }
  else if (is_element (pdf, kid))
    qpdf_oh_replace_key (pdf, kid, "/P", first);
  else if (qpdf_oh_is_dictionary (pdf, kid) && !qpdf_oh_has_key (pdf, kid, "/Pg"))
    qpdf_oh_replace_key (pdf, kid, "/Pg", page);
  qpdf_oh_append_item (pdf, get_kids (pdf, first), kid);
}

static void
join (qpdf_data pdf, qpdf_oh first, qpdf_oh later)
{
  qpdf_oh page = qpdf_oh_get_key (pdf, later, "/Pg");
  qpdf_oh kids = get_kids (pdf, later);

  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids); i++)
    move_kid (pdf, qpdf_oh_get_array_item (pdf, kids, i), page, first);
}

/* A pair and what holds the later one, in the tree. */
typedef struct
{
  qpdf_oh first, later, holder;
  guint   position;
} Pair;

static gboolean
have_one_name (qpdf_data pdf, qpdf_oh first, qpdf_oh later)
{
  g_autofree char *name = g_strdup (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, first, "/S")));

  return g_str_equal (name, qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, later, "/S")));
}

/* All of the pairs, or FALSE. */
static gboolean
find_pairs (qpdf_data pdf, const MnTagJoins *joins, GArray *pairs)
{
  for (guint i = 0; i < joins->pairs->len; i++)
    {
      const MnTagJoin    *wanted = &g_array_index (joins->pairs, MnTagJoin, i);
      const MnTagElement *later = &g_array_index (joins->elements, MnTagElement, wanted->later);
      const Pair          pair = { find_element (pdf, joins, wanted->first),
                                   find_element (pdf, joins, wanted->later),
                                   find_element (pdf, joins, later->holder), later->position };

      if (qpdf_oh_is_null (pdf, pair.first) || qpdf_oh_is_null (pdf, pair.later) ||
          !have_one_name (pdf, pair.first, pair.later))
        return FALSE;
      g_array_append_val (pairs, pair);
    }
  return TRUE;
}

static void
describe_figures (qpdf_data pdf, const MnTagJoins *joins)
{
  for (guint i = 0; i < joins->figures->len; i++)
    {
      const MnTagFigure *figure = &g_array_index (joins->figures, MnTagFigure, i);
      qpdf_oh            element = find_element (pdf, joins, figure->element);

      if (qpdf_oh_is_dictionary (pdf, element))
        qpdf_oh_replace_key (pdf, element, "/Alt", qpdf_oh_new_unicode_string (pdf, figure->words));
    }
}

/**
 * mn_pdf_join_elements:
 * @pdf: from cairo, with the structure that a tagger made
 * @joins: which of its elements are one
 *
 * Gives what stands on a later page to the element that began on an earlier one, so that what a
 * page parts is read as one, and says what pictures show. A tree that isn't what the tagger has
 * made stays as it is.
 */
void
mn_pdf_join_elements (qpdf_data pdf, const MnTagJoins *joins)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  describe_figures (pdf, joins);
  if (!find_pairs (pdf, joins, pairs))
    return;
  /* From the end on, so that the others keep their places. */
  for (guint i = pairs->len; i > 0; i--)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i - 1);

      qpdf_oh_erase_item (pdf, get_kids (pdf, pair->holder), (int) pair->position);
    }
  for (guint i = 0; i < pairs->len; i++)
    join (pdf, g_array_index (pairs, Pair, i).first, g_array_index (pairs, Pair, i).later);
}
