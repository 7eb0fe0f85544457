#include "mn-clean.h"

#include <string.h>

/* Any of these in a file makes it unreadable to every XML 1.0 parser. */
static gboolean
is_forbidden_in_xml (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE ||
         c == 0xFFFF || c > 0x10FFFF;
}

/* Controls that are legal XML but never meant, and the stand-in for foreign elements, which only
 * the reader may put into a text. */
static gboolean
is_unwanted (gunichar c)
{
  return is_forbidden_in_xml (c) || (c >= 0x7F && c <= 0x9F && c != 0x85) || c == 0xFEFF ||
         c == 0xFFFC;
}

/* Icelandic eth is what old Vietnamese converters wrote for đ. */
static gunichar
mend_letter (gunichar c)
{
  switch (c)
    {
    case 0x00D0:
    case 0x0189:
      return 0x0110;
    case 0x00F0:
      return 0x0111;
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return '\n';
    default:
      return c;
    }
}

static void
append_clean (GString *out, const char *utf8, MnCleanFlags flags)
{
  gboolean after_cr = FALSE;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_cr = c == '\r';

      if (c == '\n' && after_cr)
        {
          after_cr = FALSE;
          continue;
        }
      after_cr = is_cr;
      c = is_cr ? '\n' : mend_letter (c);
      if (is_unwanted (c))
        continue;
      if (flags == MN_CLEAN_LINE && (c == '\n' || c == '\t'))
        c = ' ';
      g_string_append_unichar (out, c);
    }
}

/* Ordering accents takes the square of their number, so heaps of them that no script needs are cut:
 * the Stream-Safe Text Format of UAX #15 allows as many. */
#define MAX_MARKS 30

static void
cut_marks (char *valid)
{
  char *to = valid;
  guint n = 0;

  for (const char *p = valid, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      n = (guchar) *p >= 0x80 && g_unichar_combining_class (g_utf8_get_char (p)) != 0 ? n + 1 : 0;
      if (n > MAX_MARKS)
        continue;
      memmove (to, p, (gsize) (next - p));
      to += next - p;
    }
  *to = '\0';
}

/* Letters as Vietnamese keyboards give them: composed already, with nothing to mend or to drop. */
static gboolean
is_composed_letter (gunichar c)
{
  if (c < 0x0300)
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c != 0x00D0 && c != 0x00F0 && c != 0x0189);
  return (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027);
}

/* By far the most texts: they are copied as they stand, without the cost of normalising. */
static gboolean
is_ready (const char *raw, gsize n_bytes, MnCleanFlags flags)
{
  const char *end = raw + n_bytes;

  if (!g_utf8_validate_len (raw, n_bytes, NULL))
    return FALSE;
  for (const char *p = raw; p < end; p = g_utf8_next_char (p))
    if (!is_composed_letter (g_utf8_get_char (p)) && (flags != MN_CLEAN_BLOCK || *p != '\n'))
      return FALSE;
  return TRUE;
}

/**
 * mn_clean_text:
 * @raw: bytes from anywhere: typed, pasted, read; UTF-8 or not, NFC or not
 * @n_bytes: length of @raw, or -1 if it is zero-terminated
 * @flags: whether line breaks may stay
 *
 * Makes text that every part of the program may trust: valid UTF-8, NFC (spec of the State and the
 * Party since QĐ 72/2002/QĐ-TTg), free of characters that XML 1.0 forbids and of stray controls,
 * with '\n' as the only line break. Invalid bytes become U+FFFD. Nothing else of the wording
 * changes; only Ð and ð, which old converters wrote, become Đ and đ, and heaps of more than 30
 * accents on one letter are cut.
 *
 * Returns: (transfer full): the clean text, never %NULL
 */
char *
mn_clean_text (const char *raw, gssize n_bytes, MnCleanFlags flags)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  gsize            length;
  char            *again;
  GString         *out;

  if (raw == NULL)
    return g_strdup ("");
  length = n_bytes < 0 ? strlen (raw) : (gsize) n_bytes;
  if (is_ready (raw, length, flags))
    return g_strndup (raw, length);
  valid = g_utf8_make_valid (raw, n_bytes);
  cut_marks (valid);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  out = g_string_sized_new (strlen (composed));
  append_clean (out, composed, flags);
  if (strcmp (out->str, composed) == 0)
    return g_string_free (out, FALSE);
  /* Dropping a control may have brought a letter and its accent together. */
  again = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
  g_string_free (out, TRUE);
  return again;
}
