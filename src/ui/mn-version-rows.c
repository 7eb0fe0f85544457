#include "mn-version-rows.h"

#include <string.h>

#include "mn-item-diff.h"
#include "mn-item-name.h"
#include "mn-item-text.h"
#include "mn-session.h"

#define CONTEXT 40 /* characters around what differs */

struct _MnVersionRow
{
  GObject parent_instance;

  gboolean heading;
  char    *item;
  char    *title;
  char    *there;
  char    *here;
};

G_DEFINE_FINAL_TYPE (MnVersionRow, mn_version_row, G_TYPE_OBJECT)

static void
mn_version_row_finalize (GObject *object)
{
  MnVersionRow *self = MN_VERSION_ROW (object);

  g_free (self->item);
  g_free (self->title);
  g_free (self->there);
  g_free (self->here);

  G_OBJECT_CLASS (mn_version_row_parent_class)->finalize (object);
}

static void
mn_version_row_class_init (MnVersionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_version_row_finalize;
}

static void
mn_version_row_init (MnVersionRow *self)
{
}

gboolean
mn_version_row_is_heading (MnVersionRow *self)
{
  return self->heading;
}

const char *
mn_version_row_get_item (MnVersionRow *self)
{
  return self->item;
}

const char *
mn_version_row_get_title (MnVersionRow *self)
{
  return self->title;
}

const char *
mn_version_row_get_there (MnVersionRow *self)
{
  return self->there;
}

const char *
mn_version_row_get_here (MnVersionRow *self)
{
  return self->here;
}

/* Takes the words. */
static void
add_row (GListStore *rows, const char *item, char *title, char *there, char *here)
{
  g_autoptr (MnVersionRow) row = g_object_new (MN_TYPE_VERSION_ROW, NULL);

  row->heading = item == NULL;
  row->item = g_strdup (item);
  row->title = title;
  row->there = there != NULL ? there : g_strdup ("");
  row->here = here != NULL ? here : g_strdup ("");
  g_list_store_append (rows, row);
}

/* ---- what differs --------------------------------------------------------------------------- */

/* A long text is shown around the place alone: from @start on, @end characters from its end. */
static char *
dup_excerpt (const char *text, glong start, glong end)
{
  glong            length = g_utf8_strlen (text, -1);
  glong            first = start > CONTEXT + 1 ? start - CONTEXT : 0;
  glong            last = end > CONTEXT + 1 ? length - end + CONTEXT : length;
  g_autofree char *excerpt = g_utf8_substring (text, first, last);

  return g_strdup_printf ("%s%s%s", first > 0 ? "…" : "", excerpt, last < length ? "…" : "");
}

static glong
count_same_start (const char *a, const char *b)
{
  glong n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

static glong
count_same_end (const char *a, const char *b, glong most)
{
  const char *p = a + strlen (a), *q = b + strlen (b);
  glong       n = 0;

  for (; n < most; n++)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
    }
  return n;
}

