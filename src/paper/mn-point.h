#pragma once

#include <glib.h>

#include "mn-text.h"

G_BEGIN_DECLS

/** MnPoints: counts the numbered points of one text. Begin with all zeros. */
typedef struct
{
  guint counts[MN_TEXT_MAX_LEVEL + 1];
} MnPoints;

char *mn_points_next (MnPoints *self, const MnParagraph *paragraph, guint outer_level)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
