#include "mn-paper-choice.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-library-columns.h"
#include "mn-words-factory.h"

struct _MnPaperChoice
{
  GtkWidget parent_instance;

  GtkWidget *label;     /* (borrowed) */
  GtkWidget *drop_down; /* (borrowed) */
  GtkWidget *note;      /* (borrowed) label */

  MnPaperInput *input; /* (owned) */
  GPtrArray    *ids;   /* (owned) of char *: of the rows; "" for all of them */
  char        **names; /* (owned) (nullable) as they are shown */
  MnForm        form;
  gboolean      filling;
};

G_DEFINE_FINAL_TYPE (MnPaperChoice, mn_paper_choice, GTK_TYPE_WIDGET)

/* ---- what there is to choose ---------------------------------------------------------------- */

static GStrv
list_leads (MnPaperChoice *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  MnFormInput              input;
  g_autoptr (GPtrArray)    leads = NULL;

  mn_paper_input_get (self->input, self->form, &input);
  leads = mn_form_list_leads (input.session);
  g_ptr_array_add (self->ids, g_strdup (""));
  g_strv_builder_add (names, _ ("All who lead a task"));
  for (guint i = 0; i < leads->len; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (mn_item_get_id (leads->pdata[i])));
      g_strv_builder_add (names, mn_form_get_lead_name (leads->pdata[i]));
    }

  return g_strv_builder_end (names);
}

static GStrv
list_others (MnPaperChoice *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray)    others = mn_paper_input_list_others (self->input);

  for (guint i = 0; others && i < others->len; i++)
    {
      g_autofree char *name = mn_library_dup_name (others->pdata[i]);

      g_ptr_array_add (self->ids, g_strdup (mn_session_entry_get_id (others->pdata[i])));
      g_strv_builder_add (names, name);
    }
  if (self->ids->len == 0)
    g_strv_builder_add (names, _ ("No other session"));

  return g_strv_builder_end (names);
}

/* The row of what the paper is made of. */
static guint
find_row (MnPaperChoice *self)
{
  MnItem *other = self->form == MN_FORM_COMPARISON ? mn_paper_input_get_other (self->input) : NULL;
  const char *id = other ? mn_item_get_id (other) : NULL;

  if (self->form == MN_FORM_TASK_SLIP)
    id = mn_paper_input_get_lead (self->input);
  for (guint i = 0; id && i < self->ids->len; i++)
    if (g_str_equal (self->ids->pdata[i], id))
      return i;

  return 0;
}

/* ---- showing it ----------------------------------------------------------------------------- */

static void
show_names (MnPaperChoice *self, GStrv names)
{
  g_autoptr (GtkStringList) model = NULL;

  self->filling = TRUE;
  if (!self->names ||
      !g_strv_equal ((const char *const *) names, (const char *const *) self->names))
    {
      model = gtk_string_list_new ((const char *const *) names);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (model));
      g_strfreev (self->names);
      self->names = g_strdupv (names);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), find_row (self));
  self->filling = FALSE;
}

static void
show_note (MnPaperChoice *self)
{
  const char *note = self->form == MN_FORM_COMPARISON ? mn_paper_input_get_other_note (self->input)
                                                      : NULL;

  gtk_label_set_text (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

static void
fill (MnPaperChoice *self)
{
  g_auto (GStrv) names = NULL;

  g_ptr_array_set_size (self->ids, 0);
  names = self->form == MN_FORM_COMPARISON ? list_others (self) : list_leads (self);
  show_names (self, names);
  show_note (self);
  gtk_widget_set_sensitive (self->drop_down, self->ids->len > 0);
  /* One lead alone is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->form == MN_FORM_COMPARISON || self->ids->len > 2);
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MnPaperChoice *self)
{
  guint       row = gtk_drop_down_get_selected (drop_down);
  const char *id;

  if (self->filling || row >= self->ids->len)
    return;

  id = self->ids->pdata[row];
  if (self->form == MN_FORM_COMPARISON)
    mn_paper_input_set_other (self->input, id);
  else
    mn_paper_input_set_lead (self->input, *id ? id : NULL);
}

void
mn_paper_choice_update (MnPaperChoice *self)
{
  g_return_if_fail (MN_IS_PAPER_CHOICE (self));

  /* Sessions don't come and go while this one is typed. */
  if (self->input && self->form == MN_FORM_TASK_SLIP)
    fill (self);
}

static void
set_name (MnPaperChoice *self, const char *name)
{
  gtk_label_set_text (GTK_LABEL (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_choice (MnPaperChoice *self)
{
  if (!self->input || (self->form != MN_FORM_COMPARISON && self->form != MN_FORM_TASK_SLIP))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  set_name (self, self->form == MN_FORM_COMPARISON ? _ ("Compared with") : _ ("Slip for"));
  fill (self);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_paper_choice_dispose (GObject *object)
{
  MnPaperChoice *self = MN_PAPER_CHOICE (object);

  self->filling = TRUE; /* the drop-down says so while it dies */
  mn_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->input);

  G_OBJECT_CLASS (mn_paper_choice_parent_class)->dispose (object);
}

static void
mn_paper_choice_finalize (GObject *object)
{
  MnPaperChoice *self = MN_PAPER_CHOICE (object);

  g_ptr_array_unref (self->ids);
  g_strfreev (self->names);

  G_OBJECT_CLASS (mn_paper_choice_parent_class)->finalize (object);
}

static void
mn_paper_choice_class_init (MnPaperChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_paper_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_paper_choice_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paper-choice");
}

static void
mn_paper_choice_init (MnPaperChoice *self)
{
  g_autoptr (GtkListItemFactory) factory = mn_words_factory_new (60);
  GtkWidget                     *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_box_append (GTK_BOX (row), self->label);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  gtk_widget_set_hexpand (self->drop_down, TRUE);
  gtk_box_append (GTK_BOX (row), self->drop_down);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  self->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "warning");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mn_paper_choice_set_input (MnPaperChoice *self, MnPaperInput *input)
{
  g_return_if_fail (MN_IS_PAPER_CHOICE (self));

  g_set_object (&self->input, input);
  g_signal_connect_object (input, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  show_choice (self);
}

void
mn_paper_choice_set_form (MnPaperChoice *self, MnForm form)
{
  g_return_if_fail (MN_IS_PAPER_CHOICE (self));

  self->form = form;
  show_choice (self);
}

const char *
mn_paper_choice_get_text (MnPaperChoice *self)
{
  GtkStringObject *chosen;

  g_return_val_if_fail (MN_IS_PAPER_CHOICE (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));

  return chosen ? gtk_string_object_get_string (chosen) : NULL;
}
