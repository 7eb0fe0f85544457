#include "mn-index.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define APPLICATION_ID 0x4d6e4178 /* "MnAx" */
#define BUSY_MILLISECONDS 5000

/* Raise it whenever the tables, the folding or what is put in them change. */
#define INDEX_VERSION 3

#define STRING(number) #number
#define NUMBER(macro) STRING (macro)

struct _MnIndex
{
  sqlite3    *database;   /* (owned) */
  GHashTable *statements; /* (owned) SQL → sqlite3_stmt */
  gboolean    damaged;
  gboolean    busy; /* another program held it for longer than we wait */
};

/* Status entries and items stand here so that history and counts need no file. Tokens of the text
 * table are made out of folded text; "passage" keeps the text as it was written. */
static const char schema[] =
    "CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, mtime INTEGER,"
    " size INTEGER, inode INTEGER, session TEXT, title TEXT, series TEXT, series_id TEXT,"
    " ordinal INTEGER, period TEXT, starts TEXT, starts_at INTEGER, chair TEXT, error TEXT);"
    "CREATE INDEX file_session ON file (session);"
    "CREATE TABLE passage (id INTEGER PRIMARY KEY,"
    " file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE, item TEXT, section TEXT, raw TEXT);"
    "CREATE INDEX passage_file ON passage (file);"
    "CREATE VIRTUAL TABLE text USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 0');"
    "CREATE TABLE item (file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE, id TEXT,"
    " kind TEXT, label TEXT, text TEXT, leads TEXT, deadline TEXT, body TEXT, day TEXT,"
    " document TEXT, origin TEXT, task INTEGER, answered INTEGER);"
    "CREATE INDEX item_file ON item (file);"
    "CREATE INDEX item_id ON item (id);"
    "CREATE TABLE entry (file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE, key TEXT,"
    " id TEXT, item TEXT, status TEXT, effective TEXT, recorded TEXT, words TEXT, deadline TEXT,"
    " until TEXT, lead TEXT, evidence TEXT, author TEXT, strikes TEXT);"
    "CREATE INDEX entry_file ON entry (file);"
    "CREATE INDEX entry_key ON entry (key);"
    "CREATE TABLE paper (file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE, item TEXT,"
    " form TEXT, state TEXT, symbol TEXT, date TEXT, title TEXT, body TEXT, body_symbol TEXT,"
    " style TEXT, session TEXT, session_title TEXT, day TEXT, above TEXT, joint TEXT,"
    " number INTEGER, congress INTEGER, family INTEGER);"
    "CREATE INDEX paper_file ON paper (file);"
    "PRAGMA application_id = " NUMBER (APPLICATION_ID) ";"
                                                       "PRAGMA user_version = " NUMBER (
                                                           INDEX_VERSION) ";";

static gboolean
fail (MnIndex *self, GError **error)
{
  int code = sqlite3_errcode (self->database);

  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    self->damaged = TRUE;
  self->busy = code == SQLITE_BUSY;
  g_set_error (error, G_IO_ERROR, code == SQLITE_BUSY ? G_IO_ERROR_BUSY : G_IO_ERROR_FAILED,
               /* Translators: what the database says */
               _ ("the index of the archive can't be used: %s"), sqlite3_errmsg (self->database));
  return FALSE;
}

gboolean
mn_index_run (MnIndex *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  return TRUE;
}

/* ---- statements ----------------------------------------------------------------------------- */

