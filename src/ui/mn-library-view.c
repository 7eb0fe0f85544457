#include "mn-library-view.h"

#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-library-columns.h"
#include "mn-search-results.h"
#include "mn-series-list.h"

#define MAX_RESULTS 200

struct _MnLibraryView
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget      *content;
  GtkSearchEntry *search_entry;
  GtkWidget      *sidebar_button;
  AdwFlap        *flap;
  GtkWidget      *new_button;
  GtkListBox     *series_list;
  GtkStack       *stack;
  GtkColumnView  *sessions;
  GtkLabel       *results_label;
  GtkListView    *results;
  AdwStatusPage  *empty_page;
  AdwStatusPage  *error_page;

  /* Owned */
  MnArchive          *archive;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;
  GtkSingleSelection *result_selection;
  GCancellable       *cancellable;
  GError             *error;  /* (nullable): why the folder can't be read */
  char               *series; /* key of the series shown; NULL: all */

  /* Plain */
  gboolean read;  /* the archive has been read once */
  gboolean again; /* another refresh was asked for while one ran */
  gulong   paint_handler;
  guint    series_id;
  int      fitted_width;
  guint    fit_id;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint       open_signal;

G_DEFINE_FINAL_TYPE (MnLibraryView, mn_library_view, GTK_TYPE_WIDGET)

/* ---- which page is shown -------------------------------------------------------------------- */

static gboolean
is_searching (MnLibraryView *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
describe_empty (MnLibraryView *self)
{
  const char      *folder = mn_archive_get_folder (self->archive);
  gboolean         exists = g_file_test (folder, G_FILE_TEST_IS_DIR);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (exists)
    text = g_strdup_printf (_ ("There is no session in the folder “%s”."), folder);
  else
    text = g_strdup_printf (_ ("The folder “%s” isn't there yet. It is made when the first "
                               "session is saved."),
                            folder);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->empty_page, markup);
}

static const char *
choose_page (MnLibraryView *self)
{
  if (self->error)
    return "error";
  if (is_searching (self))
    return g_list_model_get_n_items (G_LIST_MODEL (self->result_selection)) ? "results"
                                                                            : "no-results";
  if (self->archive && g_list_model_get_n_items (mn_archive_get_sessions (self->archive)))
    return "list";

  return self->read ? "empty" : "loading";
}

static void
update_page (MnLibraryView *self)
{
  const char *page = choose_page (self);

  if (g_str_equal (page, "empty"))
    describe_empty (self);
  if (g_str_equal (page, "error"))
    {
      g_autofree char *markup = g_markup_escape_text (self->error->message, -1);

      adw_status_page_set_description (self->error_page, markup);
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* ---- series --------------------------------------------------------------------------------- */

static gboolean
match_series (gpointer item, gpointer user_data)
{
  MnLibraryView *self = user_data;

  return !self->series || g_strcmp0 (mn_series_list_get_key (item), self->series) == 0;
}

static gboolean
update_series_cb (gpointer user_data)
{
  MnLibraryView *self = user_data;

  self->series_id = 0;
  mn_series_list_fill (self->series_list, mn_archive_get_sessions (self->archive), self->series);

  return G_SOURCE_REMOVE;
}

static void
sessions_changed_cb (MnLibraryView *self)
{
  if (!self->series_id)
    self->series_id = g_idle_add (update_series_cb, self);
  update_page (self);
}

static void
series_selected_cb (MnLibraryView *self, GtkListBoxRow *row)
{
  const char *key = row ? mn_series_list_get_row_key (row) : NULL;

  if (!row || g_strcmp0 (key, self->series) == 0)
    return;

  g_free (self->series);
  self->series = g_strdup (key);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ---- reading -------------------------------------------------------------------------------- */

static void start_refresh (MnLibraryView *self);

/* The keyboard is at the newest session at once, unless the user was quicker. */
static void
focus_first (MnLibraryView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (!focus || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry))))
    mn_library_view_focus_list (self);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MnLibraryView) self = user_data;
  g_autoptr (GError)        error = NULL;
  gboolean                  first;

  mn_archive_refresh_finish (MN_ARCHIVE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  first = !self->read;
  self->read = TRUE;
  update_page (self);
  if (first)
    focus_first (self);
  if (self->again)
    start_refresh (self);
}

