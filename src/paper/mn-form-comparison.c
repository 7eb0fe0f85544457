#include <string.h>

#include "mn-form-comparison-private.h"
#include "mn-form-parts.h"
#include "mn-official.h"
#include "mn-said.h"
#include "mn-session.h"
#include "mn-wording.h"

enum
{
  NUMBER_COLUMN,
  WHAT_COLUMN,
  THEN_COLUMN,
  NOW_COLUMN,
  REMARKS_COLUMN,
};

/* ---- rows ----------------------------------------------------------------------------------- */

void
mn_comparison_begin_group (MnComparison *self, const char *heading)
{
  g_autofree char *label = mn_official_roman (++self->group);

  mn_form_table_add_group (&self->table, label, heading);
}

/* @item is named by: it is the one of this session, else the one of the other. */
void
mn_comparison_add_row (MnComparison *self,
                       MnItem       *item, /* (nullable) */
                       const char   *key,
                       const char   *what,
                       MnText       *then, /* (transfer full) */
                       MnText       *now,  /* (transfer full) */
                       const char   *remarks)
{
  g_autofree char *digits = g_strdup_printf ("%u", ++self->number);
  g_autofree char *anchor = g_strconcat ("row:", key, NULL);
  g_autofree char *anchor_then = g_strconcat (anchor, ":then", NULL);
  g_autofree char *anchor_now = g_strconcat (anchor, ":now", NULL);

  mn_form_table_add_row (&self->table, item);
  mn_form_table_add_string (&self->table, digits);
  mn_composer_name (mn_form_table_add_string (&self->table, what), anchor);
  mn_composer_name (mn_form_table_add_text (&self->table, then), anchor_then);
  mn_composer_name (mn_form_table_add_text (&self->table, now), anchor_now);
  mn_form_table_add_string (&self->table, remarks);
}

MnText *
mn_comparison_new_text (const char *words)
{
  g_autofree char *clean = mn_sentence_clean (words);

  return mn_text_new (clean);
}

const char *
mn_comparison_get_key (MnItem *item)
{
  return mn_item_is (item, "follow-up") ? mn_said_get_row_key (item) : mn_item_get_id (item);
}

MnText *
mn_comparison_compose_point (MnComposer *self, MnItem *point)
{
  MnText          *text = mn_form_point_text (self, point);
  g_autofree char *heading = NULL;

  if (!mn_text_is_empty (text))
    return text;
  mn_text_unref (text);
  heading = mn_sentence_finish (mn_item_get (point, "heading"));
  return mn_text_new (heading);
}

/* ---- the meetings --------------------------------------------------------------------------- */

static char *
dup_when (MnComposer *self)
{
  GDate date;

  return mn_item_get_date (self->general, "starts", &date) ? mn_official_date_short (&date)
                                                           : g_strdup ("");
}

static char *
dup_chairs (MnComposer *self)
{
  return mn_wording_cell (self, self->general, "chairs");
}

static char *
dup_venue (MnComposer *self)
{
  return mn_sentence_fragment (mn_item_get (self->general, "venue"));
}

static char *
dup_count (MnItem *parent, const char *slot)
{
  return g_strdup_printf ("%02u", mn_item_get_n_children (parent, slot));
}

static char *
dup_n_reports (MnComposer *self)
{
  return dup_count (self->record, "reports");
}

static char *
dup_n_contributions (MnComposer *self)
{
  return dup_count (self->record, "contributions");
}

static char *
dup_n_proposals (MnComposer *self)
{
  return dup_count (self->record, "proposals");
}

static char *
dup_n_points (MnComposer *self)
{
  return dup_count (self->conclusion, "points");
}

