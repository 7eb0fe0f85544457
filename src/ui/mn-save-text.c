#include "mn-save-text.h"

#include <glib/gi18n.h>

static char *
dup_safe (GDateTime *safe_at)
{
  g_autofree char *time = NULL;

  if (!safe_at)
    return g_strdup (_ ("Safe in the file"));

  time = g_date_time_format (safe_at, "%H:%M:%S");

  /* Translators: a time of day: everything typed by then is in the file */
  return g_strdup_printf (_ ("Safe in the file since %s"), time);
}

char *
mn_save_text_dup (MnStore *store)
{
  g_return_val_if_fail (MN_IS_STORE (store), NULL);

  if (mn_document_get_read_only (mn_store_get_document (store)))
    return g_strdup (_ ("Read only"));

  switch (mn_store_get_state (store))
    {
    case MN_STORE_DIRTY:
      return g_strdup (_ ("Not saved yet: edits of the last seconds"));
    case MN_STORE_SAVING:
      return g_strdup (_ ("Saving…"));
    case MN_STORE_FAILED:
      return g_strdup_printf (_ ("Could not save: %s"), mn_store_get_message (store));
    case MN_STORE_SAVED:
    default:
      return dup_safe (mn_store_get_safe_at (store));
    }
}
