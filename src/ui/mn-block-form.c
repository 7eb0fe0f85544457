#include "mn-block-form.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-item-edits.h"
#include "mn-ref-list.h"
#include "mn-rich-tools.h"
#include "mn-rich-view.h"
#include "mn-session.h"

struct _MnBlockForm
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget         *state;
  GtkWidget         *source;
  GtkWidget         *tools_place;
  GtkScrolledWindow *scroller;
  GtkWidget         *composed_box;
  GtkWidget         *composed;

  MnEditContext *context; /* (owned) */
  MnBlockEntry  *entry;   /* (owned) */
  MnForm         form;
  GtkWidget     *view; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnBlockForm, mn_block_form, GTK_TYPE_WIDGET)

static MnDocument *
get_document (MnBlockForm *self)
{
  return mn_edit_context_get_document (self->context);
}

static MnItem *
find_change (MnBlockForm *self)
{
  return mn_block_entry_find_change (self->entry, get_document (self), self->form);
}

/* ---- the text ------------------------------------------------------------------------------- */

static MnText *
get_text (gpointer data)
{
  MnBlockForm *self = data;
  MnItem      *change = find_change (self);
  MnText      *composed = mn_block_entry_get_composed (self->entry);

  if (change != NULL && mn_item_get_rich (change, "text") != NULL)
    return mn_text_ref (mn_item_get_rich (change, "text"));
  if (change != NULL || composed == NULL)
    return mn_text_new (NULL);
  return mn_text_ref (composed);
}

static void
change_by_hand (MnBlockForm *self, MnText *text, GError **error)
{
  MnFormInput input;

  mn_edit_context_get_input (self->context, self->form, &input);
  mn_form_set_hand_change (get_document (self), self->form, &input,
                           mn_block_entry_get_anchor (self->entry), text, error);
}

/* The first key makes the hand change, further ones are typing in it. */
static void
splice_text (gpointer data, guint position, guint n_removed, const MnText *inserted)
{
  MnBlockForm       *self = data;
  MnItem            *change = find_change (self);
  g_autoptr (MnText) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  if (change != NULL)
    mn_document_splice (get_document (self), change, "text", position, n_removed, inserted, &error);
  else
    {
      before = get_text (self);
      after = mn_text_splice (before, position, n_removed, inserted);
      change_by_hand (self, after, &error);
    }
  mn_edit_context_report (self->context, g_steal_pointer (&error));
}

static void
set_text (gpointer data, MnText *text)
{
  MnBlockForm       *self = data;
  MnItem            *change = find_change (self);
  g_autoptr (GError) error = NULL;

  if (change != NULL)
    mn_document_set_rich (get_document (self), change, "text", text, &error);
  else
    change_by_hand (self, text, &error);
  mn_edit_context_report (self->context, g_steal_pointer (&error));
}

static const MnRichSource rich_source = { get_text, splice_text, set_text };

static void
leave_cb (GtkEventControllerFocus *controller, MnBlockForm *self)
{
  if (self->context != NULL)
    mn_document_break_typing (get_document (self));
}

/* ---- what is said about it ------------------------------------------------------------------ */