static void
add_meetings (MnComparison *self)
{
  static const struct
  {
    const char *key, *what;
    char *(*dup) (MnComposer *composer);
  } facts[] = {
    { "when", "Ngày họp", dup_when },
    { "venue", "Địa điểm", dup_venue },
    { "chairs", "Chủ trì", dup_chairs },
    { "reports", "Số báo cáo", dup_n_reports },
    { "contributions", "Số ý kiến phát biểu", dup_n_contributions },
    { "proposals", "Số kiến nghị, đề xuất", dup_n_proposals },
    { "points", "Số nội dung kết luận", dup_n_points },
  };

  mn_comparison_begin_group (self, "Thông tin chung");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *then = self->then != NULL ? facts[i].dup (self->then) : g_strdup ("");
      g_autofree char *now = facts[i].dup (self->now);

      mn_comparison_add_row (self, NULL, facts[i].key, facts[i].what, mn_comparison_new_text (then),
                             mn_comparison_new_text (now), "");
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* "Kỳ họp ngày 09/4/2026" heads a side; both may be of one title. */
static char *
dup_side (MnComposer *self, const char *fallback)
{
  g_autofree char *bare = NULL;
  g_autofree char *period = NULL;
  g_autofree char *day = NULL;

  if (self == NULL)
    return g_strdup (fallback);
  bare = mn_session_dup_period (self->session);
  period = mn_sentence_clean (bare);
  day = dup_when (self);
  if (*period != '\0')
    return mn_sentence_upper (period);
  return *day != '\0' ? g_strdup_printf ("Ngày %s", day) : g_strdup (fallback);
}

static void
add_table (MnComparison *self)
{
  g_autofree char *then = dup_side (self->then, "Kỳ trước");
  g_autofree char *now = dup_side (self->now, "Kỳ này");

  self->columns[NUMBER_COLUMN] = (MnFormColumn){ "STT", 12, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED };
  self->columns[WHAT_COLUMN] = (MnFormColumn){ "Nội dung", 60, MN_ALIGN_LEFT, 0 };
  self->columns[THEN_COLUMN] = (MnFormColumn){ then, 78, MN_ALIGN_LEFT, 0 };
  self->columns[NOW_COLUMN] = (MnFormColumn){ now, 78, MN_ALIGN_LEFT, 0 };
  self->columns[REMARKS_COLUMN] = (MnFormColumn){ "Ghi chú", 25, MN_ALIGN_LEFT, 0 };
  mn_form_table_begin (&self->table, self->columns, MN_N_COMPARISON_COLUMNS, 0);
  add_meetings (self);
  mn_comparison_add_follow_ups (self);
  mn_comparison_add_proposals (self);
  mn_comparison_add_points (self);
  mn_comparison_add_indicators (self);
  mn_form_table_end (&self->table, self->now);
}

static char *
dup_subject (const MnComparison *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self->now, "subject"));
  g_autofree char *now = mn_wording_meeting_phrase (self->now);
  g_autofree char *then = self->then != NULL ? mn_wording_meeting_phrase (self->then)
                                             : g_strdup ("");

  if (*given != '\0')
    return mn_sentence_lower (given);
  if (*then == '\0')
    return g_steal_pointer (&now);
  return g_strdup_printf ("%s và %s", then, now);
}

/**
 * mn_form_compose_comparison:
 *
 * An earlier session beside this one, item by item: what was followed up, proposals by who made
 * them, new conclusions, figures by what they measure.
 */
void
mn_form_compose_comparison (MnComposer *self)
{
  MnItem                *other = self->input.other;
  const MnFormInput      input = { .session = other, .style = self->style };
  g_autoptr (MnComposer) then = other != NULL ? mn_composer_new_input (MN_FORM_COMPARISON, &input)
                                              : NULL;
  MnComparison           comparison = { .now = self, .then = then };
  g_autofree char       *subject = dup_subject (&comparison);

  mn_form_begin_landscape (self);
  mn_form_add_letterhead (self);
  mn_form_add_cased_title (self, "BẢNG ĐỐI CHIẾU", subject);
  add_table (&comparison);
  self->body_end = self->blocks->len;
  mn_form_add_marks (self);
}
