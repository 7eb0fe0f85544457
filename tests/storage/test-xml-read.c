#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-error.h"
#include "mn-kinds.h"
#include "mn-session.h"
#include "mn-text.h"
#include "mn-xml.h"
#include "storage-fill.h"

#define ID(n) "00000000-0000-4000-8000-00000000000" n
#define OURS "xmlns='" MN_XML_NAMESPACE "'"
#define HEAD "<session " OURS " xmlns:x='urn:x' version='1' id='" ID ("0") "'>"
#define RECORD HEAD "<record id='" ID ("1") "'>"
#define RECORD_END "</record></session>"
#define GENERAL RECORD "<general id='" ID ("2") "'"
#define GENERAL_END "</general>" RECORD_END
#define RESULTS RECORD "<conclusion id='" ID ("2") "'><results>"
#define RESULTS_END "</results></conclusion>" RECORD_END

static MnItem *
read_string (const char *xml, MnXmlInfo *info, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return mn_xml_read_bytes (bytes, "họp.minutes", info, error);
}

static MnItem *
read_well (const char *xml)
{
  g_autoptr (GError) error = NULL;
  MnItem            *root = read_string (xml, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static char *
dup_written (MnItem *root)
{
  g_autoptr (GBytes) bytes = mn_xml_write (root);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- what is refused ------------------------------------------------------------------------- */

typedef struct
{
  const char *xml;
  int         code;
  guint       line;
  const char *says;
} Refused;

static const Refused refused[] = {
  /* not XML */
  { "", MN_ERROR_NOT_XML, 1, "empty" },
  { "minutes", MN_ERROR_NOT_XML, 1, "not well-formed" },
  { "\n\n<", MN_ERROR_NOT_XML, 3, "not well-formed" },
  { "{\"a\": 1}", MN_ERROR_NOT_XML, 1, "not well-formed" },
  { "%PDF-1.7", MN_ERROR_NOT_XML, 1, "not well-formed" },
  { "\xFF\xFE<\x01", MN_ERROR_NOT_XML, 1, "UTF-8" },
  { HEAD "\n\xC3\x28</session>", MN_ERROR_NOT_XML, 2, "UTF-8" },
  { HEAD "\n\n\x01</session>", MN_ERROR_NOT_XML, 3, "doesn't allow" },
  { HEAD "\n\xEF\xBF\xBF</session>", MN_ERROR_NOT_XML, 2, "doesn't allow" },
  { HEAD "\n&#1;</session>", MN_ERROR_NOT_XML, 2, "not well-formed" },
  { HEAD "\n</record>", MN_ERROR_NOT_XML, 2, "not well-formed" },
  { HEAD "</session></session>", MN_ERROR_NOT_XML, 1, "didn't begin" },
  { HEAD "</session>\n<session/>", MN_ERROR_NOT_XML, 2, "not well-formed" },
  { HEAD "\n<x:a b='1' b='2'/></session>", MN_ERROR_NOT_XML, 2, "not well-formed" },
  { HEAD "\n<y:a/></session>", MN_ERROR_NOT_XML, 2, "not well-formed" },
  { HEAD "\n<x:a b=1/></session>", MN_ERROR_NOT_XML, 2, "quotes" },
  { HEAD "\n<x:a b/></session>", MN_ERROR_NOT_XML, 2, "no value" },
  { HEAD "\n<x:a b='<'/></session>", MN_ERROR_NOT_XML, 2, "doesn't end" },
  { HEAD "\n<x:a 'b'/></session>", MN_ERROR_NOT_XML, 2, "no attribute" },
  { HEAD "\n< a/></session>", MN_ERROR_NOT_XML, 2, "no name" },
  { HEAD "\n<x:a", MN_ERROR_NOT_XML, 2, "doesn't end" },
  { HEAD "\n</session", MN_ERROR_NOT_XML, 2, "doesn't end" },
  { HEAD "\n<!-- -- --></session>", MN_ERROR_NOT_XML, 2, "comment" },
  { HEAD "\n<!-- ", MN_ERROR_NOT_XML, 2, "comment" },
  { HEAD "\n<![CDATA[ ", MN_ERROR_NOT_XML, 2, "CDATA" },
  { HEAD "\n<?a ", MN_ERROR_NOT_XML, 2, "instruction" },
  { HEAD "\n<? a?></session>", MN_ERROR_NOT_XML, 2, "instruction" },
  { HEAD "\n<!ELEMENT a ANY></session>", MN_ERROR_NOT_XML, 2, "declaration" },

  /* document types and entities */
  { "<?xml version='1.0'?>\n<!DOCTYPE session>\n" HEAD "</session>", MN_ERROR_NOT_XML, 2,
    "document type" },
  { "<!DOCTYPE s SYSTEM 'file:///etc/passwd'>" HEAD "</session>", MN_ERROR_NOT_XML, 1,
    "document type" },
  { "<!DOCTYPE lolz [\n<!ENTITY lol 'lol'>\n<!ENTITY lol2 '&lol;&lol;&lol;&lol;'>\n]>\n" HEAD
    "&lol2;</session>",
    MN_ERROR_NOT_XML, 1, "document type" },
  { HEAD "\n\n&nbsp;</session>", MN_ERROR_NOT_XML, 3, "nbsp" },

  /* not ours */
  { "<html/>", MN_ERROR_NOT_OURS, 1, "html" },
  { "\n<session version='1' id='" ID ("0") "'/>", MN_ERROR_NOT_OURS, 2, "session" },
  { "<session xmlns='urn:else' version='1' id='" ID ("0") "'/>", MN_ERROR_NOT_OURS, 1, "session" },
  { "<record " OURS " version='1' id='" ID ("0") "'/>", MN_ERROR_NOT_OURS, 1, "record" },

  /* version and ids */
  { "<session " OURS " id='" ID ("0") "'/>", MN_ERROR_FORMAT, 1, "version" },
  { "<session " OURS " version='' id='" ID ("0") "'/>", MN_ERROR_FORMAT, 1, "version" },
  { "<session " OURS " version='0' id='" ID ("0") "'/>", MN_ERROR_FORMAT, 1, "“0”" },
  { "<session " OURS " version='-1' id='" ID ("0") "'/>", MN_ERROR_FORMAT, 1, "“-1”" },
  { "<session " OURS " version='99999999999' id='" ID ("0") "'/>", MN_ERROR_FORMAT, 1, "version" },
  { "<session " OURS " version='1'/>", MN_ERROR_FORMAT, 1, "id" },
  { HEAD "\n<record/></session>", MN_ERROR_FORMAT, 2, "“record” has no id" },
  { HEAD "\n<record id='1'/></session>", MN_ERROR_FORMAT, 2, "“1”" },
  { HEAD "\n<record id='" ID ("0") "'/></session>", MN_ERROR_FORMAT, 2, ID ("0") " stands twice" },

  /* names */
  { HEAD "\n<colour/></session>", MN_ERROR_FORMAT, 2, "“colour” isn't known inside “session”" },
  { HEAD "\n<documents>\n<party id='" ID ("1") "'/></documents></session>", MN_ERROR_FORMAT, 3,
    "“party” isn't known inside “documents”" },
  { HEAD "\n<documents colour='red'/></session>", MN_ERROR_FORMAT, 2, "attribute “colour”" },
  { GENERAL "\n colour='red'/>" RECORD_END, MN_ERROR_FORMAT, 2,
    "“general” has no attribute “colour" },
  { GENERAL "\n title='T'/>" RECORD_END, MN_ERROR_FORMAT, 2, "attribute “title”" },
  { GENERAL "><kind/>" GENERAL_END, MN_ERROR_FORMAT, 1, "“kind” isn't known" },
  { "<m:session xmlns:m='" MN_XML_NAMESPACE "' version='1' m:mood='x' id='" ID ("0") "'/>",
    MN_ERROR_FORMAT, 1, "mood" },
  { HEAD "\n<record id='" ID ("1") "'/>\n<record id='" ID ("2") "'/></session>", MN_ERROR_FORMAT, 3,
    "“record” stands twice" },
  { GENERAL "><title>a</title>\n<title>b</title>" GENERAL_END, MN_ERROR_FORMAT, 2,
    "“title” stands twice" },
  { RECORD "<tray/>\n<tray/>" RECORD_END, MN_ERROR_FORMAT, 2, "“tray” stands twice" },

  /* values */
  { GENERAL "\nkind='party'/>" RECORD_END, MN_ERROR_FORMAT, 2, "“party”" },
  { GENERAL "\nkind=''/>" RECORD_END, MN_ERROR_FORMAT, 2, "“kind” is empty" },
  { GENERAL "\nordinal='-5'/>" RECORD_END, MN_ERROR_FORMAT, 2, "“-5”" },
  { GENERAL "\nhost='me'/>" RECORD_END, MN_ERROR_FORMAT, 2, "“me”" },
  { GENERAL "\nstarts='2026-04-15'/>" RECORD_END, MN_ERROR_FORMAT, 2, "“2026-04-15”" },
  { RECORD "<references>\n<reference id='" ID ("2") "' date='2026-02-30'/></references>" RECORD_END,
    MN_ERROR_FORMAT, 2, "“2026-02-30”" },

  /* text */
  { HEAD "\ntext</session>", MN_ERROR_FORMAT, 2, "text stands in “session”" },
  { HEAD "<![CDATA[x]]></session>", MN_ERROR_FORMAT, 1, "text stands in “session”" },
  { RECORD "<tray>\n\ntext</tray>" RECORD_END, MN_ERROR_FORMAT, 3, "text stands in “tray”" },
  { GENERAL "><title>\n<b/></title>" GENERAL_END, MN_ERROR_FORMAT, 2, "one line" },
  { RESULTS "\ntext" RESULTS_END, MN_ERROR_FORMAT, 2, "outside of its paragraphs" },
  { RESULTS "\n<li/>" RESULTS_END, MN_ERROR_FORMAT, 2, "“li” isn't a kind of paragraph" },
  { RESULTS "\n<p>a <u>b</u></p>" RESULTS_END, MN_ERROR_FORMAT, 2, "“u” isn't known" },
  { RESULTS "\n<p level='1'/>" RESULTS_END, MN_ERROR_FORMAT, 2, "“p” has no attribute “level”" },
  { RESULTS "\n<p><b level='1'/></p>" RESULTS_END, MN_ERROR_FORMAT, 2, "“level”" },
  { RESULTS "\n<dash/>" RESULTS_END, MN_ERROR_FORMAT, 2, "“dash” needs a level" },
  { RESULTS "\n<point level='0'/>" RESULTS_END, MN_ERROR_FORMAT, 2, "“point” needs a level" },
  { RESULTS "\n<point level='5'/>" RESULTS_END, MN_ERROR_FORMAT, 2, "“point” needs a level" },
  { RESULTS "\n<p x:a='1'><b x:a='2'/></p>" RESULTS_END, MN_ERROR_FORMAT, 2, "only one of them" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MnItem) root = read_string (refused[i].xml, NULL, &error);
      g_autofree char   *begin = g_strdup_printf ("họp.minutes:%u: ", refused[i].line);
      g_autofree char   *shown = g_strescape (refused[i].xml, NULL);

      g_test_message ("%s", shown);
      g_assert_null (root);
      g_assert_error (error, MN_ERROR, refused[i].code);
      g_assert_true (g_str_has_prefix (error->message, begin));
      g_assert_nonnull (strstr (error->message, refused[i].says));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
assert_too_large (GString *xml, guint line)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (xml);
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_bytes (bytes, "a", NULL, &error);
  g_autofree char   *begin = g_strdup_printf ("a:%u: ", line);

  g_assert_null (root);
  g_assert_error (error, MN_ERROR, MN_ERROR_TOO_LARGE);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, begin));
}

static GString *
repeat (const char *head, const char *part, guint n, const char *tail)
{
  GString *xml = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (xml, part);
  return g_string_append (xml, tail);
}

static void
test_too_large (void)
{
  GString *spaces = g_string_sized_new (MN_XML_MAX_BYTES + 2);

  assert_too_large (repeat (HEAD "\n", "<x:a>", 10000, "</session>"), 2);
  assert_too_large (repeat (HEAD, "<x:a>\n", 64, "</session>"), 64);
  assert_too_large (repeat (HEAD "\n<x:a", " a='1'", 100000, "/></session>"), 2);
  assert_too_large (repeat (HEAD "\n<x:a a='", "0123456789", 1000000, "'/></session>"), 2);
  assert_too_large (repeat (HEAD, "0123456789", 1000000, "</session>"), 1);
  assert_too_large (repeat (HEAD "\n<!--", "0123456789", 1000000, "--></session>"), 2);
  assert_too_large (repeat (HEAD "\n", "<x:a/>", 1000001, "</session>"), 2);
  while (spaces->len <= MN_XML_MAX_BYTES)
    g_string_append (spaces, "                                ");
  assert_too_large (spaces, 1);
}

static void
test_namespaces_are_limited (void)
{
  GString *xml = g_string_new (HEAD "\n<x:a");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (xml, " xmlns:p%u='urn:p'", i);
  g_string_append (xml, "/></session>");
  assert_too_large (xml, 2);
}

/* ---- what is taken --------------------------------------------------------------------------- */

static const char *
get_title (MnItem *root)
{
  return mn_item_get (mn_session_get_general (root), "title");
}

static void
test_titles (void)
{
  static const char *const titles[][2] = {
    { "<title>a</title>", "a" },
    { "<title> a </title>", " a " },
    { "<title>   </title>", "   " },
    { "<title></title>", NULL },
    { "<title/>", NULL },
    { "<title>a\n  b</title>", "a   b" },
    { "<title>a&#13;&#10;b</title>", "a b" },
    { "<title>&lt;b&gt; &amp; &#272;&#x1ea3;ng</title>", "<b> & Đảng" },
    { "<title><![CDATA[<b>]]> ]]&gt;</title>", "<b> ]]>" },
    { "<title>a<!-- b -->c<?d e?>f</title>", "acf" },
    { "<title>Tie\xCC\x82\xCC\x81ng</title>", "Tiếng" },
    { "<title>a\xEF\xBF\xBC"
      "b\xC2\x85</title>",
      "ab " },
    { "<title>a<x:b>c</x:b>d</title>", "ad" },
    { "<!-- c -->\n<title>a</title><x:b>c</x:b>", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char   *xml = g_strconcat (GENERAL ">", titles[i][0], GENERAL_END, NULL);
      g_autoptr (MnItem) root = read_well (xml);

      g_test_message ("%s", titles[i][0]);
      g_assert_cmpstr (get_title (root), ==, titles[i][1]);
    }
}

static void
test_values (void)
{
  g_autoptr (MnItem) root = read_well (GENERAL " kind=' briefing ' ordinal='5' chairs='" ID (
      "8") "  " ID ("9") " " ID ("8") "'/>" RECORD_END);
  MnItem            *general = mn_session_get_general (root);

  g_assert_cmpstr (mn_item_get (general, "kind"), ==, "briefing");
  g_assert_cmpint (mn_item_get_integer (general, "ordinal", 0), ==, 5);
  g_assert_cmpstr (mn_item_get (general, "chairs"), ==, ID ("8") " " ID ("9"));
}

static void
test_any_order (void)
{
  g_autoptr (MnItem) root = read_well (
      HEAD
      "<after id='" ID ("8") "'/><documents/><record id='" ID ("1") "'><tray/><general id='" ID (
          "2") "'><theme>b</theme><title>a</title></general>" RECORD_END);

  g_assert_cmpstr (get_title (root), ==, "a");
  g_assert_cmpstr (mn_item_get_id (mn_session_get_after (root)), ==, ID ("8"));
}

static void
test_single_items_are_there (void)
{
  g_autoptr (MnItem) root = read_well (HEAD "</session>");

  g_assert_nonnull (mn_session_get_general (root));
  g_assert_nonnull (mn_session_get_conclusion (root));
}

static void
test_prologues (void)
{
  static const char *const prologues[] = {
    "",
    "\xEF\xBB\xBF",
    "<?xml version='1.0'?>",
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<!-- c -->\r\n",
    "<?xml version='1.0' encoding='ISO-8859-1'?>",
    "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><?xml-stylesheet href='a'?>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (prologues); i++)
    {
      g_autofree char *xml = g_strconcat (prologues[i], GENERAL "><title>Đảng</title>" GENERAL_END,
                                          NULL);
      g_autoptr (MnItem) root = read_well (xml);

      g_assert_cmpstr (get_title (root), ==, "Đảng");
    }
}

static void
test_prefixed (void)
{
  g_autoptr (MnItem) root = read_well (
      "<m:session xmlns:m='" MN_XML_NAMESPACE "' version='1' id='" ID ("0") "'><m:record id='" ID (
          "1") "'><m:general id='" ID ("2") "'><m:title>a</m:title></m:general></m:record>"
                                            "</m:session>");

  g_assert_cmpstr (get_title (root), ==, "a");
}

static void
test_newer (void)
{
  const char *xml = "<session " OURS " version='7' id='" ID (
      "0") "' mood='good'>text<later/>"
           "<record id='" ID ("1") "'><general kind='seance' ordinal='5' id='" ID (
               "2") "'><title>a<u>b</u></title><title>c</title><new>x</new></general>"
                    "<tray><tray-line/><tray-line id='" ID (
                        "2") "'/><other/></tray>"
                             "<conclusion id='x'><results>x<li>một <u>hai</u></li>"
                             "<dash level='9'>ba</dash></results></conclusion></record></session>";
  MnXmlInfo          info;
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = read_string (xml, &info, &error);
  MnItem            *general, *record;

  g_assert_no_error (error);
  g_assert_cmpint (info.version, ==, 7);
  g_assert_true (info.newer);
  general = mn_session_get_general (root);
  record = mn_session_get_record (root);
  g_assert_cmpstr (mn_item_get (general, "title"), ==, "a");
  g_assert_null (mn_item_get (general, "kind"));
  g_assert_cmpstr (mn_item_get (general, "ordinal"), ==, "5");
  g_assert_cmpuint (mn_item_get_n_children (record, "tray"), ==, 2);
  g_assert_cmpstr (
      mn_text_get_plain (mn_item_get_rich (mn_session_get_conclusion (root), "results")), ==,
      "một hai\nba");
}

static void
test_info (void)
{
  MnXmlInfo          info = { 99, TRUE };
  g_autoptr (MnItem) root = read_string (HEAD "</session>", &info, NULL);

  g_assert_cmpint (info.version, ==, 1);
  g_assert_false (info.newer);
}

/* ---- other namespaces ------------------------------------------------------------------------ */

typedef struct
{
  const char *xml;
  const char *written[4];
} Foreign;

static const Foreign foreign[] = {
  { GENERAL " x:a='1' xml:lang='vi'/>" RECORD_END,
    { "<general id=\"" ID ("2") "\" xmlns:x=\"urn:x\" x:a=\"1\" xml:lang=\"vi\"/>" } },
  { GENERAL "><x:a>1<x:b c='&#10;&amp;'/>\n  2</x:a>" GENERAL_END,
    { "\n      <x:a xmlns:x=\"urn:x\">1<x:b c=\"&#10;&amp;\"/>\n  2</x:a>\n    </general>" } },
  { GENERAL "><a xmlns='urn:y'><b xmlns=''/><session " OURS "/></a>" GENERAL_END,
    { "<a xmlns=\"urn:y\"><b xmlns=\"\"/><session xmlns=\"" MN_XML_NAMESPACE "\"/></a>" } },
  { GENERAL "><a xmlns=''/>" GENERAL_END, { "<a xmlns=\"\"/>" } },
  { GENERAL "><title x:a='1'>a<x:b/>c</title>" GENERAL_END,
    { "<title xmlns:x=\"urn:x\" x:a=\"1\">ac<x:b xmlns:x=\"urn:x\"/></title>" } },
  { GENERAL "><title x:a='1'/>" GENERAL_END, { "<title xmlns:x=\"urn:x\" x:a=\"1\"/>" } },
  { GENERAL "><title><x:a/></title>" GENERAL_END, { "<title><x:a xmlns:x=\"urn:x\"/></title>" } },
  { RECORD "<tray x:a='1'/>" RECORD_END, { "<tray xmlns:x=\"urn:x\" x:a=\"1\"/>" } },
  { RECORD "<tray><x:a/></tray>" RECORD_END, { "<tray>\n      <x:a xmlns:x=\"urn:x\"/>\n" } },
  { RESULTS "<p x:a='1'>một <b x:b='2'>hai<x:c/></b></p><x:d/>" RESULTS_END,
    { "<p xmlns:x=\"urn:x\" x:a=\"1\" x:b=\"2\">một <b>hai<x:c xmlns:x=\"urn:x\"/></b></p>",
      "        <x:d xmlns:x=\"urn:x\"/>\n" } },
  { RESULTS "<p x:a='1'><i xmlns:x='urn:z' x:a='2'>a</i></p>" RESULTS_END,
    { "<p xmlns:x=\"urn:x\" x:a=\"1\" xmlns:ns1=\"urn:z\" ns1:a=\"2\"><i>a</i></p>" } },
  { RESULTS "<p x:a='1'/>" RESULTS_END, { "<p xmlns:x=\"urn:x\" x:a=\"1\"/>" } },
  { RESULTS "<p x:a='1'/><p/>" RESULTS_END,
    { "<p xmlns:x=\"urn:x\" x:a=\"1\"/>\n        <p/>\n" } },
  { RESULTS "<x:d/>" RESULTS_END, { "<results>\n        <x:d xmlns:x=\"urn:x\"/>\n" } },
  { HEAD "<x:a><![CDATA[<&]]><!-- c --><?p q?></x:a></session>",
    { "<x:a xmlns:x=\"urn:x\">&lt;&amp;<!-- c --><?p q?></x:a>\n</session>\n" } },
};

static void
test_foreign (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (MnItem) root = read_well (foreign[i].xml);
      g_autofree char   *written = dup_written (root);
      g_autoptr (MnItem) again = read_well (written);
      g_autofree char   *twice = dup_written (again);

      g_test_message ("%s", foreign[i].xml);
      for (guint n = 0; foreign[i].written[n] != NULL; n++)
        g_assert_nonnull (strstr (written, foreign[i].written[n]));
      g_assert_cmpstr (written, ==, twice);
      g_assert_true (mn_item_equal (root, again));
    }
}

static void
test_too_many_foreign_attributes (void)
{
  GString *xml = g_string_new (HEAD "\n<record id='" ID ("1") "'");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (xml, " x:a%u='1'", i);
  g_string_append (xml, "/></session>");
  assert_too_large (xml, 2);
}

/* ---- files ----------------------------------------------------------------------------------- */

static void
assert_no_file (const char *path, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, &error);
  g_autofree char   *name = g_filename_display_name (path);

  g_assert_null (root);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("minutes-read-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.minutes", NULL);
  g_autofree char *letters = g_strnfill (500, 'h');
  g_autofree char *long_path = g_build_filename (folder, letters, NULL);

  assert_no_file (path, "No such file");
  assert_no_file (long_path, "too long");
  assert_no_file (folder, "isn't a file");
  assert_no_file ("/dev/zero", "isn't a file");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_no_file (path, "isn't a file"); /* and doesn't wait for a writer */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "\n<a/>", -1, NULL));
  assert_no_file (path, ":2: ");
  g_assert_true (g_file_set_contents (path, HEAD "</session>", -1, NULL));
  {
    g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, NULL);

    g_assert_nonnull (root);
  }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* ---- broken files ---------------------------------------------------------------------------- */