static void
start_refresh (MnLibraryView *self)
{
  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  mn_archive_refresh_async (self->archive, self->cancellable, refreshed_cb, g_object_ref (self));
}

static void
painted_cb (GdkFrameClock *frame_clock, MnLibraryView *self)
{
  g_clear_signal_handler (&self->paint_handler, frame_clock);
  mn_library_view_refresh (self);
}

/* The window is on screen before any file is opened. */
static void
refresh_after_paint (MnLibraryView *self)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (frame_clock && self->archive && !self->read && !self->paint_handler)
    self->paint_handler = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (painted_cb),
                                            self);
}

/* ---- search --------------------------------------------------------------------------------- */

static void
set_results (MnLibraryView *self, GPtrArray *hits)
{
  g_autoptr (GListModel) model = mn_search_results_new (self->archive, hits);
  g_autofree char       *text = NULL;

  if (hits->len < MAX_RESULTS)
    text = g_strdup_printf (ngettext ("%u place found", "%u places found", hits->len), hits->len);
  else
    text = g_strdup_printf (_ ("The newest %u places; more words find fewer"), hits->len);
  gtk_label_set_text (self->results_label, text);
  gtk_single_selection_set_model (self->result_selection, model);
}

static void
search_now (MnLibraryView *self)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError)    error = NULL;

  if (!self->archive || !is_searching (self))
    {
      gtk_single_selection_set_model (self->result_selection, NULL);
      update_page (self);
      return;
    }

  hits = mn_archive_search (self->archive,
                            gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), MAX_RESULTS,
                            &error);
  if (hits)
    set_results (self, hits);
  update_page (self);
  if (error)
    {
      gtk_label_set_text (self->results_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "results");
    }
}

static void
search_changed_cb (MnLibraryView *self)
{
  search_now (self);
}

/* Typing anywhere begins a search; what follows is the entry's, blanks and Return included. */
static void
search_started_cb (MnLibraryView *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (text, -1);
}

static void
stop_search_cb (MnLibraryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  mn_library_view_focus_list (self);
}

/* ---- opening -------------------------------------------------------------------------------- */

static void
open_result (MnLibraryView *self, guint position)
{
  g_autoptr (MnResult) result = g_list_model_get_item (G_LIST_MODEL (self->result_selection),
                                                       position);

  MnSessionEntry *entry = result ? mn_archive_find (self->archive, mn_result_get_session (result))
                                 : NULL;

  if (entry)
    g_signal_emit (self, open_signal, 0, mn_session_entry_get_path (entry),
                   mn_result_get_item (result));
}

static void
search_activate_cb (MnLibraryView *self)
{
  search_now (self); /* what was typed last may still wait for its delay */
  open_result (self, 0);
}

static void
result_activated_cb (MnLibraryView *self, guint position)
{
  open_result (self, position);
}

static void
session_activated_cb (MnLibraryView *self, guint position)
{
  g_autoptr (MnSessionEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                            position);

  if (entry)
    g_signal_emit (self, open_signal, 0, mn_session_entry_get_path (entry), NULL);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               gpointer               user_data)
{
  GtkWidget     *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  MnLibraryView *self = MN_LIBRARY_VIEW (gtk_widget_get_ancestor (entry, MN_TYPE_LIBRARY_VIEW));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  mn_library_view_focus_list (self);

  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  if (!is_searching (MN_LIBRARY_VIEW (widget)))
    return FALSE;

  stop_search_cb (MN_LIBRARY_VIEW (widget));

  return TRUE;
}

static void
selected_cb (MnLibraryView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_library_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mn_library_view_parent_class)->map (widget);
  refresh_after_paint (MN_LIBRARY_VIEW (widget));
}

static void
mn_library_view_unrealize (GtkWidget *widget)
{
  MnLibraryView *self = MN_LIBRARY_VIEW (widget);

  if (self->paint_handler)
    g_clear_signal_handler (&self->paint_handler, gtk_widget_get_frame_clock (widget));
  GTK_WIDGET_CLASS (mn_library_view_parent_class)->unrealize (widget);
}

