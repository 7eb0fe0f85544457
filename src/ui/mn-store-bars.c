#include "mn-store-bars.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-lock-text.h"
#include "mn-session-output.h"
#include "mn-wrap-box.h"

struct _MnStoreBars
{
  GtkWidget parent_instance;

  /* Template */
  GtkInfoBar      *failed_bar;
  GtkLabel        *failed_label;
  GtkWidget       *retry_button;
  GtkInfoBar      *changed_bar;
  GtkLabel        *changed_label;
  GtkWidget       *both_button;
  GtkWidget       *theirs_button;
  GtkInfoBar      *lock_bar;
  GtkLabel        *lock_label;
  GtkToggleButton *await_button;
  GtkInfoBar      *released_bar;
  GtkLabel        *released_label;
  GtkInfoBar      *read_only_bar;
  GtkLabel        *read_only_label;
  GtkInfoBar      *recovered_bar;
  GtkLabel        *recovered_label;
  GtkWidget       *compare_file_button;

  /* Owned */
  MnStore *store;
  MnItem  *file;   /* (nullable) what the file held when the document was recovered */
  char    *holder; /* (nullable) who held the lock when last seen */

  /* Plain */
  gboolean was_held;
};

G_DEFINE_FINAL_TYPE (MnStoreBars, mn_store_bars, GTK_TYPE_WIDGET)

static guint version_signal;

static void
tell (GtkInfoBar *bar, GtkLabel *label, const char *sentence)
{
  if (sentence)
    gtk_label_set_text (label, sentence);
  gtk_info_bar_set_revealed (bar, sentence != NULL);
}

/* ---- saving and the file -------------------------------------------------------------------- */

/* What a person must choose about has a bar of its own. While a save is tried again the bar stays,
 * and so does that of a file that is away, until it is seen again. */
static void
update_state (MnStoreBars *self)
{
  MnStoreState state = mn_store_get_state (self->store);
  MnOnDisk     on_disk = mn_store_get_on_disk (self->store);
  gboolean     two = on_disk == MN_ON_DISK_CHANGED || on_disk == MN_ON_DISK_UNREADABLE;
  const char  *message = mn_store_get_message (self->store);

  tell (self->changed_bar, self->changed_label, two ? message : NULL);
  gtk_widget_set_visible (self->both_button, mn_store_get_theirs (self->store) != NULL);
  gtk_widget_set_visible (self->theirs_button, mn_store_get_theirs (self->store) != NULL);
  gtk_widget_set_visible (self->retry_button, mn_store_holds_lock (self->store));
  if (two)
    gtk_info_bar_set_revealed (self->failed_bar, FALSE);
  else if (state == MN_STORE_FAILED)
    tell (self->failed_bar, self->failed_label, message);
  else if (state == MN_STORE_SAVED)
    gtk_info_bar_set_revealed (self->failed_bar, FALSE);
}

static void
show_both_cb (MnStoreBars *self)
{
  MnItem *theirs = mn_store_get_theirs (self->store);

  if (theirs)
    g_signal_emit (self, version_signal, 0, theirs, _ ("The version in the file"));
}

static void
keep_mine_cb (MnStoreBars *self)
{
  mn_store_overwrite (self->store);
  mn_store_save_async (self->store, NULL, NULL, NULL); /* how it went is told by its state */
}

void
mn_store_bars_take_theirs (MnStoreBars *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MN_IS_STORE_BARS (self));

  if (mn_store_get_theirs (self->store) && !mn_store_take_theirs (self->store, &error))
    mn_session_output_tell (GTK_WIDGET (self), _ ("The Other Version Can't Be Taken"),
                            error->message);
}

static void
take_theirs_cb (MnStoreBars *self)
{
  mn_store_bars_take_theirs (self);
}

/* ---- who edits it --------------------------------------------------------------------------- */

static void
update_read_only (MnStoreBars *self)
{
  MnLock     *lock = mn_store_get_lock (self->store);
  gboolean    read_only = mn_document_get_read_only (mn_store_get_document (self->store));
  const char *sentence = NULL;

  if (read_only && mn_store_is_newer_format (self->store))
    sentence = _ ("This file was written by a newer version of Minutes. It can be read and printed "
                  "here, not changed.");
  else if (read_only && lock && mn_lock_get_state (lock) == MN_LOCK_REFUSED)
    sentence = _ ("You may not write into the folder of this session. It can be read and printed "
                  "here, not changed.");
  else if (read_only && mn_store_holds_lock (self->store))
    sentence = _ ("This session can be read and printed here, not changed.");
  tell (self->read_only_bar, self->read_only_label, sentence);
}

