#include "mn-ui-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static GtkApplication *test_application;
static char           *test_folder;
static int             test_result;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                       : g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  test_result = g_test_run ();
}

void
mn_ui_test_init (int *argc, char ***argv)
{
  test_folder = g_dir_make_tmp ("mn-ui-test-XXXXXX", NULL);
  g_assert_nonnull (test_folder);
  g_setenv ("HOME", test_folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", test_folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", test_folder, TRUE);
  g_setenv ("XDG_DATA_HOME", test_folder, TRUE);
  g_setenv ("XDG_STATE_HOME", test_folder, TRUE);

  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8"); /* gtk_test_init() wants en_US.UTF-8, which needn't exist */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
}

void
mn_ui_test_clean_up (void)
{
  remove_folder (test_folder);
  g_clear_pointer (&test_folder, g_free);
}

int
mn_ui_test_main (int argc, char **argv, MnUiTestSetUp add_tests)
{
  g_autoptr (AdwApplication) application = NULL;

  mn_ui_test_init (&argc, &argv);
  add_tests ();
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  test_application = GTK_APPLICATION (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_application_run (G_APPLICATION (application), 0, NULL);
  mn_ui_test_clean_up ();

  return test_result;
}

GtkApplication *
mn_ui_test_get_application (void)
{
  return test_application;
}

char *
mn_ui_test_dup_folder (const char *name)
{
  char *path = g_build_filename (test_folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);

  return path;
}

void
mn_ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    {
    }
}

#define QUIET_TIME (25 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_NOISE (20 * G_TIME_SPAN_SECOND)

void
mn_ui_test_run_for (guint milliseconds)
{
  gint64 now = g_get_monotonic_time ();
  gint64 end = now + milliseconds * G_TIME_SPAN_MILLISECOND;
  gint64 limit = end + LONGEST_NOISE;
  gint64 last = now;

  for (; now < limit && (now < end || now < last + QUIET_TIME); now = g_get_monotonic_time ())
    if (g_main_context_iteration (NULL, FALSE))
      last = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

gboolean
mn_ui_test_wait_until (MnUiTestCondition condition, gpointer user_data, guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (!condition (user_data))
    {
      if (g_get_monotonic_time () >= end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }

  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer user_data)
{
  return *(gboolean *) user_data;
}

gboolean
mn_ui_test_wait_for_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       painted = FALSE;
  gulong         handler;

  g_return_val_if_fail (clock, FALSE);

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);
  gtk_widget_queue_draw (widget);
  mn_ui_test_wait_until (is_set, &painted, 20000);
  g_signal_handler_disconnect (clock, handler);

  return painted;
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer what);

static GtkWidget *
find_widget (GtkWidget *root, MatchFunc match, gconstpointer what)
{
  if (match (root, what))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, what);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer what)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (what));
}

static gboolean
has_id (GtkWidget *widget, gconstpointer what)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), what) == 0;
}

static gboolean
has_text (GtkWidget *widget, gconstpointer what)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), what);
}

GtkWidget *
mn_ui_test_find_type (GtkWidget *root, GType type)
{
  return find_widget (root, has_type, GSIZE_TO_POINTER (type));
}

GtkWidget *
mn_ui_test_find_id (GtkWidget *root, const char *buildable_id)
{
  return find_widget (root, has_id, buildable_id);
}

GtkWidget *
mn_ui_test_find_text (GtkWidget *root, const char *label)
{
  return find_widget (root, has_text, label);
}

void
mn_ui_test_close (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  mn_ui_test_settle ();
  g_assert_null (weak);
}
