#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mn-error.h"
#include "mn-item-private.h"
#include "mn-save-job.h"
#include "mn-session.h"
#include "mn-store.h"
#include "mn-text.h"
#include "mn-xml.h"
#include "storage-fill.h"

#define NOW "2026-04-15T08:30:00+07:00"

typedef struct
{
  char       *folder;
  char       *path;
  char       *backup;
  MnClock    *clock;
  MnDocument *document;
  MnStore    *store;
  GString    *states; /* one letter for each notified state */
} Fixture;

static void
note_state_cb (Fixture *self)
{
  g_string_append_c (self->states, "sdwf"[mn_store_get_state (self->store)]);
}

static void
watch (Fixture *self)
{
  g_string_truncate (self->states, 0);
  g_signal_connect_swapped (self->store, "notify::state", G_CALLBACK (note_state_cb), self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = mn_session_new ();

  self->folder = g_dir_make_tmp ("minutes-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.minutes", NULL);
  self->backup = g_strconcat (self->path, "~", NULL);
  self->clock = mn_clock_new_fixed (NOW);
  self->document = mn_document_new (root, self->clock);
  self->store = mn_store_new (self->document, self->path);
  self->states = g_string_new (NULL);
  watch (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->store != NULL)
    g_assert_finalize_object (self->store);
  if (self->document != NULL)
    g_assert_finalize_object (self->document);
  g_unlink (self->backup);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->backup);
  mn_clock_unref (self->clock);
  g_string_free (self->states, TRUE);
}

static MnItem *
get_general (MnDocument *document)
{
  return mn_session_get_general (mn_document_get_root (document));
}

static void
type (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  mn_document_set (self->document, get_general (self->document), "title", title, &error);
  g_assert_no_error (error);
}

static void
assert_title_on_disk (const char *path, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (root), "title"), ==, title);
}

static void
save_well (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_store_save (self->store, &error));
  g_assert_no_error (error);
}

typedef struct
{
  GMainLoop *loop;
  gboolean   done;
  GError    *error;
} Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->done = TRUE;
  if (!mn_store_save_finish (MN_STORE (source), result, &answer->error))
    g_assert_nonnull (answer->error);
}

static void
wait_for (gboolean *done)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!*done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, stop_cb, &done);
  wait_for (&done);
}

static void
wait_for_state (Fixture *self, MnStoreState state)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (mn_store_get_state (self->store) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      run_for (1);
    }
}

/* ---- opening --------------------------------------------------------------------------------- */

static void
test_save_and_open (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) opened = NULL;
  g_autoptr (GError)  error = NULL;

  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  g_assert_null (mn_store_get_safe_at (self->store));
  save_well (self);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  g_assert_nonnull (mn_store_get_safe_at (self->store));
  g_assert_null (mn_store_get_message (self->store));
  opened = mn_store_open (self->path, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mn_store_get_state (opened), ==, MN_STORE_SAVED);
  g_assert_null (mn_store_get_safe_at (opened));
  g_assert_false (mn_store_is_newer_format (opened));
  g_assert_cmpstr (mn_store_get_path (opened), ==, self->path);
  g_assert_true (mn_item_equal (mn_document_get_root (mn_store_get_document (opened)),
                                mn_document_get_root (self->document)));
}

