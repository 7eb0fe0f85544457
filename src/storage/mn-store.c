#include "mn-store.h"

#include <glib/gi18n-lib.h>

#include "mn-save-job.h"
#include "mn-xml.h"

#define AUTOSAVE_DELAY 3000 /* milliseconds */
#define RETRY_FACTOR 5      /* a failed save is tried again after so many delays */

struct _MnStore
{
  GObject parent_instance;

  MnDocument *document; /* (owned) */
  MnJournal  *journal;  /* (owned) (nullable) */
  char       *path;     /* (owned) */
  GDateTime  *safe_at;  /* (owned) (nullable) */
  char       *message;  /* (owned) (nullable) */
  MnSaveJob  *job;      /* (owned) (nullable) the save that runs */
  GDateTime  *taken;    /* (owned) when its snapshot was taken */
  GPtrArray  *served;   /* (owned) of GTask: answered when it ends */
  GPtrArray  *waiting;  /* (owned) of GTask: came later, for the save after it */
  MnStamp     stamp;
  guint64     job_revision;
  guint64     saved_revision;
  guint       delay;
  guint       timer;
  gboolean    timer_is_retry;
  gboolean    again;           /* the timer ended while a save ran */
  gboolean    on_disk;         /* the file was read or written */
  gboolean    backed_up;       /* the file as it was found is kept */
  gboolean    changed_on_disk; /* why the last save failed */
  gboolean    overwrite;       /* whatever is on disk may go */
  gboolean    newer;           /* of a format that we can only read */
  int         state;           /* MnStoreState as last told */
};

G_DEFINE_FINAL_TYPE (MnStore, mn_store, G_TYPE_OBJECT)

