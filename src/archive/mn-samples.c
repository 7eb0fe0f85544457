#include "mn-archive.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mn-samples-resource.h"
#include "mn-save.h"
#include "mn-session.h"
#include "mn-xml.h"

#define SAMPLES_PATH "/org/example/Minutes/samples/"

/** Sample: a session of the sample archive and where it goes. */
typedef struct
{
  char   *path;
  GBytes *bytes;
} Sample;

static void
sample_free (Sample *self)
{
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static gboolean
is_free (const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &failure);

  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (dir == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY,
               _ ("%s isn't empty: the sample archive needs a folder of its own"), folder);
  return FALSE;
}

/* FOLDER/YYYY/NAME, by the day of the session. */
static Sample *
load_sample (const char *folder, const char *name, GError **error)
{
  g_autofree char   *resource = g_strconcat (SAMPLES_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mn_samples_get_resource (), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (MnItem) session = NULL;
  g_autofree char   *year = NULL;
  Sample            *sample;
  GDate              day;

  if (bytes == NULL)
    return NULL;
  session = mn_xml_read_bytes (bytes, name, NULL, error);
  if (session == NULL)
    return NULL;
  if (mn_item_get_date (mn_session_get_general (session), "starts", &day))
    year = g_strdup_printf ("%04u", g_date_get_year (&day));
  sample = g_new0 (Sample, 1);
  sample->path = g_build_filename (folder, year != NULL ? year : name, year != NULL ? name : NULL,
                                   NULL);
  sample->bytes = g_steal_pointer (&bytes);
  return sample;
}

static GPtrArray *
load_samples (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func ((GDestroyNotify) sample_free);
  g_auto (GStrv) names = g_resource_enumerate_children (mn_samples_get_resource (), SAMPLES_PATH,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      Sample *sample = load_sample (folder, names[i], error);

      if (sample == NULL)
        return NULL;
      g_ptr_array_add (samples, sample);
    }
  return names != NULL ? g_steal_pointer (&samples) : NULL;
}

/* Takes back the first @n: what fails leaves nothing behind. */
static void
unwrite (GPtrArray *samples, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      Sample          *sample = samples->pdata[i];
      g_autofree char *parent = g_path_get_dirname (sample->path);

      g_unlink (sample->path);
      g_rmdir (parent);
    }
}

/**
 * mn_archive_write_samples:
 * @folder: an empty or absent folder
 * @error: one sentence; nothing is written then
 *
 * Writes the sample archive, compiled into the program.
 */
gboolean
mn_archive_write_samples (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) samples = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (!is_free (folder, error))
    return FALSE;
  samples = load_samples (folder, error);
  for (guint i = 0; samples != NULL && i < samples->len; i++)
    {
      Sample *sample = samples->pdata[i];

      if (!mn_save_bytes (sample->path, sample->bytes, NULL, FALSE, error))
        {
          unwrite (samples, i + 1);
          return FALSE;
        }
    }
  return samples != NULL;
}
