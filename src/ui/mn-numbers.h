#pragma once

#include "mn-window.h"

G_BEGIN_DECLS

/* Shows the register of numbers of the window's archive: the one that is open, or a new one. */
void mn_numbers_show (MnWindow *window);

G_END_DECLS
