#include "mn-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mn-error.h"
#include "mn-journal-file.h"
#include "mn-journal-record.h"
#include "mn-xml.h"

/** mn_recovery_dup_default_folder: "journal" in the program's state directory. (transfer full) */
char *
mn_recovery_dup_default_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "minutes", "journal", NULL);
}

void
mn_recovery_free (MnRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->journal);
  g_free (self->path);
  g_clear_object (&self->document);
  g_free (self->section);
  g_free (self->item);
  g_free (self);
}

/* ---- doing the steps again ------------------------------------------------------------------ */

typedef struct
{
  MnRecovery *recovery;
  MnClock    *clock;
  MnItem     *file; /* (owned) (nullable) what the document's file holds */
} Replay;

/* How far the file has come: it may hold any state that the document has gone through. */
static void
compare_with_file (Replay *self)
{
  MnRecovery *recovery = self->recovery;

  recovery->n_steps++;
  if (self->file == NULL || !mn_item_equal (self->file, mn_document_get_root (recovery->document)))
    return;
  recovery->known = TRUE;
  recovery->in_file = mn_document_get_revision (recovery->document);
  recovery->n_steps = 0;
}

static void
read_file (Replay *self, const MnKind *kind)
{
  const char        *path = self->recovery->path;
  g_autoptr (GBytes) bytes = *path != '\0' ? mn_stamp_load (path, &self->recovery->stamp, NULL)
                                           : NULL;

  if (bytes != NULL)
    self->file = mn_xml_read_document (bytes, path, kind, NULL, NULL);
}

static gboolean
take_base (Replay *self, const MnRecord *record)
{
  MnRecovery        *recovery = self->recovery;
  g_autoptr (MnItem) root = mn_xml_read_document (record->xml, recovery->journal, NULL, NULL, NULL);

  if (root == NULL)
    return FALSE;
  if (recovery->path == NULL)
    {
      recovery->path = g_strdup (record->path);
      read_file (self, mn_item_get_kind (root));
    }
  g_clear_object (&recovery->document);
  recovery->document = mn_document_new (root, self->clock);
  recovery->known = FALSE; /* revisions are counted from here */
  compare_with_file (self);
  if (!recovery->known)
    recovery->n_steps--; /* to begin is no change */
  return TRUE;
}

static gboolean
take_step (Replay *self, const MnStep *step)
{
  MnDocument *document = self->recovery->document;
  guint64     before = mn_document_get_revision (document);

  /* The end of a group that had begun before the base. */
  if (step->type == MN_STEP_END && !mn_document_is_in_group (document))
    return TRUE;
  if (!mn_document_replay (document, step, NULL))
    return FALSE;
  if (mn_document_get_revision (document) != before)
    compare_with_file (self);
  return TRUE;
}

static void
take_place (MnRecovery *self, const MnRecord *record)
{
  g_free (self->section);
  g_free (self->item);
  self->section = *record->section != '\0' ? g_strdup (record->section) : NULL;
  self->item = *record->item != '\0' ? g_strdup (record->item) : NULL;
}

/* FALSE: from here on nothing can be trusted; what came before is kept. */
static gboolean
take_record (Replay *self, const MnRecord *record)
{
  if (record->type == MN_RECORD_BASE)
    return take_base (self, record);
  if (self->recovery->document == NULL)
    return FALSE;
  if (record->type == MN_RECORD_STEP)
    return take_step (self, &record->step);
  take_place (self->recovery, record);
  return TRUE;
}

static void
replay (Replay *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const MnJournalRecord *framed = records->pdata[i];
      g_autoptr (MnRecord)   record = mn_journal_record_read (framed->payload, NULL);

      if (record != NULL && take_record (self, record))
        continue;
      self->recovery->cut = TRUE;
      break;
    }
  /* A crash in the middle of a group left it open. */
  while (self->recovery->document != NULL && mn_document_is_in_group (self->recovery->document))
    mn_document_end (self->recovery->document);
}

/**
 * mn_recovery_read:
 * @journal: path of a journal that nobody holds
 * @clock: for the document
 * @error: the journal can't be read at all; set it aside. %G_IO_ERROR_BUSY: somebody holds it
 *
 * Makes the document again up to the last whole record, with its undo history.
 *
 * Returns: (transfer full) (nullable)
 */
MnRecovery *
mn_recovery_read (const char *journal, MnClock *clock, GError **error)
{
  g_autoptr (MnRecovery) self = g_new0 (MnRecovery, 1);
  g_autoptr (GPtrArray)  records = NULL;
  Replay                 run = { self, clock, NULL };
  gsize                  n_cut = 0;

  self->journal = g_strdup (journal);
  self->lock = open (journal, O_RDONLY | O_CLOEXEC);
  if (self->lock >= 0 && flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("%s is being written"), journal);
      return NULL;
    }
  records = mn_journal_file_read (journal, &n_cut, error);
  if (records == NULL)
    return NULL;
  self->cut = n_cut > 0;
  replay (&run, records);
  g_clear_object (&run.file);
  if (self->document == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("%s holds nothing that was whole"),
                   journal);
      return NULL;
    }
  self->covered = self->known && self->in_file == mn_document_get_revision (self->document);
  return g_steal_pointer (&self);
}

/* ---- files ---------------------------------------------------------------------------------- */

typedef struct
{
  char  *path; /* (owned) */
  gint64 mtime;
} Found;

static gboolean
is_held (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) != 0;
}

static Found *
look_at (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int              fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat      info;
  Found           *found = NULL;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && !is_held (fd))
    {
      found = g_new0 (Found, 1);
      found->path = g_steal_pointer (&path);
      found->mtime = (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
    }
  close (fd);
  return found;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = *(Found *const *) a, *second = *(Found *const *) b;

  if (first->mtime != second->mtime)
    return first->mtime > second->mtime ? -1 : 1;
  return strcmp (first->path, second->path);
}

/** mn_recovery_list: (transfer full): NULL-terminated. */
char **
mn_recovery_list (const char *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, NULL);
  GStrvBuilder         *paths = g_strv_builder_new ();
  char                **list;
  const char           *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Found *one = g_str_has_suffix (name, MN_JOURNAL_SUFFIX) ? look_at (folder, name) : NULL;

      if (one != NULL)
        g_ptr_array_add (found, one);
    }
  g_ptr_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = found->pdata[i];

      g_strv_builder_add (paths, one->path);
      g_free (one->path);
    }
  list = g_strv_builder_end (paths);
  g_strv_builder_unref (paths);
  return list;
}

/** mn_recovery_set_aside: see the header; nothing is deleted, whatever is in it. */
char *
mn_recovery_set_aside (const char *journal, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (journal);
  g_autofree char *name = g_path_get_basename (journal);
  g_autofree char *lost = g_build_filename (folder, "lost", NULL);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *new_name = g_strdup_printf ("%s-%.8s", name, unique);
  g_autofree char *target = g_build_filename (lost, new_name, NULL);

  if (g_mkdir_with_parents (lost, 0700) == 0 && g_rename (journal, target) == 0)
    return g_steal_pointer (&target);
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s: %s", journal,
               g_strerror (errno));
  return NULL;
}

/** mn_recovery_remove: see the header. */
void
mn_recovery_remove (const char *journal, gboolean cut)
{
  g_autofree char *kept = cut ? mn_recovery_set_aside (journal, NULL) : NULL;

  if (!cut)
    g_unlink (journal);
}
