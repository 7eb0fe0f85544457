#include "mn-papers-window.h"

#include <glib/gi18n.h>

#include "mn-archive.h"
#include "mn-fold.h"
#include "mn-library-columns.h"

struct _MnPapersWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle      *title;
  GtkWidget           *print_button;
  AdwPreferencesGroup *forms;
  GtkWidget           *sessions_group;
  GtkSearchEntry      *search_entry;
  GtkListView         *list;

  /* Owned */
  GtkFilterListModel *filtered; /* (nullable) of MnSessionEntry: those found */
  GtkFilter          *filter;
  GListModel         *sessions; /* (nullable) of MnSessionEntry: all */
  GHashTable         *chosen;   /* set of session ids */
  GHashTable         *shown;    /* session id -> check button of its row, which is in sight */
  char               *needle;   /* folded words that are searched */

  /* Borrowed: below forms */
  GtkCheckButton *checks[MN_N_FORMS];

  /* Plain */
  MnPrintRead read;
};

G_DEFINE_FINAL_TYPE (MnPapersWindow, mn_papers_window, ADW_TYPE_WINDOW)

/* ---- what is chosen ------------------------------------------------------------------------- */

static void
add_wishes (MnPapersWindow *self, GPtrArray *wishes, const char *session)
{
  for (guint form = 0; form < MN_N_FORMS; form++)
    if (gtk_check_button_get_active (self->checks[form]))
      g_ptr_array_add (wishes, mn_print_wish_new (session, (MnForm) form));
}

/* Sessions in the order of the list, also those that a search hides; of each all its papers. */
GPtrArray *
mn_papers_window_list_wishes (MnPapersWindow *self)
{
  GPtrArray     *wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_print_wish_free);
  GHashTableIter i;
  gpointer       id;
  guint          n = self->sessions ? g_list_model_get_n_items (self->sessions) : 0;

  for (guint position = 0; position < n; position++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (self->sessions, position);

      if (g_hash_table_contains (self->chosen, mn_session_entry_get_id (entry)))
        add_wishes (self, wishes, mn_session_entry_get_id (entry));
    }
  g_hash_table_iter_init (&i, self->chosen);
  while (!self->sessions && g_hash_table_iter_next (&i, &id, NULL))
    add_wishes (self, wishes, id);

  return wishes;
}

static void
update_count (MnPapersWindow *self)
{
  g_autoptr (GPtrArray) wishes = mn_papers_window_list_wishes (self);
  g_autofree char      *text = g_strdup_printf (ngettext ("%u paper", "%u papers", wishes->len),
                                                wishes->len);

  adw_window_title_set_subtitle (self->title, wishes->len ? text : _ ("Nothing chosen yet"));
  gtk_widget_set_sensitive (self->print_button, wishes->len > 0);
}

static void
print_cb (MnPapersWindow *self)
{
  g_autoptr (GPtrArray) wishes = mn_papers_window_list_wishes (self);
  GtkWindow            *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  MnPrintRead           read = self->read;

  gtk_window_destroy (GTK_WINDOW (self));
  mn_print_gather (parent, wishes, read);
}

