#include "mn-numbers-window-private.h"

#include <glib/gi18n.h>

#include "mn-number-columns.h"
#include "mn-number-summary.h"
#include "mn-wrap-box.h"

#define REST_MS 250

G_DEFINE_FINAL_TYPE (MnNumbersWindow, mn_numbers_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
mn_numbers_window_tell_wrong (MnNumbersWindow *self, const char *words)
{
  gtk_label_set_text (self->wrong, words != NULL ? words : "");
  gtk_info_bar_set_revealed (self->wrong_bar, words != NULL);
}

/* NULL: the terms are chosen, or there is nothing. */
MnNumberSequence *
mn_numbers_window_get_sequence (MnNumbersWindow *self)
{
  guint n = gtk_drop_down_get_selected (self->choice);

  return n < self->sequences->len ? self->sequences->pdata[n] : NULL;
}

MnNumberRow *
mn_numbers_window_get_row (MnNumbersWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* ---- what is shown -------------------------------------------------------------------------- */

static void
update_actions (MnNumbersWindow *self)
{
  MnNumberRow *row = mn_numbers_window_get_row (self);
  gboolean     is_entry = row != NULL && *mn_number_row_get_entry (row) != '\0';
  gboolean     reserved = row != NULL && mn_number_row_is_reserved (row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "numbers.open",
                                 row != NULL && *mn_number_row_get_document (row) != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "numbers.change", is_entry);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "numbers.remove", is_entry);
  gtk_button_set_label (self->remove_button,
                        reserved ? _ ("Take the Reservation _Back") : _ ("_Remove"));
}

static void
show_rows (MnNumbersWindow *self)
{
  MnNumberSequence      *sequence = mn_numbers_window_get_sequence (self);
  MnItem                *entries = mn_register_get_entries (self->numbers);
  g_autoptr (GListStore) rows = NULL;
  g_autofree char       *summary = NULL;

  if (sequence != NULL)
    {
      rows = mn_number_row_list (sequence, entries);
      summary = mn_number_summary_dup (sequence);
    }
  else
    {
      rows = mn_number_row_list_terms (entries);
      summary = g_strdup (_ ("A Party committee numbers its documents from 01 through each term."));
    }
  gtk_label_set_text (self->summary, summary);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  update_actions (self);
}

static void
chosen_cb (MnNumbersWindow *self)
{
  if (!self->filling && self->numbers != NULL)
    show_rows (self);
}

static char *
dup_chosen (MnNumbersWindow *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->choice);

  return g_strdup (chosen != NULL ? gtk_string_object_get_string (chosen) : NULL);
}

/* The choices anew, the one that was chosen kept. The terms of all committees come last. */
static void
fill_choice (MnNumbersWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char          *before = dup_chosen (self);
  MnItem                   *entries = mn_register_get_entries (self->numbers);
  gboolean                  has_terms = mn_item_get_n_children (entries, "terms") > 0;
  guint                     selected = 0;

  for (guint i = 0; i < self->sequences->len; i++)
    {
      g_autofree char *name = mn_number_sequence_dup_name (self->sequences->pdata[i]);

      if (g_strcmp0 (name, before) == 0)
        selected = i;
      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("Terms of committees"));
  if (g_strcmp0 (_ ("Terms of committees"), before) == 0)
    selected = self->sequences->len;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack,
                                    self->sequences->len > 0 || has_terms ? "rows" : "empty");
}

static void
keep_sequences (MnNumbersWindow *self)
{
  GPtrArray *all = mn_register_get_sequences (self->numbers);

  g_ptr_array_set_size (self->sequences, 0);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (self->sequences, all->pdata[i]);
}

void
mn_numbers_window_update (MnNumbersWindow *self)
{
  guint                  place = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRegister) numbers = mn_register_new (self->archive, NULL, &error);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  mn_numbers_window_tell_wrong (self, numbers == NULL ? error->message : NULL);
  if (numbers == NULL)
    return;
  g_clear_pointer (&self->numbers, mn_register_free);
  self->numbers = g_steal_pointer (&numbers);
  keep_sequences (self);
  fill_choice (self);
  show_rows (self);
  if (place < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_single_selection_set_selected (self->selection, place);
}

static void
rest_cb (gpointer user_data)
{
  MnNumbersWindow *self = user_data;

  self->rest_id = 0;
  mn_numbers_window_update (self);
}

static void
rest (gpointer user_data)
{
  MnNumbersWindow *self = user_data;

  if (self->rest_id == 0)
    self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

/* What others have written is seen when the window is looked at again. */
static void
refresh (MnNumbersWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (mn_archive_refresh (self->archive, &error))
    mn_numbers_window_update (self);
  else
    mn_numbers_window_tell_wrong (self, error->message);
}

static void
active_cb (MnNumbersWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    refresh (self);
}

static void
refresh_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  refresh (MN_NUMBERS_WINDOW (widget));
}

/* ---- rows that are chosen -------------------------------------------------------------------- */

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnNumberRow *row = mn_numbers_window_get_row (MN_NUMBERS_WINDOW (widget));

  g_signal_emit (widget, signals[OPEN], 0, mn_number_row_get_session (row),
                 mn_number_row_get_document (row));
}

/* Enter and a double click do what can be done with the row. */
static void
activate_cb (MnNumbersWindow *self)
{
  MnNumberRow *row = mn_numbers_window_get_row (self);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                *mn_number_row_get_document (row) != '\0' ? "numbers.open"
                                : *mn_number_row_get_entry (row) != '\0'  ? "numbers.change"
                                                                          : "numbers.reserve",
                                NULL);
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_numbers_window_dispose (GObject *object)
{
  MnNumbersWindow *self = MN_NUMBERS_WINDOW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->watch, mn_watch_free);
  g_clear_weak_pointer (&self->toast);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_NUMBERS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->sequences, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, mn_register_free);
  g_clear_object (&self->archive);

  G_OBJECT_CLASS (mn_numbers_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  mn_numbers_window_install_entry_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "numbers.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "numbers.refresh", NULL, refresh_cb);
}

static void
mn_numbers_window_class_init (MnNumbersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_numbers_window_dispose;
  signals[OPEN] = g_signal_new ("open", MN_TYPE_NUMBERS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (MN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-numbers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, wrong_bar);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, wrong);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, view);
  gtk_widget_class_bind_template_child (widget_class, MnNumbersWindow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  install_actions (widget_class);
}

static void
mn_numbers_window_init (MnNumbersWindow *self)
{
  self->sequences = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mn_number_columns_add (self->view);
  /* The keys go to the button inside, which is what a screen reader hears of. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->choice))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Kind, body and period"), -1);
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
mn_numbers_window_new (GtkWindow *parent, MnArchive *archive)
{
  MnNumbersWindow *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (MN_IS_ARCHIVE (archive), NULL);

  self = g_object_new (MN_TYPE_NUMBERS_WINDOW, "transient-for", parent, NULL);
  self->archive = g_object_ref (archive);
  path = mn_archive_dup_document_path (archive, mn_kind_find ("number-register"));
  self->watch = mn_watch_new (path, rest, self);
  g_signal_connect_object (mn_archive_get_sessions (archive), "items-changed", G_CALLBACK (rest),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GTK_WIDGET (self);
}
