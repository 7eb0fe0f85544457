#pragma once

#include "mn-document.h"

G_BEGIN_DECLS

/* Items that a REF or REFS field may name, and what a person types to find one. */

char      *mn_ref_dup_words (MnItem *session, MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mn_ref_find (MnItem     *session,
                        const char *kind,
                        const char *typed,
                        char      **except,
                        guint       limit) G_GNUC_WARN_UNUSED_RESULT;
MnItem    *mn_ref_find_exact (MnItem *session, const char *kind, const char *typed);

char *mn_ref_add (const char *refs, const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *mn_ref_remove (const char *refs, const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *mn_ref_move (const char *refs, const char *id, int step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
