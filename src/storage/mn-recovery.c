#include "mn-recovery.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "mn-error.h"
#include "mn-journal-file.h"
#include "mn-journal-record.h"
#include "mn-xml.h"

void
mn_recovery_free (MnRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->journal);
  g_free (self->path);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_free (self->section);
  g_free (self->item);
  g_free (self->typed_item);
  g_free (self->typed_field);
  g_free (self);
}

/* ---- doing the steps again ------------------------------------------------------------------ */

typedef struct
{
  MnRecovery *recovery;
  MnClock    *clock;
  MnDocument *file; /* (owned) (nullable) what the document's file holds */
  MnStamp     stamp;
  char       *different; /* (owned) (nullable) id of an item that isn't as it is in the file */
} Replay;

static guint64
get_revision (Replay *self)
{
  return mn_document_get_revision (self->recovery->document);
}

/* The file holds what the document was at @revision; a later one says more. */
static void
note_known (Replay *self, guint64 revision)
{
  MnRecovery *recovery = self->recovery;

  if (recovery->known && recovery->in_file >= revision)
    return;
  recovery->known = TRUE;
  recovery->in_file = revision;
  recovery->stamp = self->stamp;
}

/* Most steps change one item and leave another as different from the file as it was, so mostly one
 * item is compared and not all of them. */
static gboolean
is_still_different (Replay *self)
{
  MnItem *now = mn_document_find (self->recovery->document, self->different);
  MnItem *then = mn_document_find (self->file, self->different);

  return now != NULL && (then == NULL || !mn_item_equal_alone (now, then));
}

/* How far the file has come: it may hold any state that the document has gone through. */
static void
compare_with_file (Replay *self)
{
  MnItem *found;

  if (self->file == NULL || is_still_different (self))
    return;
  found = mn_item_find_difference (mn_document_get_root (self->recovery->document),
                                   mn_document_get_root (self->file));
  g_free (self->different);
  self->different = found != NULL ? g_strdup (mn_item_get_id (found)) : NULL;
  if (found == NULL)
    note_known (self, get_revision (self));
}

static void
read_file (Replay *self, const MnKind *kind)
{
  const char        *path = self->recovery->path;
  g_autoptr (GBytes) bytes = *path != '\0' ? mn_stamp_load (path, &self->stamp, NULL) : NULL;
  g_autoptr (MnItem) root = NULL;

  if (bytes != NULL)
    root = mn_xml_read_document (bytes, path, kind, NULL, NULL);
  if (root == NULL)
    return;
  self->recovery->file = mn_item_copy (root, MN_COPY_SAME_IDS);
  self->file = mn_document_new (root, self->clock);
}

static gboolean
take_base (Replay *self, const MnRecord *record, guint64 revision)
{
  MnRecovery        *recovery = self->recovery;
  g_autoptr (MnItem) root = mn_xml_read_document (record->xml, recovery->journal, NULL, NULL, NULL);

  if (root == NULL)
    return FALSE;
  if (recovery->path == NULL)
    {
      recovery->path = g_strdup (record->path);
      recovery->from = revision;
      read_file (self, mn_item_get_kind (root));
    }
  g_clear_object (&recovery->document);
  recovery->document = mn_document_new (root, self->clock);
  mn_document_set_revision (recovery->document, revision);
  compare_with_file (self);
  return TRUE;
}

/* The cursor stands behind what was typed last. Where it went from there without a word is known
 * only as far as to the item: take_place() forgets it. */
static void
note_typing (MnRecovery *self, const MnStep *step)
{
  const MnEdit *edit = step->edit;

  g_clear_pointer (&self->typed_item, g_free);
  g_clear_pointer (&self->typed_field, g_free);
  if (step->type != MN_STEP_EDIT || edit->type != MN_EDIT_SPLICE)
    return;
  self->typed_item = g_strdup (edit->item);
  self->typed_field = g_strdup (edit->field);
  self->typed_end = edit->position +
                    (edit->inserted != NULL ? mn_text_get_length (edit->inserted) : 0);
}

