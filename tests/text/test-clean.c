#include "mn-clean.h"

#include <string.h>

static void
test_table (void)
{
  static const struct
  {
    const char  *text, *raw;
    MnCleanFlags flags;
    const char  *clean;
  } rows[] = {
    { "nothing", NULL, MN_CLEAN_LINE, "" },
    { "empty", "", MN_CLEAN_BLOCK, "" },
    { "stays", "Đảng uỷ", MN_CLEAN_LINE, "Đảng uỷ" },
    { "NFD, as macOS writes it", "u\xCC\x89y", MN_CLEAN_LINE, "ủy" },
    { "horn and tone apart", "u\xCC\x9B\xCC\xA3", MN_CLEAN_LINE, "ự" },
    { "base with circumflex, tone apart", "\xC3\xAA\xCC\xA3", MN_CLEAN_LINE, "ệ" },
    { "eth for d with stroke", "\xC3\x90\xC3\xB0\xC6\x89", MN_CLEAN_LINE, "ĐđĐ" },
    { "CRLF, CR and LF", "a\r\nb\rc\nd", MN_CLEAN_BLOCK, "a\nb\nc\nd" },
    { "two CRLF", "a\r\n\r\nb", MN_CLEAN_BLOCK, "a\n\nb" },
    { "CR CR LF", "a\r\r\nb", MN_CLEAN_BLOCK, "a\n\nb" },
    { "breaks in a line", "a\r\nb\tc", MN_CLEAN_LINE, "a b c" },
    { "tabs in a block", "a\tb", MN_CLEAN_BLOCK, "a\tb" },
    { "separators of lines and paragraphs",
      "a\xE2\x80\xA8"
      "b\xE2\x80\xA9"
      "c\xC2\x85"
      "d",
      MN_CLEAN_BLOCK, "a\nb\nc\nd" },
    { "controls", "a\001\010\033\177b", MN_CLEAN_BLOCK, "ab" },
    { "C1 controls",
      "a\xC2\x80\xC2\x9F"
      "b",
      MN_CLEAN_BLOCK, "ab" },
    { "byte order mark",
      "\xEF\xBB\xBF"
      "a",
      MN_CLEAN_BLOCK, "a" },
    { "noncharacters",
      "a\xEF\xBF\xBE\xEF\xBF\xBF"
      "b",
      MN_CLEAN_BLOCK, "ab" },
    { "stand-in for foreign elements",
      "a\xEF\xBF\xBC"
      "b",
      MN_CLEAN_BLOCK, "ab" },
    { "invalid byte",
      "a\xFF"
      "b",
      MN_CLEAN_BLOCK,
      "a\xEF\xBF\xBD"
      "b" },
    { "half a letter at the end", "a\xE1\xBB", MN_CLEAN_BLOCK, "a\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "surrogate",
      "a\xED\xA0\x80"
      "b",
      MN_CLEAN_BLOCK,
      "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
      "b" },
    { "blanks stay", "  a  b ", MN_CLEAN_LINE, "  a  b " },
    { "no-break space stays",
      "Số\xC2\xA0"
      "07",
      MN_CLEAN_LINE,
      "Số\xC2\xA0"
      "07" },
    { "accent after a dropped control", "a\001\xCC\x81", MN_CLEAN_LINE, "á" },
    { "beyond the first plane", "\xF0\x9F\x93\x84", MN_CLEAN_LINE, "\xF0\x9F\x93\x84" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = mn_clean_text (rows[i].raw, -1, rows[i].flags);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (clean, ==, rows[i].clean);
    }
}

static void
test_length (void)
{
  g_autofree char *head = mn_clean_text ("abcdef", 3, MN_CLEAN_LINE);
  g_autofree char *nul = mn_clean_text ("a\0b", 3, MN_CLEAN_LINE);
  g_autofree char *none = mn_clean_text ("abc", 0, MN_CLEAN_LINE);

  g_assert_cmpstr (head, ==, "abc");
  g_assert_cmpstr (nul, ==,
                   "a\xEF\xBF\xBD"
                   "b");
  g_assert_cmpstr (none, ==, "");
}

static gboolean
is_legal_xml (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF)
        return FALSE;
    }
  return TRUE;
}

/* Whatever comes in: valid, NFC, legal XML, and clean once for all. */
static void
test_random_bytes (void)
{
  static const char pieces[] = "\xCC\x81\xCC\xA3\xC2\x85\r\n aeo\xC6"; /* its end is one, too */

  for (guint round = 0; round < 3000; round++)
    {
      char             raw[40];
      MnCleanFlags     flags = round % 2 == 0 ? MN_CLEAN_LINE : MN_CLEAN_BLOCK;
      gsize            n = (gsize) g_test_rand_int_range (0, sizeof raw);
      g_autofree char *clean = NULL, *composed = NULL;
      g_autofree char *again = NULL;

      for (gsize i = 0; i < n; i++)
        raw[i] = (char) (g_test_rand_int_range (0, 3) == 0
                             ? pieces[g_test_rand_int_range (0, sizeof pieces)]
                             : g_test_rand_int_range (0, 256));
      clean = mn_clean_text (raw, (gssize) n, flags);
      composed = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpstr (composed, ==, clean);
      g_assert_true (is_legal_xml (clean));
      again = mn_clean_text (clean, -1, flags);
      g_assert_cmpstr (again, ==, clean);
      g_assert_true (flags == MN_CLEAN_BLOCK || strpbrk (clean, "\n\t\r") == NULL);
    }
}

/* A megabyte of accents must not take the square of its length. */
static void
test_heap_of_accents (void)
{
  GString         *raw = g_string_new ("a");
  g_autofree char *clean = NULL;

  for (guint i = 0; i < 250000; i++)
    g_string_append (raw, i < 125000 ? "\xCC\x81" : "\xCC\xA3");
  g_string_append (raw, "b");
  clean = mn_clean_text (raw->str, -1, MN_CLEAN_LINE);
  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 1 + 29 + 1);
  g_string_free (raw, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/table", test_table);
  g_test_add_func ("/clean/length", test_length);
  g_test_add_func ("/clean/random-bytes", test_random_bytes);
  g_test_add_func ("/clean/heap-of-accents", test_heap_of_accents);
  return g_test_run ();
}
