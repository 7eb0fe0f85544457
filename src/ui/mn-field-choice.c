#include "mn-field-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-words-factory.h"

struct _MnFieldChoice
{
  MnFieldControl parent_instance;

  GtkWidget *drop_down; /* (borrowed) */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (MnFieldChoice, mn_field_choice, MN_TYPE_FIELD_CONTROL)

/* The first row stands for no value. */
static guint
find_row (const MnField *field, const char *nick)
{
  for (guint i = 0; nick != NULL && field->values[i].nick != NULL; i++)
    if (g_strcmp0 (field->values[i].nick, nick) == 0)
      return i + 1;
  return 0;
}

/* A document is marked as issued on one road only, which checks number, date and signatory and
 * writes the register; the field follows it. */
static gboolean
is_issue (MnFieldChoice *self, const char *nick)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);

  return mn_item_is (mn_field_control_get_item (control), "document") &&
         strcmp (mn_field_control_get_field (control)->name, "state") == 0 &&
         g_strcmp0 (nick, "issued") == 0;
}

static void
issue (MnFieldChoice *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "session.issue", "s",
                              mn_item_get_id (mn_field_control_get_item (control)));
  mn_field_control_refresh (control);
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MnFieldChoice *self)
{
  const MnField *field = mn_field_control_get_field (MN_FIELD_CONTROL (self));
  guint          row = gtk_drop_down_get_selected (drop_down);
  const char    *nick;

  if (self->refreshing || row == GTK_INVALID_LIST_POSITION)
    return;
  nick = row > 0 ? field->values[row - 1].nick : NULL;
  if (is_issue (self, nick))
    issue (self);
  else
    mn_field_control_set (MN_FIELD_CONTROL (self), nick);
}

static void
mn_field_choice_build (MnFieldControl *control)
{
  g_autoptr (GtkListItemFactory) button = mn_words_factory_new (0);
  g_autoptr (GtkListItemFactory) list = mn_words_factory_new (-1);
  MnFieldChoice                 *self = MN_FIELD_CHOICE (control);
  const MnField                 *field = mn_field_control_get_field (control);
  g_autoptr (GtkStringList)      labels = gtk_string_list_new (NULL);
  MnEditContext                 *context = mn_field_control_get_context (control);

  if (strcmp (field->name, "style") == 0)
    /* Translators: the rule that is in force decides, not a style of the office */
    gtk_string_list_append (labels, _ ("By the rule"));
  else if ((field->flags & MN_FIELD_AUTO) != 0)
    /* Translators: no value has been chosen; it follows from others */
    gtk_string_list_append (labels, _ ("Automatic"));
  else
    /* Translators: no value has been chosen */
    gtk_string_list_append (labels, _ ("(not set)"));
  for (guint i = 0; field->values[i].nick != NULL; i++)
    gtk_string_list_append (labels, mn_enum_value_get_label (&field->values[i]));
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), list);
  gtk_widget_set_sensitive (
      self->drop_down, mn_edit_context_may_change (context, mn_field_control_get_item (control)));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  mn_field_control_add (control, self->drop_down);
  mn_field_control_set_target (control, self->drop_down);
  /* The keys go to the button inside, which is what a screen reader hears of. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mn_field_get_label (field), -1);
}

static void
mn_field_choice_refresh (MnFieldControl *control)
{
  MnFieldChoice *self = MN_FIELD_CHOICE (control);
  const MnField *field = mn_field_control_get_field (control);

  self->refreshing = TRUE;
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (self->drop_down),
      find_row (field, mn_item_get (mn_field_control_get_item (control), field->name)));
  self->refreshing = FALSE;
}

static void
mn_field_choice_class_init (MnFieldChoiceClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  control_class->build = mn_field_choice_build;
  control_class->refresh = mn_field_choice_refresh;
}

static void
mn_field_choice_init (MnFieldChoice *self)
{
}
