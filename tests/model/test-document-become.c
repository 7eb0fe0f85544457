#include "mn-codec.h"
#include "mn-document.h"

#include "make.h"
#include "random-tree.h"

#define NOW "2026-04-15T08:00:00+07:00"

/* What a journal would hold: the steps as bytes. */
typedef struct
{
  MnStepType type;
  GVariant  *edit; /* (owned) (nullable) */
  char      *name; /* (owned) */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->edit, g_variant_unref);
  g_free (kept->name);
  g_free (kept);
}

static void
keep_cb (GPtrArray *journal, const MnStep *step, MnDocument *document)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->type = step->type;
  if (step->edit != NULL)
    kept->edit = g_variant_ref_sink (mn_edit_to_variant (step->edit));
  kept->name = g_strdup (step->name);
  g_ptr_array_add (journal, kept);
}

static void
replay (MnDocument *document, GPtrArray *journal)
{
  for (guint i = 0; i < journal->len; i++)
    {
      Kept              *kept = journal->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MnEdit) edit = kept->edit != NULL ? mn_edit_from_variant (kept->edit, &error)
                                                   : NULL;

      g_assert_no_error (error);
      mn_document_replay (document, &(MnStep){ kept->type, edit, kept->name, FALSE }, &error);
      g_assert_no_error (error);
    }
}

static void
expect_same (MnDocument *document, MnItem *wanted)
{
  g_assert_true (mn_item_equal (mn_document_get_root (document), wanted));
}

static gboolean
is_not_in_document (MnItem *item, gpointer document)
{
  return mn_document_find (document, mn_item_get_id (item)) == NULL;
}

/* Nothing lies in the bin that is in the document, so that all of it can be restored. */
static void
expect_clean_bin (MnDocument *document)
{
  GListModel *bin = mn_document_get_bin (document);

  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);

      g_assert_true (mn_item_walk (mn_removed_get_item (removed), is_not_in_document, document));
    }
}

static void
check_pair (MnItem *a, MnItem *b)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed (NOW);
  g_autoptr (MnItem)     root = mn_item_copy (a, MN_COPY_SAME_IDS);
  g_autoptr (MnItem)     copy = mn_item_copy (a, MN_COPY_SAME_IDS);
  g_autoptr (MnDocument) document = mn_document_new (root, clock);
  g_autoptr (MnDocument) again = mn_document_new (copy, clock);
  g_autoptr (GPtrArray)  journal = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GError)     error = NULL;

  g_signal_connect_swapped (document, "stepped", G_CALLBACK (keep_cb), journal);
  mn_document_become (document, b, "Bring back", &error);
  g_assert_no_error (error);
  g_signal_handlers_disconnect_by_data (document, journal);
  expect_same (document, b);
  expect_clean_bin (document);
  replay (again, journal);
  expect_same (again, b);
  if (!mn_item_equal (a, b))
    {
      g_assert_cmpstr (mn_document_get_undo_name (document), ==, "Bring back");
      g_assert_true (mn_document_undo (document));
    }
  g_assert_false (mn_document_can_undo (document));
  expect_same (document, a);
  g_assert_cmpuint (g_list_model_get_n_items (mn_document_get_bin (document)), ==, 0);
  mn_document_redo (document);
  expect_same (document, b);
}

static void
test_random_pairs (void)
{
  g_autoptr (MnItem) empty = mn_session_new ();

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (MnItem) base = random_version (empty, seed, 120);
      g_autoptr (MnItem) a = random_version (base, 1000 + seed, seed % 60);
      g_autoptr (MnItem) b = random_version (base, 2000 + seed, seed % 90);

      check_pair (a, b);
      check_pair (a, empty);
      check_pair (empty, b);
    }
}

static void
test_same_is_nothing (void)
{
  g_autoptr (MnItem) empty = mn_session_new ();
  g_autoptr (MnItem) version = random_version (empty, 7, 200);

  check_pair (version, version);
}

typedef struct
{
  MnClock    *clock;
  MnDocument *document;
  MnItem     *root, *record; /* (borrowed) */
  MnItem     *other;         /* (owned) */
  guint       n_edits;
  MnEditType  last;
} Fixture;

