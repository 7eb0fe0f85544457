#include "mn-fold.h"

#include <string.h>

#include "mn-syllable.h"

/**
 * mn_fold:
 * @text: UTF-8 in any normal form
 *
 * The key for searching: lower case, without tones and marks, đ as d: "Đỗ Đăng Khuê" is found by
 * "do dang khue". Blanks are kept as they are.
 *
 * Returns: (transfer full): the folded text
 */
char *
mn_fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString         *out;

  if (composed == NULL)
    return g_strdup ("");
  out = g_string_sized_new (strlen (composed));
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[8];
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_ismark (c))
        continue;
      g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      g_string_append_unichar (out, parts[0] == 0x0111 || parts[0] == 0x00F0 ? 'd' : parts[0]);
    }
  return g_string_free (out, FALSE);
}

/**
 * mn_fold_contains:
 * @text: UTF-8
 * @folded_needle: what mn_fold() made of the words looked for
 *
 * Returns: %TRUE if @text holds the words, whatever their marks and case
 */
gboolean
mn_fold_contains (const char *text, const char *folded_needle)
{
  g_autofree char *folded = mn_fold (text);

  return strstr (folded, folded_needle) != NULL;
}

static void
append_wording (GString *out, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : g_strdup ("");
  g_auto (GStrv)   words = g_strsplit_set (lower, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      MnTone           tone;
      g_autofree char *letters = mn_syllable_split_tone (words[i], &tone);

      if (*letters != '\0')
        g_string_append_printf (out, "%s%d ", letters, (int) tone);
    }
}

/**
 * mn_same_wording:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Returns: %TRUE if both are the same words whatever the case, the blanks and the place of the tone
 *   mark (`hòa` and `hoà`)
 */
gboolean
mn_same_wording (const char *a, const char *b)
{
  g_autoptr (GString) key_a = g_string_new (NULL);
  g_autoptr (GString) key_b = g_string_new (NULL);

  append_wording (key_a, a);
  append_wording (key_b, b);
  return g_string_equal (key_a, key_b);
}
