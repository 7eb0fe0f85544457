#include "mn-numbers-window.h"

#include <glib/gi18n.h>

#include "mn-number-columns.h"
#include "mn-number-dialog.h"
#include "mn-number-row.h"
#include "mn-number-summary.h"
#include "mn-register-entry.h"
#include "mn-session.h"
#include "mn-watch.h"
#include "mn-wrap-box.h"

#define REST_MS 250

struct _MnNumbersWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkInfoBar      *wrong_bar;
  GtkLabel        *wrong;
  GtkStack        *stack;
  GtkDropDown     *choice;
  GtkLabel        *summary;
  GtkColumnView   *view;
  GtkButton       *remove_button;

  /* Owned */
  MnArchive          *archive;
  MnRegister         *numbers;   /* (nullable) */
  GPtrArray          *sequences; /* of MnNumberSequence (borrowed from numbers), as chosen from */
  GtkSingleSelection *selection;
  MnWatch            *watch;

  guint    rest_id;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MnNumbersWindow, mn_numbers_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_wrong (MnNumbersWindow *self, const char *words)
{
  gtk_label_set_text (self->wrong, words != NULL ? words : "");
  gtk_info_bar_set_revealed (self->wrong_bar, words != NULL);
}

/* NULL: the terms are chosen, or there is nothing. */
static MnNumberSequence *
get_sequence (MnNumbersWindow *self)
{
  guint n = gtk_drop_down_get_selected (self->choice);

  return n < self->sequences->len ? self->sequences->pdata[n] : NULL;
}

static MnNumberRow *
get_row (MnNumbersWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* ---- what is shown -------------------------------------------------------------------------- */

static void
update_actions (MnNumbersWindow *self)
{
  MnNumberRow *row = get_row (self);
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
  MnNumberSequence      *sequence = get_sequence (self);
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

static void
update (MnNumbersWindow *self)
{
  guint                  place = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRegister) numbers = mn_register_new (self->archive, NULL, &error);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  tell_wrong (self, numbers == NULL ? error->message : NULL);
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
  update (self);
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
    update (self);
  else
    tell_wrong (self, error->message);
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

/* ---- changes -------------------------------------------------------------------------------- */

/** Undo: the entry that was there before, or that wasn't. */
typedef struct
{
  MnNumbersWindow *window; /* (borrowed): the toast goes with it */
  MnItem          *entry;  /* (owned) */
  gboolean         was_there;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *self = data;

  g_object_unref (self->entry);
  g_free (self);
}

static void
undo_cb (AdwToast *toast, Undo *self)
{
  g_autoptr (GError) error = NULL;
  gboolean           good;

  if (self->was_there)
    good = mn_register_put (self->window->archive, self->entry, NULL, &error);
  else
    good = mn_register_drop (self->window->archive, mn_item_get_id (self->entry), NULL, &error);
  update (self->window);
  if (!good)
    tell_wrong (self->window, error->message);
}

static void
offer_undo (MnNumbersWindow *self, const char *words, MnItem *entry, gboolean was_there)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast        *toast = adw_toast_new (markup);
  Undo            *undo = g_new0 (Undo, 1);

  undo->window = self;
  undo->entry = g_object_ref (entry);
  undo->was_there = was_there;
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_free, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static char *
dup_number (MnNumbersWindow *self, MnItem *entry)
{
  if (mn_item_is (entry, "term"))
    return g_strdup (mn_kind_get_label (mn_item_get_kind (entry)));
  return mn_register_dup_entry_number (self->numbers, entry);
}

/* The sequence that the entry went to is shown, or the terms. */
static void
choose_sequence_of (MnNumbersWindow *self, MnItem *entry)
{
  MnNumberSequence *sequence = mn_item_is (entry, "term")
                                   ? NULL
                                   : mn_register_find_entry (self->numbers, entry);
  guint             n = self->sequences->len;

  if (sequence != NULL)
    g_ptr_array_find (self->sequences, sequence, &n);
  gtk_drop_down_set_selected (self->choice, n);
}

/* What was just entered is selected, and in sight. */
static void
select_entry (MnNumbersWindow *self, const char *id)
{
  GListModel *rows = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MnNumberRow) row = g_list_model_get_item (rows, i);

      if (!g_str_equal (mn_number_row_get_entry (row), id))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                                  "list.scroll-to-item", "u", i);
    }
}

