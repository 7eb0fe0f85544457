#include "mn-journal.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "mn-journal-file.h"
#include "mn-journal-job.h"
#include "mn-journal-record.h"
#include "mn-xml.h"

#define SYNC_DELAY 700 /* milliseconds */
#define RETRY_FACTOR 5 /* a failed sync is tried again after so many delays */
#define MAX_PENDING (32 * 1024 * 1024)

/** Former: a file that this journal takes the place of as soon as it holds everything. */
typedef struct
{
  char    *path; /* (owned) */
  int      fd;   /* holds its lock */
  gboolean cut;
} Former;

struct _MnJournal
{
  GObject parent_instance;

  MnDocument   *document;  /* (owned) */
  char         *doc_path;  /* (owned) */
  char         *folder;    /* (owned) */
  char         *path;      /* (owned) (nullable) */
  GByteArray   *pending;   /* (owned) framed, not yet handed to a job */
  GPtrArray    *formers;   /* (owned) of Former */
  MnJournalJob *job;       /* (owned) (nullable) */
  GDateTime    *taken;     /* (owned) (nullable) when the job's steps were taken */
  GDateTime    *synced_at; /* (owned) (nullable) */
  char         *message;   /* (owned) (nullable) */
  char         *section;   /* (owned) (nullable) the place as last noted */
  char         *item;      /* (owned) (nullable) */
  char         *undo_name; /* (owned) (nullable) of the undo or redo that is going on */
  guint64       job_revision;
  guint64       synced_revision;
  guint64       saved_revision;
  guint         timer;
  guint         delay;
  int           fd; /* -1: no file yet */
  gboolean      again;
  gboolean      has_base;
  gboolean      plain;   /* the base came after steps that can still be undone */
  gboolean      undoing; /* the last step was an undo or redo */
  gboolean      covered_once;
  gboolean      closed;
};

G_DEFINE_FINAL_TYPE (MnJournal, mn_journal, G_TYPE_OBJECT)

enum
{
  PROP_SYNCED_AT = 1,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void start_job (MnJournal *self);

static void
former_free (gpointer data)
{
  Former *former = data;

  if (former->fd >= 0)
    close (former->fd);
  g_free (former->path);
  g_free (former);
}

static void
add_former (MnJournal *self, const char *path, int fd, gboolean cut)
{
  Former *former = g_new0 (Former, 1);

  former->path = g_strdup (path);
  former->fd = fd;
  former->cut = cut;
  g_ptr_array_add (self->formers, former);
}

static void
remove_formers (MnJournal *self)
{
  for (guint i = 0; i < self->formers->len; i++)
    {
      Former *former = self->formers->pdata[i];

      mn_recovery_remove (former->path, former->cut);
    }
  g_ptr_array_set_size (self->formers, 0);
}

/* ---- records -------------------------------------------------------------------------------- */

static void
add_record (MnJournal *self, GVariant *record)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (record);

  mn_journal_file_frame (self->pending, mn_document_get_revision (self->document),
                         g_variant_get_data (owned), g_variant_get_size (owned));
}

static void
add_place (MnJournal *self)
{
  if (self->section != NULL)
    add_record (self, mn_journal_record_new_place (self->section, self->item));
}

/* An undo that reaches back behind the base can't be done by whoever starts from it. */
static void
add_base (MnJournal *self)
{
  g_autoptr (GBytes) bytes = mn_xml_write (mn_document_get_root (self->document));

  add_record (self, mn_journal_record_new_base (self->doc_path, bytes));
  self->has_base = TRUE;
  self->plain = mn_document_get_revision (self->document) > 0;
  add_place (self);
}

static gboolean sync_cb (gpointer user_data);

/* The timer starts at the first step that isn't on disk and isn't pushed back by the next. */
static void
schedule (MnJournal *self, guint milliseconds)
{
  if (self->timer == 0 && !self->closed)
    self->timer = g_timeout_add (milliseconds, sync_cb, self);
}

static void
add_step (MnJournal *self, const MnStep *step)
{
  if (self->pending->len > MAX_PENDING && self->message != NULL)
    {
      g_byte_array_set_size (self->pending, 0);
      add_base (self);
    }
  add_record (self, mn_journal_record_new_step (step));
  if (self->job == NULL)
    schedule (self, self->delay);
}

/* Comes before the step is taken. */
static void
stepped_cb (MnJournal *self, const MnStep *step)
{
  if (self->closed)
    return;
  if (!self->has_base)
    add_base (self);
  self->undoing = step->type == MN_STEP_UNDO || step->type == MN_STEP_REDO;
  g_free (self->undo_name);
  self->undo_name = g_strdup (step->type == MN_STEP_UNDO
                                  ? mn_document_get_undo_name (self->document)
                                  : mn_document_get_redo_name (self->document));
  if (!self->undoing || !self->plain)
    add_step (self, step);
}

/* Behind a base that knows no history an undo is kept as the edits that it makes. */
static void
edited_cb (MnJournal *self, MnEdit *edit)
{
  const MnStep step = { MN_STEP_EDIT, edit, self->undo_name, FALSE };

  if (!self->closed && self->undoing && self->plain)
    add_step (self, &step);
}

