#include "mn-official.h"

#include <string.h>

static void
test_dates (void)
{
  static const struct
  {
    int         day, month, year;
    const char *in_heading, *in_text;
  } rows[] = {
    { 5, 2, 2026, "ngày 05 tháng 02 năm 2026", "05/02/2026" },
    { 12, 3, 2026, "ngày 12 tháng 3 năm 2026", "12/3/2026" },
    { 3, 10, 2026, "ngày 03 tháng 10 năm 2026", "03/10/2026" },
    { 27, 5, 2026, "ngày 27 tháng 5 năm 2026", "27/5/2026" },
    { 9, 1, 2026, "ngày 09 tháng 01 năm 2026", "09/01/2026" },
    { 31, 12, 1999, "ngày 31 tháng 12 năm 1999", "31/12/1999" },
    { 29, 2, 2024, "ngày 29 tháng 02 năm 2024", "29/02/2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) rows[i].day, (GDateMonth) rows[i].month,
                                               (GDateYear) rows[i].year);
      g_autofree char  *in_heading = mn_official_date_long (date);
      g_autofree char  *in_text = mn_official_date_short (date);

      g_assert_cmpstr (in_heading, ==, rows[i].in_heading);
      g_assert_cmpstr (in_text, ==, rows[i].in_text);
    }
}

static void
test_time (void)
{
  g_autofree char *morning = mn_official_time (8, 0), *noon = mn_official_time (13, 30);
  g_autofree char *five = mn_official_time (7, 5);

  g_assert_cmpstr (morning, ==, "08 giờ 00");
  g_assert_cmpstr (noon, ==, "13 giờ 30");
  g_assert_cmpstr (five, ==, "07 giờ 05");
}

static void
test_two_digits (void)
{
  static const struct
  {
    guint       number;
    const char *digits;
  } rows[] = { { 0, "00" }, { 7, "07" }, { 9, "09" }, { 10, "10" }, { 61, "61" }, { 138, "138" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = mn_official_two_digits (rows[i].number);

      g_assert_cmpstr (digits, ==, rows[i].digits);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64      number;
    const char *words;
  } rows[] = { { 0, "0" },
               { 7, "7" },
               { 999, "999" },
               { 1000, "1.000" },
               { 1250, "1.250" },
               { 12345, "12.345" },
               { 1234567, "1.234.567" },
               { -1250, "-1.250" },
               { -999, "-999" },
               { G_MAXINT64, "9.223.372.036.854.775.807" },
               { G_MININT64, "-9.223.372.036.854.775.808" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *stored = g_strdup_printf ("%" G_GINT64_FORMAT, rows[i].number);
      g_autofree char *words = mn_official_decimal (stored);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *stored, *words;
  } rows[] = { { "98.6", "98,6" },     { "1250.5", "1.250,5" }, { "5.8", "5,8" },
               { "0", "0" },           { "-3", "-3" },          { "-1250.125", "-1.250,125" },
               { "1068", "1.068" },    { "5.80", "5,80" },      { "", "" },
               { "100000", "100.000" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = mn_official_decimal (rows[i].stored);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_ordinals (void)
{
  static const struct
  {
    guint       ordinal;
    const char *word;
  } rows[] = { { 1, "nhất" },  { 2, "hai" },       { 4, "tư" },        { 5, "năm" },
               { 10, "mười" }, { 14, "mười bốn" }, { 15, "mười lăm" }, { 20, "hai mươi" },
               { 21, "21" },   { 0, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *word = mn_official_ordinal (rows[i].ordinal);

      g_assert_cmpstr (word, ==, rows[i].word);
    }
}

static void
test_roman (void)
{
  static const struct
  {
    guint       number;
    const char *digits;
  } rows[] = { { 1, "I" },          { 2, "II" },           { 3, "III" }, { 4, "IV" },
               { 9, "IX" },         { 14, "XIV" },         { 40, "XL" }, { 49, "XLIX" },
               { 1999, "MCMXCIX" }, { 3999, "MMMCMXCIX" }, { 0, "0" },   { 4000, "4000" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = mn_official_roman (rows[i].number);

      g_assert_cmpstr (digits, ==, rows[i].digits);
    }
}

static void
test_point_letters (void)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e",  "g", "h", "i",
                                         "k", "l", "m", "n", "o", "p",  "q", "r", "s",
                                         "t", "u", "v", "x", "y", "aa", "bb" };
  g_autofree char         *third_round = mn_official_point_letter (46);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *letter = mn_official_point_letter (i);

      g_assert_cmpstr (letter, ==, letters[i]);
    }
  g_assert_cmpstr (third_round, ==, "aaa");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/official/dates", test_dates);
  g_test_add_func ("/official/time", test_time);
  g_test_add_func ("/official/two-digits", test_two_digits);
  g_test_add_func ("/official/numbers", test_numbers);
  g_test_add_func ("/official/decimals", test_decimals);
  g_test_add_func ("/official/ordinals", test_ordinals);
  g_test_add_func ("/official/roman", test_roman);
  g_test_add_func ("/official/point-letters", test_point_letters);
  return g_test_run ();
}
