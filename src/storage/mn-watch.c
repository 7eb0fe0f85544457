#include "mn-watch.h"

#define DELAY 250 /* milliseconds: who saves makes several events */

struct _MnWatch
{
  GFileMonitor *monitor; /* (owned) (nullable) */
  MnWatchFunc   happened;
  gpointer      user_data;
  guint         timer;
};

static gboolean
timer_cb (gpointer user_data)
{
  MnWatch *self = user_data;

  self->timer = 0;
  self->happened (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GFileMonitor     *monitor,
            GFile            *file,
            GFile            *other,
            GFileMonitorEvent event,
            gpointer          user_data)
{
  MnWatch *self = user_data;

  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY, timer_cb, self);
}

/**
 * mn_watch_new:
 * @path: of the file itself, not of a link to it; it needn't be there
 * @happened: called in the main loop
 *
 * Where the system can't watch it is silent.
 */
MnWatch *
mn_watch_new (const char *path, MnWatchFunc happened, gpointer user_data)
{
  MnWatch           *self = g_new0 (MnWatch, 1);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->happened = happened;
  self->user_data = user_data;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_cb), self);
  else
    g_debug ("%s isn't watched: %s", path, error->message);
  return self;
}

void
mn_watch_free (MnWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_free (self);
}
