#include "mn-field-file.h"

#include <glib/gi18n.h>

#include "mn-background.h"

struct _MnFieldFile
{
  MnFieldControl parent_instance;

  GtkWidget *button; /* (borrowed) */
  GtkWidget *label;  /* (borrowed) inside it */
  GtkWidget *clear;  /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnFieldFile, mn_field_file, MN_TYPE_FIELD_CONTROL)

static const char *
get_value (MnFieldFile *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);

  return mn_item_get (mn_field_control_get_item (control),
                      mn_field_control_get_field (control)->name);
}

/* Appendices print theirs. */
static gboolean
is_picture (MnFieldFile *self)
{
  MnItem *parent = mn_item_get_parent (mn_field_control_get_item (MN_FIELD_CONTROL (self)));

  return parent && mn_item_is (parent, "appendix");
}

/* ---- taking a file -------------------------------------------------------------------------- */

/** Take: a file on its way into the archive, and the field that is to name it. */
typedef struct
{
  MnItem *item;    /* (owned) */
  char   *field;   /* (owned) */
  char   *archive; /* (owned) its folder */
  GFile  *file;    /* (owned) */
  char   *name;    /* (owned) (nullable) what came of it */
  GError *error;   /* (owned) (nullable) */
} Take;

static void
take_free (gpointer data)
{
  Take *take = data;

  g_clear_object (&take->item);
  g_clear_object (&take->file);
  g_clear_error (&take->error);
  g_free (take->field);
  g_free (take->archive);
  g_free (take->name);
  g_free (take);
}

static void
copy_work (gpointer job)
{
  Take *take = job;

  take->name = mn_archive_take_file (take->archive, take->file, &take->error);
}

/* The person may be elsewhere by now; the item is the one for which the file was chosen. */
static void
copied_cb (gpointer owner, gpointer job)
{
  MnEditContext *context = owner;
  Take          *take = job;

  if (take->name && mn_item_is_attached (take->item))
    mn_document_set (mn_edit_context_get_document (context), take->item, take->field, take->name,
                     &take->error);
  mn_edit_context_report (context, g_steal_pointer (&take->error));
}

void
mn_field_file_take (MnFieldFile *self, GFile *file)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);
  MnEditContext  *context = mn_field_control_get_context (control);
  const char     *folder = mn_paper_input_get_folder (mn_edit_context_get_paper_input (context));
  Take           *take;

  g_return_if_fail (folder != NULL);

  take = g_new0 (Take, 1);
  take->item = g_object_ref (mn_field_control_get_item (control));
  take->field = g_strdup (mn_field_control_get_field (control)->name);
  take->archive = g_strdup (folder);
  take->file = g_object_ref (file);
  mn_background_run (context, take, take_free, copy_work, copied_cb);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MnFieldFile *self)
{
  GFile *file = g_value_get_object (value);

  if (!file)
    return FALSE;
  mn_field_file_take (self, file);
  return TRUE;
}

/* ---- choosing one --------------------------------------------------------------------------- */

static void
chosen_cb (GtkNativeDialog *chooser, int response, MnFieldFile *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file)
    mn_field_file_take (self, file);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
offer_pictures (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Pictures (PNG, JPEG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
choose_cb (GtkButton *button, MnFieldFile *self)
{
  GtkRoot              *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      is_picture (self) ? _ ("Choose a Picture") : _ ("Choose a File"), GTK_WINDOW (root),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  if (is_picture (self))
    offer_pictures (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
clear_cb (GtkButton *button, MnFieldFile *self)
{
  mn_field_control_set (MN_FIELD_CONTROL (self), NULL);
  gtk_widget_grab_focus (self->button);
}

/* ---- widget --------------------------------------------------------------------------------- */

static GtkWidget *
build_button (MnFieldFile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, 0);

  return button;
}

static GtkWidget *
build_clear (MnFieldFile *self)
{
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_tooltip_text (clear, _ ("No File"));
  gtk_widget_add_css_class (clear, "flat");
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, 0);

  return clear;
}

static void
mn_field_file_build (MnFieldControl *control)
{
  MnFieldFile   *self = MN_FIELD_FILE (control);
  MnEditContext *context = mn_field_control_get_context (control);
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  gboolean may_change = mn_edit_context_may_change (context, mn_field_control_get_item (control)) &&
                        mn_paper_input_get_folder (mn_edit_context_get_paper_input (context));

  self->button = build_button (self);
  self->clear = build_clear (self);
  gtk_widget_set_sensitive (box, may_change);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->clear);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  mn_field_control_add (control, box);
  mn_field_control_set_target (control, self->button);
  g_signal_connect_object (mn_edit_context_get_paper_input (context), "changed",
                           G_CALLBACK (mn_field_control_refresh), self, G_CONNECT_SWAPPED);
}

/* Only pictures are looked into: what is wrong with one stops a paper. */
static const char *
find_fault (MnFieldFile *self)
{
  MnEditContext *context = mn_field_control_get_context (MN_FIELD_CONTROL (self));
  MnPictures    *pictures = mn_paper_input_get_pictures (mn_edit_context_get_paper_input (context));

  if (!get_value (self) || !is_picture (self))
    return NULL;
  return mn_picture_get_fault (mn_pictures_get (pictures, get_value (self)));
}

static void
mn_field_file_refresh (MnFieldControl *control)
{
  MnFieldFile *self = MN_FIELD_FILE (control);
  const char  *value = get_value (self);

  gtk_label_set_text (GTK_LABEL (self->label), value ? value : _ ("Choose a File…"));
  gtk_widget_set_tooltip_text (self->button, value);
  gtk_widget_set_visible (self->clear, value != NULL);
  mn_field_control_set_message (control, find_fault (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value ? value : "", -1);
}

static void
mn_field_file_class_init (MnFieldFileClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  control_class->build = mn_field_file_build;
  control_class->refresh = mn_field_file_refresh;
}

static void
mn_field_file_init (MnFieldFile *self)
{
}