static void
append_value (GString *lines, const MnFieldChange *change, const char *value)
{
  if (*value == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (change->field != NULL && (change->field->flags & MN_FIELD_LONG) == 0)
    g_string_append_printf (lines, "%s: ", mn_field_get_label (change->field));
  g_string_append (lines, value);
}

/* Ids say nothing to people. */
static gboolean
has_words (const MnFieldChange *change)
{
  return change->field != NULL && change->field->type != MN_FIELD_ID;
}

static void
append_field (GString *there, GString *here, const MnFieldChange *change)
{
  glong start = count_same_start (change->before, change->after);
  glong most = MIN (g_utf8_strlen (change->before, -1), g_utf8_strlen (change->after, -1)) - start;
  glong end = count_same_end (change->before, change->after, most);
  g_autofree char *before = dup_excerpt (change->before, start, end);
  g_autofree char *after = dup_excerpt (change->after, start, end);

  append_value (there, change, before);
  append_value (here, change, after);
}

static void
add_change (GListStore *rows, MnItemChange *change)
{
  GPtrArray *fields = mn_item_change_get_fields (change);
  GString   *there = g_string_new (NULL), *here = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    if (has_words (fields->pdata[i]))
      append_field (there, here, fields->pdata[i]);
  add_row (rows, mn_item_change_get_id (change), g_strdup (mn_item_change_get_sentence (change)),
           g_string_free (there, FALSE), g_string_free (here, FALSE));
}

/**
 * mn_version_rows_new_differences:
 *
 * Returns: (transfer full): a row for each item that became something else on the way from @other
 *   to @present
 */
GListStore *
mn_version_rows_new_differences (MnItem *other, MnItem *present)
{
  GListStore            *rows = g_list_store_new (MN_TYPE_VERSION_ROW);
  g_autoptr (GListModel) changes = mn_item_diff (other, present);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (MnItemChange) change = g_list_model_get_item (changes, i);

      add_change (rows, change);
    }
  return rows;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void
add_item (GListStore *rows, MnItem *root, MnItem *item)
{
  g_autofree char *body = mn_item_text_dup_body (root, item);
  g_autofree char *facts = mn_item_text_dup_facts (root, item);
  g_autofree char *words = g_strdup_printf ("%s%s%s", body,
                                            *body != '\0' && *facts != '\0' ? "\n" : "", facts);

  if (mn_item_get_slot (item)->single && *words == '\0')
    return;
  add_row (rows, mn_item_get_id (item), mn_item_dup_name (item), g_steal_pointer (&words), NULL);
}

static void
add_below (GListStore *rows, MnItem *root, MnItem *item)
{
  const MnSlot *slots = mn_item_get_kind (item)->slots;

  for (guint s = 0; slots[s].name != NULL; s++)
    {
      guint n = mn_item_get_n_children (item, slots[s].name);

      if (n > 0 && !slots[s].single && mn_item_get_kind (item) != slots[s].kind &&
          (mn_item_get_slot (item) == NULL || mn_item_get_slot (item)->single))
        add_row (rows, NULL, g_strdup (mn_slot_get_label (&slots[s])), NULL, NULL);
      for (guint i = 0; i < n; i++)
        {
          MnItem *child = mn_item_get_child (item, slots[s].name, i);

          add_item (rows, root, child);
          add_below (rows, root, child);
        }
    }
}

/** mn_version_rows_new_whole: (transfer full): a row for each item, lists under their headings */
GListStore *
mn_version_rows_new_whole (MnItem *other)
{
  GListStore *rows = g_list_store_new (MN_TYPE_VERSION_ROW);

  add_below (rows, other, other);
  return rows;
}

/* ---- keeping a list where it is ------------------------------------------------------------- */

static gboolean
is_same_row (MnVersionRow *a, MnVersionRow *b)
{
  return g_strcmp0 (a->item, b->item) == 0 && strcmp (a->title, b->title) == 0 &&
         strcmp (a->there, b->there) == 0 && strcmp (a->here, b->here) == 0;
}

static gboolean
is_same_at (GListStore *rows, guint at, GListStore *wanted, guint wanted_at)
{
  g_autoptr (MnVersionRow) a = g_list_model_get_item (G_LIST_MODEL (rows), at);
  g_autoptr (MnVersionRow) b = g_list_model_get_item (G_LIST_MODEL (wanted), wanted_at);

  return is_same_row (a, b);
}

void
mn_version_rows_update (GListStore *rows, GListStore *wanted)
{
  guint                 n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  guint                 m = g_list_model_get_n_items (G_LIST_MODEL (wanted));
  guint                 start = 0, end = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (start < MIN (n, m) && is_same_at (rows, start, wanted, start))
    start++;
  while (end < MIN (n, m) - start && is_same_at (rows, n - 1 - end, wanted, m - 1 - end))
    end++;
  for (guint i = start; i < m - end; i++)
    g_ptr_array_add (added, g_list_model_get_item (G_LIST_MODEL (wanted), i));
  if (n - end > start || added->len > 0)
    g_list_store_splice (rows, start, n - end - start, added->pdata, added->len);
}