static void
test_open_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mn_store_open (self->path, self->clock, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, self->path));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->path, "<a/>", -1, NULL));
  g_assert_null (mn_store_open (self->path, self->clock, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
}

static void
test_newer_format (Fixture *self, gconstpointer data)
{
  const char         *xml = "<session xmlns='" MN_XML_NAMESPACE "' version='2' mood='good' "
                            "id='00000000-0000-4000-8000-000000000000'><later/></session>";
  g_autoptr (MnStore) opened = NULL;
  g_autoptr (GError)  error = NULL;
  g_autofree char    *contents = NULL;
  Answer              answer = { 0 };
  MnDocument         *document;

  g_assert_true (g_file_set_contents (self->path, xml, -1, NULL));
  opened = mn_store_open (self->path, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (mn_store_is_newer_format (opened));
  document = mn_store_get_document (opened);
  g_assert_true (mn_document_get_read_only (document));
  g_assert_false (mn_store_save (opened, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_READ_ONLY);
  mn_store_save_async (opened, NULL, answer_cb, &answer);
  wait_for (&answer.done);
  g_assert_error (answer.error, MN_ERROR, MN_ERROR_READ_ONLY);
  g_clear_error (&answer.error);
  g_assert_true (g_file_get_contents (self->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, xml);
}

/* ---- saving ---------------------------------------------------------------------------------- */

static void
test_typed_while_writing (Fixture *self, gconstpointer data)
{
  Answer answer = { 0 };

  type (self, "một");
  mn_store_save_async (self->store, NULL, answer_cb, &answer);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVING);
  type (self, "hai");
  wait_for (&answer.done);
  g_assert_no_error (answer.error);
  /* "hai" isn't on disk yet. */
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  assert_title_on_disk (self->path, "một");
  g_assert_cmpstr (self->states->str, ==, "wd");
  save_well (self);
  assert_title_on_disk (self->path, "hai");
}

static void
test_again (Fixture *self, gconstpointer data)
{
  Answer first = { 0 }, second = { 0 }, third = { 0 };

  type (self, "một");
  mn_store_save_async (self->store, NULL, answer_cb, &first);
  type (self, "hai");
  mn_store_save_async (self->store, NULL, answer_cb, &second);
  mn_store_save_async (self->store, NULL, answer_cb, &third);
  wait_for (&first.done);
  g_assert_false (second.done);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVING);
  wait_for (&second.done);
  wait_for (&third.done);
  g_assert_no_error (second.error);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "hai");
  g_assert_cmpstr (self->states->str, ==, "ws");
}

static void
test_request_without_edit (Fixture *self, gconstpointer data)
{
  Answer  first = { 0 }, second = { 0 };
  MnStamp before, after;

  mn_store_save_async (self->store, NULL, answer_cb, &first);
  mn_store_save_async (self->store, NULL, answer_cb, &second);
  wait_for (&first.done);
  wait_for (&second.done);
  g_assert_no_error (second.error);
  g_assert_true (mn_stamp_read (self->path, &before));
  save_well (self);
  g_assert_true (mn_stamp_read (self->path, &after));
  g_assert_true (mn_stamp_equal (&before, &after));
}

static void
test_file_taken_away (Fixture *self, gconstpointer data)
{
  save_well (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  save_well (self);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_waits_for_thread (Fixture *self, gconstpointer data)
{
  Answer answer = { 0 };

  type (self, "một");
  mn_store_save_async (self->store, NULL, answer_cb, &answer);
  type (self, "hai");
  save_well (self);
  assert_title_on_disk (self->path, "hai");
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  wait_for (&answer.done);
  g_assert_no_error (answer.error);
  run_for (20);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer                   answer = { 0 };

  type (self, "một");
  mn_store_save_async (self->store, cancellable, answer_cb, &answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  wait_for_state (self, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "một");
}

static void
test_safe_at (Fixture *self, gconstpointer data)
{
  Answer           answer = { 0 };
  g_autofree char *shown = NULL;

  mn_store_save_async (self->store, NULL, answer_cb, &answer);
  g_assert_null (mn_store_get_safe_at (self->store));
  mn_clock_advance (self->clock, 60 * G_TIME_SPAN_SECOND);
  wait_for (&answer.done);
  /* What was typed in that minute isn't in the file. */
  shown = g_date_time_format (mn_store_get_safe_at (self->store), "%H:%M");
  g_assert_cmpstr (shown, ==, "08:30");
}

static void
test_backup_of_what_was_found (Fixture *self, gconstpointer data)
{
  type (self, "hôm qua");
  save_well (self);
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->document);
  self->store = mn_store_open (self->path, self->clock, NULL);
  self->document = g_object_ref (mn_store_get_document (self->store));
  g_assert_false (g_file_test (self->backup, G_FILE_TEST_EXISTS));
  type (self, "một");
  save_well (self);
  type (self, "hai");
  save_well (self);
  assert_title_on_disk (self->path, "hai");
  assert_title_on_disk (self->backup, "hôm qua");
}

static void
test_saves_after_undo (Fixture *self, gconstpointer data)
{
  type (self, "một");
  save_well (self);
  type (self, "hai");
  save_well (self);
  g_assert_true (mn_document_undo (self->document));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  save_well (self);
  assert_title_on_disk (self->path, "một");
}

/* A letter and its accent side by side are one letter to whoever reads the file. The model doesn't
 * let that happen; if it did, no save would ever succeed again. */
static void
test_letter_and_accent (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem)    root = mn_session_new ();
  g_autoptr (MnItem)    read = NULL;
  g_autoptr (MnText)    text = storage_fill_text (1);
  g_autoptr (MnSaveJob) job = NULL;
  MnItem               *general = mn_session_get_general (root);
  int                   index = mn_kind_get_field_index (mn_item_get_kind (general), "title");

  mn_item_put (general, (guint) index, "e\xCC\x81", NULL);
  mn_item_set_rich (mn_session_get_conclusion (root), "results", text);
  job = mn_save_job_new (root, self->path, NULL, FALSE);
  mn_save_job_run (job);
  g_assert_no_error ((GError *) mn_save_job_get_error (job));
  read = mn_xml_read_file (self->path, NULL, NULL);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (read), "title"), ==, "é");
  g_assert_true (
      mn_text_equal (mn_item_get_rich (mn_session_get_conclusion (read), "results"), text));
}

