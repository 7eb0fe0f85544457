/* Form and pages side by side, and which of them has the keys. */

#include "mn-session-page-private.h"

static void
set_state (MnSessionPage *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static gboolean
shows_side (MnSessionPage *self, const char *name)
{
  return mn_panes_get_show_end (self->panes) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->side), name) == 0;
}

void
mn_session_page_panes_changed (MnSessionPage *self)
{
  gboolean folded;

  if (!self->actions)
    return;

  folded = mn_panes_get_folded (self->panes);

  set_state (self, "show-form", mn_panes_get_show_start (self->panes));
  set_state (self, "show-preview", shows_side (self, "preview"));
  set_state (self, "compare", shows_side (self, "compare"));
  if (!self->settings || folded)
    return;

  g_settings_set_boolean (self->settings, "show-form", mn_panes_get_show_start (self->panes));
  g_settings_set_boolean (self->settings, "show-preview", mn_panes_get_show_end (self->panes));
}

/* Where it is narrow these are found in the menu alone. They come once the width is known, else
 * they would have widened the window. */
void
mn_session_page_folded (MnSessionPage *self)
{
  gboolean folded = mn_panes_get_folded (self->panes);

  gtk_widget_set_visible (self->form_button, !folded);
  gtk_widget_set_visible (self->compare_button, !folded);
  gtk_widget_set_visible (self->print_button, !folded);
  mn_session_page_panes_changed (self);
}

/* A pane that goes while it has the focus would send it to the window's first button. So the focus
 * is taken away before, and given back after, to the same widget if it is still seen. */
static GtkWidget *
take_focus (MnSessionPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panes)))
    return NULL;

  gtk_root_set_focus (root, NULL);

  return g_object_ref (focus);
}

static void
give_focus (MnSessionPage *self, GtkWidget *focus)
{
  if (focus && gtk_widget_get_mapped (focus))
    gtk_root_set_focus (gtk_widget_get_root (focus), focus);
  else if (focus)
    mn_session_page_focus (self);
}

void
mn_session_page_show_side (MnSessionPage *self, const char *name, gboolean show)
{
  g_autoptr (GtkWidget) focus = take_focus (self);

  if (show)
    gtk_stack_set_visible_child_name (self->side, name);
  mn_panes_set_show_end (self->panes, show);
  mn_session_page_panes_changed (self);
  give_focus (self, focus);
}

/** mn_session_page_show_form: the pane with the form. */
void
mn_session_page_show_form (MnSessionPage *self, gboolean show)
{
  g_autoptr (GtkWidget) focus = take_focus (self);

  mn_panes_set_show_start (self->panes, show);
  mn_session_page_panes_changed (self);
  give_focus (self, focus);
}

/** mn_session_page_restore_panes: as they were the last time. */
void
mn_session_page_restore_panes (MnSessionPage *self)
{
  if (!self->settings)
    return;

  if (!g_settings_get_boolean (self->settings, "show-preview"))
    mn_panes_set_show_end (self->panes, FALSE);
  else if (!g_settings_get_boolean (self->settings, "show-form"))
    mn_panes_set_show_start (self->panes, FALSE);
  g_settings_bind (self->settings, "preview-width", self->panes, "end-width",
                   G_SETTINGS_BIND_DEFAULT);
}

/* Once: what is shown later has its own place. */
static gboolean
give_caret (MnSessionPage *self)
{
  g_autofree char *item = g_steal_pointer (&self->caret_item);

  return item &&
         mn_editor_view_put_caret (self->editor, item, self->caret_field, self->caret_offset);
}

static void
give_first_focus (MnSessionPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->editor)))
    gtk_widget_child_focus (GTK_WIDGET (self->panes), GTK_DIR_TAB_FORWARD);
  else if (!give_caret (self))
    mn_editor_view_focus (self->editor);
}

static gboolean
focus_once_laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MnSessionPage *self = MN_SESSION_PAGE (widget);

  if (gtk_widget_get_width (GTK_WIDGET (self->panes)) == 0)
    return G_SOURCE_CONTINUE;
  self->focusing = FALSE;
  give_first_focus (self);
  return G_SOURCE_REMOVE;
}

/* The keyboard goes to the form, or to what stands in its place. A page that has no size yet, as in
 * a window that is just being opened, doesn't know which that is: it would lose the keyboard to the
 * first button of the header. */
void
mn_session_page_focus (MnSessionPage *self)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  if (gtk_widget_get_width (GTK_WIDGET (self->panes)) > 0)
    give_first_focus (self);
  else if (!self->focusing)
    {
      self->focusing = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_once_laid_out_cb, NULL, NULL);
    }
}

void
mn_session_page_show_caret (MnSessionPage *self,
                            const char    *item_id,
                            const char    *field,
                            guint          offset)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  g_free (self->caret_item);
  g_free (self->caret_field);
  self->caret_item = g_strdup (item_id);
  self->caret_field = g_strdup (field);
  self->caret_offset = offset;
  mn_session_page_focus (self);
}
