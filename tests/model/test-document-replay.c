#include "make.h"
#include "mn-codec.h"
#include "mn-document.h"
#include "mn-error.h"
#include "random-edits.h"

#define NOW "2026-04-15T08:30:00+07:00"

/* A journal in memory: every step as bytes. */
typedef struct
{
  MnStepType type;
  GVariant  *edit; /* (owned) (nullable) */
  char      *name;
  gboolean   joined;
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
keep_cb (GPtrArray *journal, const MnStep *step)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->type = step->type;
  kept->name = g_strdup (step->name);
  kept->joined = step->joined;
  if (step->edit != NULL)
    kept->edit = g_variant_ref_sink (mn_edit_to_variant (step->edit));
  g_ptr_array_add (journal, kept);
}

static void
replay (MnDocument *document, GPtrArray *journal)
{
  for (guint i = 0; i < journal->len; i++)
    {
      const Kept        *kept = journal->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MnEdit) edit = NULL;

      if (kept->edit != NULL)
        edit = mn_edit_from_variant (kept->edit, &error);
      g_assert_no_error (error);
      mn_document_replay (document, &(MnStep){ kept->type, edit, kept->name, kept->joined },
                          &error);
      g_assert_no_error (error);
    }
}

static void
assert_same (MnDocument *a, MnDocument *b)
{
  g_assert_true (mn_item_equal (mn_document_get_root (a), mn_document_get_root (b)));
  g_assert_cmpuint (mn_document_get_revision (a), ==, mn_document_get_revision (b));
  g_assert_cmpstr (mn_document_get_undo_name (a), ==, mn_document_get_undo_name (b));
  g_assert_cmpstr (mn_document_get_redo_name (a), ==, mn_document_get_redo_name (b));
  g_assert_cmpuint (g_list_model_get_n_items (mn_document_get_bin (a)), ==,
                    g_list_model_get_n_items (mn_document_get_bin (b)));
}

/* Undone to the beginning, step by step the same, and done again. */
static void
assert_same_history (MnDocument *a, MnDocument *b, MnItem *original)
{
  guint n = 0;

  for (; mn_document_undo (a); n++)
    {
      g_assert_true (mn_document_undo (b));
      assert_same (a, b);
    }
  g_assert_false (mn_document_can_undo (b));
  if (n < 1000)
    g_assert_true (mn_item_equal (mn_document_get_root (b), original));
  while (mn_document_redo (a))
    g_assert_true (mn_document_redo (b));
  assert_same (a, b);
}

static void
check_stream (guint32 seed, guint n)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed (NOW);
  g_autoptr (MnItem)     root = mn_session_new ();
  g_autoptr (MnItem)     copy = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_autoptr (MnItem)     original = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_autoptr (MnDocument) document = mn_document_new (root, clock);
  g_autoptr (MnDocument) again = mn_document_new (copy, clock);
  g_autoptr (GPtrArray)  journal = g_ptr_array_new_with_free_func (kept_free);
  RandomEdits            edits;

  g_signal_connect_swapped (document, "stepped", G_CALLBACK (keep_cb), journal);
  random_begin (&edits, document, seed);
  for (guint i = 0; i < n; i++)
    {
      random_edit (&edits, document);
      /* Pauses end words; a replay must not depend on them. */
      mn_clock_advance (clock, i % 7 == 0 ? 5 * G_USEC_PER_SEC : 1000);
    }
  random_end (&edits, document);
  g_signal_handlers_disconnect_by_data (document, journal);
  g_assert_cmpuint (journal->len, >, n / 2);
  replay (again, journal);
  assert_same (document, again);
  assert_same_history (document, again, original);
}

static void
test_streams (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    check_stream (seed, 150);
}

static void
test_long_stream (void)
{
  check_stream (4711, 3000);
}

/* ---- steps that don't fit ------------------------------------------------------------------- */

static void
assert_refused (MnDocument *document, MnEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) before = mn_item_copy (mn_document_get_root (document), MN_COPY_SAME_IDS);
  guint64            revision = mn_document_get_revision (document);

  g_assert_false (
      mn_document_replay (document, &(MnStep){ MN_STEP_EDIT, edit, "x", FALSE }, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  g_assert_true (mn_item_equal (before, mn_document_get_root (document)));
  g_assert_cmpuint (mn_document_get_revision (document), ==, revision);
}

typedef struct
{
  MnClock    *clock;
  MnDocument *document;
  MnItem     *general;
  MnItem     *record;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_session_new ();

  self->clock = mn_clock_new_fixed (NOW);
  put (mn_session_get_record (root), "proposals", make ("proposal", NULL));
  self->document = mn_document_new (root, self->clock);
  self->general = mn_session_get_general (root);
  self->record = mn_session_get_record (root);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->document);
  mn_clock_unref (self->clock);
}

static void
test_refuses_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (MnEdit) unknown = mn_edit_new (MN_EDIT_SET, mn_item_get_id (self->general));
  g_autoptr (MnEdit) other_value = mn_edit_new (MN_EDIT_SET, mn_item_get_id (self->general));
  g_autoptr (MnEdit) wrong = mn_edit_new (MN_EDIT_SET, mn_item_get_id (self->general));
  g_autoptr (MnEdit) nobody = mn_edit_new (MN_EDIT_SET, "7b0f7e0e-0000-4000-8000-000000000000");

  unknown->field = g_strdup ("nonsense");
  assert_refused (self->document, unknown);
  other_value->field = g_strdup ("title");
  other_value->before = g_strdup ("never was");
  assert_refused (self->document, other_value);
  wrong->field = g_strdup ("starts");
  wrong->after = g_strdup ("yesterday");
  assert_refused (self->document, wrong);
  nobody->field = g_strdup ("title");
  assert_refused (self->document, nobody);
}

