#include "mn-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-backup-file.h"
#include "mn-error.h"
#include "mn-save.h"
#include "mn-xml.h"

#define ORIGIN "origin"
#define FOLDER_MODE 0700 /* drafts are nobody else's business */
#define FILE_MODE 0600

void
mn_backup_free (MnBackup *self)
{
  g_free (self->path);
  g_free (self);
}

MnBackup *
mn_backup_copy (const MnBackup *self)
{
  MnBackup *copy = g_new0 (MnBackup, 1);

  *copy = *self;
  copy->path = g_strdup (self->path);
  return copy;
}

/** mn_backups_dup_default_folder: `$XDG_STATE_HOME/minutes/backups`. (transfer full) */
char *
mn_backups_dup_default_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "minutes", "backups", NULL);
}

/** mn_backup_place_new: @folder may be %NULL for the default one, @policy for the default rule. */
MnBackupPlace *
mn_backup_place_new (const char *folder, const char *id, const MnBackupPolicy *policy, gint64 now)
{
  MnBackupPlace *self = g_new0 (MnBackupPlace, 1);

  self->folder = folder != NULL ? g_strdup (folder) : mn_backups_dup_default_folder ();
  self->id = g_strdup (id);
  self->policy = policy != NULL ? *policy : MN_BACKUP_POLICY_DEFAULT;
  self->now = now;
  return self;
}

void
mn_backup_place_free (MnBackupPlace *self)
{
  g_free (self->folder);
  g_free (self->id);
  g_free (self);
}

/* ---- reading -------------------------------------------------------------------------------- */

/**
 * mn_backup_load:
 * @error: one sentence, if the version can't be read or is damaged
 *
 * Returns: (transfer full): the bytes of the file as it was
 */
GBytes *
mn_backup_load (const MnBackup *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) packed = NULL;
  GBytes            *bytes = NULL;
  char              *data;
  gsize              size;

  if (g_file_get_contents (self->path, &data, &size, &local))
    {
      packed = g_bytes_new_take (data, size);
      bytes = mn_backup_uncompress (packed, &local);
    }
  if (bytes == NULL)
    g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("This version is damaged: %s"),
                 local->message);
  return bytes;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MnBackup  *first = *(MnBackup *const *) a, *second = *(MnBackup *const *) b;
  gint64           time = 0;
  guint            number_a, number_b;
  g_autofree char *name_a = g_path_get_basename (first->path);
  g_autofree char *name_b = g_path_get_basename (second->path);

  if (first->time != second->time)
    return first->time < second->time ? 1 : -1;
  mn_backup_parse_name (name_a, &time, &number_a);
  mn_backup_parse_name (name_b, &time, &number_b);
  return number_a < number_b ? 1 : -1;
}

static void
add_backup (GPtrArray *list, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat      status;
  MnBackup        *backup;
  gint64           time;
  guint            number;

  if (!mn_backup_parse_name (name, &time, &number) || g_stat (path, &status) != 0 ||
      !S_ISREG (status.st_mode))
    return;
  backup = g_new0 (MnBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->time = time;
  backup->n_disk = (guint64) status.st_size;
  g_ptr_array_add (list, backup);
}

/**
 * mn_backups_list:
 * @folder: (nullable): %NULL for the default
 * @id: of the document
 *
 * Returns: (transfer full): the versions of the document, the newest first, those that are damaged
 *   too; empty where there are none
 */
GPtrArray *
mn_backups_list (const char *folder, const char *id)
{
  g_autofree char *fallback = folder == NULL ? mn_backups_dup_default_folder () : NULL;
  g_autofree char *own = g_build_filename (folder != NULL ? folder : fallback, id, NULL);
  GPtrArray       *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_backup_free);
  g_autoptr (GDir) dir = g_uuid_string_is_valid (id) ? g_dir_open (own, 0, NULL) : NULL;

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    add_backup (list, own, name);
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

static gboolean
is_origin (const char *folder, const char *id, const char *path)
{
  g_autofree char *file = g_build_filename (folder, id, ORIGIN, NULL);
  g_autofree char *origin = NULL;

  return g_uuid_string_is_valid (id) && g_file_get_contents (file, &origin, NULL, NULL) &&
         strcmp (origin, path) == 0;
}

static char *
dup_absolute (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_get_path (file);
}

/**
 * mn_backups_find_id:
 * @folder: (nullable): %NULL for the default
 * @path: of a file that may be unreadable
 *
 * Returns: (transfer full) (nullable): the id of the document that was saved there last
 */
char *
mn_backups_find_id (const char *folder, const char *path)
{
  g_autofree char *fallback = folder == NULL ? mn_backups_dup_default_folder () : NULL;
  g_autofree char *absolute = dup_absolute (path);
  g_autoptr (GDir) dir = NULL;

  if (folder == NULL)
    folder = fallback;
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (is_origin (folder, name, absolute))
      return g_strdup (name);
  return NULL;
}

/* ---- keeping -------------------------------------------------------------------------------- */

static gboolean
write_file (const char *path, const char *data, gsize size, GError **error)
{
  return g_file_set_contents_full (path, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   FILE_MODE, error);
}

/** mn_backups_write: durably, for nobody else to read. */
gboolean
mn_backups_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    return write_file (path, data, size, error);
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                       g_strerror (errno));
  return FALSE;
}

