#include "mn-print-progress.h"

#include <glib/gi18n.h>

#define PATIENCE 500 /* milliseconds that a person waits without being told why */

struct MnPrintProgress
{
  GtkWidget      *dialog; /* (nullable): it closes itself */
  GtkProgressBar *bar;    /* a child of it */
  MnPrintStop     stop;
  gpointer        user_data;
  guint           show_id;
};

static gboolean
show_cb (gpointer user_data)
{
  MnPrintProgress *self = user_data;

  self->show_id = 0;
  gtk_window_present (GTK_WINDOW (self->dialog));

  return G_SOURCE_REMOVE;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, MnPrintProgress *self)
{
  MnPrintStop stop = self->stop;

  self->stop = NULL;
  if (stop)
    stop (self->user_data);
}

/* Its window was closed, and it with that. The work goes on. */
static void
gone_cb (MnPrintProgress *self)
{
  self->dialog = NULL;
  self->stop = NULL;
  g_clear_handle_id (&self->show_id, g_source_remove);
}

MnPrintProgress *
mn_print_progress_new (GtkWindow *parent, const char *heading, MnPrintStop stop, gpointer user_data)
{
  MnPrintProgress *self = g_new0 (MnPrintProgress, 1);

  self->stop = stop;
  self->user_data = user_data;
  self->dialog = adw_message_dialog_new (parent, heading, NULL);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel");
  g_signal_connect (self->dialog, "response", G_CALLBACK (response_cb), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (gone_cb), self);
  self->show_id = g_timeout_add (PATIENCE, show_cb, self);

  return self;
}

void
mn_print_progress_set (MnPrintProgress *self, const char *text, double fraction)
{
  if (!self->stop)
    return; /* there is no dialog any more */

  gtk_progress_bar_set_text (self->bar, text);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}

void
mn_print_progress_free (MnPrintProgress *self)
{
  g_clear_handle_id (&self->show_id, g_source_remove);
  if (self->dialog)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  g_free (self);
}