/* ---- to disk -------------------------------------------------------------------------------- */

static void
set_message (MnJournal *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

/* The file takes no more: the next one begins with the document as it stands. */
static void
start_over (MnJournal *self)
{
  add_former (self, self->path, self->fd, FALSE);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
  g_byte_array_set_size (self->pending, 0);
  add_base (self);
}

static void
note_failure (MnJournal *self, MnJournalJob *job)
{
  const GByteArray *bytes = mn_journal_job_get_bytes (job);

  if (mn_journal_job_is_broken (job))
    start_over (self);
  else
    g_byte_array_prepend (self->pending, bytes->data, bytes->len);
  set_message (self, mn_journal_job_get_error (job)->message);
}

static void
note_success (MnJournal *self)
{
  self->synced_revision = self->job_revision;
  remove_formers (self);
  g_clear_pointer (&self->synced_at, g_date_time_unref);
  self->synced_at = g_date_time_ref (self->taken);
  set_message (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED_AT]);
}

/* Called by whoever sees the end of the job first; the other call does nothing. */
static void
end_job (MnJournal *self, MnJournalJob *job)
{
  g_autoptr (MnJournalJob) held = NULL;
  gboolean                 again = self->again;

  if (self->job != job)
    return;
  held = g_steal_pointer (&self->job);
  self->again = FALSE;
  if (self->fd < 0 && (self->fd = mn_journal_job_get_fd (held)) >= 0)
    self->path = g_strdup (mn_journal_job_get_path (held));
  if (mn_journal_job_get_error (held) != NULL)
    note_failure (self, held);
  else
    note_success (self);
  if (self->job != NULL || self->pending->len == 0)
    return;
  if (again && self->message == NULL)
    start_job (self);
  else
    schedule (self, self->message != NULL ? self->delay * RETRY_FACTOR : self->delay);
}

/* The thread's end of a job: it knows no journal, which may be gone by then. */
typedef struct
{
  GWeakRef      journal;
  MnJournalJob *job; /* (owned) */
} Run;

static void
run_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  mn_journal_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
run_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run                  *run = user_data;
  g_autoptr (MnJournal) journal = g_weak_ref_get (&run->journal);

  if (journal != NULL)
    end_job (journal, run->job);
  g_weak_ref_clear (&run->journal);
  mn_journal_job_unref (run->job);
  g_free (run);
}

static void
prepare_job (MnJournal *self)
{
  const char *id = mn_item_get_id (mn_document_get_root (self->document));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->job = mn_journal_job_new (self->folder, id, self->fd, self->pending);
  self->pending = g_byte_array_new ();
  self->job_revision = mn_document_get_revision (self->document);
  g_clear_pointer (&self->taken, g_date_time_unref);
  self->taken = mn_clock_now (mn_document_get_clock (self->document));
}

/* A disk can take its time; typing doesn't wait for it. */
static void
start_job (MnJournal *self)
{
  g_autoptr (GTask) task = NULL;
  Run              *run = g_new0 (Run, 1);

  prepare_job (self);
  g_weak_ref_init (&run->journal, self);
  run->job = mn_journal_job_ref (self->job);
  task = g_task_new (NULL, NULL, run_ended_cb, run);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, mn_journal_job_ref (self->job),
                        (GDestroyNotify) mn_journal_job_unref);
  g_task_run_in_thread (task, run_worker);
}

static gboolean
sync_cb (gpointer user_data)
{
  MnJournal *self = user_data;

  self->timer = 0;
  if (self->job != NULL)
    self->again = TRUE;
  else if (self->pending->len > 0)
    start_job (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_job (MnJournal *self)
{
  while (self->job != NULL)
    {
      g_autoptr (MnJournalJob) running = mn_journal_job_ref (self->job);

      mn_journal_job_wait (running);
      end_job (self, running);
    }
}

/**
 * mn_journal_sync:
 * @error: why the journal is not on disk; the steps are kept and tried again
 *
 * Writes what is pending and waits until it is on disk.
 */
gboolean
mn_journal_sync (MnJournal *self, GError **error)
{
  g_autoptr (MnJournalJob) job = NULL;

  g_return_val_if_fail (MN_IS_JOURNAL (self), FALSE);

  wait_for_job (self);
  if (self->pending->len == 0)
    return TRUE;
  prepare_job (self);
  job = mn_journal_job_ref (self->job);
  mn_journal_job_run (job);
  end_job (self, job);
  if (mn_journal_job_get_error (job) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (mn_journal_job_get_error (job)));
  return FALSE;
}

/* ---- what the store and the window say ------------------------------------------------------ */

static gboolean
is_covered (MnJournal *self)
{
  return self->covered_once && self->saved_revision >= mn_document_get_revision (self->document);
}

/** mn_journal_note_saved: see the header. */
void
mn_journal_note_saved (MnJournal *self, guint64 revision)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  self->saved_revision = MAX (self->saved_revision, revision);
  self->covered_once = TRUE;
  if (is_covered (self))
    remove_formers (self);
}

/**
 * mn_journal_succeed:
 * @recovery: what the document was made from; the journal takes over its lock
 *
 * The document as it was recovered goes to disk with the next sync, before that journal goes.
 */
void
mn_journal_succeed (MnJournal *self, MnRecovery *recovery)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  add_former (self, recovery->journal, recovery->lock, recovery->cut);
  recovery->lock = -1;
  self->covered_once = FALSE;
  mn_journal_note_place (self, recovery->section != NULL ? recovery->section : "", recovery->item);
  if (!self->has_base)
    add_base (self);
  schedule (self, self->delay);
}

