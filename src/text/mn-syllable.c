#include "mn-syllable.h"

/* Combining marks in the order of MnTone, from MN_TONE_GRAVE on. */
static const gunichar tone_marks[] = { 0x0300, 0x0309, 0x0303, 0x0301, 0x0323 };

/**
 * mn_letter_split_tone:
 * @letter: one precomposed letter (NFC)
 * @toneless: (out): the letter without its tone; circumflex, breve and horn stay
 *
 * Returns: the tone that the letter carries
 */
MnTone
mn_letter_split_tone (gunichar letter, gunichar *toneless)
{
  gunichar parts[4];
  gsize    n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  gunichar base = parts[0];
  MnTone   tone = MN_TONE_NONE;

  for (gsize i = 1; i < n; i++)
    {
      gboolean is_tone = FALSE;
      gunichar composed;

      for (guint t = 0; t < G_N_ELEMENTS (tone_marks); t++)
        if (parts[i] == tone_marks[t])
          {
            tone = (MnTone) (t + 1);
            is_tone = TRUE;
          }
      if (!is_tone && g_unichar_compose (base, parts[i], &composed))
        base = composed;
    }
  *toneless = base;
  return tone;
}

/**
 * mn_syllable_split_tone:
 * @syllable: one Vietnamese syllable, NFC
 * @tone: (out): its tone
 *
 * Takes the tone off the syllable wherever it was written, so that `hòa` and `hoà` are one word.
 *
 * Returns: (transfer full): the letters without tone
 */
char *
mn_syllable_split_tone (const char *syllable, MnTone *tone)
{
  GString *out = g_string_new (NULL);

  *tone = MN_TONE_NONE;
  for (const char *p = syllable; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar base;
      MnTone   found = mn_letter_split_tone (g_utf8_get_char (p), &base);

      if (found != MN_TONE_NONE)
        *tone = found;
      g_string_append_unichar (out, base);
    }
  return g_string_free (out, FALSE);
}
