#pragma once

#include "mn-composer.h"

G_BEGIN_DECLS

/* The parts that forms are made of. Each adds its blocks to the composer, or none where there is
 * nothing to say. */

void mn_form_compose_minutes (MnComposer *self);
void mn_form_compose_notice (MnComposer *self);
void mn_form_compose_attendance_list (MnComposer *self);
void mn_form_compose_agenda (MnComposer *self);
void mn_form_compose_digest (MnComposer *self);
void mn_form_compose_follow_up_report (MnComposer *self);
void mn_form_compose_task_slips (MnComposer *self);
void mn_form_compose_invitation (MnComposer *self);
void mn_form_compose_comparison (MnComposer *self);

/* Letterhead and title (HD 05, ô 1 to 5a). */
char *mn_form_dup_issuing_body (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT; /* "" if unknown */
char *mn_form_dup_heading (MnComposer *self, char **parent, char **second)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_form_is_committee (const char *name);
void     mn_form_add_letterhead (MnComposer *self);
void mn_form_add_title (MnComposer *self, const char *kind, const char *subject, const char *line);
void mn_form_add_separator (MnComposer *self, MnRole role);

/* Marks (ô 10, 11, 13). */
void mn_form_add_urgency (MnComposer *self, MnBlock *column);
void mn_form_add_circulation (MnComposer *self);
void mn_form_add_marks (MnComposer *self);

/* Legal bases before the body, its last stop, and appendices after all. */
void mn_form_add_bases (MnComposer *self);
void mn_form_close_body (MnComposer *self);
void mn_form_add_appendices (MnComposer *self);
void mn_form_add_pictures (MnComposer *self, MnItem *appendix);

/* What stands below the body (ô 7 and 9a). */
void mn_form_add_minutes_signatures (MnComposer *self);
void mn_form_add_notice_signature (MnComposer *self);
void mn_form_add_recipients (MnComposer *self, MnBlock *column);
void mn_form_add_column_line (MnBlock *column, MnRole role, const char *text); /* "": none */

/* "Thông báo", "Biên bản": the kind of document, as in a sentence that cites it. */
const char *mn_form_get_kind (MnComposer *self);
/* " 07-TB/TU" as it stands in a citation, or a gap. */
char *mn_form_dup_number (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT;

/* What stands above and below the tables of lists (mn-form-frame.c). */
void mn_form_begin_landscape (MnComposer *self);
void mn_form_add_cased_title (MnComposer *self, const char *kind, const char *subject);
void mn_form_add_line (MnComposer *self,
                       const char *heading,
                       const char *anchor,
                       const char *words);
void mn_form_add_when_and_where (MnComposer *self);
void mn_form_add_chairs (MnComposer *self);
void mn_form_add_maker (MnComposer *self, const char *line, MnItem *maker);

/* "1. Thành phần hội nghị" */
void mn_form_add_attendance (MnComposer *self, guint number);
void mn_form_add_attendance_items (MnComposer *self);
/* "vắng đến 09 giờ 00; lý do: đi công tác": role and time line of one attendee; "" for none */
char *mn_form_dup_remarks (MnComposer *self, MnItem *attendee) G_GNUC_WARN_UNUSED_RESULT;

/* "2. Diễn biến hội nghị"; returns whether there was anything to tell. */
gboolean mn_form_add_course (MnComposer *self, guint number);
guint    mn_form_add_sections (MnComposer *self);
void     mn_form_add_follow_ups (MnComposer *self);
void     mn_form_add_reports (MnComposer *self);
void     mn_form_add_indicators (MnComposer *self, MnItem *report);
void     mn_form_add_contributions (MnComposer *self);
void     mn_form_add_proposals (MnComposer *self);
void     mn_form_add_votes (MnComposer *self);
/* "đồng ý; giao Sở Nội vụ …": an answer as a clause; "" where it says nothing. */
MnText *mn_form_answer_text (MnComposer     *self,
                             MnItem         *answer,
                             const char     *before,
                             MnSentenceFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* A notice's paragraphs before its sections. */
void mn_form_add_lead (MnComposer *self);
void mn_form_add_heard (MnComposer *self);

/* The sections of the conclusion; @prefix is the number of what they stand in, or 0. */
gboolean mn_form_has_conclusion (MnComposer *self);
void     mn_form_add_conclusion (MnComposer *self, guint prefix);
/* A conclusion's point as a sentence, tasks by the grammar of assigning one. */
MnText *mn_form_point_text (MnComposer *self, MnItem *point) G_GNUC_WARN_UNUSED_RESULT;

/* From tasks to the proposals that they answer, and back; once all blocks are there. */
void mn_form_add_links (MnComposer *self);

/* Hand changes (mn-hand-change.c). */
void     mn_hand_change_lay_over (MnComposer *self);
MnBlock *mn_hand_change_find_block (GPtrArray *blocks, const char *anchor);

G_END_DECLS
