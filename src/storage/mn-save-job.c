#include "mn-save-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mn-error.h"
#include "mn-text.h"
#include "mn-xml.h"

struct _MnSaveJob
{
  MnItem  *root; /* (owned) the snapshot; nobody else has it */
  char    *path; /* (owned) */
  gboolean check;
  gboolean backup;

  MnBackupPlace *place; /* (owned) (nullable) where the previous version is kept */
  gboolean       beside;

  char   *bin_path; /* (owned) (nullable) */
  GBytes *bin;      /* (owned) (nullable) */

  GMutex   mutex;
  GCond    ended_cond;
  gboolean ended;
  MnStamp  stamp;
  GError  *error;        /* (owned) */
  GError  *backup_error; /* (owned) */
};

/**
 * mn_save_job_new:
 * @root: (transfer none): what to save; the job makes a copy of its own
 * @path: where
 * @known: (nullable): as for mn_save_bytes(); %NULL overwrites whatever is there
 * @backup: keep the previous contents
 */
MnSaveJob *
mn_save_job_new (MnItem *root, const char *path, const MnStamp *known, gboolean backup)
{
  MnSaveJob *self = g_atomic_rc_box_new0 (MnSaveJob);

  self->root = mn_item_copy (root, MN_COPY_SAME_IDS);
  self->path = g_strdup (path);
  self->check = known != NULL;
  if (known != NULL)
    self->stamp = *known;
  self->backup = backup;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended_cond);
  return self;
}

MnSaveJob *
mn_save_job_ref (MnSaveJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_job (gpointer data)
{
  MnSaveJob *self = data;

  g_clear_object (&self->root);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->place, mn_backup_place_free);
  g_clear_pointer (&self->bin_path, g_free);
  g_clear_pointer (&self->bin, g_bytes_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->backup_error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended_cond);
}

void
mn_save_job_unref (MnSaveJob *self)
{
  g_atomic_rc_box_release_full (self, clear_job);
}

/* ---- verifying ------------------------------------------------------------------------------- */

static MnText *
clean_rich (const MnText *text)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);
      guint       cursor = 0;
      MnRun       run;

      mn_text_builder_begin (builder, paragraph.style, paragraph.level, paragraph.foreign);
      while (mn_text_next_run (text, i, &cursor, &run))
        {
          if (run.object != NULL)
            mn_text_builder_object (builder, run.object, run.marks);
          else
            mn_text_builder_run (builder, run.utf8, (gssize) run.n_bytes, run.marks);
        }
    }
  return mn_text_builder_end (builder);
}

static gboolean
clean_item (MnItem *item, gpointer user_data)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      if (field->type == MN_FIELD_TEXT)
        {
          g_autofree char *value = g_strdup (mn_item_get (item, field->name));

          if (!mn_item_set (item, field->name, value, NULL))
            return FALSE;
        }
      else if (field->type == MN_FIELD_RICH && mn_item_get_rich (item, field->name) != NULL)
        {
          g_autoptr (MnText) clean = clean_rich (mn_item_get_rich (item, field->name));

          mn_item_set_rich (item, field->name, clean);
        }
    }
  return TRUE;
}

static gboolean
reads_back (MnSaveJob *self, GBytes *bytes, GError **error)
{
  g_autofree char   *name = g_filename_display_name (self->path);
  g_autoptr (GError) local = NULL;
  g_autoptr (MnItem) read = mn_xml_read_document (bytes, name, NULL, NULL, &local);

  if (read == NULL)
    g_set_error (error, MN_ERROR, MN_ERROR_VERIFY,
                 _ ("“%s” isn't replaced, because the new file couldn't be opened again: %s"), name,
                 local->message);
  else if (!mn_item_equal (read, self->root))
    g_set_error (error, MN_ERROR, MN_ERROR_VERIFY,
                 _ ("“%s” isn't replaced, because the new file would hold something else than "
                    "what is shown"),
                 name);
  else
    return TRUE;
  return FALSE;
}

/* Taking out what stood between a letter and an accent leaves two characters that the reader makes
 * one of. The words are the same; rather that than never saving again. */
static GBytes *
write_verified (MnSaveJob *self, GError **error)
{
  g_autoptr (GBytes) bytes = mn_xml_write (self->root);

  if (reads_back (self, bytes, NULL))
    return g_steal_pointer (&bytes);
  mn_item_walk (self->root, clean_item, NULL);
  g_bytes_unref (bytes);
  bytes = mn_xml_write (self->root);
  if (reads_back (self, bytes, error))
    return g_steal_pointer (&bytes);
  return NULL;
}

void
mn_save_job_keep_version (MnSaveJob *self, MnBackupPlace *place, gboolean beside)
{
  self->place = place;
  self->beside = beside;
}

gboolean
mn_save_job_keeps_version (MnSaveJob *self)
{
  return self->place != NULL;
}

/* Whether the previous contents have to be kept beside the file: where they are kept nowhere else,
 * and what another program wrote. A file that will not be replaced, as another program changed it,
 * is no previous version. */
static gboolean
keep_version (MnSaveJob *self)
{
  MnStamp seen = self->stamp;

  if (self->place == NULL ||
      (self->check && mn_stamp_look (self->path, &seen, NULL, NULL) == MN_SEEN_CHANGED))
    return self->backup;
  return (!mn_backups_keep (self->place, self->path, &self->backup_error) || self->beside) &&
         self->backup;
}

void
mn_save_job_keep_bin (MnSaveJob *self, char *path, GBytes *bytes)
{
  self->bin_path = path;
  self->bin = bytes;
}

/* The document itself is safe; a bin that can't be written is worth no alarm. */
static void
write_bin (MnSaveJob *self)
{
  g_autoptr (GError) error = NULL;

  if (self->bin_path == NULL)
    return;
  if (self->bin == NULL)
    g_unlink (self->bin_path);
  else if (!mn_backups_write (self->bin_path, self->bin, &error))
    g_debug ("%s: %s", self->bin_path, error->message);
}

/** mn_save_job_run: writes, reads back, compares, and only then replaces the file. */
void
mn_save_job_run (MnSaveJob *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_verified (self, &error);
  MnStamp            stamp = self->stamp;
  gboolean           beside = bytes != NULL && keep_version (self);

  if (bytes != NULL &&
      mn_save_bytes (self->path, bytes, self->check ? &stamp : NULL, beside, &error) &&
      !self->check)
    {
      mn_stamp_read (self->path, &stamp);
      mn_stamp_hash (&stamp, bytes);
    }
  if (error == NULL)
    write_bin (self);
  g_mutex_lock (&self->mutex);
  self->stamp = stamp;
  self->error = g_steal_pointer (&error);
  self->ended = TRUE;
  g_cond_broadcast (&self->ended_cond);
  g_mutex_unlock (&self->mutex);
}

/** mn_save_job_wait: until another thread has run the job. */
void
mn_save_job_wait (MnSaveJob *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->ended)
    g_cond_wait (&self->ended_cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/** mn_save_job_get_error: why the file wasn't written; %NULL if it was. Only after the end. */
const GError *
mn_save_job_get_error (MnSaveJob *self)
{
  return self->error;
}

/** mn_save_job_get_backup_error: only after the end. */
const GError *
mn_save_job_get_backup_error (MnSaveJob *self)
{
  return self->backup_error;
}

MnStamp
mn_save_job_get_stamp (MnSaveJob *self)
{
  return self->stamp;
}

/** mn_save_job_get_root: (transfer none): the snapshot, which is the job's own. After the end. */
MnItem *
mn_save_job_get_root (MnSaveJob *self)
{
  return self->root;
}
