#pragma once

#include "mn-index.h"
#include "mn-paper.h"

G_BEGIN_DECLS

/* Those of a session that have a number. of MnPaper */
GPtrArray *mn_papers_collect (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* The same out of the index, of all sessions but one (nullable). of MnPaper */
GPtrArray *mn_papers_list (MnIndex *index, const char *but_session, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_papers_put (MnIndex *index, gint64 file, MnItem *session, GError **error);

G_END_DECLS
