#include "mn-history.h"

static void
add_set (MnHistory *history, const char *name)
{
  g_autoptr (MnEdit) edit = mn_edit_new (MN_EDIT_SET, "item");

  edit->field = g_strdup ("title");
  edit->after = g_strdup (name);
  mn_history_add (history, edit, name, 0);
}

static void
type_at (MnHistory *history, guint position, const char *removed, const char *inserted, gint64 now)
{
  g_autoptr (MnEdit) edit = mn_edit_new (MN_EDIT_SPLICE, "item");

  edit->field = g_strdup ("title");
  edit->position = position;
  edit->removed = mn_text_new (removed);
  edit->inserted = mn_text_new (inserted);
  mn_history_add (history, edit, "typing", now);
}

/* Types letter by letter from @position on. */
static void
type (MnHistory *history, guint position, const char *letters)
{
  for (; *letters != '\0'; letters = g_utf8_next_char (letters), position++)
    {
      g_autofree char *letter = g_strndup (letters, (gsize) (g_utf8_next_char (letters) - letters));

      type_at (history, position, "", letter, 0);
    }
}

static guint
count_undo (MnHistory *history)
{
  guint n = 0;

  for (; mn_history_get_undo_name (history) != NULL; n++)
    mn_history_undo (history);
  return n;
}

static void
test_empty (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  g_assert_null (mn_history_get_undo_name (history));
  g_assert_null (mn_history_get_redo_name (history));
  mn_history_break_typing (history);
}

static void
test_undo_redo (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();
  GPtrArray            *edits;

  add_set (history, "a");
  add_set (history, "b");
  g_assert_cmpstr (mn_history_get_undo_name (history), ==, "b");
  edits = mn_history_undo (history);
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpstr (((MnEdit *) edits->pdata[0])->before, ==, "b");
  g_assert_cmpstr (mn_history_get_undo_name (history), ==, "a");
  g_assert_cmpstr (mn_history_get_redo_name (history), ==, "b");
  edits = mn_history_redo (history);
  g_assert_cmpstr (((MnEdit *) edits->pdata[0])->after, ==, "b");
  g_assert_null (mn_history_get_redo_name (history));
  mn_history_undo (history);
  add_set (history, "c");
  g_assert_null (mn_history_get_redo_name (history)); /* a new edit ends the other future */
  g_assert_cmpuint (count_undo (history), ==, 2);
}

static void
test_groups (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();
  GPtrArray            *edits;

  mn_history_begin (history, "outer");
  g_assert_null (mn_history_get_undo_name (history)); /* not while it is open */
  add_set (history, "a");
  mn_history_begin (history, "inner");
  add_set (history, "b");
  mn_history_end (history);
  add_set (history, "c");
  mn_history_end (history);
  g_assert_cmpstr (mn_history_get_undo_name (history), ==, "outer");
  edits = mn_history_undo (history);
  g_assert_cmpuint (edits->len, ==, 3);
  g_assert_cmpstr (((MnEdit *) edits->pdata[0])->before, ==, "c");
  g_assert_cmpstr (((MnEdit *) edits->pdata[2])->before, ==, "a");
  edits = mn_history_redo (history);
  g_assert_cmpstr (((MnEdit *) edits->pdata[0])->after, ==, "a");

  mn_history_undo (history);
  mn_history_begin (history, "empty");
  mn_history_end (history);
  g_assert_null (mn_history_get_undo_name (history));
  g_assert_cmpstr (mn_history_get_redo_name (history), ==, "outer"); /* it left no trace */
}

static void
test_words (void)
{
  static const struct
  {
    const char *typed;
    guint       steps;
  } rows[] = { { "đảng", 1 }, { "đảng uỷ", 2 }, { "đảng  uỷ", 2 }, { "đảng ", 1 },
               { " uỷ", 2 },  { "a b c d", 4 }, { "một\nhai", 2 }, { "1.250,5", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnHistory) history = mn_history_new ();

      type (history, 0, rows[i].typed);
      g_assert_cmpuint (count_undo (history), ==, rows[i].steps);
    }
}

