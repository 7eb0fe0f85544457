#include "make.h"
#include "mn-document.h"
#include "mn-error.h"
#include "random-edits.h"

#define NOW "2026-04-15T08:30:00+07:00"

static MnDocument *
new_document (void)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);
  g_autoptr (MnItem)  root = mn_session_new ();

  return mn_document_new (root, clock);
}

static MnDocument *
new_copy (MnDocument *document)
{
  g_autoptr (MnItem) root = mn_item_copy (mn_document_get_root (document), MN_COPY_SAME_IDS);

  return mn_document_new (root, mn_document_get_clock (document));
}

/* Through bytes, as a journal does it. */
static GVariant *
pass (MnDocument *document, guint max_groups, MnPastSize *n_left)
{
  g_autoptr (GVariant) past = mn_document_dup_past (document, max_groups, n_left);
  g_autoptr (GBytes)   bytes = g_variant_get_data_as_bytes (past);

  return g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (MN_DOCUMENT_PAST_TYPE), bytes, FALSE));
}

static MnDocument *
make_again (MnDocument *document, guint max_groups)
{
  MnDocument          *again = new_copy (document);
  MnPastSize           n_left;
  g_autoptr (GVariant) past = pass (document, max_groups, &n_left);
  g_autoptr (GError)   error = NULL;

  g_assert_true (mn_document_take_past (again, past, &error));
  g_assert_no_error (error);
  return again;
}

static void
assert_same (MnDocument *a, MnDocument *b)
{
  GListModel *bin = mn_document_get_bin (a), *other_bin = mn_document_get_bin (b);

  g_assert_true (mn_item_equal (mn_document_get_root (a), mn_document_get_root (b)));
  g_assert_cmpstr (mn_document_get_undo_name (a), ==, mn_document_get_undo_name (b));
  g_assert_cmpstr (mn_document_get_redo_name (a), ==, mn_document_get_redo_name (b));
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, g_list_model_get_n_items (other_bin));
  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);
      g_autoptr (MnRemoved) other = g_list_model_get_item (other_bin, i);

      g_assert_true (mn_item_equal (mn_removed_get_item (removed), mn_removed_get_item (other)));
    }
}

static void
fill (MnDocument *document, guint32 seed, guint n)
{
  RandomEdits edits;

  random_begin (&edits, document, seed);
  for (guint i = 0; i < n; i++)
    {
      random_edit (&edits, document);
      mn_clock_advance (mn_document_get_clock (document), 300);
    }
  random_end (&edits, document);
}

/* Undone to the beginning and redone to the end, both go through the same. */
static void
test_same_ways (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (MnDocument) document = new_document ();
      g_autoptr (MnDocument) again = NULL;

      fill (document, seed, 300);
      for (guint i = 0; i < seed % 7; i++)
        mn_document_undo (document);
      again = make_again (document, G_MAXUINT);
      assert_same (document, again);
      while (mn_document_redo (document))
        {
          g_assert_true (mn_document_redo (again));
          assert_same (document, again);
        }
      while (mn_document_undo (document))
        {
          g_assert_true (mn_document_undo (again));
          assert_same (document, again);
        }
      g_assert_false (mn_document_can_undo (again));
    }
}

static void
set_title (MnDocument *document, const char *title)
{
  MnItem *general = mn_session_get_general (mn_document_get_root (document));

  g_assert_true (mn_document_set (document, general, "title", title, NULL));
}

/* Only the nearest are kept; how many aren't is told. */
static void
test_limit (void)
{
  g_autoptr (MnDocument) document = new_document (), again = NULL;
  g_autoptr (GVariant)   past = NULL;
  MnPastSize             n_left = { 0 }, size;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      set_title (document, title);
    }
  for (guint i = 0; i < 4; i++)
    mn_document_undo (document);
  past = pass (document, 3, &n_left);
  g_assert_cmpuint (n_left.undo, ==, 3);
  g_assert_cmpuint (n_left.redo, ==, 1);
  again = make_again (document, 3);
  size = mn_document_get_past_size (again);
  g_assert_cmpuint (size.undo, ==, 3);
  g_assert_cmpuint (size.redo, ==, 3);
  g_assert_true (mn_document_redo (document));
  g_assert_true (mn_document_redo (again));
  assert_same (document, again);
}

/* A group that has begun goes on, and is one step for undo. */
static void
test_open_group (void)
{
  g_autoptr (MnDocument) document = new_document (), again = NULL;

  set_title (document, "một");
  mn_document_begin (document, "nhóm");
  set_title (document, "hai");
  again = make_again (document, 10);
  g_assert_true (mn_document_is_in_group (again));
  set_title (again, "ba");
  mn_document_end (again);
  g_assert_cmpstr (mn_document_get_undo_name (again), ==, "nhóm");
  g_assert_true (mn_document_undo (again));
  mn_document_end (document);
  mn_document_undo (document);
  g_assert_true (mn_item_equal (mn_document_get_root (again), mn_document_get_root (document)));
}

/* What doesn't fit the items, and what lies behind it, can't be undone; the rest can. */
static void
test_other_items (void)
{
  g_autoptr (MnDocument) document = new_document (), again = NULL;
  g_autoptr (GVariant)   past = NULL;
  MnPastSize             n_left, size;

  set_title (document, "một");
  set_title (document, "hai");
  past = pass (document, 10, &n_left);
  set_title (document, "ba");
  again = new_copy (document);
  g_assert_true (mn_document_take_past (again, past, NULL));
  size = mn_document_get_past_size (again);
  g_assert_cmpuint (size.undo, ==, 0);
}

static void
test_wrong_type (void)
{
  g_autoptr (MnDocument) document = new_document ();
  g_autoptr (GVariant)   past = g_variant_ref_sink (g_variant_new_string ("x"));
  g_autoptr (GError)     error = NULL;

  g_assert_false (mn_document_take_past (document, past, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
  g_assert_false (mn_document_has_past (document));
}

static void
take_damaged (MnDocument *document, const guint8 *bytes, gsize n)
{
  g_autoptr (MnDocument) again = new_copy (document);
  g_autoptr (GBytes)     owned = g_bytes_new (bytes, n);
  g_autoptr (GVariant)   past = g_variant_ref_sink (
        g_variant_new_from_bytes (G_VARIANT_TYPE (MN_DOCUMENT_PAST_TYPE), owned, FALSE));

  if (!g_variant_is_normal_form (past))
    return;
  mn_document_take_past (again, past, NULL);
  while (mn_document_undo (again))
    {
    }
  while (mn_document_redo (again))
    {
    }
}

/* Whatever the bytes are, nothing is undone that can't be. */
static void
test_damaged (void)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (4);
  g_autoptr (MnDocument) document = new_document ();
  g_autoptr (GVariant)   past = NULL;
  MnPastSize             n_left;
  gsize                  n;
  const guint8          *bytes;

  fill (document, 9, 60);
  past = pass (document, 100, &n_left);
  bytes = g_variant_get_data (past);
  n = g_variant_get_size (past);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (bytes, n);

      damaged[g_rand_int_range (rand, 0, (int) n)] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      take_damaged (document, damaged, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/past/same-ways", test_same_ways);
  g_test_add_func ("/document/past/limit", test_limit);
  g_test_add_func ("/document/past/open-group", test_open_group);
  g_test_add_func ("/document/past/other-items", test_other_items);
  g_test_add_func ("/document/past/wrong-type", test_wrong_type);
  g_test_add_func ("/document/past/damaged", test_damaged);
  return g_test_run ();
}
