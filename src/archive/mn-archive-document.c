/* The documents that an archive has besides its sessions. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-archive-private.h"
#include "mn-xml.h"

static const struct
{
  const char *kind, *name;
} names[] = {
  { "directory", "directory.xml" },
  { "series-list", "series.xml" },
  { "number-register", "numbers.xml" },
};

/** mn_archive_dup_document_path: where the archive's document of that kind lies, or would. */
char *
mn_archive_dup_document_path (MnArchive *self, const MnKind *kind)
{
  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].kind, kind->name) == 0)
      return g_build_filename (mn_archive_get_folder (self), names[i].name, NULL);
  g_return_val_if_reached (NULL);
}

/** mn_archive_is_document_path: whether a file of that name is no session but a document of the
 * archive whose folder it lies in. */
gboolean
mn_archive_is_document_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_absent (const char *path)
{
  MnStamp stamp;

  return !mn_stamp_read (path, &stamp);
}

/**
 * mn_archive_read_document:
 * @kind: which of the archive's documents
 * @error: one sentence with file and line
 *
 * Returns: (transfer full) (nullable): its root, for looking; an empty one where there is no file
 */
MnItem *
mn_archive_read_document (MnArchive *self, const MnKind *kind, GError **error)
{
  g_autofree char *path = mn_archive_dup_document_path (self, kind);

  return is_absent (path) ? mn_item_new (kind)
                          : mn_xml_read_document_file (path, kind, NULL, error);
}

/**
 * mn_archive_open_document:
 * @kind: which of the archive's documents
 * @error: one sentence with file and line
 *
 * Returns: (transfer full) (nullable): a store to change it through, which keeps its document as
 * safe as that of a session: it is read-only while somebody else has it. Where there is no file the
 *   first save makes it.
 */
MnStore *
mn_archive_open_document (MnArchive *self, const MnKind *kind, GError **error)
{
  g_autofree char       *path = mn_archive_dup_document_path (self, kind);
  g_autoptr (MnItem)     root = NULL;
  g_autoptr (MnDocument) document = NULL;
  MnStore               *store;

  if (is_absent (path))
    {
      root = mn_item_new (kind);
      document = mn_document_new (root, mn_archive_get_clock (self));
      store = mn_store_new (document, path);
    }
  else
    store = mn_store_open_kind (path, kind, mn_archive_get_clock (self), error);
  if (store != NULL)
    mn_archive_guard (self, store);
  return store;
}

static void
fail_held (MnStore *store, GError **error)
{
  MnLock             *lock = mn_store_get_lock (store);
  const MnLockHolder *holder = lock != NULL ? mn_lock_get_holder (lock) : NULL;
  g_autofree char    *path = g_filename_display_name (mn_store_get_path (store));

  if (holder != NULL && *holder->name != '\0')
    /* Translators: the path of a file, a person */
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
                 _ ("%s: %s has it open just now; try again in a moment"), path, holder->name);
  else
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY, _ ("%s: it can't be changed here just now"),
                 path);
}

/**
 * mn_archive_change_document:
 * @kind: which of the archive's documents
 * @error: one sentence: who has it, or why it can't be read
 *
 * Returns: (transfer full) (nullable): a store whose document may be edited
 */
MnStore *
mn_archive_change_document (MnArchive *self, const MnKind *kind, GError **error)
{
  g_autoptr (MnStore) store = mn_archive_open_document (self, kind, error);

  if (store == NULL || !mn_document_get_read_only (mn_store_get_document (store)))
    return g_steal_pointer (&store);
  fail_held (store, error);
  return NULL;
}
