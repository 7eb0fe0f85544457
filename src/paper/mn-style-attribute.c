#include "mn-style-attribute.h"

#include <math.h>
#include <string.h>

#include "mn-style.h"

/* "12", "12.5", "10mm", "6pt" in points. */
static gboolean
parse_length (const char *string, MnStyleValueType type, double *points)
{
  char  *end;
  double value = g_ascii_strtod (string, &end);

  if (end == string || !isfinite (value))
    return FALSE;
  if (g_str_equal (end, "mm") || (*end == '\0' && type == MN_STYLE_LENGTH_MM))
    value = MN_MM_TO_PT (value);
  else if (*end != '\0' && (type == MN_STYLE_SHARE || !g_str_equal (end, "pt")))
    return FALSE;
  *points = value;
  return TRUE;
}

static const char *const align_names[] = { "left", "centre", "right", "justify" };
static const char *const family_names[] = { "party", "state" };
static const char *const place_names[] = { "left", "beside", "below", "none" };

/* Which of @names it is, the first being @first. */
static gboolean
parse_name (const char *string, const char *const *names, guint n_names, int first, int *value)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (string, names[i]))
      {
        *value = first + (int) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_boolean (const char *string, gboolean *value)
{
  *value = g_str_equal (string, "yes");
  return *value || g_str_equal (string, "no");
}

gboolean
mn_style_attribute_parse (const MnStyleAttribute *self, const char *string, gpointer target)
{
  gpointer member = (char *) target + self->offset;
  double   number = 0;

  switch (self->type)
    {
    case MN_STYLE_BOOLEAN:
      return parse_boolean (string, member);
    case MN_STYLE_ALIGN:
      return parse_name (string, align_names, G_N_ELEMENTS (align_names), MN_ALIGN_LEFT, member);
    case MN_STYLE_FAMILY:
      return parse_name (string, family_names, G_N_ELEMENTS (family_names), 0, member);
    case MN_STYLE_PLACE:
      return parse_name (string, place_names, G_N_ELEMENTS (place_names), 0, member);
    case MN_STYLE_STRING:
    case MN_STYLE_TEXT:
      g_free (*(char **) member);
      *(char **) member = g_strdup (string);
      return *string != '\0' || self->type == MN_STYLE_TEXT;
    case MN_STYLE_COUNT:
      if (!parse_length (string, MN_STYLE_SHARE, &number) || number < self->min ||
          number > self->max || number != floor (number))
        return FALSE;
      *(guint *) member = (guint) number;
      return TRUE;
    case MN_STYLE_LENGTH_MM:
    case MN_STYLE_LENGTH_PT:
    case MN_STYLE_SHARE:
    default:
      if (!parse_length (string, self->type, &number) || number < self->min || number > self->max)
        return FALSE;
      *(double *) member = number;
      return TRUE;
    }
}

const MnStyleAttribute *
mn_style_attribute_find (const MnStyleAttribute *table, const char *name)
{
  for (const MnStyleAttribute *a = table; a->name != NULL; a++)
    if (g_str_equal (a->name, name))
      return a;
  return NULL;
}

gboolean
mn_style_attribute_get_number (const MnStyleAttribute *self, gconstpointer target, double *number)
{
  gconstpointer member = (const char *) target + self->offset;

  switch (self->type)
    {
    case MN_STYLE_LENGTH_MM:
    case MN_STYLE_LENGTH_PT:
    case MN_STYLE_SHARE:
      *number = *(const double *) member;
      return TRUE;
    case MN_STYLE_COUNT:
      *number = *(const guint *) member;
      return TRUE;
    case MN_STYLE_BOOLEAN:
    case MN_STYLE_ALIGN:
    case MN_STYLE_STRING:
    case MN_STYLE_TEXT:
    case MN_STYLE_FAMILY:
    case MN_STYLE_PLACE:
    default:
      return FALSE;
    }
}

gboolean
mn_style_attribute_equal (const MnStyleAttribute *self, gconstpointer a, gconstpointer b)
{
  gconstpointer x = (const char *) a + self->offset, y = (const char *) b + self->offset;
  double        first, second;

  if (mn_style_attribute_get_number (self, a, &first) &&
      mn_style_attribute_get_number (self, b, &second))
    return fabs (first - second) < 1e-3;
  if (self->type == MN_STYLE_STRING || self->type == MN_STYLE_TEXT)
    return g_strcmp0 (*(char *const *) x, *(char *const *) y) == 0;
  return *(const int *) x == *(const int *) y; /* booleans and enumerations */
}

char *
mn_style_attribute_format_number (const MnStyleAttribute *self, double number)
{
  double value = self->type == MN_STYLE_LENGTH_MM ? MN_PT_TO_MM (number) : number;
  char   digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  while (g_str_has_suffix (digits, "0"))
    digits[strlen (digits) - 1] = '\0';
  if (g_str_has_suffix (digits, "."))
    digits[strlen (digits) - 1] = '\0';
  return g_strdup (digits);
}

char *
mn_style_attribute_format (const MnStyleAttribute *self, gconstpointer target)
{
  gconstpointer member = (const char *) target + self->offset;
  double        number;

  if (mn_style_attribute_get_number (self, target, &number))
    return mn_style_attribute_format_number (self, number);
  switch (self->type)
    {
    case MN_STYLE_BOOLEAN:
      return g_strdup (*(const gboolean *) member ? "yes" : "no");
    case MN_STYLE_ALIGN:
      return g_strdup (align_names[MAX (*(const int *) member - MN_ALIGN_LEFT, 0)]);
    case MN_STYLE_FAMILY:
      return g_strdup (family_names[*(const int *) member]);
    case MN_STYLE_PLACE:
      return g_strdup (place_names[*(const int *) member]);
    case MN_STYLE_STRING:
    case MN_STYLE_TEXT:
    case MN_STYLE_LENGTH_MM:
    case MN_STYLE_LENGTH_PT:
    case MN_STYLE_SHARE:
    case MN_STYLE_COUNT:
    default:
      return g_strdup (*(char *const *) member);
    }
}
