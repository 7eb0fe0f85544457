#pragma once

#include "mn-field-control.h"

G_BEGIN_DECLS

/**
 * MnFieldFile: a file of the archive. One that is chosen or dropped here is copied into it, in a
 * thread.
 */
#define MN_TYPE_FIELD_FILE (mn_field_file_get_type ())
G_DECLARE_FINAL_TYPE (MnFieldFile, mn_field_file, MN, FIELD_FILE, MnFieldControl)

/* What choosing @file does. */
void mn_field_file_take (MnFieldFile *self, GFile *file);

G_END_DECLS
