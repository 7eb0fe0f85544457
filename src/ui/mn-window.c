#include "mn-window.h"

#include <glib/gi18n.h>

struct _MnWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
};

G_DEFINE_FINAL_TYPE (MnWindow, mn_window, ADW_TYPE_APPLICATION_WINDOW)

static void
mn_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MN_TYPE_WINDOW);

  G_OBJECT_CLASS (mn_window_parent_class)->dispose (object);
}

static void
mn_window_class_init (MnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Minutes/mn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MnWindow, stack);
}

static void
mn_window_init (MnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MnWindow *
mn_window_new (MnApplication *application)
{
  return g_object_new (MN_TYPE_WINDOW, "application", application, NULL);
}
