/* A first look at the bytes, before libxml2 builds a tree of them: in one pass, without memory of
 * its own. It lets through only what libxml2 can take in linear time, and is strict about comments
 * and tags, so that both see the same tags even in a file that turns out to be no good. */

#include "mn-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLANKS " \t\r\n"

typedef struct
{
  MnXmlReader *reader;
  const char  *start;
  const char  *p;
  const char  *end;
  guint        depth;
  guint        n_elements;
  guint        n_namespaces;
  guint        declared[MN_XML_MAX_DEPTH + 1]; /* namespaces, at each depth */
} Scan;

static guint
count_line (const Scan *self, const char *at)
{
  guint line = 1;

  for (const char *p = self->start; (p = memchr (p, '\n', (gsize) (at - p))) != NULL; p++)
    line++;
  return line;
}

static gboolean
fail_syntax (Scan *self, const char *at, const char *what)
{
  return mn_xml_fail (self->reader, count_line (self, at), MN_ERROR_NOT_XML,
                      _ ("the file is cut off or not well-formed: %s"), what);
}

static gboolean
fail_large (Scan *self, const char *at, const char *what)
{
  return mn_xml_fail (self->reader, count_line (self, at), MN_ERROR_TOO_LARGE,
                      _ ("the file is beyond what Minutes reads: %s"), what);
}

static gboolean
starts_with (const Scan *self, const char *prefix)
{
  gsize n = strlen (prefix);

  return (gsize) (self->end - self->p) >= n && memcmp (self->p, prefix, n) == 0;
}

static const char *
find (const char *from, const char *end, const char *what)
{
  return from < end ? memmem (from, (gsize) (end - from), what, strlen (what)) : NULL;
}

/* Up to the first of @stops, or the end. */
static const char *
span (const Scan *self, const char *from, const char *stops)
{
  while (from < self->end && strchr (stops, *from) == NULL)
    from++;
  return from;
}

static void
skip_blanks (Scan *self)
{
  while (self->p < self->end && strchr (BLANKS, *self->p) != NULL)
    self->p++;
}

static gboolean
scan_comment (Scan *self)
{
  const char *dashes = find (self->p + 4, self->end, "--");

  if (dashes == NULL || dashes + 2 >= self->end || dashes[2] != '>')
    return fail_syntax (self, self->p, _ ("a comment doesn't end"));
  if (dashes - self->p > MN_XML_MAX_SPAN)
    return fail_large (self, self->p, _ ("a comment is too long"));
  self->p = dashes + 3;
  return TRUE;
}

static gboolean
scan_cdata (Scan *self)
{
  const char *end = find (self->p, self->end, "]]>");

  if (end == NULL)
    return fail_syntax (self, self->p, _ ("a CDATA section doesn't end"));
  if (end - self->p > MN_XML_MAX_SPAN)
    return fail_large (self, self->p, _ ("a CDATA section is too long"));
  self->p = end + 3;
  return TRUE;
}

static gboolean
scan_instruction (Scan *self)
{
  const char *target = self->p + 2;
  const char *end = find (target, self->end, "?>");
  const char *p = target;

  if (end == NULL)
    return fail_syntax (self, self->p, _ ("a processing instruction doesn't end"));
  if (end - self->p > MN_XML_MAX_SPAN)
    return fail_large (self, self->p, _ ("a processing instruction is too long"));
  if (g_ascii_isalpha (*p) || *p == '_')
    while (g_ascii_isalnum (*p) || (*p != '\0' && strchr ("_.-", *p) != NULL))
      p++;
  /* XML allows more letters, but not all others: only these end where libxml2 sees the end. */
  if (p == target || (p != end && strchr (BLANKS, *p) == NULL))
    return mn_xml_fail (self->reader, count_line (self, self->p), MN_ERROR_NOT_XML,
                        _ ("the file has a processing instruction that Minutes refuses"));
  self->p = end + 2;
  return TRUE;
}

static gboolean
scan_end_tag (Scan *self)
{
  const char *tag = self->p;

  self->p = span (self, tag + 1, "<>");
  if (self->p == self->end || *self->p != '>')
    return fail_syntax (self, tag, _ ("a tag doesn't end"));
  if (self->depth == 0)
    return fail_syntax (self, tag, _ ("an element ends that didn't begin"));
  self->n_namespaces -= self->declared[self->depth--];
  self->p++;
  return TRUE;
}

