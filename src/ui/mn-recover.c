#include "mn-recover.h"

#include <glib/gi18n.h>

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
  text = g_strdup_printf (_ ("What was left of a session after a crash could not be used. It is "
                             "kept in %s"),
                          kept ? kept : journal);
  mn_window_tell (self->window (path, self->user_data), text);
}

static MnStore *
find_open_store (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GListModel       *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      MnStore *store = MN_IS_WINDOW (window) ? mn_window_get_store (MN_WINDOW (window)) : NULL;
      g_autoptr (GFile) other = store ? g_file_new_for_path (mn_store_get_path (store)) : NULL;

      if (other && g_file_equal (file, other))
        return store;
    }

  return NULL;
}

static gboolean
is_same (MnStore *store, MnRecovery *recovery)
{
  return mn_item_equal (mn_document_get_root (mn_store_get_document (store)),
                        mn_document_get_root (recovery->document));
}

static void
open_recovered (Recover *self, MnRecovery *recovery)
{
  MnWindow           *window = self->window (recovery->path, self->user_data);
  g_autofree char    *path = NULL;
  g_autofree char    *text = NULL;
  g_autoptr (MnStore) store = NULL;

  if (*recovery->path)
    path = g_strdup (recovery->path);
  else
    path = mn_archive_dup_new_path (mn_window_get_archive (window),
                                    mn_document_get_root (recovery->document));
  store = mn_store_recover (recovery, path, self->folder);
  mn_window_open_store (window, store);
  mn_window_show_place (window, recovery->section, recovery->item);
  text = g_strdup_printf (ngettext ("Recovered: %u change that was not in the file",
                                    "Recovered: %u changes that were not in the file",
                                    recovery->n_steps),
                          recovery->n_steps);
  mn_window_tell (window, text);
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
  g_autofree char    *name = g_path_get_basename (recovery->path);
  g_autofree char    *text = NULL;

  if (!can_fold (recovery))
    {
      set_aside (self, recovery->journal, recovery->path);
      return;
    }
  store = mn_store_recover (recovery, recovery->path, self->folder);
  if (mn_store_save (store, &error))
    /* Translators: a number, then the name of a file */
    text = g_strdup_printf (ngettext ("Recovered: %u change that was not in %s",
                                      "Recovered: %u changes that were not in %s",
                                      recovery->n_steps),
                            recovery->n_steps, name);
  mn_window_tell (self->window (recovery->path, self->user_data), text ? text : error->message);
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

  open = *recovery->path ? find_open_store (recovery->path) : NULL;
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
