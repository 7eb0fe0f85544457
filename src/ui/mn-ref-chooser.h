#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/**
 * MnRefChooser: who or what a field names: the chosen ones, each on a line with its own buttons,
 * and an entry that completes without regard to marks. Enter on words that nobody bears makes a new
 * party of them.
 */
#define MN_TYPE_REF_CHOOSER (mn_ref_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MnRefChooser, mn_ref_chooser, MN, REF_CHOOSER, MnFieldControl)

void mn_ref_chooser_enter (MnRefChooser *self, const char *words); /* as if typed, then Enter */

G_END_DECLS
