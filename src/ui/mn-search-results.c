#include "mn-search-results.h"

#include <glib/gi18n.h>

#include "mn-kind.h"
#include "mn-library-columns.h"

#define WORD_BEGINS '\x02'
#define WORD_ENDS '\x03'

struct _MnResult
{
  GObject parent_instance;

  char *session;
  char *item;
  char *markup;
  char *place;
};

G_DEFINE_FINAL_TYPE (MnResult, mn_result, G_TYPE_OBJECT)

static void
mn_result_finalize (GObject *object)
{
  MnResult *self = MN_RESULT (object);

  g_free (self->session);
  g_free (self->item);
  g_free (self->markup);
  g_free (self->place);

  G_OBJECT_CLASS (mn_result_parent_class)->finalize (object);
}

static void
mn_result_class_init (MnResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_result_finalize;
}

static void
mn_result_init (MnResult *self)
{
}

/* ---- words ---------------------------------------------------------------------------------- */

static void
append_escaped (GString *markup, const char *from, const char *to)
{
  g_autofree char *escaped = g_markup_escape_text (from, to - from);

  g_string_append (markup, escaped);
}

/* Marks are paired here whatever the snippet holds, so that the markup is always well-formed. */
static char *
dup_markup (const char *snippet)
{
  GString    *markup = g_string_new (NULL);
  const char *from = snippet;
  gboolean    bold = FALSE;

  for (const char *p = snippet; *p; p++)
    {
      if (*p != WORD_BEGINS && *p != WORD_ENDS && *p != '\n')
        continue;

      append_escaped (markup, from, p);
      from = p + 1;
      if (*p == '\n')
        g_string_append_c (markup, ' ');
      else if ((*p == WORD_BEGINS) != bold)
        {
          bold = !bold;
          g_string_append (markup, bold ? "<b>" : "</b>");
        }
    }
  append_escaped (markup, from, from + strlen (from));
  if (bold)
    g_string_append (markup, "</b>");

  return g_string_free (markup, FALSE);
}

static const char *
get_section_label (const char *section)
{
  const MnKind *record = mn_kind_find ("record");
  const MnSlot *slot = section ? mn_kind_find_slot (record, section) : NULL;

  return slot ? mn_slot_get_label (slot) : "";
}

static char *
dup_place (MnArchive *archive, const MnSearchHit *hit)
{
  MnSessionEntry  *entry = mn_archive_find (archive, hit->session);
  const char      *section = get_section_label (hit->section);
  g_autofree char *day = NULL;

  if (!entry)
    return g_strdup (section);

  day = mn_library_dup_day (mn_session_entry_get_starts (entry));

  return g_strdup_printf ("%s%s%s%s%s", section, *section ? " · " : "",
                          mn_session_entry_get_title (entry), *day ? " · " : "", day);
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (box, "result");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  MnResult        *result = gtk_list_item_get_item (item);
  GtkWidget       *box = gtk_list_item_get_child (item);
  GtkLabel        *words = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel        *place = GTK_LABEL (gtk_widget_get_last_child (box));
  GtkWidget       *row = gtk_widget_get_parent (box);
  g_autofree char *spoken = NULL;

  gtk_label_set_markup (words, result->markup);
  gtk_label_set_text (place, result->place);
  spoken = g_strdup_printf ("%s, %s", gtk_label_get_text (words), result->place);
  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

GtkListItemFactory *
mn_search_results_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

/* ---- model ---------------------------------------------------------------------------------- */

GListModel *
mn_search_results_new (MnArchive *archive, GPtrArray *hits)
{
  GListStore *store = g_list_store_new (MN_TYPE_RESULT);

  for (guint i = 0; i < hits->len; i++)
    {
      const MnSearchHit   *hit = g_ptr_array_index (hits, i);
      g_autoptr (MnResult) result = g_object_new (MN_TYPE_RESULT, NULL);

      result->session = g_strdup (hit->session);
      result->item = g_strdup (hit->item);
      result->markup = dup_markup (hit->snippet);
      result->place = dup_place (archive, hit);
      g_list_store_append (store, result);
    }

  return G_LIST_MODEL (store);
}

const char *
mn_result_get_session (MnResult *self)
{
  return self->session;
}

const char *
mn_result_get_item (MnResult *self)
{
  return self->item;
}

const char *
mn_result_get_markup (MnResult *self)
{
  return self->markup;
}
