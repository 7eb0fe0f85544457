#pragma once

#include "mn-kind.h"

/* The descriptions themselves; everything else asks mn-kind.h. */
extern const MnKind mn_kind_session, mn_kind_record, mn_kind_general, mn_kind_party,
    mn_kind_attendee, mn_kind_presence, mn_kind_break, mn_kind_agenda_item, mn_kind_follow_up,
    mn_kind_status_entry, mn_kind_report, mn_kind_indicator, mn_kind_part, mn_kind_contribution,
    mn_kind_proposal, mn_kind_answer, mn_kind_vote, mn_kind_conclusion, mn_kind_point,
    mn_kind_reference, mn_kind_attachment, mn_kind_tray_line, mn_kind_document, mn_kind_recipient,
    mn_kind_appendix, mn_kind_hand_change, mn_kind_after, mn_kind_amendment;

/* The other documents of an archive. */
extern const MnKind mn_kind_directory, mn_kind_person, mn_kind_post, mn_kind_body,
    mn_kind_series_list, mn_kind_series, mn_kind_number_register, mn_kind_term,
    mn_kind_number_start, mn_kind_reserved_number, mn_kind_foreign_number;
