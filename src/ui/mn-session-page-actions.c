/* What is done to the open session as a whole: undo, saving, printing, what is shown. */

#include <glib/gi18n.h>

#include "mn-print-run.h"
#include "mn-session-output.h"
#include "mn-session-page-private.h"
#include "mn-versions.h"

static void
enable (MnSessionPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* An item of a menu can't be changed, only be put in the place of another. What is undone may hold
 * an underscore, which is no mnemonic. */
static void
set_menu_item (GMenu *menu, int position, const char *text, const char *action)
{
  g_autoptr (GString) label = g_string_new (text);

  g_string_replace (label, "_", "__", 0);
  g_menu_remove (menu, position);
  g_menu_insert (menu, position, label->str, action);
}

void
mn_session_page_update_undo (MnSessionPage *self)
{
  MnDocument      *document = mn_session_page_get_document (self);
  const char      *undo = mn_document_get_undo_name (document);
  const char      *redo = mn_document_get_redo_name (document);
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;

  enable (self, "undo", mn_document_can_undo (document));
  enable (self, "redo", mn_document_can_redo (document));
  /* Translators: %s is the name of what was done: "Undo: Move proposal 3" */
  undo_text = undo ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  redo_text = redo ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
  set_menu_item (self->undo_section, 0, undo_text, "session.undo");
  set_menu_item (self->undo_section, 1, redo_text, "session.redo");
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_document_undo (mn_session_page_get_document (user_data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_document_redo (mn_session_page_get_document (user_data));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_session_page_flush (user_data);
  /* How it went is told by the store's state. */
  mn_store_save_async (MN_SESSION_PAGE (user_data)->store, NULL, NULL, NULL);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage *self = user_data;

  mn_session_output_save_copy (GTK_WIDGET (self), self->store, NULL, NULL, NULL);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage        *self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) parts = mn_print_parts_new ();
  MnForm                form = mn_page_preview_get_form (self->preview);
  MnFormInput           input;
  MnPrintPart          *part;

  mn_page_preview_get_input (self->preview, &input);
  part = mn_print_part_compose (&input, form, &error);
  if (!part)
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("It Can't Be Printed"), error->message);
      return;
    }

  g_ptr_array_add (parts, part);
  mn_print_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), parts,
                mn_page_preview_get_page (self->preview));
}

static void
export_pdf_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MnSessionPage     *self = user_data;
  g_autoptr (GError) error = NULL;
  MnPages           *pages = mn_page_preview_get_pages (self->preview, &error);

  if (pages && mn_pages_get_fault (pages))
    mn_session_output_tell (GTK_WIDGET (self), _ ("It Can't Be Exported"),
                            mn_pages_get_fault (pages));
  else if (pages)
    mn_session_output_export (GTK_WIDGET (self), pages, mn_store_get_path (self->store),
                              mn_page_preview_get_form (self->preview));
  else
    mn_session_output_tell (GTK_WIDGET (self), _ ("It Can't Be Exported"), error->message);
}

static void
show_form_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  mn_session_page_show_form (user_data, g_variant_get_boolean (state));
}

static void
show_preview_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  mn_session_page_show_side (user_data, "preview", g_variant_get_boolean (state));
}

static void
compare_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MnSessionPage *self = user_data;

  mn_compare_view_follow (self->compare, mn_editor_view_get_selected_item (self->editor));
  mn_session_page_show_side (self, "compare", g_variant_get_boolean (state));
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_session_page_emit_next (user_data);
}

static void
versions_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  mn_versions_show (user_data);
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *name = g_strconcat ("preview.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (MN_SESSION_PAGE (user_data)->preview), name, NULL);
}

static const GActionEntry action_entries[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-copy", .activate = save_copy_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export-pdf", .activate = export_pdf_cb },
  { .name = "show-form", .state = "true", .change_state = show_form_cb },
  { .name = "show-preview", .state = "true", .change_state = show_preview_cb },
  { .name = "compare", .state = "false", .change_state = compare_cb },
  { .name = "next", .activate = next_cb },
  { .name = "versions", .activate = versions_cb },
  { .name = "zoom-in", .activate = zoom_cb },
  { .name = "zoom-out", .activate = zoom_cb },
  { .name = "fit-width", .activate = zoom_cb },
};

/** mn_session_page_add_actions: to the group that the page's window inserts as "session". */
void
mn_session_page_add_actions (MnSessionPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
}
