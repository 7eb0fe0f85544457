#pragma once

#include "mn-document.h"

G_BEGIN_DECLS

/**
 * Shortcuts into the tree of a session document. "session" is its root item; see mn-kinds.c for
 * what stands where.
 */

MnItem *mn_session_new (void) G_GNUC_WARN_UNUSED_RESULT; /* an empty session, unattached */

MnItem *mn_session_get_record (MnItem *session);
MnItem *mn_session_get_general (MnItem *session);
MnItem *mn_session_get_conclusion (MnItem *session);
MnItem *mn_session_get_after (MnItem *session);
MnItem *mn_session_get_document (MnItem     *session,
                                 const char *form); /* "minutes", "notice"; (nullable) */

/* Whether the minutes are issued: then the record doesn't change any more. */
gboolean mn_session_is_sealed (MnItem *session);
gboolean mn_item_is_sealed (MnItem *item); /* it stands in the record of such a session */

/* Who signs a paper: whom its document names, else who signs the session's papers, of minutes the
 * chair. @document may be NULL. (transfer none) (nullable) */
MnItem *mn_session_get_signatory (MnItem *session, const char *form, MnItem *document);

/* Finds any item of the session by id, document or not. (transfer none) (nullable) */
MnItem *mn_session_find (MnItem *session, const char *id);

/* "giao ban 5, quý I/2024" → "Hội nghị giao ban lần thứ năm (quý I/2024)": title or what stands for
 * one. */
char *mn_session_dup_title (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;
char *mn_session_dup_period (MnItem *session)
    G_GNUC_WARN_UNUSED_RESULT; /* "quý I/2024"; "" if none */

/* What a list shows for the item: never empty; translated placeholders in brackets where it has no
 * words. */
char *mn_item_dup_summary (MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *mn_session_dup_summary (MnItem *session, MnItem *item)
    G_GNUC_WARN_UNUSED_RESULT; /* of an item that was removed from @session */
char *mn_item_dup_words (MnItem *item) G_GNUC_WARN_UNUSED_RESULT; /* the same, "" for none */

/* Party names. Full: "Nguyễn Văn A, Bí thư Tỉnh ủy"; short: the name, body or group. Never NULL. */
char    *mn_party_dup_full (MnItem *party) G_GNUC_WARN_UNUSED_RESULT;
char    *mn_party_dup_short (MnItem *party) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_party_is_person (MnItem *party); /* by name or by post; no body, no group */
/* Short names of the parties in a REF or REFS field of @item, joined by ", ". */
char *mn_session_dup_parties (MnItem *session, MnItem *item, const char *field)
    G_GNUC_WARN_UNUSED_RESULT;

/* "KL 5-2": the label of a conclusion's point or "ĐX 5-3" of a proposal; frozen in its field
 * "label" once issued, else derived: by ordinal, else by date. */
char *mn_session_dup_label (MnItem *session, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;

/** MnRollCall: numbers derived from the attendees' presence time lines. */
typedef struct
{
  guint    members;         /* category member or presidium, groups by their count */
  guint    members_present; /* present or online, substitutes included */
  guint    members_absent;
  guint    invited_present;
  guint    others_present;
  gboolean quorum; /* more than half of the members are present (needs members > 0) */
} MnRollCall;

void mn_session_call_roll (MnItem *session, MnRollCall *roll_call);
/* An attendee's state: "present", "online", "absent", "substitute", "left", as of the last presence
 * entry; "present" where none. */
const char *mn_attendee_get_state (MnItem *attendee);

G_END_DECLS
