#include <string.h>
#include <time.h>

#include "mn-session.h"
#include "mn-text.h"
#include "mn-xml.h"
#include "storage-fill.h"

static GBytes *
write_results (MnText *text)
{
  g_autoptr (MnItem) root = mn_session_new ();

  mn_item_set_rich (mn_session_get_conclusion (root), "results", text);
  return mn_xml_write (root);
}

static MnText *
read_results (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_bytes (bytes, "a", NULL, &error);
  MnText            *text;

  g_assert_no_error (error);
  text = mn_item_get_rich (mn_session_get_conclusion (root), "results");
  return text != NULL ? mn_text_ref (text) : NULL;
}

/* The lines between the field's tags, without their indentation. */
static char *
dup_lines (MnText *text)
{
  g_autoptr (GBytes)  bytes = write_results (text);
  g_autofree char    *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv)      lines = g_strsplit (xml, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);
  gboolean            inside = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " ");

      inside = inside && strcmp (line, "</results>") != 0;
      if (inside)
        {
          g_assert_cmpint (line - lines[i], ==, 8);
          g_string_append_printf (found, "%s%s", found->len > 0 ? "\n" : "", line);
        }
      inside = inside || strcmp (line, "<results>") == 0;
    }
  return g_strdup (found->str);
}

static void
assert_round_trip (MnText *text)
{
  g_autoptr (GBytes) bytes = write_results (text);
  g_autoptr (MnText) read = read_results (bytes);

  g_assert_nonnull (read);
  g_assert_true (mn_text_equal (text, read));
}

typedef struct
{
  const char *run; /* NULL ends; "\n" begins a paragraph of style and level */
  guint       marks_or_style;
  guint       level;
} Step;

static MnText *
build (const Step *steps)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  if (strcmp (steps[0].run, "\n") != 0)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  for (; steps->run != NULL; steps++)
    {
      if (strcmp (steps->run, "\n") == 0)
        mn_text_builder_begin (builder, (MnParagraphStyle) steps->marks_or_style, steps->level,
                               NULL);
      else if (steps->run[0] == '<')
        mn_text_builder_object (builder, steps->run, (MnMarks) steps->marks_or_style);
      else
        mn_text_builder_run (builder, steps->run, -1, (MnMarks) steps->marks_or_style);
    }
  return mn_text_builder_end (builder);
}

#define B MN_MARK_BOLD
#define I MN_MARK_ITALIC
#define OBJECT "<x:o xmlns:x=\"urn:x\"/>"

typedef struct
{
  Step        steps[10];
  const char *lines;
} Case;

static const Case cases[] = {
  { { { "a" } }, "<p>a</p>" },
  { { { "a", B }, { " " }, { "b", I } }, "<p><b>a</b> <i>b</i></p>" },
  { { { "a", B }, { " ", B }, { "b", B } }, "<p><b>a b</b></p>" },
  { { { " ", B } }, "<p><b> </b></p>" },
  { { { " a " } }, "<p> a </p>" },
  { { { "a", B | I } }, "<p><b><i>a</i></b></p>" },
  { { { "a", B }, { "b", B | I }, { "c", I } }, "<p><b>a</b><b><i>b</i></b><i>c</i></p>" },
  { { { "<& > \" ' ]]>\t" } },
    "<p>"
    "&lt;&amp; &gt; \" ' ]]&gt;\t</p>" },
  { { { "\n", MN_PARAGRAPH_DASH, 1 }, { "a" }, { "\n", MN_PARAGRAPH_NUMBER, 4 }, { "b" } },
    "<dash level=\"1\">a</dash>\n<point level=\"4\">b</point>" },
  { { { "\n", MN_PARAGRAPH_DASH, 2 } }, "<dash level=\"2\"/>" },
  { { { "a" }, { "\n" }, { "\n" } }, "<p>a</p>\n<p/>\n<p/>" },
  { { { "\n" }, { "\n" } }, "<p/>\n<p/>" },
  { { { OBJECT } }, "<p>" OBJECT "</p>" },
  { { { "a", B }, { OBJECT, B }, { "b", B }, { OBJECT }, { OBJECT, I } },
    "<p><b>a" OBJECT "b</b>" OBJECT "<i>" OBJECT "</i></p>" },
  { { { "𠀀 Đảng ủy 💬", I } }, "<p><i>𠀀 Đảng ủy 💬</i></p>" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnText) text = NULL;
      g_autofree char   *lines = NULL;

      /* "<& …" begins like an object but is meant as text. */
      if (g_str_has_prefix (cases[i].steps[0].run, "<&"))
        text = mn_text_new (cases[i].steps[0].run);
      else
        text = build (cases[i].steps);
      lines = dup_lines (text);
      g_assert_cmpstr (lines, ==, cases[i].lines);
      assert_round_trip (text);
    }
}

