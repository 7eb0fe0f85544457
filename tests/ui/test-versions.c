#include <glib/gstdio.h>
#include <string.h>

#include "mn-session.h"
#include "mn-ui-samples.h"
#include "mn-ui-test.h"
#include "mn-version-view.h"
#include "mn-versions-window.h"
#include "mn-window.h"
#include "mn-xml.h"

typedef struct
{
  MnArchive *archive;
  MnWindow  *window;
} Fixture;

/* The samples are the same sessions in every test. */
static void
remove_versions (MnArchive *archive)
{
  for (guint i = 0; i < g_list_model_get_n_items (mn_archive_get_sessions (archive)); i++)
    {
      g_autoptr (GPtrArray) list = mn_backups_list (
          NULL, mn_session_entry_get_id (mn_ui_test_entry (archive, i)));

      for (guint k = 0; k < list->len; k++)
        g_assert_cmpint (g_unlink (((MnBackup *) list->pdata[k])->path), ==, 0);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->archive = mn_ui_test_samples (data);
  remove_versions (self->archive);
  self->window = mn_window_new (mn_ui_test_get_application (), self->archive, mn_ui_test_clock (),
                                NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (self->window)));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer weak = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &weak);
  mn_ui_test_run_for (50);
  gtk_window_close (GTK_WINDOW (self->window));
  mn_ui_test_run_for (200);
  g_assert_null (weak);
  g_assert_finalize_object (self->archive);
}

static MnStore *
get_store (Fixture *self)
{
  return mn_window_get_store (self->window);
}

static MnDocument *
get_document (Fixture *self)
{
  return mn_store_get_document (get_store (self));
}

static MnItem *
get_general (Fixture *self)
{
  return mn_session_get_general (mn_document_get_root (get_document (self)));
}

static void
set_title (Fixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  mn_document_set (get_document (self), get_general (self), "title", title, &error);
  g_assert_no_error (error);
  mn_store_save (get_store (self), &error);
  g_assert_no_error (error);
}

static void
activate (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  mn_ui_test_run_for (100);
}

static MnVersionsWindow *
find_versions (Fixture *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (MN_IS_VERSIONS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static gboolean
shows (gpointer user_data)
{
  const char *const *words = user_data;
  g_autoptr (GList)  windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (mn_ui_test_find_text (l->data, *words))
      return TRUE;

  return FALSE;
}

static void
wait_for (const char *words)
{
  if (!mn_ui_test_wait_until (shows, &words, 20000))
    g_error ("nobody says “%s”", words);
}

static void
press (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_versions (self)), action, NULL));
  mn_ui_test_run_for (200);
}

/* A session with one earlier version, whose title was another. */
static char *
open_with_version (Fixture *self)
{
  char *before;

  mn_window_open_path (self->window,
                       mn_session_entry_get_path (mn_ui_test_entry (self->archive, 0)), NULL);
  mn_ui_test_run_for (100);
  before = g_strdup (mn_item_get (get_general (self), "title"));
  set_title (self, "Một tiêu đề khác");

  return before;
}

static void
test_lists_and_opens (Fixture *self, gconstpointer data)
{
  g_autofree char *before = open_with_version (self);

  activate (self, "session.versions");
  g_assert_nonnull (find_versions (self));
  wait_for ("General: title changed");
  press (self, "versions.open");
  g_assert_null (find_versions (self));
  wait_for ("Một tiêu đề khác");
  g_assert_nonnull (mn_ui_test_find_type (GTK_WIDGET (self->window), MN_TYPE_VERSION_VIEW));
}

static void
test_brings_back (Fixture *self, gconstpointer data)
{
  g_autofree char *before = open_with_version (self);

  activate (self, "session.versions");
  wait_for ("General: title changed");
  press (self, "versions.bring-back");
  g_assert_null (find_versions (self));
  g_assert_cmpstr (mn_item_get (get_general (self), "title"), ==, before);
  wait_for ("The earlier version is back");
  g_assert_true (g_str_has_prefix (mn_document_get_undo_name (get_document (self)),
                                   "Bring back: Version of "));
  activate (self, "session.undo");
  g_assert_cmpstr (mn_item_get (get_general (self), "title"), ==, "Một tiêu đề khác");
}

/* What is undone by the toast is the bringing back and nothing else. */
static void
test_toast_undoes (Fixture *self, gconstpointer data)
{
  g_autofree char *before = open_with_version (self);
  GtkWidget       *label;

  activate (self, "session.versions");
  wait_for ("General: title changed");
  press (self, "versions.bring-back");
  label = mn_ui_test_find_text (GTK_WIDGET (self->window), "Undo");
  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
  mn_ui_test_run_for (300);
  g_assert_cmpstr (mn_item_get (get_general (self), "title"), ==, "Một tiêu đề khác");
}

