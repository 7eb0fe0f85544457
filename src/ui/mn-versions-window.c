#include "mn-versions-window.h"

#include <glib/gi18n.h>

#include "mn-version-entry.h"
#include "mn-xml.h"

struct _MnVersionsWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkStack       *stack;
  GtkListView    *list;
  GtkWidget      *open_button;

  /* Owned */
  GtkSingleSelection *selection;
  GCancellable       *cancellable;

  /* Plain */
  gboolean read_only;
  gboolean has_present;
};

G_DEFINE_FINAL_TYPE (MnVersionsWindow, mn_versions_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  BRING_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MnVersionEntry *
get_entry (MnVersionsWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (MnVersionsWindow *self)
{
  MnVersionEntry *entry = get_entry (self);
  gboolean        usable = entry != NULL && !mn_version_entry_is_damaged (entry);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.open", usable && self->has_present);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.bring-back",
                                 usable && !self->read_only);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = make_label ("heading"), *size = make_label ("dim-label");

  gtk_widget_set_hexpand (when, TRUE);
  gtk_widget_add_css_class (size, "numeric");
  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), size);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_label ("caption"));
  gtk_list_item_set_child (item, box);
}

static void
show_entry (GtkListItem *item)
{
  MnVersionEntry  *entry = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkWidget       *line = gtk_widget_get_first_child (box);
  GtkWidget       *changes = gtk_widget_get_next_sibling (line);
  const char      *found = mn_version_entry_get_changes (entry);
  const char      *words = *found != '\0' ? found : _ ("Being compared…");
  g_autofree char *when = mn_version_entry_dup_when (entry);
  g_autofree char *spoken = g_strjoin (" ", when, mn_version_entry_get_size (entry), words, NULL);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (line)), when);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)),
                      mn_version_entry_get_size (entry));
  gtk_label_set_text (GTK_LABEL (changes), words);
  if (mn_version_entry_is_damaged (entry))
    gtk_widget_add_css_class (changes, "error");
  else
    gtk_widget_remove_css_class (changes, "error");
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "found", G_CALLBACK (show_entry), item,
                           G_CONNECT_SWAPPED);
  show_entry (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_entry, item);
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
bring_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[BRING_BACK], 0);
}

static void
activate_cb (MnVersionsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "versions.open", NULL);
}

/* ---- window --------------------------------------------------------------------------------- */

static void
mn_versions_window_dispose (GObject *object)
{
  MnVersionsWindow *self = MN_VERSIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_VERSIONS_WINDOW);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (mn_versions_window_parent_class)->dispose (object);
}

static void
mn_versions_window_finalize (GObject *object)
{
  MnVersionsWindow *self = MN_VERSIONS_WINDOW (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (mn_versions_window_parent_class)->finalize (object);
}

static void
mn_versions_window_class_init (MnVersionsWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mn_versions_window_dispose;
  object_class->finalize = mn_versions_window_finalize;

  signals[OPEN] = g_signal_new ("open", MN_TYPE_VERSIONS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[BRING_BACK] = g_signal_new ("bring-back", MN_TYPE_VERSIONS_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MnVersionsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MnVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MnVersionsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MnVersionsWindow, open_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "versions.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "versions.bring-back", NULL, bring_back_cb);
}

static void
mn_versions_window_init (MnVersionsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->cancellable = g_cancellable_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions),
                           self, G_CONNECT_SWAPPED);
}

static GListStore *
make_entries (MnVersionsWindow *self, const char *folder, const char *id)
{
  GListStore           *entries = g_list_store_new (MN_TYPE_VERSION_ENTRY);
  g_autoptr (GPtrArray) backups = id != NULL ? mn_backups_list (folder, id) : NULL;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      g_autoptr (MnVersionEntry) entry = mn_version_entry_new (backups->pdata[i]);

      g_signal_connect_object (entry, "found", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
      g_list_store_append (entries, entry);
    }
  return entries;
}

GtkWidget *
mn_versions_window_new (GtkWindow  *parent,
                        const char *title,
                        const char *folder,
                        const char *id,
                        MnItem     *present)
{
  MnVersionsWindow *self = g_object_new (MN_TYPE_VERSIONS_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GListStore) entries = make_entries (self, folder, id);
  gboolean               empty = g_list_model_get_n_items (G_LIST_MODEL (entries)) == 0;

  self->has_present = present != NULL;
  adw_window_title_set_subtitle (self->title, title);
  gtk_widget_set_visible (self->open_button, self->has_present);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "versions");
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (entries));
  update_actions (self);
  mn_version_entries_find (G_LIST_MODEL (entries),
                           present != NULL ? mn_item_copy (present, MN_COPY_SAME_IDS) : NULL,
                           self->cancellable);
  return GTK_WIDGET (self);
}

void
mn_versions_window_set_read_only (MnVersionsWindow *self, gboolean read_only)
{
  g_return_if_fail (MN_IS_VERSIONS_WINDOW (self));

  self->read_only = read_only;
  update_actions (self);
}

const MnBackup *
mn_versions_window_get_selected (MnVersionsWindow *self)
{
  g_return_val_if_fail (MN_IS_VERSIONS_WINDOW (self), NULL);

  return get_entry (self) != NULL ? mn_version_entry_get_backup (get_entry (self)) : NULL;
}

char *
mn_versions_window_dup_title (MnVersionsWindow *self)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (MN_IS_VERSIONS_WINDOW (self), NULL);

  if (get_entry (self) == NULL)
    return NULL;
  when = mn_version_entry_dup_when (get_entry (self));
  /* Translators: of a session; %s is a day and a time: "15/4/2026 09:30" */
  return g_strdup_printf (_ ("Version of %s"), when);
}

/** mn_versions_window_read: (transfer full) (nullable): the selected version */
MnItem *
mn_versions_window_read (MnVersionsWindow *self, GError **error)
{
  const MnBackup    *backup = mn_versions_window_get_selected (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *title = NULL;

  g_return_val_if_fail (backup != NULL, NULL);

  bytes = mn_backup_load (backup, error);
  title = mn_versions_window_dup_title (self);
  return bytes != NULL ? mn_xml_read_document (bytes, title, NULL, NULL, error) : NULL;
}
