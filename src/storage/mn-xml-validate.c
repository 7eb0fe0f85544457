/* The document against the schema that is compiled in: a second pair of eyes on the reader, which
 * knows the same rules and has better words for them. */

#include "mn-xml-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>

#include "mn-storage-resources.h"

#define SCHEMA "/org/example/Minutes/schema/minutes.rng"

/* libxml2 takes time by the square of the children of one element. What is far larger than any
 * session is left to the reader alone. */
#define MAX_CHILDREN 5000
#define MAX_ELEMENTS 50000

/* libxml2 doesn't promise that threads may share a schema, so they take turns. */
static GMutex      mutex;
static xmlRelaxNG *schema;

static void
ignore_error_cb (void *user_data, MnXmlError error)
{
}

static xmlRelaxNG *
parse_schema (void)
{
  g_autoptr (GBytes)    bytes = g_resource_lookup_data (mn_storage_get_resource (), SCHEMA,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  xmlRelaxNGParserCtxt *context = NULL;
  xmlRelaxNG           *parsed;
  gsize                 size;
  const char           *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  context = xmlRelaxNGNewMemParserCtxt (data, (int) size);
  xmlRelaxNGSetParserStructuredErrors (context, (xmlStructuredErrorFunc) ignore_error_cb, NULL);
  parsed = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  return parsed;
}

static void
note_error_cb (void *user_data, MnXmlError error)
{
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  mn_xml_fail (user_data, (guint) MAX (error->line, 1), MN_ERROR_FORMAT,
               _ ("the schema doesn't allow this: %s"), g_strchomp (message));
}

static void
drop_foreign_attributes (xmlNode *node)
{
  xmlAttr *next;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = next)
    {
      next = attribute->next;
      if (attribute->ns != NULL)
        xmlRemoveProp (attribute);
    }
}

/* Takes away what the schema allows anyway. Returns FALSE if the rest is too large. */
static gboolean
prepare (xmlNode *element, guint *n_elements)
{
  guint    n_children = 0;
  xmlNode *next;

  drop_foreign_attributes (element);
  for (xmlNode *node = element->children; node != NULL; node = next)
    {
      next = node->next;
      if (node->type == XML_ELEMENT_NODE && !mn_xml_is_ours (node))
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
          continue;
        }
      if (++n_children > MAX_CHILDREN)
        return FALSE;
      if (node->type == XML_ELEMENT_NODE &&
          (++*n_elements > MAX_ELEMENTS || !prepare (node, n_elements)))
        return FALSE;
    }
  return TRUE;
}

static int
validate (MnXmlReader *self, xmlDoc *doc)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int                  result;

  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) note_error_cb, self);
  result = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);
  return result;
}

/**
 * mn_xml_validate:
 * @self: the reading
 * @doc: its tree, of which only what is ours is left afterwards
 *
 * Fails the reading if the schema doesn't allow the document. For any thread.
 */
gboolean
mn_xml_validate (MnXmlReader *self, xmlDoc *doc)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint                    n_elements = 1;

  if (!prepare (xmlDocGetRootElement (doc), &n_elements))
    return TRUE;
  locker = g_mutex_locker_new (&mutex);
  if (schema == NULL)
    schema = parse_schema ();
  if (schema != NULL && validate (self, doc) == 0)
    return TRUE;
  return mn_xml_fail (self, 1, MN_ERROR_FORMAT, _ ("the schema doesn't allow this file"));
}
