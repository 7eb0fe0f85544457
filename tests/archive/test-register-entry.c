#include "mn-register-entry.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mn-error.h"
#include "number-make.h"

#define PROVINCE "Tỉnh ủy Sông Ngân"

static MnItem *
make_entry (const char *kind, const char *number)
{
  MnItem *entry = mn_item_new (mn_kind_find (kind));

  set (entry, "body", PROVINCE);
  set (entry, "kind", "TB");
  set (entry, "number", number);
  return entry;
}

static MnItem *
read_numbers (Folder *folder)
{
  g_autoptr (GError) error = NULL;
  MnItem *root = mn_archive_read_document (folder->archive, mn_kind_find ("number-register"),
                                           &error);

  g_assert_no_error (error);
  return root;
}

static guint
count (Folder *folder, const char *slot)
{
  g_autoptr (MnItem) root = read_numbers (folder);

  return mn_item_get_n_children (root, slot);
}

static void
put (Folder *folder, MnItem *entry)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_register_put (folder->archive, entry, NULL, &error));
  g_assert_no_error (error);
}

static void
expect_refused (Folder *folder, MnItem *entry, const char *words)
{
  g_autoptr (MnItem) before = read_numbers (folder), after = NULL;
  g_autoptr (MnItem) old = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mn_register_put (folder->archive, entry, &old, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (old);
  after = read_numbers (folder);
  g_assert_true (mn_item_equal (before, after));
}

/* The next number where none is named, one after the other; kept from today on. */
static void
test_reserve (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     first = make_entry ("reserved-number", NULL);
  g_autoptr (MnItem)     second = make_entry ("reserved-number", NULL), root = NULL;
  g_autoptr (MnRegister) numbers = NULL;
  MnItem                *kept;

  put_notice (folder, PROVINCE, "7", "2026-02-09");
  set (first, "reason", "Hội nghị");
  put (folder, first);
  put (folder, second);
  root = read_numbers (folder);
  kept = mn_item_get_child (root, "reserved", 0);
  g_assert_cmpstr (mn_item_get (kept, "number"), ==, "8");
  g_assert_cmpstr (mn_item_get (kept, "date"), ==, TODAY);
  g_assert_cmpstr (mn_item_get (kept, "reason"), ==, "Hội nghị");
  g_assert_cmpstr (mn_item_get (first, "number"), ==, "8");
  g_assert_cmpstr (mn_item_get (second, "number"), ==, "9");
  numbers = mn_register_new (folder->archive, NULL, NULL);
  g_assert_cmpuint (mn_register_find_entry (numbers, second)->next, ==, 10);
}

/* What somebody has can't be kept, be it a document's, a reservation or issued elsewhere. */
static void
test_taken (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) kept = make_entry ("reserved-number", "12");
  g_autoptr (MnItem) foreign = make_entry ("foreign-number", "20");
  const char *const  taken[] = { "7", "12", "20" };

  put_notice (folder, PROVINCE, "7", "2026-02-09");
  put (folder, kept);
  set (foreign, "date", "2026-03-01");
  put (folder, foreign);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (MnItem) entry = make_entry ("reserved-number", taken[i]);
      g_autofree char   *number = g_strdup_printf ("%02u-TB/TU", atoi (taken[i]));

      expect_refused (folder, entry, number);
    }
}

/* A number issued elsewhere is a fact: a document's double is entered and told, but what is kept
 * for something else must be taken back first. */
static void
test_foreign (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     kept = make_entry ("reserved-number", "12");
  g_autoptr (MnItem)     on_kept = make_entry ("foreign-number", "12");
  g_autoptr (MnItem)     twice = make_entry ("foreign-number", "7");
  g_autoptr (MnRegister) numbers = NULL;
  MnNumberSequence      *sequence;
  MnNumberEntry         *entry;

  put_notice (folder, PROVINCE, "7", "2026-02-09");
  put (folder, kept);
  expect_refused (folder, twice, "Date");
  set (twice, "date", "2026-02-20");
  set (on_kept, "date", "2026-02-20");
  expect_refused (folder, on_kept, "is reserved");
  put (folder, twice);
  numbers = mn_register_new (folder->archive, NULL, NULL);
  sequence = mn_register_find_entry (numbers, twice);
  entry = sequence->entries->pdata[0];
  g_assert_cmpuint (entry->number, ==, 7);
  g_assert_true (entry->twice);
}

/* An entry with the same id takes the place of the other, which undoes it; a sequence has one first
 * number. */
static void
test_change (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) entry = make_entry ("reserved-number", "12"), before = NULL;
  g_autoptr (MnItem) start = make_entry ("number-start", "3");
  g_autoptr (MnItem) again = make_entry ("number-start", "5"), root = NULL;
  g_autoptr (GError) error = NULL;

  put (folder, entry);
  set (entry, "number", "14");
  g_assert_true (mn_register_put (folder->archive, entry, &before, &error));
  g_assert_cmpstr (mn_item_get (before, "number"), ==, "12");
  g_assert_cmpuint (count (folder, "reserved"), ==, 1);
  put (folder, before);
  put (folder, start);
  put (folder, again);
  root = read_numbers (folder);
  g_assert_cmpstr (mn_item_get (mn_item_get_child (root, "reserved", 0), "number"), ==, "12");
  g_assert_cmpuint (mn_item_get_n_children (root, "starts"), ==, 1);
  g_assert_cmpstr (mn_item_get (mn_item_get_child (root, "starts", 0), "number"), ==, "5");
}

