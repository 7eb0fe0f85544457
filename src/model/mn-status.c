#include "mn-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const stored_nicks[] = {
  [MN_STORED_NOT_STARTED] = "not-started",
  [MN_STORED_DOING] = "doing",
  [MN_STORED_DONE] = "done",
  [MN_STORED_PAUSED] = "paused",
  [MN_STORED_RESUMED] = "resumed",
  [MN_STORED_CANCELLED] = "cancelled",
  [MN_STORED_FORWARDED] = "forwarded",
  [MN_STORED_HANDED] = "handed",
};

/* ---- which entries count, and in which order ------------------------------------------------ */

static int
compare_entries (const void *a, const void *b)
{
  const MnStatusEntry *first = *(const MnStatusEntry *const *) a;
  const MnStatusEntry *second = *(const MnStatusEntry *const *) b;

  if (first->recorded != second->recorded)
    return first->recorded < second->recorded ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

/* From the last to the first: whoever strikes has been judged before whom it strikes. */
static void
drop_struck (GPtrArray *entries)
{
  for (guint i = entries->len; i > 0; i--)
    {
      const MnStatusEntry *striking = entries->pdata[i - 1];

      if (striking == NULL || striking->strikes == NULL)
        continue;
      for (guint n = 0; n + 1 < i; n++)
        {
          const MnStatusEntry *entry = entries->pdata[n];

          if (entry != NULL && g_strcmp0 (entry->id, striking->strikes) == 0)
            entries->pdata[n] = NULL;
        }
    }
}

/* What was known and not struck, in the order of recording; some places hold NULL. */
static GPtrArray *
list_known (const MnStatusEntry *entries, gsize n_entries, gint64 known_at)
{
  GPtrArray *known = g_ptr_array_sized_new ((guint) n_entries);

  for (gsize i = 0; i < n_entries; i++)
    if (entries[i].recorded <= known_at)
      g_ptr_array_add (known, (gpointer) &entries[i]);
  if (known->len > 1)
    qsort (known->pdata, known->len, sizeof (gpointer), compare_entries);
  drop_struck (known);
  return known;
}

/* ---- what they say -------------------------------------------------------------------------- */

/* The deadline as it stood on @day. */
static guint32
find_deadline (guint32 deadline, GPtrArray *known, guint32 day, guint *slips)
{
  *slips = 0;
  for (guint i = 0; i < known->len; i++)
    {
      const MnStatusEntry *entry = known->pdata[i];

      if (entry == NULL || entry->effective > day || entry->deadline == 0)
        continue;
      if (deadline != 0 && entry->deadline > deadline)
        (*slips)++;
      deadline = entry->deadline;
    }
  return deadline;
}

static MnStatusStored
as_on_day (const MnStatusEntry *entry, guint32 day)
{
  if (entry->status == MN_STORED_RESUMED)
    return MN_STORED_DOING;
  if (entry->status == MN_STORED_PAUSED && entry->until != 0 && entry->until < day)
    return MN_STORED_DOING;
  return entry->status;
}

static void
read_entries (GPtrArray *known, guint32 day, MnStatus *status)
{
  for (guint i = 0; i < known->len; i++)
    {
      const MnStatusEntry *entry = known->pdata[i];

      if (entry == NULL || entry->effective > day)
        continue;
      if (entry->lead != NULL)
        status->lead = entry->lead;
      if (!entry->has_status)
        continue;
      status->stored = as_on_day (entry, day);
      status->done_on = status->stored == MN_STORED_DONE ? entry->effective : 0;
    }
}

/* @deadline is the one that was in force when the item was done, or else is on the day. */
static void
derive_term (MnStatus *status, guint32 deadline, guint32 day)
{
  const gboolean done = status->stored == MN_STORED_DONE;
  const guint32  end = done ? status->done_on : day;

  if (deadline == 0 || end == 0 || (!done && !status->open))
    return;
  status->term = done ? MN_TERM_ON_TIME : MN_TERM_IN;
  if (end <= deadline || status->stored == MN_STORED_PAUSED)
    return;
  status->term = done ? MN_TERM_LATE : MN_TERM_OVERDUE;
  status->days_overdue = end - deadline;
}

/**
 * mn_status_on:
 * @deadline: the first deadline, Julian; 0 = none
 * @entries: in any order
 * @n_entries: how many
 * @day: the day asked for, Julian
 * @known_at: only entries recorded at or before it count (Unix microseconds); %G_MAXINT64 = known
 *   now
 * @status: (out): the item on that day
 *
 * The status of one item on one day: the one place where this is decided. Pure. The rules:
 *
 * - What was recorded after @known_at isn't there, neither what it says nor what it strikes.
 * - An entry is out when a later one strikes it that isn't struck itself. A strike holds from when
 * it was recorded, whatever its effective day; nothing strikes itself or what comes after it.
 * - Later means recorded later, and by id where two were recorded in the same microsecond. The last
 *   word counts: a later entry may well speak of an earlier day, and then corrects what was said
 *   before.
 * - An entry holds from its effective day on, for status, deadline and lead alike; one without a
 * day holds always.
 * - RESUMED is DOING, and so is PAUSED after its last day. Nothing said is NOT_STARTED.
 * - Done, cancelled and forwarded items are closed; handed on, an item stays open.
 * - On time and late are told by the day of completion and the deadline as it stood that day:
 * putting a deadline off afterwards makes nothing punctual. Due today is in term.
 * - The term doesn't run while an item is paused, and a cancelled or forwarded one has none.
 * - A slip is a deadline later than the one before; a first deadline is none, nor is an earlier
 * one.
 */
void
mn_status_on (guint32              deadline,
              const MnStatusEntry *entries,
              gsize                n_entries,
              guint32              day,
              gint64               known_at,
              MnStatus            *status)
{
  g_autoptr (GPtrArray) known = list_known (entries, n_entries, known_at);
  guint32               in_force;
  guint                 slips;

  memset (status, 0, sizeof *status);
  read_entries (known, day, status);
  status->open = status->stored != MN_STORED_DONE && status->stored != MN_STORED_CANCELLED &&
                 status->stored != MN_STORED_FORWARDED;
  in_force = status->deadline = find_deadline (deadline, known, day, &status->slips);
  if (status->done_on != 0)
    in_force = find_deadline (deadline, known, status->done_on, &slips);
  derive_term (status, in_force, day);
}

/* ---- names ---------------------------------------------------------------------------------- */

/** mn_status_stored_from_nick: what "done" in a file means; %FALSE for %NULL or an unknown nick. */
gboolean
mn_status_stored_from_nick (const char *nick, MnStatusStored *stored)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (stored_nicks); i++)
    if (strcmp (stored_nicks[i], nick) == 0)
      {
        *stored = (MnStatusStored) i;
        return TRUE;
      }
  return FALSE;
}

