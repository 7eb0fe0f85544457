#include "mn-snippet.h"

#include <string.h>

/* Terms as text: words joined by "+", a prefix ends with "*". */
static char *
show_terms (const char *typed)
{
  g_autoptr (GPtrArray) terms = mn_query_parse (typed);
  GString              *shown = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const MnTerm    *term = terms->pdata[i];
      g_autofree char *words = g_strjoinv ("+", term->words);

      g_string_append_printf (shown, "%s%s%s", i > 0 ? " " : "", words, term->prefix ? "*" : "");
    }
  return g_string_free (shown, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *typed, *terms;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "Nông dân", "nong dan*" },
    { "nông dân ", "nong dan*" },
    { "\"Hội Nông dân\" vốn", "hoi+nong+dan von*" },
    { "\"Hội Nông dân\"", "hoi+nong+dan" },
    { "\"Hội Nông d", "hoi+nong+d*" },
    { "“Hội Nông dân” Đăng", "hoi+nong+dan dang*" },
    { "12/4/2024", "12+4+2024*" },
    { "5,8 tỷ", "5+8 ty*" },
    { "\"\" \"", "" },
    { "* ^ : - + ( ) { } %", "" },
    { "a AND b OR NOT c NEAR(d)", "a and b or not c near+d*" },
    { "folded:x*", "folded+x*" },
    { "o'clock; --", "o+clock" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show_terms (cases[i].typed);

      g_assert_cmpstr (shown, ==, cases[i].terms);
    }
}

static void
test_parse_bounds (void)
{
  g_autoptr (GString)   typed = g_string_new (NULL);
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GPtrArray) quoted = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (typed, "từ ");
  terms = mn_query_parse (typed->str);
  g_assert_cmpuint (terms->len, <, 100);
  g_string_prepend (typed, "\"");
  quoted = mn_query_parse (typed->str);
  g_assert_cmpuint (quoted->len, ==, 1);
  g_assert_cmpuint (g_strv_length (((MnTerm *) quoted->pdata[0])->words), <, 100);
}

static void
test_make (void)
{
  static const struct
  {
    const char *raw, *query, *snippet;
  } cases[] = {
    { "Hội Nông dân tỉnh", "nong", "Hội [Nông] dân tỉnh" },
    { "Hội Nông dân tỉnh", "nông d", "Hội [Nông dân] tỉnh" },
    { "Đặng Văn Đông", "dong", "Đặng Văn [Đông]" },
    { "một\nhai\tba", "hai", "một [hai] ba" },
    { "vốn, vay vốn", "\"vay von\"", "vốn, [vay vốn]" },
    { "vay tiền, vay vốn", "\"vay von\"", "vay tiền, [vay vốn]" },
    { "ngày 12/4/2024.", "12/4/2024", "ngày [12/4/2024]" },
    { "không có", "gì", "không có" },
    { "", "gì", "" },
    { "…!", "gì", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) terms = mn_query_parse (cases[i].query);
      g_autofree char      *snippet = mn_snippet_make (cases[i].raw, terms);

      g_strdelimit (snippet, "\x02", '[');
      g_strdelimit (snippet, "\x03", ']');
      g_assert_cmpstr (snippet, ==, cases[i].snippet);
    }
}

static void
test_long (void)
{
  g_autoptr (GString)   raw = g_string_new (NULL);
  g_autoptr (GPtrArray) terms = mn_query_parse ("kim");
  g_autofree char      *snippet = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (raw, i == 1500 ? "Kim " : "rơm ");
  snippet = mn_snippet_make (raw->str, terms);
  g_assert_true (g_str_has_prefix (snippet, "…"));
  g_assert_true (g_str_has_suffix (snippet, "…"));
  g_assert_nonnull (strstr (snippet, "\x02Kim\x03"));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snippet/parse", test_parse);
  g_test_add_func ("/snippet/parse-bounds", test_parse_bounds);
  g_test_add_func ("/snippet/make", test_make);
  g_test_add_func ("/snippet/long", test_long);
  return g_test_run ();
}