static void
test_drop (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) entry = make_entry ("reserved-number", "12"), before = NULL;
  g_autoptr (GError) error = NULL;

  put (folder, entry);
  g_assert_true (mn_register_drop (folder->archive, mn_item_get_id (entry), &before, &error));
  g_assert_cmpuint (count (folder, "reserved"), ==, 0);
  g_assert_true (mn_item_equal (before, entry));
  g_assert_false (mn_register_drop (folder->archive, mn_item_get_id (entry), NULL, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  put (folder, before);
  g_assert_cmpuint (count (folder, "reserved"), ==, 1);
}

static void
test_incomplete (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) no_body = make_entry ("reserved-number", "1");
  g_autoptr (MnItem) no_number = make_entry ("number-start", NULL);
  g_autoptr (MnItem) too_low = make_entry ("reserved-number", "0");
  g_autoptr (MnItem) too_high = make_entry ("reserved-number", "100000");
  g_autoptr (MnItem) no_day = mn_item_new (mn_kind_find ("term"));
  g_autoptr (MnItem) numbers = mn_item_new (mn_kind_find ("number-register"));

  put_numbers (folder, numbers);
  set (no_body, "body", NULL);
  set (no_day, "body", PROVINCE);
  expect_refused (folder, no_body, "Body");
  expect_refused (folder, no_number, "Number");
  expect_refused (folder, too_low, "between 1 and 99999");
  expect_refused (folder, too_high, "between 1 and 99999");
  expect_refused (folder, no_day, "From");
}

/* Somebody has numbers.xml open, the file is damaged: nothing is written, and one sentence says
 * so. */
static void
test_in_the_way (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)  entry = make_entry ("reserved-number", "12");
  g_autoptr (MnItem)  there = make_entry ("reserved-number", "11");
  g_autoptr (GError)  error = NULL;
  g_autofree char    *path = NULL, *bytes = NULL;
  g_autoptr (MnStore) store = NULL;

  put (folder, there);
  store = mn_archive_open_document (folder->archive, mn_kind_find ("number-register"), NULL);
  g_assert_false (mn_register_put (folder->archive, entry, NULL, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "numbers.xml"));
  g_clear_error (&error);
  g_clear_object (&store);
  path = folder_put (folder, "numbers.xml", "<numbers/>");
  g_assert_false (mn_register_put (folder->archive, entry, NULL, &error));
  g_assert_nonnull (strstr (error->message, "numbers.xml"));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "<numbers/>");
}

/* ---- two at the same time ------------------------------------------------------------------- */

#define CHILDREN 4
#define EACH 5

static void
reserve_in_child (Folder *folder, int start)
{
  g_autoptr (MnClock)   clock = mn_clock_new_fixed (TODAY);
  g_autoptr (MnArchive) archive = mn_archive_new (folder->path, clock);
  char                  byte;

  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  /* A fork goes on with its parent's random numbers; the entries would have the same ids. */
  g_random_set_seed ((guint32) getpid ());
  if (read (start, &byte, 1) != 1)
    _exit (1);
  for (guint i = 0; i < EACH; i++)
    {
      g_autoptr (MnItem) entry = make_entry ("reserved-number", NULL);

      if (!mn_register_put (archive, entry, NULL, NULL))
        _exit (2);
    }
  _exit (0);
}

/* Each gets numbers of its own, and none is lost. */
static void
test_at_the_same_time (Folder *folder, gconstpointer unused)
{
  pid_t pids[CHILDREN];
  int   gate[2], status;

  g_assert_cmpint (pipe (gate), ==, 0);
  for (guint i = 0; i < CHILDREN; i++)
    {
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] == 0)
        reserve_in_child (folder, gate[0]);
    }
  g_assert_cmpint (write (gate[1], "gggg", CHILDREN), ==, CHILDREN);
  for (guint i = 0; i < CHILDREN; i++)
    {
      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
  close (gate[0]);
  close (gate[1]);
  g_assert_cmpuint (count (folder, "reserved"), ==, CHILDREN * EACH);
  {
    g_autoptr (MnRegister) numbers = mn_register_new (folder->archive, NULL, NULL);
    MnNumberSequence      *sequence = mn_register_get_sequences (numbers)->pdata[0];

    for (guint i = 0; i < sequence->entries->len; i++)
      g_assert_cmpuint (((MnNumberEntry *) sequence->entries->pdata[i])->number, ==, i + 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* First, while this process has no thread and no index. */
  ADD_NUMBER_TEST ("/register-entry/at-the-same-time", test_at_the_same_time);
  ADD_NUMBER_TEST ("/register-entry/reserve", test_reserve);
  ADD_NUMBER_TEST ("/register-entry/taken", test_taken);
  ADD_NUMBER_TEST ("/register-entry/foreign", test_foreign);
  ADD_NUMBER_TEST ("/register-entry/change", test_change);
  ADD_NUMBER_TEST ("/register-entry/drop", test_drop);
  ADD_NUMBER_TEST ("/register-entry/incomplete", test_incomplete);
  ADD_NUMBER_TEST ("/register-entry/in-the-way", test_in_the_way);
  return g_test_run ();
}
