#include "mn-collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "mn-syllable.h"

/* Letters are compared at the secondary strength of the Vietnamese collator: ă, â, ê, ô, ơ, ư and đ
 * are primary there and case is left out. The collator is never freed: one per process. */
static UCollator *
get_collator (void)
{
  static gsize collator;

  if (g_once_init_enter (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *made = ucol_open ("vi", &status);

      if (U_FAILURE (status))
        g_error ("ICU has no collator at all: %s", u_errorName (status));
      ucol_setStrength (made, UCOL_SECONDARY);
      g_once_init_leave (&collator, (gsize) made);
    }
  return (UCollator *) collator;
}

/* Hexadecimal, so that keys can be joined and compared with strcmp(). */
static void
append_letters_key (GString *out, const char *letters)
{
  glong              n_units = 0;
  gunichar2         *units = g_utf8_to_utf16 (letters, -1, NULL, &n_units, NULL);
  guint8             key[256];
  int32_t            n_bytes;
  g_autofree guint8 *heap = NULL;
  const guint8      *bytes = key;

  if (units == NULL)
    return;
  n_bytes = ucol_getSortKey (get_collator (), (const UChar *) units, (int32_t) n_units, key,
                             sizeof key);
  if (n_bytes > (int32_t) sizeof key)
    {
      heap = g_malloc ((gsize) n_bytes);
      ucol_getSortKey (get_collator (), (const UChar *) units, (int32_t) n_units, heap, n_bytes);
      bytes = heap;
    }
  for (int32_t i = 0; i < n_bytes; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
  g_free (units);
}

/* Syllable by syllable: letters first, then the tone, as Vietnamese lists go: "Hoa Bình" before
 * "Hoà An". The key of a word ends lower than any letter, so "An" comes before "Anh", and
 * "!" below any digit ends that of a text, so "An" comes before "An Bình". */
static void
append_syllable_key (GString *out, const char *syllable)
{
  MnTone           tone;
  g_autofree char *letters = mn_syllable_split_tone (syllable, &tone);

  append_letters_key (out, letters);
  g_string_append_printf (out, "!%d ", (int) tone);
}

static char **
split_words (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GPtrArray       *words = g_ptr_array_new ();
  g_auto (GStrv)   parts = g_strsplit_set (composed != NULL ? composed : "", " \t\n\r", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * mn_collate_key:
 * @text: UTF-8
 *
 * A key for the Vietnamese dictionary order, syllable by syllable, whatever the place of the tone
 * marks. Ties are broken by the raw text.
 *
 * Returns: (transfer full): a key for strcmp()
 */
char *
mn_collate_key (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  GString       *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    append_syllable_key (key, words[i]);
  g_string_append_printf (key, "!%s", text);
  return g_string_free (key, FALSE);
}

/**
 * mn_collate_name_key:
 * @full_name: family, middle and given names, UTF-8
 *
 * A key for lists of people: by given name (the last syllable), then family and middle names.
 *
 * Returns: (transfer full): a key for strcmp()
 */
char *
mn_collate_name_key (const char *full_name)
{
  g_auto (GStrv) words = split_words (full_name);
  guint          n = g_strv_length (words);
  GString       *key = g_string_new (NULL);

  if (n > 0)
    {
      append_syllable_key (key, words[n - 1]);
      g_string_append_c (key, ' ');
    }
  for (guint i = 0; i + 1 < n; i++)
    append_syllable_key (key, words[i]);
  g_string_append_printf (key, "!%s", full_name);
  return g_string_free (key, FALSE);
}

/** mn_collate: compares two texts by the Vietnamese dictionary order, as strcmp() does. */
int
mn_collate (const char *a, const char *b)
{
  g_autofree char *key_a = mn_collate_key (a);
  g_autofree char *key_b = mn_collate_key (b);

  return strcmp (key_a, key_b);
}
