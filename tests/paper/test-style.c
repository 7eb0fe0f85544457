#include "mn-style.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "mn-error.h"
#include "mn-style-private.h"
#include "mn-style-table.h"

#define PAGE_NUMBER "<page-number top=\"10\" rule=\"số trang\"/>"
#define DRAFT "<word name=\"draft\" text=\"Dự thảo\" rule=\"Phụ lục 1, ô 11b\"/>"

static const char *const bundled[] = { "party-2018", "party-2026", "state-2020" };

static char *
dup_path (const char *folder, const char *file)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", folder, file, NULL);
}

static char *
read_style_file (void)
{
  g_autofree char   *path = dup_path ("styles", "party-2026.xml");
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (new, parts);
}

static guint
line_of (const char *text, const char *part)
{
  guint line = 1;

  for (const char *p = text; p < strstr (text, part); p++)
    line += *p == '\n';
  return line;
}

/* The figures of HD 05-HD/VPTW. */
static void
test_party_2026 (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStyle) style = mn_style_load ("party-2026", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (style->name, ==, "party-2026");
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->page_width), 210, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->page_height), 297, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->margin_top), 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->margin_bottom), 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->margin_left), 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->margin_right), 15, 1e-6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->page_number_top), 10, 1e-6);
  g_assert_cmpfloat (style->roles[MN_ROLE_BODY].size, ==, 14);
  g_assert_cmpfloat (style->roles[MN_ROLE_BODY].pitch, ==, 18);
  g_assert_cmpfloat (style->roles[MN_ROLE_BODY].space_before, ==, 6);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->roles[MN_ROLE_BODY].first_indent), 10, 1e-6);
  g_assert_cmpint (style->roles[MN_ROLE_BODY].align, ==, MN_ALIGN_JUSTIFY);
  g_assert_cmpfloat (style->roles[MN_ROLE_PARTY_TITLE].size, ==, 15);
  g_assert_true (style->roles[MN_ROLE_PARTY_TITLE].bold);
  g_assert_true (style->roles[MN_ROLE_ISSUING_BODY].bold);
  g_assert_false (style->roles[MN_ROLE_PARENT_BODY].bold);
  g_assert_false (style->roles[MN_ROLE_POSITION].bold);
  g_assert_true (style->roles[MN_ROLE_PLACE_DATE].italic);
  g_assert_cmpfloat (style->roles[MN_ROLE_RECIPIENT].size, ==, 12);
}

/* The figures of NĐ 30/2020/NĐ-CP, Phụ lục I. */
static void
test_state_2020 (void)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStyle) style = mn_style_load ("state-2020", &error);

  g_assert_no_error (error);
  g_assert_cmpint (style->family, ==, MN_FAMILY_STATE);
  g_assert_cmpfloat (style->roles[MN_ROLE_NATION].size, ==, 12);
  g_assert_cmpfloat (style->roles[MN_ROLE_MOTTO].size, ==, 13);
  g_assert_cmpfloat (style->roles[MN_ROLE_PLACE_DATE].size, ==, 13);
  g_assert_true (style->roles[MN_ROLE_POSITION].bold);
  g_assert_true (style->roles[MN_ROLE_BASIS].italic);
  g_assert_true (style->roles[MN_ROLE_RECIPIENTS_LABEL].italic);
  g_assert_cmpfloat (style->roles[MN_ROLE_RECIPIENT].size, ==, 11);
  g_assert_cmpfloat (style->organ_rule, >, 1.0 / 3);
  g_assert_cmpfloat (style->organ_rule, <, 0.5);
  g_assert_false (style->minutes_dated);
  g_assert_cmpstr (style->words[MN_WORD_ON_BEHALF], ==, "TM.");
}

/* Of the two Party styles only what HD 05 changed differs: nothing that is known. */
static void
test_party_2018 (void)
{
  g_autoptr (MnStyle) old = mn_style_load ("party-2018", NULL);
  g_autoptr (MnStyle) new = mn_style_load ("party-2026", NULL);

  g_assert_nonnull (old);
  g_assert_cmpstr (old->rule, ==, "HD 36-HD/VPTW");
  for (guint i = 0; i < MN_N_ROLES; i++)
    g_assert_cmpfloat (old->roles[i].size, ==, new->roles[i].size);
  g_assert_cmpstr (mn_style_rule_find (old, "role kind", "size")->paragraph, ==,
                   "HD 36-HD/VPTW, mẫu chữ, ô 5a");
  g_assert_cmpstr (mn_style_rule_find (old, "role signer", "size")->paragraph, ==,
                   "HD 05-HD/VPTW, Phụ lục 1, ô 7b");
  g_assert_cmpstr (mn_style_rule_find (old, "role body", "pitch")->paragraph, ==,
                   "HD 05-HD/VPTW, Phụ lục 1, ô 6");
}

