#include "mn-item-diff.h"

#include <string.h>

#include "make.h"
#include "random-tree.h"

typedef struct
{
  MnItem *before, *after;               /* (owned) */
  MnItem *record_before, *record_after; /* (borrowed) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  MnItem *record, *party, *agenda;

  self->before = mn_session_new ();
  record = self->record_before = mn_session_get_record (self->before);
  party = put (record, "parties", make ("party", "name", "Nguyễn Văn A", "type", "person", NULL));
  put (record, "attendees", make ("attendee", "party", mn_item_get_id (party), NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("Đề nghị %u", i + 1);

      put (record, "proposals", make ("proposal", "text", text, NULL));
    }
  put (mn_item_get_child (record, "proposals", 0), "answers", make ("answer", "text", "Có", NULL));
  agenda = put (record, "agenda", make ("agenda-item", "title", "Một", NULL));
  put (agenda, "points", make ("agenda-item", "title", "Một một", NULL));
  put (record, "agenda", make ("agenda-item", "title", "Hai", NULL));
  self->after = mn_item_copy (self->before, MN_COPY_SAME_IDS);
  self->record_after = mn_session_get_record (self->after);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->before);
  g_assert_finalize_object (self->after);
}

/* Changes the version after, which stands in no document otherwise. */
static void
with_document (Fixture *self, void (*change) (Fixture *self, MnDocument *document))
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed ("2026-04-15T08:00:00+07:00");
  g_autoptr (MnDocument) document = mn_document_new (self->after, clock);

  change (self, document);
}

static void
expect_sentences (Fixture *self, ...)
{
  g_autoptr (GListModel) changes = mn_item_diff (self->before, self->after);
  const char            *sentence;
  guint                  i = 0;
  va_list                sentences;

  va_start (sentences, self);
  for (; (sentence = va_arg (sentences, const char *)) != NULL; i++)
    {
      g_autoptr (MnItemChange) change = g_list_model_get_item (changes, i);

      g_assert_nonnull (change);
      g_assert_cmpstr (mn_item_change_get_sentence (change), ==, sentence);
    }
  va_end (sentences);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, i);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  expect_sentences (self, NULL);
}

static void
test_fields (Fixture *self, gconstpointer data)
{
  MnItem                  *third = mn_item_get_child (self->record_after, "proposals", 2);
  MnItem                  *party = mn_item_get_child (self->record_after, "parties", 0);
  g_autoptr (MnText)       text = mn_text_new ("Khác");
  g_autoptr (GListModel)   changes = NULL;
  g_autoptr (MnItemChange) change = NULL;
  MnFieldChange           *field;

  mn_item_set_rich (third, "text", text);
  set (third, "proposers", mn_item_get_id (party));
  set (mn_session_get_general (self->after), "starts", "2026-04-15T08:30:00+07:00");
  mn_item_add_foreign (party, NULL, TRUE, " x:a=\"1\"");
  expect_sentences (self, "General: starts changed",
                    "Person or body Nguyễn Văn A: parts of other programs changed",
                    "Proposal 3: proposed by, text changed", NULL);
  changes = mn_item_diff (self->before, self->after);
  change = g_list_model_get_item (changes, 2);
  g_assert_cmpint (mn_item_change_get_sort (change), ==, MN_CHANGE_CHANGED);
  field = mn_item_change_get_fields (change)->pdata[0];
  g_assert_cmpstr (field->field->name, ==, "proposers");
  g_assert_cmpstr (field->before, ==, "");
  g_assert_cmpstr (field->after, ==, "Nguyễn Văn A");
  g_clear_object (&change);
  change = g_list_model_get_item (changes, 0);
  field = mn_item_change_get_fields (change)->pdata[0];
  g_assert_cmpstr (field->after, ==, "15/4/2026 08:30");
}

static void
remove_two (Fixture *self, MnDocument *document)
{
  MnItem *attendee = mn_item_get_child (self->record_after, "attendees", 0);

  g_assert_true (mn_document_remove (document, attendee, NULL));
  g_assert_true (
      mn_document_remove (document, mn_item_get_child (self->record_after, "proposals", 1), NULL));
}

