#include "mn-print-run.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mn-print-memory.h"
#include "mn-print-operation.h"
#include "mn-print-outcome.h"
#include "mn-print-progress.h"
#include "mn-print-waiting.h"
#include "mn-session-output.h"

#define SEVERAL "several" /* what a job of different forms is remembered by */

/** Run: one job, from the dialog until the printer has it. */
typedef struct
{
  GtkWindow         *window;    /* (weak) (nullable): it may be closed meanwhile */
  GtkPrintOperation *operation; /* (owned) */
  GPtrArray         *parts;     /* (owned) */
  MnPrintProgress   *progress;  /* (owned) (nullable) */
  MnPrintWaiting    *waiting;   /* (owned) (nullable) */
  GApplication      *held;      /* (owned) (nullable): doesn't end before the printer has all */
  gboolean           sent;      /* drawn and handed over; what follows is the printer's */
  gboolean           handed_over;
  gboolean           trouble_told;
} Run;

static void
run_free (Run *self)
{
  g_clear_pointer (&self->progress, mn_print_progress_free);
  g_clear_pointer (&self->waiting, mn_print_waiting_free);
  g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_weak_pointer (&self->window);
  mn_print_operation_discard (MN_PRINT_OPERATION (self->operation));
  g_object_unref (self->operation);
  g_ptr_array_unref (self->parts);
  if (self->held)
    g_application_release (self->held);
  g_clear_object (&self->held);
  g_free (self);
}

/* The operation is in the middle of telling us. */
static gboolean
free_cb (gpointer user_data)
{
  run_free (user_data);

  return G_SOURCE_REMOVE;
}

static void
end (Run *self)
{
  g_clear_pointer (&self->progress, mn_print_progress_free);
  g_signal_handlers_disconnect_by_data (self->operation, self);
  g_idle_add (free_cb, self);
}

static void
tell (Run *self, const char *sentence)
{
  mn_session_output_tell (self->window ? GTK_WIDGET (self->window) : NULL,
                          _ ("It Could Not Be Printed"), sentence);
}

static void
toast (Run *self, const char *text)
{
  if (self->window)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", text);
}

/* ---- what is remembered --------------------------------------------------------------------- */

static const char *
get_memory_name (Run *self)
{
  MnPrintPart *first = self->parts->pdata[0];

  for (guint i = 1; i < self->parts->len; i++)
    if (((MnPrintPart *) self->parts->pdata[i])->form != first->form)
      return SEVERAL;

  return mn_form_get_name (first->form);
}

static void
get_sheet (Run *self, double *width, double *height)
{
  mn_pages_get_size (((MnPrintPart *) self->parts->pdata[0])->pages, 0, width, height);
}

static void
recall (Run *self)
{
  g_autoptr (GtkPrintSettings) settings = mn_print_memory_load (get_memory_name (self));
  g_autoptr (GtkPageSetup)     setup = NULL;
  double                       width, height;
  const char                  *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          ((MnPrintPart *) self->parts->pdata[0])->title);
  if (documents)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, documents);
  gtk_print_operation_set_print_settings (self->operation, settings);
  get_sheet (self, &width, &height);
  setup = mn_print_memory_load_paper (get_memory_name (self), width, height);
  if (setup)
    gtk_print_operation_set_default_page_setup (self->operation, setup);
}

static void
remember (Run *self)
{
  g_autoptr (GError) error = NULL;
  double             width, height;

  get_sheet (self, &width, &height);
  if (!mn_print_memory_save (
          get_memory_name (self), gtk_print_operation_get_print_settings (self->operation),
          gtk_print_operation_get_default_page_setup (self->operation), width, height, &error))
    {
      g_autofree char *text = g_strdup_printf (_ ("The choice of printer could not be kept: %s"),
                                               error->message);

      toast (self, text);
    }
}

/* ---- how it goes ---------------------------------------------------------------------------- */

static void
stop_cb (gpointer user_data)
{
  gtk_print_operation_cancel (((Run *) user_data)->operation);
}

static void
drawn_cb (MnPrintOperation *operation, guint side, guint n_sides, Run *self)
{
  /* Translators: how far printing has come */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), side, n_sides);

  if (!self->progress)
    self->progress = mn_print_progress_new (self->window, _ ("Printing"), stop_cb, self);
  mn_print_progress_set (self->progress, text, (double) side / n_sides);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, MnPrintOperation *operation)
{
  mn_print_operation_answer (operation, g_str_equal (response, "print"));
}

