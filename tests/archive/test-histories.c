#include "archive-make.h"
#include "mn-archive-private.h"
#include "mn-item-history.h"

/* What a later session says of a task is known to the session that set it, and the other way
 * round: the row knows where it comes from. */
static void
test_both_ways (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     first = make_session ("một", "2026-01-08T08:00:00+07:00");
  g_autoptr (MnItem)     second = make_session ("hai", "2026-04-08T08:00:00+07:00");
  MnItem                *task = add_task (first, "việc", "2026-03-31");
  MnItem                *row = add_row (second, first, task);
  MnItem                *entry = add_entry (row, "doing", "2026-04-08T08:10:00+07:00");
  g_autofree char       *first_path = folder_save (folder, "2026/1.minutes", first);
  g_autofree char       *second_path = folder_save (folder, "2026/2.minutes", second);
  g_autoptr (GHashTable) of_first = NULL;
  g_autoptr (GHashTable) of_second = NULL;
  MnItemHistory         *history;

  folder_refresh (folder);
  of_first = mn_archive_get_histories (folder->archive, first);
  history = g_hash_table_lookup (of_first, mn_item_get_id (task));
  g_assert_nonnull (history);
  g_assert_cmpuint (history->entries->len, ==, 1);
  g_assert_cmpstr (mn_item_get_id (history->entries->pdata[0]), ==, mn_item_get_id (entry));
  g_assert_null (history->session);

  of_second = mn_archive_get_histories (folder->archive, second);
  history = g_hash_table_lookup (of_second, mn_item_get_id (task)); /* by what it goes back to */
  g_assert_nonnull (history);
  g_assert_cmpuint (history->entries->len, ==, 0); /* its own it knows itself */
  g_assert_cmpuint (history->first_deadline, ==, mn_archive_parse_day ("2026-03-31"));
  g_assert_cmpstr (mn_item_get_id (history->session), ==, mn_item_get_id (first));
}

/* A session that isn't in the archive has histories too, of what the archive knows. */
static void
test_stranger (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     stranger = make_session ("lạ", NULL);
  MnItem                *task = add_task (stranger, "việc", NULL);
  g_autoptr (GHashTable) histories = NULL;

  folder_refresh (folder);
  histories = mn_archive_get_histories (folder->archive, stranger);
  g_assert_cmpuint (g_hash_table_size (histories), ==, 1);
  g_assert_true (g_hash_table_contains (histories, mn_item_get_id (task)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/histories/both-ways", test_both_ways);
  ADD_TEST ("/histories/stranger", test_stranger);
  return g_test_run ();
}
