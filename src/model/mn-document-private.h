#pragma once

#include "mn-document.h"
#include "mn-history.h"

G_BEGIN_DECLS

gboolean mn_document_may_change (MnDocument *self, MnItem *item, GError **error);
void     mn_document_set_becoming (MnDocument *self, gboolean becoming);
gboolean mn_document_is_binned (MnDocument *self, const char *id);
void     mn_document_commit (MnDocument *self, MnEdit *edit, const char *name);
void     mn_document_recommit (MnDocument *self, const MnStep *step);

/* For whoever reads the past or builds it up again. */
MnHistory *mn_document_get_history (MnDocument *self);
void       mn_document_put_removed (MnDocument *self, const MnEdit *remove);
gboolean   mn_document_has_new_ids (MnDocument *self, MnItem *snapshot);

MnRemoved  *mn_removed_new (const MnEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
const char *mn_removed_get_parent_id (MnRemoved *self);
const char *mn_removed_get_slot (MnRemoved *self);
guint       mn_removed_get_index (MnRemoved *self);

G_END_DECLS
