#include "mn-rich-tools.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *action;
  const char *icon;  /* or */
  const char *glyph; /* shown as text */
  const char *label;
} Tool;

static const Tool tools[] = {
  { "rich.bold", "format-text-bold-symbolic", NULL, N_ ("Bold") },
  { "rich.italic", "format-text-italic-symbolic", NULL, N_ ("Italic") },
  { "rich.dash", NULL, "–", N_ ("Dash point") },
  { "rich.number", NULL, "1.", N_ ("Numbered point") },
  { "rich.level-in", "format-indent-more-symbolic", NULL, N_ ("One level in") },
  { "rich.level-out", "format-indent-less-symbolic", NULL, N_ ("One level out") },
};

static void
clicked_cb (GtkButton *button, MnRichView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), gtk_widget_get_name (GTK_WIDGET (button)), NULL);
}

static GtkWidget *
create_tool (const Tool *tool, MnRichView *view)
{
  GtkWidget *button = tool->icon != NULL ? gtk_button_new_from_icon_name (tool->icon)
                                         : gtk_button_new_with_label (tool->glyph);

  gtk_widget_set_name (button, tool->action);
  gtk_widget_set_tooltip_text (button, _ (tool->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (tool->label), -1);
  /* The keys stay in the text; every tool has a key of its own there. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), view, 0);
  return button;
}

GtkWidget *
mn_rich_tools_new (MnRichView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "rich-tools");
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_box_append (GTK_BOX (box), create_tool (&tools[i], view));
  g_object_bind_property (view, "has-focus", box, "visible", G_BINDING_SYNC_CREATE);
  return box;
}
