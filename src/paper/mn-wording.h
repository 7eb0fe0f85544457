#pragma once

#include "mn-composer.h"

G_BEGIN_DECLS

/**
 * The fixed Vietnamese wording of the forms, and names, days and hours in words. It is printed,
 * never translated. Everything here gives new strings; gaps for what is missing are no-break
 * blanks, wide enough to write into.
 */

#define MN_WORDING_GAP MN_NBSP MN_NBSP MN_NBSP MN_NBSP MN_NBSP MN_NBSP

/* "hội nghị", "buổi làm việc", "cuộc họp", "đại hội" */
char *mn_wording_meeting_noun (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT;
/* "Hội nghị giao ban lần thứ năm": what stands on paper where the session has no title */
char *mn_wording_meeting_title (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT;
/* "hội nghị giao ban lần thứ năm (quý I/2024)", inside a sentence */
char *mn_wording_meeting_phrase (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT;
/* The phrase after the words "của @convener": who meets isn't said twice. (transfer full) */
char *mn_wording_drop_convener (const char *phrase, const char *convener) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MnPartyWords: how a person is called. Party papers say "đồng chí" of whom no form of address is
 * known; State papers leave it out beside a post, and say "ông (bà)" as NĐ 30's own forms do
 * (Phụ lục III, Mẫu 1.8) where the name would stand alone or the paper goes to that person.
 */
typedef enum
{
  MN_PARTY_NAME_ONLY = 0,      /* đồng chí Nguyễn Văn A */
  MN_PARTY_WITH_POST = 1 << 0, /* đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy */
  MN_PARTY_WITH_AND = 1 << 1,  /* A, B và C */
  MN_PARTY_APART = 1 << 2,     /* A; B; C, as commas stand in the names */
  MN_PARTY_SUBJECT = 1 << 3,   /* a verb follows: a post is closed by a comma */
  MN_PARTY_ADDRESSED = 1 << 4, /* the paper goes to him or her */
  MN_PARTY_LISTED = 1 << 5,    /* in a cell of a table: no "ông (bà)" */
} MnPartyWords;

/* What people are counted in: "đồng chí", on State papers "đại biểu". */
const char *mn_wording_head (MnComposer *self);
/* "Nguyễn Văn A": without form of address and post; "" where there is no name */
char *mn_wording_bare_name (MnItem *party) G_GNUC_WARN_UNUSED_RESULT;
char *mn_wording_party (MnComposer *self, MnItem *party, MnPartyWords words)
    G_GNUC_WARN_UNUSED_RESULT;
/* "đồng chí A, x", "các đồng chí: A, x; B, y", "các ông (bà) A, B"; "" for nobody */
char *mn_wording_parties (MnComposer *self, GPtrArray *parties, MnPartyWords words)
    G_GNUC_WARN_UNUSED_RESULT;
/* "Sở Nội vụ, đồng chí A": the parties that a field names, for a cell of a table */
char *mn_wording_cell (MnComposer *self, MnItem *item, const char *field) G_GNUC_WARN_UNUSED_RESULT;
/* The body that the session's convening body is, as in a sentence; "" where none is named */
char *mn_wording_convener (MnComposer *self) G_GNUC_WARN_UNUSED_RESULT;

/* "ngày 05 tháng 02 năm 2026"; with gaps where @date is NULL, the year if it isn't 0 */
char *mn_wording_date (const GDate *date, guint year) G_GNUC_WARN_UNUSED_RESULT;
/* "14 giờ 00, ngày 12 tháng 4 năm 2024"; gaps for what is missing */
char *mn_wording_moment (MnItem *item, const char *field, guint year) G_GNUC_WARN_UNUSED_RESULT;
/* Between a cited paper's number and its day: ", ngày " with the Party, " ngày " with the State. */
const char *mn_wording_of_day (MnComposer *self);
/* Whether the text names that day already, however it is written. */
gboolean mn_wording_says_day (const char *text, const GDate *date);
guint    mn_wording_year (MnComposer *self); /* of the meeting; 0 if it isn't known */

char *mn_wording_percent (gint64 part, gint64 whole) G_GNUC_WARN_UNUSED_RESULT; /* "86,7%" */
/* "PHÓ BÍ THƯ" out of "Ủy viên Ban Thường vụ, Phó Bí thư Thường trực Tỉnh ủy" */
char *mn_wording_position (const char *post) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
