#include <string.h>
#include <unistd.h>

#include "mn-journal-file.h"
#include "mn-journal-private.h"

#define SYNC_DELAY 700 /* milliseconds */
#define FOLD_SIZE (1024 * 1024)

G_DEFINE_FINAL_TYPE (MnJournal, mn_journal, G_TYPE_OBJECT)

enum
{
  PROP_SYNCED_AT = 1,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
stepped_cb (MnJournal *self, const MnStep *step)
{
  if (!self->closed)
    mn_journal_keep_step (self, step);
}

void
mn_journal_set_message (MnJournal *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  if (!self->closed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

void
mn_journal_set_synced_at (MnJournal *self, GDateTime *moment)
{
  g_clear_pointer (&self->synced_at, g_date_time_unref);
  self->synced_at = g_date_time_ref (moment);
  if (!self->closed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED_AT]);
}

/* ---- what the store and the window say ------------------------------------------------------ */

gboolean
mn_journal_is_covered (MnJournal *self)
{
  return self->covered_once && self->saved_revision >= mn_document_get_revision (self->document);
}

/**
 * mn_journal_note_saved:
 * @revision: what the file holds
 * @stamp: of the file
 */
void
mn_journal_note_saved (MnJournal *self, guint64 revision, const MnStamp *stamp)
{
  g_return_if_fail (MN_IS_JOURNAL (self));
  g_return_if_fail (stamp != NULL);

  if (self->closed)
    return;
  self->saved_revision = revision;
  self->stamp = *stamp;
  self->covered_once = TRUE;
  if (self->has_base)
    mn_journal_add_file (self, self->pending);
  if (!mn_journal_is_covered (self))
    return;
  mn_journal_remove_formers (self);
  mn_journal_drop_stale (self);
  mn_journal_fold (self);
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

  mn_journal_add_former (self, recovery->journal, recovery->lock, recovery->cut);
  recovery->lock = -1;
  self->covered_once = FALSE;
  mn_journal_note_place (self, recovery->section != NULL ? recovery->section : "", recovery->item);
  if (!self->has_base)
    mn_journal_add_base (self, self->pending);
  mn_journal_schedule (self, self->delay);
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
    mn_journal_add_place (self, self->pending);
}

static void
close_file (MnJournal *self, gboolean remove)
{
  mn_journal_wait (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (remove)
    mn_journal_remove_formers (self);
  g_ptr_array_set_size (self->formers, 0);
  if (self->fd < 0)
    return;
  if (remove)
    mn_journal_file_remove (self->path);
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
  self->closed = TRUE; /* whoever closes it needn't be told what comes of that */
  covered = mn_journal_is_covered (self);
  if (!covered)
    mn_journal_sync (self, NULL);
  close_file (self, covered);
}

/** mn_journal_drop: closes it and removes it, whatever it holds. */
void
mn_journal_drop (MnJournal *self)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  if (self->closed)
    return;
  self->closed = TRUE;
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
  self->formers = mn_journal_formers_new ();
  self->delay = SYNC_DELAY;
  self->fold_size = FOLD_SIZE;
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
  if (mn_document_has_past (document))
    mn_journal_add_base (self, self->pending);
  return self;
}

void
mn_journal_set_sync_delay (MnJournal *self, guint milliseconds)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  self->delay = milliseconds;
}

void
mn_journal_set_fold_size (MnJournal *self, gsize n_bytes)
{
  g_return_if_fail (MN_IS_JOURNAL (self));

  self->fold_size = n_bytes;
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
