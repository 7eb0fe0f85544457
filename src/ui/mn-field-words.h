#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/** MnFieldWords: rich text with its tools, or a long line of plain text. */
#define MN_TYPE_FIELD_WORDS (mn_field_words_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldWords, mn_field_words, MN, FIELD_WORDS, MnFieldControl)

G_END_DECLS
