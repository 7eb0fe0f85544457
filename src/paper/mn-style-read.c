#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "mn-error.h"
#include "mn-style-element.h"
#include "mn-style-table.h"

void
mn_style_reject (MnStyleReader *reader, long line, const char *format, ...)
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

/* ---- elements ------------------------------------------------------------------------------- */

static void
read_role (MnStyleReader *reader, xmlNode *node)
{
  g_autofree char *name = mn_style_element_dup (node, "name");
  int              role = mn_role_find (name);
  g_autofree char *key = g_strdup_printf ("role %s", name);
  MnStyleElement   element = { node, key, mn_style_role_attributes, NULL, NULL };

  if (role < 0)
    mn_style_reject (reader, xmlGetLineNo (node), _ ("“%s” is the name of no role."),
                     name != NULL ? name : "");
  else if (reader->has_role[role])
    mn_style_reject (reader, xmlGetLineNo (node), _ ("The role “%s” stands twice in the file."),
                     name);
  if (role < 0 || reader->has_role[role])
    return;
  reader->has_role[role] = TRUE;
  element.target = &reader->style->roles[role];
  element.base = reader->base != NULL ? &reader->base->roles[role] : NULL;
  if (reader->base == NULL)
    reader->style->roles[role].align = MN_ALIGN_LEFT;
  mn_style_element_read (reader, &element);
  if (reader->style->roles[role].pitch > 0 &&
      reader->style->roles[role].pitch < reader->style->roles[role].size)
    mn_style_reject (reader, xmlGetLineNo (node),
                     _ ("Lines of “%s” would overlap: pitch below size."), name);
}

static void
read_word (MnStyleReader *reader, xmlNode *node)
{
  g_autofree char *name = mn_style_element_dup (node, "name");
  int              word = mn_style_word_find (name);
  g_autofree char *key = g_strdup_printf ("word %s", name);
  MnStyleElement   element = { node, key, mn_style_word_attributes, NULL, NULL };

  if (word < 0)
    mn_style_reject (reader, xmlGetLineNo (node), _ ("“%s” is the name of no word."),
                     name != NULL ? name : "");
  else if (reader->has_word[word])
    mn_style_reject (reader, xmlGetLineNo (node), _ ("The word “%s” stands twice in the file."),
                     name);
  if (word < 0 || reader->has_word[word])
    return;
  reader->has_word[word] = TRUE;
  element.target = &reader->style->words[word];
  element.base = reader->base != NULL ? &reader->base->words[word] : NULL;
  mn_style_element_read (reader, &element);
}

/* An office's own symbols come before those of its rule. */
static void
read_symbol (MnStyleReader *reader, xmlNode *node, GPtrArray *symbols, guint *n_own)
{
  MnStyleSymbol *symbol = g_new0 (MnStyleSymbol, 1);
  MnStyleElement element = { node, NULL, mn_style_symbol_attributes, symbol, NULL };

  element.key = (const char *) node->name;
  g_ptr_array_insert (symbols, reader->base != NULL ? (int) (*n_own)++ : -1, symbol);
  mn_style_element_read (reader, &element);
}

static void
read_part (MnStyleReader *reader, xmlNode *node, guint i)
{
  const MnStyleElement element = { node, mn_style_parts[i].name, mn_style_parts[i].attributes,
                                   reader->style, reader->base };

  if (reader->has_part[i])
    mn_style_reject (reader, xmlGetLineNo (node), _ ("<%s> stands twice in the file."),
                     mn_style_parts[i].name);
  reader->has_part[i] = TRUE;
  mn_style_element_read (reader, &element);
}

static void
read_element (MnStyleReader *reader, xmlNode *node, guint *n_organs, guint *n_kinds)
{
  const char *name = (const char *) node->name;

  if ((node->type == XML_TEXT_NODE && xmlIsBlankNode (node)) || node->type == XML_COMMENT_NODE)
    return;
  for (guint i = 0; node->type == XML_ELEMENT_NODE && i < MN_N_STYLE_PARTS; i++)
    if (g_str_equal (name, mn_style_parts[i].name))
      {
        read_part (reader, node, i);
        return;
      }
  if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "role"))
    read_role (reader, node);
  else if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "word"))
    read_word (reader, node);
  else if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "organ"))
    read_symbol (reader, node, reader->style->organs, n_organs);
  else if (node->type == XML_ELEMENT_NODE && g_str_equal (name, "kind"))
    read_symbol (reader, node, reader->style->kinds, n_kinds);
  else
    mn_style_reject (reader, xmlGetLineNo (node), _ ("“%s” doesn't belong into a house style."),
                     name);
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* The other family's heading is nobody's need. */
static gboolean
needs_role (const MnStyle *style, MnRole role)
{
  if (role == MN_ROLE_NATION || role == MN_ROLE_MOTTO)
    return style->family == MN_FAMILY_STATE;
  if (role == MN_ROLE_PARTY_TITLE || role == MN_ROLE_STAR || role == MN_ROLE_SEPARATOR)
    return style->family == MN_FAMILY_PARTY;
  return TRUE;
}

