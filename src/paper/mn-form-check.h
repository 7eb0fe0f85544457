#pragma once

#include "mn-form.h"

G_BEGIN_DECLS

/* What was typed into a paper's fields in the manner of the other family: "T/M …" in a paper of the
 * State, "Lưu: VT" in one of the Party. (transfer full) of MnFinding */
GPtrArray *mn_form_check (MnForm form, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* Pictures of appendices that can't be printed, as errors. (transfer full) of MnFinding */
GPtrArray *mn_form_check_pictures (MnItem *session, MnPictures *pictures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
