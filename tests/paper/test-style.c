#include "mn-style.h"

#include <gio/gio.h>
#include <string.h>

#include "mn-error.h"

static char *
read_style_file (void)
{
  g_autofree char   *path = g_test_build_filename (G_TEST_DIST, "..", "data", "styles",
                                                   "party-2026.xml", NULL);
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
    { "<page-number top=\"10\"/>", "", "s.xml:", "page-number" },
    { "<page-number top=\"10\"/>", "<page-number top=\"10\"/><page-number top=\"9\"/>",
      "s.xml:", "page-number" },
    { "<page-number top=\"10\"/>", "<page-number top=\"10\"/><footer/>", "s.xml:", "footer" },
    { "<page-number top=\"10\"/>", "<page-number top=\"10\"/>stray", "s.xml:", "text" },
    { "<role name=\"star\" size=\"14\" align=\"centre\" pitch=\"14\"/>", "", "s.xml:", "star" },
    { "</house-style>", "", "s.xml:", "XML" },
    { "<house-style name", "<!DOCTYPE house-style><house-style name",
      "s.xml:1: ", "document type" },
  };
  g_autofree char *good = read_style_file ();
  g_autofree char *star = g_strdup_printf ("s.xml:%u: ", line_of (good, "name=\"star\""));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char   *bad = replace (good, faults[i].old, faults[i].new);
      g_autoptr (GError) error = NULL;

      g_assert_null (mn_style_parse (bad, strlen (bad), "s.xml", &error));
      g_assert_error (error, MN_ERROR, MN_ERROR_STYLE);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, i == 0 ? star : faults[i].place));
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
  g_test_add_func ("/style/no-such-style", test_no_such_style);
  g_test_add_func ("/style/faults", test_faults);
  g_test_add_func ("/style/cut-off", test_cut_off);
  g_test_add_func ("/style/units", test_units);
  g_test_add_func ("/style/role-names", test_role_names);
  return g_test_run ();
}
