#include <string.h>

#include "mn-form-parts.h"
#include "mn-form-status.h"
#include "mn-form-table.h"
#include "mn-item-history.h"
#include "mn-official.h"
#include "mn-said.h"
#include "mn-session.h"
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
  { "STT", 13, MN_ALIGN_CENTRE, 0 },
  { "Nội dung nhiệm vụ", 55, MN_ALIGN_LEFT, 0 },
  { "Văn bản giao", 35, MN_ALIGN_LEFT, 0 },
  { "Cơ quan chủ" MN_NBSP "trì", 27, MN_ALIGN_LEFT, 0 },
  { "Cơ quan phối" MN_NBSP "hợp", 26, MN_ALIGN_LEFT, 0 },
  { "Thời hạn hoàn thành", 27, MN_ALIGN_CENTRE, 0 },
  { "Kết quả thực hiện/ Sản phẩm", 50, MN_ALIGN_LEFT, 0 },
  { "Tình trạng", 23, MN_ALIGN_CENTRE, 0 },
  { "Ghi chú", 18, MN_ALIGN_LEFT, 0 },
};

/** Report: what is followed up, and how many stand where. */
typedef struct
{
  MnComposer *self;
  GPtrArray  *before;  /* (owned) follow-up rows: concluded at earlier meetings */
  GPtrArray  *points;  /* (owned) tasks of this meeting */
  GPtrArray  *overdue; /* (owned) of both */
  guint       on_time, late, done;
  guint       in_term, doing_overdue, doing;
  guint       not_started, not_started_overdue;
  guint       paused, cancelled, forwarded;
} Report;

static void
report_clear (Report *report)
{
  g_clear_pointer (&report->before, g_ptr_array_unref);
  g_clear_pointer (&report->points, g_ptr_array_unref);
  g_clear_pointer (&report->overdue, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

/* ---- what is counted ------------------------------------------------------------------------ */

static void
count_done (Report *report, const MnStatus *status)
{
  report->done++;
  report->on_time += status->term == MN_TERM_ON_TIME;
  report->late += status->term == MN_TERM_LATE;
}

static void
count_undone (Report *report, const MnStatus *status)
{
  gboolean overdue = status->term == MN_TERM_OVERDUE;

  if (status->stored == MN_STORED_NOT_STARTED)
    {
      report->not_started++;
      report->not_started_overdue += overdue;
      return;
    }
  report->doing++;
  report->doing_overdue += overdue;
  report->in_term += status->term == MN_TERM_IN;
}

static void
count (Report *report, MnItem *item)
{
  MnFormStatus status;

  mn_form_read_status (report->self, item, &status);
  if (status.status.term == MN_TERM_OVERDUE)
    g_ptr_array_add (report->overdue, item);
  if (status.status.stored == MN_STORED_DONE)
    count_done (report, &status.status);
  else if (status.status.stored == MN_STORED_PAUSED)
    report->paused++;
  else if (status.status.stored == MN_STORED_CANCELLED)
    report->cancelled++;
  else if (status.status.stored == MN_STORED_FORWARDED)
    report->forwarded++;
  else
    count_undone (report, &status.status);
}

static gboolean
is_task (MnItem *point)
{
  return mn_item_get_boolean (point, "task") || mn_item_get (point, "leads") != NULL ||
         mn_item_get (point, "deadline") != NULL;
}

static void
collect (Report *report, MnComposer *self)
{
  report->self = self;
  report->before = g_ptr_array_new ();
  report->points = g_ptr_array_new ();
  report->overdue = g_ptr_array_new ();
  for (guint i = 0; i < mn_item_get_n_children (self->record, "follow-ups"); i++)
    g_ptr_array_add (report->before, mn_item_get_child (self->record, "follow-ups", i));
  for (guint i = 0; i < mn_item_get_n_children (self->conclusion, "points"); i++)
    {
      MnItem *point = mn_item_get_child (self->conclusion, "points", i);

      if (is_task (point))
        g_ptr_array_add (report->points, point);
    }
  for (guint i = 0; i < report->before->len; i++)
    count (report, report->before->pdata[i]);
  for (guint i = 0; i < report->points->len; i++)
    count (report, report->points->pdata[i]);
}

/* ---- summary -------------------------------------------------------------------------------- */

static void
append_part (GString *words, const char *label, guint n)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s %02u", words->len > 0 ? ", " : "", label, n);
}

/* "; đã hoàn thành 05 nhiệm vụ (41,7%), trong đó đúng hạn 04, quá hạn 01" */
static void
append_count (GString *words, const char *label, guint n, guint total, char *parts)
{
  g_autofree char *percent = mn_wording_percent (n, total);

  if (n > 0)
    g_string_append_printf (words, "; %s %02u (%s)%s%s", label, n, percent,
                            *parts != '\0' ? ", trong đó " : "", parts);
  g_free (parts);
}

static char *
dup_parts (const char *first, guint n_first, const char *second, guint n_second)
{
  GString *parts = g_string_new (NULL);

  append_part (parts, first, n_first);
  append_part (parts, second, n_second);
  return g_string_free (parts, FALSE);
}

static char *
dup_summary (const Report *report)
{
  guint    total = report->before->len + report->points->len;
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "Tổng số %02u nhiệm vụ", total);
  append_count (words, "đã hoàn thành", report->done, total,
                dup_parts ("đúng hạn", report->on_time, "quá hạn", report->late));
  append_count (words, "đang thực hiện", report->doing, total,
                dup_parts ("trong hạn", report->in_term, "quá hạn", report->doing_overdue));
  append_count (words, "chưa thực hiện", report->not_started, total,
                dup_parts ("quá hạn", report->not_started_overdue, "", 0));
  append_count (words, "tạm dừng", report->paused, total, g_strdup (""));
  append_count (words, "đã chuyển cấp có thẩm quyền", report->forwarded, total, g_strdup (""));
  append_count (words, "không tiếp tục thực hiện", report->cancelled, total, g_strdup (""));
  g_string_append_c (words, '.');
  return g_string_free (words, FALSE);
}

