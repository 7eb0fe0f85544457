#include "mn-series-list.h"

#include <glib/gi18n.h>

/* ---- row ------------------------------------------------------------------------------------ */

#define MN_TYPE_SERIES_ROW (mn_series_row_get_type ())
G_DECLARE_FINAL_TYPE (MnSeriesRow, mn_series_row, MN, SERIES_ROW, GtkListBoxRow)

struct _MnSeriesRow
{
  GtkListBoxRow parent_instance;

  char *key; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MnSeriesRow, mn_series_row, GTK_TYPE_LIST_BOX_ROW)

static void
mn_series_row_finalize (GObject *object)
{
  g_free (MN_SERIES_ROW (object)->key);

  G_OBJECT_CLASS (mn_series_row_parent_class)->finalize (object);
}

static void
mn_series_row_class_init (MnSeriesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_series_row_finalize;
}

static void
mn_series_row_init (MnSeriesRow *self)
{
}

static GtkWidget *
make_row (const char *key, const char *name, guint n_sessions)
{
  MnSeriesRow     *row = g_object_new (MN_TYPE_SERIES_ROW, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (name);
  g_autofree char *count = g_strdup_printf ("%u", n_sessions);
  GtkWidget       *count_label = gtk_label_new (count);

  row->key = g_strdup (key);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (count_label, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (row);
}

/* ---- list ----------------------------------------------------------------------------------- */

typedef struct
{
  char *key;
  char *name;
  guint n_sessions;
} Series;

static void
series_free (Series *series)
{
  g_free (series->key);
  g_free (series->name);
  g_free (series);
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const Series *first = *(Series *const *) a;
  const Series *second = *(Series *const *) b;

  /* Sessions that belong to none come last. */
  if (!*first->key != !*second->key)
    return *first->key ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

static GPtrArray *
count_series (GListModel *sessions)
{
  GPtrArray             *all = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n = g_list_model_get_n_items (sessions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MnSessionEntry) entry = g_list_model_get_item (sessions, i);
      const char                *key = mn_series_list_get_key (entry);
      Series                    *series = g_hash_table_lookup (by_key, key);

      if (!series)
        {
          series = g_new0 (Series, 1);
          series->key = g_strdup (key);
          series->name = g_strdup (*key ? mn_session_entry_get_series (entry)
                                        : _ ("Without a series"));
          g_hash_table_insert (by_key, series->key, series);
          g_ptr_array_add (all, series);
        }
      series->n_sessions++;
    }
  g_ptr_array_sort (all, compare_series);

  return all;
}

static void
append_row (GtkListBox *list, GtkWidget *row, gboolean selected)
{
  gtk_list_box_append (list, row);
  if (selected)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
}

const char *
mn_series_list_get_key (MnSessionEntry *entry)
{
  const char *id = mn_session_entry_get_series_id (entry);

  return *id ? id : mn_session_entry_get_series (entry);
}

void
mn_series_list_fill (GtkListBox *list, GListModel *sessions, const char *selected)
{
  g_autoptr (GPtrArray) all = count_series (sessions);
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))))
    gtk_list_box_remove (list, child);

  append_row (list, make_row (NULL, _ ("All sessions"), g_list_model_get_n_items (sessions)),
              selected == NULL);
  for (guint i = 0; i < all->len; i++)
    {
      Series *series = g_ptr_array_index (all, i);

      append_row (list, make_row (series->key, series->name, series->n_sessions),
                  g_strcmp0 (series->key, selected) == 0);
    }
  if (!gtk_list_box_get_selected_row (list))
    gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
}

const char *
mn_series_list_get_row_key (GtkListBoxRow *row)
{
  return MN_SERIES_ROW (row)->key;
}
