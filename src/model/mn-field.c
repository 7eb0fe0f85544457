#include "mn-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-clean.h"
#include "mn-error.h"

const char *
mn_field_get_label (const MnField *self)
{
  return _ (self->label);
}

/** mn_field_find_value: the value with this nick, or %NULL. */
const MnEnumValue *
mn_field_find_value (const MnField *self, const char *nick)
{
  if (self->values == NULL || nick == NULL)
    return NULL;
  for (const MnEnumValue *value = self->values; value->nick != NULL; value++)
    if (strcmp (value->nick, nick) == 0)
      return value;
  return NULL;
}

const char *
mn_enum_value_get_label (const MnEnumValue *self)
{
  return _ (self->label);
}

static gboolean
all_digits (const char *text, gsize min, gsize max)
{
  gsize n = strlen (text);

  if (n < min || n > max)
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      return FALSE;
  return TRUE;
}

/* YYYY-MM-DD at the start of @text, a day that exists. */
static gboolean
starts_with_date (const char *text)
{
  guint              numbers[3] = { 0 };
  static const guint starts[] = { 0, 5, 8 }, lengths[] = { 4, 2, 2 };

  if (strlen (text) < 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint part = 0; part < 3; part++)
    for (guint i = 0; i < lengths[part]; i++)
      {
        if (!g_ascii_isdigit (text[starts[part] + i]))
          return FALSE;
        numbers[part] = numbers[part] * 10 + (guint) (text[starts[part] + i] - '0');
      }
  return numbers[0] >= 1 &&
         g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]);
}

static gboolean
starts_with_time (const char *text)
{
  return strlen (text) >= 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
         text[2] == ':' && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]) &&
         (text[0] - '0') * 10 + (text[1] - '0') < 24 && text[3] < '6';
}

static gboolean
is_moment (const char *text)
{
  const char *zone = text + 19;

  return strlen (text) == 25 && starts_with_date (text) && text[10] == 'T' &&
         starts_with_time (text + 11) && text[16] == ':' && g_ascii_isdigit (text[17]) &&
         text[17] < '6' && g_ascii_isdigit (text[18]) && (*zone == '+' || *zone == '-') &&
         starts_with_time (zone + 1);
}

static gboolean
is_decimal (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  gsize       whole = strspn (digits, "0123456789");
  gsize       rest = 0;

  if (whole == 0 || whole > 15)
    return FALSE;
  if (digits[whole] == '\0')
    return TRUE;
  if (digits[whole] != '.')
    return FALSE;
  rest = strspn (digits + whole + 1, "0123456789");
  return rest > 0 && rest <= 9 && digits[whole + 1 + rest] == '\0';
}

static gboolean
is_id (const char *text)
{
  return g_uuid_string_is_valid (text);
}

/* "007" is 7, "-0" is 0; decimals stay as they were said: "5.80". */
static char *
canonical_number (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  return g_strconcat (*text == '-' && strspn (digits, "0.") < strlen (digits) ? "-" : "", digits,
                      NULL);
}

/* Ids parted by single blanks, each once. */
static char *
canonical_refs (const char *text)
{
  g_auto (GStrv)         ids = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray)  kept = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*ids[i] == '\0')
        continue;
      if (!is_id (ids[i]))
        return NULL;
      if (g_hash_table_add (seen, ids[i]))
        g_ptr_array_add (kept, ids[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

static gboolean
is_valid (const MnField *self, const char *text)
{
  switch (self->type)
    {
    case MN_FIELD_ENUM:
      return mn_field_find_value (self, text) != NULL;
    case MN_FIELD_DATE:
      return strlen (text) == 10 && starts_with_date (text);
    case MN_FIELD_TIME:
      return strlen (text) == 5 && starts_with_time (text);
    case MN_FIELD_MOMENT:
      return is_moment (text);
    case MN_FIELD_INTEGER:
      return all_digits (text, 1, 9);
    case MN_FIELD_DECIMAL:
      return is_decimal (text);
    case MN_FIELD_BOOLEAN:
      return strcmp (text, "yes") == 0 || strcmp (text, "no") == 0;
    case MN_FIELD_REF:
    case MN_FIELD_ID:
      return is_id (text);
    case MN_FIELD_TEXT:
    case MN_FIELD_RICH:
    case MN_FIELD_REFS:
    default:
      return TRUE;
    }
}

static const char *
describe_type (const MnField *self)
{
  switch (self->type)
    {
    case MN_FIELD_ENUM:
      return _ ("one of the listed values");
    case MN_FIELD_DATE:
      return _ ("a date that exists, as 2026-04-15");
    case MN_FIELD_TIME:
      return _ ("a time, as 08:30");
    case MN_FIELD_MOMENT:
      return _ ("a date and time with its zone, as 2026-04-15T08:30:00+07:00");
    case MN_FIELD_INTEGER:
      return _ ("a whole number of at most nine digits");
    case MN_FIELD_DECIMAL:
      return _ ("a number, as 5.8");
    case MN_FIELD_BOOLEAN:
      return _ ("yes or no");
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
    case MN_FIELD_ID:
      return _ ("an id, as 36 hexadecimal digits and hyphens");
    case MN_FIELD_TEXT:
    case MN_FIELD_RICH:
    default:
      return _ ("text");
    }
}

/**
 * mn_field_canonical:
 * @self: a field of any type but rich text
 * @raw: (nullable): what was typed or read; need not be clean
 * @error: set to %MN_ERROR_VALUE with one sentence that names the field
 *
 * Returns: (transfer full): the canonical spelling, "" for unset; %NULL if @raw is no such value
 */
char *
mn_field_canonical (const MnField *self, const char *raw, GError **error)
{
  g_autofree char *clean = mn_clean_text (raw, -1, MN_CLEAN_LINE);
  char            *refs = NULL;

  /* A line of text keeps its blanks: the next word is being typed behind them. */
  if (self->type == MN_FIELD_TEXT)
    return g_steal_pointer (&clean);
  g_strstrip (clean);
  if (*clean == '\0')
    return g_steal_pointer (&clean);
  if (self->type == MN_FIELD_REFS)
    refs = canonical_refs (clean);
  if (self->type == MN_FIELD_REFS ? refs == NULL : !is_valid (self, clean))
    {
      g_autofree char *shown = g_utf8_strlen (clean, -1) > 60 ? g_utf8_substring (clean, 0, 60)
                                                              : g_strdup (clean);

      g_set_error (error, MN_ERROR, MN_ERROR_VALUE,
                   /* Translators: the field's label, the wrong value, what is expected */
                   _ ("“%s” can't be “%s”: it takes %s"), mn_field_get_label (self), shown,
                   describe_type (self));
      return NULL;
    }
  if (self->type == MN_FIELD_BOOLEAN && strcmp (clean, "no") == 0)
    return g_strdup ("");
  if (refs != NULL)
    return refs;
  if (self->type == MN_FIELD_INTEGER || self->type == MN_FIELD_DECIMAL)
    return canonical_number (clean);
  return g_steal_pointer (&clean);
}
