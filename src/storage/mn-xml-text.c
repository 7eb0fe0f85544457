/* Rich text in the file: one line for each paragraph, which is never indented inside. */

#include "mn-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-text.h"

/* Element names of the paragraph styles, in the order of MnParagraphStyle. */
static const char *const style_names[] = { "p", "dash", "point" };

/* ---- writing -------------------------------------------------------------------------------- */

/* How far writing has come; the text is walked once. */
typedef struct
{
  GString      *out;
  const MnText *text;
  const char   *p;
  guint         position; /* of @p, in characters */
  guint         object;   /* index of the next foreign element */
} RichWriter;

static gboolean
is_object (const char *p)
{
  return strncmp (p, "\xEF\xBF\xBC", 3) == 0;
}

static void
append_marks (GString *out, MnMarks marks, gboolean begin)
{
  const char *bold = begin ? "<b>" : "</b>";
  const char *italic = begin ? "<i>" : "</i>";

  if (begin && (marks & MN_MARK_BOLD) != 0)
    g_string_append (out, bold);
  if ((marks & MN_MARK_ITALIC) != 0)
    g_string_append (out, italic);
  if (!begin && (marks & MN_MARK_BOLD) != 0)
    g_string_append (out, bold);
}

static void
write_run (RichWriter *self)
{
  const char *start = self->p;
  MnMarks     marks = mn_text_get_marks (self->text, self->position);

  append_marks (self->out, marks, TRUE);
  do
    {
      if (is_object (self->p))
        {
          mn_xml_append_escaped (self->out, start, (gsize) (self->p - start), FALSE);
          g_string_append (self->out, mn_text_get_object (self->text, self->object++));
          start = self->p + 3;
        }
      self->p = g_utf8_next_char (self->p);
      self->position++;
    }
  while (*self->p != '\0' && *self->p != '\n' &&
         mn_text_get_marks (self->text, self->position) == marks);
  mn_xml_append_escaped (self->out, start, (gsize) (self->p - start), FALSE);
  append_marks (self->out, marks, FALSE);
}

static void
write_paragraph (RichWriter *self, MnParagraph paragraph)
{
  const char *name = style_names[paragraph.style];

  g_string_append_printf (self->out, "<%s", name);
  if (paragraph.style != MN_PARAGRAPH_PLAIN)
    g_string_append_printf (self->out, " level=\"%u\"", paragraph.level);
  if (paragraph.foreign != NULL)
    g_string_append (self->out, paragraph.foreign);
  if (*self->p == '\0' || *self->p == '\n')
    g_string_append (self->out, "/>");
  else
    {
      g_string_append_c (self->out, '>');
      while (*self->p != '\0' && *self->p != '\n')
        write_run (self);
      g_string_append_printf (self->out, "</%s>", name);
    }
  if (*self->p == '\n')
    {
      self->p++;
      self->position++;
    }
}

/** mn_xml_append_indent: @indent levels of two blanks. */
void
mn_xml_append_indent (GString *out, guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

/** mn_xml_write_rich: a line for each paragraph of @text. */
void
mn_xml_write_rich (GString *out, const MnText *text, guint indent)
{
  RichWriter self = { out, text, mn_text_get_plain (text), 0, 0 };

  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      mn_xml_append_indent (out, indent);
      write_paragraph (&self, mn_text_get_paragraph (text, i));
      g_string_append_c (out, '\n');
    }
}

/* ---- reading -------------------------------------------------------------------------------- */

typedef struct
{
  MnXmlReader   *reader;
  MnTextBuilder *builder;
} RichReader;

/* The model has a place for foreign attributes at a paragraph, none at a mark inside: those move up
 * to the paragraph. */
static gboolean
collect_below (MnXmlReader *reader, const xmlNode *parent, GPtrArray *attributes)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && mn_xml_is_ours (node) &&
        (!mn_xml_collect_attributes (reader, node, attributes) ||
         !collect_below (reader, node, attributes)))
      return FALSE;
  return TRUE;
}

static MnMarks
find_mark (const xmlNode *node)
{
  if (mn_xml_is_named (node, "b"))
    return MN_MARK_BOLD;
  return mn_xml_is_named (node, "i") ? MN_MARK_ITALIC : MN_MARK_NONE;
}