static void
count_cb (Fixture *self, MnEdit *edit, MnDocument *document)
{
  self->n_edits++;
  self->last = edit->type;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_session_new ();

  self->clock = mn_clock_new_fixed (NOW);
  self->record = mn_session_get_record (root);
  for (guint i = 0; i < 100; i++)
    put (self->record, "proposals", make ("proposal", "text", "Một đề nghị dài", NULL));
  self->other = mn_item_copy (root, MN_COPY_SAME_IDS);
  self->document = mn_document_new (root, self->clock);
  self->root = root;
  g_signal_connect_swapped (self->document, "edited", G_CALLBACK (count_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->document);
  g_clear_object (&self->other);
  mn_clock_unref (self->clock);
}

static void
become (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mn_document_become (self->document, self->other, "x", &error);
  g_assert_no_error (error);
  expect_same (self->document, self->other);
}

static void
test_one_move (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem)     copy = g_steal_pointer (&self->other);
  g_autoptr (MnDocument) other = mn_document_new (copy, self->clock);
  MnItem                *first = mn_item_get_child (mn_session_get_record (copy), "proposals", 0);

  g_assert_true (mn_document_move (other, first, 99, NULL));
  self->other = mn_item_copy (copy, MN_COPY_SAME_IDS);
  become (self);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->last, ==, MN_EDIT_MOVE);
}

static void
test_one_splice (Fixture *self, gconstpointer data)
{
  MnItem *third = mn_item_get_child (mn_session_get_record (self->other), "proposals", 2);
  g_autoptr (MnText) text = mn_text_new ("Một đề nghị rất dài");

  mn_item_set_rich (third, "text", text);
  become (self);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->last, ==, MN_EDIT_SPLICE);
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  mn_item_add_foreign (self->other, NULL, TRUE, " x:a=\"1\"");
  become (self);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (self->last, ==, MN_EDIT_FOREIGN);
  g_assert_true (mn_document_undo (self->document));
  g_assert_true (mn_item_get_foreign (self->root) == NULL);
}

static void
expect_refused (Fixture *self, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) before = mn_item_copy (self->root, MN_COPY_SAME_IDS);

  g_assert_false (mn_document_become (self->document, self->other, "x", &error));
  g_assert_error (error, MN_ERROR, code);
  expect_same (self->document, before);
  g_assert_false (mn_document_can_undo (self->document));
}

static void
test_refuses_strangers (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) thief = NULL;

  g_set_object (&self->other, NULL);
  self->other = mn_session_new ();
  expect_refused (self, MN_ERROR_PLACE);
  g_set_object (&self->other, NULL);
  self->other = mn_item_copy (self->root, MN_COPY_SAME_IDS);
  thief = mn_item_new_with_id (mn_kind_find ("vote"), mn_item_get_id (self->record));
  mn_item_add (mn_session_get_record (self->other), "votes", thief);
  expect_refused (self, MN_ERROR_PLACE);
}

static void
test_refuses_read_only (Fixture *self, gconstpointer data)
{
  mn_document_set_read_only (self->document, TRUE);
  expect_refused (self, MN_ERROR_READ_ONLY);
}

/* What was made later keeps its place in the bin; an undo takes it out again. */
static void
test_bin (Fixture *self, gconstpointer data)
{
  MnItem     *last = mn_item_get_child (mn_session_get_record (self->other), "proposals", 99);
  GListModel *bin = mn_document_get_bin (self->document);
  g_autoptr (MnDocument) other = mn_document_new (self->other, self->clock);
  g_autoptr (MnRemoved)  removed = NULL;

  g_assert_true (mn_document_remove (other, last, NULL));
  g_assert_true (mn_document_become (
      self->document, last = mn_item_copy (self->other, MN_COPY_SAME_IDS), "x", NULL));
  g_object_unref (last);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  removed = g_list_model_get_item (bin, 0);
  g_assert_true (mn_document_restore (self->document, removed, NULL));
  g_assert_cmpuint (mn_item_get_n_children (self->record, "proposals"), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-become/random-pairs", test_random_pairs);
  g_test_add_func ("/document-become/same-is-nothing", test_same_is_nothing);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/document-become/one-move", test_one_move);
  ADD ("/document-become/one-splice", test_one_splice);
  ADD ("/document-become/foreign", test_foreign);
  ADD ("/document-become/refuses-strangers", test_refuses_strangers);
  ADD ("/document-become/refuses-read-only", test_refuses_read_only);
  ADD ("/document-become/bin", test_bin);
  return g_test_run ();
}