static MnEdit *
new_splice (Fixture *self, guint position, const char *removed, const char *inserted)
{
  MnEdit *edit = mn_edit_new (MN_EDIT_SPLICE, mn_item_get_id (self->general));

  edit->field = g_strdup ("title");
  edit->position = position;
  edit->removed = mn_text_new (removed);
  edit->inserted = mn_text_new (inserted);
  return edit;
}

static void
test_refuses_splices (Fixture *self, gconstpointer data)
{
  g_autoptr (MnEdit) behind = new_splice (self, 1, "", "x");
  g_autoptr (MnEdit) far = new_splice (self, G_MAXUINT, "xy", "x");
  g_autoptr (MnEdit) other = new_splice (self, 0, "Hội", "x");
  g_autoptr (MnEdit) lines = new_splice (self, 0, "", "một\nhai");

  assert_refused (self->document, behind);
  assert_refused (self->document, far);
  assert_refused (self->document, other);
  assert_refused (self->document, lines);
}

static MnEdit *
new_place (Fixture *self, MnEditType type, MnItem *snapshot, const char *slot, guint position)
{
  MnEdit *edit = mn_edit_new (type, mn_item_get_id (snapshot));

  edit->parent = g_strdup (mn_item_get_id (self->record));
  edit->slot = g_strdup (slot);
  edit->position = position;
  edit->snapshot = mn_item_copy (snapshot, MN_COPY_SAME_IDS);
  return edit;
}

static void
test_refuses_places (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) proposal = make ("proposal", NULL);
  MnItem            *there = mn_item_get_child (self->record, "proposals", 0);
  g_autoptr (MnEdit) far = new_place (self, MN_EDIT_INSERT, proposal, "proposals", 9);
  g_autoptr (MnEdit) slot = new_place (self, MN_EDIT_INSERT, proposal, "nonsense", 0);
  g_autoptr (MnEdit) kind = new_place (self, MN_EDIT_INSERT, proposal, "attendees", 0);
  g_autoptr (MnEdit) single = new_place (self, MN_EDIT_REMOVE, self->general, "general", 0);
  g_autoptr (MnEdit) twice = new_place (self, MN_EDIT_INSERT, there, "proposals", 0);
  g_autoptr (MnEdit) absent = new_place (self, MN_EDIT_REMOVE, proposal, "proposals", 0);
  g_autoptr (MnEdit) move = new_place (self, MN_EDIT_MOVE, there, "proposals", 0);
  g_autoptr (MnEdit) altered = new_place (self, MN_EDIT_REMOVE, there, "proposals", 0);

  move->to = 1;
  mn_item_set_rich (altered->snapshot, random_rich_field (altered->snapshot),
                    altered->inserted = mn_text_new ("khác"));
  assert_refused (self->document, far);
  assert_refused (self->document, slot);
  assert_refused (self->document, kind);
  assert_refused (self->document, single);
  assert_refused (self->document, twice);
  assert_refused (self->document, absent);
  assert_refused (self->document, move);
  assert_refused (self->document, altered);
}

static void
test_refuses_foreign (Fixture *self, gconstpointer data)
{
  g_autoptr (MnEdit) other = mn_edit_new (MN_EDIT_FOREIGN, mn_item_get_id (self->general));
  g_autoptr (MnEdit) nonsense = mn_edit_new (MN_EDIT_FOREIGN, mn_item_get_id (self->general));
  g_autoptr (MnEdit) nobody = mn_edit_new (MN_EDIT_FOREIGN, "7b0f7e0e-0000-4000-8000-000000000000");

  other->before = g_strdup ("[('', true, ' x:a=\"1\"')]");
  nonsense->after = g_strdup ("[('', true");
  assert_refused (self->document, other);
  assert_refused (self->document, nonsense);
  assert_refused (self->document, nobody);
}

static void
test_refuses_steps (Fixture *self, gconstpointer data)
{
  for (int type = MN_STEP_EDIT; type < 9; type++)
    {
      g_autoptr (GError) error = NULL;

      if (type == MN_STEP_BEGIN)
        continue;
      g_assert_false (mn_document_replay (
          self->document, &(MnStep){ (MnStepType) type, NULL, NULL, FALSE }, &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-replay/streams", test_streams);
  g_test_add_func ("/document-replay/long-stream", test_long_stream);
  g_test_add ("/document-replay/refuses-fields", Fixture, NULL, set_up, test_refuses_fields,
              tear_down);
  g_test_add ("/document-replay/refuses-splices", Fixture, NULL, set_up, test_refuses_splices,
              tear_down);
  g_test_add ("/document-replay/refuses-places", Fixture, NULL, set_up, test_refuses_places,
              tear_down);
  g_test_add ("/document-replay/refuses-foreign", Fixture, NULL, set_up, test_refuses_foreign,
              tear_down);
  g_test_add ("/document-replay/refuses-steps", Fixture, NULL, set_up, test_refuses_steps,
              tear_down);
  return g_test_run ();
}
