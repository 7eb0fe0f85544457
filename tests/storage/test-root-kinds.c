/* Every kind of document is read, written, edited, saved and recovered alike. */

#include <glib/gstdio.h>
#include <string.h>

#include "mn-error.h"
#include "mn-store.h"
#include "mn-xml.h"
#include "storage-fill.h"

#define NOW "2026-04-15T08:30:00+07:00"

typedef struct
{
  const MnKind *kind;
  char         *folder;
  char         *path;
  MnClock      *clock;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->kind = data;
  self->folder = g_dir_make_tmp ("minutes-kinds-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.xml", NULL);
  self->clock = mn_clock_new_fixed (NOW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  mn_clock_unref (self->clock);
}

static MnItem *
read_back (GBytes *bytes, const MnKind *kind)
{
  g_autoptr (GError) error = NULL;
  MnItem            *root = mn_xml_read_document (bytes, "a.xml", kind, NULL, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  for (guint depth = 0; depth < 4; depth++)
    {
      g_autoptr (MnItem) root = storage_fill_root (self->kind, depth, 2);
      g_autoptr (GBytes) bytes = mn_xml_write (root);
      g_autoptr (MnItem) read = read_back (bytes, self->kind);
      g_autoptr (MnItem) any = read_back (bytes, NULL);
      g_autoptr (GBytes) twice = mn_xml_write (read);

      g_assert_true (mn_item_equal (read, root));
      g_assert_true (mn_item_equal (any, root));
      g_assert_true (g_bytes_equal (bytes, twice));
    }
}

static void
assert_refused (GBytes *bytes, const MnKind *kind, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mn_xml_read_document (bytes, "a.xml", kind, NULL, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "a.xml:2: "));
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strchr (error->message, '\n'));
}

/* A file of one kind is never taken for another's, and both are named. */
static void
test_other_kind (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_item_new (self->kind);
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  const char        *foreign = "\n<person xmlns='" MN_XML_NAMESPACE "' version='1'/>";
  g_autoptr (GBytes) no_root = g_bytes_new_static (foreign, strlen (foreign));

  for (const MnKind *const *other = mn_kind_list_roots (); *other != NULL; other++)
    if (*other != self->kind)
      {
        assert_refused (bytes, *other, mn_kind_get_label (*other));
        assert_refused (bytes, *other, mn_kind_get_label (self->kind));
      }
  assert_refused (no_root, self->kind, "“person”");
}

