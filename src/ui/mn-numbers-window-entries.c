/* What a person changes in the register of numbers: entries of numbers.xml, with the way back. */

#include "mn-numbers-window-private.h"

#include <glib/gi18n.h>

#include "mn-number-dialog.h"
#include "mn-register-entry.h"
#include "mn-session.h"

/* ---- what was entered is shown ------------------------------------------------------------- */

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
show_entry (MnNumbersWindow *self, MnItem *entry, const char *id)
{
  choose_sequence_of (self, entry);
  select_entry (self, id);
}

/* ---- the way back --------------------------------------------------------------------------- */

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
  mn_numbers_window_update (self->window);
  if (!good)
    mn_numbers_window_tell_wrong (self->window, error->message);
  else if (self->was_there)
    show_entry (self->window, self->entry, mn_item_get_id (self->entry));
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
  /* Toasts queue up: the one of the change before would stay in front, with its own way back. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
put_cb (MnNumberDialog *dialog, MnItem *entry, MnItem *before, MnNumbersWindow *self)
{
  g_autofree char *number = NULL, *words = NULL;

  mn_numbers_window_update (self);
  show_entry (self, entry, mn_item_get_id (before != NULL ? before : entry));
  number = dup_number (self, entry);
  if (mn_item_is (entry, "reserved-number") && before == NULL)
    words = g_strdup_printf (_ ("%s is reserved"), number);
  else
    words = g_strdup_printf (_ ("%s is entered"), number);
  offer_undo (self, words, before != NULL ? before : entry, before != NULL);
}

/* ---- the dialog ----------------------------------------------------------------------------- */

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
  MnNumberSequence  *sequence = mn_numbers_window_get_sequence (self);
  MnNumberRow       *row = mn_numbers_window_get_row (self);
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
                                            mn_number_row_get_entry (mn_numbers_window_get_row (self)));

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

  if (!mn_register_drop (self->archive, mn_number_row_get_entry (mn_numbers_window_get_row (self)),
                         &before, &error))
    {
      mn_numbers_window_tell_wrong (self, error->message);
      return;
    }
  number = dup_number (self, before);
  mn_numbers_window_update (self);
  words = g_strdup_printf (mn_item_is (before, "reserved-number")
                               ? _ ("%s is no longer reserved")
                               : _ ("%s is removed from the register"),
                           number);
  offer_undo (self, words, before, TRUE);
}

void
mn_numbers_window_install_entry_actions (GtkWidgetClass *widget_class)
{
  static const char *const kinds[] = { "numbers.reserve", "numbers.foreign", "numbers.start",
                                       "numbers.term" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_class_install_action (widget_class, kinds[i], NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "numbers.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "numbers.remove", NULL, remove_cb);
}
