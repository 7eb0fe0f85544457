#include "mn-recover.h"

#include <glib/gi18n.h>

#include "mn-item-diff.h"

#define MAX_CHANGES 3 /* named in the bar; the comparison shows all */

typedef struct
{
  const char     *folder;
  MnClock        *clock;
  MnRecoverWindow window;
  gpointer        user_data;
} Recover;

/* What can't be read, or stands against a newer journal of the same session, is kept for someone
 * who knows how to read it. */
static void
set_aside (Recover *self, const char *journal, const char *path)
{
  g_autofree char *kept = mn_recovery_set_aside (journal, NULL);
  g_autofree char *text = NULL;

  /* Translators: the path of a file */
  text = g_strdup_printf (_ ("What was left after a crash could not be used. It is kept in %s"),
                          kept ? kept : journal);
  mn_window_tell (self->window (path, self->user_data), text);
}

/* Of the same file; a session that was never saved has none, so there its id counts. */
static gboolean
is_of_same (MnStore *store, MnRecovery *recovery)
{
  g_autoptr (GFile) file = g_file_new_for_path (mn_store_get_path (store));
  g_autoptr (GFile) other = g_file_new_for_path (recovery->path);

  if (*recovery->path)
    return g_file_equal (file, other);

  return strcmp (mn_item_get_id (mn_document_get_root (mn_store_get_document (store))),
                 mn_item_get_id (mn_document_get_root (recovery->document))) == 0;
}

static MnStore *
find_open_store (MnRecovery *recovery)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      MnStore *store = MN_IS_WINDOW (window) ? mn_window_get_store (MN_WINDOW (window)) : NULL;

      if (store && is_of_same (store, recovery))
        return store;
    }

  return NULL;
}

/* A file that isn't where it was may have been moved or renamed in its archive. */
static void
follow_file (MnArchive *archive, MnRecovery *recovery)
{
  const char     *id = mn_item_get_id (mn_document_get_root (recovery->document));
  MnSessionEntry *entry;

  if (!*recovery->path || g_file_test (recovery->path, G_FILE_TEST_EXISTS))
    return;
  mn_archive_refresh (archive, NULL);
  entry = mn_archive_find (archive, id);
  if (entry)
    mn_recovery_follow (recovery, mn_session_entry_get_path (entry));
}

static gboolean
is_same (MnStore *store, MnRecovery *recovery)
{
  return mn_item_equal (mn_document_get_root (mn_store_get_document (store)),
                        mn_document_get_root (recovery->document));
}

/* "Proposal 3: text changed; …": the first few of what the file didn't hold. */
static char *
dup_changes (MnRecovery *recovery)
{
  MnItem                  *now = mn_document_get_root (recovery->document);
  g_autoptr (GListModel)   changes = mn_item_diff (recovery->file, now);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv)           list = NULL;
  guint                    n = g_list_model_get_n_items (changes);

  for (guint i = 0; i < MIN (n, MAX_CHANGES); i++)
    {
      g_autoptr (MnItemChange) change = g_list_model_get_item (changes, i);

      g_strv_builder_add (words, mn_item_change_get_sentence (change));
    }
  if (n > MAX_CHANGES)
    g_strv_builder_add (words, "…");
  list = g_strv_builder_end (words);

  return g_strjoinv ("; ", list);
}

static char *
dup_recovered (MnRecovery *recovery)
{
  g_autofree char *changes = recovery->file ? dup_changes (recovery) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (
      ngettext ("Recovered: %u change that was not in the file",
                "Recovered: %u changes that were not in the file", recovery->n_steps),
      recovery->n_steps);

  return *changes ? g_strconcat (text, "\n", changes, NULL) : g_steal_pointer (&text);
}

static void
open_recovered (Recover *self, MnRecovery *recovery)
{
  MnWindow           *window = self->window (recovery->path, self->user_data);
  g_autofree char    *path = NULL;
  g_autofree char    *text = NULL;
  g_autoptr (MnStore) store = NULL;

  follow_file (mn_window_get_archive (window), recovery);
  if (recovery->covered)
    {
      mn_recovery_remove (recovery->journal, recovery->cut);
      return;
    }
  text = dup_recovered (recovery);
  if (*recovery->path)
    path = g_strdup (recovery->path);
  else
    path = mn_archive_dup_new_path (mn_window_get_archive (window),
                                    mn_document_get_root (recovery->document));
  store = mn_store_recover (recovery, path, self->folder);
  mn_archive_guard (mn_window_get_archive (window), store);
  mn_window_open_store (window, store);
  mn_window_show_place (window, recovery->section, recovery->item);
  if (recovery->typed_item)
    mn_window_show_caret (window, recovery->typed_item, recovery->typed_field, recovery->typed_end);
  mn_window_tell_recovered (window, text, recovery->file);
}

/* Whether the file can take what was recovered: it is as the document once was, or not there. */
static gboolean
can_fold (MnRecovery *recovery)
{
  return *recovery->path && (recovery->known || !g_file_test (recovery->path, G_FILE_TEST_EXISTS));
}

/* The other documents of an archive have no editor that would have to open: what was typed goes
 * into the file at once. */
static void
fold_document (Recover *self, MnRecovery *recovery)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStore) store = NULL;
  MnWindow           *window = self->window (recovery->path, self->user_data);
  g_autofree char    *name = g_path_get_basename (recovery->path);
  g_autofree char    *text = NULL;

  if (!can_fold (recovery))
    {
      set_aside (self, recovery->journal, recovery->path);
      return;
    }
  store = mn_store_recover (recovery, recovery->path, self->folder);
  mn_archive_guard (mn_window_get_archive (window), store);
  if (mn_store_save (store, &error))
    /* Translators: a number, then the name of a file */
    text = g_strdup_printf (ngettext ("Recovered: %u change that was not in %s",
                                      "Recovered: %u changes that were not in %s",
                                      recovery->n_steps),
                            recovery->n_steps, name);
  mn_window_tell (window, text ? text : error->message);
}

static void
recover_one (Recover *self, const char *journal)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRecovery) recovery = mn_recovery_read (journal, self->clock, &error);
  MnStore               *open;

  if (!recovery)
    {
      /* The version that wrote it will read it. */
      if (g_error_matches (error, MN_ERROR, MN_ERROR_NEWER))
        mn_window_tell (self->window ("", self->user_data), error->message);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
        set_aside (self, journal, "");
      return;
    }

  open = find_open_store (recovery);
  if (recovery->covered || (open && is_same (open, recovery)))
    mn_recovery_remove (journal, recovery->cut);
  else if (open)
    set_aside (self, journal, recovery->path);
  else if (!mn_item_is (mn_document_get_root (recovery->document), "session"))
    fold_document (self, recovery);
  else
    open_recovered (self, recovery);
}

void
mn_recover (const char *folder, MnClock *clock, MnRecoverWindow window, gpointer user_data)
{
  g_autofree char *home = folder ? g_strdup (folder) : mn_recovery_dup_default_folder ();
  g_auto (GStrv)   journals = mn_recovery_list (home);
  Recover          self = { home, clock, window, user_data };

  for (guint i = 0; journals[i]; i++)
    recover_one (&self, journals[i]);
}
