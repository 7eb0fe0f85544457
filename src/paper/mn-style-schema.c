#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/relaxng.h>

#include "mn-paper-resources.h"
#include "mn-style-private.h"

#define SCHEMA_PATH "/org/example/Minutes/styles/house-style.rng"

static xmlRelaxNG *
read_schema (void)
{
  g_autoptr (GBytes)    bytes = g_resource_lookup_data (mn_paper_get_resource (), SCHEMA_PATH,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize                 size = 0;
  const char           *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt (data, (int) size);
  xmlRelaxNG           *schema = xmlRelaxNGParse (parser);

  xmlRelaxNGFreeParserCtxt (parser);
  return schema;
}

/* libxml2 tells of the innermost fault first; what follows are its consequences. */
static void
fault_cb (void *user_data, xmlError *fault)
{
  MnStyleReader   *reader = user_data;
  g_autofree char *message = g_strdup (fault->message != NULL ? fault->message : "?");

  mn_style_reject (reader, fault->line, _ ("The schema of house styles forbids it: %s"),
                   g_strstrip (message));
}

/**
 * mn_style_schema_check:
 * @doc: (type xmlDoc): a style that the reader has understood
 *
 * Holds it against data/schema/house-style.rng, as any other program may.
 */
void
mn_style_schema_check (MnStyleReader *reader, gpointer doc)
{
  xmlRelaxNG          *schema = read_schema ();
  xmlRelaxNGValidCtxt *valid;

  g_return_if_fail (schema != NULL);

  valid = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) fault_cb, reader);
  xmlRelaxNGValidateDoc (valid, doc);
  xmlRelaxNGFreeValidCtxt (valid);
  xmlRelaxNGFree (schema);
}
