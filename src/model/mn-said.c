#include "mn-said.h"

#include <string.h>

#include "mn-session.h"
#include "mn-status.h"

void
mn_said_free (MnSaid *self)
{
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->key);
  g_clear_object (&self->item);
  g_free (self);
}

const char *
mn_said_get_row_key (MnItem *follow_up)
{
  const char *origin = mn_item_get (follow_up, "origin-item");

  return origin != NULL ? origin : mn_item_get_id (follow_up);
}

/* What is said at a meeting holds from its day and is known from its beginning, unless the entry
 * knows better. */
static void
date_by_meeting (MnItem *entry, MnItem *session)
{
  const char      *starts = mn_item_get (mn_session_get_general (session), "starts");
  g_autofree char *day = NULL;

  if (starts == NULL)
    return;
  day = g_strndup (starts, 10);
  if (mn_item_get (entry, "effective") == NULL)
    mn_item_set (entry, "effective", day, NULL);
  if (mn_item_get (entry, "recorded") == NULL)
    mn_item_set (entry, "recorded", starts, NULL);
}

static void
add_said (GPtrArray *said, MnItem *session, const char *title, const char *key, MnItem *entry)
{
  MnSaid *line;

  if (key == NULL)
    return;
  line = g_new0 (MnSaid, 1);
  line->session = g_strdup (mn_item_get_id (session));
  line->session_title = g_strdup (title);
  line->key = g_strdup (key);
  line->item = mn_item_copy (entry, MN_COPY_SAME_IDS);
  g_ptr_array_add (said, line);
}

static void
add_row (GPtrArray *said, MnItem *session, const char *title, MnItem *row)
{
  for (guint i = 0; i < mn_item_get_n_children (row, "entries"); i++)
    {
      MnItem     *entry = mn_item_get_child (row, "entries", i);
      const char *about = mn_item_get (entry, "item");
      guint       before = said->len;

      if (about == NULL || strcmp (about, mn_item_get_id (row)) == 0)
        about = mn_said_get_row_key (row);
      add_said (said, session, title, about, entry);
      if (said->len > before)
        date_by_meeting (((MnSaid *) said->pdata[before])->item, session);
    }
}

GPtrArray *
mn_said_collect (MnItem *session)
{
  GPtrArray       *said = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_said_free);
  MnItem          *record = mn_session_get_record (session);
  MnItem          *after = mn_session_get_after (session);
  g_autofree char *title = mn_session_dup_title (session);

  for (guint i = 0; i < mn_item_get_n_children (record, "follow-ups"); i++)
    add_row (said, session, title, mn_item_get_child (record, "follow-ups", i));
  for (guint i = 0; i < mn_item_get_n_children (after, "entries"); i++)
    {
      MnItem *entry = mn_item_get_child (after, "entries", i);

      add_said (said, session, title, mn_item_get (entry, "item"), entry);
    }
  return said;
}

int
mn_said_compare (gconstpointer a, gconstpointer b)
{
  const MnSaid *left = *(MnSaid *const *) a, *right = *(MnSaid *const *) b;
  MnStatusEntry first, second;

  mn_status_entry_from_item (left->item, &first);
  mn_status_entry_from_item (right->item, &second);
  if (first.recorded != second.recorded)
    return first.recorded < second.recorded ? -1 : 1;
  return strcmp (first.id, second.id);
}

void
mn_said_tidy (GPtrArray *said)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < said->len;)
    {
      MnSaid *line = said->pdata[i];

      if (g_hash_table_contains (seen, mn_item_get_id (line->item)))
        {
          g_ptr_array_remove_index (said, i);
          continue;
        }
      g_hash_table_add (seen, (gpointer) mn_item_get_id (line->item));
      i++;
    }
  g_ptr_array_sort (said, mn_said_compare);
}
