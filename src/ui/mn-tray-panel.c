#include "mn-tray-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-children.h"
#include "mn-session.h"

struct _MnTrayPanel
{
  GtkWidget parent_instance;

  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (MnTrayPanel, mn_tray_panel, GTK_TYPE_WIDGET)

static const char *const places[] = { "proposals", "contributions", "points" };

/* ---- filing --------------------------------------------------------------------------------- */

static MnItem *
find_parent (MnEditContext *context, const char *slot)
{
  MnItem *session = mn_edit_context_get_session (context);

  return strcmp (slot, "points") == 0 ? mn_session_get_conclusion (session)
                                      : mn_session_get_record (session);
}

static MnItem *
create_item (MnEditContext *context, MnItem *line, const char *slot)
{
  MnItem               *parent = find_parent (context, slot);
  const MnSlot         *place = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  MnItem               *item = mn_item_new (place->kind);
  g_autoptr (MnText)    text = mn_text_new (mn_item_get (line, "text"));
  g_autoptr (GDateTime) at = mn_item_get_moment (line, "at");
  g_autofree char      *time = at != NULL ? g_date_time_format (at, "%H:%M") : NULL;

  mn_item_set_rich (item, "text", text);
  if (mn_kind_find_field (place->kind, "at") != NULL)
    mn_item_set (item, "at", time, NULL);
  return item;
}

/**
 * mn_tray_file:
 * @slot: "proposals", "contributions" or "points"
 *
 * The line becomes an item there; one step for undo.
 *
 * Returns: (transfer none) (nullable): the item in the document
 */
MnItem *
mn_tray_file (MnEditContext *context, MnItem *line, const char *slot)
{
  MnDocument        *document = mn_edit_context_get_document (context);
  MnItem            *parent = find_parent (context, slot);
  const MnSlot      *place = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  g_autoptr (MnItem) item = create_item (context, line, slot);
  g_autoptr (GError) error = NULL;
  /* Translators: undo; %s is the kind of item */
  g_autofree char *name = g_strdup_printf (_ ("File as “%s”"), mn_kind_get_label (place->kind));
  gboolean         filed;

  mn_document_begin (document, name);
  filed = mn_document_insert (document, parent, slot, G_MAXUINT, item, &error) &&
          mn_document_remove (document, line, &error);
  mn_document_end (document);
  if (filed)
    mn_edit_context_notify_user (context, name, NULL);
  mn_edit_context_report (context, g_steal_pointer (&error));
  return filed ? mn_document_find (document, mn_item_get_id (item)) : NULL;
}

static void
file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnTrayPanel              *self = MN_TRAY_PANEL (widget);
  g_autoptr (MnEditContext) context = g_object_ref (self->context);
  const char               *slot = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i], slot) == 0)
      {
        mn_tray_file (context, self->item, slot);
        return;
      }
}

/* ---- the panel ------------------------------------------------------------------------------ */

static void
mn_tray_panel_dispose (GObject *object)
{
  MnTrayPanel *self = MN_TRAY_PANEL (object);

  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_tray_panel_parent_class)->dispose (object);
}

static void
mn_tray_panel_class_init (MnTrayPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_tray_panel_dispose;
  gtk_widget_class_install_action (widget_class, "tray.file", "s", file_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mn_tray_panel_init (MnTrayPanel *self)
{
}

GtkWidget *
mn_tray_panel_new (MnEditContext *context, MnItem *item)
{
  MnTrayPanel *self = g_object_new (MN_TYPE_TRAY_PANEL, NULL);
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: before buttons that say where: Proposal, Contribution, Conclusion */
  GtkWidget *label = gtk_label_new (_ ("File as"));

  self->context = g_object_ref (context);
  self->item = g_object_ref (item);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const MnSlot *slot = mn_kind_find_slot (mn_item_get_kind (find_parent (context, places[i])),
                                              places[i]);
      GtkWidget    *button = gtk_button_new_with_label (mn_kind_get_label (slot->kind));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tray.file");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", places[i]);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tray.file",
                                 mn_edit_context_may_change (context, item));
  return GTK_WIDGET (self);
}

/* ---- the entry ------------------------------------------------------------------------------ */

static void
enter_cb (GtkEntry *entry, MnEditContext *context)
{
  MnDocument        *document = mn_edit_context_get_document (context);
  MnItem            *record = mn_session_get_record (mn_document_get_root (document));
  const char        *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (MnItem) line = mn_item_new (mn_kind_find ("tray-line"));
  g_autofree char   *now = mn_clock_dup_moment (mn_document_get_clock (document));
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return;
  mn_item_set (line, "at", now, NULL);
  mn_item_set (line, "text", text, NULL);
  if (mn_document_insert (document, record, "tray", G_MAXUINT, line, &error))
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  mn_edit_context_report (context, g_steal_pointer (&error));
}

GtkWidget *
mn_tray_entry_new (MnEditContext *context)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("A line, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New line of the tray"), -1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_widget_set_sensitive (
      entry, mn_edit_context_may_change (
                 context, mn_session_get_record (mn_edit_context_get_session (context))));
  gtk_widget_add_css_class (entry, "tray-entry");
  g_signal_connect_object (entry, "activate", G_CALLBACK (enter_cb), context, 0);
  return entry;
}
