#include "mn-register.h"

#include <string.h>

#include "mn-archive-private.h"
#include "mn-fold.h"
#include "mn-papers.h"
#include "mn-register-private.h"

/* ---- a paper's, an entry's sequence --------------------------------------------------------- */

static void
find_signs (MnRegister *self, const MnPaper *paper, MnSigns *signs)
{
  self->rule->find (self->known, paper, signs);
}

static void
replace (char **place, const char *value)
{
  g_free (*place);
  *place = g_strdup (value);
}

/* An entry of numbers.xml stands for a paper of that body, which numbers as the body's sessions do.
 */
static MnPaper *
make_paper_of_entry (MnRegister *self, MnItem *item)
{
  MnPaper *paper = mn_paper_new_empty ();

  replace (&paper->body, mn_register_get_text (item, "body"));
  replace (&paper->symbol, mn_register_get_text (item, "symbol"));
  replace (&paper->kind, mn_register_get_text (item, "kind"));
  replace (&paper->date, mn_register_get_text (item, "date"));
  mn_body_find_family (paper->body, &paper->family);
  for (guint i = 0; i < self->sequences->len; i++)
    {
      MnNumberSequence *sequence = self->sequences->pdata[i];

      if (!mn_same_wording (sequence->body, paper->body))
        continue;
      paper->family = sequence->signs.family;
      replace (&paper->above, sequence->above);
    }
  return paper;
}

/* ---- entries -------------------------------------------------------------------------------- */

static gboolean
has_entry (MnNumberSequence *sequence, const MnPaper *paper)
{
  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *entry = sequence->entries->pdata[i];

      if (entry->number == paper->number && strcmp (entry->item, paper->item) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_paper (MnRegister *self, const MnPaper *paper)
{
  g_auto (MnSigns)  signs = { 0 };
  MnNumberSequence *sequence;
  MnNumberEntry    *entry;

  find_signs (self, paper, &signs);
  if (*signs.kind == '\0')
    return; /* lists and slips bear no number, whatever stands in the field */
  sequence = mn_register_get_sequence (self, paper, &signs);
  if (has_entry (sequence, paper))
    return; /* a copy of a session's file says nothing new */
  entry = g_new0 (MnNumberEntry, 1);
  entry->source = MN_NUMBER_DOCUMENT;
  entry->number = paper->number;
  entry->text = mn_signs_dup_number (&signs, paper->number);
  entry->date = g_strdup (paper->date);
  entry->title = g_strdup (*paper->title != '\0' ? paper->title : paper->session_title);
  entry->state = g_strdup (paper->state);
  entry->item = g_strdup (paper->item);
  entry->owner = g_strdup ("");
  entry->by = g_strdup ("");
  entry->session = g_strdup (paper->session);
  entry->session_title = g_strdup (paper->session_title);
  g_ptr_array_add (sequence->entries, entry);
}

static MnNumberSequence *
get_sequence_of_entry (MnRegister *self, MnItem *item)
{
  g_autoptr (MnPaper) paper = make_paper_of_entry (self, item);
  g_auto (MnSigns)    signs = { 0 };

  find_signs (self, paper, &signs);
  return mn_register_get_sequence (self, paper, &signs);
}

static void
add_item (MnRegister *self, MnItem *item, MnNumberSource source)
{
  MnNumberSequence *sequence;
  MnNumberEntry    *entry;
  gint64            number = mn_item_get_integer (item, "number", 0);
  gboolean          reserved = source == MN_NUMBER_RESERVED;

  if (number < 1 || mn_item_get (item, "body") == NULL)
    return;
  sequence = get_sequence_of_entry (self, item);
  entry = g_new0 (MnNumberEntry, 1);
  entry->source = source;
  entry->number = (guint) number;
  entry->text = mn_register_dup_entry_number (self, item);
  entry->date = g_strdup (mn_register_get_text (item, "date"));
  entry->title = g_strdup (mn_register_get_text (item, reserved ? "reason" : "title"));
  entry->state = g_strdup ("");
  entry->item = g_strdup (mn_item_get_id (item));
  entry->owner = g_strdup (reserved ? mn_register_get_text (item, "document") : "");
  entry->by = g_strdup (reserved ? mn_register_get_text (item, "by") : "");
  entry->session = g_strdup ("");
  entry->session_title = g_strdup ("");
  g_ptr_array_add (sequence->entries, entry);
}

static void
add_numbers (MnRegister *self)
{
  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "starts"); i++)
    {
      MnItem           *start = mn_item_get_child (self->numbers, "starts", i);
      MnNumberSequence *sequence;

      if (mn_item_get (start, "body") == NULL)
        continue;
      sequence = get_sequence_of_entry (self, start);
      sequence->start = (guint) mn_item_get_integer (start, "number", 0);
      g_free (sequence->start_item);
      sequence->start_item = g_strdup (mn_item_get_id (start));
    }
  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "reserved"); i++)
    add_item (self, mn_item_get_child (self->numbers, "reserved", i), MN_NUMBER_RESERVED);
  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "foreign"); i++)
    add_item (self, mn_item_get_child (self->numbers, "foreign", i), MN_NUMBER_FOREIGN);
}

