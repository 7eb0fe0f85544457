#include "mn-form-parts.h"
#include "mn-form-table.h"
#include "mn-official.h"
#include "mn-wording.h"

enum
{
  NUMBER_COLUMN,
  TIME_COLUMN,
  CONTENT_COLUMN,
  PEOPLE_COLUMN,
  N_COLUMNS,
};

static const MnFormColumn columns[N_COLUMNS] = {
  [NUMBER_COLUMN] = { "STT", 12, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [TIME_COLUMN] = { "Thời gian", 40, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [CONTENT_COLUMN] = { "Nội dung", 0.45, MN_ALIGN_LEFT, 0 },
  [PEOPLE_COLUMN] = { "Người thực hiện", 0.3, MN_ALIGN_LEFT, 0 },
};

static gboolean
has_field (MnItem *parent, const char *slot, const char *field)
{
  for (guint i = 0; i < mn_item_get_n_children (parent, slot); i++)
    {
      MnItem *point = mn_item_get_child (parent, slot, i);

      if (mn_item_get (point, field) != NULL || has_field (point, "points", field))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_clock_time (gint64 minutes)
{
  return mn_official_time ((int) (minutes / 60 % 24), (int) (minutes % 60));
}

/* "07 giờ 30 - 07 giờ 40", "07 giờ 30" where nobody planned how long; "" without a time. */
static char *
dup_time (MnItem *point)
{
  const char      *planned = mn_item_get (point, "planned");
  gint64           length = mn_item_get_integer (point, "minutes", 0);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64           start;

  if (planned == NULL)
    return length > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT MN_NBSP "phút", length)
                      : g_strdup ("");
  start = g_ascii_strtoll (planned, NULL, 10) * 60 + g_ascii_strtoll (planned + 3, NULL, 10);
  from = dup_clock_time (start);
  if (length <= 0 || length > 24 * 60)
    return g_steal_pointer (&from);
  to = dup_clock_time (start + length);
  return g_strdup_printf ("%s - %s", from, to);
}

/* One with his or her post, several by their names. */
static char *
dup_people (MnComposer *self, MnItem *point)
{
  g_autoptr (GPtrArray) presenters = mn_composer_list (self, point, "presenters");
  g_autofree char      *who = mn_wording_parties (
           self, presenters,
      presenters->len == 1 ? MN_PARTY_WITH_POST | MN_PARTY_LISTED : MN_PARTY_LISTED);

  return mn_sentence_upper (who);
}

static void
add_point (MnComposer *self, MnFormTable *table, MnItem *point, const char *label)
{
  g_autofree char *title = mn_sentence_fragment (mn_item_get (point, "title"));
  g_autofree char *upper = mn_sentence_upper (title);
  g_autofree char *time = dup_time (point);
  g_autofree char *people = dup_people (self, point);

  mn_form_table_add_row (table, point);
  mn_form_table_add_string (table, label);
  mn_form_table_add_string (table, time);
  mn_form_table_add_item (table, upper, "agenda", point, NULL);
  mn_form_table_add_item (table, people, "agenda", point, "people");
}

/* "1", "1.1": points below points are numbered on. */
static void
add_points (MnComposer  *self,
            MnFormTable *table,
            MnItem      *parent,
            const char  *slot,
            const char  *prefix)
{
  guint number = 1;

  for (guint i = 0; i < mn_item_get_n_children (parent, slot); i++)
    {
      MnItem          *point = mn_item_get_child (parent, slot, i);
      g_autofree char *label = g_strdup_printf ("%s%u", prefix, number);
      g_autofree char *below = g_strconcat (label, ".", NULL);

      if (mn_item_is_empty (point))
        continue;
      add_point (self, table, point, label);
      number++;
      add_points (self, table, point, "points", below);
    }
}

static void
add_table (MnComposer *self)
{
  MnFormTable table;
  guint       hidden = 0;

  if (!has_field (self->record, "agenda", "planned") &&
      !has_field (self->record, "agenda", "minutes"))
    hidden |= 1u << TIME_COLUMN;
  if (!has_field (self->record, "agenda", "presenters"))
    hidden |= 1u << PEOPLE_COLUMN;
  mn_form_table_begin (&table, columns, N_COLUMNS, hidden);
  add_points (self, &table, self->record, "agenda", "");
  mn_form_table_end (&table, self);
}

/**
 * mn_form_compose_agenda:
 *
 * The programme that is handed out: planned times, points and who presents them; columns that
 * nothing is known for are left out.
 */
void
mn_form_compose_agenda (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *subject = mn_sentence_lower (*given != '\0' ? given : meeting);

  mn_form_add_letterhead (self);
  mn_form_add_cased_title (self, "CHƯƠNG TRÌNH", subject);
  mn_form_add_when_and_where (self);
  mn_form_add_chairs (self);
  add_table (self);
  self->body_end = self->blocks->len;
  mn_form_add_marks (self);
}