static gboolean
take_step (Replay *self, const MnStep *step, guint64 revision)
{
  MnDocument *document = self->recovery->document;

  /* Else something is missing in between. */
  if (revision != get_revision (self))
    return FALSE;
  /* The end of a group that had begun before the base. */
  if (step->type == MN_STEP_END && !mn_document_is_in_group (document))
    return TRUE;
  if (!mn_document_replay (document, step, NULL))
    return FALSE;
  note_typing (self->recovery, step);
  if (get_revision (self) != revision)
    compare_with_file (self);
  return TRUE;
}

static void
take_place (MnRecovery *self, const MnRecord *record)
{
  if (g_strcmp0 (self->item, record->item) != 0)
    g_clear_pointer (&self->typed_item, g_free);
  g_free (self->section);
  g_free (self->item);
  self->section = *record->section != '\0' ? g_strdup (record->section) : NULL;
  self->item = *record->item != '\0' ? g_strdup (record->item) : NULL;
}

static gboolean
take_past (Replay *self, const MnRecord *record)
{
  MnDocument *document = self->recovery->document;

  return !mn_document_has_past (document) && mn_document_take_past (document, record->past, NULL);
}

/* A file that looks as it did when the journal was written, or has the same bytes, holds what it
 * held. */
static gboolean
is_as_noted (MnRecovery *self, const MnStamp *now)
{
  return mn_stamp_equal (&self->noted, now) ||
         (*now->hash != '\0' && strcmp (self->noted.hash, now->hash) == 0);
}

static void
take_file (Replay *self, const MnRecord *record)
{
  if (record->in_file > get_revision (self))
    return;
  self->recovery->noted = record->stamp;
  self->recovery->noted_revision = record->in_file;
  if (self->file != NULL && is_as_noted (self->recovery, &self->stamp))
    note_known (self, record->in_file);
}

/* FALSE: from here on nothing can be trusted; what came before is kept. */
static gboolean
take_record (Replay *self, const MnRecord *record, guint64 revision)
{
  if (record->type == MN_RECORD_BASE)
    return take_base (self, record, revision);
  if (self->recovery->document == NULL)
    return FALSE;
  switch (record->type)
    {
    case MN_RECORD_STEP:
      return take_step (self, &record->step, revision);
    case MN_RECORD_PAST:
      return take_past (self, record);
    case MN_RECORD_FILE:
      take_file (self, record);
      return TRUE;
    case MN_RECORD_PLACE:
      take_place (self->recovery, record);
      return TRUE;
    case MN_RECORD_BASE:
    default:
      return FALSE;
    }
}

static void
replay (Replay *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const MnJournalRecord *framed = records->pdata[i];
      g_autoptr (MnRecord)   record = mn_journal_record_read (framed->payload, NULL);

      if (record != NULL && take_record (self, record, framed->revision))
        continue;
      self->recovery->cut = TRUE;
      break;
    }
  /* A crash in the middle of a group left it open. */
  while (self->recovery->document != NULL && mn_document_is_in_group (self->recovery->document))
    mn_document_end (self->recovery->document);
}

static void
sum_up (MnRecovery *self)
{
  guint64 reached = mn_document_get_revision (self->document);

  self->n_steps = (guint) (reached - (self->known ? self->in_file : self->from));
  self->covered = self->known && self->in_file == reached;
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
  Replay                 run = { self, clock, NULL, { 0 }, NULL };
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
  g_free (run.different);
  if (self->document == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("%s holds nothing that was whole"),
                   journal);
      return NULL;
    }
  sum_up (self);
  return g_steal_pointer (&self);
}

/** mn_recovery_follow: see the header; whether the file is as it was is asked again. */
void
mn_recovery_follow (MnRecovery *self, const char *path)
{
  MnStamp            now;
  g_autoptr (GBytes) bytes = mn_stamp_load (path, &now, NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  self->known = bytes != NULL && is_as_noted (self, &now);
  self->in_file = self->noted_revision;
  self->stamp = now;
  sum_up (self);
}