static void
update_held (MnStoreBars *self, MnLock *lock)
{
  MnClock         *clock = mn_document_get_clock (mn_store_get_document (self->store));
  g_autofree char *text = mn_lock_text_dup_held (lock, clock);

  tell (self->lock_bar, self->lock_label, text);
  gtk_info_bar_set_revealed (self->released_bar, FALSE);
  g_free (self->holder);
  self->holder = g_strdup (mn_lock_is_here (lock) ? NULL : mn_lock_text_get_name (lock));
}

static void
update_lock (MnStoreBars *self)
{
  MnLock  *lock = mn_store_get_lock (self->store);
  gboolean held = !mn_store_holds_lock (self->store);

  if (held)
    update_held (self, lock);
  else
    gtk_info_bar_set_revealed (self->lock_bar, FALSE);
  if (self->was_held && !held)
    {
      g_autofree char *text = mn_lock_text_dup_released (self->holder);

      tell (self->released_bar, self->released_label, text);
    }
  self->was_held = held;
  gtk_toggle_button_set_active (self->await_button, mn_store_awaits_release (self->store));
  update_read_only (self);
  update_state (self);
}

static void
await_toggled_cb (MnStoreBars *self)
{
  mn_store_await_release (self->store, gtk_toggle_button_get_active (self->await_button));
}

static void
over_response_cb (MnStoreBars *self, const char *response)
{
  if (g_str_equal (response, "edit"))
    mn_store_take_over_lock (self->store);
}

/* A lock is never broken without a word about whose it is. */
static void
ask_before_edit (MnStoreBars *self)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (self));
  MnClock          *clock = mn_document_get_clock (mn_store_get_document (self->store));
  g_autofree char  *text = mn_lock_text_dup_warning (mn_store_get_lock (self->store), clock);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (root), _ ("Edit Although It Is Being Edited?"), text));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "edit", _ ("_Edit Anyway"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "edit", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (over_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who holds it may have gone meanwhile; then there is nothing to ask. */
static void
edit_anyway_cb (MnStoreBars *self)
{
  if (!mn_store_try_lock (self->store))
    ask_before_edit (self);
}

static void
released_response_cb (MnStoreBars *self)
{
  gtk_info_bar_set_revealed (self->released_bar, FALSE);
}

/* ---- after a crash -------------------------------------------------------------------------- */

void
mn_store_bars_tell_recovered (MnStoreBars *self, const char *sentence, MnItem *file)
{
  g_return_if_fail (MN_IS_STORE_BARS (self) && sentence);

  g_set_object (&self->file, file);
  gtk_widget_set_visible (self->compare_file_button, file != NULL);
  tell (self->recovered_bar, self->recovered_label, sentence);
}

static void
compare_file_cb (MnStoreBars *self)
{
  if (self->file)
    g_signal_emit (self, version_signal, 0, self->file, _ ("As the file was before the recovery"));
}

static void
recovered_response_cb (MnStoreBars *self)
{
  gtk_info_bar_set_revealed (self->recovered_bar, FALSE);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_store_bars_dispose (GObject *object)
{
  MnStoreBars *self = MN_STORE_BARS (object);

  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_STORE_BARS);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->holder, g_free);

  G_OBJECT_CLASS (mn_store_bars_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-store-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, failed_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, failed_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, retry_button);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, changed_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, changed_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, both_button);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, theirs_button);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, lock_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, lock_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, await_button);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, released_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, released_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, recovered_bar);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, recovered_label);
  gtk_widget_class_bind_template_child (widget_class, MnStoreBars, compare_file_button);
  gtk_widget_class_bind_template_callback (widget_class, show_both_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, await_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_anyway_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, recovered_response_cb);
}

static void
mn_store_bars_class_init (MnStoreBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_store_bars_dispose;

  version_signal = g_signal_new ("show-version", MN_TYPE_STORE_BARS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, MN_TYPE_ITEM, G_TYPE_STRING);
  g_type_ensure (MN_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
mn_store_bars_init (MnStoreBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mn_store_bars_set_store (MnStoreBars *self, MnStore *store)
{
  g_return_if_fail (MN_IS_STORE_BARS (self) && MN_IS_STORE (store) && !self->store);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::message", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::on-disk", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "lock-changed", G_CALLBACK (update_lock), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mn_store_get_document (store), "notify::read-only",
                           G_CALLBACK (update_read_only), self, G_CONNECT_SWAPPED);
  update_lock (self);
}