static void
note_origin (const MnBackupPlace *place, const char *path)
{
  g_autofree char   *absolute = dup_absolute (path);
  g_autofree char   *file = g_build_filename (place->folder, place->id, ORIGIN, NULL);
  g_autoptr (GError) error = NULL;

  if (!is_origin (place->folder, place->id, absolute) &&
      !write_file (file, absolute, strlen (absolute), &error))
    g_debug ("%s: %s", file, error->message);
}

static gboolean
is_newest (GPtrArray *list, GBytes *bytes)
{
  g_autoptr (GBytes) newest = list->len > 0 ? mn_backup_load (list->pdata[0], NULL) : NULL;

  return newest != NULL && g_bytes_equal (newest, bytes);
}

static gboolean
write_version (const MnBackupPlace *place, gint64 time, GBytes *bytes, GError **error)
{
  g_autofree char   *own = g_build_filename (place->folder, place->id, NULL);
  g_autoptr (GBytes) packed = mn_backup_compress (bytes, error);
  g_autofree char   *path = NULL;

  if (packed == NULL)
    return FALSE;
  for (guint number = 1; path == NULL; number++)
    {
      g_autofree char *name = mn_backup_dup_name (time, number);

      path = g_build_filename (own, name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_clear_pointer (&path, g_free);
    }
  return write_file (path, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error);
}

/* Takes away what the rule doesn't keep. */
static void
thin_out (const MnBackupPlace *place)
{
  g_autoptr (GPtrArray) list = mn_backups_list (place->folder, place->id);
  g_autofree gint64    *times = g_new0 (gint64, list->len + 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree gboolean  *keep = NULL;

  for (guint i = 0; i < list->len; i++)
    times[i] = ((MnBackup *) list->pdata[i])->time;
  keep = mn_backup_policy_choose (&place->policy, times, list->len, place->now, zone);
  for (guint i = 0; i < list->len; i++)
    if (!keep[i])
      g_unlink (((MnBackup *) list->pdata[i])->path);
}

static gboolean
set_not_kept (GError **error, const char *reason)
{
  g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("The previous version couldn't be kept: %s"),
               reason);
  return FALSE;
}

/* A version of the same contents as the newest one is none. */
static gboolean
keep_bytes (const MnBackupPlace *place, GBytes *bytes, gint64 time, GError **error)
{
  g_autoptr (GPtrArray) list = mn_backups_list (place->folder, place->id);
  g_autofree char      *own = g_build_filename (place->folder, place->id, NULL);

  if (is_newest (list, bytes))
    return TRUE;
  if (g_mkdir_with_parents (own, FOLDER_MODE) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  if (!write_version (place, time, bytes, error))
    return FALSE;
  thin_out (place);
  return TRUE;
}

/**
 * mn_backups_keep:
 * @place: where to
 * @path: the file as it stands, before it is replaced
 * @error: one sentence
 *
 * Keeps the contents of the file as a version, unless the newest version holds the same, and takes
 * away those that the rule doesn't keep. A file that isn't there has no version.
 *
 * Returns: %FALSE if the contents are kept nowhere
 */
gboolean
mn_backups_keep (const MnBackupPlace *place, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  struct stat        status;
  char              *data;
  gsize              size;

  if (!g_uuid_string_is_valid (place->id))
    return set_not_kept (error, place->id);
  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? TRUE : set_not_kept (error, g_strerror (errno));
  if (!g_file_get_contents (path, &data, &size, &local))
    return set_not_kept (error, local->message);
  bytes = g_bytes_new_take (data, size);
  if (!keep_bytes (place, bytes, (gint64) status.st_mtim.tv_sec, &local))
    return set_not_kept (error, local->message);
  note_origin (place, path);
  return TRUE;
}

/**
 * mn_backups_bring_back:
 * @place: where the versions of the document are
 * @backup: one of them
 * @path: its file, which may be damaged; no program has it open
 * @error: one sentence; the file is as it was then
 *
 * Writes the version to the file. What the file held before becomes a version itself, else it stays
 * as "PATH~".
 */
gboolean
mn_backups_bring_back (const MnBackupPlace *place,
                       const MnBackup      *backup,
                       const char          *path,
                       GError             **error)
{
  g_autoptr (GBytes) bytes = mn_backup_load (backup, error);
  g_autofree char   *name = g_filename_display_name (path);
  g_autoptr (MnItem) root = bytes != NULL ? mn_xml_read_document (bytes, name, NULL, NULL, error)
                                          : NULL;

  if (root == NULL)
    return FALSE;
  return mn_save_bytes (path, bytes, NULL, !mn_backups_keep (place, path, NULL), error);
}
