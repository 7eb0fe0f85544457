#include "mn-index.h"

#include <glib/gstdio.h>
#include <string.h>

#include "archive-make.h"

static MnIndex *
open_index (Folder *folder)
{
  g_autoptr (GError) error = NULL;
  MnIndex           *index = mn_index_open (folder->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (index);
  return index;
}

static void
add_file_row (Folder *folder)
{
  g_autoptr (MnIndex) index = open_index (folder);
  g_autoptr (GError)  error = NULL;

  g_assert_true (mn_index_run (index, "INSERT INTO file (path) VALUES ('kept')", &error));
  g_assert_no_error (error);
}

static int
count_file_rows (Folder *folder)
{
  g_autoptr (MnIndex)     index = open_index (folder);
  g_autoptr (GError)      error = NULL;
  g_autoptr (MnStatement) statement = mn_index_prepare (index, "SELECT count(*) FROM file", &error);

  g_assert_no_error (error);
  g_assert_true (mn_index_step (index, statement, &error));
  return sqlite3_column_int (statement, 0);
}

static void
test_kept (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = mn_index_dup_path (folder->path);
  g_autofree char *slashed = g_strconcat (folder->path, "/../", NULL);
  g_autofree char *name = g_path_get_basename (folder->path);
  g_autofree char *longer = g_strconcat (slashed, name, "/.", NULL);
  g_autofree char *same = mn_index_dup_path (longer);

  add_file_row (folder);
  g_assert_cmpint (count_file_rows (folder), ==, 1);
  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpstr (path, ==, same);
}

/* ---- made again ----------------------------------------------------------------------------- */

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_other_version (Folder *folder, gconstpointer unused)
{
  static const char *const changes[] = { "PRAGMA user_version = 999", "PRAGMA user_version = 0",
                                         "PRAGMA application_id = 7" };
  g_autofree char         *path = mn_index_dup_path (folder->path);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      add_file_row (folder);
      run_sql (path, changes[i]);
      g_assert_cmpint (count_file_rows (folder), ==, 0);
    }
}

/* @length bytes of rubbish at @place; or the file cut off there. */
static void
spoil (const char *path, gsize place, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *bytes = NULL;
  gsize              size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
  g_assert_cmpuint (size, >, place + length);
  memset (bytes + place, 0xA5, length);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) (length > 0 ? size : place), &error));
}

static void
test_damaged (Folder *folder, gconstpointer unused)
{
  static const gsize places[][2] = { { 0, 16 },
                                     { 100, 900 },
                                     { 4096, 300 },
                                     { 6000, 0 },
                                     { 1, 0 } };
  g_autofree char   *path = mn_index_dup_path (folder->path);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      add_file_row (folder);
      g_assert_cmpint (count_file_rows (folder), ==, 1);
      spoil (path, places[i][0], places[i][1]);
      g_assert_cmpint (count_file_rows (folder), ==, 0);
      /* And the new one is a good one. */
      g_assert_cmpint (count_file_rows (folder), ==, 0);
      g_remove (path);
    }
}

static void
test_rubbish (Folder *folder, gconstpointer unused)
{
  g_autofree char   *path = mn_index_dup_path (folder->path);
  g_autofree char   *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (path, "this is no database at all", -1, &error));
  add_file_row (folder);
  g_assert_cmpint (count_file_rows (folder), ==, 1);
}

/* Where no file can be made, memory does. */
static void
test_no_cache (Folder *folder, gconstpointer unused)
{
  g_autofree char   *path = mn_index_dup_path (folder->path);
  g_autofree char   *inside = g_build_filename (path, "in-the-way", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", -1, &error));
  add_file_row (folder);
  g_assert_cmpint (count_file_rows (folder), ==, 0);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
}

/* A good index that another program holds is neither deleted nor waited for without end. */
static void
test_busy (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = mn_index_dup_path (folder->path);
  sqlite3         *other;

  add_file_row (folder);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  /* Somebody writes: opening and reading don't care. */
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (count_file_rows (folder), ==, 1);
  g_assert_cmpint (sqlite3_exec (other,
                                 "ROLLBACK; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                                 "INSERT INTO file (path) VALUES ('more')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (count_file_rows (folder), ==, 0); /* in memory */
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_cmpint (count_file_rows (folder), ==, 2); /* it was left alone */
}

static void
test_error_is_a_sentence (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnIndex) index = open_index (folder);
  g_autoptr (GError)  error = NULL;

  g_assert_false (mn_index_run (index, "INSERT INTO nowhere VALUES (1)", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (mn_index_is_damaged (index));
}

/* ---- statements ----------------------------------------------------------------------------- */

static void
test_statements (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnIndex) index = open_index (folder);
  g_autoptr (GError)  error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MnStatement) insert = mn_index_prepare (
          index, "INSERT INTO file (path, title) VALUES (?, ?)", &error);
      g_autofree char *path = g_strdup_printf ("p%u", i);

      mn_statement_bind (insert, 1, path);
      mn_statement_bind (insert, 2, i == 1 ? NULL : "o'clock\"; DROP TABLE file");
      g_assert_true (mn_index_execute (index, insert, &error));
      g_assert_cmpint (mn_index_get_last_row (index), ==, i + 1);
    }
  {
    g_autoptr (MnStatement) select = mn_index_prepare (
        index, "SELECT title FROM file ORDER BY path", &error);

    g_assert_true (mn_index_step (index, select, &error));
    g_assert_cmpstr (mn_statement_get (select, 0), ==, "o'clock\"; DROP TABLE file");
    g_assert_true (mn_index_step (index, select, &error));
    g_assert_cmpstr (mn_statement_get (select, 0), ==, "");
    g_assert_true (mn_index_step (index, select, &error));
    g_assert_false (mn_index_step (index, select, &error));
    g_assert_no_error (error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/index/kept", test_kept);
  ADD_TEST ("/index/other-version", test_other_version);
  ADD_TEST ("/index/damaged", test_damaged);
  ADD_TEST ("/index/rubbish", test_rubbish);
  ADD_TEST ("/index/no-cache", test_no_cache);
  ADD_TEST ("/index/busy", test_busy);
  ADD_TEST ("/index/error-is-a-sentence", test_error_is_a_sentence);
  ADD_TEST ("/index/statements", test_statements);
  return g_test_run ();
}
