/* What follows from the numbers of one sequence. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-official.h"
#include "mn-register-private.h"

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MnNumberEntry *left = *(MnNumberEntry *const *) a, *right = *(MnNumberEntry *const *) b;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;
  return strcmp (left->date, right->date);
}

/* A reservation and the document that has come for it are one. */
static gboolean
is_fulfilled (const MnNumberEntry *a, const MnNumberEntry *b)
{
  return (a->source == MN_NUMBER_RESERVED) != (b->source == MN_NUMBER_RESERVED) &&
         (*a->owner == '\0' || strcmp (a->owner, b->item) == 0) &&
         (*b->owner == '\0' || strcmp (b->owner, a->item) == 0);
}

static void
mark_entries (MnNumberSequence *self)
{
  const char *latest = "";

  for (guint i = 0; i < self->entries->len; i++)
    {
      MnNumberEntry *entry = self->entries->pdata[i];
      MnNumberEntry *before = i > 0 ? self->entries->pdata[i - 1] : NULL;

      entry->twice = FALSE;
      if (before != NULL && before->number == entry->number && !is_fulfilled (before, entry))
        before->twice = entry->twice = TRUE;
      /* What is only kept has no date of issue. */
      entry->late = entry->source != MN_NUMBER_RESERVED && *entry->date != '\0' &&
                    strcmp (entry->date, latest) < 0;
      if (entry->source != MN_NUMBER_RESERVED && strcmp (entry->date, latest) > 0)
        latest = entry->date;
    }
}

static gboolean
is_reserved (MnNumberSequence *self, guint number)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (entry->number == number && entry->source == MN_NUMBER_RESERVED)
        return TRUE;
    }
  return FALSE;
}

static void
find_gaps (MnNumberSequence *self, guint highest)
{
  guint expected = self->first;

  g_array_set_size (self->gaps, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];
      MnNumberGap          gap = { expected, entry->number - 1 };

      if (entry->number > highest)
        break;
      if (entry->number > expected)
        g_array_append_val (self->gaps, gap);
      expected = MAX (expected, entry->number + 1);
    }
}

void
mn_number_sequence_settle (MnNumberSequence *self)
{
  guint highest = 0, lowest = 0;

  g_ptr_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (lowest == 0)
        lowest = entry->number;
      if (entry->source != MN_NUMBER_RESERVED)
        highest = entry->number;
    }
  mark_entries (self);
  /* An archive that begins in the middle of a term doesn't know what was before. */
  self->first = self->start > 0 ? self->start : lowest > 0 ? lowest : 1;
  find_gaps (self, highest);
  self->next = MAX (highest + 1, MAX (self->start, 1));
  while (is_reserved (self, self->next))
    self->next++;
}

guint
mn_number_sequence_propose (MnNumberSequence *self, MnItem *document)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (*entry->owner != '\0' && strcmp (entry->owner, mn_item_get_id (document)) == 0)
        return entry->number;
    }
  return self->next;
}

const MnNumberEntry *
mn_number_sequence_find (MnNumberSequence *self, guint number, MnItem *document)
{
  const char *id = document != NULL ? mn_item_get_id (document) : "";

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (entry->number != number || strcmp (entry->item, id) == 0)
        continue;
      if (entry->source != MN_NUMBER_RESERVED ||
          (*entry->owner != '\0' && strcmp (entry->owner, id) != 0))
        return entry;
    }
  return NULL;
}

static void
set_field (MnItem *item, const char *field, const char *value)
{
  if (*value != '\0' && mn_kind_find_field (mn_item_get_kind (item), field) != NULL)
    mn_item_set (item, field, value, NULL);
}

MnItem *
mn_number_sequence_make_entry (MnNumberSequence *self, const MnKind *kind)
{
  MnItem *entry = mn_item_new (kind);

  set_field (entry, "body", self->body);
  set_field (entry, "symbol", self->apart);
  set_field (entry, "kind", self->kind);
  return entry;
}

/* ---- words ---------------------------------------------------------------------------------- */

