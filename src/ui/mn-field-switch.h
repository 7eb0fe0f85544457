#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/** MnFieldSwitch: yes or no. */
#define MN_TYPE_FIELD_SWITCH (mn_field_switch_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldSwitch, mn_field_switch, MN, FIELD_SWITCH, MnFieldControl)

G_END_DECLS
