#include "mn-archive.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "archive-make.h"
#include "mn-index.h"
#include "mn-xml.h"

static MnSessionEntry *
get_entry (Folder *folder, guint index)
{
  GListModel                *list = mn_archive_get_sessions (folder->archive);
  g_autoptr (MnSessionEntry) entry = g_list_model_get_item (list, index);

  g_assert_nonnull (entry);
  return entry;
}

static guint
count_entries (Folder *folder)
{
  return g_list_model_get_n_items (mn_archive_get_sessions (folder->archive));
}

/* A session saved; its id. */
static char *
save_simple (Folder *folder, const char *name, const char *title, const char *starts)
{
  g_autoptr (MnItem) session = make_session (title, starts);
  g_autofree char   *path = folder_save (folder, name, session);

  return g_strdup (mn_item_get_id (session));
}

/* ---- list ----------------------------------------------------------------------------------- */

static void
test_facts (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("Hội nghị", "2026-04-12T08:00:00+07:00");
  MnItem            *general = mn_session_get_general (session);
  g_autofree char   *path = NULL;
  MnSessionEntry    *entry;

  set (general, "series", "Giao ban quý");
  set (general, "series-id", "b5463832-cef7-4640-813d-01aa3e609367");
  set (general, "ordinal", "5");
  set (general, "period-kind", "quarter");
  set (general, "period-number", "1");
  set (general, "period-year", "2026");
  point_at (general, "chairs", add_party (session, "Nguyễn Văn A"));
  add_task (session, "quá hạn", "2026-04-14");
  add_task (session, "hôm nay", "2026-04-15");
  add (mn_session_get_conclusion (session), "points", "không phải nhiệm vụ");
  path = folder_save (folder, "2026/a.minutes", session);
  folder_refresh (folder);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  entry = get_entry (folder, 0);
  g_assert_cmpstr (mn_session_entry_get_id (entry), ==, mn_item_get_id (session));
  g_assert_cmpstr (mn_session_entry_get_path (entry), ==, path);
  g_assert_cmpstr (mn_session_entry_get_title (entry), ==, "Hội nghị");
  g_assert_cmpstr (mn_session_entry_get_series (entry), ==, "Giao ban quý");
  g_assert_cmpstr (mn_session_entry_get_series_id (entry), ==,
                   "b5463832-cef7-4640-813d-01aa3e609367");
  g_assert_cmpint (mn_session_entry_get_ordinal (entry), ==, 5);
  g_assert_cmpstr (mn_session_entry_get_period (entry), ==, "quý I/2026");
  g_assert_cmpstr (mn_session_entry_get_starts (entry), ==, "2026-04-12T08:00:00+07:00");
  g_assert_cmpstr (mn_session_entry_get_chair (entry), ==, "Nguyễn Văn A");
  g_assert_cmpuint (mn_session_entry_get_n_points (entry), ==, 2);
  g_assert_cmpuint (mn_session_entry_get_n_open (entry), ==, 2);
  g_assert_cmpuint (mn_session_entry_get_n_overdue (entry), ==, 1);
  g_assert_null (mn_session_entry_get_error (entry));
  g_assert_true (mn_archive_find (folder->archive, mn_item_get_id (session)) == entry);
  g_assert_null (mn_archive_find (folder->archive, ""));
  g_assert_null (mn_archive_find (folder->archive, NULL));
}

/* Newest first, by the moment and not by how it is written; without a day first; faults last. */
static void
test_order (Folder *folder, gconstpointer unused)
{
  static const char *const expected[] = { "chưa có ngày", "mới", "giữa", "cũ", "broken.minutes" };

  g_free (save_simple (folder, "2026/1.minutes", "giữa", "2026-02-01T23:00:00-05:00"));
  g_free (save_simple (folder, "2026/2.minutes", "mới", "2026-02-02T12:00:00+07:00"));
  g_free (save_simple (folder, "2025/3.minutes", "cũ", "2025-02-02T10:00:00+07:00"));
  g_free (save_simple (folder, "4.minutes", "chưa có ngày", NULL));
  g_free (folder_put (folder, "2026/broken.minutes", "<"));
  folder_refresh (folder);
  g_assert_cmpuint (count_entries (folder), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (mn_session_entry_get_title (get_entry (folder, i)), ==, expected[i]);
}

static void
count_changes_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  guint *changes = user_data;

  changes[0]++;
  changes[1] += removed;
  changes[2] += added;
}

