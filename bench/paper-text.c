#include "paper-text.h"

typedef void (*ParagraphFunc) (GString *out, const MnBlock *block, const MnRoleStyle *role);

static void
walk (GPtrArray *blocks, MnStyle *style, ParagraphFunc func, GString *out)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const MnBlock *block = blocks->pdata[i];

      if (block->kind == MN_BLOCK_PARAGRAPH && block->text != NULL)
        func (out, block, &style->roles[block->role]);
      walk (block->children, style, func, out);
    }
}

static MnMarks
get_marks (const MnRun *run, const MnRoleStyle *role)
{
  return run->marks | (role->bold ? MN_MARK_BOLD : 0) | (role->italic ? MN_MARK_ITALIC : 0);
}

static char *
dup_run (const MnRun *run, const MnRoleStyle *role)
{
  g_autofree char *utf8 = g_strndup (run->utf8, run->n_bytes);
  g_autofree char *cased = role->caps ? g_utf8_strup (utf8, -1) : g_strdup (utf8);

  return g_markup_escape_text (cased, -1);
}

static char *
dup_label (const MnBlock *block, guint paragraph)
{
  MnParagraph style = mn_text_get_paragraph (block->text, paragraph);

  if (paragraph == 0 && block->label != NULL)
    return g_strconcat (block->label, " ", NULL);
  return g_strdup (style.style == MN_PARAGRAPH_DASH ? "- " : "");
}

/* ---- lines of Pango markup ------------------------------------------------------------------ */

static char
get_align (const MnBlock *block, const MnRoleStyle *role)
{
  switch (block->align != MN_ALIGN_ROLE ? block->align : role->align)
    {
    case MN_ALIGN_CENTRE:
      return 'c';
    case MN_ALIGN_RIGHT:
      return 'r';
    case MN_ALIGN_JUSTIFY:
      return 'j';
    case MN_ALIGN_ROLE:
    case MN_ALIGN_LEFT:
    default:
      return 'l';
    }
}

static void
add_markup_run (GString *out, const MnRun *run, const MnRoleStyle *role)
{
  g_autofree char *text = dup_run (run, role);
  MnMarks          marks = get_marks (run, role);

  g_string_append_printf (out, "%s%s%s%s%s", marks & MN_MARK_BOLD ? "<b>" : "",
                          marks & MN_MARK_ITALIC ? "<i>" : "", text,
                          marks & MN_MARK_ITALIC ? "</i>" : "", marks & MN_MARK_BOLD ? "</b>" : "");
}

static void
add_markup (GString *out, const MnBlock *block, const MnRoleStyle *role)
{
  for (guint i = 0; i < mn_text_get_n_paragraphs (block->text); i++)
    {
      g_autofree char *label = dup_label (block, i);
      MnRun            run;

      g_string_append_printf (out, "%g\t%c\t%g\t%g\t%g\t%g\t%s", role->size,
                              get_align (block, role), role->first_indent, role->left_indent,
                              role->space_before, role->pitch, label);
      for (guint cursor = 0; mn_text_next_run (block->text, i, &cursor, &run);)
        add_markup_run (out, &run, role);
      g_string_append_c (out, '\n');
    }
}

char *
paper_text_markup (MnComposed *composed, MnStyle *style)
{
  GString *out = g_string_new (NULL);

  walk (composed->blocks, style, add_markup, out);
  return g_string_free (out, FALSE);
}

/* ---- flat OpenDocument ---------------------------------------------------------------------- */

static const char *const align_names[] = { "justify", "left", "center", "right", "justify" };

static void
add_fodt_styles (GString *out, MnStyle *style)
{
  for (guint i = 0; i < MN_N_ROLES; i++)
    {
      const MnRoleStyle *role = &style->roles[i];

      g_string_append_printf (
          out,
          "<style:style style:name=\"R%u\" style:family=\"paragraph\"><style:paragraph-properties "
          "fo:text-align=\"%s\" fo:text-indent=\"%gpt\" fo:margin-left=\"%gpt\" "
          "fo:margin-top=\"%gpt\"",
          i, align_names[role->align], role->first_indent, role->left_indent, role->space_before);
      if (role->pitch > 0)
        g_string_append_printf (out, " fo:line-height=\"%gpt\"", role->pitch);
      g_string_append_printf (out, "/><style:text-properties fo:font-size=\"%gpt\"/></style:style>",
                              role->size > 0 ? role->size : 14);
    }
  for (guint marks = 1; marks < 4; marks++)
    g_string_append_printf (
        out,
        "<style:style style:name=\"M%u\" style:family=\"text\"><style:text-properties%s%s/>"
        "</style:style>",
        marks, marks & MN_MARK_BOLD ? " fo:font-weight=\"bold\"" : "",
        marks & MN_MARK_ITALIC ? " fo:font-style=\"italic\"" : "");
}

static void
add_fodt_run (GString *out, const MnRun *run, const MnRoleStyle *role)
{
  g_autofree char *text = dup_run (run, role);
  MnMarks          marks = get_marks (run, role);

  if (marks == MN_MARK_NONE)
    g_string_append (out, text);
  else
    g_string_append_printf (out, "<text:span text:style-name=\"M%u\">%s</text:span>", marks, text);
}

static void
add_fodt (GString *out, const MnBlock *block, const MnRoleStyle *role)
{
  for (guint i = 0; i < mn_text_get_n_paragraphs (block->text); i++)
    {
      g_autofree char *label = dup_label (block, i);
      MnRun            run;

      g_string_append_printf (out, "<text:p text:style-name=\"R%u\">%s", block->role, label);
      for (guint cursor = 0; mn_text_next_run (block->text, i, &cursor, &run);)
        add_fodt_run (out, &run, role);
      g_string_append (out, "</text:p>\n");
    }
}

char *
paper_text_fodt (MnComposed *composed, MnStyle *style)
{
  GString *out = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
      "office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n"
      "<office:font-face-decls><style:font-face style:name=\"Serif\" "
      "svg:font-family=\"'Liberation Serif'\"/></office:font-face-decls>\n"
      "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
      "style:font-name=\"Serif\" fo:language=\"vi\" fo:country=\"VN\"/></style:default-style>"
      "</office:styles>\n<office:automatic-styles>");

  add_fodt_styles (out, style);
  g_string_append_printf (
      out,
      "<style:page-layout style:name=\"P\"><style:page-layout-properties fo:page-width=\"%gpt\" "
      "fo:page-height=\"%gpt\" fo:margin-top=\"%gpt\" fo:margin-bottom=\"%gpt\" "
      "fo:margin-left=\"%gpt\" fo:margin-right=\"%gpt\"/></style:page-layout>"
      "</office:automatic-styles>\n<office:master-styles><style:master-page "
      "style:name=\"Standard\" style:page-layout-name=\"P\"/></office:master-styles>\n"
      "<office:body><office:text>\n",
      style->page_width, style->page_height, style->margin_top, style->margin_bottom,
      style->margin_left, style->margin_right);
  walk (composed->blocks, style, add_fodt, out);
  g_string_append (out, "</office:text></office:body></office:document>\n");
  return g_string_free (out, FALSE);
}
