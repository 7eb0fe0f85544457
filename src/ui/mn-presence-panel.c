#include "mn-presence-panel.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-session.h"

struct _MnPresencePanel
{
  GtkWidget parent_instance;

  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (MnPresencePanel, mn_presence_panel, GTK_TYPE_WIDGET)

static const char *const states[] = { "present", "online", "absent", "arrived", "left" };

/* The first word about an attendee is the state at the start; one who comes or goes does so at some
 * time. What was said by mistake is set right, not added to. */
static MnItem *
find_entry (MnPresencePanel *self, gboolean timed)
{
  guint n = mn_item_get_n_children (self->item, "presences");

  if (timed || n != 1)
    return NULL;
  return mn_item_get_child (self->item, "presences", 0);
}

static void
say (MnPresencePanel *self, const char *state, gboolean timed)
{
  MnDocument           *document = mn_edit_context_get_document (self->context);
  MnItem               *entry = find_entry (self, timed);
  g_autoptr (MnItem)    made = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GDateTime) now = mn_clock_now (mn_edit_context_get_clock (self->context));
  g_autofree char      *time = g_date_time_format (now, "%H:%M");

  if (entry != NULL)
    mn_document_set (document, entry, "state", state, &error);
  else
    {
      made = mn_item_new (mn_kind_find ("presence"));
      mn_item_set (made, "state", state, NULL);
      if (timed)
        mn_item_set (made, "at", time, NULL);
      mn_document_insert (document, self->item, "presences", G_MAXUINT, made, &error);
    }
  mn_edit_context_report (self->context, g_steal_pointer (&error));
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *state = g_variant_get_string (parameter, NULL);

  say (MN_PRESENCE_PANEL (widget), state,
       g_str_equal (state, "arrived") || g_str_equal (state, "left"));
}

static void
mn_presence_panel_dispose (GObject *object)
{
  MnPresencePanel *self = MN_PRESENCE_PANEL (object);

  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_presence_panel_parent_class)->dispose (object);
}

static void
mn_presence_panel_class_init (MnPresencePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_presence_panel_dispose;
  gtk_widget_class_install_action (widget_class, "presence.say", "s", say_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mn_presence_panel_init (MnPresencePanel *self)
{
}

GtkWidget *
mn_presence_panel_new (MnEditContext *context, MnItem *item)
{
  MnPresencePanel *self = g_object_new (MN_TYPE_PRESENCE_PANEL, NULL);
  GtkWidget       *box = gtk_flow_box_new ();
  const MnField   *field = mn_kind_find_field (mn_kind_find ("presence"), "state");

  self->context = g_object_ref (context);
  self->item = g_object_ref (item);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (
          mn_enum_value_get_label (mn_field_find_value (field, states[i])));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "presence.say");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", states[i]);
      gtk_flow_box_insert (GTK_FLOW_BOX (box), button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presence.say",
                                 mn_edit_context_may_change (context, item));
  return GTK_WIDGET (self);
}
