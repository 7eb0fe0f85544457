#include "mn-field-file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../paper/picture-test.h"
#include "editor-make.h"
#include "mn-session.h"
#include "mn-ui-test.h"

typedef struct
{
  char          *folder; /* of the archive */
  char          *outside;
  MnArchive     *archive;
  MnDocument    *document;
  MnEditContext *context;
  MnItem        *picture; /* of an appendix */
  GtkWidget     *control;
  GtkWidget     *window;
  guint          n_told;
} Fixture;

static void
told_cb (MnEditContext *context, const char *text, const char *action, Fixture *fixture)
{
  fixture->n_told++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");
  MnItem             *notice, *appendix;

  fixture->folder = g_dir_make_tmp ("minutes-archive-XXXXXX", NULL);
  fixture->outside = g_dir_make_tmp ("minutes-outside-XXXXXX", NULL);
  fixture->archive = mn_archive_new (fixture->folder, clock);
  fixture->document = editor_make_document ();
  fixture->context = mn_edit_context_new (fixture->document, fixture->archive);
  g_signal_connect (fixture->context, "notify-user", G_CALLBACK (told_cb), fixture);
  notice = mn_session_get_document (mn_document_get_root (fixture->document), "notice");
  appendix = mn_item_get_child (notice, "appendices", 0);
  fixture->picture = mn_item_get_child (appendix, "pictures", 0);
  fixture->control = mn_field_control_new (
      fixture->context, fixture->picture,
      mn_kind_find_field (mn_item_get_kind (fixture->picture), "file"));
  fixture->window = editor_make_window (fixture->control);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copies = g_build_filename (fixture->folder, "attachments", NULL);

  mn_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->archive);
  remove_folder (copies);
  remove_folder (fixture->folder);
  remove_folder (fixture->outside);
  g_free (fixture->folder);
  g_free (fixture->outside);
}

static gboolean
is_set (gpointer data)
{
  return mn_item_get (((Fixture *) data)->picture, "file") != NULL;
}

static gboolean
is_told (gpointer data)
{
  return ((Fixture *) data)->n_told > 0;
}

static void
take (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  mn_field_file_take (MN_FIELD_FILE (fixture->control), file);
}

/* Copied into the archive, named, shown; gone again at one press. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_picture (fixture->outside, "a.png", "png", 30, 20, 0xff);
  GtkWidget       *clear;

  g_assert_nonnull (mn_ui_test_find_text (fixture->control, "Choose"));
  take (fixture, path);
  g_assert_true (mn_ui_test_wait_until (is_set, fixture, 10000));
  g_assert_cmpstr (mn_item_get (fixture->picture, "file"), ==, "attachments/a.png");
  g_assert_nonnull (mn_ui_test_find_text (fixture->control, "attachments/a.png"));
  g_assert_null (mn_field_control_get_message (MN_FIELD_CONTROL (fixture->control)));

  clear = gtk_widget_get_last_child (
      gtk_widget_get_parent (mn_field_control_get_target (MN_FIELD_CONTROL (fixture->control))));
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_false (is_set (fixture));
  g_assert_false (gtk_widget_get_visible (clear));
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_true (is_set (fixture));
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_bytes (fixture->outside, "a.png", "Không phải ảnh", -1);
  const char      *message;

  take (fixture, path);
  g_assert_true (mn_ui_test_wait_until (is_set, fixture, 10000));
  message = mn_field_control_get_message (MN_FIELD_CONTROL (fixture->control));
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "is no picture"));
}

/* What is wrong goes when the file is mended elsewhere. */
static void
test_mended (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_bytes (fixture->folder, "a.png", "Không phải ảnh", -1);

  take (fixture, path);
  g_assert_true (mn_ui_test_wait_until (is_set, fixture, 10000));
  g_assert_nonnull (mn_field_control_get_message (MN_FIELD_CONTROL (fixture->control)));
  g_free (write_picture (fixture->folder, "a.png", "png", 30, 20, 0xff));
  mn_paper_input_refresh (mn_edit_context_get_paper_input (fixture->context));
  g_assert_null (mn_field_control_get_message (MN_FIELD_CONTROL (fixture->control)));
}

/* A session that lies outside the window's archive keeps its pictures beside it, where the command
 * line looks for them. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_picture (fixture->folder, "a.png", "png", 30, 20, 0xff);
  g_autofree char *session = g_build_filename (fixture->outside, "x.minutes", NULL);
  g_autofree char *copies = g_build_filename (fixture->outside, "attachments", NULL);
  g_autofree char *copy = g_build_filename (copies, "a.png", NULL);

  mn_paper_input_set_path (mn_edit_context_get_paper_input (fixture->context), session);
  take (fixture, path);
  g_assert_true (mn_ui_test_wait_until (is_set, fixture, 10000));
  g_assert_cmpstr (mn_item_get (fixture->picture, "file"), ==, "attachments/a.png");
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_null (mn_field_control_get_message (MN_FIELD_CONTROL (fixture->control)));
  remove_folder (copies);
}

/* What can't be copied is told, and nothing is named. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  take (fixture, "/nowhere/a.png");
  g_assert_true (mn_ui_test_wait_until (is_told, fixture, 10000));
  g_assert_false (is_set (fixture));
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/field-file/taken", test_taken);
  ADD ("/field-file/no-picture", test_no_picture);
  ADD ("/field-file/mended", test_mended);
  ADD ("/field-file/elsewhere", test_elsewhere);
  ADD ("/field-file/absent", test_absent);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
