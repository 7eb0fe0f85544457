#include "mn-archive-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mn-fold.h"
#include "mn-index-update.h"
#include "mn-scan.h"
#include "mn-session-entry-private.h"
#include "mn-session.h"
#include "mn-xml.h"

#define MAX_NAME_BYTES 80

struct _MnArchive
{
  GObject parent_instance;

  /* Owned */
  char       *folder;
  MnClock    *clock;
  MnIndex    *index; /* (nullable) until it is first needed */
  GListStore *sessions;

  /* Borrowed */
  const MnSignRule *sign_rule; /* (nullable) static */

  /* Plain */
  MnBackupPolicy backup_policy;
};

G_DEFINE_FINAL_TYPE (MnArchive, mn_archive, G_TYPE_OBJECT)

static void
mn_archive_dispose (GObject *object)
{
  MnArchive *self = MN_ARCHIVE (object);

  g_clear_object (&self->sessions);

  G_OBJECT_CLASS (mn_archive_parent_class)->dispose (object);
}

static void
mn_archive_finalize (GObject *object)
{
  MnArchive *self = MN_ARCHIVE (object);

  g_clear_pointer (&self->index, mn_index_free);
  g_clear_pointer (&self->clock, mn_clock_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (mn_archive_parent_class)->finalize (object);
}

static void
mn_archive_class_init (MnArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mn_archive_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_archive_finalize;
}

static void
mn_archive_init (MnArchive *self)
{
  self->sessions = g_list_store_new (MN_TYPE_SESSION_ENTRY);
  self->backup_policy = MN_BACKUP_POLICY_DEFAULT;
}

/** mn_archive_new: the archive in @folder, which needn't exist yet; nothing is read. */
MnArchive *
mn_archive_new (const char *folder, MnClock *clock)
{
  MnArchive *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (MN_TYPE_ARCHIVE, NULL);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->clock = mn_clock_ref (clock);
  return self;
}

const char *
mn_archive_get_folder (MnArchive *self)
{
  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);

  return self->folder;
}

MnClock *
mn_archive_get_clock (MnArchive *self)
{
  return self->clock;
}

void
mn_archive_set_sign_rule (MnArchive *self, const MnSignRule *rule)
{
  g_return_if_fail (MN_IS_ARCHIVE (self));

  self->sign_rule = rule;
}

const MnSignRule *
mn_archive_get_sign_rule (MnArchive *self)
{
  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);

  return self->sign_rule;
}

MnIndex *
mn_archive_get_index (MnArchive *self, GError **error)
{
  if (self->index != NULL && mn_index_is_damaged (self->index))
    g_clear_pointer (&self->index, mn_index_free);
  if (self->index == NULL)
    self->index = mn_index_open (self->folder, error);
  return self->index;
}

/* ---- the list ------------------------------------------------------------------------------- */

static const char *
get_or_null (MnStatement *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static void
read_facts (MnStatement *row, GHashTable *counts, MnSessionFacts *facts)
{
  gint64             file = sqlite3_column_int64 (row, 0);
  const MnTaskCount *count = g_hash_table_lookup (counts, &file);

  memset (facts, 0, sizeof *facts);
  facts->path = get_or_null (row, 1);
  facts->id = get_or_null (row, 2);
  facts->title = get_or_null (row, 3);
  facts->series = get_or_null (row, 4);
  facts->series_id = get_or_null (row, 5);
  facts->ordinal = sqlite3_column_int (row, 6);
  facts->period = get_or_null (row, 7);
  facts->starts = get_or_null (row, 8);
  facts->starts_at = sqlite3_column_int64 (row, 9);
  facts->chair = get_or_null (row, 10);
  facts->error = get_or_null (row, 11);
  if (count == NULL)
    return;
  facts->n_points = count->n_points;
  facts->n_open = count->n_open;
  facts->n_overdue = count->n_overdue;
}

/* Path → entry (borrowed from the list). */
static GHashTable *
map_entries (MnArchive *self)
{
  GHashTable *by_path = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  GListModel *model = G_LIST_MODEL (self->sessions);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      MnSessionEntry *entry = g_list_model_get_item (model, i);

      g_hash_table_insert (by_path, (gpointer) mn_session_entry_get_path (entry), entry);
    }
  return by_path;
}

