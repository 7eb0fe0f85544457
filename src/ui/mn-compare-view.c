#include "mn-compare-view.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-compare-rows.h"
#include "mn-library-columns.h"
#include "mn-session.h"
#include "mn-words-factory.h"

struct _MnCompareView
{
  GtkWidget parent_instance;

  /* Template */
  GtkDropDown *sessions;
  GtkWidget   *open_button;
  GtkStack    *stack;
  GtkListView *list;

  /* Owned */
  MnArchive      *archive;
  MnDocument     *document;
  GPtrArray      *entries; /* of MnSessionEntry, as in the drop-down */
  MnItem         *past;    /* (nullable): the session shown */
  char           *error;   /* (nullable): why it can't be */
  char           *section; /* slot of the record */
  char           *item;    /* (nullable): the item followed */
  GListStore     *rows;
  GtkNoSelection *selection;

  /* Plain */
  guint    fill_id;
  gboolean filling_sessions;
};

enum
{
  PROP_SESSION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MnCompareView, mn_compare_view, GTK_TYPE_WIDGET)

/* ---- rows ----------------------------------------------------------------------------------- */

static void
fill_rows (MnCompareView *self)
{
  MnItem                *item = mn_document_find (self->document, self->item);
  MnItem                *follow_up = mn_compare_find_follow_up (item);
  g_autoptr (GListStore) rows = g_list_store_new (MN_TYPE_COMPARE_ROW);
  MnCompareContext       context = { self->archive, mn_document_get_root (self->document), 0 };
  GDate                  today;

  mn_clock_today (mn_document_get_clock (self->document), &today);
  context.today = g_date_get_julian (&today);
  if (follow_up)
    mn_compare_rows_add_follow_up (rows, &context, follow_up);
  if (self->past)
    mn_compare_rows_add_section (rows, &context, self->past, self->section);
  else if (self->error)
    mn_compare_rows_add_message (rows, self->error);

  g_set_object (&self->rows, rows);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (rows));
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (rows)) ? "rows" : "empty");
}

static gboolean
fill_cb (gpointer user_data)
{
  MnCompareView *self = user_data;

  self->fill_id = 0;
  fill_rows (self);

  return G_SOURCE_REMOVE;
}

static void
queue_fill (MnCompareView *self)
{
  if (!self->fill_id && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->fill_id = g_idle_add (fill_cb, self);
}

/* What was said today is part of an item's history, so the pane follows the typing, but only where
 * it shows it. */
static void
edited_cb (MnCompareView *self)
{
  if (mn_compare_find_follow_up (mn_document_find (self->document, self->item)))
    queue_fill (self);
}

/* ---- sessions ------------------------------------------------------------------------------- */

static void
load_past (MnCompareView *self, MnSessionEntry *entry)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->past);
  g_clear_pointer (&self->error, g_free);
  if (entry)
    self->past = mn_archive_read_session (self->archive, mn_session_entry_get_id (entry), &error);
  if (error)
    self->error = g_strdup (error->message);
  gtk_widget_set_visible (self->open_button, entry != NULL);
  if (!entry)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s",
                                    mn_session_entry_get_id (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-session-in-window");
}

static MnSessionEntry *
get_selected_entry (MnCompareView *self)
{
  guint selected = gtk_drop_down_get_selected (self->sessions);

  return self->entries && selected < self->entries->len
             ? g_ptr_array_index (self->entries, selected)
             : NULL;
}

static void
session_selected_cb (MnCompareView *self)
{
  if (self->filling_sessions)
    return;

  load_past (self, get_selected_entry (self));
  queue_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* The archive may have changed since the pane was last open. */
static void
fill_sessions (MnCompareView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char          *chosen = g_strdup (mn_compare_view_get_session (self));
  guint                     selected = 0;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = mn_archive_list_comparable (self->archive, mn_document_get_root (self->document));
  for (guint i = 0; i < self->entries->len; i++)
    {
      MnSessionEntry *entry = g_ptr_array_index (self->entries, i);

      gtk_string_list_take (names, mn_library_dup_name (entry));
      if (g_strcmp0 (mn_session_entry_get_id (entry), chosen) == 0)
        selected = i;
    }
  self->filling_sessions = TRUE;
  gtk_drop_down_set_model (self->sessions, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sessions,
                              self->entries->len ? selected : GTK_INVALID_LIST_POSITION);
  self->filling_sessions = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sessions), self->entries->len > 0);
  load_past (self, get_selected_entry (self));
}

