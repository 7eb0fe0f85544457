#include "mn-kind.h"

#include <string.h>

#include "mn-kinds.h"

static gboolean
is_xml_name (const char *name)
{
  if (!g_ascii_islower (*name))
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return !g_str_has_prefix (name, "xml");
}

static void
check_field (const MnField *field)
{
  g_assert_cmpint (field->type == MN_FIELD_ENUM, ==, field->values != NULL);
  g_assert_cmpint (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS, ==,
                   field->ref != NULL);
  if (field->ref != NULL)
    g_assert_nonnull (mn_kind_find (field->ref));
  if (field->values != NULL)
    {
      g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_nonnull (field->values[0].nick);
      for (const MnEnumValue *value = field->values; value->nick != NULL; value++)
        {
          g_assert_true (is_xml_name (value->nick));
          g_assert_true (g_hash_table_add (nicks, (gpointer) value->nick));
          g_assert_cmpstr (mn_enum_value_get_label (value), !=, "");
          g_assert_true (mn_field_find_value (field, value->nick) == value);
        }
    }
  g_assert_null (mn_field_find_value (field, "no-such-value"));
  g_assert_null (mn_field_find_value (field, NULL));
}

static void
check_kind (const MnKind *kind)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields = mn_kind_get_n_fields (kind), n_slots = mn_kind_get_n_slots (kind);

  g_assert_cmpuint (n_fields, <=, MN_KIND_MAX_FIELDS);
  for (guint i = 0; i < n_fields; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *label = g_strdup (mn_field_get_label (field));

      g_assert_true (is_xml_name (field->name));
      g_assert_true (g_hash_table_add (names, (gpointer) field->name));
      g_assert_cmpstr (g_strstrip (label), ==, mn_field_get_label (field));
      g_assert_cmpstr (label, !=, "");
      g_assert_true (mn_kind_find_field (kind, field->name) == field);
      g_assert_cmpint (mn_kind_get_field_index (kind, field->name), ==, (int) i);
      check_field (field);
    }
  for (guint i = 0; i < n_slots; i++)
    {
      const MnSlot *slot = &kind->slots[i];

      g_assert_true (is_xml_name (slot->name));
      g_assert_true (g_hash_table_add (names, (gpointer) slot->name));
      g_assert_cmpstr (mn_slot_get_label (slot), !=, "");
      g_assert_true (mn_kind_find_slot (kind, slot->name) == slot);
      g_assert_cmpint (mn_kind_get_slot_index (kind, slot->name), ==, (int) i);
      /* The element of a single item has no other around it. */
      g_assert_true (!slot->single || strcmp (slot->name, slot->kind->name) == 0);
    }
  g_assert_null (mn_kind_find_field (kind, "no-such-field"));
  g_assert_null (mn_kind_find_slot (kind, "no-such-slot"));
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const MnKind *const   *kinds = mn_kind_list ();

  g_assert_true (kinds[0] == mn_kind_get_session ());
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_test_message ("%s", kinds[i]->name);
      g_assert_true (is_xml_name (kinds[i]->name));
      g_assert_true (g_hash_table_add (names, (gpointer) kinds[i]->name));
      g_assert_cmpstr (mn_kind_get_label (kinds[i]), !=, "");
      g_assert_true (mn_kind_find (kinds[i]->name) == kinds[i]);
      check_kind (kinds[i]);
    }
  g_assert_null (mn_kind_find ("no-such-kind"));
}

static void
reach (const MnKind *kind, GHashTable *reached)
{
  if (!g_hash_table_add (reached, (gpointer) kind))
    return;
  for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
    reach (slot->kind, reached);
}

static void
test_reachable (void)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  guint                  n = 0;

  for (guint i = 0; mn_kind_list_roots ()[i] != NULL; i++)
    {
      const MnKind *root = mn_kind_list_roots ()[i];

      /* None stands below another, so an element's name tells what a file is. */
      g_assert_false (g_hash_table_contains (reached, root));
      g_assert_true (mn_kind_is_root (root));
      reach (root, reached);
    }
  g_assert_false (mn_kind_is_root (&mn_kind_record));
  for (; mn_kind_list ()[n] != NULL; n++)
    g_assert_true (g_hash_table_contains (reached, mn_kind_list ()[n]));
  g_assert_cmpuint (g_hash_table_size (reached), ==, n);
}

/* Making an item makes its single parts: a kind that held itself singly would never end. */
static gboolean
holds_singly (const MnKind *kind, const MnKind *wanted, guint depth)
{
  g_assert_cmpuint (depth, <, 10);
  for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
    if (slot->single && (slot->kind == wanted || holds_singly (slot->kind, wanted, depth + 1)))
      return TRUE;
  return FALSE;
}

static void
test_single (void)
{
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    g_assert_false (holds_singly (mn_kind_list ()[i], mn_kind_list ()[i], 0));
}

/* Lists need something to show. */
static void
test_titles (void)
{
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    {
      const MnKind *kind = mn_kind_list ()[i];
      gboolean      found = FALSE;

      for (const MnField *field = kind->fields; field->name != NULL; field++)
        found |= (field->flags & MN_FIELD_TITLE) != 0 || field->type == MN_FIELD_ENUM;
      g_test_message ("%s", kind->name);
      g_assert_true (found || mn_kind_is_root (kind) || kind == &mn_kind_record ||
                     kind == &mn_kind_conclusion || kind == &mn_kind_after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/kinds", test_kinds);
  g_test_add_func ("/kind/reachable", test_reachable);
  g_test_add_func ("/kind/single", test_single);
  g_test_add_func ("/kind/titles", test_titles);
  return g_test_run ();
}
