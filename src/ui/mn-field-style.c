#include "mn-field-style.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-style.h"

#define MAX_TOLD 4 /* findings; "minutes-cli check" tells all */

struct _MnFieldStyle
{
  MnFieldControl parent_instance;

  GtkWidget *drop_down; /* (borrowed) */
  GtkWidget *findings;  /* (borrowed) */
  char     **names;     /* (owned) of the rows after the first, which stands for none */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (MnFieldStyle, mn_field_style, MN_TYPE_FIELD_CONTROL)

/* ---- what is wrong with it ------------------------------------------------------------------ */

/* The file's name is enough: it lies where the others lie. */
static const char *
skip_folder (const char *finding)
{
  const char *suffix = strstr (finding, ".xml:");
  const char *slash = suffix != NULL ? g_strrstr_len (finding, suffix - finding, "/") : NULL;

  return slash != NULL ? slash + 1 : finding;
}

static char *
dup_findings (const GPtrArray *findings)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (findings->len, MAX_TOLD); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", skip_folder (findings->pdata[i]));
  if (findings->len > MAX_TOLD)
    {
      g_string_append_c (lines, '\n');
      g_string_append_printf (lines,
                              ngettext ("And %u more.", "And %u more.", findings->len - MAX_TOLD),
                              findings->len - MAX_TOLD);
    }

  return g_string_free (lines, FALSE);
}

/* What can't be used is an error; what its rule doesn't allow is printed all the same. */
static void
tell (MnFieldStyle *self, const char *name)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (MnStyle) style = name != NULL ? mn_style_load (name, &error) : NULL;
  g_autofree char    *text = style != NULL ? dup_findings (mn_style_get_findings (style)) : NULL;

  mn_field_control_set_message (MN_FIELD_CONTROL (self), error != NULL ? error->message : NULL);
  gtk_label_set_text (GTK_LABEL (self->findings), text != NULL ? text : "");
  gtk_widget_set_visible (self->findings, text != NULL && *text != '\0');
}

/* ---- choosing ------------------------------------------------------------------------------- */

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* Those that lie there, and the one that is asked for although it doesn't. */
static char **
list_names (MnFieldStyle *self)
{
  MnFieldControl *control = MN_FIELD_CONTROL (self);
  g_auto (GStrv)  office = mn_style_list_office ();
  GPtrArray      *names = g_ptr_array_new ();

  for (guint i = 0; office[i] != NULL; i++)
    add_name (names, office[i]);
  add_name (names, mn_item_get (mn_field_control_get_item (control),
                                mn_field_control_get_field (control)->name));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

static void
show_names (MnFieldStyle *self)
{
  g_auto (GStrv)            names = list_names (self);
  g_autoptr (GtkStringList) labels = NULL;

  if (self->names != NULL &&
      g_strv_equal ((const char *const *) names, (const char *const *) self->names))
    return;

  labels = gtk_string_list_new (NULL);
  if (mn_item_is (mn_field_control_get_item (MN_FIELD_CONTROL (self)), "document"))
    /* Translators: a paper's house style is the one chosen for all papers of its session */
    gtk_string_list_append (labels, _ ("As for the session"));
  else
    /* Translators: no style of the office */
    gtk_string_list_append (labels, _ ("None"));
  gtk_string_list_splice (labels, 1, 0, (const char *const *) names);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (labels));
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
}

static guint
find_row (MnFieldStyle *self, const char *name)
{
  for (guint i = 0; name != NULL && self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], name))
      return i + 1;

  return 0;
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, MnFieldStyle *self)
{
  guint row = gtk_drop_down_get_selected (drop_down);

  if (self->refreshing || row == GTK_INVALID_LIST_POSITION)
    return;
  mn_field_control_set (MN_FIELD_CONTROL (self), row > 0 ? self->names[row - 1] : NULL);
}

static void
mn_field_style_refresh (MnFieldControl *control)
{
  MnFieldStyle *self = MN_FIELD_STYLE (control);
  const char   *name = mn_item_get (mn_field_control_get_item (control),
                                    mn_field_control_get_field (control)->name);

  self->refreshing = TRUE;
  show_names (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), find_row (self, name));
  self->refreshing = FALSE;
  tell (self, name);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_field_style_build (MnFieldControl *control)
{
  MnFieldStyle *self = MN_FIELD_STYLE (control);

  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_tooltip_text (self->drop_down,
                               _ ("Styles of the office lie as styles/NAME.xml in the archive"));
  gtk_widget_set_sensitive (self->drop_down,
                            mn_edit_context_may_change (mn_field_control_get_context (control),
                                                        mn_field_control_get_item (control)));
  mn_field_control_add (control, self->drop_down);
  mn_field_control_set_target (control, self->drop_down);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_field_get_label (mn_field_control_get_field (control)), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, 0);

  self->findings = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->findings), 0);
  gtk_label_set_wrap (GTK_LABEL (self->findings), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->findings), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->findings, "warning");
  gtk_widget_add_css_class (self->findings, "caption");
  mn_field_control_add (control, self->findings);
}

static void
mn_field_style_finalize (GObject *object)
{
  g_strfreev (MN_FIELD_STYLE (object)->names);

  G_OBJECT_CLASS (mn_field_style_parent_class)->finalize (object);
}

static void
mn_field_style_class_init (MnFieldStyleClass *klass)
{
  MnFieldControlClass *control_class = MN_FIELD_CONTROL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mn_field_style_finalize;
  control_class->build = mn_field_style_build;
  control_class->refresh = mn_field_style_refresh;
}

static void
mn_field_style_init (MnFieldStyle *self)
{
}