/* Newest first; what has no day yet before that, what can't be read at the end. */
static GPtrArray *
list_entries (MnArchive *self, MnIndex *index, GError **error)
{
  g_autoptr (GPtrArray)   entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable)  known = map_entries (self);
  g_autoptr (GHashTable)  counts = mn_archive_count_tasks (self, index);
  g_autoptr (GError)      failure = NULL;
  g_autoptr (MnStatement) statement = mn_index_prepare (
      index,
      "SELECT id, path, session, title, series, series_id, ordinal, period, starts, starts_at,"
      " chair, error FROM file ORDER BY error IS NOT NULL, starts_at IS NOT NULL, starts_at DESC,"
      " path",
      error);

  if (statement == NULL)
    return NULL;
  while (mn_index_step (index, statement, &failure))
    {
      MnSessionFacts  facts;
      MnSessionEntry *entry;

      read_facts (statement, counts, &facts);
      entry = g_hash_table_lookup (known, facts.path);
      if (entry != NULL && mn_session_entry_shows (entry, &facts))
        g_ptr_array_add (entries, g_object_ref (entry));
      else
        g_ptr_array_add (entries, mn_session_entry_new (&facts));
    }
  if (failure == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
stands_at (GListModel *model, guint position, gpointer entry)
{
  g_autoptr (GObject) there = g_list_model_get_item (model, position);

  return there == entry;
}

/* Tells views only of what changed, so that they keep place and selection. */
static void
show_entries (MnArchive *self, GPtrArray *entries)
{
  GListModel *model = G_LIST_MODEL (self->sessions);
  guint       n = g_list_model_get_n_items (model), first = 0, tail = 0;

  while (first < MIN (n, entries->len) && stands_at (model, first, entries->pdata[first]))
    first++;
  while (tail < MIN (n, entries->len) - first &&
         stands_at (model, n - 1 - tail, entries->pdata[entries->len - 1 - tail]))
    tail++;
  if (first + tail < MAX (n, entries->len))
    g_list_store_splice (self->sessions, first, n - first - tail, entries->pdata + first,
                         entries->len - first - tail);
}

static gboolean
refresh_once (MnArchive *self, GPtrArray *found, GError **error)
{
  MnIndex              *index = mn_archive_get_index (self, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (index == NULL || !mn_index_update (index, found, error))
    return FALSE;
  entries = list_entries (self, index, error);
  if (entries == NULL)
    return FALSE;
  show_entries (self, entries);
  return TRUE;
}

/**
 * mn_archive_refresh:
 * @self: the archive
 * @error: one sentence, if the folder can't be read or the index can't be written
 *
 * Reads what changed since last time. A file that can't be read is an entry with an error, and
 * never makes this fail; nor does an absent folder, which is an empty archive.
 */
gboolean
mn_archive_refresh (MnArchive *self, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError)    failure = NULL;

  g_return_val_if_fail (MN_IS_ARCHIVE (self), FALSE);

  found = mn_scan_folder (self->folder, error);
  if (found == NULL)
    return FALSE;
  if (refresh_once (self, found, &failure))
    return TRUE;
  /* Damage that only showed now: the second try begins with a new index. */
  if (self->index != NULL && mn_index_is_damaged (self->index))
    return refresh_once (self, found, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* In a thread, with a connection of its own: what is read here is in the index when the archive
 * itself looks. What goes wrong goes wrong there again, and is told there. */
static void
warm_index (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) found = mn_scan_folder (task_data, NULL);
  g_autoptr (MnIndex)   index = found != NULL ? mn_index_open (task_data, NULL) : NULL;

  if (index != NULL)
    mn_index_update (index, found, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
warmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask)  task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (mn_archive_refresh (g_task_get_source_object (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
mn_archive_refresh_async (MnArchive          *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  /* Without a source object, so that the thread can't be the one to drop the archive. */
  g_autoptr (GTask) warming = g_task_new (NULL, cancellable, warmed_cb, task);

  g_task_set_source_tag (task, mn_archive_refresh_async);
  g_task_set_task_data (warming, g_strdup (self->folder), g_free);
  g_task_run_in_thread (warming, warm_index);
}

gboolean
mn_archive_refresh_finish (MnArchive *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GListModel *
mn_archive_get_sessions (MnArchive *self)
{
  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);

  return G_LIST_MODEL (self->sessions);
}

MnSessionEntry *
mn_archive_find (MnArchive *self, const char *session_id)
{
  GListModel *model = G_LIST_MODEL (self->sessions);

  for (guint i = 0; session_id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (model, i);

      if (*session_id != '\0' && strcmp (mn_session_entry_get_id (entry), session_id) == 0)
        return entry; /* the list keeps it alive */
    }
  return NULL;
}

MnItem *
mn_archive_read_session (MnArchive *self, const char *session_id, GError **error)
{
  MnSessionEntry *entry = mn_archive_find (self, session_id);

  if (entry == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: a folder */
                   _ ("the session isn't in the archive %s (any more)"), self->folder);
      return NULL;
    }
  return mn_xml_read_file (mn_session_entry_get_path (entry), NULL, error);
}

/* ---- neighbours ----------------------------------------------------------------------------- */

static gboolean
is_same_series (MnSessionEntry *entry, MnItem *general)
{
  const char *id = mn_item_get (general, "series-id");
  const char *name = mn_item_get (general, "series");

  if (id != NULL && *mn_session_entry_get_series_id (entry) != '\0')
    return strcmp (mn_session_entry_get_series_id (entry), id) == 0;
  return name != NULL && strcmp (mn_session_entry_get_series (entry), name) == 0;
}

static gboolean
is_before (MnSessionEntry *entry, MnItem *general)
{
  g_autoptr (GDateTime) starts = mn_item_get_moment (general, "starts");

  return starts == NULL ||
         (*mn_session_entry_get_starts (entry) != '\0' &&
          mn_session_entry_get_starts_at (entry) < g_date_time_to_unix (starts) * G_USEC_PER_SEC);
}

/**
 * mn_archive_list_comparable:
 *
 * Returns: (transfer full): of MnSessionEntry: the sessions before this one, those of its series
 *   first, newest first; all others if its day isn't set
 */
GPtrArray *
mn_archive_list_comparable (MnArchive *self, MnItem *session)
{
  GPtrArray            *comparable = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel           *model = G_LIST_MODEL (self->sessions);
  MnItem               *general = mn_session_get_general (session);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (model, i);
      GPtrArray                 *list;

      if (mn_session_entry_get_error (entry) != NULL || !is_before (entry, general) ||
          strcmp (mn_session_entry_get_id (entry), mn_item_get_id (session)) == 0)
        continue;
      list = is_same_series (entry, general) ? comparable : others;
      g_ptr_array_add (list, g_steal_pointer (&entry));
    }
  g_ptr_array_extend_and_steal (comparable, g_steal_pointer (&others));
  return comparable;
}

/* ---- a place for a new session -------------------------------------------------------------- */

/* "hoi-nghi-giao-ban-lan-thu-nam": ASCII letters and digits, whole words, not too long. */
static char *
make_slug (const char *title)
{
  g_autofree char *folded = mn_fold (title);
  g_auto (GStrv)   words = NULL;
  GString         *slug = g_string_new (NULL);

  for (char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = ' ';
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL && slug->len + strlen (words[i]) < MAX_NAME_BYTES; i++)
    if (*words[i] != '\0')
      g_string_append_printf (slug, "%s%s", slug->len > 0 ? "-" : "", words[i]);
  if (slug->len == 0 && words[0] != NULL)
    g_string_append_len (slug, words[0], (gssize) strnlen (words[0], MAX_NAME_BYTES));
  if (slug->len == 0)
    g_string_assign (slug, "session");
  return g_string_free (slug, FALSE);
}

static gboolean
is_taken (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

/**
 * mn_archive_dup_new_path:
 *
 * Returns: (transfer full): a path where nothing is: FOLDER/2026/2026-04-15-hoi-nghi.minutes, by
 * the session's day or else today's
 */
char *
mn_archive_dup_new_path (MnArchive *self, MnItem *session)
{
  g_autofree char *title = mn_session_dup_title (session);
  g_autofree char *slug = make_slug (title);
  g_autofree char *stem = NULL;
  GDate            day;

  if (!mn_item_get_date (mn_session_get_general (session), "starts", &day))
    mn_clock_today (self->clock, &day);
  stem = g_strdup_printf ("%s/%04u/%04u-%02u-%02u-%s", self->folder, g_date_get_year (&day),
                          g_date_get_year (&day), (guint) g_date_get_month (&day),
                          g_date_get_day (&day), slug);
  for (guint n = 1;; n++)
    {
      g_autofree char *path = n == 1 ? g_strdup_printf ("%s.minutes", stem)
                                     : g_strdup_printf ("%s-%u.minutes", stem, n);

      if (!is_taken (path))
        return g_steal_pointer (&path);
    }
}

void
mn_archive_set_backup_policy (MnArchive *self, const MnBackupPolicy *policy)
{
  g_return_if_fail (MN_IS_ARCHIVE (self));

  self->backup_policy = policy != NULL ? *policy : MN_BACKUP_POLICY_DEFAULT;
}

/** mn_archive_guard: mn_store_guard() by the archive's rule; whoever edits calls it. */
void
mn_archive_guard (MnArchive *self, MnStore *store)
{
  g_return_if_fail (MN_IS_ARCHIVE (self));

  mn_store_guard (store, &self->backup_policy);
}