static void
test_none (Fixture *self, gconstpointer data)
{
  mn_window_open_path (self->window,
                       mn_session_entry_get_path (mn_ui_test_entry (self->archive, 1)), NULL);
  mn_ui_test_run_for (100);
  activate (self, "session.versions");
  wait_for ("No Earlier Versions");
  gtk_window_close (GTK_WINDOW (find_versions (self)));
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char      *before = open_with_version (self);
  const char           *id = mn_item_get_id (mn_document_get_root (get_document (self)));
  g_autoptr (GPtrArray) list = mn_backups_list (NULL, id);

  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_file_set_contents (((MnBackup *) list->pdata[0])->path, "x", 1, NULL));
  activate (self, "session.versions");
  wait_for ("This version is damaged");
  press (self, "versions.bring-back"); /* does nothing */
  g_assert_cmpstr (mn_item_get (get_general (self), "title"), ==, "Một tiêu đề khác");
  gtk_window_close (GTK_WINDOW (find_versions (self)));
}

static void
test_issued_stays (Fixture *self, gconstpointer data)
{
  g_autofree char   *before = open_with_version (self);
  MnItem            *root = mn_document_get_root (get_document (self));
  MnItem            *minutes = mn_session_get_document (root, "minutes");
  g_autoptr (MnItem) made = NULL;

  if (!minutes)
    {
      made = mn_item_new (mn_kind_find ("document"));
      g_assert_true (mn_item_set (made, "form", "minutes", NULL));
      g_assert_true (mn_document_insert (get_document (self), root, "documents", 0, made, NULL));
      minutes = mn_session_get_document (root, "minutes");
    }
  g_assert_true (mn_document_set (get_document (self), minutes, "state", "issued", NULL));
  activate (self, "session.versions");
  wait_for ("General: title changed");
  press (self, "versions.bring-back");
  wait_for ("The minutes are issued");
  g_assert_cmpstr (mn_item_get (get_general (self), "title"), ==, "Một tiêu đề khác");
  gtk_window_close (GTK_WINDOW (find_versions (self)));
  mn_ui_test_run_for (100);
}

/* The file was damaged by something else: its versions are found by its path. */
static void
test_broken_file (Fixture *self, gconstpointer data)
{
  g_autofree char   *before = open_with_version (self);
  g_autofree char   *path = g_strdup (mn_store_get_path (get_store (self)));
  g_autoptr (MnItem) read = NULL;

  activate (self, "win.back");
  g_assert_true (g_file_set_contents (path, "<session", -1, NULL));
  activate (self, "win.refresh");
  for (guint i = 0; i < g_list_model_get_n_items (mn_archive_get_sessions (self->archive)); i++)
    {
      MnSessionEntry *entry = mn_ui_test_entry (self->archive, i);

      if (mn_session_entry_get_error (entry))
        g_assert_cmpstr (mn_session_entry_get_path (entry), ==, path);
    }
  mn_window_show_versions_of (self->window, path);
  mn_ui_test_run_for (100);
  wait_for ("It can be read");
  press (self, "versions.bring-back");
  g_assert_null (find_versions (self));
  read = mn_xml_read_file (path, NULL, NULL);
  g_assert_nonnull (read);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (read), "title"), ==, before);
  wait_for ("The earlier version is back");
}

/* From the library the session opens, with its versions over it. */
static void
test_from_library (Fixture *self, gconstpointer data)
{
  g_autofree char *before = open_with_version (self);

  activate (self, "win.back");
  mn_ui_test_run_for (200);
  g_assert_null (mn_window_get_store (self->window));
  activate (self, "win.versions");
  g_assert_nonnull (mn_window_get_store (self->window));
  g_assert_nonnull (find_versions (self));
  gtk_window_close (GTK_WINDOW (find_versions (self)));
  mn_ui_test_run_for (100);
}

/* A version that can't be kept is told of, and the text is saved all the same. */
static void
test_not_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (MnItem) root = NULL;
  g_autofree char   *folder = mn_backups_dup_default_folder ();
  g_autofree char   *place = NULL;
  g_autofree char   *aside = NULL;

  mn_window_open_path (self->window,
                       mn_session_entry_get_path (mn_ui_test_entry (self->archive, 5)), NULL);
  mn_ui_test_run_for (100);
  place = g_build_filename (folder, mn_item_get_id (mn_document_get_root (get_document (self))),
                            NULL);
  aside = g_strconcat (place, ".aside", NULL);
  g_rename (place, aside);
  g_assert_true (g_file_set_contents (place, "in the way", -1, NULL));
  set_title (self, "Một tiêu đề khác");
  wait_for ("The previous version couldn't be kept");
  root = mn_xml_read_file (mn_store_get_path (get_store (self)), NULL, NULL);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (root), "title"), ==, "Một tiêu đề khác");
  g_unlink (place);
  g_rename (aside, place);
}

