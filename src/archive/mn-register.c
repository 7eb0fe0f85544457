#include "mn-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-archive-private.h"
#include "mn-fold.h"
#include "mn-papers.h"
#include "mn-register-private.h"

struct _MnRegister
{
  GPtrArray *sequences; /* (owned) of MnNumberSequence */
  MnItem    *numbers;   /* (owned) root of numbers.xml */
  char       today[11];
};

static void
entry_free (MnNumberEntry *self)
{
  g_free (self->date);
  g_free (self->title);
  g_free (self->state);
  g_free (self->item);
  g_free (self->owner);
  g_free (self->by);
  g_free (self->session);
  g_free (self->session_title);
  g_free (self);
}

static void
sequence_free (MnNumberSequence *self)
{
  g_free (self->body);
  g_free (self->organ);
  g_free (self->apart);
  g_free (self->kind);
  g_free (self->period);
  g_free (self->start_item);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->gaps);
  g_free (self);
}

/* ---- which sequence ------------------------------------------------------------------------- */

/** Place: where a number belongs. Strings are borrowed. */
typedef struct
{
  const char *body;
  const char *organ; /* as typed, or "" */
  const char *known; /* the body's own sign, or "" */
  const char *kind;
  const char *day;
  MnFamily    family;
} Place;

static const char *
get_text (MnItem *item, const char *field)
{
  const char *value = mn_item_get (item, field);

  return value != NULL ? value : "";
}

/* An entry of numbers.xml without a body counts for all of them. */
static gboolean
concerns (MnItem *item, const char *body)
{
  const char *own = get_text (item, "body");

  return *own == '\0' || mn_same_wording (own, body);
}

/* The newest term of the body that had begun by that day. */
static MnItem *
find_term (MnRegister *self, const char *body, const char *day, gboolean *any)
{
  MnItem *found = NULL;

  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "terms"); i++)
    {
      MnItem     *term = mn_item_get_child (self->numbers, "terms", i);
      const char *from = get_text (term, "from");

      if (!concerns (term, body))
        continue;
      *any = TRUE;
      if (strcmp (from, day) <= 0 && (found == NULL || strcmp (from, get_text (found, "from")) > 0))
        found = term;
    }
  return found;
}

static char *
dup_term_name (MnItem *term)
{
  const char *title = get_text (term, "title");
  const char *from = get_text (term, "from"), *until = get_text (term, "until");

  if (*title != '\0')
    return g_strdup (title);
  return g_strdup_printf ("%.4s–%.4s", from, until);
}

/* State: the calendar year (NĐ 30/2020, Điều 15). Party: the term of the committee (HD 05, II.3);
 * where none is known one term that has no end. */
static char *
dup_period (MnRegister *self, const Place *place, gboolean *open_ended)
{
  MnItem  *term;
  gboolean any = FALSE;

  *open_ended = FALSE;
  if (place->family == MN_FAMILY_STATE)
    return g_strndup (place->day, 4);
  term = find_term (self, place->body, place->day, &any);
  *open_ended = !any;
  if (term != NULL)
    return dup_term_name (term);
  return g_strdup (any ? _ ("before the first term") : "");
}

/* The head of a State body may let all kinds share one sequence (NĐ 30/2020, Điều 15): an entry of
 * numbers.xml for that body without a kind says so. */
static gboolean
shares_kinds (MnRegister *self, const Place *place)
{
  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "starts"); i++)
    {
      MnItem *start = mn_item_get_child (self->numbers, "starts", i);

      if (place->family == MN_FAMILY_STATE && mn_item_get (start, "body") != NULL &&
          mn_item_get (start, "kind") == NULL && concerns (start, place->body))
        return TRUE;
    }
  return FALSE;
}

/* A sign that isn't the body's own is that of another organ with numbers of its own (VPTU). */
static const char *
find_apart (const Place *place)
{
  if (strcmp (place->organ, "ĐH") == 0)
    return "ĐH";
  return *place->known != '\0' && strcmp (place->organ, place->known) != 0 ? place->organ : "";
}

static MnNumberSequence *
add_sequence (MnRegister *self, const Place *place, const char *kind, const char *apart)
{
  MnNumberSequence *sequence = g_new0 (MnNumberSequence, 1);

  sequence->body = g_strdup (place->body);
  sequence->organ = g_strdup (*place->organ != '\0' ? place->organ : place->known);
  sequence->apart = g_strdup (apart);
  sequence->kind = g_strdup (kind);
  sequence->family = place->family;
  sequence->period = dup_period (self, place, &sequence->open_ended);
  sequence->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  sequence->gaps = g_array_new (FALSE, FALSE, sizeof (MnNumberGap));
  g_ptr_array_add (self->sequences, sequence);
  return sequence;
}