#define SAMPLE                                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n" HEAD "\n <record id='" ID (           \
      "1") "'>\n"                                                                                  \
           "  <general id='" ID (                                                                  \
               "2") "' kind='briefing' ordinal='5' starts='2026-04-15T08:30:00+07:00'>\n"          \
                    "   <title>Hội nghị &amp; &#272;</title>\n  </general>\n"                  \
                    "  <parties>\n   <party id='" ID ("3") "' type='person' body='" ID (           \
                        "4") "' x:a='1'/>\n"                                                       \
                             "  </parties>\n  <conclusion id='" ID (                               \
                                 "5") "'><results><p>a <b>b</b> <i>c</i><x:o/></p>\n"              \
                                      "<dash level='2'>d<![CDATA[<e>]]></dash></results><?p "      \
                                      "q?></conclusion>\n"                                         \
                                      " </record>\n <x:f g='h'>i</x:f>\n</session>\n"

static void
test_cut_everywhere (void)
{
  gsize              size = strlen (SAMPLE);
  g_autoptr (MnItem) whole = read_well (SAMPLE);

  for (gsize n = 0; n + 1 < size; n++)
    {
      char              *part = g_memdup2 (SAMPLE, n); /* exactly so long: a read past it is seen */
      g_autoptr (GBytes) bytes = g_bytes_new_take (part, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (MnItem) root = mn_xml_read_bytes (bytes, "a", NULL, &error);

      g_assert_null (root);
      g_assert_error (error, MN_ERROR, MN_ERROR_NOT_XML);
      g_assert_true (g_str_has_prefix (error->message, "a:"));
    }
}

static void
mutate (GRand *rand, GByteArray *bytes)
{
  static const char *const words[] = {
    "<",
    ">",
    "&",
    "'",
    "\"",
    "/>",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    " xmlns='urn:x'",
    " xmlns:x='urn:z'",
    " x:a='1'",
    "<x:a>",
    "</x:a>",
    " id='" ID ("1") "'",
    "<title>",
    "</title>",
    "<general/>",
    "&#0;",
    "&lt;",
    "<!DOCTYPE a>",
    "\xEF\xBF\xBC",
    "\xCC\x81",
    "\xFF",
    "\r\n",
    " version='2'",
    "level='5'",
    "xml:lang='",
  };
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
  guint length = (guint) g_rand_int_range (rand, 0, (gint32) MIN (40, bytes->len - at) + 1);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      bytes->data[at] = (guint8) g_rand_int (rand);
      break;
    case 1:
      g_byte_array_remove_range (bytes, at, MIN (length, bytes->len - 1));
      break;
    case 2:
      {
        g_autofree guint8 *copy = g_memdup2 (bytes->data + at, length);

        g_byte_array_append (bytes, copy, length);
        memmove (bytes->data + at + length, bytes->data + at, bytes->len - at - length);
      }
      break;
    default:
      {
        const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
        guint       n = (guint) strlen (word);

        g_byte_array_append (bytes, (const guint8 *) word, n);
        memmove (bytes->data + at + n, bytes->data + at, bytes->len - at - n);
        memcpy (bytes->data + at, word, n);
      }
    }
}

