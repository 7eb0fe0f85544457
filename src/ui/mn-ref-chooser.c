#include "mn-ref-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-party-guess.h"
#include "mn-ref-list.h"
#include "mn-session.h"

#define MOST_SUGGESTIONS 8

struct _MnRefChooser
{
  MnFieldControl parent_instance;

  GtkWidget *chosen;      /* (borrowed) list of what is chosen */
  GtkWidget *entry;       /* (borrowed) */
  GtkWidget *popover;     /* (borrowed) */
  GtkWidget *suggestions; /* (borrowed) list inside the popover */
  GPtrArray *found;       /* (owned) ids of the suggestions, in order */
  gboolean   clearing;
};

G_DEFINE_FINAL_TYPE (MnRefChooser, mn_ref_chooser, MN_TYPE_FIELD_CONTROL)

static const MnField *
get_field (MnRefChooser *self)
{
  return mn_field_control_get_field (MN_FIELD_CONTROL (self));
}

static const char *
get_refs (MnRefChooser *self)
{
  return mn_item_get (mn_field_control_get_item (MN_FIELD_CONTROL (self)), get_field (self)->name);
}

static MnDocument *
get_document (MnRefChooser *self)
{
  return mn_edit_context_get_document (mn_field_control_get_context (MN_FIELD_CONTROL (self)));
}

static gboolean
takes_parties (MnRefChooser *self)
{
  return g_strcmp0 (get_field (self)->ref, "party") == 0;
}

static gboolean
may_change (MnRefChooser *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);

  return mn_edit_context_may_change (mn_field_control_get_context (control),
                                     mn_field_control_get_item (control));
}

static gboolean
takes_several (MnRefChooser *self)
{
  return get_field (self)->type == MN_FIELD_REFS;
}

/* ---- what is chosen ------------------------------------------------------------------------- */

static void
remove_cb (GtkButton *button, MnRefChooser *self)
{
  g_autofree char *refs = mn_ref_remove (get_refs (self),
                                         gtk_widget_get_name (GTK_WIDGET (button)));

  mn_field_control_set (MN_FIELD_CONTROL (self), refs);
  gtk_widget_grab_focus (self->entry);
}

static void
move_up_cb (GtkButton *button, MnRefChooser *self)
{
  g_autofree char *refs = mn_ref_move (get_refs (self), gtk_widget_get_name (GTK_WIDGET (button)),
                                       -1);

  mn_field_control_set (MN_FIELD_CONTROL (self), refs);
}

static GtkWidget *
create_row_button (MnRefChooser *self,
                   const char   *icon,
                   const char   *id,
                   const char   *label,
                   GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static char *
dup_words (MnRefChooser *self, const char *id)
{
  MnDocument *document = get_document (self);
  MnItem     *item = mn_document_find (document, id);

  /* Translators: what a field names is no longer in the session */
  return item != NULL ? mn_ref_dup_words (mn_document_get_root (document), item)
                      : g_strdup (_ ("(no longer in the session)"));
}

static GtkWidget *
create_chosen_row (MnRefChooser *self, const char *id, gboolean first)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *words = dup_words (self, id);
  /* Translators: %s is a name */
  g_autofree char *remove = g_strdup_printf (_ ("Take away %s"), words);
  g_autofree char *up = g_strdup_printf (_ ("Move %s up"), words);
  GtkWidget       *label = gtk_label_new (words);

  gtk_widget_add_css_class (row, "chosen");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (!may_change (self))
    return row;
  if (!first)
    gtk_box_append (GTK_BOX (row),
                    create_row_button (self, "go-up-symbolic", id, up, G_CALLBACK (move_up_cb)));
  gtk_box_append (GTK_BOX (row), create_row_button (self, "window-close-symbolic", id, remove,
                                                    G_CALLBACK (remove_cb)));
  return row;
}

static void
show_chosen (MnRefChooser *self, char **ids)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->chosen)) != NULL)
    gtk_box_remove (GTK_BOX (self->chosen), row);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->chosen), create_chosen_row (self, ids[i], i == 0));
  gtk_widget_set_visible (self->chosen, ids[0] != NULL);
}

