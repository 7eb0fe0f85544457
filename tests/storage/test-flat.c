/* However much is typed, saved and journalled: memory, live and resident, and open files stay what
 * they were. Measured behind the 10,000 steps that undo keeps; 100,000 edits with MINUTES_LONG. */

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "folder-test.h"
#include "mn-history.h"
#include "mn-session.h"
#include "mn-store.h"

#define NOW "2026-04-15T08:30:00+07:00"
#define N_BEFORE (MN_HISTORY_MAX_GROUPS + 500)
#define MAX_GROWTH 150000              /* bytes: less than two an edit, or forty in a short run */
#define MAX_RESIDENT (4 * 1024 * 1024) /* bytes: what the heap is cut into changes a little */

/* Of the address sanitizer, where it is: what it keeps back isn't counted. */
extern gsize __sanitizer_get_current_allocated_bytes (void) __attribute__ ((weak));

typedef struct
{
  char       *folder;
  MnClock    *clock;
  MnDocument *document;
  MnStore    *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char   *path = NULL;
  g_autofree char   *journals = NULL;
  g_autoptr (MnItem) root = mn_session_new ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("minutes-flat-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.minutes", NULL);
  journals = g_build_filename (self->folder, "journal", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, path);
  mn_store_use_journal (self->store, journals);
  mn_store_set_autosave_delay (self->store, 1000);
  mn_journal_set_sync_delay (mn_store_get_journal (self->store), 100);
  mn_journal_set_fold_size (mn_store_get_journal (self->store), 100000);
  mn_store_save (self->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  g_clear_object (&self->document);
  folder_test_remove (self->folder);
  g_free (self->folder);
  mn_clock_unref (self->clock);
}

typedef struct
{
  gsize memory;
  gsize resident; /* 0 beside the sanitizer, which keeps back what is freed */
  guint n_files;
  gsize on_disk; /* the journal */
} Measured;

static gsize
measure_resident (void)
{
  g_autofree char *contents = NULL;
  gsize            total = 0, resident = 0;

  if (__sanitizer_get_current_allocated_bytes != NULL)
    return 0;
  g_assert_true (g_file_get_contents ("/proc/self/statm", &contents, NULL, NULL));
  g_assert_cmpint (sscanf (contents, "%zu %zu", &total, &resident), ==, 2);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

/* At rest: all that was started has ended. */
static Measured
measure (Fixture *self)
{
  MnJournal         *journal = mn_store_get_journal (self->store);
  Measured           measured = { 0 };
  g_autoptr (GDir)   dir = NULL;
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;

  mn_store_save (self->store, &error);
  g_assert_no_error (error);
  g_assert_true (mn_journal_sync (journal, NULL));
  g_assert_true (mn_journal_sync (journal, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
  if (__sanitizer_get_current_allocated_bytes != NULL)
    measured.memory = __sanitizer_get_current_allocated_bytes ();
  else
    measured.memory = mallinfo2 ().uordblks;
  measured.resident = measure_resident ();
  dir = g_dir_open ("/proc/self/fd", 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    measured.n_files++;
  g_assert_true (
      g_file_get_contents (mn_journal_get_path (journal), &contents, &measured.on_disk, NULL));
  return measured;
}

typedef void (*EditFunc) (Fixture *self, guint i);

/* Each is a step of its own for undo. */
static void
set_title (Fixture *self, guint i)
{
  g_autofree char *title = g_strdup_printf ("Hội nghị thứ %09u", i);
  MnItem          *general = mn_session_get_general (mn_document_get_root (self->document));

  mn_document_set (self->document, general, "title", title, NULL);
}

/* Typing without a pause or a blank, and taking back: one step that never ends. */
static void
type_on (Fixture *self, guint i)
{
  MnItem            *general = mn_session_get_general (mn_document_get_root (self->document));
  g_autoptr (MnText) letter = mn_text_new ("ă");
  guint              at = i % 100 < 50 ? i % 50 : 49 - i % 50;

  if (i % 100 < 50)
    mn_document_splice (self->document, general, "theme", at, 0, letter, NULL);
  else
    mn_document_splice (self->document, general, "theme", at, 1, NULL, NULL);
}

static void
edit (Fixture *self, EditFunc func, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      func (self, i);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_flat (Fixture *self, gconstpointer data)
{
  EditFunc func = data;
  guint    n_after = g_getenv ("MINUTES_LONG") != NULL ? 100000 : N_BEFORE + 4000;
  Measured before, after;

  edit (self, func, 0, N_BEFORE);
  before = measure (self);
  edit (self, func, N_BEFORE, n_after);
  after = measure (self);
  g_test_message ("%u edits: %" G_GSIZE_FORMAT " bytes and %u files; %u: %" G_GSIZE_FORMAT
                  " bytes and %u files",
                  N_BEFORE, before.memory, before.n_files, n_after, after.memory, after.n_files);
  g_test_message ("resident: %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " bytes", before.resident,
                  after.resident);
  g_assert_cmpuint (after.memory, <, before.memory + MAX_GROWTH);
  g_assert_cmpuint (after.resident, <=, before.resident + MAX_RESIDENT);
  g_assert_cmpuint (after.n_files, <=, before.n_files);
  g_assert_cmpuint (after.on_disk, <, 2 * 1000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/flat/steps", Fixture, set_title, set_up, test_flat, tear_down);
  g_test_add ("/flat/one-step", Fixture, type_on, set_up, test_flat, tear_down);
  return g_test_run ();
}
