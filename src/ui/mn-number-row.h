#pragma once

#include "mn-register.h"

G_BEGIN_DECLS

/** MnNumberRow: a line of the register: a number that is taken, a gap, a sequence's first number or
 * a committee's term. Strings are never NULL. */
#define MN_TYPE_NUMBER_ROW (mn_number_row_get_type ())
G_DECLARE_FINAL_TYPE (MnNumberRow, mn_number_row, MN, NUMBER_ROW, GObject)

/* The rows of a sequence, gaps at their places, the newest number first. @entries: what numbers.xml
 * holds. */
GListStore *mn_number_row_list (MnNumberSequence *sequence, MnItem *entries)
    G_GNUC_WARN_UNUSED_RESULT;
GListStore *mn_number_row_list_terms (MnItem *entries) G_GNUC_WARN_UNUSED_RESULT;

const char *mn_number_row_get_number (MnNumberRow *self); /* "07-TB/TU", "59–85", "" for a term */
const char *mn_number_row_get_date (MnNumberRow *self);   /* "09/01/2026" or "" */
const char *mn_number_row_get_title (MnNumberRow *self);
const char *mn_number_row_get_remark (MnNumberRow *self);   /* session, state, faults */
const char *mn_number_row_get_session (MnNumberRow *self);  /* its id, or "" */
const char *mn_number_row_get_document (MnNumberRow *self); /* id of the document, or "" */
const char *mn_number_row_get_entry (MnNumberRow *self);    /* id in numbers.xml, or "" */
guint       mn_number_row_get_free (MnNumberRow *self);     /* of a gap its first, else 0 */
gboolean    mn_number_row_is_fault (MnNumberRow *self);     /* a double, a gap, out of order */
gboolean    mn_number_row_is_reserved (MnNumberRow *self);
char       *mn_number_row_dup_words (MnNumberRow *self)
    G_GNUC_WARN_UNUSED_RESULT; /* all of it, as a screen reader says it */

G_END_DECLS
