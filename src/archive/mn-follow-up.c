#include "mn-archive-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-said.h"
#include "mn-session.h"

void
mn_history_line_free (MnHistoryLine *self)
{
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->date);
  g_free (self->recorded);
  g_free (self->status);
  g_free (self->words);
  g_free (self->deadline);
  g_free (self->lead);
  g_free (self->evidence);
  g_free (self);
}

void
mn_origin_free (MnOrigin *self)
{
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->date);
  g_free (self->label);
  g_free (self->text);
  g_free (self->leads);
  g_free (self->deadline);
  g_free (self->document);
  g_free (self);
}

void
mn_known_item_free (MnKnownItem *self)
{
  g_free (self->id);
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->kind);
  g_free (self->label);
  g_free (self->text);
  g_free (self->leads);
  g_free (self->deadline);
  g_free (self->day);
  g_free (self->body);
  g_free (self->document);
  g_free (self->origin);
  g_free (self);
}

/* ---- items of the index --------------------------------------------------------------------- */

static MnKnownItem *
read_known_item (MnStatement *row)
{
  MnKnownItem *item = g_new0 (MnKnownItem, 1);
  const char  *starts = mn_statement_get (row, 3);

  item->id = g_strdup (mn_statement_get (row, 0));
  item->session = g_strdup (mn_statement_get (row, 1));
  item->session_title = g_strdup (mn_statement_get (row, 2));
  item->kind = g_strdup (mn_statement_get (row, 4));
  item->label = g_strdup (mn_statement_get (row, 5));
  item->text = g_strdup (mn_statement_get (row, 6));
  item->leads = g_strdup (mn_statement_get (row, 7));
  item->deadline = g_strdup (mn_statement_get (row, 8));
  item->day = strcmp (item->kind, "follow-up") == 0 ? g_strdup (mn_statement_get (row, 10))
                                                    : g_strndup (starts, 10);
  item->body = g_strdup (mn_statement_get (row, 9));
  item->document = g_strdup (mn_statement_get (row, 11));
  item->origin = g_strdup (mn_statement_get (row, 12));
  item->answered = sqlite3_column_int (row, 13) != 0;
  return item;
}

/** mn_archive_find_item: (transfer full) (nullable) */
MnKnownItem *
mn_archive_find_item (MnArchive *self, const char *item_id)
{
  MnIndex                *index = mn_archive_get_index (self, NULL);
  g_autoptr (MnStatement) statement = NULL;

  if (index == NULL || item_id == NULL)
    return NULL;
  statement = mn_index_prepare (
      index,
      "SELECT item.id, file.session, file.title, file.starts, item.kind, item.label, item.text,"
      " item.leads, item.deadline, item.body, item.day, item.document, item.origin, item.answered"
      " FROM item JOIN file ON file.id = item.file WHERE item.id = ? ORDER BY file.path LIMIT 1",
      NULL);
  if (statement == NULL)
    return NULL;
  mn_statement_bind (statement, 1, item_id);
  return mn_index_step (index, statement, NULL) ? read_known_item (statement) : NULL;
}

/* ---- entries of the index ------------------------------------------------------------------- */

#define SELECT_ENTRIES                                                                             \
  "SELECT entry.key, entry.id, file.session, file.title, entry.item, entry.status,"                \
  " entry.effective, entry.recorded, entry.words, entry.deadline, entry.until, entry.lead,"        \
  " entry.evidence, entry.author, entry.strikes"                                                   \
  " FROM entry JOIN file ON file.id = entry.file "

static MnSaid *
read_said (MnStatement *row)
{
  static const char *const fields[] = { "item",     "status",   "effective", "recorded",
                                        "words",    "deadline", "until",     "lead",
                                        "evidence", "author",   "strikes" };
  MnSaid                  *said = g_new0 (MnSaid, 1);

  said->key = g_strdup (mn_statement_get (row, 0));
  said->session = g_strdup (mn_statement_get (row, 2));
  said->session_title = g_strdup (mn_statement_get (row, 3));
  said->item = mn_item_new_with_id (mn_kind_find ("status-entry"), mn_statement_get (row, 1));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    mn_item_set (said->item, fields[i], mn_statement_get (row, (int) i + 4), NULL);
  return said;
}