static void
add_summary (const Report *report)
{
  MnComposer      *self = report->self;
  g_autofree char *day = mn_form_dup_julian (mn_form_get_day (self));
  g_autofree char *summary = dup_summary (report);
  g_autofree char *lower = *day != '\0' ? mn_sentence_lower (summary) : g_strdup (summary);
  g_autofree char *line = g_strdup_printf ("%s%s%s%s", *day != '\0' ? "Tính đến ngày " : "", day,
                                           *day != '\0' ? ", " : "", lower);

  mn_composer_name (mn_composer_add_string (self, MN_ROLE_BODY, NULL, line), "summary");
}

/* ---- one item ------------------------------------------------------------------------------- */

static char *
dup_parties (MnComposer *self, MnItem *item, const char *field)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);
  g_autofree char      *who = mn_wording_parties (self, parties, MN_PARTY_NAME_ONLY);

  return mn_sentence_upper (who);
}

/* The heir where it was handed on. */
static char *
dup_lead (MnComposer *self, MnItem *item, const MnFormStatus *status)
{
  if (status->status.lead != NULL)
    return mn_sentence_fragment (status->status.lead);
  return dup_parties (self, item, "leads");
}

static MnText *
compose_content (MnItem *item)
{
  MnText          *text = mn_item_get_rich (item, "text");
  g_autofree char *heading = NULL;

  if ((text != NULL && !mn_text_is_empty (text)) || !mn_item_is (item, "point"))
    return mn_sentence_text (NULL, text, NULL, MN_SENTENCE_PLAIN);
  heading = mn_sentence_finish (mn_item_get (item, "heading"));
  return mn_text_new (heading);
}

/* "Thông báo số 07-TB/TU, ngày 05/02/2026" of the session that concluded it; "" while it has no
 * number. */
static char *
dup_notice (MnItem *session)
{
  g_autoptr (MnComposer) notice = mn_composer_new (MN_FORM_NOTICE, session);
  g_autofree char       *day = mn_form_dup_julian (mn_form_get_julian (notice->document, "date"));
  g_autofree char       *number = NULL;
  const char            *bare;

  if (notice->document == NULL || mn_item_get_integer (notice->document, "number", 0) < 1)
    return g_strdup ("");
  number = mn_form_dup_number (notice);
  for (bare = number; g_unichar_isspace (g_utf8_get_char (bare));)
    bare = g_utf8_next_char (bare);
  return g_strdup_printf ("%s số %s%s%s", mn_form_get_kind (notice), bare,
                          *day != '\0' ? ", ngày " : "", day);
}

