#include "mn-library-columns.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define ROOM_FOR_CHAIR 900
#define ROOM_FOR_DAY 520 /* below it the day stands in the session's second line */

#define DAY_WIDTH 110
#define CHAIR_WIDTH 200
#define OPEN_WIDTH 150

enum
{
  COLUMN_DAY,
  COLUMN_SESSION,
  COLUMN_CHAIR,
  COLUMN_OPEN,
};

/* ---- words ---------------------------------------------------------------------------------- */

char *
mn_library_dup_day (const char *moment)
{
  int year, month, day;

  if (!moment || sscanf (moment, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup ("");

  return g_strdup_printf ("%d/%d/%d", day, month, year);
}

char *
mn_library_dup_place (MnSessionEntry *entry)
{
  const char *series = mn_session_entry_get_series (entry);
  const char *period = mn_session_entry_get_period (entry);
  int         ordinal = mn_session_entry_get_ordinal (entry);
  GString    *place = g_string_new (NULL);

  /* Names of series are long: what tells their sessions apart comes first. */
  if (ordinal > 0)
    /* Translators: the session's number in its series */
    g_string_append_printf (place, _ ("No. %d"), ordinal);
  if (*period)
    g_string_append_printf (place, "%s%s", place->len ? " · " : "", period);
  if (*series)
    g_string_append_printf (place, "%s%s", place->len ? " · " : "", series);

  return g_string_free (place, FALSE);
}

char *
mn_library_dup_open (MnSessionEntry *entry)
{
  guint            open = mn_session_entry_get_n_open (entry);
  guint            overdue = mn_session_entry_get_n_overdue (entry);
  g_autofree char *words = NULL;

  if (!open)
    return g_strdup (mn_session_entry_get_n_points (entry) ? _ ("All settled") : "");

  words = g_strdup_printf (ngettext ("%u open", "%u open", open), open);
  if (!overdue)
    return g_steal_pointer (&words);

  /* Translators: of the open conclusions, how many are past their deadline */
  return g_strdup_printf (ngettext ("%s, %u overdue", "%s, %u overdue", overdue), words, overdue);
}

/* ---- cells ---------------------------------------------------------------------------------- */

/* The list's own widgets around a cell's child carry what a screen reader says. */
static void
label_cell (GtkWidget *child, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (child);

  if (cell)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
label_row (GtkWidget *child, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell ? gtk_widget_get_parent (cell) : NULL;

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer css_class)
{
  gtk_list_item_set_child (item, make_label (css_class));
}

static void
bind_day_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget       *label = gtk_list_item_get_child (item);
  g_autofree char *day = mn_library_dup_day (
      mn_session_entry_get_starts (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (label), day);
  label_cell (label, day);
}

static void
bind_chair_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget  *label = gtk_list_item_get_child (item);
  const char *chair = mn_session_entry_get_chair (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), chair);
  gtk_widget_set_tooltip_text (label, *chair ? chair : NULL);
  label_cell (label, chair);
}

/* Where the column of days had to go, the day stands before the session's second line. */
static GtkWidget *
make_day (GtkColumnView *view)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
      gtk_column_view_get_columns (view), COLUMN_DAY);
  GtkWidget *day = make_label ("caption");

  gtk_label_set_ellipsize (GTK_LABEL (day), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (day, "numeric");
  g_object_bind_property (column, "visible", day, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return day;
}

static void
setup_session_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *below = make_label ("caption");

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (second), make_day (view));
  gtk_box_append (GTK_BOX (second), below);
  gtk_box_append (GTK_BOX (lines), make_label (NULL));
  gtk_box_append (GTK_BOX (lines), second);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_item_set_child (item, box);
}

/* What a file that can't be read is called: its name, and below it why. */
static void
describe_session (MnSessionEntry *entry, char **title, char **below)
{
  const char *error = mn_session_entry_get_error (entry);

  if (error)
    {
      *title = g_path_get_basename (mn_session_entry_get_path (entry));
      *below = g_strdup (error);
      return;
    }

  *title = g_strdup (mn_session_entry_get_title (entry));
  *below = mn_library_dup_place (entry);
}

static void
bind_session_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnSessionEntry  *entry = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkWidget       *icon = gtk_widget_get_first_child (box);
  GtkWidget       *title_label = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  GtkWidget       *second = gtk_widget_get_next_sibling (title_label);
  GtkWidget       *day_label = gtk_widget_get_first_child (second);
  GtkWidget       *below_label = gtk_widget_get_last_child (second);
  g_autofree char *day = mn_library_dup_day (mn_session_entry_get_starts (entry));
  g_autofree char *title = NULL;
  g_autofree char *below = NULL;
  g_autofree char *open = mn_library_dup_open (entry);
  g_autofree char *spoken = NULL;

  describe_session (entry, &title, &below);
  gtk_label_set_text (GTK_LABEL (title_label), title);
  gtk_label_set_text (GTK_LABEL (day_label), day);
  gtk_label_set_text (GTK_LABEL (below_label), below);
  gtk_widget_set_visible (below_label, *below != '\0');
  gtk_widget_set_visible (icon, mn_session_entry_get_error (entry) != NULL);
  gtk_widget_set_tooltip_text (box, mn_session_entry_get_error (entry) ? below : title);

  spoken = g_strjoin (", ", title, below, *open ? open : NULL, NULL);
  label_cell (box, title);
  label_row (box, spoken);
}

