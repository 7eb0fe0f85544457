/* The entries of numbers.xml, changed one by one: nobody holds the file for longer than that. */

#include "mn-register-entry.h"

#include <glib/gi18n-lib.h>

#include "mn-archive-private.h"
#include "mn-register-private.h"

#define MOST                                                                                       \
  99999 /* nobody issues more in a period; a slip of the keyboard would move the next one */

/** Change: one entry, while the register is locked. */
typedef struct
{
  MnArchive  *archive;
  MnStore    *store;   /* (owned) of numbers.xml */
  MnRegister *numbers; /* (owned) as they are now */
} Change;

static void
change_clear (Change *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->numbers, mn_register_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static MnDocument *
get_document (Change *self)
{
  return mn_store_get_document (self->store);
}

/* The lock is held: what is read now is what will be written on. */
static gboolean
change_begin (Change *self, MnArchive *archive, GError **error)
{
  const MnKind *kind = mn_kind_find ("number-register");

  self->archive = archive;
  if (!mn_archive_refresh (archive, error))
    return FALSE;
  self->store = mn_archive_change_document (archive, kind, error);
  if (self->store == NULL)
    return FALSE;
  self->numbers = mn_register_new (archive, NULL, error);
  return self->numbers != NULL;
}

/* What isn't in the file isn't in the register: a save that fails takes the edit back. */
static gboolean
change_end (Change *self, gboolean edited, GError **error)
{
  guint64 revision = mn_document_get_revision (get_document (self));

  if (edited && (revision == 0 || mn_store_save (self->store, error)))
    return TRUE;
  if (revision > 0)
    mn_document_undo (get_document (self));
  return FALSE;
}

/** mn_register_find_slot: (nullable): where an entry of that kind stands in numbers.xml. */
const char *
mn_register_find_slot (const MnKind *kind)
{
  const MnSlot *slots = mn_kind_find ("number-register")->slots;

  for (guint i = 0; slots[i].name != NULL; i++)
    if (slots[i].kind == kind)
      return slots[i].name;
  return NULL;
}

/* ---- what an entry must say ----------------------------------------------------------------- */

static gboolean
fail_field (MnItem *entry, const char *field, GError **error)
{
  const MnField *description = mn_kind_find_field (mn_item_get_kind (entry), field);

  g_set_error (error, MN_ERROR, MN_ERROR_VALUE,
               /* Translators: a kind of entry in the register of numbers, then its empty field */
               _ ("%s: fill in “%s”"), mn_kind_get_label (mn_item_get_kind (entry)),
               mn_field_get_label (description));
  return FALSE;
}

static gboolean
check_fields (MnItem *entry, GError **error)
{
  static const struct
  {
    const char *kind, *field;
  } wanted[] = {
    { "term", "body" },
    { "term", "from" },
    { "number-start", "body" },
    { "number-start", "number" },
    { "reserved-number", "body" },
    { "foreign-number", "body" },
    { "foreign-number", "number" },
    { "foreign-number", "date" },
  };
  gint64 number = mn_item_is (entry, "term") ? 1 : mn_item_get_integer (entry, "number", 1);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (mn_item_is (entry, wanted[i].kind) && mn_item_get (entry, wanted[i].field) == NULL)
      return fail_field (entry, wanted[i].field, error);
  if (number >= 1 && number <= MOST)
    return TRUE;
  g_set_error (error, MN_ERROR, MN_ERROR_VALUE, _ ("A number of a document lies between 1 and %d"),
               MOST);
  return FALSE;
}

/* Without a day an entry would count for whatever period it is read in. */
static void
complete_date (Change *self, MnItem *entry)
{
  char  text[11];
  GDate today;

  if (mn_item_is (entry, "term") || mn_item_get (entry, "date") != NULL)
    return;
  mn_clock_today (mn_archive_get_clock (self->archive), &today);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &today);
  mn_item_set (entry, "date", text, NULL);
}

/* A number that somebody has can't be kept. One that was issued elsewhere is a fact, which the
 * register tells as a double; but not where it is kept for something else. */
static gboolean
check_free (MnNumberSequence *sequence, MnItem *entry, GError **error)
{
  guint    number = (guint) mn_item_get_integer (entry, "number", 0);
  gboolean foreign = mn_item_is (entry, "foreign-number");

  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *other = sequence->entries->pdata[i];
      g_autofree char     *words = NULL;

      if (other->number != number || g_str_equal (other->item, mn_item_get_id (entry)) ||
          (foreign && other->source != MN_NUMBER_RESERVED))
        continue;
      words = mn_number_entry_dup_taken (other);
      g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE, words);
      return FALSE;
    }
  return TRUE;
}

static gboolean
complete_number (Change *self, MnItem *entry, GError **error)
{
  MnNumberSequence *sequence;
  g_autofree char  *next = NULL;

  if (mn_item_is (entry, "term") || mn_item_is (entry, "number-start"))
    return TRUE;
  sequence = mn_register_find_entry (self->numbers, entry);
  if (mn_item_get (entry, "number") != NULL)
    return check_free (sequence, entry, error);
  next = g_strdup_printf ("%u", sequence->next);
  return mn_item_set (entry, "number", next, error);
}