static const MnItemHistory *
find_history (MnComposer *self, MnItem *row)
{
  return self->input.histories != NULL
             ? g_hash_table_lookup (self->input.histories, mn_said_get_row_key (row))
             : NULL;
}

/* What the row says of where it comes from, else the notice of the session that it comes from. */
static char *
dup_row_document (MnComposer *self, MnItem *row)
{
  const MnItemHistory *history = find_history (self, row);
  g_autofree char     *document = mn_sentence_fragment (mn_item_get (row, "origin-document"));
  g_autofree char     *day = mn_form_dup_julian (mn_form_get_julian (row, "origin-date"));
  GString             *words;

  if (*document == '\0' && history != NULL && history->session != NULL)
    return dup_notice (history->session);
  words = g_string_new (document);
  if (*day != '\0' && !mn_sentence_says (document, day))
    g_string_append_printf (words, "%s%s%s", *document != '\0' ? ", " : "",
                            *document != '\0' ? "ngày " : "Kết luận ngày ", day);
  return g_string_free (words, FALSE);
}

/* "KL 5-2; Thông báo số …" */
static char *
dup_document (MnComposer *self, MnItem *item)
{
  gboolean         is_row = mn_item_is (item, "follow-up");
  g_autofree char *own = is_row ? mn_item_dup_plain (item, "label")
                                : mn_session_dup_label (self->session, item);
  g_autofree char *label = mn_sentence_fragment (own);
  g_autofree char *document = is_row ? dup_row_document (self, item) : dup_notice (self->session);

  return g_strdup_printf ("%s%s%s", label, *label != '\0' && *document != '\0' ? "; " : "",
                          document);
}

static gboolean
is_regular (MnItem *item)
{
  return mn_item_is (item, "point") &&
         g_strcmp0 (mn_item_get (item, "deadline-kind"), "regularly") == 0;
}

static char *
dup_deadline (MnItem *item, const MnFormStatus *status)
{
  g_autofree char *first = mn_form_dup_julian (status->deadline);
  g_autofree char *now = mn_form_dup_julian (status->status.deadline);
  g_autofree char *words = NULL;

  if (is_regular (item))
    return g_strdup ("Thường xuyên");
  if (*first != '\0' && status->deadline != status->status.deadline)
    return g_strdup_printf ("%s, điều chỉnh đến %s", first, now);
  if (*now != '\0' || !mn_item_is (item, "point"))
    return g_steal_pointer (&now);
  words = mn_sentence_fragment (mn_item_get (item, "deadline-words"));
  return mn_sentence_upper (words);
}

/* A task without a term isn't late, and says so. */
static const char *
get_status_words (MnItem *item, const MnFormStatus *status)
{
  if (status->status.open && status->status.deadline == 0 && is_regular (item))
    return "Thực hiện thường xuyên";
  return mn_form_status_words (&status->status);
}

static void
append_sentence (GString *words, const char *before, const char *what)
{
  if (*what != '\0' && !mn_sentence_says (words->str, what))
    g_string_append_printf (words, "%s%s%s.", words->len > 0 ? " " : "", before, what);
}

static gboolean
is_of_row (MnItem *entry, MnItem *row)
{
  for (guint i = 0; i < mn_item_get_n_children (row, "entries"); i++)
    if (g_strcmp0 (mn_item_get_id (mn_item_get_child (row, "entries", i)),
                   mn_item_get_id (entry)) == 0)
      return TRUE;
  return FALSE;
}