/* ---- rules ---------------------------------------------------------------------------------- */

static xmlDoc *
read_xml (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = dup_path ("styles", file);
  xmlDoc          *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* Every element of a style that comes with the program says by which paragraph, or that none is. */
static void
test_every_value_is_accounted_for (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bundled); i++)
    {
      xmlDoc *doc = read_xml (bundled[i]);

      for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
        {
          xmlChar *free = xmlGetProp (node, (const xmlChar *) "free");
          gboolean ruled = node->type != XML_ELEMENT_NODE ||
                           xmlHasProp (node, (const xmlChar *) "rule") != NULL;

          if (!ruled && g_strcmp0 ((const char *) free, "*") != 0)
            {
              g_test_message ("%s.xml:%ld: no rule and not free", bundled[i], xmlGetLineNo (node));
              g_test_fail ();
            }
          xmlFree (free);
        }
      xmlFreeDoc (doc);
    }
}

static void
ignore_cb (void *user_data, xmlError *error)
{
}

static void
test_schema (void)
{
  g_autofree char      *path = dup_path ("schema", "house-style.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG           *schema = xmlRelaxNGParse (parser);

  g_assert_nonnull (schema);
  for (guint i = 0; i < G_N_ELEMENTS (bundled); i++)
    {
      xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt (schema);
      xmlDoc              *doc = read_xml (bundled[i]);

      g_assert_cmpint (xmlRelaxNGValidateDoc (valid, doc), ==, 0);
      xmlNewChild (xmlDocGetRootElement (doc), NULL, (const xmlChar *) "footer", NULL);
      xmlRelaxNGSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) ignore_cb, NULL);
      g_assert_cmpint (xmlRelaxNGValidateDoc (valid, doc), !=, 0);
      xmlFreeDoc (doc);
      xmlRelaxNGFreeValidCtxt (valid);
    }
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

static MnStyle *
parse_office (const char *base, const char *elements)
{
  g_autofree char *xml = g_strdup_printf (
      "<house-style name=\"own\" base=\"%s\">\n%s\n</house-style>", base, elements);
  g_autoptr (GError) error = NULL;
  MnStyle           *style = mn_style_parse (xml, strlen (xml), "own.xml", &error);

  g_assert_no_error (error);
  return style;
}

/* What a style that comes with the program chose lies inside its own ranges: taken over whole by an
 * office, no value departs. */
static void
test_bundled_keep_their_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bundled); i++)
    {
      g_autoptr (MnStyle) style = mn_style_load (bundled[i], NULL);
      MnStyleReader       reader = { .file = "same", .style = style, .base = style };

      for (guint j = 0; j < MN_N_ROLES; j++)
        {
          g_autofree char *key = g_strconcat ("role ", mn_role_get_name ((MnRole) j), NULL);

          for (const MnStyleAttribute *a = mn_style_role_attributes; a->name != NULL; a++)
            mn_style_rule_check (&reader, 1, key, a, &style->roles[j], &style->roles[j]);
        }
      for (guint j = 0; j < MN_N_STYLE_PARTS; j++)
        for (const MnStyleAttribute *a = mn_style_parts[j].attributes; a->name != NULL; a++)
          mn_style_rule_check (&reader, 1, mn_style_parts[j].name, a, style, style);
      mn_style_rule_check_sizes (&reader, 1);
      g_assert_cmpuint (mn_style_get_findings (style)->len, ==, 0);
    }
}

