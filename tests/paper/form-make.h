#pragma once

#include "mn-document.h"
#include "mn-form.h"

G_BEGIN_DECLS

/** Sessions made in code, and composed forms as plain text in which "~" is a no-break blank. */

/* Adds an item to @slot and sets its fields: name, value, …, NULL. Returns it, borrowed. */
MnItem *form_add (MnItem *parent, const char *slot, ...) G_GNUC_NULL_TERMINATED;
void    form_set (MnItem *item, ...) G_GNUC_NULL_TERMINATED;
/* "id id …" of items, for REFS fields; valid until the next four calls. */
const char *form_refs (MnItem *first, ...) G_GNUC_NULL_TERMINATED;

MnItem *form_record (MnItem *session);
MnItem *form_general (MnItem *session);
MnItem *form_conclusion (MnItem *session);

MnItem *form_person (MnItem *session, const char *name, const char *post);
MnItem *form_body (MnItem *session, const char *name, MnItem *above);

/* A small briefing with one of everything. (transfer full) */
MnItem *form_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

char *form_plain (MnForm form, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;
/* The block with that anchor, label and all; "" where there is none. */
char *form_at (MnForm form, MnItem *session, const char *anchor) G_GNUC_WARN_UNUSED_RESULT;
char *form_at_item (MnForm form, MnItem *session, const char *prefix, MnItem *item)
    G_GNUC_WARN_UNUSED_RESULT;
/* All blocks of a role one after the other, columns and tables looked into. */
char *form_role (MnForm form, MnItem *session, MnRole role) G_GNUC_WARN_UNUSED_RESULT;
/* Takes what is composed (transfer full) and says whether it is @expected. */
void form_assert (char *composed, const char *expected);

/* Fails where a form of the session shows that something is missing: doubled stops and blanks,
 * commas that dangle, or the State's "./.". */
void form_assert_clean (MnItem *session, const char *what);

G_END_DECLS
