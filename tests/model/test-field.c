#include "mn-kind.h"

#include <string.h>

#include "mn-error.h"

#define ID "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"
#define OTHER_ID "0b0d1f0a-95c4-4b5f-8f6b-6d7a2c1e9f00"

/* NULL canonical: refused. */
static const struct
{
  const char *kind, *field, *raw, *canonical;
} rows[] = {
  { "general", "title", NULL, "" },
  { "general", "title", "", "" },
  { "general", "title", " Hội  nghị ", " Hội  nghị " },
  { "general", "title", "a\nb\tc\001", "a b c" },
  { "general", "title", "Hội nghi\xCC\xA3", "Hội nghị" },
  { "general", "title", "\xFF", "\xEF\xBF\xBD" },

  { "general", "kind", "briefing", "briefing" },
  { "general", "kind", " briefing\n", "briefing" },
  { "general", "kind", "", "" },
  { "general", "kind", "Briefing", NULL },
  { "general", "kind", "party", NULL },

  { "vote", "for", "12", "12" },
  { "vote", "for", " 12 ", "12" },
  { "vote", "for", "007", "7" },
  { "vote", "for", "0", "0" },
  { "vote", "for", "000", "0" },
  { "vote", "for", "999999999", "999999999" },
  { "vote", "for", "1000000000", NULL },
  { "vote", "for", "-1", NULL },
  { "vote", "for", "1.5", NULL },
  { "vote", "for", "mười", NULL },
  { "vote", "for", "1 2", NULL },
  { "vote", "for", "\xD9\xA1", NULL }, /* an Arabic-Indic digit */

  { "indicator", "value", "5.8", "5.8" },
  { "indicator", "value", "5.80", "5.80" },
  { "indicator", "value", "-3", "-3" },
  { "indicator", "value", "-0", "0" },
  { "indicator", "value", "-0.0", "0.0" },
  { "indicator", "value", "05.8", "5.8" },
  { "indicator", "value", "0.25", "0.25" },
  { "indicator", "value", "123456789012345", "123456789012345" },
  { "indicator", "value", "1234567890123456", NULL },
  { "indicator", "value", "1.1234567890", NULL },
  { "indicator", "value", ".5", NULL },
  { "indicator", "value", "5.", NULL },
  { "indicator", "value", "5,8", NULL },
  { "indicator", "value", "1e5", NULL },
  { "indicator", "value", "-", NULL },
  { "indicator", "value", "+5", NULL },
  { "indicator", "value", "nan", NULL },
  { "indicator", "value", "1.250.000", NULL },

  { "point", "deadline", "2026-04-15", "2026-04-15" },
  { "point", "deadline", " 2026-04-15 ", "2026-04-15" },
  { "point", "deadline", "2024-02-29", "2024-02-29" },
  { "point", "deadline", "2026-02-29", NULL },
  { "point", "deadline", "2026-02-30", NULL },
  { "point", "deadline", "2026-13-01", NULL },
  { "point", "deadline", "2026-00-10", NULL },
  { "point", "deadline", "2026-04-31", NULL },
  { "point", "deadline", "0000-01-01", NULL },
  { "point", "deadline", "2026-4-15", NULL },
  { "point", "deadline", "15/4/2026", NULL },
  { "point", "deadline", "2026-04-15T08:00", NULL },
  { "point", "deadline", "2026-04-1", NULL },

  { "presence", "at", "08:30", "08:30" },
  { "presence", "at", "00:00", "00:00" },
  { "presence", "at", "23:59", "23:59" },
  { "presence", "at", "24:00", NULL },
  { "presence", "at", "08:60", NULL },
  { "presence", "at", "8:30", NULL },
  { "presence", "at", "08:30:00", NULL },
  { "presence", "at", "08h30", NULL },

  { "general", "starts", "2026-04-15T08:30:00+07:00", "2026-04-15T08:30:00+07:00" },
  { "general", "starts", "2026-04-15T08:30:00-03:30", "2026-04-15T08:30:00-03:30" },
  { "general", "starts", "2026-04-15T08:30:00Z", NULL },
  { "general", "starts", "2026-04-15T08:30:00", NULL },
  { "general", "starts", "2026-04-15T08:30:60+07:00", NULL },
  { "general", "starts", "2026-04-15 08:30:00+07:00", NULL },
  { "general", "starts", "2026-02-30T08:30:00+07:00", NULL },
  { "general", "starts", "2026-04-15T25:30:00+07:00", NULL },
  { "general", "starts", "2026-04-15T08:30:00+07:0", NULL },
  { "general", "starts", "2026-04-15", NULL },

  { "point", "task", "yes", "yes" },
  { "point", "task", "no", "" },
  { "point", "task", "", "" },
  { "point", "task", "true", NULL },

  { "general", "secretary", ID, ID },
  { "general", "secretary", ID " " OTHER_ID, NULL },
  { "general", "secretary", "x", NULL },
  { "general", "chairs", ID, ID },
  { "general", "chairs", "  " ID "  " OTHER_ID " ", ID " " OTHER_ID },
  { "general", "chairs", ID " " OTHER_ID " " ID, ID " " OTHER_ID },
  { "general", "chairs", ID "\n" OTHER_ID, ID " " OTHER_ID },
  { "general", "chairs", ID ", " OTHER_ID, NULL },
  { "general", "chairs", ID " x", NULL },
  { "general", "chairs", "  ", "" },
  { "general", "previous", ID, ID },
  { "general", "previous", "6e1b6d5e", NULL },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MnField     *field = mn_kind_find_field (mn_kind_find (rows[i].kind), rows[i].field);
      g_autoptr (GError) error = NULL;
      g_autofree char   *canonical = mn_field_canonical (field, rows[i].raw, &error);

      g_test_message ("row %u, %s", i, rows[i].field);
      g_assert_cmpstr (canonical, ==, rows[i].canonical);
      if (rows[i].canonical == NULL)
        {
          g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
          g_assert_nonnull (strstr (error->message, mn_field_get_label (field)));
        }
      else
        g_assert_no_error (error);
    }
}

