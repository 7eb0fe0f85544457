/* Long random sequences of edits, undone and done again. */

#include "document-make.h"

static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static gboolean
collect_item (MnItem *item, gpointer user_data)
{
  g_ptr_array_add (user_data, item);
  return TRUE;
}

static MnItem *
pick_item (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  mn_item_walk (fixture->root, collect_item, items);
  return items->pdata[below (items->len)];
}

static const char *
pick_words (void)
{
  static const char *const words[] = { "Tỉnh uỷ ", "a",  "",   "\n", "e\xCC\x81", "\xCC\xA3",
                                       "kết luận", "x ", "ăâ", " ",  "1.250",     "\001" };

  return words[below (G_N_ELEMENTS (words))];
}

static MnText *
pick_text (void)
{
  g_autofree char   *words = g_strconcat (pick_words (), pick_words (), pick_words (), NULL);
  g_autoptr (MnText) plain = mn_text_new (words), marked = NULL;
  guint              length = mn_text_get_length (plain), from = below (length + 1);

  marked = mn_text_mark (plain, from, below (length - from + 1), (MnMarks) below (4), MN_MARK_NONE);
  return mn_text_style (marked, 0, below (mn_text_get_n_paragraphs (marked)),
                        (MnParagraphStyle) below (3), below (6));
}

static char *
pick_value (Fixture *fixture, const MnField *field)
{
  guint n = 0;

  switch (field->type)
    {
    case MN_FIELD_TEXT:
      return g_strconcat (pick_words (), pick_words (), NULL);
    case MN_FIELD_ENUM:
      while (field->values[n].nick != NULL)
        n++;
      return g_strdup (field->values[below (n)].nick);
    case MN_FIELD_DATE:
      return g_strdup_printf ("2026-%02u-%02u", below (12) + 1, below (31) + 1); /* some aren't */
    case MN_FIELD_TIME:
      return g_strdup_printf ("%02u:%02u", below (25), below (61));
    case MN_FIELD_MOMENT:
      return g_strdup_printf ("2026-04-%02uT08:%02u:00+07:00", below (30) + 1, below (60));
    case MN_FIELD_INTEGER:
    case MN_FIELD_DECIMAL:
      return g_strdup_printf ("%u", below (1000));
    case MN_FIELD_BOOLEAN:
      return g_strdup (below (2) == 0 ? "yes" : "no");
    case MN_FIELD_REF:
    case MN_FIELD_ID:
      return g_strdup (mn_item_get_id (pick_item (fixture)));
    case MN_FIELD_REFS:
      return g_strdup_printf ("%s %s", mn_item_get_id (pick_item (fixture)),
                              mn_item_get_id (pick_item (fixture)));
    case MN_FIELD_RICH:
    default:
      g_assert_not_reached ();
    }
}

static void
change_a_field (Fixture *fixture, MnItem *item)
{
  guint              n = mn_kind_get_n_fields (mn_item_get_kind (item));
  const MnField     *field;
  g_autofree char   *value = NULL;
  g_autoptr (MnText) text = pick_text ();

  if (n == 0)
    return;
  field = &mn_item_get_kind (item)->fields[below (n)];
  if (field->type == MN_FIELD_RICH)
    mn_document_set_rich (fixture->document, item, field->name, below (5) > 0 ? text : NULL, NULL);
  else
    {
      value = below (5) > 0 ? pick_value (fixture, field) : NULL;
      mn_document_set (fixture->document, item, field->name, value, NULL);
    }
}

static void
splice_a_field (Fixture *fixture, MnItem *item)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      g_autofree char   *plain = NULL;
      g_autoptr (MnText) text = pick_text ();
      guint              length, position;

      if ((field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH) || below (3) == 0)
        continue;
      plain = mn_item_dup_plain (item, field->name);
      length = (guint) g_utf8_strlen (plain, -1);
      position = below (length + 1);
      mn_document_splice (fixture->document, item, field->name, position,
                          below (length - position + 1), text, NULL);
      return;
    }
}

static void
insert_an_item (Fixture *fixture, MnItem *parent)
{
  guint         n = mn_kind_get_n_slots (mn_item_get_kind (parent));
  const MnSlot *slot;

  if (n == 0)
    return;
  slot = &mn_item_get_kind (parent)->slots[below (n)];
  {
    g_autoptr (MnItem) child = mn_item_new (slot->kind);

    mn_document_insert (fixture->document, parent, slot->name, below (6), child, NULL);
  }
}

