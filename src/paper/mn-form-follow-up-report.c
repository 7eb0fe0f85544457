#include "mn-form-follow-up-report-private.h"
#include "mn-form-parts.h"
#include "mn-form-table.h"
#include "mn-wording.h"

enum
{
  NUMBER_COLUMN,
  TASK_COLUMN,
  N_COLUMNS = 9,
};

/* Shares in millimetres of a turned sheet. There is no official form; the columns are those of the
 * registers of NĐ 30, Phụ lục IV, and of offices' own follow-up tables. */
static const MnFormColumn columns[N_COLUMNS] = {
  { "STT", 12, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  { "Nội dung nhiệm vụ", 52, MN_ALIGN_LEFT, 0 },
  { "Văn bản giao", 35, MN_ALIGN_LEFT, 0 },
  { "Cơ quan chủ" MN_NBSP "trì", 27, MN_ALIGN_LEFT, 0 },
  { "Cơ quan phối" MN_NBSP "hợp", 26, MN_ALIGN_LEFT, 0 },
  { "Thời hạn hoàn thành", 25, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  { "Kết quả thực hiện/Sản" MN_NBSP "phẩm", 48, MN_ALIGN_LEFT, 0 },
  { "Tình trạng", 22, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  { "Ghi chú", 23, MN_ALIGN_LEFT, 0 },
};

/* ---- what is overdue, and why --------------------------------------------------------------- */

static char *
dup_reason (MnItem *item, const MnFormStatus *status)
{
  g_autofree char *last = mn_sentence_fragment (
      status->last != NULL ? mn_item_get (status->last, "words") : NULL);
  MnText          *own = mn_item_is (item, "follow-up") ? mn_item_get_rich (item, "words") : NULL;
  g_autofree char *words = NULL;

  if (*last != '\0' || own == NULL)
    return g_steal_pointer (&last);
  words = mn_sentence_fragment (mn_text_get_plain (own));
  return g_strdelimit (g_steal_pointer (&words), "\n", ' ');
}

/* "(1) Rà soát biên chế (Văn phòng Tỉnh ủy; hạn 30/6/2026): còn 09 cơ sở …" */
static void
add_overdue_item (MnFollowUpReport *report, MnItem *item)
{
  MnComposer        *self = report->self;
  g_autoptr (MnText) text = mn_follow_up_compose_content (item);
  g_autofree char   *plain = g_strdelimit (g_strdup (mn_text_get_plain (text)), "\n", ' ');
  g_autofree char   *what = mn_sentence_fragment (plain);
  g_autofree char   *lead = NULL;
  g_autofree char   *day = NULL;
  g_autofree char   *reason = NULL;
  g_autofree char   *lower = NULL;
  g_autofree char   *line = NULL;
  MnBlock           *block;
  MnFormStatus       status;

  mn_form_read_status (self, item, &status);
  lead = mn_follow_up_dup_lead (self, item, &status);
  day = mn_form_dup_julian (status.status.deadline);
  reason = dup_reason (item, &status);
  lower = mn_sentence_lower (reason);
  line = g_strdup_printf ("%s (%s%shạn %s)%s%s.", what, lead, *lead != '\0' ? "; " : "", day,
                          *lower != '\0' ? ": " : "", lower);
  block = mn_composer_add_string (self, MN_ROLE_BODY, item, line);
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "overdue", item, NULL);
}

static void
add_overdue (MnFollowUpReport *report)
{
  MnBlock *block;

  if (report->overdue->len == 0)
    return;
  block = mn_composer_add_string (report->self, MN_ROLE_BODY, NULL,
                                  "Các nhiệm vụ quá hạn và lý do, tiến độ:");
  block->keep_with_next = TRUE;
  mn_composer_name (block, "overdue");
  for (guint i = 0; i < report->overdue->len; i++)
    add_overdue_item (report, report->overdue->pdata[i]);
}

/* ---- table ---------------------------------------------------------------------------------- */

static void
add_row (MnFollowUpReport *report, MnFormTable *table, MnItem *item, guint number)
{
  MnComposer      *self = report->self;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *document = mn_follow_up_dup_document (self, item);
  g_autofree char *lead = NULL;
  g_autofree char *partners = mn_item_is (item, "point") ? mn_wording_cell (self, item, "partners")
                                                         : g_strdup ("");
  g_autofree char *deadline = NULL;
  g_autofree char *remarks = NULL;
  MnFormStatus     status;

  mn_form_read_status (self, item, &status);
  lead = mn_follow_up_dup_lead (self, item, &status);
  deadline = mn_follow_up_dup_deadline (item, &status);
  remarks = mn_follow_up_dup_remarks (&status);
  mn_form_table_add_row (table, item);
  mn_form_table_add_string (table, digits);
  mn_form_table_add_item_text (table, mn_follow_up_compose_content (item), "task", item, NULL);
  mn_form_table_add_item (table, document, "task", item, "document");
  mn_form_table_add_item (table, lead, "task", item, "lead");
  mn_form_table_add_item (table, partners, "task", item, "partners");
  mn_form_table_add_item (table, deadline, "task", item, "deadline");
  mn_form_table_add_item_text (table, mn_follow_up_compose_result (item, &status), "task", item,
                               "result");
  mn_form_table_add_item (table, mn_follow_up_get_status_words (item, &status), "task", item,
                          "status");
  mn_form_table_add_item (table, remarks, "task", item, "remarks");
}

static void
add_table (MnFollowUpReport *report)
{
  gboolean         both = report->before->len > 0 && report->points->len > 0;
  g_autofree char *meeting = mn_wording_meeting_phrase (report->self);
  g_autofree char *heading = g_strdup_printf ("Kết luận tại %s", meeting);
  guint            number = 0;
  MnFormTable      table;

  mn_form_table_begin (&table, columns, N_COLUMNS, 0);
  if (both)
    mn_form_table_add_group (&table, "I", "Kết luận, chỉ đạo trước đó");
  for (guint i = 0; i < report->before->len; i++)
    add_row (report, &table, report->before->pdata[i], ++number);
  if (both)
    mn_form_table_add_group (&table, "II", heading);
  for (guint i = 0; i < report->points->len; i++)
    add_row (report, &table, report->points->pdata[i], ++number);
  mn_form_table_end (&table, report->self);
}

/* ---- the whole ------------------------------------------------------------------------------ */

static void
add_title (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *convener = mn_wording_convener (self);
  g_autofree char *phrase = mn_wording_meeting_phrase (self);
  g_autofree char *meeting = mn_wording_drop_convener (phrase, convener);
  g_autofree char *subject = NULL;

  if (*given != '\0')
    subject = mn_sentence_lower (given);
  else if (*convener != '\0')
    subject = g_strdup_printf ("kết quả thực hiện kết luận của %s tại %s", convener, meeting);
  else
    subject = g_strdup_printf ("kết quả thực hiện kết luận tại %s", meeting);
  mn_form_add_cased_title (self, "BÁO CÁO", subject);
}

static void
add_source (MnComposer *self)
{
  g_autofree char *source = mn_sentence_finish (mn_item_get (self->general, "source"));
  g_autofree char *line = g_strconcat ("Nguồn: ", source, NULL);

  if (*source != '\0')
    mn_composer_name (mn_composer_add_string (self, MN_ROLE_SOURCE_NOTE, self->general, line),
                      "source");
}

/**
 * mn_form_compose_follow_up_report:
 *
 * What has become of the meeting's conclusions and of those that it followed up, as of the paper's
 * day: a sentence of numbers, what is overdue and why, and the table.
 */
void
mn_form_compose_follow_up_report (MnComposer *self)
{
  g_auto (MnFollowUpReport) report = { 0 };

  mn_follow_up_report_collect (&report, self);
  mn_form_begin_landscape (self);
  mn_form_add_letterhead (self);
  add_title (self);
  mn_form_add_bases (self);
  mn_follow_up_report_add_summary (&report);
  add_overdue (&report);
  add_table (&report);
  mn_form_close_body (self);
  mn_form_add_notice_signature (self);
  add_source (self);
  mn_form_add_marks (self);
  mn_form_add_appendices (self);
}