/* What is canonical stays so. */
static void
test_canonical_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MnField   *field = mn_kind_find_field (mn_kind_find (rows[i].kind), rows[i].field);
      g_autofree char *again = NULL;

      if (rows[i].canonical == NULL)
        continue;
      again = mn_field_canonical (field, rows[i].canonical, NULL);
      g_assert_cmpstr (again, ==, rows[i].canonical);
    }
}

static void
test_every_type_is_tested (void)
{
  guint seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    seen |= 1u << mn_kind_find_field (mn_kind_find (rows[i].kind), rows[i].field)->type;
  g_assert_cmpuint (seen | 1u << MN_FIELD_RICH, ==, (1u << (MN_FIELD_ID + 1)) - 1);
}

static void
test_message (void)
{
  const MnField     *field = mn_kind_find_field (mn_kind_find ("point"), "deadline");
  g_autofree char   *longest = g_strnfill (5000, 'x');
  g_autoptr (GError) error = NULL, long_error = NULL;
  g_autofree char   *none = mn_field_canonical (field, "2026-02-30", &error);
  g_autofree char   *none_either = mn_field_canonical (field, longest, &long_error);

  g_assert_null (none);
  g_assert_null (none_either);
  g_assert_cmpstr (error->message, ==,
                   "“Deadline” can't be “2026-02-30”: it takes a date that exists, as 2026-04-15");
  g_assert_cmpuint (strlen (long_error->message), <, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/canonical", test_canonical);
  g_test_add_func ("/field/canonical-again", test_canonical_again);
  g_test_add_func ("/field/every-type-is-tested", test_every_type_is_tested);
  g_test_add_func ("/field/message", test_message);
  return g_test_run ();
}
