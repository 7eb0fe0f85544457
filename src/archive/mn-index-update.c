#include "mn-index-update.h"

#include <string.h>

#include "mn-fold.h"
#include "mn-papers.h"
#include "mn-said.h"
#include "mn-scan.h"
#include "mn-session.h"
#include "mn-xml.h"

/* Columns of the table "entry" are named like the fields of the kind. */
static const char *const entry_fields[] = { "item",     "status",   "effective", "recorded",
                                            "words",    "deadline", "until",     "lead",
                                            "evidence", "author",   "strikes" };

/** What the walk over one session puts rows into. */
typedef struct
{
  MnIndex *index;
  MnItem  *session;
  gint64   file;
  GError  *error;
} Filling;

/* ---- text ----------------------------------------------------------------------------------- */

/* The slot of the record that holds the item, or the session's own slot. */
static const char *
find_section (MnItem *item)
{
  const char *section = "";

  for (; mn_item_get_parent (item) != NULL; item = mn_item_get_parent (item))
    if (!mn_item_is (item, "record"))
      section = mn_item_get_slot (item)->name;
  return section;
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static gboolean
names_parties (const MnField *field)
{
  return (field->type == MN_FIELD_REF || field->type == MN_FIELD_REFS) &&
         g_strcmp0 (field->ref, "party") == 0;
}

/* Everything about the item that somebody could look for, names of those it refers to included. */
static char *
dup_text (MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);
  GString      *text = g_string_new (NULL);

  if (mn_item_is (item, "general") && mn_item_get (item, "title") == NULL)
    {
      g_autofree char *title = mn_session_dup_title (session);

      append_line (text, title);
    }
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *words = NULL;

      if (field->flags & MN_FIELD_HIDDEN)
        continue;
      if (field->type == MN_FIELD_TEXT || field->type == MN_FIELD_RICH)
        words = mn_item_dup_plain (item, field->name);
      else if (names_parties (field))
        words = mn_session_dup_parties (session, item, field->name);
      append_line (text, words);
    }
  return g_string_free (text, FALSE);
}

static gboolean
put_passage (Filling *filling, MnItem *item, const char *raw)
{
  g_autoptr (MnStatement) passage = mn_index_prepare (
      filling->index, "INSERT INTO passage (file, item, section, raw) VALUES (?, ?, ?, ?)",
      &filling->error);
  g_autoptr (MnStatement) text = mn_index_prepare (
      filling->index, "INSERT INTO text (rowid, folded) VALUES (?, ?)", &filling->error);
  g_autofree char *folded = mn_fold (raw);

  if (passage == NULL || text == NULL)
    return FALSE;
  sqlite3_bind_int64 (passage, 1, filling->file);
  mn_statement_bind (passage, 2, mn_item_get_id (item));
  mn_statement_bind (passage, 3, find_section (item));
  mn_statement_bind (passage, 4, raw);
  if (!mn_index_execute (filling->index, passage, &filling->error))
    return FALSE;
  sqlite3_bind_int64 (text, 1, mn_index_get_last_row (filling->index));
  mn_statement_bind (text, 2, folded);
  return mn_index_execute (filling->index, text, &filling->error);
}

/* ---- items that can be followed up ---------------------------------------------------------- */

static gboolean
is_final (MnItem *answer)
{
  const char *disposition = mn_item_get (answer, "disposition");

  return disposition != NULL && strcmp (disposition, "assigned") != 0;
}

static gboolean
is_taken_up (MnItem *session, MnItem *proposal)
{
  MnItem        *conclusion = mn_session_get_conclusion (session);
  g_auto (GStrv) settled_by = mn_item_get_refs (proposal, "settled-by");

  for (guint i = 0; i < mn_item_get_n_children (conclusion, "points"); i++)
    {
      MnItem        *point = mn_item_get_child (conclusion, "points", i);
      g_auto (GStrv) answers = mn_item_get_refs (point, "answers");

      if (mn_item_get_boolean (point, "task") &&
          (g_strv_contains ((const char *const *) settled_by, mn_item_get_id (point)) ||
           g_strv_contains ((const char *const *) answers, mn_item_get_id (proposal))))
        return TRUE;
    }
  return FALSE;
}

gboolean
mn_proposal_is_answered (MnItem *session, MnItem *proposal)
{
  guint n = mn_item_get_n_children (proposal, "answers");

  if (n > 0 && is_final (mn_item_get_child (proposal, "answers", n - 1)))
    return TRUE;
  return is_taken_up (session, proposal);
}

static const char *
get_deadline (MnItem *item)
{
  guint n;

  if (!mn_item_is (item, "proposal"))
    return mn_item_get (item, "deadline");
  n = mn_item_get_n_children (item, "answers");
  return n > 0 ? mn_item_get (mn_item_get_child (item, "answers", n - 1), "deadline") : NULL;
}

