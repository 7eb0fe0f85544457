#include "mn-number-dialog.h"

#include "mn-item-form.h"
#include "mn-register-entry.h"

struct _MnNumberDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkLabel       *wrong;
  AdwBin         *place;

  /* Owned */
  MnArchive     *archive;
  MnEditContext *context; /* of a document that holds the entry alone */
  MnItem        *entry;

  MnItemForm *form; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnNumberDialog, mn_number_dialog, ADW_TYPE_WINDOW)

enum
{
  PUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (MnNumberDialog *self, const char *words)
{
  gtk_label_set_text (self->wrong, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), words != NULL);
}

/* What was typed and is no value yet says so at its field; it isn't dropped silently. */
static gboolean
is_complete (MnNumberDialog *self)
{
  const MnField *fields = mn_item_get_kind (self->entry)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      MnFieldControl *control = mn_item_form_find (self->form, fields[i].name);

      if (mn_edit_context_get_draft (self->context, self->entry, fields[i].name) == NULL)
        continue;
      if (control != NULL)
        gtk_widget_grab_focus (mn_field_control_get_target (control));
      return FALSE;
    }
  return TRUE;
}

static void
save (MnNumberDialog *self)
{
  g_autoptr (MnItem) entry = NULL, before = NULL;
  g_autoptr (GError) error = NULL;

  mn_edit_context_flush (self->context);
  tell (self, NULL);
  if (!is_complete (self))
    return;
  entry = mn_item_copy (self->entry, MN_COPY_SAME_IDS);
  if (!mn_register_put (self->archive, entry, &before, &error))
    {
      tell (self, error->message);
      return;
    }
  g_signal_emit (self, signals[PUT], 0, entry, before);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (MN_NUMBER_DIALOG (widget));
}

static void
told_cb (MnNumberDialog *self, const char *text)
{
  tell (self, text);
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_number_dialog_dispose (GObject *object)
{
  MnNumberDialog *self = MN_NUMBER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_NUMBER_DIALOG);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);
  g_clear_object (&self->archive);

  G_OBJECT_CLASS (mn_number_dialog_parent_class)->dispose (object);
}

static void
mn_number_dialog_class_init (MnNumberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_number_dialog_dispose;
  signals[PUT] = g_signal_new ("put", MN_TYPE_NUMBER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, MN_TYPE_ITEM, MN_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-number-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MnNumberDialog, title);
  gtk_widget_class_bind_template_child (widget_class, MnNumberDialog, wrong);
  gtk_widget_class_bind_template_child (widget_class, MnNumberDialog, place);
  gtk_widget_class_install_action (widget_class, "number.save", NULL, save_cb);
}

static void
mn_number_dialog_init (MnNumberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
build (MnNumberDialog *self, MnItem *entry)
{
  g_autoptr (MnItem)     root = mn_item_new (mn_kind_find ("number-register"));
  g_autoptr (MnDocument) document = NULL;

  self->entry = mn_item_copy (entry, MN_COPY_SAME_IDS);
  mn_item_add (root, mn_register_find_slot (mn_item_get_kind (entry)), self->entry);
  document = mn_document_new (root, mn_archive_get_clock (self->archive));
  self->context = mn_edit_context_new (document, self->archive);
  g_signal_connect_object (self->context, "notify-user", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
  self->form = MN_ITEM_FORM (mn_item_form_new (self->context, self->entry));
  adw_bin_set_child (self->place, GTK_WIDGET (self->form));
}

/** mn_number_dialog_new: @entry (transfer none) is what stands in it at first. */
GtkWidget *
mn_number_dialog_new (GtkWindow *parent, MnArchive *archive, MnItem *entry)
{
  MnNumberDialog *self = g_object_new (MN_TYPE_NUMBER_DIALOG, "transient-for", parent, NULL);
  const char     *title = mn_kind_get_label (mn_item_get_kind (entry));

  self->archive = g_object_ref (archive);
  build (self, entry);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  mn_item_form_focus_first (self->form);
  return GTK_WIDGET (self);
}