/* An office changes what its rule leaves open, and is told of what it doesn't. */
static void
test_office (void)
{
  static const struct
  {
    const char *base, *elements, *finding; /* NULL: none */
  } cases[] = {
    { "party-2026", "", NULL },
    { "party-2026", "<role name=\"body\" size=\"15\" pitch=\"22\"/>", NULL },
    { "party-2026", "<role name=\"body\" size=\"16\"/>", "HD 05-HD/VPTW, Phụ lục 1, ô 6" },
    { "party-2026", "<role name=\"body\" pitch=\"17\"/>", "is 17; allowed is 18 to 22" },
    { "party-2026", "<role name=\"body\" space-before=\"5\"/>", "allowed is at least 6" },
    { "party-2026", "<role name=\"body\" align=\"left\"/>", "is left; allowed is justify" },
    { "party-2026", "<sheet left=\"35\"/>",
      "is 35; allowed is 30 (HD 05-HD/VPTW, khổ giấy, định lề)" },
    { "party-2026", "<sheet mirrored=\"yes\"/>", NULL },
    { "party-2026", "<role name=\"sole-position\" bold=\"no\"/>", NULL },
    { "party-2026", "<role name=\"position\" bold=\"yes\"/>", "ô 7a" },
    { "party-2026", "<role name=\"signature-gap\" height=\"60\"/>", NULL },
    { "party-2026", "<stroke weight=\"0.75\"/>", NULL },
    { "party-2026", "<columns left-share=\"0.45\"/>", NULL },
    { "party-2026", "<spelling old-tones=\"yes\"/>", NULL },
    { "party-2026", "<organ begins=\"Ban Xây dựng Đảng\" symbol=\"BXDĐ\"/>", NULL },
    { "party-2026", "<word name=\"on-behalf\" text=\"TM.\"/>", "is TM.; allowed is T/M" },
    { "party-2026", "<notice author-line=\"yes\"/>", NULL },
    { "party-2026", "<minutes attested=\"left\"/>", NULL },
    { "party-2026", "<minutes recipients=\"beside\"/>", NULL },
    { "party-2026", "<word name=\"separator\" text=\"\"/>", "5.2.1" },
    { "state-2020", "<minutes recipients=\"none\"/>", "is none; allowed is left (" },
    { "party-2026", "<minutes dated=\"no\"/>", "is no; allowed is yes" },
    { "state-2020", "<notice author-line=\"yes\"/>", "is yes; allowed is no" },
    { "state-2020", "<sheet top=\"25\" left=\"35\" right=\"20\"/>", NULL },
    { "state-2020", "<sheet right=\"21\"/>", "is 21; allowed is 15 to 20" },
    { "state-2020", "<stroke organ=\"0.5\"/>", NULL },
    { "state-2020", "<stroke organ=\"0.6\"/>", "is 0.6; allowed is 0.33 to 0.5" },
    { "state-2020", "<role name=\"body\" size=\"13\" pitch=\"15\"/>", NULL },
    { "state-2020", "<role name=\"body\" size=\"13\" pitch=\"14\"/>", "allowed is 14.94 to 22.41" },
    { "state-2020", "<role name=\"nation\" size=\"13\"/>", "13, 14 and 14" },
    { "state-2020",
      "<role name=\"nation\" size=\"13\"/><role name=\"motto\" size=\"14\"/>"
      "<role name=\"place-date\" size=\"14\"/>",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnStyle) style = parse_office (cases[i].base, cases[i].elements);
      const GPtrArray    *findings = mn_style_get_findings (style);

      g_assert_cmpstr (style->name, ==, "own");
      if (findings->len > 0)
        g_test_message ("%s", (const char *) findings->pdata[0]);
      g_assert_cmpuint (findings->len, ==, cases[i].finding != NULL ? 1 : 0);
      if (cases[i].finding == NULL)
        continue;
      g_assert_true (g_str_has_prefix (findings->pdata[0], "own.xml:"));
      g_assert_nonnull (strstr (findings->pdata[0], cases[i].finding));
    }
}

/* What an office leaves out is as in the style that it began from, and that one stays as it is. */
static void
test_office_inherits (void)
{
  g_autoptr (MnStyle) base = mn_style_load ("party-2026", NULL);
  g_autoptr (MnStyle) own = parse_office ("party-2026",
                                          "<role name=\"kind\" size=\"15\"/>"
                                          "<organ begins=\"Ban Tổ chức\" symbol=\"BTC1\"/>");

  g_assert_cmpfloat (own->roles[MN_ROLE_KIND].size, ==, 15);
  g_assert_true (own->roles[MN_ROLE_KIND].bold);
  g_assert_cmpfloat (own->roles[MN_ROLE_BODY].size, ==, 14);
  g_assert_cmpstr (own->words[MN_WORD_NUMBER], ==, "Số %n-%k/%o");
  g_assert_cmpstr (((MnStyleSymbol *) own->organs->pdata[0])->symbol, ==, "BTC1");
  g_assert_cmpuint (own->organs->len, ==, base->organs->len + 1);
  g_assert_cmpfloat (base->roles[MN_ROLE_KIND].size, ==, 16);
}