static void
bind_row (MnStatement *statement, MnItem *row)
{
  mn_statement_bind (statement, 8, mn_item_get (row, "origin-body"));
  mn_statement_bind (statement, 9, mn_item_get (row, "origin-date"));
  mn_statement_bind (statement, 10, mn_item_get (row, "origin-document"));
  mn_statement_bind (statement, 11, mn_item_get (row, "origin-item"));
}

static gboolean
put_item (Filling *filling, MnItem *item)
{
  gboolean                is_row = mn_item_is (item, "follow-up");
  g_autoptr (MnStatement) statement = mn_index_prepare (
      filling->index,
      "INSERT INTO item (file, id, kind, label, text, leads, deadline, body, day, document, origin,"
      " task, answered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      &filling->error);
  g_autofree char *label = is_row ? mn_item_dup_plain (item, "label")
                                  : mn_session_dup_label (filling->session, item);
  g_autofree char *text = mn_item_dup_plain (item, "text");
  g_autofree char *leads = mn_session_dup_parties (
      filling->session, item, mn_item_is (item, "proposal") ? "addressees" : "leads");

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, filling->file);
  mn_statement_bind (statement, 2, mn_item_get_id (item));
  mn_statement_bind (statement, 3, mn_item_get_kind (item)->name);
  mn_statement_bind (statement, 4, label);
  mn_statement_bind (statement, 5, text);
  mn_statement_bind (statement, 6, leads);
  mn_statement_bind (statement, 7, get_deadline (item));
  if (is_row)
    bind_row (statement, item);
  sqlite3_bind_int (statement, 12,
                    mn_item_is (item, "point") && mn_item_get_boolean (item, "task"));
  sqlite3_bind_int (statement, 13,
                    mn_item_is (item, "proposal") &&
                        mn_proposal_is_answered (filling->session, item));
  return mn_index_execute (filling->index, statement, &filling->error);
}

static gboolean
put_walked (MnItem *item, gpointer user_data)
{
  Filling         *filling = user_data;
  g_autofree char *raw = dup_text (filling->session, item);

  if (*raw != '\0' && !put_passage (filling, item, raw))
    return FALSE;
  if (mn_item_is (item, "point") || mn_item_is (item, "proposal") || mn_item_is (item, "follow-up"))
    return put_item (filling, item);
  return TRUE;
}

/* ---- status entries ------------------------------------------------------------------------- */

