#include "mn-error.h"
#include "mn-journal-record.h"

static GBytes *
pack (GVariant *record)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (record);

  return g_variant_get_data_as_bytes (owned);
}

static MnRecord *
pass (GVariant *record)
{
  g_autoptr (GBytes) bytes = pack (record);
  g_autoptr (GError) error = NULL;
  MnRecord          *read = mn_journal_record_read (bytes, &error);

  g_assert_no_error (error);
  return read;
}

static MnEdit *
new_edit (void)
{
  MnEdit *edit = mn_edit_new (MN_EDIT_SPLICE, "7b0f7e0e-1111-4222-8333-444455556666");

  edit->field = g_strdup ("title");
  edit->removed = mn_text_new ("a");
  edit->inserted = mn_text_new ("ă");
  return edit;
}

static void
test_base (void)
{
  g_autoptr (GBytes)   xml = g_bytes_new_static ("<session/>", 10);
  g_autoptr (MnRecord) read = pass (mn_journal_record_new_base ("/a/b.minutes", xml));
  g_autoptr (MnRecord) unnamed = pass (mn_journal_record_new_base (NULL, xml));

  g_assert_cmpint (read->type, ==, MN_RECORD_BASE);
  g_assert_cmpstr (read->path, ==, "/a/b.minutes");
  g_assert_true (g_bytes_equal (read->xml, xml));
  g_assert_cmpstr (unnamed->path, ==, "");
}

static void
test_steps (void)
{
  g_autoptr (MnEdit)   edit = new_edit ();
  const MnStep         typed = { MN_STEP_EDIT, edit, "Change", TRUE };
  const MnStep         undone = { MN_STEP_UNDO, NULL, NULL, FALSE };
  g_autoptr (MnRecord) first = pass (mn_journal_record_new_step (&typed));
  g_autoptr (MnRecord) second = pass (mn_journal_record_new_step (&undone));

  g_assert_cmpint (first->type, ==, MN_RECORD_STEP);
  g_assert_cmpint (first->step.type, ==, MN_STEP_EDIT);
  g_assert_cmpstr (first->step.name, ==, "Change");
  g_assert_true (first->step.joined);
  g_assert_cmpstr (mn_text_get_plain (first->step.edit->inserted), ==, "ă");
  g_assert_cmpint (second->step.type, ==, MN_STEP_UNDO);
  g_assert_null (second->step.edit);
}

static void
test_place (void)
{
  g_autoptr (MnRecord) read = pass (mn_journal_record_new_place ("proposals", NULL));

  g_assert_cmpint (read->type, ==, MN_RECORD_PLACE);
  g_assert_cmpstr (read->section, ==, "proposals");
  g_assert_cmpstr (read->item, ==, "");
}

static void
assert_damaged (GVariant *record)
{
  g_autoptr (GBytes) bytes = pack (record);
  g_autoptr (GError) error = NULL;

  g_assert_null (mn_journal_record_read (bytes, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
  g_assert_null (mn_journal_record_read (bytes, NULL));
}

static void
test_wrong_bodies (void)
{
  for (guchar type = 0; type < 9; type++)
    assert_damaged (g_variant_new ("(yv)", type, g_variant_new_uint32 (5)));
  /* An edit without the edit. */
  assert_damaged (
      g_variant_new ("(yv)", (guchar) MN_RECORD_STEP,
                     g_variant_new ("(ysbmv)", (guchar) MN_STEP_EDIT, "name", FALSE, NULL)));
}

static void
test_damage (void)
{
  g_autoptr (GRand)  rand = g_rand_new_with_seed (77);
  g_autoptr (MnEdit) edit = new_edit ();
  const MnStep       step = { MN_STEP_EDIT, edit, "Change", FALSE };
  g_autoptr (GBytes) whole = pack (mn_journal_record_new_step (&step));
  gsize              n;
  const guint8      *bytes = g_bytes_get_data (whole, &n);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint8   *copy = g_memdup2 (bytes, n);
      g_autoptr (GBytes)   damaged = NULL;
      g_autoptr (GError)   error = NULL;
      g_autoptr (MnRecord) record = NULL;
      gsize                kept = n;

      for (int flips = g_rand_int_range (rand, 1, 7); flips > 0; flips--)
        copy[g_rand_int_range (rand, 0, (int) n)] = (guint8) g_rand_int (rand);
      if (g_rand_boolean (rand))
        kept = (gsize) g_rand_int_range (rand, 0, (int) n + 1);
      damaged = g_bytes_new (copy, kept);
      record = mn_journal_record_read (damaged, &error);
      g_assert_true ((record == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-record/base", test_base);
  g_test_add_func ("/journal-record/steps", test_steps);
  g_test_add_func ("/journal-record/place", test_place);
  g_test_add_func ("/journal-record/wrong-bodies", test_wrong_bodies);
  g_test_add_func ("/journal-record/damage", test_damage);
  return g_test_run ();
}
