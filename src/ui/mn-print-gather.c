#include "mn-print-gather.h"

#include <glib/gi18n.h>

#include "mn-paper-input.h"
#include "mn-print-progress.h"
#include "mn-print-run.h"
#include "mn-session-output.h"
#include "mn-window.h"

/** Gather: the papers that are being composed. */
typedef struct
{
  GtkWindow       *window; /* (weak) (nullable): closing it ends this */
  GPtrArray       *wishes; /* (owned) */
  GPtrArray       *parts;  /* (owned) of MnPrintPart: done already */
  MnPrintProgress *progress;
  MnPrintRead      read;
  gboolean         stopped;
} Gather;

MnPrintWish *
mn_print_wish_new (const char *session, MnForm form)
{
  MnPrintWish *self = g_new0 (MnPrintWish, 1);

  self->session = g_strdup (session);
  self->form = form;

  return self;
}

void
mn_print_wish_free (MnPrintWish *self)
{
  g_free (self->session);
  g_free (self);
}

static void
gather_free (Gather *self)
{
  mn_print_progress_free (self->progress);
  g_clear_weak_pointer (&self->window);
  g_ptr_array_unref (self->wishes);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
stop_cb (gpointer user_data)
{
  ((Gather *) user_data)->stopped = TRUE;
}

static MnPrintPart *
compose_part (Gather *self, MnItem *session, MnForm form, GError **error)
{
  MnArchive               *archive = MN_IS_WINDOW (self->window)
                                         ? mn_window_get_archive (MN_WINDOW (self->window))
                                         : NULL;
  g_autoptr (MnPaperInput) known = mn_paper_input_new (session, archive);
  MnStore    *store = MN_IS_WINDOW (self->window) ? mn_window_get_store (MN_WINDOW (self->window))
                                                  : NULL;
  MnFormInput input;

  if (store && session == mn_document_get_root (mn_store_get_document (store)))
    mn_paper_input_set_path (known, mn_store_get_path (store));
  mn_paper_input_get (known, form, &input);
  return mn_print_part_compose (&input, form, error);
}

static gboolean
compose_next (Gather *self, GError **error)
{
  const MnPrintWish *wish = self->wishes->pdata[self->parts->len];
  g_autoptr (MnItem) session = self->read (self->window, wish->session, error);
  MnPrintPart       *part = session ? compose_part (self, session, wish->form, error) : NULL;

  if (!part)
    return FALSE;

  g_ptr_array_add (self->parts, part);

  return TRUE;
}

static void
show_progress (Gather *self)
{
  guint            number = MIN (self->parts->len + 1, self->wishes->len);
  g_autofree char *text = g_strdup_printf (_ ("Paper %u of %u"), number, self->wishes->len);

  mn_print_progress_set (self->progress, text, (double) self->parts->len / self->wishes->len);
}

/* One paper at a time, after whatever the window wants to do. */
static gboolean
compose_cb (gpointer user_data)
{
  Gather            *self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->stopped || !self->window)
    return G_SOURCE_REMOVE;
  if (!compose_next (self, &error))
    {
      mn_session_output_tell (GTK_WIDGET (self->window), _ ("It Can't Be Printed"), error->message);
      return G_SOURCE_REMOVE;
    }
  show_progress (self);
  if (self->parts->len < self->wishes->len)
    return G_SOURCE_CONTINUE;

  mn_print_run (self->window, self->parts, MN_PRINT_NO_PAGE);

  return G_SOURCE_REMOVE;
}

void
mn_print_gather (GtkWindow *window, GPtrArray *wishes, MnPrintRead read)
{
  Gather *self;

  g_return_if_fail (wishes->len > 0);

  self = g_new0 (Gather, 1);
  g_set_weak_pointer (&self->window, window);
  self->wishes = g_ptr_array_ref (wishes);
  self->parts = mn_print_parts_new ();
  self->read = read;
  self->progress = mn_print_progress_new (window, _ ("Preparing the Papers"), stop_cb, self);
  show_progress (self);
  g_idle_add_full (G_PRIORITY_LOW, compose_cb, self, (GDestroyNotify) gather_free);
}