enum
{
  PROP_STATE = 1,
  PROP_SAFE_AT,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void start_job (MnStore *self);

/* ---- state ----------------------------------------------------------------------------------- */

static gboolean
is_dirty (MnStore *self)
{
  return !self->newer &&
         (!self->on_disk || mn_document_get_revision (self->document) != self->saved_revision);
}

static MnStoreState
find_state (MnStore *self)
{
  if (self->job != NULL)
    return MN_STORE_SAVING;
  if (self->message != NULL)
    return MN_STORE_FAILED;
  return is_dirty (self) ? MN_STORE_DIRTY : MN_STORE_SAVED;
}

static void
update_state (MnStore *self)
{
  int state = (int) find_state (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_message (MnStore *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_safe_at (MnStore *self, GDateTime *moment)
{
  g_clear_pointer (&self->safe_at, g_date_time_unref);
  self->safe_at = g_date_time_ref (moment);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAFE_AT]);
}

/* ---- timer ----------------------------------------------------------------------------------- */

static gboolean
timer_cb (gpointer user_data)
{
  MnStore *self = user_data;

  self->timer = 0;
  if (self->job != NULL)
    self->again = TRUE;
  else if (is_dirty (self))
    start_job (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (MnStore *self, gboolean retry)
{
  if (self->timer != 0 && (!self->timer_is_retry || retry))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer_is_retry = retry;
  self->timer = g_timeout_add (retry ? self->delay * RETRY_FACTOR : self->delay, timer_cb, self);
}

static void
edited_cb (MnStore *self)
{
  if (is_dirty (self))
    schedule (self, FALSE);
  update_state (self);
}

/* ---- saving ---------------------------------------------------------------------------------- */

static void
answer (GPtrArray *tasks, const GError *error)
{
  g_autoptr (GPtrArray) answered = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_extend_and_steal (answered, g_ptr_array_ref (tasks));
  for (guint i = 0; i < answered->len; i++)
    {
      if (error != NULL)
        g_task_return_error (answered->pdata[i], g_error_copy (error));
      else
        g_task_return_boolean (answered->pdata[i], TRUE);
    }
}

static void
note_result (MnStore *self, const GError *error)
{
  self->changed_on_disk = g_error_matches (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  if (error == NULL)
    {
      self->stamp = mn_save_job_get_stamp (self->job);
      self->saved_revision = MAX (self->saved_revision, self->job_revision);
      self->on_disk = self->backed_up = TRUE;
      self->overwrite = FALSE;
      set_safe_at (self, self->taken);
      if (self->journal != NULL)
        mn_journal_note_saved (self->journal, self->saved_revision, &self->stamp);
    }
  set_message (self, error != NULL ? error->message : NULL);
}

/* What has come up while the save ran; whoever was answered may have asked for the next already. */
static void
go_on (MnStore *self, gboolean failed)
{
  gboolean again = self->again;

  self->again = FALSE;
  if (!is_dirty (self))
    answer (self->waiting, NULL);
  if (self->job != NULL)
    return;
  if (self->waiting->len > 0 || (again && is_dirty (self)))
    start_job (self);
  else if (is_dirty (self))
    schedule (self, failed);
}

/* Called by whoever sees the end of the job first; the other call does nothing. */
static void
end_job (MnStore *self, MnSaveJob *job)
{
  g_autoptr (MnSaveJob) held = NULL;
  const GError         *error;

  if (self->job != job)
    return;
  held = mn_save_job_ref (job);
  error = mn_save_job_get_error (job);
  g_object_freeze_notify (G_OBJECT (self));
  note_result (self, error);
  g_clear_pointer (&self->job, mn_save_job_unref);
  g_clear_pointer (&self->taken, g_date_time_unref);
  answer (self->served, error);
  go_on (self, error != NULL);
  update_state (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
prepare_job (MnStore *self)
{
  GPtrArray *empty = self->served;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->job = mn_save_job_new (mn_document_get_root (self->document), self->path,
                               self->overwrite ? NULL : &self->stamp,
                               self->overwrite || !self->backed_up);
  self->job_revision = mn_document_get_revision (self->document);
  self->taken = mn_clock_now (mn_document_get_clock (self->document));
  self->served = self->waiting;
  self->waiting = empty;
  update_state (self);
}

/* The thread's end of a job: it knows neither store nor document, which may be gone by then. */
typedef struct
{
  GWeakRef   store;
  MnSaveJob *job; /* (owned) */
} Run;

static void
run_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  mn_save_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
run_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run                *run = user_data;
  g_autoptr (MnStore) store = g_weak_ref_get (&run->store);

  if (store != NULL)
    end_job (store, run->job);
  g_weak_ref_clear (&run->store);
  mn_save_job_unref (run->job);
  g_free (run);
}

static void
start_job (MnStore *self)
{
  g_autoptr (GTask) task = NULL;
  Run              *run = g_new0 (Run, 1);

  prepare_job (self);
  g_weak_ref_init (&run->store, self);
  run->job = mn_save_job_ref (self->job);
  task = g_task_new (NULL, NULL, run_ended_cb, run);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, mn_save_job_ref (self->job), (GDestroyNotify) mn_save_job_unref);
  g_task_run_in_thread (task, run_worker);
}

/* A file that was taken away is written again when somebody asks for it. */
static gboolean
needs_save (MnStore *self)
{
  MnStamp stamp;

  return is_dirty (self) || !mn_stamp_read (self->path, &stamp);
}

static gboolean
may_save (MnStore *self, GError **error)
{
  g_autofree char *name = NULL;

  if (!self->newer)
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
               _ ("“%s” was written by a newer version of Minutes and can only be read"), name);
  return FALSE;
}

/**
 * mn_store_save_async:
 * @cancellable: (nullable): ends the waiting, not the save
 *
 * Saves what isn't saved yet. Edits that are made while it runs stay unsaved; a request made
 * while a save runs is answered when those edits are safe too.
 */
void
mn_store_save_async (MnStore            *self,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GError           *error = NULL;

  g_return_if_fail (MN_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mn_store_save_async);
  if (!may_save (self, &error))
    g_task_return_error (task, error);
  else if (self->job == NULL && !needs_save (self))
    g_task_return_boolean (task, TRUE);
  else
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      if (self->job == NULL)
        start_job (self);
    }
}

gboolean
mn_store_save_finish (MnStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** mn_store_save: saves now and waits; for a save that runs already, too. */
gboolean
mn_store_save (MnStore *self, GError **error)
{
  g_autoptr (MnSaveJob) job = NULL;

  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  if (!may_save (self, error))
    return FALSE;
  while (self->job != NULL)
    {
      g_autoptr (MnSaveJob) running = mn_save_job_ref (self->job);

      mn_save_job_wait (running);
      end_job (self, running);
    }
  if (!needs_save (self))
    return TRUE;
  prepare_job (self);
  job = mn_save_job_ref (self->job);
  mn_save_job_run (job);
  end_job (self, job);
  if (mn_save_job_get_error (job) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (mn_save_job_get_error (job)));
  return FALSE;
}

/* ---- GObject --------------------------------------------------------------------------------- */

static void
mn_store_dispose (GObject *object)
{
  MnStore *self = MN_STORE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->journal != NULL)
    mn_journal_close (self->journal);
  g_clear_object (&self->journal);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->job, mn_save_job_unref);

  G_OBJECT_CLASS (mn_store_parent_class)->dispose (object);
}

static void
mn_store_finalize (GObject *object)
{
  MnStore *self = MN_STORE (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->safe_at, g_date_time_unref);
  g_clear_pointer (&self->taken, g_date_time_unref);
  g_clear_pointer (&self->served, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (mn_store_parent_class)->finalize (object);
}

static void
mn_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnStore *self = MN_STORE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_SAFE_AT:
      g_value_set_boxed (value, self->safe_at);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_store_class_init (MnStoreClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mn_store_dispose;
  object_class->finalize = mn_store_finalize;
  object_class->get_property = mn_store_get_property;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, MN_STORE_SAVED, MN_STORE_FAILED,
                                             MN_STORE_SAVED, flags);
  properties[PROP_SAFE_AT] = g_param_spec_boxed ("safe-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mn_store_init (MnStore *self)
{
  self->delay = AUTOSAVE_DELAY;
  self->served = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mn_store_new:
 * @document: (transfer none): a document without a file
 * @path: where it will be saved; nothing may be there yet
 *
 * Returns: (transfer full): a store that is dirty until the first save, which comes after the first
 *   edit or when it is asked for
 */
MnStore *
mn_store_new (MnDocument *document, const char *path)
{
  MnStore *self;

  g_return_val_if_fail (MN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (MN_TYPE_STORE, NULL);
  self->document = g_object_ref (document);
  self->path = g_strdup (path);
  self->state = (int) find_state (self);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (edited_cb), self);
  return self;
}

/**
 * mn_store_open_kind:
 * @path: a document's file
 * @kind: (nullable): what its root must be; %NULL for whichever it is
 * @clock: (transfer none): what time it is
 * @error: one sentence that begins with the file and the line
 *
 * Returns: (transfer full) (nullable): its document and store; read-only if the format is newer
 */
MnStore *
mn_store_open_kind (const char *path, const MnKind *kind, MnClock *clock, GError **error)
{
  g_autoptr (MnItem)     root = NULL;
  g_autoptr (MnDocument) document = NULL;
  MnStore               *self;
  MnXmlInfo              info;
  MnStamp                stamp;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  /* Before reading: what is written in between then counts as changed. */
  mn_stamp_read (path, &stamp);
  root = mn_xml_read_document_file (path, kind, &info, error);
  if (root == NULL)
    return NULL;
  document = mn_document_new (root, clock);
  mn_document_set_read_only (document, info.newer);
  self = mn_store_new (document, path);
  self->newer = info.newer;
  self->on_disk = TRUE;
  self->stamp = stamp;
  self->saved_revision = mn_document_get_revision (document);
  self->state = (int) find_state (self);
  return self;
}

/** mn_store_open: mn_store_open_kind() of a session's file. (transfer full) (nullable) */
MnStore *
mn_store_open (const char *path, MnClock *clock, GError **error)
{
  return mn_store_open_kind (path, mn_kind_get_session (), clock, error);
}

MnDocument *
mn_store_get_document (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->document;
}

const char *
mn_store_get_path (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->path;
}

MnStoreState
mn_store_get_state (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), MN_STORE_SAVED);

  return (MnStoreState) self->state;
}

GDateTime *
mn_store_get_safe_at (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->safe_at;
}

const char *
mn_store_get_message (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->message;
}

gboolean
mn_store_is_newer_format (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  return self->newer;
}

/** mn_store_is_changed_on_disk: the last save failed because another program wrote the file. */
gboolean
mn_store_is_changed_on_disk (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  return self->changed_on_disk;
}

/** mn_store_overwrite: the next save replaces what another program wrote; that stays as the backup
 * beside it. */
void
mn_store_overwrite (MnStore *self)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->overwrite = TRUE;
}

/** mn_store_set_autosave_delay: from the first unsaved edit; a failed save is tried again after
 * five times as long, or that long after the next edit. */
void
mn_store_set_autosave_delay (MnStore *self, guint milliseconds)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->delay = milliseconds;
}

/* ---- journal --------------------------------------------------------------------------------- */

/**
 * mn_store_use_journal:
 * @folder: (nullable): where journals lie; %NULL for the default
 *
 * From now on every step is on disk within a second, before the file is saved. A store that dies
 * with all its document in the file takes its journal along; else the journal stays for the next
 * start.
 */
void
mn_store_use_journal (MnStore *self, const char *folder)
{
  g_return_if_fail (MN_IS_STORE (self));
  g_return_if_fail (self->journal == NULL);

  if (self->newer)
    return;
  self->journal = mn_journal_new (self->document, self->path, folder);
  if (self->on_disk)
    mn_journal_note_saved (self->journal, self->saved_revision, &self->stamp);
}

/** mn_store_get_journal: (transfer none) (nullable) */
MnJournal *
mn_store_get_journal (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->journal;
}

/**
 * mn_store_recover:
 * @recovery: what a journal gave back; the store's own journal takes its place
 * @path: the document's file; what was recovered goes there with the next save, and what stood
 *   there stays as the backup beside it
 * @folder: (nullable): where journals lie
 *
 * A file that holds something that the document never was has been written by another program since
 * then: saving it fails with %MN_ERROR_CHANGED_ON_DISK until the user has chosen.
 *
 * Returns: (transfer full)
 */
MnStore *
mn_store_recover (MnRecovery *recovery, const char *path, const char *folder)
{
  MnStore *self;

  g_return_val_if_fail (recovery != NULL, NULL);

  self = mn_store_new (recovery->document, path);
  if (recovery->known)
    {
      self->on_disk = TRUE;
      self->stamp = recovery->stamp;
      self->saved_revision = recovery->in_file;
      self->state = (int) find_state (self);
    }
  mn_store_use_journal (self, folder);
  mn_journal_succeed (self->journal, recovery);
  schedule (self, FALSE);
  return self;
}

/**
 * mn_store_dup_safety:
 * @in_file: (out): whether it is the file that holds it, and not the journal alone
 *
 * Returns: (transfer full) (nullable): everything typed until then survives whatever happens; %NULL
 *   if nothing has been written yet
 */
GDateTime *
mn_store_dup_safety (MnStore *self, gboolean *in_file)
{
  GDateTime *synced_at;

  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  synced_at = self->journal != NULL ? mn_journal_get_synced_at (self->journal) : NULL;
  *in_file = !is_dirty (self) || synced_at == NULL ||
             (self->safe_at != NULL && g_date_time_compare (self->safe_at, synced_at) >= 0);
  if (!*in_file)
    return g_date_time_ref (synced_at);
  return self->safe_at != NULL ? g_date_time_ref (self->safe_at) : NULL;
}
