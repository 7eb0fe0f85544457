#include "mn-first-frame.h"

typedef struct
{
  GtkWindow  *window;   /* (borrowed) outlives its frame clock's signals */
  GListModel *sessions; /* (owned) */
  guint       n_frames;
  gboolean    was_filled; /* before the frame that is painted now */
} FirstFrame;

static void
free_watch (gpointer data, GClosure *closure)
{
  FirstFrame *self = data;

  g_object_unref (self->sessions);
  g_free (self);
}

static void
before_paint_cb (GdkFrameClock *clock, FirstFrame *self)
{
  self->was_filled = g_list_model_get_n_items (self->sessions) > 0;
}

static void
after_paint_cb (GdkFrameClock *clock, FirstFrame *self)
{
  if (self->n_frames++ == 0)
    g_print ("painted\n");
  if (!self->was_filled)
    return;
  g_print ("listed\n");
  g_application_quit (G_APPLICATION (gtk_window_get_application (self->window)));
}

static void
realize_cb (GtkWidget *window, GListModel *sessions)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  FirstFrame    *self = g_new0 (FirstFrame, 1);

  self->window = GTK_WINDOW (window);
  self->sessions = g_object_ref (sessions);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_data (clock, "after-paint", G_CALLBACK (after_paint_cb), self, free_watch, 0);
}

void
mn_first_frame_watch (GtkWindow *window, GListModel *sessions)
{
  if (g_getenv ("MINUTES_EXIT_AFTER_FIRST_FRAME") == NULL)
    return;
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), sessions, 0);
}
