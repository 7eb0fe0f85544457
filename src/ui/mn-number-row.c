#include "mn-number-row.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mn-official.h"
#include "mn-session.h"

struct _MnNumberRow
{
  GObject parent_instance;

  /* Owned, never NULL once made */
  char *number;
  char *date;
  char *title;
  char *remark;
  char *session;
  char *document;
  char *entry;

  guint    free;
  gboolean fault;
  gboolean reserved;
};

G_DEFINE_FINAL_TYPE (MnNumberRow, mn_number_row, G_TYPE_OBJECT)

static void
mn_number_row_finalize (GObject *object)
{
  MnNumberRow *self = MN_NUMBER_ROW (object);

  g_free (self->number);
  g_free (self->date);
  g_free (self->title);
  g_free (self->remark);
  g_free (self->session);
  g_free (self->document);
  g_free (self->entry);

  G_OBJECT_CLASS (mn_number_row_parent_class)->finalize (object);
}

static void
mn_number_row_class_init (MnNumberRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_number_row_finalize;
}

static void
mn_number_row_init (MnNumberRow *self)
{
}

/* ---- words ---------------------------------------------------------------------------------- */

/* @date is one of ours or "". */
static char *
dup_day (const char *date)
{
  int   year = 0, month = 0, day = 0;
  GDate value;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup ("");
  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return mn_official_date_short (&value);
}

static char *
dup_range (guint from, guint to)
{
  g_autofree char *first = mn_official_two_digits (from);
  g_autofree char *last = mn_official_two_digits (to);

  return from == to ? g_steal_pointer (&first) : g_strdup_printf ("%s–%s", first, last);
}

static void
append_words (GString *out, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", words);
}

static const char *
get_kind_words (const MnNumberEntry *entry)
{
  if (entry->source == MN_NUMBER_RESERVED)
    return _ ("Reserved");
  if (entry->source == MN_NUMBER_FOREIGN)
    return _ ("Issued outside the archive");
  return strcmp (entry->state, "issued") == 0 ? "" : _ ("Not issued yet");
}

static char *
dup_remark (const MnNumberEntry *entry)
{
  GString *out = g_string_new (NULL);

  if (entry->twice)
    append_words (out, _ ("This number is there twice"));
  if (entry->late)
    append_words (out, _ ("A lower number has a later date"));
  append_words (out, get_kind_words (entry));
  append_words (out, entry->by);
  if (strcmp (entry->session_title, entry->title) != 0)
    append_words (out, entry->session_title);
  return g_string_free (out, FALSE);
}

/* ---- rows ----------------------------------------------------------------------------------- */

/* Takes the strings. */
static MnNumberRow *
new_row (char *number, char *date, const char *title, char *remark)
{
  MnNumberRow *self = g_object_new (MN_TYPE_NUMBER_ROW, NULL);

  self->number = number;
  self->date = date;
  self->title = g_strdup (title);
  self->remark = remark;
  self->session = g_strdup ("");
  self->document = g_strdup ("");
  self->entry = g_strdup ("");
  return self;
}

static MnNumberRow *
new_taken (MnNumberSequence *sequence, const MnNumberEntry *entry)
{
  MnNumberRow *self = new_row (g_strdup (entry->text), dup_day (entry->date), entry->title,
                               dup_remark (entry));
  gboolean     is_document = entry->source == MN_NUMBER_DOCUMENT;

  g_free (self->session);
  self->session = g_strdup (entry->session);
  g_free (is_document ? self->document : self->entry);
  *(is_document ? &self->document : &self->entry) = g_strdup (entry->item);
  self->fault = entry->twice || entry->late;
  self->reserved = entry->source == MN_NUMBER_RESERVED;
  return self;
}

static MnNumberRow *
new_gap (MnNumberGap gap)
{
  MnNumberRow *self = new_row (dup_range (gap.from, gap.to), g_strdup (""), _ ("Not used"),
                               g_strdup (""));

  self->free = gap.from;
  self->fault = TRUE;
  return self;
}