/* ---- failures -------------------------------------------------------------------------------- */

/* A folder in the file's place: root isn't kept out by a mode. */
static void
block (Fixture *self)
{
  g_unlink (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0755), ==, 0);
}

static void
unblock (Fixture *self)
{
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

static void
test_failure_keeps_dirty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_well (self);
  block (self);
  type (self, "một");
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_cmpstr (mn_store_get_message (self->store), ==, error->message);
  type (self, "hai");
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  unblock (self);
  save_well (self);
  g_assert_null (mn_store_get_message (self->store));
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "hai");
}

static void
test_tries_again (Fixture *self, gconstpointer data)
{
  Answer answer = { 0 };

  mn_store_set_autosave_delay (self->store, 10);
  block (self);
  type (self, "một");
  mn_store_save_async (self->store, NULL, answer_cb, &answer);
  wait_for (&answer.done);
  g_assert_nonnull (answer.error);
  g_clear_error (&answer.error);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_null (mn_store_get_safe_at (self->store));
  unblock (self);
  wait_for_state (self, MN_STORE_SAVED); /* nobody asked */
  assert_title_on_disk (self->path, "một");
}

static void
test_edit_after_failure (Fixture *self, gconstpointer data)
{
  mn_store_set_autosave_delay (self->store, 60 * 1000);
  block (self);
  type (self, "một");
  g_assert_false (mn_store_save (self->store, NULL));
  unblock (self);
  mn_store_set_autosave_delay (self->store, 10);
  type (self, "hai"); /* sooner than the retry, five minutes from now */
  wait_for_state (self, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "hai");
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;

  save_well (self);
  g_assert_true (g_file_set_contents (self->path, "kẻ khác", -1, NULL));
  type (self, "một");
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_CHANGED);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  g_assert_true (g_file_get_contents (self->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kẻ khác");
  g_clear_pointer (&contents, g_free);

  mn_store_overwrite (self->store);
  save_well (self);
  g_assert_cmpint (mn_store_get_on_disk (self->store), ==, MN_ON_DISK_SAME);
  assert_title_on_disk (self->path, "một");
  g_assert_true (g_file_get_contents (self->backup, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kẻ khác");
  type (self, "hai");
  save_well (self); /* the new file is the one that is known */
}

static void
test_new_over_a_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "có rồi", -1, NULL));
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_CHANGED_ON_DISK);
}

/* Deeper than the reader goes: it could never be opened again. */
static void
test_verify (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) deepest = mn_item_new (mn_kind_find ("agenda-item"));
  g_autoptr (MnItem) item = g_object_ref (deepest);
  g_autoptr (GError) error = NULL;
  MnItem            *record = mn_session_get_record (mn_document_get_root (self->document));

  save_well (self);
  for (guint i = 0; i < 40; i++)
    {
      MnItem *parent = mn_item_new (mn_kind_find ("agenda-item"));

      mn_item_add (parent, "points", item);
      g_object_unref (item);
      item = parent;
    }
  g_assert_true (mn_document_insert (self->document, record, "agenda", 0, item, NULL));
  g_assert_false (mn_store_save (self->store, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VERIFY);
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_FAILED);
  assert_title_on_disk (self->path,
                        mn_item_get (get_general (self->document), "title")); /* the old one */
  g_assert_true (mn_document_undo (self->document));
  save_well (self);
}

/* ---- autosave -------------------------------------------------------------------------------- */

static void
test_autosave (Fixture *self, gconstpointer data)
{
  mn_store_set_autosave_delay (self->store, 20);
  run_for (60);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS)); /* nothing was typed */
  type (self, "một");
  g_assert_cmpint (mn_store_get_state (self->store), ==, MN_STORE_DIRTY);
  wait_for_state (self, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "một");
  type (self, "hai");
  wait_for_state (self, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "hai");
}

/* A timer that each key pushes back never ends while minutes are being typed. */
static void
test_typing_does_not_push_back (Fixture *self, gconstpointer data)
{
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint  n = 0;

  mn_store_set_autosave_delay (self->store, 100);
  while (mn_store_get_safe_at (self->store) == NULL)
    {
      g_autofree char *title = g_strdup_printf ("%u", ++n);

      g_assert_cmpint (g_get_monotonic_time (), <, until);
      type (self, title);
      run_for (5);
    }
  g_assert_cmpuint (n, >, 1);
}

