#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/** MnFieldEntry: a line of text, each key an edit; or a date, time or number, put into the model
 * when it is one. */
#define MN_TYPE_FIELD_ENTRY (mn_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldEntry, mn_field_entry, MN, FIELD_ENTRY, MnFieldControl)

G_END_DECLS