/* "HOẢ TỐC" or "HỎA TỐC": only where both ways differ. */
static void
test_spelling (void)
{
  static const struct
  {
    const char *new, *old;
  } cases[] = {
    { "HOẢ TỐC", "HỎA TỐC" },     { "Tỉnh uỷ", "Tỉnh ủy" },     { "Uỷ ban", "Ủy ban" },
    { "quý, hoàn", "quý, hoàn" }, { "hoà, khoẻ", "hòa, khỏe" }, { "", "" },
  };
  g_autoptr (MnStyle) old = parse_office ("party-2026", "<spelling old-tones=\"yes\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spelled = mn_style_spell (cases[i].new, TRUE);
      g_autofree char *back = mn_style_spell (cases[i].old, FALSE);

      g_assert_cmpstr (spelled, ==, cases[i].old);
      g_assert_cmpstr (back, ==, cases[i].new);
    }
  g_assert_cmpstr (old->words[MN_WORD_EXPRESS], ==, "HỎA TỐC");
}

/* A style of an office lies in a folder; its name can't lead out of it, nor it to itself. */
static void
test_folders (void)
{
  g_autofree char    *folder = g_dir_make_tmp ("minutes-styles-XXXXXX", NULL);
  g_autofree char    *path = g_build_filename (folder, "nha.xml", NULL);
  const char *const   folders[] = { "/no/such", folder, NULL };
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStyle) style = NULL;

  g_assert_true (g_file_set_contents (
      path, "<house-style name=\"nha\" base=\"state-2020\"><sheet top=\"25\"/></house-style>", -1,
      NULL));
  mn_style_set_folders (folders);
  style = mn_style_load ("nha", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (style->margin_top), 25, 1e-6);
  g_assert_cmpint (style->family, ==, MN_FAMILY_STATE);
  g_assert_null (mn_style_load ("../nha", NULL));
  g_assert_true (g_file_set_contents (path, "<house-style name=\"nha\" base=\"nha\"/>", -1, NULL));
  g_assert_null (mn_style_load ("nha", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_STYLE);
  g_assert_nonnull (strstr (error->message, "nha.xml:1: "));
  mn_style_set_folders (NULL);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_no_such_style (void)
{
  static const char *const names[] = { "", "no-such", "../party-2026", "party-2026.xml", "Đảng" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mn_style_load (names[i], &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_STYLE);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

/* Each fault names file and line and what is wrong. */
static void
test_faults (void)
{
  static const struct
  {
    const char *old, *new, *place, *word;
  } faults[] = {
    { "name=\"draft\"", "name=\"rough\"", "s.xml:", "rough" },
    { "name=\"star\"", "name=\"sun\"", "s.xml:", "sun" },
    { "name=\"star\"", "name=\"kind\"", "s.xml:", "kind" },
    { "size=\"16\"", "size=\"big\"", "s.xml:", "big" },
    { "size=\"16\"", "size=\"16kg\"", "s.xml:", "16kg" },
    { "size=\"16\"", "size=\"-16\"", "s.xml:", "-16" },
    { "size=\"16\"", "size=\"nan\"", "s.xml:", "nan" },
    { "size=\"16\"", "size=\"inf\"", "s.xml:", "inf" },
    { "size=\"16\"", "size=\"1e300\"", "s.xml:", "1e300" },
    { "size=\"16\"", "size=\"\"", "s.xml:", "size" },
    { "size=\"16\"", "", "s.xml:", "size" },
    { "size=\"16\"", "size=\"16\" colour=\"red\"", "s.xml:", "colour" },
    { "bold=\"yes\"", "bold=\"maybe\"", "s.xml:", "maybe" },
    { "align=\"justify\"", "align=\"middle\"", "s.xml:", "middle" },
    { "pitch=\"20\"", "pitch=\"9\"", "s.xml:", "kind" },
    { "left-share=\"0.485\"", "left-share=\"2\"", "s.xml:", "left-share" },
    { "left-share=\"0.485\"", "left-share=\"0.4mm\"", "s.xml:", "0.4mm" },
    { "left=\"30\"", "left=\"180\"", "s.xml:", "margins" },
    { PAGE_NUMBER, "", "s.xml:", "page-number" },
    { PAGE_NUMBER, PAGE_NUMBER "<page-number top=\"9\"/>", "s.xml:", "page-number" },
    { PAGE_NUMBER, PAGE_NUMBER "<footer/>", "s.xml:", "footer" },
    { PAGE_NUMBER, PAGE_NUMBER "stray", "s.xml:", "text" },
    { DRAFT, "", "s.xml:", "draft" },
    { DRAFT, DRAFT DRAFT, "s.xml:", "draft" },
    { DRAFT, "<word name=\"end\"/>", "s.xml:", "text" },
    { DRAFT, "<word name=\"ending\" text=\".\"/>", "s.xml:", "ending" },
    { "symbol=\"ĐUQS\"", "symbol=\"\"", "s.xml:", "symbol" },
    { "symbol=\"ĐUQS\"", "sign=\"ĐUQS\"", "s.xml:", "sign" },
    { "family=\"party\"", "family=\"church\"", "s.xml:", "church" },
    { "family=\"party\"", "", "s.xml:", "family" },
    { "family=\"party\"", "base=\"no-such\"", "s.xml:", "no-such" },
    { "minutes-from=\"1\"", "minutes-from=\"1.5\"", "s.xml:", "1.5" },
    { "<open value=\"size\" min=\"14\"", "<open value=\"size\" min=\"many\"", "s.xml:", "size" },
    { "<open value=\"size\" min=\"14\"", "<open value=\"weight\" min=\"14\"", "s.xml:", "<open>" },
    { "<open value=\"size\" min=\"14\"", "<close value=\"size\" min=\"14\"", "s.xml:", "close" },
    { "</house-style>", "", "s.xml:", "XML" },
    { "<house-style name=\"party", "<!DOCTYPE house-style><house-style name=\"party",
      "s.xml:1: ", "document type" },
  };
  g_autofree char *good = read_style_file ();
  g_autofree char *draft = g_strdup_printf ("s.xml:%u: ", line_of (good, "name=\"draft\""));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char   *bad = replace (good, faults[i].old, faults[i].new);
      g_autoptr (GError) error = NULL;

      g_assert_null (mn_style_parse (bad, strlen (bad), "s.xml", &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_STYLE);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, i == 0 ? draft : faults[i].place));
      g_assert_nonnull (strstr (error->message, faults[i].word));
    }
}

/* Cut off anywhere, a style is refused, never half read. */
static void
test_cut_off (void)
{
  g_autofree char *good = read_style_file ();
  gsize end = (gsize) (strstr (good, "</house-style>") - good) + strlen ("</house-style>");

  for (gsize n = 0; n < end; n += 7)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (MnStyle) style = mn_style_parse (good, n, "cut.xml", &error);

      g_assert_null (style);
      g_assert_error (error, MN_ERROR, MN_ERROR_STYLE);
    }
}

