#include "mn-archive-private.h"
#include "mn-said.h"
#include "mn-session.h"

/** Collecting: histories, and the sessions that were read for them. */
typedef struct
{
  MnArchive  *archive;
  MnItem     *session;
  GHashTable *histories;
  GHashTable *origins; /* (owned) id of a session → MnItem; what can't be read isn't there */
} Collecting;

/* What the session says itself is known from the session. */
static void
add_entries (Collecting *collecting, MnItemHistory *history, const char *key)
{
  g_autoptr (GPtrArray) said = mn_archive_list_said (collecting->archive, key, collecting->session);

  for (guint i = 0; i < said->len; i++)
    {
      MnSaid *line = said->pdata[i];

      if (g_strcmp0 (line->session, mn_item_get_id (collecting->session)) != 0)
        g_ptr_array_add (history->entries, g_object_ref (line->item));
    }
}

/* A session that can't be read is told of by the library; here its notice stays unknown. */
static MnItem *
read_origin (Collecting *collecting, const char *session_id)
{
  MnItem *session = g_hash_table_lookup (collecting->origins, session_id);

  if (session != NULL || mn_archive_find (collecting->archive, session_id) == NULL)
    return session;
  session = mn_archive_read_session (collecting->archive, session_id, NULL);
  if (session != NULL)
    g_hash_table_insert (collecting->origins, g_strdup (session_id), session);
  return session;
}

static void
add_item (Collecting *collecting, MnItem *item)
{
  gboolean                  is_row = mn_item_is (item, "follow-up");
  const char               *key = is_row ? mn_said_get_row_key (item) : mn_item_get_id (item);
  const char               *origin = is_row ? mn_item_get (item, "origin-session") : NULL;
  g_autoptr (MnItemHistory) history = mn_item_history_new ();
  g_autoptr (MnKnownItem)   known = NULL;
  MnItem                   *session = NULL;

  add_entries (collecting, history, key);
  if (is_row)
    known = mn_archive_find_item (collecting->archive, key);
  if (known != NULL)
    history->first_deadline = mn_archive_parse_day (known->deadline);
  if (origin != NULL)
    session = read_origin (collecting, origin);
  if (session != NULL)
    history->session = g_object_ref (session);
  g_hash_table_insert (collecting->histories, g_strdup (key), g_steal_pointer (&history));
}

static gboolean
add_walked (MnItem *item, gpointer user_data)
{
  if (mn_item_is (item, "follow-up") || mn_item_is (item, "point") || mn_item_is (item, "proposal"))
    add_item (user_data, item);
  return TRUE;
}

/**
 * mn_archive_get_histories:
 * @self: the archive
 * @session: a session, of the archive or not; its own file isn't looked into
 *
 * Returns: (transfer full): id of a followed item → MnItemHistory, for every follow-up row (by what
 *   it goes back to), point and proposal of the session
 */
GHashTable *
mn_archive_get_histories (MnArchive *self, MnItem *session)
{
  g_autoptr (GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          g_object_unref);
  Collecting             collecting = { self, session, mn_item_histories_new (), origins };

  g_return_val_if_fail (MN_IS_ARCHIVE (self), collecting.histories);
  g_return_val_if_fail (mn_item_is (session, "session"), collecting.histories);

  mn_item_walk (session, add_walked, &collecting);
  return collecting.histories;
}