char *
mn_number_sequence_dup_number (MnNumberSequence *self, guint number)
{
  return mn_signs_dup_number (&self->signs, number);
}

/** mn_number_sequence_dup_name: "TB/TU, Tỉnh ủy Sông Ngân, 2026". */
char *
mn_number_sequence_dup_name (MnNumberSequence *self)
{
  const char *kind = *self->kind != '\0' ? self->kind : _ ("All kinds");

  if (*self->period == '\0')
    return g_strdup_printf ("%s, %s", kind, self->body);
  return g_strdup_printf ("%s, %s, %s", kind, self->body, self->period);
}

static char *
dup_bearer (const MnNumberEntry *entry)
{
  GDate            date;
  g_autofree char *day = NULL;

  g_date_clear (&date, 1);
  if (strlen (entry->date) == 10)
    g_date_set_dmy (&date, (GDateDay) atoi (entry->date + 8), (GDateMonth) atoi (entry->date + 5),
                    (GDateYear) atoi (entry->date));
  if (*entry->title == '\0' && !g_date_valid (&date))
    return g_strdup (_ ("a document without a title"));
  if (!g_date_valid (&date))
    return g_strdup_printf ("“%s”", entry->title);
  day = mn_official_date_short (&date);
  return *entry->title != '\0' ? g_strdup_printf ("“%s”, %s", entry->title, day)
                               : g_steal_pointer (&day);
}

char *
mn_number_entry_dup_taken (const MnNumberEntry *entry)
{
  g_autofree char *bearer = dup_bearer (entry);
  const char      *text = entry->text;

  if (entry->source == MN_NUMBER_RESERVED && *entry->title == '\0' && *entry->date == '\0')
    /* Translators: a number of a document */
    return g_strdup_printf (_ ("Number %s is reserved"), text);
  if (entry->source == MN_NUMBER_RESERVED)
    /* Translators: a number of a document, then what it is kept for */
    return g_strdup_printf (_ ("Number %s is reserved for %s"), text, bearer);
  /* Translators: a number of a document, then the document that has it */
  return g_strdup_printf (_ ("Number %s is taken already by %s"), text, bearer);
}

char *
mn_number_sequence_dup_double (MnNumberSequence *self, MnItem *document)
{
  guint                number = (guint) mn_item_get_integer (document, "number", 0);
  const MnNumberEntry *other = number > 0 ? mn_number_sequence_find (self, number, document) : NULL;

  return other != NULL ? mn_number_entry_dup_taken (other) : NULL;
}

static char *
dup_gap (MnNumberSequence *self, guint number)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      MnNumberGap      gap = g_array_index (self->gaps, MnNumberGap, i);
      g_autofree char *from = mn_official_two_digits (gap.from);
      g_autofree char *to = mn_official_two_digits (gap.to);

      if (gap.to + 1 != number)
        continue;
      if (gap.from == gap.to)
        return g_strdup_printf (_ ("Number %s before it isn't used"), from);
      return g_strdup_printf (_ ("Numbers %s to %s before it aren't used"), from, to);
    }
  return NULL;
}

/* Kept for nobody who is known: whoever takes it should know what for. */
static const MnNumberEntry *
find_kept (MnNumberSequence *self, guint number)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (entry->number == number && entry->source == MN_NUMBER_RESERVED && *entry->owner == '\0')
        return entry;
    }
  return NULL;
}

char *
mn_number_sequence_dup_advice (MnNumberSequence *self, MnItem *document)
{
  guint                number = (guint) mn_item_get_integer (document, "number", 0);
  const MnNumberEntry *kept = find_kept (self, number);
  char                *gap = number > 0 ? dup_gap (self, number) : NULL;

  if (number == 0 || gap != NULL)
    return gap;
  if (kept != NULL)
    return mn_number_entry_dup_taken (kept);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MnNumberEntry *entry = self->entries->pdata[i];

      if (entry->late && strcmp (entry->item, mn_item_get_id (document)) == 0)
        return g_strdup (_ ("A lower number has a later date"));
    }
  return NULL;
}