static const char *
get_text (MnItem *item, const char *field)
{
  const char *value = mn_item_get (item, field);

  return value != NULL ? value : "";
}

static MnNumberRow *
new_start (MnNumberSequence *sequence, MnItem *start)
{
  MnNumberRow *self = new_row (
      mn_number_sequence_dup_number (sequence, (guint) mn_item_get_integer (start, "number", 0)),
      dup_day (get_text (start, "date")), mn_kind_get_label (mn_item_get_kind (start)),
      g_strdup (get_text (start, "note")));

  g_free (self->entry);
  self->entry = g_strdup (mn_item_get_id (start));
  return self;
}

static MnNumberRow *
new_term (MnItem *term)
{
  g_autofree char *from = dup_day (get_text (term, "from"));
  g_autofree char *until = dup_day (get_text (term, "until"));
  const char      *title = get_text (term, "title");
  MnNumberRow     *self;

  self = new_row (g_strdup (title), g_steal_pointer (&from), get_text (term, "body"),
                  /* Translators: the last day of a term */
                  *until != '\0' ? g_strdup_printf (_ ("until %s"), until) : g_strdup (""));
  g_free (self->entry);
  self->entry = g_strdup (mn_item_get_id (term));
  return self;
}

static void
put_first (GListStore *rows, MnNumberRow *row)
{
  g_list_store_insert (rows, 0, row);
  g_object_unref (row);
}

/**
 * mn_number_row_list:
 * @sequence: as it is now; its strings are copied
 * @entries: root of numbers.xml
 *
 * Returns: (transfer full): of MnNumberRow
 */
GListStore *
mn_number_row_list (MnNumberSequence *sequence, MnItem *entries)
{
  GListStore *rows = g_list_store_new (MN_TYPE_NUMBER_ROW);
  MnItem     *start = mn_session_find (entries, sequence->start_item);
  guint       next_gap = 0;

  if (start != NULL)
    put_first (rows, new_start (sequence, start));
  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *entry = sequence->entries->pdata[i];

      for (; next_gap < sequence->gaps->len; next_gap++)
        {
          MnNumberGap gap = g_array_index (sequence->gaps, MnNumberGap, next_gap);

          if (gap.from > entry->number)
            break;
          put_first (rows, new_gap (gap));
        }
      put_first (rows, new_taken (sequence, entry));
    }
  return rows;
}

/** mn_number_row_list_terms: of all committees, as they stand in numbers.xml. */
GListStore *
mn_number_row_list_terms (MnItem *entries)
{
  GListStore *rows = g_list_store_new (MN_TYPE_NUMBER_ROW);

  for (guint i = 0; i < mn_item_get_n_children (entries, "terms"); i++)
    put_first (rows, new_term (mn_item_get_child (entries, "terms", i)));
  return rows;
}

/* ---- what it says --------------------------------------------------------------------------- */

const char *
mn_number_row_get_number (MnNumberRow *self)
{
  return self->number;
}

const char *
mn_number_row_get_date (MnNumberRow *self)
{
  return self->date;
}

const char *
mn_number_row_get_title (MnNumberRow *self)
{
  return self->title;
}

const char *
mn_number_row_get_remark (MnNumberRow *self)
{
  return self->remark;
}

const char *
mn_number_row_get_session (MnNumberRow *self)
{
  return self->session;
}

const char *
mn_number_row_get_document (MnNumberRow *self)
{
  return self->document;
}

const char *
mn_number_row_get_entry (MnNumberRow *self)
{
  return self->entry;
}

guint
mn_number_row_get_free (MnNumberRow *self)
{
  return self->free;
}

gboolean
mn_number_row_is_fault (MnNumberRow *self)
{
  return self->fault;
}

gboolean
mn_number_row_is_reserved (MnNumberRow *self)
{
  return self->reserved;
}

char *
mn_number_row_dup_words (MnNumberRow *self)
{
  const char *const parts[] = { self->number, self->date, self->title, self->remark };
  GString          *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", parts[i]);
  return g_string_free (out, FALSE);
}
