#include "mn-print-waiting.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtk/gtkunixprint.h>

#include "mn-window.h"

#define PATIENCE 8 /* seconds; most jobs are on paper, or at least in the printer, by then */

/** Question: goes to the print service, which may answer when nobody waits any more. */
typedef struct
{
  MnPrintWaiting *asker; /* (nullable) */
  char           *name;  /* (owned) */
  GtkPrinter     *found; /* (owned) (nullable) */
} Question;

struct MnPrintWaiting
{
  GtkWindow *window;   /* (weak) (nullable) */
  char      *printer;  /* (owned) */
  AdwToast  *toast;    /* (owned) (nullable): what was told */
  Question  *question; /* (nullable): under way */
  guint      ask_id;
};

static gboolean ask_cb (gpointer user_data);

static void
wait_and_ask (MnPrintWaiting *self)
{
  self->ask_id = g_timeout_add_seconds (PATIENCE, ask_cb, self);
}

char *
mn_print_waiting_dup_sentence (const char *printer, const char *message)
{
  /* Translators: a printer, then its own words, which may or may not end with a full stop */
  return g_strdup_printf (_ ("Not printed yet. The printer “%s” says: %s"), printer, message);
}

/* In a window of another kind there is no place for it. */
static void
tell (MnPrintWaiting *self, const char *message)
{
  g_autofree char *text = mn_print_waiting_dup_sentence (self->printer, message);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (!MN_IS_WINDOW (self->window))
    return;

  self->toast = adw_toast_new (markup);
  adw_toast_set_timeout (self->toast, 0);
  mn_window_show_toast (MN_WINDOW (self->window), self->toast);
}

static gboolean
found_cb (GtkPrinter *printer, gpointer user_data)
{
  Question *question = user_data;

  if (g_strcmp0 (gtk_printer_get_name (printer), question->name) == 0)
    g_set_object (&question->found, printer);

  return FALSE;
}

/* All printers are known. */
static void
answered_cb (gpointer user_data)
{
  Question       *question = user_data;
  MnPrintWaiting *self = question->asker;
  const char *message = question->found ? gtk_printer_get_state_message (question->found) : NULL;

  if (self)
    {
      self->question = NULL;
      if (message && *message)
        tell (self, message);
      else
        wait_and_ask (self);
    }
  g_clear_object (&question->found);
  g_free (question->name);
  g_free (question);
}

static gboolean
ask_cb (gpointer user_data)
{
  MnPrintWaiting *self = user_data;

  self->ask_id = 0;
  self->question = g_new0 (Question, 1);
  self->question->asker = self;
  self->question->name = g_strdup (self->printer);
  gtk_enumerate_printers (found_cb, self->question, answered_cb, FALSE);

  return G_SOURCE_REMOVE;
}

MnPrintWaiting *
mn_print_waiting_new (GtkWindow *window, const char *printer)
{
  MnPrintWaiting *self = g_new0 (MnPrintWaiting, 1);

  g_set_weak_pointer (&self->window, window);
  self->printer = g_strdup (printer);
  wait_and_ask (self);

  return self;
}

void
mn_print_waiting_free (MnPrintWaiting *self)
{
  g_clear_handle_id (&self->ask_id, g_source_remove);
  if (self->question)
    self->question->asker = NULL;
  if (self->toast && self->window)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->window);
  g_free (self->printer);
  g_free (self);
}
