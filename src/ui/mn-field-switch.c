#include "mn-field-switch.h"

struct _MnFieldSwitch
{
  MnFieldControl parent_instance;

  GtkWidget *button; /* (borrowed) */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (MnFieldSwitch, mn_field_switch, MN_TYPE_FIELD_CONTROL)

static void
active_cb (GtkSwitch *button, GParamSpec *pspec, MnFieldSwitch *self)
{
  if (!self->refreshing)
    mn_field_control_set (MN_FIELD_CONTROL (self), gtk_switch_get_active (button) ? "yes" : NULL);
}

static void
mn_field_switch_build (MnFieldControl *control)
{
  MnFieldSwitch *self = MN_FIELD_SWITCH (control);
  MnEditContext *context = mn_field_control_get_context (control);

  self->button = gtk_switch_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->button, 4);
  gtk_widget_set_sensitive (
      self->button, mn_edit_context_may_change (context, mn_field_control_get_item (control)));
  g_signal_connect_object (self->button, "notify::active", G_CALLBACK (active_cb), self, 0);
  mn_field_control_add (control, self->button);
  mn_field_control_set_target (control, self->button);
}

static void
mn_field_switch_refresh (MnFieldControl *control)
{
  MnFieldSwitch *self = MN_FIELD_SWITCH (control);
  const MnField *field = mn_field_control_get_field (control);

  self->refreshing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->button),
                         mn_item_get_boolean (mn_field_control_get_item (control), field->name));
  self->refreshing = FALSE;
}

static void
mn_field_switch_class_init (MnFieldSwitchClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  control_class->build = mn_field_switch_build;
  control_class->refresh = mn_field_switch_refresh;
}

static void
mn_field_switch_init (MnFieldSwitch *self)
{
}
