/* What all parts of the reader share: how a reading ends, and what is ours. */

#include "mn-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
take_message (MnXmlReader *self, guint line, MnError code, char *message)
{
  if (self->error == NULL)
    g_set_error (&self->error, MN_ERROR, (int) code, "%s:%u: %s", self->name, line, message);
  g_free (message);
}

/** mn_xml_fail: ends the reading with a message; the first one stays. Returns %FALSE. */
gboolean
mn_xml_fail (MnXmlReader *self, guint line, MnError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  take_message (self, line, code, g_strdup_vprintf (format, args));
  va_end (args);
  return FALSE;
}

/** mn_xml_reject: as mn_xml_fail() for what our version doesn't know; a newer one may, and there it
 * is passed over: returns %TRUE. */
gboolean
mn_xml_reject (MnXmlReader *self, xmlNode *node, const char *format, ...)
{
  va_list args;

  if (self->newer)
    return TRUE;
  va_start (args, format);
  take_message (self, (guint) xmlGetLineNo (node), MN_ERROR_FORMAT,
                g_strdup_vprintf (format, args));
  va_end (args);
  return FALSE;
}

gboolean
mn_xml_is_our_namespace (const xmlNs *ns)
{
  return ns != NULL && strcmp ((const char *) ns->href, MN_XML_NAMESPACE) == 0;
}

gboolean
mn_xml_is_ours (const xmlNode *node)
{
  return mn_xml_is_our_namespace (node->ns);
}

gboolean
mn_xml_is_named (const xmlNode *node, const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

/** mn_xml_is_stray_text: text other than blanks, where only elements belong. */
gboolean
mn_xml_is_stray_text (const xmlNode *node)
{
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
         !xmlIsBlankNode (node);
}

/** mn_xml_reject_attribute: mn_xml_reject() of an attribute that @node may not carry. */
gboolean
mn_xml_reject_attribute (MnXmlReader *self, xmlNode *node, const xmlAttr *attribute)
{
  return mn_xml_reject (self, node, _ ("“%s” has no attribute “%s”"), (const char *) node->name,
                        (const char *) attribute->name);
}

/** mn_xml_reject_attributes: @node may carry no attribute of ours but the one named @but. */
gboolean
mn_xml_reject_attributes (MnXmlReader *self, xmlNode *node, const char *but)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if ((attribute->ns == NULL && g_strcmp0 ((const char *) attribute->name, but) != 0) ||
        mn_xml_is_our_namespace (attribute->ns))
      if (!mn_xml_reject_attribute (self, node, attribute))
        return FALSE;
  return TRUE;
}
