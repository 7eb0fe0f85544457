#include "mn-style-attribute.h"

#include <math.h>

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

static gboolean
parse_align (const char *string, MnAlign *align)
{
  static const char *const names[] = { "left", "centre", "right", "justify" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (string, names[i]))
      {
        *align = (MnAlign) (MN_ALIGN_LEFT + i);
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
      return parse_align (string, member);
    case MN_STYLE_STRING:
      g_free (*(char **) member);
      *(char **) member = g_strdup (string);
      return *string != '\0';
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
