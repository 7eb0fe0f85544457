#include "mn-application.h"

#include <glib/gi18n.h>

#include "mn-first-frame.h"
#include "mn-recover.h"
#include "mn-signs.h"
#include "mn-window.h"

#define SCHEMA "org.example.Minutes"

struct _MnApplication
{
  AdwApplication parent_instance;

  MnClock   *clock;
  GSettings *settings; /* (nullable): its schema isn't installed */
  char      *folder;   /* (nullable): the archive named on the command line */
  gboolean   recovered;
};

G_DEFINE_FINAL_TYPE (MnApplication, mn_application, ADW_TYPE_APPLICATION)

/* ---- archives and windows ------------------------------------------------------------------- */

static char *
dup_default_folder (MnApplication *self)
{
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *chosen = NULL;

  if (self->folder)
    return g_strdup (self->folder);
  if (self->settings)
    chosen = g_settings_get_string (self->settings, "archive");
  if (chosen && *chosen)
    return g_steal_pointer (&chosen);
  if (documents)
    return g_build_filename (documents, "Minutes", NULL);

  return g_build_filename (g_get_home_dir (), "Documents", "Minutes", NULL);
}

/* An archive keeps its sessions in folders by year: FOLDER/2026/NAME.minutes; its other documents
 * lie beside these. */
static char *
dup_folder_of_file (MnApplication *self, const char *path)
{
  g_autofree char *year_folder = g_path_get_dirname (path);
  g_autofree char *year = g_path_get_basename (year_folder);

  if (mn_archive_is_document_path (path))
    return g_steal_pointer (&year_folder);

  if (g_regex_match_simple ("^[0-9]{4}$", year, 0, 0))
    return g_path_get_dirname (year_folder);

  return dup_default_folder (self);
}

/* Windows on the same folder share their archive. */
static MnArchive *
ref_archive (MnApplication *self, const char *folder)
{
  MnArchive *archive;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      archive = MN_IS_WINDOW (l->data) ? mn_window_get_archive (l->data) : NULL;
      if (archive && g_strcmp0 (mn_archive_get_folder (archive), folder) == 0)
        return g_object_ref (archive);
    }

  archive = mn_archive_new (folder, self->clock);
  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  return archive;
}

static MnWindow *
make_window (MnApplication *self, const char *folder)
{
  g_autoptr (MnArchive) archive = ref_archive (self, folder);

  return mn_window_new (GTK_APPLICATION (self), archive, self->clock, self->settings);
}

/* ---- after a crash -------------------------------------------------------------------------- */

static MnWindow *
find_idle_window (MnApplication *self, const char *folder)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (MN_IS_WINDOW (l->data) && !mn_window_get_store (l->data) &&
        g_strcmp0 (mn_archive_get_folder (mn_window_get_archive (l->data)), folder) == 0)
      return l->data;

  return NULL;
}

static MnWindow *
get_recover_window (const char *path, gpointer user_data)
{
  MnApplication   *self = user_data;
  g_autofree char *folder = *path ? dup_folder_of_file (self, path) : dup_default_folder (self);
  MnWindow        *window = find_idle_window (self, folder);

  if (!window)
    window = make_window (self, folder);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
recover (MnApplication *self)
{
  if (self->recovered)
    return;

  self->recovered = TRUE;
  mn_recover (NULL, self->clock, get_recover_window, self);
}

/* The window is seen first. */
static gboolean
recover_cb (gpointer user_data)
{
  recover (user_data);

  return G_SOURCE_REMOVE;
}

static void
recover_later (MnApplication *self)
{
  if (!self->recovered)
    g_idle_add_full (G_PRIORITY_LOW, recover_cb, g_object_ref (self), g_object_unref);
}

static void
open_window (MnApplication *self)
{
  g_autofree char *folder = dup_default_folder (self);
  MnWindow        *window = make_window (self, folder);

  mn_first_frame_watch (GTK_WINDOW (window),
                        mn_archive_get_sessions (mn_window_get_archive (window)));
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each saves what it holds, and stays where that fails. */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { "The Minutes authors", NULL };

  adw_show_about_window (
      gtk_application_get_active_window (user_data), "application-name", _ ("Minutes"),
      "application-icon", SCHEMA, "version", MN_VERSION, "developers", developers, "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Write, print and compare the minutes of meetings and the notices of their conclusions."),
      "copyright", "© 2026 The Minutes authors", "translator-credits", _ ("translator-credits"),
      NULL);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/org/example/Minutes/mn-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_window (user_data);
}

