#pragma once

#include <adwaita.h>

#include "mn-application.h"

G_BEGIN_DECLS

#define MN_TYPE_WINDOW (mn_window_get_type ())
G_DECLARE_FINAL_TYPE (MnWindow, mn_window, MN, WINDOW, AdwApplicationWindow)

MnWindow *mn_window_new (MnApplication *application);

G_END_DECLS