/* What has the keys may be about to go: they stay in this field, from where Tab goes on. */
static void
mn_ref_chooser_refresh (MnFieldControl *control)
{
  MnRefChooser  *self = MN_REF_CHOOSER (control);
  g_auto (GStrv) ids = mn_item_get_refs (mn_field_control_get_item (control),
                                         get_field (self)->name);
  gboolean       had_focus = mn_field_control_has_focus (control);
  /* Where only one can be chosen and is, there is nothing to type. */
  gboolean may_type = may_change (self) && (takes_several (self) || ids[0] == NULL);

  if (may_type)
    gtk_widget_set_visible (self->entry, TRUE);
  if (had_focus && may_type && gtk_widget_get_focus_child (self->chosen) != NULL)
    gtk_widget_grab_focus (self->entry);
  show_chosen (self, ids);
  if (had_focus && !may_type)
    gtk_widget_child_focus (self->chosen, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->entry, may_type);
}

/* ---- choosing ------------------------------------------------------------------------------- */

static void
clear_entry (MnRefChooser *self)
{
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->clearing = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
choose (MnRefChooser *self, const char *id)
{
  g_autofree char *refs = takes_several (self) ? mn_ref_add (get_refs (self), id) : g_strdup (id);

  clear_entry (self);
  mn_field_control_set (MN_FIELD_CONTROL (self), refs);
}

/* A new party and the choice of it are one step for undo. */
static void
create_party (MnRefChooser *self, const char *words)
{
  MnEditContext     *context = mn_field_control_get_context (MN_FIELD_CONTROL (self));
  MnDocument        *document = get_document (self);
  MnItem            *record = mn_session_get_record (mn_document_get_root (document));
  g_autoptr (MnItem) party = mn_party_new_from_words (words);
  g_autofree char   *short_name = mn_party_dup_short (party);
  /* Translators: undo; %s is who or what was added */
  g_autofree char   *name = g_strdup_printf (_ ("Add %s"), short_name);
  g_autoptr (GError) error = NULL;

  mn_document_begin (document, name);
  if (mn_document_insert (document, record, "parties", G_MAXUINT, party, &error))
    choose (self, mn_item_get_id (party));
  mn_document_end (document);
  mn_edit_context_report (context, g_steal_pointer (&error));
}

/** mn_ref_chooser_enter: takes the one that bears @words, else makes a new party of them. */
void
mn_ref_chooser_enter (MnRefChooser *self, const char *words)
{
  g_autofree char *text = g_strstrip (g_strdup (words));
  MnItem          *item;

  if (*text == '\0')
    return;
  item = mn_ref_find_exact (mn_document_get_root (get_document (self)), get_field (self)->ref,
                            text);
  if (item != NULL)
    choose (self, mn_item_get_id (item));
  else if (takes_parties (self))
    create_party (self, text);
}

/* The row after the last suggestion stands for a new party. */
static void
choose_row (MnRefChooser *self, int index)
{
  if (index >= 0 && index < (int) self->found->len)
    {
      g_autofree char *id = g_strdup (self->found->pdata[index]);

      choose (self, id);
    }
  else
    mn_ref_chooser_enter (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MnRefChooser *self)
{
  choose_row (self, gtk_list_box_row_get_index (row));
}

static void
activate_cb (GtkEntry *entry, MnRefChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->suggestions));

  if (gtk_widget_get_visible (self->popover) && row != NULL)
    choose_row (self, gtk_list_box_row_get_index (row));
  else
    mn_ref_chooser_enter (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* ---- suggestions ---------------------------------------------------------------------------- */

static void
add_suggestion (MnRefChooser *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_box_append (GTK_LIST_BOX (self->suggestions), label);
}

static void
clear_suggestions (MnRefChooser *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->suggestions)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->suggestions), row);
  g_ptr_array_set_size (self->found, 0);
}

static void
suggest (MnRefChooser *self, const char *typed)
{
  MnItem        *session = mn_document_get_root (get_document (self));
  g_auto (GStrv) chosen = g_strsplit (get_refs (self) != NULL ? get_refs (self) : "", " ", -1);
  g_autoptr (GPtrArray) found = mn_ref_find (session, get_field (self)->ref, typed, chosen,
                                             MOST_SUGGESTIONS);

  clear_suggestions (self);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *words = mn_ref_dup_words (session, found->pdata[i]);

      g_ptr_array_add (self->found, g_strdup (mn_item_get_id (found->pdata[i])));
      add_suggestion (self, words);
    }
  if (takes_parties (self) && *typed != '\0')
    {
      /* Translators: %s is the name being typed */
      g_autofree char *words = g_strdup_printf (_ ("Add “%s”"), typed);

      add_suggestion (self, words);
    }
}

