#include "mn-style.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stddef.h>
#include <string.h>

#include "mn-error.h"
#include "mn-paper-resources.h"
#include "mn-style-attribute.h"

#define RESOURCE_PREFIX "/org/example/Minutes/styles/"

#define OF_STYLE(member) offsetof (MnStyle, member)
#define OF_ROLE(member) offsetof (MnRoleStyle, member)

static const MnStyleAttribute style_attributes[] = {
  { "name", MN_STYLE_STRING, OF_STYLE (name), 0, 0, TRUE },
  { "title", MN_STYLE_STRING, OF_STYLE (title), 0, 0, TRUE },
  { "rule", MN_STYLE_STRING, OF_STYLE (rule), 0, 0, TRUE },
  { NULL },
};

static const MnStyleAttribute sheet_attributes[] = {
  { "width", MN_STYLE_LENGTH_MM, OF_STYLE (page_width), 200, 3000, TRUE },
  { "height", MN_STYLE_LENGTH_MM, OF_STYLE (page_height), 200, 3000, TRUE },
  { "top", MN_STYLE_LENGTH_MM, OF_STYLE (margin_top), 0, 1000, TRUE },
  { "bottom", MN_STYLE_LENGTH_MM, OF_STYLE (margin_bottom), 0, 1000, TRUE },
  { "left", MN_STYLE_LENGTH_MM, OF_STYLE (margin_left), 0, 1000, TRUE },
  { "right", MN_STYLE_LENGTH_MM, OF_STYLE (margin_right), 0, 1000, TRUE },
  { "mirrored", MN_STYLE_BOOLEAN, OF_STYLE (mirrored), 0, 0, FALSE },
  { NULL },
};

static const MnStyleAttribute number_attributes[] = {
  { "top", MN_STYLE_LENGTH_MM, OF_STYLE (page_number_top), 0, 1000, TRUE },
  { NULL },
};

static const MnStyleAttribute columns_attributes[] = {
  { "left-share", MN_STYLE_SHARE, OF_STYLE (left_share), 0.1, 0.9, TRUE },
  { "gap", MN_STYLE_LENGTH_MM, OF_STYLE (column_gap), 0, 100, TRUE },
  { NULL },
};

static const MnStyleAttribute stroke_attributes[] = {
  { "weight", MN_STYLE_LENGTH_PT, OF_STYLE (rule_weight), 0.1, 5, TRUE },
  { "gap", MN_STYLE_LENGTH_PT, OF_STYLE (rule_gap), 0, 20, TRUE },
  { NULL },
};

static const MnStyleAttribute table_attributes[] = {
  { "grid", MN_STYLE_LENGTH_PT, OF_STYLE (grid_weight), 0, 5, TRUE },
  { "space", MN_STYLE_LENGTH_PT, OF_STYLE (table_space), 0, 100, TRUE },
  { "padding-x", MN_STYLE_LENGTH_PT, OF_STYLE (cell_padding_x), 0, 20, TRUE },
  { "padding-y", MN_STYLE_LENGTH_PT, OF_STYLE (cell_padding_y), 0, 20, TRUE },
  { NULL },
};

static const MnStyleAttribute role_attributes[] = {
  { "size", MN_STYLE_LENGTH_PT, OF_ROLE (size), 4, 72, TRUE },
  { "bold", MN_STYLE_BOOLEAN, OF_ROLE (bold), 0, 0, FALSE },
  { "italic", MN_STYLE_BOOLEAN, OF_ROLE (italic), 0, 0, FALSE },
  { "caps", MN_STYLE_BOOLEAN, OF_ROLE (caps), 0, 0, FALSE },
  { "align", MN_STYLE_ALIGN, OF_ROLE (align), 0, 0, FALSE },
  { "first-indent", MN_STYLE_LENGTH_PT, OF_ROLE (first_indent), 0, 200, FALSE },
  { "left-indent", MN_STYLE_LENGTH_PT, OF_ROLE (left_indent), 0, 100, FALSE },
  { "space-before", MN_STYLE_LENGTH_PT, OF_ROLE (space_before), 0, 200, FALSE },
  { "space-after", MN_STYLE_LENGTH_PT, OF_ROLE (space_after), 0, 200, FALSE },
  { "pitch", MN_STYLE_LENGTH_PT, OF_ROLE (pitch), 0, 150, FALSE },
  { "height", MN_STYLE_LENGTH_PT, OF_ROLE (height), 0, 500, FALSE },
  { "underline", MN_STYLE_LENGTH_PT, OF_ROLE (underline), 0, 5, FALSE },
  { "balance", MN_STYLE_BOOLEAN, OF_ROLE (balance), 0, 0, FALSE },
  { "red", MN_STYLE_BOOLEAN, OF_ROLE (red), 0, 0, FALSE },
  { NULL },
};

