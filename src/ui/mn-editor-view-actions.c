/* What menus and keys do in the editor. */

#include <string.h>

#include "mn-editor-view-private.h"

/* The list that has the keys answers, an inner one before the page's own. */
static void
act_on_items (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnEditorView    *self = MN_EDITOR_VIEW (widget);
  GtkWidget       *page = adw_bin_get_child (self->content);
  GtkRoot         *root = gtk_widget_get_root (widget);
  GtkWidget       *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *action = g_strconcat ("items.", name + strlen ("editor."), NULL);

  if (page == NULL)
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    focus = page;
  gtk_widget_activate_action (focus, action, NULL);
}

static void
step_section (MnEditorView *self, int step)
{
  guint            n;
  const MnSection *all = mn_sections_list (&n);
  int              index = (int) (self->section - all) + step;

  if (index < 0 || index >= (int) n)
    return;
  mn_editor_view_show_section (self, all[index].name);
  mn_editor_view_focus (self);
}

static void
next_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_section (MN_EDITOR_VIEW (widget), 1);
}

static void
previous_section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_section (MN_EDITOR_VIEW (widget), -1);
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mn_editor_view_show_section (MN_EDITOR_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mn_editor_view_show_item (MN_EDITOR_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
restore (MnEditorView *self, guint index)
{
  MnDocument           *document = mn_edit_context_get_document (self->context);
  g_autoptr (MnRemoved) removed = g_list_model_get_item (mn_document_get_bin (document), index);
  g_autofree char      *id = NULL;
  g_autoptr (GError)    error = NULL;

  if (removed == NULL)
    return;
  id = g_strdup (mn_item_get_id (mn_removed_get_item (removed)));
  if (mn_document_restore (document, removed, &error))
    mn_editor_view_show_item (self, id);
  mn_edit_context_report (self->context, g_steal_pointer (&error));
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnEditorView *self = MN_EDITOR_VIEW (widget);
  MnDocument   *document = mn_edit_context_get_document (self->context);
  guint         n = g_list_model_get_n_items (mn_document_get_bin (document));

  if (n > 0)
    restore (self, n - 1);
}

static void
restore_item_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  restore (MN_EDITOR_VIEW (widget), g_variant_get_uint32 (parameter));
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *session, *item;

  g_variant_get (parameter, "(&s&s)", &session, &item);
  mn_editor_view_emit_compare (MN_EDITOR_VIEW (widget), session, item);
}

/** mn_editor_view_install_actions: "editor.…", for menus, keys and lists. */
void
mn_editor_view_install_actions (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char                 *name;
    const char                 *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "editor.add", NULL, act_on_items },
    { "editor.remove", NULL, act_on_items },
    { "editor.move-up", NULL, act_on_items },
    { "editor.move-down", NULL, act_on_items },
    { "editor.next-section", NULL, next_section_cb },
    { "editor.previous-section", NULL, previous_section_cb },
    { "editor.go", "s", go_cb },
    { "editor.show-item", "s", show_item_cb },
    { "editor.restore", NULL, restore_cb },
    { "editor.restore-item", "u", restore_item_cb },
    { "editor.compare", "(ss)", compare_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "editor.next-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "editor.previous-section", NULL);
}
