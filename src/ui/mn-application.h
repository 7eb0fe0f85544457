#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MN_TYPE_APPLICATION (mn_application_get_type ())
G_DECLARE_FINAL_TYPE (MnApplication, mn_application, MN, APPLICATION, AdwApplication)

/**
 * MnApplication: "minutes [--archive DIR] [FILE…]": a window on an archive, and one for each file.
 */
MnApplication *mn_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