static void
test_changes (Folder *folder, gconstpointer unused)
{
  g_autofree char   *first = save_simple (folder, "2026/1.minutes", "một",
                                          "2026-01-01T08:00:00+07:00");
  g_autofree char   *second = save_simple (folder, "2026/2.minutes", "hai",
                                           "2026-02-01T08:00:00+07:00");
  g_autofree char   *path = g_build_filename (folder->path, "2026", "1.minutes", NULL);
  g_autoptr (MnItem) changed = NULL;
  g_autofree char   *again = NULL;
  MnSessionEntry    *kept;
  guint              changes[3] = { 0 };

  folder_refresh (folder);
  kept = mn_archive_find (folder->archive, second);
  g_signal_connect (mn_archive_get_sessions (folder->archive), "items-changed",
                    G_CALLBACK (count_changes_cb), changes);
  folder_refresh (folder);
  g_assert_cmpuint (changes[0], ==, 0); /* nothing changed, so nothing is told */

  changed = mn_archive_read_session (folder->archive, first, NULL);
  g_assert_nonnull (changed);
  set (mn_session_get_general (changed), "title", "một, sửa");
  again = folder_save (folder, "2026/1.minutes", changed);
  folder_refresh (folder);
  g_assert_cmpuint (changes[0], ==, 1);
  g_assert_cmpuint (changes[1], ==, 1);
  g_assert_cmpuint (changes[2], ==, 1);
  g_assert_cmpstr (mn_session_entry_get_title (mn_archive_find (folder->archive, first)), ==,
                   "một, sửa");
  g_assert_true (mn_archive_find (folder->archive, second) == kept); /* the very same object */

  g_assert_cmpint (g_remove (path), ==, 0);
  folder_refresh (folder);
  g_assert_cmpuint (changes[0], ==, 2);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  g_assert_null (mn_archive_find (folder->archive, first));
}

