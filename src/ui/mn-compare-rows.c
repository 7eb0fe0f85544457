#include "mn-compare-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-item-text.h"
#include "mn-library-columns.h"
#include "mn-session.h"

struct _MnCompareRow
{
  GObject parent_instance;

  MnCompareRowLevel level;
  char             *item;
  char             *title;
  char             *body;
  char             *note;
  char             *status;
  gboolean          overdue;
  gboolean          struck;
};

G_DEFINE_FINAL_TYPE (MnCompareRow, mn_compare_row, G_TYPE_OBJECT)

static void
mn_compare_row_finalize (GObject *object)
{
  MnCompareRow *self = MN_COMPARE_ROW (object);

  g_free (self->item);
  g_free (self->title);
  g_free (self->body);
  g_free (self->note);
  g_free (self->status);

  G_OBJECT_CLASS (mn_compare_row_parent_class)->finalize (object);
}

static void
mn_compare_row_class_init (MnCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_compare_row_finalize;
}

static void
mn_compare_row_init (MnCompareRow *self)
{
}

/* Takes the strings; the row belongs to the list. */
static MnCompareRow *
add_row (GListStore *rows, MnCompareRowLevel level, char *title, char *body, char *note)
{
  g_autoptr (MnCompareRow) row = g_object_new (MN_TYPE_COMPARE_ROW, NULL);

  row->level = level;
  row->title = title ? title : g_strdup ("");
  row->body = body ? body : g_strdup ("");
  row->note = note ? note : g_strdup ("");
  row->status = g_strdup ("");
  g_list_store_append (rows, row);

  return row;
}

/* ---- joining words -------------------------------------------------------------------------- */

static void
append_fact (GString *facts, const char *label, const char *value)
{
  if (value && *value)
    g_string_append_printf (facts, "%s%s: %s", facts->len ? " · " : "", label, value);
}

static void
append_day (GString *facts, const char *label, const char *moment)
{
  g_autofree char *day = mn_library_dup_day (moment);

  append_fact (facts, label, day);
}

static char *
dup_joined (const char *first, const char *second)
{
  if (!*first || !*second)
    return g_strdup (*first ? first : second);

  return g_strdup_printf ("%s · %s", first, second);
}

static void
set_status (MnCompareRow *row, const MnStatus *status)
{
  g_free (row->status);
  row->status = g_strdup (mn_status_get_label (status));
  row->overdue = status->term == MN_TERM_OVERDUE;
}

/* Whose status it is: a follow-up row stands for the item that it came from. */
static const char *
get_followed_id (MnItem *item)
{
  const char *origin = mn_item_is (item, "follow-up") ? mn_item_get (item, "origin-item") : NULL;

  return origin ? origin : mn_item_get_id (item);
}

static guint32
get_deadline (MnItem *item)
{
  GDate day;

  return mn_item_get_date (item, "deadline", &day) ? g_date_get_julian (&day) : 0;
}

/* ---- a follow-up item ----------------------------------------------------------------------- */

static void
add_origin (GListStore *rows, const MnOrigin *origin)
{
  GString         *note = g_string_new (NULL);
  g_autofree char *day = mn_library_dup_day (origin->date);
  g_autofree char *place = dup_joined (origin->session_title, day);

  append_fact (note, _ ("Lead"), origin->leads);
  append_day (note, _ ("Deadline then"), origin->deadline);
  append_fact (note, _ ("Document"), origin->document);
  if (origin->missing)
    g_string_append_printf (note, "%s%s", note->len ? "\n" : "",
                            _ ("That session isn't in this archive."));
  add_row (rows, MN_COMPARE_ROW_ITEM, dup_joined (origin->label, place), g_strdup (origin->text),
           g_string_free (note, FALSE));
}

