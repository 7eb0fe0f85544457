#include <string.h>

#include "mn-fold.h"
#include "mn-form-parts.h"
#include "mn-form-status.h"
#include "mn-form-table.h"
#include "mn-wording.h"

#define REPLY_LINES 3 /* of 22 points, to be written on */

enum
{
  NUMBER_COLUMN,
  TASK_COLUMN,
  PARTNERS_COLUMN,
  PRODUCT_COLUMN,
  DEADLINE_COLUMN,
  REPORT_COLUMN,
  N_COLUMNS,
};

static const MnFormColumn columns[N_COLUMNS] = {
  [NUMBER_COLUMN] = { "STT", 12, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [TASK_COLUMN] = { "Nội dung nhiệm vụ", 62, MN_ALIGN_LEFT, 0 },
  [PARTNERS_COLUMN] = { "Cơ quan phối" MN_NBSP "hợp", 29, MN_ALIGN_LEFT, 0 },
  [PRODUCT_COLUMN] = { "Sản phẩm", 25, MN_ALIGN_LEFT, 0 },
  [DEADLINE_COLUMN] = { "Thời hạn", 22, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [REPORT_COLUMN] = { "Báo cáo", 23, MN_ALIGN_LEFT, 0 },
};

static const MnFormColumn reply_columns[] = {
  { "Nội dung", 52, MN_ALIGN_LEFT, 0 },
  { "Phần ghi của cơ quan, đơn vị, cá nhân nhận nhiệm vụ", 113, MN_ALIGN_LEFT, MN_ROLE_TABLE_SIGN },
};

/* ---- who gets a slip ------------------------------------------------------------------------ */

static gboolean
is_led_by (MnComposer *self, MnItem *point, MnItem *lead)
{
  g_autoptr (GPtrArray) leads = mn_composer_list (self, point, "leads");

  return g_ptr_array_find (leads, lead, NULL);
}

/* In the order in which they are charged, each once. */
static GPtrArray *
list_leads (MnComposer *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mn_item_get_n_children (self->conclusion, "points"); i++)
    {
      MnItem               *point = mn_item_get_child (self->conclusion, "points", i);
      g_autoptr (GPtrArray) leads = mn_composer_list (self, point, "leads");

      for (guint n = 0; n < leads->len; n++)
        if (!g_ptr_array_find (found, leads->pdata[n], NULL) &&
            (self->input.lead == NULL ||
             strcmp (self->input.lead, mn_item_get_id (leads->pdata[n])) == 0))
          g_ptr_array_add (found, leads->pdata[n]);
    }
  return found;
}

GPtrArray *
mn_form_list_leads (MnItem *session)
{
  g_autoptr (MnComposer) composer = mn_composer_new (MN_FORM_TASK_SLIP, session);

  return list_leads (composer);
}

const char *
mn_form_get_lead_name (MnItem *lead)
{
  const char *name = mn_item_get (lead, "name");
  const char *post = mn_item_get (lead, "post");

  return name != NULL ? name : post != NULL ? post : "";
}

static gboolean
goes_by (MnItem *lead, const char *folded)
{
  static const char *const fields[] = { "name", "post", "short-name" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (mn_item_get (lead, fields[i]) != NULL &&
        mn_fold_contains (mn_item_get (lead, fields[i]), folded))
      return TRUE;
  return FALSE;
}

/** mn_form_find_lead: %NULL as well where several go by that name. */
MnItem *
mn_form_find_lead (MnItem *session, const char *name)
{
  g_autoptr (GPtrArray) leads = mn_form_list_leads (session);
  g_autofree char      *folded = mn_fold (name);
  MnItem               *found = NULL;
  guint                 n = 0;

  for (guint i = 0; *folded != '\0' && i < leads->len; i++)
    {
      g_autofree char *own = mn_fold (mn_form_get_lead_name (leads->pdata[i]));

      if (strcmp (own, folded) == 0)
        return leads->pdata[i];
      if (goes_by (leads->pdata[i], folded))
        {
          found = leads->pdata[i];
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

/* ---- cells ---------------------------------------------------------------------------------- */

/* Who else leads it stands with the partners: one slip has one addressee. */
static char *
dup_partners (MnComposer *self, MnItem *point, MnItem *lead)
{
  g_autoptr (GPtrArray) others = mn_composer_list (self, point, "leads");
  g_autoptr (GPtrArray) partners = mn_composer_list (self, point, "partners");
  g_autofree char      *who = NULL;

  g_ptr_array_remove (others, lead);
  g_ptr_array_extend (others, partners, NULL, NULL);
  who = mn_wording_parties (self, others, MN_PARTY_LISTED);
  return mn_sentence_upper (who);
}

static char *
dup_deadline (MnItem *point)
{
  g_autofree char *day = mn_form_dup_julian (mn_form_get_julian (point, "deadline"));
  g_autofree char *words = mn_sentence_fragment (mn_item_get (point, "deadline-words"));

  if (g_strcmp0 (mn_item_get (point, "deadline-kind"), "regularly") == 0)
    return g_strdup ("Thường xuyên");
  if (*day != '\0')
    return g_steal_pointer (&day);
  return mn_sentence_upper (words);
}

static MnText *
compose_task (MnItem *point)
{
  MnText          *text = mn_item_get_rich (point, "text");
  g_autofree char *heading = mn_sentence_finish (mn_item_get (point, "heading"));

  if (text != NULL && !mn_text_is_empty (text))
    return mn_sentence_text (NULL, text, NULL, MN_SENTENCE_PLAIN);
  return mn_text_new (heading);
}

/* A point may stand on several slips: the lead is part of the name. */
static void
name_cell (MnBlock *cell, MnItem *lead, MnItem *point, const char *part)
{
  g_autofree char *slip = mn_composer_dup_anchor ("slip", lead, NULL);

  mn_composer_name_item (cell, slip, point, part);
}

static void
add_task (MnComposer *self, MnFormTable *table, MnItem *lead, MnItem *point, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *partners = dup_partners (self, point, lead);
  g_autofree char *words = mn_sentence_fragment (mn_item_get (point, "product"));
  g_autofree char *product = mn_sentence_upper (words);
  g_autofree char *deadline = dup_deadline (point);
  g_autofree char *report_to = mn_wording_cell (self, point, "report-to");

  mn_form_table_add_row (table, point);
  mn_form_table_add_string (table, digits);
  name_cell (mn_form_table_add_text (table, compose_task (point)), lead, point, NULL);
  name_cell (mn_form_table_add_string (table, partners), lead, point, "partners");
  name_cell (mn_form_table_add_string (table, product), lead, point, "product");
  name_cell (mn_form_table_add_string (table, deadline), lead, point, "deadline");
  name_cell (mn_form_table_add_string (table, report_to), lead, point, "report-to");
}

static void
add_tasks (MnComposer *self, MnItem *lead)
{
  MnFormTable table;
  guint       number = 0;

  mn_form_table_begin (&table, columns, N_COLUMNS, 0);
  for (guint i = 0; i < mn_item_get_n_children (self->conclusion, "points"); i++)
    {
      MnItem *point = mn_item_get_child (self->conclusion, "points", i);

      if (lead != NULL && is_led_by (self, point, lead))
        add_task (self, &table, lead, point, ++number);
    }
  mn_form_table_end (&table, self);
}

/* ---- one slip ------------------------------------------------------------------------------- */

static void
name_part (MnBlock *block, MnItem *lead, const char *part)
{
  g_autofree char *anchor = lead != NULL ? mn_composer_dup_anchor ("slip", lead, part)
                                         : g_strconcat ("slip:", part, NULL);

  mn_composer_name (block, anchor);
}

/* "Kính gửi:" is in italics with the Party, the name upright (HD 05, ô 9b); both are upright with
 * the State, which puts no stop after a sole addressee (NĐ 30, Phụ lục I, Mục V, "Gửi một nơi"). */
static void
add_addressee (MnComposer *self, MnItem *lead)
{
  g_autofree char          *who = lead != NULL ? mn_wording_party (self, lead,
                                                                   MN_PARTY_WITH_POST | MN_PARTY_ADDRESSED)
                                               : g_strdup ("");
  g_autofree char          *upper = mn_sentence_upper (who);
  const char               *stop = mn_composer_is_state (self) ? "" : ".";
  g_autofree char          *name = *upper != '\0' ? g_strdup_printf (" %s%s", upper, stop)
                                                  : g_strdup (MN_WORDING_GAP MN_WORDING_GAP);
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  MnBlock                  *block;

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_run (builder, "Kính gửi:", -1,
                       mn_composer_is_state (self) ? MN_MARK_NONE : MN_MARK_ITALIC);
  mn_text_builder_run (builder, name, -1, MN_MARK_NONE);
  block = mn_composer_add_text (self, MN_ROLE_BODY, lead, mn_text_builder_end (builder));
  block->align = MN_ALIGN_CENTRE;
  name_part (block, lead, "to");
}

static void
add_lead (MnComposer *self, MnItem *lead)
{
  g_autofree char *convener = mn_wording_convener (self);
  g_autofree char *phrase = mn_wording_meeting_phrase (self);
  g_autofree char *meeting = mn_wording_drop_convener (phrase, convener);
  g_autofree char *line = g_strdup_printf ("Thực hiện kết luận%s%s tại %s, đề nghị cơ quan, đơn "
                                           "vị, cá nhân nhận phiếu chủ trì thực hiện "
                                           "các nhiệm vụ sau:",
                                           *convener != '\0' ? " của " : "", convener, meeting);
  MnBlock *block = mn_composer_add_string (self, MN_ROLE_BODY, self->general, line);

  block->keep_with_next = TRUE;
  name_part (block, lead, "lead");
}

static MnText *
new_blank_lines (guint n)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  for (guint i = 0; i < n; i++)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}

/* What comes back to the office, on a sheet of its own. */
static void
add_reply (MnComposer *self, MnItem *lead)
{
  static const struct
  {
    const char *label;
    guint       lines;
  } parts[] = {
    { "Người nhận, ngày nhận", 1 },
    { "Cán bộ đầu mối, điện thoại", 1 },
    { "Kết quả thực hiện (số, ngày văn bản)", REPLY_LINES },
    { "Khó khăn, vướng mắc", REPLY_LINES },
    { "Kiến nghị, đề xuất", 2 },
  };
  MnBlock    *block = mn_composer_add_heading (self, 1, NULL, NULL, "Phần phản hồi");
  MnFormTable table;

  block->page_break = TRUE;
  name_part (block, lead, "reply");
  mn_form_table_begin (&table, reply_columns, G_N_ELEMENTS (reply_columns), 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      mn_form_table_add_row (&table, NULL);
      mn_form_table_add_string (&table, parts[i].label);
      mn_form_table_add_text (&table, new_blank_lines (parts[i].lines));
    }
  mn_form_table_end (&table, self);
}

/* Whoever gets a slip gets this one alone: its pages are numbered on their own, and no back
 * bears another's. */
static void
begin_sheets (MnComposer *self)
{
  MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

  section->own_numbers = TRUE;
  section->own_sheets = TRUE;
  mn_composer_add (self, section);
}

static void
add_slip (MnComposer *self, MnItem *lead)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *subject = *given != '\0'
                                 ? mn_sentence_lower (given)
                                 : g_strdup_printf ("thực hiện kết luận tại %s", meeting);

  begin_sheets (self);
  mn_form_add_letterhead (self);
  mn_form_add_cased_title (self, "PHIẾU GIAO NHIỆM VỤ", subject);
  add_addressee (self, lead);
  add_lead (self, lead);
  add_tasks (self, lead);
  self->addressee = lead;
  mn_form_add_notice_signature (self);
  add_reply (self, lead);
  self->body_end = self->blocks->len;
  mn_form_add_maker (self, "Thủ trưởng cơ quan, đơn vị", NULL);
  mn_form_add_marks (self);
}

/**
 * mn_form_compose_task_slips:
 *
 * A slip for each lead, one after the other, each on sheets of its own: the tasks it was given and
 * a part to be sent back. Where nobody leads anything there is one blank slip.
 */
void
mn_form_compose_task_slips (MnComposer *self)
{
  g_autoptr (GPtrArray) leads = list_leads (self);

  for (guint i = 0; i < leads->len; i++)
    add_slip (self, leads->pdata[i]);
  if (leads->len == 0)
    add_slip (self, NULL);
}
