#include "mn-field-words.h"

#include "mn-rich-tools.h"
#include "mn-rich-view.h"

#define LEAST_HEIGHT 66 /* pixels: three lines */
#define MOST_HEIGHT 360

struct _MnFieldWords
{
  MnFieldControl parent_instance;

  GtkWidget *view; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (MnFieldWords, mn_field_words, MN_TYPE_FIELD_CONTROL)

static MnText *
get_text (gpointer data)
{
  MnFieldControl *control = data;
  MnItem         *item = mn_field_control_get_item (control);
  const MnField  *field = mn_field_control_get_field (control);

  if (field->type != MN_FIELD_RICH)
    return mn_text_new (mn_item_get (item, field->name));
  if (mn_item_get_rich (item, field->name) == NULL)
    return mn_text_new (NULL);
  return mn_text_ref (mn_item_get_rich (item, field->name));
}

static void
splice_text (gpointer data, guint position, guint n_removed, const MnText *inserted)
{
  MnFieldControl    *control = data;
  MnEditContext     *context = mn_field_control_get_context (control);
  g_autoptr (GError) error = NULL;

  mn_document_splice (mn_edit_context_get_document (context), mn_field_control_get_item (control),
                      mn_field_control_get_field (control)->name, position, n_removed, inserted,
                      &error);
  mn_edit_context_report (context, g_steal_pointer (&error));
}

static void
set_text (gpointer data, MnText *text)
{
  MnFieldControl    *control = data;
  MnEditContext     *context = mn_field_control_get_context (control);
  g_autoptr (GError) error = NULL;

  mn_document_set_rich (mn_edit_context_get_document (context), mn_field_control_get_item (control),
                        mn_field_control_get_field (control)->name, text, &error);
  mn_edit_context_report (context, g_steal_pointer (&error));
}

static const MnRichSource rich_source = { get_text, splice_text, set_text };
static const MnRichSource line_source = { get_text, splice_text, NULL };

static void
mn_field_words_build (MnFieldControl *control)
{
  MnFieldWords *self = MN_FIELD_WORDS (control);
  gboolean      rich = mn_field_control_get_field (control)->type == MN_FIELD_RICH;
  GtkWidget    *scroller = gtk_scrolled_window_new ();

  self->view = mn_rich_view_new (rich ? &rich_source : &line_source, control);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view),
                              mn_edit_context_may_change (mn_field_control_get_context (control),
                                                          mn_field_control_get_item (control)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              rich ? LEAST_HEIGHT : -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_widget_add_css_class (scroller, "text-frame");
  mn_field_control_add (control, scroller);
  mn_field_control_set_target (control, self->view);
  if (rich)
    mn_field_control_add_tool (control, mn_rich_tools_new (MN_RICH_VIEW (self->view)));
}

static void
mn_field_words_refresh (MnFieldControl *control)
{
  mn_rich_view_refresh (MN_RICH_VIEW (MN_FIELD_WORDS (control)->view));
}

static void
mn_field_words_dispose (GObject *object)
{
  MnFieldWords *self = MN_FIELD_WORDS (object);

  if (self->view != NULL)
    mn_rich_view_detach (MN_RICH_VIEW (self->view));
  self->view = NULL;

  G_OBJECT_CLASS (mn_field_words_parent_class)->dispose (object);
}

static void
mn_field_words_class_init (MnFieldWordsClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_field_words_dispose;
  control_class->build = mn_field_words_build;
  control_class->refresh = mn_field_words_refresh;
}

static void
mn_field_words_init (MnFieldWords *self)
{
}