static void
add_history_line (GListStore *rows, const MnHistoryLine *line)
{
  const MnField     *field = mn_kind_find_field (mn_kind_find ("status-entry"), "status");
  const MnEnumValue *value = *line->status ? mn_field_find_value (field, line->status) : NULL;
  GString           *note = g_string_new (line->session_title);
  g_autofree char   *day = mn_library_dup_day (*line->date ? line->date : line->recorded);
  MnCompareRow      *row;

  append_day (note, _ ("New deadline"), line->deadline);
  append_fact (note, _ ("New lead, heir or addressee"), line->lead);
  append_fact (note, _ ("Evidence"), line->evidence);
  if (line->struck)
    append_fact (note, _ ("Struck"), _ ("a later entry takes it back"));
  row = add_row (rows, MN_COMPARE_ROW_CHILD,
                 dup_joined (day, value ? mn_enum_value_get_label (value) : ""),
                 g_strdup (line->words), g_string_free (note, FALSE));
  row->struck = line->struck;
}

static void
add_present (GListStore *rows, const MnCompareContext *context, MnItem *follow_up)
{
  g_autofree char *text = mn_item_dup_plain (follow_up, "text");
  g_autofree char *words = mn_item_dup_plain (follow_up, "words");
  MnCompareRow    *row;
  MnStatus         status;

  row = add_row (rows, MN_COMPARE_ROW_ITEM, g_strdup (_ ("Now")),
                 *words ? g_strdup_printf ("%s\n%s: %s", text, _ ("Said today"), words)
                        : g_strdup (text),
                 NULL);
  mn_archive_get_follow_up_status (context->archive, follow_up, context->present, context->today,
                                   G_MAXINT64, &status);
  set_status (row, &status);
  if (status.slips)
    {
      g_free (row->note);
      row->note = g_strdup_printf (ngettext ("The deadline was put off %u time",
                                             "The deadline was put off %u times", status.slips),
                                   status.slips);
    }
}

void
mn_compare_rows_add_follow_up (GListStore *rows, const MnCompareContext *context, MnItem *follow_up)
{
  const char           *id = get_followed_id (follow_up);
  g_autoptr (MnOrigin)  origin = mn_archive_get_origin (context->archive, follow_up);
  g_autoptr (GPtrArray) history = mn_archive_get_history (context->archive, id, context->present);

  add_row (rows, MN_COMPARE_ROW_HEADING, g_strdup (_ ("Where It Comes From")), NULL, NULL);
  add_origin (rows, origin);
  add_row (rows, MN_COMPARE_ROW_HEADING, g_strdup (_ ("Then and Now")), NULL, NULL);
  add_present (rows, context, follow_up);
  if (!history || !history->len)
    {
      add_row (rows, MN_COMPARE_ROW_CHILD, NULL, g_strdup (_ ("No status has been entered.")),
               NULL);
      return;
    }
  for (guint i = 0; i < history->len; i++)
    add_history_line (rows, g_ptr_array_index (history, i));
}

/* ---- a section of another session ----------------------------------------------------------- */

static gboolean
is_followed (MnItem *item)
{
  return (mn_item_is (item, "point") && mn_item_get_boolean (item, "task")) ||
         mn_item_is (item, "follow-up");
}

static void
add_item (GListStore             *rows,
          const MnCompareContext *context,
          MnItem                 *session,
          MnItem                 *item,
          MnCompareRowLevel       level)
{
  g_autofree char *heading = mn_item_text_dup_heading (session, item);
  g_autofree char *body = mn_item_text_dup_body (session, item);
  MnCompareRow    *row;
  MnStatus         status;

  row = add_row (rows, level, *heading || *body ? g_strdup (heading) : mn_item_dup_summary (item),
                 g_strdup (body), mn_item_text_dup_facts (session, item));
  row->item = g_strdup (mn_item_get_id (item));
  if (!is_followed (item))
    return;

  mn_archive_get_status (context->archive, get_followed_id (item), get_deadline (item),
                         context->present, context->today, G_MAXINT64, &status);
  set_status (row, &status);
}

static void
add_below (GListStore *rows, const MnCompareContext *context, MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->slots[i].name; i++)
    for (guint j = 0; j < mn_item_get_n_children (item, kind->slots[i].name); j++)
      {
        MnItem *child = mn_item_get_child (item, kind->slots[i].name, j);

        add_item (rows, context, session, child, MN_COMPARE_ROW_CHILD);
        add_below (rows, context, session, child);
      }
}

