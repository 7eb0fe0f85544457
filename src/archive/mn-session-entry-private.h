#pragma once

#include "mn-archive.h"

G_BEGIN_DECLS

/** MnSessionFacts: what an entry is made of; borrowed. NULL strings count as "". */
typedef struct
{
  const char *id;
  const char *path;
  const char *title;
  const char *series;
  const char *series_id;
  int         ordinal;
  const char *period;
  const char *starts;
  gint64      starts_at; /* Unix microseconds; 0 if unknown */
  const char *chair;
  guint       n_points;
  guint       n_open;
  guint       n_overdue;
  const char *error;
} MnSessionFacts;

MnSessionEntry *mn_session_entry_new (const MnSessionFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
gboolean        mn_session_entry_shows (MnSessionEntry *self, const MnSessionFacts *facts);
gint64          mn_session_entry_get_starts_at (MnSessionEntry *self);

G_END_DECLS