static gboolean
read_inline (RichReader *self, const xmlNode *parent, MnMarks marks)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        mn_text_builder_run (self->builder, (const char *) node->content, -1, marks);
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!mn_xml_is_ours (node))
        {
          g_autofree char *xml = mn_xml_dup_element (node);

          mn_text_builder_object (self->builder, xml, marks);
          continue;
        }
      if (find_mark (node) == MN_MARK_NONE &&
          !mn_xml_reject (self->reader, node, _ ("“%s” isn't known inside a paragraph"),
                          (const char *) node->name))
        return FALSE;
      if (!mn_xml_reject_attributes (self->reader, node, NULL) ||
          !read_inline (self, node, marks | find_mark (node)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_style (const xmlNode *node, MnParagraphStyle *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if (mn_xml_is_named (node, style_names[i]))
      {
        *style = (MnParagraphStyle) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_level (MnXmlReader *reader, xmlNode *node, MnParagraphStyle style, guint *level)
{
  xmlChar *raw;
  char     digit;

  *level = 1;
  if (!mn_xml_reject_attributes (reader, node, style == MN_PARAGRAPH_PLAIN ? NULL : "level"))
    return FALSE;
  if (style == MN_PARAGRAPH_PLAIN)
    return TRUE;
  raw = xmlGetNoNsProp (node, BAD_CAST "level");
  digit = raw != NULL && xmlStrlen (raw) == 1 ? (char) *raw : '0';
  xmlFree (raw);
  if (digit < '1' || digit > '0' + MN_TEXT_MAX_LEVEL)
    return mn_xml_reject (reader, node, _ ("“%s” needs a level from 1 to %d"),
                          (const char *) node->name, MN_TEXT_MAX_LEVEL);
  *level = (guint) (digit - '0');
  return TRUE;
}

static gboolean
read_paragraph (RichReader *self, xmlNode *node)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  g_autofree char      *foreign = NULL;
  MnParagraphStyle      style = MN_PARAGRAPH_PLAIN;
  guint                 level;

  if (!find_style (node, &style) &&
      !mn_xml_reject (self->reader, node, _ ("“%s” isn't a kind of paragraph"),
                      (const char *) node->name))
    return FALSE;
  if (!read_level (self->reader, node, style, &level))
    return FALSE;
  if (!mn_xml_collect_attributes (self->reader, node, attributes) ||
      !collect_below (self->reader, node, attributes))
    return FALSE;
  foreign = mn_xml_dup_attributes (attributes);
  mn_text_builder_begin (self->builder, style, level, foreign);
  return read_inline (self, node, MN_MARK_NONE);
}

static gboolean
read_paragraphs (RichReader *self, xmlNode *parent, MnItem *item, const MnField *field)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (mn_xml_is_stray_text (node) &&
          !mn_xml_reject (self->reader, node, _ ("text stands in “%s” outside of its paragraphs"),
                          field->name))
        return FALSE;
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!mn_xml_is_ours (node))
        {
          g_autofree char *xml = mn_xml_dup_element (node);

          mn_item_add_foreign (item, field->name, FALSE, xml);
        }
      else if (!read_paragraph (self, node))
        return FALSE;
    }
  return TRUE;
}

/**
 * mn_xml_read_rich:
 * @self: the reading
 * @node: the field's element
 * @item: where the text is put
 * @field: a field of type RICH
 */
gboolean
mn_xml_read_rich (MnXmlReader *self, xmlNode *node, MnItem *item, const MnField *field)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  RichReader                rich = { self, builder };
  g_autoptr (MnText)        text = NULL;
  g_autoptr (GPtrArray)     attributes = g_ptr_array_new ();
  g_autofree char          *foreign = NULL;

  if (!mn_xml_reject_attributes (self, node, NULL) || !read_paragraphs (&rich, node, item, field))
    return FALSE;
  text = mn_text_builder_end (builder);
  if (!mn_xml_collect_attributes (self, node, attributes))
    return FALSE;
  foreign = mn_xml_dup_attributes (attributes);
  if (foreign != NULL)
    mn_item_add_foreign (item, field->name, TRUE, foreign);
  mn_item_set_rich (item, field->name, text);
  return TRUE;
}
