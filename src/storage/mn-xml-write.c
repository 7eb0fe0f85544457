/* Items to bytes, by the descriptions of their kinds. */

#include "mn-xml-private.h"

#include <string.h>

/* Texts are elements, everything else an attribute. */
static gboolean
is_attribute (const MnField *field)
{
  return field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH;
}

static void
append_foreign_attributes (GString *out, MnItem *item, const char *place)
{
  GPtrArray *all = mn_item_get_foreign (item);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MnForeign *foreign = all->pdata[i];

      if (foreign->attribute && g_strcmp0 (foreign->place, place) == 0)
        g_string_append (out, foreign->xml);
    }
}

static gboolean
has_foreign (MnItem *item, const char *place, gboolean attribute)
{
  GPtrArray *all = mn_item_get_foreign (item);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MnForeign *foreign = all->pdata[i];

      if (foreign->attribute == attribute && g_strcmp0 (foreign->place, place) == 0)
        return TRUE;
    }
  return FALSE;
}

/* One element a line, or all of them in this one if @indent is negative. */
static void
append_foreign_elements (GString *out, MnItem *item, const char *place, int indent)
{
  GPtrArray *all = mn_item_get_foreign (item);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MnForeign *foreign = all->pdata[i];

      if (foreign->attribute || g_strcmp0 (foreign->place, place) != 0)
        continue;
      mn_xml_append_indent (out, (guint) MAX (indent, 0));
      g_string_append (out, foreign->xml);
      if (indent >= 0)
        g_string_append_c (out, '\n');
    }
}

static void
write_attributes (GString *out, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);

  g_string_append_printf (out, " id=\"%s\"", mn_item_get_id (item));
  for (const MnField *field = kind->fields; field->name != NULL; field++)
    {
      const char *value = is_attribute (field) ? mn_item_get (item, field->name) : NULL;

      if (value == NULL)
        continue;
      g_string_append_printf (out, " %s=\"", field->name);
      mn_xml_append_escaped (out, value, strlen (value), TRUE);
      g_string_append_c (out, '"');
    }
  append_foreign_attributes (out, item, NULL);
}

static void
write_line (GString *out, MnItem *item, const MnField *field, guint indent)
{
  const char *value = mn_item_get (item, field->name);

  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "<%s", field->name);
  append_foreign_attributes (out, item, field->name);
  if (value == NULL && !has_foreign (item, field->name, FALSE))
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append_c (out, '>');
  mn_xml_append_escaped (out, value != NULL ? value : "", value != NULL ? strlen (value) : 0,
                         FALSE);
  append_foreign_elements (out, item, field->name, -1);
  g_string_append_printf (out, "</%s>\n", field->name);
}

static void
write_paragraphs (GString *out, MnItem *item, const MnField *field, guint indent)
{
  MnText *value = mn_item_get_rich (item, field->name);

  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "<%s", field->name);
  append_foreign_attributes (out, item, field->name);
  if (value == NULL && !has_foreign (item, field->name, FALSE))
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append (out, ">\n");
  if (value != NULL)
    mn_xml_write_rich (out, value, indent + 1);
  append_foreign_elements (out, item, field->name, (int) indent + 1);
  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "</%s>\n", field->name);
}

static void
write_texts (GString *out, MnItem *item, guint indent)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      gboolean foreign = has_foreign (item, field->name, TRUE) ||
                         has_foreign (item, field->name, FALSE);

      if (field->type == MN_FIELD_TEXT && (foreign || mn_item_get (item, field->name) != NULL))
        write_line (out, item, field, indent);
      if (field->type == MN_FIELD_RICH && (foreign || mn_item_get_rich (item, field->name) != NULL))
        write_paragraphs (out, item, field, indent);
    }
}

static void write_item (GString *out, MnItem *item, guint indent);

static void
write_children (GString *out, MnItem *item, const MnSlot *slot, guint indent)
{
  GListModel *children = mn_item_get_children (item, slot->name);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (MnItem) child = g_list_model_get_item (children, i);

      write_item (out, child, indent);
    }
}

static void
write_slot (GString *out, MnItem *item, const MnSlot *slot, guint indent)
{
  gboolean has_elements = mn_item_get_n_children (item, slot->name) > 0 ||
                          has_foreign (item, slot->name, FALSE);

  if (!has_elements && !has_foreign (item, slot->name, TRUE))
    return;
  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "<%s", slot->name);
  append_foreign_attributes (out, item, slot->name);
  if (!has_elements)
    {
      g_string_append (out, "/>\n");
      return;
    }
  g_string_append (out, ">\n");
  write_children (out, item, slot, indent + 1);
  append_foreign_elements (out, item, slot->name, (int) indent + 1);
  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "</%s>\n", slot->name);
}

static void
write_content (GString *out, MnItem *item, guint indent)
{
  write_texts (out, item, indent);
  for (const MnSlot *slot = mn_item_get_kind (item)->slots; slot->name != NULL; slot++)
    {
      if (slot->single)
        write_children (out, item, slot, indent);
      else
        write_slot (out, item, slot, indent);
    }
  append_foreign_elements (out, item, NULL, (int) indent);
}

/* The bytes after the attributes; an element without content is closed at once. */
static void
write_rest (GString *out, MnItem *item, guint indent)
{
  gsize tag, content;

  tag = out->len;
  g_string_append (out, ">\n");
  content = out->len;
  write_content (out, item, indent + 1);
  if (out->len == content)
    {
      g_string_truncate (out, tag);
      g_string_append (out, "/>\n");
      return;
    }
  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "</%s>\n", mn_item_get_kind (item)->name);
}

static void
write_item (GString *out, MnItem *item, guint indent)
{
  mn_xml_append_indent (out, indent);
  g_string_append_printf (out, "<%s", mn_item_get_kind (item)->name);
  write_attributes (out, item);
  write_rest (out, item, indent);
}

/**
 * mn_xml_write:
 * @root: the root of a document, attached or not; it isn't changed
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
mn_xml_write (MnItem *root)
{
  GString *out;

  g_return_val_if_fail (MN_IS_ITEM (root), NULL);

  out = g_string_sized_new (64 * 1024);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (out, "<%s xmlns=\"%s\" version=\"%d\"", mn_item_get_kind (root)->name,
                          MN_XML_NAMESPACE, MN_XML_VERSION);
  write_attributes (out, root);
  write_rest (out, root, 0);
  return g_string_free_to_bytes (out);
}
