/* XML of other namespaces as text that means the same wherever it is put: it declares every
 * namespace that it uses. */

#include "mn-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A prefix and what it stands for at this point of the text; the last one counts. */
typedef struct
{
  const char *prefix; /* "" for the default namespace */
  const char *href;
} Binding;

typedef struct
{
  GString *out;
  GArray  *bindings; /* of Binding */
} Writer;

/**
 * mn_xml_append_escaped:
 * @out: where to
 * @text: valid characters
 * @n_bytes: how many bytes of @text
 * @attribute: whether it stands in an attribute, where a parser would turn tabs and line ends into
 *   blanks
 */
void
mn_xml_append_escaped (GString *out, const char *text, gsize n_bytes, gboolean attribute)
{
  const char *end = text + n_bytes;
  const char *special = attribute ? "&<>\"\t\n\r" : "&<>\r";

  while (text < end)
    {
      const char *p = text;

      while (p < end && strchr (special, *p) == NULL)
        p++;
      g_string_append_len (out, text, p - text);
      if (p == end)
        return;
      if (*p == '&')
        g_string_append (out, "&amp;");
      else if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '>')
        g_string_append (out, "&gt;");
      else if (*p == '"')
        g_string_append (out, "&quot;");
      else
        g_string_append_printf (out, "&#%d;", *p);
      text = p + 1;
    }
}

static const char *
find_href (const Writer *self, const char *prefix)
{
  for (guint i = self->bindings->len; i > 0; i--)
    if (strcmp (g_array_index (self->bindings, Binding, i - 1).prefix, prefix) == 0)
      return g_array_index (self->bindings, Binding, i - 1).href;
  return NULL;
}

static void
declare (Writer *self, const char *prefix, const char *href)
{
  Binding binding = { prefix != NULL ? prefix : "", href != NULL ? href : "" };

  if (strcmp (binding.prefix, "xml") == 0 ||
      g_strcmp0 (find_href (self, binding.prefix), binding.href) == 0)
    return;
  g_array_append_val (self->bindings, binding);
  g_string_append (self->out, " xmlns");
  if (*binding.prefix != '\0')
    g_string_append_printf (self->out, ":%s", binding.prefix);
  g_string_append (self->out, "=\"");
  mn_xml_append_escaped (self->out, binding.href, strlen (binding.href), TRUE);
  g_string_append_c (self->out, '"');
}

static void
append_name (Writer *self, const char *prefix, const xmlChar *name)
{
  if (prefix != NULL && *prefix != '\0')
    g_string_append_printf (self->out, "%s:", prefix);
  g_string_append (self->out, (const char *) name);
}

static void
append_attribute (Writer *self, const xmlAttr *attribute, const char *prefix)
{
  g_string_append_c (self->out, ' ');
  append_name (self, prefix, attribute->name);
  g_string_append (self->out, "=\"");
  for (const xmlNode *part = attribute->children; part != NULL; part = part->next)
    if (part->content != NULL)
      mn_xml_append_escaped (self->out, (const char *) part->content,
                             strlen ((const char *) part->content), TRUE);
  g_string_append_c (self->out, '"');
}

static const char *
get_prefix (const xmlNs *ns)
{
  return ns != NULL ? (const char *) ns->prefix : NULL;
}

static const char *
get_href (const xmlNs *ns)
{
  return ns != NULL ? (const char *) ns->href : NULL;
}

static void append_element (Writer *self, const xmlNode *node);

static void
append_node (Writer *self, const xmlNode *node)
{
  const char *content = (const char *) node->content;

  if (node->type == XML_ELEMENT_NODE)
    append_element (self, node);
  else if (content != NULL && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE))
    mn_xml_append_escaped (self->out, content, strlen (content), FALSE);
  else if (node->type == XML_COMMENT_NODE)
    g_string_append_printf (self->out, "<!--%s-->", content != NULL ? content : "");
  else if (node->type == XML_PI_NODE)
    g_string_append_printf (self->out, "<?%s%s%s?>", (const char *) node->name,
                            content != NULL ? " " : "", content != NULL ? content : "");
}

