/* Bytes to items, by the descriptions of their kinds. */

#include "mn-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

typedef xmlDoc        MnXmlDoc;
typedef xmlParserCtxt MnXmlContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnXmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnXmlContext, xmlFreeParserCtxt)

/* Which fields and slots of one item were met. */
typedef struct
{
  guint64 fields;
  guint64 slots;
} Seen;

G_STATIC_ASSERT (MN_KIND_MAX_FIELDS <= 64);

/* ---- items ----------------------------------------------------------------------------------- */

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *raw = xmlGetNoNsProp (node, BAD_CAST name);
  char    *value = g_strdup ((const char *) raw);

  xmlFree (raw);
  return value;
}

static gboolean
keep_attributes (MnXmlReader *self, xmlNode *node, MnItem *item, const char *place)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  g_autofree char      *xml = NULL;

  if (!mn_xml_collect_attributes (self, node, attributes))
    return FALSE;
  xml = mn_xml_dup_attributes (attributes);
  if (xml != NULL)
    mn_item_add_foreign (item, place, TRUE, xml);
  return TRUE;
}

static void
keep_element (xmlNode *node, MnItem *item, const char *place)
{
  g_autofree char *xml = mn_xml_dup_element (node);

  mn_item_add_foreign (item, place, FALSE, xml);
}

static gboolean
set_field (MnXmlReader *self, xmlNode *node, MnItem *item, const MnField *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (mn_item_set (item, field->name, value, &error))
    return TRUE;
  return mn_xml_reject (self, node, "%s", error->message);
}

static gboolean
read_attribute (MnXmlReader *self, xmlNode *node, MnItem *item, const xmlAttr *attribute)
{
  const char      *name = (const char *) attribute->name;
  const MnField   *field = mn_kind_find_field (mn_item_get_kind (item), name);
  g_autofree char *value = dup_attribute (node, name);

  if (field == NULL || field->type == MN_FIELD_TEXT || field->type == MN_FIELD_RICH)
    return mn_xml_reject_attribute (self, node, attribute);
  if (*value == '\0')
    return mn_xml_reject (self, node, _ ("“%s” is empty: leave it out"), name);
  return set_field (self, node, item, field, value);
}

static gboolean
read_attributes (MnXmlReader *self, xmlNode *node, MnItem *item, gboolean is_root)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;

      if (mn_xml_is_our_namespace (attribute->ns) &&
          !mn_xml_reject_attribute (self, node, attribute))
        return FALSE;
      if (attribute->ns != NULL || strcmp (name, "id") == 0 ||
          (is_root && strcmp (name, "version") == 0))
        continue;
      if (!read_attribute (self, node, item, attribute))
        return FALSE;
    }
  return keep_attributes (self, node, item, NULL);
}

static gboolean
read_line (MnXmlReader *self, xmlNode *element, MnItem *item, const MnField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!mn_xml_reject_attributes (self, element, NULL) ||
      !keep_attributes (self, element, item, field->name))
    return FALSE;
  for (xmlNode *node = element->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, node->content != NULL ? (const char *) node->content : "");
      else if (node->type == XML_ELEMENT_NODE && !mn_xml_is_ours (node))
        keep_element (node, item, field->name);
      else if (node->type == XML_ELEMENT_NODE &&
               !mn_xml_reject (self, node, _ ("“%s” isn't known inside “%s”, which is one line"),
                               (const char *) node->name, field->name))
        return FALSE;
    }
  return set_field (self, element, item, field, text->str);
}

static MnItem *read_item (MnXmlReader *self, xmlNode *node, const MnKind *kind, gboolean is_root);

static gboolean
read_child (MnXmlReader *self, xmlNode *node, MnItem *item, const MnSlot *slot)
{
  g_autoptr (MnItem) child = read_item (self, node, slot->kind, FALSE);

  if (child == NULL)
    return FALSE;
  mn_item_add (item, slot->name, child);
  return TRUE;
}