/* A follow-up row is asked about by its own id now and then; what counts is what it follows. */
static char *
dup_key (MnArchive *self, const char *item_id, MnItem *extra)
{
  MnItem                 *row = extra != NULL ? mn_session_find (extra, item_id) : NULL;
  g_autoptr (MnKnownItem) known = NULL;

  if (row != NULL && mn_item_is (row, "follow-up"))
    return g_strdup (mn_said_get_row_key (row));
  known = mn_archive_find_item (self, item_id);
  if (known != NULL && *known->origin != '\0')
    return g_strdup (known->origin);
  return g_strdup (item_id);
}

/** mn_archive_list_said: (transfer full) of MnSaid, in order. @extra stands for its file. */
GPtrArray *
mn_archive_list_said (MnArchive *self, const char *item_id, MnItem *extra)
{
  GPtrArray       *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_said_free);
  MnIndex         *index = mn_archive_get_index (self, NULL);
  g_autofree char *key = dup_key (self, item_id, extra);

  if (extra != NULL)
    {
      g_autoptr (GPtrArray) said = mn_said_collect (extra);

      for (guint i = said->len; i > 0; i--)
        if (strcmp (((MnSaid *) said->pdata[i - 1])->key, key) == 0)
          g_ptr_array_add (found, g_ptr_array_steal_index (said, i - 1));
    }
  if (index != NULL)
    {
      g_autoptr (MnStatement) statement = mn_index_prepare (
          index, SELECT_ENTRIES "WHERE entry.key = ? AND file.session IS NOT ?", NULL);

      if (statement != NULL)
        {
          mn_statement_bind (statement, 1, key);
          mn_statement_bind (statement, 2, extra != NULL ? mn_item_get_id (extra) : NULL);
          while (mn_index_step (index, statement, NULL))
            g_ptr_array_add (found, read_said (statement));
        }
    }
  mn_said_tidy (found);
  return found;
}

/* ---- history -------------------------------------------------------------------------------- */

static char *
dup_field (MnItem *item, const char *field)
{
  return mn_item_dup_plain (item, field);
}

/* The day from which it holds, as mn_status_entry_from_item() has it. */
static char *
dup_day (MnItem *entry)
{
  const char *effective = mn_item_get (entry, "effective");
  const char *recorded = mn_item_get (entry, "recorded");

  if (effective != NULL)
    return g_strdup (effective);
  return recorded != NULL ? g_strndup (recorded, 10) : g_strdup ("");
}

static MnHistoryLine *
make_line (MnSaid *said)
{
  MnHistoryLine *line = g_new0 (MnHistoryLine, 1);

  line->session = g_steal_pointer (&said->session);
  line->session_title = g_steal_pointer (&said->session_title);
  line->date = dup_day (said->item);
  line->recorded = dup_field (said->item, "recorded");
  line->status = dup_field (said->item, "status");
  line->words = dup_field (said->item, "words");
  line->deadline = dup_field (said->item, "deadline");
  line->lead = dup_field (said->item, "lead");
  line->evidence = dup_field (said->item, "evidence");
  return line;
}

/* From the last to the first, as mn_status_on() judges: a strike that is struck strikes nothing. */
static void
mark_struck (GPtrArray *lines, GPtrArray *said)
{
  for (guint i = said->len; i > 0; i--)
    {
      const MnSaid *striking = said->pdata[i - 1];
      const char   *strikes = mn_item_get (striking->item, "strikes");

      if (strikes == NULL || ((MnHistoryLine *) lines->pdata[i - 1])->struck)
        continue;
      for (guint n = 0; n + 1 < i; n++)
        if (strcmp (mn_item_get_id (((MnSaid *) said->pdata[n])->item), strikes) == 0)
          ((MnHistoryLine *) lines->pdata[n])->struck = TRUE;
    }
}

/**
 * mn_archive_get_history:
 * @self: the archive
 * @item_id: a conclusion's point, a proposal, or a follow-up row
 * @extra: (nullable): a session being edited: it stands for its file
 *
 * Returns: (transfer full): of MnHistoryLine: what was said of it in any session, oldest first
 */
