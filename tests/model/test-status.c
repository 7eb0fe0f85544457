#include "mn-status.h"

#include <string.h>

/* Days and moments are small numbers here: only their order matters. */
typedef struct
{
  const char *id, *status; /* NULL status: only words, a deadline or a strike */
  guint32     effective;
  gint64      recorded;
  guint32     deadline, until;
  const char *lead, *strikes;
} Entry;

typedef struct
{
  const char    *text;
  guint32        deadline;
  Entry          entries[5];
  guint32        day;
  gint64         known_at;
  MnStatusStored stored;
  MnStatusTerm   term;
  gboolean       open;
  guint32        in_force, done_on;
  const char    *lead;
  guint          slips;
  guint32        days;
} Case;

#define NOW G_MAXINT64
#define NOT_STARTED MN_STORED_NOT_STARTED
#define DOING MN_STORED_DOING
#define DONE MN_STORED_DONE
#define PAUSED MN_STORED_PAUSED
#define CANCELLED MN_STORED_CANCELLED
#define FORWARDED MN_STORED_FORWARDED
#define HANDED MN_STORED_HANDED
#define NO_TERM MN_TERM_NONE
#define IN MN_TERM_IN
#define OVERDUE MN_TERM_OVERDUE
#define ON_TIME MN_TERM_ON_TIME
#define LATE MN_TERM_LATE

