#include "mn-ui-samples.h"

#include <signal.h>
#include <sys/resource.h>

#include "mn-signs.h"
#include "mn-ui-test.h"

MnClock *
mn_ui_test_clock (void)
{
  static MnClock *clock;

  if (!clock)
    clock = mn_clock_new_fixed (MN_UI_TEST_TODAY);

  return clock;
}

MnArchive *
mn_ui_test_samples (const char *name)
{
  g_autofree char   *folder = mn_ui_test_dup_folder (name);
  g_autoptr (GError) error = NULL;
  MnArchive         *archive;

  mn_archive_write_samples (folder, &error);
  g_assert_no_error (error);
  archive = mn_archive_new (folder, mn_ui_test_clock ());
  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  mn_archive_refresh (archive, &error);
  g_assert_no_error (error);

  return archive;
}

MnSessionEntry *
mn_ui_test_entry (MnArchive *archive, guint n)
{
  g_autoptr (MnSessionEntry) entry = g_list_model_get_item (mn_archive_get_sessions (archive), n);

  g_assert_nonnull (entry);

  return entry; /* the archive keeps it */
}

MnStore *
mn_ui_test_store (MnArchive *archive, guint n)
{
  g_autoptr (GError) error = NULL;
  MnStore *store = mn_store_open (mn_session_entry_get_path (mn_ui_test_entry (archive, n)),
                                  mn_ui_test_clock (), &error);

  g_assert_no_error (error);

  return store;
}

char *
mn_ui_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

void
mn_ui_test_break_saving (void)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = 64;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
mn_ui_test_mend_saving (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}