static void
test_empty (void)
{
  g_autoptr (MnText) text = mn_text_new ("");
  g_autoptr (GBytes) bytes = write_results (text);

  g_assert_null (read_results (bytes));
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "results", 7));
}

static void
test_unclean (void)
{
  g_autoptr (MnText) text = mn_text_new ("Tie\xCC\x82\xCC\x81ng\x01\x0B\xEF\xBF\xBE"
                                         "\r\nhai\rba\xEF\xBF\xBC");
  g_autofree char   *lines = dup_lines (text);

  g_assert_cmpstr (lines, ==, "<p>Tiếng</p>\n<p>hai</p>\n<p>ba</p>");
  assert_round_trip (text);
}

static void
test_everything_at_once (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MnText) text = storage_fill_text (i);

      assert_round_trip (text);
    }
}

/* What other programs and people write. */
static void
test_read_loosely (void)
{
  static const char *const texts[][2] = {
    { "<p>a<b>b<b>c</b></b><i><b>d</b></i></p>", "<p>a<b>bc</b><b><i>d</i></b></p>" },
    { "<p>a\n    b</p>", "<p>a     b</p>" },
    { "<p><![CDATA[<a>]]></p>", "<p>&lt;a&gt;</p>" },
    { "<!-- c --><p>a<!-- c -->b</p>\n\n", "<p>ab</p>" },
    { "<p><b></b>a<i/></p>", "<p>a</p>" },
    { "<p><b>a</b>\n<i>b</i></p>", "<p><b>a</b> <i>b</i></p>" },
    { "<p>&#13;a&#9;</p>", "<p> a\t</p>" },
    { "<p>e</p><p><b>&#769;</b></p>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          "<session xmlns='" MN_XML_NAMESPACE "' version='1' id='%s'><record id='%s'>"
          "<conclusion id='%s'><results>%s</results></conclusion></record></session>",
          "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002",
          "00000000-0000-4000-8000-000000000003", texts[i][0]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
      g_autoptr (MnText) text = read_results (bytes);
      g_autofree char   *lines = dup_lines (text);

      g_test_message ("%s", texts[i][0]);
      if (texts[i][1] != NULL)
        g_assert_cmpstr (lines, ==, texts[i][1]);
      assert_round_trip (text);
    }
}

static MnText *
make_random (GRand *rand)
{
  static const char *const runs[] = { " ", "a", "ệ", "\t", "&", "<b>", "]]>", "  ", "đ 1", "\"" };
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  int                       n = g_rand_int_range (rand, 1, 40);

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_run (builder, "x", 1, MN_MARK_NONE);
  for (int i = 0; i < n; i++)
    {
      MnMarks marks = (MnMarks) g_rand_int_range (rand, 0, 4);

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          mn_text_builder_begin (builder, (MnParagraphStyle) g_rand_int_range (rand, 0, 3),
                                 (guint) g_rand_int_range (rand, 1, 5),
                                 i % 2 == 0 ? " xmlns:x=\"urn:x\" x:a=\"1\"" : NULL);
          break;
        case 1:
          mn_text_builder_object (builder, OBJECT, marks);
          break;
        default:
          mn_text_builder_run (builder, runs[g_rand_int_range (rand, 0, G_N_ELEMENTS (runs))], -1,
                               marks);
        }
    }
  return mn_text_builder_end (builder);
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < (g_test_slow () ? 20000 : 300); seed++)
    {
      g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
      g_autoptr (MnText) text = make_random (rand);

      assert_round_trip (text);
    }
}

/* A hundred pages in one field, marked here and there, take no time worth speaking of. */
static void
test_long (void)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        text = NULL;
  clock_t                   began;
  double                    seconds;

  for (guint i = 0; i < 6000; i++)
    {
      mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      mn_text_builder_run (builder, "Hội nghị thống nhất ", -1, MN_MARK_NONE);
      mn_text_builder_run (builder, "kết luận", -1, MN_MARK_BOLD);
      mn_text_builder_object (builder, OBJECT, MN_MARK_NONE);
    }
  text = mn_text_builder_end (builder);
  began = clock ();
  assert_round_trip (text);
  seconds = (double) (clock () - began) / CLOCKS_PER_SEC;
  g_test_minimized_result (seconds, "%.3f s", seconds);
  g_assert_cmpfloat (seconds, <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-text/cases", test_cases);
  g_test_add_func ("/xml-text/empty", test_empty);
  g_test_add_func ("/xml-text/unclean", test_unclean);
  g_test_add_func ("/xml-text/everything-at-once", test_everything_at_once);
  g_test_add_func ("/xml-text/read-loosely", test_read_loosely);
  g_test_add_func ("/xml-text/random", test_random);
  g_test_add_func ("/xml-text/long", test_long);
  return g_test_run ();
}