/* What was read is what will be read again. */
static void
assert_stable (MnItem *root)
{
  g_autofree char   *written = dup_written (root);
  g_autoptr (MnItem) again = read_well (written);
  g_autofree char   *twice = dup_written (again);

  g_assert_cmpstr (written, ==, twice);
}

/* What the first look at the bytes calls no XML is none to libxml2 either. */
static gboolean
is_xml (GBytes *bytes)
{
  gsize          size;
  const char    *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc        *doc = xmlCtxtReadMemory (context, data, (int) size, NULL, "UTF-8",
                                          XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                              XML_PARSE_IGNORE_ENC);
  gboolean       result = doc != NULL && context->wellFormed && context->nsWellFormed;

  xmlFreeDoc (doc);
  xmlFreeParserCtxt (context);
  return result;
}

static gboolean
try_mutation (guint32 seed)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (seed);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnItem)     root = NULL;
  MnXmlInfo              info;
  int                    n = g_rand_int_range (rand, 1, 4);

  g_byte_array_append (array, (const guint8 *) SAMPLE, (guint) strlen (SAMPLE));
  for (int i = 0; i < n; i++)
    mutate (rand, array);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  root = mn_xml_read_bytes (bytes, "a", &info, &error);
  g_assert_true ((root == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_str_has_prefix (error->message, "a:"));
  if (error != NULL && strstr (error->message, "not well-formed") != NULL && is_xml (bytes))
    g_error ("mutation %u: %s", seed, error->message);
  if (root != NULL && !info.newer)
    assert_stable (root);
  return root != NULL;
}