MnStatement *
mn_index_prepare (MnIndex *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v3 (self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

void
mn_statement_done (MnStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

void
mn_statement_bind (MnStatement *self, int place, const char *text)
{
  sqlite3_bind_text (self, place, text, -1, SQLITE_TRANSIENT);
}

const char *
mn_statement_get (MnStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);

  return text != NULL ? text : "";
}

gboolean
mn_index_step (MnIndex *self, MnStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    fail (self, error);
  return FALSE;
}

gboolean
mn_index_execute (MnIndex *self, MnStatement *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_DONE && code != SQLITE_ROW)
    return fail (self, error);
  return TRUE;
}

gint64
mn_index_get_last_row (MnIndex *self)
{
  return sqlite3_last_insert_rowid (self->database);
}

/* ---- opening -------------------------------------------------------------------------------- */

/**
 * mn_index_dup_path:
 *
 * Returns: (transfer full): where the index of @folder lies: the same for every spelling of the
 *   folder's path
 */
char *
mn_index_dup_path (const char *folder)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  char            *real = realpath (absolute, NULL); /* NULL while it is absent */
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                        real != NULL ? real : absolute, -1);
  g_autofree char *name = g_strconcat (sum, ".sqlite", NULL);

  free (real);
  return g_build_filename (g_get_user_cache_dir (), "minutes", name, NULL);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static MnIndex *
connect_to (const char *path)
{
  MnIndex *self = g_new0 (MnIndex, 1);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
      SQLITE_OK)
    {
      mn_index_free (self);
      return NULL;
    }
  sqlite3_busy_timeout (self->database, BUSY_MILLISECONDS);
  return self;
}

/* The first column of the first row, or %NULL. */
static char *
ask (MnIndex *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char         *answer = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else
    self->busy = sqlite3_errcode (self->database) == SQLITE_BUSY;
  sqlite3_finalize (statement);
  return answer;
}

static gboolean
set_up (MnIndex *self)
{
  return mn_index_run (self,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                       "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
                       NULL);
}

static gboolean
is_ours (MnIndex *self)
{
  g_autofree char *application = ask (self, "PRAGMA application_id");
  g_autofree char *version = ask (self, "PRAGMA user_version");

  return application != NULL && g_ascii_strtoll (application, NULL, 10) == APPLICATION_ID &&
         version != NULL && g_ascii_strtoll (version, NULL, 10) == INDEX_VERSION;
}

static gboolean
is_empty (MnIndex *self)
{
  g_autofree char *n_tables = ask (self, "SELECT count(*) FROM sqlite_schema");

  return g_strcmp0 (n_tables, "0") == 0;
}

/* Asked again under the lock: another program may just have made them. */
static gboolean
make_tables (MnIndex *self)
{
  return mn_index_run (self, "BEGIN IMMEDIATE", NULL) &&
         (!is_empty (self) || mn_index_run (self, schema, NULL)) &&
         mn_index_run (self, "COMMIT", NULL);
}

/* Ready for use, its tables made if it is empty; else only read, so that opening needn't wait for a
 * program that is writing. */
static gboolean
is_usable (MnIndex *self)
{
  g_autofree char *check = NULL;

  if (!set_up (self) || (is_empty (self) && !make_tables (self)) || !is_ours (self))
    return FALSE;
  check = ask (self, "PRAGMA quick_check(1)");
  return g_strcmp0 (check, "ok") == 0;
}

static void
delete_files (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static MnIndex *
open_at (const char *path, gboolean *busy)
{
  g_autoptr (MnIndex) self = connect_to (path);

  if (self == NULL)
    return NULL;
  if (is_usable (self))
    return g_steal_pointer (&self);
  *busy = self->busy;
  return NULL;
}

/**
 * mn_index_open:
 * @folder: the archive's folder; needn't exist
 * @error: set if not even memory holds an index
 *
 * Returns: (transfer full) (nullable): the index as last left, or an empty one
 */
MnIndex *
mn_index_open (const char *folder, GError **error)
{
  g_autofree char *path = mn_index_dup_path (folder);
  g_autofree char *parent = g_path_get_dirname (path);
  MnIndex         *self = NULL;
  gboolean         busy = FALSE;

  if (g_mkdir_with_parents (parent, 0700) == 0)
    self = open_at (path, &busy);
  /* An index that is only busy is somebody's good one. */
  if (self == NULL && !busy)
    {
      delete_files (path);
      self = open_at (path, &busy);
    }
  if (self == NULL)
    self = open_at (":memory:", &busy);
  if (self == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("no index of the archive can be made"));
  return self;
}

void
mn_index_free (MnIndex *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->database);
  g_free (self);
}

gboolean
mn_index_is_damaged (MnIndex *self)
{
  return self->damaged;
}
