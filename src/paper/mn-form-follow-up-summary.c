#include "mn-form-follow-up-report-private.h"
#include "mn-wording.h"

/* ---- what is counted ------------------------------------------------------------------------ */

static void
count_done (MnFollowUpReport *report, const MnStatus *status)
{
  report->done++;
  report->on_time += status->term == MN_TERM_ON_TIME;
  report->late += status->term == MN_TERM_LATE;
}

static void
count_undone (MnFollowUpReport *report, const MnStatus *status)
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
count (MnFollowUpReport *report, MnItem *item)
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

void
mn_follow_up_report_collect (MnFollowUpReport *report, MnComposer *self)
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

void
mn_follow_up_report_clear (MnFollowUpReport *report)
{
  g_clear_pointer (&report->before, g_ptr_array_unref);
  g_clear_pointer (&report->points, g_ptr_array_unref);
  g_clear_pointer (&report->overdue, g_ptr_array_unref);
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
dup_summary (const MnFollowUpReport *report)
{
  guint    total = report->before->len + report->points->len;
  GString *words = g_string_new (NULL);

  if (total == 0)
    g_string_append (words, "Không có nhiệm vụ được giao");
  else
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

void
mn_follow_up_report_add_summary (const MnFollowUpReport *report)
{
  MnComposer      *self = report->self;
  g_autofree char *day = mn_form_dup_julian (mn_form_get_day (self));
  g_autofree char *summary = dup_summary (report);
  g_autofree char *lower = *day != '\0' ? mn_sentence_lower (summary) : g_strdup (summary);
  g_autofree char *line = g_strdup_printf ("%s%s%s%s", *day != '\0' ? "Tính đến ngày " : "", day,
                                           *day != '\0' ? ", " : "", lower);

  mn_composer_name (mn_composer_add_string (self, MN_ROLE_BODY, NULL, line), "summary");
}
