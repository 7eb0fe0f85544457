#pragma once

#include "mn-form-status.h"

G_BEGIN_DECLS

/** MnFollowUpReport: what is followed up, and how many stand where. */
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
} MnFollowUpReport;

void mn_follow_up_report_collect (MnFollowUpReport *report, MnComposer *self);
void mn_follow_up_report_clear (MnFollowUpReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MnFollowUpReport, mn_follow_up_report_clear)

/* "Tính đến ngày 30/6/2026, tổng số 12 nhiệm vụ; đã hoàn thành 05 …" */
void mn_follow_up_report_add_summary (const MnFollowUpReport *report);

/* What the report says of one point or follow-up row; "" where there is nothing to say. */
char *mn_follow_up_dup_lead (MnComposer *self, MnItem *item, const MnFormStatus *status)
    G_GNUC_WARN_UNUSED_RESULT;
MnText *mn_follow_up_compose_content (MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
char   *mn_follow_up_dup_document (MnComposer *self, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
char   *mn_follow_up_dup_deadline (MnItem *item, const MnFormStatus *status)
    G_GNUC_WARN_UNUSED_RESULT;
const char *mn_follow_up_get_status_words (MnItem *item, const MnFormStatus *status);
MnText     *mn_follow_up_compose_result (MnItem *item, const MnFormStatus *status)
    G_GNUC_WARN_UNUSED_RESULT;
char *mn_follow_up_dup_remarks (const MnFormStatus *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
