#include "mn-store.h"

#include <string.h>
#include <sys/stat.h>

#include "mn-store-private.h"
#include "mn-xml.h"

#define AUTOSAVE_DELAY 3000 /* milliseconds */

G_DEFINE_FINAL_TYPE (MnStore, mn_store, G_TYPE_OBJECT)

enum
{
  PROP_STATE = 1,
  PROP_SAFE_AT,
  PROP_MESSAGE,
  PROP_ON_DISK,
  PROP_BACKUP_MESSAGE,
  N_PROPS,
};

enum
{
  FLUSH,
  LOCK_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* ---- state ----------------------------------------------------------------------------------- */

/** mn_store_has_edits: whether the document is another than the one in its file. */
gboolean
mn_store_has_edits (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  return !self->has_file || mn_document_get_revision (self->document) != self->saved_revision;
}

gboolean
mn_store_is_dirty (MnStore *self)
{
  return !self->newer && mn_store_has_edits (self);
}

/* Whether a save that nobody has asked for may be tried. */
gboolean
mn_store_may_write (MnStore *self)
{
  return !self->newer && mn_store_holds_lock (self) && self->on_disk != MN_ON_DISK_CHANGED &&
         self->on_disk != MN_ON_DISK_UNREADABLE;
}

MnStoreState
mn_store_find_state (MnStore *self)
{
  if (self->job != NULL)
    return MN_STORE_SAVING;
  if (self->message != NULL)
    return MN_STORE_FAILED;
  return mn_store_is_dirty (self) ? MN_STORE_DIRTY : MN_STORE_SAVED;
}

void
mn_store_update_state (MnStore *self)
{
  int state = (int) mn_store_find_state (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
mn_store_set_message (MnStore *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

void
mn_store_set_safe_at (MnStore *self, GDateTime *moment)
{
  g_clear_pointer (&self->safe_at, g_date_time_unref);
  self->safe_at = g_date_time_ref (moment);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAFE_AT]);
}

/* Only two versions have a second one. */
void
mn_store_set_on_disk (MnStore *self, MnOnDisk on_disk)
{
  if (on_disk != MN_ON_DISK_CHANGED && on_disk != MN_ON_DISK_UNREADABLE)
    {
      g_clear_object (&self->theirs);
      memset (&self->theirs_stamp, 0, sizeof self->theirs_stamp);
    }
  if (self->on_disk == (int) on_disk)
    return;
  self->on_disk = (int) on_disk;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON_DISK]);
}

void
mn_store_set_base (MnStore *self, MnItem *root, const MnStamp *stamp)
{
  g_set_object (&self->base, root);
  self->stamp = *stamp;
}

void
mn_store_update_read_only (MnStore *self)
{
  gboolean refused = self->lock != NULL && mn_lock_get_state (self->lock) == MN_LOCK_REFUSED;

  mn_document_set_read_only (self->document, self->newer || refused || !mn_store_holds_lock (self));
}

void
mn_store_lock_changed (MnStore *self)
{
  g_signal_emit (self, signals[LOCK_CHANGED], 0);
}

void
mn_store_set_backup_message (MnStore *self, const char *message)
{
  if (g_strcmp0 (message, self->backup_message) == 0)
    return;
  g_free (self->backup_message);
  self->backup_message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKUP_MESSAGE]);
}

void
mn_store_flush (MnStore *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
}

/* ---- GObject --------------------------------------------------------------------------------- */

static void
mn_store_dispose (GObject *object)
{
  MnStore *self = MN_STORE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  mn_store_leave_disk (self);
  if (self->journal != NULL)
    mn_journal_close (self->journal);
  g_clear_object (&self->journal);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->job, mn_save_job_unref);
  mn_store_leave_lock (self);

  G_OBJECT_CLASS (mn_store_parent_class)->dispose (object);
}

static void
mn_store_finalize (GObject *object)
{
  MnStore *self = MN_STORE (object);

  g_clear_object (&self->base);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->backups, g_free);
  g_clear_pointer (&self->backup_message, g_free);
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
    case PROP_ON_DISK:
      g_value_set_int (value, self->on_disk);
      break;
    case PROP_BACKUP_MESSAGE:
      g_value_set_string (value, self->backup_message);
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
  properties[PROP_ON_DISK] = g_param_spec_int ("on-disk", NULL, NULL, MN_ON_DISK_SAME,
                                               MN_ON_DISK_UNREACHABLE, MN_ON_DISK_SAME, flags);
  properties[PROP_BACKUP_MESSAGE] = g_param_spec_string ("backup-message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FLUSH] = g_signal_new ("flush", MN_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[LOCK_CHANGED] = g_signal_new ("lock-changed", MN_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
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
  self->state = (int) mn_store_find_state (self);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (mn_store_edited), self);
  return self;
}

/* The document as it stands is in the file. */
static void
note_in_file (MnStore *self, const MnStamp *stamp, guint64 revision)
{
  g_autoptr (MnItem) root = mn_item_copy (mn_document_get_root (self->document), MN_COPY_SAME_IDS);

  mn_store_set_base (self, root, stamp);
  self->has_file = TRUE;
  self->saved_revision = revision;
  mn_store_update_read_only (self);
  self->state = (int) mn_store_find_state (self);
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
  MnStamp                stamp;
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (MnItem)     root = NULL;
  g_autoptr (MnDocument) document = NULL;
  g_autofree char       *name = NULL;
  MnStore               *self;
  MnXmlInfo              info;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  name = g_filename_display_name (path);
  bytes = mn_stamp_load (path, &stamp, error);
  root = bytes != NULL ? mn_xml_read_document (bytes, name, kind, &info, error) : NULL;
  if (root == NULL)
    return NULL;
  document = mn_document_new (root, clock);
  self = mn_store_new (document, path);
  self->newer = info.newer;
  note_in_file (self, &stamp, mn_document_get_revision (document));
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

MnItem *
mn_store_get_base (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->base;
}

guint64
mn_store_get_base_revision (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), 0);

  return self->saved_revision;
}

/** mn_store_is_file: whether @path leads to the document's file, by whatever links. */
gboolean
mn_store_is_file (MnStore *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) own = g_file_new_for_path (self->path);
  struct stat       a, b;

  if (g_file_equal (file, own))
    return TRUE;
  return stat (path, &a) == 0 && stat (self->path, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

/** mn_store_set_autosave_delay: from the first unsaved edit; a failed save is tried again after
 * five times as long, or that long after the next edit. */
void
mn_store_set_autosave_delay (MnStore *self, guint milliseconds)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->delay = milliseconds;
}
