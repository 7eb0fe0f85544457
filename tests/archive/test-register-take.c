#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mn-error.h"
#include "mn-register.h"
#include "mn-xml.h"
#include "number-make.h"

#define PROVINCE "Tỉnh ủy Sông Ngân"

/* A session with an unnumbered notice and somebody to sign it, open for editing. */
static MnStore *
open_draft (Folder *folder, const char *name, MnClock *clock)
{
  g_autoptr (MnItem) session = make_issuing_session (PROVINCE, TODAY);
  MnItem            *document = add (session, "documents", NULL);
  g_autofree char   *path = NULL;
  g_autoptr (GError) error = NULL;
  MnStore           *store;

  set (document, "form", "notice");
  set (document, "state", "draft");
  point_at (mn_session_get_general (session), "signatory", add_party (session, "Lê Văn Hải"));
  path = folder_save (folder, name, session);
  store = mn_store_open (path, clock, &error);
  g_assert_no_error (error);
  return store;
}

static MnItem *
get_notice (MnStore *store)
{
  return mn_session_get_document (mn_document_get_root (mn_store_get_document (store)), "notice");
}

static void
test_take (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnStore) store = open_draft (folder, "2026/a.minutes", folder->clock);
  g_autoptr (MnItem)  read = NULL;
  g_autoptr (GError)  error = NULL;

  put_notice (folder, PROVINCE, "7", "2026-02-09");
  g_assert_true (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_TAKE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mn_item_get (get_notice (store), "number"), ==, "8");
  g_assert_cmpstr (mn_item_get (get_notice (store), "state"), ==, "draft");
  g_assert_cmpint (mn_store_get_state (store), ==, MN_STORE_SAVED);
  g_assert_cmpstr (mn_document_get_undo_name (mn_store_get_document (store)), ==, "Take a number");
  g_assert_true (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_ISSUE, &error));
  read = mn_xml_read_file (mn_store_get_path (store), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mn_item_get (mn_session_get_document (read, "notice"), "state"), ==, "issued");
  g_assert_cmpstr (mn_item_get (mn_session_get_document (read, "notice"), "number"), ==, "8");
  g_assert_cmpstr (mn_item_get (mn_session_get_document (read, "notice"), "date"), ==, TODAY);
  /* The paper says itself who signs it. */
  g_assert_cmpstr (mn_item_get (mn_session_get_document (read, "notice"), "signatory"), ==,
                   mn_item_get (mn_session_get_general (read), "signatory"));
  /* One step takes the issue back. */
  g_assert_true (mn_document_undo (mn_store_get_document (store)));
  g_assert_cmpstr (mn_item_get (get_notice (store), "state"), ==, "draft");
  g_assert_null (mn_item_get (get_notice (store), "date"));
  g_assert_cmpstr (mn_item_get (get_notice (store), "number"), ==, "8");
}

/* Nothing is issued that nobody signs; a number may be taken before that is known. */
static void
test_unsigned (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnStore) store = open_draft (folder, "2026/a.minutes", folder->clock);
  MnDocument         *document = mn_store_get_document (store);
  g_autoptr (GError)  error = NULL;

  g_assert_true (mn_document_set (
      document, mn_session_get_general (mn_document_get_root (document)), "signatory", NULL, NULL));
  g_assert_false (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_ISSUE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "Signatory"));
  g_assert_null (mn_item_get (get_notice (store), "date"));
  g_assert_null (mn_item_get (get_notice (store), "number"));
  g_assert_cmpstr (mn_item_get (get_notice (store), "state"), ==, "draft");
}

/* Minutes are signed by who chaired, as their paper says; a group that chaired signs nothing. */
static void
test_minutes_signed (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)  session = make_issuing_session (PROVINCE, TODAY);
  MnItem             *minutes = add (session, "documents", NULL);
  MnItem             *group = add_party (session, "Đoàn Chủ tịch");
  MnItem             *chair = add_party (session, "Lê Văn Hải");
  g_autofree char    *path = NULL, *chairs = g_strdup_printf ("%s %s", mn_item_get_id (group),
                                                              mn_item_get_id (chair));
  g_autoptr (MnStore) store = NULL;
  g_autoptr (GError)  error = NULL;

  set (group, "type", "group");
  set (chair, "type", "person");
  set (mn_session_get_general (session), "chairs", chairs);
  set (minutes, "form", "minutes");
  path = folder_save (folder, "2026/a.minutes", session);
  store = mn_store_open (path, folder->clock, &error);
  g_assert_no_error (error);
  minutes = mn_document_find (mn_store_get_document (store), mn_item_get_id (minutes));
  g_assert_true (mn_register_take (folder->archive, store, minutes, MN_NUMBER_ISSUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (mn_item_get (minutes, "signatory"), ==, mn_item_get_id (chair));
}

static void
test_refused (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnStore) store = open_draft (folder, "2026/a.minutes", folder->clock);
  MnDocument         *document = mn_store_get_document (store);
  g_autoptr (MnItem)  before = NULL;
  g_autoptr (GError)  error = NULL;

  put_notice (folder, PROVINCE, "7", "2026-02-09");
  g_assert_true (mn_document_set (document, get_notice (store), "number", "7", NULL));
  before = mn_item_copy (mn_document_get_root (document), MN_COPY_SAME_IDS);
  g_assert_false (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_ISSUE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "07-TB/TU"));
  g_assert_nonnull (strstr (error->message, "09/02/2026"));
  g_assert_true (mn_item_equal (mn_document_get_root (document), before));
}

