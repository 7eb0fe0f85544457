#pragma once

#include <adwaita.h>

#include "mn-archive.h"
#include "mn-store.h"

G_BEGIN_DECLS

#define MN_TYPE_SESSION_PAGE (mn_session_page_get_type ())
G_DECLARE_FINAL_TYPE (MnSessionPage, mn_session_page, MN, SESSION_PAGE, GtkWidget)

/**
 * MnSessionPage: one open session: header bar, form, and beside it the pages or a past session.
 *
 * Its actions ("undo", "redo", "save", "save-copy", "print", "export-pdf", "show-form",
 * "show-preview", "compare", "versions", "next", "zoom-in", "zoom-out", "fit-width") are a group of
 * their own, which its window inserts as "session", so that accelerators reach them wherever the
 * focus is.
 *
 * Property, read-only: "title" (the session's).
 * Signals: "next": a new session from this one is wanted; "toast" (AdwToast): to be shown.
 */
GtkWidget *mn_session_page_new (MnArchive *archive, MnStore *store, GSettings *settings)
    G_GNUC_WARN_UNUSED_RESULT; /* settings may be NULL */

MnStore      *mn_session_page_get_store (MnSessionPage *self);
GActionGroup *mn_session_page_get_actions (MnSessionPage *self);
const char   *mn_session_page_get_title (MnSessionPage *self);
void          mn_session_page_focus (MnSessionPage *self); /* the form */
void mn_session_page_flush (MnSessionPage *self); /* what is being typed goes into the document */
void mn_session_page_show_place (MnSessionPage *self,
                                 const char    *section,
                                 const char    *item_id); /* may be NULL */
/* The cursor goes behind @offset characters of that item's text, if it has such a field. */
void mn_session_page_show_caret (MnSessionPage *self,
                                 const char    *item_id,
                                 const char    *field,
                                 guint          offset);
void mn_session_page_show_item (MnSessionPage *self, const char *item_id);

/* A bar that says what came back after a crash; @file (nullable) is what the file held, which the
 * bar offers to compare with. */
void mn_session_page_tell_recovered (MnSessionPage *self, const char *sentence, MnItem *file);

/* Another version of the session, beside the form. @title is one sentence that says which. */
void mn_session_page_show_version (MnSessionPage *self, MnItem *version, const char *title);

/* The session becomes that version, as one edit, with a toast that offers to undo it. What is in
 * the way of that is told. */
gboolean mn_session_page_bring_back (MnSessionPage *self, MnItem *version, const char *title);

G_END_DECLS