static void
add_papers (MnRegister *self, GPtrArray *papers)
{
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const MnPaper *paper = papers->pdata[i];

      if (*paper->body != '\0')
        add_paper (self, paper);
    }
}

static int
compare_sequences (gconstpointer a, gconstpointer b)
{
  const MnNumberSequence *left = *(MnNumberSequence *const *) a;
  const MnNumberSequence *right = *(MnNumberSequence *const *) b;
  int                     order = mn_same_wording (left->body, right->body) ? 0
                                                                            : g_utf8_collate (left->body, right->body);

  if (order == 0)
    order = strcmp (left->apart, right->apart);
  if (order == 0)
    order = strcmp (left->kind, right->kind);
  return order != 0 ? order : strcmp (right->period, left->period);
}

/**
 * mn_register_new:
 * @archive: as last refreshed
 * @extra: (nullable): a session being edited, for its file
 * @error: one sentence; numbers.xml or the index can't be read
 *
 * Returns: (transfer full) (nullable)
 */
MnRegister *
mn_register_new (MnArchive *archive, MnItem *extra, GError **error)
{
  const MnSignRule      *rule = mn_archive_get_sign_rule (archive);
  MnIndex               *index = mn_archive_get_index (archive, error);
  g_autoptr (MnRegister) self = NULL;
  g_autoptr (GPtrArray)  papers = NULL;
  g_autoptr (GPtrArray)  own = extra != NULL ? mn_papers_collect (extra) : NULL;
  GDate                  today;

  g_return_val_if_fail (rule != NULL, NULL);

  self = g_new0 (MnRegister, 1);
  self->rule = rule;
  self->known = rule->begin ();
  self->sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_number_sequence_free);
  mn_clock_today (mn_archive_get_clock (archive), &today);
  g_date_strftime (self->today, sizeof self->today, "%Y-%m-%d", &today);
  self->numbers = mn_archive_read_document (archive, mn_kind_find ("number-register"), error);
  if (self->numbers == NULL || index == NULL)
    return NULL;
  papers = mn_papers_list (index, extra != NULL ? mn_item_get_id (extra) : NULL, error);
  if (papers == NULL)
    return NULL;
  add_papers (self, papers);
  add_papers (self, own);
  add_numbers (self);
  for (guint i = 0; i < self->sequences->len; i++)
    mn_number_sequence_settle (self->sequences->pdata[i]);
  g_ptr_array_sort (self->sequences, compare_sequences);
  return g_steal_pointer (&self);
}

void
mn_register_free (MnRegister *self)
{
  g_ptr_array_unref (self->sequences);
  g_clear_object (&self->numbers);
  self->rule->end (self->known);
  g_free (self);
}

MnItem *
mn_register_get_entries (MnRegister *self)
{
  return self->numbers;
}

GPtrArray *
mn_register_get_sequences (MnRegister *self)
{
  return self->sequences;
}

/** mn_register_bears_number: lists and slips don't. */
gboolean
mn_register_bears_number (MnRegister *self, MnItem *session, MnItem *document)
{
  g_autoptr (MnPaper) paper = mn_paper_new (session, document);
  g_auto (MnSigns)    signs = { 0 };

  find_signs (self, paper, &signs);
  return *signs.kind != '\0';
}

MnNumberSequence *
mn_register_find (MnRegister *self, MnItem *session, MnItem *document)
{
  g_autoptr (MnPaper) paper = mn_paper_new (session, document);
  g_auto (MnSigns)    signs = { 0 };
  MnNumberSequence   *sequence;

  find_signs (self, paper, &signs);
  if (*paper->body == '\0' || *signs.kind == '\0')
    return NULL;
  sequence = mn_register_get_sequence (self, paper, &signs);
  mn_number_sequence_settle (sequence);
  return sequence;
}

MnNumberSequence *
mn_register_find_entry (MnRegister *self, MnItem *entry)
{
  MnNumberSequence *sequence = get_sequence_of_entry (self, entry);

  mn_number_sequence_settle (sequence);
  return sequence;
}

char *
mn_register_dup_number (MnRegister *self, MnItem *session, MnItem *document, guint number)
{
  g_autoptr (MnPaper) paper = mn_paper_new (session, document);
  g_auto (MnSigns)    signs = { 0 };

  find_signs (self, paper, &signs);
  return mn_signs_dup_number (&signs, number);
}

/* As its sequence is signed; where all kinds share one, by the kind that the entry names. */
char *
mn_register_dup_entry_number (MnRegister *self, MnItem *entry)
{
  g_auto (MnSigns) signs = { 0 };

  mn_signs_copy (&signs, &get_sequence_of_entry (self, entry)->signs);
  if (*signs.kind == '\0')
    replace (&signs.kind, mn_register_get_text (entry, "kind"));
  return mn_signs_dup_number (&signs, mn_item_get_integer (entry, "number", 0));
}
