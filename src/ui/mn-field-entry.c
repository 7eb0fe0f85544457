#include "mn-field-entry.h"

#include <string.h>

#include "mn-text-diff.h"
#include "mn-value-format.h"

/* A date is put into the model when typing rests, so that the pages follow and undo has few steps.
 */
#define REST_MS 700

struct _MnFieldEntry
{
  MnFieldControl parent_instance;

  GtkWidget *entry; /* (borrowed) */
  guint      rest_id;
  gboolean   refreshing;
  gboolean   splicing;
  gboolean   typed; /* the entry may hold what the model doesn't */
};

G_DEFINE_FINAL_TYPE (MnFieldEntry, mn_field_entry, MN_TYPE_FIELD_CONTROL)

static gboolean
is_text (MnFieldEntry *self)
{
  return mn_field_control_get_field (MN_FIELD_CONTROL (self))->type == MN_FIELD_TEXT;
}

static const char *
get_value (MnFieldEntry *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);

  return mn_item_get (mn_field_control_get_item (control),
                      mn_field_control_get_field (control)->name);
}

/* ---- lines of text -------------------------------------------------------------------------- */

/* The widget's text becomes the model's by one splice, so the cursor stays where it was. */
static void
show_text (MnFieldEntry *self, const char *text)
{
  GtkEditable     *editable = GTK_EDITABLE (self->entry);
  g_autofree char *shown = NULL;
  MnTextDiff       diff;
  int              position, cursor;

  if (strcmp (gtk_editable_get_text (editable), text) == 0)
    return;
  self->refreshing = TRUE;
  /* A composition that is open belongs to the text that goes; what the input method types for a
   * farewell is no typing. */
  gtk_entry_reset_im_context (GTK_ENTRY (self->entry));
  shown = g_strdup (gtk_editable_get_text (editable));
  mn_text_diff (shown, text, &diff);
  position = (int) diff.position;
  cursor = gtk_editable_get_position (editable);
  if (diff.n_removed > 0)
    gtk_editable_delete_text (editable, position, position + (int) diff.n_removed);
  if (diff.n_bytes > 0)
    gtk_editable_insert_text (editable, diff.inserted, (int) diff.n_bytes, &position);
  if (cursor == (int) (diff.position + diff.n_removed))
    gtk_editable_set_position (editable, position);
  if (*shown == '\0' && !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (editable))))
    gtk_editable_set_position (editable, 0); /* long words are read from their start */
  self->refreshing = FALSE;
}

static void
splice_text (MnFieldEntry *self)
{
  MnFieldControl    *control = MN_FIELD_CONTROL (self);
  MnEditContext     *context = mn_field_control_get_context (control);
  const char        *before = get_value (self);
  const char        *after = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char   *piece = NULL;
  g_autoptr (MnText) inserted = NULL;
  g_autoptr (GError) error = NULL;
  MnTextDiff         diff;

  if (!mn_text_diff (before != NULL ? before : "", after, &diff))
    return;
  piece = g_strndup (diff.inserted, diff.n_bytes);
  inserted = mn_text_new (piece);
  self->splicing = TRUE;
  mn_document_splice (mn_edit_context_get_document (context), mn_field_control_get_item (control),
                      mn_field_control_get_field (control)->name, diff.position, diff.n_removed,
                      inserted, &error);
  self->splicing = FALSE;
  mn_edit_context_report (context, g_steal_pointer (&error));
}

/* The model may have cleaned what was pasted; the entry follows once it is at rest. */
static void
settle_cb (gpointer user_data)
{
  MnFieldEntry *self = user_data;

  self->rest_id = 0;
  mn_field_control_refresh (MN_FIELD_CONTROL (self));
}

static void
text_changed (MnFieldEntry *self)
{
  const char *value;

  splice_text (self);
  value = get_value (self);
  if (g_strcmp0 (value != NULL ? value : "", gtk_editable_get_text (GTK_EDITABLE (self->entry))) !=
          0 &&
      self->rest_id == 0)
    self->rest_id = g_idle_add_once (settle_cb, self);
}

