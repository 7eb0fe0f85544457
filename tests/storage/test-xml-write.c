#include <string.h>

#include "mn-error.h"
#include "mn-kinds.h"
#include "mn-text.h"
#include "mn-xml.h"
#include "storage-fill.h"

#define FOREIGN "<x:note xmlns:x=\"urn:x\" a=\"&#10;\">một\n <y xmlns=\"urn:y\"/></x:note>"
#define FOREIGN_ATTRIBUTE " xmlns:x=\"urn:x\" x:a=\"1 &amp; 2\""

static const char *
get_string (GBytes *bytes)
{
  return g_bytes_get_data (bytes, NULL);
}

/* The bytes with a zero at their end, so that they can be searched as a string. */
static char *
dup_xml (MnItem *root)
{
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  gsize              size;
  const char        *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static MnItem *
read_again (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MnItem            *root = mn_xml_read_bytes (bytes, "again", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static void
assert_round_trip (MnItem *root)
{
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  g_autoptr (MnItem) read = read_again (bytes);
  g_autoptr (GBytes) twice = mn_xml_write (read);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
  g_assert_true (mn_item_equal (root, read));
}

static void
test_every_field (void)
{
  g_autoptr (MnItem) root = storage_fill_new (3, 2);

  assert_round_trip (root);
}

static void
test_empty (void)
{
  g_autoptr (MnItem) root = mn_item_new (mn_kind_get_session ());

  assert_round_trip (root);
}

static void
test_same_bytes (void)
{
  g_autoptr (MnItem) root = storage_fill_new (2, 1);
  g_autoptr (MnItem) copy = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  g_autoptr (GBytes) same = mn_xml_write (copy);

  g_assert_true (g_bytes_equal (bytes, same));
  g_assert_cmpint (get_string (bytes)[g_bytes_get_size (bytes) - 1], ==, '\n');
}

static gboolean
add_foreign_everywhere (MnItem *item, gpointer user_data)
{
  mn_item_add_foreign (item, NULL, TRUE, FOREIGN_ATTRIBUTE);
  mn_item_add_foreign (item, NULL, FALSE, FOREIGN);
  mn_item_add_foreign (item, NULL, FALSE, "<z xmlns=\"urn:z\"/>");
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_TEXT || field->type == MN_FIELD_RICH)
      {
        mn_item_add_foreign (item, field->name, TRUE, FOREIGN_ATTRIBUTE);
        mn_item_add_foreign (item, field->name, FALSE, FOREIGN);
      }
  for (const MnSlot *slot = mn_item_get_kind (item)->slots; slot->name != NULL; slot++)
    if (!slot->single)
      {
        mn_item_add_foreign (item, slot->name, TRUE, FOREIGN_ATTRIBUTE);
        mn_item_add_foreign (item, slot->name, FALSE, FOREIGN);
      }
  return TRUE;
}

static void
test_foreign_everywhere (void)
{
  g_autoptr (MnItem) full = storage_fill_new (2, 1);
  g_autoptr (MnItem) root = mn_item_new (mn_kind_get_session ());
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (MnItem) read = NULL;

  mn_item_walk (full, add_foreign_everywhere, NULL);
  mn_item_walk (root, add_foreign_everywhere, NULL);
  /* The model remembers them in the order of the file, which isn't the order they were added in. */
  bytes = mn_xml_write (full);
  read = read_again (bytes);
  twice = mn_xml_write (read);
  g_assert_true (g_bytes_equal (bytes, twice));
  assert_round_trip (read);
  g_clear_object (&read);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = mn_xml_write (root);
  read = read_again (bytes);
  assert_round_trip (read);
}

static MnItem *
new_with_title (const char *title)
{
  MnItem *root = mn_item_new (mn_kind_get_session ());
  MnItem *record = mn_item_get_single (root, "record");

  g_assert_true (mn_item_set (mn_item_get_single (record, "general"), "title", title, NULL));
  return root;
}

static void
test_line_keeps_its_blanks (void)
{
  static const char *const titles[] = { " ", "   ", "\tx ", " a ", "]]>", "&amp;<b>" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (MnItem) root = new_with_title (titles[i]);

      assert_round_trip (root);
    }
}

static void
test_unclean_text (void)
{
  /* e + circumflex + acute, and controls that no parser would take */
  g_autoptr (MnItem) root = new_with_title ("Tie\xCC\x82\xCC\x81ng\x01 \x0C\xEF\xBF\xBE"
                                            "a\xFF");
  g_autofree char   *xml = dup_xml (root);

  g_assert_nonnull (strstr (xml, "<title>Tiếng a\xEF\xBF\xBD</title>"));
  assert_round_trip (root);
}

static void
test_shape (void)
{
  g_autoptr (MnItem) root = new_with_title ("Hội nghị");
  g_autoptr (MnItem) point = mn_item_new_with_id (&mn_kind_point,
                                                  "00000000-0000-4000-8000-000000000001");
  g_autoptr (MnText) text = mn_text_new ("một\nhai");
  MnItem            *record = mn_item_get_single (root, "record");
  g_autofree char   *xml = NULL;

  mn_item_set_rich (point, "text", text);
  g_assert_true (mn_item_set (point, "task", "yes", NULL));
  g_assert_true (mn_item_set (point, "deadline", "2026-04-15", NULL));
  mn_item_add (mn_item_get_single (record, "conclusion"), "points", point);
  xml = dup_xml (root);
  g_assert_true (g_str_has_prefix (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                        "<session xmlns=\"https://minutes.example.org/ns/1\" "
                                        "version=\"1\" id=\""));
  g_assert_nonnull (strstr (xml, "\n      <title>Hội nghị</title>\n    </general>\n"));
  g_assert_nonnull (
      strstr (xml, "\n      <points>\n"
                   "        <point id=\"00000000-0000-4000-8000-000000000001\" task=\"yes\" "
                   "deadline=\"2026-04-15\">\n"
                   "          <text>\n"
                   "            <p>một</p>\n"
                   "            <p>hai</p>\n"
                   "          </text>\n"
                   "        </point>\n"
                   "      </points>\n"
                   "    </conclusion>\n"));
  g_assert_true (g_str_has_suffix (xml, "/>\n</session>\n"));
}

/* A name that stands for two things inside one kind could not be read back. */
static void
test_names_are_clear (void)
{
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    {
      const MnKind          *kind = mn_kind_list ()[i];
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (mn_kind_get_n_fields (kind), <=, MN_KIND_MAX_FIELDS);
      g_assert_cmpuint (mn_kind_get_n_slots (kind), <=, 64);
      for (const MnField *field = kind->fields; field->name != NULL; field++)
        {
          g_assert_cmpstr (field->name, !=, "id");
          g_assert_cmpstr (field->name, !=, "version");
          g_assert_true (g_hash_table_add (names, (gpointer) field->name) ||
                         field->type != MN_FIELD_TEXT);
        }
      for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
        {
          const char    *name = slot->single ? slot->kind->name : slot->name;
          const MnField *field = mn_kind_find_field (kind, name);

          g_assert_true (field == NULL ||
                         (field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH));
          g_assert_true (g_hash_table_add (names, (gpointer) name));
        }
    }
}

static gboolean
check_line (MnItem *item, gpointer user_data)
{
  GBytes          *bytes = user_data;
  guint            line = mn_xml_find_line (bytes, mn_item_get_id (item));
  g_autofree char *text = g_strndup (get_string (bytes), g_bytes_get_size (bytes));
  g_auto (GStrv)   lines = g_strsplit (text, "\n", -1);
  g_autofree char *begin = g_strdup_printf ("<%s ", mn_item_get_kind (item)->name);

  g_assert_cmpuint (line, >, 0);
  g_assert_true (g_str_has_prefix (g_strstrip (lines[line - 1]), begin));
  g_assert_nonnull (strstr (lines[line - 1], mn_item_get_id (item)));
  return TRUE;
}

static void
test_find_line (void)
{
  g_autoptr (MnItem) root = storage_fill_new (1, 1);
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  static const char  loose[] = "<a\n ref='x'\n>\n<b\nx='1'\n id = 'x'/></a>";
  g_autoptr (GBytes) other = g_bytes_new_static (loose, strlen (loose));

  mn_item_walk (root, check_line, bytes);
  g_assert_cmpuint (mn_xml_find_line (bytes, "00000000-0000-4000-9000-000000000000"), ==, 0);
  g_assert_cmpuint (mn_xml_find_line (other, "x"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-write/every-field", test_every_field);
  g_test_add_func ("/xml-write/empty", test_empty);
  g_test_add_func ("/xml-write/same-bytes", test_same_bytes);
  g_test_add_func ("/xml-write/foreign-everywhere", test_foreign_everywhere);
  g_test_add_func ("/xml-write/line-keeps-its-blanks", test_line_keeps_its_blanks);
  g_test_add_func ("/xml-write/unclean-text", test_unclean_text);
  g_test_add_func ("/xml-write/shape", test_shape);
  g_test_add_func ("/xml-write/names-are-clear", test_names_are_clear);
  g_test_add_func ("/xml-write/find-line", test_find_line);
  return g_test_run ();
}
