#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/** MnFieldChoice: one of a few values, or none. */
#define MN_TYPE_FIELD_CHOICE (mn_field_choice_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldChoice, mn_field_choice, MN, FIELD_CHOICE, MnFieldControl)

G_END_DECLS
