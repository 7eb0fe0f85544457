#include "mn-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include "mn-error.h"

#define MAGIC_BYTES (sizeof MN_JOURNAL_MAGIC - 1)
#define MAX_NAMES 1000
#define TEMPORARY_LETTERS 6
#define HEAD_BYTES 16 /* length, checksum: 4 each; revision: 8; little endian */

void
mn_journal_record_free (MnJournalRecord *self)
{
  g_bytes_unref (self->payload);
  g_free (self);
}

/* @path: (nullable): what it is about, where the sentence has to name it */
static void
set_errno (GError **error, const char *what, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s%s%s: %s", what,
               path != NULL ? ": " : "", path != NULL ? path : "", g_strerror (code));
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (fd, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      n -= (gsize) written;
    }
  return TRUE;
}

/* A new name stays after a power cut only once its folder is on disk. */
static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  close (fd);
}

/* Gives the file the first free name; what bears a name already is never touched. */
static char *
link_free_name (const char *folder, const char *stem, const char *temporary)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (stem, MN_JOURNAL_SUFFIX, NULL)
                                     : g_strdup_printf ("%s-%u" MN_JOURNAL_SUFFIX, stem, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (link (temporary, path) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }
  return NULL;
}

/* It is locked and whole before it has its name, so nobody can take it for one that a crash has
 * left, and a crash leaves none that says less than the one it takes the place of. */
static gboolean
fill (int fd, const GByteArray *framed)
{
  return flock (fd, LOCK_EX | LOCK_NB) == 0 &&
         write_all (fd, (const guint8 *) MN_JOURNAL_MAGIC, MAGIC_BYTES) &&
         write_all (fd, framed->data, framed->len) && fdatasync (fd) == 0;
}

/**
 * mn_journal_file_create:
 * @folder: where; it is made if need be
 * @stem: the name without its ending
 * @framed: records that mn_journal_file_frame() framed
 * @path: (out) (transfer full): the name it got: the stem, or the stem with a number behind it if a
 *   crash has left a journal of that name
 * @error: one sentence
 *
 * Returns: a descriptor for appending that holds the file's lock; -1 on failure
 */
int
mn_journal_file_create (const char       *folder,
                        const char       *stem,
                        const GByteArray *framed,
                        char            **path,
                        GError          **error)
{
  g_autofree char *name = g_strconcat (".", stem, ".XXXXXX", NULL);
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  int              fd = -1;

  *path = NULL;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_mkstemp_full (temporary, O_RDWR | O_APPEND | O_CLOEXEC, 0600);
  if (fd >= 0 && fill (fd, framed))
    *path = link_free_name (folder, stem, temporary);
  if (*path == NULL)
    set_errno (error, _ ("The recovery journal can't be written"), folder);
  if (fd >= 0)
    unlink (temporary);
  if (*path != NULL)
    {
      sync_folder (folder);
      return fd;
    }
  if (fd >= 0)
    close (fd);
  return -1;
}

/** mn_journal_file_is_name: see the header. */
gboolean
mn_journal_file_is_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return g_str_has_suffix (name, MN_JOURNAL_SUFFIX) ||
         (*name == '.' && dot > name + 1 && strlen (dot) == 1 + TEMPORARY_LETTERS);
}

static void
append_number (GByteArray *out, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (number >> (8 * i));

      g_byte_array_append (out, &byte, 1);
    }
}

static guint64
read_number (const guint8 *bytes, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint64) bytes[i] << (8 * i);
  return number;
}

/* The checksum covers the revision too. */
static guint32
checksum (guint64 revision, gconstpointer payload, gsize n_bytes)
{
  guint8 number[8];
  uLong  crc = crc32 (0, NULL, 0);

  for (guint i = 0; i < sizeof number; i++)
    number[i] = (guint8) (revision >> (8 * i));
  crc = crc32 (crc, number, sizeof number);
  return (guint32) crc32_z (crc, payload, n_bytes);
}