static void
test_no_body (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnStore) store = open_draft (folder, "2026/a.minutes", folder->clock);
  MnDocument         *document = mn_store_get_document (store);
  g_autoptr (GError)  error = NULL;

  g_assert_true (mn_document_set (
      document, mn_session_get_general (mn_document_get_root (document)), "body", NULL, NULL));
  g_assert_false (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_ISSUE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_assert_null (mn_item_get (get_notice (store), "number"));
  g_assert_null (mn_item_get (get_notice (store), "date"));
}

/* What can't be saved isn't taken: somebody else wrote the file meanwhile. */
static void
test_not_saved (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnStore) store = open_draft (folder, "2026/a.minutes", folder->clock);
  g_autoptr (MnItem)  other = make_issuing_session (PROVINCE, TODAY);
  g_autofree char    *path = folder_save (folder, "2026/a.minutes", other);
  g_autoptr (GError)  error = NULL;

  g_assert_false (
      mn_register_take (folder->archive, store, get_notice (store), MN_NUMBER_TAKE, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  g_assert_null (mn_item_get (get_notice (store), "number"));
}

/* ---- two at the same time ------------------------------------------------------------------- */

static int
count_rounds (void)
{
  return g_getenv ("MINUTES_LONG") != NULL ? 50 : 10;
}

/* A process of its own, with an archive of its own; gives back its number. */
static int
take_in_child (Folder *folder, const char *name, int start)
{
  g_autoptr (MnClock)   clock = mn_clock_new_fixed (TODAY);
  g_autoptr (MnArchive) archive = mn_archive_new (folder->path, clock);
  g_autofree char      *path = g_build_filename (folder->path, name, NULL);
  g_autoptr (MnStore)   store = mn_store_open (path, clock, NULL);
  char                  byte;

  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  /* Both stand ready before either runs. */
  if (store == NULL || read (start, &byte, 1) != 1)
    return 0;
  if (!mn_register_take (archive, store, get_notice (store), MN_NUMBER_ISSUE, NULL))
    return 0;
  return (int) mn_item_get_integer (get_notice (store), "number", 0);
}

static pid_t
start_child (Folder *folder, const char *name, const int *gate)
{
  g_autoptr (MnStore) draft = open_draft (folder, name, folder->clock);
  pid_t               pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    _exit (take_in_child (folder, name, gate[0]));
  return pid;
}

static int
wait_for (pid_t pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_at_the_same_time (Folder *folder, gconstpointer unused)
{
  for (int i = 0; i < count_rounds (); i++)
    {
      g_autofree char *one = g_strdup_printf ("2026/one-%d.minutes", i);
      g_autofree char *two = g_strdup_printf ("2026/two-%d.minutes", i);
      int              gate[2];
      pid_t            first, second;
      int              a, b;

      g_assert_cmpint (pipe (gate), ==, 0);
      first = start_child (folder, one, gate);
      second = start_child (folder, two, gate);
      g_assert_cmpint (write (gate[1], "gg", 2), ==, 2);
      a = wait_for (first);
      b = wait_for (second);
      close (gate[0]);
      close (gate[1]);
      g_assert_cmpint (MIN (a, b), ==, 2 * i + 1);
      g_assert_cmpint (MAX (a, b), ==, 2 * i + 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* First, while this process has no thread and no index. */
  ADD_NUMBER_TEST ("/register-take/at-the-same-time", test_at_the_same_time);
  ADD_NUMBER_TEST ("/register-take/take", test_take);
  ADD_NUMBER_TEST ("/register-take/unsigned", test_unsigned);
  ADD_NUMBER_TEST ("/register-take/minutes-signed", test_minutes_signed);
  ADD_NUMBER_TEST ("/register-take/refused", test_refused);
  ADD_NUMBER_TEST ("/register-take/no-body", test_no_body);
  ADD_NUMBER_TEST ("/register-take/not-saved", test_not_saved);
  return g_test_run ();
}