static gboolean
put_said (Filling *filling, const MnSaid *said)
{
  g_autoptr (MnStatement) statement = mn_index_prepare (
      filling->index,
      "INSERT INTO entry (file, key, id, item, status, effective, recorded, words, deadline, until,"
      " lead, evidence, author, strikes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      &filling->error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, filling->file);
  mn_statement_bind (statement, 2, said->key);
  mn_statement_bind (statement, 3, mn_item_get_id (said->item));
  for (guint i = 0; i < G_N_ELEMENTS (entry_fields); i++)
    mn_statement_bind (statement, (int) i + 4, mn_item_get (said->item, entry_fields[i]));
  return mn_index_execute (filling->index, statement, &filling->error);
}

static gboolean
put_session (Filling *filling)
{
  g_autoptr (GPtrArray) said = mn_said_collect (filling->session);

  if (!mn_item_walk (filling->session, put_walked, filling))
    return FALSE;
  for (guint i = 0; i < said->len; i++)
    if (!put_said (filling, said->pdata[i]))
      return FALSE;
  return mn_papers_put (filling->index, filling->file, filling->session, &filling->error);
}

/* ---- files ---------------------------------------------------------------------------------- */

static void
bind_general (MnStatement *statement, MnItem *session)
{
  MnItem               *general = mn_session_get_general (session);
  g_autofree char      *title = mn_session_dup_title (session);
  g_autofree char      *period = mn_session_dup_period (session);
  g_autofree char      *chair = mn_session_dup_parties (session, general, "chairs");
  g_autoptr (GDateTime) starts = mn_item_get_moment (general, "starts");

  mn_statement_bind (statement, 5, mn_item_get_id (session));
  mn_statement_bind (statement, 6, title);
  mn_statement_bind (statement, 7, mn_item_get (general, "series"));
  mn_statement_bind (statement, 8, mn_item_get (general, "series-id"));
  sqlite3_bind_int64 (statement, 9, mn_item_get_integer (general, "ordinal", 0));
  mn_statement_bind (statement, 10, period);
  mn_statement_bind (statement, 11, mn_item_get (general, "starts"));
  if (starts != NULL)
    sqlite3_bind_int64 (statement, 12, g_date_time_to_unix (starts) * G_USEC_PER_SEC);
  mn_statement_bind (statement, 13, chair);
}

static gboolean
put_file_row (MnIndex           *self,
              const MnFoundFile *file,
              MnItem            *session,
              const char        *fault,
              GError           **error)
{
  g_autoptr (MnStatement) statement = mn_index_prepare (
      self,
      "INSERT INTO file (path, mtime, size, inode, session, title, series, series_id, ordinal,"
      " period, starts, starts_at, chair, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  mn_statement_bind (statement, 1, file->path);
  sqlite3_bind_int64 (statement, 2, file->mtime);
  sqlite3_bind_int64 (statement, 3, file->size);
  sqlite3_bind_int64 (statement, 4, file->inode);
  if (session != NULL)
    bind_general (statement, session);
  else
    {
      g_autofree char *name = g_filename_display_basename (file->path);

      mn_statement_bind (statement, 6, name);
    }
  mn_statement_bind (statement, 14, fault);
  return mn_index_execute (self, statement, error);
}

static gboolean
run_for_path (MnIndex *self, const char *sql, const char *path, GError **error)
{
  g_autoptr (MnStatement) statement = mn_index_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  mn_statement_bind (statement, 1, path);
  return mn_index_execute (self, statement, error);
}

/* The text table is a virtual one, so nothing can cascade into it. */
static gboolean
drop_file (MnIndex *self, const char *path, GError **error)
{
  return run_for_path (self,
                       "DELETE FROM text WHERE rowid IN (SELECT passage.id FROM passage"
                       " JOIN file ON file.id = passage.file WHERE file.path = ?)",
                       path, error) &&
         run_for_path (self, "DELETE FROM file WHERE path = ?", path, error);
}

static MnItem *
read_session (const MnFoundFile *file, char **fault)
{
  g_autoptr (GError) error = NULL;
  MnItem            *session;

  if (file->error != NULL)
    {
      *fault = g_strdup (file->error);
      return NULL;
    }
  session = mn_xml_read_file (file->path, NULL, &error);
  if (session != NULL)
    return session;
  *fault = g_utf8_make_valid (error->message, -1);
  return NULL;
}

static gboolean
replace_file (MnIndex           *self,
              const MnFoundFile *file,
              MnItem            *session,
              const char        *fault,
              GError           **error)
{
  Filling filling = { self, session, 0, NULL };

  if (!drop_file (self, file->path, error) || !put_file_row (self, file, session, fault, error))
    return FALSE;
  filling.file = mn_index_get_last_row (self);
  if (session == NULL || put_session (&filling))
    return TRUE;
  g_propagate_error (error, filling.error);
  return FALSE;
}

/* One transaction a file: what was done before a crash or a full disk stays done. */
static gboolean
end_transaction (MnIndex *self, gboolean good, GError **error)
{
  if (good && mn_index_run (self, "COMMIT", error))
    return TRUE;
  mn_index_run (self, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
put_file (MnIndex *self, const MnFoundFile *file, GError **error)
{
  g_autofree char   *fault = NULL;
  g_autoptr (MnItem) session = read_session (file, &fault);

  return mn_index_run (self, "BEGIN IMMEDIATE", error) &&
         end_transaction (self, replace_file (self, file, session, fault, error), error);
}

static gboolean
remove_file (MnIndex *self, const char *path, GError **error)
{
  return mn_index_run (self, "BEGIN IMMEDIATE", error) &&
         end_transaction (self, drop_file (self, path, error), error);
}

/* Paths that the index knows → MnFoundFile as they were then. */
static GHashTable *
list_known (MnIndex *self, GError **error)
{
  g_autoptr (GHashTable)  known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         (GDestroyNotify) mn_found_file_free);
  g_autoptr (MnStatement) statement = mn_index_prepare (
      self, "SELECT path, mtime, size, inode, error FROM file", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (mn_index_step (self, statement, &failure))
    {
      MnFoundFile *file = g_new0 (MnFoundFile, 1);

      file->path = g_strdup (mn_statement_get (statement, 0));
      file->mtime = sqlite3_column_int64 (statement, 1);
      file->size = sqlite3_column_int64 (statement, 2);
      file->inode = sqlite3_column_int64 (statement, 3);
      file->error = g_strdup ((const char *) sqlite3_column_text (statement, 4));
      g_hash_table_insert (known, file->path, file);
    }
  if (failure == NULL)
    return g_steal_pointer (&known);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
is_unchanged (const MnFoundFile *before, const MnFoundFile *now)
{
  if (before == NULL || before->mtime != now->mtime || before->size != now->size ||
      before->inode != now->inode)
    return FALSE;
  /* What couldn't be looked at has no time of change: compare what is said of it. */
  return now->error == NULL ? now->inode != 0 : g_strcmp0 (before->error, now->error) == 0;
}

gboolean
mn_index_update (MnIndex *self, GPtrArray *found, GError **error)
{
  g_autoptr (GHashTable) known = list_known (self, error);
  GHashTableIter         left;
  gpointer               path;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const MnFoundFile *file = found->pdata[i];

      if (!is_unchanged (g_hash_table_lookup (known, file->path), file) &&
          !put_file (self, file, error))
        return FALSE;
      g_hash_table_remove (known, file->path);
    }
  g_hash_table_iter_init (&left, known);
  while (g_hash_table_iter_next (&left, &path, NULL))
    if (!remove_file (self, path, error))
      return FALSE;
  return TRUE;
}
