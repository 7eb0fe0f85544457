#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>
#include <time.h>

#include "mn-schema.h"
#include "mn-xml-private.h"
#include "mn-xml.h"
#include "storage-fill.h"

#define ID(n) "00000000-0000-4000-8000-00000000000" n
#define HEAD "<session xmlns='" MN_XML_NAMESPACE "' xmlns:x='urn:x' version='1' id='" ID ("0") "'>"
#define RECORD HEAD "<record id='" ID ("1") "'>"
#define RECORD_END "</record></session>"

static char *
dup_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "schema", "minutes.rng", NULL);
}

static void
test_is_up_to_date (void)
{
  g_autofree char   *path = dup_path ();
  g_autofree char   *checked_in = NULL;
  g_autofree char   *schema = mn_schema_generate ();
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &checked_in, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (checked_in, schema) != 0)
    g_test_message ("run “ninja update-schema” and check the result in");
  g_assert_cmpstr (checked_in, ==, schema);
}

static void
ignore_cb (void *user_data, xmlError *error)
{
}

static xmlRelaxNG *
get_schema (void)
{
  static xmlRelaxNG *schema;

  if (schema == NULL)
    {
      g_autofree char      *path = dup_path ();
      xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

      schema = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
    }
  g_assert_nonnull (schema);
  return schema;
}

static gboolean
allows (const char *xml, gsize size)
{
  xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt (get_schema ());
  xmlDoc              *doc = xmlReadMemory (xml, (int) size, NULL, NULL, XML_PARSE_NONET);
  int                  result;

  g_assert_nonnull (doc);
  xmlRelaxNGSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) ignore_cb, NULL);
  result = xmlRelaxNGValidateDoc (valid, doc);
  xmlFreeDoc (doc);
  xmlRelaxNGFreeValidCtxt (valid);
  return result == 0;
}

static void
test_allows_what_is_written (void)
{
  g_autoptr (MnItem) full = storage_fill_new (3, 2);
  g_autoptr (MnItem) empty = mn_item_new (mn_kind_get_session ());
  g_autoptr (GBytes) bytes = mn_xml_write (full);
  g_autoptr (GBytes) least = mn_xml_write (empty);

  g_assert_true (allows (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  g_assert_true (allows (g_bytes_get_data (least, NULL), g_bytes_get_size (least)));
}

typedef struct
{
  const char *xml;
  gboolean    good;
} Case;

/* For each the schema and the reader must be of one mind. */
static const Case cases[] = {
  { HEAD "</session>", TRUE },
  { HEAD "<x:any version='9'>text<session/><!-- c --></x:any></session>", TRUE },
  { RECORD RECORD_END, TRUE },
  { RECORD "<general x:a='1' id='" ID ("2") "'><title x:a='1'>T<x:a/></title></general>" RECORD_END,
    TRUE },
  { RECORD "<general id='" ID ("2") "' kind='briefing' starts='2026-04-15T08:30:00+07:00' "
                                    "ordinal='5' host='" ID ("3") "' chairs='" ID ("3") " " ID (
                                        "4") "'/>" RECORD_END,
    TRUE },
  { RECORD "<conclusion id='" ID (
        "2") "'><results x:a='1'><p x:a='1'>a<b><i>b</i></b> <x:o/></p><dash level='4'/>"
             "<point level='1'>x</point><x:o/></results></conclusion>" RECORD_END,
    TRUE },
  { RECORD "<tray x:a='1'><x:a/></tray><parties/>" RECORD_END, TRUE },
  { RECORD "<conclusion id='" ID ("2") "'><points><point id='" ID (
        "3") "' task='yes' deadline='2026-04-15'/></points></conclusion>" RECORD_END,
    TRUE },

  { "<session xmlns='" MN_XML_NAMESPACE "' version='1'/>", FALSE },
  { "<session xmlns='" MN_XML_NAMESPACE "' id='" ID ("0") "'/>", FALSE },
  { "<session xmlns='" MN_XML_NAMESPACE "' version='1' id='1'/>", FALSE },
  { "<session version='1' id='" ID ("0") "'/>", FALSE },
  { "<record xmlns='" MN_XML_NAMESPACE "' version='1' id='" ID ("0") "'/>", FALSE },
  { HEAD "text</session>", FALSE },
  { HEAD "<general id='" ID ("2") "'/></session>", FALSE },
  { HEAD "<record id='" ID ("1") "'/><record id='" ID ("2") "'/></session>", FALSE },
  { RECORD "<general id='" ID ("2") "' what='1'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' kind='unknown'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' kind=''/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' ordinal='five'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' host='me'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' chairs='" ID ("3") " me'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "' title='T'/>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "'><title>T<b>x</b></title></general>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "'><title/><title/></general>" RECORD_END, FALSE },
  { RECORD "<general id='" ID ("2") "'><kind/></general>" RECORD_END, FALSE },
  { RECORD "<conclusion id='" ID ("2") "'><results>x</results></conclusion>" RECORD_END, FALSE },
  { RECORD "<conclusion id='" ID ("2") "'><results><q/></results></conclusion>" RECORD_END, FALSE },
  { RECORD
    "<conclusion id='" ID ("2") "'><results><p level='1'/></results></conclusion>" RECORD_END,
    FALSE },
  { RECORD "<conclusion id='" ID ("2") "'><results><dash/></results></conclusion>" RECORD_END,
    FALSE },
  { RECORD
    "<conclusion id='" ID ("2") "'><results><dash level='5'/></results></conclusion>" RECORD_END,
    FALSE },
  { RECORD "<conclusion id='" ID ("2") "'><results><p><u/></p></results></conclusion>" RECORD_END,
    FALSE },
  { RECORD "<tray><party id='" ID ("2") "'/></tray>" RECORD_END, FALSE },
  { RECORD "<tray id='" ID ("2") "'/>" RECORD_END, FALSE },
  { RECORD "<tray>x</tray>" RECORD_END, FALSE },
  { RECORD "<tray/><tray/>" RECORD_END, FALSE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].xml);
      g_assert_cmpint (allows (cases[i].xml, strlen (cases[i].xml)), ==, cases[i].good);
    }
}

