#pragma once

#include "mn-archive.h"
#include "mn-form.h"

G_BEGIN_DECLS

/**
 * MnPaperInput: what the papers of a session are made of: the session, and what its archive knows
 * besides, read once and when it is first asked for.
 */
typedef struct _MnPaperInput MnPaperInput;

/* @session: root item; @archive: (nullable) */
MnPaperInput *mn_paper_input_new (MnItem *session, MnArchive *archive) G_GNUC_WARN_UNUSED_RESULT;
void          mn_paper_input_free (MnPaperInput *self);

/* Borrowed from @self until the next call. */
void mn_paper_input_get (MnPaperInput *self, MnForm form, MnFormInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnPaperInput, mn_paper_input_free)

G_END_DECLS