static void
put_cb (MnNumberDialog *dialog, MnItem *entry, MnItem *before, MnNumbersWindow *self)
{
  g_autofree char *number = NULL, *words = NULL;

  update (self);
  choose_sequence_of (self, entry);
  select_entry (self, mn_item_get_id (before != NULL ? before : entry));
  number = dup_number (self, entry);
  if (mn_item_is (entry, "reserved-number") && before == NULL)
    words = g_strdup_printf (_ ("%s is reserved"), number);
  else
    words = g_strdup_printf (_ ("%s is entered"), number);
  offer_undo (self, words, before != NULL ? before : entry, before != NULL);
}

static void
ask (MnNumbersWindow *self, MnItem *entry)
{
  GtkWidget *dialog = mn_number_dialog_new (GTK_WINDOW (self), self->archive, entry);

  g_signal_connect_object (dialog, "put", G_CALLBACK (put_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* An entry for another period than today's gets a day in it. */
static void
set_day (MnNumbersWindow *self, MnNumberSequence *sequence, MnItem *entry)
{
  if (mn_register_find_entry (self->numbers, entry) == sequence)
    return;
  for (guint i = sequence->entries->len; i > 0; i--)
    {
      const MnNumberEntry *last = sequence->entries->pdata[i - 1];

      if (*last->date != '\0' && mn_item_set (entry, "date", last->date, NULL))
        return;
    }
}

/* What is chosen stands in it already: the body, the kind, and the number of a gap. */
static void
ask_new (MnNumbersWindow *self, const char *kind)
{
  MnNumberSequence  *sequence = get_sequence (self);
  MnNumberRow       *row = get_row (self);
  g_autoptr (MnItem) entry = sequence != NULL
                                 ? mn_number_sequence_make_entry (sequence, mn_kind_find (kind))
                                 : mn_item_new (mn_kind_find (kind));
  g_autofree char   *number = NULL;

  if (sequence != NULL && !mn_item_is (entry, "term"))
    {
      set_day (self, sequence, entry);
      if (row != NULL && mn_number_row_get_free (row) > 0)
        number = g_strdup_printf ("%u", mn_number_row_get_free (row));
      else if (mn_item_is (entry, "reserved-number"))
        number = g_strdup_printf ("%u", sequence->next);
      mn_item_set (entry, "number", number, NULL);
    }
  ask (self, entry);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *action, *kind;
  } kinds[] = {
    { "numbers.reserve", "reserved-number" },
    { "numbers.foreign", "foreign-number" },
    { "numbers.start", "number-start" },
    { "numbers.term", "term" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].action, name))
      ask_new (MN_NUMBERS_WINDOW (widget), kinds[i].kind);
}

static void
change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnNumbersWindow *self = MN_NUMBERS_WINDOW (widget);
  MnItem          *entry = mn_session_find (mn_register_get_entries (self->numbers),
                                            mn_number_row_get_entry (get_row (self)));

  if (entry != NULL)
    ask (self, entry);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnNumbersWindow   *self = MN_NUMBERS_WINDOW (widget);
  g_autoptr (MnItem) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *number = NULL, *words = NULL;

  if (!mn_register_drop (self->archive, mn_number_row_get_entry (get_row (self)), &before, &error))
    {
      tell_wrong (self, error->message);
      return;
    }
  number = dup_number (self, before);
  update (self);
  words = g_strdup_printf (mn_item_is (before, "reserved-number")
                               ? _ ("%s is no longer reserved")
                               : _ ("%s is removed from the register"),
                           number);
  offer_undo (self, words, before, TRUE);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MnNumberRow *row = get_row (MN_NUMBERS_WINDOW (widget));

  g_signal_emit (widget, signals[OPEN], 0, mn_number_row_get_session (row),
                 mn_number_row_get_document (row));
}

/* Enter and a double click do what can be done with the row. */
static void
activate_cb (MnNumbersWindow *self)
{
  MnNumberRow *row = get_row (self);

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
  gtk_widget_class_install_action (widget_class, "numbers.reserve", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "numbers.foreign", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "numbers.start", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "numbers.term", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "numbers.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "numbers.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "numbers.remove", NULL, remove_cb);
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
