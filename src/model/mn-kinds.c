/* The one description of every kind of item. Reader, writer, schema, comparison, journal, search
 * and forms walk these tables; adding a field is adding a line. */

#include "mn-kinds-private.h"

/* ---- session, record ------------------------------------------------------------------------ */

static const MnField session_fields[] = {
  END_FIELDS,
};
static const MnSlot session_slots[] = {
  { "record", N_ ("Record of the meeting"), &mn_kind_record, TRUE },
  { "documents", N_ ("Documents"), &mn_kind_document, FALSE },
  { "after", N_ ("After the meeting"), &mn_kind_after, TRUE },
  END_SLOTS,
};
const MnKind mn_kind_session = { "session", N_ ("Session"), session_fields, session_slots };

static const MnField record_fields[] = {
  END_FIELDS,
};
static const MnSlot record_slots[] = {
  { "general", N_ ("General"), &mn_kind_general, TRUE },
  { "parties", N_ ("People and bodies"), &mn_kind_party, FALSE },
  { "attendees", N_ ("Attendees"), &mn_kind_attendee, FALSE },
  { "agenda", N_ ("Agenda"), &mn_kind_agenda_item, FALSE },
  { "follow-ups", N_ ("Follow-up"), &mn_kind_follow_up, FALSE },
  { "reports", N_ ("Reports"), &mn_kind_report, FALSE },
  { "contributions", N_ ("Contributions"), &mn_kind_contribution, FALSE },
  { "proposals", N_ ("Proposals"), &mn_kind_proposal, FALSE },
  { "votes", N_ ("Votes"), &mn_kind_vote, FALSE },
  { "conclusion", N_ ("Conclusion"), &mn_kind_conclusion, TRUE },
  { "references", N_ ("References"), &mn_kind_reference, FALSE },
  { "attachments", N_ ("Attachments"), &mn_kind_attachment, FALSE },
  { "tray", N_ ("Tray"), &mn_kind_tray_line, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_record = { "record", N_ ("Record"), record_fields, record_slots };

/* ---- general -------------------------------------------------------------------------------- */

const MnEnumValue mn_meeting_kinds[] = {
  { "briefing", N_ ("Periodic briefing") },
  { "working-session", N_ ("Working session") },
  { "committee", N_ ("Committee meeting") },
  { "conference", N_ ("Conference") },
  { "thematic", N_ ("Thematic meeting") },
  { "congress", N_ ("Congress") },
  { "other", N_ ("Other") },
  END_VALUES,
};
const MnEnumValue mn_period_kinds[] = {
  { "month", N_ ("Month") },
  { "quarter", N_ ("Quarter") },
  { "half", N_ ("Half year") },
  { "year", N_ ("Year") },
  END_VALUES,
};
const MnEnumValue mn_house_styles[] = {
  { "party-2026", N_ ("Party, 2026 (HD 05-HD/VPTW)") },
  { "party-2018", N_ ("Party, 2018 (HD 36-HD/VPTW)") },
  { "state-2020", N_ ("State, 2020 (Decree 30)") },
  END_VALUES,
};

/* "style": unset, it follows the date and the body; "own-style" names styles/NAME.xml and wins.
 * "starts" and "ends": midnight means that only the day is known; see mn_item_moment_has_time(). */
static const MnField general_fields[] = {
  TITLE ("title", N_ ("Title")),
  ENUM ("kind", N_ ("Kind of meeting"), mn_meeting_kinds),
  TEXT ("series", N_ ("Series")),
  HIDDEN ("series-id", N_ ("Series id"), MN_FIELD_ID),
  FIELD ("ordinal", N_ ("Ordinal"), MN_FIELD_INTEGER),
  ENUM ("period-kind", N_ ("Period"), mn_period_kinds),
  FIELD ("period-number", N_ ("Period number"), MN_FIELD_INTEGER),
  FIELD ("period-year", N_ ("Period year"), MN_FIELD_INTEGER),
  HIDDEN ("previous", N_ ("Previous session"), MN_FIELD_ID),
  TEXT ("theme", N_ ("Theme")),
  FIELD ("starts", N_ ("Starts"), MN_FIELD_MOMENT),
  FIELD ("ends", N_ ("Ends"), MN_FIELD_MOMENT),
  TEXT ("venue", N_ ("Venue")),
  REF ("host", N_ ("Host"), "party"),
  REF ("body", N_ ("Convening body"), "party"),
  REF ("parent-body", N_ ("Parent body"), "party"),
  REFS ("other-bodies", N_ ("Other participating bodies"), "party"),
  REFS ("chairs", N_ ("Chairs"), "party"),
  REF ("secretary", N_ ("Secretary"), "party"),
  REF ("concluder", N_ ("Who concludes"), "party"),
  REF ("signatory", N_ ("Who signs"), "party"),
  { "style", N_ ("House style"), MN_FIELD_ENUM, MN_FIELD_AUTO, mn_house_styles, NULL },
  TEXT ("own-style", N_ ("The office's own style")),
  TEXT ("language", N_ ("Language")),
  { "materials", N_ ("Documents used"), MN_FIELD_TEXT, MN_FIELD_LONG, NULL, NULL },
  { "source", N_ ("Source"), MN_FIELD_TEXT, MN_FIELD_LONG, NULL, NULL },
  END_FIELDS,
};
static const MnSlot general_slots[] = {
  { "breaks", N_ ("Breaks"), &mn_kind_break, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_general = { "general", N_ ("General"), general_fields, general_slots };

static const MnField break_fields[] = {
  FIELD ("from", N_ ("From"), MN_FIELD_MOMENT),
  FIELD ("to", N_ ("To"), MN_FIELD_MOMENT),
  TITLE ("reason", N_ ("Reason")),
  END_FIELDS,
};
static const MnSlot no_slots[] = {
  END_SLOTS,
};
const MnKind mn_kind_break = { "break", N_ ("Break"), break_fields, no_slots };

/* ---- parties -------------------------------------------------------------------------------- */

static const MnEnumValue party_types[] = {
  { "person", N_ ("Person") },
  { "post", N_ ("Post without a name") },
  { "body", N_ ("Body") },
  { "group", N_ ("Group") },
  END_VALUES,
};
const MnEnumValue mn_addresses[] = {
  { "dong-chi", N_ ("đồng chí") },
  { "ong", N_ ("ông") },
  { "ba", N_ ("bà") },
  END_VALUES,
};

static const MnField party_fields[] = {
  ENUM ("type", N_ ("Type"), party_types),
  ENUM ("address", N_ ("Form of address"), mn_addresses),
  TITLE ("name", N_ ("Name")),
  TEXT ("post", N_ ("Post")),
  REF ("body", N_ ("Body"), "party"),
  FIELD ("count", N_ ("Count"), MN_FIELD_INTEGER),
  TEXT ("short-name", N_ ("Short name")),
  TEXT ("symbol", N_ ("Symbol")),
  HIDDEN ("directory-id", N_ ("Directory id"), MN_FIELD_ID),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_party = { "party", N_ ("Person or body"), party_fields, no_slots };

/* ---- attendees ------------------------------------------------------------------------------ */

static const MnEnumValue attendee_categories[] = {
  { "presidium", N_ ("Presidium") }, { "member", N_ ("Member") }, { "invited", N_ ("Invited") },
  { "press", N_ ("Press") },         { "staff", N_ ("Staff") },   END_VALUES,
};
static const MnField attendee_fields[] = {
  { "party", N_ ("Who"), MN_FIELD_REF, MN_FIELD_TITLE, NULL, "party" },
  ENUM ("category", N_ ("Category"), attendee_categories),
  TEXT ("role", N_ ("Role")),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
static const MnSlot attendee_slots[] = {
  { "presences", N_ ("Presence"), &mn_kind_presence, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_attendee = { "attendee", N_ ("Attendee"), attendee_fields, attendee_slots };

static const MnEnumValue presence_states[] = {
  { "present", N_ ("Present") },
  { "online", N_ ("Online") },
  { "absent", N_ ("Absent") },
  { "substitute", N_ ("Represented by a substitute") },
  { "arrived", N_ ("Arrived") },
  { "left", N_ ("Left") },
  END_VALUES,
};
static const MnField presence_fields[] = {
  ENUM ("state", N_ ("State"), presence_states),
  FIELD ("at", N_ ("At"), MN_FIELD_TIME),
  TITLE ("reason", N_ ("Reason")),
  REF ("substitute", N_ ("Substitute"), "party"),
  END_FIELDS,
};
const MnKind mn_kind_presence = { "presence", N_ ("Presence"), presence_fields, no_slots };

/* ---- agenda --------------------------------------------------------------------------------- */

static const MnEnumValue agenda_kinds[] = {
  { "opening", N_ ("Opening") },       { "follow-up", N_ ("Follow-up of earlier conclusions") },
  { "report", N_ ("Report") },         { "discussion", N_ ("Discussion") },
  { "proposals", N_ ("Proposals") },   { "vote", N_ ("Vote") },
  { "conclusion", N_ ("Conclusion") }, { "break", N_ ("Break") },
  { "other", N_ ("Other") },           END_VALUES,
};
static const MnField agenda_fields[] = {
  TITLE ("title", N_ ("Title")),
  ENUM ("kind", N_ ("Kind"), agenda_kinds),
  REFS ("presenters", N_ ("Presented by"), "party"),
  FIELD ("planned", N_ ("Planned start"), MN_FIELD_TIME),
  FIELD ("minutes", N_ ("Planned minutes"), MN_FIELD_INTEGER),
  FIELD ("began", N_ ("Began"), MN_FIELD_TIME),
  FIELD ("ended", N_ ("Ended"), MN_FIELD_TIME),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
static const MnSlot agenda_slots[] = {
  { "points", N_ ("Points below"), &mn_kind_agenda_item, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_agenda_item = { "agenda-item", N_ ("Agenda item"), agenda_fields,
                                     agenda_slots };

/* ---- follow-up ------------------------------------------------------------------------------ */

static const MnField follow_up_fields[] = {
  HIDDEN ("origin-session", N_ ("Session of origin"), MN_FIELD_ID),
  HIDDEN ("origin-item", N_ ("Item of origin"), MN_FIELD_ID),
  TEXT ("label", N_ ("Number")),
  RICH_TITLE ("text", N_ ("What was concluded")),
  TEXT ("origin-body", N_ ("Concluded by")),
  FIELD ("origin-date", N_ ("Concluded on"), MN_FIELD_DATE),
  TEXT ("origin-document", N_ ("Document")),
  REFS ("leads", N_ ("Lead"), "party"),
  FIELD ("deadline", N_ ("Deadline then"), MN_FIELD_DATE),
  RICH ("words", N_ ("Said today")),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
static const MnSlot follow_up_slots[] = {
  { "entries", N_ ("Status today"), &mn_kind_status_entry, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_follow_up = { "follow-up", N_ ("Follow-up row"), follow_up_fields,
                                   follow_up_slots };

static const MnEnumValue statuses[] = {
  { "not-started", N_ ("Not started") },
  { "doing", N_ ("Being done") },
  { "done", N_ ("Done") },
  { "paused", N_ ("Paused") },
  { "resumed", N_ ("Resumed") },
  { "cancelled", N_ ("Cancelled") },
  { "forwarded", N_ ("Forwarded") },
  { "handed", N_ ("Handed on") },
  END_VALUES,
};
static const MnField status_entry_fields[] = {
  HIDDEN ("item", N_ ("Item"), MN_FIELD_ID),
  ENUM ("status", N_ ("Status"), statuses),
  FIELD ("effective", N_ ("Effective on"), MN_FIELD_DATE),
  HIDDEN ("recorded", N_ ("Recorded at"), MN_FIELD_MOMENT),
  TITLE ("words", N_ ("Words")),
  FIELD ("deadline", N_ ("New deadline"), MN_FIELD_DATE),
  FIELD ("until", N_ ("Paused until"), MN_FIELD_DATE),
  TEXT ("lead", N_ ("New lead, heir or addressee")),
  HIDDEN ("said-in", N_ ("Session that says so"), MN_FIELD_ID),
  TEXT ("document", N_ ("Document that says so")),
  TEXT ("evidence", N_ ("Evidence")),
  TEXT ("author", N_ ("Author")),
  HIDDEN ("strikes", N_ ("Strikes"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_status_entry = { "status-entry", N_ ("Status entry"), status_entry_fields,
                                      no_slots };

/* ---- reports -------------------------------------------------------------------------------- */

static const MnField report_fields[] = {
  TITLE ("title", N_ ("Title")),
  REFS ("reporters", N_ ("Reporters"), "party"),
  REFS ("bodies", N_ ("On behalf of"), "party"),
  TEXT ("period", N_ ("Period")),
  RICH ("results", N_ ("Results")),
  RICH ("difficulties", N_ ("Difficulties")),
  RICH ("causes", N_ ("Causes")),
  REFS ("carries", N_ ("Proposals carried for others"), "proposal"),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
static const MnSlot report_slots[] = {
  { "indicators", N_ ("Indicators"), &mn_kind_indicator, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_report = { "report", N_ ("Report"), report_fields, report_slots };

static const MnField indicator_fields[] = {
  TITLE ("label", N_ ("Indicator")),
  TEXT ("words", N_ ("As said")),
  FIELD ("value", N_ ("Value"), MN_FIELD_DECIMAL),
  FIELD ("numerator", N_ ("Numerator"), MN_FIELD_DECIMAL),
  FIELD ("denominator", N_ ("Denominator"), MN_FIELD_DECIMAL),
  TEXT ("unit", N_ ("Unit")),
  FIELD ("as-of", N_ ("As of"), MN_FIELD_DATE),
  TEXT ("period", N_ ("Period")),
  FIELD ("target", N_ ("Target"), MN_FIELD_DECIMAL),
  END_FIELDS,
};
static const MnSlot indicator_slots[] = {
  { "parts", N_ ("Parts"), &mn_kind_part, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_indicator = { "indicator", N_ ("Indicator"), indicator_fields,
                                   indicator_slots };

static const MnField part_fields[] = {
  TITLE ("label", N_ ("Part")),
  FIELD ("value", N_ ("Value"), MN_FIELD_DECIMAL),
  END_FIELDS,
};
const MnKind mn_kind_part = { "part", N_ ("Part"), part_fields, no_slots };

/* ---- contributions -------------------------------------------------------------------------- */

static const MnEnumValue contribution_kinds[] = {
  { "opinion", N_ ("Opinion") },
  { "paper", N_ ("Contributed paper") },
  { "direction", N_ ("Direction by a superior") },
  { "question", N_ ("Question") },
  { "answer", N_ ("Answer") },
  END_VALUES,
};
static const MnField contribution_fields[] = {
  { "speaker", N_ ("Speaker"), MN_FIELD_REF, MN_FIELD_PLAIN, NULL, "party" },
  ENUM ("kind", N_ ("Kind"), contribution_kinds),
  TITLE ("title", N_ ("Title of the paper")),
  FILE_NAME ("file", N_ ("File")),
  FIELD ("at", N_ ("At"), MN_FIELD_TIME),
  REF ("agenda", N_ ("Agenda item"), "agenda-item"),
  RICH_TITLE ("text", N_ ("Text")),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_contribution = { "contribution", N_ ("Contribution"), contribution_fields,
                                      no_slots };

/* ---- proposals ------------------------------------------------------------------------------ */

static const MnField proposal_fields[] = {
  TEXT ("label", N_ ("Number")),
  REFS ("proposers", N_ ("Proposed by"), "party"),
  REFS ("addressees", N_ ("Addressed to"), "party"),
  TEXT ("area", N_ ("Field")),
  RICH_TITLE ("text", N_ ("Text")),
  TEXT ("beyond", N_ ("Beyond the authority of")),
  REFS ("settled-by", N_ ("Settled by"), "point"),
  HIDDEN ("derived-from", N_ ("Derived from"), MN_FIELD_ID),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
static const MnSlot proposal_slots[] = {
  { "answers", N_ ("Answers"), &mn_kind_answer, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_proposal = { "proposal", N_ ("Proposal"), proposal_fields, proposal_slots };

static const MnEnumValue dispositions[] = {
  { "agreed", N_ ("Agreed") },         { "assigned", N_ ("Assigned") },
  { "forwarded", N_ ("Forwarded") },   { "explained", N_ ("Explained") },
  { "not-agreed", N_ ("Not agreed") }, END_VALUES,
};
static const MnField answer_fields[] = {
  REFS ("answerers", N_ ("Answered by"), "party"),
  ENUM ("disposition", N_ ("Disposition"), dispositions),
  RICH_TITLE ("text", N_ ("Text")),
  REFS ("leads", N_ ("Assigned or forwarded to"), "party"),
  FIELD ("deadline", N_ ("Deadline"), MN_FIELD_DATE),
  FIELD ("date", N_ ("Answered on"), MN_FIELD_DATE),
  TEXT ("document", N_ ("Document")),
  END_FIELDS,
};
const MnKind mn_kind_answer = { "answer", N_ ("Answer"), answer_fields, no_slots };

/* ---- votes ---------------------------------------------------------------------------------- */

static const MnEnumValue vote_methods[] = {
  { "show-of-hands", N_ ("Show of hands") },
  { "secret-ballot", N_ ("Secret ballot") },
  { "electronic", N_ ("Electronic") },
  { "written", N_ ("In writing") },
  END_VALUES,
};
static const MnField vote_fields[] = {
  TITLE ("subject", N_ ("Subject")),
  ENUM ("method", N_ ("Method"), vote_methods),
  FIELD ("entitled", N_ ("Entitled"), MN_FIELD_INTEGER),
  FIELD ("for", N_ ("For"), MN_FIELD_INTEGER),
  FIELD ("against", N_ ("Against"), MN_FIELD_INTEGER),
  FIELD ("other", N_ ("Other opinions"), MN_FIELD_INTEGER),
  FIELD ("invalid", N_ ("Invalid"), MN_FIELD_INTEGER),
  REF ("agenda", N_ ("Agenda item"), "agenda-item"),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_vote = { "vote", N_ ("Vote"), vote_fields, no_slots };

/* ---- conclusion ----------------------------------------------------------------------------- */

static const MnField conclusion_fields[] = {
  RICH ("results", N_ ("Results acknowledged")),
  RICH ("limits", N_ ("Limits and causes")),
  END_FIELDS,
};
static const MnSlot conclusion_slots[] = {
  { "points", N_ ("Points"), &mn_kind_point, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_conclusion = { "conclusion", N_ ("Conclusion"), conclusion_fields,
                                    conclusion_slots };

static const MnEnumValue point_sections[] = {
  { "tasks", N_ ("Tasks and solutions") },
  { "proposals", N_ ("On the proposals") },
  { "organisation", N_ ("Carrying out") },
  END_VALUES,
};
static const MnEnumValue deadline_kinds[] = {
  { "date", N_ ("By a date") },
  { "period", N_ ("Within a period") },
  { "regularly", N_ ("Regularly") },
  { "none", N_ ("No deadline") },
  END_VALUES,
};
static const MnField point_fields[] = {
  TEXT ("label", N_ ("Number")),
  ENUM ("section", N_ ("Section"), point_sections),
  TEXT ("heading", N_ ("Heading")),
  RICH_TITLE ("text", N_ ("Text")),
  FIELD ("task", N_ ("Is a task"), MN_FIELD_BOOLEAN),
  REFS ("leads", N_ ("Lead"), "party"),
  REFS ("partners", N_ ("Partners"), "party"),
  TEXT ("product", N_ ("Product")),
  ENUM ("deadline-kind", N_ ("Kind of deadline"), deadline_kinds),
  FIELD ("deadline", N_ ("Deadline"), MN_FIELD_DATE),
  TEXT ("deadline-words", N_ ("Deadline in words")),
  TEXT ("authority", N_ ("Authority")),
  REFS ("report-to", N_ ("Reports to"), "party"),
  REFS ("answers", N_ ("Answers the proposals"), "proposal"),
  HIDDEN ("derived-from", N_ ("Derived from"), MN_FIELD_ID),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_point = { "point", N_ ("Conclusion"), point_fields, no_slots };

/* ---- references, attachments, tray ---------------------------------------------------------- */

static const MnField reference_fields[] = {
  TEXT ("number", N_ ("Number and symbol")),
  FIELD ("date", N_ ("Date"), MN_FIELD_DATE),
  TEXT ("issuer", N_ ("Issuer")),
  TITLE ("title", N_ ("Title")),
  HIDDEN ("copied-from", N_ ("Copied from"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_reference = { "reference", N_ ("Reference"), reference_fields, no_slots };

static const MnField attachment_fields[] = {
  FILE_NAME ("file", N_ ("File")),
  TITLE ("caption", N_ ("Caption")),
  HIDDEN ("hash", N_ ("Hash"), MN_FIELD_TEXT),
  FIELD ("at", N_ ("Taken at"), MN_FIELD_MOMENT),
  END_FIELDS,
};
const MnKind mn_kind_attachment = { "attachment", N_ ("Attachment"), attachment_fields, no_slots };

static const MnField tray_line_fields[] = {
  FIELD ("at", N_ ("At"), MN_FIELD_MOMENT),
  { "text", N_ ("Text"), MN_FIELD_TEXT, MN_FIELD_TITLE | MN_FIELD_LONG, NULL, NULL },
  END_FIELDS,
};
const MnKind mn_kind_tray_line = { "tray-line", N_ ("Tray line"), tray_line_fields, no_slots };

/* ---- documents made from the session -------------------------------------------------------- */

static const MnEnumValue document_forms[] = {
  { "minutes", N_ ("Minutes") },
  { "notice", N_ ("Notice of conclusions") },
  { "attendance", N_ ("Attendance list") },
  { "agenda", N_ ("Agenda") },
  { "proposals", N_ ("Digest of proposals") },
  { "follow-up", N_ ("Follow-up report") },
  { "task-slip", N_ ("Task slips") },
  { "invitation", N_ ("Invitation") },
  { "comparison", N_ ("Comparison of two sessions") },
  END_VALUES,
};
static const MnEnumValue document_states[] = {
  { "draft", N_ ("Draft") },
  { "submitted", N_ ("Submitted") },
  { "approved", N_ ("Approved") },
  { "issued", N_ ("Issued") },
  END_VALUES,
};
static const MnEnumValue authorities[] = {
  { "on-behalf", N_ ("On behalf of (T/M)") },
  { "for", N_ ("Signing for the chief (K/T)") },
  { "by-order", N_ ("By order (T/L)") },
  { "delegated", N_ ("By written delegation (TUQ.)") },
  { "acting", N_ ("Acting (Q.)") },
  { "none", N_ ("In one's own right") },
  END_VALUES,
};
static const MnEnumValue urgencies[] = {
  { "urgent", N_ ("Urgent") },
  { "very-urgent", N_ ("Very urgent") },
  { "express", N_ ("Express") },
  END_VALUES,
};
static const MnEnumValue circulations[] = {
  { "meeting", N_ ("For the meeting") },
  { "internal", N_ ("Internal") },
  { "recalled", N_ ("To be handed back after the meeting") },
  { "to-return", N_ ("To be returned when read") },
  END_VALUES,
};
/* "style" and "own-style" are for this paper alone; unset, the session's choice counts. */
static const MnField document_fields[] = {
  ENUM ("form", N_ ("Form"), document_forms),
  ENUM ("state", N_ ("State"), document_states),
  FIELD ("number", N_ ("Number"), MN_FIELD_INTEGER),
  TEXT ("symbol", N_ ("Symbol of the body")),
  TEXT ("place", N_ ("Place")),
  FIELD ("date", N_ ("Date"), MN_FIELD_DATE),
  TEXT ("subject", N_ ("Subject line")),
  REF ("signatory", N_ ("Signatory"), "party"),
  { "authority", N_ ("Authority"), MN_FIELD_ENUM, MN_FIELD_AUTO, authorities, NULL },
  TEXT ("collective", N_ ("On behalf of")),
  TEXT ("position", N_ ("Position")),
  REFS ("co-signers", N_ ("Further signatories"), "party"),
  REF ("attester", N_ ("Who attests the signature"), "party"),
  REFS ("joint-bodies", N_ ("Issued jointly with"), "party"),
  RICH ("bases", N_ ("Legal bases")),
  TEXT ("draft-note", N_ ("Draft note")),
  ENUM ("urgency", N_ ("Urgency"), urgencies),
  ENUM ("circulation", N_ ("Circulation"), circulations),
  FIELD ("not-for-media", N_ ("Not for mass media"), MN_FIELD_BOOLEAN),
  TEXT ("drafter", N_ ("Sign of the drafter")),
  FIELD ("copies", N_ ("Number of copies"), MN_FIELD_INTEGER),
  TEXT ("contact", N_ ("Contact line")),
  { "style", N_ ("House style"), MN_FIELD_ENUM, MN_FIELD_AUTO, mn_house_styles, NULL },
  TEXT ("own-style", N_ ("The office's own style")),
  END_FIELDS,
};
static const MnSlot document_slots[] = {
  { "recipients", N_ ("Recipients"), &mn_kind_recipient, FALSE },
  { "appendices", N_ ("Appendices"), &mn_kind_appendix, FALSE },
  { "hand-changes", N_ ("Changes by hand"), &mn_kind_hand_change, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_document = { "document", N_ ("Document"), document_fields, document_slots };

static const MnField recipient_fields[] = {
  TITLE ("text", N_ ("Recipient")),
  END_FIELDS,
};
const MnKind mn_kind_recipient = { "recipient", N_ ("Recipient"), recipient_fields, no_slots };

static const MnField appendix_fields[] = {
  TITLE ("title", N_ ("Title")),
  RICH ("text", N_ ("Text")),
  END_FIELDS,
};
static const MnSlot appendix_slots[] = {
  { "pictures", N_ ("Pictures"), &mn_kind_attachment, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_appendix = { "appendix", N_ ("Appendix"), appendix_fields, appendix_slots };

static const MnField hand_change_fields[] = {
  HIDDEN ("anchor", N_ ("Anchor"), MN_FIELD_TEXT),
  HIDDEN ("after", N_ ("Stands after the anchor"), MN_FIELD_BOOLEAN),
  HIDDEN ("replaces", N_ ("Hash of what it replaces"), MN_FIELD_TEXT),
  RICH_TITLE ("text", N_ ("Text")),
  END_FIELDS,
};
const MnKind mn_kind_hand_change = { "hand-change", N_ ("Change by hand"), hand_change_fields,
                                     no_slots };

/* ---- after the meeting ---------------------------------------------------------------------- */

static const MnField after_fields[] = {
  END_FIELDS,
};
static const MnSlot after_slots[] = {
  { "entries", N_ ("Status entries"), &mn_kind_status_entry, FALSE },
  { "amendments", N_ ("Amendments"), &mn_kind_amendment, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_after = { "after", N_ ("After the meeting"), after_fields, after_slots };

static const MnField amendment_fields[] = {
  FIELD ("at", N_ ("Made at"), MN_FIELD_MOMENT),
  TEXT ("author", N_ ("Author")),
  RICH_TITLE ("text", N_ ("Text")),
  END_FIELDS,
};
const MnKind mn_kind_amendment = { "amendment", N_ ("Amendment"), amendment_fields, no_slots };