static void
test_units (void)
{
  g_autofree char    *good = read_style_file ();
  g_autofree char    *points = replace (good, "left=\"30\"", "left=\"72pt\"");
  g_autofree char    *millimetres = replace (good, "size=\"16\"", "size=\"5mm\"");
  g_autoptr (MnStyle) a = mn_style_parse (points, strlen (points), "a.xml", NULL);
  g_autoptr (MnStyle) b = mn_style_parse (millimetres, strlen (millimetres), "b.xml", NULL);

  g_assert_cmpfloat (a->margin_left, ==, 72);
  g_assert_cmpfloat_with_epsilon (b->roles[MN_ROLE_KIND].size, 14.1732, 1e-3);
}

static void
test_role_names (void)
{
  for (int i = 0; i < MN_N_ROLES; i++)
    {
      g_assert_nonnull (mn_role_get_name ((MnRole) i));
      for (int j = 0; j < i; j++)
        g_assert_cmpstr (mn_role_get_name ((MnRole) i), !=, mn_role_get_name ((MnRole) j));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/party-2026", test_party_2026);
  g_test_add_func ("/style/party-2018", test_party_2018);
  g_test_add_func ("/style/state-2020", test_state_2020);
  g_test_add_func ("/style/accounted-for", test_every_value_is_accounted_for);
  g_test_add_func ("/style/schema", test_schema);
  g_test_add_func ("/style/bundled-keep-rules", test_bundled_keep_their_rules);
  g_test_add_func ("/style/office", test_office);
  g_test_add_func ("/style/office-inherits", test_office_inherits);
  g_test_add_func ("/style/spelling", test_spelling);
  g_test_add_func ("/style/folders", test_folders);
  g_test_add_func ("/style/no-such-style", test_no_such_style);
  g_test_add_func ("/style/faults", test_faults);
  g_test_add_func ("/style/cut-off", test_cut_off);
  g_test_add_func ("/style/units", test_units);
  g_test_add_func ("/style/role-names", test_role_names);
  return g_test_run ();
}
