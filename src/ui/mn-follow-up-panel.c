#include "mn-follow-up-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-children.h"
#include "mn-follow-up-edits.h"
#include "mn-session.h"
#include "mn-value-format.h"

struct _MnFollowUpPanel
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *status;
  GtkWidget *origin;
  GtkWidget *compare_button;
  GtkWidget *history;
  GtkWidget *history_box;
  GtkWidget *buttons;
  GtkWidget *date_entry;
  GtkWidget *date_message;
  GtkWidget *date_popover;
  GtkWidget *lead_entry;
  GtkWidget *lead_popover;

  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) */
  MnOrigin      *found;   /* (owned) (nullable) */
  guint          refresh_id;
};

G_DEFINE_FINAL_TYPE (MnFollowUpPanel, mn_follow_up_panel, GTK_TYPE_WIDGET)

/* ---- what became of it ---------------------------------------------------------------------- */

/* Without an archive only what this session says is known. */
static void
reckon_status (MnFollowUpPanel *self, MnStatus *status)
{
  MnArchive                *archive = mn_edit_context_get_archive (self->context);
  guint                     n = mn_item_get_n_children (self->item, "entries");
  g_autofree MnStatusEntry *entries = g_new0 (MnStatusEntry, n + 1);
  guint32                   deadline = 0;
  GDate                     date, today;

  mn_clock_today (mn_edit_context_get_clock (self->context), &today);
  if (mn_item_get_date (self->item, "deadline", &date))
    deadline = g_date_get_julian (&date);
  if (archive != NULL)
    {
      mn_archive_get_follow_up_status (archive, self->item,
                                       mn_edit_context_get_session (self->context),
                                       g_date_get_julian (&today), G_MAXINT64, status);
      return;
    }
  for (guint i = 0; i < n; i++)
    mn_status_entry_from_item (mn_item_get_child (self->item, "entries", i), &entries[i]);
  mn_status_on (deadline, entries, n, g_date_get_julian (&today), G_MAXINT64, status);
}

static void
show_status (MnFollowUpPanel *self)
{
  MnStatus            status = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);
  GDate               date;

  reckon_status (self, &status);
  g_string_append (words, mn_status_get_label (&status));
  if (status.deadline > 0)
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, status.deadline);
      /* Translators: a deadline */
      g_string_append_printf (words, _ (" · by %d/%d/%d"), g_date_get_day (&date),
                              g_date_get_month (&date), g_date_get_year (&date));
    }
  if (status.slips > 0)
    g_string_append_printf (words,
                            /* Translators: how often a deadline was put off */
                            ngettext (" · put off %u time", " · put off %u times", status.slips),
                            status.slips);
  gtk_label_set_text (GTK_LABEL (self->status), words->str);
  if (status.term == MN_TERM_OVERDUE)
    gtk_widget_add_css_class (self->status, "error");
  else
    gtk_widget_remove_css_class (self->status, "error");
}

static void
append (GString *words, const char *mark, const char *piece)
{
  if (piece != NULL && *piece != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? mark : "", piece);
}

static void
show_origin (MnFollowUpPanel *self)
{
  MnArchive          *archive = mn_edit_context_get_archive (self->context);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char    *date = NULL;

  g_clear_pointer (&self->found, mn_origin_free);
  if (archive != NULL)
    self->found = mn_archive_get_origin (archive, self->item);
  if (self->found != NULL)
    {
      date = mn_value_format_date (*self->found->date != '\0' ? self->found->date : NULL);
      append (words, " · ", self->found->label);
      append (words, " · ", self->found->session_title);
      append (words, " · ", date);
      append (words, " · ", self->found->document);
      append (words, " · ", self->found->leads);
      if (self->found->missing)
        append (words, " · ", _ ("the session isn't in this archive"));
    }
  gtk_label_set_text (GTK_LABEL (self->origin), words->str);
  gtk_widget_set_visible (self->origin, words->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.compare",
                                 self->found != NULL && self->found->session != NULL &&
                                     !self->found->missing);
}

