#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MN_TYPE_WRAP_BOX (mn_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (MnWrapBox, mn_wrap_box, MN, WRAP_BOX, GtkWidget)

/**
 * MnWrapBox: its children one behind the other, each as wide as it wants to be, in as many rows as
 * the width needs. So a row of buttons never widens its window, whatever their language and size.
 */

G_END_DECLS