static gboolean
scan_attribute (Scan *self, guint *n_attributes)
{
  const char *name = self->p;
  const char *value;
  char        quote;

  gboolean is_namespace = starts_with (self, "xmlns");

  self->p = span (self, name, BLANKS "=<>/\"'");
  if (self->p == name)
    return fail_syntax (self, name, _ ("a tag has something in it that is no attribute"));
  self->declared[self->depth] += is_namespace ? 1 : 0;
  self->n_namespaces += is_namespace ? 1 : 0;
  *n_attributes += is_namespace ? 0 : 1;
  skip_blanks (self);
  if (self->p == self->end || *self->p++ != '=')
    return fail_syntax (self, name, _ ("an attribute has no value"));
  skip_blanks (self);
  if (self->p == self->end || (*self->p != '"' && *self->p != '\''))
    return fail_syntax (self, name, _ ("an attribute's value isn't in quotes"));
  quote = *self->p;
  value = self->p + 1;
  self->p = memchr (value, quote, (gsize) (self->end - value));
  if (self->p == NULL || memchr (value, '<', (gsize) (self->p - value)) != NULL)
    return fail_syntax (self, name, _ ("an attribute's value doesn't end"));
  if (self->p++ - value > MN_XML_MAX_SPAN)
    return fail_large (self, name, _ ("an attribute is too long"));
  return TRUE;
}

static gboolean
enter_element (Scan *self)
{
  if (++self->depth > MN_XML_MAX_DEPTH)
    return fail_large (self, self->p, _ ("its elements are nested too deeply"));
  if (++self->n_elements > MN_XML_MAX_ELEMENTS)
    return fail_large (self, self->p, _ ("it has too many elements"));
  self->declared[self->depth] = 0;
  return TRUE;
}

static gboolean
scan_start_tag (Scan *self)
{
  const char *tag = self->p;
  guint       n_attributes = 0;

  if (!enter_element (self))
    return FALSE;
  self->p = span (self, tag + 1, BLANKS "=<>/\"'");
  if (self->p == tag + 1)
    return fail_syntax (self, tag, _ ("a tag has no name"));
  for (skip_blanks (self); self->p < self->end; skip_blanks (self))
    {
      if (*self->p == '>')
        {
          self->p++;
          return TRUE;
        }
      if (starts_with (self, "/>"))
        {
          self->p += 2;
          self->n_namespaces -= self->declared[self->depth--];
          return TRUE;
        }
      if (!scan_attribute (self, &n_attributes))
        return FALSE;
      if (n_attributes > MN_XML_MAX_ATTRIBUTES || self->n_namespaces > MN_XML_MAX_NAMESPACES)
        return fail_large (self, tag, _ ("an element has too many attributes"));
    }
  return fail_syntax (self, tag, _ ("a tag doesn't end"));
}

static gboolean
scan_markup (Scan *self)
{
  if (starts_with (self, "<!--"))
    return scan_comment (self);
  if (starts_with (self, "<![CDATA["))
    return scan_cdata (self);
  if (starts_with (self, "<!DOCTYPE"))
    return mn_xml_fail (self->reader, count_line (self, self->p), MN_ERROR_NOT_XML,
                        _ ("the file has a document type (<!DOCTYPE>), which Minutes refuses"));
  if (starts_with (self, "<!"))
    return fail_syntax (self, self->p, _ ("a declaration stands where none may"));
  if (starts_with (self, "<?"))
    return scan_instruction (self);
  if (starts_with (self, "</"))
    return scan_end_tag (self);
  return scan_start_tag (self);
}

static gboolean
check_characters (Scan *self)
{
  const char *bad;

  if (!g_utf8_validate_len (self->start, (gsize) (self->end - self->start), &bad))
    return fail_syntax (self, bad, _ ("it isn't in UTF-8"));
  for (const char *p = self->start; p < self->end; p++)
    if (((guchar) *p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r') ||
        (*p == '\xEF' && p[1] == '\xBF' && (guchar) p[2] >= 0xBE))
      return fail_syntax (self, p, _ ("it has a character that XML doesn't allow"));
  return TRUE;
}

/**
 * mn_xml_guard:
 * @self: the reading
 * @bytes: the whole file
 *
 * Refuses what isn't UTF-8, has a document type, or is beyond the limits of size, depth, elements
 * and attributes.
 */
gboolean
mn_xml_guard (MnXmlReader *self, GBytes *bytes)
{
  Scan  scan = { self };
  gsize size;

  scan.start = scan.p = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return mn_xml_fail (self, 1, MN_ERROR_NOT_XML, _ ("the file is empty"));
  scan.end = scan.start + size;
  if (size > MN_XML_MAX_BYTES)
    return mn_xml_fail (self, 1, MN_ERROR_TOO_LARGE,
                        _ ("the file is beyond what Minutes reads: it is larger than %d MiB"),
                        MN_XML_MAX_BYTES / (1024 * 1024));
  if (!check_characters (&scan))
    return FALSE;
  for (;;)
    {
      const char *tag = memchr (scan.p, '<', (gsize) (scan.end - scan.p));

      if ((tag != NULL ? tag : scan.end) - scan.p > MN_XML_MAX_SPAN)
        return fail_large (&scan, scan.p, _ ("a text is too long"));
      if (tag == NULL)
        return TRUE;
      scan.p = tag;
      if (!scan_markup (&scan))
        return FALSE;
    }
}