/* Only what changed is read: a file whose time, size and place are the same isn't opened. */
static void
test_unchanged_not_read (Folder *folder, gconstpointer unused)
{
  g_autofree char *id = save_simple (folder, "2026/1.minutes", "một", "2026-01-01T08:00:00+07:00");
  g_autofree char      *index_path = mn_index_dup_path (folder->path);
  g_autoptr (MnIndex)   index = NULL;
  g_autoptr (MnArchive) other = mn_archive_new (folder->path, folder->clock);
  g_autoptr (GError)    error = NULL;

  folder_refresh (folder);
  index = mn_index_open (folder->path, &error);
  g_assert_true (mn_index_run (index, "UPDATE file SET title = 'from the index'", &error));
  g_assert_true (mn_archive_refresh (other, &error));
  g_assert_cmpstr (mn_session_entry_get_title (mn_archive_find (other, id)), ==, "from the index");
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
refresh_async (MnArchive *archive, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  mn_archive_refresh_async (archive, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static void
test_async (Folder *folder, gconstpointer unused)
{
  g_autofree char *id = save_simple (folder, "2026/1.minutes", "một", "2026-01-01T08:00:00+07:00");
  g_autofree char         *file = folder_put (folder, "a-file", "x");
  g_autoptr (MnArchive)    wrong = mn_archive_new (file, folder->clock);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) good = refresh_async (folder->archive, NULL);
  g_autoptr (GAsyncResult) bad = refresh_async (wrong, NULL);
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GError)       error = NULL;

  g_assert_true (mn_archive_refresh_finish (folder->archive, good, &error));
  g_assert_no_error (error);
  g_assert_nonnull (mn_archive_find (folder->archive, id));
  g_assert_false (mn_archive_refresh_finish (wrong, bad, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  none = refresh_async (folder->archive, cancelled);
  g_assert_false (mn_archive_refresh_finish (folder->archive, none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- what isn't as it should be ------------------------------------------------------------- */

static void
test_hostile_files (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *name, *bytes;
  } hostile[] = {
    { "2026/empty.minutes", "" },
    { "2026/text.minutes", "biên bản" },
    { "2026/html.minutes", "<html/>" },
    { "2026/bomb.minutes", "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><s>&b;</s>" },
    { "2026/cut.minutes",
      "<session xmlns=\"https://minutes.example.org/ns/1\" version=\"1\"><rec" },
    { "2026/style.minutes", "<style xmlns=\"https://minutes.example.org/ns/1\" version=\"1\"/>" },
  };
  g_autofree char *dangling = g_build_filename (folder->path, "gone.minutes", NULL);
  g_autofree char *id = save_simple (folder, "2026/ok.minutes", "tốt", "2026-01-01T08:00:00+07:00");

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    g_free (folder_put (folder, hostile[i].name, hostile[i].bytes));
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  folder_refresh (folder);
  g_assert_cmpuint (count_entries (folder), ==, G_N_ELEMENTS (hostile) + 2);
  g_assert_cmpstr (mn_session_entry_get_id (get_entry (folder, 0)), ==, id);
  for (guint i = 1; i < count_entries (folder); i++)
    {
      MnSessionEntry *entry = get_entry (folder, i);

      g_assert_nonnull (mn_session_entry_get_error (entry));
      g_assert_nonnull (
          strstr (mn_session_entry_get_error (entry), mn_session_entry_get_title (entry)));
      g_assert_cmpstr (mn_session_entry_get_id (entry), ==, "");
      g_assert_cmpstr (mn_session_entry_get_chair (entry), ==, "");
    }
}

static void
test_mended (Folder *folder, gconstpointer unused)
{
  g_autofree char *id = NULL;

  g_free (folder_put (folder, "2026/1.minutes", "<"));
  folder_refresh (folder);
  g_assert_nonnull (mn_session_entry_get_error (get_entry (folder, 0)));
  id = save_simple (folder, "2026/1.minutes", "lành", "2026-01-01T08:00:00+07:00");
  folder_refresh (folder);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  g_assert_null (mn_session_entry_get_error (get_entry (folder, 0)));
  g_assert_cmpstr (mn_session_entry_get_id (get_entry (folder, 0)), ==, id);
}

static void
test_absent_folder (Folder *folder, gconstpointer unused)
{
  g_autofree char      *path = g_build_filename (folder->path, "not", "yet", NULL);
  g_autoptr (MnArchive) archive = mn_archive_new (path, folder->clock);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  g_assert_true (mn_archive_refresh (archive, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (mn_archive_get_sessions (archive)), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  hits = mn_archive_search (archive, "gì đó", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_folder_is_a_file (Folder *folder, gconstpointer unused)
{
  g_autofree char      *path = folder_put (folder, "a-file", "x");
  g_autoptr (MnArchive) archive = mn_archive_new (path, folder->clock);
  g_autoptr (GError)    error = NULL;

  g_assert_false (mn_archive_refresh (archive, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, path));
}

/* The index goes bad while the program runs: found out, made again, nothing lost. */
static void
test_damage_meanwhile (Folder *folder, gconstpointer unused)
{
  g_autofree char *id = save_simple (folder, "2026/1.minutes", "một", "2026-01-01T08:00:00+07:00");
  g_autofree char   *path = mn_index_dup_path (folder->path);
  g_autoptr (GError) error = NULL;
  g_autofree char   *rubbish = g_strnfill (40000, 'x');
  g_autofree char   *second = NULL;
  FILE              *file;

  folder_refresh (folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (path, i == 0 ? "" : "-wal", NULL);

      file = g_fopen (name, "r+");
      g_assert_nonnull (file);
      g_assert_cmpuint (fwrite (rubbish, 1, strlen (rubbish), file), ==, strlen (rubbish));
      fclose (file);
    }
  second = save_simple (folder, "2026/2.minutes", "hai", "2026-02-01T08:00:00+07:00");
  folder_refresh (folder);
  g_assert_cmpuint (count_entries (folder), ==, 2);
  g_assert_nonnull (mn_archive_find (folder->archive, id));
  g_assert_nonnull (mn_archive_find (folder->archive, second));
}

static void
test_read_session (Folder *folder, gconstpointer unused)
{
  g_autofree char *id = save_simple (folder, "2026/1.minutes", "một", "2026-01-01T08:00:00+07:00");
  g_autoptr (MnItem) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mn_archive_read_session (folder->archive, id, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  folder_refresh (folder);
  session = mn_archive_read_session (folder->archive, id, NULL);
  g_assert_nonnull (session);
  g_assert_cmpstr (mn_item_get_id (session), ==, id);
  g_clear_error (&error);
  g_assert_cmpint (g_remove (mn_session_entry_get_path (get_entry (folder, 0))), ==, 0);
  g_assert_null (mn_archive_read_session (folder->archive, id, &error));
  g_assert_nonnull (error);
}

/* ---- neighbours and places ------------------------------------------------------------------ */

static void
test_comparable (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)       old = make_session ("cùng chuỗi", "2025-01-01T08:00:00+07:00");
  g_autoptr (MnItem)       present = make_session ("nay", "2026-03-01T08:00:00+07:00");
  g_autoptr (GPtrArray)    comparable = NULL;
  static const char *const expected[] = { "cùng chuỗi", "khác, mới hơn", "khác, cũ hơn" };

  set (mn_session_get_general (old), "series", "Giao ban");
  set (mn_session_get_general (present), "series", "Giao ban");
  g_free (folder_save (folder, "2025/old.minutes", old));
  g_free (folder_save (folder, "2026/now.minutes", present));
  g_free (save_simple (folder, "2026/1.minutes", "khác, mới hơn", "2026-01-01T08:00:00+07:00"));
  g_free (save_simple (folder, "2024/1.minutes", "khác, cũ hơn", "2024-01-01T08:00:00+07:00"));
  g_free (save_simple (folder, "2026/2.minutes", "sau này", "2026-04-01T08:00:00+07:00"));
  g_free (folder_put (folder, "2026/broken.minutes", "<"));
  folder_refresh (folder);
  comparable = mn_archive_list_comparable (folder->archive, present);
  g_assert_cmpuint (comparable->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < comparable->len; i++)
    g_assert_cmpstr (mn_session_entry_get_title (comparable->pdata[i]), ==, expected[i]);
}

static void
test_new_path (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *title, *starts, *name;
  } cases[] = {
    { "Hội nghị giao ban lần thứ năm (quý I/2024)", "2024-04-12T08:00:00+07:00",
      "2024/2024-04-12-hoi-nghi-giao-ban-lan-thu-nam-quy-i-2024.minutes" },
    { "Đặng Thị Ưu: ../../etc/passwd", "2026-01-02T08:00:00+07:00",
      "2026/2026-01-02-dang-thi-uu-etc-passwd.minutes" },
    { "会議", NULL, "2026/2026-04-15-session.minutes" },
    { NULL, NULL, "2026/2026-04-15-untitled-session.minutes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = make_session (cases[i].title, cases[i].starts);
      g_autofree char   *path = mn_archive_dup_new_path (folder->archive, session);

      g_assert_cmpstr (path + strlen (folder->path) + 1, ==, cases[i].name);
    }
}

static void
test_new_path_is_free (Folder *folder, gconstpointer unused)
{
  g_autofree char   *long_name = g_strnfill (500, 'a');
  g_autoptr (MnItem) session = make_session (long_name, "2026-01-02T08:00:00+07:00");
  g_autofree char   *first = mn_archive_dup_new_path (folder->archive, session);
  g_autofree char   *name = g_path_get_basename (first);
  g_autofree char   *second = NULL, *third = NULL;

  g_assert_cmpuint (strlen (name), <, 120);
  g_free (folder_save (folder, first + strlen (folder->path) + 1, session));
  second = mn_archive_dup_new_path (folder->archive, session);
  g_assert_true (g_str_has_suffix (second, "-2.minutes"));
  g_free (folder_save (folder, second + strlen (folder->path) + 1, session));
  third = mn_archive_dup_new_path (folder->archive, session);
  g_assert_true (g_str_has_suffix (third, "-3.minutes"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/archive/facts", test_facts);
  ADD_TEST ("/archive/order", test_order);
  ADD_TEST ("/archive/changes", test_changes);
  ADD_TEST ("/archive/unchanged-not-read", test_unchanged_not_read);
  ADD_TEST ("/archive/async", test_async);
  ADD_TEST ("/archive/hostile-files", test_hostile_files);
  ADD_TEST ("/archive/mended", test_mended);
  ADD_TEST ("/archive/absent-folder", test_absent_folder);
  ADD_TEST ("/archive/folder-is-a-file", test_folder_is_a_file);
  ADD_TEST ("/archive/damage-meanwhile", test_damage_meanwhile);
  ADD_TEST ("/archive/read-session", test_read_session);
  ADD_TEST ("/archive/comparable", test_comparable);
  ADD_TEST ("/archive/new-path", test_new_path);
  ADD_TEST ("/archive/new-path-is-free", test_new_path_is_free);
  return g_test_run ();
}
