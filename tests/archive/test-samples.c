#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "archive-make.h"
#include "mn-check.h"

#define N_SAMPLES 8

static void
write_samples (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  mn_archive_write_samples (folder->path, &error);
  g_assert_no_error (error);
  folder_refresh (folder);
}

/* Every sample is a session without fault, in the folder of its year, and another one's forerunner
 * is there. */
static void
test_sound (Folder *folder, gconstpointer unused)
{
  GListModel *list = mn_archive_get_sessions (folder->archive);

  write_samples (folder);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_SAMPLES);
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (list, i);
      g_autoptr (MnItem)         session = NULL;
      g_autoptr (GPtrArray)      findings = NULL;
      g_autofree char           *parent = g_path_get_dirname (mn_session_entry_get_path (entry));
      g_autofree char           *year = g_path_get_basename (parent);

      g_assert_cmpstr (mn_session_entry_get_error (entry), ==, NULL);
      g_assert_true (g_str_has_prefix (mn_session_entry_get_starts (entry), year));
      session = mn_archive_read_session (folder->archive, mn_session_entry_get_id (entry), NULL);
      findings = mn_check_session (session);
      for (guint n = 0; n < findings->len; n++)
        if (((MnFinding *) findings->pdata[n])->severity == MN_FINDING_ERROR)
          g_error ("%s: %s", mn_session_entry_get_path (entry),
                   ((MnFinding *) findings->pdata[n])->text);
    }
}

/* Rows that name a session of the archive find their conclusion in it. */
static void
test_origins (Folder *folder, gconstpointer unused)
{
  GListModel *list = mn_archive_get_sessions (folder->archive);
  guint       n_inside = 0, n_outside = 0;

  write_samples (folder);
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (list, i);
      g_autoptr (MnItem)         session = mn_archive_read_session (folder->archive,
                                                                    mn_session_entry_get_id (entry), NULL);
      MnItem                    *record = mn_session_get_record (session);

      for (guint n = 0; n < mn_item_get_n_children (record, "follow-ups"); n++)
        {
          g_autoptr (MnOrigin) origin = mn_archive_get_origin (
              folder->archive, mn_item_get_child (record, "follow-ups", n));

          g_assert_false (origin->missing);
          g_assert_cmpstr (origin->text, !=, "");
          if (origin->session != NULL)
            n_inside++;
          else
            n_outside++;
        }
    }
  g_assert_cmpuint (n_inside, >, 5);
  g_assert_cmpuint (n_outside, >, 0);
}

/* ---- only into an empty folder -------------------------------------------------------------- */

static void
assert_refused (Folder *folder, const char *path, const char *in_the_way)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mn_archive_write_samples (path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_test (in_the_way, G_FILE_TEST_EXISTS));
  folder_refresh (folder);
  g_assert_cmpuint (g_list_model_get_n_items (mn_archive_get_sessions (folder->archive)), ==, 0);
}

static void
test_refused (Folder *folder, gconstpointer unused)
{
  g_autofree char *hidden = folder_put (folder, ".hidden", "x");

  assert_refused (folder, folder->path, hidden);
  assert_refused (folder, hidden, hidden); /* a file */
}

static void
test_absent (Folder *folder, gconstpointer unused)
{
  g_autofree char   *path = g_build_filename (folder->path, "new", "deep", NULL);
  g_autofree char   *year = g_build_filename (path, "2026", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_archive_write_samples (path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (year, G_FILE_TEST_IS_DIR));
  g_assert_false (mn_archive_write_samples (path, &error)); /* not twice */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/samples/sound", test_sound);
  ADD_TEST ("/samples/origins", test_origins);
  ADD_TEST ("/samples/refused", test_refused);
  ADD_TEST ("/samples/absent", test_absent);
  return g_test_run ();
}