static void
make_names_fit (MnCompareView *self)
{
  g_autoptr (GtkListItemFactory) factory = mn_words_factory_new (60);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                      "string");

  gtk_drop_down_set_factory (self->sessions, factory);
  gtk_drop_down_set_expression (self->sessions, expression);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_compare_view_map (GtkWidget *widget)
{
  MnCompareView *self = MN_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (mn_compare_view_parent_class)->map (widget);
  fill_sessions (self);
  queue_fill (self);
}

static void
mn_compare_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_string (value, mn_compare_view_get_session (MN_COMPARE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mn_compare_view_dispose (GObject *object)
{
  MnCompareView *self = MN_COMPARE_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  self->filling_sessions = TRUE; /* the drop-down says so while it dies */
  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_COMPARE_VIEW);
  g_clear_object (&self->archive);
  g_clear_object (&self->document);
  g_clear_object (&self->past);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (mn_compare_view_parent_class)->dispose (object);
}

static void
mn_compare_view_finalize (GObject *object)
{
  MnCompareView *self = MN_COMPARE_VIEW (object);

  g_free (self->error);
  g_free (self->section);
  g_free (self->item);

  G_OBJECT_CLASS (mn_compare_view_parent_class)->finalize (object);
}

static void
mn_compare_view_class_init (MnCompareViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_compare_view_get_property;
  object_class->dispose = mn_compare_view_dispose;
  object_class->finalize = mn_compare_view_finalize;
  widget_class->map = mn_compare_view_map;

  /* Notified where it is chosen here. */
  properties[PROP_SESSION] = g_param_spec_string ("session", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MnCompareView, sessions);
  gtk_widget_class_bind_template_child (widget_class, MnCompareView, open_button);
  gtk_widget_class_bind_template_child (widget_class, MnCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, MnCompareView, list);
  gtk_widget_class_bind_template_callback (widget_class, session_selected_cb);
  gtk_widget_class_set_css_name (widget_class, "compare-view");
}

static void
mn_compare_view_init (MnCompareView *self)
{
  g_autoptr (GtkListItemFactory) factory = mn_compare_rows_make_factory ();

  self->section = g_strdup ("conclusion");
  self->selection = gtk_no_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_names_fit (self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
mn_compare_view_new (MnArchive *archive, MnDocument *document)
{
  MnCompareView *self = g_object_new (MN_TYPE_COMPARE_VIEW, NULL);

  self->archive = g_object_ref (archive);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
mn_compare_view_follow (MnCompareView *self, const char *item_id)
{
  const char *section = mn_compare_find_section (mn_document_find (self->document, item_id));

  g_return_if_fail (MN_IS_COMPARE_VIEW (self));

  if (!section || g_strcmp0 (item_id, self->item) == 0)
    return;

  g_free (self->item);
  self->item = g_strdup (item_id);
  g_free (self->section);
  self->section = g_strdup (section);
  queue_fill (self);
}

static void
scroll_to_item (MnCompareView *self, const char *item_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MnCompareRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (g_strcmp0 (mn_compare_row_get_item (row), item_id) == 0)
        {
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          return;
        }
    }
}

gboolean
mn_compare_view_show_session (MnCompareView *self, const char *session_id, const char *item_id)
{
  const char *section;

  g_return_val_if_fail (MN_IS_COMPARE_VIEW (self), FALSE);

  if (!self->entries)
    fill_sessions (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (g_strcmp0 (mn_session_entry_get_id (g_ptr_array_index (self->entries, i)), session_id) == 0)
      {
        gtk_drop_down_set_selected (self->sessions, i);
        section = item_id && self->past
                      ? mn_compare_find_section (mn_session_find (self->past, item_id))
                      : NULL;
        if (section)
          {
            g_free (self->section);
            self->section = g_strdup (section);
          }
        fill_rows (self);
        if (item_id)
          scroll_to_item (self, item_id);
        return TRUE;
      }

  return FALSE;
}

const char *
mn_compare_view_get_session (MnCompareView *self)
{
  MnSessionEntry *entry = get_selected_entry (self);

  return entry ? mn_session_entry_get_id (entry) : NULL;
}
