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

/* What isn't in the file yet is in the journal, a second after it was typed. */
static char *
dup_unsaved (MnStore *store)
{
  gboolean              in_file;
  g_autoptr (GDateTime) moment = mn_store_dup_safety (store, &in_file);
  MnJournal            *journal = mn_store_get_journal (store);
  g_autofree char      *time = moment ? g_date_time_format (moment, "%H:%M:%S") : NULL;

  /* Translators: why it isn't safe */
  if (journal && mn_journal_get_message (journal))
    return g_strdup_printf (_ ("Not safe yet: %s"), mn_journal_get_message (journal));
  /* Translators: a time of day: everything typed by then is in the recovery journal */
  if (time && !in_file)
    return g_strdup_printf (_ ("Safe in the journal at %s"), time);
  if (mn_store_get_state (store) == MN_STORE_SAVING)
    return g_strdup (_ ("Saving…"));

  return g_strdup (_ ("Not saved yet: edits of the last seconds"));
}

static const char *
get_failure (MnStore *store)
{
  switch (mn_store_get_on_disk (store))
    {
    case MN_ON_DISK_CHANGED:
      return _ ("There are two versions");
    case MN_ON_DISK_GONE:
      return _ ("The file is gone");
    case MN_ON_DISK_UNREACHABLE:
      return _ ("The file can't be reached");
    case MN_ON_DISK_SAME:
    case MN_ON_DISK_UNREADABLE:
    default:
      return _ ("Could not save");
    }
}

static char *
dup_failed (MnStore *store)
{
  gboolean              in_file;
  g_autoptr (GDateTime) moment = mn_store_dup_safety (store, &in_file);
  g_autofree char      *time = moment ? g_date_time_format (moment, "%H:%M:%S") : NULL;

  if (!time || in_file)
    return g_strdup (get_failure (store));

  /* Translators: why the file doesn't hold it, then a time of day: everything typed by then is in
   * the recovery journal */
  return g_strdup_printf (_ ("%s; safe in the journal at %s"), get_failure (store), time);
}

char *
mn_save_text_dup (MnStore *store)
{
  g_return_val_if_fail (MN_IS_STORE (store), NULL);

  if (mn_document_get_read_only (mn_store_get_document (store)) &&
      mn_store_get_state (store) != MN_STORE_FAILED)
    return g_strdup (_ ("Read only"));

  switch (mn_store_get_state (store))
    {
    case MN_STORE_DIRTY:
    case MN_STORE_SAVING:
      return dup_unsaved (store);
    case MN_STORE_FAILED:
      return dup_failed (store);
    case MN_STORE_SAVED:
    default:
      return dup_safe (mn_store_get_safe_at (store));
    }
}
