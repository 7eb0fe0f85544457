/* Taking a number: on a share two may want the same at the same time. */

#include <glib/gi18n-lib.h>

#include "mn-archive-private.h"
#include "mn-register-private.h"
#include "mn-session.h"

static gboolean
set_number (MnDocument *document, MnItem *item, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return mn_document_set (document, item, "number", text, error);
}

/* The date decides the period, so it comes first. */
static gboolean
set_date (MnDocument *document, MnItem *item, GError **error)
{
  GDate today;
  char  text[11];

  if (mn_item_get (item, "date") != NULL)
    return TRUE;
  mn_clock_today (mn_document_get_clock (document), &today);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &today);
  return mn_document_set (document, item, "date", text, error);
}

/* An issued paper names who signs it, whatever is changed elsewhere later. */
static gboolean
set_signatory (MnDocument *document, MnItem *item, GError **error)
{
  MnItem     *session = mn_document_get_root (document);
  const char *form = mn_item_get (item, "form");
  MnItem     *party;

  if (mn_item_get (item, "signatory") != NULL)
    return TRUE;
  party = mn_session_get_signatory (session, form != NULL ? form : "", item);
  if (party != NULL)
    return mn_document_set (document, item, "signatory", mn_item_get_id (party), error);
  g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE,
                       _ ("Nobody signs the document yet: fill in “Signatory”, then mark it as "
                          "issued"));
  return FALSE;
}

static MnNumberSequence *
find_sequence (MnRegister *numbers, MnItem *session, MnItem *item, GError **error)
{
  MnNumberSequence *sequence = mn_register_find (numbers, session, item);

  if (sequence == NULL)
    g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE,
                         _ ("The session names no convening body, so its documents have no "
                            "numbers yet: fill in “Convening body”"));
  return sequence;
}

static gboolean
number_document (MnArchive *archive, MnDocument *document, MnItem *item, GError **error)
{
  MnItem                *session = mn_document_get_root (document);
  g_autoptr (MnRegister) numbers = mn_register_new (archive, session, error);
  MnNumberSequence      *sequence = NULL;
  g_autofree char       *taken = NULL;

  if (numbers != NULL && !mn_register_bears_number (numbers, session, item))
    return TRUE; /* lists are issued without */
  if (numbers != NULL)
    sequence = find_sequence (numbers, session, item, error);
  if (sequence == NULL)
    return FALSE;
  taken = mn_number_sequence_dup_double (sequence, item);
  if (taken != NULL)
    {
      g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE, taken);
      return FALSE;
    }
  if (mn_item_get_integer (item, "number", 0) > 0)
    return TRUE;
  return set_number (document, item, mn_number_sequence_propose (sequence, item), error);
}

static gboolean
edit (MnArchive *archive, MnDocument *document, MnItem *item, MnNumberWish wish, GError **error)
{
  gboolean issue = wish == MN_NUMBER_ISSUE;
  gboolean good;

  mn_document_begin (document, issue ? _ ("Issue the document") : _ ("Take a number"));
  good = (!issue || (set_date (document, item, error) && set_signatory (document, item, error))) &&
         number_document (archive, document, item, error) &&
         (!issue || mn_document_set (document, item, "state", "issued", error));
  mn_document_end (document);
  return good;
}

static gboolean
take_locked (MnArchive *archive, MnStore *store, MnItem *item, MnNumberWish wish, GError **error)
{
  MnDocument *document = mn_store_get_document (store);
  guint64     revision = mn_document_get_revision (document);

  if (!mn_archive_refresh (archive, error))
    return FALSE;
  if (edit (archive, document, item, wish, error) && mn_store_save (store, error))
    return TRUE;
  /* What nobody else can see isn't taken. */
  if (mn_document_get_revision (document) != revision)
    mn_document_undo (document);
  return FALSE;
}

/**
 * mn_register_take:
 * @archive: the archive whose numbers count; it is refreshed
 * @store: of the session; it is saved, so that everybody sees the number
 * @document: a document of that session; a number that it has already is checked and kept
 * @error: one sentence: the number is taken, or can't be saved; nothing has changed then
 *
 * All that is derived, checked and written happens under a lock on the archive's register: two who
 * take a number at the same time never get the same.
 */
gboolean
mn_register_take (MnArchive   *archive,
                  MnStore     *store,
                  MnItem      *document,
                  MnNumberWish wish,
                  GError     **error)
{
  g_autoptr (MnLock) lock = NULL;

  g_return_val_if_fail (MN_IS_ARCHIVE (archive), FALSE);
  g_return_val_if_fail (MN_IS_STORE (store), FALSE);
  g_return_val_if_fail (mn_item_is (document, "document"), FALSE);

  lock = mn_register_lock (archive, error);
  return lock != NULL && take_locked (archive, store, document, wish, error);
}