/* The parts of the sheet that stand once in a file each. */
static const struct
{
  const char             *name;
  const MnStyleAttribute *attributes;
} parts[] = {
  { "sheet", sheet_attributes },     { "page-number", number_attributes },
  { "columns", columns_attributes }, { "stroke", stroke_attributes },
  { "table", table_attributes },
};

static const char *const role_names[MN_N_ROLES] = {
  [MN_ROLE_BODY] = "body",
  [MN_ROLE_HEADING_1] = "heading-1",
  [MN_ROLE_HEADING_2] = "heading-2",
  [MN_ROLE_HEADING_3] = "heading-3",
  [MN_ROLE_PARTY_TITLE] = "party-title",
  [MN_ROLE_PARENT_BODY] = "parent-body",
  [MN_ROLE_ISSUING_BODY] = "issuing-body",
  [MN_ROLE_STAR] = "star",
  [MN_ROLE_NUMBER] = "number",
  [MN_ROLE_PLACE_DATE] = "place-date",
  [MN_ROLE_DRAFT_NOTE] = "draft-note",
  [MN_ROLE_KIND] = "kind",
  [MN_ROLE_SUBJECT] = "subject",
  [MN_ROLE_SEPARATOR] = "separator",
  [MN_ROLE_OPENING_ITEM] = "opening-item",
  [MN_ROLE_AUTHORITY] = "authority",
  [MN_ROLE_POSITION] = "position",
  [MN_ROLE_SOLE_POSITION] = "sole-position",
  [MN_ROLE_SIGNATURE_GAP] = "signature-gap",
  [MN_ROLE_SIGNER] = "signer",
  [MN_ROLE_RECIPIENTS_LABEL] = "recipients-label",
  [MN_ROLE_RECIPIENT] = "recipient",
  [MN_ROLE_SOURCE_NOTE] = "source-note",
  [MN_ROLE_TABLE_HEAD] = "table-head",
  [MN_ROLE_TABLE_CELL] = "table-cell",
  [MN_ROLE_TABLE_SIGN] = "table-sign",
  [MN_ROLE_TABLE_CAPTION] = "table-caption",
  [MN_ROLE_PAGE_NUMBER] = "page-number",
};

/* One reading of one file. */
typedef struct
{
  const char *file;
  MnStyle    *style; /* (owned) */
  GError     *error; /* (owned) the first fault */
  gboolean    has_part[G_N_ELEMENTS (parts)];
  gboolean    has_role[MN_N_ROLES];
} Reader;

const char *
mn_role_get_name (MnRole role)
{
  g_return_val_if_fail ((int) role >= 0 && role < MN_N_ROLES, NULL);

  return role_names[role];
}

static int
find_role (const char *name)
{
  for (int i = 0; i < MN_N_ROLES; i++)
    if (g_strcmp0 (role_names[i], name) == 0)
      return i;
  return -1;
}

static void reject (Reader *reader, long line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Keeps the first fault of the file; later ones are mostly its consequences. */
static void
reject (Reader *reader, long line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  if (reader->error != NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reader->error = g_error_new (MN_ERROR, MN_ERROR_STYLE, "%s:%ld: %s", reader->file, line, message);
}

static void
read_attribute (Reader                 *reader,
                xmlNode                *node,
                xmlAttr                *attr,
                const MnStyleAttribute *known,
                gpointer                target)
{
  g_autofree char *value = NULL;
  xmlChar         *raw = xmlNodeListGetString (node->doc, attr->children, 1);

  value = g_strdup (raw != NULL ? (const char *) raw : "");
  xmlFree (raw);
  if (!mn_style_attribute_parse (known, value, target))
    reject (reader, xmlGetLineNo (node), _ ("“%s” is no possible value of %s in <%s>."), value,
            known->name, (const char *) node->name);
}

/* Reads all attributes of @node but the role's name into @target. */
static void
read_attributes (Reader *reader, xmlNode *node, const MnStyleAttribute *attributes, gpointer target)
{
  gboolean is_role = attributes == role_attributes;

  for (xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      const char             *name = (const char *) attr->name;
      const MnStyleAttribute *known = mn_style_attribute_find (attributes, name);

      if (known != NULL)
        read_attribute (reader, node, attr, known, target);
      else if (!is_role || !g_str_equal (name, "name"))
        reject (reader, xmlGetLineNo (node), _ ("<%s> has no attribute “%s”."),
                (const char *) node->name, name);
    }
  for (const MnStyleAttribute *a = attributes; a->name != NULL; a++)
    if (a->required && xmlHasProp (node, (const xmlChar *) a->name) == NULL)
      reject (reader, xmlGetLineNo (node), _ ("<%s> lacks its attribute “%s”."),
              (const char *) node->name, a->name);
}

static void
read_role (Reader *reader, xmlNode *node)
{
  xmlChar *name = xmlGetProp (node, (const xmlChar *) "name");
  int      role = find_role ((const char *) name);

  if (role < 0)
    reject (reader, xmlGetLineNo (node), _ ("“%s” is the name of no role."),
            name != NULL ? (const char *) name : "");
  else if (reader->has_role[role])
    reject (reader, xmlGetLineNo (node), _ ("The role “%s” stands twice in the file."),
            (const char *) name);
  else
    {
      MnRoleStyle *style = &reader->style->roles[role];

      reader->has_role[role] = TRUE;
      style->align = MN_ALIGN_LEFT;
      read_attributes (reader, node, role_attributes, style);
      if (style->pitch > 0 && style->pitch < style->size)
        reject (reader, xmlGetLineNo (node), _ ("Lines of “%s” would overlap: pitch below size."),
                (const char *) name);
    }
  xmlFree (name);
}

static void
read_element (Reader *reader, xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (node->type == XML_TEXT_NODE && xmlIsBlankNode (node))
    return;
  if (node->type == XML_COMMENT_NODE)
    return;
  if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "role"))
    {
      read_role (reader, node);
      return;
    }
  for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (name, parts[i].name))
      {
        if (reader->has_part[i])
          reject (reader, xmlGetLineNo (node), _ ("<%s> stands twice in the file."), name);
        reader->has_part[i] = TRUE;
        read_attributes (reader, node, parts[i].attributes, reader->style);
        return;
      }
  reject (reader, xmlGetLineNo (node), _ ("“%s” doesn't belong into a house style."), name);
}

