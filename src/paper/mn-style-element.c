/* One element of a style file: its values, and what the rule says of them. */

#include "mn-style-element.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of every element in a style that comes with the program: the paragraph that fixes its values, and
 * those of them that no rule speaks of. */
static const char *const rule_attributes[] = { "rule", "free", "taken-from", NULL };

char *
mn_style_element_dup (xmlNode *node, const char *name)
{
  xmlChar *raw = xmlGetProp (node, (const xmlChar *) name);
  char    *value = raw != NULL ? g_strdup ((const char *) raw) : NULL;

  xmlFree (raw);
  return value;
}

/* ---- rules ---------------------------------------------------------------------------------- */

/* "HD 05-HD/VPTW, Phụ lục 1, ô 6": the file's rule, or the one that a value was taken from. */
static char *
dup_paragraph (MnStyleReader *reader, xmlNode *node)
{
  g_autofree char *paragraph = mn_style_element_dup (node, "rule");
  g_autofree char *from = mn_style_element_dup (node, "taken-from");

  if (paragraph == NULL)
    return NULL;
  return g_strdup_printf ("%s, %s", from != NULL ? from : reader->style->rule, paragraph);
}

static MnStyleRule *
new_rule (const MnStyleElement *element, const char *attribute, const char *paragraph)
{
  MnStyleRule *rule = g_new0 (MnStyleRule, 1);

  rule->element = g_strdup (element->key);
  rule->attribute = g_strdup (attribute);
  rule->paragraph = g_strdup (paragraph);
  return rule;
}

/* A bound as the attribute's own values are spelled; FALSE if it is none. */
static gboolean
parse_bound (const MnStyleAttribute *attribute, xmlNode *node, const char *name, double *bound)
{
  g_autofree char       *string = mn_style_element_dup (node, name);
  const MnStyleAttribute any = { "bound", attribute->type, 0, -G_MAXDOUBLE, G_MAXDOUBLE, TRUE };

  return string == NULL || mn_style_attribute_parse (&any, string, bound);
}

/* <open value="size" min="14" max="15"/> */
static void
read_open (MnStyleReader        *reader,
           const MnStyleElement *element,
           xmlNode              *node,
           const char           *paragraph)
{
  g_autofree char        *value = mn_style_element_dup (node, "value");
  g_autofree char        *lines = mn_style_element_dup (node, "in");
  g_autofree char        *own = dup_paragraph (reader, node); /* a range from another paragraph */
  const MnStyleAttribute *attribute = value != NULL
                                          ? mn_style_attribute_find (element->attributes, value)
                                          : NULL;
  MnStyleRule            *rule;

  if (reader->base != NULL || paragraph == NULL || attribute == NULL)
    {
      mn_style_reject (reader, xmlGetLineNo (node), _ ("<open> doesn't belong here."));
      return;
    }
  rule = new_rule (element, value, own != NULL ? own : paragraph);
  rule->open = TRUE;
  rule->in_lines = g_strcmp0 (lines, "lines") == 0;
  rule->min = -INFINITY;
  rule->max = INFINITY;
  if (!parse_bound (attribute, node, "min", &rule->min) ||
      !parse_bound (attribute, node, "max", &rule->max))
    mn_style_reject (reader, xmlGetLineNo (node), _ ("The bounds of <open> are no values of %s."),
                     value);
  mn_style_rule_add (reader->style, rule);
}

static gboolean
is_free (const char *free, const char *attribute)
{
  g_auto (GStrv) names = g_strsplit (free != NULL ? free : "", " ", -1);

  return g_strcmp0 (free, "*") == 0 || g_strv_contains ((const char *const *) names, attribute);
}