static void
show_source (MnBlockForm *self)
{
  MnItem  *item = mn_document_find (get_document (self), mn_block_entry_get_source (self->entry));
  gboolean known = item != NULL && !mn_item_is (item, "hand-change");
  g_autofree char *words = NULL;
  g_autofree char *from = NULL;

  if (known)
    {
      words = mn_ref_dup_words (mn_edit_context_get_session (self->context), item);
      /* Translators: what a paragraph is composed from: the kind of item and its words */
      from = g_strdup_printf (_ ("From: %s: %s"), mn_kind_get_label (mn_item_get_kind (item)),
                              words);
    }
  gtk_label_set_text (GTK_LABEL (self->source),
                      known ? from : _ ("Not from one item of the session"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.show-source", known);
}

static void
refresh (MnBlockForm *self)
{
  MnBlockState state = mn_block_entry_get_state (self->entry);
  MnText      *composed = mn_block_entry_get_composed (self->entry);
  const char  *label = mn_block_state_get_label (state);
  gboolean     changed = find_change (self) != NULL;

  gtk_label_set_text (GTK_LABEL (self->state), label != NULL ? label : _ ("Composed"));
  if (changed)
    gtk_widget_add_css_class (self->state, "accent");
  else
    gtk_widget_remove_css_class (self->state, "accent");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.take-back",
                                 changed && !mn_edit_context_is_read_only (self->context));
  gtk_widget_set_visible (self->composed_box, changed && composed != NULL);
  if (composed != NULL)
    gtk_label_set_text (GTK_LABEL (self->composed), mn_text_get_plain (composed));
  show_source (self);
  mn_rich_view_refresh (MN_RICH_VIEW (self->view));
}

static void
entry_changed_cb (MnBlockEntry *entry, MnBlockForm *self)
{
  refresh (self);
}

static void
edited_cb (MnDocument *document, MnEdit *edit, MnBlockForm *self)
{
  if (edit->type != MN_EDIT_SPLICE)
    refresh (self);
  else
    mn_rich_view_refresh (MN_RICH_VIEW (self->view));
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnBlockForm       *self = MN_BLOCK_FORM (widget);
  MnItem            *change = find_change (self);
  g_autoptr (GError) error = NULL;

  if (change != NULL && mn_item_get_boolean (change, "after"))
    mn_item_edits_remove (self->context, change);
  else
    change_by_hand (self, NULL, &error);
  mn_edit_context_report (self->context, g_steal_pointer (&error));
}

static void
show_source_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnBlockForm *self = MN_BLOCK_FORM (widget);

  gtk_widget_activate_action (widget, "editor.show-item", "s",
                              mn_block_entry_get_source (self->entry));
}

/* Showing the new paragraph ends this form. */
static void
add_after_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnBlockForm              *self = MN_BLOCK_FORM (widget);
  g_autoptr (MnEditContext) context = g_object_ref (self->context);
  g_autoptr (MnText)        text = mn_text_new (_ ("New paragraph"));
  g_autoptr (GError)        error = NULL;
  g_autofree char          *id = mn_form_add_hand_paragraph (
               get_document (self), self->form, mn_block_entry_get_anchor (self->entry), text, &error);

  if (id != NULL)
    gtk_widget_activate_action (widget, "editor.show-item", "s", id);
  mn_edit_context_report (context, g_steal_pointer (&error));
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_block_form_dispose (GObject *object)
{
  MnBlockForm *self = MN_BLOCK_FORM (object);

  if (self->view != NULL)
    mn_rich_view_detach (MN_RICH_VIEW (self->view));
  self->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_BLOCK_FORM);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_block_form_parent_class)->dispose (object);
}

static void
mn_block_form_class_init (MnBlockFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_block_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-block-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, state);
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, source);
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, tools_place);
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, composed_box);
  gtk_widget_class_bind_template_child (widget_class, MnBlockForm, composed);
  gtk_widget_class_install_action (widget_class, "block.take-back", NULL, take_back_cb);
  gtk_widget_class_install_action (widget_class, "block.show-source", NULL, show_source_cb);
  gtk_widget_class_install_action (widget_class, "block.add-after", NULL, add_after_cb);
}

static void
mn_block_form_init (MnBlockForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
build_view (MnBlockForm *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = mn_rich_view_new (&rich_source, self);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              !mn_edit_context_is_read_only (self->context));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paragraph"), -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (self->view, focus);
  gtk_scrolled_window_set_child (self->scroller, self->view);
  gtk_box_append (GTK_BOX (self->tools_place), mn_rich_tools_new (MN_RICH_VIEW (self->view)));
}

GtkWidget *
mn_block_form_new (MnEditContext *context, MnForm form, MnBlockEntry *entry)
{
  MnBlockForm *self = g_object_new (MN_TYPE_BLOCK_FORM, NULL);

  self->context = g_object_ref (context);
  self->form = form;
  self->entry = g_object_ref (entry);
  build_view (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "block.add-after",
                                 !mn_edit_context_is_read_only (context));
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, 0);
  g_signal_connect_object (get_document (self), "edited", G_CALLBACK (edited_cb), self, 0);
  refresh (self);
  return GTK_WIDGET (self);
}

MnBlockEntry *
mn_block_form_get_entry (MnBlockForm *self)
{
  return self->entry;
}

GtkWidget *
mn_block_form_get_view (MnBlockForm *self)
{
  return self->view;
}