static char *
dup_history_line (const MnHistoryLine *line)
{
  const MnField      *field = mn_kind_find_field (mn_kind_find ("status-entry"), "status");
  const MnEnumValue  *status = mn_field_find_value (field, line->status);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char    *date = mn_value_format_date (*line->date != '\0' ? line->date : NULL);
  g_autofree char *until = mn_value_format_date (*line->deadline != '\0' ? line->deadline : NULL);
  /* Translators: %s is a date */
  g_autofree char *deadline = g_strdup_printf (_ ("new deadline %s"), until);
  /* Translators: %s is who leads from now on */
  g_autofree char *lead = g_strdup_printf (_ ("lead: %s"), line->lead);

  append (words, "", date);
  append (words, " · ", status != NULL ? mn_enum_value_get_label (status) : NULL);
  append (words, " · ", line->words);
  append (words, " · ", *until != '\0' ? deadline : NULL);
  append (words, " · ", *line->lead != '\0' ? lead : NULL);
  append (words, " · ", line->session_title);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_history_line (MnFollowUpPanel *self, const MnHistoryLine *line)
{
  g_autofree char *words = dup_history_line (line);
  GtkWidget       *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (line->struck)
    {
      PangoAttrList *struck = pango_attr_list_new ();

      pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), struck);
      pango_attr_list_unref (struck);
    }
  gtk_box_append (GTK_BOX (self->history), label);
}

static void
show_history (MnFollowUpPanel *self)
{
  MnArchive            *archive = mn_edit_context_get_archive (self->context);
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (self->history)) != NULL)
    gtk_box_remove (GTK_BOX (self->history), child);
  if (archive != NULL)
    lines = mn_archive_get_history (archive, mn_follow_up_get_item_id (self->item),
                                    mn_edit_context_get_session (self->context));
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_history_line (self, lines->pdata[i]);
  gtk_widget_set_visible (self->history_box, lines != NULL && lines->len > 0);
}

static void
refresh_cb (gpointer user_data)
{
  MnFollowUpPanel *self = user_data;

  self->refresh_id = 0;
  show_status (self);
  show_origin (self);
  show_history (self);
}

static void
edited_cb (MnDocument *document, MnEdit *edit, MnFollowUpPanel *self)
{
  MnItem *item = mn_document_find (document, edit->parent != NULL ? edit->parent : edit->item);

  while (item != NULL && item != self->item)
    item = mn_item_get_parent (item);
  if (item != NULL && self->refresh_id == 0)
    self->refresh_id = g_idle_add_once (refresh_cb, self);
}

/* ---- saying it ------------------------------------------------------------------------------ */

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnFollowUpPanel *self = MN_FOLLOW_UP_PANEL (widget);

  mn_follow_up_say (self->context, self->item, g_variant_get_string (parameter, NULL));
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnFollowUpPanel *self = MN_FOLLOW_UP_PANEL (widget);

  gtk_widget_activate_action (widget, "editor.compare", "(ss)", self->found->session,
                              mn_follow_up_get_item_id (self->item));
}

static void
postpone_cb (GtkWidget *widget, MnFollowUpPanel *self)
{
  g_autoptr (GError) error = NULL;
  const char        *typed = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));

  if (*typed == '\0')
    return;
  if (mn_follow_up_postpone (self->context, self->item, typed, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->date_entry), "");
      gtk_popover_popdown (GTK_POPOVER (self->date_popover));
    }
  gtk_label_set_text (GTK_LABEL (self->date_message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->date_message, error != NULL);
}

static void
hand_on_cb (GtkWidget *widget, MnFollowUpPanel *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->lead_entry));

  if (*typed == '\0' || !mn_follow_up_hand_on (self->context, self->item, typed))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->lead_entry), "");
  gtk_popover_popdown (GTK_POPOVER (self->lead_popover));
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_follow_up_panel_dispose (GObject *object)
{
  MnFollowUpPanel *self = MN_FOLLOW_UP_PANEL (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_FOLLOW_UP_PANEL);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_pointer (&self->found, mn_origin_free);
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_follow_up_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-follow-up-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, status);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, origin);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, history);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, history_box);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, date_entry);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, date_message);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, date_popover);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, lead_entry);
  gtk_widget_class_bind_template_child (widget_class, MnFollowUpPanel, lead_popover);
  gtk_widget_class_bind_template_callback (widget_class, postpone_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_on_cb);
}

static void
mn_follow_up_panel_class_init (MnFollowUpPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_follow_up_panel_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "follow-up.say", "s", say_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.compare", NULL, compare_cb);
}

static void
mn_follow_up_panel_init (MnFollowUpPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mn_follow_up_panel_new (MnEditContext *context, MnItem *item)
{
  MnFollowUpPanel *self = g_object_new (MN_TYPE_FOLLOW_UP_PANEL, NULL);

  self->context = g_object_ref (context);
  self->item = g_object_ref (item);
  gtk_widget_set_sensitive (self->buttons, mn_edit_context_may_change (context, item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "follow-up.say",
                                 mn_edit_context_may_change (context, item));
  g_signal_connect_object (mn_edit_context_get_document (context), "edited", G_CALLBACK (edited_cb),
                           self, 0);
  refresh_cb (self);
  return GTK_WIDGET (self);
}