static void
test_typing_goes_on (Fixture *self, gconstpointer data)
{
  mn_store_set_autosave_delay (self->store, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      type (self, title);
      run_for (i % 3);
    }
  wait_for_state (self, MN_STORE_SAVED);
  assert_title_on_disk (self->path, "29");
}

/* ---- leaving --------------------------------------------------------------------------------- */

static void
test_dispose_dirty (Fixture *self, gconstpointer data)
{
  type (self, "một");
  g_assert_finalize_object (g_steal_pointer (&self->store));
  run_for (10);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  type (self, "hai"); /* nobody listens any more */
}

static void
test_dispose_in_flight (Fixture *self, gconstpointer data)
{
  mn_store_set_autosave_delay (self->store, 0);
  type (self, "một");
  while (mn_store_get_state (self->store) != MN_STORE_SAVING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->store));
  g_assert_finalize_object (g_steal_pointer (&self->document));
  while (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    run_for (1);
  run_for (50); /* the thread's answer finds nobody */
}

/* Whoever waits for an answer keeps the store. */
static void
test_release_while_waiting (Fixture *self, gconstpointer data)
{
  Answer   answer = { 0 };
  MnStore *store = g_steal_pointer (&self->store);

  type (self, "một");
  g_signal_handlers_disconnect_by_data (store, self);
  mn_store_save_async (store, NULL, answer_cb, &answer);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  wait_for (&answer.done);
  g_assert_no_error (answer.error);
  while (store != NULL)
    run_for (1);
  assert_title_on_disk (self->path, "một");
}

static void
test_job_without_check (Fixture *self, gconstpointer data)
{
  g_autoptr (MnSaveJob) job = NULL;
  MnStamp               stamp, now;

  g_assert_true (g_file_set_contents (self->path, "có rồi", -1, NULL));
  job = mn_save_job_new (mn_document_get_root (self->document), self->path, NULL, FALSE);
  mn_save_job_run (job);
  mn_save_job_wait (job);
  g_assert_no_error ((GError *) mn_save_job_get_error (job));
  stamp = mn_save_job_get_stamp (job);
  g_assert_true (mn_stamp_read (self->path, &now));
  g_assert_true (mn_stamp_equal (&stamp, &now));
}

/* A thousand steps and more are undone over all the saves between them. */
static void
test_undo_survives_saves (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 1200; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      type (self, title);
      if (i % 100 == 0)
        save_well (self);
    }
  save_well (self);
  for (guint i = 1199; i > 0; i--)
    g_assert_true (mn_document_undo (self->document));
  g_assert_cmpstr (mn_item_get (get_general (self->document), "title"), ==, "0");
  save_well (self);
  assert_title_on_disk (self->path, "0");
  while (mn_document_redo (self->document))
    ;
  g_assert_cmpstr (mn_item_get (get_general (self->document), "title"), ==, "1199");
}

#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save-and-open", test_save_and_open);
  ADD ("open-fails", test_open_fails);
  ADD ("newer-format", test_newer_format);
  ADD ("typed-while-writing", test_typed_while_writing);
  ADD ("again", test_again);
  ADD ("request-without-edit", test_request_without_edit);
  ADD ("file-taken-away", test_file_taken_away);
  ADD ("waits-for-thread", test_waits_for_thread);
  ADD ("cancelled", test_cancelled);
  ADD ("safe-at", test_safe_at);
  ADD ("backup-of-what-was-found", test_backup_of_what_was_found);
  ADD ("saves-after-undo", test_saves_after_undo);
  ADD ("undo-survives-saves", test_undo_survives_saves);
  ADD ("letter-and-accent", test_letter_and_accent);
  ADD ("failure-keeps-dirty", test_failure_keeps_dirty);
  ADD ("tries-again", test_tries_again);
  ADD ("edit-after-failure", test_edit_after_failure);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("new-over-a-file", test_new_over_a_file);
  ADD ("verify", test_verify);
  ADD ("autosave", test_autosave);
  ADD ("typing-does-not-push-back", test_typing_does_not_push_back);
  ADD ("typing-goes-on", test_typing_goes_on);
  ADD ("dispose-dirty", test_dispose_dirty);
  ADD ("dispose-in-flight", test_dispose_in_flight);
  ADD ("release-while-waiting", test_release_while_waiting);
  ADD ("job-without-check", test_job_without_check);
  return g_test_run ();
}