/* What was said last, in full where the meeting itself wrote it down, with its evidence. */
static MnText *
compose_result (MnItem *item, const MnFormStatus *status)
{
  MnText  *own = mn_item_is (item, "follow-up") ? mn_item_get_rich (item, "words") : NULL;
  gboolean use_own = own != NULL && !mn_text_is_empty (own) &&
                     (status->last == NULL || is_of_row (status->last, item));
  g_autofree char *last = mn_sentence_fragment (
      status->last != NULL && !use_own ? mn_item_get (status->last, "words") : NULL);
  g_autofree char *evidence = mn_sentence_fragment (
      status->last != NULL ? mn_item_get (status->last, "evidence") : NULL);
  g_autofree char *product = mn_sentence_fragment (
      mn_item_is (item, "point") ? mn_item_get (item, "product") : NULL);
  g_autofree char *tail = NULL;
  GString         *words;

  if (use_own)
    {
      tail = *evidence != '\0' ? g_strconcat ("; ", evidence, NULL) : NULL;
      return mn_sentence_text (NULL, own, tail, MN_SENTENCE_PLAIN);
    }
  words = g_string_new (NULL);
  append_sentence (words, "", last);
  append_sentence (words, "", evidence);
  append_sentence (words, "Sản phẩm: ", product);
  tail = g_string_free (words, FALSE);
  return mn_text_new (tail);
}

static char *
dup_remarks (const MnFormStatus *status)
{
  GString *words = g_string_new (NULL);

  if (status->status.slips > 0)
    g_string_append_printf (words, "Lùi thời hạn %02u lần", status->status.slips);
  if (status->status.term == MN_TERM_OVERDUE || status->status.term == MN_TERM_LATE)
    g_string_append_printf (words, "%s %u ngày", words->len > 0 ? "; chậm" : "Chậm",
                            status->status.days_overdue);
  return g_string_free (words, FALSE);
}

/* ---- what is overdue, and why ---------------------------------------------------------------- */

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
add_overdue_item (Report *report, MnItem *item)
{
  MnComposer        *self = report->self;
  g_autoptr (MnText) text = compose_content (item);
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
  lead = dup_lead (self, item, &status);
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
add_overdue (Report *report)
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
add_row (Report *report, MnFormTable *table, MnItem *item, guint number)
{
  MnComposer      *self = report->self;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *document = dup_document (self, item);
  g_autofree char *lead = NULL;
  g_autofree char *partners = mn_item_is (item, "point") ? dup_parties (self, item, "partners")
                                                         : g_strdup ("");
  g_autofree char *deadline = NULL;
  g_autofree char *remarks = NULL;
  MnFormStatus     status;

  mn_form_read_status (self, item, &status);
  lead = dup_lead (self, item, &status);
  deadline = dup_deadline (item, &status);
  remarks = dup_remarks (&status);
  mn_form_table_add_row (table, item);
  mn_form_table_add_string (table, digits);
  mn_form_table_add_item_text (table, compose_content (item), "task", item, NULL);
  mn_form_table_add_item (table, document, "task", item, "document");
  mn_form_table_add_item (table, lead, "task", item, "lead");
  mn_form_table_add_item (table, partners, "task", item, "partners");
  mn_form_table_add_item (table, deadline, "task", item, "deadline");
  mn_form_table_add_item_text (table, compose_result (item, &status), "task", item, "result");
  mn_form_table_add_item (table, get_status_words (item, &status), "task", item, "status");
  mn_form_table_add_item (table, remarks, "task", item, "remarks");
}

static void
add_table (Report *report)
{
  gboolean         both = report->before->len > 0 && report->points->len > 0;
  g_autofree char *meeting = mn_wording_meeting_phrase (report->self);
  g_autofree char *heading = g_strdup_printf ("Kết luận tại %s", meeting);
  guint            number = 0;
  MnFormTable      table;

  mn_form_table_begin (&table, columns, N_COLUMNS, 0);
  if (both)
    mn_form_table_add_group (&table, "I", TASK_COLUMN, NULL, "Kết luận, chỉ đạo trước đó");
  for (guint i = 0; i < report->before->len; i++)
    add_row (report, &table, report->before->pdata[i], ++number);
  if (both)
    mn_form_table_add_group (&table, "II", TASK_COLUMN, NULL, heading);
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
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
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
  g_auto (Report) report = { 0 };

  collect (&report, self);
  mn_form_begin_landscape (self);
  mn_form_add_letterhead (self, "BC");
  add_title (self);
  mn_form_add_bases (self);
  add_summary (&report);
  add_overdue (&report);
  add_table (&report);
  add_source (self);
  mn_form_close_body (self);
  mn_form_add_notice_signature (self);
  mn_form_add_marks (self);
  mn_form_add_appendices (self);
}
