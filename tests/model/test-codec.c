#include <string.h>

#include "make.h"
#include "mn-codec.h"
#include "mn-error.h"

#define ID "7b0f7e0e-1111-4222-8333-444455556666"

/* Through bytes, as a journal does it. */
static GVariant *
pass (GVariant *variant)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);
  g_autoptr (GBytes)   bytes = g_variant_get_data_as_bytes (owned);

  return g_variant_ref_sink (g_variant_new_from_bytes (g_variant_get_type (owned), bytes, FALSE));
}

static MnText *
make_text (void)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 2, "x:y=\"1\"");
  mn_text_builder_run (builder, "Đồng chí ", -1, MN_MARK_BOLD);
  mn_text_builder_object (builder, "<x:note/>", MN_MARK_ITALIC);
  mn_text_builder_run (builder, "a < b & c", -1, MN_MARK_NONE);
  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_begin (builder, MN_PARAGRAPH_NUMBER, 1, NULL);
  mn_text_builder_run (builder, "cuối", -1, MN_MARK_BOLD | MN_MARK_ITALIC);
  return mn_text_builder_end (builder);
}

static void
test_text (void)
{
  g_autoptr (MnText)   text = make_text ();
  g_autoptr (GVariant) variant = pass (mn_text_to_variant (text));
  g_autoptr (GError)   error = NULL;
  g_autoptr (MnText)   back = mn_text_from_variant (variant, &error);

  g_assert_no_error (error);
  g_assert_true (mn_text_equal (text, back));
}

static MnItem *
make_session (void)
{
  MnItem            *root = mn_session_new ();
  g_autoptr (MnText) text = make_text ();
  MnItem *proposal = put (mn_session_get_record (root), "proposals", make ("proposal", NULL));

  set (mn_session_get_general (root), "title", "Hội nghị giao ban");
  for (const MnField *field = mn_item_get_kind (proposal)->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_RICH)
      mn_item_set_rich (proposal, field->name, text);
  mn_item_add_foreign (proposal, "label", FALSE, "<x:y xmlns:x=\"urn:x\"/>");
  mn_item_add_foreign (proposal, NULL, TRUE, "x:z=\"1\"");
  return root;
}

static void
test_item (void)
{
  g_autoptr (MnItem)   root = make_session ();
  g_autoptr (GVariant) variant = pass (mn_item_to_variant (root));
  g_autoptr (GError)   error = NULL;
  g_autoptr (MnItem)   back = mn_item_from_variant (variant, &error);

  g_assert_no_error (error);
  g_assert_true (mn_item_equal (root, back));
}

