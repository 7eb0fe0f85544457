#pragma once

#include "mn-body-name.h"
#include "mn-paper.h"

G_BEGIN_DECLS

/**
 * MnSigns: how the numbers of a paper are written: its signs by the rule of its house style.
 * Strings are never NULL.
 */
typedef struct
{
  MnFamily family;
  char    *kind;  /* "TB"; "" for what bears no number, or where it isn't known */
  char    *own;   /* the issuing body's own sign: "TU"; "" where no rule knows it */
  char    *organ; /* as it stands on this paper: "TU-UBND", "VPTU"; "" leaves a gap */
  char *pattern; /* "Số %n-%k/%o" (HD 05, ô 3), "Số: %n/%k-%o" (NĐ 30, Phụ lục I, II.3) */
} MnSigns;

void mn_signs_clear (MnSigns *self);
void mn_signs_copy (MnSigns *self, const MnSigns *from);

/* "07-TB/TU": the number without the word before it, as lists and sentences have it; "…" where the
 * paper leaves a gap to write into. A number of 0 is such a gap. */
char *mn_signs_dup_number (const MnSigns *self, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

/* The pattern filled in; what is "" or 0 becomes @gap. A number has two digits and more. */
char *mn_signs_fill (const MnSigns *self, gint64 number, const char *gap) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MnSignRule: who knows the signs: house styles do, which the archive doesn't read. What begin()
 * gives is what is known while one register is made.
 */
typedef struct
{
  gpointer (*begin) (void);
  void (*find) (gpointer known, const MnPaper *paper, MnSigns *signs); /* fills it */
  void (*end) (gpointer known);
} MnSignRule;

/* The house style that was set for a document (nullable) or for the session: its name; NULL: the
 * rule in force on its day. */
const char *mn_session_get_style (MnItem *session, MnItem *document);

/* By the name of the convening body, of the one that it belongs to, of the one above; a session
 * without any is a committee's, as most are. */
MnFamily mn_session_get_family (MnItem *session);

/* The party whose name heads the session's papers: the committee, where a standing organ of it has
 * met. (transfer none) (nullable) */
MnItem *mn_session_get_issuer (MnItem *session);
char   *mn_session_dup_issuer (MnItem *session) G_GNUC_WARN_UNUSED_RESULT; /* its name; "" */

/* Who issued the other session's papers, where that is another body; NULL where it is the same, or
 * isn't known. (transfer full) */
char *mn_session_dup_other_issuer (MnItem *session, MnItem *other) G_GNUC_WARN_UNUSED_RESULT;

/* One sentence for each number or date in @text that lacks the zero the rules ask for: "7-TB/TU",
 * "ngày 9/1/2026". of char* */
GPtrArray *mn_number_check_padding (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MnSigns, mn_signs_clear)

G_END_DECLS
