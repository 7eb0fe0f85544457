#include "mn-style-attribute.h"

#include <stddef.h>

#include "mn-style.h"

typedef struct
{
  double   length, width, share;
  gboolean flag;
  MnAlign  align;
  char    *string;
} Target;

static const MnStyleAttribute table[] = {
  { "length", MN_STYLE_LENGTH_PT, offsetof (Target, length), 1, 100, TRUE },
  { "width", MN_STYLE_LENGTH_MM, offsetof (Target, width), 1, 1000, FALSE },
  { "share", MN_STYLE_SHARE, offsetof (Target, share), 0, 1, FALSE },
  { "flag", MN_STYLE_BOOLEAN, offsetof (Target, flag), 0, 0, FALSE },
  { "align", MN_STYLE_ALIGN, offsetof (Target, align), 0, 0, FALSE },
  { "string", MN_STYLE_STRING, offsetof (Target, string), 0, 0, FALSE },
  { NULL },
};

static gboolean
parse (const char *name, const char *value, Target *target)
{
  const MnStyleAttribute *attribute = mn_style_attribute_find (table, name);

  g_assert_nonnull (attribute);
  return mn_style_attribute_parse (attribute, value, target);
}

static void
test_find (void)
{
  g_assert_true (mn_style_attribute_find (table, "share") == &table[2]);
  g_assert_null (mn_style_attribute_find (table, "Share"));
  g_assert_null (mn_style_attribute_find (table, ""));
}

static void
test_values (void)
{
  Target target = { 0 };

  g_assert_true (parse ("length", "12.5", &target));
  g_assert_cmpfloat (target.length, ==, 12.5);
  g_assert_true (parse ("length", "10mm", &target));
  g_assert_cmpfloat_with_epsilon (target.length, 28.346, 0.001);
  g_assert_true (parse ("width", "10", &target));
  g_assert_cmpfloat_with_epsilon (target.width, 28.346, 0.001);
  g_assert_true (parse ("width", "10pt", &target));
  g_assert_cmpfloat (target.width, ==, 10);
  g_assert_true (parse ("share", "0.485", &target));
  g_assert_cmpfloat (target.share, ==, 0.485);
  g_assert_true (parse ("flag", "yes", &target));
  g_assert_true (target.flag);
  g_assert_true (parse ("flag", "no", &target));
  g_assert_false (target.flag);
  g_assert_true (parse ("align", "justify", &target));
  g_assert_cmpint (target.align, ==, MN_ALIGN_JUSTIFY);
  g_assert_true (parse ("string", "một", &target));
  g_assert_true (parse ("string", "hai", &target));
  g_assert_cmpstr (target.string, ==, "hai");
  g_free (target.string);
}

static void
test_nonsense (void)
{
  static const char *const cases[][2] = {
    { "length", "0.5" },   { "length", "101" },     { "length", "-5" },  { "length", "12 pt" },
    { "length", "12px" },  { "length", "1,5" },     { "length", "NaN" }, { "length", "" },
    { "share", "0.5pt" },  { "share", "1.01" },     { "flag", "YES" },   { "flag", "" },
    { "align", "center" }, { "align", "justify " }, { "string", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Target target = { 0 };

      g_assert_false (parse (cases[i][0], cases[i][1], &target));
      g_assert_cmpfloat (target.length, ==, 0);
      g_free (target.string);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-attribute/find", test_find);
  g_test_add_func ("/style-attribute/values", test_values);
  g_test_add_func ("/style-attribute/nonsense", test_nonsense);
  return g_test_run ();
}
