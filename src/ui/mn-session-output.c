#include "mn-session-output.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mn-save.h"
#include "mn-xml.h"

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
mn_session_output_tell (GtkWidget *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent ? get_window (parent) : NULL, heading,
                                              sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_saved (GtkWidget *parent, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

  gtk_widget_activate_action (parent, "win.toast", "s", text);
}

/* ---- choosing a file ------------------------------------------------------------------------ */

typedef struct
{
  GtkFileChooserNative *chooser; /* (owned) nobody else keeps it while it is open */
  GtkWidget            *parent;  /* (owned) */
  MnPages              *pages;   /* (owned) (nullable) */
  MnStore              *store;   /* (owned) (nullable) */
  MnOutputDone          done;
  gpointer              user_data;
  GDestroyNotify        destroy;
} Choice;

static void
choice_free (Choice *choice)
{
  if (choice->destroy)
    choice->destroy (choice->user_data);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (choice->chooser));
  g_clear_object (&choice->chooser);
  g_clear_object (&choice->parent);
  g_clear_object (&choice->pages);
  g_clear_object (&choice->store);
  g_free (choice);
}

static gboolean
write_choice (Choice *choice, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (choice->pages)
    return mn_pages_write_pdf (choice->pages, path, error);

  bytes = mn_xml_write (mn_document_get_root (mn_store_get_document (choice->store)));

  return mn_save_bytes (path, bytes, NULL, FALSE, error);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Choice *choice)
{
  g_autoptr (GFile)  file = NULL;
  g_autofree char   *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file ? g_file_get_path (file) : NULL;
  if (path && write_choice (choice, path, &error))
    {
      tell_saved (choice->parent, path);
      if (choice->done)
        choice->done (choice->user_data);
    }
  else if (file)
    mn_session_output_tell (choice->parent, _ ("It Could Not Be Saved"),
                            error ? error->message : _ ("That place isn't a folder of files."));
  choice_free (choice);
}

static Choice *
choose (GtkWidget *parent, const char *title, const char *folder, const char *name)
{
  Choice           *choice = g_new0 (Choice, 1);
  g_autoptr (GFile) start = g_file_new_for_path (folder);

  choice->parent = g_object_ref (parent);
  choice->chooser = gtk_file_chooser_native_new (
      title, get_window (parent), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  if (g_file_query_exists (start, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (choice->chooser), start, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choice->chooser), name);
  g_signal_connect (choice->chooser, "response", G_CALLBACK (chosen_cb), choice);

  return choice;
}

/* "2026-04-15-giao-ban.minutes" → "2026-04-15-giao-ban" */
static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".minutes"))
    name[strlen (name) - strlen (".minutes")] = '\0';

  return g_filename_display_name (name);
}

void
mn_session_output_export (GtkWidget *parent, MnPages *pages, const char *session_path, MnForm form)
{
  g_autofree char *folder = g_path_get_dirname (session_path);
  g_autofree char *stem = dup_stem (session_path);
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", stem, mn_form_get_name (form));
  Choice          *choice = choose (parent, _ ("Export as PDF"), folder, name);

  choice->pages = g_object_ref (pages);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}

void
mn_session_output_save_copy (GtkWidget     *parent,
                             MnStore       *store,
                             MnOutputDone   done,
                             gpointer       user_data,
                             GDestroyNotify destroy)
{
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *stem = dup_stem (mn_store_get_path (store));
  g_autofree char *name = g_strdup_printf ("%s.minutes", stem);
  Choice *choice = choose (parent, _ ("Save a Copy"), documents ? documents : g_get_home_dir (),
                           name);

  choice->store = g_object_ref (store);
  choice->done = done;
  choice->user_data = user_data;
  choice->destroy = destroy;
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}
