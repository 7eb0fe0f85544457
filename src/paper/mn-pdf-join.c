#include "mn-pdf-join.h"

#include <string.h>

/* Ours are no deeper. */
#define MAX_DEPTH 16

static gboolean
is_element (qpdf_data pdf, qpdf_oh kid)
{
  return qpdf_oh_is_dictionary (pdf, kid) && qpdf_oh_has_key (pdf, kid, "/S");
}

/* ---- the tree ------------------------------------------------------------------------------- */

static void list_kids (qpdf_data pdf, qpdf_oh parent, guint depth, GArray *elements);

static void
list_kid (qpdf_data pdf, qpdf_oh kid, guint depth, GArray *elements)
{
  if (!is_element (pdf, kid))
    return;
  g_array_append_val (elements, kid);
  if (depth < MAX_DEPTH)
    list_kids (pdf, kid, depth + 1, elements);
}

/* Appends the elements below @parent in the order in which they begin. */
static void
list_kids (qpdf_data pdf, qpdf_oh parent, guint depth, GArray *elements)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, parent, "/K");

  if (!qpdf_oh_is_array (pdf, kids))
    list_kid (pdf, kids, depth, elements);
  else
    for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids); i++)
      list_kid (pdf, qpdf_oh_get_array_item (pdf, kids, i), depth, elements);
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

static void
remove_kid (qpdf_data pdf, qpdf_oh parent, qpdf_oh kid)
{
  qpdf_oh kids = get_kids (pdf, parent);
  int     id = qpdf_oh_get_object_id (pdf, kid);

  for (int i = qpdf_oh_get_array_n_items (pdf, kids) - 1; i >= 0; i--)
    if (qpdf_oh_get_object_id (pdf, qpdf_oh_get_array_item (pdf, kids, i)) == id)
      qpdf_oh_erase_item (pdf, kids, i);
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

  for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (pdf, numbers); i += 2)
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

  remove_kid (pdf, qpdf_oh_get_key (pdf, later, "/P"), later);
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, kids); i++)
    move_kid (pdf, qpdf_oh_get_array_item (pdf, kids, i), page, first);
}

static gboolean
have_one_name (qpdf_data pdf, qpdf_oh first, qpdf_oh later)
{
  g_autofree char *name = g_strdup (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, first, "/S")));

  return g_str_equal (name, qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, later, "/S")));
}

/**
 * mn_pdf_join_elements:
 * @pdf: from cairo, with the structure that a tagger made
 * @joins: which of its elements are one
 *
 * Gives what stands on a later page to the element that began on an earlier one, so that what a
 * page parts is read as one. A tree that isn't what the tagger has made stays as it is.
 */
void
mn_pdf_join_elements (qpdf_data pdf, const MnTagJoins *joins)
{
  qpdf_oh            root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));

  if (joins->pairs->len == 0 || !qpdf_oh_is_dictionary (pdf, root))
    return;
  list_kids (pdf, root, 0, elements);
  if (elements->len != joins->n_elements)
    return;
  for (guint i = 0; i < joins->pairs->len; i++)
    {
      const MnTagJoin *pair = &g_array_index (joins->pairs, MnTagJoin, i);
      qpdf_oh          first = g_array_index (elements, qpdf_oh, pair->first);
      qpdf_oh          later = g_array_index (elements, qpdf_oh, pair->later);

      if (have_one_name (pdf, first, later))
        join (pdf, first, later);
    }
}