static void
assert_same_edit (const MnEdit *a, const MnEdit *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (mn_edit_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (mn_edit_to_variant (b));

  g_assert_true (g_variant_equal (first, second));
}

static MnEdit *
new_edit (MnEditType type)
{
  MnEdit *edit = mn_edit_new (type, ID);

  edit->position = 3;
  edit->binned = type == MN_EDIT_REMOVE;
  edit->to = 7;
  if (type == MN_EDIT_SET || type == MN_EDIT_SPLICE)
    edit->field = g_strdup ("title");
  else
    {
      edit->parent = g_strdup ("1b0f7e0e-1111-4222-8333-444455556666");
      edit->slot = g_strdup ("proposals");
    }
  if (type == MN_EDIT_SET)
    edit->after = g_strdup ("");
  if (type == MN_EDIT_SPLICE)
    {
      edit->removed = mn_text_new (NULL);
      edit->inserted = make_text ();
    }
  if (type == MN_EDIT_INSERT || type == MN_EDIT_REMOVE)
    edit->snapshot = mn_item_new_with_id (mn_kind_find ("proposal"), ID);
  return edit;
}

static void
test_edits (void)
{
  for (int type = MN_EDIT_SET; type <= MN_EDIT_FOREIGN; type++)
    {
      g_autoptr (MnEdit)   edit = new_edit ((MnEditType) type);
      g_autoptr (GVariant) variant = pass (mn_edit_to_variant (edit));
      g_autoptr (GError)   error = NULL;
      g_autoptr (MnEdit)   back = mn_edit_from_variant (variant, &error);

      g_assert_no_error (error);
      assert_same_edit (edit, back);
      g_assert_cmpint (back->type, ==, type);
      g_assert_cmpint (back->binned, ==, type == MN_EDIT_REMOVE);
    }
}

static void
assert_no_edit (MnEdit *edit)
{
  g_autoptr (MnEdit)   owned = edit;
  g_autoptr (GVariant) variant = pass (mn_edit_to_variant (owned));
  g_autoptr (GError)   error = NULL;

  g_assert_null (mn_edit_from_variant (variant, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
}

static void
test_incomplete (void)
{
  MnEdit *other = new_edit (MN_EDIT_INSERT);

  for (int type = MN_EDIT_SET; type <= MN_EDIT_MOVE; type++)
    assert_no_edit (mn_edit_new ((MnEditType) type, ID));
  assert_no_edit (mn_edit_new ((MnEditType) 200, ID));
  g_clear_object (&other->snapshot);
  other->snapshot = make ("proposal", NULL);
  assert_no_edit (other); /* another item than it says */
}

static void
test_wrong_types (void)
{
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_uint32 (5));

  g_assert_null (mn_edit_from_variant (number, NULL));
  g_assert_null (mn_item_from_variant (number, NULL));
  g_assert_null (mn_text_from_variant (number, NULL));
}

/* An item inside itself as often as somebody likes must not eat the stack. */
static void
test_nesting (void)
{
  g_autoptr (MnItem)   leaf = make ("proposal", NULL);
  g_autoptr (GVariant) variant = g_variant_ref_sink (mn_item_to_variant (leaf));
  g_autoptr (GError)   error = NULL;

  for (guint i = 0; i < 100; i++)
    {
      GVariantBuilder slots;
      GVariant       *outer;

      g_variant_builder_init (&slots, G_VARIANT_TYPE ("a(sav)"));
      g_variant_builder_open (&slots, G_VARIANT_TYPE ("(sav)"));
      g_variant_builder_add (&slots, "s", "details");
      g_variant_builder_open (&slots, G_VARIANT_TYPE ("av"));
      g_variant_builder_add (&slots, "v", variant);
      g_variant_builder_close (&slots);
      g_variant_builder_close (&slots);
      outer = g_variant_new ("(ss@a(ss)@a(sv)@a(sav)@a(sbs))", "proposal", ID,
                             g_variant_new_array (G_VARIANT_TYPE ("(ss)"), NULL, 0),
                             g_variant_new_array (G_VARIANT_TYPE ("(sv)"), NULL, 0),
                             g_variant_builder_end (&slots),
                             g_variant_new_array (G_VARIANT_TYPE ("(sbs)"), NULL, 0));
      g_variant_unref (variant);
      variant = g_variant_ref_sink (outer);
    }
  g_assert_null (mn_item_from_variant (variant, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
}

/* Any bytes give an edit or an error. */
static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260415);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (MnEdit)   edit = new_edit ((MnEditType) (i % (MN_EDIT_FOREIGN + 1)));
      g_autoptr (GVariant) whole = g_variant_ref_sink (mn_edit_to_variant (edit));
      gsize                n = g_variant_get_size (whole);
      g_autofree guint8   *bytes = g_memdup2 (g_variant_get_data (whole), n);
      g_autoptr (GVariant) damaged = NULL;
      g_autoptr (GError)   error = NULL;
      g_autoptr (MnEdit)   back = NULL;

      for (int flips = g_rand_int_range (rand, 1, 9); flips > 0; flips--)
        bytes[g_rand_int_range (rand, 0, (int) n)] = (guint8) g_rand_int (rand);
      if (g_rand_boolean (rand))
        n = (gsize) g_rand_int_range (rand, 0, (int) n);
      damaged = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (MN_CODEC_EDIT_TYPE),
                                                             bytes, n, FALSE, NULL, NULL));
      back = mn_edit_from_variant (damaged, &error);
      g_assert_true ((back == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codec/text", test_text);
  g_test_add_func ("/codec/item", test_item);
  g_test_add_func ("/codec/edits", test_edits);
  g_test_add_func ("/codec/incomplete", test_incomplete);
  g_test_add_func ("/codec/wrong-types", test_wrong_types);
  g_test_add_func ("/codec/nesting", test_nesting);
  g_test_add_func ("/codec/damage", test_damage);
  return g_test_run ();
}
