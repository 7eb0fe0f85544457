#pragma once

#include "mn-body-name.h"
#include "mn-item.h"

G_BEGIN_DECLS

/* Pure functions of names; nothing here reads a file. Strings given are (transfer full). */
MnFamily mn_number_family (const char *style, const char *body); /* both (nullable) */

/* "TB", "BB"; "" for a form that has no symbol */
const char *mn_number_kind (const char *form);

/* "TU" for "Tỉnh ủy Sông Ngân"; NULL where the name doesn't tell */
const char *mn_number_organ (const char *body);

/* "07-TB/TU" (HD 05, ô 3), "07/TB-UBND" (NĐ 30, Phụ lục I, II.3): @organ may be "" */
char *mn_number_dup_text (MnFamily family, gint64 number, const char *kind, const char *organ)
    G_GNUC_WARN_UNUSED_RESULT;

/* The party whose name heads the session's papers: the committee, where a standing organ of it has
 * met. (transfer none) (nullable) */
MnItem *mn_session_get_issuer (MnItem *session);
char   *mn_session_dup_issuer (MnItem *session) G_GNUC_WARN_UNUSED_RESULT; /* its name; "" */

/* One sentence for each number or date in @text that lacks the zero the rules ask for: "7-TB/TU",
 * "ngày 9/1/2026". of char* */
GPtrArray *mn_number_check_padding (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