/* Behind a comma stands a post: these are words for a new party, unless somebody bears them. */
static void
select_suggestion (MnRefChooser *self, const char *typed)
{
  gboolean       is_new = strchr (typed, ',') != NULL && self->found->len == 0;
  int            index = is_new ? (int) self->found->len : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->suggestions), index);

  gtk_list_box_select_row (GTK_LIST_BOX (self->suggestions), row);
  if (row == NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (gtk_widget_get_visible (self->popover))
    gtk_popover_present (GTK_POPOVER (self->popover)); /* with the size that it needs now */
  else
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
changed_cb (GtkEditable *editable, MnRefChooser *self)
{
  const char *typed = gtk_editable_get_text (editable);

  if (self->clearing || !gtk_widget_get_mapped (self->entry))
    return;
  suggest (self, typed);
  if (*typed != '\0')
    select_suggestion (self, typed);
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
step_suggestion (MnRefChooser *self, int step)
{
  GtkListBox    *list = GTK_LIST_BOX (self->suggestions);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (list, MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (list, row);
}

/* After the input method and the entry: what they don't take. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        MnRefChooser          *self)
{
  gboolean open = gtk_widget_get_visible (self->popover);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && open)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (key == GDK_KEY_Down && !open)
    {
      suggest (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
      select_suggestion (self, "");
    }
  else if ((key == GDK_KEY_Down || key == GDK_KEY_Up) && open)
    step_suggestion (self, key == GDK_KEY_Down ? 1 : -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
leave_entry_cb (GtkEventControllerFocus *controller, MnRefChooser *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* ---- control -------------------------------------------------------------------------------- */

static void
build_popover (MnRefChooser *self)
{
  self->suggestions = gtk_list_box_new ();
  gtk_widget_set_can_focus (self->suggestions, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestions), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions"), -1);
  g_signal_connect_object (self->suggestions, "row-activated", G_CALLBACK (row_activated_cb), self,
                           0);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->suggestions);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, self->entry);
}

static void
show_draft (MnRefChooser *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);
  const char     *draft = mn_edit_context_get_draft (mn_field_control_get_context (control),
                                                     mn_field_control_get_item (control),
                                                     get_field (self)->name);

  if (draft != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), draft);
}

static void
build_entry (MnRefChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), takes_parties (self)
                                                               ? _ ("Name, post or body")
                                                               : _ ("Number or words"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     takes_parties (self) ? "avatar-default-symbolic"
                                                          : "edit-find-symbolic");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_entry_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
}

static void
mn_ref_chooser_build (MnFieldControl *control)
{
  MnRefChooser *self = MN_REF_CHOOSER (control);

  self->chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  build_entry (self);
  build_popover (self);
  show_draft (self);
  mn_field_control_add (control, self->chosen);
  mn_field_control_add (control, self->entry);
  mn_field_control_set_target (control, self->entry);
}

/* Words that were typed and not yet entered are not lost. */
static void
mn_ref_chooser_flush (MnFieldControl *control)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (MN_REF_CHOOSER (control)->entry));

  mn_edit_context_set_draft (
      mn_field_control_get_context (control), mn_field_control_get_item (control),
      mn_field_control_get_field (control)->name, *typed != '\0' ? typed : NULL);
}

static void
mn_ref_chooser_dispose (GObject *object)
{
  MnRefChooser *self = MN_REF_CHOOSER (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->suggestions = NULL;

  G_OBJECT_CLASS (mn_ref_chooser_parent_class)->dispose (object);
}

static void
mn_ref_chooser_finalize (GObject *object)
{
  g_clear_pointer (&MN_REF_CHOOSER (object)->found, g_ptr_array_unref);

  G_OBJECT_CLASS (mn_ref_chooser_parent_class)->finalize (object);
}

static void
mn_ref_chooser_class_init (MnRefChooserClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_ref_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_ref_chooser_finalize;
  control_class->build = mn_ref_chooser_build;
  control_class->refresh = mn_ref_chooser_refresh;
  control_class->flush = mn_ref_chooser_flush;
}

static void
mn_ref_chooser_init (MnRefChooser *self)
{
  self->found = g_ptr_array_new_with_free_func (g_free);
}