static void
test_cut_everywhere (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = storage_fill_root (self->kind, 1, 1);
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  gsize              size;
  const char        *start = g_bytes_get_data (bytes, &size);
  gsize              step = 1 + size / 2000;

  for (gsize n = 0; n + 1 < size; n += step)
    {
      g_autoptr (GBytes) part = g_bytes_new (start, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (mn_xml_read_document (part, "a.xml", NULL, NULL, &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_NOT_XML);
    }
}

static void
test_random_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = storage_fill_root (self->kind, 2, 1);
  g_autoptr (GBytes) bytes = mn_xml_write (root);
  g_autoptr (GRand)  rand = g_rand_new_with_seed (20260415);
  gsize              size;
  const char        *start = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char   *copy = g_memdup2 (start, size);
      g_autoptr (GBytes) hurt = NULL;
      g_autoptr (MnItem) read = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 1 + i % 3; n++)
        copy[g_rand_int_range (rand, 0, (int) size)] = (char) g_rand_int_range (rand, 0, 128);
      hurt = g_bytes_new_take (g_steal_pointer (&copy), size);
      read = mn_xml_read_document (hurt, "a.xml", NULL, NULL, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

/* ---- edits ----------------------------------------------------------------------------------- */

/* One edit of each sort in the first slot of many, wherever it is; ends with an item more. */
static MnItem *
find_parent (MnItem *item, const char **slot_name)
{
  for (const MnSlot *slot = mn_item_get_kind (item)->slots; slot->name != NULL; slot++)
    {
      MnItem *found = item;

      *slot_name = slot->name;
      if (slot->single)
        found = find_parent (mn_item_get_single (item, slot->name), slot_name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
find_line (const MnKind *kind)
{
  for (const MnField *field = kind->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_TEXT)
      return field->name;
  return NULL;
}

static void
edit (MnDocument *document, const char *words)
{
  const char        *slot;
  MnItem            *parent = find_parent (mn_document_get_root (document), &slot);
  const MnKind      *kind = mn_kind_find_slot (mn_item_get_kind (parent), slot)->kind;
  g_autoptr (MnItem) first = mn_item_new (kind), second = mn_item_new (kind);
  MnItem            *child;
  g_autoptr (MnText) text = mn_text_new (" ạ");
  const char        *field = find_line (kind);
  g_autoptr (GError) error = NULL;

  mn_document_begin (document, "Everything");
  mn_document_insert (document, parent, slot, G_MAXUINT, first, &error);
  child = mn_document_find (document, mn_item_get_id (first));
  mn_document_insert (document, parent, slot, 0, second, &error);
  mn_document_move (document, child, 0, &error);
  mn_document_set (document, child, field != NULL ? field : kind->fields[0].name,
                   field != NULL ? words : NULL, &error);
  if (field != NULL)
    mn_document_splice (document, child, field, 0, 0, text, &error);
  mn_document_remove (document, mn_document_find (document, mn_item_get_id (second)), &error);
  mn_document_end (document);
  g_assert_no_error (error);
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem)     root = storage_fill_root (self->kind, 2, 2);
  g_autoptr (MnItem)     before = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_autoptr (MnDocument) document = mn_document_new (root, self->clock);
  g_autoptr (MnItem)     after = NULL;

  edit (document, "hai");
  after = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_assert_false (mn_item_equal (before, after));
  g_assert_true (mn_document_undo (document));
  g_assert_true (mn_item_equal (before, root));
  g_assert_true (mn_document_redo (document));
  g_assert_true (mn_item_equal (after, root));
}

/* ---- files ----------------------------------------------------------------------------------- */

static MnStore *
new_store (Fixture *self)
{
  g_autoptr (MnItem)     root = storage_fill_root (self->kind, 1, 1);
  g_autoptr (MnDocument) document = mn_document_new (root, self->clock);
  MnStore               *store = mn_store_new (document, self->path);

  mn_store_use_journal (store, self->folder);
  return store;
}

static void
save (MnStore *store)
{
  g_autoptr (GError) error = NULL;

  mn_store_save (store, &error);
  g_assert_no_error (error);
}

static void
test_save_and_open (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) store = new_store (self);
  g_autoptr (MnStore) opened = NULL;
  g_autoptr (GError)  error = NULL;

  edit (mn_store_get_document (store), "một");
  save (store);
  opened = mn_store_open_kind (self->path, self->kind, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (mn_item_equal (mn_document_get_root (mn_store_get_document (opened)),
                                mn_document_get_root (mn_store_get_document (store))));
  for (const MnKind *const *other = mn_kind_list_roots (); *other != NULL; other++)
    if (*other != self->kind)
      {
        g_assert_null (mn_store_open_kind (self->path, *other, self->clock, &error));
        g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
        g_clear_error (&error);
      }
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) store = new_store (self);
  g_autoptr (MnStore) other = NULL;
  g_autoptr (GError)  error = NULL;

  save (store);
  other = mn_store_open_kind (self->path, NULL, self->clock, NULL);
  edit (mn_store_get_document (other), "người khác");
  save (other);
  edit (mn_store_get_document (store), "tôi");
  g_assert_false (mn_store_save (store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
}

/* The store goes as in a crash: what it had not saved is in its journal alone. */
static void
test_recovery (Fixture *self, gconstpointer data)
{
  MnStore               *store = new_store (self);
  g_autoptr (MnItem)     wanted = NULL;
  g_autoptr (MnRecovery) recovery = NULL;
  g_autoptr (MnItem)     read = NULL;
  g_autoptr (GError)     error = NULL;
  g_auto (GStrv)         left = NULL;

  save (store);
  edit (mn_store_get_document (store), "mất điện");
  wanted = mn_item_copy (mn_document_get_root (mn_store_get_document (store)), MN_COPY_SAME_IDS);
  g_assert_finalize_object (store);
  left = mn_recovery_list (self->folder);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  recovery = mn_recovery_read (left[0], self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (recovery->known);
  g_assert_true (mn_item_equal (mn_document_get_root (recovery->document), wanted));
  store = mn_store_recover (recovery, self->path, self->folder);
  save (store);
  g_object_unref (store);
  read = mn_xml_read_document_file (self->path, self->kind, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mn_item_equal (read, wanted));
  g_assert_true (mn_document_undo (recovery->document));
}

static void
add (const char *name, const MnKind *kind, void (*test) (Fixture *self, gconstpointer data))
{
  g_autofree char *path = g_strdup_printf ("/root-kinds/%s/%s", kind->name, name);

  g_test_add (path, Fixture, kind, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const MnKind *const *kind = mn_kind_list_roots (); *kind != NULL; kind++)
    {
      add ("round-trip", *kind, test_round_trip);
      add ("other-kind", *kind, test_other_kind);
      add ("cut-everywhere", *kind, test_cut_everywhere);
      add ("random-bytes", *kind, test_random_bytes);
      add ("undo", *kind, test_undo);
      add ("save-and-open", *kind, test_save_and_open);
      add ("changed-on-disk", *kind, test_changed_on_disk);
      add ("recovery", *kind, test_recovery);
    }
  return g_test_run ();
}
