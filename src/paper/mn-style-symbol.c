#include "mn-style-symbol.h"

#include <string.h>

#include "mn-official.h"
#include "mn-sentence.h"

/* Words after which a body's name tells only where it is. */
static const char *const places[] = { "tỉnh",  "thành", "xã",  "phường", "đặc",
                                      "huyện", "quận",  "thị", NULL };
static const char *const left_out[] = { "và", "của", "với", "-", NULL };

/* "SNNMT" of "Sở Nông nghiệp và Môi trường tỉnh Sông Ngân", "CT" of "Chỉ thị" */
static char *
dup_initials (const char *name, gboolean of_body)
{
  g_auto (GStrv) words = NULL;
  GString       *plain = g_string_new (name);
  GString       *initials = g_string_new (NULL);

  g_string_replace (plain, MN_NBSP, " ", 0);
  words = g_strsplit (plain->str, " ", -1);
  g_string_free (plain, TRUE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (of_body && i > 0 && g_strv_contains (places, words[i]))
        break;
      if (*words[i] == '\0' || g_strv_contains (left_out, words[i]))
        continue;
      g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
    }
  return g_string_free (initials, FALSE);
}

/* The first that the name begins with; "Sở" is no beginning of "Số", nor "Hội" of "Hội đồng" where
 * that has a symbol of its own before it. */
static const MnStyleSymbol *
find_symbol (const GPtrArray *symbols, const char *name)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const MnStyleSymbol *symbol = symbols->pdata[i];
      glong                length = g_utf8_strlen (symbol->begins, -1);
      gunichar             next;

      if (!mn_sentence_begins (name, symbol->begins))
        continue;
      next = g_utf8_get_char (g_utf8_offset_to_pointer (name, length));
      if (!g_unichar_isalpha (next))
        return symbol;
    }
  return NULL;
}

static const char *
skip_begin (const MnStyleSymbol *symbol, const char *name)
{
  const char *rest = g_utf8_offset_to_pointer (name, g_utf8_strlen (symbol->begins, -1));

  while (*rest == ' ' || g_str_has_prefix (rest, MN_NBSP))
    rest = g_utf8_next_char (rest);
  return rest;
}

static char *
dup_symbol_of (const MnStyleSymbol *symbol, const char *name)
{
  return strcmp (symbol->symbol, "*") == 0 ? dup_initials (name, TRUE) : g_strdup (symbol->symbol);
}

/**
 * mn_style_dup_organ_symbol:
 * @name: of the issuing body
 * @above: (nullable): of the body that it belongs to
 *
 * HD 05, ô 3: the sign of a committee's organ is followed by the committee's without a sign between
 * them (VPTU); NĐ 30, Phụ lục I, II.3: the organ's name shortened (UBND, SNV).
 */
char *
mn_style_dup_organ_symbol (const MnStyle *self, const char *name, const char *above)
{
  const MnStyleSymbol *symbol = find_symbol (self->organs, name);
  const MnStyleSymbol *parent = NULL;
  g_autofree char     *own = NULL;
  g_autofree char     *joined = NULL;

  if (symbol == NULL)
    return NULL;
  own = dup_symbol_of (symbol, name);
  if (!symbol->joined)
    return g_steal_pointer (&own);
  parent = find_symbol (self->organs, skip_begin (symbol, name));
  if (parent == NULL && above != NULL)
    parent = find_symbol (self->organs, above);
  if (parent != NULL)
    joined = dup_symbol_of (parent, above != NULL ? above : "");
  return g_strconcat (own, joined, NULL);
}

char *
mn_style_dup_kind_symbol (const MnStyle *self, const char *kind)
{
  const MnStyleSymbol *symbol = find_symbol (self->kinds, kind);

  return symbol != NULL ? g_strdup (symbol->symbol) : dup_initials (kind, FALSE);
}

/* ---- numbers of headings -------------------------------------------------------------------- */

/* "1.1." tells as many levels as it has numbers; "I." and "a)" tell their own. */
static void
append_level (GString *out, char form, guint number)
{
  g_autofree char *sign = NULL;

  if (form == 'I' || form == 'i')
    sign = mn_official_roman (number);
  else if (form == 'a')
    sign = mn_official_point_letter (number - 1);
  else
    sign = g_strdup_printf ("%u", number);
  if (form == 'i')
    {
      g_autofree char *lower = g_ascii_strdown (sign, -1);

      g_string_append (out, lower);
    }
  else
    g_string_append (out, sign);
}

static guint
count_numbers (const char *pattern)
{
  guint n = 0;

  for (const char *p = pattern; *p != '\0'; p++)
    n += g_ascii_isalnum (*p) ? 1 : 0;
  return n;
}

static char *
format_label (const char *pattern, const guint *path, guint depth)
{
  GString *out = g_string_new (NULL);
  guint    n = count_numbers (pattern);
  guint    from = depth > n ? depth - n : 0;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        g_string_append_c (out, *p);
      else if (from < depth)
        append_level (out, *p, path[from++]);
    }
  return g_string_free (out, FALSE);
}

char *
mn_style_dup_label (const MnStyle *self, guint first, const guint *path, guint depth)
{
  g_auto (GStrv) patterns = g_strsplit (self->levels, " ", -1);
  guint          n = g_strv_length (patterns);
  guint          level = MIN (first - 1 + depth, n);

  g_return_val_if_fail (first >= 1 && depth >= 1, NULL);

  return format_label (patterns[level - 1], path, depth);
}
