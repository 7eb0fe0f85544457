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

/* Most of a page is names and numbers: a table tells quickly where they end. */
typedef enum
{
  CLASS_REGULAR,
  CLASS_BLANK,
  CLASS_DELIMITER,
} CharClass;

static const guchar classes[256] = {
  [' '] = CLASS_BLANK,     ['\n'] = CLASS_BLANK,    ['\r'] = CLASS_BLANK,
  ['\t'] = CLASS_BLANK,    ['\f'] = CLASS_BLANK,    ['\0'] = CLASS_BLANK,
  ['('] = CLASS_DELIMITER, [')'] = CLASS_DELIMITER, ['<'] = CLASS_DELIMITER,
  ['>'] = CLASS_DELIMITER, ['['] = CLASS_DELIMITER, [']'] = CLASS_DELIMITER,
  ['{'] = CLASS_DELIMITER, ['}'] = CLASS_DELIMITER, ['/'] = CLASS_DELIMITER,
  ['%'] = CLASS_DELIMITER,
};

static gboolean
is_blank (char c)
{
  return classes[(guchar) c] == CLASS_BLANK;
}

static void
skip_regular (Scanner *self)
{
  gsize at = self->at;

  while (at < self->n_bytes && classes[(guchar) self->content[at]] == CLASS_REGULAR)
    at++;
  self->at = at;
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
  else if (classes[(guchar) c] != CLASS_REGULAR)
    {
      /* What follows a slash or a bracket is a name or the digits of a string. */
      self->at++;
      if (c == '/' || c == '<')
        skip_regular (self);
    }
  else if (g_ascii_isdigit (c) || c == '-' || c == '.' || c == '+')
    skip_regular (self);
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

/* An operator as a number; those that matter here have no more than three letters. */
#define OPERATOR(a, b, c) ((guint) (a) | (guint) (b) << 8 | (guint) (c) << 16)

static guint
read_operator (const char *start, gsize length)
{
  return length == 0 || length > 3
             ? 0
             : OPERATOR (start[0], length > 1 ? start[1] : 0, length > 2 ? start[2] : 0);
}

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
begin_path (Scanner *self)
{
  if (!self->in_path)
    self->path = self->operands;
  self->in_path = TRUE;
}

static void
paint_path (Scanner *self)
{
  open_artifact (self, self->in_path ? self->path : self->operands);
  self->in_path = FALSE;
}

static gboolean
is_operand (const char *word, gsize length)
{
  return (length == 4 && (memcmp (word, "true", 4) == 0 || memcmp (word, "null", 4) == 0)) ||
         (length == 5 && memcmp (word, "false", 5) == 0);
}

static void
scan_operator (Scanner *self, const char *operator, gsize length)
{
  if (is_operand (operator, length))
    return;
  switch (read_operator (operator, length))
    {
    case OPERATOR ('B', 'D', 'C'):
    case OPERATOR ('B', 'M', 'C'):
      begin_marks (self);
      break;
    case OPERATOR ('E', 'M', 'C'):
      end_marks (self);
      break;
    case OPERATOR ('B', 'T', 0):
      open_artifact (self, self->operands);
      self->in_text = TRUE;
      break;
    case OPERATOR ('E', 'T', 0):
      self->in_text = FALSE;
      break;
    case OPERATOR ('D', 'o', 0):
    case OPERATOR ('s', 'h', 0):
      open_artifact (self, self->operands);
      break;
    case OPERATOR ('B', 'I', 0): /* bytes of any kind follow */
      self->is_odd = TRUE;
      break;
    case OPERATOR ('m', 0, 0):
    case OPERATOR ('r', 'e', 0):
      begin_path (self);
      break;
    case OPERATOR ('S', 0, 0):
    case OPERATOR ('s', 0, 0):
    case OPERATOR ('f', 0, 0):
    case OPERATOR ('F', 0, 0):
    case OPERATOR ('f', '*', 0):
    case OPERATOR ('B', 0, 0):
    case OPERATOR ('B', '*', 0):
    case OPERATOR ('b', 0, 0):
    case OPERATOR ('b', '*', 0):
      paint_path (self);
      break;
    case OPERATOR ('n', 0, 0): /* a path that only clips */
      self->in_path = FALSE;
      break;
    default:
      break;
    }
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
          skip_regular (&self);
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