static void
setup_open_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *overdue = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_widget_add_css_class (overdue, "warning");
  gtk_box_append (GTK_BOX (overdue), icon);
  gtk_box_append (GTK_BOX (overdue), make_label ("caption"));
  gtk_box_append (GTK_BOX (box), overdue);
  gtk_list_item_set_child (item, box);
}

static void
bind_open_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnSessionEntry  *entry = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkWidget       *label = gtk_widget_get_first_child (box);
  GtkWidget       *overdue_box = gtk_widget_get_last_child (box);
  GtkWidget       *overdue_label = gtk_widget_get_last_child (overdue_box);
  guint            open = mn_session_entry_get_n_open (entry);
  guint            overdue = mn_session_entry_get_n_overdue (entry);
  guint            points = mn_session_entry_get_n_points (entry);
  g_autofree char *spoken = mn_library_dup_open (entry);
  g_autofree char *open_text = NULL;
  g_autofree char *overdue_text = NULL;

  if (open)
    /* Translators: "6 of 9 open": conclusions of a session that aren't settled yet */
    open_text = g_strdup_printf (_ ("%u of %u open"), open, points);
  overdue_text = g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);
  gtk_label_set_text (GTK_LABEL (label), open_text ? open_text : spoken);
  if (open)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_text (GTK_LABEL (overdue_label), overdue_text);
  gtk_widget_set_visible (overdue_box, overdue > 0);
  label_cell (box, spoken);
}

/* ---- order ---------------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (mn_session_entry_get_starts ((MnSessionEntry *) a),
                    mn_session_entry_get_starts ((MnSessionEntry *) b));
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (mn_session_entry_get_title ((MnSessionEntry *) a),
                         mn_session_entry_get_title ((MnSessionEntry *) b));
}

static int
compare_chairs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (mn_session_entry_get_chair ((MnSessionEntry *) a),
                         mn_session_entry_get_chair ((MnSessionEntry *) b));
}

static int
compare_open (gconstpointer a, gconstpointer b, gpointer user_data)
{
  MnSessionEntry *first = (MnSessionEntry *) a;
  MnSessionEntry *second = (MnSessionEntry *) b;
  int             overdue = (int) mn_session_entry_get_n_overdue (first) -
                (int) mn_session_entry_get_n_overdue (second);

  return overdue ? overdue
                 : (int) mn_session_entry_get_n_open (first) -
                       (int) mn_session_entry_get_n_open (second);
}

/* ---- columns -------------------------------------------------------------------------------- */

typedef void (*FactoryFunc) (GtkSignalListItemFactory *, GtkListItem *, gpointer);

static GtkColumnViewColumn *
add_column (GtkColumnView   *view,
            const char      *title,
            FactoryFunc      setup,
            FactoryFunc      bind,
            const char      *css_class,
            GCompareDataFunc compare)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter)           sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup), css_class ? (gpointer) css_class : view);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);

  return column; /* the view keeps it */
}

void
mn_library_columns_add (GtkColumnView *view)
{
  GtkColumnViewColumn *column;

  column = add_column (view, _ ("Date"), setup_label_cb, bind_day_cb, "numeric", compare_days);
  gtk_column_view_column_set_fixed_width (column, DAY_WIDTH);

  column = add_column (view, _ ("Session"), setup_session_cb, bind_session_cb, NULL,
                       compare_titles);
  gtk_column_view_column_set_expand (column, TRUE);

  column = add_column (view, _ ("Chair"), setup_label_cb, bind_chair_cb, "chair", compare_chairs);
  gtk_column_view_column_set_fixed_width (column, CHAIR_WIDTH);
  gtk_column_view_column_set_resizable (column, TRUE);

  column = add_column (view, _ ("Conclusions"), setup_open_cb, bind_open_cb, NULL, compare_open);
  gtk_column_view_column_set_fixed_width (column, OPEN_WIDTH);
}

/* GTK 4.8 keeps room free for columns that are hidden, but for those without any width. */
static void
show_column (GtkColumnView *view, guint position, int width, gboolean show)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
      gtk_column_view_get_columns (view), position);

  if (gtk_column_view_column_get_visible (column) == show)
    return;

  gtk_column_view_column_set_visible (column, show);
  gtk_column_view_column_set_fixed_width (column, show ? width : 0);
}

void
mn_library_columns_fit (GtkColumnView *view, int width)
{
  show_column (view, COLUMN_DAY, DAY_WIDTH, width >= ROOM_FOR_DAY);
  show_column (view, COLUMN_CHAIR, CHAIR_WIDTH, width >= ROOM_FOR_CHAIR);
}

char *
mn_library_dup_name (MnSessionEntry *entry)
{
  g_autofree char *day = mn_library_dup_day (mn_session_entry_get_starts (entry));
  const char      *title = mn_session_entry_get_title (entry);

  return *day ? g_strdup_printf ("%s · %s", day, title) : g_strdup (title);
}
