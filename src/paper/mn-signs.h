#pragma once

#include "mn-numbering.h"
#include "mn-style.h"

G_BEGIN_DECLS

/* How a number of @paper is written by that house style. Fills @signs. */
void mn_signs_find (MnSigns *signs, const MnStyle *style, const MnPaper *paper);

/* For mn_archive_set_sign_rule(): each paper by its own house style. (transfer none) */
const MnSignRule *mn_signs_get_rule (void);

G_END_DECLS