static gboolean
fit_cb (gpointer user_data)
{
  MnLibraryView *self = user_data;

  self->fit_id = 0;
  gtk_widget_set_visible (self->sidebar_button, adw_flap_get_folded (self->flap));
  mn_library_columns_fit (self->sessions, gtk_widget_get_width (GTK_WIDGET (self->stack)));

  return G_SOURCE_REMOVE;
}

/* What depends on the width comes and goes after room has been given out, not in the middle. */
static void
queue_fit (MnLibraryView *self)
{
  if (!self->fit_id)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
mn_library_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MnLibraryView *self = MN_LIBRARY_VIEW (widget);

  gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, 0, width, height }, baseline);
  width = gtk_widget_get_width (GTK_WIDGET (self->stack));
  if (width == self->fitted_width)
    return;

  self->fitted_width = width;
  queue_fit (self);
}

static void
mn_library_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  gtk_widget_measure (MN_LIBRARY_VIEW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
mn_library_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, mn_library_view_get_selected (MN_LIBRARY_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
forget_archive (MnLibraryView *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->series_id, g_source_remove);
  if (self->archive)
    g_signal_handlers_disconnect_by_data (mn_archive_get_sessions (self->archive), self);
  g_clear_object (&self->archive);
  g_clear_error (&self->error);
  g_clear_pointer (&self->series, g_free);
  self->read = self->again = FALSE;
}

static void
mn_library_view_dispose (GObject *object)
{
  MnLibraryView *self = MN_LIBRARY_VIEW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  forget_archive (self);
  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_LIBRARY_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->result_selection);

  G_OBJECT_CLASS (mn_library_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, content);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, flap);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, new_button);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, series_list);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, stack);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, sessions);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, results_label);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, results);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MnLibraryView, error_page);
  gtk_widget_class_bind_template_callback (widget_class, queue_fit);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, series_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_activated_cb);
}

static void
mn_library_view_class_init (MnLibraryViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_library_view_get_property;
  object_class->dispose = mn_library_view_dispose;
  widget_class->map = mn_library_view_map;
  widget_class->unrealize = mn_library_view_unrealize;
  widget_class->measure = mn_library_view_measure;
  widget_class->size_allocate = mn_library_view_size_allocate;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, MN_TYPE_SESSION_ENTRY,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  open_signal = g_signal_new ("open-session", MN_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "library");
}

static void
make_models (MnLibraryView *self)
{
  g_autoptr (GtkListItemFactory) factory = mn_search_results_make_factory ();
  GtkSortListModel              *sorted;

  self->filter = gtk_custom_filter_new (match_series, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (gtk_column_view_get_sorter (self->sessions)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->sessions, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->result_selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_factory (self->results, factory);
  gtk_list_view_set_model (self->results, GTK_SELECTION_MODEL (self->result_selection));
}

static void
mn_library_view_init (MnLibraryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  /* The arrow of a split button has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (self->new_button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More ways to begin a session"),
                                  -1);
  mn_library_columns_add (self->sessions);
  make_models (self);
}

GtkWidget *
mn_library_view_new (void)
{
  return g_object_new (MN_TYPE_LIBRARY_VIEW, NULL);
}

void
mn_library_view_set_archive (MnLibraryView *self, MnArchive *archive)
{
  g_return_if_fail (MN_IS_LIBRARY_VIEW (self) && MN_IS_ARCHIVE (archive));

  forget_archive (self);
  self->archive = g_object_ref (archive);
  g_signal_connect_object (mn_archive_get_sessions (archive), "items-changed",
                           G_CALLBACK (sessions_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_filter_list_model_set_model (self->filtered, mn_archive_get_sessions (archive));
  sessions_changed_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mn_library_view_refresh (self);
}

void
mn_library_view_refresh (MnLibraryView *self)
{
  g_return_if_fail (MN_IS_LIBRARY_VIEW (self));

  if (!self->archive)
    return;
  if (self->cancellable)
    self->again = TRUE;
  else
    start_refresh (self);
}

MnSessionEntry *
mn_library_view_get_selected (MnLibraryView *self)
{
  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
mn_library_view_focus_search (MnLibraryView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
mn_library_view_focus_list (MnLibraryView *self)
{
  if (is_searching (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->results));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->sessions));
}