static void
test_comes_and_goes (Fixture *self, gconstpointer data)
{
  with_document (self, remove_two);
  put (self->record_after, "proposals", make ("proposal", "text", "Mới", NULL));
  put (mn_item_get_child (self->record_after, "proposals", 0), "answers",
       make ("answer", "text", "Chưa", NULL));
  expect_sentences (self, "Attendee Nguyễn Văn A removed", "Proposal 1, Answer 2 added: “Chưa”",
                    "Proposal 2 removed: “Đề nghị 2”", "Proposal 4 added: “Mới”", NULL);
}

static void
move_first (Fixture *self, MnDocument *document)
{
  MnItem *first = mn_item_get_child (self->record_after, "proposals", 0);

  g_assert_true (mn_document_set (document, first, "area", "Thuế", NULL));
  g_assert_true (mn_document_move (document, first, 3, NULL));
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  with_document (self, move_first);
  expect_sentences (self, "Proposal 4: moved, it stood at place 1; field changed", NULL);
}

/* An agenda item with a point becomes a point of a new one; the old one's point becomes an item. */
static void
carry (Fixture *self, MnDocument *document)
{
  MnItem            *one = mn_item_get_child (self->record_after, "agenda", 0);
  MnItem            *point = mn_item_get_child (one, "points", 0);
  g_autoptr (MnItem) copy = mn_item_copy (point, MN_COPY_SAME_IDS);
  g_autoptr (MnItem) two = mn_item_copy (mn_item_get_child (self->record_after, "agenda", 1),
                                         MN_COPY_SAME_IDS);
  g_autoptr (MnItem) new_item = make ("agenda-item", "title", "Ba", NULL);

  mn_item_add (new_item, "points", two);
  g_assert_true (mn_document_remove (document, point, NULL));
  g_assert_true (
      mn_document_remove (document, mn_item_get_child (self->record_after, "agenda", 1), NULL));
  g_assert_true (mn_document_remove (document, one, NULL));
  g_assert_true (mn_document_insert (document, self->record_after, "agenda", 0, new_item, NULL));
  g_assert_true (mn_document_insert (document, self->record_after, "agenda", 1, copy, NULL));
}

static void
test_carried (Fixture *self, gconstpointer data)
{
  with_document (self, carry);
  expect_sentences (
      self, "Agenda item 1 added: “Ba”", "Agenda item 1.1: moved, it was Agenda item 2",
      "Agenda item 2: moved, it was Agenda item 1.1", "Agenda item 1 removed: “Một”", NULL);
}

/* Empty only for equal versions, and every change names an item of one of them. */
static void
test_random_pairs (void)
{
  g_autoptr (MnItem) empty = mn_session_new ();

  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (MnItem)     a = random_version (empty, seed, 150);
      g_autoptr (MnItem)     b = random_version (a, 1000 + seed, seed % 50);
      g_autoptr (GListModel) changes = mn_item_diff (a, b), none = mn_item_diff (b, b);
      guint                  n = g_list_model_get_n_items (changes);

      g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
      g_assert_true ((n == 0) == mn_item_equal (a, b));
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (MnItemChange) change = g_list_model_get_item (changes, i);
          gboolean     in_a = mn_session_find (a, mn_item_change_get_id (change)) != NULL;
          gboolean     in_b = mn_session_find (b, mn_item_change_get_id (change)) != NULL;
          MnChangeSort sort = mn_item_change_get_sort (change);

          g_assert_true (in_a || sort == MN_CHANGE_ADDED);
          g_assert_true (in_b || sort == MN_CHANGE_REMOVED);
          g_assert_cmpuint (strlen (mn_item_change_get_sentence (change)), >, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/item-diff/nothing", test_nothing);
  ADD ("/item-diff/fields", test_fields);
  ADD ("/item-diff/comes-and-goes", test_comes_and_goes);
  ADD ("/item-diff/moved", test_moved);
  ADD ("/item-diff/carried", test_carried);
  g_test_add_func ("/item-diff/random-pairs", test_random_pairs);
  return g_test_run ();
}