static void
test_mutations (void)
{
  guint n = g_test_slow () ? 200000 : 3000;
  guint n_read = 0;

  for (guint32 seed = 0; seed < n; seed++)
    n_read += try_mutation (seed) ? 1 : 0;
  g_test_message ("%u of %u were read", n_read, n);
  g_assert_cmpuint (n_read, >, n / 100);
  g_assert_cmpuint (n_read, <, n / 2);
}

static gpointer
read_many_thread (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (MnItem) root = read_well (SAMPLE);
      g_autoptr (MnItem) none = read_string ("<a>\n</b>", NULL, NULL);

      g_assert_null (none);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_many_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-read/refused", test_refused);
  g_test_add_func ("/xml-read/too-large", test_too_large);
  g_test_add_func ("/xml-read/namespaces-are-limited", test_namespaces_are_limited);
  g_test_add_func ("/xml-read/titles", test_titles);
  g_test_add_func ("/xml-read/values", test_values);
  g_test_add_func ("/xml-read/any-order", test_any_order);
  g_test_add_func ("/xml-read/single-items-are-there", test_single_items_are_there);
  g_test_add_func ("/xml-read/prologues", test_prologues);
  g_test_add_func ("/xml-read/prefixed", test_prefixed);
  g_test_add_func ("/xml-read/newer", test_newer);
  g_test_add_func ("/xml-read/info", test_info);
  g_test_add_func ("/xml-read/foreign", test_foreign);
  g_test_add_func ("/xml-read/too-many-foreign-attributes", test_too_many_foreign_attributes);
  g_test_add_func ("/xml-read/files", test_files);
  g_test_add_func ("/xml-read/cut-everywhere", test_cut_everywhere);
  g_test_add_func ("/xml-read/mutations", test_mutations);
  g_test_add_func ("/xml-read/threads", test_threads);
  return g_test_run ();
}
