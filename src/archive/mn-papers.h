#pragma once

#include "mn-index.h"
#include "mn-item.h"

G_BEGIN_DECLS

/** MnPaper: what the register of numbers needs to know of a document of a session. Strings are
 * never NULL. */
typedef struct
{
  char    *item;
  char    *form;
  char    *state;
  char    *symbol; /* as typed, or "" */
  char    *date;   /* "2026-04-15" or "" */
  char    *title;
  char    *body;        /* that issues it */
  char    *body_symbol; /* of that body in the session, or "" */
  char    *style;
  char    *session;
  char    *session_title;
  char    *day; /* of the session, or "" */
  guint    number;
  gboolean congress;
} MnPaper;

MnPaper *mn_paper_new (MnItem *session, MnItem *document) G_GNUC_WARN_UNUSED_RESULT;
void     mn_paper_free (MnPaper *self);

/* Those of a session that have a number. of MnPaper */
GPtrArray *mn_papers_collect (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* The same out of the index, of all sessions but one (nullable). of MnPaper */
GPtrArray *mn_papers_list (MnIndex *index, const char *but_session, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_papers_put (MnIndex *index, gint64 file, MnItem *session, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnPaper, mn_paper_free)

G_END_DECLS
