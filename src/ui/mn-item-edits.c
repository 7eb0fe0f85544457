#include "mn-item-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-session.h"

/* What a new item is most likely to be. */
static void
fill_in (MnEditContext *context, MnItem *item)
{
  g_autofree char *now = NULL;

  if (mn_item_is (item, "tray-line"))
    {
      now = mn_clock_dup_moment (mn_edit_context_get_clock (context));
      mn_item_set (item, "at", now, NULL);
    }
  else if (mn_item_is (item, "attendee"))
    mn_item_set (item, "category", "member", NULL);
  else if (mn_item_is (item, "party"))
    mn_item_set (item, "type", "person", NULL);
}

/* A status entry is of something, and said at some time. */
static void
fill_in_entry (MnEditContext *context, MnItem *parent, MnItem *entry)
{
  g_autofree char *now = mn_clock_dup_moment (mn_edit_context_get_clock (context));
  GDate            today;
  char             day[16];
  const char      *origin = NULL;

  mn_clock_today (mn_edit_context_get_clock (context), &today);
  g_date_strftime (day, sizeof day, "%Y-%m-%d", &today);
  mn_item_set (entry, "recorded", now, NULL);
  mn_item_set (entry, "effective", day, NULL);
  if (mn_item_is (parent, "follow-up"))
    {
      origin = mn_item_get (parent, "origin-item");
      mn_item_set (entry, "item", origin != NULL ? origin : mn_item_get_id (parent), NULL);
    }
}

/**
 * mn_item_edits_add:
 *
 * Returns: (transfer none) (nullable): the new item in the document; %NULL if it couldn't be added,
 *   and the person has been told
 */
MnItem *
mn_item_edits_add (MnEditContext *context, MnItem *parent, const char *slot, guint index)
{
  const MnSlot      *description = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  MnDocument        *document = mn_edit_context_get_document (context);
  g_autoptr (MnItem) item = mn_item_new (description->kind);
  g_autoptr (GError) error = NULL;

  fill_in (context, item);
  if (mn_item_is (item, "status-entry"))
    fill_in_entry (context, parent, item);
  if (mn_document_insert (document, parent, slot, index, item, &error))
    return mn_document_find (document, mn_item_get_id (item));
  mn_edit_context_report (context, g_steal_pointer (&error));
  return NULL;
}

/** mn_item_edits_remove: takes the item out; the person is told and can have it back. */
void
mn_item_edits_remove (MnEditContext *context, MnItem *item)
{
  g_autofree char   *summary = NULL;
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean           removed;

  if (item == NULL)
    return;
  summary = mn_item_dup_summary (item);
  /* Translators: %s is the item's words */
  text = g_strdup_printf (_ ("Removed: %s"), summary);
  removed = mn_document_remove (mn_edit_context_get_document (context), item, &error);
  if (removed)
    mn_edit_context_notify_user (context, text, "editor.restore");
  mn_edit_context_report (context, g_steal_pointer (&error));
}

void
mn_item_edits_move (MnEditContext *context, MnItem *item, int step)
{
  g_autoptr (GError) error = NULL;
  guint              index;

  if (item == NULL)
    return;
  index = mn_item_get_index (item);
  if (step < 0 && index == 0)
    return;
  mn_document_move (mn_edit_context_get_document (context), item, index + (guint) step, &error);
  mn_edit_context_report (context, g_steal_pointer (&error));
}

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} Key;

static const Key item_keys[] = {
  { GDK_KEY_Return, GDK_CONTROL_MASK, "items.add" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "items.add" },
  { GDK_KEY_N, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "items.add" },
  { GDK_KEY_Delete, GDK_CONTROL_MASK, "items.remove" },
  { GDK_KEY_Up, GDK_ALT_MASK, "items.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "items.move-down" },
};

static const Key section_keys[] = {
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "editor.next-section" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "editor.previous-section" },
};

void
mn_item_edits_add_keys (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_keys); i++)
    gtk_widget_class_add_binding_action (klass, item_keys[i].key, item_keys[i].modifiers,
                                         item_keys[i].action, NULL);
}

/* Lists and scrollers have uses of their own for these keys, so what stands inside them answers
 * first; never before an input method, which sees the keys of the text that it serves. */
void
mn_item_edits_add_section_keys (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (section_keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (section_keys[i].key, section_keys[i].modifiers),
                          gtk_named_action_new (section_keys[i].action)));
  gtk_widget_add_controller (widget, controller);
}
