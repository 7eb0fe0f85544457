#include "storage-fill.h"

#include <string.h>

#include "mn-text.h"

typedef struct
{
  guint next_id;
  guint next_value;
} Fill;

static MnItem *
new_item (Fill *self, const MnKind *kind)
{
  g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", ++self->next_id);

  return mn_item_new_with_id (kind, id);
}

MnText *
storage_fill_text (guint number)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autofree char          *words = g_strdup_printf ("Giao Ban Tổ chức & <%u>", number);

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_run (builder, words, -1, MN_MARK_NONE);
  mn_text_builder_run (builder, "đậm", -1, MN_MARK_BOLD);
  mn_text_builder_run (builder, " ", -1, MN_MARK_NONE);
  mn_text_builder_run (builder, "nghiêng", -1, MN_MARK_ITALIC);
  mn_text_builder_run (builder, "cả hai", -1, MN_MARK_BOLD | MN_MARK_ITALIC);
  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 1 + number % 4,
                         " xmlns:x=\"urn:x\" x:a=\"1\"");
  mn_text_builder_run (builder, " đầu dòng\t", -1, MN_MARK_NONE);
  mn_text_builder_object (builder, "<x:o xmlns:x=\"urn:x\">1 &lt; 2</x:o>", MN_MARK_BOLD);
  mn_text_builder_begin (builder, MN_PARAGRAPH_NUMBER, 1 + number % 4, NULL);
  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}

static char *
make_value (Fill *self, const MnField *field)
{
  guint n = ++self->next_value;
  guint n_values = 0;

  switch (field->type)
    {
    case MN_FIELD_ENUM:
      while (field->values[n_values].nick != NULL)
        n_values++;
      return g_strdup (field->values[n % n_values].nick);
    case MN_FIELD_DATE:
      return g_strdup_printf ("20%02u-%02u-%02u", n % 100, 1 + n % 12, 1 + n % 28);
    case MN_FIELD_TIME:
      return g_strdup_printf ("%02u:%02u", n % 24, n % 60);
    case MN_FIELD_MOMENT:
      return g_strdup_printf ("20%02u-02-28T%02u:59:%02u+07:00", n % 100, n % 24, n % 60);
    case MN_FIELD_INTEGER:
      return g_strdup_printf ("%u", n);
    case MN_FIELD_DECIMAL:
      return g_strdup_printf ("-%u.5", n);
    case MN_FIELD_BOOLEAN:
      return g_strdup ("yes");
    case MN_FIELD_REF:
    case MN_FIELD_ID:
      return g_strdup_printf ("00000000-0000-4000-9000-%012u", n);
    case MN_FIELD_REFS:
      return g_strdup_printf ("00000000-0000-4000-9000-%012u 00000000-0000-4000-a000-%012u", n, n);
    case MN_FIELD_TEXT:
    case MN_FIELD_RICH:
    default:
      return g_strdup_printf (" “%s” <%u> & ]]> đủ ", field->name, n);
    }
}

static void
fill_fields (Fill *self, MnItem *item)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_RICH)
      {
        g_autoptr (MnText) text = storage_fill_text (++self->next_value);

        mn_item_set_rich (item, field->name, text);
      }
    else
      {
        g_autofree char *value = make_value (self, field);

        g_assert_true (mn_item_set (item, field->name, value, NULL));
      }
}

static void
fill_item (Fill *self, MnItem *item, guint depth, guint n)
{
  fill_fields (self, item);
  for (const MnSlot *slot = mn_item_get_kind (item)->slots; slot->name != NULL; slot++)
    for (guint i = 0; (slot->single || depth > 0) && i < (slot->single ? 1 : n); i++)
      {
        g_autoptr (MnItem) child = new_item (self, slot->kind);

        fill_item (self, child, slot->single ? depth : depth - 1, n);
        mn_item_add (item, slot->name, child);
      }
}

MnItem *
storage_fill_new (guint depth, guint n)
{
  return storage_fill_root (mn_kind_get_session (), depth, n);
}

MnItem *
storage_fill_root (const MnKind *kind, guint depth, guint n)
{
  Fill    self = { 0, 0 };
  MnItem *root = new_item (&self, kind);

  fill_item (&self, root, depth, n);
  return root;
}