GPtrArray *
mn_archive_get_history (MnArchive *self, const char *item_id, MnItem *extra)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_history_line_free);
  g_autoptr (GPtrArray) said = NULL;

  g_return_val_if_fail (MN_IS_ARCHIVE (self), lines);
  g_return_val_if_fail (item_id != NULL, lines);

  said = mn_archive_list_said (self, item_id, extra);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (lines, make_line (said->pdata[i]));
  mark_struck (lines, said);
  return lines;
}

static void
judge (GPtrArray *said, guint32 first_deadline, guint32 day, gint64 known_at, MnStatus *status)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, TRUE, sizeof (MnStatusEntry), said->len);

  for (guint i = 0; i < said->len; i++)
    {
      MnStatusEntry entry;

      mn_status_entry_from_item (((MnSaid *) said->pdata[i])->item, &entry);
      g_array_append_val (entries, entry);
    }
  mn_status_on (first_deadline, (const MnStatusEntry *) (gpointer) entries->data, entries->len, day,
                known_at, status);
  status->lead = g_intern_string (status->lead);
}

/**
 * mn_archive_get_status:
 * @self: the archive
 * @item_id: as for mn_archive_get_history()
 * @first_deadline: the one that it was given; Julian, 0 = none
 * @extra: (nullable): a session being edited: it stands for its file
 * @day: Julian
 * @known_at: Unix microseconds; %G_MAXINT64 = as known now
 * @status: (out): its lead is a static string
 *
 * The status of an item over all sessions.
 */
void
mn_archive_get_status (MnArchive  *self,
                       const char *item_id,
                       guint32     first_deadline,
                       MnItem     *extra,
                       guint32     day,
                       gint64      known_at,
                       MnStatus   *status)
{
  g_autoptr (GPtrArray) said = NULL;

  g_return_if_fail (MN_IS_ARCHIVE (self));
  g_return_if_fail (item_id != NULL);

  said = mn_archive_list_said (self, item_id, extra);
  judge (said, first_deadline, day, known_at, status);
}

/**
 * mn_archive_get_follow_up_status:
 * @follow_up: a follow-up row
 *
 * As mn_archive_get_status(), from the first deadline of the item that the row follows up.
 */
void
mn_archive_get_follow_up_status (MnArchive *self,
                                 MnItem    *follow_up,
                                 MnItem    *extra,
                                 guint32    day,
                                 gint64     known_at,
                                 MnStatus  *status)
{
  g_autoptr (MnOrigin) origin = mn_archive_get_origin (self, follow_up);
  const char          *id = mn_item_get (follow_up, "origin-item");

  mn_archive_get_status (self, id != NULL ? id : mn_item_get_id (follow_up),
                         mn_archive_parse_day (origin->deadline), extra, day, known_at, status);
}

/* ---- numbers for the list ------------------------------------------------------------------- */

/* Key → GPtrArray of MnSaid, of all entries that concern a task. */
static GHashTable *
list_said_of_tasks (MnIndex *index)
{
  GHashTable             *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (MnStatement) statement = mn_index_prepare (
      index, SELECT_ENTRIES "WHERE entry.key IN (SELECT id FROM item WHERE task)", NULL);

  while (statement != NULL && mn_index_step (index, statement, NULL))
    {
      MnSaid    *said = read_said (statement);
      GPtrArray *of_key = g_hash_table_lookup (by_key, said->key);

      if (of_key == NULL)
        {
          of_key = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_said_free);
          g_hash_table_insert (by_key, g_strdup (said->key), of_key);
        }
      g_ptr_array_add (of_key, said);
    }
  return by_key;
}

