#include "mn-edit.h"

static MnEdit *
splice (guint position, const char *removed, const char *inserted)
{
  MnEdit *edit = mn_edit_new (MN_EDIT_SPLICE, "item");

  edit->field = g_strdup ("title");
  edit->position = position;
  edit->removed = mn_text_new (removed);
  edit->inserted = mn_text_new (inserted);
  return edit;
}

static void
expect_splice (const MnEdit *edit, guint position, const char *removed, const char *inserted)
{
  g_assert_nonnull (edit);
  g_assert_cmpint (edit->type, ==, MN_EDIT_SPLICE);
  g_assert_cmpstr (edit->item, ==, "item");
  g_assert_cmpstr (edit->field, ==, "title");
  g_assert_cmpuint (edit->position, ==, position);
  g_assert_cmpstr (mn_text_get_plain (edit->removed), ==, removed);
  g_assert_cmpstr (mn_text_get_plain (edit->inserted), ==, inserted);
}

static void
test_join (void)
{
  static const struct
  {
    const char *text;
    guint       position;
    const char *removed, *inserted;
    guint       next_position;
    const char *next_removed, *next_inserted;
    guint       joined_position; /* G_MAXUINT: they don't join */
    const char *joined_removed, *joined_inserted;
  } rows[] = {
    { "typing on", 3, "", "ab", 5, "", "c", 3, "", "abc" },
    { "typing over a selection, then on", 3, "xyz", "a", 4, "", "b", 3, "xyz", "ab" },
    { "Backspace in what was typed", 3, "", "abc", 5, "c", "", 3, "", "ab" },
    { "all that was typed goes again", 3, "", "ab", 3, "ab", "", 3, "", "" },
    { "an input method mends a letter", 3, "", "hoa", 5, "a", "à", 3, "", "hoà" },
    { "and several", 3, "x", "duong", 4, "uong", "ương", 3, "x", "dương" },
    { "Delete, Delete", 3, "a", "", 3, "b", "", 3, "ab", "" },
    { "Backspace, Backspace", 3, "b", "", 2, "a", "", 2, "ab", "" },
    { "deleting, then typing there", 3, "ab", "", 3, "", "x", 3, "ab", "x" },
    { "elsewhere", 3, "", "ab", 6, "", "c", G_MAXUINT, NULL, NULL },
    { "in the middle of what was typed", 3, "", "ab", 4, "", "c", G_MAXUINT, NULL, NULL },
    { "before it", 3, "", "ab", 3, "", "c", G_MAXUINT, NULL, NULL },
    { "Backspace beyond what was typed", 3, "", "ab", 2, "xab", "", G_MAXUINT, NULL, NULL },
    { "Delete after what was typed", 3, "", "ab", 5, "c", "", G_MAXUINT, NULL, NULL },
    { "a deletion elsewhere", 3, "a", "", 7, "b", "", G_MAXUINT, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnEdit) edit = splice (rows[i].position, rows[i].removed, rows[i].inserted);
      g_autoptr (MnEdit) next = splice (rows[i].next_position, rows[i].next_removed,
                                        rows[i].next_inserted);
      g_autoptr (MnEdit) joined = mn_edit_join (edit, next);

      g_test_message ("%s", rows[i].text);
      if (rows[i].joined_position == G_MAXUINT)
        g_assert_null (joined);
      else
        expect_splice (joined, rows[i].joined_position, rows[i].joined_removed,
                       rows[i].joined_inserted);
    }
}

static void
test_join_others (void)
{
  g_autoptr (MnEdit) edit = splice (0, "", "a"), other_item = splice (1, "", "b");
  g_autoptr (MnEdit) other_field = splice (1, "", "b"), set = mn_edit_new (MN_EDIT_SET, "item");

  g_free (other_item->item);
  other_item->item = g_strdup ("other");
  g_free (other_field->field);
  other_field->field = g_strdup ("venue");
  set->field = g_strdup ("title");
  g_assert_null (mn_edit_join (edit, other_item));
  g_assert_null (mn_edit_join (edit, other_field));
  g_assert_null (mn_edit_join (edit, set));
  g_assert_null (mn_edit_join (set, edit));
}

static void
test_invert_splice (void)
{
  g_autoptr (MnEdit) edit = splice (3, "old", "newer");
  g_autoptr (MnEdit) inverse = mn_edit_invert (edit);
  g_autoptr (MnEdit) back = mn_edit_invert (inverse);

  expect_splice (inverse, 3, "newer", "old");
  expect_splice (back, 3, "old", "newer");
}

static void
test_invert_set (void)
{
  g_autoptr (MnEdit) edit = mn_edit_new (MN_EDIT_SET, "item"), inverse = NULL;

  edit->field = g_strdup ("deadline");
  edit->after = g_strdup ("2026-04-15");
  edit->rich_before = mn_text_new ("rich");
  inverse = mn_edit_invert (edit);
  g_assert_cmpint (inverse->type, ==, MN_EDIT_SET);
  g_assert_cmpstr (inverse->before, ==, "2026-04-15");
  g_assert_null (inverse->after);
  g_assert_null (inverse->rich_before);
  g_assert_true (inverse->rich_after == edit->rich_before);
}

static void
test_invert_places (void)
{
  static const struct
  {
    MnEditType type, inverse;
  } rows[] = { { MN_EDIT_INSERT, MN_EDIT_REMOVE },
               { MN_EDIT_REMOVE, MN_EDIT_INSERT },
               { MN_EDIT_MOVE, MN_EDIT_MOVE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnEdit) edit = mn_edit_new (rows[i].type, "item"), inverse = NULL, back = NULL;

      edit->parent = g_strdup ("parent");
      edit->slot = g_strdup ("points");
      edit->position = 4;
      edit->to = rows[i].type == MN_EDIT_MOVE ? 7 : 0;
      if (rows[i].type != MN_EDIT_MOVE)
        edit->snapshot = mn_item_new (mn_kind_find ("party"));
      inverse = mn_edit_invert (edit);
      back = mn_edit_invert (inverse);
      g_assert_cmpint (inverse->type, ==, rows[i].inverse);
      g_assert_cmpuint (inverse->position, ==, rows[i].type == MN_EDIT_MOVE ? 7 : 4);
      g_assert_cmpstr (inverse->parent, ==, "parent");
      g_assert_cmpstr (inverse->slot, ==, "points");
      g_assert_true (inverse->snapshot == edit->snapshot);
      g_assert_cmpint (back->type, ==, rows[i].type);
      g_assert_cmpuint (back->position, ==, 4);
      if (rows[i].type == MN_EDIT_MOVE)
        g_assert_cmpuint (back->to, ==, 7);
    }
}

static void
test_boxed (void)
{
  g_autoptr (MnEdit) edit = splice (0, "", "a");
  MnEdit            *copy = g_boxed_copy (MN_TYPE_EDIT, edit);

  g_assert_true (copy == edit);
  g_boxed_free (MN_TYPE_EDIT, copy);
  expect_splice (edit, 0, "", "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/join", test_join);
  g_test_add_func ("/edit/join-others", test_join_others);
  g_test_add_func ("/edit/invert-splice", test_invert_splice);
  g_test_add_func ("/edit/invert-set", test_invert_set);
  g_test_add_func ("/edit/invert-places", test_invert_places);
  g_test_add_func ("/edit/boxed", test_boxed);
  return g_test_run ();
}
