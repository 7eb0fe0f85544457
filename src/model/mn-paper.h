#pragma once

#include "mn-body-name.h"
#include "mn-item.h"

G_BEGIN_DECLS

/** MnPaper: what a document's number is made from, and what the register of numbers tells of it.
 * Strings are never NULL. */
typedef struct
{
  char    *item;
  char    *form; /* "notice"; "" for an entry of numbers.xml */
  char    *kind; /* "TB": as typed into an entry of numbers.xml, else "" */
  char    *state;
  char    *symbol; /* as typed, or "" */
  char    *date;   /* "2026-04-15" or "" */
  char    *title;
  char    *body;        /* that issues it */
  char    *body_symbol; /* of that body in the session, or "" */
  char    *above;       /* the body that it belongs to, or "" */
  char    *joint;       /* who issues it as well, a line each: sign or "", tab, name */
  char    *style;       /* the house style that was set, or "" */
  char    *session;
  char    *session_title;
  char    *day;    /* of the session, or "" */
  MnFamily family; /* by the bodies' names */
  guint    number;
  gboolean congress;
} MnPaper;

/* @document (nullable): one that isn't begun yet. */
MnPaper *mn_paper_new (MnItem *session, MnItem *document) G_GNUC_WARN_UNUSED_RESULT;
MnPaper *mn_paper_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
void     mn_paper_free (MnPaper *self);

/* The day by whose rule it is written: its date, else the session's; "" where neither is known. */
const char *mn_paper_get_day (const MnPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnPaper, mn_paper_free)

G_END_DECLS