static void
add_slot (GListStore             *rows,
          const MnCompareContext *context,
          MnItem                 *session,
          MnItem                 *parent,
          const char             *slot)
{
  guint n = mn_item_get_n_children (parent, slot);

  for (guint i = 0; i < n; i++)
    {
      MnItem *item = mn_item_get_child (parent, slot, i);

      add_item (rows, context, session, item, MN_COMPARE_ROW_ITEM);
      add_below (rows, context, session, item);
    }
}

/* A section that is one item, as General: a row for each field. */
static void
add_fields (GListStore *rows, MnItem *session, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->fields[i].name; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (field->flags & MN_FIELD_HIDDEN)
        continue;
      value = mn_item_text_dup_value (session, item, field);
      if (*value)
        add_row (rows, MN_COMPARE_ROW_ITEM, g_strdup (mn_field_get_label (field)),
                 g_steal_pointer (&value), NULL);
    }
}

/* "Proposals · 9/10/2025": of that day's session. */
static char *
dup_section_heading (MnItem *session, const MnSlot *slot)
{
  g_autofree char *day = mn_library_dup_day (
      mn_item_get (mn_session_get_general (session), "starts"));

  return dup_joined (mn_slot_get_label (slot), day);
}

void
mn_compare_rows_add_section (GListStore             *rows,
                             const MnCompareContext *context,
                             MnItem                 *session,
                             const char             *section)
{
  MnItem       *record = mn_session_get_record (session);
  const MnSlot *slot = mn_kind_find_slot (mn_item_get_kind (record), section);
  guint         before = g_list_model_get_n_items (G_LIST_MODEL (rows)) + 1;

  g_return_if_fail (slot);

  add_row (rows, MN_COMPARE_ROW_HEADING, dup_section_heading (session, slot), NULL, NULL);
  if (slot->single)
    {
      MnItem *single = mn_item_get_single (record, section);

      add_fields (rows, session, single);
      for (guint i = 0; slot->kind->slots[i].name; i++)
        add_slot (rows, context, session, single, slot->kind->slots[i].name);
    }
  else
    add_slot (rows, context, session, record, section);

  if (g_list_model_get_n_items (G_LIST_MODEL (rows)) == before)
    add_row (rows, MN_COMPARE_ROW_CHILD, NULL,
             g_strdup (_ ("That session has nothing in this section.")), NULL);
}

void
mn_compare_rows_add_message (GListStore *rows, const char *message)
{
  add_row (rows, MN_COMPARE_ROW_CHILD, NULL, g_strdup (message), NULL);
}

/* ---- finding -------------------------------------------------------------------------------- */

const char *
mn_compare_find_section (MnItem *item)
{
  for (; item && mn_item_get_parent (item); item = mn_item_get_parent (item))
    if (mn_item_is (mn_item_get_parent (item), "record"))
      return mn_item_get_slot (item)->name;

  return NULL;
}

MnItem *
mn_compare_find_follow_up (MnItem *item)
{
  while (item && !mn_item_is (item, "follow-up"))
    item = mn_item_get_parent (item);

  return item;
}

/* ---- fields of a row ------------------------------------------------------------------------ */

MnCompareRowLevel
mn_compare_row_get_level (MnCompareRow *self)
{
  return self->level;
}

const char *
mn_compare_row_get_item (MnCompareRow *self)
{
  return self->item;
}

const char *
mn_compare_row_get_title (MnCompareRow *self)
{
  return self->title;
}

const char *
mn_compare_row_get_body (MnCompareRow *self)
{
  return self->body;
}

const char *
mn_compare_row_get_note (MnCompareRow *self)
{
  return self->note;
}

const char *
mn_compare_row_get_status (MnCompareRow *self)
{
  return self->status;
}

gboolean
mn_compare_row_get_overdue (MnCompareRow *self)
{
  return self->overdue;
}

gboolean
mn_compare_row_get_struck (MnCompareRow *self)
{
  return self->struck;
}