/** mn_journal_note_place: @item is the id of the selected item, or %NULL. */
void
mn_journal_note_place (MnJournal *self, const char *section, const char *item)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  if (self->closed ||
      (g_strcmp0 (self->section, section) == 0 && g_strcmp0 (self->item, item) == 0))
    return;
  g_free (self->section);
  g_free (self->item);
  self->section = g_strdup (section);
  self->item = g_strdup (item);
  if (self->has_base)
    add_place (self);
}

static void
close_file (MnJournal *self, gboolean remove)
{
  wait_for_job (self);
  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (remove)
    remove_formers (self);
  g_ptr_array_set_size (self->formers, 0);
  if (self->fd < 0)
    return;
  if (remove)
    unlink (self->path);
  close (self->fd);
  self->fd = -1;
}

/** mn_journal_close: see the header; steps that are still to come are not kept. */
void
mn_journal_close (MnJournal *self)
{
  gboolean covered;

  g_return_if_fail (MN_IS_JOURNAL (self));

  if (self->closed)
    return;
  covered = is_covered (self);
  if (!covered)
    mn_journal_sync (self, NULL);
  close_file (self, covered);
}

/** mn_journal_drop: closes it and removes it, whatever it holds. */
void
mn_journal_drop (MnJournal *self)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  if (!self->closed)
    close_file (self, TRUE);
}

/* ---- GObject -------------------------------------------------------------------------------- */

static void
mn_journal_dispose (GObject *object)
{
  MnJournal *self = MN_JOURNAL (object);

  if (self->document != NULL)
    {
      mn_journal_close (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mn_journal_parent_class)->dispose (object);
}

static void
mn_journal_finalize (GObject *object)
{
  MnJournal *self = MN_JOURNAL (object);

  g_clear_pointer (&self->doc_path, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->pending, g_byte_array_unref);
  g_clear_pointer (&self->formers, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_date_time_unref);
  g_clear_pointer (&self->synced_at, g_date_time_unref);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->undo_name, g_free);

  G_OBJECT_CLASS (mn_journal_parent_class)->finalize (object);
}

static void
mn_journal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnJournal *self = MN_JOURNAL (object);

  switch (prop_id)
    {
    case PROP_SYNCED_AT:
      g_value_set_boxed (value, self->synced_at);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_journal_class_init (MnJournalClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mn_journal_dispose;
  object_class->finalize = mn_journal_finalize;
  object_class->get_property = mn_journal_get_property;

  properties[PROP_SYNCED_AT] = g_param_spec_boxed ("synced-at", NULL, NULL, G_TYPE_DATE_TIME,
                                                   flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mn_journal_init (MnJournal *self)
{
  self->pending = g_byte_array_new ();
  self->formers = g_ptr_array_new_with_free_func (former_free);
  self->delay = SYNC_DELAY;
  self->fd = -1;
  self->covered_once = TRUE;
}

/**
 * mn_journal_new:
 * @document: whose steps are kept, from now on
 * @document_path: (nullable): its file
 * @folder: (nullable): where journals lie; %NULL for the default
 *
 * Nothing is written before the first step.
 *
 * Returns: (transfer full)
 */
MnJournal *
mn_journal_new (MnDocument *document, const char *document_path, const char *folder)
{
  MnJournal *self;

  g_return_val_if_fail (MN_IS_DOCUMENT (document), NULL);

  self = g_object_new (MN_TYPE_JOURNAL, NULL);
  self->document = g_object_ref (document);
  self->doc_path = g_strdup (document_path);
  self->folder = folder != NULL ? g_strdup (folder) : mn_recovery_dup_default_folder ();
  self->saved_revision = self->synced_revision = mn_document_get_revision (document);
  g_signal_connect_swapped (document, "stepped", G_CALLBACK (stepped_cb), self);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (edited_cb), self);
  return self;
}

void
mn_journal_set_sync_delay (MnJournal *self, guint milliseconds)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  self->delay = milliseconds;
}

guint64
mn_journal_get_synced_revision (MnJournal *self)
{
  g_return_val_if_fail (MN_IS_JOURNAL (self), 0);

  return self->synced_revision;
}

GDateTime *
mn_journal_get_synced_at (MnJournal *self)
{
  g_return_val_if_fail (MN_IS_JOURNAL (self), NULL);

  return self->synced_at;
}

const char *
mn_journal_get_message (MnJournal *self)
{
  g_return_val_if_fail (MN_IS_JOURNAL (self), NULL);

  return self->message;
}

const char *
mn_journal_get_path (MnJournal *self)
{
  g_return_val_if_fail (MN_IS_JOURNAL (self), NULL);

  return self->path;
}
