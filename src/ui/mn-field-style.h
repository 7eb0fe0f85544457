#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

#define MN_TYPE_FIELD_STYLE (mn_field_style_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldStyle, mn_field_style, MN, FIELD_STYLE, MnFieldControl)

/**
 * MnFieldStyle: the office's own house styles to choose from, and what the chosen one has that its
 * rule doesn't allow.
 */

G_END_DECLS
