#include "mn-backup-file.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "mn-error.h"
#include "mn-xml.h"

#define CHUNK 65536

/* All of @bytes through the converter; an error if more than @most would come out. */
static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize most, GError **error)
{
  gsize                  size, done = 0;
  const guint8          *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8     *chunk = g_malloc (CHUNK);
  GConverterResult       result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, data + done, size - done, chunk, CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (out, chunk, (guint) n_written);
      if (out->len > most)
        {
          g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("it is larger than %d MB"),
                       MN_XML_MAX_BYTES / 1000000);
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
mn_backup_compress (GBytes *bytes, GError **error)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));

  return convert (compressor, bytes, G_MAXUINT / 2, error);
}

/* A few damaged bytes could claim to be any size: no more comes out than a document may have. */
GBytes *
mn_backup_uncompress (GBytes *bytes, GError **error)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return convert (decompressor, bytes, MN_XML_MAX_BYTES, error);
}

/* ---- names ---------------------------------------------------------------------------------- */

char *
mn_backup_dup_name (gint64 time, guint number)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);
  g_autofree char      *stamp = NULL;

  if (moment == NULL)
    moment = g_date_time_new_from_unix_utc (0);
  stamp = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  if (number < 2)
    return g_strconcat (stamp, MN_BACKUP_SUFFIX, NULL);
  return g_strdup_printf ("%s-%u%s", stamp, number, MN_BACKUP_SUFFIX);
}

/* Only a name that would be made again like that is one of ours. */
gboolean
mn_backup_parse_name (const char *name, gint64 *time, guint *number)
{
  int                   year, month, day, hour, minute, second;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char      *again = NULL;

  *number = 1;
  if (sscanf (name, "%4d%2d%2dT%2d%2d%2dZ-%9u", &year, &month, &day, &hour, &minute, &second,
              number) < 6)
    return FALSE;
  moment = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (moment == NULL)
    return FALSE;
  *time = g_date_time_to_unix (moment);
  again = mn_backup_dup_name (*time, *number);
  return strcmp (name, again) == 0;
}