const char *
mn_status_stored_get_nick (MnStatusStored stored)
{
  g_return_val_if_fail ((guint) stored < G_N_ELEMENTS (stored_nicks), NULL);

  return stored_nicks[stored];
}

/* Any stored status, or any term, is G_MAXUINT; the first line that fits counts. The two axes are
 * those of the Government's reports on tasks (1270/BC-TCTTTg). */
static const struct
{
  guint       stored, term;
  const char *key, *label;
} labels[] = {
  { MN_STORED_DONE, MN_TERM_ON_TIME, "done-on-time", N_ ("Done (on time)") },
  { MN_STORED_DONE, MN_TERM_LATE, "done-late", N_ ("Done (late)") },
  { MN_STORED_DONE, G_MAXUINT, "done", N_ ("Done") },
  { MN_STORED_PAUSED, G_MAXUINT, "paused", N_ ("Paused") },
  { MN_STORED_CANCELLED, G_MAXUINT, "cancelled", N_ ("Cancelled") },
  { MN_STORED_FORWARDED, G_MAXUINT, "forwarded", N_ ("Forwarded") },
  { MN_STORED_HANDED, MN_TERM_OVERDUE, "handed-overdue", N_ ("Handed on (overdue)") },
  { MN_STORED_HANDED, G_MAXUINT, "handed", N_ ("Handed on") },
  { MN_STORED_NOT_STARTED, MN_TERM_OVERDUE, "not-started-overdue", N_ ("Not started (overdue)") },
  { MN_STORED_NOT_STARTED, G_MAXUINT, "not-started", N_ ("Not started") },
  { G_MAXUINT, MN_TERM_IN, "doing-in-term", N_ ("Being done (in term)") },
  { G_MAXUINT, MN_TERM_OVERDUE, "doing-overdue", N_ ("Being done (overdue)") },
  { G_MAXUINT, G_MAXUINT, "doing", N_ ("Being done (no deadline)") },
};

static guint
find_label (const MnStatus *status)
{
  guint i = 0;

  while ((labels[i].stored != G_MAXUINT && labels[i].stored != status->stored) ||
         (labels[i].term != G_MAXUINT && labels[i].term != status->term))
    i++;
  return i;
}

/** mn_status_dup_label_key: a name for style classes and exports, as "doing-overdue". (static) */
const char *
mn_status_dup_label_key (const MnStatus *status)
{
  return labels[find_label (status)].key;
}

/** mn_status_get_label: for people, translated. (static) */
const char *
mn_status_get_label (const MnStatus *status)
{
  return _ (labels[find_label (status)].label);
}

/* ---- items ---------------------------------------------------------------------------------- */

static guint32
get_julian (MnItem *item, const char *field)
{
  GDate day;

  return mn_item_get_date (item, field, &day) ? g_date_get_julian (&day) : 0;
}

static gint64
get_recorded (MnItem *item)
{
  g_autoptr (GDateTime) recorded = mn_item_get_moment (item, "recorded");

  if (recorded == NULL)
    return 0;
  return g_date_time_to_unix (recorded) * G_USEC_PER_SEC + g_date_time_get_microsecond (recorded);
}

/**
 * mn_status_entry_from_item:
 * @item: an item of kind "status-entry"
 * @entry: (out): what it says; its strings live as long as the item doesn't change
 *
 * An entry without an effective day holds from the day it was recorded on. One that doesn't say
 * when it was recorded is older than any that does.
 */
void
mn_status_entry_from_item (MnItem *item, MnStatusEntry *entry)
{
  g_return_if_fail (mn_item_is (item, "status-entry"));

  memset (entry, 0, sizeof *entry);
  entry->id = mn_item_get_id (item);
  entry->has_status = mn_status_stored_from_nick (mn_item_get (item, "status"), &entry->status);
  entry->effective = get_julian (item, "effective");
  if (entry->effective == 0)
    entry->effective = get_julian (item, "recorded");
  entry->recorded = get_recorded (item);
  entry->deadline = get_julian (item, "deadline");
  entry->until = get_julian (item, "until");
  entry->lead = mn_item_get (item, "lead");
  entry->strikes = mn_item_get (item, "strikes");
}