static void
edit_at_random (Fixture *fixture)
{
  MnItem     *item = pick_item (fixture);
  GListModel *bin = mn_document_get_bin (fixture->document);
  guint       n = g_list_model_get_n_items (bin);

  switch (below (12))
    {
    case 0:
    case 1:
    case 2:
      change_a_field (fixture, item);
      break;
    case 3:
    case 4:
    case 5:
      splice_a_field (fixture, item);
      break;
    case 6:
    case 7:
    case 8:
      insert_an_item (fixture, item);
      break;
    case 9:
      mn_document_remove (fixture->document, item, NULL);
      break;
    case 10:
      mn_document_move (fixture->document, item, below (6), NULL);
      break;
    default:
      if (n > 0)
        {
          g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, below (n));

          mn_document_restore (fixture->document, removed, NULL);
        }
    }
}

static gboolean
expect_found (MnItem *item, gpointer user_data)
{
  g_assert_true (mn_document_find (user_data, mn_item_get_id (item)) == item);
  g_assert_true (mn_item_is_attached (item));
  return TRUE;
}

static void
expect_state (Fixture *fixture, MnItem *state)
{
  GListModel *bin = mn_document_get_bin (fixture->document);

  g_assert_true (mn_item_equal (fixture->root, state));
  mn_item_walk (fixture->root, expect_found, fixture->document);
  for (guint i = 0; i < g_list_model_get_n_items (bin); i++)
    {
      g_autoptr (MnRemoved) removed = g_list_model_get_item (bin, i);

      g_assert_null (
          mn_document_find (fixture->document, mn_item_get_id (mn_removed_get_item (removed))));
    }
}

/* One group of one to four edits, so that each makes one step. */
static gboolean
make_step (Fixture *fixture)
{
  guint64 revision = mn_document_get_revision (fixture->document);

  mn_document_begin (fixture->document, "step");
  for (guint n = below (4) + 1; n > 0; n--)
    edit_at_random (fixture);
  mn_document_end (fixture->document);
  return mn_document_get_revision (fixture->document) != revision;
}

/* Edits, undos and redos in any mix: each state is the one that was there before. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  guint                 now = 0;

  g_ptr_array_add (states, mn_item_copy (fixture->root, MN_COPY_SAME_IDS));
  for (guint i = 0; i < 500; i++)
    {
      guint what = below (10);

      if (what < 2 && now > 0)
        {
          g_assert_true (mn_document_undo (fixture->document));
          expect_state (fixture, states->pdata[--now]);
        }
      else if (what < 4 && now + 1 < states->len)
        {
          g_assert_true (mn_document_redo (fixture->document));
          expect_state (fixture, states->pdata[++now]);
        }
      else if (make_step (fixture))
        {
          g_ptr_array_set_size (states, (int) ++now);
          g_ptr_array_add (states, mn_item_copy (fixture->root, MN_COPY_SAME_IDS));
        }
    }
  g_assert_cmpuint (states->len, >, 80);
  while (now > 0)
    {
      g_assert_true (mn_document_undo (fixture->document));
      expect_state (fixture, states->pdata[--now]);
    }
  g_assert_false (mn_document_can_undo (fixture->document));
  while (now + 1 < states->len)
    {
      g_assert_true (mn_document_redo (fixture->document));
      expect_state (fixture, states->pdata[++now]);
    }
  g_assert_false (mn_document_can_redo (fixture->document));
}

/* Without groups, with typing that joins and pauses: the ends are the same. */
static void
test_random_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) before = mn_item_copy (fixture->root, MN_COPY_SAME_IDS), after = NULL;

  for (guint i = 0; i < 250; i++)
    {
      edit_at_random (fixture);
      type (fixture, fixture->general, "title", 0, "kết luận ");
      mn_clock_advance (fixture->clock, below (3) * G_USEC_PER_SEC);
    }
  after = mn_item_copy (fixture->root, MN_COPY_SAME_IDS);
  while (mn_document_undo (fixture->document))
    ;
  expect_state (fixture, before);
  while (mn_document_redo (fixture->document))
    ;
  expect_state (fixture, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DOCUMENT_TEST ("/document-random/walk", test_random_walk);
  ADD_DOCUMENT_TEST ("/document-random/typing", test_random_typing);
  return g_test_run ();
}