/* All kinds of a congress share one sequence (HD 05, II.3). */
static MnNumberSequence *
get_sequence (MnRegister *self, const Place *place)
{
  const char *apart = *place->organ != '\0' ? find_apart (place) : "";
  const char *kind = strcmp (apart, "ĐH") == 0 || shares_kinds (self, place) ? "" : place->kind;
  gboolean    open_ended;
  g_autofree char *period = dup_period (self, place, &open_ended);

  for (guint i = 0; i < self->sequences->len; i++)
    {
      MnNumberSequence *sequence = self->sequences->pdata[i];

      if (strcmp (sequence->apart, apart) == 0 && strcmp (sequence->kind, kind) == 0 &&
          strcmp (sequence->period, period) == 0 && sequence->family == place->family &&
          mn_same_wording (sequence->body, place->body))
        return sequence;
    }
  return add_sequence (self, place, kind, apart);
}

static MnNumberSequence *
get_sequence_of (MnRegister *self, const MnPaper *paper)
{
  const char *known = *paper->body_symbol != '\0' ? paper->body_symbol
                                                  : mn_number_organ (paper->body);
  const char *day = *paper->date != '\0'  ? paper->date
                    : *paper->day != '\0' ? paper->day
                                          : self->today;
  Place       place = { paper->body,
                  paper->congress ? "ĐH" : paper->symbol,
                  known != NULL ? known : "",
                        mn_number_kind (paper->form),
                        day,
                        mn_number_family (*paper->style != '\0' ? paper->style : NULL, paper->body) };

  return get_sequence (self, &place);
}

/* An entry of numbers.xml; its body numbers as the body's sessions do. */
static MnNumberSequence *
get_sequence_of_entry (MnRegister *self, MnItem *item)
{
  const char *body = get_text (item, "body"), *known = mn_number_organ (body);
  const char *date = get_text (item, "date");
  Place       place = { body,
                        get_text (item, "symbol"),
                  known != NULL ? known : "",
                        get_text (item, "kind"),
                  *date != '\0' ? date : self->today,
                        mn_number_family (NULL, body) };

  for (guint i = 0; i < self->sequences->len; i++)
    {
      MnNumberSequence *sequence = self->sequences->pdata[i];

      if (mn_same_wording (sequence->body, body))
        place.family = sequence->family;
    }
  return get_sequence (self, &place);
}

/* ---- entries -------------------------------------------------------------------------------- */

static void
add_paper (MnRegister *self, const MnPaper *paper)
{
  MnNumberSequence *sequence = get_sequence_of (self, paper);
  MnNumberEntry    *entry;

  /* A copy of a session's file says nothing new. */
  for (guint i = 0; i < sequence->entries->len; i++)
    {
      entry = sequence->entries->pdata[i];
      if (entry->number == paper->number && strcmp (entry->item, paper->item) == 0)
        return;
    }
  entry = g_new0 (MnNumberEntry, 1);
  entry->source = MN_NUMBER_DOCUMENT;
  entry->number = paper->number;
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
  entry->date = g_strdup (get_text (item, "date"));
  entry->title = g_strdup (get_text (item, reserved ? "reason" : "title"));
  entry->state = g_strdup ("");
  entry->item = g_strdup (mn_item_get_id (item));
  entry->owner = g_strdup (reserved ? get_text (item, "document") : "");
  entry->by = g_strdup (reserved ? get_text (item, "by") : "");
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
  MnIndex               *index = mn_archive_get_index (archive, error);
  g_autoptr (MnRegister) self = g_new0 (MnRegister, 1);
  g_autoptr (GPtrArray)  papers = NULL;
  g_autoptr (GPtrArray)  own = extra != NULL ? mn_papers_collect (extra) : NULL;
  GDate                  today;

  self->sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) sequence_free);
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

MnNumberSequence *
mn_register_find (MnRegister *self, MnItem *session, MnItem *document)
{
  g_autoptr (MnPaper) paper = mn_paper_new (session, document);
  MnNumberSequence   *sequence;

  if (*paper->body == '\0')
    return NULL;
  sequence = get_sequence_of (self, paper);
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