/** mn_archive_parse_day: the Julian day of "2026-04-15"; 0 of "". */
guint32
mn_archive_parse_day (const char *date)
{
  GDate parsed;

  if (strlen (date) < 10)
    return 0;
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, (GDateDay) g_ascii_strtoull (date + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (date + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoull (date, NULL, 10));
  return g_date_get_julian (&parsed);
}

static void
count_task (MnTaskCount *count, GPtrArray *said, guint32 deadline, guint32 today)
{
  MnStatus status;

  if (said != NULL)
    {
      mn_said_tidy (said);
      judge (said, deadline, today, G_MAXINT64, &status);
    }
  else
    mn_status_on (deadline, NULL, 0, today, G_MAXINT64, &status);
  count->n_points++;
  if (status.open)
    count->n_open++;
  if (status.term == MN_TERM_OVERDUE)
    count->n_overdue++;
}

GHashTable *
mn_archive_count_tasks (MnArchive *self, MnIndex *index)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable)  said = list_said_of_tasks (index);
  g_autoptr (MnStatement) statement = mn_index_prepare (
      index, "SELECT file, id, deadline FROM item WHERE task", NULL);
  GDate today;

  mn_clock_today (mn_archive_get_clock (self), &today);
  while (statement != NULL && mn_index_step (index, statement, NULL))
    {
      gint64       file = sqlite3_column_int64 (statement, 0);
      MnTaskCount *count = g_hash_table_lookup (counts, &file);

      if (count == NULL)
        {
          count = g_new0 (MnTaskCount, 1);
          g_hash_table_insert (counts, g_memdup2 (&file, sizeof file), count);
        }
      count_task (count, g_hash_table_lookup (said, mn_statement_get (statement, 1)),
                  mn_archive_parse_day (mn_statement_get (statement, 2)),
                  g_date_get_julian (&today));
    }
  return counts;
}

/* ---- origin --------------------------------------------------------------------------------- */

static MnItem *
get_session (MnItem *item)
{
  while (mn_item_get_parent (item) != NULL)
    item = mn_item_get_parent (item);
  return item;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* What the row itself says: all there is of what came from outside or got lost. */
static MnOrigin *
origin_of_row (MnItem *row)
{
  MnOrigin *origin = g_new0 (MnOrigin, 1);

  origin->session_title = mn_item_dup_plain (row, "origin-body");
  origin->date = mn_item_dup_plain (row, "origin-date");
  origin->label = mn_item_dup_plain (row, "label");
  origin->text = mn_item_dup_plain (row, "text");
  origin->leads = mn_session_dup_parties (get_session (row), row, "leads");
  origin->deadline = mn_item_dup_plain (row, "deadline");
  origin->document = mn_item_dup_plain (row, "origin-document");
  return origin;
}

/* An item of the archive: another session's row if the conclusion came from outside at first. */
static void
fill_from_item (MnOrigin *origin, const MnKnownItem *item)
{
  gboolean from_outside = strcmp (item->kind, "follow-up") == 0;

  if (!from_outside)
    origin->session = g_strdup (item->session);
  set_text (&origin->session_title, from_outside ? item->body : item->session_title);
  set_text (&origin->date, item->day);
  set_text (&origin->label, item->label);
  set_text (&origin->text, item->text);
  set_text (&origin->leads, item->leads);
  set_text (&origin->deadline, item->deadline);
  if (from_outside)
    set_text (&origin->document, item->document);
}

/**
 * mn_archive_get_origin:
 * @self: the archive
 * @follow_up: a follow-up row
 *
 * Returns: (transfer full): what the row follows, from the session where it was concluded; what the
 *   row itself keeps of it where that isn't in the archive. Never %NULL.
 */
MnOrigin *
mn_archive_get_origin (MnArchive *self, MnItem *follow_up)
{
  MnOrigin               *origin = origin_of_row (follow_up);
  const char             *session = mn_item_get (follow_up, "origin-session");
  g_autoptr (MnKnownItem) item = NULL;
  MnSessionEntry         *entry;

  if (session == NULL)
    return origin;
  item = mn_archive_find_item (self, mn_item_get (follow_up, "origin-item"));
  if (item != NULL)
    {
      fill_from_item (origin, item);
      return origin;
    }
  entry = mn_archive_find (self, session);
  origin->session = g_strdup (session);
  origin->missing = entry == NULL;
  if (entry != NULL)
    {
      g_autofree char *day = g_strndup (mn_session_entry_get_starts (entry), 10);

      set_text (&origin->session_title, mn_session_entry_get_title (entry));
      set_text (&origin->date, day);
    }
  return origin;
}
