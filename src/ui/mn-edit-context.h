#pragma once

#include <gio/gio.h>

#include "mn-archive.h"
#include "mn-document.h"
#include "mn-form.h"
#include "mn-paper-input.h"

G_BEGIN_DECLS

#define MN_TYPE_EDIT_CONTEXT (mn_edit_context_get_type ())
G_DECLARE_FINAL_TYPE (MnEditContext, mn_edit_context, MN, EDIT_CONTEXT, GObject)

/**
 * MnEditContext: what every widget of an editor is handed: the document, the archive, and a way to
 * tell the person something. It also keeps what was typed but is no value yet ("30/2"), so that it
 * is there again when its form is.
 *
 * Signals: "notify-user" (const char *text, const char *action or NULL): one sentence to show;
 * "flush": fields put what was typed into the document now.
 */
MnEditContext *mn_edit_context_new (MnDocument *document, MnArchive *archive)
    G_GNUC_WARN_UNUSED_RESULT;

MnDocument *mn_edit_context_get_document (MnEditContext *self);
MnArchive  *mn_edit_context_get_archive (MnEditContext *self); /* (nullable) */
MnItem     *mn_edit_context_get_session (MnEditContext *self);
MnClock    *mn_edit_context_get_clock (MnEditContext *self);
/* What a form of the session is composed from; borrowed until the next call. */
MnPaperInput *mn_edit_context_get_paper_input (MnEditContext *self); /* (transfer none) */
void          mn_edit_context_get_input (MnEditContext *self, MnForm form, MnFormInput *input);
gboolean      mn_edit_context_is_read_only (MnEditContext *self);
gboolean mn_edit_context_may_change (MnEditContext *self, MnItem *item); /* or what is below it */

void mn_edit_context_notify_user (MnEditContext *self, const char *text, const char *action);
void mn_edit_context_report (MnEditContext *self, GError *error); /* (transfer full) (nullable) */
void mn_edit_context_flush (MnEditContext *self);

const char *mn_edit_context_get_draft (MnEditContext *self, MnItem *item, const char *field);
void        mn_edit_context_set_draft (MnEditContext *self,
                                       MnItem        *item,
                                       const char    *field,
                                       const char    *text);

G_END_DECLS