/* ---- writing it ----------------------------------------------------------------------------- */

/* A sequence has one first number: a new one takes the place of the other. */
static MnItem *
find_start (Change *self, MnItem *entry)
{
  MnItem           *root = mn_document_get_root (get_document (self));
  MnNumberSequence *sequence = mn_register_find_entry (self->numbers, entry);

  for (guint i = 0; i < mn_item_get_n_children (root, "starts"); i++)
    {
      MnItem *start = mn_item_get_child (root, "starts", i);

      if (mn_item_get (start, "body") != NULL &&
          mn_register_find_entry (self->numbers, start) == sequence)
        return start;
    }
  return NULL;
}

static MnItem *
find_old (Change *self, MnItem *entry)
{
  MnItem *old = mn_document_find (get_document (self), mn_item_get_id (entry));

  return old == NULL && mn_item_is (entry, "number-start") ? find_start (self, entry) : old;
}

static gboolean
set_fields (MnDocument *document, MnItem *old, MnItem *entry, GError **error)
{
  const MnField *fields = mn_item_get_kind (entry)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    if (!mn_document_set (document, old, fields[i].name, mn_item_get (entry, fields[i].name),
                          error))
      return FALSE;
  return TRUE;
}

static gboolean
write_entry (Change *self, MnItem *entry, MnItem **before, GError **error)
{
  MnDocument        *document = get_document (self);
  MnItem            *old = find_old (self, entry);
  g_autoptr (MnItem) copy = mn_item_copy (entry, MN_COPY_SAME_IDS);
  gboolean           good;

  if (old != NULL)
    *before = mn_item_copy (old, MN_COPY_SAME_IDS);
  /* Translators: undo */
  mn_document_begin (document, _ ("Change the register of numbers"));
  if (old != NULL)
    good = set_fields (document, old, entry, error);
  else
    good = mn_document_insert (document, mn_document_get_root (document),
                               mn_register_find_slot (mn_item_get_kind (entry)), G_MAXUINT, copy,
                               error);
  mn_document_end (document);
  return good;
}

/**
 * mn_register_put:
 * @archive: whose numbers.xml; it is refreshed
 * @entry: (transfer none): a reserved, foreign or first number, or a term; unattached. One with the
 *   id of an entry takes its place, and a first number that of its sequence. A reservation without
 *   a number gets the next one, and what has no date that of today; @entry says so afterwards.
 * @before: (out) (optional) (nullable) (transfer full): the entry whose place was taken
 * @error: one sentence; nothing has changed then
 *
 * All is read, checked and written under the lock that numbers are taken under.
 */
gboolean
mn_register_put (MnArchive *archive, MnItem *entry, MnItem **before, GError **error)
{
  g_autoptr (MnLock) lock = NULL;
  g_autoptr (MnItem) old = NULL;
  g_auto (Change)    change = { NULL };
  gboolean           good;

  g_return_val_if_fail (MN_IS_ARCHIVE (archive), FALSE);
  g_return_val_if_fail (
      MN_IS_ITEM (entry) && mn_register_find_slot (mn_item_get_kind (entry)) != NULL, FALSE);

  if (!check_fields (entry, error))
    return FALSE;
  lock = mn_register_lock (archive, error);
  if (lock == NULL || !change_begin (&change, archive, error))
    return FALSE;
  complete_date (&change, entry);
  good = complete_number (&change, entry, error) && write_entry (&change, entry, &old, error);
  if (!change_end (&change, good, error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&old);
  return TRUE;
}

/**
 * mn_register_drop:
 * @id: of an entry of numbers.xml
 * @before: (out) (optional) (transfer full): the entry, which mn_register_put() brings back
 * @error: one sentence; nothing has changed then
 */
gboolean
mn_register_drop (MnArchive *archive, const char *id, MnItem **before, GError **error)
{
  g_autoptr (MnLock) lock = NULL;
  g_autoptr (MnItem) old = NULL;
  g_auto (Change)    change = { NULL };
  MnItem            *entry;

  g_return_val_if_fail (MN_IS_ARCHIVE (archive), FALSE);

  lock = mn_register_lock (archive, error);
  if (lock == NULL || !change_begin (&change, archive, error))
    return FALSE;
  entry = mn_document_find (get_document (&change), id);
  if (entry == NULL || mn_register_find_slot (mn_item_get_kind (entry)) == NULL)
    {
      g_set_error_literal (error, MN_ERROR, MN_ERROR_PLACE,
                           _ ("That entry is no longer in the register of numbers"));
      return FALSE;
    }
  old = mn_item_copy (entry, MN_COPY_SAME_IDS);
  if (!change_end (&change, mn_document_remove (get_document (&change), entry, error), error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&old);
  return TRUE;
}