/* The window was closed over the question. */
static void
gone_cb (GtkWidget *dialog, MnPrintOperation *operation)
{
  mn_print_operation_answer (operation, FALSE);
}

static void
ask_cb (MnPrintOperation *operation, const char *sentence, gpointer user_data)
{
  Run              *self = user_data;
  gboolean          other_size = mn_print_operation_is_other_size (operation);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      self->window,
      other_size ? _ ("The Paper Is of Another Size") : _ ("Not Everything Can Be Printed"),
      sentence));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "print",
                                    other_size ? _ ("Print in the _Middle") : _ ("_Print Anyway"),
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), operation, 0);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (gone_cb), operation, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_printer (Run *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);

  return settings ? gtk_print_settings_get_printer (settings) : NULL;
}

static void
finish (Run *self)
{
  g_autoptr (GError) error = NULL;
  const char        *place = mn_print_operation_get_place (MN_PRINT_OPERATION (self->operation));

  if (!mn_print_operation_commit (MN_PRINT_OPERATION (self->operation), &error))
    tell (self, error->message);
  else if (place && g_file_test (place, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (place);
      g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);

      toast (self, text);
    }
}

static void
fail (Run *self)
{
  MnPrintOperation  *operation = MN_PRINT_OPERATION (self->operation);
  g_autoptr (GError) error = NULL;
  g_autofree char   *sentence = NULL;

  gtk_print_operation_get_error (self->operation, &error);
  sentence = mn_print_outcome_dup (mn_print_operation_get_place (operation), get_printer (self),
                                   error);
  tell (self, sentence);
}

/* The print service has all of it, or the file. What didn't get so far isn't worth remembering. */
static void
hand_over (Run *self)
{
  const char *printer = get_printer (self);

  if (self->handed_over)
    return;

  self->handed_over = TRUE;
  remember (self);
  if (self->held)
    g_application_release (self->held);
  g_clear_object (&self->held);
  if (printer && !mn_print_operation_get_place (MN_PRINT_OPERATION (self->operation)))
    self->waiting = mn_print_waiting_new (self->window, printer);
}

/* After it was sent: how the printer, or the file, took it. */
static void
status_cb (GtkPrintOperation *operation, Run *self)
{
  GtkPrintStatus status = gtk_print_operation_get_status (operation);

  if (!self->sent)
    return;

  if (status == GTK_PRINT_STATUS_PENDING_ISSUE && !self->trouble_told)
    {
      self->trouble_told = TRUE;
      toast (self, gtk_print_operation_get_status_string (operation));
    }
  if (status >= GTK_PRINT_STATUS_PENDING && status != GTK_PRINT_STATUS_FINISHED_ABORTED)
    hand_over (self);
  if (status == GTK_PRINT_STATUS_FINISHED)
    finish (self);
  else if (status == GTK_PRINT_STATUS_FINISHED_ABORTED)
    fail (self);
  if (gtk_print_operation_is_finished (operation))
    end (self);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Run *self)
{
  const GError *failure = mn_print_operation_get_failure (MN_PRINT_OPERATION (operation));

  g_clear_pointer (&self->progress, mn_print_progress_free);
  if (failure)
    tell (self, failure->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    fail (self);
  if (failure || result != GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      end (self);
      return;
    }

  self->sent = TRUE;
  status_cb (operation, self); /* a file may have been written already */
}

static Run *
run_new (GtkWindow *window, GPtrArray *parts)
{
  Run         *self = g_new0 (Run, 1);
  MnPrintPart *first = parts->pdata[0];

  g_set_weak_pointer (&self->window, window);
  self->parts = g_ptr_array_ref (parts);
  self->operation = mn_print_operation_new (parts, first->title);
  mn_print_operation_set_ask (MN_PRINT_OPERATION (self->operation), ask_cb, self);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  g_signal_connect (self->operation, "progress", G_CALLBACK (drawn_cb), self);
  g_signal_connect (self->operation, "done", G_CALLBACK (done_cb), self);
  g_signal_connect (self->operation, "status-changed", G_CALLBACK (status_cb), self);
  self->held = g_application_get_default () ? g_object_ref (g_application_get_default ()) : NULL;
  if (self->held)
    g_application_hold (self->held);

  return self;
}

void
mn_print_run (GtkWindow *window, GPtrArray *parts, guint current)
{
  Run *self = run_new (window, parts);

  recall (self);
  if (current != MN_PRINT_NO_PAGE)
    gtk_print_operation_set_current_page (self->operation, (int) current);
  /* How it went comes to "done". */
  gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