static void
append_element (Writer *self, const xmlNode *node)
{
  guint outer = self->bindings->len;

  g_string_append_c (self->out, '<');
  append_name (self, get_prefix (node->ns), node->name);
  for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    declare (self, get_prefix (ns), get_href (ns));
  declare (self, get_prefix (node->ns), get_href (node->ns));
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL)
      declare (self, get_prefix (attribute->ns), get_href (attribute->ns));
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    append_attribute (self, attribute, get_prefix (attribute->ns));
  if (node->children == NULL)
    g_string_append (self->out, "/>");
  else
    {
      g_string_append_c (self->out, '>');
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        append_node (self, child);
      g_string_append (self->out, "</");
      append_name (self, get_prefix (node->ns), node->name);
      g_string_append_c (self->out, '>');
    }
  g_array_set_size (self->bindings, outer);
}

/** mn_xml_dup_element: an element of another namespace with all in it, self-contained. (transfer
 * full) */
char *
mn_xml_dup_element (const xmlNode *node)
{
  Writer             self = { g_string_new (NULL), NULL };
  g_autoptr (GArray) bindings = g_array_new (FALSE, FALSE, sizeof (Binding));

  self.bindings = bindings;
  append_element (&self, node);
  return g_string_free (self.out, FALSE);
}

static gboolean
has_attribute (GPtrArray *attributes, const xmlAttr *wanted)
{
  for (guint i = 0; i < attributes->len; i++)
    {
      const xmlAttr *attribute = attributes->pdata[i];

      if (xmlStrEqual (attribute->name, wanted->name) &&
          xmlStrEqual (attribute->ns->href, wanted->ns->href))
        return TRUE;
    }
  return FALSE;
}

/**
 * mn_xml_collect_attributes:
 * @self: the reading
 * @node: an element of ours
 * @attributes: where its xmlAttr of other namespaces are added; all of them must fit one tag
 */
gboolean
mn_xml_collect_attributes (MnXmlReader *self, xmlNode *node, GPtrArray *attributes)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (attribute->ns == NULL ||
          strcmp ((const char *) attribute->ns->href, MN_XML_NAMESPACE) == 0)
        continue;
      if (attributes->len == MN_XML_MAX_FOREIGN)
        return mn_xml_fail (self, (guint) xmlGetLineNo (node), MN_ERROR_TOO_LARGE,
                            _ ("“%s” has too many attributes of other namespaces"),
                            (const char *) node->name);
      if (has_attribute (attributes, attribute))
        return mn_xml_fail (self, (guint) xmlGetLineNo (node), MN_ERROR_FORMAT,
                            _ ("“%s” of another namespace stands at several marks of a paragraph, "
                               "where only one of them can be kept"),
                            (const char *) attribute->name);
      g_ptr_array_add (attributes, attribute);
    }
  return TRUE;
}

/* Attributes gathered from several elements may use one prefix for two namespaces. */
static char *
choose_prefix (const Writer *self, const xmlNs *ns)
{
  char *prefix = g_strdup ((const char *) ns->prefix);

  for (guint n = 1; find_href (self, prefix) != NULL &&
                    strcmp (find_href (self, prefix), (const char *) ns->href) != 0;
       n++)
    {
      g_free (prefix);
      prefix = g_strdup_printf ("ns%u", n);
    }
  return prefix;
}

/**
 * mn_xml_dup_attributes:
 * @attributes: xmlAttr of other namespaces
 *
 * Returns: (transfer full) (nullable): ` xmlns:x="…" x:name="value"` for all of them, to be put
 *   into one tag; %NULL if there are none
 */
char *
mn_xml_dup_attributes (GPtrArray *attributes)
{
  g_autoptr (GArray)    bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_autoptr (GPtrArray) prefixes = g_ptr_array_new_with_free_func (g_free);
  Writer                self = { NULL, bindings };

  if (attributes->len == 0)
    return NULL;
  self.out = g_string_new (NULL);
  for (guint i = 0; i < attributes->len; i++)
    {
      const xmlAttr *attribute = attributes->pdata[i];
      char          *prefix = choose_prefix (&self, attribute->ns);

      g_ptr_array_add (prefixes, prefix);
      declare (&self, prefix, (const char *) attribute->ns->href);
      append_attribute (&self, attribute, prefix);
    }
  return g_string_free (self.out, FALSE);
}
