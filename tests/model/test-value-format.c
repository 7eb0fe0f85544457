#include "mn-value-format.h"

#include "mn-error.h"

typedef struct
{
  const char *kind, *field, *typed;
  const char *value; /* NULL: refused */
} Case;

static const Case cases[] = {
  { "document", "date", "15/4/2026", "2026-04-15" },
  { "document", "date", " 5-4-26 ", "2026-04-05" },
  { "document", "date", "15.4", "2026-04-15" },
  { "document", "date", "2026-04-15", "2026-04-15" },
  { "document", "date", "29/2/2028", "2028-02-29" },
  { "document", "date", "", "" },
  { "document", "date", "30/2/2026", NULL },
  { "document", "date", "31/4/2026", NULL },
  { "document", "date", "0/4/2026", NULL },
  { "document", "date", "15/13/2026", NULL },
  { "document", "date", "15/4/202", NULL },
  { "document", "date", "15/4/2026/1", NULL },
  { "document", "date", "mai", NULL },
  { "document", "date", "15/4/99999", NULL },
  { "agenda-item", "began", "08:30", "08:30" },
  { "agenda-item", "began", "8h30", "08:30" },
  { "agenda-item", "began", "8 giờ 30 phút", "08:30" },
  { "agenda-item", "began", "14 giờ", "14:00" },
  { "agenda-item", "began", "24:00", NULL },
  { "agenda-item", "began", "8:60", NULL },
  { "agenda-item", "began", "8:5", NULL },
  { "agenda-item", "began", "trưa", NULL },
  { "general", "starts", "15/4/2026 08:30", "2026-04-15T08:30:00+07:00" },
  { "general", "starts", "15/4/2026, 8h30", "2026-04-15T08:30:00+07:00" },
  { "general", "starts", "08:30 15/4/2026", "2026-04-15T08:30:00+07:00" },
  { "general", "starts", "8 giờ 30 15/4/2026", "2026-04-15T08:30:00+07:00" },
  { "general", "starts", "15/4/2026", "2026-04-15T00:00:00+07:00" },
  { "general", "starts", "15/4/2026 25:00", NULL },
  { "general", "starts", "08:30", NULL },
  { "general", "ordinal", "12", "12" },
  { "general", "ordinal", "1.068", "1068" },
  { "general", "ordinal", "-1", NULL },
  { "general", "ordinal", "1,5", NULL },
  { "general", "ordinal", "1234567890", NULL },
  { "indicator", "value", "5,8", "5.8" },
  { "indicator", "value", "5.8", "5.8" },
  { "indicator", "value", "1.068", "1068" },
  { "indicator", "value", "1.068,25", "1068.25" },
  { "indicator", "value", "-3", "-3" },
  { "indicator", "value", "0.125", "0.125" },
  { "indicator", "value", "5,8,1", NULL },
  { "indicator", "value", "trên 5", NULL },
};

static void
test_parse (gconstpointer data)
{
  const Case         *c = data;
  const MnField      *field = mn_kind_find_field (mn_kind_find (c->kind), c->field);
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");
  g_autoptr (GError)  error = NULL;
  g_autofree char    *value = mn_value_parse (field, c->typed, clock, NULL, &error);

  g_assert_cmpstr (value, ==, c->value);
  if (c->value != NULL)
    g_assert_no_error (error);
  else
    g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
}

/* What is shown can be typed again and is the same value. */
static void
test_round_trip (void)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MnField   *field = mn_kind_find_field (mn_kind_find (cases[i].kind), cases[i].field);
      g_autofree char *shown = NULL;
      g_autofree char *again = NULL;

      if (cases[i].value == NULL)
        continue;
      shown = mn_value_format (field, *cases[i].value != '\0' ? cases[i].value : NULL);
      again = mn_value_parse (field, shown, clock, cases[i].value, NULL);
      g_assert_cmpstr (again, ==, cases[i].value);
    }
}

static void
test_zone_is_kept (void)
{
  const MnField      *field = mn_kind_find_field (mn_kind_find ("general"), "starts");
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");
  g_autofree char    *value = mn_value_parse (field, "15/4/2026 09:00", clock,
                                              "2026-04-15T08:30:00+09:00", NULL);

  g_assert_cmpstr (value, ==, "2026-04-15T09:00:00+09:00");
}

static void
test_vietnamese_order (void)
{
  const MnField   *moment = mn_kind_find_field (mn_kind_find ("general"), "starts");
  const MnField   *number = mn_kind_find_field (mn_kind_find ("indicator"), "value");
  g_autofree char *a = mn_value_format (moment, "2026-04-05T08:30:00+07:00");
  g_autofree char *b = mn_value_format (moment, "2026-04-05T00:00:00+07:00");
  g_autofree char *c = mn_value_format (number, "1068.25");

  g_assert_cmpstr (a, ==, "5/4/2026 08:30");
  g_assert_cmpstr (b, ==, "5/4/2026");
  g_assert_cmpstr (c, ==, "1.068,25");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/value-format/parse/%u", i);

      g_test_add_data_func (path, &cases[i], test_parse);
    }
  g_test_add_func ("/value-format/round-trip", test_round_trip);
  g_test_add_func ("/value-format/zone-is-kept", test_zone_is_kept);
  g_test_add_func ("/value-format/vietnamese-order", test_vietnamese_order);
  return g_test_run ();
}
