#include "mn-number-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-children.h"
#include "mn-official.h"
#include "mn-register.h"

#define REST_MS 250

struct _MnNumberPanel
{
  GtkWidget parent_instance;

  /* Owned */
  MnEditContext *context;
  MnItem        *document;

  /* Borrowed */
  MnItemForm *form;   /* (nullable) a weak pointer */
  GtkWidget  *words;  /* label */
  GtkWidget  *wrong;  /* label */
  GtkWidget  *advice; /* label */
  GtkWidget  *take, *issue, *withdraw;

  guint rest_id;
};

G_DEFINE_FINAL_TYPE (MnNumberPanel, mn_number_panel, GTK_TYPE_WIDGET)

static gboolean
is_issued (MnNumberPanel *self)
{
  return g_strcmp0 (mn_item_get (self->document, "state"), "issued") == 0;
}

static void
show_words (GtkWidget *label, const char *words)
{
  gtk_label_set_text (GTK_LABEL (label), words ? words : "");
  gtk_widget_set_visible (label, words && *words);
}

/* Lists and slips bear no number: of them only the issue is told. */
static char *
dup_words_without_number (MnNumberPanel *self, const char *day)
{
  if (!is_issued (self))
    return NULL;
  return day ? g_strdup_printf (_ ("Issued: %s"), day) : g_strdup (_ ("Issued"));
}

/* @text: (nullable): the number that it has, or would get */
static char *
dup_words (MnNumberPanel *self, gboolean bears_number, const char *text)
{
  g_autofree char *day = NULL;
  GDate            date;

  if (mn_item_get_date (self->document, "date", &date))
    day = mn_official_date_short (&date);
  if (!bears_number)
    return dup_words_without_number (self, day);
  if (!text)
    return g_strdup (_ ("Numbers are given once the session names its convening body."));
  if (is_issued (self) && day)
    /* Translators: a number of a document, then a date */
    return g_strdup_printf (_ ("Issued: %s, %s"), text, day);
  if (is_issued (self))
    return g_strdup_printf (_ ("Issued: %s"), text);
  if (mn_item_get_integer (self->document, "number", 0) > 0)
    /* Translators: a number of a document */
    return g_strdup_printf (_ ("Not issued yet: %s"), text);
  return g_strdup_printf (_ ("Next number: %s"), text);
}

static void
show_proposal (MnNumberPanel *self, guint proposal)
{
  MnFieldControl  *control = mn_item_form_find (self->form, "number");
  GtkWidget       *entry = control ? mn_field_control_get_target (control) : NULL;
  g_autofree char *digits = proposal > 0 ? mn_official_two_digits (proposal) : g_strdup ("");
  g_autofree char *label = g_strdup_printf (_ ("Take the Next Number (%s)"), digits);

  if (GTK_IS_ENTRY (entry))
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), digits);
  gtk_button_set_label (GTK_BUTTON (self->take), label);
}

static void
show_buttons (MnNumberPanel *self, gboolean can_number, gboolean can_issue)
{
  gboolean writable = !mn_edit_context_is_read_only (self->context);
  gboolean numbered = mn_item_get (self->document, "number") != NULL;

  gtk_widget_set_visible (self->take, writable && can_number && !numbered && !is_issued (self));
  gtk_widget_set_visible (self->issue, writable && can_issue && !is_issued (self));
  gtk_widget_set_visible (self->withdraw, writable && is_issued (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !is_issued (self));
}

static void
show_sequence (MnNumberPanel *self, MnRegister *numbers, MnNumberSequence *sequence)
{
  MnItem          *session = mn_edit_context_get_session (self->context);
  gboolean         bears = mn_register_bears_number (numbers, session, self->document);
  guint            number = (guint) mn_item_get_integer (self->document, "number", 0);
  guint            proposal = 0;
  g_autofree char *text = NULL, *words = NULL, *wrong = NULL, *advice = NULL;

  if (sequence)
    {
      proposal = mn_number_sequence_propose (sequence, self->document);
      text = mn_register_dup_number (numbers, session, self->document,
                                     number > 0 ? number : proposal);
      wrong = mn_number_sequence_dup_double (sequence, self->document);
      advice = mn_number_sequence_dup_advice (sequence, self->document);
    }
  words = dup_words (self, bears, text);
  show_words (self->words, words);
  show_words (self->wrong, wrong);
  show_words (self->advice, advice);
  show_proposal (self, proposal);
  show_buttons (self, sequence != NULL, sequence != NULL || !bears);
}

void
mn_number_panel_update (MnNumberPanel *self)
{
  MnArchive             *archive = mn_edit_context_get_archive (self->context);
  MnItem                *session = mn_edit_context_get_session (self->context);
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRegister) numbers = archive ? mn_register_new (archive, session, &error) : NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!mn_item_is_attached (self->document) || !self->form)
    return;
  if (numbers)
    {
      show_sequence (self, numbers, mn_register_find (numbers, session, self->document));
      return;
    }
  show_words (self->words, NULL);
  show_words (self->wrong, error ? error->message : NULL);
  show_words (self->advice, NULL);
  show_proposal (self, 0);
  show_buttons (self, FALSE, FALSE);
}

static void
rest_cb (gpointer user_data)
{
  MnNumberPanel *self = user_data;

  self->rest_id = 0;
  mn_number_panel_update (self);
}

static void
rest (MnNumberPanel *self)
{
  if (!self->rest_id)
    self->rest_id = g_timeout_add_once (REST_MS, rest_cb, self);
}

/* ---- object --------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (MnNumberPanel *self, GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", mn_item_get_id (self->document));
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_buttons_box (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  return buttons;
}

static void
build (MnNumberPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = make_buttons_box ();

  gtk_widget_set_margin_bottom (box, 12);
  self->words = add_label (box, "heading");
  self->wrong = add_label (box, "error");
  self->advice = add_label (box, "warning");
  self->take = add_button (self, buttons, "", "session.take-number");
  self->issue = add_button (self, buttons, _ ("Mark as Issued"), "session.issue");
  self->withdraw = add_button (self, buttons, _ ("Not Issued After All"), "session.withdraw");
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
mn_number_panel_dispose (GObject *object)
{
  MnNumberPanel *self = MN_NUMBER_PANEL (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->form);
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->document);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mn_number_panel_parent_class)->dispose (object);
}

static void
mn_number_panel_class_init (MnNumberPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_number_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "numberpanel");
}

static void
mn_number_panel_init (MnNumberPanel *self)
{
}

GtkWidget *
mn_number_panel_new (MnEditContext *context, MnItem *document, MnItemForm *form)
{
  MnNumberPanel *self = g_object_new (MN_TYPE_NUMBER_PANEL, NULL);
  MnArchive     *archive = mn_edit_context_get_archive (context);

  self->context = g_object_ref (context);
  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->form, form);
  build (self);
  g_signal_connect_object (mn_edit_context_get_document (context), "edited", G_CALLBACK (rest),
                           self, G_CONNECT_SWAPPED);
  if (archive)
    g_signal_connect_object (mn_archive_get_sessions (archive), "items-changed", G_CALLBACK (rest),
                             self, G_CONNECT_SWAPPED);
  mn_number_panel_update (self);
  return GTK_WIDGET (self);
}