/* What is neither open nor free is fixed. */
static void
read_rules (MnStyleReader *reader, const MnStyleElement *element)
{
  g_autofree char *paragraph = dup_paragraph (reader, element->node);
  g_autofree char *free = mn_style_element_dup (element->node, "free");

  for (xmlNode *node = element->node->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "open") == 0)
      read_open (reader, element, node, paragraph);
    else if (node->type != XML_COMMENT_NODE && !xmlIsBlankNode (node))
      mn_style_reject (reader, xmlGetLineNo (node), _ ("“%s” doesn't belong into a house style."),
                       (const char *) node->name);
  for (const MnStyleAttribute *a = element->attributes; a->name != NULL && paragraph != NULL; a++)
    if (!is_free (free, a->name) &&
        mn_style_rule_find (reader->style, element->key, a->name) == NULL)
      mn_style_rule_add (reader->style, new_rule (element, a->name, paragraph));
}

/* ---- attributes ----------------------------------------------------------------------------- */

static void
read_attribute (MnStyleReader          *reader,
                const MnStyleElement   *element,
                xmlAttr                *attr,
                const MnStyleAttribute *known)
{
  g_autofree char *value = NULL;
  xmlChar         *raw = xmlNodeListGetString (element->node->doc, attr->children, 1);
  long             line = xmlGetLineNo (element->node);

  value = g_strdup (raw != NULL ? (const char *) raw : "");
  xmlFree (raw);
  if (!mn_style_attribute_parse (known, value, element->target))
    mn_style_reject (reader, line, _ ("“%s” is no possible value of %s in <%s>."), value,
                     known->name, (const char *) element->node->name);
}

static gboolean
may_say (MnStyleReader *reader, const MnStyleElement *element, const char *name)
{
  if (g_str_equal (name, "name"))
    return g_str_has_prefix (element->key, "role ") || g_str_has_prefix (element->key, "word ");
  return reader->base == NULL && g_strv_contains (rule_attributes, name);
}

/* A style has a name of its own. */
static gboolean
inherits (const MnStyleElement *element, const MnStyleAttribute *attribute)
{
  return element->base != NULL &&
         !(g_str_equal (element->key, "house-style") && g_str_equal (attribute->name, "name"));
}

/* Once all are read: bounds in lines need the size. */
static void
check_attributes (MnStyleReader *reader, const MnStyleElement *element)
{
  for (xmlAttr *attr = element->node->properties; attr != NULL; attr = attr->next)
    {
      const MnStyleAttribute *known = mn_style_attribute_find (element->attributes,
                                                               (const char *) attr->name);

      if (known != NULL && reader->error == NULL)
        mn_style_rule_check (reader, xmlGetLineNo (element->node), element->key, known,
                             element->target, element->base);
    }
}

void
mn_style_element_read_values (MnStyleReader *reader, const MnStyleElement *element)
{
  long line = xmlGetLineNo (element->node);

  for (xmlAttr *attr = element->node->properties; attr != NULL; attr = attr->next)
    {
      const char             *name = (const char *) attr->name;
      const MnStyleAttribute *known = mn_style_attribute_find (element->attributes, name);

      if (known != NULL)
        read_attribute (reader, element, attr, known);
      else if (!may_say (reader, element, name))
        mn_style_reject (reader, line, _ ("<%s> has no attribute “%s”."),
                         (const char *) element->node->name, name);
    }
  for (const MnStyleAttribute *a = element->attributes; a->name != NULL; a++)
    if (a->required && !inherits (element, a) &&
        xmlHasProp (element->node, (const xmlChar *) a->name) == NULL)
      mn_style_reject (reader, line, _ ("<%s> lacks its attribute “%s”."),
                       (const char *) element->node->name, a->name);
}

/** mn_style_element_read: an office's values are held against the rule of the style they depart
 * from; a style that comes with the program says itself what is fixed. */
void
mn_style_element_read (MnStyleReader *reader, const MnStyleElement *element)
{
  mn_style_element_read_values (reader, element);
  read_rules (reader, element);
  if (element->base != NULL)
    check_attributes (reader, element);
}