static void
open_archive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (make_window (user_data, g_variant_get_string (parameter, NULL))));
}

static const GActionEntry action_entries[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "new-window", .activate = new_window_cb },
  { .name = "open-archive", .parameter_type = "s", .activate = open_archive_cb },
};

static const struct
{
  const char *action;
  const char *accels[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.new-window", { "<Control><Alt>n" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.close", { "<Control>w" } },
  { "win.search", { "<Control>f" } },
  { "win.refresh", { "F5" } },
  { "win.new-empty", { "<Control>n" } },
  { "win.new-from-selected", { "<Control><Shift>n" } },
  { "win.open-file", { "<Control>o" } },
  { "win.open-archive", { "<Control><Shift>o" } },
  { "win.print-papers", { "<Control><Shift>p" } },
  { "win.numbers", { "<Control><Shift>r" } },
  { "session.undo", { "<Control>z" } },
  { "session.redo", { "<Control><Shift>z", "<Control>y" } },
  { "session.save", { "<Control>s" } },
  { "session.save-copy", { "<Control><Shift>s" } },
  { "session.print", { "<Control>p" } },
  { "session.export-pdf", { "<Control><Shift>e" } },
  { "session.compare", { "F7" } },
  { "session.show-preview", { "F8" } },
  { "session.show-form", { "F9" } },
  { "session.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "session.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "session.fit-width", { "<Control>0", "<Control>KP_0" } },
  { "session.versions", { "<Control><Shift>h" } },
  { "session.next", { "<Control><Shift>f" } },
};

/* ---- application ---------------------------------------------------------------------------- */

/* Without its schema (a program run where it was built) the window keeps no state, and works. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource      *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
mn_application_startup (GApplication *application)
{
  MnApplication *self = MN_APPLICATION (application);

  G_APPLICATION_CLASS (mn_application_parent_class)->startup (application);

  self->settings = open_settings ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].accels);
}

static void
mn_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window)
    gtk_window_present (window);
  else
    open_window (MN_APPLICATION (application));
  recover_later (MN_APPLICATION (application));
}

static void
mn_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MnApplication *self = MN_APPLICATION (application);

  recover (self); /* what is opened may be among them */
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *folder = NULL;
      MnWindow        *window;

      if (!path)
        continue;
      window = mn_window_find (path);
      if (window)
        {
          gtk_window_present (GTK_WINDOW (window));
          continue;
        }

      folder = self->folder ? g_strdup (self->folder) : dup_folder_of_file (self, path);
      window = make_window (self, folder);
      gtk_window_present (GTK_WINDOW (window));
      mn_window_open_path (window, path, NULL);
    }
}

static int
mn_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MnApplication    *self = MN_APPLICATION (application);
  g_autofree char  *name = NULL;
  g_autoptr (GFile) folder = NULL;

  if (!g_variant_dict_lookup (options, "archive", "^ay", &name))
    return -1;

  folder = g_file_new_for_commandline_arg (name);
  self->folder = g_file_get_path (folder);
  if (!self->folder)
    {
      g_printerr (_ ("minutes: %s: not a folder of files\n"), name);
      return 2;
    }
  if (!g_application_register (application, NULL, NULL) ||
      !g_application_get_is_remote (application))
    return -1;

  /* Minutes is running already; this one only tells it. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-archive",
                                  g_variant_new_string (self->folder));

  return 0;
}

static void
mn_application_finalize (GObject *object)
{
  MnApplication *self = MN_APPLICATION (object);

  mn_clock_unref (self->clock);
  g_clear_object (&self->settings);
  g_free (self->folder);

  G_OBJECT_CLASS (mn_application_parent_class)->finalize (object);
}

static void
mn_application_class_init (MnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mn_application_finalize;

  application_class->startup = mn_application_startup;
  application_class->activate = mn_application_activate;
  application_class->open = mn_application_open;
  application_class->handle_local_options = mn_application_handle_local_options;
}

static void
mn_application_init (MnApplication *self)
{
  self->clock = mn_clock_new ();
  g_application_add_main_option (G_APPLICATION (self), "archive", 'a', 0, G_OPTION_ARG_FILENAME,
                                 _ ("Open the archive in this folder"), _ ("DIR"));
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

MnApplication *
mn_application_new (void)
{
  return g_object_new (MN_TYPE_APPLICATION, "application-id", SCHEMA, "resource-base-path",
                       "/org/example/Minutes", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