/* ---- the list of sessions ------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* The row is what is clicked and stepped to; the check button only shows how it stands. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), make_label (NULL));
  gtk_box_append (GTK_BOX (lines), make_label ("dim-label"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_item_set_child (item, box);
}

static char *
dup_below (MnSessionEntry *entry)
{
  g_autofree char *day = mn_library_dup_day (mn_session_entry_get_starts (entry));
  g_autofree char *place = mn_library_dup_place (entry);

  return *place ? g_strdup_printf ("%s · %s", day, place) : g_steal_pointer (&day);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MnPapersWindow *self)
{
  MnSessionEntry  *entry = gtk_list_item_get_item (item);
  GtkWidget       *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *lines = gtk_widget_get_next_sibling (check);
  g_autofree char *below = dup_below (entry);

  g_hash_table_insert (self->shown, g_strdup (mn_session_entry_get_id (entry)), check);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      g_hash_table_contains (self->chosen, mn_session_entry_get_id (entry)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_session_entry_get_title (entry), -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)),
                      mn_session_entry_get_title (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (lines)), below);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MnPapersWindow *self)
{
  g_hash_table_remove (self->shown, mn_session_entry_get_id (gtk_list_item_get_item (item)));
}

static void
choose (MnPapersWindow *self, const char *id, gboolean choice)
{
  GtkCheckButton *check = g_hash_table_lookup (self->shown, id);

  if (choice)
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  if (check)
    gtk_check_button_set_active (check, choice);
}

static void
activate_cb (MnPapersWindow *self, guint position)
{
  g_autoptr (MnSessionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered),
                                                            position);
  const char                *id = mn_session_entry_get_id (entry);

  choose (self, id, !g_hash_table_contains (self->chosen, id));
  update_count (self);
}

/* Those found; where all of them are chosen, none. */
static void
select_all_cb (MnPapersWindow *self)
{
  guint    n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  gboolean choice = FALSE;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (MnSessionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);
        const char                *id = mn_session_entry_get_id (entry);

        if (pass == 0)
          choice |= !g_hash_table_contains (self->chosen, id);
        else
          choose (self, id, choice);
      }
  update_count (self);
}

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  MnPapersWindow  *self = user_data;
  g_autofree char *below = NULL;
  g_autofree char *text = NULL;

  if (mn_session_entry_get_error (item))
    return FALSE; /* what can't be read can't be printed */
  if (!self->needle || !*self->needle)
    return TRUE;

  below = dup_below (item);
  text = g_strconcat (mn_session_entry_get_title (item), " ", below, NULL);

  return mn_fold_contains (text, self->needle);
}

static void
search_changed_cb (MnPapersWindow *self)
{
  g_free (self->needle);
  self->needle = mn_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_sessions (MnPapersWindow *self, GListModel *sessions)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection)     selection = NULL;

  gtk_widget_set_visible (self->sessions_group, sessions != NULL);
  if (!sessions)
    return;

  self->sessions = g_object_ref (sessions);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (sessions), g_object_ref (self->filter));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_papers_window_dispose (GObject *object)
{
  MnPapersWindow *self = MN_PAPERS_WINDOW (object);

  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_PAPERS_WINDOW);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->sessions);

  G_OBJECT_CLASS (mn_papers_window_parent_class)->dispose (object);
}

static void
mn_papers_window_finalize (GObject *object)
{
  MnPapersWindow *self = MN_PAPERS_WINDOW (object);

  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->shown);
  g_free (self->needle);

  G_OBJECT_CLASS (mn_papers_window_parent_class)->finalize (object);
}

static void
mn_papers_window_class_init (MnPapersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_papers_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mn_papers_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-papers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, forms);
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, sessions_group);
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MnPapersWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_form (MnPapersWindow *self, MnForm form)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mn_form_get_label (form));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               form == MN_FORM_MINUTES || form == MN_FORM_NOTICE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->forms, row);
  self->checks[form] = GTK_CHECK_BUTTON (check);
}

static void
mn_papers_window_init (MnPapersWindow *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint form = 0; form < MN_N_FORMS; form++)
    add_form (self, (MnForm) form);
}

GtkWidget *
mn_papers_window_new (GtkWindow *parent, GListModel *sessions, const char *chosen, MnPrintRead read)
{
  MnPapersWindow *self = g_object_new (MN_TYPE_PAPERS_WINDOW, "transient-for", parent, NULL);

  self->read = read;
  if (chosen)
    g_hash_table_add (self->chosen, g_strdup (chosen));
  show_sessions (self, sessions);
  update_count (self);
  /* Return at once would be "Cancel" otherwise. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->checks[0]));

  return GTK_WIDGET (self);
}
