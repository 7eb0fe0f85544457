/* Files as the reader wants them, and the way back from an item to its line. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mn-xml-private.h"

static gboolean
fail_open (const char *path, GError **error)
{
  int              code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               _ ("“%s” can't be opened: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
check_file (int fd, const char *path, gsize *size, GError **error)
{
  struct stat      status;
  g_autofree char *name = g_filename_display_name (path);

  if (fstat (fd, &status) != 0)
    return fail_open (path, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, MN_ERROR, MN_ERROR_NOT_OURS, _ ("“%s” isn't a file"), name);
      return FALSE;
    }
  if (status.st_size > MN_XML_MAX_BYTES)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_TOO_LARGE,
                   _ ("“%s” is beyond what Minutes reads: it is larger than %d MiB"), name,
                   MN_XML_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  *size = (gsize) status.st_size;
  return TRUE;
}

/* What grows meanwhile is read up to the size it had; a parser tells whether that is a whole. */
static GBytes *
read_all (int fd, const char *path, gsize size, GError **error)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize            n = 0;

  while (n < size)
    {
      gssize got = read (fd, data + n, size - n);

      if (got == 0)
        break;
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          fail_open (path, error);
          return NULL;
        }
      n += (gsize) got;
    }
  return g_bytes_new_take (g_steal_pointer (&data), n);
}

/**
 * mn_xml_load_file:
 * @path: a file's path
 * @error: one sentence with the path
 *
 * Reads the bytes of a regular file of a size that mn_xml_read_bytes() takes; doesn't wait for
 * pipes and devices.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *
mn_xml_load_file (const char *path, GError **error)
{
  gsize   size = 0;
  GBytes *bytes = NULL;
  int     fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    {
      fail_open (path, error);
      return NULL;
    }
  if (check_file (fd, path, &size, error))
    bytes = read_all (fd, path, size, error);
  close (fd);
  return bytes;
}

/** mn_xml_read_document_file: mn_xml_read_document() of a file's bytes. (transfer full) (nullable)
 */
MnItem *
mn_xml_read_document_file (const char *path, const MnKind *kind, MnXmlInfo *info, GError **error)
{
  g_autoptr (GBytes) bytes = mn_xml_load_file (path, error);
  g_autofree char   *name = NULL;

  if (bytes == NULL)
    return NULL;
  name = g_filename_display_name (path);
  return mn_xml_read_document (bytes, name, kind, info, error);
}

/** mn_xml_read_file: mn_xml_read_bytes() of a file's bytes. (transfer full) (nullable) */
MnItem *
mn_xml_read_file (const char *path, MnXmlInfo *info, GError **error)
{
  return mn_xml_read_document_file (path, mn_kind_get_session (), info, error);
}

/* Whether what ends at @quote is ` id="`, blanks around the sign allowed. */
static gboolean
is_id_attribute (const char *start, const char *quote)
{
  const char *p = quote;

  if (p == start || (*p != '"' && *p != '\''))
    return FALSE;
  for (p--; p > start && g_ascii_isspace (*p);)
    p--;
  if (p == start || *p != '=')
    return FALSE;
  for (p--; p > start && g_ascii_isspace (*p);)
    p--;
  return p - start >= 2 && p[0] == 'd' && p[-1] == 'i' && g_ascii_isspace (p[-2]);
}

static guint
count_lines (const char *start, const char *end)
{
  guint line = 1;

  for (const char *p = start; p < end; p++)
    line += *p == '\n' ? 1 : 0;
  return line;
}

/**
 * mn_xml_find_line:
 * @bytes: the bytes that a tree was read from or written to
 * @item_id: id of one of its items
 *
 * Returns: the line, from 1, where the item's element begins; 0 if it isn't there
 */
guint
mn_xml_find_line (GBytes *bytes, const char *item_id)
{
  gsize       size, n;
  const char *start, *p, *end;

  g_return_val_if_fail (bytes != NULL, 0);
  g_return_val_if_fail (item_id != NULL && *item_id != '\0', 0);

  start = p = g_bytes_get_data (bytes, &size);
  end = start + size;
  n = strlen (item_id);
  for (; p < end && (p = memmem (p, (gsize) (end - p), item_id, n)) != NULL; p++)
    if (p > start && is_id_attribute (start, p - 1) && p + n < end && p[n] == p[-1])
      {
        while (p > start && *p != '<')
          p--;
        return count_lines (start, p);
      }
  return 0;
}