/* ---- values --------------------------------------------------------------------------------- */

static void
commit_value (MnFieldEntry *self)
{
  MnFieldControl    *control = MN_FIELD_CONTROL (self);
  MnEditContext     *context = mn_field_control_get_context (control);
  MnItem            *item = mn_field_control_get_item (control);
  const MnField     *field = mn_field_control_get_field (control);
  const char        *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char   *value = mn_value_parse (field, typed, mn_edit_context_get_clock (context),
                                             mn_item_get (item, field->name), &error);

  mn_edit_context_set_draft (context, item, field->name, value == NULL ? typed : NULL);
  mn_field_control_set_message (control, error != NULL ? error->message : NULL);
  if (value == NULL)
    return;
  self->typed = FALSE;
  mn_field_control_set (control, value);
}

static void
rest_cb (gpointer user_data)
{
  MnFieldEntry *self = user_data;

  self->rest_id = 0;
  commit_value (self);
}

static void
value_changed (MnFieldEntry *self)
{
  self->typed = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

static void
show_value (MnFieldEntry *self)
{
  MnFieldControl  *control = MN_FIELD_CONTROL (self);
  MnEditContext   *context = mn_field_control_get_context (control);
  const MnField   *field = mn_field_control_get_field (control);
  const char      *draft = mn_edit_context_get_draft (context, mn_field_control_get_item (control),
                                                      field->name);
  g_autofree char *value = mn_value_format (field, get_value (self));

  if (self->typed)
    return;
  show_text (self, draft != NULL ? draft : value);
  if (draft != NULL)
    commit_value (self);
}

/* ---- control -------------------------------------------------------------------------------- */

static void
changed_cb (GtkEditable *editable, MnFieldEntry *self)
{
  if (self->refreshing)
    return;
  if (is_text (self))
    text_changed (self);
  else
    value_changed (self);
}

static void
activate_cb (GtkEntry *entry, MnFieldEntry *self)
{
  mn_field_control_flush (MN_FIELD_CONTROL (self));
  mn_field_control_refresh (MN_FIELD_CONTROL (self));
}

static void
mn_field_entry_build (MnFieldControl *control)
{
  MnFieldEntry  *self = MN_FIELD_ENTRY (control);
  const MnField *field = mn_field_control_get_field (control);
  MnEditContext *context = mn_field_control_get_context (control);

  self->entry = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE); /* the document has its own */
  gtk_editable_set_editable (
      GTK_EDITABLE (self->entry),
      mn_edit_context_may_change (context, mn_field_control_get_item (control)));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), mn_value_get_example (field));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, 0);
  mn_field_control_add (control, self->entry);
  mn_field_control_set_target (control, self->entry);
}

static void
mn_field_entry_refresh (MnFieldControl *control)
{
  MnFieldEntry *self = MN_FIELD_ENTRY (control);
  const char   *value = get_value (self);

  if (!is_text (self))
    show_value (self);
  else if (!self->splicing)
    show_text (self, value != NULL ? value : "");
}

static void
mn_field_entry_flush (MnFieldControl *control)
{
  MnFieldEntry *self = MN_FIELD_ENTRY (control);

  if (self->entry == NULL || is_text (self) || !self->typed)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  commit_value (self);
  mn_field_control_refresh (control);
}

static void
mn_field_entry_dispose (GObject *object)
{
  MnFieldEntry *self = MN_FIELD_ENTRY (object);

  /* The parent flushes first, which needs the entry. */
  if (self->entry != NULL)
    mn_field_control_flush (MN_FIELD_CONTROL (self));
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->entry = NULL;

  G_OBJECT_CLASS (mn_field_entry_parent_class)->dispose (object);
}

static void
mn_field_entry_class_init (MnFieldEntryClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_field_entry_dispose;
  control_class->build = mn_field_entry_build;
  control_class->refresh = mn_field_entry_refresh;
  control_class->flush = mn_field_entry_flush;
}

static void
mn_field_entry_init (MnFieldEntry *self)
{
}