/* ---- of the archive's other documents -------------------------------------------------------- */

static guint
count_foreign (Fixture *self)
{
  g_autoptr (MnItem) root = mn_archive_read_document (self->archive,
                                                      mn_kind_find ("number-register"), NULL);

  return mn_item_get_n_children (root, "foreign");
}

static void
add_foreign (Fixture *self, const char *title)
{
  g_autoptr (MnStore) store = mn_archive_open_document (self->archive,
                                                        mn_kind_find ("number-register"), NULL);
  MnDocument         *document = mn_store_get_document (store);
  g_autoptr (MnItem)  foreign = mn_item_new (mn_kind_find ("foreign-number"));

  mn_item_set (foreign, "title", title, NULL);
  g_assert_true (
      mn_document_insert (document, mn_document_get_root (document), "foreign", 0, foreign, NULL));
  g_assert_true (mn_store_save (store, NULL));
}

static void
show_register (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.document-versions",
                                             "s", "number-register"));
  mn_ui_test_run_for (100);
}

static void
test_register (Fixture *self, gconstpointer data)
{
  GtkWidget *undo;

  add_foreign (self, "Thông báo thứ nhất");
  add_foreign (self, "Thông báo thứ hai");
  g_assert_cmpuint (count_foreign (self), ==, 2);
  show_register (self);
  wait_for ("added");
  press (self, "versions.open");
  wait_for ("Thông báo thứ hai");
  press (self, "versions.bring-back");
  g_assert_null (find_versions (self));
  g_assert_cmpuint (count_foreign (self), ==, 1);
  wait_for ("Register of numbers: the earlier version is back");
  undo = mn_ui_test_find_text (GTK_WIDGET (self->window), "Undo");
  g_assert_nonnull (undo);
  gtk_widget_activate (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON));
  mn_ui_test_run_for (300);
  g_assert_cmpuint (count_foreign (self), ==, 2);
}

/* Whoever else has it open is asked for nothing, and nothing changes. */
static void
test_register_held (Fixture *self, gconstpointer data)
{
  g_autoptr (MnStore) holder = NULL;

  add_foreign (self, "Thông báo thứ nhất");
  add_foreign (self, "Thông báo thứ hai");
  holder = mn_archive_open_document (self->archive, mn_kind_find ("number-register"), NULL);
  show_register (self);
  wait_for ("added");
  press (self, "versions.bring-back");
  wait_for ("numbers.xml: ");
  wait_for ("has it open just now");
  g_assert_cmpuint (count_foreign (self), ==, 2);
  gtk_window_close (GTK_WINDOW (find_versions (self)));
  mn_ui_test_run_for (200);
}

static GMenuModel *
find_menu (Fixture *self)
{
  GtkWidget *page = mn_ui_test_find_id (GTK_WIDGET (self->window), "menu_button");

  g_assert_true (GTK_IS_MENU_BUTTON (page));
  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page));
}

/* Undo and redo stand in the menu, and say what of. */
static void
test_menu_names_undo (Fixture *self, gconstpointer data)
{
  g_autofree char       *before = open_with_version (self);
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (find_menu (self), 0,
                                                               G_MENU_LINK_SECTION);
  g_autofree char       *undo = NULL, *redo = NULL, *action = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (section), ==, 2);
  g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &undo);
  g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  g_assert_cmpstr (undo, ==, "Undo: Change “Title” of “General”");
  g_assert_cmpstr (action, ==, "session.undo");
  activate (self, "session.undo");
  g_menu_model_get_item_attribute (section, 1, G_MENU_ATTRIBUTE_LABEL, "s", &redo);
  g_assert_cmpstr (redo, ==, "Redo: Change “Title” of “General”");
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/versions/" name, Fixture, name, set_up, test, tear_down)
  ADD ("lists-and-opens", test_lists_and_opens);
  ADD ("brings-back", test_brings_back);
  ADD ("toast-undoes", test_toast_undoes);
  ADD ("none", test_none);
  ADD ("damaged", test_damaged);
  ADD ("issued-stays", test_issued_stays);
  ADD ("broken-file", test_broken_file);
  ADD ("from-library", test_from_library);
  ADD ("not-kept", test_not_kept);
  ADD ("register", test_register);
  ADD ("register-held", test_register_held);
  ADD ("menu-names-undo", test_menu_names_undo);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
