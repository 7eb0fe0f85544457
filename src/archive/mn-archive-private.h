#pragma once

#include "mn-archive.h"
#include "mn-index.h"

G_BEGIN_DECLS

/* (nullable) while no index can be had. */
MnIndex *mn_archive_get_index (MnArchive *self, GError **error);

/** MnKnownItem: what the index knows of an item that can be followed up. Strings never NULL. */
typedef struct
{
  char    *id;
  char    *session;
  char    *session_title;
  char    *kind; /* "point", "proposal", "follow-up" */
  char    *label;
  char    *text;
  char    *leads;
  char    *deadline;
  char    *day;      /* of the session; of a follow-up row: of the conclusion from outside */
  char    *body;     /* follow-up rows */
  char    *document; /* follow-up rows */
  char    *origin;   /* follow-up rows: item of origin, or "" */
  gboolean answered; /* proposals: nothing left to do */
} MnKnownItem;

void mn_known_item_free (MnKnownItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnKnownItem, mn_known_item_free)

MnKnownItem *mn_archive_find_item (MnArchive *self, const char *item_id) G_GNUC_WARN_UNUSED_RESULT;

/* Everything that was ever said of an item in any session. */
GPtrArray *mn_archive_list_said (MnArchive *self, const char *item_id, MnItem *extra)
    G_GNUC_WARN_UNUSED_RESULT;

guint32 mn_archive_parse_day (const char *date);

/* How many tasks of each file there are, are open, are overdue, today. */
typedef struct
{
  guint n_points;
  guint n_open;
  guint n_overdue;
} MnTaskCount;

/* File's row id (gint64, owned key) → MnTaskCount. */
GHashTable *mn_archive_count_tasks (MnArchive *self, MnIndex *index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