static void
test_reader_agrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].xml, strlen (cases[i].xml));
      g_autoptr (GError) error = NULL;
      g_autoptr (MnItem) root = mn_xml_read_bytes (bytes, "case", NULL, &error);

      g_test_message ("%s", cases[i].xml);
      g_assert_cmpint (root != NULL, ==, cases[i].good);
      g_assert_cmpint (error == NULL, ==, cases[i].good);
      /* Its own words came first. */
      g_assert_true (error == NULL || strstr (error->message, "schema") == NULL);
    }
}

/* What the reader itself lets pass would still be stopped. */
static void
test_compiled_in (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MnXmlReader reader = { "case" };
      xmlDoc     *doc = xmlReadMemory (cases[i].xml, (int) strlen (cases[i].xml), NULL, NULL, 0);

      g_test_message ("%s", cases[i].xml);
      g_assert_cmpint (mn_xml_validate (&reader, doc), ==, cases[i].good);
      g_assert_cmpint (reader.error == NULL, ==, cases[i].good);
      g_assert_true (cases[i].good || g_str_has_prefix (reader.error->message, "case:1: "));
      g_clear_error (&reader.error);
      xmlFreeDoc (doc);
    }
}

/* Some eight hundred items with all their fields. */
static void
test_is_fast (void)
{
  g_autoptr (MnItem) full = storage_fill_new (3, 6);
  g_autoptr (GBytes) bytes = mn_xml_write (full);
  g_autoptr (MnItem) read = NULL;
  clock_t            began = clock (); /* our own time: other programs may keep the machine busy */
  double             seconds;

  read = mn_xml_read_bytes (bytes, "large", NULL, NULL);
  seconds = (double) (clock () - began) / CLOCKS_PER_SEC;
  g_test_minimized_result (seconds, "%.3f s", seconds);
  g_assert_nonnull (read);
  /* A schema that lets the states of libxml2 multiply takes minutes, and hours under a sanitizer.
   */
  g_assert_cmpfloat (seconds, <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/is-up-to-date", test_is_up_to_date);
  g_test_add_func ("/schema/allows-what-is-written", test_allows_what_is_written);
  g_test_add_func ("/schema/cases", test_cases);
  g_test_add_func ("/schema/reader-agrees", test_reader_agrees);
  g_test_add_func ("/schema/compiled-in", test_compiled_in);
  g_test_add_func ("/schema/is-fast", test_is_fast);
  return g_test_run ();
}
