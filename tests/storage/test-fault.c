/* Every call to the system that saving and journalling make fails in turn, and every size of file
 * is once the largest that the disk takes: nothing is lost, nothing is half, and the store says so.
 */

#include "fault.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "folder-test.h"
#include "mn-session.h"
#include "mn-store.h"
#include "mn-xml.h"

#define NOW "2026-04-15T08:30:00+07:00"
#define N_STATES 4
#define LONG 1000000

typedef struct
{
  char       *folder;
  char       *journals;
  char       *path;
  MnClock    *clock;
  MnDocument *document;
  MnStore    *store;
  char       *titles[N_STATES]; /* one after the other */
  GBytes     *files[N_STATES];  /* what the file holds then, whole */
  guint       acknowledged;     /* the last state that was said to be safe */
  guint       n_failed;
  gboolean    litters; /* what was to go couldn't */
} Round;

static const char *
get_title (MnDocument *document)
{
  return mn_item_get (mn_session_get_general (mn_document_get_root (document)), "title");
}

static void
enter_state (Round *self, guint state)
{
  MnItem *general = mn_session_get_general (mn_document_get_root (self->document));

  g_assert_true (mn_document_set (self->document, general, "title", self->titles[state], NULL));
  self->files[state] = mn_xml_write (mn_document_get_root (self->document));
}

/* A sentence for people: it is there, and it is one. */
static void
assert_sentence (const char *message)
{
  g_assert_nonnull (message);
  g_assert_cmpuint (strlen (message), >, 10);
  g_assert_null (strchr (message, '\n'));
}

static void
note_outcome (Round *self, guint state, gboolean good, GError *error)
{
  if (good)
    {
      g_assert_no_error (error);
      self->acknowledged = state;
      return;
    }
  self->n_failed++;
  assert_sentence (error->message);
}

static void
sync_journal (Round *self, guint state)
{
  MnJournal         *journal = mn_store_get_journal (self->store);
  g_autoptr (GError) error = NULL;
  gboolean           good = mn_journal_sync (journal, &error);

  note_outcome (self, state, good, error);
  g_assert_cmpstr (mn_journal_get_message (journal), ==, good ? NULL : error->message);
}

static void
save (Round *self, guint state)
{
  g_autoptr (GError) error = NULL;
  gboolean           good = mn_store_save (self->store, &error);

  note_outcome (self, state, good, error);
  g_assert_cmpint (mn_store_get_state (self->store), ==, good ? MN_STORE_SAVED : MN_STORE_FAILED);
  g_assert_cmpstr (mn_store_get_message (self->store), ==, good ? NULL : error->message);
}

/* @fold_size: of the journal; a small one is folded at once. */
static void
begin_round (Round *self, gsize fold_size)
{
  g_autoptr (MnItem) root = mn_session_new ();

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < N_STATES; i++)
    {
      self->titles[i] = g_strnfill (40, 'x');
      self->titles[i][0] = (char) ('0' + i);
    }
  self->folder = g_dir_make_tmp ("minutes-fault-XXXXXX", NULL);
  self->journals = g_build_filename (self->folder, "journal", NULL);
  self->path = g_build_filename (self->folder, "a.minutes", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, self->path);
  fault_watch (self->folder);
  enter_state (self, 0);
  save (self, 0);
  mn_store_use_journal (self->store, self->journals);
  mn_journal_set_fold_size (mn_store_get_journal (self->store), fold_size);
  g_assert_cmpuint (self->n_failed, ==, 0);
}

/* What may fail: the journal is made, appended to and folded, the file is replaced twice. */
static void
work (Round *self)
{
  enter_state (self, 1);
  sync_journal (self, 1);
  save (self, 1);
  enter_state (self, 2);
  sync_journal (self, 2);
  enter_state (self, 3);
  save (self, 3);
  sync_journal (self, 3);
}

static guint
find_state (Round *self, const char *contents, gsize length)
{
  for (guint i = 0; i < N_STATES; i++)
    {
      gsize       n;
      const char *bytes = g_bytes_get_data (self->files[i], &n);

      if (n == length && memcmp (bytes, contents, n) == 0)
        return i;
    }
  g_error ("the file holds neither the old nor the new: %" G_GSIZE_FORMAT " bytes", length);
}

/* The state that a journal gives back; as after a crash, so it is a copy that is read. */
static guint
recover (Round *self, const char *name)
{
  g_autofree char       *journal = g_build_filename (self->journals, name, NULL);
  g_autofree char       *copy = g_build_filename (self->folder, "copy.journal", NULL);
  g_autofree char       *contents = NULL;
  g_autoptr (MnRecovery) recovery = NULL;
  gsize                  n;
  guint                  state;

  g_assert_true (g_file_get_contents (journal, &contents, &n, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) n, NULL));
  recovery = mn_recovery_read (copy, self->clock, NULL);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  if (recovery == NULL)
    return 0;
  state = get_title (recovery->document) != NULL ? (guint) (get_title (recovery->document)[0] - '0')
                                                 : 0;
  g_assert_cmpuint (state, <, N_STATES);
  /* Another program has nothing to do with it. */
  g_assert_true (recovery->known);
  return state;
}

