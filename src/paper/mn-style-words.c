#include "mn-style-words.h"

static const char *const names[MN_N_WORDS] = {
  [MN_WORD_TITLE] = "title",
  [MN_WORD_MOTTO] = "motto",
  [MN_WORD_STAR] = "star",
  [MN_WORD_NUMBER] = "number",
  [MN_WORD_SEPARATOR] = "separator",
  [MN_WORD_DRAFT] = "draft",
  [MN_WORD_END] = "end",
  [MN_WORD_BASIS] = "basis",
  [MN_WORD_ON_BEHALF] = "on-behalf",
  [MN_WORD_FOR] = "for",
  [MN_WORD_BY_ORDER] = "by-order",
  [MN_WORD_DELEGATED] = "delegated",
  [MN_WORD_ACTING] = "acting",
  [MN_WORD_RECIPIENTS] = "recipients",
  [MN_WORD_ARCHIVE] = "archive",
  [MN_WORD_ARCHIVE_MINUTES] = "archive-minutes",
  [MN_WORD_URGENT] = "urgent",
  [MN_WORD_VERY_URGENT] = "very-urgent",
  [MN_WORD_EXPRESS] = "express",
  [MN_WORD_FOR_MEETING] = "for-meeting",
  [MN_WORD_INTERNAL] = "internal",
  [MN_WORD_RECALLED] = "recalled",
  [MN_WORD_TO_RETURN] = "to-return",
  [MN_WORD_NOT_FOR_MEDIA] = "not-for-media",
  [MN_WORD_COPIES] = "copies",
  [MN_WORD_APPENDIX] = "appendix",
  [MN_WORD_APPENDIX_OF] = "appendix-of",
  [MN_WORD_WRITER] = "writer",
  [MN_WORD_CHAIR] = "chair",
  [MN_WORD_ATTESTED] = "attested",
  [MN_WORD_TIME] = "time",
  [MN_WORD_VENUE] = "venue",
  [MN_WORD_CONTENT] = "content",
  [MN_WORD_CHAIRS] = "chairs",
  [MN_WORD_SECRETARY] = "secretary",
  [MN_WORD_MATERIALS] = "materials",
  [MN_WORD_ATTENDANCE] = "attendance",
};

/** mn_style_word_get_name: "on-behalf" and the like. */
const char *
mn_style_word_get_name (MnStyleWord word)
{
  g_return_val_if_fail ((int) word >= 0 && word < MN_N_WORDS, NULL);

  return names[word];
}

/* The same five tones on the second vowel, as the Party's centre writes, and on the first, as the
 * State does. */
static const char *const new_tones[] = { "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ",
                                         "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ" };
static const char *const old_tones_of[] = { "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe",
                                            "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy" };

/* "quý" never changes, and with a letter behind both ways agree: "hoàn". */
static gboolean
may_change (const char *text, const char *p, gsize n)
{
  const char *before = g_utf8_find_prev_char (text, p);

  if (before != NULL && g_unichar_tolower (g_utf8_get_char (before)) == 'q')
    return FALSE;
  return !g_unichar_isalpha (g_utf8_get_char (p + n));
}

/* "Uỷ" */
static char *
capitalize (const char *pair)
{
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (pair)));
  g_string_append (out, g_utf8_next_char (pair));
  return g_string_free (out, FALSE);
}

/* The pair at @p in any case: its bytes, and what it becomes. */
static gsize
find_pair (const char *p, gboolean old_tones, char **other)
{
  const char *const *from = old_tones ? new_tones : old_tones_of;
  const char *const *to = old_tones ? old_tones_of : new_tones;

  for (guint i = 0; i < G_N_ELEMENTS (new_tones); i++)
    {
      g_autofree char *upper = g_utf8_strup (from[i], -1);
      g_autofree char *title = capitalize (from[i]);

      if (g_str_has_prefix (p, from[i]))
        *other = g_strdup (to[i]);
      else if (g_str_has_prefix (p, upper))
        *other = g_utf8_strup (to[i], -1);
      else if (g_str_has_prefix (p, title))
        *other = capitalize (to[i]);
      else
        continue;
      return (gsize) (g_utf8_offset_to_pointer (p, 2) - p);
    }
  return 0;
}

char *
mn_style_spell (const char *text, gboolean old_tones)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      g_autofree char *other = NULL;
      gsize            n = find_pair (p, old_tones, &other);

      if (n > 0 && may_change (text, p, n))
        {
          g_string_append (out, other);
          p += n;
          continue;
        }
      g_string_append_unichar (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return g_string_free (out, FALSE);
}
