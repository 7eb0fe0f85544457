#include "mn-version-entry.h"

#include <glib/gi18n.h>

#include "mn-item-diff.h"
#include "mn-xml.h"

#define MOST_LINES 6

struct _MnVersionEntry
{
  GObject parent_instance;

  MnBackup *backup;  /* (owned) */
  char     *size;    /* (owned) */
  char     *changes; /* (owned) */
  gboolean  damaged;
};

G_DEFINE_FINAL_TYPE (MnVersionEntry, mn_version_entry, G_TYPE_OBJECT)

static guint found_signal;

static void
mn_version_entry_finalize (GObject *object)
{
  MnVersionEntry *self = MN_VERSION_ENTRY (object);

  g_clear_pointer (&self->backup, mn_backup_free);
  g_free (self->size);
  g_free (self->changes);

  G_OBJECT_CLASS (mn_version_entry_parent_class)->finalize (object);
}

static void
mn_version_entry_class_init (MnVersionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_version_entry_finalize;

  found_signal = g_signal_new ("found", MN_TYPE_VERSION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
mn_version_entry_init (MnVersionEntry *self)
{
}

MnVersionEntry *
mn_version_entry_new (const MnBackup *backup)
{
  MnVersionEntry *self = g_object_new (MN_TYPE_VERSION_ENTRY, NULL);

  self->backup = mn_backup_copy (backup);
  self->size = g_strdup ("");
  self->changes = g_strdup ("");
  return self;
}

const MnBackup *
mn_version_entry_get_backup (MnVersionEntry *self)
{
  return self->backup;
}

char *
mn_version_entry_dup_when (MnVersionEntry *self)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (self->backup->time);

  return when != NULL ? g_date_time_format (when, "%-d/%-m/%Y %H:%M") : g_strdup ("?");
}

const char *
mn_version_entry_get_size (MnVersionEntry *self)
{
  return self->size;
}

const char *
mn_version_entry_get_changes (MnVersionEntry *self)
{
  return self->changes;
}

gboolean
mn_version_entry_is_damaged (MnVersionEntry *self)
{
  return self->damaged;
}

/* ---- finding out what they hold ------------------------------------------------------------- */

/* What one thread is given, and what it gives back: a version and the one after it. */
typedef struct
{
  MnBackup   *backup;  /* (owned) */
  MnItem     *after;   /* (owned) (nullable) */
  MnItem     *root;    /* (owned) (nullable): NULL if it can't be read */
  GListModel *changes; /* (owned) (nullable) */
  gsize       size;
  char       *error; /* (owned) (nullable) */
} Look;

typedef struct
{
  GListModel   *entries; /* (owned) */
  GCancellable *cancellable;
  guint         next;
} Search;

static void
look_free (gpointer data)
{
  Look *look = data;

  mn_backup_free (look->backup);
  g_clear_object (&look->after);
  g_clear_object (&look->root);
  g_clear_object (&look->changes);
  g_free (look->error);
  g_free (look);
}

static void
search_free (Search *self)
{
  g_object_unref (self->entries);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
look_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look              *look = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mn_backup_load (look->backup, &error);

  if (bytes != NULL)
    {
      look->size = g_bytes_get_size (bytes);
      look->root = mn_xml_read_document (bytes, _ ("This version"), NULL, NULL, &error);
    }
  if (look->root == NULL)
    look->error = g_strdup (error->message);
  else if (look->after != NULL && mn_item_get_kind (look->root) == mn_item_get_kind (look->after))
    look->changes = mn_item_diff (look->root, look->after);
  g_task_return_boolean (task, TRUE);
}

static char *
dup_lines (GListModel *changes)
{
  guint    n = g_list_model_get_n_items (changes);
  guint    shown = n > MOST_LINES + 1 ? MOST_LINES : n;
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      g_autoptr (MnItemChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                              mn_item_change_get_sentence (change));
    }
  if (n == 0)
    g_string_append (lines, _ ("The same as what came after it"));
  if (shown < n)
    g_string_append_printf (
        lines, ngettext ("\nand %u more change", "\nand %u more changes", n - shown), n - shown);
  return g_string_free (lines, FALSE);
}

static void
take_found (MnVersionEntry *self, Look *look)
{
  g_free (self->changes);
  self->damaged = look->error != NULL;
  if (look->error != NULL)
    self->changes = g_strdup (look->error);
  else if (look->changes != NULL)
    self->changes = dup_lines (look->changes);
  else
    self->changes = g_strdup (_ ("It can be read"));
  if (look->size > 0)
    {
      g_free (self->size);
      self->size = g_format_size (look->size);
    }
  g_signal_emit (self, found_signal, 0);
}

static void look_at_next (Search *search, MnItem *after);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search                    *search = user_data;
  Look                      *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (MnVersionEntry) entry = NULL;
  MnItem                   **readable = look->root != NULL ? &look->root : &look->after;
  MnItem                    *after;

  if (g_cancellable_is_cancelled (search->cancellable))
    {
      search_free (search);
      return;
    }
  entry = g_list_model_get_item (search->entries, search->next++);
  take_found (entry, look);
  /* What can't be read is passed over. */
  after = *readable;
  *readable = NULL;
  look_at_next (search, after);
}

static void
look_at_next (Search *search, MnItem *after)
{
  g_autoptr (MnVersionEntry) entry = g_list_model_get_item (search->entries, search->next);
  g_autoptr (GTask)          task = NULL;
  Look                      *look;

  if (entry == NULL)
    {
      g_clear_object (&after);
      search_free (search);
      return;
    }
  look = g_new0 (Look, 1);
  look->backup = mn_backup_copy (entry->backup);
  look->after = after;
  task = g_task_new (NULL, NULL, looked_cb, search);
  g_task_set_source_tag (task, look_at_next);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_worker);
}

void
mn_version_entries_find (GListModel *entries, MnItem *present, GCancellable *cancellable)
{
  Search *search = g_new0 (Search, 1);

  search->entries = g_object_ref (entries);
  search->cancellable = g_object_ref (cancellable);
  look_at_next (search, present);
}
