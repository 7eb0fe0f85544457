/* Who takes a number, or changes numbers.xml, does so alone. */

#include <glib/gi18n-lib.h>

#include "mn-archive-private.h"
#include "mn-register-private.h"

#define WAIT_MILLISECONDS 20
#define MAX_WAITS 500      /* ten seconds */
#define SILENT_SECONDS 120 /* a number is taken in far less: whoever holds it so long is gone */

/* A lock of its own, for a moment: whoever takes a number writes into a session's file. */
MnLock *
mn_register_lock (MnArchive *archive, GError **error)
{
  g_autofree char *path = g_build_filename (mn_archive_get_folder (archive), "numbers.take", NULL);
  MnLock          *lock;
  MnLockState      state = MN_LOCK_NONE;

  g_mkdir_with_parents (mn_archive_get_folder (archive), 0777);
  lock = mn_lock_new (path, mn_archive_get_clock (archive));
  for (guint i = 0; i < MAX_WAITS; i++)
    {
      state = mn_lock_take (lock);
      if (state == MN_LOCK_HELD && mn_lock_get_silence (lock) > SILENT_SECONDS)
        state = mn_lock_take_over (lock);
      if (state == MN_LOCK_OURS || state == MN_LOCK_REFUSED)
        break;
      g_usleep (WAIT_MILLISECONDS * 1000);
    }
  if (state == MN_LOCK_OURS)
    return lock;
  mn_lock_free (lock);
  if (state == MN_LOCK_REFUSED)
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
                 _ ("the register of numbers can't be changed: the folder %s can't be written"),
                 mn_archive_get_folder (archive));
  else
    g_set_error (error, MN_ERROR, MN_ERROR_READ_ONLY,
                 _ ("the register of numbers can't be changed: somebody else is taking a number in "
                    "%s; try again"),
                 mn_archive_get_folder (archive));
  return NULL;
}