/* clang-format off */
static const Case cases[] = {
  /* Nothing said. */
  { "no entry, no deadline", 0, { { 0 } }, 10, NOW,
    NOT_STARTED, NO_TERM, TRUE, 0, 0, NULL, 0, 0 },
  { "no entry, before the deadline", 20, { { 0 } }, 10, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "no entry, due today is in term", 20, { { 0 } }, 20, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "no entry, one day after the deadline", 20, { { 0 } }, 21, NOW,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 1 },
  { "only words change nothing", 20, { { "a", NULL, 5, 5 } }, 10, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },

  /* Each status. */
  { "said not to have been started", 20, { { "a", "not-started", 5, 5 } }, 30, NOW,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 10 },
  { "being done in term", 20, { { "a", "doing", 5, 5 } }, 20, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "being done, overdue", 20, { { "a", "doing", 5, 5 } }, 25, NOW,
    DOING, OVERDUE, TRUE, 20, 0, NULL, 0, 5 },
  { "being done without deadline is never overdue", 0, { { "a", "doing", 5, 5 } }, 9999, NOW,
    DOING, NO_TERM, TRUE, 0, 0, NULL, 0, 0 },
  { "done before the deadline", 20, { { "a", "done", 15, 16 } }, 30, NOW,
    DONE, ON_TIME, FALSE, 20, 15, NULL, 0, 0 },
  { "done on the last day is on time", 20, { { "a", "done", 20, 25 } }, 30, NOW,
    DONE, ON_TIME, FALSE, 20, 20, NULL, 0, 0 },
  { "done late by three days", 20, { { "a", "done", 23, 23 } }, 90, NOW,
    DONE, LATE, FALSE, 20, 23, NULL, 0, 3 },
  { "done without deadline", 0, { { "a", "done", 23, 23 } }, 90, NOW,
    DONE, NO_TERM, FALSE, 0, 23, NULL, 0, 0 },
  { "done nobody says when: neither on time nor late", 20, { { "a", "done", 0, 23 } }, 90, NOW,
    DONE, NO_TERM, FALSE, 20, 0, NULL, 0, 0 },
  { "paused for good", 20, { { "a", "paused", 5, 5 } }, 15, NOW,
    PAUSED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "the term doesn't run while paused", 20, { { "a", "paused", 5, 5 } }, 40, NOW,
    PAUSED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "paused without deadline", 0, { { "a", "paused", 5, 5 } }, 40, NOW,
    PAUSED, NO_TERM, TRUE, 0, 0, NULL, 0, 0 },
  { "paused, on the last day of the pause", 20, { { "a", "paused", 5, 5, 0, 30 } }, 30, NOW,
    PAUSED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "after the pause it is being done, and overdue", 20, { { "a", "paused", 5, 5, 0, 30 } }, 31, NOW,
    DOING, OVERDUE, TRUE, 20, 0, NULL, 0, 11 },
  { "resumed is being done", 40, { { "a", "paused", 5, 5 }, { "b", "resumed", 9, 9 } }, 10, NOW,
    DOING, IN, TRUE, 40, 0, NULL, 0, 0 },
  { "resumed before the pause was to end", 40,
    { { "a", "paused", 5, 5, 0, 30 }, { "b", "resumed", 9, 9 } }, 10, NOW,
    DOING, IN, TRUE, 40, 0, NULL, 0, 0 },
  { "cancelled is closed and has no term", 20, { { "a", "cancelled", 5, 5 } }, 40, NOW,
    CANCELLED, NO_TERM, FALSE, 20, 0, NULL, 0, 0 },
  { "forwarded is closed and has no term", 20, { { "a", "forwarded", 5, 5, 0, 0, "Ministry" } },
    40, NOW, FORWARDED, NO_TERM, FALSE, 20, 0, "Ministry", 0, 0 },
  { "handed on stays open under its new lead", 20, { { "a", "handed", 5, 5, 0, 0, "Commune" } },
    15, NOW, HANDED, IN, TRUE, 20, 0, "Commune", 0, 0 },
  { "handed on and overdue", 20, { { "a", "handed", 5, 5, 0, 0, "Commune" } }, 22, NOW,
    HANDED, OVERDUE, TRUE, 20, 0, "Commune", 0, 2 },
  { "the new lead stays when work goes on", 20,
    { { "a", "handed", 5, 5, 0, 0, "Commune" }, { "b", "doing", 6, 6 } }, 15, NOW,
    DOING, IN, TRUE, 20, 0, "Commune", 0, 0 },
  { "handed on twice: the last lead", 20,
    { { "a", "handed", 5, 5, 0, 0, "Ward" }, { "b", "handed", 6, 6, 0, 0, "Province" } }, 15, NOW,
    HANDED, IN, TRUE, 20, 0, "Province", 0, 0 },

  /* Order: by recording, then by id. */
  { "the last recorded entry wins", 20, { { "a", "doing", 5, 5 }, { "b", "done", 10, 10 } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "entries come in any order", 20, { { "b", "done", 10, 10 }, { "a", "doing", 5, 5 } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "recorded in the same moment: by id", 20, { { "b", "done", 9, 9 }, { "a", "doing", 9, 9 } }, 15,
    NOW, DONE, ON_TIME, FALSE, 20, 9, NULL, 0, 0 },
  { "a later word about an earlier day corrects", 20,
    { { "a", "done", 10, 10 }, { "b", "doing", 8, 12 } }, 15, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "done, then taken up again", 20, { { "a", "done", 10, 10 }, { "b", "doing", 12, 12 } }, 25, NOW,
    DOING, OVERDUE, TRUE, 20, 0, NULL, 0, 5 },
  { "a second completion day replaces the first", 20,
    { { "a", "done", 10, 10 }, { "b", "done", 22, 24 } }, 30, NOW,
    DONE, LATE, FALSE, 20, 22, NULL, 0, 2 },
  { "words after completion leave it done", 20, { { "a", "done", 10, 10 }, { "b", NULL, 12, 12 } },
    30, NOW, DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },

  /* Effective days. */
  { "an entry doesn't hold before its day", 20, { { "a", "done", 15, 5 } }, 14, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "it holds on its day", 20, { { "a", "done", 15, 5 } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 15, NULL, 0, 0 },
  { "an entry of the future doesn't hide the present one", 20,
    { { "a", "doing", 5, 5 }, { "b", "cancelled", 30, 6 } }, 10, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "an entry without a day holds always", 20, { { "a", "doing", 0, 5 } }, 1, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "a new lead from its day on", 20, { { "a", "handed", 15, 5, 0, 0, "Commune" } }, 14, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },

  /* Deadlines. */
  { "put off once: in term again", 20, { { "a", "doing", 18, 18, 40 } }, 30, NOW,
    DOING, IN, TRUE, 40, 0, NULL, 1, 0 },
  { "put off, and overdue all the same", 20, { { "a", "doing", 18, 18, 40 } }, 45, NOW,
    DOING, OVERDUE, TRUE, 40, 0, NULL, 1, 5 },
  { "put off three times", 20,
    { { "a", NULL, 18, 18, 30 }, { "b", NULL, 28, 28, 40 }, { "c", NULL, 38, 38, 50 } }, 45, NOW,
    NOT_STARTED, IN, TRUE, 50, 0, NULL, 3, 0 },
  { "a deadline brought forward is no slip", 20, { { "a", "doing", 5, 5, 15 } }, 16, NOW,
    DOING, OVERDUE, TRUE, 15, 0, NULL, 0, 1 },
  { "the same deadline again is no slip", 20, { { "a", "doing", 5, 5, 20 } }, 16, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "brought forward, then put off: one slip", 20,
    { { "a", NULL, 5, 5, 15 }, { "b", NULL, 6, 6, 18 } }, 16, NOW,
    NOT_STARTED, IN, TRUE, 18, 0, NULL, 1, 0 },
  { "a first deadline is no slip", 0, { { "a", "doing", 5, 5, 15 } }, 10, NOW,
    DOING, IN, TRUE, 15, 0, NULL, 0, 0 },
  { "the new deadline counts from its effective day", 20, { { "a", NULL, 25, 18, 40 } }, 22, NOW,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 2 },
  { "from that day on it does", 20, { { "a", NULL, 25, 18, 40 } }, 25, NOW,
    NOT_STARTED, IN, TRUE, 40, 0, NULL, 1, 0 },
  { "put off, then done by the new deadline", 20,
    { { "a", "doing", 18, 18, 40 }, { "b", "done", 35, 36 } }, 50, NOW,
    DONE, ON_TIME, FALSE, 40, 35, NULL, 1, 0 },
  { "put off after completion: late stays late", 20,
    { { "a", "done", 25, 25 }, { "b", NULL, 28, 28, 40 } }, 50, NOW,
    DONE, LATE, FALSE, 40, 25, NULL, 1, 5 },
  { "put off in time, recorded after completion: on time", 20,
    { { "a", "done", 25, 25 }, { "b", NULL, 19, 28, 40 } }, 50, NOW,
    DONE, ON_TIME, FALSE, 40, 25, NULL, 1, 0 },

  /* Strikes. */
  { "a struck entry is out", 20, { { "a", "done", 10, 10 }, { "b", NULL, 12, 12, 0, 0, NULL, "a" } },
    30, NOW, NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 10 },
  { "the entry before it holds again", 20,
    { { "a", "doing", 5, 5 }, { "b", "done", 10, 10 }, { "c", NULL, 12, 12, 0, 0, NULL, "b" } }, 15,
    NOW, DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "a strike may say what is right instead", 20,
    { { "a", "done", 10, 10 }, { "b", "paused", 10, 12, 0, 0, NULL, "a" } }, 15, NOW,
    PAUSED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "a struck strike strikes nothing", 20,
    { { "a", "done", 10, 10 }, { "b", NULL, 12, 12, 0, 0, NULL, "a" },
      { "c", NULL, 13, 13, 0, 0, NULL, "b" } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "three strikes in a row: the first entry is out", 20,
    { { "a", "done", 10, 10 }, { "b", NULL, 12, 12, 0, 0, NULL, "a" },
      { "c", NULL, 13, 13, 0, 0, NULL, "b" }, { "d", NULL, 14, 14, 0, 0, NULL, "c" } }, 15, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "nothing strikes what comes after it", 20,
    { { "a", NULL, 5, 5, 0, 0, NULL, "b" }, { "b", "done", 10, 10 } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "nothing strikes itself", 20, { { "a", "done", 10, 10, 0, 0, NULL, "a" } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "a strike of something unknown does nothing", 20,
    { { "a", "done", 10, 10 }, { "b", NULL, 12, 12, 0, 0, NULL, "x" } }, 15, NOW,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "a strike holds whatever its effective day", 20,
    { { "a", "done", 10, 10 }, { "b", NULL, 99, 12, 0, 0, NULL, "a" } }, 15, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },
  { "a struck postponement takes its slip along", 20,
    { { "a", "doing", 10, 10, 40 }, { "b", NULL, 12, 12, 0, 0, NULL, "a" } }, 25, NOW,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 5 },
  { "a struck hand-over takes its lead along", 20,
    { { "a", "handed", 10, 10, 0, 0, "Commune" }, { "b", NULL, 12, 12, 0, 0, NULL, "a" } }, 15, NOW,
    NOT_STARTED, IN, TRUE, 20, 0, NULL, 0, 0 },

  /* Known then. */
  { "not known yet", 20, { { "a", "done", 10, 25 } }, 22, 24,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 2 },
  { "known in that very moment", 20, { { "a", "done", 10, 25 } }, 22, 25,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "struck later, but not as known then", 20,
    { { "a", "done", 10, 10 }, { "b", NULL, 12, 30, 0, 0, NULL, "a" } }, 15, 20,
    DONE, ON_TIME, FALSE, 20, 10, NULL, 0, 0 },
  { "a postponement not known then", 20, { { "a", NULL, 15, 30, 40 } }, 22, 24,
    NOT_STARTED, OVERDUE, TRUE, 20, 0, NULL, 0, 2 },
  { "a past day as it is known now", 20, { { "a", "doing", 5, 5 }, { "b", "done", 15, 30 } }, 14, NOW,
    DOING, IN, TRUE, 20, 0, NULL, 0, 0 },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case   *row = data;
  MnStatusEntry entries[G_N_ELEMENTS (row->entries)] = { 0 };
  gsize         n = 0;
  MnStatus      status;

  for (; n < G_N_ELEMENTS (row->entries) && row->entries[n].id != NULL; n++)
    {
      const Entry *entry = &row->entries[n];

      entries[n].id = entry->id;
      entries[n].has_status = mn_status_stored_from_nick (entry->status, &entries[n].status);
      g_assert_true (entry->status == NULL || entries[n].has_status);
      entries[n].effective = entry->effective;
      entries[n].recorded = entry->recorded;
      entries[n].deadline = entry->deadline;
      entries[n].until = entry->until;
      entries[n].lead = entry->lead;
      entries[n].strikes = entry->strikes;
    }
  mn_status_on (row->deadline, entries, n, row->day, row->known_at, &status);
  g_assert_cmpint (status.stored, ==, row->stored);
  g_assert_cmpint (status.term, ==, row->term);
  g_assert_cmpint (status.open, ==, row->open);
  g_assert_cmpuint (status.deadline, ==, row->in_force);
  g_assert_cmpuint (status.done_on, ==, row->done_on);
  g_assert_cmpstr (status.lead, ==, row->lead);
  g_assert_cmpuint (status.slips, ==, row->slips);
  g_assert_cmpuint (status.days_overdue, ==, row->days);
}

static void
test_labels (void)
{
  static const struct
  {
    MnStatus    status;
    const char *key, *label;
  } rows[] = {
    { { DONE, ON_TIME }, "done-on-time", "Done (on time)" },
    { { DONE, LATE }, "done-late", "Done (late)" },
    { { DONE, NO_TERM }, "done", "Done" },
    { { DOING, IN }, "doing-in-term", "Being done (in term)" },
    { { DOING, OVERDUE }, "doing-overdue", "Being done (overdue)" },
    { { DOING, NO_TERM }, "doing", "Being done (no deadline)" },
    { { NOT_STARTED, IN }, "not-started", "Not started" },
    { { NOT_STARTED, NO_TERM }, "not-started", "Not started" },
    { { NOT_STARTED, OVERDUE }, "not-started-overdue", "Not started (overdue)" },
    { { PAUSED, IN }, "paused", "Paused" },
    { { PAUSED, NO_TERM }, "paused", "Paused" },
    { { CANCELLED, NO_TERM }, "cancelled", "Cancelled" },
    { { FORWARDED, NO_TERM }, "forwarded", "Forwarded" },
    { { HANDED, IN }, "handed", "Handed on" },
    { { HANDED, OVERDUE }, "handed-overdue", "Handed on (overdue)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (mn_status_dup_label_key (&rows[i].status), ==, rows[i].key);
      g_assert_cmpstr (mn_status_get_label (&rows[i].status), ==, rows[i].label);
    }
}

static void
test_every_status_has_a_label (void)
{
  for (int stored = MN_STORED_NOT_STARTED; stored <= MN_STORED_HANDED; stored++)
    for (int term = MN_TERM_NONE; term <= MN_TERM_LATE; term++)
      {
        const MnStatus status = { (MnStatusStored) stored, (MnStatusTerm) term };

        g_assert_cmpstr (mn_status_get_label (&status), !=, "");
      }
}

static void
test_nicks (void)
{
  const MnField *field = mn_kind_find_field (mn_kind_find ("status-entry"), "status");
  guint          n = 0;
  MnStatusStored stored = DONE;

  for (; field->values[n].nick != NULL; n++)
    {
      g_assert_true (mn_status_stored_from_nick (field->values[n].nick, &stored));
      g_assert_cmpstr (mn_status_stored_get_nick (stored), ==, field->values[n].nick);
    }
  g_assert_cmpuint (n, ==, MN_STORED_HANDED + 1);
  g_assert_false (mn_status_stored_from_nick ("finished", &stored));
  g_assert_false (mn_status_stored_from_nick ("", &stored));
  g_assert_false (mn_status_stored_from_nick (NULL, &stored));
}

static guint32
julian (int day, int month, int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static void
set (MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_item_set (item, field, value, &error));
  g_assert_no_error (error);
}

static void
test_from_item (void)
{
  g_autoptr (MnItem) item = mn_item_new (mn_kind_find ("status-entry"));
  MnStatusEntry      entry;

  set (item, "status", "paused");
  set (item, "effective", "2026-04-15");
  set (item, "recorded", "1970-01-02T07:00:00+07:00");
  set (item, "deadline", "2026-06-30");
  set (item, "until", "2026-05-01");
  set (item, "lead", "Ward");
  set (item, "strikes", "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a");
  mn_status_entry_from_item (item, &entry);
  g_assert_cmpstr (entry.id, ==, mn_item_get_id (item));
  g_assert_true (entry.has_status);
  g_assert_cmpint (entry.status, ==, MN_STORED_PAUSED);
  g_assert_cmpuint (entry.effective, ==, julian (15, 4, 2026));
  g_assert_cmpint (entry.recorded, ==, 24 * 3600 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpuint (entry.deadline, ==, julian (30, 6, 2026));
  g_assert_cmpuint (entry.until, ==, julian (1, 5, 2026));
  g_assert_cmpstr (entry.lead, ==, "Ward");
  g_assert_cmpstr (entry.strikes, ==, "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a");
}

static void
test_from_empty_item (void)
{
  g_autoptr (MnItem) item = mn_item_new (mn_kind_find ("status-entry"));
  MnStatusEntry      entry;

  memset (&entry, 0xff, sizeof entry);
  mn_status_entry_from_item (item, &entry);
  g_assert_false (entry.has_status);
  g_assert_cmpuint (entry.effective, ==, 0);
  g_assert_cmpint (entry.recorded, ==, 0);
  g_assert_cmpuint (entry.deadline, ==, 0);
  g_assert_cmpuint (entry.until, ==, 0);
  g_assert_null (entry.lead);
  g_assert_null (entry.strikes);

  set (item, "recorded", "2026-04-15T00:30:00+07:00");
  mn_status_entry_from_item (item, &entry);
  g_assert_cmpuint (entry.effective, ==, julian (15, 4, 2026));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/status/%02u %s", i + 1, cases[i].text);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/status/labels", test_labels);
  g_test_add_func ("/status/every-status-has-a-label", test_every_status_has_a_label);
  g_test_add_func ("/status/nicks", test_nicks);
  g_test_add_func ("/status/from-item", test_from_item);
  g_test_add_func ("/status/from-empty-item", test_from_empty_item);
  return g_test_run ();
}