static void
test_pause (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  type_at (history, 0, "", "a", 0);
  type_at (history, 1, "", "b", MN_HISTORY_PAUSE);
  type_at (history, 2, "", "c", 2 * MN_HISTORY_PAUSE);
  type_at (history, 3, "", "d", 3 * MN_HISTORY_PAUSE + 1);
  g_assert_cmpuint (count_undo (history), ==, 2);
}

static void
test_break (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  type (history, 0, "ab");
  mn_history_break_typing (history);
  type (history, 2, "c");
  mn_history_begin (history, "group");
  type (history, 3, "d");
  mn_history_end (history);
  type (history, 4, "e");
  add_set (history, "set");
  type (history, 5, "f");
  g_assert_cmpuint (count_undo (history), ==, 6);
}

static void
test_paste (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  type (history, 0, "ab");
  type_at (history, 2, "", "several words at once", 0);
  type (history, 23, "c");
  g_assert_cmpuint (count_undo (history), ==, 2);
}

/* Telex: "hoaf" arrives as h, o, a, then "oa" goes and "oà" comes. */
static void
test_input_method (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();
  GPtrArray            *edits;
  const MnEdit         *edit;

  type (history, 0, "hoa");
  type_at (history, 1, "oa", "", 0);
  type_at (history, 1, "", "oà", 0);
  edits = mn_history_undo (history);
  edit = edits->pdata[0];
  g_assert_cmpuint (edits->len, ==, 1);
  g_assert_cmpstr (mn_text_get_plain (edit->removed), ==, "hoà");
  g_assert_null (mn_history_get_undo_name (history));
}

static void
test_typed_and_deleted (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  add_set (history, "a");
  type (history, 0, "bc");
  type_at (history, 1, "c", "", 0);
  type_at (history, 0, "b", "", 0);
  g_assert_cmpstr (mn_history_get_undo_name (history), ==, "a");
}

static void
test_after_undo (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  type (history, 0, "ab");
  mn_history_undo (history);
  mn_history_redo (history);
  type (history, 2, "c"); /* what was undone and redone doesn't grow */
  g_assert_cmpuint (count_undo (history), ==, 2);

  while (mn_history_get_redo_name (history) != NULL)
    mn_history_redo (history);
  mn_history_undo (history);
  type (history, 2, "d");
  g_assert_null (mn_history_get_redo_name (history));
  g_assert_cmpuint (count_undo (history), ==, 2);
}

static void
test_limit (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();
  GPtrArray            *edits = NULL;

  for (guint i = 0; i < MN_HISTORY_MAX_GROUPS + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      add_set (history, name);
    }
  for (guint i = 0; i < MN_HISTORY_MAX_GROUPS; i++)
    edits = mn_history_undo (history);
  g_assert_cmpstr (((MnEdit *) edits->pdata[0])->before, ==, "5");
  g_assert_null (mn_history_get_undo_name (history));
}

static void
test_open_at_the_end (void)
{
  g_autoptr (MnHistory) history = mn_history_new ();

  mn_history_begin (history, "open");
  add_set (history, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/undo-redo", test_undo_redo);
  g_test_add_func ("/history/groups", test_groups);
  g_test_add_func ("/history/words", test_words);
  g_test_add_func ("/history/pause", test_pause);
  g_test_add_func ("/history/break", test_break);
  g_test_add_func ("/history/paste", test_paste);
  g_test_add_func ("/history/input-method", test_input_method);
  g_test_add_func ("/history/typed-and-deleted", test_typed_and_deleted);
  g_test_add_func ("/history/after-undo", test_after_undo);
  g_test_add_func ("/history/limit", test_limit);
  g_test_add_func ("/history/open-at-the-end", test_open_at_the_end);
  return g_test_run ();
}