static void
check_all_there (MnStyleReader *reader, long line)
{
  for (guint i = 0; i < MN_N_STYLE_PARTS; i++)
    if (!reader->has_part[i])
      mn_style_reject (reader, line, _ ("The house style lacks <%s>."), mn_style_parts[i].name);
  for (guint i = 0; i < MN_N_ROLES; i++)
    if (!reader->has_role[i] && needs_role (reader->style, (MnRole) i))
      mn_style_reject (reader, line, _ ("The house style lacks the role “%s”."),
                       mn_role_get_name ((MnRole) i));
    else if (!reader->has_role[i])
      reader->style->roles[i] = reader->style->roles[MN_ROLE_BODY];
  for (guint i = 0; i < MN_N_WORDS; i++)
    if (!reader->has_word[i])
      mn_style_reject (reader, line, _ ("The house style lacks the word “%s”."),
                       mn_style_word_get_name ((MnStyleWord) i));
}

/* An office that spells otherwise than its rule's style does it in all words that it left as they
 * were; symbols are found whatever the tone stands on. */
static void
spell_words (MnStyleReader *reader)
{
  MnStyle *style = reader->style;

  if (style->old_tones == reader->base->old_tones)
    return;
  for (guint i = 0; i < MN_N_WORDS; i++)
    if (!reader->has_word[i])
      {
        char *spelled = mn_style_spell (style->words[i], style->old_tones);

        g_free (style->words[i]);
        style->words[i] = spelled;
      }
}

/* What single attributes can't tell: whether all is there, and whether text fits on the sheet. */
static void
check_whole (MnStyleReader *reader, long line)
{
  const MnStyle *style = reader->style;

  if (reader->base == NULL)
    check_all_there (reader, line);
  else
    {
      spell_words (reader);
      mn_style_rule_check_sizes (reader, line);
    }
  if (style->page_width - style->margin_left - style->margin_right < MN_MM_TO_PT (50) ||
      style->page_height - style->margin_top - style->margin_bottom < MN_MM_TO_PT (70))
    mn_style_reject (reader, line, _ ("The margins leave no room for text."));
}

/* An office's style begins as a copy of the one that it names. */
static void
begin_from_base (MnStyleReader *reader, xmlNode *root, MnStyle **base)
{
  g_autofree char *name = mn_style_element_dup (root, "base");

  if (name == NULL)
    return;
  *base = mn_style_load_bundled (name);
  if (*base == NULL)
    {
      mn_style_reject (reader, xmlGetLineNo (root),
                       _ ("The style can't begin from “%s”, which doesn't come with the program."),
                       name);
      return;
    }
  reader->base = *base;
  mn_style_free (reader->style);
  reader->style = mn_style_copy (*base);
}

static void
read_root (MnStyleReader *reader, xmlNode *root)
{
  const MnStyleElement element = { root, "house-style", mn_style_root_attributes, reader->style,
                                   reader->base };
  guint                n_organs = 0, n_kinds = 0;

  mn_style_element_read_values (reader, &element);
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    read_element (reader, node, &n_organs, &n_kinds);
  check_whole (reader, xmlGetLineNo (root));
}

static void
read_document (MnStyleReader *reader, xmlDoc *doc)
{
  xmlNode            *root = xmlDocGetRootElement (doc);
  g_autoptr (MnStyle) base = NULL;

  if (doc->intSubset != NULL || root == NULL)
    {
      mn_style_reject (reader, 1, _ ("A house style has no document type declaration."));
      return;
    }
  if (!g_str_equal ((const char *) root->name, "house-style"))
    {
      mn_style_reject (reader, xmlGetLineNo (root), _ ("The file holds no house style."));
      return;
    }
  begin_from_base (reader, root, &base);
  if (reader->error == NULL)
    read_root (reader, root);
  if (reader->error == NULL && !reader->is_bundled)
    mn_style_schema_check (reader, doc);
  reader->base = NULL;
}

static void
reject_xml (MnStyleReader *reader, xmlParserCtxt *context)
{
  const xmlError  *fault = xmlCtxtGetLastError (context);
  g_autofree char *message = g_strdup (fault != NULL && fault->message != NULL ? fault->message
                                                                               : "?");

  mn_style_reject (reader, fault != NULL ? fault->line : 1, _ ("not well-formed XML: %s"),
                   g_strstrip (message));
}

static MnStyle *
parse (const char *data, gsize n_bytes, const char *file_name, gboolean is_bundled, GError **error)
{
  MnStyleReader  reader = { .file = file_name, .style = mn_style_new (), .is_bundled = is_bundled };
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
  return parse (data, n_bytes, file_name, FALSE, error);
}

/* Building the schema takes longer than all else that is read for a short paper; tests hold what
 * comes with the program against it. */
MnStyle *
mn_style_parse_bundled (const char *data, gsize n_bytes, const char *file_name, GError **error)
{
  return parse (data, n_bytes, file_name, TRUE, error);
}