static void
assert_no_litter (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_no_litter (path);
      else if (!g_str_has_suffix (name, ".minutes") && !g_str_has_suffix (name, ".minutes~") &&
               !g_str_has_suffix (name, ".journal"))
        g_error ("%s was left behind", path);
    }
}

/* As if the program were gone by now: the file and the journals hold all that was said to be safe.
 */
static void
assert_safe (Round *self)
{
  g_autofree char *contents = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->journals, 0, NULL);
  const char      *name;
  gsize            length;
  guint            best;

  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  best = find_state (self, contents, length);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    best = MAX (best, recover (self, name));
  g_assert_cmpuint (best, >=, self->acknowledged);
  if (!self->litters)
    assert_no_litter (self->folder);
  g_assert_cmpstr (get_title (self->document), ==, self->titles[N_STATES - 1]);
}

/* Once the disk takes it again, all of it goes there, and nothing is left over. */
static void
assert_recovers (Round *self)
{
  g_autofree char *contents = NULL;
  gsize            length;

  self->n_failed = 0;
  sync_journal (self, N_STATES - 1);
  save (self, N_STATES - 1);
  g_assert_cmpuint (self->n_failed, ==, 0);
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  g_assert_cmpuint (find_state (self, contents, length), ==, N_STATES - 1);
  g_clear_object (&self->store);
  if (!self->litters)
    assert_no_litter (self->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
end_round (Round *self)
{
  assert_recovers (self);
  if (!self->litters)
    g_assert_cmpuint (count_files (self->journals), ==, 0);
  fault_watch (NULL);
  g_clear_object (&self->document);
  folder_test_remove (self->folder);
  for (guint i = 0; i < N_STATES; i++)
    {
      g_free (self->titles[i]);
      g_bytes_unref (self->files[i]);
    }
  g_free (self->folder);
  g_free (self->journals);
  g_free (self->path);
  mn_clock_unref (self->clock);
}

/* Returns the call that has failed; NULL if there is no n-th one. */
static const char *
run_round (FaultMode mode, guint n, int error, gsize fold_size)
{
  Round       round;
  const char *name;

  begin_round (&round, fold_size);
  fault_arm (mode, n, error);
  work (&round);
  name = fault_get_name ();
  fault_arm (FAULT_NONE, 0, 0);
  if (name == NULL)
    g_assert_cmpuint (round.n_failed, ==, 0);
  round.litters = name != NULL && (mode == FAULT_FROM_ON || strcmp (name, "unlink") == 0);
  assert_safe (&round);
  end_round (&round);
  return name;
}

typedef struct
{
  const char *name;
  FaultMode   mode;
  int         error;
  gsize       fold_size;
} Case;

static const Case cases[] = {
  { "once/no-space", FAULT_ONCE, ENOSPC, LONG },
  { "once/i-o", FAULT_ONCE, EIO, LONG },
  { "once/not-allowed", FAULT_ONCE, EACCES, LONG },
  { "from-on/no-space", FAULT_FROM_ON, ENOSPC, LONG },
  { "from-on/i-o", FAULT_FROM_ON, EIO, LONG },
  { "short/no-space", FAULT_SHORT, ENOSPC, LONG },
  { "fold/once", FAULT_ONCE, EIO, 100 },
  { "fold/from-on", FAULT_FROM_ON, ENOSPC, 100 },
  { "fold/short", FAULT_SHORT, ENOSPC, 100 },
};

/* Each of them failed at least once; behind half a write it is the other half that fails. */
static const char *const calls[] = { "write", "open",  "rename",    "link",
                                     "close", "fsync", "fdatasync", "unlink" };

static void
test_case (gconstpointer data)
{
  const Case            *self = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char            *name;
  guint                  n = 1;

  for (; (name = run_round (self->mode, n, self->error, self->fold_size)) != NULL; n++)
    g_hash_table_add (seen, (gpointer) name);
  g_test_message ("%u calls failed in turn", n - 1);
  /* Else nothing would have been shown. */
  g_assert_cmpuint (n, >, self->fold_size < LONG ? 40 : 20);
  for (guint i = 0; i < (self->mode == FAULT_SHORT ? 1 : G_N_ELEMENTS (calls)); i++)
    g_assert_true (g_hash_table_contains (seen, calls[i]));
}

/* ---- files that may not grow ---------------------------------------------------------------- */

static gboolean
run_limited (rlim_t size)
{
  Round         round;
  struct rlimit before, small;
  gboolean      failed;

  begin_round (&round, LONG);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  work (&round);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  failed = round.n_failed > 0;
  assert_safe (&round);
  end_round (&round);
  return failed;
}

static void
test_size_limit (void)
{
  rlim_t size = 0;

  signal (SIGXFSZ, SIG_IGN);
  for (; run_limited (size); size++)
    {
    }
  g_assert_cmpuint (size, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fault/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/fault/size-limit", test_size_limit);
  return g_test_run ();
}
