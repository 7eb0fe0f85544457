/* What a rule fixes and what it leaves open, and whether an office's own style keeps to it. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mn-style-private.h"

#define SINGLE_LINE 1.149 /* of Times New Roman: distance of lines in sizes */
#define TOLERANCE 0.01    /* points, shares: what rounding of millimetres may cost */

void
mn_style_rule_free (MnStyleRule *self)
{
  g_free (self->element);
  g_free (self->attribute);
  g_free (self->paragraph);
  g_free (self);
}

void
mn_style_rule_add (MnStyle *style, MnStyleRule *rule)
{
  g_ptr_array_add (style->rules, rule);
}

/** mn_style_rule_find: (nullable): %NULL where the rule says nothing of it. */
const MnStyleRule *
mn_style_rule_find (const MnStyle *style, const char *element, const char *attribute)
{
  for (guint i = 0; i < style->rules->len; i++)
    {
      const MnStyleRule *rule = style->rules->pdata[i];

      if (g_str_equal (rule->element, element) && g_str_equal (rule->attribute, attribute))
        return rule;
    }
  return NULL;
}

/* Bounds in lines are those of the size that the role has by now. */
static void
find_bounds (const MnStyleRule *rule, const MnRoleStyle *role, double *min, double *max)
{
  double unit = rule->in_lines ? role->size * SINGLE_LINE : 1;

  *min = rule->min * unit;
  *max = rule->max * unit;
}

static gboolean
keeps (const MnStyleRule      *rule,
       const MnStyleAttribute *attribute,
       gconstpointer           target,
       gconstpointer           base)
{
  double number, min, max;

  if (!rule->open || !mn_style_attribute_get_number (attribute, target, &number))
    return rule->open || mn_style_attribute_equal (attribute, target, base);
  find_bounds (rule, target, &min, &max);
  return number > min - TOLERANCE && number < max + TOLERANCE;
}

/* "14 to 15", "at least 6", "“yes”" */
static char *
dup_allowed (const MnStyleRule      *rule,
             const MnStyleAttribute *attribute,
             gconstpointer           target,
             gconstpointer           base)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  double           min, max;

  if (!rule->open)
    return mn_style_attribute_format (attribute, base);
  find_bounds (rule, target, &min, &max);
  from = mn_style_attribute_format_number (attribute, min);
  to = mn_style_attribute_format_number (attribute, max);
  if (!isfinite (max))
    /* Translators: what a rule allows: %s is a number */
    return g_strdup_printf (_ ("at least %s"), from);
  /* Translators: what a rule allows: two numbers */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static void
add_finding (MnStyleReader *reader, long line, char *sentence)
{
  g_ptr_array_add (reader->style->findings,
                   g_strdup_printf ("%s:%ld: %s", reader->file, line, sentence));
  g_free (sentence);
}

/**
 * mn_style_rule_check:
 * @element: "role body"
 * @target: the struct that an office's value was read into
 * @base: the same struct of the style that it departs from
 *
 * A value that the rule doesn't allow is kept, and told of.
 */
void
mn_style_rule_check (MnStyleReader          *reader,
                     long                    line,
                     const char             *element,
                     const MnStyleAttribute *attribute,
                     gconstpointer           target,
                     gconstpointer           base)
{
  const MnStyleRule *rule = mn_style_rule_find (reader->base, element, attribute->name);
  g_autofree char   *value = NULL;
  g_autofree char   *allowed = NULL;

  if (rule == NULL || keeps (rule, attribute, target, base))
    return;
  value = mn_style_attribute_format (attribute, target);
  allowed = dup_allowed (rule, attribute, target, base);
  add_finding (reader, line,
               /* Translators: an element and its attribute, what it is, what is allowed, and the
                  paragraph of the rule: “size” of “role body” is 16; allowed is 14 to 15 (HD 05,
                  II.1) */
               g_strdup_printf (_ ("“%s” of “%s” is %s; allowed is %s (%s)"), attribute->name,
                                element, value, allowed, rule->paragraph));
}

/* ---- sizes that go together ----------------------------------------------------------------- */

/* NĐ 30, Phụ lục I, Mục V: the sizes of the nation's name, the motto and the date are 12, 13, 13
 * or 13, 14, 14. */
void
mn_style_rule_check_sizes (MnStyleReader *reader, long line)
{
  const MnRoleStyle *roles = reader->style->roles;
  double             nation = roles[MN_ROLE_NATION].size;

  if (reader->style->family != MN_FAMILY_STATE)
    return;
  if (fabs (roles[MN_ROLE_MOTTO].size - nation - 1) < TOLERANCE &&
      fabs (roles[MN_ROLE_PLACE_DATE].size - nation - 1) < TOLERANCE)
    return;
  add_finding (reader, line,
               g_strdup_printf (_ ("the sizes of “nation”, “motto” and “place-date” are %g, %g and "
                                   "%g; allowed is 12, 13 and 13, or 13, 14 and 14 (%s)"),
                                nation, roles[MN_ROLE_MOTTO].size, roles[MN_ROLE_PLACE_DATE].size,
                                "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V"));
}