/** mn_journal_file_frame: appends one framed record to @out. */
void
mn_journal_file_frame (GByteArray *out, guint64 revision, gconstpointer payload, gsize n_bytes)
{
  append_number (out, n_bytes, 4);
  append_number (out, checksum (revision, payload, n_bytes), 4);
  append_number (out, revision, 8);
  g_byte_array_append (out, payload, (guint) n_bytes);
}

/**
 * mn_journal_file_add:
 * @framed: records that mn_journal_file_frame() framed
 * @broken: (out): set to %TRUE if nothing can be added to this file any more
 * @error: one sentence
 *
 * Appends and waits until it is on disk. On failure the file is cut back to where it was, so that
 * a later record never stands behind half of this one, and what the disk refused once is written
 * again with the next attempt.
 */
gboolean
mn_journal_file_add (int fd, const GByteArray *framed, gboolean *broken, GError **error)
{
  off_t end = lseek (fd, 0, SEEK_END);

  if (end >= 0 && write_all (fd, framed->data, framed->len) && fdatasync (fd) == 0)
    return TRUE;
  set_errno (error, _ ("The recovery journal can't be written"), NULL);
  if (end < 0 || ftruncate (fd, end) != 0)
    *broken = TRUE;
  return FALSE;
}

static MnJournalRecord *
read_record (const guint8 *bytes, gsize n_left, gsize *n_used)
{
  MnJournalRecord *record;
  guint64          length, revision;

  if (n_left < HEAD_BYTES)
    return NULL;
  length = read_number (bytes, 4);
  revision = read_number (bytes + 8, 8);
  if (length > MN_JOURNAL_MAX_RECORD || length > n_left - HEAD_BYTES ||
      checksum (revision, bytes + HEAD_BYTES, length) != read_number (bytes + 4, 4))
    return NULL;
  record = g_new0 (MnJournalRecord, 1);
  record->revision = revision;
  record->payload = g_bytes_new (bytes + HEAD_BYTES, length);
  *n_used = HEAD_BYTES + length;
  return record;
}

static gboolean
is_newer (const char *contents, gsize length)
{
  const gsize n = sizeof MN_JOURNAL_KIND - 1;

  return length > n + 1 && memcmp (contents, MN_JOURNAL_KIND, n) == 0 &&
         g_ascii_isdigit (contents[n]) && (contents[n] > '1' || g_ascii_isdigit (contents[n + 1]));
}

/**
 * mn_journal_file_read:
 * @path: a journal
 * @n_cut: (out) (optional): bytes after the last whole record
 * @error: the file can't be read, is no journal at all (%MN_ERROR_NOT_OURS), or is one of a newer
 *   version (%MN_ERROR_NEWER)
 *
 * Returns: (transfer full) (nullable): of #MnJournalRecord, in order; empty is fine
 */
GPtrArray *
mn_journal_file_read (const char *path, gsize *n_cut, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
      (GDestroyNotify) mn_journal_record_free);
  g_autofree char *contents = NULL;
  gsize            length, at = MAGIC_BYTES, n_used = 0;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  if (is_newer (contents, length))
    {
      g_set_error (error, MN_ERROR, MN_ERROR_NEWER,
                   _ ("%s was left by a newer version of Minutes, which will read it"), path);
      return NULL;
    }
  if (length < MAGIC_BYTES || memcmp (contents, MN_JOURNAL_MAGIC, MAGIC_BYTES) != 0)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_NOT_OURS, _ ("%s is not a recovery journal"), path);
      return NULL;
    }
  for (;;)
    {
      MnJournalRecord *record = read_record ((const guint8 *) contents + at, length - at, &n_used);

      if (record == NULL)
        break;
      g_ptr_array_add (records, record);
      at += n_used;
    }
  if (n_cut != NULL)
    *n_cut = length - at;
  return g_steal_pointer (&records);
}

/** mn_journal_file_remove: it is emptied first, as it may not go, or have another name by which it
 * was made: nobody may take it for something that is still to be saved. */
void
mn_journal_file_remove (const char *path)
{
  gboolean emptied = truncate (path, 0) == 0;

  if (unlink (path) != 0 && !emptied)
    g_debug ("%s stays: %s", path, g_strerror (errno));
}
