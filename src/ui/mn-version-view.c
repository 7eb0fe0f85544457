#include "mn-version-view.h"

#include "mn-children.h"
#include "mn-version-rows.h"

#define PAUSE 300 /* ms; nobody reads the differences while he types */

struct _MnVersionView
{
  GtkWidget parent_instance;

  /* Template */
  GtkLabel        *title;
  GtkToggleButton *whole_button;
  GtkWidget       *back_button;
  GtkStack        *stack;
  GtkListView     *list;

  /* Owned */
  MnDocument *document;
  MnItem     *other; /* (nullable) */
  GListStore *rows;

  /* Plain */
  guint fill_id;
};

G_DEFINE_FINAL_TYPE (MnVersionView, mn_version_view, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  BRING_BACK,
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fill (MnVersionView *self)
{
  g_autoptr (GListStore) rows = NULL;
  gboolean               empty;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->other == NULL)
    rows = g_list_store_new (MN_TYPE_VERSION_ROW);
  else if (gtk_toggle_button_get_active (self->whole_button))
    rows = mn_version_rows_new_whole (self->other);
  else
    rows = mn_version_rows_new_differences (self->other, mn_document_get_root (self->document));
  mn_version_rows_update (self->rows, rows);
  empty = g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0;
  gtk_stack_set_visible_child_name (self->stack, empty ? "same" : "rows");
}

static gboolean
fill_cb (gpointer user_data)
{
  MnVersionView *self = user_data;

  self->fill_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (MnVersionView *self)
{
  if (self->other == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->fill_id, g_source_remove);
  self->fill_id = g_timeout_add (PAUSE, fill_cb, self);
}

static void
whole_toggled_cb (MnVersionView *self)
{
  fill (self);
}

static void
close_cb (MnVersionView *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
back_cb (MnVersionView *self)
{
  g_signal_emit (self, signals[BRING_BACK], 0);
}

static void
activate_cb (MnVersionView *self, guint position)
{
  g_autoptr (MnVersionRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const char              *id = row != NULL ? mn_version_row_get_item (row) : NULL;

  if (id != NULL && mn_document_find (self->document, id) != NULL)
    g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_version_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mn_version_view_parent_class)->map (widget);
  fill (MN_VERSION_VIEW (widget));
}

static void
mn_version_view_dispose (GObject *object)
{
  MnVersionView *self = MN_VERSION_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_VERSION_VIEW);
  g_clear_object (&self->document);
  g_clear_object (&self->other);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (mn_version_view_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_params)
{
  return g_signal_new (name, MN_TYPE_VERSION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, G_TYPE_STRING);
}

static void
mn_version_view_class_init (MnVersionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_version_view_dispose;
  widget_class->map = mn_version_view_map;

  signals[CLOSED] = add_signal ("closed", 0);
  signals[BRING_BACK] = add_signal ("bring-back", 0);
  signals[SHOW_ITEM] = add_signal ("show-item", 1);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-version-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MnVersionView, title);
  gtk_widget_class_bind_template_child (widget_class, MnVersionView, whole_button);
  gtk_widget_class_bind_template_child (widget_class, MnVersionView, back_button);
  gtk_widget_class_bind_template_child (widget_class, MnVersionView, stack);
  gtk_widget_class_bind_template_child (widget_class, MnVersionView, list);
  gtk_widget_class_bind_template_callback (widget_class, whole_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_css_name (widget_class, "version-view");
}

static void
mn_version_view_init (MnVersionView *self)
{
  g_autoptr (GtkListItemFactory) factory = mn_version_rows_make_factory ();
  g_autoptr (GtkNoSelection)     selection = NULL;

  self->rows = g_list_store_new (MN_TYPE_VERSION_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/** mn_version_view_new: of @document (transfer none). (transfer full, floating) */
GtkWidget *
mn_version_view_new (MnDocument *document)
{
  MnVersionView *self = g_object_new (MN_TYPE_VERSION_VIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
mn_version_view_set_version (MnVersionView *self, MnItem *other, const char *title)
{
  g_return_if_fail (MN_IS_VERSION_VIEW (self));
  g_return_if_fail (other == NULL || mn_item_get_kind (other) ==
                                         mn_item_get_kind (mn_document_get_root (self->document)));

  g_set_object (&self->other, other);
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_toggle_button_set_active (self->whole_button, FALSE);
  fill (self);
}

MnItem *
mn_version_view_get_version (MnVersionView *self)
{
  g_return_val_if_fail (MN_IS_VERSION_VIEW (self), NULL);

  return self->other;
}

const char *
mn_version_view_get_title (MnVersionView *self)
{
  g_return_val_if_fail (MN_IS_VERSION_VIEW (self), NULL);

  return gtk_label_get_text (self->title);
}

void
mn_version_view_set_bring_back_label (MnVersionView *self, const char *label)
{
  g_return_if_fail (MN_IS_VERSION_VIEW (self));

  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->back_button), label);
  gtk_widget_set_visible (self->back_button, label != NULL);
}