static gboolean
read_slot (MnXmlReader *self, xmlNode *element, MnItem *item, const MnSlot *slot)
{
  if (slot->single)
    return read_child (self, element, item, slot);
  if (!mn_xml_reject_attributes (self, element, NULL) ||
      !keep_attributes (self, element, item, slot->name))
    return FALSE;
  for (xmlNode *node = element->children; node != NULL; node = node->next)
    {
      gboolean ok = TRUE;

      if (mn_xml_is_stray_text (node))
        ok = mn_xml_reject (self, node, _ ("text stands in “%s”, where none belongs"), slot->name);
      else if (node->type == XML_ELEMENT_NODE && !mn_xml_is_ours (node))
        keep_element (node, item, slot->name);
      else if (node->type == XML_ELEMENT_NODE && mn_xml_is_named (node, slot->kind->name))
        ok = read_child (self, node, item, slot);
      else if (node->type == XML_ELEMENT_NODE)
        ok = mn_xml_reject (self, node, _ ("“%s” isn't known inside “%s”"),
                            (const char *) node->name, slot->name);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static const MnField *
find_text (const MnKind *kind, const xmlNode *node)
{
  const MnField *field = mn_kind_find_field (kind, (const char *) node->name);

  if (field == NULL || (field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH))
    return NULL;
  return field;
}

/* A single slot's item stands there itself, so it goes by the name of its kind. */
static const MnSlot *
find_slot (const MnKind *kind, const xmlNode *node)
{
  for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
    if (mn_xml_is_named (node, slot->single ? slot->kind->name : slot->name))
      return slot;
  return NULL;
}

static gboolean
meet (guint64 *seen, gsize index)
{
  gboolean first = (*seen & (G_GUINT64_CONSTANT (1) << index)) == 0;

  *seen |= G_GUINT64_CONSTANT (1) << index;
  return first;
}

static gboolean
read_element (MnXmlReader *self, xmlNode *node, MnItem *item, Seen *seen)
{
  const MnKind  *kind = mn_item_get_kind (item);
  const MnField *field = find_text (kind, node);
  const MnSlot  *slot = field == NULL ? find_slot (kind, node) : NULL;

  if (field == NULL && slot == NULL)
    return mn_xml_reject (self, node, _ ("“%s” isn't known inside “%s”"), (const char *) node->name,
                          kind->name);
  if (field != NULL ? !meet (&seen->fields, (gsize) (field - kind->fields))
                    : !meet (&seen->slots, (gsize) (slot - kind->slots)))
    return mn_xml_reject (self, node, _ ("“%s” stands twice in one “%s”"),
                          (const char *) node->name, kind->name);
  if (slot != NULL)
    return read_slot (self, node, item, slot);
  if (field->type == MN_FIELD_RICH)
    return mn_xml_read_rich (self, node, item, field);
  return read_line (self, node, item, field);
}

static gboolean
read_content (MnXmlReader *self, xmlNode *element, MnItem *item)
{
  Seen seen = { 0, 0 };

  for (xmlNode *node = element->children; node != NULL; node = node->next)
    {
      gboolean ok = TRUE;

      if (mn_xml_is_stray_text (node))
        ok = mn_xml_reject (self, node, _ ("text stands in “%s”, where none belongs"),
                            (const char *) element->name);
      else if (node->type == XML_ELEMENT_NODE && !mn_xml_is_ours (node))
        keep_element (node, item, NULL);
      else if (node->type == XML_ELEMENT_NODE)
        ok = read_element (self, node, item, &seen);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* In @id a copy of the item's id, or NULL where a newer file lacks one. */
static gboolean
read_id (MnXmlReader *self, xmlNode *node, char **id)
{
  g_autofree char *value = dup_attribute (node, "id");

  if (value == NULL)
    return mn_xml_reject (self, node, _ ("“%s” has no id"), (const char *) node->name);
  if (!g_uuid_string_is_valid (value))
    return mn_xml_reject (
        self, node, _ ("the id “%.60s” isn't made of 36 hexadecimal digits and hyphens"), value);
  if (g_hash_table_contains (self->ids, value))
    return mn_xml_reject (self, node, _ ("the id %s stands twice in the file"), value);
  g_hash_table_add (self->ids, g_strdup (value));
  *id = g_steal_pointer (&value);
  return TRUE;
}

static MnItem *
read_item (MnXmlReader *self, xmlNode *node, const MnKind *kind, gboolean is_root)
{
  g_autofree char   *id = NULL;
  g_autoptr (MnItem) item = NULL;

  if (!read_id (self, node, &id))
    return NULL;
  item = mn_item_new_with_id (kind, id);
  if (!read_attributes (self, node, item, is_root) || !read_content (self, node, item))
    return NULL;
  return g_steal_pointer (&item);
}

/* ---- documents ------------------------------------------------------------------------------- */

static void
note_error_cb (void *user_data, MnXmlError error)
{
  xmlParserCtxt   *context = user_data;
  g_autofree char *message = NULL;

  if (error->level == XML_ERR_WARNING)
    return;
  message = g_strchomp (g_strdelimit (g_utf8_make_valid (error->message, -1), "\n", ' '));
  mn_xml_fail (context->_private, (guint) MAX (error->line, 1), MN_ERROR_NOT_XML,
               _ ("the file is cut off or not well-formed: %s"), message);
}

static xmlDoc *
parse (MnXmlReader *self, GBytes *bytes)
{
  g_autoptr (MnXmlContext) context = xmlNewParserCtxt ();
  g_autoptr (MnXmlDoc)     doc = NULL;
  gsize                    size;
  const char              *data = g_bytes_get_data (bytes, &size);

  context->_private = self;
  context->sax->serror = (xmlStructuredErrorFunc) note_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC |
                               XML_PARSE_NOWARNING);
  if (self->error != NULL)
    return NULL;
  if (doc == NULL || !context->wellFormed || !context->nsWellFormed)
    {
      mn_xml_fail (self, 1, MN_ERROR_NOT_XML, _ ("the file is cut off or not well-formed"));
      return NULL;
    }
  if (doc->intSubset != NULL || doc->extSubset != NULL)
    {
      mn_xml_fail (self, 1, MN_ERROR_NOT_XML,
                   _ ("the file has a document type (<!DOCTYPE>), which Minutes refuses"));
      return NULL;
    }
  return g_steal_pointer (&doc);
}

static gboolean
read_version (MnXmlReader *self, xmlNode *root, int *version)
{
  g_autofree char *value = dup_attribute (root, "version");
  guint            line = (guint) xmlGetLineNo (root);

  if (value == NULL)
    return mn_xml_fail (self, line, MN_ERROR_FORMAT, _ ("“%s” has no version"), root->name);
  *version = strlen (value) < 9 && strspn (value, "0123456789") == strlen (value) ? atoi (value)
                                                                                  : 0;
  if (*version < 1)
    return mn_xml_fail (self, line, MN_ERROR_FORMAT, _ ("the version “%.20s” is no number from 1"),
                        value);
  self->newer = *version > MN_XML_VERSION;
  return TRUE;
}

/* The kind of document that begins with @root, if it is @expected or that is NULL. */
static const MnKind *
find_root_kind (MnXmlReader *self, xmlNode *root, const MnKind *expected)
{
  const char   *name = (const char *) root->name;
  const MnKind *kind = mn_xml_is_ours (root) ? mn_kind_find (name) : NULL;
  guint         line = (guint) xmlGetLineNo (root);

  if (kind != NULL && mn_kind_is_root (kind) && (expected == NULL || kind == expected))
    return kind;
  if (kind != NULL && mn_kind_is_root (kind))
    /* Translators: two kinds of documents: “Session”, “Directory”, “Register of numbers” … */
    mn_xml_fail (self, line, MN_ERROR_NOT_OURS,
                 _ ("this file holds something else than expected: not “%s” but “%s”"),
                 mn_kind_get_label (expected), mn_kind_get_label (kind));
  else if (expected == NULL || expected == mn_kind_get_session ())
    mn_xml_fail (self, line, MN_ERROR_NOT_OURS,
                 _ ("this isn't a session of Minutes: it begins with “%.60s”"), name);
  else
    mn_xml_fail (self, line, MN_ERROR_NOT_OURS,
                 /* Translators: a kind of document: “Directory”, “Register of numbers” … */
                 _ ("this isn't a document “%s” of Minutes: it begins with “%.60s”"),
                 mn_kind_get_label (expected), name);
  return NULL;
}

static MnItem *
read_document (MnXmlReader *self, xmlDoc *doc, const MnKind *expected, MnXmlInfo *info)
{
  xmlNode           *root = xmlDocGetRootElement (doc);
  const MnKind      *kind = find_root_kind (self, root, expected);
  g_autoptr (MnItem) item = NULL;

  if (kind == NULL || !read_version (self, root, &info->version))
    return NULL;
  info->newer = self->newer;
  item = read_item (self, root, kind, TRUE);
  if (item == NULL || (!self->newer && !mn_xml_validate (self, doc)))
    return NULL;
  return g_steal_pointer (&item);
}

/* A byte order mark is no character of the document. */
static GBytes *
skip_mark (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, size - 3);
  return g_bytes_ref (bytes);
}

MnItem *
mn_xml_read_document (GBytes       *bytes,
                      const char   *name,
                      const MnKind *kind,
                      MnXmlInfo    *info,
                      GError      **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes)     content = NULL;
  g_autoptr (MnXmlDoc)   doc = NULL;
  MnXmlReader            self = { name, FALSE, ids, NULL };
  MnXmlInfo              found = { 0 };
  MnItem                *root = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  content = skip_mark (bytes);
  if (mn_xml_guard (&self, content))
    doc = parse (&self, content);
  if (doc != NULL)
    root = read_document (&self, doc, kind, &found);
  if (info != NULL)
    *info = found;
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return root;
}

MnItem *
mn_xml_read_bytes (GBytes *bytes, const char *name, MnXmlInfo *info, GError **error)
{
  return mn_xml_read_document (bytes, name, mn_kind_get_session (), info, error);
}
