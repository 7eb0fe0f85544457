#include "mn-application.h"

#include <glib/gi18n.h>

#include "mn-window.h"

struct _MnApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MnApplication, mn_application, ADW_TYPE_APPLICATION)

static void
mn_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (mn_window_new (MN_APPLICATION (application))));
}

static void
mn_application_class_init (MnApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = mn_application_activate;
}

static void
mn_application_init (MnApplication *self)
{
}

MnApplication *
mn_application_new (void)
{
  return g_object_new (MN_TYPE_APPLICATION, "application-id", "org.example.Minutes",
                       "resource-base-path", "/org/example/Minutes", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
