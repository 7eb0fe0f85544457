#include "mn-pdf-artifact.h"

#include <string.h>

/* What a page's content is read as; no more of PDF's grammar is needed (ISO 32000-1, 7.8.2). */
typedef struct
{
  const char *content;
  gsize       n_bytes;
  gsize       at;       /* what has been read */
  gsize       copied;   /* what stands in @marked */
  gsize       operands; /* where the operator at hand begins with its operands */
  gsize       path;     /* where the path at hand begins */
  guint       depth;    /* of marked content */
  gboolean    in_path, in_text;
  gboolean    is_open; /* an artifact of ours */
  gboolean    is_odd;  /* nothing that can be marked safely */
  GString    *marked;
} Scanner;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
         c == '}' || c == '/' || c == '%';
}

/* "( … )": brackets nest, and a backslash takes the next one's meaning away. */
static void
skip_string (Scanner *self)
{
  guint depth = 0;

  do
    {
      char c = self->content[self->at++];

      if (c == '\\')
        self->at++;
      else if (c == '(')
        depth++;
      else if (c == ')')
        depth--;
    }
  while (depth > 0 && self->at < self->n_bytes);
  self->is_odd = depth > 0;
}

/* Skips what is no operator; FALSE at the end. */
static gboolean
skip_operand (Scanner *self)
{
  char c = self->content[self->at];

  if (c == '(')
    skip_string (self);
  else if (c == '%')
    while (self->at < self->n_bytes && self->content[self->at] != '\n')
      self->at++;
  else if (is_blank (c) || is_delimiter (c))
    {
      /* What follows a slash or a bracket is a name or the digits of a string. */
      self->at++;
      while ((c == '/' || c == '<') && self->at < self->n_bytes &&
             !is_blank (self->content[self->at]) && !is_delimiter (self->content[self->at]))
        self->at++;
    }
  else if (g_ascii_isdigit (c) || c == '-' || c == '.' || c == '+')
    while (self->at < self->n_bytes && !is_blank (self->content[self->at]) &&
           !is_delimiter (self->content[self->at]))
      self->at++;
  else
    return FALSE;
  return TRUE;
}

static void
copy_to (Scanner *self, gsize to)
{
  g_string_append_len (self->marked, self->content + self->copied, (gssize) (to - self->copied));
  self->copied = to;
}

static void
open_artifact (Scanner *self, gsize from)
{
  if (self->is_open || self->depth > 0)
    return;
  copy_to (self, from);
  g_string_append (self->marked, "/Artifact BMC\n");
  self->is_open = TRUE;
}

static void
close_artifact (Scanner *self, gsize to)
{
  if (!self->is_open)
    return;
  copy_to (self, to);
  if (!is_blank (self->marked->str[self->marked->len - 1]))
    g_string_append_c (self->marked, '\n');
  g_string_append (self->marked, "EMC\n");
  self->is_open = FALSE;
}

static gboolean
is_among (const char *operator, gsize length, const char *const *operators)
{
  for (; *operators != NULL; operators++)
    if (strlen (*operators) == length && memcmp (*operators, operator, length) == 0)
      return TRUE;
  return FALSE;
}

#define IS(...) is_among (operator, length, (const char *const[]){ __VA_ARGS__, NULL })

/* Marks don't part text, so both must begin and end in the same one. */
static void
begin_marks (Scanner *self)
{
  close_artifact (self, self->operands);
  self->is_odd = self->is_odd || (self->in_text && self->depth == 0);
  self->depth++;
}

static void
end_marks (Scanner *self)
{
  self->is_odd = self->is_odd || self->depth == 0;
  self->depth--;
}

static void
scan_path (Scanner *self, const char *operator, gsize length)
{
  if (IS ("m", "re") && !self->in_path)
    {
      self->in_path = TRUE;
      self->path = self->operands;
    }
  else if (IS ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
    {
      open_artifact (self, self->in_path ? self->path : self->operands);
      self->in_path = FALSE;
    }
  else if (IS ("n")) /* a path that only clips */
    self->in_path = FALSE;
}

static void
scan_operator (Scanner *self, const char *operator, gsize length)
{
  if (IS ("true", "false", "null"))
    return; /* operands */
  if (IS ("BDC", "BMC"))
    begin_marks (self);
  else if (IS ("EMC"))
    end_marks (self);
  else if (IS ("BT"))
    {
      open_artifact (self, self->operands);
      self->in_text = TRUE;
    }
  else if (IS ("ET"))
    self->in_text = FALSE;
  else if (IS ("Do", "sh"))
    open_artifact (self, self->operands);
  else if (IS ("BI")) /* bytes of any kind follow */
    self->is_odd = TRUE;
  else
    scan_path (self, operator, length);
  self->operands = self->at;
}

/**
 * mn_pdf_mark_artifacts:
 * @content: of a page, not compressed
 * @n_bytes: its length
 *
 * Marks what is drawn outside all marked content as an artifact: page numbers, lines, headings of
 * tables that are repeated. It stands on the page but isn't part of the document (ISO 32000-1,
 * 14.8.2.2), and nobody reads it aloud.
 *
 * Returns: (transfer full): the content with the marks, or %NULL if there is nothing to mark or
 *   marks would not be safe
 */
GString *
mn_pdf_mark_artifacts (const char *content, gsize n_bytes)
{
  Scanner  self = { .content = content, .n_bytes = n_bytes };
  gboolean changed;

  self.marked = g_string_sized_new (n_bytes + 256);
  while (self.at < n_bytes && !self.is_odd)
    {
      gsize start = self.at;

      if (is_blank (content[start]) && start == self.operands)
        self.operands = ++self.at;
      else if (!skip_operand (&self))
        {
          while (self.at < n_bytes && !is_blank (content[self.at]) &&
                 !is_delimiter (content[self.at]))
            self.at++;
          scan_operator (&self, content + start, self.at - start);
        }
    }
  changed = self.marked->len > 0 && !self.is_odd && self.depth == 0 && self.at == n_bytes;
  close_artifact (&self, n_bytes);
  copy_to (&self, n_bytes);
  if (changed)
    return self.marked;
  g_string_free (self.marked, TRUE);
  return NULL;
}