/* What single attributes can't tell: whether all is there, and whether text fits on the sheet. */
static void
check_whole (Reader *reader, long line)
{
  const MnStyle *style = reader->style;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!reader->has_part[i])
      reject (reader, line, _ ("The house style lacks <%s>."), parts[i].name);
  for (guint i = 0; i < MN_N_ROLES; i++)
    if (!reader->has_role[i])
      reject (reader, line, _ ("The house style lacks the role “%s”."), role_names[i]);
  if (style->page_width - style->margin_left - style->margin_right < MN_MM_TO_PT (50) ||
      style->page_height - style->margin_top - style->margin_bottom < MN_MM_TO_PT (70))
    reject (reader, line, _ ("The margins leave no room for text."));
}

static void
read_document (Reader *reader, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  if (doc->intSubset != NULL || root == NULL)
    {
      reject (reader, 1, _ ("A house style has no document type declaration."));
      return;
    }
  if (!g_str_equal ((const char *) root->name, "house-style"))
    {
      reject (reader, xmlGetLineNo (root), _ ("The file holds no house style."));
      return;
    }
  read_attributes (reader, root, style_attributes, reader->style);
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    read_element (reader, node);
  check_whole (reader, xmlGetLineNo (root));
}

static void
reject_xml (Reader *reader, xmlParserCtxt *context)
{
  const xmlError  *fault = xmlCtxtGetLastError (context);
  g_autofree char *message = g_strdup (fault != NULL && fault->message != NULL ? fault->message
                                                                               : "?");

  reject (reader, fault != NULL ? fault->line : 1, _ ("not well-formed XML: %s"),
          g_strstrip (message));
}

/**
 * mn_style_parse:
 * @data: the bytes of a style file
 * @n_bytes: their number
 * @file_name: what errors call the file
 * @error: return location: %MN_ERROR_STYLE with FILE:LINE and what is wrong there
 *
 * Returns: (transfer full): the style, or %NULL
 */
MnStyle *
mn_style_parse (const char *data, gsize n_bytes, const char *file_name, GError **error)
{
  Reader         reader = { .file = file_name, .style = g_new0 (MnStyle, 1) };
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc        *doc = NULL;

  if (n_bytes <= G_MAXINT)
    doc = xmlCtxtReadMemory (context, data, (int) n_bytes, NULL, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (doc == NULL)
    reject_xml (&reader, context);
  else
    read_document (&reader, doc);
  g_clear_pointer (&doc, xmlFreeDoc);
  xmlFreeParserCtxt (context);
  if (reader.error == NULL)
    return reader.style;
  mn_style_free (reader.style);
  g_propagate_error (error, reader.error);
  return NULL;
}

/**
 * mn_style_load:
 * @name: of a house style that comes with the program, such as "party-2026"
 * @error: return location: %MN_ERROR_STYLE
 *
 * Returns: (transfer full): the style, or %NULL where there is none of that name
 */
MnStyle *
mn_style_load (const char *name, GError **error)
{
  g_autofree char   *file = NULL;
  g_autofree char   *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize              n_bytes;
  const char        *data;

  g_return_val_if_fail (name != NULL, NULL);

  file = g_strconcat (name, ".xml", NULL);
  path = g_strconcat (RESOURCE_PREFIX, file, NULL);
  bytes = g_resource_lookup_data (mn_paper_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  if (bytes == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_STYLE, _ ("There is no house style “%s”."), name);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &n_bytes);
  return mn_style_parse (data, n_bytes, file, error);
}

void
mn_style_free (MnStyle *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->title);
  g_free (self->rule);
  g_free (self);
}
