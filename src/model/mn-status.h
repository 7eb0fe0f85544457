#pragma once

#include <glib.h>

#include "mn-item.h"

G_BEGIN_DECLS

/** MnStatusStored: what somebody said of an item. */
typedef enum
{
  MN_STORED_NOT_STARTED,
  MN_STORED_DOING,
  MN_STORED_DONE,
  MN_STORED_PAUSED,
  MN_STORED_RESUMED,
  MN_STORED_CANCELLED,
  MN_STORED_FORWARDED, /* to a body beyond whose answer there's nothing to do here */
  MN_STORED_HANDED,    /* to another lead; work goes on */
} MnStatusStored;

/** MnStatusTerm: the second axis (1270/BC-TCTTTg): in time or not. */
typedef enum
{
  MN_TERM_NONE,    /* no deadline */
  MN_TERM_IN,      /* undone, the deadline hasn't passed; due today is in term */
  MN_TERM_OVERDUE, /* undone, the deadline has passed */
  MN_TERM_ON_TIME, /* done by the deadline */
  MN_TERM_LATE,    /* done after it */
} MnStatusTerm;

/** MnStatusEntry: one dated entry, out of whichever file holds it. Dates are Julian days, 0 = none.
 */
typedef struct
{
  const char    *id;
  MnStatusStored status;
  guint32        effective;  /* the day it holds from; for DONE the day of completion */
  gint64         recorded;   /* Unix microseconds at which it was recorded */
  guint32        deadline;   /* new deadline, 0 = unchanged */
  guint32        until;      /* PAUSED: until when */
  const char    *lead;       /* new lead or heir, NULL = unchanged */
  const char    *strikes;    /* id of the entry that this one strikes, or NULL */
  gboolean       has_status; /* FALSE: only words, a deadline or a strike */
} MnStatusEntry;

/** MnStatus: an item on one day. */
typedef struct
{
  MnStatusStored stored;
  MnStatusTerm   term;
  gboolean       open;         /* still to be followed: not done, cancelled or forwarded */
  guint32        deadline;     /* as of the day, postponements counted in; 0 = none */
  guint32        done_on;      /* 0 unless done */
  const char    *lead;         /* new lead, NULL = the first one */
  guint          slips;        /* how often the deadline was put off */
  guint32        days_overdue; /* of an overdue item; days late of one done late */
} MnStatus;

/**
 * mn_status_on:
 * @deadline: the first deadline, Julian; 0 = none
 * @entries: in any order
 * @day: the day asked for, Julian
 * @known_at: only entries recorded at or before it count (Unix microseconds); G_MAXINT64 = known
 * now
 *
 * The status of one item on one day: the one place where this is decided. Pure.
 */
void mn_status_on (guint32              deadline,
                   const MnStatusEntry *entries,
                   gsize                n_entries,
                   guint32              day,
                   gint64               known_at,
                   MnStatus            *status);

gboolean    mn_status_stored_from_nick (const char *nick, MnStatusStored *stored);
const char *mn_status_stored_get_nick (MnStatusStored stored);
const char *mn_status_dup_label_key (
    const MnStatus *status); /* "done-on-time", "doing-overdue", … static */
const char *mn_status_get_label (const MnStatus *status); /* translated: "Done (on time)" */

/* Fills an entry from an item of kind "status-entry"; strings are borrowed from the item. */
void mn_status_entry_from_item (MnItem *item, MnStatusEntry *entry);

G_END_DECLS
